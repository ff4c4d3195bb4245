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
from types import SimpleNamespace

DAY = timedelta(days=1)
WEEKDAYS = "mon tue wed thu fri sat sun".split()
FIELDS = ("due status days plan task period area field lead agency via product text with start said "
          "extended_from done percent evidence file line").split()

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
        """Those that exist as themselves on `day`, at any time for None, in the registry's order."""
        return [a for a in self.agencies if a.get("kind") in group["kinds"] and a.get("of") == group["of"] and (
            not day or (self.today(a, day) is a and a.get("from", day) <= day < a.get("until", date.max)))]

    def is_member(self, name, term):
        return term in self.open or any(name.startswith(t) for t in self.terms.get(term, ()))


# --- obligations --------------------------------------------------------------------------------

class Obligation:
    def __init__(self, plan, task, place, part, milestone, period, due, who, via, lead):
        self.plan, self.task, self.place, self.part, self.milestone = plan, task, place, part, milestone
        self.period, self.due, self.who, self.via, self.lead = period, due, who, via, lead
        self.names = {who}           # every name whose events are its own
        self.helpers = lambda name: False
        self.events, self.triggers = [], []


class Oracle:
    def __init__(self, plans, logs=(), registry=None, calendar=None, as_of=None, known=None, asked=None):
        self.plans, self.registry, self.calendar = plans, registry or Registry(), calendar or Calendar()
        self.as_of, self.asked = as_of, asked or (as_of + 30 * DAY).year
        self.rejected, self.planless = set(), set()
        self.obligations = self.all_obligations(self.asked)
        self.possible = self.all_obligations(2050)
        self.events = self.read(logs, known)
        self.place_events()
        for o in self.obligations:
            self.settle(o)

    def all_obligations(self, asked):
        self.asked = asked
        return [o for plan in self.plans for place, task in enumerate(plan["tasks"])
                for o in self.of_task(plan, place, task)]

    # -- the log

    def read(self, logs, known):
        """Events that may count, in order of date and line, each with task, milestone and period."""
        seen, events, order = set(), [], 0
        for path, rows in logs:
            for line, row in enumerate(rows, 2):
                order += 1
                key = tuple(sorted((k, v) for k, v in row.items() if v))
                event = self.dated(dict(row, place=(path, line), order=order))
                if event and known and row.get("logged", "") > known:
                    continue
                event = event and self.event(event)
                if event is None or not self.is_of_somebody(event):
                    self.rejected.add((path, line))
                elif event["date"] <= self.as_of and key not in seen:
                    events.append(event)
                seen.add(key)
        events.sort(key=lambda e: (e["date"], e["order"]))
        return self.without_void(events)

    def is_of_somebody(self, event):
        """It names a lead of the task, at any time, and a period the task has."""
        mine = [o for o in self.possible if o.plan is event["plan"] and o.task is event["task"]]
        return self.leads(event) and (not event["period"] or any(self.has_period(o, event["period"]) for o in mine))

    def leads(self, event):
        name, of = event["agency"], event["plan"]["of"]
        who = self.registry.find(name, of)
        for lead in event["task"]["lead"]:
            agency, group = self.registry.find(lead, of), self.registry.group(lead, of)
            if name == lead or (group and name in group.get("aliases", ())):
                return True
            if who and agency and self.registry.today(who, self.as_of) is self.registry.today(agency, self.as_of):
                return True
            if who and group and who.get("kind") in group["kinds"] and who["of"] == group["of"]:
                return True
            if not (group and self.registry.members(group, None)):
                if self.registry.is_member(name, group["name"] if group else lead):
                    return True
        return not name

    @staticmethod
    def has_period(o, period):
        if o.part.kind == "after":
            return re.fullmatch(r"\d{4}-\d\d-\d\d", period)
        return o.period == period

    @staticmethod
    def dated(row):
        try:
            row["date"] = date.fromisoformat(row["date"])
            if row["status"] in ("void", "extended"):
                row["value"] = date.fromisoformat(row["value"])
        except ValueError:
            return None
        return row

    def event(self, row):
        plan = row.get("plan") or (self.plans[0]["id"] if len(self.plans) == 1 else "")
        row["plan"] = next((p for p in self.plans if p["id"] == plan), None)
        if not row["plan"]:
            self.planless.add(row["place"])
            return None
        task, _, period = row["task"].partition("#")
        row["period"] = row.get("period") or period
        task, _, milestone = task.partition("/")
        row["milestone"] = int(milestone) if milestone else None
        row["task"] = next((t for t in row["plan"]["tasks"] if t["id"] == task), None)
        row["agency"] = row.get("agency", "")
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
                same.agency, same.member_on = agency, (due or self.as_of) if via else date.min
                bound.append(same)
            same.names |= {name, *(agency or {}).get("aliases", ())}
            if same.via:
                same.names |= {via, *self.registry.group(via, of).get("aliases", ())}
            if helpers:
                same.helpers = helpers

        direct = [lead for lead in task["lead"] if self.registry.find(lead, of)]
        for lead in direct + [lead for lead in task["lead"] if lead not in direct]:
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
        agency = event["agency"]
        if not agency or agency in o.names:
            return "own"
        known = self.registry.find(agency, o.plan["of"])
        day = max(self.as_of, o.member_on)     # who will have become the member by then reports for it
        if known and self.registry.today(known, day) is self.registry.today(o.agency or {}, day):
            return "own"
        return "help" if o.helpers(agency) else None

    def place_events(self):
        self.triggers()
        tasks = {}
        for o in self.obligations:
            tasks.setdefault(id(o.task), []).append(o)
        unplaced = []
        for event in self.events:
            mine = [(o, how) for o in tasks.get(id(event["task"]), ()) if (how := self.speaks(event, o))]
            mine = [(o, how) for o, how in mine if how == "own" or not self.has_own(event, mine)]
            if event["status"] in ("note", "measured"):
                continue
            if event["period"]:
                self.by_name(event, mine, tasks)
            elif event["status"] == "triggered":
                if not mine:
                    self.rejected.add(event["place"])
            else:
                sure = self.sure(event, mine)
                self.hear(sure, event)
                unplaced.append((event, [m for m in mine if m[0].period and m not in sure], bool(sure)))
        for event, mine, heard in unplaced:
            fits = self.by_date(event, mine)
            self.hear(fits, event)
            if not fits and not heard:
                self.rejected.add(event["place"])

    def by_name(self, event, mine, tasks):
        fits = [m for m in mine if m[0].period == event["period"]]
        self.hear(fits, event)
        others = any(o.period == event["period"] for o in tasks.get(id(event["task"]), ()))
        if not fits and (others or (len(event["period"]) == 10 and event["status"] != "triggered")):
            self.rejected.add(event["place"])

    @staticmethod
    def has_own(event, mine):
        return event["agency"] and any(how == "own" for _, how in mine)

    @staticmethod
    def hear(obligations, event):
        for o, how in obligations:
            o.events.append((event, how))
            o.events.sort(key=lambda e: (e[0]["date"], e[0]["order"]))

    def sure(self, event, mine):
        """What falls once, and the one occurrence there is of a task that recurs but once."""
        once = [m for m in mine if not m[0].period]
        named = {o.period for o in self.obligations if o.task is event["task"] and o.period}
        if milestones(event["task"]) or len(named) > 1 or any(o.part.kind == "open" for o, _ in mine):
            return once
        return once or mine

    def by_date(self, event, mine):
        """The one open occurrence that holds the date while no earlier one is open."""
        if milestones(event["task"]):
            mine = [m for m in mine if m[0].part.kind == "after"]
        open_ = {}
        for o, how in mine:
            if self.fold(o, event["date"]).state not in ("done", "cancelled"):
                first, last = bounds(o.period)
                if first <= event["date"]:
                    open_[o.milestone, o.period] = date.max if o.part.kind == "after" else last, last
        inside = [k for k, (until, _) in open_.items() if event["date"] <= until]
        if len(inside) != 1 or open_[inside[0]][1] > min(last for _, last in open_.values()):
            return []
        return [m for m in mine if (m[0].milestone, m[0].period) == inside[0]]

    def triggers(self):
        """Makes the occurrences of `after`; a trigger is no event of a state."""
        made = []
        for o in self.obligations:
            o.triggers = [e["date"] for e in self.events if e["status"] == "triggered" and self.speaks(e, o) == "own"
                          and (not e["period"] or (o.part.kind == "after" and len(e["period"]) == 10))]
            made += self.after(o, sorted(set(o.triggers))) if o.part.kind == "after" else [o]
        self.obligations = made

    def after(self, o, days):
        if not days:
            o.period = ""
            return [o]
        out = []
        for day in days:
            due = self.rolled(o.plan, self.calendar.add(day, *o.part.spec)) if o.part.spec else None
            new = Obligation(o.plan, o.task, o.place, o.part, o.milestone, day.isoformat(), due, o.who, o.via, o.lead)
            for name in ("names", "helpers", "triggers", "agency", "member_on"):
                setattr(new, name, getattr(o, name))
            out.append(new)
        return out

    # -- the state

    def fold(self, o, day):
        """Where an obligation stands on a day."""
        s = SimpleNamespace(state="open", begun=False, ended=None, percent="", evidence="", moved=None, judged=None)
        for event, how in o.events:
            if event["date"] <= day:
                self.take(s, event, how)
                if s.state == "done" and event["date"] == s.ended:
                    s.judged = self.due(o, s, event["date"])
        s.due = s.judged if s.state == "done" else self.due(o, s, day)
        s.first = self.due(o, SimpleNamespace(moved=None), day)
        return s

    @staticmethod
    def due(o, s, day):
        if s.moved:
            return s.moved
        if o.part.trigger and o.part.kind != "after":
            heard = [d for d in o.triggers if d <= day]
            return o.due if heard and o.due and min(heard) <= o.due else None
        return o.due

    @staticmethod
    def take(s, event, how):
        status = event["status"]
        if how == "help":
            s.begun |= status in ("started", "progress", "done")
        elif status == "extended":
            s.moved = event["value"]
        elif status in ("started", "progress"):
            if s.state == "open":
                s.begun = True
                s.percent = event["value"] or s.percent
        elif status == "reopened":
            s.state, s.begun, s.ended, s.evidence = "open", True, None, ""
        elif status in ("done", "cancelled"):
            s.state = status
            s.begun |= status == "done"
            s.ended, s.evidence = (event["date"], event["evidence"]) if status == "done" else (None, "")

    def settle(self, o):
        kind, s = o.part.kind, self.fold(o, self.as_of)
        heard = any(d <= self.as_of for d in o.triggers)
        o.days = o.extended_from = ""
        if s.state == "cancelled":
            o.status = "cancelled"
        elif s.state == "done":
            o.status = ("done-late" if s.ended > s.due else "done-on-time") if s.due else "done"
        elif s.due:
            o.status = ("in-progress" if s.begun else "not-started") + ("-overdue" if self.as_of > s.due else "")
        elif o.part.trigger and not heard:
            o.status = "waiting"
        elif kind == "ongoing" or (kind == "from" and s.begun):
            o.status = "ongoing"
        else:
            o.status = "invalid-date" if kind == "unknown" else "no-date"
        if s.due and s.state != "cancelled":
            o.days = str(((s.ended or self.as_of) - s.due).days)
        if s.first and s.first != s.due:
            o.extended_from = s.first
        o.final, o.ended, o.evidence = s.due, s.ended, s.evidence
        o.percent = "100" if s.state == "done" else s.percent

    # -- answers

    def rows(self):
        def span(o):
            return (bounds(o.period)[1], -bounds(o.period)[0].toordinal()) if o.period else (date.min, 0)

        def order(o):
            return (o.final is None, o.final or date.max, o.plan["id"], o.place, o.milestone or 0, span(o), collated(o.who))
        left = [o for o in self.obligations if o.status != "ongoing" or self.as_of <= o.plan["period"][1]]
        return sorted(left, key=order)
