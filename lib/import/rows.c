/* SPDX-License-Identifier: MIT
 * rows: a table's rows with each cell under its column. It knows what cells look like, and nothing
 * of plans, dates or agencies as values. */
#include "import/rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "import/closing.h"
#include "import/fit.h"
#include "import/memo.h"
#include "import/stream.h"

enum { LIKE_ONE = 85 };

void row_doubt(struct arena *a, struct table_row *row, enum role role, enum code code,
	       const char *say, const char *suggest)
{
	const char *cell = role == ROLE_UNKNOWN ? NULL : role_word(role);
	row->doubts = arena_more(a, row->doubts, row->doubt_count, sizeof *row->doubts);
	row->doubts[row->doubt_count++] = (struct draft_doubt){cell, code, say, suggest};
}

struct row_cell *row_cell(const struct task_table *table, const struct table_row *row,
			  enum role role)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->columns[i].role == role)
			return &row->cells[i];
	return NULL;
}

struct table_row *row_add(struct arena *a, struct table_rows *rows, const struct task_table *table,
			  enum row_kind kind, long at)
{
	rows->items = arena_more(a, rows->items, rows->count, sizeof *rows->items);
	struct table_row *row = &rows->items[rows->count++];
	*row = (struct table_row){.kind = kind, .at = at, .no = "", .title = ""};
	row->cells = arena_alloc(a, (table->count + 1) * sizeof *row->cells);
	for (size_t i = 0; i < table->count; i++)
		row->cells[i] = (struct row_cell){CELL_LOST, "", "", false};
	return row;
}

void row_put(struct arena *a, struct row_cell *to, const struct grid_cell *from)
{
	if (to->state == CELL_LOST) {
		*to = (struct row_cell){CELL_PRINTED, from->text, from->lines, false};
		to->state = from->rows == 0 ? CELL_MERGED : CELL_PRINTED;
	} else {
		to->text = text_squeeze(a, arena_format(a, "%s %s", to->text, from->text));
		to->lines = arena_format(a, "%s\n%s", to->lines, from->lines);
	}
	to->markup = to->markup || from->markup;
}

bool row_is_sign(const char *text)
{
	return strlen(text) == 1 && strchr("*-+", *text);
}

void row_put_group(struct arena *a, struct table_row *row, const struct grid_cell *cells,
		   size_t count)
{
	size_t i = 0;
	while (i + 1 < count && (!*cells[i].text || row_is_sign(cells[i].text)))
		i++;
	const char *rest = NULL;
	struct ordinal lead = ordinal_lead(a, cells[i].text, &rest);
	if (ordinal_read(a, cells[i].text).kind != ORDINAL_NONE) {
		row->no = cells[i++].text;
		while (i < count && !*cells[i].text)
			i++;
	} else if (lead.kind != ORDINAL_NONE) {
		row->no = lead.id;
		row->title = rest;
		return;
	}
	if (i < count)
		row->title = cells[i].text;
}

static struct look *look_all(struct arena *a, struct memo *memo, const struct grid_cell *cells,
			     size_t count)
{
	struct look *looks = arena_alloc(a, (count + 1) * sizeof *looks);
	for (size_t i = 0; i < count; i++)
		looks[i] = *memo_look(memo, cells[i].text);
	return looks;
}

static struct grid_cell first_bytes(struct arena *a, struct grid_cell cell, size_t n)
{
	cell.lines = arena_copy(a, cell.lines, n > 0 ? n - 1 : 0);
	cell.text = text_squeeze(a, cell.lines);
	return cell;
}

/* The first text behind the rows, or between two pieces of the table, that is in no row. */
static void set_trailing(struct arena *a, struct table_rows *rows, const struct grid_cell *cells,
			 size_t count, long last)
{
	for (size_t i = 0; i < count && !rows->trailing; i++) {
		const char *closing = closing_line(a, cells[i].lines);
		const char *s = closing ? closing : cells[i].at > last ? cells[i].lines : "";
		if (!*s)
			continue;
		rows->trailing = arena_copy(a, s, strcspn(s, "\n"));
		rows->trailing_at =
		    closing && closing > cells[i].lines ? cells[i].end : cells[i].at;
	}
}

bool rows_look_like_tasks(struct memo *memo, const struct grid_cell *cells, size_t count,
			  size_t columns)
{
	for (size_t i = 0; i < count; i++) {
		bool agency = false, due = false;
		if (memo_look(memo, cells[i].text)->ordinal.kind != ORDINAL_ARABIC)
			continue;
		for (size_t k = i + 1; k < count && k < i + columns; k++) {
			const struct look *look = memo_look(memo, cells[k].text);
			agency = agency || look->agency >= LIKE_ONE;
			due = due || look->deadline >= LIKE_ONE;
		}
		if (agency && due)
			return true;
	}
	return false;
}

/* The cell from i on where the table's headings stand again; count when nowhere. */
static size_t opens_again(struct memo *memo, const struct task_table *table,
			  const struct grid_cell *cells, size_t i, size_t count)
{
	while (i < count && !headings_again(memo, table, cells + i, count - i))
		i++;
	return i;
}

