/* SPDX-License-Identifier: MIT
 * numeral: whole numbers as word processors write them before paragraphs. For band read. */
#ifndef PAR_NUMERAL_H
#define PAR_NUMERAL_H

struct buf;

enum numeral {
	NUMERAL_DECIMAL,
	NUMERAL_DECIMAL_ZERO, /* 01 … 09, 10 */
	NUMERAL_LOWER_ROMAN,
	NUMERAL_UPPER_ROMAN,
	NUMERAL_LOWER_LETTER, /* a … z, aa, bb … */
	NUMERAL_UPPER_LETTER,
	NUMERAL_CIRCLE, /* ① … ⑳, decimal above */
	NUMERAL_DASH,	/* - 1 - */
	NUMERAL_NONE,	/* nothing */
};

/* Adds the number. What a system has no sign for (0 in letters) is written decimal. */
void numeral_put(struct buf *out, enum numeral system, long n);

#endif
