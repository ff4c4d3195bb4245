/* SPDX-License-Identifier: MIT
 * pdfspan: cells that reach over several rows, known by where their lines stand: amid the rows they
 * are for, not amid one. It knows rows, and nothing of what they say. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "read/pdf_private.h"

/* The base of the first and last line of a cell. */
struct cell_box {
	long first, last;
	size_t count;
};

static struct cell_box box_of(const struct pdf_row *row, size_t column)
{
	struct cell_box box = {0};
	for (size_t i = 0; i < row->count; i++) {
		const struct pdf_line *line = row->lines[i];
		if (line->column != column)
			continue;
		box.first = box.count++ == 0 ? line->run.base : box.first;
		box.last = line->run.base;
	}
	return box;
}

static long distance(long a, long b)
{
	return a > b ? a - b : b - a;
}

/* First and last line of the row without what is in the column. */
static struct cell_box rest_of(const struct pdf_row *row, size_t column)
{
	struct cell_box box = {0};
	for (size_t i = 0; i < row->count; i++) {
		const struct pdf_line *line = row->lines[i];
		if (line->column == column)
			continue;
		long base = line->run.base;
		if (box.count == 0 || base < box.first)
			box.first = base;
		if (box.count == 0 || base > box.last)
			box.last = base;
		box.count++;
	}
	return box;
}

struct spans {
	const struct pdf_text *text;
	const struct pdf_table *table;
	struct pdf_rows *rows;
	size_t column;
	bool filled;   /* most of its rows have lines */
	bool optional; /* a row need not have it */
};

static struct pdf_row *row_at(const struct spans *s, size_t i)
{
	return &s->rows->items[i];
}

/* May a cell reach from row i to its neighbour k? */
static bool may_reach(const struct spans *s, size_t i, size_t k)
{
	const struct pdf_row *a = row_at(s, i), *b = row_at(s, k);
	return a->part == b->part && !a->wide && !b->wide && !a->goes_on && !b->goes_on;
}

static bool is_empty(const struct spans *s, size_t i)
{
	return box_of(row_at(s, i), s->column).count == 0;
}

/* The height halfway between row i and the next one, or as far behind row i as usual. */
static long edge_below(const struct spans *s, size_t i)
{
	const struct pdf_row *row = row_at(s, i);
	if (i + 1 < s->rows->count && row_at(s, i + 1)->part == row->part)
		return (rest_of(row, s->column).last + rest_of(row + 1, s->column).first) / 2;
	return rest_of(row, s->column).last + s->table->leading * 6 / 10;
}

static long edge_above(const struct spans *s, size_t i)
{
	const struct pdf_row *row = row_at(s, i);
	if (i > 0 && row_at(s, i - 1)->part == row->part)
		return edge_below(s, i - 1);
	return rest_of(row, s->column).first - s->table->leading * 6 / 10;
}

/* How far the middle of the lines is from that of rows [from, to]. */
static long off_middle(const struct spans *s, const struct cell_box *box, size_t from, size_t to)
{
	return distance(box->first + box->last, edge_above(s, from) + edge_below(s, to)) / 2;
}

/* Moves the column's lines of rows (from, to] to row `from`, whose cell reaches down. */
static void span_set(const struct spans *s, size_t from, size_t to, bool guessed)
{
	struct arena *a = s->text->arena;
	struct pdf_row *top = row_at(s, from);
	struct pdf_line **lines = NULL;
	size_t count = 0;
	for (size_t i = from; i <= to; i++) {
		struct pdf_row *row = row_at(s, i);
		size_t kept = 0;
		for (size_t k = 0; k < row->count; k++) {
			bool here = row->lines[k]->column == s->column;
			if (here || i == from) {
				lines = arena_more(a, lines, count, sizeof *lines);
				lines[count++] = row->lines[k];
			} else {
				row->lines[kept++] = row->lines[k];
			}
		}
		if (i > from)
			row->count = kept;
		row->reach[s->column] = i == from ? (int)(to - from + 1) : 0;
		row->span_guessed[s->column] = guessed || s->text->layout;
		row->unsure[s->column] = row->unsure[s->column] && to == from;
	}
	top->lines = lines;
	top->count = count;
}

