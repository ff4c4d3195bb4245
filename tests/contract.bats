#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Sentences a user may rely on that no other file tries: where tools look, how words are given,
# what counts in a log, what is written, how a tool ends.
load helper

export PAR_TODAY=2025-05-15

plan() { # id [issuer]: a small plan
	cat <<Y
par: plan/1
id: $1
issued: 2025-01-10
issuer: ${2-UBND tỉnh Sông Lam}
level: province
period: 2025
areas:
  - {id: I, title: Cải cách thể chế, field: institutions}
  - {id: II, title: Thủ tục hành chính, field: procedures}
tasks:
  - {id: "1", area: I, text: Việc đặt ra, lead: [Sở Nội vụ, Sở Tài chính], due: 2025-03-31}
  - {id: "2", area: I, text: Việc hai, lead: [Sở Nội vụ], due: monthly}
  - {id: "3", area: II, text: Việc ba, lead: [Sở Nội vụ], due: 'after "hồ sơ" +5wd'}
  - {id: "4", area: II, text: Việc bốn, lead: [Sở Nội vụ], due: '2025-04 if "hướng dẫn"'}
  - {id: "5", area: II, text: Việc năm, lead: [Sở Nội vụ], due: 'external "Theo quy định"'}
  - {id: "6", area: II, text: Việc sáu, lead: [Sở Nội vụ], due: [2025-02-28, 2025-06-30]}
  - {id: "7", area: II, text: Việc bảy, lead: ["Các sở, ban, ngành tỉnh"], due: 2025-03}
reports:
  - {id: r1, text: Báo cáo, lead: [Sở Nội vụ], due: reports@22}
Y
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	plan p-2025 >p.yaml
}

rows() { # columns options: rows of the answer without the heading, one a line
	columns=$1
	shift
	par-due --format csv --columns "$columns" "$@" 2>err | tail -n +2
}

# The state of task 1's first lead, of p.yaml and a log of the given lines.
state() {
	{ echo date,task,agency,period,status,value && printf '%s\n' "$@"; } >log.csv
	rows status p.yaml log.csv --all --task 1 | head -1
}

@test "a quarter and a month in every spelling mean the same" {
	for word in Q2 q2 2 II Q2/2025 2025-Q2 "Quý II/2025" "quý 2" "Quý II năm 2025"; do
		same "$(rows task,period p.yaml --task 2 --quarter "$word" | paste -sd' ')" "2,2025-04 2,2025-05 2,2025-06"
	done
	for word in 3 03 3/2025 2025-03 "Tháng 3" "tháng 3/2025"; do
		same "$(rows task,period p.yaml --task 2 --month "$word")" "2,2025-03"
	done
	for word in Q5 0 abc; do
		run -2 --separate-stderr par-due p.yaml --quarter "$word"
		same "$output" ""
	done
}

@test "choices by date and state widen each other, selections narrow" {
	same "$(rows task,period p.yaml --quarter Q1 --waiting --task 1,3 | sort -u | paste -sd' ')" "1, 3,"
	same "$(rows task p.yaml --all --area I --agency "so tai chinh")" "1"
	same "$(rows task p.yaml --all --area "the che" --match "dat ra" --agency "so noi vu")" "1"
	same "$(rows task p.yaml --all --field procedures --agency "so tai chinh")" "7"
	same "$(rows task p.yaml --all --field procedures --agency "so tai chinh" --direct)" ""
	same "$(rows period p.yaml --all --kind report | paste -sd' ')" "2025-Q1 2025-H1 2025-Q3 2025"
	same "$(rows task p.yaml --all --task 6/2,2#2025-04 | paste -sd' ')" "2 6/2"
}

@test "default: overdue, due within 30 days, the thirtieth counted; the due day itself is not late" {
	same "$(rows due,status p.yaml --task 2 --as-of 2025-05-31 | tail -2 | paste -sd' ')" \
		"2025-05-31,not-started 2025-06-30,not-started"
	same "$(rows due p.yaml --task 2 --as-of 2025-05-30 | tail -1)" 2025-05-31
}

