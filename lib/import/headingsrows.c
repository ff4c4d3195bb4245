/* SPDX-License-Identifier: MIT
 * headingsrows: heading rows of tables whose document says where its rows are, of one level or more.
 * It knows what headings say (roles) and nothing of the rows behind them. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/closing.h"
#include "import/headings_private.h"
#include "import/layout.h"
#include "import/memo.h"
#include "import/ordinal.h"

enum { HEADING_ROWS = 4, LEVEL_BYTES = 400, LIKE_ONE = 85 };

static size_t span_of(const struct grid_cell *cell)
{
	return cell->columns > 1 ? (size_t)cell->columns : 1;
}

static size_t width_of(const struct grid_row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < row->count; i++)
		n += span_of(&row->cells[i]);
	return n;
}

/* The cell of a row in which the grid's column is; NULL when the row is shorter. */
static const struct grid_cell *cell_at(const struct grid_row *row, size_t column)
{
	size_t end = 0;
	for (size_t i = 0; i < row->count; i++) {
		end += span_of(&row->cells[i]);
		if (column < end)
			return &row->cells[i];
	}
	return NULL;
}

/* May the row be one of the lower levels of headings: short words, no number? */
static bool may_be_lower(struct arena *a, const struct grid_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct grid_cell *cell = &row->cells[i];
		if (cell->rows != 0 && *cell->text && !headings_may_be(a, cell->text))
			return false;
	}
	return true;
}

/* Behind the rows into which the cells of row r reach down. */
static size_t reach_of(const struct grid_table *grid, size_t r)
{
	size_t end = r + 1;
	for (size_t k = r; k < end; k++)
		for (size_t i = 0; i < grid->rows[k].count; i++) {
			int rows = grid->rows[k].cells[i].rows;
			if (rows > 1 && rows <= HEADING_ROWS && k + (size_t)rows > end)
				end = k + (size_t)rows;
		}
	return end < grid->count ? end : grid->count;
}

/* Behind the rows that the document marks as headings from row r on. */
static size_t marked_end(const struct grid_table *grid, size_t r)
{
	size_t end = r;
	while (end < grid->count && end < r + HEADING_ROWS && grid->rows[end].heading)
		end++;
	return end;
}

/* Do the cells of the next row stand under headings that they say more about, and none under the
 * number and the task? For documents that lost their spans. */
static bool says_more(struct arena *a, struct memo *memo, const struct grid_row *upper,
		      const struct grid_row *lower)
{
	size_t known = 0, full = 0, column = 0;
	bool typo;
	if (width_of(lower) != width_of(upper) || !may_be_lower(a, lower) ||
	    !may_be_lower(a, upper))
		return false;
	for (size_t i = 0; i < lower->count; column += span_of(&lower->cells[i++])) {
		const struct grid_cell *cell = &lower->cells[i], *above = cell_at(upper, column);
		if (!*cell->text || cell->rows == 0)
			continue;
		enum role role = above ? memo_role(memo, above->text, &typo) : ROLE_UNKNOWN;
		const struct look *look = memo_look(memo, cell->text);
		if (role == ROLE_NO || role == ROLE_TEXT || look->agency >= LIKE_ONE ||
		    look->deadline >= LIKE_ONE)
			return false;
		full++;
		known += memo_role(memo, cell->text, &typo) != ROLE_UNKNOWN;
	}
	return known > 0 && known * 2 >= full;
}

static size_t block_end(struct arena *a, struct memo *memo, const struct grid_table *grid, size_t r)
{
	size_t reach = reach_of(grid, r), marked = marked_end(grid, r), end = r + 1;
	size_t most = reach > marked ? reach : marked;
	while (end < most && may_be_lower(a, &grid->rows[end]))
		end++;
	if (end == r + 1 && end < grid->count &&
	    says_more(a, memo, &grid->rows[r], &grid->rows[end]))
		end++;
	return end;
}

/* The texts above each other, each once. */
struct levels {
	const char *whole, *upper, *lower; /* all, the first, the last */
};

static struct levels stacked(struct arena *a, const struct grid_table *grid, size_t r, size_t end,
			     size_t from)
{
	struct levels l = {"", "", ""};
	for (; r < end; r++) {
		const struct grid_cell *cell = cell_at(&grid->rows[r], from);
		if (!cell || !*cell->text || cell->rows == 0 || text_same(cell->text, l.lower))
			continue;
		l.whole = *l.whole ? arena_format(a, "%s %s", l.whole, cell->text) : cell->text;
		l.upper = *l.upper ? l.upper : cell->text;
		l.lower = cell->text;
	}
	return l;
}

