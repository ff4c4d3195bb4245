#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The letters of a document: whatever encoding or font they are in, the plan is the same.
load helper

@test "one plan in every encoding and font is the same plan" {
	python3 -B "$ROOT/tests/encodings.py"
}
