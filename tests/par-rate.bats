#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-rate: what rules make of heads, and why; a year's figures from plans and logs; scores by month.
# Random heads are compared with a second implementation in tests/oracle/ratings.py.
load helper

export PAR_TODAY=2024-06-01
QD34=$ROOT/plans/rules/qd-34-2020-binh-phuoc.yaml
EMULATION=$ROOT/plans/rules/thi-dua-2023.yaml
SCORES=$ROOT/plans/rules/bang-diem-mau.yaml

# A head of Decision 34: changes to one that is on time, of quality, highly efficient, all done.
head_row() {
	python3 - "$@" <<'PY'
import csv, sys
row = {"agency": "Sở Y tế", "year": "2021", "index": "95", "sector": "", "on-time": "yes", "quality": "yes",
       "efficiency": "high", "failed-criteria": "0", "tasks-done": "100", "degraded": "no", "corruption": "no",
       "disciplined": "no", "last-grade": "", "group": "", "level": ""}
row.update(a.split("=", 1) for a in sys.argv[1:])
w = csv.DictWriter(open("heads.csv", "w", encoding="utf-8"), row)
w.writeheader()
w.writerow(row)
PY
}

# The columns $1 of the only head's row, parted by blanks; then changes to the head, options behind --.
rated() {
	columns=$1
	shift
	changes=()
	while [ $# -gt 0 ] && [ "$1" != -- ]; do changes+=("$1") && shift; done
	[ $# -eq 0 ] || shift
	head_row "${changes[@]}"
	par-rate --rules "${RULES-$QD34}" heads.csv --format csv --columns "$columns" "$@" 2>messages | tail -n +2 |
		sed 's/^""$//'
}

grade() { rated result,grade "$@"; }

@test "random heads are rated as by the second implementation" {
	PYTHONDONTWRITEBYTECODE=1 run -0 python3 "$ROOT/tests/oracle/ratings.py" 1 2 400
	[[ $output == *" 0 wrong" ]]
}

@test "grades 1, 2 and 3 begin exactly at their bounds" {
	same "$(grade index=90.00)" "graded,1"
	same "$(grade index=89.99)" "graded,2"
	same "$(grade index=89,99)" "graded,2"
	same "$(grade "index=89,9999 %")" "graded,2"
	same "$(grade index=80)" "graded,2"
	same "$(grade index=79.99)" "graded,3"
	same "$(grade index=60 failed-criteria=20)" "graded,3"
	same "$(grade index=60 failed-criteria=20.01)" "undetermined,"
	same "$(grade index=60 failed-criteria=7/35)" "graded,3"
	same "$(grade index=59.99)" "undetermined,"
}

@test "the four ways to fail, and what is just no failure" {
	same "$(grade index=55 failed-criteria=55)" "graded,4"
	same "$(grade index=55 failed-criteria=50.01)" "graded,4"
	same "$(grade index=50 failed-criteria=50 tasks-done=60 on-time=no)" "undetermined,"
	same "$(grade index=60 failed-criteria=55)" "undetermined,"
	same "$(grade index=85 tasks-done=49)" "graded,4"
	same "$(grade index=85 tasks-done=49,99)" "graded,4"
	same "$(grade index=85 tasks-done=50)" "graded,2"
	same "$(grade index=85 tasks-done=1/2)" "graded,2"
	same "$(rated article index=85 tasks-done=49 disciplined=yes)" "điểm c khoản 4 Điều 12; điểm đ khoản 4 Điều 12"
	same "$(rated article index=85)" "khoản 2 Điều 12"
	for flag in degraded corruption disciplined; do
		same "$(grade $flag=có)" "graded,4"
	done
}

@test "what the article leaves out is undetermined, with the conditions that failed" {
	same "$(grade index=92 failed-criteria=10)" "undetermined,"
	same "$(rated failed index=92 failed-criteria=10 on-time=no)" \
		"1: on-time [no]; failed-criteria = 0 % [10] | 2: on-time [no]; failed-criteria = 0 % [10]; index < 90 % [92] | 3: index < 80 % [92]"
	same "$(grade index=85 failed-criteria=10 on-time=no)" "undetermined,"
	same "$(grade index=70 failed-criteria=35 on-time=no)" "undetermined,"
	same "$(grade index=95 efficiency=ok)" "undetermined,"
	# A near miss of what would have sufficed alone is told, the rest of it not.
	[[ $(rated failed index=65 failed-criteria=55) == "4: (index < 60 % [65]) | 1: "* ]]
}

@test "heads of Article 11 need both indices in one band" {
	for sector in 70:graded,1 69.99:undetermined, 65:undetermined, 50:undetermined, 49.99:graded,4 49:graded,4; do
		same "$(grade "agency=Sở Nội vụ" index=91 "sector=${sector%%:*}")" "${sector#*:}"
	done
	same "$(grade "agency=Sở Tư pháp" index=85 sector=60)" "graded,2"
	same "$(grade "agency=Sở Tư pháp" index=85 sector=72)" "undetermined,"
	same "$(grade "agency=Sở Tư pháp" index=85 sector=55)" "undetermined,"
	same "$(grade "agency=Sở Tư pháp" index=70 sector=50)" "graded,3"
	same "$(grade "agency=Sở Tư pháp" index=85)" "not-enough-data,"
	# By the group too; for others the sector does not count.
	same "$(grade "agency=Sở Y tế" group=article-11 index=91 sector=49)" "graded,4"
	same "$(grade "agency=Sở Y tế" index=91 sector=49)" "graded,1"
	same "$(rated group "agency=so noi vu" sector=75)" "department; article-11"
}

@test "a missing figure is never taken for one that fails, nor for one that does not" {
	for field in index on-time quality efficiency tasks-done degraded corruption disciplined; do
		same "$(grade $field=)" "not-enough-data,"
		same "$(rated missing $field=)" "$field"
	done
	# A disqualifier decides whatever is missing; so does a condition that no grade can do without.
	same "$(grade index= disciplined=yes)" "graded,4"
	same "$(grade index= failed-criteria=30 on-time=no)" "undetermined,"
	# Three fine answers imply that no criterion failed; a third grade needs the share itself.
	same "$(grade failed-criteria=)" "graded,1"
	same "$(grade index=70 failed-criteria=)" "not-enough-data,"
	same "$(grade index=-)" "not-enough-data,"
	run -1 par-rate --rules "$QD34" heads.csv --exit-code
}

@test "the policy floor drops the upper bounds and says so in each row" {
	same "$(rated result,grade,policy index=92 failed-criteria=10 on-time=no -- --policy floor)" "graded,3,floor"
	same "$(rated result,grade,policy "agency=Sở Nội vụ" index=91 sector=65 -- --policy floor)" "graded,2,floor"
	same "$(rated result,grade,policy index=95 efficiency=ok -- --policy floor)" "graded,2,floor"
	same "$(rated result,grade,policy index=70 failed-criteria=30 on-time=no -- --policy floor)" "undetermined,,floor"
	same "$(rated policy)" "literal"
	[[ $(par-rate --rules "$QD34" heads.csv --policy floor 2>/dev/null) == *"policy floor"* ]]
	run -2 --separate-stderr par-rate --rules "$QD34" heads.csv --policy flor
	same "$output" ""
	[[ $stderr == *'"flor": literal, floor'* ]]
}

@test "every output warns of the amendment, worded by the year" {
	head_row year=2023
	for format in text csv json html; do
		run -0 --separate-stderr par-rate --rules "$QD34" heads.csv --format $format
		[[ $output == *"25/2022/QĐ-UBND"* ]]
		[[ $stderr == *"25/2022/QĐ-UBND of 2022-11-28"*"[rules-amended]" ]]
	done
	for format in text html; do
		[[ $(par-rate --rules "$QD34" heads.csv --explain "Sở Y tế" --format $format 2>&1) == *"25/2022/QĐ-UBND"* ]]
	done
	[[ $(par-rate --rules "$QD34" heads.csv --lang vi 2>&1) == *"đã được sửa đổi bởi 25/2022/QĐ-UBND ngày 28/11/2022 (chưa"* ]]
	# A year that ended before: by the text as it was; nothing besides.
	later="after the year assessed: the result is by the text as it was before"
	[[ $(rated warning year=2021) == *"25/2022/QĐ-UBND of 2022-11-28 (text not seen), $later"* ]]
	same "$(cat messages)" ""
	for format in text csv json html; do
		for view in heads conditions; do
			[[ $(par-rate --rules "$QD34" heads.csv --view $view --format $format | tr -s '\n' ' ') == *"$later"* ]]
		done
	done
	for format in text html; do
		[[ $(par-rate --rules "$QD34" heads.csv --explain "Sở Y tế" --format $format | tr -s '\n ' ' ') == *"$later"* ]]
	done
	# Both wordings where the sheet has both.
	head_row year=2021
	sed -n 2p heads.csv | sed 's/2021/2023/' >>heads.csv
	same "$(par-rate --rules "$QD34" heads.csv 2>/dev/null | grep -c '^Warning: 34/2020')" 2
	[[ $(rated warning year=2022) == *25/2022* ]]
	[[ $(rated warning year=) == *25/2022* ]]
}

@test "two years in a row have a consequence, and a missing last year is told" {
	same "$(rated final,consequence disciplined=yes last-grade=4)" \
		"4,transfer is considered (two years in a row not completed) (khoản 2 Điều 15)"
	[[ $(rated consequence disciplined=yes last-grade=) == *"a figure is missing (khoản 2 Điều 15)" ]]
	same "$(rated consequence disciplined=yes last-grade=3)" ""
	same "$(rated consequence last-grade=4)" ""
	same "$(rated consequence disciplined=yes "last-grade=Không hoàn thành nhiệm vụ")" "$(rated consequence disciplined=yes last-grade=4)"
}

@test "a sheet with both years gives last year's grade by itself" {
	head_row year=2022 disciplined=yes
	sed -n 2p heads.csv | sed 's/2022/2021/' >>heads.csv
	consequences() { par-rate --rules "$QD34" heads.csv --format csv --columns year,final,consequence 2>/dev/null | tail -n +2; }
	[[ $(consequences) == "2022,4,transfer is considered (two years in a row not completed) (khoản 2 Điều 15)
2021,4,transfer is considered"*"a figure is missing (khoản 2 Điều 15)" ]]
	# What the sheet says of last year counts, and two years apart are not in a row.
	sed -i 's/2021/2020/' heads.csv
	[[ $(consequences | head -n 1) == *"a figure is missing"* ]]
}

@test "a person's decision is recorded with its reason beside the grade" {
	same "$(rated grade,final,override,reason disciplined=yes override=waived override-grade=3 "reason=Đã làm hết trách nhiệm")" \
		"4,3,liability waived,Đã làm hết trách nhiệm"
	same "$(rated grade,final,override disciplined=yes "override=giảm nhẹ trách nhiệm" "reason=Thiên tai")" \
		"4,4,liability reduced"
	head_row override=waived
	run -1 --separate-stderr par-rate --rules "$QD34" heads.csv --format csv
	[[ $stderr == *"the override has no reason [head-row]"* ]]
}

@test "who is in scope, and who rates" {
	same "$(rated group,decided_by "agency=UBND huyện Sông Con")" "district,Chairman of the provincial People's Committee"
	same "$(rated group,decided_by "agency=UBND xã Bến Đò")" "commune,Chairman of the district People's Committee"
	[[ $(rated group,decided_by,warning "agency=Trường Chính trị tỉnh") == "public-unit,,"*"; the rules do not say who rates such a head"'"' ]]
	[[ $(rated group,warning "agency=Kho bạc Nhà nước") == "vertical,"*"; the rules do not say who rates such a head"'"' ]]
	same "$(rated result "agency=Công ty Xây lắp")" "not-in-scope"
	same "$(rated result,group "agency=Đơn vị 7" level=xã)" "graded,commune"
	same "$(rated result,missing "agency=Đơn vị 7")" "not-enough-data,level"
	[[ $(rated result,warning "agency=Sở Y tế" level=district) == "not-enough-data,"*"level or group do not fit the agency"* ]]
}

@test "agencies of a group are known by their other names" {
	for agency in "so noi vu" "VP UBND tỉnh" "Văn phòng Ủy ban nhân dân tỉnh" "Văn phòng UBND tỉnh Bình Phước" "Sở TT&TT" \
		"Sở TTTT" "Sở Thông tin & Truyền thông" "Sở Thông tin - Truyền thông" "Sở KH&CN" "Sở KHĐT" \
		"Sở Kế hoạch và đầu tư tỉnh Bình Phước" "Đài PTTH và Báo Bình Phước"; do
		same "$agency $(grade "agency=$agency" index=91 sector=65)" "$agency undetermined,"
	done
	same "$(grade "agency=Văn phòng UBND huyện Bù Đốp" index=91 sector=65)" "not-in-scope,"
	# Where nothing tells, what was given and not asked for is a warning.
	[[ $(rated grade,warning "agency=Sở Ngoại vụ" sector=65) == "1,"*"sector is given, but only asked of: Heads who advise"* ]]
	[[ $(rated warning "agency=Sở Ngoại vụ") != *"is given"* ]]
}

@test "deputies are not rated, those in charge are" {
	for post in "Phó Giám đốc" "Phó Chủ tịch" "Pho Giam doc" "Phó Chánh Văn phòng"; do
		same "$post $(result_of "$post")" "$post not-in-scope"
	done
	for post in "Phó Giám đốc phụ trách" "Phó Giám đốc (phụ trách)" "Quyền Giám đốc" "Q. Giám đốc" \
		"Chủ tịch UBND thành phố" "Giám đốc"; do
		same "$post $(result_of "$post")" "$post graded"
	done
	[[ $(rated warning "post=Phó Giám đốc") == *"not the post of a head (khoản 1, 2 Điều 2)"* ]]
	same "$(rated result "post=Phó Giám đốc" group=department)" graded
}

result_of() { rated result "post=$1"; }

@test "the table says in words what kept each grade away" {
	head_row index=92 on-time=no failed-criteria=3/30
	run -0 --separate-stderr par-rate --rules "$QD34" heads.csv --lang vi --format html
	output=${output//$'\xc2\xa0'/ }
	for words in "Không phải mức 4: không trường hợp nào (khoản 4 Điều 12)" "Không phải mức 1: Đúng tiến độ: không, phải là có" \
		"phải đúng 0" "Chỉ số CCHC của cơ quan: 92, phải dưới 80 %"; do
		[[ $output == *"$words"* ]] || same "$output" "$words"
	done
}

@test "an index of a year that is not over is told" {
	[[ $(rated warning year=2024) == *"index of 2024 is published after the year"* ]]
	[[ $(rated warning year=2023) != *"published"* ]]
}

plan() {
	cat >plan.yaml <<-'Y'
		par: plan/1
		id: bp-2023
		issuer: UBND tỉnh Bình Phước
		level: province
		issued: 2022-12-29
		period: 2023
		tasks:
		  - {id: "1", text: Việc một, lead: [Sở Y tế], due: 2023-03-31}
		  - {id: "2", text: Việc hai, lead: [Sở Y tế], due: [2023-06-30, 2023-09-30]}
		  - {id: "3", text: Việc ba, lead: ["Các sở, ban, ngành tỉnh"], due: 2023}
		  - {id: "4", text: Việc bốn, lead: [Sở Y tế], due: ongoing}
		  - {id: "5", text: Việc năm, lead: [Sở Y tế], due: 2024-02}
		  - {id: "6", text: Việc sáu, lead: [Sở Xây dựng], due: 2023-03-31}
	Y
	{
		echo date,plan,task,agency,period,status,value,evidence
		printf '%s\n' "$@"
	} >log.csv
}

@test "the share of tasks done and being on time come from plans and logs, marked as such" {
	plan 2023-03-20,bp-2023,1,,,done,, 2023-06-20,bp-2023,2/1,,,done,, "2023-12-20,bp-2023,3,Sở Y tế,,done,,"
	head_row year=2023 tasks-done= on-time=
	par-rate --rules "$QD34" heads.csv plan.yaml log.csv --view conditions --format csv 2>/dev/null >c.csv
	same "$(grep -E ',tasks-done < 50 %,' c.csv | cut -d, -f8-10)" "2/3 (66.67 %),plan,no"
	same "$(grep -E ',1,.*,on-time,' c.csv | cut -d, -f8-10)" "no,plan,no"
	echo 2023-09-30,bp-2023,2/2,,,done,, >>log.csv
	par-rate --rules "$QD34" heads.csv plan.yaml log.csv --view conditions --format csv 2>/dev/null >c.csv
	same "$(grep -E ',tasks-done < 50 %,' c.csv | cut -d, -f8-10)" "3/3 (100 %),plan,no"
	same "$(grep -E ',1,.*,on-time,' c.csv | cut -d, -f8-10)" "yes,plan,yes"
	# What is done after the year is not done in it.
	sed -i s/2023-09-30,bp/2024-01-05,bp/ log.csv
	same "$(par-rate --rules "$QD34" heads.csv plan.yaml log.csv --format csv --columns conditions 2>/dev/null |
		grep -o 'tasks-done < 50 % \[[^]]*\]')" "tasks-done < 50 % [2/3 (66.67 %), plan]"
	# The table marks them too.
	[[ $(par-rate --rules "$QD34" heads.csv plan.yaml log.csv --lang vi 2>/dev/null | tr -s '\n ' ' ') == *"2/3 (66,67"*"(kế hoạch, nhật ký)"* ]]
}

@test "a figure of the sheet wins over the plan, and lateness fails no criterion" {
	plan 2023-05-20,bp-2023,1,,,done,,
	same "$(RULES=$QD34 rated result,grade year=2023 tasks-done=100 on-time=yes -- plan.yaml log.csv)" "graded,1"
	same "$(rated result,missing year=2023 index=70 tasks-done= on-time= failed-criteria= -- plan.yaml log.csv)" \
		"graded,"
	same "$(rated grade year=2023 index=70 tasks-done= on-time= failed-criteria= -- plan.yaml log.csv)" "4"
	same "$(rated result,missing year=2023 index=70 tasks-done=80 on-time= failed-criteria= -- plan.yaml log.csv)" \
		"not-enough-data,failed-criteria"
}

@test "while the year runs, open tasks are neither in time nor late" {
	plan 2023-03-20,bp-2023,1,,,done,,
	same "$(rated missing year=2023 on-time= -- plan.yaml log.csv --as-of 2023-04-15)" "on-time"
	same "$(rated missing year=2023 on-time= -- plan.yaml log.csv --as-of 2024-04-15)" ""
	[[ $(rated warning year=2023 tasks-done= -- plan.yaml log.csv --as-of 2023-04-15) == *"tasks-done may change: the year is not over"* ]]
	[[ $(rated warning year=2023 tasks-done= -- plan.yaml log.csv) != *"may change"* ]]
	[[ $(rated warning year= tasks-done= -- plan.yaml log.csv) == *"no year is given"* ]]
}

@test "rows of a log that find no place are told once" {
	plan 2023-03-20,bp-2023,1,,,done,, 2023-03-20,bp-2023,19,,,done,,
	head_row year=2023 tasks-done=
	sed -n 2p heads.csv | sed 's/Sở Y tế/Sở Xây dựng/' >>heads.csv
	run -1 --separate-stderr par-rate --rules "$QD34" heads.csv plan.yaml log.csv --format csv --columns agency,result
	same "$(printf '%s\n' "$stderr" | grep -c 'log-task')" 1
	same "${#lines[@]}" 3
}

@test "an agency is found by its very name, else by words of it" {
	printf 'agency,name\nSở Y tế,An\nThanh tra Sở Y tế,Bình\n' >h.csv
	same "$(par-rate --rules "$QD34" h.csv --agency "so y te" --format csv --columns name 2>/dev/null)" "$(printf 'name\nAn')"
	same "$(par-rate --rules "$QD34" h.csv --agency "y te" --format csv --columns name 2>/dev/null)" "$(printf 'name\nAn\nBình')"
	same "$(par-rate --rules "$QD34" h.csv --agency bình --format csv --columns name 2>/dev/null)" "$(printf 'name\nBình')"
}

@test "figures are measured in a log under the id of the rules" {
	plan '2024-04-17,qd-34-2020-binh-phuoc,index,Sở Y tế,2023,measured,"91,50",9/QĐ' \
		'2024-04-16,qd-34-2020-binh-phuoc,index,Sở Y tế,2023,measured,50,'
	same "$(rated result,grade year=2023 index= -- plan.yaml log.csv)" "graded,1"
	same "$(rated result,grade year=2022 index= -- plan.yaml log.csv)" "not-enough-data,"
	same "$(rated result,grade year=2023 index=85 -- plan.yaml log.csv)" "graded,2"
	same "$(rated result,grade year=2023 index= -- plan.yaml log.csv --as-of 2024-04-16)" "undetermined,"
	# Taken back, the value of the day before counts.
	echo 2024-04-20,qd-34-2020-binh-phuoc,index,Sở Y tế,2023,void,2024-04-17, >>log.csv
	same "$(rated result,grade year=2023 index= -- plan.yaml log.csv)" "undetermined,"
	# Without a sheet those that were measured are rated.
	same "$(par-rate --rules "$QD34" --year 2023 plan.yaml log.csv --format csv --columns agency,result 2>/dev/null)" \
		"$(printf "agency,result\nSở Y tế,graded")"
	echo 2024-04-20,qd-34-2020-binh-phuoc,indx,Sở Y tế,2023,measured,5, >>log.csv
	echo 2024-04-20,qd-34-2020-binh-phuoc,index,Sở Y tế,2023,measured,101, >>log.csv
	echo 2024-04-20,qd-34-2020-binh-phuoc,index,Sở Y tế,2023,done,, >>log.csv
	run -1 par-check "$QD34" plan.yaml log.csv
	same "$(printf '%s\n' "$output" | grep -o '\[[a-z-]*\]$' | paste -sd' ')" "[deadline-outside] [log-task] [log-value] [log-status]"
}

@test "changing a threshold is an edit of one line" {
	sed 's/{id: index-1, value: 90 %/{id: index-1, value: 92 %/' "$QD34" >rules.yaml
	same "$(diff "$QD34" rules.yaml | grep -c '^>')" 1
	run -0 par-check rules.yaml
	same "$output" ""
	same "$(RULES=rules.yaml grade index=91.99)" "graded,2"
	same "$(RULES=rules.yaml grade index=92)" "graded,1"
	same "$(grade index=91.99)" "graded,1"
}

@test "rules that are wrong are found, and not applied" {
	sed 's/{id: index-2, value: 80 %/{id: index-2, value: 95 %/' "$QD34" >rules.yaml
	run -1 par-check rules.yaml
	[[ $output == *"grade 2 can never hold: index >= 95 % and index < 90 %"* ]]
	sed '/^    before:/d' "$QD34" >rules.yaml
	run -1 par-check rules.yaml
	same "$(printf '%s\n' "$output" | grep -c 'rule-overlap')" 3
	sed 's/if: on-time,/if: on-tim,/' "$QD34" >rules.yaml
	head_row
	run -2 --separate-stderr par-rate --rules rules.yaml heads.csv
	same "$output" ""
	[[ $stderr == *'there is no input "on-tim"; did you mean on-time?'* ]]
	# Other tools go on: they do not answer from rules.
	plan
	mkdir d && cp plan.yaml log.csv rules.yaml heads.csv d
	run -0 --separate-stderr par-due d --all --as-of 2023-01-01
	same "$stderr" ""
	run -0 --separate-stderr par-report d --as-of 2023-01-01
	same "$stderr" ""
}

@test "a grade that no head of a group can get is found" {
	sed 's/{id: sector-3, value: 50 %/{id: sector-3, value: 60 %/' "$QD34" >rules.yaml
	run -1 par-check rules.yaml
	[[ $output == *"for article-11 grade 3 can never hold: sector >= 60 % and sector < 60 %"*"[rule-never]" ]]
}

@test "an order between grades goes on" {
	cat >r.yaml <<-'Y'
		par: rules/1
		id: r
		kind: rating
		inputs: [{id: n, unit: count}, {id: m, unit: count}]
		grades:
		  - {grade: A, before: [B], if: n >= 3}
		  - {grade: B, before: [C], all: [n >= 2, m > 0]}
		  - {grade: C, if: n >= 1}
	Y
	run -0 par-check r.yaml
	printf 'agency,n,m\nX,3,0\nY,2,1\nZ,2,0\n' >h.csv
	same "$(par-rate --rules r.yaml h.csv --format csv --columns grade | paste -sd' ')" "grade A B C"
	# A circle settles nothing.
	sed -i 's/{grade: C, if/{grade: C, before: [A], if/' r.yaml
	run -1 par-check r.yaml
	[[ $output == *"[rule-overlap]"* ]]
}

@test "conditions nest, name words, and are compared exactly" {
	cat >r.yaml <<-'Y'
		par: rules/1
		id: r
		kind: rating
		inputs:
		  - {id: n, unit: count}
		  - {id: w, unit: word, words: [a, b, c]}
		  - {id: y, unit: yes-no}
		grades:
		  - grade: X
		    all:
		      - any: [n = 0.3, {all: [n > 1, n != 2]}]
		      - any: [w in a, b, not y]
	Y
	sed -i 's/any: \[w in a, b, not y\]/any: ["w in a, b", not y]/' r.yaml
	printf 'agency,n,w,y\n' >h.csv
	while read -r n w y want; do
		printf 'agency,n,w,y\n"A","%s",%s,%s\n' "$n" "$w" "$y" >h.csv
		same "$n $w $y $(par-rate --rules r.yaml h.csv --format csv --columns result | tail -n 1)" "$n $w $y $want"
	done <<-'C'
		0.3 a yes graded
		0,30 c no graded
		0.300001 a no undetermined
		1.000001 b yes graded
		2 b yes undetermined
		2.5 c yes undetermined
		2.5 c no graded
	C
	run -0 par-check r.yaml
}

# ---- criteria ----

# An emulation head that passes; changes as for head_row.
emulation() {
	columns=$1
	shift
	python3 - "$@" <<'PY'
import csv, sys
row = {"name": "Lê Thị An", "agency": "Sở Y tế", "orders-on-time": "95", "orders-quality": "có", "coordination": "100",
       "indices-work": "có", "initiative": "có", "legal-documents": "100", "dossiers-on-time": "99", "time-cut": "35",
       "one-stop": "có", "organisation": "có", "decentralisation": "có", "rules-obeyed": "100", "disciplined-people": "0",
       "disbursement": "95", "online": "90", "paper-request": "có", "paper-minutes": "có", "paper-report": "có"}
row.update(a.split("=", 1) for a in sys.argv[1:])
w = csv.DictWriter(open("heads.csv", "w", encoding="utf-8"), row)
w.writeheader()
w.writerow(row)
PY
	par-rate --rules "$EMULATION" --year 2023 heads.csv --format csv --columns "$columns" 2>messages | tail -n +2
}

@test "each level has its own criteria" {
	same "$(emulation result,met_count,failed_count,aside_count)" "met,17,0,0"
	same "$(emulation result,failed online=85)" "not-met,online: online >= 90 % [85]"
	same "$(emulation result,failed "agency=UBND huyện Sông Con" online=80)" "met,"
	same "$(emulation result "agency=UBND huyện Sông Con" online=79.99)" "not-met"
	# A commune has neither disbursement nor decentralisation.
	same "$(emulation result,aside_count "agency=UBND xã Bến Đò" online=80 disbursement= decentralisation=)" "met,2"
	same "$(emulation result,missing "agency=UBND huyện Sông Con" disbursement=)" "not-enough-data,disbursement"
	for bad in orders-on-time=94.99 orders-quality=không coordination=99.9 dossiers-on-time=98.99 time-cut=34.99 \
		rules-obeyed=99 disciplined-people=1 initiative=không one-stop=không paper-minutes=không; do
		same "$bad $(emulation result $bad)" "$bad not-met"
	done
}

@test "a sheet may hold what these rules have no use for" {
	same "$(emulation result last-grade=2 "override=giảm nhẹ" "số điện thoại=012")" "met"
	same "$(grep -c 'head-column' messages)" 3
}

@test "if any: nothing to measure is no failure where the text says so, and only there" {
	same "$(emulation result,aside_count "disbursement=không có")" "met,1"
	same "$(emulation result,missing disbursement=)" "not-enough-data,disbursement"
	same "$(emulation result,missing,warning "agency=UBND huyện Sông Con" online=80 disbursement=-)" \
		'not-enough-data,disbursement,"disbursement: the rules do not say ""if any"" here"'
	same "$(emulation result "agency=UBND xã Bến Đò" legal-documents=-)" "met"
	same "$(emulation result "agency=Sở Y tế" legal-documents=-)" "not-enough-data"
}

@test "at least 35 % to 40 % passes at 35 and says why" {
	[[ $(emulation conditions time-cut=35) == *"time-cut >= 35 % [35] yes (the text says both"*"the lower bound of 35 % decides"* ]]
	[[ $(emulation failed time-cut=34,9) == *"the lower bound of 35 % decides"* ]]
}

@test "more who pass than the limit are all listed, and none is picked" {
	emulation result >/dev/null
	for i in 1 2 3 4 5 6 7 8 9 10; do sed -n 2p heads.csv | sed "s/Lê Thị An/Người $i/"; done >>heads.csv
	run -0 --separate-stderr par-rate --rules "$EMULATION" --year 2023 heads.csv --format csv --columns result
	same "$(printf '%s\n' "$output" | grep -c '^met$')" 11
	[[ $stderr == *"11 pass and at most 10 may be proposed"*"none is picked [rate-limit]" ]]
	sed -i '$d' heads.csv
	run -0 --separate-stderr par-rate --rules "$EMULATION" --year 2023 heads.csv --format csv --columns result
	same "$stderr" ""
}

# ---- scores ----

score_log() {
	cat >s.csv <<-'L'
		date,plan,task,agency,period,status,value,evidence
		2025-04-02,card,a1,Sở A,2025-03,measured,1,
		2025-04-02,card,a2,Sở A,2025-03,measured,"1,5",
		2025-04-02,card,b1,Sở B,2025-03,measured,3,
		2026-03-02,card,a1,Sở A,2026-02,measured,2,
		2026-03-02,card,a2,Sở A,2026-02,measured,2,
		2026-03-02,card,b1,Sở B,2026-02,measured,4,
		2026-04-02,card,a1,Sở A,2026-03,measured,2.5,7/BC
		2026-04-03,card,a1,Sở A,2026-03,measured,3,8/BC
		2026-04-02,card,a2,Sở A,2026-03,measured,2,
		2026-04-02,card,b1,Sở B,2026-03,measured,5,
	L
	cat >card.yaml <<-'Y'
		par: rules/1
		id: card
		kind: scorecard
		title: Bảng điểm
		parts:
		  - {id: a, name: Phần một, owner: Sở A, maximum: 6}
		  - {id: b, name: Phần hai, owner: Sở B}
		criteria:
		  - {id: a1, part: a, maximum: 4}
		  - {id: a2, part: a, maximum: 2}
		  - {id: b1, part: b, maximum: 6, owner: Sở C}
	Y
}

score() { # columns options
	columns=$1
	shift
	par-rate --rules card.yaml s.csv --as-of 2026-04-10 --format csv --columns "$columns" "$@" 2>messages | tail -n +2
}

@test "points, what is lost, and the change against last month and last year" {
	score_log
	same "$(score kind,criterion,part,owner,maximum,points,lost,percent,change_month,change_year,evidence --month 3 | paste -sd'|')" \
		"criterion,a1,a,Sở A,4,3,1,,1,2,8/BC|criterion,a2,a,Sở A,2,2,0,,0,0.5,|component,,a,Sở A,6,5,1,83.33,16.67,41.67,|criterion,b1,b,Sở C,6,5,1,,1,2,|component,,b,Sở B,6,5,1,83.33,16.67,33.33,|total,,,,12,10,2,83.33,16.67,37.5,"
	same "$(cat messages)" ""
}

@test "a criterion that is not scored has no points: the index lies between two numbers" {
	score_log
	sed -i '/2026-04-02,card,b1/d' s.csv
	same "$(score kind,criterion,points,percent,at_least,at_most,missing,change_month --month 2026-03 | paste -sd'|')" \
		"criterion,a1,3,,,,0,1|criterion,a2,2,,,,0,0|component,,5,83.33,83.33,83.33,0,16.67|criterion,b1,,,,,1,|component,,0,,0,100,1,|total,,5,,41.67,91.67,1,"
	run -1 par-rate --rules card.yaml s.csv --as-of 2026-04-10 --month 3 --exit-code
	[[ $output == *"Month 2026-03; index between 41.67 and 91.67 %; not scored yet: b1 (Sở C)"* ]]
	run -0 par-rate --rules card.yaml s.csv --as-of 2026-04-10 --month 2 --exit-code
	[[ $output == *"Month 2026-02; index 66.67 %"* ]]
}

@test "points over the maximum, unknown criteria and odd months are set aside" {
	score_log
	cat >>s.csv <<-'L'
		2026-04-02,card,a1,Sở A,2026-03,measured,4.01,
		2026-04-02,card,a9,Sở A,2026-03,measured,1,
		2026-04-02,card,a1,Sở A,2026-Q1,measured,1,
	L
	run -1 par-check card.yaml s.csv
	same "$(printf '%s\n' "$output" | grep -o '\[[a-z-]*\]$' | paste -sd' ')" "[log-value] [log-task] [log-period]"
	same "$(score points --month 3 | head -n 1)" 3
}

@test "par-log takes points when the rules are loaded, and refuses what is wrong" {
	score_log
	run -0 par-log --log s.csv --task b1 --status measured --value 5,5 --period 2026-03 --agency "Sở C" --plan card \
		--date 2026-04-05 card.yaml
	same "$(score points --month 3 | tail -n 1)" 10.5
	run -2 par-log --log s.csv --task b1 --status measured --value 7 --period 2026-03 --plan card card.yaml
	[[ $output == *"[log-value]"* ]]
	run -0 par-log --verify --log s.csv card.yaml
}

@test "scores are a view of par-report too" {
	score_log
	mkdir d && cp card.yaml s.csv d
	same "$(par-report d --view scores --period 2026-03 --as-of 2026-04-10 --format csv 2>/dev/null)" \
		"$(par-rate --rules card.yaml s.csv --month 2026-03 --as-of 2026-04-10 --format csv)"
	for format in text md html json; do
		run -0 par-report d --view scores --period 2026-03 --as-of 2026-04-10 --format $format
		[[ $output == *"83.33"* ]]
	done
	rm d/card.yaml
	run -2 --separate-stderr par-report d --view scores
	same "$output" ""
}

# ---- the tool ----

@test "an explanation names the document, the article, each value and its source" {
	head_row year=2023 index=92 failed-criteria=10 "agency=Sở Công Thương"
	run -0 --separate-stderr par-rate --rules "$QD34" heads.csv --explain "so cong thuong" --lang vi
	for words in "34/2020/QĐ-UBND ngày 29/12/2020" "khoản 1 Điều 12" "không xác định" "25/2022/QĐ-UBND" \
		"heads.csv:2" "Chỉ số CCHC của cơ quan ≥ 90 %" "Chủ tịch UBND tỉnh (khoản 1 Điều 14)"; do
		[[ $(printf '%s' "$output" | tr -s '\n ' ' ') == *"$words"* ]] || same "$output" "$words"
	done
	run -0 --separate-stderr par-rate --rules "$QD34" heads.csv --explain "Sở Công Thương" --format html --lang vi
	for words in "34/2020/QĐ-UBND" "khoản 1 Điều 12" "25/2022/QĐ-UBND" "</html>"; do
		[[ $output == *"$words"* ]]
	done
	run -0 --separate-stderr par-rate --rules "$QD34" heads.csv --explain "Sở Nông nghiệp"
	[[ $stderr == *"[select-nothing]"* ]]
}

@test "formats, columns and order are those of every tool" {
	head_row
	run -2 --separate-stderr par-rate --rules "$QD34" heads.csv --columns grad
	[[ $stderr == *"did you mean grade?"* ]]
	run -0 par-rate --rules "$QD34" "$ROOT/plans/sample/heads.csv" --format json
	printf '%s' "$output" | python3 -c 'import json, sys
rows = json.load(sys.stdin)
assert len(rows) == 9 and rows[0]["year"] == 2021 and rows[0]["grade"] == "1" and rows[2]["grade"] is None, rows[:3]'
	run -0 par-rate --rules "$QD34" "$ROOT/plans/sample/heads.csv" --format csv --columns grade,name --sort=-grade
	same "${lines[1]%%,*}" 4
	run -0 par-rate --rules "$QD34" "$ROOT/plans/sample/heads.csv" --level district --format csv --columns agency
	same "${lines[*]}" "agency UBND huyện Sông Con"
	run -0 par-rate --rules "$QD34" "$ROOT/plans/sample/heads.csv" --excel --columns name,grade
	[[ $output == *"Lê Thị An;1"* ]]
}

@test "the sheet comes from standard input, a folder or a file of any heading order" {
	head_row
	same "$(par-rate --rules "$QD34" --format csv --columns grade - <heads.csv)" "$(printf 'grade\n1')"
	mkdir d && cp heads.csv "$QD34" d
	same "$(par-rate d --format csv --columns grade)" "$(printf 'grade\n1')"
	same "$(par-rate d --rules "$QD34" --format csv --columns grade 2>&1)" "$(printf 'grade\n1')"
	same "$(par-rate d --rules qd-34-2020-binh-phuoc --format csv --columns grade 2>&1)" "$(printf 'grade\n1')"
	run -2 --separate-stderr par-rate --rules "$QD34" d/../heads.yaml
	run -2 --separate-stderr par-rate "$ROOT/plans"
	[[ $stderr == *"bang-diem-mau, qd-34-2020-binh-phuoc, thi-dua-2023"* ]]
	run -2 --separate-stderr par-rate --rules "$QD34" --year 2021 "$QD34"
	same "$output" ""
}

@test "years: each row's own, or the one that is asked for" {
	printf 'agency,year,index\nSở A,2021,90\nSở A,2022,90\nSở B,,90\n' >h.csv
	same "$(par-rate --rules "$QD34" h.csv --year 2022 --format csv --columns year,agency 2>/dev/null | paste -sd' ')" \
		"year,agency 2022,Sở A 2022,Sở B"
	run -2 par-rate --rules "$QD34" h.csv --year 22x
}

@test "par-check reads a sheet of heads by the rules that know its columns; other tools pass it over" {
	head_row "index=1o1"
	run -1 par-check "$ROOT/plans/rules" heads.csv
	[[ $output == *'"1o1" is no value of index'*"[head-value]"* ]]
	head_row
	run -0 par-check "$ROOT/plans/rules" heads.csv
	same "$output" ""
	run -0 par-check heads.csv
	plan
	run -0 --separate-stderr par-due plan.yaml log.csv heads.csv --as-of 2023-01-01
	[[ $stderr == *"heads.csv: note: passed over: a sheet of heads"* ]]
	mkdir d && mv plan.yaml log.csv heads.csv d
	run -0 --separate-stderr par-due d --as-of 2023-01-01
	same "$stderr" ""
}
