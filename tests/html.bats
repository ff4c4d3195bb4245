#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Whole web pages, each against its plan and what was found. HTML_UPDATE=1 writes what is said now.
load helper

page() { # name
	cp "$ROOT/tests/cases/html/$1.html" .
	run -0 --separate-stderr par-import "$1.html"
	found=$(printf '%s\n' "$stderr" | grep '\]$' || true)
	if [ "${HTML_UPDATE-}" ]; then
		printf '%s\n' "$output" >"$ROOT/tests/cases/html/$1.yaml"
		printf '%s\n' "$found" >"$ROOT/tests/cases/html/$1.err"
	fi
	same "$output" "$(cat "$ROOT/tests/cases/html/$1.yaml")"
	same "$found" "$(cat "$ROOT/tests/cases/html/$1.err")"
}

@test "a page of a law site: layout tables, tabs, hidden rows, a table in a cell" {
	page site
}

@test "a page saved by Word in the letters of .VnTime, with automatic numbers" {
	page word
}
