/* SPDX-License-Identifier: MIT
 * headingsrows: heading rows of tables whose document says where its rows are. It knows what headings
 * say (roles) and nothing of the rows behind them. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/closing.h"
#include "import/headings_private.h"
#include "import/memo.h"

/* The columns a row's cells name; spans of the grid are laid out. */
static size_t read_row_columns(struct memo *memo, const struct grid_row *row,
			       struct column *columns)
{
	size_t n = 0;
	for (size_t i = 0; i < row->count; i++) {
		const struct grid_cell *cell = &row->cells[i];
		int span = cell->columns > 1 ? cell->columns : 1;
		for (int k = 0; k < span && n < COLUMNS_MOST; k++, n++) {
			columns[n] = (struct column){ROLE_UNKNOWN, cell->text, cell->at, false};
			columns[n].role = memo_role(memo, cell->text, &columns[n].typo);
		}
	}
	return n;
}

/* A second heading row ("chủ trì" and "phối hợp" under "Cơ quan") says more about some columns and
 * nothing against the others. */
static bool add_second_row(struct arena *a, struct memo *memo, const struct grid_row *row,
			   struct column *columns, size_t count)
{
	struct column second[COLUMNS_MOST];
	size_t n = read_row_columns(memo, row, second), known = 0, other = 0;
	for (size_t i = 0; i < n; i++) {
		known += second[i].role != ROLE_UNKNOWN;
		other += second[i].role == ROLE_UNKNOWN && *second[i].heading;
	}
	if (n > count || known == 0 || other > 0 || known * 2 > count + 1)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!*second[i].heading)
			continue;
		if (*columns[i].heading && !text_same(columns[i].heading, second[i].heading))
			second[i].heading =
			    arena_format(a, "%s %s", columns[i].heading, second[i].heading);
		enum role both = memo_role(memo, second[i].heading, &second[i].typo);
		columns[i] = second[i];
		columns[i].role = both != ROLE_UNKNOWN ? both : second[i].role;
	}
	return true;
}

/* The row from `begin` to r in which the table is closed; r when it is not. */
static size_t closed_at(struct arena *a, const struct grid_table *grid, size_t begin, size_t r)
{
	for (size_t i = begin; i < r; i++)
		if (grid->rows[i].count > 0 && closing_line(a, grid->rows[i].cells[0].lines))
			return i;
	return r;
}

void headings_in_rows(struct arena *a, struct memo *memo, const struct grid_table *grid,
		      struct task_tables *tables)
{
	struct task_table *open = NULL;
	struct column columns[COLUMNS_MOST];
	for (size_t r = 0; r < grid->count; r++) {
		const struct grid_row *row = &grid->rows[r];
		size_t closed = open ? closed_at(a, grid, open->begin, r) : r;
		if (open && closed == r && headings_again(memo, open, row->cells, row->count))
			continue;
		size_t n = read_row_columns(memo, row, columns);
		if (headings_known(columns, n) < COLUMNS_KNOWN)
			continue;
		if (open)
			open->end = closed;
		size_t used = 1;
		if (r + 1 < grid->count && add_second_row(a, memo, &grid->rows[r + 1], columns, n))
			used = 2;
		open = headings_add(a, tables, grid, columns, n);
		open->begin = r + used;
		open->end = grid->count;
		r += used - 1;
	}
}
