/* SPDX-License-Identifier: MIT
 * rowsgrid: the rows of a table whose document says where they are, each cell under its column. It knows what cells look like, and nothing of plans, dates or agencies as values. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "import/fit.h"
#include "import/memo.h"
#include "import/periods.h"
#include "import/rowsgrid_private.h"

enum { TITLE_WORDS = 30, SCRAP_WORDS = 4, LIKE_AGENCY = 60, SURE_AGENCY = 100 }; /* of 100 */

static size_t column_of(const struct task_table *table, enum role role)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->columns[i].role == role)
			return i;
	return (size_t)-1;
}

static const char *number_text(const struct grid_reader *r, const struct grid_row *row)
{
	return r->no != (size_t)-1 && r->no < row->count ? row->cells[r->no].text : "";
}

/* A number and a piece of text on top of a page, the number that of the task before: it goes on. */
static bool goes_on(const struct grid_reader *r, const struct grid_row *row)
{
	const struct seen_task *before = &r->before;
	bool turned = before->headed || row->page != before->page;
	return turned && before->no && *before->no && text_same(number_text(r, row), before->no);
}

/* Does the next page begin with the number of row i? */
static bool is_continued(const struct grid_reader *r, size_t i)
{
	const struct task_table *table = r->table;
	const struct grid_row *row = &table->grid->rows[i];
	bool turned = false;
	if (!*number_text(r, row))
		return false;
	while (++i < table->end) {
		const struct grid_row *next = &table->grid->rows[i];
		bool headed =
		    table->heads[i] || headings_again(r->memo, table, next->cells, next->count);
		turned = turned || headed || next->page != row->page;
		if (!headed)
			return turned && text_same(number_text(r, next), number_text(r, row));
	}
	return false;
}

static void note_task(struct grid_reader *r, const struct table_row *row)
{
	if (row->kind == ROW_TASK) {
		const struct row_cell *no = row_cell(r->table, row, ROLE_NO);
		r->before = (struct seen_task){no ? no->text : NULL, row->page, false};
	} else if (row->kind == ROW_GROUP) {
		r->before.no = NULL;
	}
	r->before.headed = r->before.headed || row->kind == ROW_HEADING;
}

/* The doubt's cell: what a plan has no key for stands in the note. */
static enum role doubt_role(enum role role)
{
	return role == ROLE_OTHER || role == ROLE_UNKNOWN ? ROLE_NOTE : role;
}

static void take_doubts(struct arena *a, struct table_row *row, enum role role,
			const struct grid_doubt *doubts)
{
	for (const struct grid_doubt *d = doubts; d; d = d->next)
		row_doubt(a, row, role, d->code, d->say, d->suggest);
}

/* Does a cell show by itself which of its heading's two things it holds: agencies, no remark? */
static bool tells_apart(const struct grid_reader *r, const struct column *column, const char *text)
{
	bool agencies = column->role == ROLE_LEAD || column->role == ROLE_WITH;
	return column->noted && agencies && memo_look(r->memo, text)->agency >= SURE_AGENCY;
}

/* What is not proven about one cell: it spans several columns, or several stand in one. */
static void doubt_cell(struct grid_reader *r, struct table_row *row, const struct given *g,
		       size_t c)
{
	const struct column *column = &r->table->columns[c];
	const char *text = g->cells[c].text;
	size_t wide = g->layout.wide[c];
	for (size_t k = 0; *text && wide > 1 && k < wide; k++)
		row_doubt(r->a, row, doubt_role(column[k].role), CODE_CELLS_SHIFTED, text, NULL);
	if (*text && g->layout.parts[c] > 1)
		row_doubt(r->a, row, doubt_role(column->role), CODE_CELLS_SHIFTED, text, NULL);
	if (*text && column->mixed && !tells_apart(r, column, text))
		row_doubt(r->a, row, doubt_role(column->role), CODE_COLUMN_MIXED, column->heading,
			  NULL);
	take_doubts(r->a, row, doubt_role(column->role), g->cells[c].doubts);
}

/* "1 |  | Title", then " | a) | task": the second number is the task's where the first is empty. */
static void take_inner(const struct grid_reader *r, struct table_row *row)
{
	size_t inner = r->table->inner;
	if (r->no == (size_t)-1 || inner >= r->table->count || *row->cells[r->no].text ||
	    row->cells[r->no].state == CELL_MERGED || !*row->cells[inner].text)
		return;
	row->cells[r->no] = row->cells[inner];
	row->cells[inner] = (struct row_cell){CELL_PRINTED, "", "", false};
}

