/* SPDX-License-Identifier: MIT
 * stream: cells to rows by dynamic programming: of all ways to cut the stream the one is taken whose
 * rows look most like rows of this table. It knows looks and columns, no documents. */
#include "import/stream.h"

#include <string.h>

#include "base/arena.h"
#include "import/align.h"

/* The best way to the cell before which it stands. */
struct way {
	double score;
	size_t from; /* where its last row begins */
	enum row_kind kind;
	long number; /* the last task's number on it, 0 before the first */
	bool reached;
};

struct cutter {
	const struct task_table *table;
	const struct grid_cell *cells;
	const struct look *looks;
	size_t count, columns; /* cells; columns that are really there */
	bool marked;
	double whole;	  /* speaks for a row that has all its cells */
	struct way *ways; /* count + 1 */
	struct align *align;
};

static void offer(struct cutter *c, size_t from, size_t cells, enum row_kind kind, double score,
		  long number)
{
	struct way *to = &c->ways[from + cells];
	double whole = c->ways[from].score + score;
	if (to->reached && to->score >= whole)
		return;
	*to = (struct way){whole, from, kind, number, true};
}

/* What a task's number says beside its look: it follows the one before, or counts from 1 again. */
static double number_bonus(const struct look *look, long before)
{
	if (look->ordinal.kind != ORDINAL_ARABIC)
		return 0;
	if (look->ordinal.value == before + 1)
		return 2;
	return look->ordinal.value == 1 ? 1 : look->ordinal.value > before ? 0 : -0.5;
}

static void offer_tasks(struct cutter *c, size_t i)
{
	size_t left = c->count - i;
	const struct look *first = &c->looks[i];
	long before = c->ways[i].number;
	size_t most = 2 * c->table->count + 4;
	bool headed = c->ways[i].kind != ROW_TASK && c->ways[i].kind != ROW_GHOST;
	align_try(c->align, first, left < most ? left : most, headed || i == 0, left <= most);
	double bonus = number_bonus(first, before) + 1;
	long number = first->ordinal.kind == ORDINAL_ARABIC ? first->ordinal.value : before;
	for (size_t k = 2; k <= left && k <= most; k++) {
		/* a whole row at the end leaves nothing over */
		double whole = k == c->table->count ? c->whole : 0;
		whole += k == left && k == c->columns ? 2 : 0;
		offer(c, i, k, ROW_TASK, align_score(c->align, k) + bonus + whole, number);
	}
}

/* How much a number before a title speaks for a heading. */
static double group_number(const struct ordinal *ordinal, bool capitals)
{
	switch (ordinal->kind) {
	case ORDINAL_ROMAN:
	case ORDINAL_CAPITAL:
		return 5;
	case ORDINAL_DOTTED:
		return 4;
	case ORDINAL_ARABIC:
		return capitals ? 3.5 : 1.5;
	default:
		return 0.5;
	}
}

/* A number and its title, or a title with its number, and empty cells behind them. */
static void offer_groups(struct cutter *c, size_t i)
{
	const struct look *first = &c->looks[i];
	size_t used = 0;
	double score = 0;
	if (first->ordinal.kind != ORDINAL_NONE && i + 1 < c->count &&
	    look_is_title(&c->looks[i + 1])) {
		used = 2;
		score = group_number(&first->ordinal, c->looks[i + 1].capitals);
	} else if (first->lead.kind != ORDINAL_NONE && look_is_title(first)) {
		used = 1;
		score = group_number(&first->lead, first->capitals) - 2;
	} else if (first->capitals && look_is_title(first)) {
		used = 1;
		score = -0.2;
	}
	if (used == 0)
		return;
	score -= c->looks[i + used - 1].length > 50 ? 3 : 0;
	for (size_t k = used; i + k <= c->count && k <= c->table->count; k++) {
		if (k > used && !c->looks[i + k - 1].empty)
			break;
		/* a whole row that holds nothing but a title */
		double whole = k >= c->columns && c->columns > 2 ? 3 + c->whole : 0;
		offer(c, i, k, ROW_GROUP, score + whole - (c->marked && k == used ? 2 : 0),
		      c->ways[i].number);
	}
}

