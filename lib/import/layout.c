/* SPDX-License-Identifier: MIT
 * layout: cells under columns by the spans the document gives. It knows no texts. */
#include "import/layout.h"

#include "base/arena.h"
#include "base/text.h"
#include "import/rows.h"

static size_t real_columns(const struct task_table *table)
{
	return table->count - table_has(table, ROLE_MARK);
}

static size_t span_of(const struct grid_cell *cell)
{
	return cell->columns > 1 ? (size_t)cell->columns : 1;
}

/* Cells without the empty ones that stand behind the last column. */
static size_t cells_within(const struct task_table *table, const struct grid_row *row)
{
	size_t column = 0, width = table->columns[real_columns(table) - 1].to, n = row->count;
	for (size_t i = 0; i < row->count; i++)
		column += span_of(&row->cells[i]);
	while (n > 0 && column > width && !*row->cells[n - 1].text)
		column -= span_of(&row->cells[--n]);
	return n;
}

/* The table's column in which the grid's column is; count when in none. */
static size_t column_at(const struct task_table *table, size_t grid_column)
{
	size_t n = real_columns(table);
	for (size_t c = 0; c < n; c++)
		if (grid_column >= table->columns[c].from && grid_column < table->columns[c].to)
			return c;
	return n;
}

static bool overlaps(const struct column *c, size_t from, size_t to)
{
	return from < c->to && to > c->from;
}

/* As many cells as columns, each partly under its own. */
static bool is_in_order(const struct task_table *table, const struct grid_row *row, size_t count)
{
	if (count != real_columns(table))
		return false;
	for (size_t i = 0, from = 0; i < count; i++) {
		size_t to = from + span_of(&row->cells[i]);
		if (!overlaps(&table->columns[i], from, to))
			return false;
		from = to;
	}
	return true;
}

/* Does every cell lie in one column, or span whole ones, to the end of the last? */
static bool is_aligned(const struct task_table *table, const struct grid_row *row, size_t count)
{
	size_t from = 0, n = real_columns(table);
	for (size_t i = 0; i < count; i++) {
		size_t to = from + span_of(&row->cells[i]);
		size_t first = column_at(table, from), last = column_at(table, to - 1);
		if (first == n || last == n)
			return false;
		if (first != last &&
		    (table->columns[first].from != from || table->columns[last].to != to))
			return false;
		from = to;
	}
	return from == table->columns[n - 1].to;
}

static void add_part(struct arena *a, struct grid_cell *to, const struct grid_cell *part)
{
	if (!*part->text)
		return;
	if (!*to->text) {
		int rows = part->rows;
		*to = *part;
		to->rows = rows;
		return;
	}
	to->text = text_squeeze(a, arena_format(a, "%s %s", to->text, part->text));
	to->lines = arena_format(a, "%s\n%s", to->lines, part->lines);
	to->markup = to->markup || part->markup;
	to->doubts = to->doubts ? to->doubts : part->doubts;
}

static void put(struct arena *a, struct layout *l, size_t column, size_t wide,
		const struct grid_cell *cell)
{
	if (l->parts[column] == 0)
		l->cells[column] = *cell;
	else
		add_part(a, &l->cells[column], cell);
	l->parts[column] += l->parts[column] == 0 || *cell->text;
	l->wide[column] = wide > l->wide[column] ? wide : l->wide[column];
	for (size_t k = 1; k < wide; k++)
		l->wide[column + k] = 0;
}

struct layout layout_row(struct arena *a, const struct task_table *table,
			 const struct grid_row *row)
{
	struct layout l = {0};
	size_t count = cells_within(table, row), from = 0;
	bool in_order = is_in_order(table, row, count);
	l.fits = count > 0 && (in_order || is_aligned(table, row, count));
	l.cells = arena_alloc(a, (table->count + 1) * sizeof *l.cells);
	l.wide = arena_alloc(a, (table->count + 1) * sizeof *l.wide);
	l.parts = arena_alloc(a, (table->count + 1) * sizeof *l.parts);
	for (size_t c = 0; c < table->count; c++)
		l.cells[c] = (struct grid_cell){.text = "",
						.lines = "",
						.at = row->at,
						.end = row->at,
						.columns = 1,
						.rows = 1};
	for (size_t i = 0; l.fits && i < count; i++) {
		size_t to = from + span_of(&row->cells[i]);
		size_t first = in_order ? i : column_at(table, from);
		size_t last = in_order ? i : column_at(table, to - 1);
		put(a, &l, first, last - first + 1, &row->cells[i]);
		from = to;
	}
	return l;
}
