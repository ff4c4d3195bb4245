#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What a user reads is true: the examples of README and manuals run as printed, every row of
# par-deadline(7) is read and falls as it says, and options, columns, keys, words and codes are the
# same in the code, the help, the manual and the completion.
#
# After a change that is meant, DOCS_UPDATE=1 bats tests/docs.bats writes the examples anew.
bats_require_minimum_version 1.5.0

setup() {
	cd "$BATS_TEST_DIRNAME/.." || return 1
	PATH=${PAR_BIN:-$PWD/bin}:$PATH
	probe=${PAR_BUILD:-$PWD/.build/release}/tests/probe
	export PAR_LANG=en LC_ALL=C.UTF-8
	unset PAR_TODAY PAR_PATH COLUMNS
}

tools='par-import par-check par-due par-log par-rate par-report'

# ---- examples ----

# Text to roff and back.
unroff() { sed 's/\\(dq/"/g; s/\\e/\\/g; s/\\&//g'; }
roff() { sed "s/\\\\/\\\\e/g; s/^[.']/\\\\\\&&/"; }

run_example() {
	mkdir -p "$TMPDIR"
	bash -c "$1" 2>&1 </dev/null
}

# Prints the page with the output of its examples replaced by what the commands print now. A block
# stands between the two patterns; in it `$ ` begins a command and `> ` goes on with it. A block has a
# folder of its own, $TMPDIR.
rerun() {
	local page=$1 open=$2 close=$3 to=$4 from=$5 line inside=false command='' blocks=0
	while IFS= read -r line || [ -n "$line" ]; do
		if $inside && [ -n "$command" ] && [[ $line != '> '* ]]; then
			run_example "$command" | $to
			command=
		fi
		if ! $inside; then
			[[ $line == '## '* ]] && [[ $line == *Việt* ]] && export PAR_LANG=vi
			[[ $line =~ $open ]] && inside=true && export TMPDIR=$BATS_TEST_TMPDIR/$((++blocks))
			printf '%s\n' "$line"
		elif [[ $line =~ $close ]]; then
			inside=false
			printf '%s\n' "$line"
		elif [[ $line == '$ '* ]]; then
			command=$(printf '%s\n' "${line#'$ '}" | $from)
			printf '%s\n' "$line"
		elif [[ $line == '> '* ]]; then
			command+=$'\n'$(printf '%s\n' "${line#'> '}" | $from)
			printf '%s\n' "$line"
		fi
	done <"$page"
}

same_when_run() {
	rerun "$@" >"$BATS_TEST_TMPDIR/now"
	if [ -n "${DOCS_UPDATE:-}" ]; then
		cat "$BATS_TEST_TMPDIR/now" >"$1"
	fi
	diff -u "$1" "$BATS_TEST_TMPDIR/now"
}

manual_runs() {
	grep -q '^\$ ' "man/$1"
	# A block that shows no command is no example.
	same_when_run "man/$1" '^\.Bd -literal$' '^\.Ed' roff unroff
}

@test "the examples of par(7) print what it says" { manual_runs par.7; }
@test "the examples of par-import(1) print what it says" { manual_runs par-import.1; }
@test "the examples of par-check(1) print what it says" { manual_runs par-check.1; }
@test "the examples of par-due(1) print what it says" { manual_runs par-due.1; }
@test "the examples of par-log(1) print what it says" { manual_runs par-log.1; }
@test "the examples of par-report(1) print what it says" { manual_runs par-report.1; }
@test "the examples of par-rate(1) print what it says" { manual_runs par-rate.1; }
@test "the example of par-rules(5) prints what it says" { manual_runs par-rules.5; }
@test "the example of par-plan(5) prints what it says" { manual_runs par-plan.5; }
@test "the example of par-agencies(5) prints what it says" { manual_runs par-agencies.5; }
@test "the example of par-calendar(5) prints what it says" { manual_runs par-calendar.5; }
@test "the example of par-log(5) prints what it says" { manual_runs par-log.5; }

@test "the transcripts of README print what it says, in both languages" {
	same_when_run README.md '^```console' '^```' cat cat
	[ "$(grep -c '^```console' README.md)" -eq 2 ]
}

# ---- par-deadline(7) ----

# canonical, phrase, first due day, parted by tabs
deadline_rows() {
	sed -n 's/^\.It Ic "\(.*\)" Ta "\(.*\)" Ta "\(.*\)"$/\1\t\2\t\3/p' man/par-deadline.7 | unroff
}

