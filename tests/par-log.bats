#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-log: what is acknowledged stands in the log, whole; what par-due would set aside is refused.
load helper

plan() {
	cat >p.yaml <<'Y'
par: plan/1
id: p-2024
issued: 2023-12-29
issuer: UBND tỉnh Sông Thao
level: province
period: 2024
targets:
  - {id: "6.2", text: Hồ sơ đúng hạn, goal: "> 98 %"}
tasks:
  - {id: "1", text: Việc một, lead: [Sở Nội vụ], due: 2024-01}
  - {id: "2", text: Việc hai, lead: [Sở Tài chính], due: monthly}
  - {id: "3", text: Việc ba, lead: ["Các sở, ban, ngành tỉnh"], due: 2024-06}
  - {id: "4", text: Việc bốn, lead: [Sở Nội vụ], due: ["2024-03", "2024-09"]}
Y
	export PAR_TODAY=2024-04-01
	unset PAR_BY USER LOGNAME
}

log() { par-log --log l.csv "$@" p.yaml; }

# Lines of l.csv behind the heading, without the time of writing.
lines() { tail -n +2 l.csv | sed 's/,[-0-9T:]*Z$/,/'; }

# par-log with these options is refused with status 2 and a finding that matches $1; l.csv stays.
refused() {
	pattern=$1 && shift
	cp l.csv before
	run -2 --separate-stderr log "$@"
	same "$output" ""
	[[ $stderr =~ $pattern ]] || same "$stderr" "$pattern"
	cmp l.csv before
}

@test "one event: the heading of a new log, the fields in their places, the time in UTC" {
	plan
	run -0 --separate-stderr log --task 1 --status done --date 31/01/2024 --agency "sở nội vụ" \
		--evidence '45/BC, "mới"' --note $'một\nhai' --by an.nv
	same "$output$stderr" ""
	same "$(head -n 1 l.csv)" "date,plan,task,agency,period,status,value,evidence,note,by,logged"
	same "$(lines)" '2024-01-31,p-2024,1,sở nội vụ,,done,,"45/BC, ""mới""",một hai,an.nv,'
	tail -n 1 l.csv | grep -qE ',[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'
	same "$(par-due p.yaml l.csv --task 1 --all --format csv --columns status,done,evidence)" \
		$'status,done,evidence\ndone-on-time,2024-01-31,"45/BC, ""mới"""'
}

@test "the day is today, the writer comes from the environment, words of status may be Vietnamese" {
	plan
	PAR_BY=binh USER=root log --task 1 --status "hoàn thành"
	USER=chi log --task 4/1 --status "đang thực hiện" --value 60
	PAR_TODAY='' log --task 4/2 --status started --as-of 2024-03-05
	same "$(lines)" "2024-04-01,p-2024,1,,,done,,,,binh,
2024-04-01,p-2024,4/1,,,progress,60,,,chi,
2024-03-05,p-2024,4/2,,,started,,,,,"
}

@test "--dry-run shows the line and writes nothing" {
	plan
	run -0 log --dry-run --task 3 --agency "Sở Y tế" --status done
	[[ $output == "2024-04-01,p-2024,3,Sở Y tế,,done,,,,,"*Z ]]
	[ ! -e l.csv ]
	log --task 1 --status started
	cp l.csv before
	log --dry-run --task 1 --status done >/dev/null
	cmp l.csv before
}