/* The months that are marked, as one deadline: "Tháng 3, Tháng 4". Words instead of a mark are the
 * deadline themselves. */
static const char *marked_periods(struct grid_reader *r, struct table_row *row,
				  const struct given *g, size_t *count)
{
	const struct column *columns = r->table->columns;
	const char *said = "";
	for (size_t c = 0; c < r->table->count; c++) {
		const char *text = g->cells[c].text;
		if (!columns[c].period || !*text)
			continue;
		bool mark = period_mark(text);
		size_t wide = mark && g->layout.wide[c] > 1 ? g->layout.wide[c] : 1;
		for (size_t k = 0; k < wide && columns[c + k].period; k++, ++*count)
			said = arena_format(r->a, "%s%s%s", said, *said ? ", " : "",
					    mark ? columns[c + k].period : text);
		if (!mark)
			row_doubt(r->a, row, ROLE_DUE, CODE_DEADLINE_MARKED,
				  arena_format(r->a, "%s: %s", columns[c].period, text), NULL);
		take_doubts(r->a, row, ROLE_DUE, g->cells[c].doubts);
	}
	return said;
}

/* Columns of months are one deadline; several marks are several days, or one long work. */
static void put_periods(struct grid_reader *r, struct table_row *row, const struct given *g)
{
	size_t c = 0, count = 0;
	while (c < r->table->count && !r->table->columns[c].period)
		c++;
	if (c == r->table->count)
		return;
	const char *said = marked_periods(r, row, g, &count);
	row->cells[c] = (struct row_cell){CELL_PRINTED, said, said, false};
	if (count > 1)
		row_doubt(r->a, row, ROLE_DUE, CODE_DEADLINE_MARKED, said, NULL);
}

static void put_in_order(struct grid_reader *r, struct table_row *row, const struct given *g)
{
	for (size_t c = 0; c < r->table->count; c++) {
		if (g->layout.parts[c] == 0 || r->table->columns[c].period)
			continue;
		row_put(r->a, &row->cells[c], &g->cells[c]);
		doubt_cell(r, row, g, c);
	}
	put_periods(r, row, g);
	take_inner(r, row);
}

/* The number is the row above's: this row is a part of that task; where the words are too, it may be
 * but another product or deadline of it. */
static void mark_part(const struct grid_reader *r, struct table_row *row)
{
	struct row_cell *no = r->no != (size_t)-1 ? &row->cells[r->no] : NULL;
	const struct row_cell *text = row_cell(r->table, row, ROLE_TEXT);
	if (!no || no->state != CELL_MERGED || !*no->text)
		return;
	if (text && text->state == CELL_MERGED)
		row_doubt(r->a, row, ROLE_TEXT, CODE_CELL_FROM_ABOVE, NULL, NULL);
	row->part = true;
	no->text = no->lines = "";
}

/* Words alone behind a task whose own words are not at their end: the rest of these, as a page cut
 * them. */
static bool is_remnant(const struct grid_reader *r, const struct table_row *row)
{
	const struct row_cell *no = row_cell(r->table, row, ROLE_NO);
	const struct row_cell *lead = row_cell(r->table, row, ROLE_LEAD);
	const struct row_cell *due = row_cell(r->table, row, ROLE_DUE);
	if (r->rows.count < 2 || row[-1].kind != ROW_TASK || !no || *no->text ||
	    (lead && *lead->text) || (due && *due->text))
		return false;
	const struct row_cell *above = row_cell(r->table, row - 1, ROLE_TEXT);
	return above && memo_look(r->memo, above->text)->ends_open;
}

static void put_task(struct grid_reader *r, struct table_row *row, const struct given *g)
{
	struct fit fit = {.table = r->table, .rows = true};
	struct title t;
	if (g->layout.fits) {
		put_in_order(r, row, g);
		mark_part(r, row);
	} else {
		fit_row(r->a, &fit, row, g->cells, given_looks(r, g), g->count, true, true);
		for (size_t i = 0; i < g->count; i++)
			take_doubts(r->a, row, ROLE_UNKNOWN, g->cells[i].doubts);
	}
	if (r->text != (size_t)-1 && is_remnant(r, row))
		row_doubt(r->a, row, ROLE_TEXT, CODE_ROW_CUT,
			  row_cell(r->table, row, ROLE_TEXT)->text, NULL);
	/* words alone in the tasks' column */
	if (!row->part && given_title(g, &t) && t.no == (size_t)-1 && title_in_place(r, &t) &&
	    !g->looks[t.text]->starts_small && !strchr("-+", *g->cells[t.text].text) &&
	    r->table->count > 2)
		row_doubt(r->a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK, g->cells[t.text].text, NULL);
}

