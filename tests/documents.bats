#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Documents of every kind as a user meets them: recognised by their bytes, refused with a reason, read
# in a jail, told in a summary, and brought into a plan that people have worked on.
load helper

make_document() { # KIND FILE [more]
	python3 "$BATS_TEST_DIRNAME/hostile.py" "$@"
}

# One error, with this code and these words; nothing on standard output.
refused() { # FILE CODE WORDS
	run -2 --separate-stderr par-import "$1"
	same "$output" ""
	same "$(printf '%s\n' "$stderr" | grep -c '')" 1
	[[ $stderr == "$1:"*" error: "*"$3"*" [$2]" ]] || same "$stderr" "$3 [$2]"
}

# A text document with this heading and rows TT, task, lead, deadline, parted by |.
text_document() { # FILE NUMBER ROW...
	local file=$1 number=$2 row
	shift 2
	printf 'UBND TỈNH SÔNG THAO\nSố: %s\nSông Thao, ngày 2 tháng 1 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n' "$number" >"$file"
	printf 'TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n' >>"$file"
	for row; do printf '%s\n' "$row" | tr '|' '\t' >>"$file"; done
}

# What stands under `key:` of the task with this id.
task_value() { # FILE ID KEY
	awk -v id="\"$2\"" -v key="    $3: " '
		/^  - id: / { here = $3 == id || "\"" $3 "\"" == id }
		here && index($0, key) == 1 { print substr($0, length(key) + 1) }' "$1"
}

# ---- recognition ----

