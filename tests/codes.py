#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the cases of cases/codes.txt: for each finding code the smallest input that gives it, and the
whole output and status of the command. CODES_UPDATE=1 writes what the tools say now.

=== code            a case
--- name            a file of it, up to the next mark; where the name ends in " (raw)" \\xNN is a byte
                    and the last line has no end
$ command           run in the case's folder; what follows is its expected output, both streams
"""
import os, re, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, "cases", "codes.txt")


def cases(lines):
    case = None
    for line in lines:
        if line.startswith("=== "):
            if case:
                yield case
            case = {"name": line[4:].strip(), "files": [], "runs": []}
        elif case is None:
            continue
        elif line.startswith("--- "):
            case["files"].append((line[4:].strip(), []))
        elif line.startswith("$ "):
            case["runs"].append((line[2:].strip(), []))
        else:
            (case["runs"][-1] if case["runs"] else case["files"][-1])[1].append(line)
    if case:
        yield case


def run(command, folder):
    env = dict(os.environ, PAR_TODAY="2024-04-01")
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = done.stdout.decode("utf-8", "backslashreplace")
    return (text if text.endswith("\n") or not text else text + "\n") + f"[status {done.returncode}]\n"


def write(folder, name, lines):
    raw = name.endswith(" (raw)")
    body = "".join(lines).encode()
    if raw:
        name = name[:-6]
        body = re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]), body[:-1])
    with open(os.path.join(folder, name), "wb") as f:
        f.write(body)


def main():
    update, failed, out = os.environ.get("CODES_UPDATE"), 0, []
    with open(path, encoding="utf-8") as f:
        lines = f.readlines()
    out += [l for l in lines[:next(i for i, l in enumerate(lines) if l.startswith("=== "))]]
    for case in cases(lines):
        out.append(f"=== {case['name']}\n")
        with tempfile.TemporaryDirectory() as folder:
            for name, body in case["files"]:
                write(folder, name, body)
                out += [f"--- {name}\n"] + body
            seen = ""
            for command, body in case["runs"]:
                want, got = "".join(body), run(command, folder)
                seen += got
                out += [f"$ {command}\n", got]
                if got != want and not update:
                    failed += 1
                    print(f"{case['name']}: $ {command}\ngot:\n{got}want:\n{want}")
            if f"[{case['name']}]" not in seen:
                failed += 1
                print(f"{case['name']}: no command gives this code")
    if update:
        with open(path, "w", encoding="utf-8") as f:
            f.writelines(out)
    codes = re.findall(r'\{"([a-z0-9-]+)", SEVERITY', open(os.path.join(here, "..", "lib", "base", "codes.c")).read())
    covered = "".join(out)
    for name in os.listdir(os.path.join(here, "cases", "import")):
        if name.endswith(".err"):
            covered += open(os.path.join(here, "cases", "import", name), encoding="utf-8").read()
    for name in os.listdir(os.path.join(here, "cases")):
        if name.startswith("grids"):
            covered += open(os.path.join(here, "cases", name), encoding="utf-8").read()
    for code in codes:
        if code != "none" and f"[{code}]" not in covered:
            failed += 1
            print(f"{code}: no case gives this code")
    sys.exit(failed != 0)


main()
