#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Office documents and web pages, each with one trap, as the grid that is read of them.
load helper

@test "Excel workbooks" {
	python3 -B "$ROOT/tests/grids.py" xlsx
}

@test "Word documents, whole and harmed" {
	python3 -B "$ROOT/tests/grids.py" docx
}

@test "OpenDocument sheets" {
	python3 -B "$ROOT/tests/grids.py" ods
}

@test "OpenDocument text" {
	python3 -B "$ROOT/tests/grids.py" odt
}

@test "web pages" {
	python3 -B "$ROOT/tests/grids.py" html mht
}

@test "the real Word documents, against a reading with other means" {
	[ -d "$SHARED/documents" ] || skip "the real documents are absent"
	python3 -B "$ROOT/tests/docxcells.py" "$SHARED"/documents/*.docx
}
