#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plans of our own as PDF, and what pdftotext makes of them, for tests/pdfgrid_test.c.

    python3 tests/peers/pdfplans.py [FOLDER]

writes NAME.tsv, NAME.layout.txt and NAME.truth to FOLDER (tests/cases/pdf) with LibreOffice and
poppler. All content is invented. Truth: a row a line, a cell a tab; ^ before a cell that goes on
from above, < for a column that the cell to the left covers.
"""
import os
import random
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

VERBS = ["Xây dựng", "Rà soát, sửa đổi", "Tổ chức triển khai", "Ban hành", "Hoàn thiện", "Công khai",
         "Kiểm tra việc thực hiện", "Đánh giá kết quả", "Tập huấn", "Cập nhật", "Tham mưu"]
OBJECTS = ["bộ thủ tục mẫu về đăng ký cây xanh", "quy trình tiếp khách của xã Bến Gốm",
           "kho dữ liệu bến đò Sông Thao", "danh mục việc nhà làm theo quý",
           "cổng hỏi đáp của thị trấn Đá Vôi", "phần mềm một cửa phiên bản 2.0",
           "hồ sơ nhà văn hóa thôn", "quy chế phối hợp giữa các phòng",
           "sổ tay cán bộ mới", "đề án sáp nhập ba trạm bơm", "bản đồ tuyến xe buýt số 7"]
TAILS = ["theo hướng gọn, dễ hiểu, dễ tra cứu", "bảo đảm đúng hạn và đúng người",
         "trên địa bàn toàn tỉnh Sông Thao", "gắn với chuyển đổi số của từng đơn vị",
         "tại 126 xã, phường; báo cáo kết quả hằng quý", "giai đoạn 2026 - 2030",
         "theo Kế hoạch số 15/KH-UBND ngày 02/3/2026"]
AGENCIES = ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Văn phòng UBND tỉnh", "UBND các xã, phường",
            "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh",
            "Sở Nông nghiệp và Môi trường", "Thanh tra tỉnh", "Trung tâm Bến đò"]
PRODUCTS = ["Quyết định của UBND tỉnh", "Báo cáo", "Kế hoạch", "Văn bản chỉ đạo", "Tờ trình",
            "Nghị quyết của HĐND tỉnh", "Tỷ lệ hồ sơ đúng hạn đạt 98%", "Phần mềm được vận hành"]
DATES = ["Quý I/2026", "Quý II/2026", "30/6/2026", "Tháng 9/2026", "Thường xuyên", "Năm 2026",
         "15/12/2026", "Trước ngày 25/11/2026", "Hằng quý"]


class Maker:
    """Sentences of any length, the same each time."""

    def __init__(self, seed):
        self.r = random.Random(seed)

    def task(self, least=1, most=3):
        n = self.r.randint(least, most)
        parts = []
        for i in range(n):
            verb = self.r.choice(VERBS)
            parts.append(f"{verb if i == 0 else verb[0].lower() + verb[1:]} "
                         f"{self.r.choice(OBJECTS)} {self.r.choice(TAILS)}")
        return "; ".join(parts) + "."

    def agencies(self, least=1, most=3):
        return "; ".join(self.r.sample(AGENCIES, self.r.randint(least, most)))

    def agency(self):
        return self.r.choice(AGENCIES)

    def product(self):
        return self.r.choice(PRODUCTS)

    def date(self):
        return self.r.choice(DATES)


class Cell:
    def __init__(self, text, columns=1, rows=1, bold=False, align=None):
        self.text, self.columns, self.rows, self.bold, self.align = text, columns, rows, bold, align


class Look:
    def __init__(self, widths, landscape=False, font="Liberation Serif", size=12, valign=None,
                 halign=None, padding=0.1, border=True, line=100, repeat=True, below=0):
        self.widths, self.landscape, self.font, self.size = widths, landscape, font, size
        self.valign = valign or ["top"] * len(widths)
        self.halign = halign or ["start"] * len(widths)
        self.padding, self.border, self.line, self.repeat = padding, border, line, repeat
        self.below = below  # points after each paragraph


def paragraphs(text, style):
    return "".join(f'<text:p text:style-name="{style}">{escape(p)}</text:p>'
                   for p in text.split("\n"))


class Document:
    def __init__(self, name, look, header=None, footer=None):
        self.name, self.look, self.header, self.footer = name, look, header, footer
        self.body, self.truth, self.tables = [], [], 0

    def text(self, s, bold=False, align="start"):
        style = {"start": "T", "center": "TC"}[align] + ("B" if bold else "")
        self.body.append(paragraphs(s, style))

    def space(self):
        self.body.append('<text:p text:style-name="T"/>')

    def table(self, headings, rows, truth=True):
        """headings, rows: lists of rows of Cell or text; covered cells are left out."""
        self.tables += 1
        n = len(self.look.widths)
        out = [f'<table:table table:style-name="Tab">']
        out += [f'<table:table-column table:style-name="C{i}"/>' for i in range(n)]
        if self.look.repeat:
            out.append("<table:table-header-rows>")
        out += self.rows(headings, n, heading=True)
        if self.look.repeat:
            out.append("</table:table-header-rows>")
        out += self.rows(rows, n, heading=False, truth=truth)
        out.append("</table:table>")
        self.body.append("".join(out))

    def rows(self, rows, n, heading, truth=False):
        out, above = [], [None] * n  # what reaches down: [cell, rows left]
        for row in rows:
            out.append('<table:table-row table:style-name="R">')
            cells = [c if isinstance(c, Cell) else Cell(c) for c in row]
            column, line = 0, []
            while column < n:
                if above[column] and above[column][1] > 0:
                    cell = above[column][0]
                    above[column][1] -= 1
                    out.append("<table:covered-table-cell/>" * cell.columns)
                    line.append("^" + cell.text)
                    column += cell.columns
                    continue
                cell = cells.pop(0)
                spans = (f' table:number-columns-spanned="{cell.columns}"'
                         f' table:number-rows-spanned="{cell.rows}"'
                         if cell.columns * cell.rows > 1 else "")
                style = f"H{column}" if heading else f"B{column}"
                para = "PH" if heading else cell.align or f"P{column}"
                if cell.bold:
                    para = "PB"
                out.append(f'<table:table-cell table:style-name="{style}"{spans}>'
                           f'{paragraphs(cell.text, para)}</table:table-cell>')
                out.append("<table:covered-table-cell/>" * (cell.columns - 1))
                if cell.rows > 1:
                    above[column] = [cell, cell.rows - 1]
                line.append(cell.text.replace("\n", " "))
                line += ["<"] * (cell.columns - 1)
                column += cell.columns
            if truth:
                self.truth.append(line)
            out.append("</table:table-row>")
        return out

    def styles(self):
        look = self.look
        font = f'style:font-name="F" fo:font-size="{look.size}pt"'
        out = []

        def paragraph(name, align="start", bold=False, below=0):
            weight = ' fo:font-weight="bold"' if bold else ""
            out.append(
                f'<style:style style:name="{name}" style:family="paragraph">'
                f'<style:paragraph-properties fo:text-align="{align}" fo:margin-bottom="{below}pt"'
                f' fo:line-height="{look.line}%"/>'
                f'<style:text-properties {font}{weight}/></style:style>')

        paragraph("T", "justify", below=3)
        paragraph("TB", "start", True, 3)
        paragraph("TC", "center")
        paragraph("TCB", "center", True)
        paragraph("PH", "center", True)
        paragraph("PB", "start", True)
        for i, width in enumerate(look.widths):
            paragraph(f"P{i}", look.halign[i], below=look.below)
            out.append(f'<style:style style:name="C{i}" style:family="table-column">'
                       f'<style:table-column-properties style:column-width="{width}cm"/>'
                       f"</style:style>")
            border = "0.5pt solid #000000" if look.border else "none"
            for kind, align in (("H", "middle"), ("B", look.valign[i])):
                out.append(f'<style:style style:name="{kind}{i}" style:family="table-cell">'
                           f'<style:table-cell-properties fo:border="{border}"'
                           f' fo:padding="{look.padding}cm" style:vertical-align="{align}"/>'
                           f"</style:style>")
        out.append(f'<style:style style:name="Tab" style:family="table"><style:table-properties'
                   f' style:width="{sum(look.widths)}cm" table:align="left"/></style:style>'
                   '<style:style style:name="R" style:family="table-row">'
                   '<style:table-row-properties fo:keep-together="auto"/></style:style>')
        return "".join(out)

    def fodt(self):
        width, height = (29.7, 21.0) if self.look.landscape else (21.0, 29.7)
        edges = ""
        for kind, what in (("header", self.header), ("footer", self.footer)):
            if what:
                what = escape(what).replace("#", "<text:page-number/>")
                edges += f'<style:{kind}><text:p text:style-name="TE">{what}</text:p></style:{kind}>'
        extra = "".join(f"<style:{k}-style><style:header-footer-properties fo:min-height=\"0.6cm\"/>"
                        f"</style:{k}-style>" for k, what in
                        (("header", self.header), ("footer", self.footer)) if what)
        return f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="{self.look.font}"/>
</office:font-face-decls>
<office:styles><style:style style:name="TE" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties style:font-name="F" fo:font-size="11pt"/>
</style:style></office:styles>
<office:automatic-styles>{self.styles()}
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="{width}cm"
 fo:page-height="{height}cm" fo:margin="2cm" style:print-orientation="{'landscape' if
 self.look.landscape else 'portrait'}"/>{extra}</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">{edges}
</style:master-page></office:master-styles>
<office:body><office:text>{"".join(self.body)}</office:text></office:body></office:document>'''

    def write(self, folder):
        with tempfile.TemporaryDirectory() as work:
            source = os.path.join(work, self.name + ".fodt")
            with open(source, "w", encoding="utf-8") as f:
                f.write(self.fodt())
            subprocess.run(["soffice", "--headless", "-env:UserInstallation=file:///tmp/lo-pdf",
                            "--convert-to", "pdf", "--outdir", work, source], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            pdf = os.path.join(work, self.name + ".pdf")
            if os.environ.get("KEEP_PDF"):
                subprocess.run(["cp", pdf, folder], check=True)
            for option, ending in (("-tsv", ".tsv"), ("-layout", ".layout.txt")):
                subprocess.run(["pdftotext", option, pdf,
                                os.path.join(folder, self.name + ending)], check=True)
        with open(os.path.join(folder, self.name + ".truth"), "w", encoding="utf-8") as f:
            for row in self.truth:
                f.write("\t".join(row) + "\n")

    def opening(self, title):
        self.text("ỦY BAN NHÂN DÂN TỈNH SÔNG THAO", True, "center")
        self.text("Số: 15/KH-UBND", align="center")
        self.text("Sông Thao, ngày 02 tháng 3 năm 2026", align="center")
        self.space()
        self.text("KẾ HOẠCH", True, "center")
        self.text(title, True, "center")
        self.space()
        self.text("Căn cứ tình hình thực tế của tỉnh Sông Thao, Ủy ban nhân dân tỉnh ban hành kế hoạch "
                  "này để các sở, ban, ngành và các xã, phường có căn cứ thực hiện, theo dõi và báo cáo "
                  "kết quả theo quy định.")

    def closing(self):
        self.space()
        self.text("Các cơ quan, đơn vị căn cứ kế hoạch này tổ chức thực hiện; có vướng mắc thì phản ánh "
                  "về Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định.")
        self.text("Nơi nhận:")
        self.text("- Như trên;")
        self.text("- Lưu: VT.")


def top_aligned():
    """Portrait, cells at the top, groups over the full width behind their number, rows cut."""
    m, look = Maker(1), Look([1.1, 5.6, 2.9, 2.9, 2.2, 2.5])
    d = Document("top", look)
    d.opening("Cải cách hành chính năm 2026")
    rows, n = [], 0
    for group in range(4):
        rows.append([Cell("I II III IV".split()[group], bold=True),
                     Cell(["CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH VÀ CƠ CHẾ MỘT CỬA TRONG GIẢI "
                           "QUYẾT CÔNG VIỆC CỦA CÁC SỞ, NGÀNH", "TỔ CHỨC BỘ MÁY",
                           "TÀI CHÍNH CÔNG"][group], columns=5, bold=True)])
        for _ in range(5):
            n += 1
            rows.append([str(n), m.task(), m.agency(), m.agencies(), m.date(), m.product()])
    d.table([["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
              "Sản phẩm"]], rows)
    d.closing()
    return d


def centred():
    """Landscape, cells centred, cells over several rows, a heading of two levels, an empty column."""
    m = Maker(2)
    look = Look([1.2, 7.0, 3.4, 4.0, 2.6, 2.6, 3.0, 1.8], True, size=13,
                valign=["middle"] * 8,
                halign=["center", "justify", "center", "center", "center", "center", "start", "start"])
    d = Document("centred", look, header="#")
    d.opening("Số hóa bến đò giai đoạn 2026 - 2030")
    rows, n = [], 0
    for group, size in enumerate([3, 4, 2, 5]):
        rows.append([Cell("ABCD"[group], bold=True),
                     Cell(["Nhóm dữ liệu", "Nhóm hạ tầng bến đò và đường dẫn", "Nhóm con người",
                           "Nhóm an toàn"][group], columns=7, bold=True)])
        for i in range(size):
            n += 1
            row = [str(n), m.task(1, 2)]
            if group in (0, 3):
                if i == 0:
                    row.append(Cell(m.agency(), rows=size))
            else:
                row.append(m.agency())
            row.append(m.agencies(1, 2))
            row.append(m.date())
            if group == 1:
                if i % 2 == 0:
                    row.append(Cell(m.date(), rows=2))
            else:
                row.append(m.date())
            row += [m.product(), ""]
            rows.append(row)
    d.table([[Cell("TT", rows=2), Cell("Nhiệm vụ", rows=2), Cell("Đơn vị chủ trì", rows=2),
              Cell("Đơn vị phối hợp", rows=2), Cell("Thời gian", columns=2), Cell("Sản phẩm", rows=2),
              Cell("Ghi chú", rows=2)], ["Bắt đầu", "Kết thúc"]], rows)
    return d


def borderless():
    """No lines, small sans letters, narrow columns; numbers at the top, the rest centred."""
    m = Maker(3)
    look = Look([1.0, 6.2, 2.6, 2.6, 2.4, 2.2], font="Liberation Sans", size=10, border=False,
                padding=0.12, valign=["top", "top"] + ["middle"] * 4,
                halign=["center", "start", "start", "start", "center", "start"])
    d = Document("borderless", look, footer="- # -")
    d.opening("Sổ tay cán bộ")
    rows = [[str(i + 1) + ".", m.task(1, 3), m.agency(), m.agencies(), m.product(), m.date()]
            for i in range(26)]
    d.table([["Số TT", "Nhiệm vụ cụ thể", "Chủ trì", "Phối hợp", "Kết quả", "Thời hạn"]], rows)
    d.closing()
    return d


def unrepeated():
    """Headings on the first page only, header and footer on each, very long cells cut by pages."""
    m = Maker(4)
    look = Look([1.1, 6.0, 2.8, 2.8, 2.3, 2.2], repeat=False, below=3,
                halign=["center"] + ["justify"] + ["start"] * 4)
    d = Document("unrepeated", look, header="Kế hoạch của tỉnh Sông Thao", footer="Trang #")
    d.opening("Rà soát thủ tục")
    rows = [[str(i + 1), m.task(2, 6), m.agency(), m.agencies(2, 4), m.date(),
             m.product() + (";\n" + m.product() if i % 3 == 0 else "")] for i in range(14)]
    d.table([["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]], rows)
    d.closing()
    return d


def numbered_twice():
    """Two columns of numbers, a row (1)(2)(3), cells over several rows at their top."""
    m = Maker(5)
    look = Look([1.1, 1.1, 5.2, 2.9, 2.9, 2.3, 2.0])
    d = Document("numbered", look, header="#")
    d.opening("Nâng cao chỉ số hài lòng")
    rows = [[Cell(f"({i})", align="PH") for i in range(1, 8)]]
    n = 0
    for group in range(5):
        size = [3, 2, 4, 3, 3][group]
        rows.append(["", Cell(str(group + 1), bold=True), Cell(m.task(1, 1), bold=True), "", "", "", ""])
        lead = m.agency()
        for i in range(size):
            n += 1
            row = [str(n), "abcdefgh"[i] + ")", m.task(1, 2)]
            if group % 2 == 0:
                if i == 0:
                    row.append(Cell(lead, rows=size))
            else:
                row.append(m.agency())
            rows.append(row + [m.agencies(1, 2), m.date(), m.product()])
    d.table([["TT", "Mục", "Tên nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Ghi chú"]],
            rows)
    return d


def tight():
    """No padding at all, cells centred, a table of targets before, text between and behind."""
    m = Maker(6)
    look = Look([1.2, 8.5, 4.2, 4.6, 3.2, 3.6], True, padding=0, valign=["middle"] * 6,
                halign=["center", "justify", "center", "center", "center", "justify"])
    d = Document("tight", look, footer="#")
    d.opening("Thi đua của các xã, phường")
    d.text("1. Chỉ tiêu", True)
    d.table([["TT", "Chỉ tiêu", "Đơn vị tính", "Cơ quan theo dõi", "Thời gian", "Mức đạt"]],
            [[str(i + 1), m.task(1, 1), "%", m.agency(), "Năm 2026", str(90 + i)] for i in range(4)])
    d.space()
    d.text("2. Nhiệm vụ", True)
    rows = []
    for i in range(18):
        if i % 6 == 0:
            rows.append([Cell("I II III".split()[i // 6] + ". NHÓM VIỆC THỨ " +
                              ["NHẤT", "HAI", "BA"][i // 6] + " CỦA CÁC ĐƠN VỊ TRONG TOÀN TỈNH, GỒM CẢ "
                              "CÁC XÃ, PHƯỜNG", columns=6, bold=True)])
        rows.append([str(i + 1), m.task(1, 3), m.agency(), m.agencies(), m.date(), m.product()])
    d.table([["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"]], rows)
    d.closing()
    return d


def narrow():
    """Columns closer than blanks are wide, headings over all columns of several lines, a column that is
    often empty; rows that end with their page."""
    m = Maker(7)
    look = Look([1.2, 6.5, 2.4, 2.4, 2.3, 2.2], size=12, padding=0.05,
                halign=["center", "justify"] + ["start"] * 4)
    d = Document("narrow", look, header="#")
    d.opening("Đưa việc nhỏ về xã")
    rows = []
    for i in range(36):
        if i % 9 == 0:
            rows.append([Cell("I II III IV".split()[i // 9] + ".", bold=True),
                         Cell("Tăng cường " + m.task(2, 2), columns=5, bold=True)])
        rows.append([f"{i + 1}.", m.task(1, 3), m.agency(), m.agencies() if i % 3 else "", m.product(),
                     m.date()])
    d.table([["TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả",
              "Thời gian hoàn thành"]], rows)
    d.closing()
    return d


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "cases", "pdf")
    for make in (top_aligned, centred, borderless, unrepeated, numbered_twice, tight, narrow):
        make().write(folder)


if __name__ == "__main__":
    main()
