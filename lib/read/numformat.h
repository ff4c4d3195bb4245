/* SPDX-License-Identifier: MIT
 * numformat: a number of a sheet as its number format shows it to a Vietnamese reader: dates with the
 * day first, percent, thousands, words in quotes. Excel's format codes (ECMA-376, 18.8.30 and .31).
 * For band read. */
#ifndef PAR_NUMFORMAT_H
#define PAR_NUMFORMAT_H

#include <stdbool.h>

#include "time/date.h"

struct arena;
struct number_format;

struct number_shown {
	const char *text;
	day date;	  /* the day that the number stands for; DAY_NONE: it is shown as no date */
	bool whole_date;  /* day, month and year are shown */
	bool month_first; /* the sheet shows the month before the day; `text` does not */
	bool unknown;	  /* the format is not understood, `text` is the plain number */
};

/* Never NULL: what is not understood is plain text. */
struct number_format *numformat_read(struct arena *a, const char *code);

/* The code behind one of the numbers below 164 that files do not spell out, as Excel has it for
 * Vietnamese; "General" for one that is not known. */
const char *numformat_builtin(long id);

/* `base_1904`: the workbook counts days from 1904-01-01. */
struct number_shown numformat_show(struct arena *a, const struct number_format *f, double value,
				   bool base_1904);

/* A cell's text under the format ("Mục "@); mostly the text itself. */
const char *numformat_text(struct arena *a, const struct number_format *f, const char *text);

/* A number as a sheet shows it without a format. */
const char *number_general(struct arena *a, double value);

#endif
