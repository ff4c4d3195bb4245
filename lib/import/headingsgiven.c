/* SPDX-License-Identifier: MIT
 * headingsgiven: headings that nobody understood: as the user names them, or only to be listed. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/closing.h"
#include "import/headings_private.h"
#include "import/memo.h"
#include "import/ordinal.h"

enum { TITLE_ROWS = 40 };

/* The roles of a list "no,text,-,due"; 0 when a word is none: *wrong. */
static size_t read_roles(struct arena *a, const char *list, enum role *roles, const char **wrong)
{
	size_t n = 0;
	for (;; list++) {
		size_t k = strcspn(list, ",");
		const char *word = text_squeeze(a, arena_copy(a, list, k));
		enum role role = *word ? role_find(word) : ROLE_OTHER;
		if (n == COLUMNS_MOST || role == ROLE_UNKNOWN) {
			*wrong = word;
			return 0;
		}
		roles[n++] = role;
		list += k;
		if (!*list)
			return n;
	}
}

/* What may be the heading in a cell; before the first one other text may be glued. */
static const char *heading_of(const struct grid_cell *cell, bool first)
{
	const char *end = first ? strrchr(cell->lines, '\n') : NULL;
	return end ? end + 1 : cell->text;
}

static void name_columns(struct arena *a, const struct grid_cell *cells, const enum role *roles,
			 size_t count, bool glued, struct column *columns)
{
	for (size_t i = 0; i < count; i++) {
		const char *heading = text_squeeze(a, heading_of(&cells[i], glued && i == 0));
		columns[i] =
		    (struct column){.role = roles[i], .heading = heading, .at = cells[i].at};
	}
}

/* The first n short cells of a stream that stand before a number. */
static bool find_given_in_stream(struct arena *a, const struct grid_row *row, size_t n, bool glued,
				 size_t *at)
{
	for (size_t i = 0; i + n + 1 < row->count; i++) {
		size_t k = 0;
		while (k < n && headings_may_be(a, heading_of(&row->cells[i + k], glued && k == 0)))
			k++;
		size_t next = i + n + (*row->cells[i + n].text == '\0');
		*at = i;
		if (k == n && headings_is_title(a, row->cells[next].text))
			return true;
	}
	return false;
}

static void find_again_in_stream(struct arena *a, struct memo *memo, const struct grid_row *row,
				 struct task_tables *tables)
{
	for (size_t i = tables->items[tables->count - 1].begin; i < row->count; i++) {
		const struct task_table *open = &tables->items[tables->count - 1];
		if (headings_again(memo, open, row->cells + i, row->count - i))
			headings_repeat(a, memo, tables, i);
	}
}

/* The grid's columns that a row of headings takes. */
static void place_columns(struct arena *a, struct task_table *t, const struct grid_row *row)
{
	if (t->grid->form == GRID_STREAM)
		return;
	t->until = t->grid->count;
	t->heads = arena_alloc(a, (t->grid->count + 1) * sizeof *t->heads);
	for (size_t i = 0, from = 0; i < t->count; i++) {
		t->columns[i].from = from;
		from += row->cells[i].columns > 1 ? (size_t)row->cells[i].columns : 1;
		t->columns[i].to = from;
	}
}

/* Columns without those that stand behind the last heading. */
static size_t named_columns(const struct task_table *t)
{
	size_t n = t->count;
	while (n > 0 && !*t->columns[n - 1].heading)
		n--;
	return n;
}

static size_t filled_cells(const struct grid_row *row)
{
	size_t n = row->count;
	while (n > 0 && !*row->cells[n - 1].text)
		n--;
	return n;
}

/* Tables whose headings can be made out keep their rows: the user says what the columns are. */
static bool rename_found(struct arena *a, struct memo *memo, const struct grid_table *grid,
			 const enum role *roles, size_t n, struct task_tables *tables)
{
	size_t from = tables->count, kept = from;
	headings_in_rows(a, memo, grid, tables);
	for (size_t i = from; i < tables->count; i++) {
		struct task_table *t = &tables->items[i];
		bool same = named_columns(t) == n;
		for (size_t c = 0; same && c < n; c++) {
			t->columns[c].role = roles[c];
			t->columns[c].typo = t->columns[c].mixed = false;
		}
		if (same)
			tables->items[kept++] = *t;
	}
	tables->count = kept;
	return kept > from;
}

/* The first row of as many cells as there are columns, mostly filled with what may be headings: titles
 * stand above it. The first row of all where none is such. */
