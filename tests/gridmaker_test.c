/* SPDX-License-Identifier: MIT
 * gridmaker: what becomes of the rows and cells that readers tell of. A table is written as rows parted
 * by ';' and cells parted by '|'; a cell's first signs are its spans: ">2" two columns, "v3" three
 * rows, "^" goes on with the one above. */
#include "check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/gridmaker.h"
#include "read/reader.h"

static struct arena *arena;
static struct findings findings;
static const struct document document = {.name = "doc"};

static struct gridmaker *begin(void)
{
	findings = (struct findings){.arena = arena};
	return maker_new(arena, "test", &document, &findings);
}

static void tell_cell(struct gridmaker *m, const char *s, size_t n)
{
	int columns = 1, rows = 1;
	bool goes_on = false;
	const char *end = s + n;
	for (; s < end && strchr(">v^", *s); s += s < end && *s != '^' ? 2 : 1) {
		goes_on = goes_on || *s == '^';
		columns = *s == '>' ? s[1] - '0' : columns;
		rows = *s == 'v' ? s[1] - '0' : rows;
	}
	char *text = arena_copy(arena, s, (size_t)(end - s));
	if (goes_on)
		maker_cell_continues(m, text, columns);
	else
		maker_cell(m, text, columns, rows);
}

/* Rows from line 1 on. */
static void tell_table(struct gridmaker *m, const char *s)
{
	maker_table(m, 1, NULL);
	for (long at = 1; *s; at++) {
		size_t row = strcspn(s, ";");
		const char *end = s + row;
		maker_row(m, at);
		while (s < end) {
			size_t n = strcspn(s, "|;");
			tell_cell(m, s, n);
			s += n + (s[n] == '|');
		}
		s = end + (*end == ';');
	}
	maker_table_end(m);
}

static void show_row(struct buf *out, const struct grid_row *row)
{
	buf_format(out, "%ld[", row->at);
	for (size_t c = 0; c < row->count; c++) {
		const struct grid_cell *cell = &row->cells[c];
		buf_text(out, c > 0 ? "|" : "");
		if (cell->columns != 1)
			buf_format(out, ">%d", cell->columns);
		if (cell->rows == 0)
			buf_char(out, '^');
		else if (cell->rows != 1)
			buf_format(out, "v%d", cell->rows);
		for (const char *t = cell->lines; *t; t++)
			buf_char(out, *t == '\n' ? '/' : *t);
	}
	buf_char(out, ']');
}

static const char *show(const struct grid *grid)
{
	struct buf out = {0};
	for (size_t i = 0; grid && i < grid->count; i++) {
		const struct grid_piece *piece = &grid->pieces[i];
		if (piece->kind == PIECE_PARAGRAPH)
			buf_format(&out, "\"%s\"", piece->text);
		for (size_t r = 0; piece->table && r < piece->table->count; r++)
			show_row(&out, &piece->table->rows[r]);
	}
	return grid ? buf_take(&out, arena) : NULL;
}