@test "what is no document is named, with the way out, whatever it is called" {
	while IFS='|' read -r bytes code words; do
		# shellcheck disable=SC2059 # the bytes are written as printf takes them
		printf "$bytes" >plan.docx
		refused plan.docx "$code" "$words"
		cp plan.docx plan.txt
		refused plan.txt "$code" "$words"
	done <<-'END'
		\211PNG\r\n\032\n|document-kind|a picture; pictures are not read; ask the issuer
		\377\330\377\340\0\020JFIF|document-kind|a picture
		II*\0\010\0\0\0|document-kind|a picture
		\0\0\0\030ftypheic|document-kind|a picture
		\037\213\010\0\0\0|document-kind|a packed archive; unpack it
		7z\274\257\047\034\0\4|document-kind|a packed archive
		Rar!\032\007\001\0|document-kind|a packed archive
		{\\rtf1\\ansi K|document-kind|an RTF document; open it, save it as .docx
		\377WPC\0\0|document-kind|a WordPerfect document
		%%!PS-Adobe-3.0\n|document-kind|a PostScript file
		\177ELF\002\001\001|document-kind|a program
		<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>|document-kind|a flat OpenDocument file
		<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>|document-kind|a Word document in one XML file
		<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>|document-kind|an Excel workbook in one XML file
		<?xml version="1.0"?><note/>|document-kind|an XML file of no kind
		{"tasks": [{"id": 1}]}|document-kind|JSON data
		# ours\npar: plan/1\nid: p\n|document-kind|a plan file already; check it with par-check
		par: agencies/1\nagencies: []\n|document-kind|a registry, a calendar or rules
	END
}

@test "old binary documents and locked ones each have their own sentence" {
	make_document compound a.doc WordDocument
	refused a.doc document-old "a Word document (.doc) of the kind before 2007; open it and save it as .docx"
	make_document compound a.xls Workbook
	refused a.xls document-old "save it as .xlsx"
	make_document compound b.xls Book
	refused b.xls document-old "save it as .xlsx"
	make_document compound a.ppt "PowerPoint Document"
	refused a.ppt document-old "a PowerPoint slide show"
	make_document compound a.docx EncryptedPackage
	refused a.docx document-locked "locked with a password"
	make_document compound a.msg __substg1.0_001A001E
	refused a.msg document-kind "a compound file without a Word or Excel document"
	make_document locked b.docx
	refused b.docx document-locked "locked with a password"
}

@test "zip archives are told apart by what they say of their parts" {
	local types='[Content_Types].xml=<Override ContentType="application/vnd.'
	make_document archive a.docx "${types}ms-excel.sheet.binary.macroEnabled.main\"/>"
	refused a.docx document-kind "a binary Excel workbook (.xlsb); save it as .xlsx"
	make_document archive a.docx "${types}openxmlformats-officedocument.presentationml.presentation.main+xml\"/>"
	refused a.docx document-kind "a slide show"
	make_document archive a.docx mimetype=application/vnd.oasis.opendocument.presentation
	refused a.docx document-kind "a slide show"
	make_document archive a.docx mimetype=application/epub+zip
	refused a.docx document-kind "an electronic book"
	make_document archive a.docx "Ke hoach.docx=PK"
	refused a.docx document-kind "a zip archive; unpack it and import the document in it"
	head -c 40 a.docx >torn.docx
	refused torn.docx document-damaged "its end is missing"
}

@test "a document is read by its bytes under any name, and from standard input" {
	make_document plain a.docx
	par-import a.docx >a.yaml 2>/dev/null || [ $? -eq 1 ]
	sed '/^  file: /d' a.yaml >want
	for name in plan b.txt c.pdf d.xls e.csv; do
		cp a.docx "$name"
		par-import "$name" 2>"$name.err" | sed '/^  file: /d' | cmp - want
	done
	same "$(par-import <a.docx 2>/dev/null | sed 1,/^tasks/d)" "$(sed 1,/^tasks/d a.yaml)"
	grep -q 'c.pdf: note: its name ends in ".pdf", but it is a Word document and was read as that \[document-name\]' c.pdf.err
	grep -q '\[document-name\]' d.xls.err
	run ! grep document-name plan.err b.txt.err e.csv.err
}

@test "--from and --charset refuse words that they do not know, and list those they do" {
	run -2 --separate-stderr par-import --from excel x
	[[ $stderr == 'par-import: there is no "excel": '*', docx, xlsx, '* ]] || same "$stderr" "a list"
	run -2 --separate-stderr par-import --charset latin x
	same "$stderr" 'par-import: there is no "latin": utf-8, utf-16, windows-1258, tcvn3, vni'
}

# ---- the jail ----

@test "hostile documents are refused within seconds and bounded memory" {
	local limit=1700
	[[ $PAR_BUILD != *asan* ]] || limit=8000 # sanitizers keep what was freed
	while IFS='|' read -r kind code words; do
		make_document "$kind" "$kind.docx"
		run -0 timeout 60 python3 "$BATS_TEST_DIRNAME/hostile.py" run $limit par-import "$kind.docx"
		[[ $output == *"status 2, 0 bytes" ]] || same "$kind: $output" "status 2, 0 bytes"
		refused "$kind.docx" "$code" "$words"
		rm "$kind.docx"
	done <<-'END'
		bomb|table-large|no plan does
		cell|document-unsafe|unpacks to more than any plan needs
		noise|document-unsafe|unpacks to more than any plan needs
		laughs|document-unsafe|DOCTYPE
		outside|document-unsafe|DOCTYPE
		attributes|document-unsafe|too many attributes
		deep|document-unsafe|nested too deep
		nested|document-unsafe|nested too deep
		parts|document-unsafe|more than 10000 parts
		lying|document-damaged|
		twice|document-damaged|two parts have the same name
	END
}

@test "hostile texts, workbooks and pages of other kinds are refused too" {
	while IFS='|' read -r kind code words; do
		make_document "$kind" "$kind"
		refused "$kind" "$code" "$words"
		rm "$kind"
	done <<-'END'
		writer_cell|document-unsafe|unpacks to more than any plan needs
		writer_deep|document-unsafe|nested too deep
		writer_types|document-unsafe|DOCTYPE
		sheet_cell|document-unsafe|unpacks to more than any plan needs
		page_deep|document-unsafe|nested deeper than
	END
}

@test "a workbook that claims a million rows is read as the rows it has" {
	make_document sheet a.xlsx
	run -0 timeout 60 python3 "$BATS_TEST_DIRNAME/hostile.py" run 256 par-import a.xlsx
	[[ $output == *"status 1, "* ]] || same "$output" "status 1"
}

@test "a document cut anywhere is refused, and nothing is written" {
	make_document plain a.docx
	make_document sheet b.xlsx
	local size file at
	for file in a.docx b.xlsx; do
		size=$(stat -c %s $file)
		for at in 1 3 30 100 $((size / 3)) $((size / 2)) $((size - 30)) $((size - 1)); do
			head -c "$at" $file >torn.docx
			run -2 --separate-stderr par-import torn.docx
			same "$output" ""
			same "$(printf '%s\n' "$stderr" | grep -c ': error: ')" 1
		done
	done
}

@test "a document whose reading is too much for the machine's limits is refused, not half read" {
	# The limit of a parent is that of the jail too: here on memory, so that no large file is needed.
	[[ $PAR_BUILD != *asan* ]] || skip "sanitizers need all memory"
	text_document a.txt 9/KH-UBND '1|Mở lớp|Sở Nội vụ|Tháng 5/2026'
	for _ in $(seq 200); do printf 'Dòng chữ dài %080d\n' 0; done >>a.txt
	for _ in 1 2 3 4 5 6 7; do cat a.txt a.txt a.txt a.txt >b.txt && mv b.txt a.txt; done
	run -2 --separate-stderr bash -c 'ulimit -v 400000; exec par-import a.txt'
	same "$output" ""
	[[ $stderr == *" error: "*"]" ]]
	same "$(printf '%s\n' "$stderr" | grep -c '')" 1
}

@test "no descriptor left: exit 3, not a refusal of the document" {
	text_document a.txt 9/KH-UBND '1|Mở lớp|Sở Nội vụ|Tháng 5/2026'
	run -3 --separate-stderr bash -c 'exec 3>&- 4>&- 5>&- 6>&-; ulimit -n 4; exec par-import a.txt'
	[[ $stderr == "a.txt: error: "*" [no-process]" ]] || same "$stderr" no-process
}

@test "an import to a full disk or a closed pipe ends with 3" {
	[ -w /dev/full ] || skip "/dev/full is absent"
	make_document plain a.docx
	run -3 bash -c 'par-import a.docx >/dev/full'
	run -3 bash -c 'par-import a.docx >&-'
	run -3 bash -c 'par-import a.docx 2>/dev/full >/dev/null'
}

@test "a PDF: scanned, locked, damaged, and where pdftotext is not installed" {
	make_document scan a.pdf
	PAR_PDFTOTEXT=/usr/bin/absent refused a.pdf tool-missing "pdftotext -tsv 'a.pdf' - | par-import --from pdf-tsv"
	[ -x /usr/bin/pdftotext ] || skip "pdftotext is absent"
	refused a.pdf document-scanned "its pages are pictures"
	{ printf 'junk\n'; cat a.pdf; } >b.pdf
	refused b.pdf document-scanned "its pages are pictures"
	make_document scan_locked c.pdf
	refused c.pdf document-locked "locked with a password"
	printf '%%PDF-1.7\nnothing\n' >d.pdf
	refused d.pdf document-damaged ""
	head -c 100 a.pdf >e.pdf
	refused e.pdf document-damaged ""
	text_document f.txt 9/KH-UBND '1|Mở lớp|Sở Nội vụ|Tháng 5/2026'
	run -2 --separate-stderr par-import --from pdf f.txt
	[[ $stderr == *"[document-damaged]" ]]
}

@test "pdftotext cannot be another program that lies about" {
	make_document scan a.pdf
	mkdir -p bin
	printf '#!/bin/sh\ntouch was-here\n' >bin/pdftotext
	chmod +x bin/pdftotext
	PATH=$PWD/bin:$PATH run par-import a.pdf
	[ ! -e was-here ]
}

# ---- the summary and settling ----

@test "the summary counts tables, rows, groups, what is left out and doubts by kind" {
	text_document a.txt 9/KH-UBND 'I|Cải cách thể chế' '1|Mở lớp|Sở Nội vụ|Tháng 5/2026' \
		'|Họp giao ban|Sở Nội vụ|Hằng quý' '3|Rà soát|Sở Tư pháp|31/10/20266'
	run -1 --separate-stderr par-import a.txt
	[[ $stderr == *$'\n''a.txt:6: table 1 taken: rows 4; tasks 3, groups 1, left out 0'$'\n'* ]] || same "$stderr" "a table"
	[[ $stderr == *$'\n''a.txt: tables 1, taken 1; tasks 3, areas 1; doubts 3 (numbering 1, date-invalid 1, missing-number 1)' ]] ||
		same "$stderr" "totals"
	run -1 --separate-stderr par-import --lang vi a.txt
	[[ $stderr == *$'\n''a.txt: số bảng 1, đã lấy 1; nhiệm vụ 3, mục 1; điều nghi ngờ 3 (numbering 1, date-invalid 1, missing-number 1)' ]] ||
		same "$stderr" "tổng"
	run -0 --separate-stderr par-import --list-tables a.txt
	same "$stderr" ""
}

@test "a doubt of a Word document is settled by one line" {
	make_document plain a.docx
	par-import a.docx >p.yaml 2>/dev/null || [ $? -eq 1 ]
	run -1 par-check p.yaml
	[[ $output == *"task 2, due: \"31/10/20266\" is no date"*"[date-invalid]"* ]] || same "$output" date-invalid
	sed -i 's/^    due: unknown .*/    due: 2026-10-31/; s/\(suggest: 2026-10-31\)}/\1, settled: 2026-10-31}/' p.yaml
	run -0 par-check p.yaml
	[[ $output != *date-invalid* && $output != *settled-unused* ]] || same "$output" "nothing of it"
}

# ---- updates ----

old_and_new() {
	text_document old.txt 9/KH-UBND \
		'1|Mở lớp tập huấn cho công chức một cửa|Sở Nội vụ|Quý I/2026' \
		'2|Rà soát thủ tục đất đai của tỉnh|Sở Nông nghiệp và Môi trường|31/10/20266' \
		'3|Xây dựng kho dữ liệu dùng chung của tỉnh|Sở Khoa học và Công nghệ|Tháng 6/2026' \
		'4|Khảo sát sự hài lòng của người dân|Sở Nội vụ|Quý III/2026' \
		'5|Báo cáo kết quả cải cách hành chính|Văn phòng UBND tỉnh|Hằng quý'
	text_document new.txt 19/KH-UBND \
		'1|Mở lớp tập huấn cho công chức một cửa|Sở Nội vụ|Quý I/2026' \
		'2|Ban hành quy chế văn hóa công sở|Sở Nội vụ|Tháng 4/2026' \
		'3|Rà soát thủ tục đất đai của tỉnh|Sở Nông nghiệp và Môi trường|31/10/20266' \
		'4|Xây dựng kho dữ liệu dùng chung của tỉnh|Sở Khoa học và Công nghệ|Tháng 9/2026' \
		'5|Báo cáo kết quả cải cách hành chính|Văn phòng UBND tỉnh|Hằng quý'
	par-import old.txt >plan.yaml 2>/dev/null || [ $? -eq 1 ]
}

# People settle a doubt, correct a deadline and a text, add keys, a task and settings.
work_on() { # FILE
	sed -i 's/^    due: unknown .*/    due: 2026-10-30/
		s/\(code: date-invalid.*suggest: 2026-10-31\)}/\1, settled: 2026-10-30}/
		s/^    due: 2026-Q1/    due: 2026-02\n    phone: 0912/
		s/^    text: Báo cáo kết quả/    text: Báo cáo đầy đủ kết quả/
		s/^id: .*/id: st-26/' "$1"
	printf '  - {id: x1, text: Việc thêm tay, lead: [Sở Nội vụ], due: 2026-12}\nsettings: {before: inclusive, roll: none}\n' >>"$1"
}