/* What a heading of several levels says: the lowest counts, unless it says nothing alone; one that is
 * only understood as a slip counts less than the upper ones. */
static enum role stacked_role(struct memo *memo, const struct levels *l, bool *typo)
{
	const char *const texts[] = {l->lower, l->whole, l->upper};
	enum role slip = ROLE_UNKNOWN, said = ROLE_UNKNOWN;
	for (size_t i = 0; i < 3; i++) {
		bool is_slip;
		enum role role = memo_role(memo, texts[i], &is_slip);
		*typo = false;
		if (role != ROLE_UNKNOWN && role != ROLE_OTHER && !is_slip)
			return role;
		if (is_slip && slip == ROLE_UNKNOWN)
			slip = role;
		else if (!is_slip && said == ROLE_UNKNOWN)
			said = role;
	}
	*typo = slip != ROLE_UNKNOWN && (said == ROLE_UNKNOWN || slip != ROLE_OTHER);
	return *typo ? slip : said;
}

/* The row whose cells are the columns: the lowest that is as wide as the first. */
static const struct grid_row *leaf_row(const struct grid_table *grid, size_t r, size_t end)
{
	while (end - 1 > r && width_of(&grid->rows[end - 1]) < width_of(&grid->rows[r]))
		end--;
	return &grid->rows[end - 1];
}

/* The columns that the rows from r to `end` name; 0 when there are too many. */
static size_t read_block(struct arena *a, struct memo *memo, const struct grid_table *grid,
			 size_t r, size_t end, struct column *columns)
{
	const struct grid_row *leaf = leaf_row(grid, r, end);
	size_t n = 0, from = 0;
	for (size_t i = 0; i < leaf->count; i++) {
		size_t to = from + span_of(&leaf->cells[i]);
		struct levels levels = stacked(a, grid, r, end, from);
		if (n == COLUMNS_MOST || strlen(levels.whole) > LEVEL_BYTES * HEADING_ROWS)
			return 0;
		columns[n] = (struct column){.heading = levels.whole, .at = grid->rows[r].at};
		columns[n].role = stacked_role(memo, &levels, &columns[n].typo);
		columns[n].from = from;
		columns[n++].to = from = to;
	}
	return n;
}

/* Is the cell at the grid's column empty or a number? */
static int holds_number(struct arena *a, const struct grid_row *row, size_t column)
{
	const struct grid_cell *cell = cell_at(row, column);
	return cell && ordinal_read(a, cell->text).kind != ORDINAL_NONE;
}

/* Where the rows below divide a heading's columns, in at least three of five; 0 when they do not. */
static size_t divided_at(const struct grid_table *grid, size_t begin, const struct column *c)
{
	size_t best = 0, most = 0, rows = 0;
	for (size_t r = begin; r < grid->count; r++)
		rows += width_of(&grid->rows[r]) >= c->to && grid->rows[r].count > 2;
	for (size_t at = c->from + 1; at < c->to; at++) {
		size_t n = 0;
		for (size_t r = begin; r < grid->count; r++) {
			const struct grid_row *row = &grid->rows[r];
			n += row->count > 2 && cell_at(row, at) &&
			     cell_at(row, at) != cell_at(row, at - 1);
		}
		best = n > most ? at : best;
		most = n > most ? n : most;
	}
	return most * 5 >= rows * 3 && most > 0 ? best : 0;
}

/* A heading over two columns of cells: of the numbers before a text, or of two kinds that it does
 * not tell apart. */
static size_t divide(struct arena *a, const struct grid_table *grid, size_t begin,
		     struct column *columns, size_t n)
{
	for (size_t c = 0; c < n && n < COLUMNS_MOST; c++) {
		size_t wide = columns[c].to - columns[c].from;
		size_t at = wide > 1 ? divided_at(grid, begin, &columns[c]) : 0, numbers = 0,
		       rows = 0;
		if (at == 0)
			continue;
		for (size_t r = begin; r < grid->count; r++, rows++)
			numbers += (size_t)holds_number(a, &grid->rows[r], columns[c].from);
		memmove(columns + c + 1, columns + c, (n - c) * sizeof *columns);
		n++;
		columns[c].to = columns[c + 1].from = at;
		if (numbers * 2 > rows)
			columns[c].role = ROLE_NO;
		else if (columns[c].role != ROLE_NO)
			columns[c].mixed = columns[c + 1].mixed = true;
		c++;
	}
	return n;
}

/* The columns as the headings of the open table named them, before any was divided. */
struct named {
	struct column columns[COLUMNS_MOST];
	size_t count;
};