static const struct {
	const char *name, *told, *want;
} tables[] = {
    {"rows and cells in their order", "a|b;c|d", "1[a|b]2[c|d]"},
    {"an empty cell is one", "a||c;d|e|f", "1[a||c]2[d|e|f]"},
    {"a short row stays short", "a|b|c;d", "1[a|b|c]2[d]"},
    {"a cell over two columns", ">2a|b;c|d|e", "1[>2a|b]2[c|d|e]"},
    {"a cell over two rows is there in both", "v2a|b;c", "1[v2a|b]2[^a|c]"},
    {"a cell over rows in the middle", "a|v3b|c;d|e;f|g", "1[a|v3b|c]2[d|^b|e]3[f|^b|g]"},
    {"a cell over rows at the end", "a|v2b;c", "1[a|v2b]2[c|^b]"},
    {"it is there when the row has no cell of its own", "v2a|v2b;;c|d", "1[v2a|v2b]2[^a|^b]3[c|d]"},
    {"a row that ends before it has empty cells", "a|b|v2c;d", "1[a|b|v2c]2[d||^c]"},
    {"a cell over columns and rows", "v2>2a|b;c;d|e|f", "1[>2v2a|b]2[>2^a|c]3[d|e|f]"},
    {"two cells over rows side by side", "v2a|v3b|c;d;e|f", "1[v2a|v3b|c]2[^a|^b|d]3[e|^b|f]"},
    {"a span that runs into one from above is cut", "a|v2b|c;>3d|e", "1[a|v2b|c]2[d|^b|e]"},
    {"a span of rows that outlasts the table is cut", "v9a|b;c", "1[v2a|b]2[^a|c]"},
    {"a cell that goes on", "a|b;^|c;^|d", "1[v3a|b]2[^a|c]3[^a|d]"},
    {"what goes on need not begin", "^a|b;^|c", "1[v2a|b]2[^a|c]"},
    {"what goes on in a wider cell is its own", ">2a|b;c|^|d", "1[>2a|b]2[c||d]"},
    {"what goes on ends with the next cell of its own", "a|b;^|c;d|e;^|f",
     "1[v2a|b]2[^a|c]3[v2d|e]4[^d|f]"},
    {"what goes on has its own width", ">2a|b;>2^|c", "1[>2v2a|b]2[>2^a|c]"},
    {"behind a short row nothing goes on", "a|b;c;d|^e", "1[a|b]2[c]3[d|e]"},
    {"empty rows at the end go", "a|b;||;||", "1[a|b]"},
    {"empty rows inside keep their place", "a|b;||;c|d", "1[a|b]2[|]3[c|d]"},
    {"a last row that only goes on goes", "a|b;^|", "1[a|b]"},
    {"empty columns at the end go", "a|b||;c|||", "1[a|b]2[c|]"},
    {"a title over columns that nothing else uses is cut", ">9a;b|c", "1[>2a]2[b|c]"},
    {"an empty first column stays", "|a;|b", "1[|a]2[|b]"},
    {"a table of nothing is none", "|;|", ""},
    {"a table without rows is none", "", ""},
    {"blanks are squeezed, NBSP too", "\xc2\xa0 a \xc2\xa0\t b |\xc2\xa0;c|d", "1[a b|]2[c|d]"},
    {"broken lines are kept and empty ones are not", "a\n\n \nb\vc;d", "1[a/b/c]2[d]"},
    {"text is made NFC", "Bo\xcc\xa3\xcc\x82;d", "1[Bộ]2[d]"},
    {"control characters go", "a\x01\x1b[b\x7f\xc2\x9b;c", "1[a[b]2[c]"},
    {"what has no width goes", "a\xe2\x80\x8b\xef\xbb\xbf;c", "1[a]2[c]"},
};

static void test_tables(void)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct gridmaker *m = begin();
		check_begin(tables[i].name);
		tell_table(m, tables[i].told);
		CHECK_TEXT(show(maker_end(m)), tables[i].want);
		CHECK(findings.count == 0);
	}
}

static void test_pieces(void)
{
	struct gridmaker *m = begin();
	check_begin("paragraphs and tables in their order");
	maker_paragraph(m, 1, " one\n\xc2\xa0\ntwo ");
	maker_paragraph(m, 2, " \n");
	maker_table(m, 3, " Sheet  1 ");
	maker_row(m, 3)->heading = true;
	maker_cell(m, "a", 0, -1);
	maker_row(m, 4)->hidden = true;
	maker_cell(m, "b", 1, 1);
	maker_table(m, 5, NULL); /* ends the one before */
	maker_row(m, 5)->page = 2;
	maker_cell(m, "c", 1, 1);
	maker_table_end(m);
	maker_paragraph(m, 6, "three");
	const struct grid *grid = maker_end(m);
	CHECK_TEXT(show(grid), "\"one\"\"two\"3[a]4[b]5[c]\"three\"");
	CHECK_TEXT(grid->format, "test");
	CHECK_TEXT(grid->pieces[2].table->name, "Sheet 1");
	CHECK(grid->pieces[2].at == 3 && grid->pieces[2].table->form == GRID_ROWS);
	CHECK(grid->pieces[2].table->rows[0].heading && grid->pieces[2].table->rows[1].hidden);
	CHECK(grid->pieces[3].table->rows[0].page == 2);
	CHECK(!grid->pieces[3].table->name && grid->pieces[4].at == 6);
}