@test "every phrase of par-deadline(7) is read as its canonical words" {
	[ -x "$probe" ] || skip "needs make $probe"
	count=0
	while IFS=$'\t' read -r canonical phrase _; do
		got=$("$probe" deadline 2024 "$phrase" | head -n 1)
		[ "$got" = "$canonical" ] || { echo "$phrase: $got, not $canonical" && return 1; }
		got=$("$probe" deadline 2024 "$canonical" | head -n 1)
		[ "$got" = "$canonical" ] || { echo "$canonical is read back as $got" && return 1; }
		count=$((count + 1))
	done < <(deadline_rows)
	[ "$count" -ge 40 ]
	[ "$count" -eq "$(grep -c '^\.It Ic ".*Ta' man/par-deadline.7)" ]
}

@test "every row of par-deadline(7) is first due on the day it says" {
	plan=$BATS_TEST_TMPDIR/plan.yaml
	printf 'par: plan/1\nid: rows\nissued: 2023-12-29\nperiod: 2024\ntasks:\n' >"$plan"
	n=0
	while IFS=$'\t' read -r canonical _ due; do
		n=$((n + 1))
		printf "  - {id: '%d', text: row, lead: [Sở Nội vụ], due: '%s'}\n" $n "$canonical" >>"$plan"
		echo "$n,$due" >>"$BATS_TEST_TMPDIR/want"
	done < <(deadline_rows)
	par-due "$plan" --all --as-of 2024-01-01 --format csv --columns task,due >"$BATS_TEST_TMPDIR/got"
	# The first row of each task, milestones under their task's id.
	awk -F, 'NR > 1 { sub("/.*", "", $1); if (!($1 in seen)) print $1 "," ($2 ? $2 : "none"); seen[$1] }' \
		"$BATS_TEST_TMPDIR/got" | sort -n >"$BATS_TEST_TMPDIR/first"
	diff "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/first"
}

# ---- codes, words, keys ----

# What stands in the C source, with its lines joined.
joined() { cat "$@" | tr '\n\t' '  '; }

@test "par-check(1) has a paragraph for every code, with its severity, in the code's order" {
	joined lib/base/codes.c | grep -o '\[CODE_[A-Z0-9_]*\] = *{ *"[a-z0-9-]*", *SEVERITY_[A-Z]*' |
		sed 's/.*{ *"//; s/", *SEVERITY_/ /' | tr '[:upper:]' '[:lower:]' | grep -v '^none ' \
		>"$BATS_TEST_TMPDIR/code"
	sed -n '/^\.Sh DIAGNOSTICS/,/^\.Sh SEE/s/^\.It Cm \([a-z0-9-]*\) Pq \([a-z]*\)$/\1 \2/p' \
		man/par-check.1 >"$BATS_TEST_TMPDIR/page"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/code")" -gt 70 ]
	diff "$BATS_TEST_TMPDIR/code" "$BATS_TEST_TMPDIR/page"
}

# The words of a kind in words.c: code, Vietnamese.
words_of() {
	joined lib/base/words.c | grep -o "{\"$1\", *\"[^\"]*\", *\"[^\"]*\", *\"[^\"]*\"}" |
		sed 's/^{"[^"]*", *"\([^"]*\)", *"[^"]*", *"\([^"]*\)"}/\1\t\2/'
}

@test "par-due(1) names every state, par-log(5) every status and column in both languages" {
	diff <(words_of status | cut -f 1 | grep -vx recurring | sort) \
		<(sed -n '/^\.Ss States/,/^\.El/s/^\.It Cm //p' man/par-due.1 | sort)
	diff <(words_of event) \
		<(sed -n '/^\.Ss Status/,/^\.El/s/^\.It Cm \([a-z]*\) Pq /\1\t/p' man/par-log.5)
	diff <(words_of log) \
		<(sed -n '/^\.Ss Columns/,/^\.El/s/^\.It Va \([a-z]*\) Pq /\1\t/p' man/par-log.5)
}

# The texts of a NULL-terminated list in a C file.
keys_of() {
	# shellcheck disable=SC2086 # the name may be a pattern
	joined $1 | grep -o "$2\[\] = *{[^}]*}" | grep -o '"[^"]*"' | tr -d '"' | sort
}

# The keys of a subsection of a page.
keys_in() {
	sed -n "/^\.Ss $2\$/,/^\.S[sh] /s/^\.It Ic //p" "$1" | sed 's/ , /\n/g' | sort
}

@test "par-plan(5) names every key of a plan" {
	for pair in 'area_keys:An area' 'target_keys:A target' 'task_keys:A task' 'doubt_keys:A doubt'; do
		diff <(keys_of 'lib/data/plan*.c' "${pair%%:*}") <(keys_in man/par-plan.5 "${pair#*:}")
	done
	diff <({ keys_of lib/data/plan.c plan_keys && keys_of lib/data/plan.c settings_keys; } | sort) \
		<(keys_in man/par-plan.5 'The plan')
	for list in source_keys cells_keys due_keys plan_levels plan_fields; do
		for key in $(keys_of 'lib/data/plan*.c' $list); do
			grep -Eq "^\.(Ic|Cm) $key( |\$)" man/par-plan.5 || { echo "$list: $key" && return 1; }
		done
	done
}

