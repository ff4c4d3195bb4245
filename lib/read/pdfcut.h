/* SPDX-License-Identifier: MIT
 * pdfcut: the lines of a part of a table cut to rows where each row's cells stand as cells of one
 * row do: centred on each other, or beginning at one height. Only pdf*.c include this. */
#ifndef PAR_PDFCUT_H
#define PAR_PDFCUT_H

#include "read/pdf_private.h"

/* Lines at one height: [from, from + count) of the part's lines. */
struct pdf_level {
	size_t from, count;
	long base;
};

/* What a row is known by: a number, or lines over several columns: levels [first, last]. */
struct pdf_anchor {
	size_t first, last;
	bool wide;
};

enum pdf_mode { PDF_ANY, PDF_TOP, PDF_MIDDLE };

struct pdf_cut {
	const struct pdf_text *text;
	const struct pdf_table *table;
	struct pdf_lines lines;
	struct pdf_level *levels;
	size_t level_count;
	struct pdf_anchor *anchors;
	size_t anchor_count;
	const enum pdf_mode *modes; /* of each column, and of lines over several */
	bool goes_on;		    /* levels before the first row may be of the row before */
	bool is_cut;		    /* the table goes on behind it: cells may stand at their top */

	/* found: row i holds levels [border[i], border[i + 1]) */
	size_t *border; /* anchor_count + 1; border[0] > 0: levels of the row before */
	size_t *unsure; /* the same count, pairs: levels [2i], [2i + 1]) may be on the other side */
};

void pdf_cut_find(struct pdf_cut *cut);

#endif
