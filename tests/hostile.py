#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes documents that nobody should have to read, each of a few kilobytes or written as a stream:
hostile.py KIND FILE. And runs a tool on one: hostile.py run LIMIT_MIB COMMAND..., which prints the
command's status and fails when it or a child of it took more memory than that or died of a signal."""
import random, resource, struct, subprocess, sys, warnings, zipfile

TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = ("UBND TỈNH SÔNG THAO", "Số: 9/KH-UBND", "Sông Thao, ngày 2 tháng 1 năm 2026", "KẾ HOẠCH",
        "Cải cách hành chính năm 2026")
ROWS = (("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), ("1", "Mở lớp tập huấn", "Sở Nội vụ", "Tháng 5/2026"),
        ("2", "Rà soát thủ tục", "Sở Tư pháp", "31/10/20266"))


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows):
    cells = ("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in r) for r in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{c}</w:tr>" for c in cells) + "</w:tbl>"


def body(inside):
    return f"<w:document {WORD}><w:body>{inside}</w:body></w:document>"


def good():
    return body("".join(map(paragraph, HEAD)) + table(ROWS))


def docx(path, *pieces, prolog="<?xml version='1.0'?>", level=6):
    """A Word document whose main part is these pieces: texts, or (text, how often)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as z:
        z.writestr("[Content_Types].xml", TYPES)
        z.writestr("_rels/.rels", RELATIONS)
        with z.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(prolog.encode())
            for p in pieces:
                text, times = p if isinstance(p, tuple) else (p, 1)
                block = text.encode() * max(1, min(times, (1 << 20) // max(1, len(text))))
                per = len(block) // len(text.encode())
                for _ in range(times // per):
                    part.write(block)
                part.write(text.encode() * (times % per))


def plain(path):
    docx(path, good())


def bomb(path):
    docx(path, f"<w:document {WORD}><w:body>", (paragraph("a" * 60), 3_000_000), "</w:body></w:document>")


def cell(path):
    open_, close = good().split("Mở lớp tập huấn")
    docx(path, open_, ("Mở lớp tập huấn cho công chức. ", 300_000_000 // 40), close)


def noise(path):
    """A cell of 300 MB that packs no better than text does: only its own size gives it away."""
    open_, close = good().split("Mở lớp tập huấn")
    draw = random.Random(1)
    docx(path, open_, ("".join(draw.choices("ab ", k=50_000)), 300_000_000 // 50_000), close, level=1)


def laughs(path):
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i-1};" * 10}">' for i in range(1, 12))
    docx(path, good().replace("Rà soát", "&a11;"), prolog=f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>")


def outside(path):
    docx(path, good().replace("Rà soát", "&x;"),
         prolog="<?xml version='1.0'?><!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")


def attributes(path):
    many = " ".join(f'a{i}="1"' for i in range(200_000))
    docx(path, good().replace("<w:tbl>", f"<w:tbl {many}>"))


def deep(path):
    open_, close = good().split("<w:tbl>")
    docx(path, open_, ("<w:sdt><w:sdtContent>", 50_000), "<w:tbl>" + close.replace("</w:body>", ""),
         ("</w:sdtContent></w:sdt>", 50_000), "</w:body></w:document>")


def nested(path):
    docx(path, body(("<w:tbl><w:tr><w:tc>" * 100_000) + ("</w:tc></w:tr></w:tbl>" * 100_000)))


def parts(path):
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", TYPES)
        for i in range(20_000):
            z.writestr(f"word/p{i}.xml", "")


def lying(path):
    """Both headers of the main part say 1,000 bytes; it delivers 64 MiB."""
    docx(path, good().replace("</w:body>", ""), (paragraph("a" * 50), 600_000), "</w:body></w:document>")
    data = bytearray(open(path, "rb").read())
    name = b"word/document.xml"
    for signature, at, length in ((b"PK\1\2", 24, 46), (b"PK\3\4", 22, 30)):
        i = -1
        while (i := data.find(signature, i + 1)) >= 0:
            if data[i + length:i + length + len(name)] == name:
                data[i + at:i + at + 4] = struct.pack("<I", 1000)
    open(path, "wb").write(data)


def twice(path):
    """The main part stands twice: two programs would show two documents."""
    plain(path)
    with zipfile.ZipFile(path, "a") as z:
        warnings.simplefilter("ignore")
        z.writestr("word/document.xml", good().replace("Tháng 5", "Tháng 9"))


def locked(path):
    """A zip whose parts are encrypted: the bit in both headers."""
    plain(path)
    data = bytearray(open(path, "rb").read())
    for signature, at in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        i = -1
        while (i := data.find(signature, i + 1)) >= 0:
            data[i + at] |= 1
    open(path, "wb").write(data)


def sheet(path):
    """A workbook that says it has 1,048,576 rows and 16,384 columns, and whose last cell is there."""
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ct = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", TYPES.replace("/word/document.xml", "/xl/workbook.xml").replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", ct + "sheet.main+xml"))
        z.writestr("_rels/.rels", RELATIONS.replace("word/document.xml", "xl/workbook.xml"))
        z.writestr("xl/_rels/workbook.xml.rels", RELATIONS.replace("word/document.xml", "sheet1.xml").replace(
            "/officeDocument\"", "/worksheet\""))
        z.writestr("xl/workbook.xml", f'<workbook xmlns="{ns}" xmlns:r="{rel}"><sheets>'
                   '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>')
        rows = "".join(
            f'<row r="{i}">' + "".join(f'<c r="{"ABCD"[k]}{i}" t="inlineStr"><is><t>{v}</t></is></c>'
                                       for k, v in enumerate(r)) + "</row>" for i, r in enumerate(ROWS, 1))
        z.writestr("xl/sheet1.xml", f'<worksheet xmlns="{ns}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}'
                   '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>')


def pour(part, pieces):
    """Pieces as docx() takes them into an open part of a zip."""
    for text, times in (p if isinstance(p, tuple) else (p, 1) for p in pieces):
        block = text.encode()
        for _ in range(times // 1000):
            part.write(block * 1000)
        part.write(block * (times % 1000))


def writer(path, *pieces, prolog="<?xml version='1.0'?>"):
    """An OpenDocument text whose body is these pieces."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{n}="{space}{n}:1.0"' for n in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        with z.open("content.xml", "w") as part:
            pour(part, (f"{prolog}<office:document-content {names}><office:body><office:text>", *pieces,
                        "</office:text></office:body></office:document-content>"))


