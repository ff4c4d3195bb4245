#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-import --update beyond its first test in documents.bats: other languages, other kinds of documents,
# what happens to logs.
load helper

CASES=$ROOT/tests/cases/import

@test "an update in the other language takes no doubt for another one, settled or not" {
	cp "$CASES/slips.txt" old.txt
	{ cat old.txt && echo; } >new.txt
	env PAR_LANG=vi par-import old.txt 2>/dev/null >plan.yaml || [ $? -eq 1 ]
	grep -q 'code: deadline-conflict, say: "ngày ' plan.yaml
	env PAR_LANG=en par-import -u plan.yaml old.txt 2>/dev/null >same.yaml || [ $? -eq 1 ]
	cmp plan.yaml same.yaml
	sed -i 's/\(code: deadline-conflict, .*\)}/\1, settled: as printed}/' plan.yaml
	for beside in yes no; do # with its own document, and without
		[ "$beside" = yes ] || rm old.txt
		env PAR_LANG=en par-import -u plan.yaml new.txt 2>err >out.yaml || [ $? -eq 1 ]
		same "$(diff plan.yaml out.yaml | grep -v 'file:\|sha256:' | grep '^[<>]')" ""
		same "$(grep -c 'settled doubts kept 1, dropped 0' err)" 1
	done
}

@test "an update from the Word file to a sheet, a page and the other kinds of the same plan changes no cell" {
	cp "$ROOT"/tests/cases/same/plan.* .
	par-import plan.docx >docx.yaml 2>/dev/null
	for kind in xlsx ods odt html md; do
		par-import -u docx.yaml "plan.$kind" >out.yaml 2>err
		same "$(diff docx.yaml out.yaml | grep '^[<>]' | grep -v ' at: \|file: \|format: \|sha256: ')" ""
		grep -q 'tasks in both 12, added 0, removed 0, changed 0, renumbered 0' err
	done
}

@test "split, merged, moved, renumbered: ids stay, edits stay, logs of what is gone are told" {
	head='UBND TỈNH SÔNG THAO\n\nSố: 12/KH-UBND\n\nSông Thao, ngày 5 tháng 1 năm 2026\n\nKẾ HOẠCH\n\nCải cách hành chính năm 2026\n\n'
	row() { echo "| $1 | $2 | $3 | $4 |"; }
	{
		printf '%b' "$head"
		row STT "Nhiệm vụ" "Cơ quan chủ trì" "Thời hạn" && row --- --- --- ---
		row I "Cải cách thể chế" "" ""
		row 1 "Rà soát văn bản quy phạm pháp luật" "Sở Tư pháp" "Quý I/2026"
		row 2 "Tổ chức đối thoại với doanh nghiệp" "Sở Tài chính" "Tháng 6/2026"
		row 3 "Theo dõi thi hành pháp luật và kiểm tra việc xử lý vi phạm hành chính" "Sở Tư pháp" "31/11/2026"
		row II "Cải cách thủ tục hành chính" "" ""
		row 4 "Giảm thời gian giải quyết hồ sơ đất đai" "Sở Xây dựng" "Trước ngày 30/9/2026"
		row 5 "Tập huấn cán bộ một cửa" "Sở Nội vụ" "Quý III/2026"
		row 6 "Lắp camera tại bộ phận một cửa" "UBND các xã" "Quý IV/2026"
	} >old.md
	{
		printf '%b' "$head"
		row STT "Nhiệm vụ" "Cơ quan chủ trì" "Thời hạn" && row --- --- --- ---
		row I "Cải cách thể chế" "" ""
		row 1 "Lập danh mục văn bản hết hiệu lực" "Sở Tư pháp" "Tháng 5/2026"
		row 2 "Rà soát văn bản quy phạm pháp luật" "Sở Tư pháp" "Quý II/2026"
		row 3 "Theo dõi thi hành pháp luật" "Sở Tư pháp" "31/11/2026"
		row 4 "Kiểm tra việc xử lý vi phạm hành chính" "Sở Tư pháp" "31/11/2026"
		row II "Cải cách thủ tục hành chính" "" ""
		row 5 "Tập huấn cán bộ một cửa và lắp camera tại bộ phận một cửa" "Sở Nội vụ" "Quý IV/2026"
		row III "Chuyển đổi số" "" ""
		row 6 "Giảm thời gian giải quyết hồ sơ đất đai" "Sở Xây dựng" "Trước ngày 30/9/2026"
	} >new.md
	par-import old.md >plan.yaml 2>/dev/null || [ $? -eq 1 ]
	sed -i 's/due: unknown.*/due: 2026-11-30/; s/\(code: date-invalid.*\)}/\1, settled: 2026-11-30}/
		s/^    lead: \[Sở Nội vụ\]/    x-who: anh Bình\n    lead: [Sở Nội vụ, Sở Tài chính]/' plan.yaml
	par-import -u plan.yaml new.md >out.yaml 2>err || [ $? -eq 1 ]
	same "$(grep -o 'id: "[^"]*"' out.yaml | paste -sd' ')" 'id: "1b" id: "1" id: "3b" id: "3" id: "5" id: "4"'
	same "$(grep '^retired:' out.yaml)" 'retired: ["2", "6"]'
	grep -q 'x-who: anh Bình' out.yaml
	grep -q 'lead: \[Sở Nội vụ, Sở Tài chính\]' out.yaml
	same "$(grep -c 'settled: 2026-11-30' out.yaml)" 1
	grep -q 'changed: task 4, area: II → III' err
	same "$(par-check out.yaml | grep -o '\[.*\]' | sort | uniq -c | tr -s ' ' | paste -sd,)" \
		" 1 [date-invalid], 2 [id-taken], 1 [unknown-key]"
	printf 'date,task,status\n2026-03-01,2,done\n' >log.csv
	par-check out.yaml log.csv | grep -q '^log.csv:2:12: warning: .*\[log-retired\]'
}