static size_t row_of_headings(struct arena *a, const struct grid_table *grid, size_t n)
{
	for (size_t r = 0; r < grid->count && r < TITLE_ROWS; r++) {
		const struct grid_row *row = &grid->rows[r];
		size_t full = 0, other = 0;
		for (size_t i = 0; i < row->count; i++) {
			full += *row->cells[i].text != '\0';
			other += *row->cells[i].text && !headings_may_be(a, row->cells[i].text);
		}
		if (filled_cells(row) == n && full * 2 > n && other == 0)
			return r;
	}
	return 0;
}

const char *headings_given(struct arena *a, struct memo *memo, const struct grid *grid,
			   const char *list, struct task_tables *tables)
{
	enum role roles[COLUMNS_MOST];
	struct column columns[COLUMNS_MOST];
	const char *wrong = NULL;
	size_t n = read_roles(a, list, roles, &wrong), at = 0;
	*tables = (struct task_tables){NULL, 0};
	for (size_t i = 0; n > 0 && i < grid->count; i++) {
		const struct grid_table *grid_table = grid->pieces[i].table;
		if (grid->pieces[i].kind != PIECE_TABLE || grid_table->count == 0)
			continue;
		bool stream = grid_table->form == GRID_STREAM;
		if (!stream && rename_found(a, memo, grid_table, roles, n, tables))
			continue;
		size_t top = stream ? 0 : row_of_headings(a, grid_table, n);
		const struct grid_row *row = &grid_table->rows[top];
		bool glued = stream && !find_given_in_stream(a, row, n, false, &at);
		if (stream ? glued && !find_given_in_stream(a, row, n, true, &at)
			   : row->count != n && filled_cells(row) != n)
			continue;
		name_columns(a, row->cells + (stream ? at : 0), roles, n, glued, columns);
		struct task_table *t = headings_add(a, tables, grid_table, columns, n);
		place_columns(a, t, row);
		t->top = top;
		t->begin = stream ? at + n : top + !headings_is_title(a, row->cells[0].text);
		t->end = stream ? row->count : grid_table->count;
		if (!stream)
			continue;
		if (glued)
			t->before = headings_before(a, &row->cells[at]);
		headings_mark(a, t, row);
		find_again_in_stream(a, memo, row, tables);
	}
	return wrong;
}

/* The longest run of short cells that ends before cell i. */
static size_t run_before(struct arena *a, const struct grid_row *row, size_t i)
{
	size_t n = 0;
	while (n < i && n < COLUMNS_MOST && headings_may_be(a, row->cells[i - n - 1].text))
		n++;
	return n;
}

/* The first number 1 of a stream that stands behind at least three short cells; 0 when none does. */
static size_t first_of_stream(struct arena *a, const struct grid_row *row)
{
	for (size_t i = 3; i < row->count; i++)
		if (ordinal_read(a, row->cells[i].text).value == 1 && run_before(a, row, i) >= 3)
			return i;
	return 0;
}

/* A letterhead or a signature: a table that only lays out a page. */
static bool is_layout(struct arena *a, const struct grid_table *grid)
{
	for (size_t r = 0; r < grid->count && r < 2; r++)
		for (size_t i = 0; i < grid->rows[r].count; i++)
			if (closing_line(a, grid->rows[r].cells[i].lines))
				return true;
	return grid->rows[0].count < 3;
}

void headings_guess(struct arena *a, struct memo *memo, const struct grid_table *grid,
		    struct task_tables *tables)
{
	const struct grid_row *row = &grid->rows[0];
	bool stream = grid->form == GRID_STREAM;
	size_t end = stream ? first_of_stream(a, row) : row->count;
	size_t n = stream && end > 0 ? run_before(a, row, end) : end;
	struct column columns[COLUMNS_MOST];
	if (n < 2 || n > COLUMNS_MOST || (!stream && (grid->count < 2 || is_layout(a, grid))))
		return;
	for (size_t i = 0; i < n; i++) {
		const struct grid_cell *cell = &row->cells[end - n + i];
		columns[i] = (struct column){.heading = cell->text, .at = cell->at};
		columns[i].role = memo_role(memo, cell->text, &columns[i].typo);
	}
	struct task_table *t = headings_add(a, tables, grid, columns, n);
	place_columns(a, t, row);
	t->begin = stream ? end : 1;
	t->end = stream ? row->count : grid->count;
	t->guessed = true;
}
