#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The figures that the seed documents must give, from document to answer.
load helper

import() { # document id: the plan in plan.yaml, whatever doubts there are
	par-import "$1" >plan.yaml 2>import.err || [ $? -eq 1 ]
}

due() { # options: rows in due.csv
	par-due plan.yaml --format csv "$@" >due.csv
}

@test "BP has 48 tasks, XL 34, TQ 52" {
	need_seeds
	for pair in 000:48 002:34 004:52; do
		import "$(seed "${pair%:*}")"
		same "$(grep -c '^    at: ' plan.yaml)" "${pair#*:}"
	done
}

@test "BP on 2024-04-01: dated and late are exactly 19, 37, 41" {
	need_seeds
	import "$(seed 000)"
	due --as-of 2024-04-01 --overdue
	same "$(duties due.csv once)" "19 37 41"
	same "$(duties due.csv period)" "9#2024-01 9#2024-02 9#2024-03 42#2024-Q1 47#2024-Q1"
	same "$(csv_column due.csv due | tr ' ' '\n' | sort | uniq -c | tr -s ' ' | sed 's/^ //' | tail -1)" \
		"$(csv_column due.csv due | tr ' ' '\n' | grep -c 2024-03-31) 2024-03-31"
}

@test "BP for one agency, typed without accents, directly and through its group" {
	need_seeds
	import "$(seed 000)"
	due --as-of 2024-04-01 --overdue --agency "so noi vu"
	same "$(duties due.csv | tr ' ' '\n' | sort | tr '\n' ' ')" "19 37 41 42#2024-Q1 47#2024-Q1 "
	same "$(python3 -c "
import csv
print([(r['agency'], r['via']) for r in csv.DictReader(open('due.csv')) if r['task'] == '19'])")" \
		"[('Sở Nội vụ', 'Các sở, ban, ngành tỉnh')]"
	due --as-of 2024-04-01 --overdue --agency "so noi vu" --direct
	same "$(duties due.csv | tr ' ' '\n' | sort | tr '\n' ' ')" "37 41 42#2024-Q1 47#2024-Q1 "
}

@test "BP with roll: next: the Sunday moves on" {
	need_seeds
	import "$(seed 000)"
	sed -i 's/^tasks:/settings: {roll: next}\ntasks:/' plan.yaml
	due --as-of 2024-04-01 --overdue
	same "$(duties due.csv)" "9#2024-01 9#2024-02"
}

@test "BP at the year's end: no dated one but 19, 37, 41; a day later 25" {
	need_seeds
	import "$(seed 000)"
	due --as-of 2024-12-31 --overdue
	same "$(duties due.csv once)" "19 37 41"
	due --as-of 2025-01-01 --overdue
	same "$(duties due.csv once | wc -w | tr -d ' ')" 25
	due --as-of 2025-01-01 --waiting
	same "$(duties due.csv)" 20
}

@test "TQ on 2022-04-01" {
	need_seeds
	import "$(seed 004)"
	due --as-of 2022-04-01 --overdue
	same "$(duties due.csv | tr ' ' '\n' | sort | tr '\n' ' ')" \
		"$(printf '%s\n' 1 6 11/1 40 41 43#2022-01 43#2022-02 43#2022-03 45#2022-Q1 | sort | tr '\n' ' ')"
	same "$(grep -c '^2022-01-30,.*,6,' due.csv)" 1
	same "$(grep -c '^2022-01-31,.*,11/1,' due.csv)" 1
}

@test "TQ: a dossier of 3+1 that arrived on 2022-03-01" {
	need_seeds
	import "$(seed 004)"
	printf 'date,plan,task,agency,period,status,value\n2022-03-01,,3+1,,,triggered,\n' >log.csv
	par-due plan.yaml log.csv --as-of 2022-04-01 --overdue --format csv >due.csv
	same "$(python3 -c "
import csv
print([(r['due'], r['period']) for r in csv.DictReader(open('due.csv')) if r['task'] == '3+1'])")" \
		"[('2022-03-16', '2022-03-01')]"
	sed -i 's/+15d/+15wd/' plan.yaml
	par-due plan.yaml log.csv --as-of 2022-04-01 --overdue --format csv >due.csv 2>err
	same "$(python3 -c "
import csv
print([(r['due'], r['period']) for r in csv.DictReader(open('due.csv')) if r['task'] == '3+1'])")" \
		"[('2022-03-22', '2022-03-01')]"
	same "$(grep -c '\[no-calendar\]' err)" 1
}

@test "XL row 5: no date, a suggestion, never late" {
	need_seeds
	import "$(seed 002)"
	grep -q 'error: .*31/10/20223.*2023-10-31.*\[date-invalid\]' import.err
	due --as-of 2023-12-01 --overdue
	same "$(duties due.csv once | tr ' ' '\n' | grep -cx 5 || true)" 0
	due --as-of 2023-12-01 --task 5 --all
	same "$(csv_column due.csv status)" invalid-date
	run -1 par-check plan.yaml
	[[ $output == *"31/10/20223"*"2023-10-31"*"[date-invalid]"* ]]
}

@test "NFD, CRLF and a BOM change nothing but the source" {
	need_seeds
	for n in 000 002 004; do
		import "$(seed $n)"
		mv plan.yaml plain.yaml
		python3 - "$(seed $n)" <<'PY'
import sys, unicodedata
t = open(sys.argv[1], encoding="utf-8", newline="").read()
open("odd.txt", "w", encoding="utf-8", newline="").write(
    "\ufeff" + unicodedata.normalize("NFD", t).replace("\n", "\r\n"))
PY
		import odd.txt
		same "$(diff plain.yaml plan.yaml | grep '^>' | cut -d: -f1 | tr -s ' ' | tr '\n' ' ')" "> file > sha256 "
	done
}

@test "the answer does not depend on zone, locale or order of files" {
	need_seeds
	import "$(seed 000)"
	due --as-of 2024-04-01
	cp due.csv first.csv
	TZ=America/New_York LC_ALL=tr_TR.UTF-8 PAR_LANG=vi due --as-of 2024-04-01
	cmp first.csv due.csv
}

@test "documents without a table of tasks are refused" {
	need_seeds
	for n in 001 003; do
		run -2 --separate-stderr par-import "$(seed $n)"
		same "$output" ""
		[[ $stderr == *"[no-task-table]"* ]]
	done
}