static void doubt_rows(const struct spans *s, size_t from, size_t to)
{
	for (size_t i = from; i <= to; i++)
		row_at(s, i)->span_guessed[s->column] = true;
}

/* The empty rows around [from, to]. */
static void widen(const struct spans *s, size_t *from, size_t *to)
{
	while (*from > 0 && may_reach(s, *from, *from - 1) && is_empty(s, *from - 1))
		(*from)--;
	while (*to + 1 < s->rows->count && may_reach(s, *to, *to + 1) && is_empty(s, *to + 1))
		(*to)++;
}

/* Does the box stand amid row i's other cells? */
static bool stands_amid(const struct spans *s, const struct cell_box *box, size_t i)
{
	struct cell_box rest = rest_of(row_at(s, i), s->column);
	if (rest.count == 0)
		return true;
	long first = rest.first < box->first ? rest.first : box->first;
	long last = rest.last > box->last ? rest.last : box->last;
	return distance(box->first + box->last, first + last) / 2 <= s->text->em * 14 / 100;
}

/* Is the row the last of a part that is not the last? */
static bool is_cut_by_page(const struct spans *s, size_t i)
{
	return i + 1 < s->rows->count && row_at(s, i)->part != row_at(s, i + 1)->part;
}

/* Lines in rows [from, to] that are one cell: which rows around is it for? False: none fits. */
static bool span_fit(const struct spans *s, size_t from, size_t to)
{
	struct cell_box box = box_of(row_at(s, from), s->column);
	box.last = box_of(row_at(s, to), s->column).last;
	size_t low = from, high = to;
	widen(s, &low, &high);
	long best = off_middle(s, &box, low, high), near = s->text->em / 2;
	if (best <= near && high > low) {
		span_set(s, low, high, false);
		return true;
	}
	if (from == to && high > to && is_cut_by_page(s, high) &&
	    distance(box.first, rest_of(row_at(s, from), s->column).first) < s->text->em / 2) {
		span_set(s, from, high, true);
		return true;
	}
	size_t best_from = low, best_to = high;
	for (size_t i = low; i <= from; i++)
		for (size_t k = to; k <= high && k < to + 64; k++)
			if (off_middle(s, &box, i, k) < best) {
				best = off_middle(s, &box, i, k);
				best_from = i;
				best_to = k;
			}
	if (best > near || best_from == best_to)
		return false;
	span_set(s, best_from, best_to, true);
	return true;
}

/* The last row that the column's lines go on to from row i without a gap. */
static size_t block_end(const struct spans *s, size_t i)
{
	while (i + 1 < s->rows->count && may_reach(s, i, i + 1) && !is_empty(s, i + 1)) {
		struct cell_box a = box_of(row_at(s, i), s->column);
		struct cell_box b = box_of(row_at(s, i + 1), s->column);
		if ((b.first - a.last) * 100 > s->table->leading * 104)
			break;
		i++;
	}
	return i;
}

/* A column whose cells are centred: row i has lines. Returns the last row looked at. */
static size_t span_middle(const struct spans *s, size_t i)
{
	size_t end = block_end(s, i);
	bool apart = true;
	for (size_t k = i; k <= end; k++) {
		struct cell_box box = box_of(row_at(s, k), s->column);
		apart = apart && stands_amid(s, &box, k);
	}
	if (end > i && !apart && span_fit(s, i, end))
		return end;
	for (size_t k = i; k <= end; k++) {
		struct cell_box box = box_of(row_at(s, k), s->column);
		size_t from = k, to = k;
		widen(s, &from, &to);
		bool own = stands_amid(s, &box, k);
		if (from == to && !own)
			doubt_rows(s, k, k);
		else if (from < to && !own && !span_fit(s, k, k))
			doubt_rows(s, from, to);
		else if (from < k && to > k && own &&
			 off_middle(s, &box, from, to) <= s->text->em / 2)
			doubt_rows(s, from, to); /* amid one row as well as amid all */
	}
	return end;
}

