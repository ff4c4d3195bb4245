# SPDX-License-Identifier: MIT
"""What par-due must answer, worked out a second time and as plainly as possible.

Takes plans, registry, calendar and logs as Python data and knows nothing of files, formats or
phrases. Dates are datetime.date; deadlines are canonical expressions.
"""
import calendar as months
import re
import unicodedata
from collections import namedtuple
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEKDAYS = "mon tue wed thu fri sat sun".split()
FIELDS = ("due status days plan task period area field lead agency via product text with start said "
          "extended_from done percent evidence file line").split()
CHANGES = {"started", "progress", "done", "cancelled", "reopened"}

# kind: once, span, recurring, open, from, ongoing, after, issued, none (external), unknown
Part = namedtuple("Part", "kind first last rhythm spec trigger what", defaults=(None,) * 6)


ALPHABET = " ,aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"


def collated(name):
    """Vietnamese order for names of letters, blanks and commas: letters first, then tones."""
    letters, tones = [], []
    for c in unicodedata.normalize("NFC", name.lower()):
        tone = [m for m in unicodedata.normalize("NFD", c) if m in TONES]
        bare = unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", c) if m not in TONES))
        letters.append(ALPHABET.index(bare))
        tones.append(TONES.index(tone[0]) + 1 if tone else 0)
    return letters, tones, name


# --- days and periods ---------------------------------------------------------------------------

def month_end(year, month):
    return date(year, month, months.monthrange(year, month)[1])


def clamp(year, month, day):
    return date(year, month, min(day, months.monthrange(year, month)[1]))


def bounds(name):
    """First and last day of a period."""
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", name):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday, monday + 6 * DAY
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", name):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    year, _, rest = name.partition("-")
    first, last = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9), "Q1": (1, 3), "Q2": (4, 6),
                   "Q3": (7, 9), "Q4": (10, 12)}.get(rest) or (int(rest), int(rest))
    return date(int(year), first, 1), month_end(int(year), last)


def periods_of(rhythm, first_year, last_year):
    names = {"monthly": ["%02d" % m for m in range(1, 13)], "quarterly": ["Q1", "Q2", "Q3", "Q4"],
             "half-yearly": ["H1", "H2"], "yearly": [""], "reports": ["Q1", "H1", "Q3", ""]}
    for year in range(first_year, last_year + 1):
        if rhythm == "weekly":
            for week in range(1, date(year, 12, 28).isocalendar()[1] + 1):
                yield "%d-W%02d" % (year, week)
        else:
            for part in names[rhythm]:
                yield "%d-%s" % (year, part) if part else str(year)


