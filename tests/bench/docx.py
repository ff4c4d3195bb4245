#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a Word document with a table of many tasks: docx.py FILE ROWS [lean]. As Word writes it, with
properties at every run, or lean as converters do. As in real plans no two tasks have the same words, while
agencies and deadlines repeat."""
import random, sys, zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
path, rows, lean = sys.argv[1], int(sys.argv[2]), sys.argv[3:] == ["lean"]
rng = random.Random(7)
WORDS = ("rà soát xây dựng ban hành kế hoạch triển khai cập nhật công khai danh mục thủ tục hồ sơ "
         "dữ liệu báo cáo kiểm tra đôn đốc bồi dưỡng cán bộ chuyển đổi số dịch vụ trực tuyến").split()
LEADS = ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Văn phòng UBND tỉnh", "Sở Khoa học và Công nghệ",
         "Sở Y tế", "Sở Xây dựng", "Sở Công Thương", "Thanh tra tỉnh", "Sở Giáo dục và Đào tạo"]
WITHS = ["Các sở, ban, ngành tỉnh", "UBND cấp xã", "Sở Nội vụ; Sở Tài chính", "Các cơ quan, đơn vị có liên quan",
         "Sở Tư pháp; UBND cấp xã", "Các sở, ban, ngành tỉnh; UBND cấp xã", "Văn phòng UBND tỉnh",
         "Sở Khoa học và Công nghệ", "Báo và Phát thanh, Truyền hình tỉnh", "Công an tỉnh; Sở Tư pháp"]
DUE = ["Quý I/2026", "Quý II/2026", "Quý IV/2026", "Tháng 6/2026", "Tháng 12/2026", "Trước ngày 15/11/2026",
       "Trước 30/6/2026", "Thường xuyên", "Hằng quý", "Hằng tháng", "Hằng năm", "30/9/2026", "Năm 2026",
       "6 tháng đầu năm 2026", "Cả năm 2026"]
PRODUCTS = ["Kế hoạch", "Báo cáo", "Quyết định của UBND tỉnh", "Văn bản hướng dẫn"]
FONT = ('<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/>'
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>')


def rid():
    return "%08X" % rng.getrandbits(32)


def run(text):
    if lean:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return (f'<w:r w:rsidR="{rid()}" w:rsidRPr="00840994"><w:rPr>{FONT}</w:rPr>'
            f'<w:t xml:space="preserve">{text}</w:t></w:r>')


def cell(text, runs=1):
    step = max(1, -(-len(text) // runs))
    body = "".join(run(text[i:i + step]) for i in range(0, len(text), step))
    if lean:
        return f'<w:tc><w:tcPr><w:tcW w:w="2268" w:type="dxa"/></w:tcPr><w:p>{body}</w:p></w:tc>'
    return (f'<w:tc><w:tcPr><w:tcW w:w="2268" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p w:rsidR="{rid()}" w:rsidRDefault="{rid()}" w:rsidP="00FC61D0"><w:pPr>'
            '<w:spacing w:before="60" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="both"/>'
            f'<w:rPr>{FONT}</w:rPr></w:pPr>{body}</w:p></w:tc>')


def row(*cells):
    body = "".join(cell(c, 4 if len(c) > 60 else 1) for c in cells)
    return f'<w:tr w:rsidR="{rid()}" w:rsidTr="00E3725D">{body}</w:tr>'


def task(n):
    text = " ".join(rng.choice(WORDS) for _ in range(60)).capitalize()
    return row(str(n), text, rng.choice(PRODUCTS), rng.choice(LEADS),
               rng.choice(WITHS), rng.choice(DUE))


body = ("<w:p>" + run("KẾ HOẠCH") + "</w:p><w:p>" + run("Cải cách hành chính năm 2026") + "</w:p><w:tbl>"
        + row("TT", "Nội dung nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
        + "".join(task(n) for n in range(1, rows + 1)) + "</w:tbl>")
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
               'content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-'
               'officedocument.wordprocessingml.document.main+xml"/></Types>')
    z.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
               f'relationships"><Relationship Id="d" Type="{R}/officeDocument" '
               'Target="word/document.xml"/></Relationships>')
    z.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
