/* SPDX-License-Identifier: MIT
 * sheetcells: sparse cells to a table. It knows neither Excel nor OpenDocument. */
#include "read/sheetcells.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "read/gridmaker.h"
#include "read/reader.h"

enum {
	CELLS_LIMIT = ROWS_LIMIT * 16,
	MERGES_LIMIT = ROWS_LIMIT,
	PLACES = COLUMNS_LIMIT + 1, /* columns that are told apart: one more than is allowed */
};

struct span {
	long row, column, rows, columns;
};

struct spans {
	struct span *items;
	size_t count;
};

struct sheetcells {
	struct arena *arena;
	const char *name;
	struct sheet_cell *cells;
	size_t count;
	size_t bytes; /* of their texts */
	bool full;    /* more than any table may have */
	struct spans merges, hidden_rows, hidden_columns;
};

struct sheetcells *sheetcells_new(struct arena *a, const char *name)
{
	struct sheetcells *s = arena_alloc(a, sizeof *s);
	s->arena = a;
	s->name = name;
	return s;
}

bool sheetcells_add(struct sheetcells *s, struct sheet_cell cell)
{
	if (text_is_blank(cell.text) && !cell.doubts)
		return true;
	if (cell.row < 1 || cell.column < 0 || cell.column >= SHEET_COLUMNS)
		return true;
	s->cells = arena_more(s->arena, s->cells, s->count, sizeof *s->cells);
	cell.order = s->count;
	s->cells[s->count++] = cell;
	s->bytes += strlen(cell.text);
	s->full = s->count > CELLS_LIMIT || s->bytes > TEXT_LIMIT;
	return !s->full;
}

static void add_span(struct sheetcells *s, struct spans *spans, struct span span)
{
	if (spans->count >= MERGES_LIMIT)
		return;
	spans->items = arena_more(s->arena, spans->items, spans->count, sizeof *spans->items);
	spans->items[spans->count++] = span;
}

void sheetcells_merge(struct sheetcells *s, long row, long column, long rows, long columns)
{
	if (rows < 1 || columns < 1 || rows * columns == 1)
		return;
	add_span(s, &s->merges, (struct span){row, column, rows, columns});
}

void sheetcells_hide_rows(struct sheetcells *s, long from, long to)
{
	struct spans *hidden = &s->hidden_rows;
	struct span *last = hidden->count > 0 ? &hidden->items[hidden->count - 1] : NULL;
	if (last && last->row + last->rows == from)
		last->rows += to - from + 1;
	else
		add_span(s, hidden, (struct span){from, 0, to - from + 1, 0});
}

void sheetcells_hide_columns(struct sheetcells *s, long from, long to)
{
	add_span(s, &s->hidden_columns, (struct span){0, from, 0, to - from + 1});
}

const struct grid_doubt *sheet_doubt(struct arena *a, const struct grid_doubt *next, enum code code,
				     const char *say, const char *suggest)
{
	struct grid_doubt *doubt = arena_alloc(a, sizeof *doubt);
	*doubt = (struct grid_doubt){code, say, suggest, next};
	return doubt;
}

const char *sheet_column_name(struct arena *a, long column)
{
	const char *before = column >= 26 ? sheet_column_name(a, column / 26 - 1) : "";
	return arena_format(a, "%s%c", before, (int)('A' + column % 26));
}

