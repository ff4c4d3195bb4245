# SPDX-License-Identifier: MIT
"""Random plans and logs through par-report and through a count of what the oracle says, and whether
the counts of every view add up.

usage: reports.py [FIRST [COUNT]]     (COUNT else of $ORACLE_REPORTS, else 60)
"""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date

from agencies import collated
from cases import AREAS, calendar, logs, plan, registry, some_day
from deadlines import DAY, Calendar, bounds
from duties import Oracle
from run import write_case

STATES = ("not-started in-progress not-started-overdue in-progress-overdue done-on-time done-late done waiting "
          "ongoing no-date invalid-date cancelled").split()
DONE = ("done-on-time", "done-late", "done")
IN_TIME, LATE = ("not-started", "in-progress"), ("not-started-overdue", "in-progress-overdue")
NEVER = date.max


def begun(oracle, o):
    return oracle.fold(o, oracle.as_of).begun


def recurs(obligations):
    """Two or more occurrences of a recurring deadline in the plan that are not called off."""
    last = obligations[0].plan["period"][1]
    names = {(o.part.rhythm, o.part.spec, o.period) for o in obligations
             if o.part.kind in ("recurring", "open") and o.status != "cancelled" and bounds(o.period)[0] <= last}
    return len(names) > 1


def task_state(oracle, obligations, recurring):
    live = [o for o in obligations if o.status != "cancelled"]
    states = {o.status for o in live}
    if not live:
        return "cancelled"
    if recurring:
        return "recurring"
    if "invalid-date" in states:
        return "invalid-date"
    if states & set(LATE):
        return "in-progress-overdue" if any(begun(oracle, o) for o in live) else "not-started-overdue"
    if states <= set(DONE):
        return next(s for s in ("done-late", "done-on-time", "done") if s in states)
    if "in-progress" in states or states & set(DONE):
        return "in-progress"
    return next(s for s in ("not-started", "waiting", "no-date", "ongoing") if s in states)


def holder(oracle, o):
    """Who is bound, so that those that are one are equal; and the name and place to show."""
    agency = oracle.registry.today(o.agency, oracle.as_of) if o.agency else None
    of = agency["of"] if agency else o.plan["of"] if o.who else ""
    return (of or "", agency["id"] if agency else "", o.who if not agency else "")


class Item:
    """One thing that is counted."""

    def __init__(self, oracle, parts, recurring=None):
        self.parts, first = parts, parts[0]
        self.plan, self.task, self.who = first.plan, first.task, holder(oracle, first)
        self.name = first.who
        self.state = first.status if recurring is None else task_state(oracle, parts, recurring)
        live = [o for o in parts if o.status != "cancelled" or self.state == "cancelled"]
        self.due = max((o.final for o in live if o.final), default=None)
        self.done = max(o.ended for o in live) if all(o.ended for o in live) else None
        self.soon = self.state in IN_TIME and any(
            o.status in IN_TIME and (o.final - oracle.as_of).days <= 7 for o in live)


def items(oracle, count, by_agency):
    own = [o for o in oracle.obligations if not o.picked and (o.part.kind != "open" or int(o.period) <= max(oracle.as_of.year, o.plan["period"][1].year))]
    if count == "obligations":
        return [Item(oracle, [o]) for o in own]
    tasks, out = {}, []
    for o in own:
        tasks.setdefault((o.plan["id"], o.place), []).append(o)
    for parts in tasks.values():
        recurring, mine = recurs(parts), {}
        for o in parts:
            mine.setdefault(holder(oracle, o) if by_agency else None, []).append(o)
        out += [Item(oracle, m, recurring) for m in mine.values()]
    return out