@test "--update keeps ids, settled doubts and edits, and tells what came, went and changed" {
	old_and_new
	work_on plan.yaml
	par-import --update plan.yaml new.txt >out.yaml 2>err || [ $? -eq 1 ]
	same "$(sed -n 's/^  - id: //p; s/^  - {id: \([^,]*\),.*/\1/p' out.yaml | xargs)" '1 2b 2 3 5 x1'
	same "$(task_value out.yaml 2 due)" 2026-10-30
	same "$(task_value out.yaml 2 no)" '"3"'
	grep -q 'settled: 2026-10-30' out.yaml
	same "$(task_value out.yaml 1 due) $(task_value out.yaml 1 phone)" '2026-02 0912'
	same "$(task_value out.yaml 3 due)" 2026-09
	same "$(task_value out.yaml 5 text)" 'Báo cáo đầy đủ kết quả cải cách hành chính'
	same "$(sed -n 's/^\(id\|document\|settings\|retired\): //p' out.yaml | paste -s -d '|')" \
		'st-26|19/KH-UBND|{before: inclusive, roll: none}|["4"]'
	same "$(grep -vE ': (error|warning|note): |: table [0-9]' err)" "new.txt:8: added: task 2b: Ban hành quy chế văn hóa công sở
new.txt:9: renumbered: task 2, printed 2 before, now 3
new.txt:10: renumbered: task 3, printed 3 before, now 4
new.txt:10: changed: task 3, due: 2026-06 → 2026-09
plan.yaml:52: kept: task x1, added by hand: Việc thêm tay
plan.yaml:38: removed: task 4: Khảo sát sự hài lòng của người dân
new.txt: changed: document: 9/KH-UBND → 19/KH-UBND
plan.yaml: update: tasks in both 4, added 1, removed 1, changed 1, renumbered 2; settled doubts kept 1, dropped 0; edits kept 3
new.txt: tables 1, taken 1; tasks 6, areas 0; doubts 1 (id-taken 1), settled 1"
	[[ $(<err) == *"task 2b, no: its number is the id of another task"*"2 → 2b [id-taken]"* ]]
	run par-check out.yaml
	[[ $output != *error* && $output != *retired* ]] || same "$output" "no error"
}

