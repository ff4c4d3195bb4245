/* SPDX-License-Identifier: MIT
 * ordinal: the numbers rows and headings carry: 1. 12 I IV. III.1.2 a) B. For band import. */
#ifndef PAR_ORDINAL_H
#define PAR_ORDINAL_H

#include <stddef.h>

struct arena;

enum ordinal_kind {
	ORDINAL_NONE,
	ORDINAL_ARABIC,	 /* 1 .. 99999, but no year */
	ORDINAL_ROMAN,	 /* capital letters */
	ORDINAL_DOTTED,	 /* 1.2, III.1, III.1.2 */
	ORDINAL_CAPITAL, /* A */
	ORDINAL_SMALL,	 /* a, đ */
};

struct ordinal {
	enum ordinal_kind kind;
	long value;	 /* of its last part; letters from 1 */
	size_t parts;	 /* III.1.2 has 3 */
	const char *id;	 /* without what closes it: "12", "III.1", "a" */
	const char *end; /* what closes it: "" "." ")" … */
};

/* The whole text as an ordinal; ORDINAL_NONE when it is none. */
struct ordinal ordinal_read(struct arena *a, const char *text);

/* An ordinal with a closing sign before other text: "2. Tổ chức bộ máy" gives 2 and the rest. */
struct ordinal ordinal_lead(struct arena *a, const char *text, const char **rest);

#endif
