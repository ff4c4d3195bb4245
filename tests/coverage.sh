#!/bin/sh
# SPDX-License-Identifier: MIT
# Lines that the tests ran, file by file and in all, from gcov's own counts.
set -eu
build=$1
cd "$(dirname "$0")/.."
find "$build/lib" "$build/src" -name '*.gcda' | while read -r data; do
	gcov -n -o "$(dirname "$data")" "$data" 2>/dev/null
done | awk '
	/^File / { file = substr($2, 2, length($2) - 2) }
	/^Lines executed/ && file ~ /^(lib|src)\/.*\.c$/ {
		split($2, p, /[:%]/); n = $4
		printf "%6.1f%% of %4d  %s\n", p[2], n, file
		ran += p[2] * n / 100; all += n; file = ""
	}
	END { if (all) printf "%6.1f%% of %d lines\n", 100 * ran / all, all }'