@test "what par-due would set aside is refused, with the reason" {
	plan
	log --task 1 --status started
	refused 'task "9".*\[log-task\]' --task 9 --status done
	refused 'task "4/3".*\[log-task\]' --task 4/3 --status done
	refused '"Sở Y tế" does not lead task 1.*\[log-agency\]' --task 1 --status done --agency "Sở Y tế"
	refused 'name the period.*\[log-period\]' --task 2 --status done
	refused 'no period "2024-13".*\[log-period\]' --task 2 --period 2024-13 --status done
	refused 'did you mean done.*\[log-status\]' --task 1 --status doen
	refused '"101".*\[log-value\]' --task 1 --status progress --value 101
	refused '"soon".*\[log-value\]' --task 1 --status extended --value soon
	refused '"31/02/2024".*\[log-date\]' --task 1 --status done --date 31/02/2024
	refused 'p-2025.*did you mean p-2024.*\[log-plan\]' --plan p-2025 --task 1 --status done
	refused '2024-01-09.*\[log-void\]' --task 1 --status void --value 2024-01-09
	refused '"6.3".*did you mean 6.2.*\[log-task\]' --task 6.3 --status measured --value 97
	refused '"many".*\[log-value\]' --task 6.2 --status measured --value many
	refused '"1.234".*\[log-value\]' --task 6.2 --status measured --value 1.234
	refused 'UTF-8' --task 1 --status done --note $'\xff'
	log --task 6.2 --status measured --value '97,5 %'
	log --task 6.2 --status measured --value 9/31
	log --task 3 --status done --agency "Sở Y tế"
	log --task 2#2024-01 --status done
	log --task 2 --period "Quý I" --status done && return 1
	run -0 log --task 1 --status void --value 2024-04-01
}

@test "a period is not needed where the date tells it, and is where another writer was quicker" {
	plan
	log --task 2 --status done --date 2024-01-20
	refused 'name the period' --task 2 --status done --date 2024-01-21
	log --task 2 --status done --date 2024-02-20
}

@test "several plans: the one that is meant has to be named" {
	plan
	sed 's/p-2024/q-2024/' p.yaml >q.yaml
	: >l.csv
	run -2 --separate-stderr par-log --log l.csv --task 1 --status done p.yaml q.yaml
	[[ $stderr == *"several are loaded"* ]]
	same "$(cat l.csv)" ""
	par-log --log l.csv --plan q-2024 --task 1 --status done p.yaml q.yaml
	same "$(lines)" "2024-04-01,q-2024,1,,,done,,,,,"
}

@test "it warns of a date to come and of progress after the end" {
	plan
	run -0 --separate-stderr log --task 1 --status done --date 2024-05-01
	[[ $stderr == *"warning: "*"[log-future]" ]]
	run -0 --separate-stderr log --task 1 --status progress --value 5 --date 2024-05-02
	[[ $stderr == *"warning: "*"[log-after-done]"* ]]
	same "$(lines | wc -l)" 2
}

@test "it warns where an event leaves open what an older line means" {
	plan
	cat >>p.yaml <<'Y'
  - {id: "5", text: Việc năm, lead: [Sở Y tế], due: 'after "hồ sơ" +15d'}
Y
	log --task 5 --status triggered --date 2024-02-10
	log --task 5 --status done --date 2024-02-20
	run -0 --separate-stderr log --task 5 --status triggered --date 2024-02-01
	[[ $stderr == "l.csv:3:1: warning: "*"[log-period]" ]] || same "$stderr" "l.csv:3"
	run -0 --separate-stderr log --task 1 --status started
	same "$stderr" ""
}

@test "rows on standard input: all or none, with places; --keep-going adds the good ones" {
	plan
	printf 'task;status;date;note\n1;done;5/1/2024;"a;\nb"\n9;done;5/1/2024;\n4/1;done;40/1/2024;\n' >rows.csv
	run -2 --separate-stderr log <rows.csv
	[[ $stderr =~ ^-:4:1:\ error:.*log-task.*-:5:10:?.*log-date ]] || same "$stderr" "-:4, -:5"
	[ ! -e l.csv ]
	run -1 log --keep-going <rows.csv
	same "$(lines)" "2024-01-05,p-2024,1,,,done,,,a; b,,"
	printf 'nhiệm vụ,trạng thái,kỳ\n2,hoàn thành,2024-01\n2,hoàn thành,2024-02' | log --by b --agency "Sở Tài chính"
	same "$(lines | tail -n 2)" "2024-04-01,p-2024,2,Sở Tài chính,2024-01,done,,,,b,
2024-04-01,p-2024,2,Sở Tài chính,2024-02,done,,,,b,"
	cp l.csv before
	for bad in 'task\n1\n' 'task,status\n1,done,x\n' 'task,status\n1,"do\n' 'task,status\n\xff,done\n' ''; do
		# shellcheck disable=SC2059
		run -2 log < <(printf "$bad")
	done
	cmp l.csv before
	run -0 log < <(printf 'task,status\n')
	cmp l.csv before
}

