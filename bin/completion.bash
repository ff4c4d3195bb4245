# SPDX-License-Identifier: MIT
# Completion of par-tools for bash: options, the words they take, files otherwise.

_par_statuses='not-started in-progress not-started-overdue in-progress-overdue done-on-time done-late
	done waiting ongoing no-date invalid-date cancelled'
_par_events='started progress done measured triggered extended cancelled reopened void note'
_par_fields='institutions procedures organisation civil-service public-finance digital-government
	steering'

_par_documents='text tsv markdown csv docx xlsx odt ods pdf pdf-tsv layout html mhtml'

_par_options() {
	local frame='--lang --help --version'
	local shared="--as-of --format --excel --columns --sort --agencies --calendar --keep-going $frame"
	local selection='--plan --agency --with --direct --area --field --task --status --level --kind
		--match'
	case $1 in
	par-import) echo "--update --from --charset --id --year --agencies --table --list-tables --headings --format $frame" ;;
	par-check) echo "$shared" ;;
	par-due)
		echo "--quarter --month --year --from --to --within --overdue --waiting --ongoing --all
			--since --explain --exit-code --known $selection $shared"
		;;
	par-log)
		echo "--log --plan --task --agency --period --status --value --date --evidence --note --by
			--import --dry-run --verify $shared"
		;;
	par-rate)
		echo "--rules --year --policy --agency --level --view --month --explain --exit-code $shared"
		;;
	par-report) echo "--view --by --count --period --window --to --known $selection $shared" ;;
	esac
}

# The words an option takes; nothing: a file; a blank: anything, there is nothing to offer.
_par_words() {
	case $2 in
	--format | -f)
		case $1 in
		par-due) echo 'text csv json ics' ;;
		par-report) echo 'text csv json md html' ;;
		par-rate) echo 'text csv json html' ;;
		*) echo 'text csv json' ;;
		esac
		;;
	--view | -v)
		[ "$1" = par-rate ] && echo 'heads conditions' && return
		echo 'summary tasks agencies targets timeline trend scores form silent'
		;;
	--by | -b) echo 'area field agency plan level quarter month status week' ;;
	--count) echo 'tasks obligations' ;;
	--lang) echo 'vi en' ;;
	--status | -s)
		[ "$1" = par-log ] && echo "$_par_events" && return
		[ "$1" = par-report ] && echo "$_par_statuses recurring" || echo "$_par_statuses"
		;;
	--field) echo "$_par_fields" ;;
	--level) echo 'state province district commune agency' ;;
	--kind) echo 'task report all' ;;
	--quarter | --period | -q) echo 'Q1 Q2 Q3 Q4' ;;
	--agencies | --calendar | --log | -l | --import | --update | -u | --rules | -r) ;;
	--from) [ "$1" = par-import ] && echo "$_par_documents" || echo ' ' ;;
	--charset) echo 'utf-8 utf-16 windows-1258 tcvn3 vni' ;;
	--as-of | -d | --columns | --sort | --plan | -p | --agency | -a | --with | --area | --task | -t | \
		--match | -m | --month | --year | -y | --to | --within | --window | -w | --since | --explain | -x | \
		--known | --id | -i | --table | --headings | --policy) echo ' ' ;;
	*) return 1 ;;
	esac
}

_par() {
	local tool=${1##*/} word=$2 option=$3 words
	# --format=csv comes as three words: the sign itself stands before the value.
	[ "$option" = '=' ] && option=${COMP_WORDS[COMP_CWORD - 2]}
	[ "$word" = '=' ] && option=$3 word=
	if words=$(_par_words "$tool" "$option") && [ -n "$words" ]; then
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
	elif [[ $word == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_par_options "$tool")" -- "$word")
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
	fi
}

complete -o filenames -F _par par-import par-check par-due par-log par-rate par-report
