/* SPDX-License-Identifier: MIT
 * numformat_private: a format code taken apart. For the files of numformat only. */
#ifndef PAR_NUMFORMAT_PRIVATE_H
#define PAR_NUMFORMAT_PRIVATE_H

#include <stddef.h>

#include "read/numformat.h"

struct buf;

enum token_kind {
	TOKEN_LITERAL, /* `text` */
	TOKEN_YEAR,    /* n letters */
	TOKEN_MONTH,
	TOKEN_DAY,
	TOKEN_HOUR,
	TOKEN_MINUTE,
	TOKEN_SECOND,
	TOKEN_HALF,    /* AM/PM */
	TOKEN_ELAPSED, /* [h] [m] [s]: `letter` */
	TOKEN_DIGIT,   /* 0 # ?: `letter` */
	TOKEN_POINT,
	TOKEN_EXPONENT, /* E+ E- */
	TOKEN_FRACTION, /* a / between digits */
	TOKEN_GENERAL,
	TOKEN_TEXT, /* @ */
};

struct token {
	enum token_kind kind;
	char letter;
	size_t n;
	const char *text;
};

enum { SECTIONS_MOST = 4 };

struct section {
	struct token *tokens;
	size_t count;
	char condition[3]; /* < <= > >= = <>, "" for none */
	double limit;
	bool date;	    /* it shows a day or a time */
	bool system;	    /* the system's long date or time, whatever the code says */
	bool thousands;	    /* digits in groups of three */
	size_t percent;	    /* how often times 100 */
	size_t scale;	    /* how often by 1000 */
	size_t whole, part; /* digits before and behind the point */
};

struct number_format {
	struct section sections[SECTIONS_MOST];
	size_t count;
};

/* The two ways of showing. */
void numformat_digits(struct buf *out, const struct section *s, double value, bool sign);
void numformat_date(struct arena *a, const struct section *s, double value, bool base_1904,
		    struct number_shown *shown);

#endif