@test "--update with the same document changes not a byte" {
	old_and_new
	par-import --update plan.yaml old.txt >same.yaml 2>/dev/null || [ $? -eq 1 ]
	cmp plan.yaml same.yaml
	work_on plan.yaml
	par-import --update plan.yaml new.txt >one.yaml 2>/dev/null || [ $? -eq 1 ]
	par-import --update one.yaml new.txt >two.yaml 2>/dev/null || [ $? -eq 1 ]
	cmp one.yaml two.yaml
}

@test "--update without the plan's own document takes its words, with a doubt for each that may be an edit" {
	old_and_new
	work_on plan.yaml
	mkdir away && mv plan.yaml new.txt away && cd away
	par-import --update plan.yaml new.txt >out.yaml 2>err || [ $? -eq 1 ]
	same "$(task_value out.yaml 1 due) $(task_value out.yaml 2 due) $(task_value out.yaml 3 due)" '2026-02 2026-10-30 2026-09'
	same "$(task_value out.yaml 5 text)" 'Báo cáo kết quả cải cách hành chính'
	grep -q 'task 5, text: .*the other one says: "Báo cáo đầy đủ kết quả cải cách hành chính" \[changed-in-document\]' err
	grep -q 'plan.yaml: its own document, old.txt, is not beside it' err
}