@test "par-agencies(5) names every key of a registry and every kind of agency" {
	for pair in 'agency_keys:An agency' 'group_keys:A group'; do
		diff <(keys_of lib/data/registry.c "${pair%%:*}") <(keys_in man/par-agencies.5 "${pair#*:}")
	done
	diff <(keys_of lib/data/registry.c top_keys) <(keys_in man/par-agencies.5 'The registry')
	for kind in $(keys_of lib/data/groupterm.c 'kind_words\[KIND_COUNT\]' | grep -vx unknown) \
		$(joined lib/data/groupterm.c | grep -o 'kind_words\[KIND_COUNT\] = *{[^}]*}' |
			grep -o '"[^"]*"' | tr -d '"' | grep -vx unknown); do
		grep -Eq "^\.Cm $kind( |\$)" man/par-agencies.5 || { echo "$kind" && return 1; }
	done
}

@test "par-rules(5) names every key of rules" {
	for pair in 'rules_keys:The rules' 'amendment_keys:An amendment' 'doubt_keys:A doubt' 'group_keys:A group' \
		'input_keys:An input' 'limit_keys:A limit' 'grade_keys:A grade' 'policy_keys:A policy' \
		'consequence_keys:A consequence' 'part_keys:A part' 'criterion_keys:A criterion'; do
		diff <(keys_of 'lib/data/rules*.c' "${pair%%:*}") <(keys_in man/par-rules.5 "${pair#*:}") ||
			{ echo "$pair" && return 1; }
	done
	for list in condition_keys override_keys word_keys unit_words from_words kind_words published_words; do
		for key in $(keys_of 'lib/data/rules*.c' $list | grep -v -- '-en$'); do
			grep -Eq "(Ic|Cm|,) $key( |\$|,)" man/par-rules.5 || { echo "$list: $key" && return 1; }
		done
	done
}

# ---- tools: options and columns ----

# The long and short options a help shows: "-q --quarter", "--month".
options_of_help() {
	"$1" --help --lang "$2" |
		sed -n 's/^  \(-[A-Za-z0-9]\), \(--[a-z-]*\).*/\1 \2/p; s/^      \(--[a-z-]*\).*/\1/p' | sort
}

# Those the manual lists.
options_of_manual() {
	sed -n 's/^\.It Fl \([A-Za-z0-9]\) , -\([a-z-]*\).*/-\1 --\2/p; s/^\.It Fl -\([a-z-]*\).*/--\1/p' \
		"man/$1.1" | sort
}

options_of_completion() {
	bash -c 'source bin/completion.bash
		COMP_WORDS=("$1" --) COMP_CWORD=1
		_par "$1" -- "$1"
		printf "%s\n" "${COMPREPLY[@]}"' - "$1" | sort
}

@test "help, manual and completion of each tool name the same options" {
	for tool in $tools; do
		options_of_help "$tool" en >"$BATS_TEST_TMPDIR/en"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/en")" -gt 5 ]
		diff "$BATS_TEST_TMPDIR/en" <(options_of_help "$tool" vi)
		diff "$BATS_TEST_TMPDIR/en" <(options_of_manual "$tool")
		diff <(sed 's/^-. //' "$BATS_TEST_TMPDIR/en" | sort) <(options_of_completion "$tool")
	done
}

@test "every tool is in bin, has a manual and a completion" {
	for source in src/par-*.c; do
		tool=$(basename "$source" .c)
		[[ " $tools " == *" $tool "* ]]
		[ -f "man/$tool.1" ]
		grep -q "^complete .* $tool\( \|\$\)" bin/completion.bash
	done
}

complete_words() {
	bash -c 'source bin/completion.bash
		COMP_WORDS=("$1" "$2" "$3") COMP_CWORD=2
		_par "$1" "$3" "$2"
		printf "%s\n" "${COMPREPLY[@]}"' - "$@"
}

@test "the completion offers the words that options take, files otherwise" {
	[ "$(complete_words par-due --format c)" = csv ]
	[ "$(complete_words par-due --lang '' | sort | xargs)" = "en vi" ]
	[ "$(complete_words par-due --kind '' | xargs)" = "task report all" ]
	diff <(complete_words par-due --status '' | sort) \
		<(words_of status | cut -f 1 | grep -vx recurring | sort)
	diff <(complete_words par-due --field '' | sort) <(words_of field | cut -f 1 | sort)
	diff <(complete_words par-due --level '' | sort) <(keys_of lib/data/planwords.c levels)
	[ "$(complete_words par-due --agencies READ)" = README.md ]
	[ "$(complete_words par-due --overdue READ)" = README.md ]
	[ -z "$(complete_words par-due --agency READ)" ]
	diff <(complete_words par-import --from '' | sort) \
		<(par-import --from x 2>&1 | sed 's/.*: //; s/, /\n/g' | sort)
	diff <(complete_words par-import --charset '' | sort) \
		<(par-import --charset x 2>&1 | sed 's/.*: //; s/, /\n/g' | sort)
	[ -z "$(complete_words par-due --from '')" ]
}

