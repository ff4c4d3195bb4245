# SPDX-License-Identifier: MIT
"""Random plans, registries, calendars and logs, as Python data."""
from datetime import date, timedelta

from agencies import Registry
from deadlines import DAY, Calendar, parse_due, periods_of

YEAR = 2024
AREAS = {"I": "institutions", "II": "civil-service"}
BP, DN = "binh-phuoc", "dong-nai"
GROUP, DISTRICTS, EMPTY, OPEN = ("Các sở, ban, ngành tỉnh", "UBND cấp huyện", "Các trường trung cấp",
                                 "các cơ quan, đơn vị có liên quan")
NAMES = ["Sở Nội vụ", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ",
         "Sở Thông tin và Truyền thông", "Văn phòng UBND tỉnh", "UBND huyện Bù Đăng", "UBND huyện Hớn Quản"]


def some_day(r, first=date(2023, 12, 1), last=date(2025, 3, 1)):
    return first + timedelta(days=r.randrange((last - first).days))


def registry(r):
    if r.random() < 0.35:
        return None
    merge = r.choice([date(2024, 3, 1), date(2024, 7, 1), date(2025, 3, 1)])
    agencies = [{"id": BP, "name": "UBND tỉnh Bình Phước", "of": None}, {"id": DN, "name": "UBND tỉnh Đồng Nai", "of": None}]
    for of in (BP, DN):
        agencies += [
            {"id": "so-noi-vu", "name": NAMES[0], "aliases": ["SNV"], "kind": "department", "of": of},
            {"id": "so-tai-chinh", "name": NAMES[1], "aliases": ["STC"], "kind": "department", "of": of},
            {"id": "so-kh-dt", "name": NAMES[2], "aliases": ["Sở KHĐT"], "kind": "department", "of": of,
             "becomes": [("so-tai-chinh", merge)]},
            {"id": "so-kh-cn", "name": NAMES[3], "kind": "department", "of": of},
            {"id": "so-tt-tt", "name": NAMES[4], "aliases": ["Sở TTTT"], "kind": "department", "of": of,
             "becomes": [("so-kh-cn", merge)]},
            {"id": "thanh-tra", "name": "Thanh tra tỉnh", "kind": "office", "of": of, "until": date(2024, 6, 1)},
            {"id": "so-y-te", "name": "Sở Y tế", "kind": "department", "of": of, "from": date(2024, 5, 1)},
            {"id": "van-phong", "name": NAMES[5], "kind": "office", "of": of},
            {"id": "bu-dang", "name": NAMES[6], "kind": "district", "of": of},
            {"id": "hon-quan", "name": NAMES[7], "kind": "district", "of": of}]
    groups = [{"name": EMPTY, "kinds": ["enterprise"], "of": of} for of in (BP, DN)]
    if r.random() < 0.7:
        groups += [{"name": GROUP, "aliases": ["Các Sở, Ban, Ngành"], "kinds": ["department", "office"], "of": of}
                   for of in (BP, DN)]
    if r.random() < 0.5:
        groups += [{"name": DISTRICTS, "kinds": ["district"], "of": BP}]
    return Registry(agencies, groups, [OPEN])


def expression(r):
    """One canonical expression; a list of the kinds of the contract's table."""
    d = lambda: some_day(r, date(YEAR, 1, 1), date(YEAR, 12, 31)).isoformat()
    unit = lambda: "+%d%s" % (r.randint(1, 40), r.choice(["d", "wd", "wd"])) if r.random() < 0.8 else "+%dm" % r.randint(1, 5)
    period = lambda: r.choice(["2024-%02d" % r.randint(1, 12), "2024-Q%d" % r.randint(1, 4), "2024-H1", "2024-H2",
                               "2024-9M", "2024", "2025", "2025-Q1"])
    return r.choice([
        d, d, lambda: "<" + d(), lambda: "<" + d(), period, period,
        lambda: r.choice(["2024..2026", "2023-Q4..2024-Q2", "2024-02..2024-05", "2024-01-10..2024-02-20"]),
        lambda: r.choice(["2023..", "2024..", "2025.."]), lambda: "from %d" % r.randint(2023, 2026),
        lambda: r.choice(["weekly", "monthly", "quarterly", "half-yearly", "yearly", "reports"]),
        lambda: r.choice(["quarterly", "reports", "monthly", "half-yearly"]) + "@%d" % r.randint(1, 31),
        lambda: r.choice(["yearly@12-22", "yearly@12", "yearly@02-29", "yearly@06", "weekly@thu", "weekly@mon",
                          "weekly@sat", "monthly@+5", "quarterly@+10", "monthly@+0"]),
        lambda: "ongoing",
        lambda: 'after "%s"%s' % (r.choice("xyz"), r.choice(["", " " + unit(), " " + unit()])),
        lambda: 'after "có văn bản" ' + unit(), lambda: "issued " + unit(),
        lambda: '%s if "x"' % r.choice([d(), "<" + d(), period()]), lambda: 'external "Theo quy định"',
        lambda: 'unknown "31/10/20223"', lambda: None])()


