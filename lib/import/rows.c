/* SPDX-License-Identifier: MIT
 * rows: a table's rows with each cell under its column. It knows what cells look like, and nothing
 * of plans, dates or agencies as values. */
#include "import/rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/align.h"
#include "import/stream.h"

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

static struct table_row *add_row(struct arena *a, struct table_rows *rows,
				 const struct task_table *table, enum row_kind kind, long at)
{
	rows->items = arena_more(a, rows->items, rows->count, sizeof *rows->items);
	struct table_row *row = &rows->items[rows->count++];
	*row = (struct table_row){kind, at, 0, NULL, NULL, 0};
	row->cells = arena_alloc(a, (table->count + 1) * sizeof *row->cells);
	for (size_t i = 0; i < table->count; i++)
		row->cells[i] = (struct row_cell){CELL_LOST, "", "", false};
	return row;
}

static void put_cell(struct arena *a, struct row_cell *to, const struct grid_cell *from)
{
	if (to->state == CELL_PRINTED) {
		to->text = text_squeeze(a, arena_format(a, "%s %s", to->text, from->text));
		to->lines = arena_format(a, "%s\n%s", to->lines, from->lines);
	} else {
		*to = (struct row_cell){CELL_PRINTED, from->text, from->lines, false};
	}
	to->markup = to->markup || from->markup;
}

/* A group's number and title stand in the first two cells, wherever the document has them. */
static void put_group(struct arena *a, struct table_row *row, const struct grid_cell *cells,
		      size_t count)
{
	size_t i = 0;
	while (i < count && !*cells[i].text)
		i++;
	const char *rest = NULL;
	struct ordinal lead = ordinal_lead(a, cells[i].text, &rest);
	if (ordinal_read(a, cells[i].text).kind != ORDINAL_NONE) {
		put_cell(a, &row->cells[0], &cells[i++]);
		while (i < count && !*cells[i].text)
			i++;
	} else if (lead.kind != ORDINAL_NONE) {
		row->cells[0] = (struct row_cell){CELL_PRINTED, lead.id, lead.id, false};
		row->cells[1] = (struct row_cell){CELL_PRINTED, rest, rest, false};
		return;
	}
	if (i < count)
		put_cell(a, &row->cells[1], &cells[i]);
}

static const char *cell_pieces(struct arena *a, const struct grid_cell *cells, size_t count,
			       const size_t *columns, size_t column)
{
	const char *say = NULL;
	for (size_t i = 0; i < count; i++)
		if (columns[i] == column)
			say = say ? arena_format(a, "%s | %s", say, cells[i].text) : cells[i].text;
	return say;
}

/* Which columns got no cell, and which got several. A goal (with its number) merged from above is
 * how these tables are made; everything else was put by its looks and is doubtful. */
static void note_fit(struct arena *a, const struct task_table *table, struct table_row *row,
		     const struct grid_cell *cells, size_t count, const size_t *columns, bool first)
{
	size_t got[64] = {0}, last = 0;
	for (size_t i = 0; i < count; i++) {
		got[columns[i]]++;
		last = columns[i];
	}
	for (size_t i = 0; i < table->count; i++) {
		enum role role = table->columns[i].role;
		if (role == ROLE_MARK || got[i] == 1)
			continue;
		if (got[i] > 1) {
			row_doubt(a, row, role, CODE_CELLS_SHIFTED,
				  cell_pieces(a, cells, count, columns, i), NULL);
		} else if (role == ROLE_TARGET && !first) {
			row->cells[i].state = CELL_MERGED;
		} else if (role != ROLE_NO && role != ROLE_NOTE) {
			row_doubt(a, row, role, i < last ? CODE_CELLS_SHIFTED : CODE_ROW_SHORT,
				  table->columns[i].heading, NULL);
		}
	}
}

