#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One plan in every kind of document: writes it as flat OpenDocument text and sheet, has LibreOffice
convert these, and leaves all in a folder.

    same.py FOLDER [SOFFICE]      without SOFFICE only what needs no office program
"""
import datetime, os, shutil, subprocess, sys, tempfile
from xml.sax.saxutils import escape

LETTERHEAD = ["ỦY BAN NHÂN DÂN TỈNH SÔNG THAO", "Số: 15/KH-UBND",
              "Sông Thao, ngày 20 tháng 01 năm 2026", "KẾ HOẠCH",
              "Cải cách hành chính tỉnh Sông Thao năm 2026"]

# Two rows of headings; a text over `columns` and `rows`.
HEADINGS = [[("TT", 1, 2), ("Nội dung nhiệm vụ", 1, 2), ("Sản phẩm", 1, 2),
             ("Cơ quan thực hiện", 2, 1), ("Thời hạn hoàn thành", 1, 2)],
            [("Chủ trì", 1, 1), ("Phối hợp", 1, 1)]]
COLUMNS = 6


def date(text):
    """In a sheet a date: shown as 30/06/2026 or as Tháng 6/2026."""
    return ("date", text)


# A group is (number, title), a task its cells; {"rows": n} follows a text that reaches down, None
# stands where one does.
GROUPS = [
    (("I", "CẢI CÁCH THỂ CHẾ"), [
        ["1", "Rà soát văn bản quy phạm pháp luật do tỉnh ban hành", "Báo cáo kết quả rà soát",
         "Sở Tư pháp", "Các sở, ban, ngành", date("30/06/2026")],
        ["2", "Ban hành quy định về phân cấp quản lý tài sản công", "Quyết định của UBND tỉnh",
         "Sở Tài chính", "Sở Tư pháp", "Quý II/2026"],
        ["3", "Tập huấn nghiệp vụ xây dựng văn bản cho công chức cấp xã", "Lớp tập huấn",
         "Sở Tư pháp", "UBND các xã, phường", date("Tháng 9/2026")],
        ["4", "Theo dõi thi hành pháp luật trong lĩnh vực đất đai", "Báo cáo",
         "Sở Nông nghiệp và Môi trường", "", "Thường xuyên"]]),
    (("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH"), [
        ["5", "Công bố danh mục thủ tục hành chính đủ điều kiện làm trọn quy trình trên mạng",
         "Quyết định công bố", ("Văn phòng UBND tỉnh", {"rows": 2}), "Các sở, ban, ngành",
         date("31/03/2026")],
        ["6", "Kiểm tra việc tiếp nhận hồ sơ tại bộ phận một cửa cấp xã", "Biên bản kiểm tra",
         None, "UBND các xã, phường", "Hằng quý"],
        ["7", "Khảo sát mức độ hài lòng của người dân", "Báo cáo khảo sát", "Sở Nội vụ",
         "Bưu điện tỉnh", "Trước ngày 15/11/2026"],
        ["8", "Đơn giản hóa hồ sơ đăng ký hộ kinh doanh", "Phương án đơn giản hóa",
         "Sở Tài chính", "Văn phòng UBND tỉnh", "Tháng 8/2026"]]),
    (("III", "CẢI CÁCH TÀI CHÍNH CÔNG"), [
        ["9", "Giao quyền tự chủ cho đơn vị sự nghiệp giai đoạn mới", "Quyết định giao quyền tự chủ",
         "Sở Tài chính", "Sở Nội vụ", (date("30/09/2026"), {"rows": 2})],
        ["10", "Công khai dự toán ngân sách trên trang thông tin điện tử", "Trang thông tin",
         "Sở Tài chính", "", None],
        ["11", "Thanh toán không dùng tiền mặt tại cơ sở y tế", "Báo cáo", "Sở Y tế",
         "Sở Tài chính", "6 tháng đầu năm 2026"],
        ["12", "Tổng kết kế hoạch và đề xuất cho năm sau", "Báo cáo tổng kết", "Sở Nội vụ",
         "Các sở, ban, ngành; UBND các xã, phường", "Tháng 12/2026"]]),
]

NAMES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in [
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
    ("number", "datastyle"), ("fo", "xsl-fo-compatible")])

STYLES = """<office:automatic-styles>
<number:date-style style:name="N1" number:language="vi" number:country="VN"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N2" number:language="vi" number:country="VN"><number:text>Tháng </number:text><number:month/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="c" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm" fo:wrap-option="wrap"/></style:style>
<style:style style:name="d" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N1"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="m" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N2"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="1.3cm"/></style:style>
<style:style style:name="co2" style:family="table-column"><style:table-column-properties style:column-width="6.5cm"/></style:style>
<style:style style:name="co3" style:family="table-column"><style:table-column-properties style:column-width="3.8cm"/></style:style>
<style:style style:name="t" style:family="table" style:master-page-name="Wide"><style:table-properties style:width="25.5cm" table:display="true"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="2cm"/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/><style:master-page style:name="Wide" style:page-layout-name="L"/></office:master-styles>"""

WIDTHS = ["co1", "co2", "co3", "co3", "co3", "co3"]


def rows():
    """Every row of the table as cells (text, columns, rows), None where another reaches."""
    first, second = HEADINGS
    yield first[:4] + [None] + first[4:]
    yield [None] * 3 + second + [None]
    for (number, title), tasks in GROUPS:
        yield [(number, 1, 1), (title, COLUMNS - 1, 1)] + [None] * (COLUMNS - 2)
        for task in tasks:
            row = []
            for cell in task:
                reach = 1
                if isinstance(cell, tuple) and isinstance(cell[1], dict):
                    cell, reach = cell[0], cell[1]["rows"]
                row.append(None if cell is None else (cell, 1, reach))
            yield row


def printed(text):
    return text[1] if isinstance(text, tuple) else text


def cell_xml(cell, sheet):
    if cell is None:
        return "<table:covered-table-cell/>"
    text, columns, down = cell
    span = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{down}"' if columns * down > 1 else ""
    value, style = 'office:value-type="string"', "c"
    if sheet and isinstance(text, tuple):
        words = text[1].replace("Tháng ", "1/").split("/")
        day = datetime.date(int(words[2]), int(words[1]), int(words[0]))
        value, style = f'office:value-type="date" office:date-value="{day}"', "m" if text[1].startswith("T") else "d"
    elif sheet and printed(text).isdigit():
        value = f'office:value-type="float" office:value="{text}"'
    return (f'<table:table-cell table:style-name="{style}" {value}{span}>'
            f'<text:p>{escape(printed(text))}</text:p></table:table-cell>')


def table(sheet):
    out = '<table:table table:name="Nhiệm vụ" table:style-name="t">'
    out += "".join(f'<table:table-column table:style-name="{w}"/>' for w in WIDTHS)
    for line in LETTERHEAD if sheet else []:
        out += ("<table:table-row>" + cell_xml((line, COLUMNS, 1), sheet) +
                f'<table:covered-table-cell table:number-columns-repeated="{COLUMNS - 1}"/></table:table-row>\n')
    for row in rows():
        out += "<table:table-row>" + "".join(cell_xml(c, sheet) for c in row) + "</table:table-row>\n"
    return out + "</table:table>"


def flat(sheet):
    kind = "spreadsheet" if sheet else "text"
    head = "" if sheet else "".join(f"<text:p>{escape(p)}</text:p>\n" for p in LETTERHEAD)
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMES} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.{kind}">{STYLES}\n'
            f'<office:body><office:{kind}>\n{head}{table(sheet)}\n</office:{kind}></office:body></office:document>\n')


def markdown():
    """Bars have no cells that reach: such a text is written again."""
    out = "".join(p + "\n\n" for p in LETTERHEAD)
    above = [""] * COLUMNS
    body = []
    for n, row in enumerate(rows()):
        cells = [above[i] if c is None else printed(c[0]) for i, c in enumerate(row)]
        if n == 0:
            first = cells
            continue
        if n == 1:
            cells = [f"{a} {b}" if 3 <= i <= 4 else a for i, (a, b) in enumerate(zip(first, cells))]
        if row[-1] is None and row[2] is None and n > 1:
            cells = cells[:2] + [""] * (COLUMNS - 2)
        body.append("| " + " | ".join(cells) + " |\n")
        if n == 1:
            body.append("|" + " --- |" * COLUMNS + "\n")
        above = cells
    return out + "".join(body)


def convert(soffice, folder, source, *targets):
    with tempfile.TemporaryDirectory() as work:
        for target in targets:
            name, _, rest = target.partition("=")
            subprocess.run([soffice, f"-env:UserInstallation=file://{work}/profile", "--headless",
                            "--convert-to", rest or name, "--outdir", work, source],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            ending = (rest or name).split(":")[0]
            base = os.path.splitext(os.path.basename(source))[0]
            shutil.move(os.path.join(work, f"{base}.{ending}"), os.path.join(folder, name))


def main():
    folder = sys.argv[1]
    for name, text in [("plan.fodt", flat(False)), ("plan.fods", flat(True)), ("plan.md", markdown())]:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    if len(sys.argv) > 2:
        text, sheet = os.path.join(folder, "plan.fodt"), os.path.join(folder, "plan.fods")
        zipped = os.path.join(folder, "plan.ods")
        convert(sys.argv[2], folder, text, "plan.docx=docx", "plan.odt=odt", "plan.html=html:HTML (StarWriter)", "plan.pdf=pdf")
        convert(sys.argv[2], folder, sheet, "plan.xlsx=xlsx", "plan.ods=ods", "sheet.html=html:HTML (StarCalc)")
        # from the flat file LibreOffice forgets how dates are shown
        convert(sys.argv[2], folder, zipped, "plan.csv=csv:Text - txt - csv (StarCalc):44,34,76")


main()
