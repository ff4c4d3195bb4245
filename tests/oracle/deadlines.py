# SPDX-License-Identifier: MIT
"""Days, periods, days off and canonical deadlines, for the oracle. Dates are datetime.date."""
import calendar as months
import re
from collections import namedtuple
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEKDAYS = "mon tue wed thu fri sat sun".split()

# kind: once, span, recurring, open, from, ongoing, after, issued, none (external), unknown
Part = namedtuple("Part", "kind first last rhythm spec trigger what", defaults=(None,) * 6)


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