@test "an existing log's heading, separator and line ends are followed" {
	plan
	printf 'trạng thái;ngày;nhiệm vụ;điện thoại;minh chứng\r\n' >l.csv
	log --task 1 --status done --evidence "1;2"
	printf 'task,status,điện thoại\n4/1,started,090\n' | log
	same "$(tr '\r' '~' <l.csv)" 'trạng thái;ngày;nhiệm vụ;điện thoại;minh chứng~
done;2024-04-01;1;;"1;2"~
started;2024-04-01;4/1;090;~'
	refused 'no column "note" for "x".*\[log-column\]' --task 1 --status note --note x
	refused 'no column "agency"' --task 1 --status done --agency "Sở Nội vụ"
}

@test "what is no log, cannot be opened or does not stay is refused" {
	plan
	printf 'a,b\n1,2\n' >l.csv
	refused 'l.csv:1:1: error: .*\[csv-heading\]' --task 1 --status done
	mkdir folder
	mkfifo fifo
	for name in folder fifo none/l.csv /dev/full p.yaml/x -; do
		run -2 --separate-stderr par-log --log "$name" --task 1 --status done p.yaml
		same "$output" ""
		[ -n "$stderr" ]
	done
	run -2 par-log --task 1 --status done p.yaml
	run -2 par-log --log l.csv --task 1 p.yaml
	run -2 par-log --log l.csv --import x.csv --task 1 --status done p.yaml
	run -2 par-log --log n.csv --task 1 --status done none.yaml
	[ ! -e n.csv ]
}

@test "a log that may not be written to stays as it is" {
	plan
	[ "$(id -u)" -ne 0 ] || skip "root may write everything"
	log --task 1 --status started
	chmod 444 l.csv
	refused 'file-unwritable' --task 1 --status done
}

@test "a log that cannot be read further is refused; --keep-going adds" {
	plan
	printf 'date,task,status,note\n2024-01-02,1,started,"x\n2024-01-03,1,note,y\n' >l.csv
	refused 'l.csv:2:22: error: .*\[csv-quote\]' --task 1 --status done
	run -1 log --keep-going --task 1 --status done
	same "$(tail -n 1 l.csv)" "2024-04-01,1,done,"
}

@test "a torn last line is told and ended; --verify calls it a fragment, and is clean" {
	plan
	log --task 1 --status started
	printf '2024-03-01,p-2024,1,"Sở Nội v\xe1\xbb' >>l.csv
	cp l.csv before
	run -0 --separate-stderr par-log --verify --log l.csv p.yaml
	[[ $stderr == *"l.csv:3: warning: "*"[last-line-torn]" ]] || [[ $stderr == *"l.csv:3:"*"[last-line-torn]" ]]
	run -0 --separate-stderr log --task 4/1 --status done
	[[ $stderr == "l.csv:3: warning: "*"[last-line-torn]" ]]
	cmp -n "$(wc -c <before)" l.csv before
	run -0 --separate-stderr par-log --verify --log l.csv p.yaml
	same "$output" "l.csv: events: 2, errors: 0"
	[[ $stderr == "l.csv:3: warning: "*"[torn-line]" ]]
	run -1 --separate-stderr par-due p.yaml l.csv --task 4/1 --all --format csv --columns status
	same "$output" $'status\ndone-late'
}

@test "--verify finds what is wrong, with and without plans" {
	plan
	printf 'date,plan,task,status\n2024-01-02,p-2024,1,done\n2024-01-02,p-2024\n2024-01-03,p-2024,1,note\n2024-01-03,p-2024,1,note,x\n2024-13-02,p-2024,1,done\n2024-01-02,p-2024,1,"x\n2024-01-02,p-2024,8,done\n' >l.csv
	run -1 --separate-stderr par-log --verify p.yaml l.csv
	same "$output" "l.csv: events: 3, errors: 4"
	[[ $stderr == *"l.csv:3: warning: "*"[torn-line]"* ]]
	run -1 --separate-stderr par-log --verify --log l.csv
	same "$output" "l.csv: events: 3, errors: 3"
	run -2 par-log --verify --log none.csv
	run -2 par-log --verify p.yaml
	printf 'a,b\n' >l.csv
	run -2 par-log --verify --log l.csv
}