/* What numbers the row: a figure, a letter or nothing, in each column of numbers. */
static int numbering_of(const struct spans *s, size_t i)
{
	int kind = 0;
	const struct pdf_row *row = row_at(s, i);
	for (size_t k = 0; k < row->count; k++) {
		const struct pdf_line *line = row->lines[k];
		if (line->column >= s->table->numbers)
			continue;
		char c = line->run.words[0]->text[0];
		kind |= (c >= '0' && c <= '9' ? 1 : strchr("IVX", c) ? 2 : 4) << (3 * line->column);
	}
	return kind;
}

/* Cells that begin at their rows' top: lines that go on below the next row's top. */
static size_t span_top(const struct spans *s, size_t i)
{
	size_t end = i;
	while (end + 1 < s->rows->count && may_reach(s, end, end + 1)) {
		struct cell_box next = box_of(row_at(s, end + 1), s->column);
		struct cell_box rest = rest_of(row_at(s, end + 1), s->column);
		if (next.count == 0 || rest.count == 0 ||
		    distance(next.first, rest.first) <= s->text->em * 14 / 100)
			break;
		end++;
	}
	size_t last = end;
	while (s->filled && last + 1 < s->rows->count && may_reach(s, last, last + 1) &&
	       is_empty(s, last + 1) && numbering_of(s, last + 1) == numbering_of(s, i))
		last++;
	if (last > end && s->optional) {
		doubt_rows(s, end, last);
		last = end;
	}
	if (last > i)
		span_set(s, i, last, last > end);
	return last;
}

/* Is the column one that a task may have nothing in: who helps, notes, money? An empty cell is then
 * rather one than the rest of the cell above. */
static bool is_optional(const struct pdf_text *t, const struct pdf_table *table, size_t column)
{
	static const char *const words[] = {"phối hợp", "ghi chú", "kinh phí", "căn cứ"};
	const struct pdf_heading *h = &table->head->columns[column];
	struct buf out = {0};
	for (size_t i = 0; i < h->count; i++)
		buf_format(&out, "%s ", pdf_run_text(t->arena, &h->runs[i]));
	const char *key = text_key(t->arena, buf_take(&out, t->arena));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(key, words[i]))
			return true;
	return false;
}

static bool is_mostly_filled(const struct spans *s)
{
	size_t filled = 0, rows = 0;
	for (size_t i = 0; i < s->rows->count; i++) {
		if (row_at(s, i)->wide || row_at(s, i)->goes_on)
			continue;
		rows++;
		filled += !is_empty(s, i);
	}
	return filled * 3 >= rows;
}

/* Empty cells at the top of a page may be for a cell that goes on from the page before. */
static void doubt_tops(const struct spans *s)
{
	for (size_t i = 1; i < s->rows->count; i++) {
		if (!is_cut_by_page(s, i - 1) || row_at(s, i - 1)->wide)
			continue;
		while (i < s->rows->count && row_at(s, i)->goes_on)
			i++;
		for (size_t k = i; k < s->rows->count && !row_at(s, k)->wide && is_empty(s, k) &&
				   row_at(s, k)->reach[s->column] == 1;
		     k++)
			row_at(s, k)->span_guessed[s->column] = true;
	}
}

void pdf_spans_find(const struct pdf_text *t, const struct pdf_table *table, struct pdf_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		for (size_t c = 0; c < PDF_COLUMNS; c++)
			rows->items[i].reach[c] = 1;
	for (size_t c = table->numbers; c < table->columns; c++) {
		struct spans s = {t, table, rows, c, .optional = is_optional(t, table, c)};
		s.filled = is_mostly_filled(&s);
		for (size_t i = 0; i < rows->count; i++) {
			if (rows->items[i].wide || rows->items[i].goes_on || is_empty(&s, i))
				continue;
			i = table->middle[c] ? span_middle(&s, i) : span_top(&s, i);
		}
		if (s.filled)
			doubt_tops(&s);
	}
}
