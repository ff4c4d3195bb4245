# SPDX-License-Identifier: MIT
"""The same, written as the tools read it."""
import csv
import json
import re

from cases import AREAS, BP, DN

HEADINGS = {"date": "Ngày", "plan": "kế hoạch", "task": "Nhiệm vụ", "agency": "cơ quan", "period": "kỳ",
            "status": "Trạng thái", "value": "giá trị", "evidence": "minh chứng", "note": "ghi chú"}

def quoted(value):
    return json.dumps(value, ensure_ascii=False)


def write_plan(p, path):
    """Writes it and notes the line of each task."""
    out = ["par: plan/1", "id: " + p["id"], "title: " + p["title"], "document: 1/KH-UBND", "issued: %s" % p["issued"],
           "issuer: UBND tỉnh " + {BP: "Bình Phước", DN: "Đồng Nai"}[p["of"]], "level: " + p["level"],
           "period: %s" % "..".join(sorted({str(d.year) for d in p["period"]})),
           "settings: {before: %s, roll: %s}" % (p["before"], p["roll"]), "areas:"]
    out += ["  - {id: %s, title: Mục, field: %s}" % a for a in AREAS.items()]
    out += ["tasks:"]
    for t in p["tasks"]:
        t["file"], t["line"] = path, len(out) + 1
        out += ["  - id: " + quoted(t["id"])]
        out += ["    %s: %s" % (k, quoted(t[k])) for k in ("area", "text", "product", "lead", "with", "start", "due") if t[k]]
        if t["said"] and t["due"]:
            out += ["    cells: {due: %s}" % quoted(t["said"])]
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


def write_registry(reg, path):
    out = ["par: agencies/1", "agencies:"]
    for a in reg.agencies:
        out += ["  - {id: %s, name: %s" % (a["id"], a["name"])
                + (", aliases: %s" % quoted(a["aliases"]) if a.get("aliases") else "")
                + (", kind: %s, of: %s" % (a["kind"], a["of"]) if a["of"] else "")
                + "".join(", %s: %s" % (k, a[k]) for k in ("from", "until") if a.get(k))
                + (", becomes: [{id: %s, from: %s}]" % a["becomes"][0] if a.get("becomes") else "") + "}"]
    out += ["groups:"] + ["  - {name: %s, aliases: %s, members: {kind: %s, of: %s}}" % (
        quoted(g["name"]), quoted(g.get("aliases", [])), quoted(g["kinds"]), g["of"]) for g in reg.groups]
    out += ["open: " + quoted(sorted(reg.open))]
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


def write_calendar(cal, path):
    out = ["par: calendar/1", "years:"]
    for year in (2023, 2024, 2025, 2026):
        out += ["  - year: %d" % year, "    source: 1/TB", "    off: %s" % (
            "[" + ", ".join("{date: %s, name: Nghỉ}" % d for d in sorted(cal.off) if d.year == year) + "]"),
            "    work: [%s]" % ", ".join(str(d) for d in sorted(cal.work) if d.year == year)]
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


def vietnamese_day(text):
    return "/".join(reversed(text.split("-"))) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


class Layout:
    """How the logs of a case are laid out: columns and their names, separator, dates, ends of lines."""

    def __init__(self, r):
        self.columns = list("date plan task agency period status value evidence note logged".split())
        if r.random() < 0.3:
            r.shuffle(self.columns)
        self.names = HEADINGS if r.random() < 0.3 else {}
        self.separator, self.end = r.choice(",,,;\t"), r.choice(["\n", "\n", "\r\n"])
        self.day = vietnamese_day if r.random() < 0.3 else str
        self.mark = r.choice(["", "", "\ufeff"])

    def write(self, rows, path):
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write(self.mark)
            w = csv.writer(f, delimiter=self.separator, lineterminator=self.end)
            w.writerow(self.names.get(c, c) for c in self.columns)
            for row in rows:
                w.writerow(self.day(row[c]) if c in ("date", "value") else row[c] for c in self.columns)