static void put_aligned(struct arena *a, const struct task_table *table, struct table_row *row,
			const struct grid_cell *cells, const struct look *looks, size_t count,
			bool first, bool last)
{
	struct align *align = align_new(a, table, count);
	size_t *columns = arena_alloc(a, (count + 1) * sizeof *columns);
	align_try(align, looks, count, first, last);
	align_columns(align, count, columns);
	for (size_t i = 0; i < count; i++)
		put_cell(a, &row->cells[columns[i]], &cells[i]);
	note_fit(a, table, row, cells, count, columns, first);
}

static struct look *look_all(struct arena *a, const struct grid_cell *cells, size_t count)
{
	struct look *looks = arena_alloc(a, (count + 1) * sizeof *looks);
	for (size_t i = 0; i < count; i++)
		looks[i] = look_read(a, cells[i].text);
	return looks;
}

/* Where a signature, a list of recipients or a web page's footer begins. */
static bool closes_table(struct arena *a, const char *line)
{
	static const char *const openings[] = {
	    "noi nhan",	    "tm uy ban nhan dan", "tm ubnd",	      "kt chu tich",
	    "kt bo truong", "kt thu tuong",	  "hieu luc van ban", "tai van ban",
	};
	const char *key = text_plain(a, line);
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (strncmp(key, openings[i], strlen(openings[i])) == 0)
			return strlen(key) < 80;
	return false;
}

/* Where in a cell's lines the table is closed; NULL when nowhere. */
static const char *closing_line(struct arena *a, const char *lines)
{
	for (const char *s = lines; *s;) {
		size_t n = strcspn(s, "\n");
		if (n < 120 && closes_table(a, arena_copy(a, s, n)))
			return s;
		s += n + (s[n] == '\n');
	}
	return NULL;
}

static struct grid_cell first_bytes(struct arena *a, struct grid_cell cell, size_t n)
{
	cell.lines = arena_copy(a, cell.lines, n > 0 ? n - 1 : 0);
	cell.text = text_squeeze(a, cell.lines);
	return cell;
}

static void set_trailing(struct arena *a, struct table_rows *rows, const struct grid_cell *cells,
			 size_t from, size_t count)
{
	for (size_t i = from > 0 ? from - 1 : 0; i < count && !rows->trailing; i++) {
		const char *s = i < from ? closing_line(a, cells[i].lines) : cells[i].lines;
		if (!s || !*s)
			continue;
		rows->trailing = arena_copy(a, s, strcspn(s, "\n"));
		rows->trailing_at = i < from ? cells[i].end : cells[i].at;
	}
}

/* The cells up to the one in which the table is closed, which is cut there. */
static struct grid_cell *open_cells(struct arena *a, const struct task_table *table, size_t *count)
{
	const struct grid_cell *source = table->grid->rows[0].cells + table->begin;
	size_t whole = table->end - table->begin;
	struct grid_cell *cells = arena_alloc(a, (whole + 1) * sizeof *cells);
	for (*count = 0; *count < whole; ++*count) {
		cells[*count] = source[*count];
		const char *closing = closing_line(a, source[*count].lines);
		if (!closing)
			continue;
		size_t n = (size_t)(closing - source[*count].lines);
		cells[*count] = first_bytes(a, source[*count], n);
		*count += n > 0;
		break;
	}
	return cells;
}

/* Nothing can be merged from above into the first row under a heading. */
static bool under_heading(const struct stream_rows *cut, size_t i)
{
	return i == 0 ||
	       (cut->items[i - 1].kind != ROW_TASK && cut->items[i - 1].kind != ROW_GHOST);
}

static struct table_rows read_stream(struct arena *a, const struct task_table *table)
{
	struct table_rows rows = {NULL, 0, NULL, 0};
	const struct grid_cell *source = table->grid->rows[0].cells + table->begin;
	size_t count;
	struct grid_cell *cells = open_cells(a, table, &count);
	struct look *looks = look_all(a, cells, count);
	struct stream_rows cut = stream_cut(a, table, cells, looks, count);
	size_t end = 0;
	for (size_t i = 0; i < cut.count; i++) {
		const struct stream_row *r = &cut.items[i];
		struct table_row *row = add_row(a, &rows, table, r->kind, cells[r->from].at);
		end = r->from + r->count;
		if (r->kind == ROW_GROUP)
			put_group(a, row, cells + r->from, r->count);
		else if (r->kind == ROW_TASK)
			put_aligned(a, table, row, cells + r->from, looks + r->from, r->count,
				    under_heading(&cut, i), end == count);
		else if (r->kind == ROW_STRAY)
			put_cell(a, &row->cells[0], &cells[r->from]);
	}
	set_trailing(a, &rows, source, end, table->end - table->begin);
	return rows;
}

