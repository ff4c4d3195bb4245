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