@test "it refuses exactly what par-due would set aside" {
	plan
	cat >>p.yaml <<'Y'
  - {id: "5", text: Việc năm, lead: [Sở Y tế, "Các sở, ban, ngành tỉnh"], due: 'after "hồ sơ" +15d'}
  - {id: "6", text: Việc sáu, lead: ["Các cơ quan, đơn vị liên quan"], due: "quarterly, 2024-06"}
Y
	PAR_TODAY=2024-12-31 python3 - "${PAR_SEED:-7}" <<'PY'
import csv, random, subprocess, sys
chance = random.Random(int(sys.argv[1]))
heading = "date plan task agency period status value evidence".split()
choices = {
    "date": ["2024-01-20", "2024-02-10", "5/3/2024", "2024-06-30", "2024-02-30"],
    "plan": ["", "p-2024", "p-2024", "p-2024", "q"],
    "task": ["1", "2", "2", "2#2024-02", "3", "4", "4/1", "4/3", "5", "5/1", "6", "6/1", "7", "1.", ""],
    "agency": ["", "", "Sở Nội vụ", "so tai chinh", "Sở Y tế", "UBND huyện Một", "Các sở, ban, ngành tỉnh"],
    "period": ["", "", "", "2024-01", "2024-Q1", "Tháng 2/2024", "2024-02-10", "x"],
    "status": ["done", "done", "progress", "started", "hoàn thành", "extended", "cancelled", "reopened", "void",
               "triggered", "note", "xong"],
    "value": ["", "", "60", "150", "2024-02-10", "10/2/2024", "x"],
    "evidence": ["", "1/BC"],
}
good = [
    ["2024-01-20", "", "1", "", "", "done", "", ""],
    ["2024-02-10", "p-2024", "2", "", "", "progress", "60", ""],
    ["2024-02-10", "", "2", "Sở Tài chính", "2024-02", "done", "", "1/BC"],
    ["2024-02-10", "", "5", "", "", "triggered", "", ""],
    ["5/3/2024", "", "5", "Sở Y tế", "", "done", "", ""],
    ["2024-02-20", "", "6", "UBND huyện Một", "2024-Q1", "started", "", ""],
    ["2024-06-30", "", "4/1", "", "", "extended", "2024-07-10", ""],
    ["2024-06-30", "", "3", "Sở Nội vụ", "", "done", "", ""],
]
def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr
def write(name, rows):
    with open(name, "w", newline="", encoding="utf-8") as f:
        csv.writer(f, lineterminator="\n").writerows([heading] + rows)
said, bad, taken = [], 0, 0
for i in range(100):
    row = list(chance.choice(good))
    for k in range(chance.randrange(3)):
        h = chance.randrange(len(heading))
        row[h] = chance.choice(choices[heading[h]])
    if row in said:
        continue  # equal lines count once
    write("l.csv", said)
    write("new.csv", [row])
    status, out, err = run("par-log", "--log", "l.csv", "--dry-run", "p.yaml", text=open("new.csv", encoding="utf-8").read())
    due = run("par-due", "p.yaml", "l.csv", "new.csv")[2]
    aside = [l for l in due.splitlines() if l.startswith("new.csv:") and ("error:" in l or "[log-void]" in l)]
    if (status == 2) != bool(aside) or status not in (0, 2):
        bad += 1
        print(row, status, err, due, sep="\n")
    if status == 0:
        taken += 1
        said.append(row)
print(taken, "taken")
sys.exit(bad > 0 or taken < 20)
PY
}

# ---- sheets ----

sheet() {
	printf '\xef\xbb\xbfBIỂU TỔNG HỢP;;;;;;;;\r\nSTT;Nhiệm vụ;Cơ quan;Kỳ;Trạng thái;Tỷ lệ %%;Ngày;Minh chứng;Ghi chú\r\n(1);(2);(3);(4);(5);(6);(7);(8);(9)\r\nI;Mục một;;;;;;;\r\n1;Việc một;Sở Nội vụ;;Hoàn thành;;31/01/2024;12/QĐ;\r\n2;"Việc\r\nhai";Sở Tài chính;Tháng 1/2024;Đang thực hiện;60%%;31/01/2024;;"dòng\r\n2"\r\n3;Việc ba;Sở Y tế;;chưa thực hiện;;;;\r\n' >s.csv
}

