#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# One plan, saved in every kind of document that is read.
load helper

@test "the same plan in every kind of document gives the same tasks, cell by cell" {
	run -0 python3 -B "$ROOT/tests/same.py" "$ROOT/tests/cases/same"
	printf '%s\n' "$output"
}

@test "the plan's source is what its flat documents hold" {
	python3 -B "$ROOT/tests/peers/same.py" .
	for name in plan.fodt plan.fods plan.md; do
		cmp "$name" "$ROOT/tests/cases/same/$name"
	done
}
