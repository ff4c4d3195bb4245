#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-report: the figures of a plan, its windows, its views and formats.
load helper

# A plan of one task with deadline $1 and the rows of standard input as its log.
one() {
	cat >p.yaml <<-YAML
		par: plan/1
		id: p-2024
		title: Kế hoạch thử
		document: 1/KH-UBND
		issued: 2023-12-29
		issuer: UBND tỉnh Sông Thao
		level: province
		period: 2024
		areas:
		  - {id: I, title: Thể chế, field: institutions}
		tasks:
		  - {id: "1", area: I, text: Việc một, lead: [Sở Nội vụ], due: $1}
	YAML
	{
		echo date,task,agency,period,status,value,evidence
		cat
	} >log.csv
}

# Four tasks of three agencies, one of them with two milestones.
several() {
	one 2024-03-31 <<-LOG
		2024-03-01,1,,,done,,5/BC
		2024-04-03,2,,,progress,40,
		2024-04-05,3/1,,,done,,
		2024-01-31,4,,2024-01,done,,7/BC
	LOG
	cat >>p.yaml <<-YAML
		  - {id: "2", area: I, text: "Việc hai | *ba*", lead: [Sở Nội vụ, Sở Tài chính], due: 2024-04-15}
		  - {id: "3", text: Việc ba, lead: [Sở Tư pháp], due: "[2024-03-31, 2024-06-30]"}
		  - {id: "4", text: Việc bốn, lead: [Sở Tư pháp], due: monthly}
		  - {id: "5", area: I, text: Việc năm, lead: [Sở Tài chính], due: ongoing}
	YAML
}

report() { # options: the CSV in r.csv, messages in messages
	par-report p.yaml log.csv --format csv "$@" >r.csv 2>messages
}

# The states of the first row that something is in: "not-started 21 ongoing 19".
states() {
	python3 - <<'PY'
import csv
row = next(csv.DictReader(open("r.csv", encoding="utf-8")))
print(" ".join("%s %s" % (k, v) for k, v in list(row.items())[1:] if v not in ("", "0", "0.00")))
PY
}

@test "BP on 2024-04-10, counted by task" {
	need_seeds
	par-import "$(seed 000)" >p.yaml 2>/dev/null || [ $? -eq 1 ]
	cat >log.csv <<-LOG
		date,task,status,value
		2024-03-20,41,done,
		2024-02-28,35,done,
		2024-04-05,37,done,
		2024-04-08,19,progress,60
	LOG
	report --as-of 2024-04-10
	same "$(states)" "total 48 not-started 21 in-progress-overdue 1 done-on-time 2 done-late 1 waiting 1 ongoing 19 recurring 3 rate_all 6.25 rate_dated 12.00"
	report --as-of 2024-04-10 --view tasks --status done-late
	same "$(csv_column r.csv task) $(csv_column r.csv days)" "37 5"
	report --as-of 2024-04-10 --view tasks --task 19
	same "$(csv_column r.csv status) $(csv_column r.csv percent)" "in-progress-overdue 60"
	for by in area field plan level quarter month status; do
		report --as-of 2024-04-10 --by $by
		same "$(csv_column r.csv total | tr ' ' '\n' | awk '{ n += $1 } END { print n }')" 48
	done
}

@test "what is done after the annual window is not done in it, and on time for the plan" {
	one 2024-12-31 <<<"2024-12-20,1,,,done,,"
	report --period 2024 --calendar "$ROOT/plans/calendar.yaml"
	same "$(states)" "total 1 not-started 1"
	grep -q '2023-12-15 to 2024-12-14' messages
	grep -q '\[log-future\]' messages
	report --as-of 2024-12-31
	same "$(states)" "total 1 done-on-time 1 rate_all 100.00 rate_dated 100.00"
}

