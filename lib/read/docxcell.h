/* SPDX-License-Identifier: MIT
 * docxcell: what one cell of a Word table holds. Only for lib/read's docx files. */
#ifndef PAR_DOCXCELL_H
#define PAR_DOCXCELL_H

#include "base/buf.h"
#include "read/docxtable.h"

struct grid_cell;

/* Start with {0}. */
struct docx_content {
	struct docx_cell cell;
	struct buf lines;
	struct buf boxed; /* of text boxes: goes behind the lines */
	struct buf marks[MARKS];
	unsigned marked; /* a bit for each mark that was made */
	size_t count;	 /* of lines that say something */
	struct docx_label label;
	bool bare; /* there is nothing but the label of one line */
};

void docx_content_add(struct docx_content *c, const struct docx_label *label, const char *text,
		      bool boxed);
void docx_content_mark(struct docx_content *c, enum docx_mark mark, const char *what);

/* The second cell is merged into the first. */
void docx_content_join(struct docx_content *c, struct docx_content *second);

/* All lines, borrowed; "" when there are none. */
const char *docx_content_lines(struct docx_content *c);

/* The number that is all the cell shows; NULL: it shows more, or no number. */
const struct docx_label *docx_content_label(const struct docx_content *c);

/* Gives the grid's cell the doubts that the marks are. */
void docx_content_doubts(const struct docx_content *c, struct arena *a, struct gridmaker *maker,
			 struct grid_cell *cell);

void docx_content_clear(struct docx_content *c);
void docx_content_free(struct docx_content *c);

#endif
