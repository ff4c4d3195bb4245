#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-report --view targets: what was promised, what was measured, whether it is met.
load helper

# A plan with the targets of standard input, one flow map a line.
plan() {
	{
		cat <<-YAML
			par: plan/1
			id: p-2024
			title: Kế hoạch thử
			issued: 2023-12-29
			issuer: UBND tỉnh Sông Thao
			level: province
			period: 2024
			areas:
			  - {id: I, title: Thể chế, field: institutions}
			targets:
		YAML
		sed 's/^/  - /'
		cat <<-YAML
			tasks:
			  - {id: "1", text: Việc, lead: [Sở Nội vụ], due: 2024}
		YAML
	} >p.yaml
}

log() { # the rows of standard input
	{
		echo date,task,agency,status,value,evidence,logged
		cat
	} >log.csv
}

targets() { # options: the CSV in t.csv, messages in messages
	par-report p.yaml log.csv --view targets --format csv "$@" >t.csv 2>messages
}

column() { csv_column t.csv "$1"; }

@test "strict and non-strict, decimal comma, quotas, ranks, counts" {
	plan <<-'YAML'
		{id: "6.2", goal: "> 98 %"}
		{id: "6.3", goal: ">= 98 %"}
		{id: "1.2", goal: "từ 30 % trở lên"}
		{id: "10.5", goal: "rank <= 30"}
		{id: "29", goal: "4"}
		{id: "30", goal: "tối đa 30 phút"}
	YAML
	log <<-LOG
		2024-06-30,6.2,,measured,98.00,,
		2024-06-30,6.3,,measured,"98,00 %",,
		2024-06-30,1.2,,measured,9/31,7/BC-SNV,
		2024-06-30,10.5,,measured,28/63,,
		2024-06-30,29,,measured,3,,
		2024-06-30,30,,measured,"31,5",,
	LOG
	targets --as-of 2024-06-30
	same "$(column target)" "6.2 6.3 1.2 10.5 29 30"
	same "$(column met)" "no yes no yes no no"
	same "$(column missing)" "0  1  1 1.5"
	same "$(column evidence)" "  7/BC-SNV   "
	same "$(head -1 t.csv)" plan,target,text,indicator,goal,base,value,date,previous,difference,met,missing,evidence,scope
}

@test "better than last year needs last year's value" {
	plan <<-'YAML'
		{id: a, goal: "> base", base: "85,30"}
		{id: b, goal: tăng so với năm 2023, base: "85,30"}
		{id: c, goal: tăng so với năm 2023}
		{id: d, goal: rank < base, base: 32/63}
		{id: e, goal: "giảm 1,7 %", base: 200}
		{id: f, goal: "> 98 %", base: "97,2 %"}
	YAML
	log <<-LOG
		2024-06-30,a,,measured,85.3,,
		2024-06-30,b,,measured,86.1,,
		2024-06-30,c,,measured,86.1,,
		2024-06-30,d,,measured,28,,
		2024-06-30,e,,measured,"196,6",,
		2024-06-30,f,,measured,49/50,,
	LOG
	targets --as-of 2024-06-30
	same "$(column met)" "no yes not-enough-data yes yes no"
	same "$(column difference)" "0 0.8  -4 -3.4 0.8"
	same "$(column base)" "85.3 85.3  32/63 200 97.2"
}

@test "the latest value counts, as of the day and as it was known; the one before stands beside it" {
	plan <<<'{id: "1.2", goal: 30 %}'
	log <<-LOG
		2024-09-30,1.2,,measured,9/31,,2024-10-01T08:00:00Z
		2024-03-31,1.2,,measured,2/31,,2024-04-01T08:00:00Z
		2024-06-30,1.2,,measured,4/31,,2024-07-01T08:00:00Z
		2024-06-30,1.2,,measured,5/31,,2024-07-02T08:00:00Z
		2024-12-14,1.2,,measured,12/31,,2025-01-03T08:00:00Z
	LOG
	targets --as-of 2024-12-31
	same "$(column value) $(column previous) $(column met)" "12/31 9/31 yes"
	targets --as-of 2024-12-31 --known 2025-01-01
	same "$(column value) $(column previous) $(column met)" "9/31 5/31 no"
	targets --window 2024-01-01..2024-07-31
	same "$(column value) $(column previous) $(column date)" "5/31 2/31 2024-06-30"
	grep -q 'after 2024-07-31 do not count yet: 2 \[log-future\]' messages
	targets --as-of 2024-01-31
	same "$(column value)$(column met)" not-enough-data
}

@test "a value is taken back for the same agency, once, and its line does not count again" {
	plan <<-'YAML'
		{id: "1", goal: "4"}
		{id: "6.2", goal: "> 98 %"}
	YAML
	log <<-LOG
		2024-03-31,6.2,,measured,97,,
		2024-06-30,6.2,,measured,99,,
		2024-07-01,6.2,,void,2024-06-30,,
		2024-07-01,6.2,,void,2024-06-30,,
		2024-06-30,6.2,,measured,99,,
		2024-07-01,6.2,Sở Nội vụ,void,2024-03-31,,
		2024-03-31,1,,measured,4,,
		2024-03-31,1,,done,,,
		2024-07-01,1,,void,2024-03-31,,
	LOG
	targets --as-of 2024-12-31
	same "$(column value)" "4 97"
	same "$(grep -c log-void messages)" 1
	grep -q '^log.csv:7:.*2024-03-31.*\[log-void\]' messages
	run -0 par-report p.yaml log.csv --as-of 2024-12-31 --by status --format csv
	[[ $output != *done* ]]
	targets --as-of 2024-06-30
	same "$(column value)" "4 99"
}

