/* SPDX-License-Identifier: MIT
 * continued: a table without headings of its own behind one that ended with its page goes on with it.
 * It knows columns and numbers, and nothing of what rows say. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/closing.h"
#include "import/headings_private.h"
#include "import/look.h"
#include "import/memo.h"
#include "import/ordinal.h"

enum { FURNITURE_BYTES = 12, LIKE_ONE = 50 };

static size_t width_of(const struct grid_row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < row->count; i++)
		n += row->cells[i].columns > 1 ? (size_t)row->cells[i].columns : 1;
	return n;
}

static size_t table_width(const struct grid_table *grid)
{
	size_t width = 0;
	for (size_t r = 0; r < grid->count; r++) {
		size_t n = width_of(&grid->rows[r]);
		width = n > width ? n : width;
	}
	return width;
}

/* The width that the document gives its widest row, empty columns at the end too. */
static size_t whole_width(const struct grid_table *grid, size_t most)
{
	size_t width = table_width(grid);
	for (size_t r = 0; r < grid->count; r++)
		width = grid->rows[r].wide > width ? grid->rows[r].wide : width;
	return width < most ? width : most;
}

static struct ordinal number_in(struct arena *a, const struct task_table *table,
				const struct grid_row *row)
{
	for (size_t i = 0, column = 0; i < row->count; i++) {
		const char *text = row->cells[i].text, *rest;
		for (size_t c = 0; c < table->count; c++) {
			if (table->columns[c].role != ROLE_NO || table->columns[c].from != column)
				continue;
			struct ordinal o = ordinal_read(a, text);
			return o.kind != ORDINAL_NONE ? o : ordinal_lead(a, text, &rest);
		}
		column += row->cells[i].columns > 1 ? (size_t)row->cells[i].columns : 1;
	}
	return (struct ordinal){ORDINAL_NONE, 0, 0, "", ""};
}

/* Is the first number of the further table, of a task or a section, the one behind the last of its
 * kind in the open one? */
static bool counts_on(struct arena *a, const struct task_table *open,
		      const struct grid_table *further)
{
	struct ordinal first = {ORDINAL_NONE, 0, 0, "", ""};
	for (size_t r = 0; r < further->count && first.kind == ORDINAL_NONE; r++)
		first = number_in(a, open, &further->rows[r]);
	if (first.kind == ORDINAL_NONE || first.kind == ORDINAL_SMALL)
		return false;
	for (size_t r = open->end; r > open->begin; r--) {
		struct ordinal o = number_in(a, open, &open->grid->rows[r - 1]);
		if (o.kind == first.kind && o.parts == first.parts)
			return o.value + 1 == first.value;
	}
	return false;
}

/* Is there nothing but a page's number between the pieces? */
static bool only_furniture(const struct grid *grid, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const char *text = grid->pieces[i].text;
		if (!text || strlen(text) > FURNITURE_BYTES ||
		    text[strspn(text, "0123456789-/ .")] != '\0')
			return false;
	}
	return true;
}

static bool is_apart(struct arena *a, const struct grid_table *further)
{
	for (size_t r = 0; r < further->count; r++)
		if (!closing_row(a, &further->rows[r]))
			return false;
	return true;
}

/* Does every cell that is there look like one of the column it stands in? */
static bool looks_right(struct memo *memo, const struct task_table *open,
			const struct grid_row *row)
{
	for (size_t i = 0, column = 0; i < row->count; i++) {
		const struct look *look = memo_look(memo, row->cells[i].text);
		for (size_t c = 0; c < open->count && !look->empty; c++) {
			enum role role = open->columns[c].role;
			if (open->columns[c].from != column)
				continue;
			bool names = role == ROLE_LEAD || role == ROLE_WITH;
			bool days = role == ROLE_START || role == ROLE_DUE;
			if ((names && look->agency < LIKE_ONE) ||
			    (days && look->deadline < LIKE_ONE))
				return false;
		}
		column += row->cells[i].columns > 1 ? (size_t)row->cells[i].columns : 1;
	}
	return true;
}

static bool is_told_by_look(enum role role)
{
	return role == ROLE_LEAD || role == ROLE_WITH || role == ROLE_START || role == ROLE_DUE;
}