def key(by, item, several):
    if by == "area":
        area = item.task["area"] or ""
        return area and several and item.plan["id"] + "/" + area or area
    if by in ("quarter", "month") and item.due:
        return "%d-%s" % (item.due.year, "%02d" % item.due.month if by == "month" else "Q%d" % ((item.due.month + 2) // 3))
    return {"field": AREAS.get(item.task["area"], ""), "plan": item.plan["id"], "level": item.plan["level"],
            "status": item.state, "agency": item.name}.get(by, "")


def order(by, code):
    if not code:
        return (1,)
    ranks = {"field": list(AREAS.values()), "level": ["province", "district"], "status": STATES + ["recurring"]}
    return (0, ranks[by].index(code)) if by in ranks else (0, collated(code)) if by == "agency" else (0, code)


def rate(part, whole):
    n = (part * 20000 + whole) // (2 * whole) if whole else None
    return "" if n is None else "%d.%02d" % divmod(n, 100)


def groups(by, things):
    """Groups in order, each with its things; of two agencies of one name the place is said."""
    several, rows = len({i.plan["id"] for i in things}) > 1, {}
    for i in things:
        rows.setdefault((key(by, i, several), i.who if by == "agency" else None), []).append(i)
    same = Counter(name for name, _ in rows)
    ordered = sorted(rows, key=lambda k: (order(by, k[0]), k[1] or ()))
    return [(name if same[name] < 2 else "%s (%s)" % (name, who[0]), rows[name, who]) for name, who in ordered]


def summary(by, count, things):
    names = STATES + (["recurring"] if count == "tasks" else [])
    for name, mine in groups(by, things):
        c = Counter(i.state for i in mine)
        row = {by: name, "total": str(len(mine))}
        if by != "status":
            dated = sum(c[s] for s in IN_TIME + LATE) + c["done-on-time"] + c["done-late"]
            row.update({s: str(c[s]) for s in names},
                       rate_all=rate(sum(c[s] for s in DONE), len(mine) - c["cancelled"]),
                       rate_dated=rate(c["done-on-time"] + c["done-late"], dated))
        yield row


def agencies(things, first, last):
    for name, mine in groups("agency", things):
        c = Counter(i.state for i in mine)
        yield {"agency": name, "total": str(len(mine)), "done-on-time": str(c["done-on-time"]),
               "done-late": str(c["done-late"]), "done": str(c["done"]), "in_time": str(sum(c[s] for s in IN_TIME)),
               "overdue": str(sum(c[s] for s in LATE)), "due_soon": str(sum(i.soon for i in mine)),
               "done_in_period": str(sum(i.state in DONE and bool(i.done) and first <= i.done <= last for i in mine))}


def trend(oracle_on, count, by, first, last):
    """Only the sums: the last row is today's."""
    things = items(oracle_on, count, False)
    c = Counter(i.state for i in things)
    return {"date": last.isoformat(), "total": str(len(things)), "done": str(sum(c[s] for s in DONE)),
            "late": str(sum(c[s] for s in LATE)), "open": str(sum(c[s] for s in IN_TIME)),
            "cancelled": str(c["cancelled"])}


def run(arguments):
    done = subprocess.run([os.path.join(os.environ.get("PAR_BIN", "bin"), "par-report"), *arguments],
                          capture_output=True, text=True, env={"PAR_LANG": "en", "PATH": os.environ["PATH"]})
    assert done.returncode in (0, 1), done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def adds_up(view, rows, whole, is_whole):
    """Each row by itself, and all of them together."""
    parts = {"agencies": "done-on-time done-late done in_time overdue other",
             "trend": "done late open other cancelled"}.get(view, "")
    bad = []
    for row in rows:
        names = parts.split() or [n for n in row if n in STATES + ["recurring"] and n != "status"]
        if names and sum(int(row[n]) for n in names) != int(row["total"]):
            bad.append("%s: the parts are not the total: %s" % (view, row))
    if view == "trend" and any(int(row["total"]) != whole for row in rows):
        bad.append("trend: a total is not %d" % whole)
    if view != "trend" and is_whole and sum(int(row["total"]) for row in rows) != whole:
        bad.append("%s: the rows are not the whole %d" % (view, whole))
    return bad


def differences(got, want):
    short = [{k: g.get(k) for k in w} for g, w in zip(got, want)]
    if len(got) != len(want) or short != want:
        return ["got  %s" % got, "want %s" % want]
    return []


def ask(oracle, r, files, first, last):
    view = r.choice(["summary", "summary", "summary", "agencies", "trend"])
    count = r.choice(["tasks", "obligations"])
    by = r.choice("area field agency plan level quarter month status".split())
    step = r.choice(["week", "month", "quarter"])
    words = ["--view", view, "--count", count, "--format", "csv", "--window", "%s..%s" % (first, last)]
    words += ["--by", by if view == "summary" else step] if view != "agencies" else []
    got = run(words + files)
    by_agency = view == "agencies" or (view == "summary" and by == "agency")
    things, whole = items(oracle, count, by_agency), len(items(oracle, count, False))
    bad = adds_up(view, got, whole, not by_agency or count == "obligations")
    if view == "summary":
        bad += differences(got, list(summary(by, count, things)))
    elif view == "agencies":
        bad += differences(got, list(agencies(things, first, last)))
    elif got:
        bad += differences(got[-1:], [trend(oracle, count, step, first, last)])
    return bad and bad + ["par-report " + " ".join(words + files)]


def case(seed):
    r = random.Random(seed)
    plans = [plan(r, n) for n in range(r.choice([1, 1, 2]))]
    reg, cal, log = registry(r), calendar(r) or Calendar(), logs(r, plans)
    last = some_day(r, date(2024, 1, 2), date(2025, 2, 1))
    first = some_day(r, date(2023, 12, 1), last)
    files = write_case(r, plans, reg, cal, log)
    oracle = Oracle(plans, log, reg, cal, last)
    for _ in range(6):
        bad = ask(oracle, r, files, first, last)
        if bad:
            return bad
    return []


def main():
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else int(os.environ.get("ORACLE_REPORTS", "60"))
    home, failed = os.getcwd(), 0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            bad = case(seed)
            os.chdir(home)
        if bad:
            failed += 1
            print("seed %d:" % seed, *bad, sep="\n    ")
    print("%d cases, %d differ" % (count, failed))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
