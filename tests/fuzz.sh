#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds each target of tests/fuzz with libFuzzer and lets it run FUZZ_SECONDS from its corpus.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .build/fuzz
for target in tests/fuzz/*.c; do
	name=$(basename "$target" .c)
	[ "$name" = replay ] && continue
	echo "fuzz: $name"
	# shellcheck disable=SC2086
	clang -std=c11 -D_POSIX_C_SOURCE=200809L -DPAR_VERSION='"fuzz"' -DPAR_MALLOC -Ilib -O1 -g \
		-fsanitize=fuzzer,address,undefined "$target" "$@" $LIBS -o ".build/fuzz/$name"
	mkdir -p ".build/fuzz/$name.corpus"
	seeds=
	[ -d "tests/cases/fuzz/$name" ] && seeds="tests/cases/fuzz/$name"
	# shellcheck disable=SC2086
	".build/fuzz/$name" -max_total_time="${FUZZ_SECONDS:-10}" -timeout=10 -rss_limit_mb=2048 \
		-print_final_stats=0 -verbosity=0 -artifact_prefix=".build/fuzz/$name-" \
		".build/fuzz/$name.corpus" $seeds
done