verdicts() { log --import s.csv --format csv --columns line,verdict "$@" 2>err; }

@test "--import takes a filled-in sheet, and adds nothing twice" {
	plan
	sheet
	same "$(verdicts --dry-run)" $'line,verdict\n4,empty\n5,to-add\n6,to-add\n9,empty'
	[ ! -e l.csv ]
	same "$(verdicts)" $'line,verdict\n4,empty\n5,added\n6,added\n9,empty'
	same "$(lines)" "2024-01-31,p-2024,1,Sở Nội vụ,,done,,12/QĐ,,,
2024-01-31,p-2024,2,Sở Tài chính,Tháng 1/2024,progress,60,,dòng 2,,"
	cp l.csv before
	same "$(verdicts)" $'line,verdict\n4,empty\n5,known\n6,known\n9,empty'
	cmp l.csv before
	log --task 1 --agency "Sở Nội vụ" --status void --value 2024-01-31
	same "$(verdicts | tail -n +3)" $'5,added\n6,known\n9,empty'
}

@test "--import says what it cannot use, adds nothing then, and the rest when asked" {
	plan
	sheet
	printf '2;Việc hai;Sở Tài chính;2/2024;Hoàn thành;;;;\n3;Việc hai;;;Hoàn thành;;1/2/2024;;\n9;Việc chín;;;đang làm;;;;\n1;Việc khác;;;xong rồi;;;;\n4;;;;;0,6;;;\n;;;;Hoàn thành;;1/1/2024;;\n1;;;;;;2/2/2024;;\n' >>s.csv
	run -1 --separate-stderr log --import s.csv --format csv --columns line,verdict
	same "$(printf '%s\n' "$output" | grep -c unusable)" 7
	for line in 10 11 12 13 14 15 16; do
		[[ $stderr =~ s.csv:$line:[0-9]+:\ error: ]] || same "$stderr" "$line"
	done
	[ ! -e l.csv ]
	run -1 log --import s.csv --keep-going
	same "$(lines | wc -l)" 2
	# The day can be said for all.
	same "$(verdicts --keep-going --date 2024-02-28 | grep '^10,')" 10,added
}

@test "--import finds the task by its words, the state in the words of the result" {
	plan
	printf 'Nội dung nhiệm vụ\tKết quả\tNgày hoàn thành\tLạ\nviệc bốn\tĐạt 40 %%\t\tx\nViệc một\tĐã hoàn thành\t5/1/2024\t\nViệc hai\tđã họp\t\t\n' >s.csv
	run -1 --separate-stderr log --import s.csv --keep-going --agency "Sở Nội vụ"
	[[ $stderr == *'column "Lạ"'*'[passed-over]'* ]]
	[[ $stderr == *'s.csv:4:'*'error'* ]]
	same "$(lines)" "2024-04-01,p-2024,4,Sở Nội vụ,,progress,40,,,,
2024-01-05,p-2024,1,Sở Nội vụ,,done,,,,,"
}

@test "--import takes what par-due prints, and what Excel makes of it" {
	plan
	log --task 1 --status done --date 2024-01-20 --evidence 1/BC
	log --task 4/1 --status progress --value 30 --date 2024-02-02
	for excel in '' --excel; do
		# shellcheck disable=SC2086
		par-due p.yaml l.csv --all --format csv $excel >s.csv
		cp l.csv before
		run -0 --separate-stderr log --import s.csv --format csv
		same "$(printf '%s\n' "$output" | grep -c added)" 0
		cmp l.csv before
	done
}

@test "--import refuses what is no sheet" {
	plan
	printf 'a;b\n1;2\n' >s.csv
	run -2 --separate-stderr log --import s.csv
	[[ $stderr == *"[csv-heading]"* ]]
	printf 'PK\003\004\000' >s.csv
	run -2 log --import s.csv
	run -2 log --import none.csv
	[ ! -e l.csv ]
}

# ---- many at once, and a disk that fails ----

@test "eight writers with random kill -9: what was acknowledged is there once" {
	PATH=$PAR_BIN:$PATH run -0 python3 "$ROOT/tests/stress/writers.py" 8 "${PAR_EVENTS:-200}"
	[[ $output == *" 0 lost, 0 twice, verify 0"* ]] || same "$output" ""
}

