/* SPDX-License-Identifier: MIT
 * pdfrow: the rows of a table over all its pages: what numbers them, how their cells stand, which
 * lines are theirs. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "read/pdfcut.h"

static bool is_wide(const struct pdf_line *line)
{
	return line->last > line->column;
}

/* Does the line begin with a row's number, in a column of numbers? */
static bool is_numbered(const struct pdf_table *table, const struct pdf_line *line)
{
	return line->column < table->numbers && pdf_is_number(line->run.words[0]->text) &&
	       (is_wide(line) || line->run.count == 1);
}

static void levels_find(struct pdf_cut *cut)
{
	struct arena *a = cut->text->arena;
	for (size_t i = 0; i < cut->lines.count; i++) {
		long base = cut->lines.items[i].run.base;
		struct pdf_level *last =
		    cut->level_count > 0 ? &cut->levels[cut->level_count - 1] : NULL;
		if (last && base - last->base < cut->text->em * 12 / 100) {
			last->count++;
			continue;
		}
		cut->levels = arena_more(a, cut->levels, cut->level_count, sizeof *cut->levels);
		cut->levels[cut->level_count++] = (struct pdf_level){i, 1, base};
	}
}

static void anchor_add(struct pdf_cut *cut, size_t level, bool wide, long leading)
{
	struct pdf_anchor *last =
	    cut->anchor_count > 0 ? &cut->anchors[cut->anchor_count - 1] : NULL;
	long gap = last ? cut->levels[level].base - cut->levels[last->last].base : 0;
	bool same =
	    last && (gap < cut->text->em / 2 || (last->wide && wide && gap * 100 <= leading * 130));
	if (same) {
		last->last = level;
		last->wide = last->wide || wide;
		return;
	}
	cut->anchors =
	    arena_more(cut->text->arena, cut->anchors, cut->anchor_count, sizeof *cut->anchors);
	cut->anchors[cut->anchor_count++] = (struct pdf_anchor){level, level, wide};
}

/* A number amid lines over several columns numbers these. */
static void anchors_merge(struct pdf_cut *cut)
{
	size_t n = 0;
	for (size_t i = 0; i < cut->anchor_count; i++) {
		struct pdf_anchor *a = &cut->anchors[i], *b = n > 0 ? &cut->anchors[n - 1] : NULL;
		long gap = b ? cut->levels[a->first].base - cut->levels[b->last].base : 0;
		if (b && (a->wide != b->wide) && gap <= cut->table->leading * 8 / 10) {
			b->last = a->last;
			b->wide = true;
		} else {
			cut->anchors[n++] = *a;
		}
	}
	cut->anchor_count = n;
}

/* "(1)" "(2)" "(3)": the row that numbers the columns. */
static bool numbers_columns(const struct pdf_cut *cut, const struct pdf_level *level)
{
	size_t n = 0;
	for (size_t k = level->from; k < level->from + level->count; k++) {
		const struct pdf_run *run = &cut->lines.items[k].run;
		const char *s = run->words[0]->text;
		n += run->count == 1 && *s == '(' && s[1] >= '0' && s[1] <= '9' && pdf_is_number(s);
	}
	return n >= 3 && n == level->count;
}

static void anchors_find(struct pdf_cut *cut)
{
	for (size_t i = 0; i < cut->level_count; i++) {
		const struct pdf_level *level = &cut->levels[i];
		bool number = numbers_columns(cut, level), wide = false;
		for (size_t k = level->from; k < level->from + level->count; k++) {
			const struct pdf_line *line = &cut->lines.items[k];
			number = number || is_numbered(cut->table, line);
			wide = wide || is_wide(line);
		}
		if (number || wide)
			anchor_add(cut, i, wide, cut->table->leading);
	}
	anchors_merge(cut);
}

