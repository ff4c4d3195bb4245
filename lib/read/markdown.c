/* SPDX-License-Identifier: MIT
 * markdown: pipe tables to a grid, also broken ones: rows cut over lines, pipes left out at a row's
 * ends, rules missing or in the middle. A cell is never moved to another column here: what does not
 * fit is told. It knows nothing of headings and tasks. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/gridmaker.h"
#include "read/marklines.h"
#include "read/marktext.h"
#include "read/reader.h"

enum {
	LINE_FULL = 60,	 /* characters: a longer line was wrapped, a shorter one ended */
	CELLS_LEAST = 3, /* of a row in a table without a rule */
	ROWS_APART = 2,	 /* blank lines between rows of one table */
};

struct markdown {
	struct arena *a;
	struct mark_lines lines;
	struct gridmaker *maker;
	size_t i;  /* the next line */
	long page; /* page numbers seen between rows */
};

/* A table as its first lines show it. */
struct shape {
	size_t cells;	    /* of its first row */
	bool opens, closes; /* its first row begins, ends with a pipe */
	bool framed;	    /* +---+ stands between rows: a row may have many lines */
};

static const char *line_at(const struct markdown *m, size_t i)
{
	return i < m->lines.count ? m->lines.items[i].s : "";
}

/* A line of cells; a pipe alone, or beside rules only, is none. */
static bool is_row(const char *s)
{
	return marklines_pipes(s) > 0 && !marklines_is_rule(s) &&
	       (s[strspn(s, "| \t")] || marklines_pipes(s) > 2);
}

/* A page's number alone on a line. */
static bool is_page_number(const char *s)
{
	s += strspn(s, " \t-");
	size_t digits = strspn(s, "0123456789");
	return digits > 0 && digits < 5 && s[digits + strspn(s + digits, " \t-")] == '\0';
}

static bool is_fence(const char *s)
{
	s += strspn(s, " ");
	return strncmp(s, "```", 3) == 0 || strncmp(s, "~~~", 3) == 0;
}

/* Does a table begin at line i: a row over a rule, a rule over a row, or rows of as many cells? */
static bool begins_table(const struct markdown *m, size_t i)
{
	const char *s = line_at(m, i), *next = line_at(m, i + 1);
	if (marklines_is_rule(s))
		return is_row(next);
	if (!is_row(s))
		return false;
	if (marklines_is_rule(next))
		return true;
	size_t n = marklines_count(s);
	return n >= CELLS_LEAST && is_row(next) && marklines_count(next) == n;
}

static struct shape shape_of(const struct markdown *m, size_t i)
{
	struct shape shape = {.framed = marklines_is_frame(line_at(m, i))};
	while (marklines_is_rule(line_at(m, i)))
		i++;
	const char *s = line_at(m, i);
	shape.cells = marklines_count(s);
	shape.opens = marklines_opens(s);
	shape.closes = marklines_closes(s);
	return shape;
}

/* The lines of one row as they stand. */
struct raw_row {
	struct buf text; /* lines parted by \n */
	size_t cells;
	long at;
	bool closed; /* by its last pipe */
	bool cut;    /* put together of several lines */
};

static void put_cell(struct markdown *m, const char *raw)
{
	const char *lost;
	const char *text = marktext_read(m->a, raw, &lost);
	struct grid_cell *cell = maker_cell(m->maker, text, 1, 1);
	if (lost)
		maker_doubt_cell(m->maker, cell, CODE_MARKUP, lost, NULL);
}

static void put_row(struct markdown *m, struct raw_row *raw, bool heading)
{
	const char *line = buf_take(&raw->text, m->a);
	struct grid_row *row = maker_row(m->maker, raw->at);
	row->heading = heading;
	row->page = m->page;
	const char *s = marklines_first(line);
	for (size_t i = 0; i < raw->cells && s && maker_well(m->maker); i++)
		put_cell(m, marklines_cell(m->a, &s));
	if (raw->cut)
		maker_doubt_row(m->maker, row, CODE_ROW_CUT, text_squeeze(m->a, line), NULL);
}

static void start_row(struct raw_row *raw, const struct text_line *line)
{
	*raw = (struct raw_row){
	    .at = line->at, .cells = marklines_count(line->s), .closed = marklines_closes(line->s)};
	buf_text(&raw->text, line->s);
}

/* The cells of the row and a line that goes on with it: with a pipe before it the line begins a new
 * cell, without one it goes on in the last. */
static size_t cells_with(const struct raw_row *raw, const char *s)
{
	return raw->cells + marklines_count(s) - !marklines_opens(s);
}

/* Does line s go on with the row? One that its last pipe has closed is over, and so is a whole one
 * where no pipes close rows. */
static bool goes_on(const struct shape *shape, const struct raw_row *raw, const char *s)
{
	if (raw->closed || marklines_is_blank(s) || marklines_is_rule(s))
		return false;
	size_t both = cells_with(raw, s);
	if (marklines_opens(s) || !shape->closes)
		return raw->cells < shape->cells && both == shape->cells;
	return both <= shape->cells;
}

static void add_line(struct raw_row *raw, const char *s)
{
	raw->cells = cells_with(raw, s);
	raw->closed = marklines_closes(s);
	raw->cut = true;
	buf_char(&raw->text, '\n');
	buf_text(&raw->text, s);
}

