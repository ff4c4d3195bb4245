/* SPDX-License-Identifier: MIT
 * odttable: elements of tables to rows and cells as Word has them, where a cell that another one above
 * covers stands in its row and one that is covered from before does not. */
#include "read/odttable.h"

#include <string.h>

#include "base/arena.h"
#include "read/docxtable.h"
#include "read/odf.h"
#include "read/reader.h"

/* How far cells of the rows above reach down, by column. */
struct reach {
	long rows, columns;
};

struct open_table {
	long columns; /* as declared */
	bool begun;   /* a row was met */
	bool heading; /* rows are of table-header-rows */
	long column;  /* of the next cell */
	long more;    /* times that the open cell stands there again */
	long behind;  /* the span before: covered cells up to here are covered by it */
	struct reach reach[COLUMNS_LIMIT];
};

struct odt_tables {
	struct arena *arena;
	struct docx_tables *tables;
	struct open_table **open; /* open ones, and room of closed ones */
	size_t depth, room;
};

struct odt_tables *odt_tables_new(struct arena *a, struct docx_tables *tables)
{
	struct odt_tables *t = arena_alloc(a, sizeof *t);
	t->arena = a;
	t->tables = tables;
	return t;
}

static void start_table(struct odt_tables *all, long at)
{
	if (all->depth == all->room) {
		struct open_table *t = arena_alloc(all->arena, sizeof *t);
		all->open =
		    arena_more(all->arena, all->open, all->room, sizeof(struct open_table *));
		all->open[all->room++] = t;
	}
	struct open_table *t = all->open[all->depth++];
	memset(t, 0, sizeof *t);
	docx_table_open(all->tables, at);
}

static void start_row(struct docx_tables *tables, struct open_table *t)
{
	if (!t->begun && t->columns > 0)
		docx_table_columns(tables, t->columns);
	t->begun = true;
	t->column = t->behind = 0;
	struct docx_row *row = docx_row_open(tables);
	if (row)
		row->heading = t->heading;
}

static void start_cell(struct docx_tables *tables, struct open_table *t, const struct xml_part *x)
{
	long columns = odf_count(x, "table:number-columns-spanned", COLUMNS_LIMIT);
	long rows = odf_count(x, "table:number-rows-spanned", ROWS_LIMIT);
	struct docx_cell *cell = docx_cell_open(tables);
	t->more = odf_count(x, "table:number-columns-repeated", COLUMNS_LIMIT) - 1;
	if (!cell)
		return;
	cell->columns = columns;
	cell->down = rows > 1 ? MERGE_RESTART : MERGE_NONE;
	if (t->column < COLUMNS_LIMIT)
		t->reach[t->column] = (struct reach){rows - 1, columns};
	t->behind = t->column + columns;
	t->column++;
}

static void covered_cell(struct docx_tables *tables, struct open_table *t)
{
	long at = t->column++;
	if (at < t->behind || at >= COLUMNS_LIMIT || t->reach[at].rows <= 0)
		return;
	struct reach *reach = &t->reach[at];
	struct docx_cell *cell = docx_cell_open(tables);
	if (cell) {
		cell->columns = reach->columns;
		cell->down = MERGE_CONTINUE;
		docx_cell_close(tables);
	}
	reach->rows--;
	t->behind = at + reach->columns;
}

/* Empty cells that are written once; no program repeats one with words in it. */
static void end_cell(struct docx_tables *tables, struct open_table *t)
{
	docx_cell_close(tables);
	for (; t->more > 0; t->more--) {
		if (docx_cell_open(tables))
			docx_cell_close(tables);
		if (t->column < COLUMNS_LIMIT)
			t->reach[t->column] = (struct reach){0, 0};
		t->behind = ++t->column;
	}
}

static struct open_table *open_table(const struct odt_tables *all)
{
	return all->depth > 0 ? all->open[all->depth - 1] : NULL;
}

void odt_table_start(struct odt_tables *all, const struct xml_part *x, int name, long at)
{
	struct open_table *t = open_table(all);
	if (name == ODF_TABLE) {
		start_table(all, at);
	} else if (!t) {
		return;
	} else if (name == ODF_TABLE_COLUMN) {
		t->columns += odf_count(x, "table:number-columns-repeated", COLUMNS_LIMIT);
	} else if (name == ODF_HEADER_ROWS) {
		t->heading = true;
	} else if (name == ODF_ROW) {
		start_row(all->tables, t);
	} else if (name == ODF_CELL) {
		start_cell(all->tables, t, x);
	} else if (name == ODF_COVERED) {
		long n = odf_count(x, "table:number-columns-repeated", COLUMNS_LIMIT);
		while (n-- > 0)
			covered_cell(all->tables, t);
	}
}

void odt_table_end(struct odt_tables *all, int name, long page)
{
	struct open_table *t = open_table(all);
	if (!t)
		return;
	if (name == ODF_TABLE) {
		docx_table_close(all->tables);
		all->depth--;
	} else if (name == ODF_HEADER_ROWS) {
		t->heading = false;
	} else if (name == ODF_ROW) {
		docx_row_close(all->tables, page);
	} else if (name == ODF_CELL) {
		end_cell(all->tables, t);
	}
}
