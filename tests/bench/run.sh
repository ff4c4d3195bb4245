#!/bin/sh
# SPDX-License-Identifier: MIT
# What loading costs, as ratios against the bare libraries over the same bytes in the same run.
#   BENCH_ROWS=2000000 BENCH_PLANS=60 BENCH_TASKS=10000 make bench
set -eu
cd "$(dirname "$0")/../.."
rows=${BENCH_ROWS:-2000000}
plans=${BENCH_PLANS:-60}
tasks=${BENCH_TASKS:-10000}
dir=.build/bench
mkdir -p "$dir/plans"
build() {
	# shellcheck disable=SC2086
	${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -Ilib "tests/bench/$1.c" $2 $LIBS -o "$dir/$1"
}
build floor_yaml ""
build floor_csv ""
build load .build/release/par.a
build floor_docx "$DOCUMENT_LIBS"
build grid ".build/release/par.a $DOCUMENT_LIBS"

awk -v plans="$plans" -v dir="$dir/plans" 'BEGIN {
	split("Sở Nội vụ|Sở Tư pháp|Sở Tài chính|Văn phòng UBND tỉnh|Các sở, ban, ngành tỉnh", lead, "|")
	split("2024|2024-Q1|monthly|ongoing|2024-06-30|<2024-10-15|reports@22|2024 if \"văn bản hướng dẫn\"", due, "|")
	for (p = 1; p <= plans; p++) {
		f = dir "/plan-" p ".yaml"
		printf "par: plan/1\nid: plan-%d\ntitle: Kế hoạch thử tốc độ số %d\nissued: 2023-12-29\nissuer: UBND tỉnh Thử Nghiệm\nlevel: province\nperiod: 2024\nareas:\n", p, p > f
		for (a = 1; a <= 7; a++) printf "  - {id: \"%d\", title: Lĩnh vực số %d}\n", a, a > f
		print "tasks:" > f
		for (t = 1; t <= 300; t++) {
			printf "  - id: \"%d\"\n    no: \"%d.\"\n    area: \"%d\"\n", t, t, (t - 1) % 7 + 1 > f
			printf "    text: Rà soát, cập nhật và công khai danh mục số %d, bảo đảm mọi cơ quan, đơn vị biết việc của mình và thời hạn của từng việc trong năm\n", t > f
			printf "    product: Báo cáo kết quả rà soát số %d\n    lead: [\"%s\"]\n    with: [\"Các cơ quan, đơn vị có liên quan\"]\n", t, lead[t % 5 + 1] > f
			gsub(/"/, "", due[0])
			printf "    due: %s\n    cells: {lead: \"%s\", due: \"Trong năm 2024\"}\n    at: %d\n", (due[t % 8 + 1] ~ /"/ ? "\x27" due[t % 8 + 1] "\x27" : due[t % 8 + 1]), lead[t % 5 + 1], t * 9 > f
		}
		close(f)
	}
}'
awk -v rows="$rows" -v plans="$plans" 'BEGIN {
	print "date,plan,task,agency,period,status,value,evidence,note,by,logged"
	for (i = 0; i < rows; i++) {
		d = i * 366 / rows; m = int(d / 30.6) + 1; if (m > 12) m = 12
		printf "2024-%02d-%02d,plan-%d,%d,,,progress,%d,,đã gửi báo cáo kỳ này cho Sở Nội vụ,an.nv,2024-%02d-%02dT08:02:11Z\n", m, i % 28 + 1, i % plans + 1, (int(i / plans) % 37) * 8 + 8, i % 101, m, i % 28 + 1
	}
}' >"$dir/log.csv"

# Hundredths of a millisecond that a command takes.
timed() {
	start=$(date +%s%N)
	sh -c "$1" >/dev/null 2>&1 || { echo "bench: failed: $1" >&2; exit 1; }
	echo $((($(date +%s%N) - start) / 10000))
}

# Best of five each, taken in turn so that both meet the same machine.
ratio() {
	best_floor='' best_ours=''
	for _ in 1 2 3 4 5; do
		took=$(timed "$2")
		if [ -z "$best_floor" ] || [ "$took" -lt "$best_floor" ]; then best_floor=$took; fi
		took=$(timed "$3")
		if [ -z "$best_ours" ] || [ "$took" -lt "$best_ours" ]; then best_ours=$took; fi
	done
	awk -v n="$1" -v a="$best_floor" -v b="$best_ours" 'BEGIN {
		printf "%-34s floor %9.2f ms   ours %9.2f ms   ratio %5.2f\n", n, a / 100, b / 100, b / a }'
}
memory() {
	if [ -x /usr/bin/time ]; then
		/usr/bin/time -f "%M" "$@" 2>&1 >/dev/null | tail -1
	else
		echo unknown
	fi
}

echo "$(du -cb "$dir"/plans/*.yaml | tail -1 | cut -f1) bytes of plans, $(wc -c <"$dir/log.csv") bytes of log, $rows rows"
ratio "load $plans plans (libyaml)" "$dir/floor_yaml $dir/plans/*.yaml" "$dir/load $dir/plans/*.yaml"
ratio "plans and a log (both)" "$dir/floor_yaml $dir/plans/*.yaml && $dir/floor_csv $dir/log.csv" "$dir/load $dir/plans/*.yaml $dir/log.csv"
ratio "par-due, one plan (process start)" "bin/par-due --version" "bin/par-due $dir/plans/plan-1.yaml --as-of 2024-04-01 --overdue --format csv"
sed 's/,plan-[0-9]*,/,plan-1,/' "$dir/log.csv" >"$dir/one.csv"
report="bin/par-report --view agencies --format csv --as-of 2024-12-31 $dir/plans/plan-1.yaml"
ratio "par-report, one plan and its log" "$dir/floor_csv $dir/one.csv" "$report $dir/one.csv"
head -n "$((rows / 10 + 1))" "$dir/log.csv" >"$dir/tenth.csv"
echo "memory: $(memory "$dir/load" "$dir"/plans/*.yaml "$dir/log.csv") KiB with all rows, $(memory "$dir/load" "$dir"/plans/*.yaml "$dir/tenth.csv") KiB with a tenth, $(memory "$dir/load" "$dir"/plans/*.yaml) KiB with none"
# shellcheck disable=SC2086
echo "memory of par-report: $(memory $report "$dir/one.csv") KiB"

# A Word document with a table of many tasks. The floor is floor_docx: libzip and expat over the same part with
# handlers that do nothing, so that ours is a multiple of what nobody can do without. `grid` is reading alone;
# par-import is the whole tool: process, jail, checksum, reading, tasks, doubts and the plan as YAML.
# par-import of the Word document is to stay within 3 times the floor; in the lean one, as converters write,
# nearly all the bytes are text to be understood, and the ratio says more of that than of reading.
python3 tests/bench/docx.py "$dir/word.docx" "$tasks"
python3 tests/bench/docx.py "$dir/lean.docx" "$tasks" lean
for kind in word lean; do
	ratio "grid of a $kind document" "$dir/floor_docx $dir/$kind.docx" "$dir/grid $dir/$kind.docx"
	ratio "par-import, $tasks tasks, $kind" "$dir/floor_docx $dir/$kind.docx" "bin/par-import $dir/$kind.docx"
done
echo "memory of par-import: $(memory bin/par-import "$dir/word.docx") KiB"
