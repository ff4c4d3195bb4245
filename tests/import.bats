#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# par-import as a user meets it: what a document's tables are, and signs that word processors leave.
load helper

table() { # name: a small document with one table
	printf 'UBND XÃ THỬ\nSố: 9/KH-UBND\nThử, ngày 2 tháng 1 năm 2024\nKẾ HOẠCH\nSửa sân năm 2024\n' >"$1"
	printf 'TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tQuét sân\tSở Y tế\tTháng 5/2024\n' >>"$1"
}

@test "a list of tables says when there is none" {
	printf 'KẾ HOẠCH\n\nMua cây.\n' >none.txt
	run -0 --separate-stderr par-import --list-tables none.txt
	same "$output" ""
	[[ $stderr == "none.txt: note: "*"[no-task-table]" ]] || same "$stderr" "a note"
}

@test "a list of tables refuses headings that are not known" {
	table plan.txt
	run -2 --separate-stderr par-import --list-tables --headings no,dish plan.txt
	[[ $stderr == *"[bad-value]" ]] || same "$stderr" "a refusal"
}

@test "a vertical tab breaks a line, a sign without width is nothing" {
	table plain.txt
	sed 's/Sở Y tế/Sở Nội vụ UBND các xã/; s/Quét sân/Quét sân trường/' plain.txt >plan.txt
	sed 's/Sở Nội vụ UBND/Sở Nội vụ\x0bUBND/; s/Quét sân/Q\xe2\x80\x8buét\x0bsân/' plan.txt >signs.txt
	run -0 --separate-stderr par-import signs.txt
	[[ $output == *"text: Quét sân trường"* ]]
	[[ $output == *"lead: [Sở Nội vụ, UBND các xã]"* ]]
	[[ $output == *"issuer: UBND xã Thử"* ]]
}

@test "where each table counts its own rows, what is found names the table" {
	page() { # name of the second table's first task
		echo '<p>Số: 9/KH-UBND</p><p>Thử, ngày 2 tháng 1 năm 2026</p><p>KẾ HOẠCH</p><p>Sửa sân năm 2026</p>'
		for task in "Quét sân" "$1"; do
			echo '<table><tr><td>TT<td>Nhiệm vụ<td>Cơ quan chủ trì<td>Thời hạn</tr>'
			echo "<tr><td>1<td>$task<td>Sở Y tế<td>31/11/2026</tr>"
			echo '<tr><td><td><td><td></tr><tr><td>2<td>Quét đường<td>Sở Y tế<td>Tháng 6/2026</tr></table>'
		done
	}
	page "Mua chổi" >two.html
	run -1 --separate-stderr par-import two.html
	same "$(grep -c 'ghost-row' <<<"$stderr")" 2
	grep -q '^two.html:2: error: table 1: task 1, due: "31/11/2026".*date-invalid' <<<"$stderr"
	grep -q '^two.html:2: error: table 2: task 1b, due: "31/11/2026".*date-invalid' <<<"$stderr"
	grep -q '^two.html:3: note: table 2: .*ghost-row' <<<"$stderr"
}

@test "options that would do nothing are refused" {
	table plan.txt
	for words in "--format json" "--list-tables --update plan.yaml"; do
		# shellcheck disable=SC2086
		run -2 --separate-stderr par-import $words plan.txt
		same "$output" ""
	done
	run -0 par-import --list-tables --format json plan.txt
}
