/* SPDX-License-Identifier: MIT
 * headings: heading rows in tables and in streams of cells. It knows what headings say (roles) and
 * nothing of the rows behind them. */
#include "import/headings_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "import/closing.h"
#include "import/memo.h"
#include "import/ordinal.h"

bool table_has(const struct task_table *table, enum role role)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->columns[i].role == role)
			return true;
	return false;
}

bool table_is_tasks(const struct task_table *table)
{
	return table_has(table, ROLE_TEXT) &&
	       (table_has(table, ROLE_LEAD) || table_has(table, ROLE_WITH)) &&
	       (table_has(table, ROLE_DUE) || table_has(table, ROLE_START) ||
		table_has(table, ROLE_PRODUCT) || table_has(table, ROLE_WITH));
}

const char *table_headings(struct arena *a, const struct task_table *table)
{
	struct buf out = {0};
	for (size_t i = 0; i < table->count; i++) {
		if (table->columns[i].role == ROLE_MARK)
			continue;
		if (i > 0)
			buf_char(&out, ',');
		buf_text(&out, role_word(table->columns[i].role));
	}
	return buf_take(&out, a);
}

size_t headings_known(const struct column *columns, size_t count)
{
	unsigned seen = 0;
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned bit = 1u << columns[i].role;
		n += columns[i].role != ROLE_UNKNOWN && columns[i].role != ROLE_OTHER &&
		     !(seen & bit);
		seen |= bit;
	}
	return n;
}

const char *headings_before(struct arena *a, const struct grid_cell *cell)
{
	const char *end = strrchr(cell->lines, '\n');
	return end ? arena_copy(a, cell->lines, (size_t)(end - cell->lines)) : NULL;
}

/* The heading that ends a cell of several lines: text is glued before it. */
static const char *last_line(struct arena *a, const struct grid_cell *cell, const char **before)
{
	*before = headings_before(a, cell);
	return *before ? cell->lines + strlen(*before) + 1 : NULL;
}

bool headings_is_title(struct arena *a, const char *text)
{
	const char *rest;
	return ordinal_read(a, text).kind != ORDINAL_NONE ||
	       ordinal_lead(a, text, &rest).kind != ORDINAL_NONE;
}

/* An unknown heading: short words, no number. */
bool headings_may_be(struct arena *a, const char *text)
{
	size_t blanks = 0;
	for (const char *s = text; *s; s++)
		blanks += *s == ' ';
	return *text && blanks < 10 && !headings_is_title(a, text);
}

/* Does the heading of the numbers stand behind other text? Then it begins the headings. */
static bool ends_in_number(struct arena *a, struct memo *memo, const struct grid_cell *cell)
{
	bool typo;
	const char *before, *line = last_line(a, cell, &before);
	return line && memo_role(memo, line, &typo) == ROLE_NO;
}

/* The first heading: a cell's text, or its last line when other text is glued before it. */
static bool read_first(struct arena *a, struct memo *memo, const struct grid_row *row, size_t i,
		       struct column *c, const char **before)
{
	const struct grid_cell *cell = &row->cells[i];
	if (c->role == ROLE_UNKNOWN) {
		const char *line = last_line(a, cell, before);
		if (!line)
			return false;
		*c = (struct column){.heading = line, .at = cell->end};
		c->role = memo_role(memo, line, &c->typo);
	}
	/* "2. Phân công nhiệm vụ" stands above a table */
	return c->role != ROLE_UNKNOWN && c->role != ROLE_OTHER &&
	       !headings_is_title(a, c->heading);
}

/* A last heading that is not understood stands before the first row's number, or before the empty
 * cell that parts rows and that number. */
static bool ends_headings(struct arena *a, const struct grid_row *row, size_t i)
{
	size_t next = i + 1;
	next += next < row->count && !*row->cells[next].text;
	return next < row->count && headings_may_be(a, row->cells[i].text) &&
	       ordinal_read(a, row->cells[next].text).kind != ORDINAL_NONE;
}