/* Behind blank lines the table goes on with a row of its kind that no rule makes the head of another
 * table, or with a page's number. */
static bool is_next_row(const struct markdown *m, const struct shape *shape, size_t i)
{
	const char *s = line_at(m, i);
	if (is_page_number(s))
		return true;
	return is_row(s) && !marklines_is_rule(line_at(m, i + 1)) &&
	       (marklines_count(s) == shape->cells || marklines_opens(s) == shape->opens);
}

/* Moves on to the next line of the table; false when it is over. */
static bool next_row(struct markdown *m, const struct shape *shape)
{
	size_t i = m->i;
	while (i < m->lines.count && marklines_is_blank(line_at(m, i)))
		i++;
	bool apart = i > m->i;
	if (i == m->lines.count || i > m->i + ROWS_APART || (apart && !is_next_row(m, shape, i)))
		return false;
	m->i = i;
	return true;
}

/* Between +---+ and +---+ stands one row: its cells go on in every line. */
static void read_framed(struct markdown *m, const struct shape *shape)
{
	size_t count = shape->cells < COLUMNS_LIMIT ? shape->cells : COLUMNS_LIMIT;
	while (m->i < m->lines.count && marklines_pipes(line_at(m, m->i)) > 0) {
		struct buf *cells = arena_alloc(m->a, (count + 1) * sizeof *cells);
		maker_row(m->maker, m->lines.items[m->i].at);
		for (; is_row(line_at(m, m->i)); m->i++) {
			const char *s = marklines_first(line_at(m, m->i));
			for (size_t k = 0; k < count && s; k++) {
				buf_text(&cells[k], marklines_cell(m->a, &s));
				buf_char(&cells[k], '\n');
			}
		}
		for (size_t k = 0; k < count; k++)
			put_cell(m, buf_take(&cells[k], m->a));
		while (marklines_is_rule(line_at(m, m->i)))
			m->i++;
	}
}

/* The table's row that begins at the next line, with the lines that go on with it. */
static void read_row(struct markdown *m, const struct shape *shape)
{
	struct raw_row raw;
	start_row(&raw, &m->lines.items[m->i++]);
	while (m->i < m->lines.count && goes_on(shape, &raw, line_at(m, m->i)))
		add_line(&raw, line_at(m, m->i++));
	put_row(m, &raw, marklines_is_rule(line_at(m, m->i)));
}

static void read_table(struct markdown *m)
{
	struct shape shape = shape_of(m, m->i);
	maker_table(m->maker, m->lines.items[m->i].at, NULL);
	while (marklines_is_rule(line_at(m, m->i)))
		m->i++;
	if (shape.framed)
		read_framed(m, &shape);
	while (!shape.framed && m->i < m->lines.count && maker_well(m->maker)) {
		const char *s = line_at(m, m->i);
		if (is_fence(s))
			break;
		if (is_page_number(s))
			m->page++;
		if (is_page_number(s) || marklines_is_rule(s))
			m->i++;
		else
			read_row(m, &shape);
		if (!next_row(m, &shape))
			break;
	}
	maker_table_end(m->maker);
}

/* A line that holds no words: a rule, a fence, the line under a heading, pipes alone. */
static bool is_furniture(const char *s)
{
	return is_fence(s) || !s[strspn(s, "|-=*_+: \t")];
}

/* Does the line begin a paragraph of its own, whatever stands before it? */
static bool begins_item(const char *s)
{
	s += strspn(s, " \t>");
	size_t digits = strspn(s, "0123456789IVXivx.");
	if (strchr("-+*#|", *s) && *s)
		return true;
	return (digits > 0 && (s[digits - 1] == '.' || s[digits] == ')')) ||
	       (*s && s[1] == ')' && s[2] == ' ');
}

/* A line's words go on in the next line when it is as long as lines are. */
static bool is_wrapped(const char *s)
{
	size_t n = strlen(s);
	bool broken = n > 1 && (s[n - 1] == '\\' || (s[n - 1] == ' ' && s[n - 2] == ' '));
	return !broken && utf8_count(s, n) >= LINE_FULL;
}

static void read_paragraph(struct markdown *m)
{
	struct buf out = {0};
	long at = m->lines.items[m->i].at;
	for (;;) {
		const char *s = line_at(m, m->i++);
		buf_text(&out, marktext_line(s));
		const char *next = line_at(m, m->i);
		if (!is_wrapped(s) || marklines_is_blank(next) || is_furniture(next) ||
		    begins_item(next) || begins_table(m, m->i))
			break;
		buf_char(&out, ' ');
	}
	const char *lost;
	maker_paragraph(m->maker, at, marktext_read(m->a, buf_take(&out, m->a), &lost));
}

struct grid *markdown_read(struct arena *a, const struct document *document,
			   struct findings *findings)
{
	struct file_bytes text;
	if (!charset_text(a, document, false, findings, &text))
		return NULL;
	struct markdown m = {a, marklines_split(a, text),
			     maker_new(a, "markdown", document, findings), 0, 0};
	while (m.i < m.lines.count && maker_well(m.maker)) {
		const char *s = line_at(&m, m.i);
		if (begins_table(&m, m.i))
			read_table(&m);
		else if (marklines_is_blank(s) || is_furniture(s))
			m.i++;
		else
			read_paragraph(&m);
	}
	return maker_end(m.maker);
}
