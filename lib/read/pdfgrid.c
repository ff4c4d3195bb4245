/* SPDX-License-Identifier: MIT
 * pdfgrid: pages of words to a grid: paragraphs, and tables cell by cell with the doubts that rows
 * found by position have. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "read/gridmaker.h"
#include "read/pdfbody.h"
#include "read/pdfcell.h"
#include "read/pdftable.h"
#include "read/reader.h"

static int by_length(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;
	return x < y ? -1 : x > y;
}

static long em_of(const struct pdf_text *t)
{
	long *heights = arena_alloc(t->arena, (t->count + 1) * sizeof *heights);
	for (size_t i = 0; i < t->count; i++)
		heights[i] = t->words[i].base - t->words[i].top;
	qsort(heights, t->count, sizeof *heights, by_length);
	long em = heights[t->count / 2];
	return em > 100 ? em : 100;
}

struct writing {
	struct pdf_text *text;
	struct gridmaker *maker;
	const struct pdf_table *table;
	long at; /* rows so far */
	bool any_table;
};

static void heading_cell(struct writing *w, const struct pdf_heading *h, int columns, int rows)
{
	struct arena *a = w->text->arena;
	const struct pdf_run **runs = arena_alloc(a, (h->count + 1) * sizeof(void *));
	for (size_t i = 0; i < h->count; i++)
		runs[i] = &h->runs[i];
	maker_cell(w->maker, pdf_cell_text(w->text, NULL, runs, h->count, 0), columns, rows);
}

static void head_write(struct writing *w, const struct pdf_head *head, long page)
{
	bool deep = head->over_count > 0;
	maker_row(w->maker, ++w->at)->page = page;
	for (size_t i = 0; i < head->count;) {
		size_t over = head->columns[i].over, n = 1;
		while (over > 0 && i + n < head->count && head->columns[i + n].over == over)
			n++;
		if (over > 0)
			heading_cell(w, &head->over[over - 1], (int)n, 1);
		else
			heading_cell(w, &head->columns[i], 1, deep ? 2 : 1);
		i += n;
	}
	if (!deep)
		return;
	maker_row(w->maker, ++w->at)->page = page;
	for (size_t i = 0; i < head->count; i++)
		if (head->columns[i].over > 0)
			heading_cell(w, &head->columns[i], 1, 1);
}

static size_t cell_runs(const struct pdf_row *row, size_t column, size_t last,
			const struct pdf_run **runs)
{
	size_t n = 0;
	for (size_t i = 0; i < row->count; i++)
		if (row->lines[i]->column >= column && row->lines[i]->column <= last)
			runs[n++] = &row->lines[i]->run;
	return n;
}

/* The last column that a line beginning in the column lies over. */
static size_t last_column(const struct pdf_row *row, size_t column)
{
	size_t last = column;
	for (size_t i = 0; i < row->count; i++)
		if (row->lines[i]->column >= column && row->lines[i]->column <= last &&
		    row->lines[i]->last > last)
			last = row->lines[i]->last;
	return last;
}

static const char *say_row(void)
{
	return words_pick("the border between this row's lines and a neighbour's is not clear",
			  "ranh giới giữa các dòng của hàng này và hàng bên cạnh không rõ");
}

static const char *say_span(void)
{
	return words_pick(
	    "one cell for several rows, or a cell of one row among empty ones",
	    "có thể là một ô gộp cho nhiều hàng, hoặc ô của một hàng giữa các ô trống");
}

static const char *say_many(void)
{
	return words_pick("most cells of this row; compare the whole row",
			  "hầu hết các ô của hàng này; cần đối chiếu cả hàng");
}

/* Is most of the row a guess? One doubt then says more than one for each cell. */
static bool is_guess(const struct writing *w, const struct pdf_row *row)
{
	size_t unsure = 0;
	for (size_t c = 0; c < w->table->columns; c++)
		unsure += row->unsure[c] || row->span_guessed[c];
	return row->guessed || unsure == w->table->columns ||
	       (w->text->layout && unsure * 2 > w->table->columns);
}

/* `doubted`: the row has a doubt already. */
static void cell_write(struct writing *w, const struct pdf_row *row, size_t column, bool doubted)
{
	size_t last = last_column(row, column);
	const struct pdf_run **runs =
	    arena_alloc(w->text->arena, (row->count + 1) * sizeof(void *));
	size_t n = cell_runs(row, column, last, runs);
	const char *text =
	    pdf_cell_text(w->text, w->table, runs, n, last == column ? w->table->room[column] : 0);
	int reach = last == column ? row->reach[column] : 1;
	struct grid_cell *cell =
	    maker_cell(w->maker, text, (int)(last - column + 1), reach > 1 ? reach : 1);
	bool unsure = false, span = row->span_guessed[column];
	for (size_t c = column; c <= last; c++)
		unsure = unsure || row->unsure[c];
	if (doubted && reach <= 1) /* the rows below must be told of a cell that reaches down */
		return;
	if (unsure)
		maker_doubt_cell(w->maker, cell, CODE_CELL_BY_POSITION, say_row(), NULL);
	if (span)
		maker_doubt_cell(w->maker, cell, CODE_CELL_BY_POSITION, say_span(), NULL);
}

static void row_write(struct writing *w, const struct pdf_row *row)
{
	struct grid_row *r = maker_row(w->maker, ++w->at);
	r->page = row->part->page->number;
	bool guess = is_guess(w, row);
	if (guess)
		maker_doubt_row(w->maker, r, CODE_CELL_BY_POSITION, say_many(), NULL);
	size_t column = maker_column(w->maker);
	while (column < w->table->columns && maker_well(w->maker)) {
		cell_write(w, row, column, guess);
		column = maker_column(w->maker);
	}
}

static void table_write(struct writing *w, struct pdf_table *table)
{
	struct pdf_rows rows = pdf_rows_find(w->text, table);
	pdf_spans_find(w->text, table, &rows);
	w->table = table;
	w->any_table = true;
	maker_table(w->maker, w->at + 1, NULL);
	const struct pdf_part *part = NULL;
	for (size_t i = 0; i < rows.count && maker_well(w->maker); i++) {
		if (rows.items[i].part != part) {
			part = rows.items[i].part;
			if (part->head)
				head_write(w, part->head, part->page->number);
		}
		row_write(w, &rows.items[i]);
	}
	maker_table_end(w->maker);
}

struct grid *pdf_grid(struct pdf_text *t)
{
	t->em = em_of(t);
	t->space = t->layout ? t->em * 6 / 10 : t->em * 36 / 100;
	pdf_known_find(t);
	pdf_furniture_drop(t);
	struct writing w = {.text = t,
			    .maker = maker_new(t->arena, t->format, t->document, t->findings)};
	struct pdf_pieces pieces = pdf_pieces_find(t);
	for (size_t i = 0; i < pieces.count && maker_well(w.maker); i++) {
		const struct pdf_piece *piece = &pieces.items[i];
		if (piece->table)
			table_write(&w, piece->table);
		else
			pdf_body_add(t, w.maker, piece->page, piece->from, piece->to);
	}
	if (w.any_table)
		findings_add(t->findings, (struct place){.file = t->document->name},
			     CODE_ROWS_BY_POSITION, NULL, NULL, NULL);
	return maker_end(w.maker);
}