/* The columns from cell i of a stream on; 0 when no heading row starts there. */
static size_t read_stream_columns(struct arena *a, struct memo *memo, const struct grid_row *row,
				  size_t i, struct column *columns, const char **before)
{
	size_t n = 0, known = 0, unknown = 0;
	*before = NULL;
	for (; i + n < row->count && n < COLUMNS_MOST; n++) {
		const struct grid_cell *cell = &row->cells[i + n];
		struct column *c = &columns[n];
		*c = (struct column){.heading = cell->text, .at = cell->at};
		c->role = memo_role(memo, cell->text, &c->typo);
		if (n == 0 && !read_first(a, memo, row, i, c, before))
			return 0;
		/* what stands before the numbers' heading is the table's title */
		if (n > 0 && c->role == ROLE_NO)
			return 0;
		if (n == 1 && c->role == columns[0].role)
			return 0;
		if (n > 0 && c->role == ROLE_UNKNOWN && ends_in_number(a, memo, cell))
			return 0;
		if (c->role != ROLE_UNKNOWN) {
			known = n + 1;
			unknown = 0;
		} else if (++unknown > 2 || !headings_may_be(a, cell->text)) {
			break;
		}
	}
	if (known > 0 && known < COLUMNS_MOST && i + known < row->count &&
	    columns[known].heading == row->cells[i + known].text &&
	    ends_headings(a, row, i + known))
		known++;
	size_t enough = *before && columns[0].typo ? COLUMNS_KNOWN + 1 : COLUMNS_KNOWN;
	return headings_known(columns, known) >= enough ? known : 0;
}

struct task_table *headings_add(struct arena *a, struct task_tables *tables,
				const struct grid_table *grid, const struct column *columns,
				size_t count)
{
	tables->items = arena_more(a, tables->items, tables->count, sizeof *tables->items);
	struct task_table *t = &tables->items[tables->count++];
	t->grid = t->source = grid;
	t->columns = arena_alloc(a, (count + 1) * sizeof *columns);
	memcpy(t->columns, columns, count * sizeof *columns);
	t->count = count;
	t->at = columns[0].at;
	t->inner = (size_t)-1;
	return t;
}

/* An empty cell before the first row's number parts rows: it will stand before each of them. */
void headings_mark(struct arena *a, struct task_table *table, const struct grid_row *row)
{
	if (table->begin + 1 >= row->count || *row->cells[table->begin].text ||
	    !headings_is_title(a, row->cells[table->begin + 1].text))
		return;
	table->columns[table->count++] =
	    (struct column){.role = ROLE_MARK, .heading = "", .at = table->at};
	table->begin++;
}

/* Texts whose lengths differ by more need not be compared. */
static bool is_near(const char *a, const char *b, size_t slips)
{
	size_t n = strlen(a), m = strlen(b);
	return n <= m + slips && m <= n + slips && text_distance(a, b, slips) <= slips;
}

/* Has the text surely more than n bytes in plain letters? Most that is asked about are tasks. */
static bool is_longer(const char *text, size_t n)
{
	for (; *text; text++)
		if (((*text | 32) >= 'a' && (*text | 32) <= 'z') && n-- == 0)
			return true;
	return false;
}

/* How a cell stands to a heading: SAME but for slips, OTHER, or NOTHING where it has no words. */
enum likeness { NOTHING, SAME, OTHER };

static enum likeness compare(struct memo *memo, const char *text, const char *heading)
{
	enum { SLIPS = 2 };
	const char *wanted = memo_plain(memo, heading);
	if (is_longer(text, strlen(wanted) + SLIPS))
		return OTHER;
	const char *key = memo_plain(memo, text);
	if (strlen(key) > 1 && is_near(key, wanted, SLIPS))
		return SAME;
	return *key ? OTHER : NOTHING;
}

bool headings_again(struct memo *memo, const struct task_table *table,
		    const struct grid_cell *cells, size_t count)
{
	size_t same = 0, other = 0, columns = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct column *c = &table->columns[i];
		if (c->role == ROLE_MARK)
			continue;
		columns++;
		if (i >= count)
			continue;
		enum likeness like = compare(memo, cells[i].text, c->heading);
		same += like == SAME;
		other += like == OTHER;
		if (other * 4 > table->count)
			return false;
	}
	return columns > 0 && same >= 2 && same * 4 >= columns * 3 && other < same;
}

/* Does cell i hold the first heading as its last line, behind other text? */
static bool is_glued(struct arena *a, struct memo *memo, const struct task_table *table,
		     const struct grid_cell *cell)
{
	const char *before, *line = last_line(a, cell, &before);
	const char *heading = memo_plain(memo, table->columns[0].heading);
	return line && strcmp(memo_plain(memo, cell->text), heading) != 0 &&
	       is_near(memo_plain(memo, line), heading, 1);
}

/* Behind the cell up to i in which an open table is closed; 0 when it is not. That cell is still the
 * table's: it is cut where its closing line begins. */
static size_t closed_end(struct arena *a, const struct task_table *open,
			 const struct grid_cell *cells, size_t i)
{
	for (size_t end = open->begin; end <= i; end++)
		if (closing_line(a, cells[end].lines))
			return end + 1;
	return 0;
}

