/* SPDX-License-Identifier: MIT
 * sheet: rows under named columns, and their ways to be printed: an aligned table for people, CSV,
 * CSV for a Vietnamese Excel, JSON. It does not know what the columns mean.
 * For bands form and above. */
#ifndef PAR_SHEET_H
#define PAR_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;

enum cell_kind {
	CELL_EMPTY, /* nothing in CSV, null in JSON */
	CELL_TEXT,
	CELL_NUMBER, /* decimal digits, a point, a minus sign */
	CELL_DATE,   /* 2024-03-31 */
	CELL_WORD,   /* a code: the code in CSV and JSON, its word (words_say) in a table */
};

struct cell {
	enum cell_kind kind;
	const char *text;
};

struct sheet {
	struct arena *arena;
	const char *const *columns; /* stable names */
	size_t width;
	struct cell **rows; /* each of `width` cells */
	size_t count;
};

/* An empty one under these columns, which are borrowed. */
struct sheet *sheet_new(struct arena *a, const char *const *columns, size_t width);

/* A new row of empty cells, to be filled in. */
struct cell *sheet_row(struct sheet *s);

/* Keeps the columns of a comma-separated list, in its order, each once. NULL; or the name that is no column. */
const char *sheet_choose(struct sheet *s, const char *list);

/* Orders by a list "a,-b" (minus: from the largest; numbers as numbers, texts in Vietnamese order,
 * empty last), stable. NULL; or the name that is no column. */
const char *sheet_sort(struct sheet *s, const char *list);

/* A heading row and the rows. RFC 4180 but for LF as line end; for Excel with BOM, `;`, CRLF, dates
 * 31/03/2024, decimal comma, and an apostrophe before a text that would be a formula. */
void sheet_csv(const struct sheet *s, FILE *out, bool excel);

/* An array of objects, one a line. */
void sheet_json(const struct sheet *s, FILE *out);

/* Columns as wide as their contents, long texts wrapped at blanks, at most `width` columns in all;
 * where that is too little, each row as a list of its own. Headings and words by words_say; control
 * characters made visible. An empty sheet prints nothing. */
void sheet_table(const struct sheet *s, FILE *out, size_t width);

/* A cell as people read it, in the chosen language; control characters visible, line breaks kept. */
const char *sheet_shown(struct arena *a, const struct cell *c);

/* The text with control characters as ^X or \xNN, for a terminal. */
char *sheet_visible(struct arena *a, const char *text);

#endif
