/* SPDX-License-Identifier: MIT
 * outlinetext: the paragraphs of a grid, one text each, however the reader has them. It knows marks and
 * labels only to tell where a wrapped line ends. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "import/labelwords.h"
#include "import/outline.h"

enum {
	COLUMNS_LAYOUT = 2, /* a table of so many columns only parts text */
	LINE_FULL = 50,	    /* characters of a line that may have been wrapped */
};

/* A page's number alone. */
static bool is_page_number(const char *s)
{
	s += strspn(s, "- ");
	size_t n = strspn(s, "0123456789");
	return n > 0 && n < 5 && !s[n + strspn(s + n, "- ")];
}

/* The paragraphs so far, and the one whose lines are being joined. */
struct joiner {
	struct arena *a;
	struct texts texts;
	struct buf open;
	size_t line; /* where its last line begins */
	long at;
};

static void end_paragraph(struct joiner *j)
{
	if (j->open.n > 0)
		texts_add(j->a, &j->texts, buf_take(&j->open, j->a), j->at);
}

/* Does the text go on with the one before: in the middle of a sentence? */
static bool is_wrapped(const struct joiner *j, const char *text)
{
	if (j->open.n == 0)
		return false;
	const char *s = text;
	uint32_t c = utf8_next(&s);
	bool small = utf8_is_letter(c) && utf8_lower(c) == c;
	return small || j->open.s[j->open.n - 1] == ',';
}

/* Has the line before ended its sentence, or was it no full one? */
static bool has_ended(const struct joiner *j)
{
	return strchr(".;:!?)]”\"", j->open.s[j->open.n - 1]) ||
	       utf8_count(j->open.s + j->line, j->open.n - j->line) < LINE_FULL;
}

/* A line of the document: a paragraph, or the next piece of one. */
static void add_line(struct joiner *j, const char *line, bool inside, long at)
{
	const char *text = text_squeeze(j->a, line);
	if (!*text || is_page_number(text))
		return;
	struct label_list labels = labels_in(j->a, text);
	bool label = labels.count > 0 && labels.items[0].from == 0 && !labels.items[0].embedded;
	bool marked = mark_read(j->a, text).style && (!inside || j->open.n == 0 || has_ended(j));
	if (marked || label || j->open.n == 0 || !(inside || is_wrapped(j, text))) {
		end_paragraph(j);
		j->at = at;
	} else {
		buf_char(&j->open, ' ');
	}
	j->line = j->open.n;
	buf_text(&j->open, text);
}

/* A text of one or more lines; those behind the first go on with it, but for marks and labels. */
static void add_text(struct joiner *j, const char *s, long at)
{
	for (bool inside = false; *s; inside = true) {
		size_t n = strcspn(s, "\n");
		add_line(j, arena_copy(j->a, s, n), inside, at);
		at += s[n] == '\n';
		s += n + (s[n] == '\n');
	}
}

static void add_table(struct joiner *j, const struct grid_table *table)
{
	for (size_t r = 0; r < table->count; r++) {
		const struct grid_row *row = &table->rows[r];
		bool layout = table->form == GRID_STREAM || row->count <= COLUMNS_LAYOUT;
		for (size_t i = 0; layout && i < row->count; i++)
			if (row->cells[i].rows > 0)
				add_text(j, row->cells[i].lines, row->cells[i].at);
	}
}

struct texts outline_paragraphs(struct arena *a, const struct grid *grid)
{
	struct joiner j = {.a = a};
	const struct grid_piece *pieces = grid->paragraph_count ? grid->paragraphs : grid->pieces;
	size_t count = grid->paragraph_count ? grid->paragraph_count : grid->count;
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind == PIECE_PARAGRAPH)
			add_text(&j, pieces[i].text, pieces[i].at);
		else
			add_table(&j, pieces[i].table);
	}
	end_paragraph(&j);
	return j.texts;
}