static void test_columns(void)
{
	struct gridmaker *m = begin();
	check_begin("the column that the next cell takes");
	maker_table(m, 1, NULL);
	maker_row(m, 1);
	CHECK(maker_column(m) == 0);
	maker_cell(m, "a", 2, 2);
	CHECK(maker_column(m) == 2);
	maker_cell(m, "b", 1, 2);
	maker_cell(m, "c", 1, 1);
	maker_row(m, 2);
	CHECK(maker_column(m) == 3);
	maker_cell(m, "d", 1, 1);
	CHECK(maker_column(m) == 4);
}

static void test_doubts(void)
{
	struct gridmaker *m = begin();
	check_begin("doubts of a cell reach down with it, those of a row do not");
	maker_table(m, 1, NULL);
	maker_doubt_row(m, maker_row(m, 1), CODE_ROW_CUT, "x", NULL);
	struct grid_cell *cell = maker_cell(m, "a", 1, 2);
	cell->markup = true;
	maker_doubt_cell(m, cell, CODE_DATE_INVALID, "31/2", "28/2");
	maker_cell(m, "b", 1, 1);
	maker_row(m, 2);
	maker_cell(m, "c", 1, 1);
	const struct grid_row *rows = maker_end(m)->pieces[0].table->rows;
	CHECK(rows[0].doubts && rows[0].doubts->code == CODE_ROW_CUT && !rows[1].doubts);
	CHECK_TEXT(rows[0].doubts->say, "x");
	CHECK(rows[0].cells[0].doubts && rows[1].cells[0].doubts && !rows[0].cells[1].doubts);
	CHECK(rows[1].cells[0].markup && rows[1].cells[0].at == 2);
	CHECK_TEXT(rows[1].cells[0].doubts->suggest, "28/2");

	check_begin("text in a cell that goes on is a doubt of this cell alone");
	m = begin();
	maker_table(m, 1, NULL);
	for (long at = 1; at < 4; at++) {
		maker_row(m, at);
		maker_cell_continues(m, at == 1 ? "a" : at == 2 ? "hidden" : "", 1);
		maker_cell(m, "b", 1, 1);
	}
	rows = maker_end(m)->pieces[0].table->rows;
	CHECK_TEXT(rows[1].cells[0].text, "a");
	CHECK(rows[1].cells[0].doubts && rows[1].cells[0].doubts->code == CODE_CELLS_SHIFTED);
	CHECK_TEXT(rows[1].cells[0].doubts->say, "hidden");
	CHECK(!rows[0].cells[0].doubts && !rows[2].cells[0].doubts);

	check_begin("an empty last row with a doubt stays");
	m = begin();
	maker_table(m, 1, NULL);
	maker_row(m, 1);
	maker_cell(m, "a", 1, 1);
	maker_doubt_row(m, maker_row(m, 2), CODE_ROW_CUT, NULL, NULL);
	CHECK_TEXT(show(maker_end(m)), "1[a]2[]");
}

/* `rows` rows of `columns` cells that hold `text`. */
static void fill(struct gridmaker *m, long rows, int columns, const char *text)
{
	maker_table(m, 1, NULL);
	for (long r = 1; r <= rows && maker_well(m); r++) {
		maker_row(m, r);
		for (int c = 0; c < columns; c++)
			maker_cell(m, text, 1, 1);
	}
	maker_table_end(m);
}

