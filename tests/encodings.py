#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One plan in every encoding, as text and as web pages whose letters are in their bytes or in their
fonts: par-import must give the same plan each time. TCVN3 has no capitals with a tone but in a font,
so the plan has none."""
import os, re, subprocess, sys, tempfile, unicodedata
import grids

HEAD = ["UBND tỉnh Sông Thao", "Số: 12/KH-UBND", "Sông Thao, ngày 5 tháng 1 năm 2024",
        "Kế hoạch", "Cải cách hành chính nhà nước năm 2024"]
ROWS = [["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
        ["1", "Rà soát, cập nhật quy trình nội bộ giải quyết thủ tục hành chính", "Quyết định",
         "Sở Nội vụ", "Các sở, ban, ngành", "Trước ngày 31/10/2024"],
        ["2", "Hướng dẫn sử dụng hệ thống một cửa", "Văn bản", "Sở Khoa học và Công nghệ",
         "UBND các xã, phường", "Quý II/2024"],
        ["3", "Tổ chức kiểm tra công vụ định kỳ", "Báo cáo", "Thanh tra tỉnh", "Sở Tài chính",
         "Thường xuyên trong năm"]]
TEXT = "\n".join(HEAD + ["\t".join(row) for row in ROWS]) + "\n"


def html(rows, style="", meta=""):
    body = "".join(f"<p>{line}</p>\n" for line in HEAD)
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>\n" for row in rows)
    return f'<html><head>{meta}</head><body{style}>\n{body}<table>\n{table}</table></body></html>\n'


def meta(charset):
    return f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'


def documents():
    for how in ["", "nfd", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258",
                "tcvn3", "vni"]:
        yield f"text in {how or 'utf-8'}", "plan.txt", grids.page("page " + how, TEXT)
        if how != "utf-32":  # no browser reads it
            yield f"page in {how or 'utf-8'}", "plan.html", grids.page("page " + how, html(ROWS))
    for how, name in [("", "utf-8"), ("cp1258", "windows-1258"), ("", "windows-1258"),
                      ("cp1258", "utf-8"), ("utf-16", "unicode"), ("tcvn3", "x-viet-tcvn5712"),
                      ("tcvn3", "iso-8859-1"), ("vni", "x-user-defined")]:
        yield (f"page in {how or 'utf-8'} that says {name}", "plan.html",
               grids.page("page " + how, html(ROWS, meta=meta(name))))
    for how, font in [("tcvn3", ".VnTime"), ("vni", "VNI-Times")]:
        style = f" style=\"font-family:'{font}',serif\""
        letters = grids.page("page " + how, html(ROWS, style)).decode("cp1252")
        yield f"page in {font}", "plan.html", letters.encode("cp1252")
        yield f"page in {font}, as UTF-8", "plan.html", letters.encode()
        yield f"page in {font}, as UTF-16", "plan.html", letters.encode("utf-16")
        yield f"page in {font} by entities", "plan.html", letters.encode("ascii", "xmlcharrefreplace")
        yield f"text of {font} as UTF-8", "plan.txt", grids.page("page " + how, TEXT).decode("cp1252").encode()
    yield "text that was taken for Windows-1252", "plan.txt", TEXT.encode().decode("latin-1").encode()
    yield "text with lines ended as on a Mac", "plan.txt", TEXT.replace("\n", "\r").encode()


def plan(path):
    done = subprocess.run(["par-import", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    text = re.sub(r"(?m)^source:\n(  .*\n)*", "", done.stdout.decode())
    return re.sub(r"(?m)^    at: .*\n", "", text) or done.stderr.decode()


def main():
    want, failed, count = None, 0, 0
    for name, file, data in documents():
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, file)
            open(path, "wb").write(data)
            got = plan(path)
        want = want or got
        count += 1
        if got != want or got.count("\n  - id:") != 3:
            failed += 1
            print(f"{name}:\n{got}\nwant:\n{want}")
    print(f"{count} documents, {failed} with another plan")
    sys.exit(failed != 0)


main()
