#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every unit test and every bats file; the last line counts them.
set -u
cd "$(dirname "$0")/.." || exit 1
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
broken=0
for unit in "$PAR_BUILD"/tests/*_test; do
	[ -x "$unit" ] || continue
	name=$(basename "$unit")
	"$unit" >"$out/$name.tap" 2>"$out/$name.err"
	status=$?
	plan=$(grep -c '^1\.\.' "$out/$name.tap")
	if [ "$plan" -ne 1 ] || { [ "$status" -ne 0 ] && ! grep -q '^not ok' "$out/$name.tap"; }; then
		echo "not ok - $name ended with status $status" >>"$out/$name.tap"
	fi
	grep '^not ok' "$out/$name.tap" && cat "$out/$name.err"
	echo "$name: $(grep -c '^ok' "$out/$name.tap") ok"
done
jobs=
command -v parallel >/dev/null && jobs="--jobs 2"
# shellcheck disable=SC2086
bats $jobs --formatter tap tests/*.bats >"$out/bats.tap" 2>"$out/bats.err" || broken=1
[ $broken -eq 0 ] || sed -n '/^not ok/,/^ok/p' "$out/bats.tap"
cat "$out/bats.err"
passed=$(cat "$out"/*.tap | grep '^ok' | grep -cv '# skip')
failed=$(cat "$out"/*.tap | grep -c '^not ok')
skipped=$(cat "$out"/*.tap | grep '^ok' | grep -c '# skip')
grep -h '# skip' "$out"/*.tap
planned=$(sed -n 's/^1\.\.//p' "$out/bats.tap")
ran=$(grep -c '^\(not \)\{0,1\}ok' "$out/bats.tap")
if [ "${planned:-0}" -ne "$ran" ]; then
	echo "bats planned ${planned:-none} tests and ran $ran"
	failed=$((failed + 1))
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