class Calendar:
    def __init__(self, off=(), work=()):
        self.off, self.work = set(off), set(work)

    def works(self, day):
        return day in self.work or (day.weekday() < 5 and day not in self.off)

    def next_working(self, day):
        while not self.works(day):
            day += DAY
        return day

    def add(self, day, count, unit):
        """`count` units counted from the day after `day`."""
        if unit == "d":
            return day + count * DAY
        if unit == "m":
            month = day.month - 1 + count
            return clamp(day.year + month // 12, month % 12 + 1, day.day)
        while count:
            day += DAY
            count -= self.works(day)
        return day


# --- deadlines ----------------------------------------------------------------------------------

def split_parts(text):
    return [p.strip() for p in re.findall(r'(?:"[^"]*"|[^,"])+', text)]


def parse_part(text, what=None):
    if m := re.fullmatch(r'(external|unknown) "(.*)"', text):
        return Part({"external": "none"}.get(m[1], m[1]), what=what)
    if m := re.fullmatch(r'after "(.*?)"(?: \+(\d+)(d|wd|m))?', text):
        return Part("after", spec=m[2] and (int(m[2]), m[3]), trigger=m[1], what=what)
    if m := re.fullmatch(r'(.*) if "(.*)"', text):
        return parse_part(m[1], what)._replace(trigger=m[2])
    if m := re.fullmatch(r"issued \+(\d+)(d|wd|m)", text):
        return Part("issued", spec=(int(m[1]), m[2]), what=what)
    if text == "ongoing":
        return Part("ongoing", what=what)
    if m := re.fullmatch(r"from (.*)", text):
        return Part("from", first=bounds(m[1])[0], what=what)
    if m := re.fullmatch(r"(\d{4})\.\.", text):
        return Part("open", first=int(m[1]), rhythm="yearly", what=what)
    if m := re.fullmatch(r"([a-z-]+)(?:@(.*))?", text):
        return Part("recurring", rhythm=m[1], spec=m[2], what=what)
    if text[0] == "<":
        return Part("before", *bounds(text[1:]), what=what)
    first, _, last = text.partition("..")
    return Part("once", bounds(first)[0], bounds(last or first)[1], what=what)


def parse_due(due):
    items = due if isinstance(due, list) else [due] if due else []
    parts = []
    for item in items:
        text, what = (item["due"], item["what"]) if isinstance(item, dict) else (item, None)
        parts += [parse_part(p, what) for p in split_parts(text)]
    return parts


def milestones(task):
    return [p for p in parse_due(task.get("due")) if p.kind not in ("recurring", "open", "ongoing")]


def recurring_due(part, name):
    spec, (first, last) = part.spec, bounds(name)
    if not spec:
        return last
    if spec in WEEKDAYS:
        return first + WEEKDAYS.index(spec) * DAY
    if spec[0] == "+":
        return last + int(spec) * DAY
    if m := re.fullmatch(r"(\d\d)-(\d\d)", spec):
        return clamp(first.year, int(m[1]), int(m[2]))
    if part.rhythm == "yearly":
        return month_end(first.year, int(spec))
    return clamp(last.year, last.month, int(spec))


# --- agencies -----------------------------------------------------------------------------------

class Registry:
    """Agencies as dicts id, name, aliases, kind, of, becomes [(id, date)]; groups as dicts name,
    aliases, kinds, of; open names. Group terms of the field known by heart: `terms`."""

    terms = {"Các sở, ban, ngành tỉnh": ("Sở ", "Ban ", "Thanh tra tỉnh", "Văn phòng UBND tỉnh"),
             "UBND cấp huyện": ("UBND huyện ", "UBND thị xã ", "UBND thành phố "),
             "UBND cấp xã": ("UBND xã ", "UBND phường ", "UBND thị trấn ")}

    def __init__(self, agencies=(), groups=(), open_names=("các cơ quan, đơn vị có liên quan",)):
        self.agencies, self.groups, self.open = list(agencies), list(groups), set(open_names)

    def find(self, name, place):
        for a in self.agencies:
            if a.get("of") == place and name in [a["name"], *a.get("aliases", ())]:
                return a
        return None

    def today(self, agency, day):
        moved = True
        while moved:
            moved = False
            for target, since in agency.get("becomes", ()):
                if since <= day:
                    agency = next(a for a in self.agencies if a["id"] == target and a["of"] == agency["of"])
                    moved = True
                    break
        return agency

    def group(self, name, place):
        for g in self.groups:
            if g["of"] == place and name in [g["name"], *g.get("aliases", ())]:
                return g
        return None

    def members(self, group, day):
        """Those that exist as themselves on `day`, in the registry's order."""
        return [a for a in self.agencies if a.get("kind") in group["kinds"] and a.get("of") == group["of"]
                and self.today(a, day) is a]

    def is_member(self, name, term):
        return term in self.open or any(name.startswith(t) for t in self.terms.get(term, ()))


# --- obligations --------------------------------------------------------------------------------

class Obligation:
    def __init__(self, plan, task, place, part, milestone, period, due, who, via, lead):
        self.plan, self.task, self.place, self.part, self.milestone = plan, task, place, part, milestone
        self.period, self.due, self.who, self.via, self.lead = period, due, who, via, lead
        self.names = {who}           # every name whose events are its own
        self.helpers = lambda name: False
        self.extended_from = None
        self.state, self.begun, self.ended = "new", False, None
        self.percent, self.evidence = "", ""
        self.waits = False
        self.late = False


class Oracle:
    def __init__(self, plans, logs=(), registry=None, calendar=None, as_of=None, known=None, asked=None):
        self.plans, self.registry, self.calendar = plans, registry or Registry(), calendar or Calendar()
        self.as_of, self.asked = as_of, asked or (as_of + 30 * DAY).year
        self.rejected, self.future = [], 0
        self.events = self.read(logs, known)
        self.obligations = []
        for plan in plans:
            for place, task in enumerate(plan["tasks"]):
                self.obligations += self.of_task(plan, place, task)
        self.place_events()
        for o in self.obligations:
            self.settle(o)

    # -- the log

    def read(self, logs, known):
        """Events that may count, in order of date and line, each with task, milestone and period."""
        seen, events, order = set(), [], 0
        for path, rows in logs:
            for line, row in enumerate(rows, 2):
                order += 1
                key = tuple(sorted((k, v) for k, v in row.items() if v))
                if key in seen:
                    continue
                seen.add(key)
                event = self.event(dict(row, place=(path, line), order=order))
                if event is None:
                    self.rejected.append((path, line))
                elif known and row.get("logged", "") > known:
                    continue
                elif event["date"] > self.as_of:
                    self.future += 1
                else:
                    events.append(event)
        events.sort(key=lambda e: (e["date"], e["order"]))
        return self.without_void(events)

    def event(self, row):
        try:
            row["date"] = date.fromisoformat(row["date"])
            if row["status"] in ("void", "extended"):
                row["value"] = date.fromisoformat(row["value"])
        except ValueError:
            return None
        plan = row.get("plan") or (self.plans[0]["id"] if len(self.plans) == 1 else "")
        row["plan"] = next((p for p in self.plans if p["id"] == plan), None)
        if not row["plan"]:
            return None
        task, _, period = row["task"].partition("#")
        row["period"] = row.get("period") or period
        task, _, milestone = task.partition("/")
        row["milestone"] = int(milestone) if milestone else None
        row["task"] = next((t for t in row["plan"]["tasks"] if t["id"] == task), None)
        if not row["task"] or (row["milestone"] or 1) > max(1, len(milestones(row["task"]))):
            return None
        return row if not row["milestone"] or len(milestones(row["task"])) > 1 else None

    @staticmethod
    def without_void(events):
        gone = set()
        for v in (e for e in events if e["status"] == "void"):
            for e in events:
                if e["order"] < v["order"] and e["date"] == v["value"] and e["status"] != "void" and \
                        all(e[k] == v[k] for k in ("plan", "task", "milestone", "period", "agency")):
                    gone.add(e["order"])
        return [e for e in events if e["order"] not in gone and e["status"] != "void"]

    # -- from a task to its obligations

    def of_task(self, plan, place, task):
        parts = parse_due(task.get("due")) or [Part("none")]
        others = [p for p in parts if p.kind != "ongoing"]
        if others:
            parts = others
        single = milestones(task)
        number, made = 0, []
        for part in parts:
            milestone = None
            if part in single and len(single) > 1:
                number += 1
                milestone = number
            for period, due in self.occurrences(plan, task, part):
                made += self.bind(plan, place, task, part, milestone, period, due)
        return made

    def occurrences(self, plan, task, part):
        first, last = plan["period"]
        begin = plan["issued"] or date.min
        if task.get("start"):
            begin = max(begin, bounds(task["start"])[0])
        if part.kind in ("recurring", "open"):
            years = first.year, last.year
            if part.kind == "open":
                years = max(part.first, first.year), max(last.year, self.asked)
            return [(name, self.rolled(plan, recurring_due(part, name)))
                    for name in periods_of(part.rhythm, *years) if bounds(name)[1] >= begin]
        if part.kind == "after":
            return [(None, None)]           # its occurrences follow the triggers of each agency
        due = None
        if part.kind == "issued":
            due = self.calendar.add(plan["issued"], *part.spec)
        elif part.kind == "before":
            due = part.first if plan.get("before") == "inclusive" else part.first - DAY
        elif part.kind == "once":
            due = part.last
        return [("", due and self.rolled(plan, due))]

    def rolled(self, plan, due):
        return self.calendar.next_working(due) if plan.get("roll") == "next" else due

    def bind(self, plan, place, task, part, milestone, period, due):
        """One obligation for each agency bound; those that have become one count once."""
        bound, of = [], plan["of"]

        def add(agency, name, via, lead, helpers=None):
            now = self.registry.today(agency, self.as_of)["name"] if agency else name
            same = next((o for o in bound if o.who == now), None)
            if not same:
                same = Obligation(plan, task, place, part, milestone, period, due, now, via, lead)
                bound.append(same)
            elif same.via and not via:
                same.via, same.lead = via, lead
            same.names |= {name, *(agency or {}).get("aliases", ())}
            if via:
                same.names |= {via, *self.registry.group(via, of).get("aliases", ())}
            if helpers:
                same.helpers = helpers

        for lead in task["lead"]:
            agency, group = self.registry.find(lead, of), self.registry.group(lead, of)
            if agency:
                add(agency, agency["name"], "", lead)
                continue
            members = self.registry.members(group, due or self.as_of) if group else []
            for m in members:
                add(m, m["name"], lead, lead)
            if not members:
                term = group["name"] if group else lead
                add(None, lead, "", lead, lambda name, term=term: self.registry.is_member(name, term))
        if not task["lead"]:
            add(None, "", "", "")
        return bound

    # -- events find their obligations

    def speaks(self, event, o):
        """'own', 'help' (a member of a group that is one obligation) or None."""
        if event["plan"] is not o.plan or event["task"] is not o.task:
            return None
        if event["milestone"] and event["milestone"] != o.milestone:
            return None
        agency = event.get("agency", "")
        if not agency or agency in o.names:
            return "own"
        known = self.registry.find(agency, o.plan["of"])
        if known and self.registry.today(known, self.as_of)["name"] == o.who:
            return "own"
        return "help" if o.helpers(agency) else None

    def place_events(self):
        self.triggers()
        taken = {}
        for o in self.obligations:
            taken.setdefault(id(o.task), []).append(o)
            o.events = []
        for event in self.events:
            mine = [(o, how) for o in taken.get(id(event["task"]), ()) if (how := self.speaks(event, o))]
            if not self.place(event, mine):
                self.rejected.append(event["place"])

    def triggers(self):
        """Makes the occurrences of `after` and lets `if` wait; a trigger is no event of a state."""
        made = []
        for o in self.obligations:
            heard = [e["date"] for e in self.events if e["status"] == "triggered" and self.speaks(e, o) == "own"]
            if o.part.kind == "after":
                made += self.after(o, sorted(set(heard)))
                continue
            if o.part.trigger:
                o.waits = not heard
                if not heard or (o.due and min(heard) > o.due):
                    o.due = None
            made.append(o)
        self.obligations = made

    def after(self, o, days):
        if not days:
            o.period, o.waits = "", True
            return [o]
        out = []
        for day in days:
            due = self.rolled(o.plan, self.calendar.add(day, *o.part.spec)) if o.part.spec else None
            new = Obligation(o.plan, o.task, o.place, o.part, o.milestone, day.isoformat(), due, o.who, o.via, o.lead)
            new.names, new.helpers = o.names, o.helpers
            out.append(new)
        return out

    def place(self, event, mine):
        """Gives the event to its obligations; False where it names none."""
        if event["status"] in ("note", "measured", "triggered"):
            return True
        if not mine:
            return False
        if event["period"]:
            fits = [m for m in mine if m[0].period == event["period"]]
        else:
            fits = []
            for who in dict.fromkeys(o.who for o, _ in mine):
                fits += self.fitting(event, [m for m in mine if m[0].who == who])
        for o, how in fits:
            self.apply(o, event, how)
        return bool(fits)

    def fitting(self, event, mine):
        """Of one agency's obligations those that an event without a period means."""
        fits = [m for m in mine if not m[0].period]
        return fits or self.by_date(event, mine)

    @staticmethod
    def by_date(event, named):
        open_ = [m for m in named if m[0].state not in ("done", "cancelled")]
        if open_ and open_[0][0].part.kind == "after":
            open_ = [m for m in open_ if date.fromisoformat(m[0].period) <= event["date"]]
            return open_ if len(open_) == 1 else []
        first = min((bounds(o.period) for o, _ in open_), default=None)
        inside = {o.period for o, _ in open_ if bounds(o.period)[0] <= event["date"] <= bounds(o.period)[1]}
        if len(inside) != 1 or bounds(*inside) != first:
            return []
        return [m for m in open_ if m[0].period in inside]

    # -- the state

    def apply(self, o, event, how):
        status = event["status"]
        if status == "extended":
            if how == "own":
                if o.extended_from is None:
                    o.extended_from = o.due or ""
                o.due = event["value"]
            return
        if status not in CHANGES:
            return
        if how == "help" and status in ("done", "progress"):
            status = "started"
        closed = o.state in ("done", "cancelled")
        if status in ("started", "progress"):
            if closed:
                return
            o.state, o.begun = "begun", True
            if status == "progress" and event["value"] != "":
                o.percent = event["value"]
        elif status == "reopened":
            o.state, o.begun, o.ended = "begun", True, None
        elif how == "own":
            o.state = status
            o.ended = event["date"] if status == "done" else None
            o.late = status == "done" and o.due and event["date"] > o.due

    def settle(self, o):
        kind, due = o.part.kind, o.due
        late = due and self.as_of > due
        if o.state == "cancelled":
            o.status = "cancelled"
        elif o.state == "done":
            o.status = ("done-late" if o.late else "done-on-time") if due else "done"
        elif o.waits and not (due and o.extended_from is not None):
            o.status = "waiting"
        elif due:
            o.status = ("in-progress" if o.begun else "not-started") + ("-overdue" if late else "")
        elif kind == "ongoing" or (kind == "from" and o.begun):
            o.status = "ongoing"
        elif kind == "unknown":
            o.status = "invalid-date"
        else:
            o.status = "no-date"
        if o.status == "waiting":
            o.due = None

    # -- answers

    def rows(self):
        def order(o):
            return (o.due is None, o.due or date.max, o.plan["id"], o.place, o.milestone or 0, o.period, collated(o.who))
        left = [o for o in self.obligations if o.status != "ongoing" or self.as_of <= o.plan["period"][1]]
        return sorted(left, key=order)
