#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writers that add events to one log at the same time, some of them killed at any moment.

writers.py WRITERS EVENTS: each of WRITERS processes adds EVENTS events one after the other with
par-log. About one in ten is killed with SIGKILL after a random time; then the writer goes on with its
next event. At the end every event that was acknowledged (exit 0) must be in the log exactly once, one
that was not at most once, and par-log --verify must find no error."""
import collections, csv, os, random, signal, subprocess, sys, tempfile, time

PLAN = """par: plan/1
id: p-2024
issued: 2023-12-29
issuer: UBND tỉnh Sông Thao
period: 2024
tasks:
  - {id: "1", text: Việc một, lead: [Sở Nội vụ], due: 2024-06}
  - {id: "2", text: Việc hai, lead: [Sở Tài chính], due: monthly}
"""
QUIET = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def command(event):
    return ["par-log", "--log", "log.csv", "--task", "1", "--status", "progress", "--value", "50",
            "--date", "2024-02-01", "--as-of", "2024-03-01", "--evidence", event,
            "--note", "Đã họp, \"lần\" hai", "p.yaml"]


def add(event, chance):
    """True: acknowledged; False: killed."""
    child = subprocess.Popen(command(event), **QUIET)
    if chance.random() < 0.1:
        time.sleep(chance.random() * 0.012)
        child.send_signal(signal.SIGKILL)
    status = child.wait()
    if status not in (0, -signal.SIGKILL):
        raise RuntimeError(f"{event}: status {status}")
    return status == 0


def writer(number, events):
    chance = random.Random(number)
    with open(f"acknowledged.{number}", "w") as out:
        for i in range(events):
            event = f"{number}-{i}/BC"
            if add(event, chance):
                print(event, file=out, flush=True)
    os._exit(0)


def judge(writers, events):
    with open("log.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    seen = collections.Counter(r[7] for r in rows if len(r) == 11)
    acknowledged = set()
    for n in range(writers):
        with open(f"acknowledged.{n}") as f:
            acknowledged.update(f.read().split())
    lost = [e for e in acknowledged if seen[e] != 1]
    twice = [e for e, n in seen.items() if n > 1]
    verify = subprocess.run(["par-log", "--verify", "--log", "log.csv", "p.yaml"]).returncode
    print(f"{len(acknowledged)} acknowledged, {writers * events - len(acknowledged)} killed, "
          f"{len(rows) - 1} lines, {len(lost)} lost, {len(twice)} twice, verify {verify}")
    return not lost and not twice and verify == 0 and len(acknowledged) > 0


def main():
    writers, events = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("p.yaml", "w", encoding="utf-8") as f:
            f.write(PLAN)
        children = []
        for n in range(writers):
            child = os.fork()
            if not child:
                try:
                    writer(n, events)
                finally:  # the folder is the parent's to remove
                    os._exit(1)
            children.append(child)
        bad = [c for c in children if os.waitpid(c, 0)[1]]
        good = judge(writers, events) and not bad
        os.chdir("/")
    sys.exit(not good)


main()
