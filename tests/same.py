#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The plan of peers/same.py in every kind of document gives the same plan, cell by cell; only where a
row stands and what was doubtful may differ. SAME_UPDATE=1 writes the plan of the sheet as the one that
is wanted.

    same.py FOLDER
"""
import os, re, subprocess, sys

# Every document that must be there. What a kind cannot hold: (task, key) is empty there and is told.
KINDS = {
    "plan.fods": [], "plan.fodt": [], "plan.odt": [], "plan.docx": [], "plan.html": [],
    "plan.pdf": [], "plan.ods": [], "plan.xlsx": [], "sheet.html": [], "plan.md": [],
    "plan.csv": [("6", "lead"), ("10", "due")],  # merged cells: only the first one holds the text
}


def blocks(text):
    """The plan's head and its tasks, without what may differ."""
    lines, out, drop = text.splitlines(), [], None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if drop is not None and (indent > drop or line.lstrip().startswith("- ") and indent == drop and drop > 2):
            continue
        drop = None
        if re.match(r"( *)(source|doubts):", line):
            drop = indent
        elif not re.match(r" *at:", line):
            out.append(line)
    parts = re.split(r"(?m)^(?=  - id: )", "\n".join(out) + "\n")
    tasks = {}
    for part in parts[1:]:
        tasks[re.match(r"  - id: \"?([^\"\n]*)", part)[1]] = part
    return parts[0], tasks


def fields(task):
    """key: its lines; `cells: lead` for what was printed."""
    out, key, above = {}, None, ""
    for line in task.splitlines():
        line = re.sub(r"^  - ", "    ", line)
        found = re.match(r"(    |      )(\w+):", line)
        if found:
            key = (above if len(found[1]) == 6 else "") + found[2]
            above = "cells: " if found[2] == "cells" else above if len(found[1]) == 6 else ""
        out[key] = out.get(key, "") + line.strip() + "\n"
    return out


def same_task(name, number, got, want, lost):
    bad = 0
    got, want = fields(got), fields(want)
    for key in sorted(set(got) | set(want)):
        word = key.rpartition(" ")[2]
        if (number, word) in lost:
            if key in got and got[key].split(":", 1)[1].strip() not in ("", '""', "[]"):
                bad += 1
                print(f"{name}: task {number}, {key}: {got[key]} is no empty cell")
        elif got.get(key) != want.get(key) and not (key == "cells" and lost):
            bad += 1
            print(f"{name}: task {number}, {key}:\n  got  {got.get(key)}  want {want.get(key)}")
    return bad


def main():
    folder = sys.argv[1]
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases", "same", "plan.yaml")
    bad = 0
    present = set(os.listdir(folder)) - {"plan.yaml"}
    if present != set(KINDS):
        print("documents missing or not listed:", " ".join(sorted(present ^ set(KINDS))))
        bad += 1
    for name in KINDS:
        done = subprocess.run(["par-import", os.path.join(folder, name)], capture_output=True, text=True,
                              env={**os.environ, "PAR_LANG": "en"})
        head, tasks = blocks(done.stdout)
        if os.environ.get("SAME_UPDATE") and name == "plan.fods":
            open(here, "w", encoding="utf-8").write(head + "".join(tasks.values()))
        want_head, want = blocks(open(here, encoding="utf-8").read())
        if head != want_head or list(tasks) != list(want):
            bad += 1
            print(f"{name}: the head or the tasks differ: {' '.join(tasks)}\n{head}")
        lost = KINDS[name]
        for number in want:
            if number in tasks:
                bad += same_task(name, number, tasks[number], want[number], lost)
        for number, key in lost:
            if f"task {number}, {key}:" not in done.stderr:
                bad += 1
                print(f"{name}: nothing tells that task {number} lost its {key}")
    print(f"{len(KINDS)} documents, {bad} differences")
    sys.exit(bad != 0)


main()
