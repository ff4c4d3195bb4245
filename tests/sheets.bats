#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-import of a workbook: what sheets do to a plan is told of the task it was done to.
load helper

@test "dates, numbers and rows of a sheet, with their doubts" {
	python3 -B "$ROOT/tests/grids.py" make "a plan with what sheets do to one" plan.xlsx
	run -1 --separate-stderr par-import plan.xlsx
	[[ $output == *"issuer: UBND xã Thử"* ]]
	[[ $output == *'  - id: "1.8"'*'due: 2026-06-02'*'at: 9'*'{cell: due, code: day-month-swapped, say: "02/06/2026", suggest: 2026-02-06}'* ]]
	[[ $output == *'{cell: "no", code: lost-nought, say: "1.1", suggest: 1.10}'* ]]
	[[ $output == *'  - id: "1.11"'*'at: 12'*'{code: row-hidden}'*'due: 2026-06-30'* ]]
	[[ $output == *'due: 30/6/2026 (đã xong phần 1)'* ]]
	[[ $stderr == *'the hidden sheet "Nháp" [passed-over]'* ]]
}

@test "a sheet's doubt is settled in one line" {
	python3 -B "$ROOT/tests/grids.py" make "a plan with what sheets do to one" plan.xlsx
	par-import plan.xlsx 2>/dev/null |
		sed '/"1.8"/,/doubts/ s/due: 2026-06-02/due: 2026-02-06/' |
		sed '/say: "02\/06\/2026"/ s/}/, settled: 2026-02-06}/' >plan.yaml
	run -1 par-check plan.yaml
	[[ $output != *"task 1.8, due"* ]]
	[[ $output == *"task 1.13, due"*"[day-month-swapped]"* ]]
}

@test "a sheet for each agency: its name is the area and who may lead; a lone cell far below is left out" {
	python3 -B "$ROOT/tests/grids.py" make "a sheet for each agency, titles above the headings" plan.xlsx
	run -0 --separate-stderr par-import --headings no,text,with,due plan.xlsx
	[[ $output == *'- {id: "1", title: Sở Nội vụ}'*'- {id: "2", title: Sở Y tế}'* ]]
	[[ $output == *'- id: "2.1"'*'{cell: lead, code: lead-missing, suggest: Sở Y tế}'* ]]
	[[ $stderr == *'a lone cell below the table: "x"'* ]]
	run -0 --separate-stderr par-import --headings no,text,with,due --table 2 plan.xlsx
	[[ $output == *"Kiểm tra bếp ăn tập thể"* && $output != *"Mua đèn"* ]]
}
