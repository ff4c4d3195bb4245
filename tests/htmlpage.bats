#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A page is whole, closed and safe, whatever texts it was given. (In a browser: tests/peers.sh.)
load helper

page() { # language
	[ -x "$PAR_BUILD/tests/htmlpage_test" ] || skip "needs make units"
	"$PAR_BUILD/tests/htmlpage_test" page "$1" >page.html
	same "$(python3 -B "$ROOT/tests/page.py" page.html "$1")" ""
}

@test "a page in Vietnamese is well-formed, runs nothing and fetches nothing" {
	page vi
	grep -q '>31/03/2024<' page.html
	grep -q '>6,25<' page.html
	! grep -q '>6\.25<' page.html
}

@test "a page in English has the words, dates and numbers of English" {
	page en
	grep -q '>2024-03-31<' page.html
	grep -q '>6\.25<' page.html
	grep -q 'done on time' page.html
	! grep -q 'hoàn thành đúng hạn · ' page.html
}

@test "each state has a pattern of its own beside its colour" {
	page vi
	same "$(grep -o '<pattern id="p[0-9]*".*' page.html | sed 's/id="p[0-9]*"//; s/class="c[0-9]*"//' |
		sort | uniq -d)" ""
	same "$(grep -c '<pattern ' page.html)" 13
}
