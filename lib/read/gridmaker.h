/* SPDX-License-Identifier: MIT
 * gridmaker: paragraphs, tables, rows and cells as a reader meets them, put together to a grid: spans
 * filled in, blanks squeezed, text made NFC, limits kept. For band read. */
#ifndef PAR_GRIDMAKER_H
#define PAR_GRIDMAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "read/grid.h"

struct arena;
struct document;
struct findings;
struct gridmaker;

struct gridmaker *maker_new(struct arena *a, const char *format, const struct document *document,
			    struct findings *findings);

/* False once a limit was met (a cell, rows, columns; one finding was added): read no further. */
bool maker_well(const struct gridmaker *m);

/* A paragraph; empty ones are dropped. Text is UTF-8, need not be NFC, may hold any blank, \n for a
 * broken line, and control characters (taken out). Not inside a table. */
void maker_paragraph(struct gridmaker *m, long at, const char *text);

void maker_table(struct gridmaker *m, long at, const char *name); /* name: may be NULL, copied */
void maker_table_end(struct gridmaker *m);

/* A row, which ends the one before. Columns that cells above reach into are filled by themselves.
 * The row can be marked until the next one begins. */
struct grid_row *maker_row(struct gridmaker *m, long at);

/* A cell in the next free column of the row. Spans of 0 or less count as 1. The returned cell can be
 * given `markup` and doubts until the next call; its texts are in the arena. `rows` > 1 reaches down
 * by itself. */
struct grid_cell *maker_cell(struct gridmaker *m, const char *text, int columns, int rows);

/* A cell that goes on with the one above in the same column (Word's vMerge without "restart"). With
 * nothing above it is a cell of its own. */
struct grid_cell *maker_cell_continues(struct gridmaker *m, const char *text, int columns);

/* The column, from 0, that the next cell will take. */
size_t maker_column(const struct gridmaker *m);

void maker_doubt_cell(struct gridmaker *m, struct grid_cell *cell, enum code code, const char *say,
		      const char *suggest);
void maker_doubt_row(struct gridmaker *m, struct grid_row *row, enum code code, const char *say,
		     const char *suggest);

/* NULL once a limit was met. Tables without a row, and empty rows and columns at the end of a table
 * are dropped. */
struct grid *maker_end(struct gridmaker *m);

#endif
