/* SPDX-License-Identifier: MIT
 * pdfcut: the borders of rows by the least cost over all of a part's rows. It knows lines and
 * heights, and nothing of what they say but how sentences begin and end. */
#include "read/pdfcut.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

enum {
	WINDOW = 160, /* levels between two numbers that may end a row */
	FAR = 3000,   /* no cell costs more, in thousandths of an em */
	UNEVEN = 900, /* a row whose highest cell does not stand amid it */
	NEVER = INT_MAX / 4,
};

/* The places a border may be at, and the least cost of all rows before and behind it. */
struct spots {
	size_t *level;
	long *before, *behind;
	size_t count;
};

static long part_of_em(const struct pdf_cut *cut, long length)
{
	long cost = (length < 0 ? -length : length) * 1000 / cut->text->em;
	return cost < FAR ? cost : FAR;
}

struct extent {
	long first, last;
	bool used;
};

static void extent_add(struct extent *e, long base)
{
	if (!e->used || base < e->first)
		e->first = base;
	if (!e->used || base > e->last)
		e->last = base;
	e->used = true;
}

static long cell_cost(const struct pdf_cut *cut, size_t column, const struct extent *cell,
		      const struct extent *row, long row_middle)
{
	long top = part_of_em(cut, cell->first - row->first);
	long middle = part_of_em(cut, (cell->first + cell->last) / 2 - row_middle);
	switch (cut->modes[column]) {
	case PDF_TOP:
		return top;
	case PDF_MIDDLE:
		return cut->is_cut && top + 250 < middle ? top + 250 : middle;
	default:
		return top < middle ? top : middle;
	}
}

/* A row that ends before a level, and begins ever higher up. */
struct growing {
	struct extent cells[PDF_COLUMNS + 1], row;
	size_t from;
};

static void grow(const struct pdf_cut *cut, struct growing *g, size_t from)
{
	while (g->from > from) {
		const struct pdf_level *level = &cut->levels[--g->from];
		extent_add(&g->row, level->base);
		for (size_t k = level->from; k < level->from + level->count; k++) {
			const struct pdf_line *line = &cut->lines.items[k];
			bool wide = line->last > line->column;
			extent_add(&g->cells[wide ? cut->table->columns : line->column],
				   level->base);
		}
	}
}

/* The height that most of the cells have their middle at; a cell may end in an empty line. */
static long middle_of(const struct pdf_cut *cut, const struct growing *g)
{
	long middles[2 * (PDF_COLUMNS + 1)];
	size_t n = 0;
	for (size_t c = 0; c <= cut->table->columns; c++) {
		if (!g->cells[c].used || cut->modes[c] == PDF_TOP)
			continue;
		long middle = (g->cells[c].first + g->cells[c].last) / 2;
		for (size_t twice = 0; twice < (c < cut->table->numbers ? 2 : 1); twice++) {
			size_t i = n++;
			for (; i > 0 && middles[i - 1] > middle; i--)
				middles[i] = middles[i - 1];
			middles[i] = middle;
		}
	}
	return n == 0 ? (g->row.first + g->row.last) / 2
		      : (middles[(n - 1) / 2] + middles[n / 2]) / 2;
}

static long cost_about(const struct pdf_cut *cut, const struct growing *g, long middle)
{
	long cost = 0;
	for (size_t c = 0; c <= cut->table->columns; c++)
		if (g->cells[c].used)
			cost += cell_cost(cut, c, &g->cells[c], &g->row, middle) *
				(c < cut->table->numbers ? 2 : 1);
	return cost;
}

static long grown_cost(const struct pdf_cut *cut, const struct growing *g)
{
	long even = cost_about(cut, g, (g->row.first + g->row.last) / 2);
	long most = cost_about(cut, g, middle_of(cut, g)) + UNEVEN;
	bool empty = true; /* but for its number */
	for (size_t c = cut->table->numbers; c <= cut->table->columns; c++)
		empty = empty && !g->cells[c].used;
	bool rough = cut->text->layout; /* lines' heights say less */
	return (even < most || rough ? even : most) + (empty ? 1000 : 0);
}

/* Does the line go on with a sentence? */
static bool is_small(const struct pdf_line *line)
{
	const char *s = line->run.words[0]->text;
	uint32_t c = utf8_next(&s);
	return utf8_is_letter(c) && utf8_lower(c) == c;
}

static bool is_open(const struct pdf_line *line)
{
	const char *s = line->run.words[line->run.count - 1]->text;
	size_t n = strlen(s);
	return n > 0 && (s[n - 1] == ',' || s[n - 1] == '-' || s[n - 1] == '(');
}

/* The last line in the column at or above level `to`, or the first at or below; NULL: none near. */
static const struct pdf_line *line_near(const struct pdf_cut *cut, size_t column, size_t level,
					bool up)
{
	for (size_t n = 0; n < 12; n++) {
		const struct pdf_level *l = &cut->levels[level];
		for (size_t k = l->from; k < l->from + l->count; k++)
			if (cut->lines.items[k].column == column)
				return &cut->lines.items[k];
		if (up ? level == 0 : level + 1 == cut->level_count)
			return NULL;
		level = up ? level - 1 : level + 1;
	}
	return NULL;
}

