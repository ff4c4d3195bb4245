#!/bin/sh
# SPDX-License-Identifier: MIT
# Lets each target of tests/fuzz that is named run FUZZ_SECONDS from its corpus and its seeds.
set -eu
cd "$(dirname "$0")/.."
for target; do
	name=$(basename "$target")
	kept=$(dirname "$target")/$name.corpus
	seeds=tests/cases/fuzz/$name
	echo "fuzz: $name"
	mkdir -p "$kept"
	[ -d "$seeds" ] || seeds=
	# shellcheck disable=SC2086
	"$target" -max_total_time="${FUZZ_SECONDS:-10}" -timeout=10 -rss_limit_mb=2048 \
		-print_final_stats=0 -verbosity=0 -artifact_prefix="$kept-" "$kept" $seeds
done
