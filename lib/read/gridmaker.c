/* SPDX-License-Identifier: MIT
 * gridmaker: a grid, built piece by piece in the order a reader meets them. It knows spans and limits,
 * no document format and no meaning of any text. */
#include "read/gridmaker.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "read/reader.h"
#include "read/textcell.h"

enum { CELLS_LIMIT = ROWS_LIMIT * 16 };

/* What stands above a column of the row being made. */
struct column {
	struct grid_cell cell; /* the one above that begins here; columns 0: none does */
	int reach;	       /* rows that it still reaches down into */
};

struct gridmaker {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	struct grid *grid;
	struct grid_table *table;
	struct grid_row *row;	  /* NULL: between rows */
	struct grid_row beyond;	  /* stands for every row behind ROWS_LIMIT */
	struct grid_cell nowhere; /* for a cell that has no place in the grid */
	struct column above[COLUMNS_LIMIT];
	size_t wide;   /* of `above`: nothing is behind */
	size_t column; /* the first one that the row has not filled yet */
	size_t room;   /* cells that the row has room for; the next row begins with as many */
	size_t cells;  /* of all tables */
	size_t bytes;  /* of all text */
	bool broken;
};

struct gridmaker *maker_new(struct arena *a, const char *format, const struct document *document,
			    struct findings *findings)
{
	struct gridmaker *m = arena_alloc(a, sizeof *m);
	m->arena = a;
	m->document = document;
	m->findings = findings;
	m->grid = arena_alloc(a, sizeof *m->grid);
	m->grid->format = arena_text(a, format);
	return m;
}

bool maker_well(const struct gridmaker *m)
{
	return !m->broken;
}

static void limit(struct gridmaker *m, long at, enum code code, long most, const char *what)
{
	if (m->broken)
		return;
	m->broken = true;
	struct place place = {m->document ? m->document->name : NULL, at > 0 ? (unsigned)at : 0, 0};
	findings_add(m->findings, place, code, arena_format(m->arena, "%ld", most), what, NULL);
}

/* Control characters mean nothing in a text, but for those that part words or lines. */
static bool is_control(uint32_t c)
{
	return (c < 0x20 && !(c >= 9 && c <= 13)) || (c >= 0x7f && c < 0xa0 && c != 0x85);
}

static bool has_controls(const char *s)
{
	for (; *s; s++)
		if (((unsigned char)*s < 0x20 && !(*s >= 9 && *s <= 13)) || *s == 0x7f ||
		    (unsigned char)*s == 0xc2)
			return true;
	return false;
}

static const char *without_controls(struct arena *a, const char *s)
{
	if (!has_controls(s))
		return s;
	struct buf out = {0};
	while (*s) {
		const char *start = s;
		if (!is_control(utf8_next(&s)))
			buf_bytes(&out, start, (size_t)(s - start));
	}
	return buf_take(&out, a);
}

/* A reader's text as lines; the same without line breaks is text_squeeze of it. */
static const char *clean_lines(struct gridmaker *m, const char *text, long at)
{
	size_t n = strlen(text);
	if (n > CELL_LIMIT) {
		limit(m, at, CODE_FIELD_LARGE, CELL_LIMIT, NULL);
		return "";
	}
	m->bytes += n;
	if (m->bytes > TEXT_LIMIT) {
		limit(m, at, CODE_TABLE_LARGE, TEXT_LIMIT, words_pick("bytes", "byte"));
		return "";
	}
	text = without_controls(m->arena, text);
	return textcell_lines(m->arena, utf8_nfc(m->arena, text, strlen(text), &n));
}

static struct grid_piece *piece_add(struct gridmaker *m, struct grid_piece piece)
{
	struct grid *grid = m->grid;
	grid->pieces = arena_more(m->arena, grid->pieces, grid->count, sizeof *grid->pieces);
	grid->pieces[grid->count] = piece;
	return &grid->pieces[grid->count++];
}

void maker_paragraph(struct gridmaker *m, long at, const char *text)
{
	const char *lines = m->broken ? "" : clean_lines(m, text, at);
	while (*lines) {
		size_t n = strcspn(lines, "\n");
		piece_add(m, (struct grid_piece){.kind = PIECE_PARAGRAPH,
						 .text = arena_copy(m->arena, lines, n),
						 .at = at});
		lines += n + (lines[n] == '\n');
	}
}

void maker_table(struct gridmaker *m, long at, const char *name)
{
	maker_table_end(m);
	m->table = arena_alloc(m->arena, sizeof *m->table);
	*m->table = (struct grid_table){
	    .form = GRID_ROWS, .at = at, .name = name ? text_squeeze(m->arena, name) : NULL};
	memset(m->above, 0, sizeof m->above);
}

/* Room for one more cell. Rows of a table have mostly as many as the one before. */
static void make_room(struct gridmaker *m)
{
	struct grid_row *row = m->row;
	if (row->count > 0 && row->count < m->room)
		return;
	if (row->count > 0 || m->room == 0)
		m->room = row->count > 0 ? row->count * 2 : 4;
	struct grid_cell *more = arena_alloc(m->arena, m->room * sizeof *more);
	if (row->count > 0)
		memcpy(more, row->cells, row->count * sizeof *more);
	row->cells = more;
}