@test "a reader beside eight writers never sees half an event" {
	plan
	log --task 1 --status started
	for writer in 1 2 3 4 5 6 7 8; do
		(for i in 1 2 3 4 5 6; do log --task 1 --status progress --value "$i" --note "$writer"; done) &
	done
	for i in 1 2 3 4 5 6 7 8 9 10; do
		par-due p.yaml l.csv >/dev/null 2>err
		same "$(cat err)" ""
	done
	wait
	same "$(lines | wc -l)" 49
}

# par-log with the library that fails; $1: PAR_ROOM or PAR_SYNC
broken() {
	env "$1" LD_PRELOAD="$PWD/short.so" ASAN_OPTIONS=verify_asan_link_order=0 \
		par-log --log l.csv --task 1 --status done --note "Đã ký" p.yaml
}

@test "a disk that becomes full: nothing is acknowledged, what was there stays" {
	plan
	cc -shared -fPIC -o short.so "$ROOT/tests/stress/short.c" -ldl
	for room in 0 1 40 70 100; do
		run -3 --separate-stderr broken PAR_ROOM=$room
		[[ $stderr == "l.csv: error: "*"[file-unwritable]" ]]
		[ ! -e l.csv ]
	done
	log --task 1 --status started
	printf '2024-03-01,p-2024,1,"Sở' >>l.csv
	cp l.csv before
	for room in 0 1 2 20 40; do
		run -3 --separate-stderr broken PAR_ROOM=$room
		cmp l.csv before
	done
	run -3 broken PAR_SYNC=1
	cmp l.csv before
	run -0 broken PAR_ROOM=1000
	run -0 par-log --verify --log l.csv p.yaml
}

@test "a limit on the size of files is told, and nothing is acknowledged" {
	plan
	log --task 1 --status started --note "$(head -c 980 /dev/zero | tr '\0' x)"
	cp l.csv before
	run -3 --separate-stderr bash -c 'ulimit -f 1; par-log --log l.csv --task 1 --status done p.yaml'
	[[ $stderr == *"[file-unwritable]" ]]
	cmp l.csv before
}

@test "a small file system that fills up loses nothing that was acknowledged" {
	plan
	mkdir small
	mount -t tmpfs -o size=16k none small 2>/dev/null || skip "may not mount"
	n=0
	while par-log --log small/l.csv --task 1 --status progress --value 5 \
		--note "$(head -c 300 /dev/zero | tr '\0' x)" p.yaml 2>err; do
		n=$((n + 1))
	done
	grep -q 'file-unwritable' err
	verified=$(par-log --verify --log small/l.csv p.yaml) && status=0 || status=$?
	umount small
	same "$verified $status $((n > 20))" "small/l.csv: events: $n, errors: 0 0 1"
}

@test "a denial beside a percentage is not taken for progress" {
	plan
	printf 'STT;Trạng thái;Ngày\n1;Chưa hoàn thành 100%%;2/1/2024\n1;Đạt 40%%;3/1/2024\n' >s.csv
	run -1 --separate-stderr log --import s.csv --keep-going --format csv --columns line,verdict
	same "$output" "$(printf 'line,verdict\n2,unusable\n3,added')"
}

@test "a log that is a link to nowhere is refused" {
	plan
	ln -s nowhere.csv l.csv
	run -2 timeout 10 par-log --log l.csv --task 1 --status done p.yaml
}

@test "one mistyped number does not spoil the other rows of a sheet" {
	plan
	printf 'Nhiệm vụ;Trạng thái;Ngày\n99;Hoàn thành;2/1/2024\n1;Hoàn thành;3/1/2024\n' >s.csv
	run -1 --separate-stderr log --import s.csv --keep-going --format csv --columns line,verdict
	same "$output" "$(printf 'line,verdict\n2,unusable\n3,added')"
}

@test "a line cut inside its last field does not count once it is ended" {
	plan
	printf 'date,task,status,value\n2024-01-02,4,progress,6' >l.csv
	log --task 1 --status done --date 2024-01-03
	run par-due p.yaml l.csv --task 4 -A --format csv --columns percent
	[[ $output != *6* ]]
}