def writer_cell(path):
    writer(path, "<table:table><table:table-row><table:table-cell><text:p>", ("Mở lớp tập huấn. ", 15_000_000),
           "</text:p></table:table-cell></table:table-row></table:table>")


def writer_deep(path):
    writer(path, ("<text:section>", 100_000), ("</text:section>", 100_000))


def writer_types(path):
    writer(path, "<text:p/>", prolog="<?xml version='1.0'?><!DOCTYPE x [<!ENTITY % a '<!ENTITY b \"c\">'> %a;]>")


def sheet_cell(path):
    """A workbook with one cell of 300 MB."""
    sheet(path)
    with zipfile.ZipFile(path) as z:
        parts = {n: z.read(n).decode() for n in z.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            open_, found, close = text.partition(ROWS[1][1])
            with z.open(name, "w") as part:
                pour(part, (open_, (found + " ", 15_000_000), close) if found else (text,))


def page_deep(path):
    """A web page nested 100,000 deep around its table."""
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in ROWS)
    open(path, "w").write("<!DOCTYPE html><meta charset=utf-8>" + "<div>" * 100_000 + f"<table>{rows}</table>")


def scan(path, extra=""):
    """A PDF of one page without a word; with `extra` in its trailer."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"]
    out, places = b"%PDF-1.4\n", []
    for i, o in enumerate(objects, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{o}\nendobj\n".encode()
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    out += (f"xref\n0 4\n0000000000 65535 f \n{table}trailer\n<</Size 4/Root 1 0 R{extra}>>\n"
            f"startxref\n{len(out)}\n%%EOF\n").encode()
    open(path, "wb").write(out)


def scan_locked(path):
    scan(path, "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "11" * 32 + ">/U<" + "22" * 32 + ">>>")


def compound(path, stream):
    """A compound file of Office whose directory names this stream."""
    name = (stream + "\0").encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<HB", len(name), 2)
    open(path, "wb").write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry.ljust(128, b"\0"))


def archive(path, *parts):
    """A zip archive of parts NAME=TEXT."""
    with zipfile.ZipFile(path, "w") as z:
        for part in parts:
            z.writestr(*part.split("=", 1))


def run(limit, command):
    done = subprocess.run(command, stdout=subprocess.PIPE)
    took = resource.getrusage(resource.RUSAGE_CHILDREN)
    mib = took.ru_maxrss // 1024
    print(f"status {done.returncode}, {len(done.stdout)} bytes")
    if mib > limit or done.returncode < 0:
        sys.exit(f"{mib} MiB, status {done.returncode}")


if __name__ == "__main__":
    if sys.argv[1] == "run":
        run(int(sys.argv[2]), sys.argv[3:])
    else:
        globals()[sys.argv[1]](*sys.argv[2:])