# The columns a page lists.
columns_of() {
	sed -n '/^\.Ss Columns/,/^\.El/s/^\.It Va //p' "man/$1.1" | paste -s -d ,
}

@test "the columns in the manuals are those that are printed, in their order" {
	empty=$BATS_TEST_TMPDIR/empty.yaml
	printf 'par: plan/1\nid: empty\n' >"$empty"
	[ "$(par-due "$empty" --format csv)" = "$(columns_of par-due)" ]
	[ "$(par-check "$empty" --format csv)" = "$(columns_of par-check)" ]
	[ "$(par-import --list-tables --format csv <README.md | head -n 1)" = "$(columns_of par-import)" ]
}

@test "par-rate(1) names the columns of every table and of a sheet of heads" {
	rules=plans/rules/qd-34-2020-binh-phuoc.yaml
	for view in heads conditions; do
		diff <(par-rate --rules $rules plans/sample/heads.csv --view $view --format csv 2>/dev/null | head -n 1) \
			<(sed -n "/^\.Ss Columns/,/^\.Sh/{/^\.It Cm $view\$/{n;s/^\.Va //;s/ \.\$//;s/ , /,/gp}}" man/par-rate.1)
	done
	diff <(par-rate --rules plans/rules/bang-diem-mau.yaml plans/sample/diem-2026.csv --format csv | head -n 1) \
		<(sed -n "/^\.Ss Columns/,/^\.Sh/{/^\.It Cm scores\$/{n;s/^\.Va //;s/ \.\$//;s/ , /,/gp}}" man/par-rate.1)
	diff <(words_of head | sort) <(sed -n '/^\.Ss The sheet/,/^\.El/s/^\.It Va \([a-z-]*\) Pq /\1\t/p' man/par-rate.1 | sort)
}

@test "par-report(1) names the columns of every view, in their order" {
	empty=$BATS_TEST_TMPDIR/empty.yaml
	printf 'par: plan/1\nid: empty\n' >"$empty"
	for view in tasks agencies targets timeline form silent; do
		diff <(par-report "$empty" --view $view --format csv 2>/dev/null) \
			<(sed -n "/^\.Ss Columns/,/^\.Sh/{/^\.It Cm $view\$/{n;s/^\.Va //;s/ \.\$//;s/ , /,/gp}}" man/par-report.1)
	done
	par-report "$empty" --view trend --format csv 2>/dev/null | grep -qx "month,$(
		sed -n 's/^\.Va date , total , done , \(.*\) \.$/date,total,done,\1/p' man/par-report.1 | sed 's/ , /,/g')"
}

# ---- the pages among themselves ----

@test "the manuals are clean" {
	command -v mandoc >/dev/null || skip "needs mandoc"
	for page in man/*; do
		run mandoc -T lint -W warning "$page"
		[ "$status" -eq 0 ] || { echo "$output" && return 1; }
	done
}

@test "manuals and README speak of no page and no tool that is not there" {
	for ref in $(sed -n 's/^\.Xr \(par[a-z-]*\) \([157]\).*/\1.\2/p' man/* | sort -u); do
		[ -f "man/$ref" ] || { echo "$ref" && return 1; }
	done
	for name in $(cat man/* README.md | sed 's/par-log(5)//g; s/Xr par-log 5//g' |
		grep -o 'par-[a-z]*' | sort -u); do
		[ "$name" = par-tools ] || ls man/"$name".[157] >/dev/null
	done
}

@test "README names every file that ships in plans/, in both languages" {
	while read -r file; do
		[ "$(grep -c "^| \`$file\`" README.md)" -eq 2 ] || { echo "$file" && return 1; }
	done < <(find plans -type f ! -name '.*' | sort)
	while read -r file; do
		[ -e "$file" ] || { echo "$file" && return 1; }
	done < <(sed -n 's/^| `\(plans[^`]*\)`.*/\1/p' README.md)
}

@test "both halves of README show the same commands and tools" {
	half() { sed -n "$1" README.md | grep -o '^    [a-z][^#]*\|^| `[^|]*' | sed 's/ *$//' | sort; }
	[ "$(half '1,/^## Tiếng/p' | wc -l)" -ge 10 ]
	diff <(half '1,/^## Tiếng/p') <(half '/^## Tiếng/,$p')
}
