#!/bin/sh
# SPDX-License-Identifier: MIT
# Format, warnings of a second compiler, common mistakes, manuals and scripts.
set -u
: "${XML2_FLAGS=-I/usr/include/libxml2}"
cd "$(dirname "$0")/.." || exit 1
bad=0
step() {
	echo "lint: $1"
	shift
	"$@" || bad=1
}
sources=$(git ls-files --cached --others --exclude-standard '*.c' '*.h')
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -Itests $XML2_FLAGS"

# The parts that are more than one command; they are called through step.
part() {
	case $1 in
	clang)
		for f in $(echo "$sources" | grep '\.c$'); do
			# shellcheck disable=SC2086
			clang $flags -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror \
				-DPAR_VERSION='"0"' -fsyntax-only "$f" || return 1
		done
		;;
	mandoc)
		for page in man/*.[157]; do
			mandoc -T lint -W warning "$page" || return 1
		done
		;;
	esac
}

# shellcheck disable=SC2086
step format clang-format --dry-run --Werror $sources
step clang part clang
# shellcheck disable=SC2086
step cppcheck cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr -Ilib -Itests \
	--enable=warning,portability --suppress=missingIncludeSystem lib src
step mandoc part mandoc
step shellcheck shellcheck -S warning bin/setup .ci/run tests/*.sh tests/bench/*.sh
step completion shellcheck -S warning -s bash bin/completion.bash
[ $bad -eq 0 ] && echo "lint: clean"
exit $bad