/* Do the rows show that the columns they lack are the last ones, which are empty in all of them? */
static bool lacks_last(struct memo *memo, const struct task_table *open,
		       const struct grid_table *further, size_t width)
{
	size_t right = 0;
	bool told = false;
	for (size_t r = 0; r < further->count; r++) {
		const struct grid_row *row = &further->rows[r];
		if (width_of(row) != width)
			continue;
		if (!looks_right(memo, open, row))
			return false;
		right++;
		for (size_t c = 0; c < open->count; c++)
			if (open->columns[c].to == width &&
			    is_told_by_look(open->columns[c].role) &&
			    *row->cells[row->count - 1].text)
				told = true;
	}
	return told || right > 2;
}

/* A row gets empty cells at its end. */
static void widen(struct arena *a, struct grid_row *row, size_t from, size_t to)
{
	if (width_of(row) != from || from >= to)
		return;
	struct grid_cell *cells = arena_alloc(a, (row->count + to - from) * sizeof *cells);
	memcpy(cells, row->cells, row->count * sizeof *cells);
	row->cells = cells;
	for (; from < to; from++)
		cells[row->count++] = (struct grid_cell){.text = "",
							 .lines = "",
							 .at = row->at,
							 .end = row->at,
							 .columns = 1,
							 .rows = 1};
}

/* The table with the empty columns at its end that the open one has. */
static const struct grid_table *whole(struct arena *a, const struct grid_table *grid, size_t most)
{
	struct grid_table *out = arena_alloc(a, sizeof *out);
	*out = *grid;
	out->rows = arena_alloc(a, (grid->count + 1) * sizeof *out->rows);
	memcpy(out->rows, grid->rows, grid->count * sizeof *out->rows);
	for (size_t r = 0; r < out->count; r++) {
		struct grid_row *row = &out->rows[r];
		widen(a, row, width_of(row), row->wide < most ? row->wide : most);
	}
	return out;
}

/* The rows of both tables as those of one, those of the second on a page of their own. */
static const struct grid_table *joined(struct arena *a, struct memo *memo,
				       const struct task_table *open,
				       const struct grid_table *second, size_t width)
{
	const struct grid_table *first = open->grid;
	bool lacks = lacks_last(memo, open, second, width);
	struct grid_table *both = arena_alloc(a, sizeof *both);
	size_t n = first->count, first_width = table_width(first);
	long page = n > 0 ? first->rows[n - 1].page + 1 : 0;
	*both = *first;
	both->count = n + second->count;
	both->rows = arena_alloc(a, both->count * sizeof *both->rows);
	memcpy(both->rows, first->rows, n * sizeof *both->rows);
	memcpy(both->rows + n, second->rows, second->count * sizeof *both->rows);
	for (size_t r = n; r < both->count; r++) {
		both->rows[r].page += page;
		if (lacks)
			widen(a, &both->rows[r], width, first_width);
	}
	return both;
}

/* Where nothing but its place says that the table goes on, its first row is doubtful. */
static void doubt_first(struct arena *a, struct grid_row *row)
{
	struct grid_doubt *doubt = arena_alloc(a, sizeof *doubt);
	const char *say = "";
	for (size_t i = 0; i < row->count && !*say; i++)
		say = row->cells[i].text;
	*doubt =
	    (struct grid_doubt){CODE_JOINED_AT_PAGE, text_opening(a, say, 60), NULL, row->doubts};
	row->doubts = doubt;
}

bool headings_continue(struct arena *a, struct memo *memo, const struct grid *grid, size_t before,
		       size_t piece, const struct grid_table *further, struct task_table *open)
{
	if (open->guessed || open->grid->form != GRID_ROWS || further->form != GRID_ROWS ||
	    open->end != open->grid->count || is_apart(a, further))
		return false;
	size_t open_width = table_width(open->grid);
	size_t width = table_width(grid->pieces[piece].table);
	if (width < open_width)
		width = whole_width(grid->pieces[piece].table, open_width);
	bool counts = counts_on(a, open, further) && width <= open_width;
	if (!counts && (width != open_width || !only_furniture(grid, before + 1, piece)))
		return false;
	size_t n = open->grid->count;
	const struct grid_table *both = joined(a, memo, open, whole(a, further, width), width);
	if (!counts)
		doubt_first(a, &both->rows[n]);
	bool *heads = arena_alloc(a, (both->count + 1) * sizeof *heads);
	memcpy(heads, open->heads, n * sizeof *heads);
	open->grid = both;
	open->heads = heads;
	open->end = open->until = both->count;
	for (size_t r = n; r < both->count && open->end == both->count; r++)
		if (closing_row(a, &both->rows[r]))
			open->end = r;
	return true;
}
