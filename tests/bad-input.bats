#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Bad input: one finding with its place, the contract's exit status, nothing that looks like an
# answer; with --keep-going the good files still answer.
load helper

good_plan() {
	cat >good.yaml <<'Y'
par: plan/1
id: good-2024
issued: 2023-12-29
issuer: UBND tỉnh Thử
period: 2024
tasks:
  - {id: "1", text: Việc một, lead: [Sở Nội vụ], due: 2024-01}
Y
}

# File $1 is refused: status 2, empty output, exactly one finding, which matches $2.
refused() {
	run -2 --separate-stderr par-due --as-of 2024-04-01 "$1"
	same "$output" ""
	same "$(printf '%s\n' "$stderr" | grep -c 'error: ')" 1
	[[ $stderr =~ $2 ]] || same "$stderr" "$2"
	good_plan
	run -1 --separate-stderr par-due --as-of 2024-04-01 --keep-going --format csv good.yaml "$1"
	same "$(printf '%s\n' "$output" | grep -c ',good-2024,1,')" 1
	same "$(printf '%s\n' "$stderr" | grep -c 'error: ')" 1
	run -1 par-check good.yaml "$1"
	same "$(printf '%s\n' "$output" | grep -c 'error: ')" 1
}

@test "a binary file" {
	printf 'par: plan/1\n\001\002\000' >x.yaml
	refused x.yaml 'x.yaml:2:1: error: .*\[file-binary\]'
}

@test "an empty file" {
	: >x.yaml
	refused x.yaml '^x.yaml: error: .*\[file-empty\]'
}

@test "a file that is not there" {
	refused x.yaml '^x.yaml: error: .*\[file-unreadable\]'
}

@test "a file that may not be read" {
	[ "$(id -u)" -ne 0 ] || skip "root may read everything"
	good_plan
	cp good.yaml x.yaml
	chmod 000 x.yaml
	refused x.yaml '^x.yaml: error: .*\[file-unreadable\]'
}

@test "a directory without plans" {
	mkdir empty
	run -2 --separate-stderr par-due empty
	same "$output" ""
	[[ $stderr == "empty: error: "*"[no-plan]" ]]
	run -2 par-check empty
}

@test "100 KB of [" {
	{ printf 'par: plan/1\nid: x\ntasks: '; head -c 100000 /dev/zero | tr '\0' '['; } >x.yaml
	refused x.yaml 'x.yaml:3:[0-9]+: error: .*\[yaml-depth\]'
}

@test "an alias bomb" {
	printf 'par: plan/1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n' >x.yaml
	refused x.yaml 'x.yaml:2:[0-9]+: error: .*\[yaml-feature\]'
}

@test "a tag, a merge key, a second document" {
	printf 'par: plan/1\nid: !str x\n' >x.yaml
	refused x.yaml 'x.yaml:2:[0-9]+: error: .*\[yaml-feature\]'
	printf 'par: plan/1\nid: x\n---\nid: y\n' >x.yaml
	refused x.yaml 'x.yaml:3:[0-9]+: error: .*\[yaml-feature\]'
}

@test "a duplicate key" {
	printf 'par: plan/1\nid: x\ntitle: a\ntitle: b\n' >x.yaml
	refused x.yaml 'x.yaml:4:1: error: .*title.*line 3.*\[duplicate-key\]'
}

@test "two tasks of one id" {
	printf 'par: plan/1\nid: x\ntasks:\n  - {id: "1", text: a}\n  - {id: "1", text: b}\n' >x.yaml
	refused x.yaml 'x.yaml:5:[0-9]+: error: .*line 4.*\[duplicate-id\]'
}

@test "a log with an unterminated quote" {
	good_plan
	printf 'date,plan,task,status,note\n2024-02-01,good-2024,1,done,"open\n2024-02-02,good-2024,1,note,x\n' >x.csv
	run -2 --separate-stderr par-due --as-of 2024-04-01 good.yaml x.csv
	same "$output" ""
	[[ $stderr =~ x.csv:2:29:\ error:\ .*\[csv-quote\] ]] || same "$stderr" "x.csv:2:29"
	same "$(printf '%s\n' "$stderr" | grep -c 'error: ')" 1
	run -1 --separate-stderr par-due --as-of 2024-04-01 --keep-going --format csv good.yaml x.csv
	same "$(printf '%s\n' "$output" | grep -c ',good-2024,1,')" 1
}

@test "a torn last line of a log is a warning and does not count" {
	good_plan
	printf 'date,plan,task,status,note\n2024-01-20,good-2024,1,done,"ope' >x.csv
	run -0 --separate-stderr par-due --as-of 2024-04-01 --overdue --format csv good.yaml x.csv
	same "$(printf '%s\n' "$output" | grep -c not-started-overdue)" 1
	[[ $stderr =~ x.csv:2.*warning:\ .*\[last-line-torn\] ]]
}

@test "invalid UTF-8 in a plan and in a log" {
	printf 'par: plan/1\nid: x\ntitle: V\xea\xf2t\n' >x.yaml
	refused x.yaml 'x.yaml:3:9: error: .*\[not-utf8\]'
	good_plan
	printf 'date,plan,task,status\n2024-02-01,good-2024,1,\xea\xf2\n' >x.csv
	run -2 --separate-stderr par-due --as-of 2024-04-01 good.yaml x.csv
	same "$output" ""
	same "$(printf '%s\n' "$stderr" | grep -c 'error: ')" 1
	[[ $stderr =~ x.csv:2:[0-9]+:\ error:\ .*\[not-utf8\] ]]
}

@test "a file of another kind and an unknown version" {
	printf 'par: plan/2\nid: x\n' >x.yaml
	refused x.yaml 'x.yaml:1:1: error: .*plan/2.*\[unknown-kind\]'
}

@test "documents that are no text are refused by par-import" {
	printf 'PK\003\004\000\000' >x.docx
	run -2 --separate-stderr par-import x.docx
	same "$output" ""
	same "$(printf '%s\n' "$stderr" | grep -c 'error: ')" 1
	: >empty.txt
	run -2 par-import empty.txt
	run -2 par-import missing.txt
}

@test "a full disk or a closed pipe is never a silent 0" {
	[ -w /dev/full ] || skip "/dev/full is absent"
	good_plan
	for command in "par-due --as-of 2024-04-01 good.yaml" "par-due --help" "par-check missing.yaml" \
		"par-due --version" "par-import --help"; do
		run -3 bash -c "$command >/dev/full"
	done
	run bash -c 'set -o pipefail; yes "" | head -c 1 >/dev/null; par-due --as-of 2024-04-01 good.yaml >&-'
	[ "$status" -eq 3 ]
}