/* What it costs that a column's lines above and below are parted. */
static long part_cost(const struct pdf_cut *cut, const struct pdf_line *above,
		      const struct pdf_line *below)
{
	long em = cut->text->em, gap = below->run.base - above->run.base;
	long cost = is_small(below) ? 300 : 0;
	cost += is_open(above) ? 300 : 0;
	if (gap * 100 <= cut->table->leading * 104)
		cost += cut->text->layout ? 150 : 400;
	else if (gap * 100 > cut->table->leading * 115)
		cost = cost / 2 - (cut->text->layout ? 0 : 300);
	return gap > em * 5 / 2 ? cost / 2 : cost;
}

/* What it costs that a row ends before the level: words that stand across, sentences cut. */
static long border_cost(const struct pdf_cut *cut, size_t level)
{
	if (level == 0 || level == cut->level_count)
		return 0;
	long cost = 0, y = cut->levels[level - 1].base;
	for (size_t i = level; i < cut->level_count && i < level + 3; i++)
		for (size_t k = 0; k < cut->levels[i].count; k++) {
			const struct pdf_line *line = &cut->lines.items[cut->levels[i].from + k];
			cost += line->run.top < y - cut->text->em / 4 ? 1200 : 0;
		}
	for (size_t c = cut->table->numbers; c < cut->table->columns; c++) {
		const struct pdf_line *above = line_near(cut, c, level - 1, true);
		const struct pdf_line *below = line_near(cut, c, level, false);
		if (above && below)
			cost += part_cost(cut, above, below);
	}
	return cost;
}

static void spot_add(const struct pdf_cut *cut, struct spots *s, size_t level)
{
	struct arena *a = cut->text->arena;
	s->level = arena_more(a, s->level, s->count, sizeof *s->level);
	s->before = arena_more(a, s->before, s->count, sizeof *s->before);
	s->behind = arena_more(a, s->behind, s->count, sizeof *s->behind);
	s->level[s->count] = level;
	s->before[s->count] = s->behind[s->count] = NEVER;
	s->count++;
}

static struct spots *spots_make(const struct pdf_cut *cut)
{
	struct spots *spots =
	    arena_alloc(cut->text->arena, (cut->anchor_count + 1) * sizeof *spots);
	size_t n = cut->anchor_count;
	for (size_t k = 0; k <= (cut->goes_on ? cut->anchors[0].first : 0) && k < WINDOW; k++)
		spot_add(cut, &spots[0], k);
	for (size_t i = 1; i < n; i++) {
		size_t to = cut->anchors[i].first, from = cut->anchors[i - 1].last + 1;
		if (to - from > WINDOW)
			from = to - WINDOW;
		for (size_t k = from; k <= to; k++)
			spot_add(cut, &spots[i], k);
	}
	spot_add(cut, &spots[n], cut->level_count);
	return spots;
}

/* The least cost of what stands before the first row: lines that go on from the page before. */
static long start_cost(size_t level)
{
	return level > 0 ? 500 : 0;
}

static void keep_least(long *cost, long other)
{
	if (other < *cost)
		*cost = other;
}

/* All rows between the places i - 1 and i, each place's best cost of one side taken to the other. */
static void spots_carry(const struct pdf_cut *cut, struct spots *spots, size_t i, bool forward)
{
	struct spots *from = &spots[i - 1], *to = &spots[i];
	for (size_t k = 0; k < to->count; k++) {
		struct growing row = {.from = to->level[k]};
		long border = border_cost(cut, to->level[k]);
		for (size_t j = from->count; j-- > 0;) {
			grow(cut, &row, from->level[j]);
			long cost = border + grown_cost(cut, &row);
			if (forward)
				keep_least(&to->before[k], from->before[j] + cost);
			else
				keep_least(&from->behind[j], to->behind[k] + cost);
		}
	}
}

static void spots_cost(const struct pdf_cut *cut, struct spots *spots)
{
	size_t n = cut->anchor_count;
	for (size_t k = 0; k < spots[0].count; k++)
		spots[0].before[k] =
		    start_cost(spots[0].level[k]) + border_cost(cut, spots[0].level[k]);
	for (size_t i = 1; i <= n; i++)
		spots_carry(cut, spots, i, true);
	spots[n].behind[0] = 0;
	for (size_t i = n; i > 0; i--)
		spots_carry(cut, spots, i, false);
}

static long spot_cost(const struct spots *s, size_t k)
{
	return s->before[k] + s->behind[k];
}

/* The best place, and how far from it one lies that is nearly as good. */
static void spot_choose(const struct pdf_cut *cut, const struct spots *s, size_t i)
{
	size_t best = 0;
	for (size_t k = 1; k < s->count; k++)
		if (spot_cost(s, k) < spot_cost(s, best))
			best = k;
	size_t from = s->level[best], to = from;
	long margin = cut->text->layout ? 1000 : 500;
	for (size_t k = 0; k < s->count; k++)
		if (spot_cost(s, k) <= spot_cost(s, best) + margin) {
			from = s->level[k] < from ? s->level[k] : from;
			to = s->level[k] > to ? s->level[k] : to;
		}
	cut->border[i] = s->level[best];
	cut->unsure[2 * i] = from;
	cut->unsure[2 * i + 1] = to;
}

void pdf_cut_find(struct pdf_cut *cut)
{
	size_t n = cut->anchor_count;
	cut->border = arena_alloc(cut->text->arena, (n + 1) * sizeof *cut->border);
	cut->unsure = arena_alloc(cut->text->arena, (n + 1) * 2 * sizeof *cut->unsure);
	if (n == 0) {
		cut->border[0] = cut->level_count;
		return;
	}
	struct spots *spots = spots_make(cut);
	spots_cost(cut, spots);
	for (size_t i = 0; i <= n; i++)
		spot_choose(cut, &spots[i], i);
}