/* A row's cells laid out under the columns; a cell over several columns stands in the first. */
static size_t lay_out(struct arena *a, const struct grid_row *row, struct grid_cell **cells)
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

static size_t full_cells(const struct grid_cell *cells, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		n += *cells[i].text != '\0';
	return n;
}

static bool counts_columns(struct arena *a, const struct grid_cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct ordinal o = ordinal_read(a, cells[i].text);
		if (o.kind != ORDINAL_ARABIC || o.value != (long)i + 1)
			return false;
	}
	return count > 2;
}

/* A number and a title, or one of them, and nothing else. */
static bool is_group(const struct task_table *table, const struct grid_cell *cells,
		     const struct look *looks, size_t count)
{
	size_t full = full_cells(cells, count), first = 0;
	while (first < count && !*cells[first].text)
		first++;
	if (full == 0 || full > 2 || first > 1)
		return false;
	size_t title = first + (full == 2);
	if (title >= count || !*cells[title].text || !look_is_title(&looks[title]))
		return false;
	if (full == 2)
		return looks[first].ordinal.kind != ORDINAL_NONE;
	/* alone: a title with its number, in capitals, or standing where numbers stand */
	return looks[title].lead.kind != ORDINAL_NONE || looks[title].capitals ||
	       (title == 0 && table->columns[0].role == ROLE_NO);
}

static enum row_kind kind_of_row(struct arena *a, const struct task_table *table,
				 const struct grid_cell *cells, const struct look *looks,
				 size_t count)
{
	if (full_cells(cells, count) == 0)
		return ROW_GHOST;
	if (headings_again(a, table, cells, count) || counts_columns(a, cells, count))
		return ROW_HEADING;
	return is_group(table, cells, looks, count) ? ROW_GROUP : ROW_TASK;
}

static void put_in_order(struct arena *a, const struct task_table *table, struct table_row *row,
			 const struct grid_cell *cells, size_t count)
{
	for (size_t i = 0; i < count && i < table->count; i++) {
		put_cell(a, &row->cells[i], &cells[i]);
		if (cells[i].rows == 0)
			row->cells[i].state = CELL_MERGED;
	}
}

static struct table_rows read_rows(struct arena *a, const struct task_table *table)
{
	struct table_rows rows = {NULL, 0, NULL, 0};
	for (size_t r = table->begin; r < table->end; r++) {
		const struct grid_row *from = &table->grid->rows[r];
		struct grid_cell *cells;
		size_t count = lay_out(a, from, &cells);
		/* empty cells beyond the last column say nothing */
		while (count > table->count && !*cells[count - 1].text)
			count--;
		struct look *looks = look_all(a, cells, count);
		enum row_kind kind = kind_of_row(a, table, cells, looks, count);
		struct table_row *row = add_row(a, &rows, table, kind, from->at);
		row->page = from->page;
		if (kind == ROW_GROUP)
			put_group(a, row, cells, count);
		else if (kind == ROW_TASK && count == table->count)
			put_in_order(a, table, row, cells, count);
		else if (kind == ROW_TASK)
			put_aligned(a, table, row, cells, looks, count, false, true);
	}
	return rows;
}

struct table_rows rows_read(struct arena *a, const struct task_table *table)
{
	if (table->grid->form == GRID_STREAM)
		return read_stream(a, table);
	struct table_rows rows = read_rows(a, table);
	rows_join_pages(a, table, &rows);
	return rows;
}
