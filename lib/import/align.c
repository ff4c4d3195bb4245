/* SPDX-License-Identifier: MIT
 * align: cells to columns by dynamic programming. It knows looks and columns, no documents. */
#include "import/align.h"

#include <string.h>

#include "base/arena.h"

enum step { STEP_NONE, STEP_CELL, STEP_SKIP, STEP_MORE };

struct align {
	const struct task_table *table;
	size_t most;	  /* cells at most */
	size_t tried;	  /* cells of the last try */
	double more_cost; /* beside the usual: where the document parts rows it parts cells too */
	bool first;	  /* the row stands right under a heading */
	size_t barred_cell, barred_column; /* from 1; 0: none */
	double *scores;			   /* [cells][columns] */
	unsigned char *steps;
};

static const double impossible = -1e9;

struct align *align_new(struct arena *a, const struct task_table *table, size_t most)
{
	struct align *t = arena_alloc(a, sizeof *t);
	size_t n = (most + 1) * (table->count + 1);
	t->table = table;
	t->most = most;
	t->more_cost = table_has(table, ROLE_MARK) ? 4 : 0;
	t->scores = arena_alloc(a, n * sizeof *t->scores);
	t->steps = arena_alloc(a, n);
	return t;
}

/* What a row costs without a cell for the column. A goal merged from above is usual, and its number
 * with it (`merged`: the column before has no cell either), but not in the `first` row under a
 * heading; without its text there is no row. */
static double skip_cost(enum role role, bool merged, bool first, bool last)
{
	switch (role) {
	case ROLE_TARGET:
		return first ? 3 : merged ? 0 : 0.5;
	case ROLE_NO:
		return 2;
	case ROLE_NOTE:
		return last ? 0 : 2;
	case ROLE_MARK:
		return last ? 0 : 2.5;
	case ROLE_TEXT:
		return 20;
	case ROLE_LEAD:
	case ROLE_DUE:
		return last ? 2 : 4;
	default:
		return last ? 1 : 3;
	}
}

/* What it costs that a column takes one more cell: a text of several paragraphs is usual where a
 * cell is a paragraph. */
static double more_cost(enum role role, const struct look *before, const struct look *look)
{
	double joint = before->ends_open || look->starts_small ? 1 : 0;
	if (look->empty || look->ordinal.kind != ORDINAL_NONE)
		return 20;
	switch (role) {
	case ROLE_NO:
	case ROLE_MARK:
		return 20;
	case ROLE_TEXT:
	case ROLE_TARGET:
	case ROLE_PRODUCT:
		return 1.5 - joint + (double)(look->agency + look->deadline) / 20;
	case ROLE_LEAD:
	case ROLE_WITH:
		return look->agency >= 50 ? 1.5 - joint : 8;
	case ROLE_START:
	case ROLE_DUE:
		return look->deadline >= 50 ? 2.5 : 8;
	default:
		return 4;
	}
}

static size_t place_of(const struct align *t, size_t cells, size_t columns)
{
	return cells * (t->table->count + 1) + columns;
}

static void offer(struct align *t, size_t place, double score, enum step step)
{
	if (score > t->scores[place]) {
		t->scores[place] = score;
		t->steps[place] = (unsigned char)step;
	}
}

static bool takes_cell(const struct align *t, size_t place)
{
	return t->steps[place] == STEP_CELL || t->steps[place] == STEP_MORE;
}

/* The best way to have k cells in the first c columns; `last`: more cells may be missing. */
static void try_place(struct align *t, const struct look *looks, size_t k, size_t c, bool last)
{
	size_t here = place_of(t, k, c);
	t->scores[here] = k + c == 0 ? 0 : impossible;
	t->steps[here] = STEP_NONE;
	if (c == 0)
		return;
	enum role role = t->table->columns[c - 1].role;
	size_t left = place_of(t, k, c - 1);
	bool merged = t->steps[left] == STEP_SKIP;
	offer(t, here, t->scores[left] - skip_cost(role, merged, t->first, last), STEP_SKIP);
	if (k == 0)
		return;
	const struct look *look = &looks[k - 1];
	if (k == t->barred_cell && c == t->barred_column)
		return;
	offer(t, here, t->scores[place_of(t, k - 1, c - 1)] + look_fit(look, role), STEP_CELL);
	size_t above = place_of(t, k - 1, c);
	if (k > 1 && takes_cell(t, above))
		offer(t, here, t->scores[above] - more_cost(role, look - 1, look) - t->more_cost,
		      STEP_MORE);
}

void align_try(struct align *t, const struct look *looks, size_t count, bool first, bool last)
{
	t->first = first;
	t->tried = count < t->most ? count : t->most;
	for (size_t k = 0; k <= t->tried; k++)
		for (size_t c = 0; c <= t->table->count; c++)
			try_place(t, looks, k, c, last && k == count);
}

double align_without(struct align *t, const struct look *looks, size_t count, bool first, bool last,
		     size_t cell, size_t column)
{
	t->barred_cell = cell + 1;
	t->barred_column = column + 1;
	align_try(t, looks, count, first, last);
	t->barred_cell = t->barred_column = 0;
	return align_score(t, count);
}

double align_score(const struct align *t, size_t k)
{
	return k <= t->tried ? t->scores[place_of(t, k, t->table->count)] : impossible;
}

void align_columns(const struct align *t, size_t k, size_t *columns)
{
	for (size_t c = t->table->count; c > 0;) {
		switch ((enum step)t->steps[place_of(t, k, c)]) {
		case STEP_CELL:
			columns[--k] = --c;
			break;
		case STEP_MORE:
			columns[--k] = c - 1;
			break;
		case STEP_SKIP:
			c--;
			break;
		case STEP_NONE:
			return;
		}
	}
}
