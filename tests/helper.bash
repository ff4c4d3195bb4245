# SPDX-License-Identifier: MIT
# What every bats file needs: the tools on PATH, a clean environment, a folder for the test.
bats_require_minimum_version 1.5.0

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
PAR_BIN=${PAR_BIN:-$ROOT/bin}
PAR_BUILD=${PAR_BUILD:-$ROOT/.build/release}
SHARED=${PAR_SHARED:-$ROOT/../shared}
PATH=$PAR_BIN:$PATH
export PATH PAR_BIN PAR_BUILD PAR_LANG=en
unset PAR_TODAY PAR_PATH LC_ALL LC_MESSAGES LANG COLUMNS

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
}

# The seed document whose file name starts with $1; see need_seeds.
seed() {
	set -- "$SHARED"/seeds/"$1"_*.txt
	printf '%s\n' "$1"
}

# Skips the test where the real documents are absent. (Not in seed: a subshell cannot skip.)
need_seeds() {
	[ -d "$SHARED/seeds" ] || skip "the seed documents are absent"
}

# Column $2 (by its heading) of the CSV file $1, joined with blanks, in order.
csv_column() {
	python3 - "$1" "$2" <<'PY'
import csv, sys
print(" ".join(r[sys.argv[2]] for r in csv.DictReader(open(sys.argv[1], encoding="utf-8"))))
PY
}

# "task#period" of each row of the CSV file $1, each once, in order of first appearance; $2: only
# rows that have (period) or have no (once) period.
duties() {
	python3 - "$1" "${2-}" <<'PY'
import csv, sys
seen = []
for r in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    name = r["task"] + ("#" + r["period"] if r["period"] else "")
    if sys.argv[2] == "period" and not r["period"] or sys.argv[2] == "once" and r["period"]:
        continue
    if name not in seen:
        seen.append(name)
print(" ".join(seen))
PY
}

# Fails with both texts shown when they differ.
same() {
	[ "$1" = "$2" ] && return 0
	printf 'got:  %s\nwant: %s\n' "$1" "$2"
	return 1
}
