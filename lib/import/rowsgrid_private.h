/* SPDX-License-Identifier: MIT
 * rowsgrid_private: one row of a grid as it is being read, and what kind of row it is. For rowsgrid.c,
 * rowgiven.c and rowkind.c. */
#ifndef PAR_ROWSGRID_PRIVATE_H
#define PAR_ROWSGRID_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "import/layout.h"
#include "import/rows.h"

struct arena;
struct memo;

/* The task before, and whether a page ended since. */
struct seen_task {
	const char *no;
	long page;
	bool headed;
};

struct grid_reader {
	struct arena *a;
	struct memo *memo;
	const struct task_table *table;
	struct table_rows rows;
	struct seen_task before;
	size_t no, text; /* columns; -1: the table has none */
};

/* One row of the grid as it is being read. */
struct given {
	const struct grid_row *row;
	struct layout layout;
	struct grid_cell *cells;   /* under the columns when the layout fits, else as they come */
	const struct look **looks; /* as look_shape gives them */
	size_t count;
	bool shifted; /* the number's cell is lost */
};

/* The number and the one text of a row that has no others. */
struct title {
	size_t no, text; /* cells; -1: there is none */
};

/* The row under the columns, in the arena. */
struct given given_read(struct grid_reader *r, const struct grid_row *row);

/* Looks with all that is dear to find out. */
const struct look *given_looks(const struct grid_reader *r, const struct given *g);

/* Does the cell say something that is this row's own? */
bool cell_is_own(const struct grid_cell *cell);
size_t given_own(const struct given *g);

/* False: there is no text, or more than one. */
bool given_title(const struct given *g, struct title *t);
bool title_in_place(const struct grid_reader *r, const struct title *t);

/* Is a task's number or text merged from above? Then the row is a part of that task. */
bool given_is_part(const struct grid_reader *r, const struct given *g);

/* A number and a title, or one of them, and nothing else. */
bool given_is_group(const struct grid_reader *r, const struct given *g);

/* Beside a section's number and title, a cell that the row above may have spilled; NULL when the row
 * is none such. */
const struct grid_cell *given_spilled(const struct grid_reader *r, const struct given *g);

/* A section's number and title, and besides only sums of money. */
bool given_is_summed(const struct grid_reader *r, const struct given *g);

/* Why a row that is neither task nor heading is left out: a total, a page number; NULL: it is not. */
const char *given_stray(const struct grid_reader *r, const struct given *g);

enum row_kind given_kind(const struct grid_reader *r, const struct given *g);

#endif