@test "an edited deadline that the document changed too becomes a doubt" {
	old_and_new
	sed -i 's/^    due: 2026-06$/    due: 2026-07-15/' plan.yaml
	par-import --update plan.yaml new.txt >out.yaml 2>err || [ $? -eq 1 ]
	same "$(task_value out.yaml 3 due)" 2026-09
	grep -q 'task 3, due: .*the other one says: "2026-07-15" \[changed-in-document\]' err
	sed -i 's/\(code: changed-in-document, say: "2026-07-15"\)}/\1, settled: 2026-09}/' out.yaml
	par-import --update out.yaml new.txt 2>/dev/null | cmp - out.yaml
	run par-check out.yaml
	[[ $output != *changed-in-document* ]]
}

@test "ids of tasks that are gone are not given away, also by the next update" {
	old_and_new
	par-import --update plan.yaml new.txt >out.yaml 2>/dev/null || [ $? -eq 1 ]
	text_document third.txt 29/KH-UBND \
		'1|Mở lớp tập huấn cho công chức một cửa|Sở Nội vụ|Quý I/2026' \
		'4|Thẩm định quy hoạch mạng lưới trường học|Sở Giáo dục và Đào tạo|Tháng 8/2026'
	par-import --update out.yaml third.txt >last.yaml 2>/dev/null || [ $? -eq 1 ]
	same "$(sed -n 's/^  - id: //p' last.yaml | xargs)" '1 4b'
	same "$(sed -n 's/^retired: //p' last.yaml)" '["4", "2b", "2", "3", "5"]'
}

@test "--update refuses what is no plan, and a document without one" {
	old_and_new
	run -2 --separate-stderr par-import --update old.txt new.txt
	same "$output" ""
	printf 'par: agencies/1\nagencies: []\n' >a.yaml
	run -2 --separate-stderr par-import --update a.yaml new.txt
	[[ $stderr == "a.yaml: error: this file is no plan [wrong-kind]" ]] || same "$stderr" wrong-kind
	printf 'Không có bảng nào.\n' >none.txt
	run -2 --separate-stderr par-import --update plan.yaml none.txt
	same "$output" ""
}
