#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-due --format ics: a calendar that calendars take, and take again without doubling an entry.
load helper

ics() { # options: the calendar in due.ics, messages in messages, read strictly
	par-due --format ics --as-of 2024-04-01 "$@" >due.ics 2>messages || return
	python3 -B "$ROOT/tests/ics.py" due.ics
}

values() { # property…: of each entry
	python3 -B "$ROOT/tests/ics.py" due.ics "$@"
}

plan() {
	cat >p.yaml <<'EOF'
par: plan/1
id: p-2024
title: Kế hoạch cải cách hành chính; năm 2024, tỉnh
issued: 2023-12-29
issuer: UBND tỉnh Sông Thao
level: province
period: 2024
areas:
  - {id: I, title: Cải cách thể chế, field: institutions}
tasks:
  - id: "1"
    area: I
    text: Rà soát; ban hành, công bố\ quy định
    product: Quyết định, báo cáo
    lead: [Sở Nội vụ, Sở Tư pháp]
    due: 2024-06-30
  - {id: "2", text: Báo cáo tháng, lead: [Sở Nội vụ], due: monthly}
  - id: "3"
    text: Hai phần
    lead: [Sở Nội vụ]
    due:
      - {what: Dự thảo, due: 2024-05-10}
      - {what: Ban hành, due: 2024-11-15}
  - {id: "4", text: Việc đều, lead: [Sở Nội vụ], due: ongoing}
  - {id: "5", text: Chờ, lead: [Sở Nội vụ], due: 'after "Bộ có văn bản" +15d'}
EOF
	echo date,task,agency,period,status,value,evidence >log.csv
}

@test "an obligation is one all-day entry; its name comes of plan, task, part, period and agency" {
	plan
	ics --all p.yaml --task 1,3,2#2024-03
	same "$(values UID DTSTART STATUS TRANSP SEQUENCE DTSTAMP)" "\
2__2024-03_so-noi-vu@p-2024|2024-03-31|CONFIRMED|TRANSPARENT|0|2024-04-01T00:00:00Z
3_1__so-noi-vu@p-2024|2024-05-10|CONFIRMED|TRANSPARENT|0|2024-04-01T00:00:00Z
1___so-noi-vu@p-2024|2024-06-30|CONFIRMED|TRANSPARENT|0|2024-04-01T00:00:00Z
1___so-tu-phap@p-2024|2024-06-30|CONFIRMED|TRANSPARENT|0|2024-04-01T00:00:00Z
3_2__so-noi-vu@p-2024|2024-11-15|CONFIRMED|TRANSPARENT|0|2024-04-01T00:00:00Z"
}

@test "its text is escaped and whole, in the chosen language" {
	plan
	ics --all p.yaml --task 1 --agency 'so noi vu'
	same "$(values SUMMARY)" 'Sở Nội vụ: 1 Rà soát; ban hành, công bố\ quy định'
	same "$(values DESCRIPTION)" "status: not started
product: Quyết định, báo cáo
as printed: 2024-06-30
plan: Kế hoạch cải cách hành chính; năm 2024, tỉnh"
	same "$(values CATEGORIES)" "institutions+not started"
	ics --all p.yaml --task 1 --agency 'so noi vu' --lang vi
	same "$(values CATEGORIES)" "thể chế+chưa thực hiện"
	grep -q '^X-WR-CALNAME:Việc phải làm – Sở Nội vụ.$' due.ics
	ics --all p.yaml --task 3/1
	same "$(values SUMMARY)" "Sở Nội vụ: 3/1 Dự thảo: Hai phần"
}

@test "what is open has alarms a week and a day before; what is closed has none" {
	plan
	printf '%s\n' '2024-03-20,1,Sở Nội vụ,,done,,45/BC-SNV' '2024-03-21,3/1,,,cancelled,,' >>log.csv
	ics --all p.yaml log.csv --task 1,3
	same "$(values UID STATUS ALARMS)" "\
3_1__so-noi-vu@p-2024|CANCELLED|
1___so-noi-vu@p-2024|CONFIRMED|
1___so-tu-phap@p-2024|CONFIRMED|-P7D -P1D
3_2__so-noi-vu@p-2024|CONFIRMED|-P7D -P1D"
	same "$(values SUMMARY | sed -n 2p)" \
		'[done on time] Sở Nội vụ: 1 Rà soát; ban hành, công bố\ quy định'
}