static struct task_table *open_stream(struct arena *a, struct task_tables *tables,
				      const struct grid_table *grid, const struct column *columns,
				      size_t count, size_t begin)
{
	struct task_table *t = headings_add(a, tables, grid, columns, count);
	t->begin = begin;
	t->end = grid->rows[0].count;
	return t;
}

static long number_at(struct arena *a, const struct grid_row *row, size_t i)
{
	struct ordinal o = ordinal_read(a, i < row->count ? row->cells[i].text : "");
	return o.kind == ORDINAL_ARABIC ? o.value : 0;
}

/* Do the rows from cell i on go on counting? A row that counts the columns says nothing. */
static bool goes_on(struct arena *a, const struct grid_row *row, size_t i)
{
	for (; i < row->count; i++) {
		if (number_at(a, row, i) == 1 && number_at(a, row, i + 1) == 2)
			while (number_at(a, row, i + 1) == number_at(a, row, i) + 1)
				i++;
		else if (number_at(a, row, i) > 0)
			return number_at(a, row, i) > 1;
	}
	return false;
}

void headings_repeat(struct arena *a, struct memo *memo, struct task_tables *tables, size_t i)
{
	struct task_table *open = &tables->items[tables->count - 1];
	const struct grid_row *row = &open->grid->rows[0];
	const struct grid_cell *first = &row->cells[i];
	size_t end = closed_end(a, open, row->cells, i);
	bool glued = is_glued(a, memo, open, first);
	size_t count = open->count - table_has(open, ROLE_MARK);
	if (end ? goes_on(a, row, i + count) : !glued)
		return;
	open->end = end ? end : i;
	open->closed = end > 0;
	open = open_stream(a, tables, open->grid, open->columns, count, i + count);
	open->at = glued ? first->end : first->at;
	if (glued)
		last_line(a, first, &open->before);
	headings_mark(a, open, row);
}

static void find_in_stream(struct arena *a, struct memo *memo, const struct grid_table *grid,
			   struct task_tables *tables)
{
	const struct grid_row *row = &grid->rows[0];
	struct column columns[COLUMNS_MOST];
	struct task_table *open = NULL;
	for (size_t i = 0; i < row->count;) {
		const char *before;
		if (open && headings_again(memo, open, row->cells + i, row->count - i)) {
			headings_repeat(a, memo, tables, i);
			i += open->count - table_has(open, ROLE_MARK);
			open = &tables->items[tables->count - 1];
			continue;
		}
		size_t n = read_stream_columns(a, memo, row, i, columns, &before);
		if (n == 0) {
			i++;
			continue;
		}
		if (open) {
			size_t end = closed_end(a, open, row->cells, i);
			open->closed = end > 0;
			open->end = end ? end : i;
		}
		open = open_stream(a, tables, grid, columns, n, i + n);
		open->before = before;
		headings_mark(a, open, row);
		i += n;
	}
}

/* The rows of a table before its first headings, all where it has none; NULL when there are none. */
static const struct grid_table *unheaded(struct arena *a, const struct grid_table *table,
					 const struct task_table *headed)
{
	struct grid_table *rows = arena_alloc(a, sizeof *rows);
	*rows = *table;
	if (headed)
		rows->count = headed->top;
	return table->form == GRID_ROWS && rows->count > 0 ? rows : NULL;
}

/* What stands above the headings of a sheet is its title, and no row of another sheet. */
static bool is_sheet(const struct grid_table *table, const struct grid_table *before)
{
	return table->name && before && before->name && !text_same(table->name, before->name);
}

struct task_tables headings_find(struct arena *a, struct memo *memo, const struct grid *grid)
{
	struct task_tables tables = {NULL, 0};
	size_t last = 0; /* the piece of the last table */
	for (size_t i = 0; i < grid->count; i++) {
		const struct grid_table *table = grid->pieces[i].table;
		if (grid->pieces[i].kind != PIECE_TABLE || table->count == 0)
			continue;
		size_t n = tables.count;
		if (table->form == GRID_STREAM)
			find_in_stream(a, memo, table, &tables);
		else
			headings_in_rows(a, memo, table, &tables);
		bool none = tables.count == n;
		const struct grid_table *rest =
		    n > 0 && (none || !is_sheet(table, grid->pieces[last].table))
			? unheaded(a, table, none ? NULL : &tables.items[n])
			: NULL;
		bool goes_on =
		    rest && headings_continue(a, memo, grid, last, i, rest, &tables.items[n - 1]);
		if (none && !goes_on)
			headings_guess(a, memo, table, &tables);
		for (; n < tables.count; n++)
			headings_settle(a, memo, &tables.items[n]);
		last = i;
	}
	return tables;
}
