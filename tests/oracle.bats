#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Obligations, due days and states: random cases against a second implementation (tests/oracle), and
# the single cases that it once found wrong.
load helper

# One task of plan p; $1: its leads, $2: its deadline, as YAML.
plan() {
	cat >p.yaml <<EOF
par: plan/1
id: p
title: Kế hoạch
issued: ${issued-2023-12-29}
issuer: UBND tỉnh Bình Phước
level: province
period: 2024
tasks:
  - {id: "1", text: Việc, lead: [$1], due: $2}
EOF
}

# A log of the rows on standard input: date,task,agency,period,status,value,evidence.
log() {
	{
		echo date,task,agency,period,status,value,evidence
		cat
	} >log.csv
}

# The columns $1 of par-due's answer, rows joined with a blank; $2…: further options.
due() {
	columns=$1
	shift
	par-due --format csv --columns "$columns" "$@" p.yaml log.csv 2>messages |
		sed 1d | tr '\n' ' ' | sed 's/ $//'
}

@test "random plans and logs are answered as by the second implementation" {
	PYTHONDONTWRITEBYTECODE=1 run python3 "$ROOT/tests/oracle/run.py"
	echo "$output"
	[ "$status" -eq 0 ]
}

@test "a week belongs to one year only" {
	log </dev/null
	plan "Sở Nội vụ" weekly
	same "$(due due,period --from 2024-12-25 --to 2025-01-31 --as-of 2024-12-01)" "2024-12-29,2024-W52"
}

@test "a year that goes on is done year by year" {
	plan "Sở Nội vụ" "2024.."
	log <<<"2024-12-05,1,,,done,,"
	same "$(due period,status --all --as-of 2024-12-10)" "2024,done-on-time 2025,not-started"
	log <<<"2024-12-05,1,,2025,started,,"
	same "$(due period,status --all --as-of 2024-12-10)" "2024,not-started 2025,in-progress"
	same "$(cat messages)" ""
	plan "Sở Nội vụ" "2025.."
	log <<<"2024-05-05,1,,,done,,"
	run par-due --all --as-of 2024-06-01 p.yaml log.csv
	[ "$status" -eq 1 ]
}

@test "an extension rules from its own day on" {
	plan "Sở Nội vụ" 2024-03-31
	log <<-EOF
		2024-04-05,1,,,done,,
		2024-04-05,1,,,extended,2024-05-01,
	EOF
	same "$(due due,status,days,extended_from --all --as-of 2024-06-01)" "2024-05-01,done-on-time,-26,2024-03-31"
	log <<-EOF
		2024-04-05,1,,,done,,
		2024-04-10,1,,,extended,2024-05-01,
	EOF
	same "$(due due,status,days,extended_from --all --as-of 2024-06-01)" "2024-03-31,done-late,5,"
}

@test "what is cancelled or opened again is not shown as done" {
	plan "Sở Nội vụ" 2024-03-31
	log <<-EOF
		2024-03-05,1,,,done,,5/BC
		2024-04-10,1,,,cancelled,,
	EOF
	same "$(due status,done,percent,evidence --all --as-of 2024-06-01)" "cancelled,,,"
	log <<-EOF
		2024-03-05,1,,,done,,5/BC
		2024-04-10,1,,,reopened,,
	EOF
	same "$(due status,done,percent,evidence --as-of 2024-06-01)" "in-progress-overdue,,,"
}

@test "an ongoing task leaves the lists with its plan" {
	log </dev/null
	plan "Sở Nội vụ" ongoing
	same "$(due status --all --as-of 2024-12-31)" ongoing
	same "$(due status --all --as-of 2025-01-01)" ""
	plan "Sở Nội vụ" "[ongoing, ongoing]"
	same "$(due status --all --as-of 2024-12-31)" ongoing
}

@test "an event may name its own day as the period" {
	plan "Sở Nội vụ" "'after \"hồ sơ\" +15d'"
	log <<<"2024-03-01,1#2024-03-01,,,triggered,,"
	same "$(due due,period --as-of 2024-03-10)" "2024-03-16,2024-03-01"
	log <<-EOF
		2024-03-01,1,,,triggered,,
		2024-03-05,1#2024-03-02,,,done,,
	EOF
	run par-due --as-of 2024-03-10 p.yaml log.csv
	[ "$status" -eq 1 ]
}

@test "a row without a period counts for all it speaks of or is set aside" {
	plan "Sở Nội vụ, Sở Tài chính" monthly
	log <<-EOF
		2024-02-01,1,Sở Nội vụ,2024-01,done,,
		2024-02-10,1,,,done,,
	EOF
	same "$(due period,agency,status --all --month 2/2024 --as-of 2024-02-20)" \
		"2024-02,Sở Nội vụ,not-started 2024-02,Sở Tài chính,not-started"
	grep -q 'log.csv:3:1: error: .*\[log-period\]' messages
	echo "2024-02-11,1,Sở Tài chính,2024-01,done,," >>log.csv
	echo "2024-02-12,1,,,done,," >>log.csv
	same "$(due period,agency,status --all --month 2/2024 --as-of 2024-02-20)" \
		"2024-02,Sở Nội vụ,done-on-time 2024-02,Sở Tài chính,done-on-time"
}

@test "a bare row that counted for a milestone is not set aside by a later event" {
	plan "Sở Nội vụ" "[2024-Q2, 'after \"x\" +5d']"
	log <<-EOF
		2024-02-01,1,,,done,,
		2024-03-01,1/2,,,triggered,,
	EOF
	run par-due --as-of 2024-03-10 p.yaml log.csv
	[ "$status" -eq 0 ]
}

@test "a row of an agency that is not bound is set aside" {
	plan "" 2024-03-31
	log <<<"2024-03-01,1,Sở Nội vụ,,done,,"
	same "$(due status --as-of 2024-03-10)" not-started
	grep -q "\[log-agency\]" messages
}

@test "members of a group report also after they have left it, and before they become another" {
	cat >agencies.yaml <<-EOF
		par: agencies/1
		agencies:
		  - {id: a, name: Sở Nội vụ, kind: department, of: binh-phuoc}
		  - {id: b, name: Sở Y tế, kind: department, of: binh-phuoc, until: 2024-06-01}
		  - {id: c, name: Sở Lao động, kind: department, of: binh-phuoc, becomes: [{id: a, from: 2024-09-01}]}
		  - {id: binh-phuoc, name: UBND tỉnh Bình Phước}
		groups:
		  - {name: Các sở, members: {kind: [department], of: binh-phuoc}}
	EOF
	plan "Các sở" 2024-03-31
	log <<<"2024-03-01,1,Sở Y tế,,done,,"
	same "$(due agency,status --as-of 2024-08-01 --agencies agencies.yaml --status done-on-time)" \
		"Sở Y tế,done-on-time"
	same "$(cat messages)" ""
	plan "Các sở" 2024-10-31
	log <<<"2024-03-01,1,Sở Lao động,,started,,"
	same "$(due agency,status --all --as-of 2024-08-01 --agencies agencies.yaml)" "Sở Nội vụ,in-progress"
	same "$(cat messages)" ""
	plan "Các sở" 2024-07-31
	log <<<"2024-03-01,1,Sở Y tế,,started,,"
	due agency,status --all --as-of 2024-08-01 --agencies agencies.yaml
	grep -q 'log.csv:2:1: error: .*\[log-agency\]' messages
}