static void offer_rest(struct memo *memo, struct cutter *c, size_t i)
{
	long number = c->ways[i].number;
	const struct look *first = &c->looks[i];
	for (size_t k = 1; i + k <= c->count && k <= c->table->count; k++) {
		if (!c->looks[i + k - 1].empty)
			break;
		offer(c, i, k, ROW_GHOST, k == 1 ? -1.5 : -0.4, number);
	}
	if (headings_again(memo, c->table, c->cells + i, c->count - i))
		offer(c, i, c->columns, ROW_HEADING, 20, number);
	size_t counting = 0;
	while (counting < c->columns && i + counting < c->count &&
	       c->looks[i + counting].ordinal.kind == ORDINAL_ARABIC &&
	       c->looks[i + counting].ordinal.value == (long)counting + 1)
		counting++;
	if (counting == c->columns && counting > 2)
		offer(c, i, counting, ROW_HEADING, 10, number);
	offer(c, i, 1, ROW_STRAY, first->words ? -5 : -1.2, number);
}

static struct stream_rows trace(struct arena *a, const struct cutter *c)
{
	size_t end = 0;
	for (size_t i = 1; i <= c->count; i++)
		if (c->ways[i].reached && c->ways[i].score > c->ways[end].score)
			end = i;
	struct stream_rows rows = {NULL, 0};
	for (size_t i = end; i > 0; i = c->ways[i].from)
		rows.count++;
	rows.items = arena_alloc(a, (rows.count + 1) * sizeof *rows.items);
	size_t n = rows.count;
	for (size_t i = end; i > 0; i = c->ways[i].from)
		rows.items[--n] =
		    (struct stream_row){c->ways[i].kind, c->ways[i].from, i - c->ways[i].from};
	/* a heading with no task behind it belongs to what follows the table */
	while (rows.count > 0 && rows.items[rows.count - 1].kind != ROW_TASK)
		rows.count--;
	return rows;
}

/* Do most rows have all their cells, empty ones among them? Then the document prints every cell. */
static bool prints_all(const struct cutter *c, const struct stream_rows *rows)
{
	size_t tasks = 0, whole = 0, empty = 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct stream_row *r = &rows->items[i];
		tasks += r->kind == ROW_TASK;
		if (r->kind != ROW_TASK || r->count != c->table->count)
			continue;
		whole++;
		for (size_t k = 0; k < c->columns; k++)
			empty += c->looks[r->from + k].empty;
	}
	return whole * 2 > tasks && empty > 0;
}

static struct stream_rows cut(struct arena *a, struct memo *memo, struct cutter *c)
{
	c->ways = arena_alloc(a, (c->count + 1) * sizeof *c->ways);
	c->ways[0].reached = true;
	for (size_t i = 0; i < c->count; i++) {
		offer_tasks(c, i);
		offer_groups(c, i);
		offer_rest(memo, c, i);
	}
	return trace(a, c);
}

struct stream_rows stream_cut(struct arena *a, struct memo *memo, const struct task_table *table,
			      const struct grid_cell *cells, const struct look *looks, size_t count)
{
	bool marked = table->columns[table->count - 1].role == ROLE_MARK;
	struct cutter c = {table,  cells, looks, count, table->count - marked,
			   marked, 0,	  NULL,	 NULL};
	c.align = align_new(a, table, 2 * table->count + 4);
	struct stream_rows rows = cut(a, memo, &c);
	if (!prints_all(&c, &rows))
		return rows;
	c.whole = table_has(table, ROLE_TARGET) ? 0 : 3; /* goals are often merged */
	return cut(a, memo, &c);
}
