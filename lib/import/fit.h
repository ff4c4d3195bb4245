/* SPDX-License-Identifier: MIT
 * fit: the cells of one row put under the columns, and how sure that is. Where fewer cells are there
 * than columns, each cell that might as well stand elsewhere carries a doubt. For band import. */
#ifndef PAR_FIT_H
#define PAR_FIT_H

#include <stdbool.h>
#include <stddef.h>

#include "import/look.h"
#include "import/rows.h"
#include "import/stream.h"

struct arena;
struct index;

/* What the whole rows of a table show of it. */
struct fit {
	const struct task_table *table;
	bool
	    prints_empty; /* empty cells are there: a row that lacks one has it merged from above */
	bool rows; /* the document says where its rows are: a short one lost a cell, any of them */
	struct index **seen;	  /* texts of each column */
	double words[ROLE_COUNT]; /* mean length of each column's cells; 0: not known */
};

struct fit fit_of(struct arena *a, const struct task_table *table, const struct stream_rows *cut,
		  const struct grid_cell *cells, const struct look *looks);

/* `first`: nothing can be merged from above; `last`: cells may be missing at the row's end. */
void fit_row(struct arena *a, const struct fit *fit, struct table_row *row,
	     const struct grid_cell *cells, const struct look *looks, size_t count, bool first,
	     bool last);

#endif
