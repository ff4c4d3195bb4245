/* SPDX-License-Identifier: MIT
 * headings_private: what finding headings and taking them as given share. For headings*.c. */
#ifndef PAR_HEADINGS_PRIVATE_H
#define PAR_HEADINGS_PRIVATE_H

#include "import/headings.h"

enum { COLUMNS_MOST = 256, COLUMNS_KNOWN = 3 };

/* A cell that may be a heading: a few words, no number. */
bool headings_may_be(struct arena *a, const char *text);

/* The lines of a cell before its last one; NULL when it has one line only. */
const char *headings_before(struct arena *a, const struct grid_cell *cell);

/* A number, alone or before a title. */
bool headings_is_title(struct arena *a, const char *text);

/* Different roles that are understood. */
size_t headings_known(const struct column *columns, size_t count);

struct task_table *headings_add(struct arena *a, struct task_tables *tables,
				const struct grid_table *grid, const struct column *columns,
				size_t count);

/* An empty cell before the first row's number parts rows: it will stand before each of them. */
void headings_mark(struct arena *a, struct task_table *table, const struct grid_row *row);

/* The tables of a grid whose rows are known, by their headings. */
void headings_in_rows(struct arena *a, struct memo *memo, const struct grid_table *grid,
		      struct task_tables *tables);

/* The headings of the last table, one of a stream, stand again at cell i: a further table begins
 * there when that one is closed before, or when other text is glued to them. */
void headings_repeat(struct arena *a, struct memo *memo, struct task_tables *tables, size_t i);

/* The table of a grid in which no headings were understood, so that it can be listed: its first row,
 * or short cells before a number 1. */
void headings_guess(struct arena *a, struct memo *memo, const struct grid_table *grid,
		    struct task_tables *tables);

/* Do the rows of a piece that stand under no headings go on with the open table, which is in the piece
 * `before`? Then they are that one's. */
bool headings_continue(struct arena *a, struct memo *memo, const struct grid *grid, size_t before,
		       size_t piece, const struct grid_table *further, struct task_table *open);

/* Settles what the headings of a table say together, and with the cells below them. */
void headings_settle(struct arena *a, struct memo *memo, struct task_table *table);

#endif
