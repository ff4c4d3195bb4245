# SPDX-License-Identifier: MIT
"""A strict reader of iCalendar (RFC 5545), as far as par-due writes it.

    ics.py FILE              checks the file; prints nothing when all is well
    ics.py FILE NAME…        prints the values of these properties of each VEVENT, parted by |
"""
import datetime, re, sys

NAME = re.compile(r"[A-Z][A-Z0-9-]*\Z")
ONCE = {
    "VCALENDAR": ["VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME"],
    "VEVENT": ["UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP"],
    "VALARM": ["ACTION", "DESCRIPTION", "TRIGGER"],
    "VTIMEZONE": ["TZID"],
    "STANDARD": ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
}
MAY = {"VEVENT": ["CATEGORIES"], "VCALENDAR": ["X-WR-TIMEZONE"]}
WITHIN = {"VCALENDAR": [None], "VEVENT": ["VCALENDAR"], "VTIMEZONE": ["VCALENDAR"], "VALARM": ["VEVENT"],
          "STANDARD": ["VTIMEZONE"]}


def lines(data):
    if not data.endswith(b"\r\n"):
        raise ValueError("the last line has no CRLF")
    folded = data[:-2].split(b"\r\n")
    out = []
    for n, raw in enumerate(folded, 1):
        if len(raw) > 75:
            raise ValueError(f"line {n} has {len(raw)} octets")
        text = raw.decode("utf-8")  # a cut character is no UTF-8
        if re.search(r"[\x00-\x1f\x7f]", text):
            raise ValueError(f"line {n} holds a control character")
        if text.startswith(" "):
            if not out:
                raise ValueError("the first line is a continuation")
            out[-1] += text[1:]
        else:
            out.append(text)
    return out


def unescape(text, parts=False):
    found, at = [""], 0
    while at < len(text):
        c = text[at]
        if c == "\\":
            at += 1
            if text[at] not in "\\;,nN":
                raise ValueError(f"\\{text[at]} is no escape")
            found[-1] += "\n" if text[at] in "nN" else text[at]
        elif c == "," and parts:
            found.append("")
        elif c in ";,":
            raise ValueError(f"a bare {c} in {text!r}")
        else:
            found[-1] += c
        at += 1
    return found if parts else found[0]


def value(name, parameters, text):
    if name == "DTSTART" and parameters == ["VALUE=DATE"]:
        return datetime.datetime.strptime(text, "%Y%m%d").date().isoformat()
    if name == "DTSTAMP":
        return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ").isoformat() + "Z"
    if name == "SEQUENCE":
        return str(int(text))
    if name == "CATEGORIES":
        return "+".join(unescape(text, parts=True))
    if name in ("UID", "SUMMARY", "DESCRIPTION", "PRODID", "X-WR-CALNAME"):
        return unescape(text)
    return text


def read(data):
    top, stack = [], []
    for line in lines(data):
        head, sep, text = line.partition(":")
        name, *parameters = head.split(";")
        if not sep or not NAME.match(name):
            raise ValueError(f"no content line: {line!r}")
        if name == "BEGIN":
            parent = stack[-1]["kind"] if stack else None
            if text not in WITHIN or parent not in WITHIN[text]:
                raise ValueError(f"{text} within {parent}")
            part = {"kind": text, "has": {}, "parts": []}
            (stack[-1]["parts"] if stack else top).append(part)
            stack.append(part)
        elif name == "END":
            check(stack.pop(), text)
        elif name in stack[-1]["has"]:
            raise ValueError(f"{name} twice")
        else:
            stack[-1]["has"][name] = value(name, parameters, text)
    if stack or len(top) != 1:
        raise ValueError("not one whole VCALENDAR")
    return top[0]


def check(part, end):
    kind, has = part["kind"], part["has"]
    if end != kind:
        raise ValueError(f"END:{end} of a {kind}")
    missing = [n for n in ONCE[kind] if not has.get(n)]
    strange = [n for n in has if n not in ONCE[kind] + MAY.get(kind, [])]
    if missing or strange:
        raise ValueError(f"{kind}: missing {missing}, strange {strange}")
    if kind == "VCALENDAR" and not part["parts"]:
        raise ValueError("an empty VCALENDAR")
    if kind == "VEVENT" and has["STATUS"] not in ("CONFIRMED", "CANCELLED"):
        raise ValueError(has["STATUS"])


def main():
    with open(sys.argv[1], "rb") as f:
        calendar = read(f.read())
    events = [p for p in calendar["parts"] if p["kind"] == "VEVENT"]
    uids = [e["has"]["UID"] for e in events]
    if len(set(uids)) != len(uids):
        raise ValueError("a UID twice: " + next(u for u in uids if uids.count(u) > 1))
    for e in events:
        e["has"]["ALARMS"] = " ".join(p["has"]["TRIGGER"] for p in e["parts"])
        if sys.argv[2:]:
            print("|".join(e["has"].get(n, "") for n in sys.argv[2:]))


if __name__ == "__main__":
    main()
