#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The house keeps its order: bands, top level, libraries behind one file each, installation.
load helper

@test "a band includes only its own or a lower one" {
	python3 - "$ROOT" <<'PY'
import pathlib, re, sys
bands = "base form time data read import duty front".split()
root, bad = pathlib.Path(sys.argv[1]), []
for f in sorted((root / "lib").rglob("*.[ch]")):
    own = bands.index(f.parent.name)
    for name in re.findall(r'#include "(\w+)/', f.read_text()):
        # The import band ends in drafts of plans; duties know nothing of documents.
        if name not in bands or bands.index(name) > own or (name in ("read", "import") and f.parent.name == "duty"):
            bad.append(f"{f.relative_to(root)} includes {name}")
print("\n".join(bad))
sys.exit(bool(bad))
PY
}

@test "each foreign library is known to one file" {
	for header in yaml.h csv.h utf8proc.h sha256.h expat.h zip.h libxml/HTMLparser.h; do
		same "$(grep -rl "#include <$header>" "$ROOT/lib" "$ROOT/src" | wc -l | tr -d ' ')" 1 ||
			{ grep -rl "#include <$header>" "$ROOT/lib" "$ROOT/src"; [ $header = yaml.h ]; }
	done
}

@test "the top level holds what it should" {
	[ -d "$ROOT/.git" ] || skip "no git checkout"
	same "$(git -C "$ROOT" ls-files | cut -d/ -f1 | sort -u |
		grep -vxE 'bin|src|lib|plans|tests|Makefile|man|README\.md|\..*' || true)" ""
}

@test "the clock is read in one place" {
	same "$(grep -rlE '\b(time|clock_gettime|gettimeofday|localtime)\(' "$ROOT/lib" "$ROOT/src")" \
		"$ROOT/lib/front/command.c"
}

@test "every file names its licence" {
	for f in $(cd "$ROOT" && find lib src tests Makefile bin/setup -name '*.[ch]' -o -name '*.sh' -o -name '*.bats' -o -name Makefile -o -name setup); do
		head -3 "$ROOT/$f" | grep -q 'SPDX-License-Identifier: MIT' || { echo "$f"; return 1; }
	done
}

@test "make install puts tools, manuals and completions below DESTDIR; uninstall takes them away" {
	[ "$PAR_BIN" = "$ROOT/bin" ] || skip "only with the release build"
	make -s -C "$ROOT" install DESTDIR="$PWD/d" PREFIX=/usr >/dev/null
	[ -x d/usr/bin/par-due ]
	[ -f d/usr/share/man/man1/par-due.1 ]
	[ -f d/usr/share/man/man7/par-deadline.7 ]
	[ -f d/usr/share/bash-completion/completions/par-import ]
	[ ! -e d/usr/bin/par ]
	make -s -C "$ROOT" uninstall DESTDIR="$PWD/d" PREFIX=/usr
	same "$(find d ! -type d)" ""
}

@test "par-check finds nothing wrong in what ships in plans/" {
	run -0 par-check "$ROOT/plans"
	same "$(printf '%s\n' "$output" | grep -c 'error: ')" 0
}
