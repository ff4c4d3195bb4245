/* SPDX-License-Identifier: MIT
 * pdfcell: the lines of a cell to its text. Only pdf*.c include this. */
#ifndef PAR_PDFCELL_H
#define PAR_PDFCELL_H

#include "read/pdf_private.h"

/* The lines in their order: with a blank between, with \n where the document broke the line, with
 * nothing where a line's end parts one word. `table`: NULL for a heading's cell, which has blanks only.
 * `room`: width of the column's widest line; 0: not known. */
const char *pdf_cell_text(const struct pdf_text *t, const struct pdf_table *table,
			  const struct pdf_run *const *runs, size_t count, long room);

#endif