@test "rows that cannot be used are reported with their place and set aside" {
	plan <<-'YAML'
		{id: "6.2", goal: "> 98 %"}
		{id: "29", goal: 4 đơn vị}
	YAML
	log <<-LOG
		2024-03-31,6.3,,measured,97,,
		2024-03-31,6.2,,measured,nhiều,,
		2024-03-31,6.2,,measured,1.234,,
		2024-03-31,6.2,,measured,,,
		2024-03-31,29,,measured,3/4,,
		2024-03-31,29,,measured,5,,
	LOG
	run -1 targets --as-of 2024-12-31
	same "$(column met)" "not-enough-data yes"
	grep -q '^log.csv:2:12: error: .*"6.3".*did you mean 6.2? \[log-task\]' messages
	grep -q '^log.csv:3:.*"nhiều" is no value for measured; .*\[log-value\]' messages
	grep -q '^log.csv:4:.*1234 or 1,234?.*\[log-value\]' messages
	grep -q '^log.csv:5:.*"" is no value for measured; .*\[log-value\]' messages
	grep -q '^log.csv:6:.*"3/4" is no value for target 29, whose goal is "4 đơn vị".*\[log-value\]' messages
}

@test "values of a plan that is not loaded are told of once, as a warning" {
	plan <<<'{id: "1", goal: "4"}'
	{
		echo date,plan,task,status,value
		echo 2024-03-31,quy-tac-34,a,measured,97
		echo 2024-03-31,quy-tac-34,b,measured,97
		echo 2024-03-31,p-2024,1,measured,5
	} >log.csv
	targets --as-of 2024-12-31
	same "$(column met)" yes
	same "$(grep -c 'log.csv:2:.*warning: .*"quy-tac-34" is not loaded (rows: 2).*\[log-plan\]' messages)" 1
}

@test "goals that are not understood are said, and never guessed at" {
	plan <<-'YAML'
		{id: a, goal: trong nhóm dẫn đầu}
		{id: b, goal: tăng 20% so với năm 2023, base: 50 %}
		{id: c}
		{id: d, goal: "> base", base: nhiều}
	YAML
	log <<-LOG
		2024-03-31,a,,measured,1,,
		2024-03-31,b,,measured,70,,
		2024-03-31,c,,measured,1,,
		2024-03-31,d,,measured,1,,
	LOG
	targets --as-of 2024-12-31
	same "$(column met)" "not-enough-data not-enough-data not-enough-data not-enough-data"
	same "$(column goal)" "trong nhóm dẫn đầu tăng 20% so với năm 2023  > base"
	same "$(grep -c goal-unknown messages)" 2
	run -1 par-check p.yaml
	[[ $output == *'p.yaml:11:19: warning: the goal "trong nhóm dẫn đầu" is not understood [goal-unknown]'* ]]
	[[ $output == *'say "points" or "of base" [goal-unknown]'* ]]
	[[ $output == *'"nhiều" is no value for base [bad-value]'* ]]
}

@test "two targets with one id" {
	plan <<-'YAML'
		{id: "8", goal: "4"}
		{id: "8", goal: "5"}
	YAML
	run -1 par-check p.yaml
	[[ $output == 'p.yaml:12:10: error: the id "8" stands twice; first at line 11 [duplicate-id]' ]]
}

@test "targets are narrowed by plan, area, field and words, and by nothing that they have not" {
	plan <<-'YAML'
		{id: a, text: Hồ sơ đúng hạn, area: I}
		{id: b, text: Mức hài lòng}
	YAML
	log </dev/null
	targets --match "ho so"
	same "$(column target)" a
	targets --field institutions
	same "$(column target)" a
	targets --area I
	same "$(column target)" a
	targets --level district
	same "$(column target)" ""
	targets --plan p-2024 --sort -target
	same "$(column target)" "b a"
	run -2 targets --agency "Sở Nội vụ"
	run -2 targets --by area
}

@test "the view in Vietnamese, as JSON, Markdown and a page" {
	plan <<<'{id: "6.2", text: Hồ sơ đúng hạn, goal: "> 98 %", base: "97,2"}'
	log <<<'2024-06-30,6.2,,measured,98.00,,'
	run -0 --separate-stderr par-report p.yaml log.csv --view targets --as-of 2024-06-30 --lang vi
	[[ $output == *'chưa đạt'* && $output == *'97,2'* && $output == *'năm trước'* ]]
	run -0 --separate-stderr par-report p.yaml log.csv --view targets --as-of 2024-06-30 --format json
	[[ $output == *'"value":98,'*'"difference":0.8,"met":"no","missing":0,'* ]]
	run -0 --separate-stderr par-report p.yaml log.csv --view targets --as-of 2024-06-30 --format md
	[[ $output == *'# Targets'*'| 6.2 '* ]]
	run -0 --separate-stderr par-report p.yaml log.csv --view targets --as-of 2024-06-30 --format html
	[[ $output == *'Hồ sơ đúng hạn'* ]]
	run -0 --separate-stderr par-report p.yaml log.csv --as-of 2024-06-30 --format html
	[[ $output == *'Hồ sơ đúng hạn'* ]] # the leader's page has them too
}