@test "the window: asked for, of the calendar, of a recipient, of the period itself" {
	one 2024-12-31 </dev/null
	cat >c.yaml <<-YAML
		par: calendar/1
		reports:
		  - {to: Bộ Nội vụ, period: Q1, window: -12-15..03-14, send: 03-20}
		  - {to: UBND tỉnh, period: Q1, window: -12-10..03-09}
	YAML
	report --period "Quý I/2024" --calendar c.yaml
	same "$(cat messages)" "par-report: note: Data from 2023-12-15 to 2024-03-14 (period 2024-Q1, Bộ Nội vụ, to be sent by 2024-03-20) [report-window]"
	report --period Q1/2024 --calendar c.yaml --to "ubnd tỉnh"
	grep -q 'Data from 2023-12-10 to 2024-03-09 (period 2024-Q1, UBND tỉnh)' messages
	report --period 2024-Q1 --calendar c.yaml --window 15/12/2023..20/03/2024
	grep -q 'Data from 2023-12-15 to 2024-03-20 (period 2024-Q1)' messages
	report --period 2024-02 --calendar c.yaml
	grep -q 'Data from 2024-02-01 to 2024-02-29 (period 2024-02, no calendar gives its window)' messages
	report --as-of 2024-05-05
	same "$(cat messages)" "par-report: note: Data from 2024-01-01 to 2024-05-05 [report-window]"
	run par-report p.yaml --period 2024-Q1 --calendar c.yaml --lang vi
	[[ ${output//$'\n'/ } == *"Số liệu từ ngày 15/12/2023 đến hết ngày 14/03/2024 (kỳ 2024-Q1, Bộ Nội vụ, gửi trước hết ngày 20/03/2024)"* ]]
}

@test "states are those of the window's end, done in the period is what lies inside" {
	one 2024-03-31 <<-LOG
		2024-01-20,1,,,done,,
		2024-03-20,1,,,reopened,,
	LOG
	report --view agencies --window 2024-02-01..2024-03-14
	same "$(csv_column r.csv done-on-time) $(csv_column r.csv done_in_period)" "1 0"
	report --view agencies --window 2024-01-01..2024-03-14
	same "$(csv_column r.csv done-on-time) $(csv_column r.csv done_in_period)" "1 1"
	report --view agencies --window 2024-01-01..2024-03-31
	same "$(csv_column r.csv done-on-time) $(csv_column r.csv in_time)" "0 1"
}

@test "a report that was sent is made again: --known" {
	one 2024-03-31 </dev/null
	cat >log.csv <<-LOG
		date,task,status,logged
		2024-03-10,1,done,2024-03-25T08:00:00Z
	LOG
	report --window 2024-01-01..2024-03-14
	same "$(states)" "total 1 done-on-time 1 rate_all 100.00 rate_dated 100.00"
	report --window 2024-01-01..2024-03-14 --known 2024-03-20
	same "$(states)" "total 1 not-started 1"
}

@test "summary has the columns of the contract, whatever it is by" {
	several
	states="not-started,in-progress,not-started-overdue,in-progress-overdue,done-on-time,done-late,done,waiting,ongoing,no-date,invalid-date,cancelled"
	for by in area field agency plan level quarter month; do
		report --as-of 2024-04-10 --by $by
		same "$(head -1 r.csv)" "$by,total,$states,recurring,rate_all,rate_dated"
		report --as-of 2024-04-10 --by $by --count obligations
		same "$(head -1 r.csv)" "$by,total,$states,rate_all,rate_dated"
	done
	report --as-of 2024-04-10 --by status
	same "$(paste -s -d ' ' r.csv)" "status,total in-progress,2 done-on-time,1 ongoing,1 recurring,1"
}

@test "tasks by agency stand under each lead, and the table for people says so" {
	several
	report --as-of 2024-04-10 --by agency
	same "$(csv_column r.csv total)" "2 2 2"
	run par-report p.yaml log.csv --as-of 2024-04-10 --by agency
	[[ $output == *"Total, each task"* ]]
	report --as-of 2024-04-10 --count obligations --by agency
	same "$(csv_column r.csv total | tr ' ' '\n' | awk '{ n += $1 } END { print n }')" \
		"$(par-due p.yaml log.csv --all --as-of 2024-04-10 --format csv | sed 1d | wc -l | tr -d ' ')"
}

@test "agencies: the official columns, due soon as a part of what is in time" {
	several
	report --as-of 2024-04-10 --view agencies
	same "$(cat r.csv)" "agency,total,done-on-time,done-late,done,in_time,overdue,due_soon,other,rate_all,rate_dated,done_in_period
Sở Nội vụ,2,1,0,0,1,0,1,0,50.00,50.00,1
Sở Tài chính,2,0,0,0,1,0,1,1,0.00,0.00,0
Sở Tư pháp,2,0,0,0,1,0,0,1,0.00,0.00,0"
}

@test "agencies of one name in two places are told apart" {
	one 2024-03-31 </dev/null
	sed 's/^id: .*/id: q-2024/; s/Sông Thao/Núi Cao/' p.yaml >q.yaml
	par-report p.yaml q.yaml --as-of 2024-04-10 --view agencies --format csv >r.csv 2>/dev/null
	same "$(sed 1d r.csv | cut -d, -f1,2 | paste -s -d ';')" "Sở Nội vụ (nui-cao),1;Sở Nội vụ (song-thao),1"
	par-report p.yaml q.yaml --as-of 2024-04-10 --by area --format csv >r.csv 2>/dev/null
	same "$(sed 1d r.csv | cut -d, -f1 | paste -s -d ';')" "p-2024/I;q-2024/I"
}

@test "tasks: one row a task with result and evidence, or one an obligation" {
	several
	report --as-of 2024-04-10 --view tasks --columns task,due,status,days,percent,result,evidence
	same "$(sed 1d r.csv)" "1,2024-03-31,done-on-time,-30,100,100 %,5/BC
2,2024-04-15,in-progress,-5,40,40 %,
3,2024-06-30,in-progress,-81,,1/2,
4,2024-02-29,recurring,41,,1/12,7/BC
5,,ongoing,,,,"
	report --as-of 2024-04-10 --view tasks --task 2,3 --count obligations --columns task,agency,status
	same "$(sed 1d r.csv | paste -s -d ';')" \
		"2,Sở Nội vụ,in-progress;2,Sở Tài chính,in-progress;3/1,Sở Tư pháp,done-late;3/2,Sở Tư pháp,not-started"
}

@test "a task is chosen by its own state" {
	several
	report --as-of 2024-04-10 --view tasks --status recurring --columns task
	same "$(csv_column r.csv task)" 4
	report --as-of 2024-04-10 --view tasks --status in-progress --columns task
	same "$(csv_column r.csv task)" "2 3"
	run -2 par-report p.yaml log.csv --count obligations --status recurring
	run -2 par-due p.yaml log.csv --status recurring
}

@test "timeline: from start to due, drawn for people" {
	several
	report --as-of 2024-04-10 --view timeline --columns task,start,due,done,status
	same "$(sed 1d r.csv)" "1,2024-01-01,2024-03-31,2024-03-01,done-on-time
2,2024-01-01,2024-04-15,,in-progress
3,2024-01-01,2024-06-30,,in-progress
4,2024-01-01,2024-12-31,,recurring
5,2024-01-01,,,ongoing"
	run par-report p.yaml log.csv --as-of 2024-04-10 --view timeline
	[[ $output == *"--o........."* && $output == *"------------"* ]]
}

@test "trend: the same total at each point, replayed from the log" {
	several
	report --window 2024-01-01..2024-04-10 --view trend
	same "$(cat r.csv)" "month,date,total,done,late,open,other,cancelled,done_in_period
2024-01,2024-01-31,5,0,0,3,2,0,0
2024-02,2024-02-29,5,0,0,3,2,0,0
2024-03,2024-03-31,5,1,0,2,2,0,1
2024-04,2024-04-10,5,1,0,2,2,0,0"
	report --window 2024-03-25..2024-04-10 --view trend --by week --count obligations
	same "$(csv_column r.csv week)" "2024-W13 2024-W14 2024-W15"
	same "$(csv_column r.csv late)" "1 2 2"
	same "$(csv_column r.csv done)" "2 3 3"
}

@test "form: a log's columns, one row for each thing that is open, read back once filled in" {
	several
	report --as-of 2024-04-10 --view form
	same "$(head -1 r.csv)" "date,plan,task,agency,period,status,value,evidence,note,text,product,due,state"
	same "$(duties r.csv)" "2 3/2 4#2024-02 4#2024-03 4#2024-04 5"
	report --as-of 2024-04-10 --view form --status ongoing
	same "$(duties r.csv)" 5
	report --as-of 2024-04-10 --view form
	python3 - <<'PY'
import csv
rows = list(csv.DictReader(open("r.csv", encoding="utf-8")))
for row in rows:
    row.update(date="2024-04-11", status="hoàn thành", evidence="9/BC")
with open("filled.csv", "w", encoding="utf-8", newline="") as f:
    w = csv.DictWriter(f, rows[0])
    w.writeheader()
    w.writerows(rows)
PY
	par-report p.yaml log.csv filled.csv --as-of 2024-04-12 --count obligations --by status --format csv >r.csv 2>messages
	same "$(grep -c error messages)" 0
	same "$(csv_column r.csv status)" "not-started done-on-time done-late done"
}

@test "silent: agencies, tasks with the ongoing ones first, and what has no evidence" {
	several
	report --window 2024-04-01..2024-04-10 --view silent --columns kind,agency,task,last
	same "$(sed 1d r.csv)" "silent-task,Sở Tài chính,5,
silent-task,Sở Tư pháp,4,2024-01-31
no-evidence,Sở Tư pháp,3/1,2024-04-05"
	report --window 2024-04-04..2024-04-10 --view silent --columns kind,agency,task,last
	same "$(sed 1d r.csv)" "silent-agency,Sở Nội vụ,,2024-04-03
silent-agency,Sở Tài chính,,2024-04-03
silent-task,Sở Tài chính,5,
silent-task,Sở Nội vụ,2,2024-04-03
silent-task,Sở Tài chính,2,2024-04-03
silent-task,Sở Tư pháp,4,2024-01-31
no-evidence,Sở Tư pháp,3/1,2024-04-05"
}

@test "text fits 80 columns in both languages, csv and json say the window on standard error" {
	several
	for view in summary tasks agencies timeline trend form silent; do
		for lang in vi en; do
			run --separate-stderr par-report p.yaml log.csv --as-of 2024-04-10 --view $view --lang $lang
			[ "$status" -eq 0 ]
			same "$stderr" ""
			same "$(awk -v RS='\n' 'length($0) > 80' <<<"$output" | iconv -t ascii//translit | awk 'length > 80')" ""
		done
		par-report p.yaml log.csv --as-of 2024-04-10 --view $view --format json 2>messages | python3 -m json.tool >/dev/null
		same "$(grep -c 'report-window' messages)" 1
	done
}

@test "md: a heading, the window, a table that Markdown reads" {
	several
	par-report p.yaml log.csv --as-of 2024-04-10 --view tasks --task 2 --format md >r.md
	same "$(cat r.md)" "# Progress of the tasks

UBND tỉnh Sông Thao: Kế hoạch thử, 1/KH-UBND

Data from 2024-01-01 to 2024-04-10

Done in this time: 0 of 1 tasks

| task | task text | lead | as printed | due | status | days | result |
|----|----------------|------------------------|-----------|-----------|------------|---:|-----|
| 2 | Việc hai \\| \\*ba\\* | Sở Nội vụ; Sở Tài chính | 2024-04-15 | 2024-04-15 | in progress | -5 | 40 % |"
	par-report p.yaml log.csv --as-of 2024-04-10 --view form --format md | grep -q '| date | status | value | evidence | note |$'
}

@test "html: one page, of the leader or of one view" {
	several
	par-report p.yaml log.csv --as-of 2024-04-10 --format html >r.html
	grep -q '<html lang="en"' r.html
	! grep -Eq '<script|src="http|href="http|@import|url\(' r.html
	for view in summary tasks agencies timeline trend form silent; do
		par-report p.yaml log.csv --as-of 2024-04-10 --format html --view $view >r.html
		python3 - <<'PY'
import html.parser
class P(html.parser.HTMLParser):
    stack = []
    void = "meta link br hr img input col path line rect circle use".split()
    def handle_starttag(self, tag, attrs):
        if tag not in self.void: self.stack.append(tag)
    def handle_endtag(self, tag):
        if tag not in self.void:
            assert self.stack.pop() == tag, (tag, self.getpos())
p = P(); p.feed(open("r.html", encoding="utf-8").read()); assert not p.stack, p.stack
PY
	done
}

@test "wrong usage is refused, in both languages" {
	several
	for words in "--view all" "--by nobody" "--view tasks --by area" "--view trend --by area" "--by week" \
		"--count agencies" "--period 2024-Q5" "--window 2024-01-01" "--window 2024-02-01..2024-01-01" \
		"--to X" "--format pdf" "--excel --format md"; do
		for lang in vi en; do
			# shellcheck disable=SC2086
			run -2 --separate-stderr par-report p.yaml $words --lang $lang
			same "$output" ""
			[ -n "$stderr" ]
		done
	done
	run -2 --separate-stderr par-report p.yaml log.csv --columns nothing
	[[ $stderr == *'no column "nothing"'* ]]
}

@test "a table is sorted without its sums" {
	several
	run par-report p.yaml log.csv --as-of 2024-04-10 --view agencies --sort -other,agency --columns agency,other
	same "$(tail -3 <<<"$output" | tr -s ' ' | paste -s -d ';')" "Sở Tài chính 1;Sở Tư pháp 1;Sở Nội vụ 0"
}

@test "random plans and logs are counted as by the second implementation, and every view adds up" {
	PAR_BIN=$PAR_BIN PYTHONDONTWRITEBYTECODE=1 run python3 "$ROOT/tests/oracle/reports.py"
	echo "$output"
	[ "$status" -eq 0 ]
}

@test "--by chooses the summary's page" {
	par-import "$ROOT/plans/sample/ke-hoach-2026.txt" >plan.yaml 2>/dev/null || [ $? -eq 1 ]
	par-report plan.yaml --as-of 2026-04-10 --format html --by field >field.html 2>/dev/null
	par-report plan.yaml --as-of 2026-04-10 --format html --by quarter >quarter.html 2>/dev/null
	run ! cmp -s field.html quarter.html
	par-report plan.yaml --as-of 2026-04-10 --format html --view summary --by field 2>/dev/null | cmp - field.html
}