/* Without numbers a row is known by its first cell: lines close to each other. */
static void anchors_guess(struct pdf_cut *cut)
{
	size_t column = cut->table->numbers;
	long base = 0;
	bool open = false;
	for (size_t i = 0; i < cut->level_count; i++) {
		const struct pdf_level *level = &cut->levels[i];
		bool here = false, wide = false;
		for (size_t k = level->from; k < level->from + level->count; k++) {
			here = here || cut->lines.items[k].column <= column;
			wide = wide || is_wide(&cut->lines.items[k]);
		}
		if (!here && !wide)
			continue;
		struct pdf_anchor *last =
		    cut->anchor_count > 0 ? &cut->anchors[cut->anchor_count - 1] : NULL;
		if (open && last->wide == wide &&
		    (level->base - base) * 100 <= cut->table->leading * 112)
			last->last = i;
		else {
			cut->anchors = arena_more(cut->text->arena, cut->anchors, cut->anchor_count,
						  sizeof *cut->anchors);
			cut->anchors[cut->anchor_count++] = (struct pdf_anchor){i, i, wide};
		}
		base = level->base;
		open = true;
	}
}

/* Columns at the left that hold row numbers and little else: none, one or two. */
static size_t numbers_count(const struct pdf_table *table, const struct pdf_cut *cuts)
{
	size_t n = 0;
	for (; n < 2 && n + 2 < table->columns; n++) {
		size_t numbers = 0, lines = 0;
		for (size_t p = 0; p < table->count; p++)
			for (size_t i = 0; i < cuts[p].lines.count; i++) {
				const struct pdf_line *line = &cuts[p].lines.items[i];
				if (line->column != n || is_wide(line))
					continue;
				lines++;
				numbers +=
				    line->run.count == 1 && pdf_is_number(line->run.words[0]->text);
			}
		if (numbers * 10 < lines * 6 || numbers == 0)
			break;
	}
	return n;
}

static int by_length(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;
	return x < y ? -1 : x > y;
}

/* The usual distance of lines in a cell. */
static long leading_of(const struct pdf_text *t, const struct pdf_table *table,
		       const struct pdf_cut *cuts)
{
	long *gaps = NULL;
	size_t n = 0;
	for (size_t p = 0; p < table->count; p++) {
		long base[PDF_COLUMNS] = {0};
		for (size_t i = 0; i < cuts[p].lines.count; i++) {
			const struct pdf_line *line = &cuts[p].lines.items[i];
			long gap = line->run.base - base[line->column];
			base[line->column] = line->run.base;
			if (gap < t->em * 6 / 10 || gap > t->em * 2)
				continue;
			gaps = arena_more(t->arena, gaps, n, sizeof *gaps);
			gaps[n++] = gap;
		}
	}
	if (n == 0)
		return t->em * 12 / 10;
	qsort(gaps, n, sizeof *gaps, by_length);
	return gaps[n * 2 / 5];
}

static long distance(long a, long b)
{
	return a > b ? a - b : b - a;
}

/* How far a column's cells stand from the middle and from the top of their rows. */
struct stance {
	long middle, top;
};

static void stance_of_row(const struct pdf_cut *cut, size_t i, struct stance *stances)
{
	long first[PDF_COLUMNS + 1], last[PDF_COLUMNS + 1];
	bool used[PDF_COLUMNS + 1] = {0};
	size_t from = cut->border[i], to = cut->border[i + 1];
	for (size_t l = from; l < to; l++)
		for (size_t k = 0; k < cut->levels[l].count; k++) {
			const struct pdf_line *line = &cut->lines.items[cut->levels[l].from + k];
			size_t c = is_wide(line) ? cut->table->columns : line->column;
			first[c] = used[c] ? first[c] : cut->levels[l].base;
			last[c] = cut->levels[l].base;
			used[c] = true;
		}
	if (from >= to)
		return;
	long top = cut->levels[from].base, base = cut->levels[to - 1].base;
	for (size_t c = 0; c <= cut->table->columns; c++) {
		if (!used[c] || (base - top) - (last[c] - first[c]) < cut->text->em / 2)
			continue;
		long middle = distance(first[c] + last[c], top + base) / 2;
		long high = first[c] - top, cap = cut->text->em;
		stances[c].middle += middle < cap ? middle : cap;
		stances[c].top += high < cap ? high : cap;
	}
}

