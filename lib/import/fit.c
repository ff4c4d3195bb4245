/* SPDX-License-Identifier: MIT
 * fit: cells under columns, with what is not proven about it. It knows no documents. */
#include "import/fit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "import/align.h"

/* A reading that is better by less than this may as well be wrong. */
static const double margin = 2.5;

static size_t real_columns(const struct task_table *table)
{
	return table->count - table_has(table, ROLE_MARK);
}

struct fit fit_of(struct arena *a, const struct task_table *table, const struct stream_rows *cut,
		  const struct grid_cell *cells, const struct look *looks)
{
	struct fit fit = {.table = table};
	size_t columns = real_columns(table), seen[ROLE_COUNT] = {0};
	fit.seen = arena_alloc(a, (columns + 1) * sizeof(*fit.seen));
	for (size_t c = 0; c < columns; c++)
		fit.seen[c] = index_new(a);
	for (size_t i = 0; i < cut->count; i++) {
		const struct stream_row *r = &cut->items[i];
		if (r->kind != ROW_TASK || r->count != table->count)
			continue;
		for (size_t c = 0; c < columns; c++) {
			const struct look *look = &looks[r->from + c];
			const char *text = cells[r->from + c].text;
			index_put(fit.seen[c], text, strlen(text), fit.seen);
			fit.prints_empty = fit.prints_empty || look->empty;
			fit.words[table->columns[c].role] += (double)look->length;
			seen[table->columns[c].role] += !look->empty;
		}
	}
	for (size_t r = 0; r < ROLE_COUNT; r++)
		fit.words[r] = seen[r] > 0 ? fit.words[r] / (double)seen[r] : 0;
	return fit;
}

/* What a row of fewer cells than columns lacks. */
struct lack {
	size_t columns[ROLE_COUNT]; /* by role */
	size_t count;
};

/* One row's cells, and where they were put. */
struct placing {
	const struct fit *fit;
	const struct grid_cell *cells;
	const struct look *looks;
	size_t count;
	bool first, last;
	struct align *align;
	size_t *columns; /* of each cell */
	size_t *got;	 /* cells of each column */
	struct lack lack;
};

static enum role role_of(const struct placing *p, size_t cell)
{
	return p->fit->table->columns[p->columns[cell]].role;
}

static const char *cell_pieces(struct arena *a, const struct placing *p, size_t column)
{
	const char *say = NULL;
	for (size_t i = 0; i < p->count; i++)
		if (p->columns[i] == column)
			say = say ? arena_format(a, "%s | %s", say, p->cells[i].text)
				  : p->cells[i].text;
	return say;
}

/* How unlike the column's other cells the cell is in length. */
static double length_cost(const struct fit *fit, enum role role, const struct look *look)
{
	if (look->empty || fit->words[role] < 1)
		return 0;
	return fabs(log((double)look->length / fit->words[role]));
}

/* Is the product longer than the task and as long as tasks are here? Then the goal may be there, a
 * column to the right, and the product be the cell that is merged. */
static bool may_hold_goal(const struct placing *p)
{
	const struct look *text = NULL, *product = NULL;
	for (size_t i = 0; i < p->count; i++) {
		if (role_of(p, i) == ROLE_TEXT)
			text = &p->looks[i];
		else if (role_of(p, i) == ROLE_PRODUCT)
			product = &p->looks[i];
	}
	return text && product && product->length > text->length &&
	       length_cost(p->fit, ROLE_PRODUCT, product) >
		   length_cost(p->fit, ROLE_TEXT, product) + 0.7;
}

static void find_lack(struct placing *p)
{
	const struct task_table *table = p->fit->table;
	for (size_t c = 0; c < table->count; c++) {
		if (p->got[c] > 0)
			continue;
		p->lack.columns[table->columns[c].role]++;
		p->lack.count++;
	}
}

/* Does every cell look like one of its column, as far as columns look like anything? */
static bool looks_right(const struct placing *p)
{
	for (size_t i = 0; i < p->count; i++) {
		enum role role = role_of(p, i);
		const struct look *look = &p->looks[i];
		bool names = role == ROLE_LEAD || role == ROLE_WITH;
		bool days = role == ROLE_START || role == ROLE_DUE;
		if (!look->empty && ((names && look->agency < 50) || (days && look->deadline < 50)))
			return false;
	}
	return true;
}

/* Columns whose cells are told apart by their words alone. */
static bool is_wordy(enum role role)
{
	return role == ROLE_TARGET || role == ROLE_TEXT || role == ROLE_PRODUCT ||
	       role == ROLE_NOTE || role == ROLE_OTHER || role == ROLE_UNKNOWN;
}

/* Does a cell say what whole rows say in another such column, and never in its own? */
static bool seen_elsewhere(const struct placing *p)
{
	const struct fit *fit = p->fit;
	for (size_t i = 0; i < p->count; i++) {
		const char *text = p->cells[i].text;
		size_t n = strlen(text);
		if (n == 0 || !is_wordy(role_of(p, i)) ||
		    index_get(fit->seen[p->columns[i]], text, n))
			continue;
		for (size_t c = 0; c < real_columns(fit->table); c++)
			if (is_wordy(fit->table->columns[c].role) &&
			    index_get(fit->seen[c], text, n))
				return true;
	}
	return false;
}

/* Only the goal is lost, with or without the number, in a table that prints its empty cells: they
 * are merged with the ones above. */
