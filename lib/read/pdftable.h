/* SPDX-License-Identifier: MIT
 * pdftable: which strips of which pages are tables, and which are text. Only pdf*.c include this. */
#ifndef PAR_PDFTABLE_H
#define PAR_PDFTABLE_H

#include "read/pdf_private.h"

/* A strip of text, or a table with its strips; in the document's order. */
struct pdf_piece {
	const struct pdf_page *page; /* text: from < base <= to */
	long from, to;
	struct pdf_table *table; /* NULL: text */
};

struct pdf_pieces {
	struct pdf_piece *items;
	size_t count;
};

/* Looks at all pages for the heading that most of them have: it is looked for on each. */
void pdf_known_find(struct pdf_text *t);

struct pdf_pieces pdf_pieces_find(const struct pdf_text *t);

#endif
