/* SPDX-License-Identifier: MIT
 * layout: the cells of a grid's row under the columns that the headings name, where the document says
 * which columns each cell spans. For band import. */
#ifndef PAR_LAYOUT_H
#define PAR_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "import/headings.h"
#include "read/grid.h"

struct arena;

/* One cell for each column of the table. */
struct layout {
	struct grid_cell *cells; /* with text "" where the row has none, or one that began before */
	size_t *wide;		 /* columns that the cell spans; 0: it began in a column before */
	size_t *parts;		 /* cells of the row that stand in this column */
	bool fits;		 /* every cell has its place; else the others say nothing */
};

/* Lays out a row of the table's grid. It fits when its cells begin and end where columns do, or when
 * it has as many cells as there are columns and each stands at least partly under its own (borders
 * that were dragged). */
struct layout layout_row(struct arena *a, const struct task_table *table,
			 const struct grid_row *row);

#endif
