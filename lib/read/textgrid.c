/* SPDX-License-Identifier: MIT
 * textgrid: plain text to a grid. It tells the kinds of text apart by their lines alone and knows
 * nothing of headings, tasks or plans. */
#include "read/textgrid.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "read/textcell.h"

struct text_lines {
	struct text_line *items;
	size_t count;
};

static struct text_lines split_lines(struct arena *a, struct file_bytes text)
{
	struct text_lines lines = {NULL, 0};
	size_t from = 0;
	while (from < text.size) {
		const char *end = memchr(text.bytes + from, '\n', text.size - from);
		size_t n = end ? (size_t)(end - text.bytes) - from : text.size - from;
		lines.items = arena_more(a, lines.items, lines.count, sizeof *lines.items);
		lines.items[lines.count] =
		    (struct text_line){arena_copy(a, text.bytes + from, n), (long)lines.count + 1};
		lines.count++;
		from += n + 1;
	}
	return lines;
}

/* No byte but spaces and tabs: a separator. A line with NBSP alone is an empty cell. */
static bool is_bare(const char *s)
{
	return s[strspn(s, " \t\f\r")] == '\0';
}

static bool is_pipe(const char *s)
{
	s += strspn(s, " \t");
	return *s == '|' && is_bare(s + 1);
}

static size_t tab_count(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += *s == '\t';
	return n;
}

/* A page's number alone on a line. */
static bool is_page_number(const char *s)
{
	s += strspn(s, " \t-");
	size_t digits = strspn(s, "0123456789");
	return digits > 0 && digits < 5 && s[digits + strspn(s + digits, " \t-")] == '\0';
}

static void add_paragraph(struct arena *a, struct grid *grid, const struct text_line *line)
{
	if (text_is_blank(line->s))
		return;
	/* a line may be broken inside */
	for (const char *s = textcell_make(a, line, 1).lines; *s;) {
		size_t n = strcspn(s, "\n");
		grid->pieces = arena_more(a, grid->pieces, grid->count, sizeof *grid->pieces);
		grid->pieces[grid->count++] =
		    (struct grid_piece){PIECE_PARAGRAPH, arena_copy(a, s, n), line->at, NULL};
		s += n + (s[n] == '\n');
	}
}

static struct grid_table *add_table(struct arena *a, struct grid *grid, enum grid_form form,
				    long at)
{
	struct grid_table *table = arena_alloc(a, sizeof *table);
	*table = (struct grid_table){.form = form, .at = at};
	grid->pieces = arena_more(a, grid->pieces, grid->count, sizeof *grid->pieces);
	grid->pieces[grid->count++] = (struct grid_piece){PIECE_TABLE, NULL, at, table};
	return table;
}

static void add_cell(struct arena *a, struct grid_row *row, struct grid_cell cell)
{
	row->cells = arena_more(a, row->cells, row->count, sizeof *row->cells);
	row->cells[row->count++] = cell;
}

static void add_row(struct arena *a, struct grid_table *table, struct grid_row row)
{
	table->rows = arena_more(a, table->rows, table->count, sizeof *table->rows);
	table->rows[table->count++] = row;
}

/* The lines [from, from + n) as one cell; `at` is its line when it has none of its own. */
static struct grid_cell cell_of(struct arena *a, struct text_lines lines, size_t from, size_t n,
				long at)
{
	while (n > 0 && text_is_blank(lines.items[from].s)) {
		from++;
		n--;
	}
	struct grid_cell cell = textcell_make(a, lines.items + from, n);
	if (n == 0)
		cell.at = cell.end = at;
	return cell;
}

/* Are paragraphs parted by blank lines? Without them every line is one. */
static bool has_blank_separators(struct text_lines lines)
{
	size_t full = 0, glued = 0;
	for (size_t i = 0; i < lines.count; i++) {
		if (is_bare(lines.items[i].s))
			continue;
		full++;
		glued += i + 1 < lines.count && !is_bare(lines.items[i + 1].s);
	}
	return glued * 5 < full * 4;
}

/* Lines of the paragraph that begins at line i; without blank lines between them each is one. */
static size_t paragraph_lines(struct text_lines lines, size_t i, bool separated)
{
	size_t n = 1;
	while (separated && i + n < lines.count && !is_bare(lines.items[i + n].s) &&
	       !is_pipe(lines.items[i + n].s) && !text_is_blank(lines.items[i + n - 1].s) &&
	       !text_is_blank(lines.items[i + n].s))
		n++;
	return n;
}

/* The whole text by paragraphs, for what stands in no cell. */
static void keep_paragraphs(struct arena *a, struct text_lines lines, struct grid *grid)
{
	bool separated = has_blank_separators(lines);
	for (size_t i = 0; i < lines.count;) {
		if (is_pipe(lines.items[i].s) || text_is_blank(lines.items[i].s)) {
			i++;
			continue;
		}
		size_t n = paragraph_lines(lines, i, separated);
		struct grid_cell cell = cell_of(a, lines, i, n, lines.items[i].at);
		grid->paragraphs = arena_more(a, grid->paragraphs, grid->paragraph_count,
					      sizeof *grid->paragraphs);
		if (*cell.lines)
			grid->paragraphs[grid->paragraph_count++] = (struct grid_piece){
			    .kind = PIECE_PARAGRAPH, .text = cell.lines, .at = cell.at};
		i += n;
	}
}

