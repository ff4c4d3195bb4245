/* SPDX-License-Identifier: MIT
 * assign: the Hungarian method (Kuhn 1955, Munkres 1957), with potentials, a row at a time. It knows
 * nothing of what is paired. */
#include "base/assign.h"

#include <limits.h>
#include <stdbool.h>

#include "base/arena.h"

/* Rows are the smaller side; index 0 of a column stands for "none yet", so both count from 1. */
struct work {
	const long *gain;
	size_t rows, columns;
	bool turned;		  /* the caller's rows are our columns */
	long *of_row, *of_column; /* potentials */
	size_t *row_of, *before;  /* of each column: its row; the column before it on the way */
	long *least;
	bool *seen;
};

static long cost(const struct work *w, size_t row, size_t column)
{
	size_t at =
	    w->turned ? (column - 1) * w->rows + row - 1 : (row - 1) * w->columns + column - 1;
	return -w->gain[at] - w->of_row[row] - w->of_column[column];
}

/* Goes on from the column `at` (that of a row without one: 0) along the cheapest way; gives the next
 * column and moves the potentials so far. */
static size_t step(struct work *w, size_t at)
{
	size_t next = 0;
	long delta = LONG_MAX;
	w->seen[at] = true;
	for (size_t c = 1; c <= w->columns; c++) {
		if (w->seen[c])
			continue;
		long now = cost(w, w->row_of[at], c);
		if (now < w->least[c]) {
			w->least[c] = now;
			w->before[c] = at;
		}
		if (w->least[c] < delta) {
			delta = w->least[c];
			next = c;
		}
	}
	for (size_t c = 0; c <= w->columns; c++) {
		if (w->seen[c]) {
			w->of_row[w->row_of[c]] += delta;
			w->of_column[c] -= delta;
		} else {
			w->least[c] -= delta;
		}
	}
	return next;
}

static void place(struct work *w, size_t row)
{
	for (size_t c = 0; c <= w->columns; c++) {
		w->least[c] = LONG_MAX / 2;
		w->seen[c] = false;
	}
	w->row_of[0] = row;
	size_t at = 0;
	do
		at = step(w, at);
	while (w->row_of[at] != 0);
	for (; at != 0; at = w->before[at])
		w->row_of[at] = w->row_of[w->before[at]];
}

long *assign_best(struct arena *a, const long *gain, size_t rows, size_t columns)
{
	struct work w = {.gain = gain, .turned = rows > columns};
	w.rows = w.turned ? columns : rows;
	w.columns = w.turned ? rows : columns;
	w.of_row = arena_alloc(a, (w.rows + 1) * sizeof *w.of_row);
	w.of_column = arena_alloc(a, (w.columns + 1) * sizeof *w.of_column);
	w.row_of = arena_alloc(a, (w.columns + 1) * sizeof *w.row_of);
	w.before = arena_alloc(a, (w.columns + 1) * sizeof *w.before);
	w.least = arena_alloc(a, (w.columns + 1) * sizeof *w.least);
	w.seen = arena_alloc(a, (w.columns + 1) * sizeof *w.seen);
	long *to = arena_alloc(a, (rows + 1) * sizeof *to);
	for (size_t i = 0; i < rows; i++)
		to[i] = -1;
	for (size_t row = 1; row <= w.rows; row++)
		place(&w, row);
	for (size_t c = 1; c <= w.columns; c++) {
		size_t row = w.turned ? c : w.row_of[c], column = w.turned ? w.row_of[c] : c;
		if (w.row_of[c] && gain[(row - 1) * columns + column - 1] > 0)
			to[row - 1] = (long)column - 1;
	}
	return to;
}
