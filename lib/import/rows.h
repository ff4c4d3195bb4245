/* SPDX-License-Identifier: MIT
 * rows: the rows of a table, each cell under its column, whether the document gave rows or a stream
 * of cells. For band import. */
#ifndef PAR_ROWS_H
#define PAR_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/codes.h"
#include "data/planout.h"
#include "import/headings.h"
#include "import/left.h"
#include "import/look.h"

struct arena;
struct memo;

enum row_kind {
	ROW_TASK,
	ROW_GROUP,   /* a heading between tasks */
	ROW_GHOST,   /* empty cells only */
	ROW_HEADING, /* the headings again */
	ROW_STRAY,   /* no row of the table */
};

enum cell_state {
	CELL_PRINTED,
	CELL_MERGED, /* the cell above stands for this row too: the document says or shows so */
	CELL_LOST,   /* the row has no cell for this column */
};

struct row_cell {
	enum cell_state state;
	const char *text, *lines; /* "" unless printed or merged */
	bool markup;
};

struct table_row {
	enum row_kind kind;
	long at, page;
	const char *no, *title; /* ROW_GROUP: as printed; "" when there is none */
	bool inner;		/* ROW_GROUP: its number counts headings alone */
	bool cut;		/* it lacks one of its cells */
	bool unproven;		/* it lacks cells, and nothing shows which */
	bool part; /* the number of the row above stands for it too, as the document says */
	struct row_cell *cells; /* one a column of the table */
	struct draft_doubt *doubts;
	size_t doubt_count;
};

struct table_rows {
	struct table_row *items;
	size_t count;
	const char *trailing; /* text behind the last row that belongs to no row; NULL */
	long trailing_at;
	bool trails_tasks; /* cells in no row look like those of tasks */
	struct left_rows left;
};

/* The rows in order. Cells are under their columns as the document has them; where their number
 * does not fit, by their looks, with a doubt in the row. */
struct table_rows rows_read(struct arena *a, struct memo *memo, const struct task_table *table);

/* Do the cells hold a number, and an agency and a deadline among the `columns` behind it? */
bool rows_look_like_tasks(struct memo *memo, const struct grid_cell *cells, size_t count,
			  size_t columns);

/* Puts a cell there, behind what is there already. */
void row_put(struct arena *a, struct row_cell *to, const struct grid_cell *from);

void row_doubt(struct arena *a, struct table_row *row, enum role role, enum code code,
	       const char *say, const char *suggest);

/* The row's cell under the first column of the role; NULL when the table has none. */
struct row_cell *row_cell(const struct task_table *table, const struct table_row *row,
			  enum role role);

/* A new row at the end, with a cell lost in every column. */
struct table_row *row_add(struct arena *a, struct table_rows *rows, const struct task_table *table,
			  enum row_kind kind, long at);

/* Notes that a row, neither a task nor a heading between tasks, is left out. */
void row_leave(struct arena *a, struct table_rows *rows, enum row_kind kind, long at,
	       const char *text);

/* Is the text only the sign that stands before a title in the place of a number: "*", "-", "+"? */
bool row_is_sign(const char *text);

/* The number and title of a group, the first two cells that say anything. */
void row_put_group(struct arena *a, struct table_row *row, const struct grid_cell *cells,
		   size_t count);

/* The rows of a table whose document says where they are. */
struct table_rows rows_in_grid(struct arena *a, struct memo *memo, const struct task_table *table);

/* Puts rows that go on behind a page's end together, cell by cell, with a doubt for each. */
void rows_join_pages(struct arena *a, const struct task_table *table, struct table_rows *rows);

#endif