static int by_place(const void *left, const void *right)
{
	const struct sheet_cell *a = left, *b = right;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static int by_corner(const void *left, const void *right)
{
	const struct span *a = left, *b = right;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

/* The rows or columns in which something stands, in order. */
struct lines {
	long *items;
	size_t count;
};

/* How many of them lie before `at`. */
static size_t lines_before(const struct lines *l, long at)
{
	size_t from = 0, to = l->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (l->items[middle] < at)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static struct lines rows_of(const struct sheetcells *s)
{
	struct lines rows = {arena_alloc(s->arena, (s->count + 1) * sizeof(long)), 0};
	for (size_t i = 0; i < s->count; i++)
		if (i == 0 || s->cells[i].row != s->cells[i - 1].row)
			rows.items[rows.count++] = s->cells[i].row;
	return rows;
}

static struct lines columns_of(const struct sheetcells *s)
{
	bool *used = arena_alloc(s->arena, SHEET_COLUMNS * sizeof *used);
	for (size_t i = 0; i < s->count; i++)
		used[s->cells[i].column] = true;
	struct lines columns = {arena_alloc(s->arena, SHEET_COLUMNS * sizeof(long)), 0};
	for (long i = 0; i < SHEET_COLUMNS; i++)
		if (used[i])
			columns.items[columns.count++] = i;
	return columns;
}

/* A cell over several places, in kept rows and columns. */
struct cover {
	size_t end;	  /* row behind its last one */
	size_t columns;	  /* from here on; 0: it began in a row above or a column before */
	long row, column; /* of the cell that is shown, which may stand in no kept row */
};

struct layout {
	struct sheetcells *sheet;
	struct lines rows, columns;
	struct cover covers[PLACES];
	size_t merge; /* the next one that has not begun */
	size_t cell;  /* the next one to be put */
	size_t hidden;
};

/* Begins the merges whose first kept row is r. */
static void begin_merges(struct layout *l, size_t r)
{
	const struct spans *merges = &l->sheet->merges;
	for (; l->merge < merges->count && merges->items[l->merge].row <= l->rows.items[r];
	     l->merge++) {
		const struct span *m = &merges->items[l->merge];
		size_t end = lines_before(&l->rows, m->row + m->rows);
		size_t from = lines_before(&l->columns, m->column);
		size_t to = lines_before(&l->columns, m->column + m->columns);
		to = to < PLACES ? to : PLACES;
		/* one that overlaps another, which no sheet can have, is passed over */
		bool free = end > r && from < to;
		for (size_t c = from; c < to && free; c++)
			free = l->covers[c].end <= r;
		for (size_t c = from; c < to && free; c++)
			l->covers[c] =
			    (struct cover){end, c == from ? to - c : 0, m->row, m->column};
	}
}

/* The cell at a place; NULL when nothing stands there. Rows are gone through in order. */
static const struct sheet_cell *cell_at(struct layout *l, long row, long column)
{
	const struct sheetcells *s = l->sheet;
	while (l->cell < s->count &&
	       (s->cells[l->cell].row < row ||
		(s->cells[l->cell].row == row && s->cells[l->cell].column < column)))
		l->cell++;
	const struct sheet_cell *cell = l->cell < s->count ? &s->cells[l->cell] : NULL;
	return cell && cell->row == row && cell->column == column ? cell : NULL;
}

static void put_doubts(struct gridmaker *m, struct grid_cell *cell, const struct grid_doubt *doubt)
{
	if (!doubt)
		return;
	put_doubts(m, cell, doubt->next);
	maker_doubt_cell(m, cell, doubt->code, doubt->say, doubt->suggest);
}

static void put_cell(struct layout *l, struct gridmaker *m, size_t r, size_t c)
{
	const struct cover *cover = &l->covers[c];
	long row = l->rows.items[r], column = l->columns.items[c];
	const struct sheet_cell *cell = cell_at(l, row, column);
	bool merged = cover->end > r && cover->columns > 0;
	if (merged && (cover->row != row || cover->column != column))
		cell = NULL;
	int columns = merged ? (int)cover->columns : 1;
	int rows = merged ? (int)(cover->end - r) : 1;
	struct grid_cell *made = maker_cell(m, cell ? cell->text : "", columns, rows);
	put_doubts(m, made, cell ? cell->doubts : NULL);
}

static bool is_hidden(struct layout *l, long row)
{
	const struct spans *hidden = &l->sheet->hidden_rows;
	while (l->hidden < hidden->count &&
	       hidden->items[l->hidden].row + hidden->items[l->hidden].rows <= row)
		l->hidden++;
	return l->hidden < hidden->count && hidden->items[l->hidden].row <= row;
}

static void put_row(struct layout *l, struct gridmaker *m, size_t r)
{
	long at = l->rows.items[r];
	struct grid_row *row = maker_row(m, at);
	row->hidden = is_hidden(l, at);
	begin_merges(l, r);
	size_t count = l->columns.count < PLACES ? l->columns.count : PLACES;
	/* the maker tells of a column too many, and takes none */
	for (size_t c = 0; maker_well(m) && c < COLUMNS_LIMIT && (c = maker_column(m)) < count;)
		put_cell(l, m, r, c);
	for (size_t c = 0; c < count; c++)
		l->covers[c].columns = 0;
}

/* The first text of a column names it best. */
static void tell_hidden(struct layout *l, long column, const struct document *document,
			struct findings *findings)
{
	const struct sheetcells *s = l->sheet;
	for (size_t i = 0; i < s->count; i++)
		if (s->cells[i].column == column) {
			struct place at = {document->name, (unsigned)s->cells[i].row, 0};
			findings_add(findings, at, CODE_HIDDEN_COLUMN,
				     sheet_column_name(s->arena, column), s->cells[i].text, NULL);
			return;
		}
}

static void tell_hidden_columns(struct layout *l, const struct document *document,
				struct findings *findings)
{
	const struct spans *hidden = &l->sheet->hidden_columns;
	size_t told = 0;
	for (size_t c = 0; c < l->columns.count && told < COLUMNS_LIMIT; c++) {
		long column = l->columns.items[c];
		bool in = false;
		for (size_t i = 0; i < hidden->count && !in; i++)
			in = column >= hidden->items[i].column &&
			     column < hidden->items[i].column + hidden->items[i].columns;
		if (in)
			tell_hidden(l, column, document, findings);
		told += in;
	}
}

/* Of two cells at one place, which no sheet should have, the first one counts. */
static void doubt_twins(struct sheetcells *s)
{
	for (size_t i = 0, first = 0; i < s->count; i++) {
		struct sheet_cell *one = &s->cells[first], *other = &s->cells[i];
		if (one->row != other->row || one->column != other->column)
			first = i;
		else if (i > first && !text_same(one->text, other->text))
			one->doubts = sheet_doubt(s->arena, one->doubts, CODE_CELLS_SHIFTED,
						  other->text, NULL);
	}
}

static bool tell_full(const struct sheetcells *s, const struct document *document,
		      struct findings *findings)
{
	bool cells = s->count > CELLS_LIMIT;
	long last = s->cells[s->count - 1].row;
	findings_add(findings, (struct place){document->name, (unsigned)last, 0}, CODE_TABLE_LARGE,
		     arena_format(s->arena, "%d", cells ? CELLS_LIMIT : TEXT_LIMIT),
		     cells ? words_pick("cells", "ô") : words_pick("bytes", "byte"), NULL);
	return false;
}

static void sort_cells(struct sheetcells *s)
{
	if (s->count > 0)
		qsort(s->cells, s->count, sizeof *s->cells, by_place);
	if (s->merges.count > 0)
		qsort(s->merges.items, s->merges.count, sizeof *s->merges.items, by_corner);
	if (s->hidden_rows.count > 0)
		qsort(s->hidden_rows.items, s->hidden_rows.count, sizeof *s->hidden_rows.items,
		      by_corner);
}

bool sheetcells_put(struct sheetcells *s, struct gridmaker *m, const struct document *document,
		    struct findings *findings)
{
	if (s->full)
		return tell_full(s, document, findings);
	sort_cells(s);
	doubt_twins(s);
	sheetcells_doubt(s->arena, s->cells, s->count);
	struct layout *l = arena_alloc(s->arena, sizeof *l);
	l->sheet = s;
	l->rows = rows_of(s);
	l->columns = columns_of(s);
	if (l->rows.count == 0)
		return true;
	maker_table(m, l->rows.items[0], s->name);
	for (size_t r = 0; r < l->rows.count && maker_well(m); r++)
		put_row(l, m, r);
	maker_table_end(m);
	tell_hidden_columns(l, document, findings);
	return true;
}
