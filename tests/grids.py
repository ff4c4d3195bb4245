#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the cases of cases/grids*.txt: documents made of the parts that a case names, and the grid that
is read of each. GRIDS_UPDATE=1 writes what is read now; `grids.py make NAME FILE` leaves one case's
document in a file, to be looked at in an office program.

=== KIND: what the case shows       xlsx, ods, odt, docx
--- part                            its XML: for a sheet what stands in worksheet, for an ods or odt
                                    the body (and `automatic`, the styles); any other part as a whole;
                                    of a docx see docx() and harm()
    html: page                      as it is, or in the encoding of a name behind it; of `raw`, \\xNN is a
                                    byte; of `tcvn3` and `vni`, small letters as those encodings have them
$                                   the grid, a row a line, then what was found
"""
import glob, io, os, random, re, subprocess, sys, tempfile, unicodedata, warnings, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = sorted(glob.glob(os.path.join(HERE, "cases", "grids*.txt")))
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = " ".join(f'xmlns:{p}="{ODF}{n}:1.0"' for p, n in [
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
    ("number", "datastyle"), ("draw", "drawing"), ("svg", "svg-compatible"),
    ("fo", "xsl-fo-compatible")]) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def relations(items):
    rows = "".join(f'<Relationship Id="{i}" Type="{R}/{t}" Target="{g}"/>' for i, t, g in items)
    return f'{HEAD}<Relationships xmlns="{RELS}">{rows}</Relationships>'


def xlsx(parts):
    """Sheets are called `sheet`, `sheet 2`; a sheet's name and state may follow a colon."""
    out, related, sheets = {}, [], ""
    number = 0
    for name, body in parts.items():
        what, _, rest = name.partition(":")
        if what.startswith("sheet") and what[5:].strip().isdigit() or what == "sheet":
            number += 1
            title, _, state = rest.strip().partition(",")
            out[f"xl/worksheets/sheet{number}.xml"] = (
                f'{HEAD}<worksheet xmlns="{X}" xmlns:r="{R}">{body}</worksheet>')
            related.append((f"s{number}", "worksheet", f"worksheets/sheet{number}.xml"))
            state = f' state="{state.strip()}"' if state else ""
            sheets += f'<sheet name="{title or "Sheet" + str(number)}" sheetId="{number}"{state} r:id="s{number}"/>'
        elif what == "strings":
            out["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{X}">{body}</sst>'
            related.append(("str", "sharedStrings", "sharedStrings.xml"))
        elif what == "styles":
            out["xl/styles.xml"] = f'{HEAD}<styleSheet xmlns="{X}">{body}</styleSheet>'
            related.append(("sty", "styles", "styles.xml"))
        elif what != "workbook":
            out[what] = body
    book = parts.get("workbook", "")
    out.setdefault("_rels/.rels", relations([("w", "officeDocument", "xl/workbook.xml")]))
    out.setdefault("xl/workbook.xml", f'{HEAD}<workbook xmlns="{X}" xmlns:r="{R}">{book}'
                                      f'<sheets>{sheets}</sheets></workbook>')
    out.setdefault("xl/_rels/workbook.xml.rels", relations(related))
    out.setdefault("[Content_Types].xml", sheet_types(number))
    return out


def sheet_types(count):
    """What office programs want to be told; the reader asks only of what kind the document is."""
    kinds = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles"),
             ("xl/sharedStrings.xml", "sharedStrings")]
    kinds += [(f"xl/worksheets/sheet{n + 1}.xml", "worksheet") for n in range(count)]
    rows = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-'
                   f'officedocument.spreadsheetml.{kind}+xml"/>' for name, kind in kinds)
    return (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{rows}</Types>')


def odf(kind, parts):
    body = {"ods": "spreadsheet", "odt": "text"}[kind]
    out = {"mimetype": "application/vnd.oasis.opendocument." + body}
    for name, text in parts.items():
        if name not in ("body", "automatic", "common"):
            out[name] = text
    out.setdefault("content.xml", f'{HEAD}<office:document-content {ODF_NAMES}>'
                   f'<office:automatic-styles>{parts.get("automatic", "")}</office:automatic-styles>'
                   f'<office:body><office:{body}>{parts.get("body", "")}</office:{body}></office:body>'
                   '</office:document-content>')
    if "common" in parts:
        out["styles.xml"] = (f'{HEAD}<office:document-styles {ODF_NAMES}><office:styles>'
                             f'{parts["common"]}</office:styles></office:document-styles>')
    entries = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="'
                      f'{out["mimetype"] if name == "/" else "text/xml"}"/>'
                      for name in ["/", *(n for n in out if n.endswith(".xml"))])
    out.setdefault("META-INF/manifest.xml", f'{HEAD}<manifest:manifest xmlns:manifest="{ODF}manifest:'
                                            f'1.0">{entries}</manifest:manifest>')
    return out


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCX_NAMES = f'xmlns="{W}" xmlns:w="{W}" xmlns:r="{R}"' + "".join(
    f' xmlns:{p}="{u}"' for p, u in [
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")])


def words(text):
    """{{a}} is a run, {a} a paragraph; elements are Word's own, attributes have the prefix w:."""
    text = re.sub(r"\{\{(.*?)\}\}", r'<r><t xml:space="preserve">\1</t></r>', text, flags=re.S)
    return re.sub(r"\{([^{}]*)\}", r'<p><r><t xml:space="preserve">\1</t></r></p>', text)


def docx(parts):
    """`body`, `styles`, `numbering`, `theme` hold what stands in the part; `body: PATH` puts the
    document there; `strict` takes the strict namespaces; `harm` is for harm()."""
    out, related, main = {}, [], "word/document.xml"
    for name, body in parts.items():
        what, _, rest = name.partition(": ")
        if what == "body":
            main = rest or main
            out[main.lstrip("/")] = f"{HEAD}<w:document {DOCX_NAMES}><body>{words(body)}</body></w:document>"
        elif what in ("styles", "numbering"):
            out[f"word/{what}.xml"] = f"{HEAD}<w:{what} {DOCX_NAMES}>{body}</w:{what}>"
            related.append((what, what, f"/word/{what}.xml"))
        elif what == "theme":
            out["word/theme.xml"] = f"{HEAD}<a:theme {DOCX_NAMES}>{body}</a:theme>"
            related.append((what, what, "/word/theme.xml"))
        elif what not in ("strict", "harm"):
            out[name] = body
    folder, _, file = main.lstrip("/").rpartition("/")
    out.setdefault("_rels/.rels", relations([("d", "officeDocument", main)]))
    out.setdefault(f"{folder}/_rels/{file}.rels", relations(related))
    out.setdefault("[Content_Types].xml", TYPES)
    if "strict" in parts:
        for name, text in out.items():
            out[name] = text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    return out


TYPES = (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>')


def patch(data, signature, offset, value):
    """Writes 16 or 32 bits into the header of the last part in the archive."""
    at = data.rindex(signature) + offset
    size = 2 if value < 0x10000 and offset in (6, 8) else 4
    return data[:at] + value.to_bytes(size, "little") + data[at + size:]


def harm(parts, how, path):
    """An archive as no office program makes one. The document is its last part."""
    body = parts.pop("word/document.xml")
    blank = {"bomb": 30 << 20, "lie": 0}.get(how, 0)
    if how == "deep":
        body = body.replace("<body>", "<body>" + "<sdt>" * 100000)
    elif how == "attributes":
        body = body.replace("<body>", "<body " + " ".join(f'a{i}=""' for i in range(200000)) + ">")
    elif how == "cell":
        rng = random.Random(1)
        body = body.replace("{", "").replace("<t xml", "<t>" + "%x" % rng.getrandbits(8 << 20) + "</t><t xml")
    elif how == "doctype":
        body = body.replace("<w:document", '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document', 1)
    elif how == "utf-16":
        body = body.replace("UTF-8", "UTF-16")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
        if how == "parts":
            for i in range(10001):
                z.writestr(zipfile.ZipInfo(str(i)), "")
        data = body.encode("utf-16" if how == "utf-16" else "utf-8") + b" " * blank
        z.writestr(zipfile.ZipInfo("word/document.xml"), data, zipfile.ZIP_DEFLATED)
        if how == "twice":
            warnings.simplefilter("ignore")
            z.writestr(zipfile.ZipInfo("word/document.xml"), data, zipfile.ZIP_DEFLATED)
    data = open(path, "rb").read()
    if how == "torn":
        data = data[:len(data) // 2]
    elif how == "checksum":
        data = patch(patch(data, b"PK\1\2", 16, 0x12345678), b"PK\3\4", 14, 0x12345678)
    elif how == "lie":
        data = patch(patch(data, b"PK\1\2", 24, 100000), b"PK\3\4", 22, 100000)
    elif how == "locked":
        data = patch(patch(data, b"PK\1\2", 8, 1), b"PK\3\4", 6, 1)
    open(path, "wb").write(data)


TCVN3 = dict(zip("ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ", bytes.fromhex(
    "A8A9AAABACADAEB5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8DCDDDEDFE1E2E3E4"
    "E5E6E7E8E9EAEBECEDEEEFF1F2F3F4F5F6F7F8F9FAFBFCFDFE").decode("latin-1")))
TONES = dict(zip("\u0300\u0309\u0303\u0301\u0323", "øûõùï"))
ROOFS = {"\u0302": dict(zip(["", *TONES], "âàåãáä")), "\u0306": dict(zip(["", *TONES], "êèúüéë"))}
VNI = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í", "ì": "ì"}


def vni(letter):
    """The letter as VNI writes it, from its vowel, roof and tone; capitals have capital marks."""
    low = letter.lower()
    if low in VNI:
        code = VNI[low]
    else:
        base, *marks = unicodedata.normalize("NFD", low)
        roof = next((m for m in marks if m in ROOFS), None)
        tone = next((m for m in marks if m in TONES), "")
        if "\u031b" in marks:
            base = {"o": "ô", "u": "ö"}[base]
        code = base + (ROOFS[roof][tone] if roof else TONES.get(tone, ""))
    return code if letter == low else code.upper()


def page(name, text):
    """The bytes of a page whose part is called `page` or `page ENCODING`."""
    how = name[5:]
    if how == "raw":
        return re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]), text.encode())
    if how == "tcvn3":
        return "".join(TCVN3.get(c, c) for c in text).encode("latin-1")
    if how == "vni":
        return "".join(vni(c) for c in text).encode("latin-1")
    if how == "cp1258":
        parts = []
        for c in text:
            base, *marks = unicodedata.normalize("NFD", c)
            roof = "".join(m for m in marks if m in "\u0302\u0306\u031b")
            parts.append(unicodedata.normalize("NFC", base + roof))
            parts += [m for m in marks if m not in "\u0302\u0306\u031b"]
        return "".join(parts).encode("cp1258")
    if how == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    return text.encode(how or "utf-8")


def make(kind, parts, path):
    if kind in ("html", "mht", "txt"):
        (name, text), = parts.items()
        open(path, "wb").write(page(name, text))
        return
    if "harm" in parts:
        return harm(docx(parts), parts["harm"].strip(), path)
    parts = {"xlsx": xlsx, "docx": docx}.get(kind, lambda p: odf(kind, p))(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(zipfile.ZipInfo(name), text, how)


def read_cases(path):
    case = None
    for line in open(path, encoding="utf-8"):
        if line.startswith("=== "):
            if case:
                yield case
            kind, _, name = line[4:].strip().partition(": ")
            case = {"kind": kind, "name": name, "parts": {}, "want": None}
            part = None
        elif case is None:
            continue
        elif line == "$\n":
            case["want"] = ""
        elif case["want"] is not None:
            case["want"] += line
        elif line.startswith("--- "):
            part = line[4:].strip()
            case["parts"][part] = ""
        else:
            case["parts"][part] += line
    if case:
        yield case


def shown(case, folder):
    name = "case." + case["kind"]
    make(case["kind"], case["parts"], os.path.join(folder, name))
    done = subprocess.run([os.environ["PAR_BUILD"] + "/tests/showgrid", name], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = done.stdout.decode("utf-8", "backslashreplace")
    return text if done.returncode in (0, 2) else text + f"[status {done.returncode}]\n"


def write_cases(path, cases):
    out = io.StringIO()
    for line in open(path, encoding="utf-8"):
        if line.startswith("=== "):
            break
        out.write(line)
    for case in cases:
        out.write(f"=== {case['kind']}: {case['name']}\n")
        for name, body in case["parts"].items():
            out.write(f"--- {name}\n{body}")
        out.write(f"$\n{case['got']}")
    open(path, "w", encoding="utf-8").write(out.getvalue())


def leave(name, path):
    for cases in CASES:
        for case in read_cases(cases):
            if case["name"] == name:
                make(case["kind"], case["parts"], path)
                return
    sys.exit("no such case")


def main():
    if sys.argv[1:2] == ["make"]:
        return leave(*sys.argv[2:4])
    update, failed, count = os.environ.get("GRIDS_UPDATE"), 0, 0
    for path in CASES:
        cases = list(read_cases(path))
        for case in cases:
            case["got"] = case["want"]
            if sys.argv[1:] and case["kind"] not in sys.argv[1:]:
                continue
            count += 1
            with tempfile.TemporaryDirectory() as folder:
                case["got"] = shown(case, folder)
            if case["got"] != case["want"] and not update:
                failed += 1
                print(f"{case['kind']}: {case['name']}\ngot:\n{case['got']}want:\n{case['want']}")
        if update:
            write_cases(path, cases)
    print(f"{count} documents read, {failed} otherwise than expected")
    sys.exit(failed != 0 or count == 0)


if __name__ == "__main__":
    main()