static void modes_learn(const struct pdf_table *table, const struct pdf_cut *cuts,
			enum pdf_mode *modes)
{
	struct stance stances[PDF_COLUMNS + 1] = {0}, all = {0};
	for (size_t p = 0; p < table->count; p++)
		for (size_t i = 0; i < cuts[p].anchor_count; i++)
			stance_of_row(&cuts[p], i, stances);
	for (size_t c = 0; c <= table->columns; c++) {
		all.middle += stances[c].middle;
		all.top += stances[c].top;
	}
	for (size_t c = 0; c <= table->columns; c++) {
		struct stance s = stances[c].middle == stances[c].top ? all : stances[c];
		modes[c] = s.middle == s.top ? PDF_ANY : s.middle < s.top ? PDF_MIDDLE : PDF_TOP;
	}
}

/* The last line of a heading over several columns may be short. It stands right below, begins where
 * the line above does and is alone at its height. */
static void wide_lines_end(const struct pdf_cut *cut)
{
	for (size_t i = 1; i < cut->level_count; i++) {
		const struct pdf_level *level = &cut->levels[i], *above = level - 1;
		struct pdf_line *line = &cut->lines.items[level->from];
		const struct pdf_line *up = &cut->lines.items[above->from + above->count - 1];
		if (level->count == 1 && is_wide(up) && !is_wide(line) &&
		    (level->base - above->base) * 100 <= cut->table->leading * 108 &&
		    distance(line->run.left, up->run.left) < cut->text->em / 4)
			line->last = up->last;
	}
}

static void rooms_find(struct pdf_table *table, const struct pdf_cut *cuts)
{
	for (size_t p = 0; p < table->count; p++)
		for (size_t i = 0; i < cuts[p].lines.count; i++) {
			const struct pdf_line *line = &cuts[p].lines.items[i];
			long width = line->run.right - line->run.left;
			if (!is_wide(line) && width > table->room[line->column])
				table->room[line->column] = width;
		}
}

static struct pdf_cut *cuts_make(const struct pdf_text *t, struct pdf_table *table,
				 const enum pdf_mode *modes)
{
	struct pdf_cut *cuts = arena_alloc(t->arena, (table->count + 1) * sizeof *cuts);
	for (size_t p = 0; p < table->count; p++)
		cuts[p] = (struct pdf_cut){.text = t,
					   .table = table,
					   .modes = modes,
					   .goes_on = p > 0,
					   .is_cut = p + 1 < table->count,
					   .lines = pdf_lines_find(t, table, &table->parts[p])};
	table->numbers = numbers_count(table, cuts);
	table->leading = leading_of(t, table, cuts);
	rooms_find(table, cuts);
	for (size_t p = 0; p < table->count; p++) {
		levels_find(&cuts[p]);
		wide_lines_end(&cuts[p]);
		if (table->numbers > 0)
			anchors_find(&cuts[p]);
		else
			anchors_guess(&cuts[p]);
	}
	return cuts;
}

static struct pdf_row *row_add(struct arena *a, struct pdf_rows *rows, const struct pdf_cut *cut,
			       size_t from, size_t to)
{
	rows->items = arena_more(a, rows->items, rows->count, sizeof *rows->items);
	struct pdf_row *row = &rows->items[rows->count++];
	size_t count = 0;
	for (size_t l = from; l < to; l++)
		count += cut->levels[l].count;
	row->lines = arena_alloc(a, (count + 1) * sizeof(void *));
	row->top = cut->levels[from].base;
	row->base = cut->levels[to - 1].base;
	for (size_t l = from; l < to; l++)
		for (size_t k = 0; k < cut->levels[l].count; k++) {
			struct pdf_line *line = &cut->lines.items[cut->levels[l].from + k];
			row->wide = row->wide || is_wide(line);
			row->lines[row->count++] = line;
			for (size_t c = line->column; line->unsure && c <= line->last; c++)
				row->unsure[c] = true;
		}
	return row;
}

