# SPDX-License-Identifier: MIT
"""Reads a page as strictly as XML is read: every element closed in its order, attributes quoted, ids
once and referred to, nothing that runs or is fetched, headings in their order, tables with scopes.

    page.py FILE LANGUAGE"""
import html.parser, re, sys

VOID = {"meta", "link", "br"}
KNOWN = set("""html head meta link title style body header main section h1 h2 p dl div dt dd span figure figcaption ul ol
    li table caption thead tbody tr th td svg defs symbol pattern g path rect circle line use text desc""".split())
ATTRIBUTES = set("""lang charset content name http-equiv rel href id class role scope tabindex aria-labelledby aria-hidden
    focusable width height x y x1 x2 y1 y2 cx cy r d patternunits""".split())


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.refs, self.wrong, self.seen, self.text = [], [], [], [], [], ""

    def handle_starttag(self, tag, attributes):
        at = self.getpos()
        self.seen.append(tag)
        if tag not in KNOWN:
            self.wrong.append(f"{at}: <{tag}>")
        names = [n for n, _ in attributes]
        for n, v in attributes:
            if n not in ATTRIBUTES or v is None:
                self.wrong.append(f"{at}: attribute {n}")
            if n == "id":
                self.ids.append(v)
            if n == "href":
                if not v.startswith("#") and v != "data:,":
                    self.wrong.append(f"{at}: href {v}")
                self.refs += [v[1:]] if v.startswith("#") else []
            if n == "aria-labelledby":
                self.refs += v.split()
        if len(set(names)) != len(names):
            self.wrong.append(f"{at}: an attribute twice")
        if tag == "th" and "scope" not in names:
            self.wrong.append(f"{at}: th without scope")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"{self.getpos()}: </{tag}>")

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text += data


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as f:
        source = f.read()
    page = Page()
    page.feed(source)
    page.close()
    wrong = page.wrong + [f"<{t}> is open" for t in page.open]
    wrong += [f"id {i} twice" for i in set(page.ids) if page.ids.count(i) > 1]
    wrong += [f"#{r} is nowhere" for r in page.refs if r not in page.ids]
    wrong += [f"{t}: {page.seen.count(t)}" for t in ("html", "head", "body", "main", "h1", "header") if page.seen.count(t) != 1]
    style = re.search(r"<style>(.*?)</style>", source, re.S).group(1)
    if re.search(r"@import|url\((?!#)", style) or style.count("{") != style.count("}"):
        wrong.append("the style sheet")
    if not source.startswith(f'<!DOCTYPE html>\n<html lang="{sys.argv[2]}">'):
        wrong.append("the beginning")
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", source):
        wrong.append("a control character")
    if re.search(r"\d %", page.text):
        wrong.append("a % that may stand alone on a line")
    print("\n".join(wrong[:20]), end="")
    sys.exit(bool(wrong))


main()
