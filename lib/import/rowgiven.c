/* SPDX-License-Identifier: MIT
 * rowgiven: a row of a grid under the columns, and what its cells look like. It knows no kinds of rows. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/memo.h"
#include "import/ordinal.h"
#include "import/rowsgrid_private.h"
#include "import/shifted.h"

/* A row's cells one after the other; behind one that spans several columns stand empty ones. */
static size_t lay_flat(struct arena *a, const struct grid_row *row, struct grid_cell **cells)
{
	size_t n = 0;
	*cells = NULL;
	for (size_t i = 0; i < row->count; i++) {
		int span = row->cells[i].columns > 1 ? row->cells[i].columns : 1;
		for (int k = 0; k < span; k++) {
			*cells = arena_more(a, *cells, n, sizeof **cells);
			(*cells)[n] = row->cells[i];
			if (k > 0)
				(*cells)[n].text = (*cells)[n].lines = "";
			n++;
		}
	}
	return n;
}

/* Looks with all that is dear to find out. */
const struct look *given_looks(const struct grid_reader *r, const struct given *g)
{
	struct look *looks = arena_alloc(r->a, (g->count + 1) * sizeof *looks);
	for (size_t i = 0; i < g->count; i++)
		looks[i] = *memo_look(r->memo, g->cells[i].text);
	return looks;
}

/* Has the row lost its number's cell? Only where words stand first need it be asked. */
static bool is_shifted(const struct grid_reader *r, const struct given *g)
{
	return g->count > 0 && g->looks[0]->words && g->looks[0]->ordinal.kind == ORDINAL_NONE &&
	       row_is_shifted(r->table, given_looks(r, g), g->count);
}

struct given given_read(struct grid_reader *r, const struct grid_row *row)
{
	struct given g = {.row = row, .layout = layout_row(r->a, r->table, row)};
	g.cells = g.layout.cells;
	g.count = r->table->count;
	if (!g.layout.fits) {
		g.count = lay_flat(r->a, row, &g.cells);
		/* empty cells beyond the last column say nothing */
		while (g.count > r->table->count && !*g.cells[g.count - 1].text)
			g.count--;
	}
	g.looks = arena_alloc(r->a, (g.count + 1) * sizeof *g.looks);
	for (size_t i = 0; i < g.count; i++)
		g.looks[i] = memo_shape(r->memo, g.cells[i].text);
	g.shifted = is_shifted(r, &g);
	if (g.shifted && g.layout.fits) {
		g.layout.fits = false;
		g.count--; /* the empty cell at its end */
	}
	return g;
}

/* Does the cell say something that is this row's own? */
bool cell_is_own(const struct grid_cell *cell)
{
	return cell->rows != 0 && *cell->text;
}

size_t given_own(const struct given *g)
{
	size_t n = 0;
	for (size_t i = 0; i < g->count; i++)
		n += cell_is_own(&g->cells[i]);
	return n;
}
