# SPDX-License-Identifier: MIT
"""Article 12 of Decision 34/2020 a second time, straight from its text, against par-rate with
plans/rules/qd-34-2020-binh-phuoc.yaml: random heads at and around every boundary, figures missing or
not, written as officers write numbers.

usage: ratings.py [FIRST [COUNT [HEADS]]]    (seeds; a sheet of HEADS heads each)
"""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
RULES = os.path.join(HERE, "..", "..", "plans", "rules", "qd-34-2020-binh-phuoc.yaml")
ADVISERS = ["Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh", "Sở Tài chính", "Sở Thông tin và Truyền thông",
            "Sở Khoa học và Công nghệ", "Sở Kế hoạch và Đầu tư"]
OTHERS = ["Sở Y tế", "Sở Công Thương", "Thanh tra tỉnh", "UBND huyện Lộc Ninh", "UBND thị xã Phước Long", "UBND xã Tân Lập"]
HEADINGS = {"index": "Chỉ số CCHC của cơ quan", "sector": "chỉ số lĩnh vực", "on-time": "đúng tiến độ",
            "quality": "Bảo đảm chất lượng", "efficiency": "Hiệu quả", "failed-criteria": "tiêu chí chưa đạt",
            "tasks-done": "nhiệm vụ hoàn thành", "degraded": "suy thoái", "corruption": "tham nhũng",
            "disciplined": "kỷ luật"}


# ---- the article: True, False, or None where a figure is missing ----

def both(*parts):
    return False if False in parts else None if None in parts else True


def either(*parts):
    return True if True in parts else None if None in parts else False


def test(value, holds):
    return None if value is None else holds(value)


def grades(h, upper=True):
    """What each of the four paragraphs says; `upper`: with the upper bounds of the indices."""
    idx, fail = h["index"], h["failed-criteria"]
    # A criterion that failed is late, of poor quality or of low effect: then not all of them are fine.
    fine = True if fail is None else fail == 0

    def band(value, low, high):
        return test(value, lambda v: low <= v and (not upper or high is None or v < high))

    def sector(low, high):
        return band(h["sector"], low, high) if h["adviser"] else True

    first = both(h["on-time"], h["quality"], test(h["efficiency"], lambda e: e == "high"), fine,
                 band(idx, 90, None), sector(70, None))
    second = both(h["on-time"], h["quality"], test(h["efficiency"], lambda e: e != "low"), fine,
                  band(idx, 80, 90), sector(60, 70))
    third = both(test(fail, lambda v: v <= 20), band(idx, 60, 80), sector(50, 60))
    fourth = either(h["degraded"],
                    both(test(fail, lambda v: v > 50), test(idx, lambda v: v < 60)),
                    test(h["tasks-done"], lambda v: v < 50),
                    h["corruption"], h["disciplined"],
                    test(h["sector"], lambda v: v < 50) if h["adviser"] else False)
    return first, second, third, fourth


def literal(h):
    first, second, third, fourth = grades(h)
    if fourth:
        return "graded", "4"
    if fourth is None or None in (first, second, third):
        return "not-enough-data", ""
    held = [g for g, holds in zip("123", (first, second, third)) if holds]
    assert len(held) < 2, h
    return ("graded", held[0]) if held else ("undetermined", "")


def floor(h):
    first, second, third, fourth = grades(h, upper=False)
    if fourth:
        return "graded", "4"
    if fourth is None:
        return "not-enough-data", ""
    for grade, holds in zip("123", (first, second, third)):
        if holds is not False:
            return ("graded", grade) if holds else ("not-enough-data", "")
    return "undetermined", ""


def gap(h):
    """Which of the cases that the article leaves out a complete head is (domain: G1 to G7)."""
    idx, fail, sec = h["index"], h["failed-criteria"], h["sector"]
    if h["adviser"] and (idx >= 90, 80 <= idx < 90, 60 <= idx < 80) != (sec >= 70, 60 <= sec < 70, 50 <= sec < 60):
        return "G6"
    if fail > 50:
        return "G4"
    if fail > 20:
        return "G3"
    if idx < 60:
        return "G5"
    if idx >= 80 and fail > 0:
        return "G1" if idx >= 90 else "G2"
    return "G7" if idx >= 90 and h["efficiency"] == "ok" else "other"


# ---- heads ----

def near(r, bounds):
    """At a bound, a hair beside it, or anywhere."""
    b = Fraction(r.choice(bounds))
    return r.choice([b, b, b - Fraction(1, 100), b + Fraction(1, 100), Fraction(r.randint(0, 10000), 100)])


def percent(r, bounds):
    return min(Fraction(100), max(Fraction(0), near(r, bounds)))


