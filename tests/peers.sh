#!/bin/sh
# SPDX-License-Identifier: MIT
# What other programs make of our answers: a browser of a page, calendars of a calendar. Each part is
# skipped with a message where its program is absent; `sh bin/setup peers` installs them all.
set -u
cd "$(dirname "$0")/.." || exit 1
PATH=$PAR_BIN:$PATH
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
bad=0 done=0
export PAR_TODAY=2026-04-10
unset PAR_PATH
par-import plans/sample/ke-hoach-2026.txt >"$out/plan.yaml" 2>/dev/null

have() { # what, command…: does the command work? else says that the part is skipped
	what=$1
	shift
	"$@" >/dev/null 2>&1 && return 0
	echo "skipped: $what"
	return 1
}

verdict() { # status, what
	done=$((done + 1))
	[ "$1" -eq 0 ] && echo "ok: $2" && return
	bad=$((bad + 1))
	echo "not ok: $2"
}

if have "pages in a browser (needs chromium)" sh -c 'command -v chromium || command -v chromium-browser || command -v google-chrome'; then
	for language in vi en; do
		"$PAR_BUILD/tests/htmlpage_test" page $language >"$out/page.html"
		python3 -B tests/peers/browser.py "$out/page.html"
		verdict $? "every part of a page ($language) in Chromium, on a phone, a desk, by night and on A4"
	done
	for view in summary tasks agencies targets timeline trend form silent; do
		par-report "$out/plan.yaml" --view $view --format html >"$out/page.html" 2>/dev/null
		[ -s "$out/page.html" ] || continue
		python3 -B tests/peers/browser.py "$out/page.html"
		verdict $? "par-report --view $view in Chromium"
	done
fi

if have "documents in pandoc (needs pandoc)" command -v pandoc; then
	par-report "$out/plan.yaml" --view tasks --format md >"$out/report.md" 2>/dev/null &&
		pandoc --fail-if-warnings -f markdown -o "$out/report.docx" "$out/report.md" &&
		[ "$(par-report "$out/plan.yaml" --view tasks --format csv --columns task 2>/dev/null | wc -l)" -eq \
			"$(pandoc -t json "$out/report.md" | python3 -B tests/peers/rows.py)" ]
	verdict $? "a report in pandoc, with every row, as a Word document"
fi

# The system's own Python has the packages of the system, even where another one comes first.
python=python3
[ ! -x /usr/bin/python3 ] || python3 -c 'import icalendar' 2>/dev/null || python=/usr/bin/python3
if have "calendars in Python (needs python3-icalendar)" $python -c 'import icalendar'; then
	par-due "$out/plan.yaml" --all --format ics >"$out/due.ics" 2>/dev/null
	$python -B tests/peers/icsread.py "$out/due.ics"
	verdict $? "a calendar in python3-icalendar"
	par-due "$out/plan.yaml" --overdue --task 12/2 --format ics >"$out/none.ics" 2>/dev/null
	$python -B tests/peers/icsread.py "$out/none.ics"
	verdict $? "an empty calendar in python3-icalendar"
fi

if have "calendars in libical (needs libical-dev)" pkg-config --exists libical; then
	# shellcheck disable=SC2046
	${CC:-cc} -o "$out/ical" tests/peers/icsread.c $(pkg-config --cflags --libs libical) &&
		par-due "$out/plan.yaml" --all --format ics 2>/dev/null | "$out/ical"
	verdict $? "a calendar in libical"
fi

if have "the same plan in every kind of document (needs libreoffice)" command -v soffice; then
	mkdir "$out/same"
	python3 -B tests/peers/same.py "$out/same" soffice && python3 -B tests/same.py "$out/same"
	verdict $? "one plan, converted by LibreOffice to every kind of document, gives the same tasks"
fi

echo "peers: $done tried, $bad failed"
[ $bad -eq 0 ]