@test "a folder stands for all plans below it, hidden ones aside; PAR_PATH, ./plans, standard input, any file name" {
	mkdir -p "m/a b" m/.hidden
	plan q-2025 >"m/a b/Kế hoạch.yaml"
	plan r-2025 >m/z.yml
	plan s-2025 >m/.hidden/s.yaml
	plan t-2025 >m/t.txt
	same "$(rows plan m --all --task 5 | paste -sd' ')" "q-2025 r-2025"
	same "$(PAR_PATH="m/a b:m/z.yml" rows plan --all --task 5 | paste -sd' ')" "q-2025 r-2025"
	mkdir plans
	cp m/z.yml plans
	same "$(rows plan --all --task 5)" r-2025
	same "$(rows plan - --all --task 5 <m/z.yml)" r-2025
	same "$(rows plan m/t.txt --all --task 5)" t-2025
}

@test "later days win, on one day the later line; only reopened opens again; void takes back" {
	same "$(state 2025-03-05,1,,,reopened, 2025-03-05,1,,,done, 2025-03-01,1,,,started,)" done-on-time
	same "$(state 2025-03-01,1,,,done, 2025-03-05,1,,,progress,30)" done-on-time
	same "$(state 2025-03-01,1,,,done, 2025-03-05,1,,,reopened,)" in-progress-overdue
	same "$(state 2025-03-01,1,,,done, 2025-03-02,1,,,reopened, 2025-03-01,1,,,done,)" in-progress-overdue
	same "$(state 2025-03-01,1,,,done, 2025-03-05,1,,,void,2025-03-01)" not-started-overdue
	same "$(state 2025-04-01,1,,,done,)" done-late
	same "$(state 2025-05-01,1,,,cancelled,)" cancelled
	same "$(state 2025-03-05,1,,,note, 2025-03-05,1,"Sở Tài chính",,done,)" not-started-overdue
}

@test "a moved deadline rules from the day of the event on" {
	printf 'date,task,status,value\n2025-04-10,1,extended,2025-04-30\n20/04/2025,1,extended,31/05/2025\n' >log.csv
	same "$(rows due,extended_from p.yaml log.csv --all --task 1 --as-of 2025-04-09 | head -1)" 2025-03-31,
	same "$(rows due,extended_from p.yaml log.csv --all --task 1 --as-of 2025-04-10 | head -1)" 2025-04-30,2025-03-31
	same "$(rows due,extended_from p.yaml log.csv --all --task 1 | head -1)" 2025-05-31,2025-03-31
}

@test "a condition that comes after the date leaves none until extended gives one" {
	printf 'date,task,status,value\n2025-05-02,4,triggered,\n' >log.csv
	same "$(rows due,status p.yaml log.csv --all --task 4 --as-of 2025-05-01)" ,waiting
	same "$(rows due,status p.yaml log.csv --all --task 4)" ,no-date
	echo 2025-05-05,4,extended,2025-06-15 >>log.csv
	same "$(rows due,status p.yaml log.csv --all --task 4)" 2025-06-15,not-started
}

@test "a recurring task's event without a period needs one open occurrence and no earlier one" {
	printf 'date,task,status\n2025-02-28,2,done\n2025-01-31,2,done\n2025-04-30,2,done\n' >log.csv
	run -1 --separate-stderr par-due p.yaml log.csv --all --task 2 --to 2025-04-30 --format csv --columns period,status
	same "$(printf '%s\n' "$output" | tail -n +2 | paste -sd' ')" \
		"2025-01,done-on-time 2025-02,done-on-time 2025-03,not-started-overdue 2025-04,not-started-overdue"
	[[ $stderr == "log.csv:4"*"[log-period]" ]]
}

@test "a log in Vietnamese, with semicolons or tabs, BOM, CRLF, other columns and order, in NFD" {
	printf 'ngày;kỳ;nhiệm vụ;trạng thái;giá trị;minh chứng;lạ\r\n01/03/2025;;1;Đang thực hiện;50%%;;x\r\n02/03/2025;;1;hoàn thành;;"45/BC; ""a""";\r\n' >vi.csv
	tr ';' '\t' <vi.csv | sed 's/45\/BC\t/45\/BC;/' >tab.csv
	{ printf '\357\273\277' && cat vi.csv; } >bom.csv
	python3 -c "
import unicodedata
open('nfd.csv', 'w').write(unicodedata.normalize('NFD', open('vi.csv', encoding='utf-8').read()))"
	for log in vi tab bom nfd; do
		same "$(rows status,done,evidence p.yaml $log.csv --all --task 1 | head -1)" \
			'done-on-time,2025-03-02,"45/BC; ""a"""'
	done
}

