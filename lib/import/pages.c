/* SPDX-License-Identifier: MIT
 * pages: rows that a page's end has cut are put together again, cell by cell, each with a doubt.
 * It knows rows and columns, no documents. */
#include "import/rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"

static bool starts_small(const char *s)
{
	uint32_t c = utf8_next(&s);
	return utf8_is_letter(c) && utf8_lower(c) == c;
}

static bool starts_great(const char *s)
{
	s += strspn(s, "-+• ");
	uint32_t c = utf8_next(&s);
	return (utf8_is_letter(c) && utf8_lower(c) != c) || (c >= '0' && c <= '9');
}

static const char *text_of(const struct task_table *table, const struct table_row *row,
			   enum role role)
{
	const struct row_cell *cell = row_cell(table, row, role);
	return cell ? cell->text : "";
}

/* Has the row what a task of its own has? */
static bool stands_alone(const struct task_table *table, const struct table_row *row)
{
	return starts_great(text_of(table, row, ROLE_TEXT)) &&
	       (*text_of(table, row, ROLE_LEAD) || !table_has(table, ROLE_LEAD)) &&
	       (*text_of(table, row, ROLE_DUE) || !table_has(table, ROLE_DUE));
}

/* Does the row, the first on its page, go on with the one before? */
static bool goes_on(struct arena *a, const struct task_table *table, const struct table_row *before,
		    const struct table_row *row, bool headed)
{
	const char *number = text_of(table, row, ROLE_NO);
	if (*number &&
	    !text_same(text_key(a, number), text_key(a, text_of(table, before, ROLE_NO))))
		return false;
	const char *text = text_of(table, row, ROLE_TEXT);
	if (!headed && *text)
		return starts_small(text);
	if (!headed)
		return !*number; /* no text and no number: what other cells lacked room for */
	return !stands_alone(table, row);
}

/* A row without number, lead and deadline whose texts go on in the midst of a sentence: the end of a
 * row that a converter cut at a page it does not tell of. */
static bool is_remnant(const struct task_table *table, const struct table_row *row)
{
	size_t small = 0, great = 0;
	if (row->part || !table_has(table, ROLE_NO) || *text_of(table, row, ROLE_NO) ||
	    *text_of(table, row, ROLE_LEAD) || *text_of(table, row, ROLE_DUE))
		return false;
	for (size_t c = 0; c < table->count; c++) {
		small += starts_small(row->cells[c].text);
		great += starts_great(row->cells[c].text);
	}
	return small > 0 && great == 0;
}

static const char signs[] = " ;,.:";

/* Bytes of the longest run of whole words that ends a and begins b. */
static size_t overlap(const char *a, const char *b)
{
	size_t n = strlen(a), best = 0;
	for (const char *end = b; *end;) {
		end += strspn(end, signs);
		end += strcspn(end, signs);
		size_t k = (size_t)(end - b);
		if (k <= n && memcmp(a + n - k, b, k) == 0 && (k == n || a[n - k - 1] == ' '))
			best = k;
	}
	return best;
}

static const char *join(struct arena *a, const char *first, const char *second)
{
	size_t n = overlap(first, second);
	second += n;
	second += *second == ' ';
	bool tight = !*first || (n > 0 && *second && strchr(signs, *second));
	return *second ? arena_format(a, "%s%s%s", first, tight ? "" : " ", second) : first;
}

static const char *last_word(const char *s)
{
	const char *blank = strrchr(s, ' ');
	return blank ? blank + 1 : s;
}

static const char *first_word(struct arena *a, const char *s)
{
	return arena_copy(a, s, strcspn(s, signs));
}

/* How often other rows have the two words at the joint next to each other in the column. */
static size_t seen_together(struct arena *a, const struct table_rows *rows, size_t column,
			    const char *first, const char *second)
{
	const char *pair =
	    text_lower(a, arena_format(a, "%s %s", last_word(first), first_word(a, second)));
	size_t n = 0;
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].kind == ROW_TASK)
			n += strstr(text_lower(a, rows->items[i].cells[column].text), pair) != NULL;
	return n;
}