def due(r):
    if r.random() < 0.6:
        return expression(r)
    items, names = [], set()
    for part in (expression(r) for _ in range(r.randint(2, 3))):
        mine = {q for p in parse_due(part) if p.rhythm for q in periods_of(p.rhythm, YEAR, YEAR)}
        if part and not mine & names:         # two occurrences of one name are no plan's wish
            items.append(part)
            names |= mine
    if not items:
        return None
    if r.random() < 0.5:
        return ", ".join(items)
    return [{"what": r.choice(["Báo cáo", "Kế hoạch"]), "due": e} if r.random() < 0.4 else e for e in items]


def plan(r, number):
    leads = NAMES + [GROUP, GROUP, DISTRICTS, EMPTY, OPEN]
    start = r.choice([date(YEAR, 1, 1)] * 4 + [date(2023, 1, 1)])
    end = r.choice([date(YEAR, 12, 31)] * 4 + [date(2025, 12, 31)])
    return {
        "id": "p%d" % number, "title": "Kế hoạch", "of": r.choice([BP, BP, DN]), "level": r.choice(["province", "district"]),
        "issued": r.choice([date(2023, 12, 29), date(2024, 1, 15), date(2024, 2, 29), date(2024, 5, 8)]),
        "period": (start, end), "before": r.choice(["exclusive"] * 3 + ["inclusive"]), "roll": r.choice(["none", "next"]),
        "tasks": [{
            "id": r.choice(["%d", "II.%d", "%d+1"]) % (n + 1), "area": r.choice(["I", "II", None]),
            "text": "Việc %s" % r.choice("aăâbcdđ"), "product": r.choice([None, "Báo cáo", "Sản phẩm, \"dấu\""]),
            "lead": r.sample(leads, r.choice([0, 1, 1, 1, 2, 2, 3])), "with": r.sample(NAMES, r.choice([0, 0, 1, 2])),
            "start": r.choice([None] * 4 + ["2024-03", "2024-Q2", "2024-02-10", "2024"]), "due": due(r),
            "said": r.choice([None, "trước ngày 5/5"])} for n in range(r.randint(1, 5))]}


def calendar(r):
    if r.random() < 0.2:
        return None
    off = sorted({some_day(r) for _ in range(r.randint(3, 25))})
    return Calendar(off, [d for d in (some_day(r) for _ in range(6)) if d.weekday() > 4 and d not in off])


def period_name(r, kind):
    return r.choice({"monthly": ["2024-%02d" % m for m in range(1, 7)], "weekly": ["2024-W%02d" % w for w in range(1, 9)],
                     "quarterly": ["2024-Q1", "2024-Q2"], "half-yearly": ["2024-H1", "2024-H2"],
                     "yearly": ["2024", "2025"], "reports": ["2024-Q1", "2024-H1", "2024-Q3", "2024"]}[kind])


def event(r, plans):
    p = r.choice(plans)
    t = r.choice(p["tasks"])
    parts = parse_due(t["due"])
    status = r.choice("started progress progress done done done cancelled reopened reopened triggered triggered "
                      "extended extended void note".split())
    part = r.choice(parts) if parts else None
    if part and part.kind == "after" and r.random() < 0.4:
        status = "triggered"
    day = some_day(r, date(2024, 1, 1), date(2024, 9, 1))
    row = {"date": day.isoformat(), "plan": p["id"], "task": t["id"], "agency": "", "period": "", "status": status,
           "value": "", "evidence": r.choice(["", "", "%d/BC" % r.randint(1, 99)]), "note": r.choice(["", "ghi, chú"]), "logged": ""}
    if r.random() < 0.5 and t["lead"]:
        row["agency"] = r.choice(t["lead"])
        if row["agency"] in (GROUP, DISTRICTS) and r.random() < 0.7:
            row["agency"] = r.choice(NAMES[:6] + ["Thanh tra tỉnh", "Sở Y tế"] if row["agency"] == GROUP else NAMES[6:])
    if r.random() < 0.04:
        row["agency"] = r.choice(NAMES)
    if part and part.rhythm and r.random() < 0.75:
        row["period"] = period_name(r, part.rhythm)
        if r.random() < 0.3:
            row["task"], row["period"] = row["task"] + "#" + row["period"], ""
    elif part and len(parts) > 1 and r.random() < 0.4:
        row["task"] += "/%d" % r.randint(1, len(parts))
    if status == "progress":
        row["value"] = str(r.choice([0, 10, 50, 75, 100]))
    if status == "extended":
        row["value"] = some_day(r, date(2024, 2, 1), date(2024, 12, 31)).isoformat()
    if r.random() < 0.04:
        row[r.choice(["task", "date", "plan"])] = r.choice(["99", "x9"])
    if r.random() < 0.3:
        row["logged"] = (day + r.randint(0, 40) * DAY).isoformat() + "T08:00:00Z"
    return row


def logs(r, plans):
    rows = []
    for _ in range(r.choice([0, 3, 8, 14])):
        row = event(r, plans)
        if row["status"] == "void":
            if not rows:
                continue
            back = r.choice(rows)
            row = dict(back, status="void", value=back["date"], note="", evidence="",
                       date=r.choice([back["date"], row["date"]]))
        rows.append(row)
        if r.random() < 0.05:
            rows.append(dict(r.choice(rows)))
    if r.random() < 0.6:
        rows.sort(key=lambda x: x["date"])
    if rows and r.random() < 0.3:
        cut = r.randrange(len(rows))
        return [("log-a.csv", rows[:cut]), ("log-b.csv", rows[cut:])]
    return [("log.csv", rows)] if rows else []