static void read_pipes(struct arena *a, struct text_lines lines, struct grid *grid)
{
	struct grid_row row = {.at = 1};
	size_t from = 0;
	for (size_t i = 0; i < lines.count; i++) {
		if (!is_pipe(lines.items[i].s))
			continue;
		add_cell(a, &row, cell_of(a, lines, from, i - from, lines.items[i].at));
		from = i + 1;
	}
	if (from < lines.count) {
		struct grid_cell rest =
		    cell_of(a, lines, from, lines.count - from, lines.items[from].at);
		if (*rest.text)
			add_cell(a, &row, rest);
	}
	add_row(a, add_table(a, grid, GRID_STREAM, 1), row);
	keep_paragraphs(a, lines, grid);
}

static void read_paragraphs(struct arena *a, struct text_lines lines, struct grid *grid)
{
	bool separated = has_blank_separators(lines);
	struct grid_row row = {.at = 1};
	for (size_t i = 0; i < lines.count;) {
		if (is_bare(lines.items[i].s)) {
			i++;
			continue;
		}
		size_t n = paragraph_lines(lines, i, separated);
		add_cell(a, &row, cell_of(a, lines, i, n, lines.items[i].at));
		i += n;
	}
	add_row(a, add_table(a, grid, GRID_STREAM, 1), row);
	keep_paragraphs(a, lines, grid);
}

static struct grid_row tab_row(struct arena *a, const struct text_line *line, long page)
{
	struct grid_row row = {.at = line->at, .page = page};
	const char *s = line->s;
	for (;;) {
		size_t n = strcspn(s, "\t");
		struct text_line field = {arena_copy(a, s, n), line->at};
		add_cell(a, &row, textcell_make(a, &field, 1));
		if (!s[n])
			return row;
		s += n + 1;
	}
}

/* The next line from i on that has tabs, with at most two full lines without any in between. */
static size_t next_tabs(struct text_lines lines, size_t i, size_t *full)
{
	for (*full = 0; i < lines.count; i++) {
		if (tab_count(lines.items[i].s) > 0)
			return i;
		*full += !is_bare(lines.items[i].s) && !is_page_number(lines.items[i].s);
		if (*full > 2)
			break;
	}
	return lines.count;
}

/* One table from line i on; blank lines and page numbers inside it are page breaks. */
static size_t read_tab_table(struct arena *a, struct text_lines lines, size_t i, struct grid *grid)
{
	struct grid_table *table = add_table(a, grid, GRID_ROWS, lines.items[i].at);
	long page = 0;
	while (i < lines.count) {
		size_t full;
		size_t next = next_tabs(lines, i, &full);
		if (next == lines.count)
			return i;
		bool broken = false;
		for (; i < next; i++) {
			const struct text_line *line = &lines.items[i];
			if (!is_bare(line->s) && !is_page_number(line->s))
				add_row(a, table, tab_row(a, line, page));
			else
				broken = true;
		}
		page += broken;
		add_row(a, table, tab_row(a, &lines.items[i], page));
		i++;
	}
	return i;
}

/* A letterhead: what stands left and right, line by line. */
static size_t read_letterhead(struct arena *a, struct text_lines lines, size_t i, struct grid *grid)
{
	struct grid_table *table = add_table(a, grid, GRID_ROWS, lines.items[i].at);
	for (; i < lines.count && tab_count(lines.items[i].s) == 1; i++)
		add_row(a, table, tab_row(a, &lines.items[i], 0));
	return i;
}

static void read_tabs(struct arena *a, struct text_lines lines, struct grid *grid)
{
	grid->format = "tsv";
	for (size_t i = 0; i < lines.count;) {
		if (tab_count(lines.items[i].s) > 1)
			i = read_tab_table(a, lines, i, grid);
		else if (tab_count(lines.items[i].s) == 1)
			i = read_letterhead(a, lines, i, grid);
		else
			add_paragraph(a, grid, &lines.items[i++]);
	}
}

static size_t count_pipes(struct text_lines lines)
{
	size_t n = 0;
	for (size_t i = 0; i < lines.count; i++)
		n += is_pipe(lines.items[i].s);
	return n;
}

static size_t count_tabs(struct text_lines lines)
{
	size_t n = 0;
	for (size_t i = 0; i < lines.count; i++)
		n += tab_count(lines.items[i].s) > 1;
	return n;
}

/* The kinds in the order they are tried: `count` lines must speak for one. */
static const struct text_kind {
	size_t (*evidence)(struct text_lines lines);
	size_t count;
	void (*read)(struct arena *a, struct text_lines lines, struct grid *grid);
} kinds[] = {
    {count_pipes, 6, read_pipes},
    {count_tabs, 2, read_tabs},
    {NULL, 0, read_paragraphs},
};

struct grid *textgrid_read(struct arena *a, struct file_bytes text)
{
	struct grid *grid = arena_alloc(a, sizeof *grid);
	grid->format = "text";
	struct text_lines lines = split_lines(a, text);
	for (size_t i = 0; lines.count > 0 && i < sizeof kinds / sizeof *kinds; i++) {
		if (kinds[i].evidence && kinds[i].evidence(lines) < kinds[i].count)
			continue;
		kinds[i].read(a, lines, grid);
		break;
	}
	return grid;
}
