/* SPDX-License-Identifier: MIT
 * measure: a number as officers write it: 98,00 98.5 98 % 9/31 1.234.567. It does not know what it
 * is compared with. For bands data and above. */
#ifndef PAR_MEASURE_H
#define PAR_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ratio.h"

struct arena;

enum measure_form {
	MEASURE_NONE,	 /* no number */
	MEASURE_UNCLEAR, /* 1.234: a thousand and more, or one and a bit? */
	MEASURE_NUMBER,
	MEASURE_PERCENT, /* number: 98 of "98 %" */
	MEASURE_SHARE,	 /* 9/31: of so many so many */
};

struct measure {
	enum measure_form form;
	struct ratio number; /* MEASURE_NUMBER, MEASURE_PERCENT */
	int64_t part, whole; /* MEASURE_SHARE; whole > 0 */
};

/* Reads the number at the start of the text. A comma is the decimal sign, and a point too; points
 * that part groups of three are passed over, and a single one that may be either is unclear.
 * *length: the bytes used. At most 15 digits, 6 of them decimals. */
enum measure_form measure_digits(const char *s, struct ratio *number, size_t *length);

/* Reads a whole value, blanks around it aside. */
struct measure measure_read(const char *s);

/* Why a text is no value, to stand behind "… is no value": what an unclear one may be; else "". */
const char *measure_hint(struct arena *a, const char *s);

/* For tables: "98.5", a share as written: "9/31". */
const char *measure_text(struct arena *a, const struct measure *m);

/* The decimals that are printed of what is computed. */
enum { MEASURE_PLACES = 2 };

#endif