@test "a deadline that moves keeps its name; each extension, and each taken back, counts up" {
	plan
	uid=1___so-noi-vu@p-2024
	ics --all p.yaml log.csv --task 1 --agency 'so noi vu'
	same "$(values UID DTSTART SEQUENCE)" "$uid|2024-06-30|0"
	echo '2024-02-01,1,,,extended,2024-09-30,' >>log.csv
	ics --all p.yaml log.csv --task 1 --agency 'so noi vu'
	same "$(values UID DTSTART SEQUENCE)" "$uid|2024-09-30|1"
	values DESCRIPTION | grep -qx 'extended from: 2024-06-30'
	echo '2024-03-01,1,,,extended,2024-10-31,' >>log.csv
	ics --all p.yaml log.csv --task 1 --agency 'so noi vu'
	same "$(values UID DTSTART SEQUENCE)" "$uid|2024-10-31|2"
	echo '2024-03-02,1,,,void,2024-03-01,' >>log.csv
	ics --all p.yaml log.csv --task 1 --agency 'so noi vu'
	same "$(values UID DTSTART SEQUENCE)" "$uid|2024-09-30|3"
}

@test "the text of a task is no part of its entry's name" {
	plan
	ics --all p.yaml
	values UID >before
	sed -i 's/text: /text: Sửa /; s/title: /title: Sửa /' p.yaml
	ics --all p.yaml
	grep -q 'Sửa Hai phần' due.ics
	same "$(values UID)" "$(cat before)"
}

@test "what has no due day is left out with one note" {
	plan
	ics --all p.yaml --task 4,5,3/1
	same "$(values UID)" 3_1__so-noi-vu@p-2024
	same "$(cat messages)" \
		"par-due: note: left out of the calendar, because they have no due day: 2 [select-undated]"
}

@test "an empty calendar is one" {
	plan
	ics p.yaml --overdue --task 1
	same "$(values UID)" ""
	par-due p.yaml --format ics --overdue --exit-code --task 1 --as-of 2024-04-01
}

@test "the same question gives the same bytes, whenever and wherever it is asked" {
	plan
	ics --all p.yaml
	mv due.ics first
	sleep 1
	TZ=America/New_York LC_ALL=C ics --all p.yaml
	cmp first due.ics
}

@test "communes of one name in two districts are two entries" {
	plan
	cat >a.yaml <<'EOF'
par: agencies/1
agencies:
  - {id: huyen-a, name: UBND huyện A, kind: district, of: song-thao}
  - {id: huyen-b, name: UBND huyện B, kind: district, of: song-thao}
  - {id: a-tan-lap, name: UBND xã Tân Lập, kind: commune, of: huyen-a}
  - {id: b-tan-lap, name: UBND xã Tân Lập, kind: commune, of: huyen-b}
groups:
  - {name: UBND các xã vùng cao, members: [a-tan-lap, b-tan-lap]}
EOF
	sed -i 's/lead: \[Sở Nội vụ, Sở Tư pháp\]/lead: [UBND các xã vùng cao]/' p.yaml
	ics --all p.yaml a.yaml --task 1
	same "$(values UID)" "1___ubnd-xa-tan-lap_huyen-a@p-2024
1___ubnd-xa-tan-lap_huyen-b@p-2024"
}

@test "options that a calendar has no use for are refused" {
	plan
	run -2 --separate-stderr par-due p.yaml --format ics --columns task
	same "$output" ""
	same "$stderr" "par-due: --columns does not go with --format ics"
	run -2 par-due p.yaml --format ics --sort task
	run -2 par-due p.yaml --format ics --excel
	run -2 --separate-stderr par-due p.yaml --format ical
	same "$stderr" 'par-due: there is no format "ical": text, csv, json, ics'
}

@test "a calendar that cannot be written is told" {
	plan
	run -3 bash -c 'par-due p.yaml --all --format ics --as-of 2024-04-01 >/dev/full'
}

@test "the plans of the seeds become calendars, every entry with a name of its own" {
	need_seeds
	for n in 000 002 004; do
		par-import "$(seed $n)" >plan.yaml 2>/dev/null || [ $? -eq 1 ]
		ics --all plan.yaml --lang vi --kind all || [ $? -eq 1 ]
		same "$(values UID | wc -l)" \
			"$(par-due --all plan.yaml --kind all --as-of 2024-04-01 --format csv --columns due 2>/dev/null |
				grep -c '^2')"
	done
}
