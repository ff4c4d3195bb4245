#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Each finding code has a case with its whole message, in cases/codes.txt or beside an import.
load helper

@test "each finding code is given by its smallest input, with its whole message" {
	python3 "$BATS_TEST_DIRNAME/codes.py"
}
