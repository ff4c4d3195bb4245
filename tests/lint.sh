#!/bin/sh
# SPDX-License-Identifier: MIT
# Format, warnings of a second compiler, common mistakes, manuals and scripts.
set -u
cd "$(dirname "$0")/.." || exit 1
bad=0
step() {
	echo "lint: $1"
	shift
	"$@" || bad=1
}
sources=$(git ls-files --cached --others --exclude-standard '*.c' '*.h')
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -DPAR_VERSION=\"0\" -Ilib -Itests"

second_compiler() {
	for f in $(echo "$sources" | grep '\.c$'); do
		# shellcheck disable=SC2086
		clang $flags -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -fsyntax-only "$f" || return 1
	done
}

manuals() {
	for page in man/*.[157]; do
		mandoc -T lint -W warning "$page" || return 1
	done
}

# shellcheck disable=SC2086
step format clang-format --dry-run --Werror $sources
step clang second_compiler
# shellcheck disable=SC2086
step cppcheck cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr -Ilib -Itests \
	--enable=warning,portability --suppress=missingIncludeSystem lib src
step mandoc manuals
step shellcheck shellcheck bin/setup .ci/run tests/*.sh tests/bench/*.sh
[ $bad -eq 0 ] && echo "lint: clean"
exit $bad