static bool same_columns(struct memo *memo, const struct named *open, const struct column *columns,
			 size_t n)
{
	bool same = n == open->count;
	for (size_t i = 0; same && i < n; i++)
		same = columns[i].from == open->columns[i].from &&
		       columns[i].to == open->columns[i].to &&
		       text_same(memo_plain(memo, columns[i].heading),
				 memo_plain(memo, open->columns[i].heading));
	return same;
}

/* The first number in the first two cells of the rows from r on. */
static long first_number(struct arena *a, const struct grid_table *grid, size_t r)
{
	for (; r < grid->count; r++)
		for (size_t i = 0; i < 2 && i < grid->rows[r].count; i++) {
			struct ordinal o = ordinal_read(a, grid->rows[r].cells[i].text);
			if (o.kind == ORDINAL_ARABIC)
				return o.value;
		}
	return 0;
}

/* Is the row one text alone, which no number opens? */
static bool is_lone_title(struct arena *a, const struct grid_row *row)
{
	size_t full = 0;
	const char *text = "";
	for (size_t i = 0; i < row->count; i++) {
		if (!*row->cells[i].text || row->cells[i].rows == 0)
			continue;
		full++;
		text = row->cells[i].text;
	}
	return full == 1 && !headings_is_title(a, text);
}

/* Does a title stand before equal headings at row r, behind which the count starts again? */
static bool begins_anew(struct arena *a, const struct task_table *open,
			const struct grid_table *grid, size_t r, size_t behind)
{
	return r > open->begin + 1 && is_lone_title(a, &grid->rows[r - 1]) &&
	       first_number(a, grid, behind) == 1 && first_number(a, grid, open->begin) > 0;
}

static void mark_heads(struct task_table *open, size_t r, size_t end)
{
	for (; r < end; r++)
		open->heads[r] = true;
}

static struct task_table *open_table(struct arena *a, struct task_tables *tables,
				     const struct grid_table *grid, const struct column *columns,
				     size_t n, size_t top, size_t begin)
{
	struct task_table *t = headings_add(a, tables, grid, columns, n);
	t->top = top;
	t->begin = begin;
	t->end = t->until = grid->count;
	t->heads = arena_alloc(a, (grid->count + 1) * sizeof *t->heads);
	return t;
}

static bool may_be_headings(struct memo *memo, const struct grid_row *row)
{
	size_t least = row->heading ? 1 : COLUMNS_KNOWN - 1, known = 0;
	enum role before = ROLE_UNKNOWN;
	bool typo;
	for (size_t i = 0; i < row->count && known < least; i++) {
		if (memo_shape(memo, row->cells[i].text)->ordinal.kind != ORDINAL_NONE)
			return false;
		enum role role = memo_role(memo, row->cells[i].text, &typo);
		known += role != ROLE_UNKNOWN && role != before;
		before = role;
	}
	return known >= least;
}

/* The same headings with slips, or in another number of cells. */
static bool says_again(struct arena *a, struct memo *memo, const struct task_table *open,
		       const struct grid_row *row)
{
	struct layout l = layout_row(a, open, row);
	return headings_again(memo, open, l.fits ? l.cells : row->cells,
			      l.fits ? open->count : row->count);
}

void headings_in_rows(struct arena *a, struct memo *memo, const struct grid_table *grid,
		      struct task_tables *tables)
{
	struct named *named = arena_alloc(a, sizeof *named);
	struct column *columns = arena_alloc(a, (COLUMNS_MOST + 1) * sizeof *columns);
	struct task_table *open = NULL;
	size_t closed = 0; /* the row in which the open one is; 0: in none */
	for (size_t r = 0, end; r < grid->count; r = end) {
		end = r + 1;
		if (open && closed == 0 && closing_row(a, &grid->rows[r]))
			closed = r;
		if (!may_be_headings(memo, &grid->rows[r]))
			continue;
		size_t block = block_end(a, memo, grid, r);
		size_t n = read_block(a, memo, grid, r, block, columns);
		if (headings_known(columns, n) < COLUMNS_KNOWN)
			continue;
		end = block;
		bool same = open && closed == 0 &&
			    (same_columns(memo, named, columns, n) ||
			     says_again(a, memo, open, &grid->rows[r]));
		bool anew = same && begins_anew(a, open, grid, r, end);
		if (same && !anew) {
			mark_heads(open, r, end);
			continue;
		}
		if (open) {
			open->end = anew ? r - 1 : closed > 0 ? closed : r;
			open->until = r;
		}
		memcpy(named->columns, columns, n * sizeof *columns);
		named->count = n;
		closed = 0;
		n = divide(a, grid, end, columns, n);
		open = open_table(a, tables, grid, columns, n, r, end);
	}
	if (open && closed > 0)
		open->end = closed;
}