/* Are there tasks in what is in no row: behind the last one, and where the table was closed? */
static bool trails_tasks(struct arena *a, struct memo *memo, const struct task_table *table,
			 const struct grid_cell *cells, long last)
{
	size_t count = table->end - table->begin;
	for (size_t i = 0, end; i < count; i = end) {
		bool closed = closing_line(a, cells[i].lines) != NULL;
		end = closed ? opens_again(memo, table, cells, i, count) : i + 1;
		end = end > i ? end : i + 1;
		if (cells[i].at > last)
			end = count;
		if (rows_look_like_tasks(memo, cells + i, end - i, table->count))
			return true;
	}
	return false;
}

/* The cells up to the one in which the table is closed, which is cut there; where headings stand
 * again behind it, what lies between is left out. */
static struct grid_cell *open_cells(struct arena *a, struct memo *memo,
				    const struct task_table *table, size_t *count)
{
	const struct grid_cell *source = table->grid->rows[0].cells + table->begin;
	size_t whole = table->end - table->begin;
	/* a cell that closes the table and ends in its first heading is two */
	struct grid_cell *cells = arena_alloc(a, (2 * whole + 1) * sizeof *cells);
	*count = 0;
	for (size_t i = 0; i < whole; i++) {
		const char *closing = closing_line(a, source[i].lines);
		if (closing && closing > source[i].lines)
			cells[(*count)++] =
			    first_bytes(a, source[i], (size_t)(closing - source[i].lines));
		if (closing)
			i = opens_again(memo, table, source, i, whole);
		if (i < whole)
			cells[(*count)++] = source[i];
	}
	return cells;
}

/* Nothing can be merged from above into the first row under a heading. */
static bool under_heading(const struct stream_rows *cut, size_t i)
{
	return i == 0 ||
	       (cut->items[i - 1].kind != ROW_TASK && cut->items[i - 1].kind != ROW_GHOST);
}

static void doubt_end(struct arena *a, struct table_row *row, size_t last)
{
	row_doubt(a, row, ROLE_UNKNOWN, CODE_CELLS_SHIFTED,
		  row->cells[last > 0 ? last - 1 : 0].text, NULL);
}

/* A row that lacks its number, or one of its empty cells, may begin with the empty cell that ends
 * the one before. */
static void doubt_ends(struct arena *a, const struct task_table *table, struct table_rows *rows)
{
	size_t last = table->count - 1 - table_has(table, ROLE_MARK);
	for (size_t i = 1; i < rows->count; i++) {
		struct table_row *row = &rows->items[i], *before = row - 1;
		const struct row_cell *no = row_cell(table, row, ROLE_NO);
		if (row->kind == ROW_TASK && row->unproven && no && no->state == CELL_LOST &&
		    before->kind == ROW_TASK && !*before->cells[last].text)
			doubt_end(a, before, last);
		if (before->kind == ROW_TASK && row->kind == ROW_GHOST && row->cut &&
		    !*before->cells[last].text)
			doubt_end(a, before, last);
	}
}

void row_leave(struct arena *a, struct table_rows *rows, enum row_kind kind, long at,
	       const char *text)
{
	const char *why = kind == ROW_GHOST ? words_pick("empty row", "hàng trống")
			  : kind == ROW_HEADING
			      ? words_pick("headings again", "tiêu đề nhắc lại")
			      : words_pick("no row of the table", "không phải hàng của bảng");
	left_add(a, &rows->left, at, text, why);
}

static struct table_rows read_stream(struct arena *a, struct memo *memo,
				     const struct task_table *table)
{
	struct table_rows rows = {0};
	const struct grid_cell *source = table->grid->rows[0].cells + table->begin;
	size_t count;
	struct grid_cell *cells = open_cells(a, memo, table, &count);
	struct look *looks = look_all(a, memo, cells, count);
	struct stream_rows cut = stream_cut(a, memo, table, cells, looks, count);
	struct fit fit = fit_of(a, table, &cut, cells, looks);
	size_t end = 0;
	for (size_t i = 0; i < cut.count; i++) {
		const struct stream_row *r = &cut.items[i];
		struct table_row *row = row_add(a, &rows, table, r->kind, cells[r->from].at);
		end = r->from + r->count;
		row->cut = r->count + 1 == table->count;
		if (r->kind == ROW_GROUP)
			row_put_group(a, row, cells + r->from, r->count);
		else if (r->kind == ROW_TASK)
			fit_row(a, &fit, row, cells + r->from, looks + r->from, r->count,
				under_heading(&cut, i), i + 1 == cut.count);
		else if (r->kind == ROW_STRAY)
			row_put(a, &row->cells[0], &cells[r->from]);
		if (r->kind != ROW_TASK && r->kind != ROW_GROUP)
			row_leave(a, &rows, r->kind, cells[r->from].at,
				  r->kind == ROW_STRAY ? cells[r->from].text : NULL);
	}
	doubt_ends(a, table, &rows);
	set_trailing(a, &rows, source, table->end - table->begin, end > 0 ? cells[end - 1].end : 0);
	rows.trails_tasks = trails_tasks(a, memo, table, source, end > 0 ? cells[end - 1].end : 0);
	return rows;
}

struct table_rows rows_read(struct arena *a, struct memo *memo, const struct task_table *table)
{
	if (table->grid->form == GRID_STREAM)
		return read_stream(a, memo, table);
	struct table_rows rows = rows_in_grid(a, memo, table);
	rows_join_pages(a, table, &rows);
	left_sort(&rows.left);
	return rows;
}