@test "what was logged later than --known is left out; a line without logged counts" {
	printf 'date,task,status,logged\n2025-03-20,1,done,2025-04-21T08:02:11Z\n2025-02-20,6/1,done,\n' >log.csv
	same "$(rows status p.yaml log.csv --all --task 1 --known 2025-04-20 | head -1)" not-started-overdue
	same "$(rows status p.yaml log.csv --all --task 1 --known 2025-04-21T08:02:10Z | head -1)" not-started-overdue
	same "$(rows status p.yaml log.csv --all --task 1 --known 2025-04-21T08:02:11Z | head -1)" done-on-time
	same "$(rows status p.yaml log.csv --all --task 6/1 --known 2025-01-01)" done-on-time
}

@test "--since lists what has another state now, also by the passing of a day" {
	same "$(rows status p.yaml --task 1 --since 2025-03-31 | sort -u)" not-started-overdue
	same "$(rows status p.yaml --task 1 --since 2025-04-01)" ""
	printf 'date,task,status\n2025-03-20,1,done\n' >log.csv
	same "$(rows status p.yaml log.csv --task 1 --since 2025-03-19 | sort -u)" done-on-time
}

@test "a member's event is progress of a group without members; the group's own completes it" {
	printf 'date,task,agency,status\n2025-03-20,7,Sở Y tế,done\n' >log.csv
	same "$(rows status p.yaml log.csv --all --task 7)" in-progress-overdue
	same "$(rows status,via p.yaml log.csv --all --task 7 --agency "so y te")" \
		'done-on-time,"Các sở, ban, ngành tỉnh"'
	same "$(rows status p.yaml log.csv --all --task 7 --agency "so cong thuong")" not-started-overdue
	echo '2025-03-21,7,"Các sở, ban, ngành tỉnh",done' >>log.csv
	same "$(rows status p.yaml log.csv --all --task 7)" done-on-time
}

@test "an agency that became another stands under the new name from that day, two as one" {
	cat >agencies.yaml <<'Y'
par: agencies/1
agencies:
  - {id: song-lam, name: UBND tỉnh Sông Lam}
  - {id: so-tai-chinh, name: Sở Tài chính, kind: department, of: song-lam}
  - {id: so-noi-vu, name: Sở Nội vụ, kind: department, of: song-lam, becomes: [{id: so-tai-chinh, from: 2025-03-01}]}
Y
	same "$(rows agency p.yaml --all --task 1 --as-of 2025-02-28 | sort | paste -sd,)" "Sở Nội vụ,Sở Tài chính"
	same "$(rows agency p.yaml --all --task 1 --as-of 2025-03-01)" "Sở Tài chính"
	same "$(rows task p.yaml --all --agency "so noi vu" --task 5)" 5
}

@test "names sort the Vietnamese way whatever the locale" {
	{ plan v-2025 | sed '/^tasks/q' && i=0 &&
		for name in Đan "Bả a" Bạ Ăn Bá Dũng Âm Bã An Bả "Bà Rịa" Bà Ba; do
			i=$((i + 1))
			printf '  - {id: "%s", text: a, lead: [%s], due: 2025-06}\n' $i "$name"
		done; } >v.yaml
	for locale in C vi_VN.UTF-8 en_US.UTF-8; do
		same "$(LC_ALL=$locale rows agency v.yaml --all --sort agency | paste -sd,)" \
			"An,Ăn,Âm,Ba,Bà,Bả,Bã,Bá,Bạ,Bả a,Bà Rịa,Dũng,Đan"
	done
}