/* Puts a cell at the row's current column. False: the limit of cells is met. */
static bool put(struct gridmaker *m, const struct grid_cell *cell)
{
	if (m->cells >= CELLS_LIMIT) {
		limit(m, m->row->at, CODE_TABLE_LARGE, CELLS_LIMIT, words_pick("cells", "ô"));
		return false;
	}
	struct grid_row *row = m->row;
	make_room(m);
	row->cells[row->count++] = *cell;
	m->cells++;
	m->column += (size_t)cell->columns;
	return true;
}

/* Fills the columns that cells above reach into, from the current one to the next that is free. */
static void fill(struct gridmaker *m)
{
	while (m->column < COLUMNS_LIMIT && m->above[m->column].reach > 0) {
		struct column *above = &m->above[m->column];
		struct grid_cell cell = above->cell;
		cell.rows = 0;
		cell.at = cell.end = m->row->at;
		above->reach--;
		if (!put(m, &cell))
			return;
	}
}

/* Marks that the reader gave the cell last made are known only now. */
static void remember_marks(struct gridmaker *m)
{
	if (!m->row || m->row == &m->beyond || m->row->count == 0)
		return;
	const struct grid_cell *last = &m->row->cells[m->row->count - 1];
	if (last->rows == 0)
		return;
	struct grid_cell *above = &m->above[m->column - (size_t)last->columns].cell;
	above->markup = last->markup;
	above->doubts = last->doubts;
}

/* Ends the row: what is reached into behind its last cell is filled, with empty cells before it. */
static void row_end(struct gridmaker *m)
{
	if (!m->row || m->row == &m->beyond)
		return;
	remember_marks(m);
	for (size_t i = m->column; i < m->wide && !m->broken; i++) {
		if (m->above[i].reach <= 0)
			continue;
		while (m->column < i && !m->broken)
			maker_cell(m, "", 1, 1);
		fill(m);
		i = m->column - (m->column > 0);
	}
	for (size_t i = m->column; i < m->wide; i++)
		m->above[i] = (struct column){0};
	m->room = m->row->count;
	m->row = NULL;
}

struct grid_row *maker_row(struct gridmaker *m, long at)
{
	row_end(m);
	m->column = 0;
	m->row = &m->beyond;
	m->beyond = (struct grid_row){.at = at};
	if (m->broken || !m->table || m->table->count >= ROWS_LIMIT)
		return m->row;
	struct grid_table *table = m->table;
	table->rows = arena_more(m->arena, table->rows, table->count, sizeof *table->rows);
	m->row = &table->rows[table->count++];
	*m->row = (struct grid_row){.at = at};
	return m->row;
}

static struct grid_cell *nowhere(struct gridmaker *m)
{
	m->nowhere = (struct grid_cell){.text = "", .lines = "", .columns = 1, .rows = 1};
	return &m->nowhere;
}

/* Is there room for a cell? What is behind the limits may be empty: sheets claim a million rows. */
static bool has_room(struct gridmaker *m, const char *text)
{
	if (m->broken || !m->row)
		return false;
	if (m->row != &m->beyond && m->column < COLUMNS_LIMIT)
		return true;
	if (text_is_blank(text))
		return false;
	if (m->row == &m->beyond)
		limit(m, m->row->at, CODE_TABLE_LARGE, ROWS_LIMIT, words_pick("rows", "hàng"));
	else
		limit(m, m->row->at, CODE_TABLE_LARGE, COLUMNS_LIMIT, words_pick("columns", "cột"));
	return false;
}

/* The columns a cell takes: its span, up to the next column that a cell above reaches into. */
static int free_columns(const struct gridmaker *m, int columns)
{
	int n = 1;
	while (n < columns && m->column + (size_t)n < COLUMNS_LIMIT &&
	       m->above[m->column + (size_t)n].reach <= 0)
		n++;
	return n;
}

/* Puts the cell, and remembers it for the rows below. */
static struct grid_cell *cell_put(struct gridmaker *m, struct grid_cell cell, int reach)
{
	size_t from = m->column;
	if (!put(m, &cell))
		return nowhere(m);
	for (size_t i = from; i < m->column; i++)
		m->above[i] = (struct column){0};
	m->above[from] = (struct column){cell, reach};
	m->wide = m->column > m->wide ? m->column : m->wide;
	return &m->row->cells[m->row->count - 1];
}

/* One line is squeezed already; but a soft hyphen in it may now stand before what it did not. */
static const char *line_of(struct arena *a, const char *lines)
{
	return strchr(lines, '\n') || strstr(lines, "\u00ad") ? text_squeeze(a, lines) : lines;
}

static struct grid_cell cell_of(struct gridmaker *m, const char *text, int columns)
{
	const char *lines = clean_lines(m, text, m->row->at);
	return (struct grid_cell){.text = line_of(m->arena, lines),
				  .lines = lines,
				  .at = m->row->at,
				  .end = m->row->at,
				  .columns = columns,
				  .rows = 1};
}

