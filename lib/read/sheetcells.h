/* SPDX-License-Identifier: MIT
 * sheetcells: the cells of one sheet as its document names them, few among a million places; then as
 * a table, without the rows and columns in which nothing stands. For band read. */
#ifndef PAR_SHEETCELLS_H
#define PAR_SHEETCELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "read/grid.h"
#include "time/date.h"

struct arena;
struct document;
struct findings;
struct gridmaker;
struct sheetcells;

enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 16384 };

enum sheet_kind { SHEET_TEXT, SHEET_NUMBER, SHEET_DATE };

struct sheet_cell {
	long row;	  /* from 1 */
	long column;	  /* from 0 */
	const char *text; /* in the arena, as shown */
	enum sheet_kind kind;
	day date;	  /* SHEET_DATE: day, month and year of it are shown */
	bool month_first; /* the document shows the month before the day; `text` does not */
	const struct grid_doubt *doubts;
	size_t order; /* set by sheetcells */
};

struct sheetcells *sheetcells_new(struct arena *a, const char *name);

/* A cell that shows something or has a doubt; others are passed over. False when there are more than
 * any table may have: read no further. */
bool sheetcells_add(struct sheetcells *s, struct sheet_cell cell);

/* Columns and rows from the place on are one cell; what stands in the others is not shown. */
void sheetcells_merge(struct sheetcells *s, long row, long column, long rows, long columns);

/* The document does not show these; the last ones are included. */
void sheetcells_hide_rows(struct sheetcells *s, long from, long to);
void sheetcells_hide_columns(struct sheetcells *s, long from, long to);

/* A doubt at the head of a list. */
const struct grid_doubt *sheet_doubt(struct arena *a, const struct grid_doubt *next, enum code code,
				     const char *say, const char *suggest);

/* Doubts that only the cells of a column together give rise to: dates whose day and month were
 * changed over, numbers that lost a nought. `cells` in the order of rows. */
void sheetcells_doubt(struct arena *a, struct sheet_cell *cells, size_t count);

/* The sheet as a table of the grid; nothing where it holds nothing. Hidden columns that hold
 * something are a finding. False after one finding when there was more than could be added. */
bool sheetcells_put(struct sheetcells *s, struct gridmaker *m, const struct document *document,
		    struct findings *findings);

/* "A", "AB" of a column from 0. */
const char *sheet_column_name(struct arena *a, long column);

#endif
