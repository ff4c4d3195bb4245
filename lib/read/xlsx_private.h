/* SPDX-License-Identifier: MIT
 * xlsx_private: what the parts of an Excel workbook tell each other. For the files of xlsx only. */
#ifndef PAR_XLSX_PRIVATE_H
#define PAR_XLSX_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "read/fontcode.h"
#include "read/numformat.h"

struct arena;
struct document;
struct findings;
struct package;
struct sheetcells;
struct xml_part;

/* Text of one font; without one of its own it has the cell's. */
struct xlsx_run {
	const char *text;
	bool own_font, struck;
	enum font_code font;
};

struct xlsx_string {
	struct xlsx_run *runs;
	size_t count;
};

struct xlsx_style {
	long format_id, font_id;
	struct number_format *format; /* never NULL */
	enum font_code font;
	bool struck;
};

struct xlsx {
	struct arena *arena;
	struct package *package;
	struct xlsx_string *strings;
	size_t string_count;
	struct xlsx_style *styles;
	size_t style_count;
	struct xlsx_style plain; /* of a cell without a style */
	struct font_evidence seen;
	bool base_1904;
	bool stale; /* results of formulas are those of a program that cannot calculate */
};

/* A string as its runs are met: begin, then letters, then end. */
struct xlsx_rich {
	struct xlsx_string string;
	struct xlsx_run run;
	struct buf letters;
};

void rich_run(struct xlsx_rich *rich, struct arena *a); /* a run begins or ends */
void rich_font(struct xlsx_rich *rich, const char *name);
struct xlsx_string rich_end(struct xlsx_rich *rich, struct arena *a);

/* The string as a cell of this style shows it; *other: what else it may mean, or NULL; *struck: what
 * of it is struck through, "" for nothing. */
const char *xlsx_text(struct xlsx *x, const struct xlsx_string *string,
		      const struct xlsx_style *style, const char **other, const char **struck);

/* A text of the workbook, where _x000D_ stands for a sign that XML cannot hold. */
const char *xlsx_unescape(struct arena *a, const char *s);

/* Each reads one part; false after one finding. */
bool xlsx_read_strings(struct xlsx *x, const char *part);
bool xlsx_read_styles(struct xlsx *x, const char *part);
bool xlsx_read_sheet(struct xlsx *x, const char *part, struct sheetcells *cells);

/* "1", "true"; NULL is false. */
bool xlsx_flag(const char *value);

/* An element that switches something on, unless it says no. */
bool xlsx_switch(const struct xml_part *x);

#endif