@test "json holds numbers and nulls; csv has every column in the contract's order" {
	par-due p.yaml --all --format json >out.json
	python3 - <<'PY'
import json
rows = json.load(open("out.json", encoding="utf-8"))
assert list(rows[0]) == ("due status days plan task period area field lead agency via product text with start said "
                         "extended_from done percent evidence file line").split()
waits = [r for r in rows if r["task"] == "3"][0]
assert waits["due"] is None and waits["days"] is None and isinstance(waits["line"], int)
assert all(isinstance(r["days"], int) for r in rows if r["due"])
PY
	same "$(par-due p.yaml --task 99 --format json 2>err)" "[]"
	same "$(par-due p.yaml --task 99 --format csv --columns due,task 2>err)" due,task
}

@test "a table off a terminal is 80 columns wide at most, double-width and combining characters counted" {
	{ plan w-2025 | sed '/^tasks/q' &&
		printf '  - {id: "1", text: "%s \\e[31m e\\u0323\\u0302 \\x9b", lead: [Sở Nội vụ], due: 2025-05}\n' \
			"$(printf '漢字%.0s' $(seq 60)) $(printf 'đường %.0s' $(seq 40))"; } >w.yaml
	for lang in vi en; do
		par-due w.yaml --all --lang $lang >table
		python3 - <<'PY'
import unicodedata
for line in open("table", encoding="utf-8").read().split("\n"):
    width = sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
    assert width <= 80, (width, line)
    assert not any(unicodedata.category(c) == "Cc" for c in line), line
PY
	done
}

@test "--excel: BOM, semicolons, local dates, nothing that could be a formula" {
	{ plan x-2025 | sed '/^tasks/q' &&
		for text in =1+1 +84 -5 @x; do
			printf '  - {id: "%s", text: "%s", lead: [Sở Nội vụ], due: 2025-05}\n' "$text" "$text"
		done; } >x.yaml
	par-due x.yaml --all --excel --columns due,text >out.csv
	same "$(head -c 3 out.csv | od -An -tx1 | tr -d ' ')" efbbbf
	same "$(tail -n +2 out.csv | tr -d '\r' | sort | paste -sd' ')" \
		"31/05/2025;'+84 31/05/2025;'-5 31/05/2025;'=1+1 31/05/2025;'@x"
	run -2 par-due x.yaml --excel --format json
}

@test "the language: option, PAR_LANG, LC_ALL, LC_MESSAGES, LANG; anything but English is Vietnamese" {
	unset PAR_LANG
	first() { par-due p.yaml --task 1 "$@" | head -1 | cut -d' ' -f1; }
	for variable in PAR_LANG LC_ALL LC_MESSAGES LANG; do
		for value in en en_US.UTF-8 en_GB; do
			same "$(export $variable=$value; first)" due
		done
		for value in C POSIX vi_VN.UTF-8 fr_FR ""; do
			same "$(export $variable=$value; first)" thời
		done
	done
	same "$(LC_ALL=vi LANG=en first)" thời
	same "$(LC_ALL='' LANG=en first)" due
	same "$(PAR_LANG=vi LANG=en first --lang en)" due
}

@test "today: --as-of, else PAR_TODAY; no zone of the machine counts" {
	same "$(PAR_TODAY=2025-03-31 rows days p.yaml --task 1 | head -1)" 0
	same "$(PAR_TODAY=2025-03-31 rows days p.yaml --task 1 --as-of 01/04/2025 | head -1)" 1
	run -2 --separate-stderr env PAR_TODAY=soon par-due p.yaml
	same "$output" ""
	unset PAR_TODAY
	same "$(TZ=Pacific/Kiritimati rows days p.yaml --all)" "$(TZ=America/Los_Angeles rows days p.yaml --all)"
}

@test "wrong usage: status 2, nothing on standard output, the nearest word where there is one" {
	for words in "--quart Q2" "--columns nope" "--sort nope" "--format xml" "--lang fr" "--kind tasks" \
		"--status late" "--level town" "--field law" "--within -3d" "--as-of 2025-02-30" "--since x" "--quarter"; do
		# shellcheck disable=SC2086
		run -2 --separate-stderr par-due p.yaml $words
		same "$output" ""
		[ -n "$stderr" ]
	done
	run -2 par-due p.yaml --agencie x
	[[ $output == *"did you mean --agencies?"* ]]
}

