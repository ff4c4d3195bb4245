/* SPDX-License-Identifier: MIT
 * headingsgiven: headings that nobody understood: as the user names them, or only to be listed. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/headings_private.h"
#include "import/memo.h"
#include "import/ordinal.h"

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
		columns[i] = (struct column){roles[i], heading, cells[i].at, false};
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
		const struct grid_row *row = &grid_table->rows[0];
		bool stream = grid_table->form == GRID_STREAM;
		bool glued = stream && !find_given_in_stream(a, row, n, false, &at);
		if (stream ? glued && !find_given_in_stream(a, row, n, true, &at) : row->count != n)
			continue;
		name_columns(a, row->cells + (stream ? at : 0), roles, n, glued, columns);
		struct task_table *t = headings_add(a, tables, grid_table, columns, n);
		t->begin = stream ? at + n : !headings_is_title(a, row->cells[0].text);
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

void headings_guess(struct arena *a, struct memo *memo, const struct grid_table *grid,
		    struct task_tables *tables)
{
	const struct grid_row *row = &grid->rows[0];
	bool stream = grid->form == GRID_STREAM;
	size_t end = stream ? first_of_stream(a, row) : row->count;
	size_t n = stream && end > 0 ? run_before(a, row, end) : end;
	struct column columns[COLUMNS_MOST];
	if (n < 2 || n > COLUMNS_MOST || (!stream && grid->count < 2))
		return;
	for (size_t i = 0; i < n; i++) {
		const struct grid_cell *cell = &row->cells[end - n + i];
		columns[i] = (struct column){ROLE_UNKNOWN, cell->text, cell->at, false};
		columns[i].role = memo_role(memo, cell->text, &columns[i].typo);
	}
	struct task_table *t = headings_add(a, tables, grid, columns, n);
	t->begin = stream ? end : 1;
	t->end = stream ? row->count : grid->count;
	t->guessed = true;
}