static bool is_merged(const struct placing *p)
{
	return p->fit->prints_empty && !p->first && p->lack.columns[ROLE_TARGET] == 1 &&
	       p->lack.count == 1 + p->lack.columns[ROLE_NO] && looks_right(p);
}

/* Only the note at the row's end is lost, or only the empty cell that parts rows, and no other empty
 * cell may be the one that is left. */
static bool is_harmless(const struct placing *p)
{
	const struct task_table *table = p->fit->table;
	enum role end = role_of(p, p->count - 1);
	/* where rows are known, the cell before the note must be one that is told by its look */
	if (p->fit->rows && end != ROLE_LEAD && end != ROLE_WITH && end != ROLE_DUE)
		return false;
	bool note = table->columns[real_columns(table) - 1].role == ROLE_NOTE &&
		    p->lack.columns[ROLE_NOTE] == 1;
	return p->lack.count == 1 && (note || p->lack.columns[ROLE_MARK] == 1) &&
	       !p->looks[p->count - 1].empty && looks_right(p);
}

/* A doubt at a cell; what a plan has no key for stands in the note. */
static void doubt_cell(struct arena *a, struct table_row *row, enum role role, enum code code,
		       const char *say)
{
	bool noted = role == ROLE_OTHER || role == ROLE_UNKNOWN;
	row_doubt(a, row, noted ? ROLE_NOTE : role, code, say, NULL);
}

/* The whole row is in doubt: its cells in order. */
static void doubt_row(struct arena *a, struct table_row *row, const struct placing *p)
{
	const char *say = p->cells[0].text;
	for (size_t i = 1; i < p->count; i++)
		say = arena_format(a, "%s | %s", say, p->cells[i].text);
	row_doubt(a, row, ROLE_UNKNOWN, CODE_CELLS_SHIFTED, say, NULL);
}

/* Cells that might as well stand under another column. */
static void doubt_places(struct arena *a, struct table_row *row, const struct placing *p)
{
	double best = align_score(p->align, p->count);
	for (size_t i = 0; i < p->count; i++) {
		if (p->looks[i].empty)
			continue;
		double other = align_without(p->align, p->looks, p->count, p->first, p->last, i,
					     p->columns[i]);
		if (other >= best - margin)
			doubt_cell(a, row, role_of(p, i), CODE_CELLS_SHIFTED, p->cells[i].text);
	}
}

/* A column that got no cell. */
static void doubt_missing(struct arena *a, struct table_row *row, const struct placing *p, size_t c)
{
	const struct column *column = &p->fit->table->columns[c];
	bool behind = c > p->columns[p->count - 1];
	if (column->role == ROLE_TARGET && !p->first) {
		row->cells[c].state = CELL_MERGED;
		return;
	}
	bool told = column->role != ROLE_NOTE || (behind && p->fit->prints_empty && !p->last);
	if (column->role != ROLE_NO && told)
		doubt_cell(a, row, column->role, behind ? CODE_ROW_SHORT : CODE_CELLS_SHIFTED,
			   column->heading);
}

/* Which columns got no cell, and which got several. */
static void doubt_columns(struct arena *a, struct table_row *row, const struct placing *p)
{
	const struct task_table *table = p->fit->table;
	for (size_t c = 0; c < table->count; c++) {
		if (table->columns[c].role == ROLE_MARK || p->got[c] == 1)
			continue;
		if (p->got[c] > 1)
			doubt_cell(a, row, table->columns[c].role, CODE_CELLS_SHIFTED,
				   cell_pieces(a, p, c));
		else
			doubt_missing(a, row, p, c);
	}
}

/* Says what is not proven about a row that lacks cells. */
static void doubt_lack(struct arena *a, struct table_row *row, const struct placing *p)
{
	if (is_merged(p)) {
		if (may_hold_goal(p) || seen_elsewhere(p))
			doubt_row(a, row, p);
		return;
	}
	if (is_harmless(p))
		return;
	row->unproven = true;
	if (p->lack.columns[ROLE_TARGET] == 1 && !p->first)
		doubt_cell(a, row, ROLE_TARGET, CODE_CELL_FROM_ABOVE, NULL);
	/* every row prints all of its cells: one is merged, and nothing says which */
	bool ends = p->last && !p->looks[p->count - 1].empty; /* the document ends in its midst */
	if (p->fit->rows || ((p->fit->prints_empty || p->lack.columns[ROLE_MARK] > 0) && !ends))
		doubt_row(a, row, p);
	else
		doubt_places(a, row, p);
}

void fit_row(struct arena *a, const struct fit *fit, struct table_row *row,
	     const struct grid_cell *cells, const struct look *looks, size_t count, bool first,
	     bool last)
{
	struct placing p = {.fit = fit,
			    .cells = cells,
			    .looks = looks,
			    .count = count,
			    .first = first,
			    .last = last};
	p.align = align_new(a, fit->table, count);
	p.columns = arena_alloc(a, (count + 1) * sizeof *p.columns);
	p.got = arena_alloc(a, (fit->table->count + 1) * sizeof *p.got);
	align_try(p.align, looks, count, first, last);
	align_columns(p.align, count, p.columns);
	for (size_t i = 0; i < count; i++) {
		row_put(a, &row->cells[p.columns[i]], &cells[i]);
		p.got[p.columns[i]]++;
	}
	find_lack(&p);
	doubt_columns(a, row, &p);
	if (p.lack.count > 0)
		doubt_lack(a, row, &p);
}