/* What a heading between tasks says beside its title; NULL when nothing. */
static const char *beside_title(struct grid_reader *r, const struct table_row *row)
{
	const char *say = NULL;
	for (size_t c = 0; c < r->table->count; c++) {
		const struct row_cell *cell = &row->cells[c];
		if (c == r->no || c == r->table->inner || c == r->text ||
		    cell->state != CELL_PRINTED || !*cell->text)
			continue;
		say = say ? arena_format(r->a, "%s | %s", say, cell->text) : cell->text;
	}
	return say;
}

static void put_group(struct grid_reader *r, struct table_row *row, const struct given *g)
{
	const struct grid_cell *spilled = given_spilled(r, g);
	if (spilled) {
		row_put_group(r->a, row, g->cells, g->count);
		row_doubt(r->a, row, ROLE_UNKNOWN, CODE_CELLS_SHIFTED, spilled->text, NULL);
	} else if (given_is_summed(r, g)) {
		row_put_group(r->a, row, g->cells, g->count);
		for (size_t c = 0; c < r->table->count; c++)
			if (c != r->no && c != r->text && *g->cells[c].text)
				row_doubt(
				    r->a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK,
				    arena_format(r->a, "%s | %s", row->title, g->cells[c].text),
				    NULL);
	} else if (!given_is_group(r, g)) {
		for (size_t c = 0; c < r->table->count; c++)
			if (g->layout.parts[c] > 0)
				row_put(r->a, &row->cells[c], &g->cells[c]);
		row->no = g->cells[r->table->inner].text;
		row->inner = true;
		row->title = g->cells[r->text].text;
		const char *say = beside_title(r, row);
		if (say)
			row_doubt(r->a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK,
				  arena_format(r->a, "%s | %s", row->title, say), NULL);
	} else {
		row_put_group(r->a, row, g->cells, g->count);
	}
	for (size_t i = 0; i < g->count; i++)
		take_doubts(r->a, row, ROLE_UNKNOWN, g->cells[i].doubts);
}

/* Words in the tasks' column without a number, and numbered tasks behind them: a title. */
static bool is_lone_title(struct grid_reader *r, const struct given *g, size_t i)
{
	const struct task_table *table = r->table;
	struct title t;
	if (given_is_part(r, g) || !given_title(g, &t) || t.no != (size_t)-1 || t.text != r->text)
		return false;
	const struct look *look = memo_look(r->memo, g->cells[t.text].text);
	const char *text = g->cells[t.text].text;
	if (look->starts_small || look->ends_open || strchr("-+*", *text) || !look_is_title(look) ||
	    look->length > TITLE_WORDS || text[strlen(text) - 1] == '.')
		return false;
	while (++i < table->end) {
		struct given next = given_read(r, &table->grid->rows[i]);
		if (given_own(&next) > 0)
			return rows_look_like_tasks(r->memo, next.cells, next.count, table->count);
	}
	return false;
}

static void leave(struct grid_reader *r, const struct given *g, enum row_kind kind)
{
	const char *text = "";
	for (size_t i = 0; i < g->count && !*text; i++)
		text = cell_is_own(&g->cells[i]) ? g->cells[i].text : "";
	if (kind == ROW_STRAY)
		left_add(r->a, &r->rows.left, g->row->at, text, given_stray(r, g));
	else
		row_leave(r->a, &r->rows, kind, g->row->at, kind == ROW_GHOST ? text : NULL);
}