@test "--exit-code is 1 when the list is not empty, 0 when it is" {
	run -1 par-due p.yaml --task 1 --exit-code
	run -0 par-due p.yaml --task 1 --exit-code --as-of 2025-01-15
}

@test "flow style, quoted keys, comments, a document start, CRLF and a BOM are plain YAML" {
	cat >flow.yaml <<'Y'
--- # a comment
{"par": "plan/1", 'id': f-2025, issued: 2025-01-01, issuer: "UBND tỉnh Sông Lam", level: province, period: 2025,
 tasks: [{"id": 1, text: a, lead: Sở Nội vụ, "due": [2025-03]}]}
Y
	{ printf '\357\273\277' && sed 's/$/\r/' flow.yaml; } >crlf.yaml
	for file in flow crlf; do
		same "$(par-check $file.yaml)" ""
		same "$(rows task,due,agency $file.yaml --all)" "1,2025-03-31,Sở Nội vụ"
	done
}

@test "columns of findings count characters, the same in NFC and NFD" {
	printf 'par: plan/1\nid: c-2025\nperiod: 2025\nissuer: UBND tỉnh Sông Lam\ntasks:\n  - {id: "1", text: ấy thử việc, lead: [Sở Nội vụ], due: 2025-02-30}\n' >c.yaml
	same "$(par-check c.yaml)" \
		'c.yaml:6:58: error: task 1, due: "2025-02-30" is no date that exists [date-invalid]'
	python3 -c "
import unicodedata
text = unicodedata.normalize('NFD', open('c.yaml', encoding='utf-8').read())
open('c.yaml', 'w', encoding='utf-8').write(text)"
	same "$(par-check c.yaml | cut -d: -f1-3)" c.yaml:6:58
}

@test "par-check in csv and json holds what the lines say" {
	sed -i 's/2025-03-31}/2025-02-30}/; s/due: monthly/duee: monthly/' p.yaml
	run -1 par-check p.yaml --format json
	printf '%s\n' "$output" >out.json
	same "$(python3 -c "
import json
print([(r['file'], r['line'], r['severity'], r['code']) for r in json.load(open('out.json'))])")" \
		"[('p.yaml', 11, 'error', 'date-invalid'), ('p.yaml', 12, 'warning', 'due-missing'), ('p.yaml', 12, 'warning', 'unknown-key')]"
	same "$(par-check p.yaml --format csv | head -1)" file,line,column,severity,code,sentence
}

@test "par-check judges a log by itself when no plan is beside it" {
	printf 'date,task,status,note\n2025-03-20,1,"done\n' >a.csv
	run -1 par-check a.csv
	[[ $output == "a.csv:2:14: error: "*"[csv-quote]" ]] || same "$output" ""
	printf 'date,task,status\n2025-02-30,1,done\n2025-02-01,1,doen\n2025-02-02,1,done\n' >b.csv
	run -1 par-check b.csv
	same "$(printf '%s\n' "$output" | grep -o '\[.*\]' | tr '\n' ' ')" "[log-plan] [log-date] [log-status] "
	run -1 par-check - <b.csv
	mkdir d && cp b.csv d
	run -1 par-check d
	: >empty.csv
	run -1 par-check empty.csv
}

@test "a plan with a repeated id still tells everything else that is wrong" {
	cat >p.yaml <<'Y'
par: plan/1
id: p-2025
period: 2025
tasks:
  - {id: "1", text: Việc, lead: [Sở Nội vụ], due: 2025}
  - {id: "1", text: Việc, due: 2025-13}
  - {text: "", lead: [Sở Nội vụ], due: Quý V}
Y
	run -1 par-check p.yaml
	same "$(printf '%s\n' "$output" | grep -o '\[[a-z-]*\]' | sort | tr '\n' ' ')" \
		"[date-invalid] [date-invalid] [duplicate-id] [lead-missing] [missing-key] [text-empty] "
}