/* A cell over several columns beside other cells is rare: its words may have run over. */
static void mark_wide(const struct pdf_table *table, struct pdf_row *row)
{
	size_t from = table->columns, to = 0, beside = 0;
	for (size_t i = 0; i < row->count; i++) {
		const struct pdf_line *line = row->lines[i];
		if (!is_wide(line))
			continue;
		from = line->column < from ? line->column : from;
		to = line->last > to ? line->last : to;
	}
	for (size_t i = 0; i < row->count; i++) {
		size_t c = row->lines[i]->column;
		beside += c >= table->numbers && (c < from || c > to);
	}
	for (size_t c = from; row->wide && beside > 0 && c <= to; c++)
		row->unsure[c] = true;
}

/* The cells whose lines may be on the other side of border i. */
static void mark_unsure(const struct pdf_cut *cut, size_t i, struct pdf_row *row)
{
	for (size_t l = cut->unsure[2 * i]; l < cut->unsure[2 * i + 1]; l++)
		for (size_t k = 0; k < cut->levels[l].count; k++) {
			const struct pdf_line *line = &cut->lines.items[cut->levels[l].from + k];
			for (size_t c = line->column; c <= line->last; c++)
				row->unsure[c] = true;
		}
}

/* In layout text places are rough: what stands centred, or where words of some lines lie over borders,
 * or where no heading says what the columns are, is a guess. */
static void mark_rough(const struct pdf_cut *cut, const struct pdf_part *part, struct pdf_row *row)
{
	bool crossed = !part->head;
	for (size_t c = 0; c + 1 < cut->table->columns; c++)
		crossed = crossed || part->gaps.crossed[c];
	for (size_t c = 0; cut->text->layout && c < cut->table->columns; c++)
		if (crossed || cut->modes[c] == PDF_MIDDLE)
			row->unsure[c] = true;
}

static void rows_of_part(struct pdf_rows *rows, const struct pdf_part *part,
			 const struct pdf_cut *cut)
{
	struct arena *a = cut->text->arena;
	if (cut->anchor_count > 0 && rows->count > 0) /* the page may begin with more of it */
		mark_unsure(cut, 0, &rows->items[rows->count - 1]);
	if (cut->border[0] > 0) {
		struct pdf_row *row = row_add(a, rows, cut, 0, cut->border[0]);
		row->part = part;
		row->goes_on = true;
		mark_rough(cut, part, row);
		if (cut->anchor_count > 0)
			mark_unsure(cut, 0, row);
	}
	for (size_t i = 0; i < cut->anchor_count; i++) {
		struct pdf_row *row = row_add(a, rows, cut, cut->border[i], cut->border[i + 1]);
		row->part = part;
		row->guessed = cut->table->numbers == 0;
		mark_wide(cut->table, row);
		mark_rough(cut, part, row);
		mark_unsure(cut, i, row);
		mark_unsure(cut, i + 1, row);
	}
}

struct pdf_rows pdf_rows_find(const struct pdf_text *t, struct pdf_table *table)
{
	enum pdf_mode modes[PDF_COLUMNS + 1] = {PDF_ANY};
	struct pdf_cut *cuts = cuts_make(t, table, modes);
	for (size_t p = 0; p < table->count; p++)
		pdf_cut_find(&cuts[p]);
	modes_learn(table, cuts, modes);
	struct pdf_rows rows = {0};
	for (size_t p = 0; p < table->count; p++) {
		pdf_cut_find(&cuts[p]);
		rows_of_part(&rows, &table->parts[p], &cuts[p]);
	}
	for (size_t c = 0; c <= table->columns; c++)
		table->middle[c] = modes[c] == PDF_MIDDLE;
	return rows;
}