static void check_limit(struct gridmaker *m, const char *code, unsigned line)
{
	CHECK(!maker_well(m));
	CHECK(findings.count == 1);
	CHECK(findings.count == 1 && findings.items[0].at.line == line);
	CHECK_TEXT(findings.count ? code_info(findings.items[0].code)->name : NULL, code);
	CHECK(maker_end(m) == NULL);
	CHECK(findings.count == 1);
}

static char *long_text(size_t n)
{
	char *s = arena_alloc(arena, n + 1);
	memset(s, 'a', n);
	return s;
}

static void test_limits(void)
{
	struct gridmaker *m = begin();
	check_begin("a cell may have CELL_LIMIT bytes");
	fill(m, 1, 1, long_text(CELL_LIMIT));
	CHECK(maker_well(m));
	check_begin("and no more");
	fill(m, 2, 2, long_text((size_t)CELL_LIMIT + 1));
	check_limit(m, "field-large", 1);

	check_begin("a paragraph neither");
	m = begin();
	maker_paragraph(m, 7, long_text((size_t)CELL_LIMIT + 1));
	check_limit(m, "field-large", 7);

	check_begin("a table may have ROWS_LIMIT rows, and empty ones behind them");
	m = begin();
	fill(m, ROWS_LIMIT, 1, "a");
	maker_table(m, 1, NULL);
	for (long r = 1; r < ROWS_LIMIT * 11L; r++) {
		maker_row(m, r);
		maker_cell(m, r == 1 ? "a" : "\xc2\xa0", 1, 1);
	}
	CHECK(maker_well(m));
	const struct grid *grid = maker_end(m);
	CHECK(grid && grid->count == 2 && grid->pieces[0].table->count == ROWS_LIMIT);
	CHECK(grid && grid->pieces[1].table->count == 1);
	check_begin("and no more");
	m = begin();
	fill(m, ROWS_LIMIT + 5, 1, "a");
	check_limit(m, "table-large", ROWS_LIMIT + 1);

	check_begin("a row may have COLUMNS_LIMIT columns, and empty cells behind them");
	m = begin();
	maker_table(m, 1, NULL);
	maker_row(m, 1);
	maker_cell(m, "a", 10000, 1);
	maker_cell(m, "", 1, 1);
	CHECK(maker_well(m));
	check_begin("and no more");
	maker_cell(m, "b", 1, 1);
	check_limit(m, "table-large", 1);

	check_begin("a document may have sixteen times as many cells");
	m = begin();
	for (int i = 0; i < 64; i++)
		fill(m, 100, 250, "");
	CHECK(maker_well(m));
	maker_table(m, 1, NULL);
	maker_row(m, 1);
	maker_cell(m, "a", 1, 1);
	check_limit(m, "table-large", 1);

	check_begin("cells that reach far down count in every row");
	m = begin();
	maker_table(m, 1, NULL);
	maker_row(m, 1);
	for (int c = 0; c < COLUMNS_LIMIT; c++)
		maker_cell(m, "a", 1, 100000);
	for (long r = 2; r < 100000 && maker_well(m); r++)
		maker_row(m, r);
	check_limit(m, "table-large", 6251);
}

static void test_late(void)
{
	check_begin("after a limit everything may be told and nothing happens");
	struct gridmaker *m = begin();
	maker_paragraph(m, 7, long_text((size_t)CELL_LIMIT + 1));
	tell_table(m, "a|v2b;^c");
	maker_paragraph(m, 8, "x");
	maker_doubt_row(m, maker_row(m, 1), CODE_ROW_CUT, NULL, NULL);
	maker_doubt_cell(m, maker_cell(m, "a", 1, 1), CODE_ROW_CUT, NULL, NULL);
	check_limit(m, "field-large", 7);
}

int main(void)
{
	words_speak(LANGUAGE_EN);
	arena = arena_new();
	test_tables();
	test_pieces();
	test_columns();
	test_doubts();
	test_limits();
	test_late();
	arena_free(arena);
	return check_end();
}
