/* SPDX-License-Identifier: MIT
 * textgrid: what becomes of plain text of each kind. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "read/textgrid.h"

static struct arena *arena;

static struct grid *read(const char *text)
{
	return textgrid_read(arena, (struct file_bytes){text, strlen(text)});
}

/* Pieces in order: "text", and rows as [cell|cell] with / for line breaks inside a cell. */
static char *show(const struct grid *grid)
{
	struct buf out = {0};
	for (size_t i = 0; i < grid->count; i++) {
		const struct grid_piece *piece = &grid->pieces[i];
		if (piece->kind == PIECE_PARAGRAPH)
			buf_format(&out, "\"%s\"", piece->text);
		for (size_t r = 0; piece->table && r < piece->table->count; r++) {
			const struct grid_row *row = &piece->table->rows[r];
			buf_char(&out, '[');
			for (size_t c = 0; c < row->count; c++) {
				buf_text(&out, c > 0 ? "|" : "");
				for (const char *s = row->cells[c].lines; *s; s++)
					buf_char(&out, *s == '\n' ? '/' : *s);
			}
			buf_char(&out, ']');
		}
	}
	return buf_take(&out, arena);
}

static const struct {
	const char *name, *text, *want;
} cases[] = {
    {"paragraphs are cells", "a\n\nb\n\nc\n", "[a|b|c]"},
    {"lines of a paragraph are one cell", "a\nb\n\nc\n\nd\n\ne\n", "[a/b|c|d|e]"},
    {"a line of NBSP is an empty cell", "a\n\n\xc2\xa0\n\nb\n", "[a||b]"},
    {"NBSP ends no paragraph's line", "a\n\xc2\xa0\n\nb\n\nc\n\nd", "[a||b|c|d]"},
    {"several blank lines part like one", "a\n\n\n\nb\n", "[a|b]"},
    {"without blank lines every line is a cell", "a\nb\nc\nd\ne\nf\n", "[a|b|c|d|e|f]"},
    {"the last line needs no end", "a\n\nb", "[a|b]"},
    {"tabs part cells", "x\n\na\tb\tc\nd\te\tf\n", "\"x\"[a|b|c][d|e|f]"},
    {"empty cells between tabs", "a\tb\tc\n\t\te\nf\t\t\n", "[a|b|c][||e][f||]"},
    {"blank lines inside are page breaks", "a\tb\tc\n\nd\te\tf\n", "[a|b|c][d|e|f]"},
    {"a page's number is no row", "a\tb\tc\n\n- 12 -\n\nd\te\tf\n", "[a|b|c][d|e|f]"},
    {"a line without tabs inside is a row", "a\tb\tc\nII. x\nd\te\tf\n", "[a|b|c][II. x][d|e|f]"},
    {"text behind the rows is a paragraph", "a\tb\tc\nd\te\tf\nend\n", "[a|b|c][d|e|f]\"end\""},
    {"a last row without its end", "a\tb\tc\nd\te\t", "[a|b|c][d|e|]"},
    {"lines with only | end cells", "a\n|\nb\nc\n|\n|\nd\n|\ne\n|\nf\n|\n", "[a|b/c||d|e|f]"},
    {"text behind the last | is a cell", "a\n|\nb\n|\nc\n|\n|\n|\n|\nd", "[a|b|c||||d]"},
    {"blank lines inside a cell say nothing", "a\n\nb\n|\n|\n|\n|\n|\n|\n", "[a/b|||||]"},
    {"blanks around | do no harm", "a\n | \nb\n|\n|\n|\n|\n|\n", "[a|b||||]"},
    {"a vertical tab breaks a line in a cell", "x\vy\n\na\tb\vc\td\ne\tf\tg\n",
     "\"x\"\"y\"[a|b/c|d][e|f|g]"},
    {"a sign without width is no blank",
     "a\xe2\x80\x8b"
     "b\n\nc\n",
     "[ab|c]"},
    {"tags are taken out", "<ul style=\"x\">a <b>b</b>\n\nc\n\nd\n", "[a b|c|d]"},
    {"a tag for a line break breaks the line", "a<br/>b\n\nc\n\nd\n", "[a/b|c|d]"},
    {"a word in angle brackets stays", "<Nội dung> < 5%\n\nb\n\nc\n", "[<Nội dung> < 5%|b|c]"},
    {"bold is taken out", "**a** b\n\n*c*\n\nd\n", "[a b|c|d]"},
    {"a footnote's asterisk stays", "a (*)\n\n* b\n\nc\n", "[a (*)|* b|c]"},
    {"entities are characters", "a&nbsp;&amp;b\n\nc\n\nd\n", "[a &b|c|d]"},
    {"nothing gives nothing", "", ""},
    {"blank text gives no cell", "\n\n \n", "[]"},
};

static void test_cases(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		check_begin(cases[i].name);
		CHECK_TEXT(show(read(cases[i].text)), cases[i].want);
	}
}

static void test_places(void)
{
	check_begin("a cell knows its lines");
	struct grid *grid = read("a\n|\nb\nc\n|\n|\nd\n|\ne\n|\nf\n|\n");
	const struct grid_cell *cells = grid->pieces[0].table->rows[0].cells;
	CHECK(cells[0].at == 1);
	CHECK(cells[1].at == 3 && cells[1].end == 4);
	CHECK(cells[2].at == 6);
	CHECK(cells[3].at == 7);
	CHECK_TEXT(cells[1].text, "b c");

	check_begin("rows know their line and page");
	grid = read("x\n\na\tb\tc\n\nd\te\tf\n");
	CHECK(grid->pieces[1].at == 3);
	CHECK(grid->pieces[1].table->rows[1].at == 5);
	CHECK(grid->pieces[1].table->rows[1].page == 1);

	check_begin("the format is told");
	CHECK_TEXT(grid->format, "tsv");
	CHECK_TEXT(read("a\n\nb\n")->format, "text");

	check_begin("markup is told");
	CHECK(read("**a**\n\nb\n")->pieces[0].table->rows[0].cells[0].markup);
	CHECK(!read("a\n\nb\n")->pieces[0].table->rows[0].cells[0].markup);
}

int main(void)
{
	arena = arena_new();
	test_cases();
	test_places();
	arena_free(arena);
	return check_end();
}
