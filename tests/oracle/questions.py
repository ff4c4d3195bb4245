# SPDX-License-Identifier: MIT
"""Random calls of par-due: their options, and which obligations they choose."""
from datetime import date

from cases import NAMES, some_day
from deadlines import DAY, bounds

class Question:
    """The options of one call, and which obligations they choose."""

    def __init__(self, words, spans=(), states=(), everything=False, since=None, agency=None, keep=None):
        self.words, self.spans, self.states, self.everything = words, spans, states, everything
        self.since, self.agency, self.keep = since, agency, keep or (lambda o: True)
        self.closed = "--all" in words or "--status" in words or bool(since)
        self.horizon = max((last for _, last in spans), default=None)

    def wants(self, oracle, o):
        if not self.keep(o) or (self.agency and not self.is_asked(oracle, o)):
            return False
        if self.since and oracle.status_on(o, self.since) == o.status:
            return False
        if o.status in ("done", "done-on-time", "done-late", "cancelled") and not self.closed:
            return False
        if self.everything:
            return True
        if self.spans or self.states:
            return any(s in o.status for s in self.states) or any(o.final and a <= o.final <= b for a, b in self.spans)
        soon = o.final and oracle.as_of <= o.final <= oracle.as_of + 30 * DAY
        return "overdue" in o.status or soon or o.status == "invalid-date"

    def is_asked(self, oracle, o):
        agency = oracle.registry.find(self.agency, o.plan["of"])
        return o.who == (oracle.registry.today(agency, oracle.as_of)["name"] if agency else self.agency)


def question(r, plans, as_of):
    first, last = sorted([some_day(r), some_day(r)])
    some = some_day(r, date(2024, 1, 1), as_of + DAY)
    t = r.choice(r.choice(plans)["tasks"])
    agency = r.choice(NAMES)
    status = r.choice("not-started in-progress waiting ongoing no-date done-late done-on-time cancelled in-progress-overdue".split())
    quarter = r.randint(1, 4)
    span = bounds("2024-Q%d" % quarter)
    within = r.randint(0, 60)
    return r.choice([
        Question([]), Question(["--overdue"], states=["overdue"]),
        Question(["--waiting", "--ongoing"], states=["waiting", "ongoing"]),
        Question(["--quarter", "Q%d/2024" % quarter], [span]),
        Question(["--quarter", "2024-Q%d" % quarter, "--all", "--overdue"], [span], ["overdue"]),
        Question(["--from", str(first), "--to", str(last)], [(first, last)]),
        Question(["--year", "2025"], [bounds("2025")]),
        Question(["--within", "%dd" % within, "--waiting"], [(as_of, as_of + within * DAY)], ["waiting"]),
        Question(["--since", str(some)], since=some, everything=True),
        Question(["--since", str(some)], since=some, everything=True),
        Question(["--status", status], everything=True, keep=lambda o: o.status == status),
        Question(["--all", "--agency", agency], everything=True, agency=agency),
        Question(["--agency", agency], agency=agency),
        Question(["--all", "--agency", agency, "--direct"], everything=True, agency=agency, keep=lambda o: not o.via),
        Question(["--all", "--task", t["id"]], everything=True, keep=lambda o: o.task["id"] == t["id"]),
        Question(["--all", "--area", "I"], everything=True, keep=lambda o: o.task["area"] == "I"),
        Question(["--all", "--field", "civil-service"], everything=True, keep=lambda o: o.task["area"] == "II"),
        Question(["--all", "--level", "province"], everything=True, keep=lambda o: o.plan["level"] == "province"),
        Question(["--all", "--plan", "p0"], everything=True, keep=lambda o: o.plan["id"] == "p0")])
