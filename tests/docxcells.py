#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the tables of Word documents a second time, with other means, and compares them row by row
with what is read: docxcells.py FILE... Only for documents without nested tables."""
import os, re, subprocess, sys, unicodedata, zipfile
import xml.etree.ElementTree as tree

DROPPED = {"del", "moveFrom", "instrText", "Fallback", "pPr", "sdtPr", "rPr", "tblPr", "tcPr", "trPr"}
WRAPPERS = {"sdt", "sdtContent", "customXml", "ins"}


def local(e):
    return e.tag.rpartition("}")[2]


def text(e):
    name = local(e)
    if name in DROPPED:
        return ""
    if name == "t":
        return e.text or ""
    if name in ("tab", "br", "cr"):
        return " "
    if name == "noBreakHyphen":
        return "-"
    return "".join(text(c) for c in e) + (" " if name == "p" else "")


def squeezed(s):
    return re.sub(r"[\s\u00ad\u200b\ufeff]+", " ", unicodedata.normalize("NFC", s)).strip()


def inside(e, name):
    for c in e:
        if local(c) == name:
            yield c
        elif local(c) in WRAPPERS:
            yield from inside(c, name)


def expected(path):
    with zipfile.ZipFile(path) as z:
        root = tree.fromstring(z.read("word/document.xml"))
    for table in root.iter():
        if local(table) == "tbl":
            for row in inside(table, "tr"):
                yield [squeezed(text(c)) for c in inside(row, "tc")]


def read(path):
    done = subprocess.run([os.environ["PAR_BUILD"] + "/tests/showgrid", path], stdout=subprocess.PIPE)
    for line in done.stdout.decode().splitlines():
        if re.match(r"\d+( heading| hidden| page \d+)*\|", line):
            line = re.sub(r" \[[a-z-]+\]", "", line)
            cells = line.split("|")[1:]
            yield [squeezed(re.sub(r"^\{\d+x\d+\}", "", c).replace("/", " ")) for c in cells]


failed = 0
for path in sys.argv[1:]:
    want = [row for row in expected(path) if any(row)]
    got = [row for row in read(path) if any(row)]
    for a, b in zip(want, got):
        a = [c.replace("/", " ") for c in a]
        a = [squeezed(c) for c in a]
        while a and not a[-1] and len(a) > len(b):
            a.pop()
        if a != b:
            failed += 1
            print(f"{path}\nwant {a}\ngot  {b}")
    if len(want) != len(got):
        failed += 1
        print(f"{path}: {len(want)} rows, read {len(got)}")
    print(f"{os.path.basename(path)}: {len(want)} rows")
sys.exit(failed != 0)
