# SPDX-License-Identifier: MIT
"""What par-due must answer, worked out a second time and as plainly as possible.

Takes plans, logs, registry and calendar as Python data; knows nothing of files and phrases.
"""
import re
from datetime import date
from types import SimpleNamespace

from agencies import Registry, collated
from deadlines import DAY, Calendar, Part, bounds, milestones, parse_due, periods_of, recurring_due


class Obligation:
    def __init__(self, plan, task, place, part, milestone, period, due, who, via, lead):
        self.plan, self.task, self.place, self.part, self.milestone = plan, task, place, part, milestone
        self.period, self.due, self.who, self.via, self.lead = period, due, who, via, lead
        self.names = {who}           # every name whose events are its own
        self.helpers = lambda name: False
        self.events, self.triggers = [], []


class Oracle:
    def __init__(self, plans, logs=(), registry=None, calendar=None, as_of=None, known=None, horizon=None, picked=None):
        self.plans, self.registry, self.calendar = plans, registry or Registry(), calendar or Calendar()
        self.as_of, self.asked, self.picked = as_of, max(horizon or as_of, as_of + 30 * DAY).year, picked
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
        return self.marked_void(events)

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
    def marked_void(events):
        """What is taken back carries the day from which it does not count."""
        for v in sorted((e for e in events if e["status"] == "void"), key=lambda e: e["order"]):
            for e in events:
                if e["order"] < v["order"] and e["date"] == v["value"] and \
                        all(e[k] == v[k] for k in ("plan", "task", "milestone", "period", "agency")):
                    e.setdefault("gone", v["date"])
        return [e for e in events if e["status"] != "void"]

    # -- from a task to its obligations

    def of_task(self, plan, place, task):
        parts = parse_due(task.get("due")) or [Part("none")]
        others = [p for p in parts if p.kind != "ongoing"]
        parts = others or parts[:1]
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

        def add(agency, name, via, lead, helpers=None, picked=False):
            now = self.registry.today(agency, self.as_of)["name"] if agency else name
            same = next((o for o in bound if o.who == now), None)
            if not same:
                same = Obligation(plan, task, place, part, milestone, period, due, now, via, lead)
                same.agency, same.member_on = agency, (due or self.as_of) if via else date.min
                same.picked = picked
                bound.append(same)
            same.names |= {name, *(agency or {}).get("aliases", ())}
            if same.via:
                same.names |= {via, *(self.registry.group(via, of) or {}).get("aliases", ())}
            if helpers:
                same.helpers = helpers

        direct = [lead for lead in task["lead"] if self.registry.is_one(lead, of)]
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
                if self.picked and self.registry.stands_for(term, self.picked):
                    one = self.registry.find(self.picked, of)
                    add(one, one["name"] if one else self.picked, lead, lead, picked=True)
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
                if not mine and id(event["task"]) in tasks:
                    self.rejected.add(event["place"])
            else:
                sure = self.sure(event, mine)
                self.hear(sure, event)
                unplaced.append((event, [m for m in mine if m[0].period and m not in sure], bool(sure)))
        for event, mine, heard in unplaced:
            fits = self.by_date(event, mine)
            self.hear(fits, event)
            if not fits and not heard and not event.get("gone"):
                self.rejected.add(event["place"])

    def by_name(self, event, mine, tasks):
        fits = [m for m in mine if m[0].period == event["period"]]
        self.hear(fits, event)
        others = any(o.period == event["period"] for o in tasks.get(id(event["task"]), ()))
        if not fits and (others or (len(event["period"]) == 10 and event["status"] != "triggered")):
            self.rejected.add(event["place"])

    @staticmethod
    def has_own(event, mine):
        return event["agency"] and any(how == "own" and not o.picked for o, how in mine)

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
            o.triggers = [e["date"] for e in self.events if e["status"] == "triggered" and not e.get("gone") and self.speaks(e, o) == "own"
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
            for name in ("names", "helpers", "triggers", "agency", "member_on", "picked"):
                setattr(new, name, getattr(o, name))
            out.append(new)
        return out

    # -- the state

    def fold(self, o, day):
        """Where an obligation stands on a day."""
        s = SimpleNamespace(state="open", begun=False, ended=None, percent="", evidence="", moved=None, judged=None)
        for event, how in o.events:
            if event["date"] <= day < event.get("gone", date.max):
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

    @staticmethod
    def status(o, s, day):
        kind = o.part.kind
        if s.state == "cancelled":
            return "cancelled"
        if s.state == "done":
            return ("done-late" if s.ended > s.due else "done-on-time") if s.due else "done"
        if s.due:
            return ("in-progress" if s.begun else "not-started") + ("-overdue" if day > s.due else "")
        if o.part.trigger and not any(d <= day for d in o.triggers):
            return "waiting"
        if kind == "ongoing" or (kind == "from" and s.begun):
            return "ongoing"
        return "invalid-date" if kind == "unknown" else "no-date"

    def status_on(self, o, day):
        """None where it did not exist yet."""
        if o.part.kind == "after" and o.period and date.fromisoformat(o.period) > day:
            return None
        return self.status(o, self.fold(o, day), day)

    def settle(self, o):
        s = self.fold(o, self.as_of)
        o.status = self.status(o, s, self.as_of)
        o.days = o.extended_from = ""
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
        left = [o for o in self.obligations if (o.status != "ongoing" or self.as_of <= o.plan["period"][1])
                and (not o.picked or self.picked)]
        return sorted(left, key=order)