struct grid_cell *maker_cell(struct gridmaker *m, const char *text, int columns, int rows)
{
	remember_marks(m);
	if (m->row && m->row != &m->beyond && !m->broken)
		fill(m);
	if (!has_room(m, text))
		return nowhere(m);
	int wide = free_columns(m, columns);
	return cell_put(m, cell_of(m, text, wide), rows > 1 ? rows - 1 : 0);
}

struct grid_cell *maker_cell_continues(struct gridmaker *m, const char *text, int columns)
{
	remember_marks(m);
	if (m->row && m->row != &m->beyond && !m->broken)
		fill(m);
	if (!has_room(m, text))
		return nowhere(m);
	const struct column *above = &m->above[m->column];
	int wide = free_columns(m, columns);
	if (above->cell.columns == 0)
		return cell_put(m, cell_of(m, text, wide), 0);
	struct grid_cell cell = above->cell;
	cell.rows = 0;
	cell.columns = wide;
	cell.at = cell.end = m->row->at;
	struct grid_cell *made = cell_put(m, cell, 0);
	if (!text_is_blank(text)) /* most programs do not show it */
		maker_doubt_cell(m, made, CODE_CELLS_SHIFTED, text_squeeze(m->arena, text), NULL);
	return made;
}

size_t maker_column(const struct gridmaker *m)
{
	size_t column = m->column;
	while (column < COLUMNS_LIMIT && m->above[column].reach > 0)
		column += (size_t)m->above[column].cell.columns;
	return column;
}

static const struct grid_doubt *doubt_add(struct gridmaker *m, const struct grid_doubt *next,
					  enum code code, const char *say, const char *suggest)
{
	struct grid_doubt *doubt = arena_alloc(m->arena, sizeof *doubt);
	*doubt = (struct grid_doubt){code, arena_text(m->arena, say), arena_text(m->arena, suggest),
				     next};
	return doubt;
}

void maker_doubt_cell(struct gridmaker *m, struct grid_cell *cell, enum code code, const char *say,
		      const char *suggest)
{
	cell->doubts = doubt_add(m, cell->doubts, code, say, suggest);
}

void maker_doubt_row(struct gridmaker *m, struct grid_row *row, enum code code, const char *say,
		     const char *suggest)
{
	row->doubts = doubt_add(m, row->doubts, code, say, suggest);
}

/* Columns up to the last cell that says something of its own. */
static size_t row_width(const struct grid_row *row)
{
	size_t column = 0, width = 0;
	for (size_t i = 0; i < row->count; i++) {
		const struct grid_cell *cell = &row->cells[i];
		bool says = *cell->text || cell->doubts;
		if (says && cell->rows != 0)
			width = column + 1;
		column += (size_t)cell->columns;
	}
	return width;
}

/* Cells in columns behind `width` go; one that reaches over it is cut. */
static void row_cut(struct grid_row *row, size_t width)
{
	size_t column = 0;
	row->wide = 0;
	for (size_t i = 0; i < row->count; i++)
		row->wide += (size_t)row->cells[i].columns;
	for (size_t i = 0; i < row->count; i++) {
		if (column >= width) {
			row->count = i;
			return;
		}
		size_t left = width - column;
		if ((size_t)row->cells[i].columns > left)
			row->cells[i].columns = (int)left;
		column += (size_t)row->cells[i].columns;
	}
}

/* How many rows each cell really has: spans were cut where the table ended. */
static void count_rows(struct grid_table *table)
{
	struct grid_cell *origin[COLUMNS_LIMIT] = {NULL};
	for (size_t r = 0; r < table->count; r++) {
		size_t column = 0;
		for (size_t i = 0; i < table->rows[r].count && column < COLUMNS_LIMIT; i++) {
			struct grid_cell *cell = &table->rows[r].cells[i];
			if (cell->rows == 0 && origin[column]) {
				origin[column]->rows++;
			} else {
				origin[column] = cell;
				cell->rows = 1;
			}
			column += (size_t)cell->columns;
		}
	}
}

void maker_table_end(struct gridmaker *m)
{
	struct grid_table *table = m->table;
	if (!table)
		return;
	row_end(m);
	m->row = NULL;
	m->table = NULL;
	size_t width = 0, n = table->count;
	while (n > 0 && !table->rows[n - 1].doubts && row_width(&table->rows[n - 1]) == 0)
		n--;
	table->count = n;
	for (size_t r = 0; r < table->count; r++) {
		size_t own = row_width(&table->rows[r]);
		width = own > width ? own : width;
	}
	for (size_t r = 0; r < table->count; r++)
		row_cut(&table->rows[r], width);
	count_rows(table);
	if (table->count > 0)
		piece_add(
		    m, (struct grid_piece){.kind = PIECE_TABLE, .at = table->at, .table = table});
}

struct grid *maker_end(struct gridmaker *m)
{
	maker_table_end(m);
	return m->broken ? NULL : m->grid;
}
