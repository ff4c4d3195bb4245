/* SPDX-License-Identifier: MIT
 * textcell: lines of a text to one cell: joined, squeezed, residue of markup taken out.
 * For readers in band import. */
#ifndef PAR_TEXTCELL_H
#define PAR_TEXTCELL_H

#include <stddef.h>

#include "read/grid.h"

struct arena;

struct text_line {
	const char *s; /* without its line end */
	long at;
};

/* A cell of n lines; n 0 gives an empty cell whose place the caller sets. HTML tags of known names,
 * emphasis of Markdown and the usual entities are taken out, which sets `markup`. */
struct grid_cell textcell_make(struct arena *a, const struct text_line *lines, size_t n);

/* The lines of a text, parted by line feeds or vertical tabs, with blanks squeezed and empty ones left
 * out; \n between them. */
const char *textcell_lines(struct arena *a, const char *s);

#endif
