# SPDX-License-Identifier: MIT
"""Random plans, registries, calendars and logs through par-due and through the oracle.

usage: run.py [FIRST [COUNT]]      (seeds FIRST … FIRST+COUNT-1; COUNT else of $ORACLE_CASES, else 200)
Prints the differences of each seed that differs and leaves its files in oracle-SEED/.
"""
import csv
import io
import os
import random
import re
import shutil
import subprocess
import sys
from datetime import date

from cases import AREAS, calendar, logs, plan, registry, some_day
from deadlines import Calendar
from duties import Oracle
from files import Layout, write_calendar, write_plan, write_registry
from questions import Question, question

FIELDS = ("due status days plan task period area field lead agency via product text with start said "
          "extended_from done percent evidence file line").split()
LINES = 12                                   # of one seed's differences


def said(t):
    due = t["due"] if isinstance(t["due"], list) else [t["due"]] if t["due"] else []
    return t["said"] if t["said"] and due else ", ".join(d["due"] if isinstance(d, dict) else d for d in due)


def expected(o, plan_path):
    t, day = o.task, lambda d: d.isoformat() if d else ""
    return dict(zip(FIELDS, [
        day(o.final), o.status, o.days, o.plan["id"], t["id"] + ("/%d" % o.milestone if o.milestone else ""),
        o.period, t["area"] or "", AREAS.get(t["area"], ""), o.lead, o.who, o.via, t["product"] or "", t["text"],
        "; ".join(t["with"]), t["start"] or "", said(t), day(o.extended_from), day(o.ended), o.percent, o.evidence, plan_path, str(t["line"])]))



def run(arguments):
    done = subprocess.run([os.path.join(os.environ.get("PAR_BIN", "bin"), "par-due"), *arguments],
                          capture_output=True, text=True, env={"PAR_LANG": "en", "PATH": os.environ["PATH"]})
    table = csv.DictReader(io.StringIO(done.stdout))
    assert table.fieldnames == FIELDS, table.fieldnames
    return list(table), done.returncode, done.stderr


def differences(got, want):
    label = lambda row: "|".join(row[f] for f in ("plan", "task", "period", "agency"))
    out = []
    mine = {label(w): w for w in want}
    for g in got:
        w = mine.pop(label(g), None)
        if not w:
            out.append("only par-due: %s %s %s" % (label(g), g["due"], g["status"]))
            continue
        out += ["%s: %s is %r, not %r" % (label(g), f, g[f], w[f]) for f in FIELDS if g[f] != w[f]]
    out += ["only the oracle: %s %s %s" % (k, w["due"], w["status"]) for k, w in mine.items()]
    if not out and len(got) != len(want):
        out.append("%d rows, not %d" % (len(got), len(want)))
    if not out and [label(g) for g in got] != [label(w) for w in want]:
        out.append("order: " + str([(label(g), label(w)) for g, w in zip(got, want) if label(g) != label(w)][:3]))
    return out


def rows_set_aside(oracle, status, messages):
    """The rows reported are those the oracle sets aside; rows of an unknown plan are told once."""
    told = {(m[1], int(m[2])) for m in re.finditer(r"^([^:\n]*):(\d+):.* error: .* set aside", messages, re.M)}
    want = {p for p in oracle.rejected if p not in oracle.planless}
    out = [] if told - oracle.planless == want else ["set aside %s, not %s" % (sorted(told), sorted(want))]
    return out if status == bool(oracle.rejected) else out + ["exit status %d" % status]


def write_case(r, plans, reg, cal, log):
    """The names of the files."""
    layout, names = Layout(r), []
    for p in plans:
        names.append(p["id"] + ".yaml")
        write_plan(p, names[-1])
    if reg:
        names.append("agencies.yaml")
        write_registry(reg, names[-1])
    names.append("calendar.yaml")
    write_calendar(cal, names[-1])
    for path, rows in log:
        names.append(path)
        layout.write(rows, path)
    return names


def ask(asked, arguments, oracle):
    got, status, messages = run(arguments)
    want = [expected(o, o.task["file"]) for o in oracle.rows() if asked.wants(oracle, o)]
    bad = differences(got, want) + rows_set_aside(oracle, status, messages)
    return bad and bad[:LINES] + ["par-due " + " ".join(arguments)] + messages.splitlines()


def case(seed):
    """What differs, as lines of text."""
    r = random.Random(seed)
    plans = [plan(r, n) for n in range(r.choice([1, 1, 2]))]
    reg, cal, log = registry(r), calendar(r) or Calendar(), logs(r, plans)
    as_of = some_day(r, date(2024, 1, 1), date(2025, 2, 1))
    files = write_case(r, plans, reg, cal, log)
    known = as_of.isoformat() + "T00:00:00Z" if r.random() < 0.3 else None
    common = ["--as-of", str(as_of), "--format", "csv"] + (["--known", known] if known else []) + files
    for asked in [Question(["--all"], everything=True)] + [question(r, plans, as_of) for _ in range(3)]:
        oracle = Oracle(plans, log, reg, cal, as_of, known, asked.horizon, asked.agency)
        bad = ask(asked, asked.words + common, oracle)
        if bad:
            return bad
    return []


def main():
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else int(os.environ.get("ORACLE_CASES", "200"))
    home, failed = os.getcwd(), 0
    for seed in range(first, first + count):
        folder = os.path.join(home, "oracle-%d" % seed)
        os.makedirs(folder, exist_ok=True)
        os.chdir(folder)
        bad = case(seed)
        if bad:
            failed += 1
            print("seed %d:" % seed, *bad, sep="\n    ")
        else:
            shutil.rmtree(folder)
    print("%d cases, %d differ" % (count, failed))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