def head(r, number):
    adviser = r.random() < 0.4
    h = {"adviser": adviser, "agency": r.choice(ADVISERS if adviser else OTHERS), "name": "Người %d" % number}
    kind = r.random()
    h["index"] = percent(r, [90, 80, 60])
    h["sector"] = percent(r, [70, 60, 50]) if adviser else None
    h["failed-criteria"] = Fraction(0) if kind < 0.4 else percent(r, [0, 20, 50])
    good = h["failed-criteria"] == 0 and r.random() < 0.8
    h["on-time"] = good or r.random() < 0.5
    h["quality"] = good or r.random() < 0.7
    h["efficiency"] = r.choice(["high", "high", "ok"]) if good else r.choice(["high", "ok", "low"])
    h["tasks-done"] = percent(r, [50, 100])
    for flag in ("degraded", "corruption", "disciplined"):
        h[flag] = r.random() < 0.04
    if r.random() < 0.35:
        for field in r.sample(sorted(HEADINGS), r.choice([1, 1, 2, 4])):
            h[field] = None
    return h


def written(r, value):
    """A percentage as officers write it."""
    if value is None:
        return ""
    if value.denominator == 1 and r.random() < 0.2:
        whole = r.choice([100, 200, 300])
        return "%d/%d" % (value * whole / 100, whole)
    text = "%.2f" % float(value)
    assert Fraction(text) == value
    if r.random() < 0.4 and text.endswith("0"):
        text = text.rstrip("0").rstrip(".")
    if r.random() < 0.5:
        text = text.replace(".", ",")
    return text + r.choice(["", "", " %", "%"])


def sheet(r, heads):
    out = io.StringIO()
    fields = sorted(HEADINGS)
    r.shuffle(fields)
    rows = csv.writer(out, delimiter=r.choice(",;"), lineterminator=r.choice(["\n", "\r\n"]))
    rows.writerow([r.choice(["họ tên", "name"]), r.choice(["cơ quan", "agency"]), "year"] +
                  [r.choice([f, HEADINGS[f]]) for f in fields])
    words = {True: ["có", "yes"], False: ["không", "no"], None: [""],
             "high": ["cao", "high"], "ok": ["đạt", "ok"], "low": ["thấp", "low"]}
    for h in heads:
        rows.writerow([h["name"], h["agency"], r.choice(["2021", "2023"])] +
                      [written(r, h[f]) if isinstance(h[f], Fraction) else r.choice(words[h[f]]) for f in fields])
    return out.getvalue()


def rate(path, policy):
    done = subprocess.run([os.path.join(os.environ.get("PAR_BIN", "bin"), "par-rate"), "--rules", RULES, path,
                           "--policy", policy, "--format", "csv"],
                          capture_output=True, text=True, env={"PAR_LANG": "en", "PAR_TODAY": "2025-06-01"})
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def main():
    first, count, size = (list(map(int, sys.argv[1:])) + [1, 2, 400][len(sys.argv) - 1:])[:3]
    seen, wrong = {}, 0
    for seed in range(first, first + count):
        r = random.Random(seed)
        heads = [head(r, i) for i in range(size)]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "heads.csv")
            with open(path, "w", encoding="utf-8", newline="") as f:
                f.write(sheet(r, heads))
            for policy, law in (("literal", literal), ("floor", floor)):
                rows = rate(path, policy)
                assert len(rows) == size
                for h, row in zip(heads, rows):
                    want, got = law(h), (row["result"], row["grade"])
                    case = policy + " " + " ".join(want).strip()
                    if want[0] == "undetermined" and policy == "literal" and None not in [
                            v for k, v in h.items() if k != "sector" or h["adviser"]]:
                        case += " " + gap(h)
                    seen[case] = seen.get(case, 0) + 1
                    good = got == want and row["policy"] == policy and bool(row["missing"]) == (
                        want[0] == "not-enough-data") and "25/2022" in row["warning"] and (
                            "after the year" in row["warning"]) == (row["year"] != "2023")
                    if not good and wrong < 12:
                        print("seed %d %s %s: par-rate %s, the article %s\n  %s" % (seed, policy, h["name"], got, want, h))
                    wrong += not good
    for case in sorted(seen):
        print("%5d %s" % (seen[case], case))
    for needed in ["literal graded %d" % g for g in (1, 2, 3, 4)] + ["literal undetermined G%d" % g for g in range(1, 8)]:
        if not seen.get(needed):
            print("no case of: " + needed)
            wrong += 1
    print("%d heads, %d wrong" % (sum(seen.values()), wrong))
    sys.exit(wrong != 0)


main()