@test "a settled doubt does not hide a deadline that cannot be read" {
	plan p-2025 | sed 's/due: 2025-03-31/due: unknown "31\/10\/20255", doubts: [{cell: due, code: date-invalid, say: 31\/10\/20255, settled: as printed}]/' >p.yaml
	run -1 par-check p.yaml
	[[ $output == *"[deadline-unknown]"* ]]
}

@test "an id of one place means that one, not the like of it elsewhere" {
	{ plan k-2025 'UBND tỉnh Khác'; } >k.yaml
	cat >agencies.yaml <<'Y'
par: agencies/1
agencies:
  - {id: so-xay-dung, name: Sở Xây dựng, kind: department, of: song-lam}
Y
	plan s-2025 >s.yaml
	same "$(par-due -A --format csv --columns plan,task,agency --agency song-lam/so-xay-dung k.yaml s.yaml agencies.yaml)" \
		"$(printf 'plan,task,agency\ns-2025,7,Sở Xây dựng')"
}

@test "--known takes a moment in UTC, with a zone, or a day in Vietnam, and nothing else" {
	plan p-2025 >p.yaml
	printf 'date,task,status,logged\n2025-03-01,7,done,2025-04-21T08:02:11Z\n' >log.csv
	for known in 2025-04-21T08:02:10Z 2025-04-21T15:02:10+07:00 '2025-04-21 15:02:10' 2025-04-20; do
		same "$known $(par-due p.yaml log.csv --task 7 -A --known "$known" --format csv --columns status | tail -1)" \
			"$known not-started-overdue"
	done
	for known in 2025-04-21T08:02:11Z 2025-04-21T15:02:11+07:00 2025-04-21; do
		same "$known $(par-due p.yaml log.csv --task 7 -A --known "$known" --format csv --columns status | tail -1)" \
			"$known done-on-time"
	done
	run -2 par-due p.yaml --known garbage
	run -2 par-due p.yaml --known 2025-13-01
}

@test "a line is taken back by one that is read before it" {
	plan p-2025 >p.yaml
	printf 'date,task,status,value\n2025-03-02,7,void,2025-03-01\n' >a.csv
	printf 'date,task,status,value\n2025-03-01,7,done,\n' >b.csv
	for order in "a.csv b.csv" "b.csv a.csv"; do
		# shellcheck disable=SC2086
		same "$(par-due p.yaml $order --task 7 -A --format csv --columns status | tail -1)" not-started-overdue
	done
}

@test "ids given several times widen; a name is given once" {
	plan p-2025 >p.yaml
	same "$(par-due p.yaml -A -t 5 -t 7 --format csv --columns task | sort -u | tr '\n' ' ')" "5 7 task "
	run -2 par-due p.yaml --agency 'Sở Nội vụ' --agency 'Sở Tài chính'
	run -2 par-due p.yaml --match ''
}

@test "percent as officers write it" {
	plan p-2025 >p.yaml
	for pair in '"12,5":12.5' '60%:60' '"33,333 %":33.33' ':'; do
		printf 'date,task,status,value\n2025-03-01,7,progress,%s\n' "${pair%:*}" >log.csv
		same "$(par-due p.yaml log.csv --task 7 -A --format csv --columns percent,status | tail -1)" \
			"${pair##*:},in-progress-overdue"
	done
}

@test "a log as a spreadsheet leaves it" {
	plan p-2025 >p.yaml
	printf 'Ngày cập nhật;Nhiệm vụ;Cơ quan chủ trì;Tình trạng\r\n 01/03/2025 ;7;;đã hoàn thành\r\n;;;\r\n' >log.csv
	run -0 --separate-stderr par-due p.yaml log.csv --task 7 -A --format csv --columns status,done
	same "$output" "$(printf 'status,done\ndone-on-time,2025-03-01')"
	same "$stderr" ""
}

@test "an option's file has to be what the option says" {
	plan p-2025 >p.yaml
	run -2 par-due p.yaml --agencies p.yaml
	run -2 par-due p.yaml --calendar p.yaml
}

@test "doubts that cannot be told are no silent success" {
	[ -w /dev/full ] || skip "/dev/full is absent"
	run -3 bash -c "par-import '$ROOT/plans/sample/ke-hoach-2026.txt' 2>/dev/full >/dev/null"
}