static bool fits(struct arena *a, const struct table_rows *rows, size_t column, const char *first,
		 const char *second)
{
	return *first &&
	       (overlap(first, second) > 0 || seen_together(a, rows, column, first, second) > 0);
}

/* The column whose unfinished text the piece goes on with: its own, unless only a neighbour's fits,
 * which has no piece itself. */
static size_t column_of_piece(struct arena *a, const struct table_rows *rows,
			      const struct task_table *table, const struct table_row *before,
			      const struct table_row *row, size_t column)
{
	const char *piece = row->cells[column].text;
	if (fits(a, rows, column, before->cells[column].text, piece))
		return column;
	size_t near[2] = {column + 1, column - 1};
	for (size_t k = 0; k < 2; k++)
		if (near[k] < table->count && table->columns[near[k]].role != ROLE_NO &&
		    !*row->cells[near[k]].text &&
		    fits(a, rows, near[k], before->cells[near[k]].text, piece))
			return near[k];
	return column;
}

static void join_cell(struct arena *a, const struct task_table *table, struct table_row *before,
		      const struct row_cell *piece, size_t from, size_t to)
{
	struct row_cell *cell = &before->cells[to];
	const char *say =
	    *cell->text ? arena_format(a, "%s | %s", cell->text, piece->text) : piece->text;
	enum role role = table->columns[to].role;
	if (from != to)
		row_doubt(a, before, role, CODE_CELLS_SHIFTED,
			  arena_format(a, "%s: %s", table->columns[from].heading, piece->text),
			  NULL);
	row_doubt(a, before, role, CODE_JOINED_AT_PAGE, say, NULL);
	cell->text = join(a, cell->text, piece->text);
	cell->lines = cell->text;
	cell->state = CELL_PRINTED;
	cell->markup = cell->markup || piece->markup;
}

static void join_rows(struct arena *a, const struct table_rows *rows,
		      const struct task_table *table, struct table_row *before,
		      const struct table_row *row)
{
	size_t *to = arena_alloc(a, (table->count + 1) * sizeof *to);
	for (size_t c = 0; c < table->count; c++)
		to[c] = *row->cells[c].text ? column_of_piece(a, rows, table, before, row, c) : c;
	for (size_t c = 0; c < table->count; c++)
		if (*row->cells[c].text && table->columns[c].role != ROLE_NO)
			join_cell(a, table, before, &row->cells[c], c, to[c]);
	for (size_t i = 0; i < row->doubt_count; i++) {
		const struct draft_doubt *d = &row->doubts[i];
		if (d->code == CODE_ROW_SHORT || (d->code == CODE_CELLS_SHIFTED && !d->cell))
			continue; /* a piece of a row need not have all cells */
		row_doubt(a, before, d->cell ? role_find(d->cell) : ROLE_UNKNOWN, d->code, d->say,
			  d->suggest);
	}
}

static const char *first_text(const struct task_table *table, const struct table_row *row)
{
	for (size_t c = 0; c < table->count; c++)
		if (*row->cells[c].text)
			return row->cells[c].text;
	return "";
}

void rows_join_pages(struct arena *a, const struct task_table *table, struct table_rows *rows)
{
	struct table_row *before = NULL;
	bool headed = false;
	size_t kept = 0;
	for (size_t i = 0; i < rows->count; i++) {
		struct table_row *row = &rows->items[i];
		bool turned = before && (headed || row->page != before->page);
		bool again =
		    before && row->kind == ROW_TASK &&
		    ((turned && goes_on(a, table, before, row, headed)) || is_remnant(table, row));
		if (again) {
			left_add(
			    a, &rows->left, row->at, first_text(table, row),
			    words_pick("goes on with the row above", "phần tiếp của hàng trên"));
			join_rows(a, rows, table, before, row);
			before->page = row->page;
			row->kind = ROW_HEADING; /* used up */
			headed = false;
			continue;
		}
		headed = row->kind == ROW_HEADING || (headed && row->kind == ROW_GHOST);
		if (row->kind == ROW_TASK)
			before = row;
		else if (row->kind == ROW_GROUP)
			before = NULL;
	}
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].kind != ROW_HEADING)
			rows->items[kept++] = rows->items[i];
	rows->count = kept;
}