static void read_row(struct grid_reader *r, size_t i)
{
	const struct grid_row *from = &r->table->grid->rows[i];
	struct given g = given_read(r, from);
	enum row_kind kind = r->table->heads[i] ? ROW_HEADING : given_kind(r, &g);
	bool lone = kind == ROW_TASK && is_lone_title(r, &g, i);
	if (kind == ROW_GROUP && (goes_on(r, from) || is_continued(r, i)))
		kind = ROW_TASK;
	struct table_row *row =
	    row_add(r->a, &r->rows, r->table, lone ? ROW_GROUP : kind, from->at);
	row->page = from->page;
	take_doubts(r->a, row, ROLE_UNKNOWN, from->doubts);
	if (from->hidden)
		row_doubt(r->a, row, ROLE_UNKNOWN, CODE_ROW_HIDDEN, NULL, NULL);
	if (lone)
		row_doubt(r->a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK, g.cells[r->text].text, NULL);
	if (lone)
		row_put_group(r->a, row, g.cells, g.count);
	else if (kind == ROW_GROUP)
		put_group(r, row, &g);
	else if (kind == ROW_TASK)
		put_task(r, row, &g);
	else
		leave(r, &g, kind);
	if (kind == ROW_STRAY)
		r->rows.count--;
	note_task(r, row);
}

/* A cell of a few words and nothing else, or words beside the columns: no row of the table. */
static bool is_scrap(struct grid_reader *r, size_t i)
{
	const struct grid_row *row = &r->table->grid->rows[i];
	const char *text = "";
	size_t own = 0, place = 0;
	for (size_t c = 0; c < row->count; c++)
		if (cell_is_own(&row->cells[c])) {
			text = row->cells[c].text;
			place = c;
			own++;
		}
	const struct look *look = memo_look(r->memo, text);
	bool beside = place >= r->table->columns[r->table->count - 1].to;
	return own == 0 ||
	       (own == 1 && look->ordinal.kind == ORDINAL_NONE && look->agency < LIKE_AGENCY &&
		!r->table->heads[i] && (beside || look->length <= SCRAP_WORDS));
}

/* Is the row parted from the one before by empty ones? A sheet keeps none of these. */
static bool is_apart(const struct grid_reader *r, size_t i)
{
	const struct grid_row *row = &r->table->grid->rows[i];
	bool empty = true;
	for (size_t c = 0; c < row->count && empty; c++)
		empty = !cell_is_own(&row->cells[c]);
	return empty || (r->table->grid->name && row->at > row[-1].at + 1);
}

/* Behind the rows of the table: what is scribbled further below is left out. */
static size_t scraps_begin(struct grid_reader *r)
{
	const struct task_table *table = r->table;
	size_t end = table->end;
	while (end > table->begin && is_scrap(r, end - 1))
		end--;
	if (end == table->begin)
		return table->end;
	while (end < table->end && !is_apart(r, end))
		end++;
	return end;
}

static void leave_scraps(struct grid_reader *r, size_t from)
{
	for (size_t i = from; i < r->table->end; i++) {
		struct given g = given_read(r, &r->table->grid->rows[i]);
		if (given_own(&g) == 0)
			read_row(r, i);
		for (size_t k = 0; k < g.count; k++)
			if (cell_is_own(&g.cells[k]))
				left_add(r->a, &r->rows.left, g.row->at, g.cells[k].text,
					 words_pick("a lone cell below the table",
						    "ô lẻ nằm dưới bảng"));
	}
}

/* The first text behind the last row, and whether tasks may be in what follows. */
static void read_trailing(struct grid_reader *r)
{
	const struct task_table *table = r->table;
	struct table_rows *rows = &r->rows;
	for (size_t i = table->end; i < table->until; i++) {
		struct given g = given_read(r, &table->grid->rows[i]);
		for (size_t k = 0; k < g.count && !rows->trailing; k++)
			if (cell_is_own(&g.cells[k])) {
				rows->trailing = arena_copy(r->a, g.cells[k].lines,
							    strcspn(g.cells[k].lines, "\n"));
				rows->trailing_at = g.row->at;
			}
		rows->trails_tasks = rows->trails_tasks ||
				     rows_look_like_tasks(r->memo, g.cells, g.count, table->count);
	}
}

struct table_rows rows_in_grid(struct arena *a, struct memo *memo, const struct task_table *table)
{
	struct grid_reader r = {.a = a, .memo = memo, .table = table};
	r.no = column_of(table, ROLE_NO);
	r.text = column_of(table, ROLE_TEXT);
	size_t end = scraps_begin(&r);
	for (size_t i = table->begin; i < end; i++)
		read_row(&r, i);
	leave_scraps(&r, end);
	read_trailing(&r);
	return r.rows;
}
