/* SPDX-License-Identifier: MIT
 * sheettable: a sheet for people. Columns that hold short things stay whole, those with long texts
 * share what is left and are wrapped; where that would leave them too narrow to be read, each row
 * becomes a small list of its own. */
#include "form/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/wrap.h"

enum {
	GAP = 2,
	WORD_WIDTH = 16, /* words up to this are not broken: dates, ids, codes */
	NARROW = 10,	 /* a column of texts is not made narrower */
	LONG = 60,	 /* a text longer than this wants more: */
	READABLE = 18,
	LINE_LIMIT = 1000, /* wider than any terminal */
};

struct column {
	const char *heading;
	size_t natural; /* of its longest line */
	size_t word;	/* of its longest word, up to WORD_WIDTH */
	size_t width;
	bool numbers;
};

struct table {
	const struct sheet *sheet;
	struct arena *arena;
	FILE *out;
	const char **shown; /* the cells as they are printed, row by row */
	struct column *columns;
	size_t count;
	size_t width; /* of the terminal */
};

/* The text with its own line breaks, everything else made visible. */
static const char *show_text(struct arena *a, const char *text)
{
	if (!strpbrk(text, "\n\t"))
		return sheet_visible(a, text);
	char *copy = arena_text(a, text), *out = arena_text(a, "");
	for (char *s = copy, *end; s; s = end ? end + 1 : NULL) {
		if ((end = strchr(s, '\n')))
			*end = '\0';
		for (char *tab = s; (tab = strchr(tab, '\t'));)
			*tab = ' ';
		out = arena_format(a, "%s%s%s", out, sheet_visible(a, s), end ? "\n" : "");
	}
	return out;
}

/* The word of a code of whichever kind; the code itself when it has none. */
static const char *find_word(const char *code)
{
	static const char *const kinds[] = {"status", "field",	"level",  "event",   "verdict",
					    "met",    "rating", "source", "heading", "silence"};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		const char *word = words_say(kinds[i], code);
		if (strcmp(word, code) != 0)
			return word;
	}
	return code;
}

/* 2024-03-31 as people write it: 31/03/2024 in Vietnamese. */
static const char *show_date(struct arena *a, const char *iso)
{
	if (words_language() != LANGUAGE_VI || strlen(iso) != 10)
		return show_text(a, iso);
	return arena_format(a, "%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
}

/* 6.25 as people write it: 6,25 in Vietnamese. */
static const char *show_number(struct arena *a, const char *number)
{
	const char *point = strchr(number, '.');
	if (words_language() != LANGUAGE_VI || !point)
		return show_text(a, number);
	return arena_format(a, "%.*s,%s", (int)(point - number), number, point + 1);
}

const char *sheet_shown(struct arena *a, const struct cell *c)
{
	if (c->kind == CELL_EMPTY || !c->text)
		return "";
	if (c->kind == CELL_DATE)
		return show_date(a, c->text);
	if (c->kind == CELL_NUMBER)
		return show_number(a, c->text);
	return show_text(a, c->kind == CELL_WORD ? find_word(c->text) : c->text);
}

static size_t longest_line(const char *s)
{
	size_t most = 0;
	while (*s) {
		size_t n = strcspn(s, "\n"), width = wrap_width(s, n);
		most = width > most ? width : most;
		s += n + (s[n] == '\n');
	}
	return most;
}

static size_t longest_word(const char *s)
{
	size_t most = 0;
	while (*s) {
		size_t n = strcspn(s, " \n"), width = wrap_width(s, n);
		most = width > most ? width : most;
		s += n + (s[n] != '\0');
	}
	return most < WORD_WIDTH ? most : WORD_WIDTH;
}

static void measure(struct table *t, size_t i)
{
	struct column *c = &t->columns[i];
	c->heading = show_text(t->arena, words_say("heading", t->sheet->columns[i]));
	c->natural = c->word = longest_word(c->heading);
	c->numbers = true;
	for (size_t r = 0; r < t->sheet->count; r++) {
		const char *s = t->shown[r * t->count + i];
		size_t line = longest_line(s), word = longest_word(s);
		c->natural = line > c->natural ? line : c->natural;
		c->word = word > c->word ? word : c->word;
		enum cell_kind kind = t->sheet->rows[r][i].kind;
		c->numbers = c->numbers && (kind == CELL_NUMBER || kind == CELL_EMPTY);
	}
}

static struct table *make_table(const struct sheet *s, struct arena *a, FILE *out, size_t width)
{
	struct table *t = arena_alloc(a, sizeof *t);
	*t = (struct table){.sheet = s, .arena = a, .out = out, .count = s->width};
	t->width = width < LINE_LIMIT ? width : LINE_LIMIT;
	t->shown = arena_alloc(a, s->count * s->width * sizeof *t->shown);
	for (size_t r = 0; r < s->count; r++)
		for (size_t i = 0; i < s->width; i++)
			t->shown[r * s->width + i] = sheet_shown(a, &s->rows[r][i]);
	t->columns = arena_alloc(a, s->width * sizeof *t->columns);
	for (size_t i = 0; i < s->width; i++)
		measure(t, i);
	return t;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* What a column must have: its longest word, and enough of a text that it can be read. */
static size_t least_width(const struct column *c)
{
	return smaller(c->natural, c->word > NARROW ? c->word : NARROW);
}

/* The column that would be cut into most lines gets the next place. */
static struct column *neediest(struct table *t)
{
	struct column *most = NULL;
	for (size_t i = 0; i < t->count; i++) {
		struct column *c = &t->columns[i];
		if (c->width < c->natural &&
		    (!most || c->natural * most->width > most->natural * c->width))
			most = c;
	}
	return most;
}

/* Headings on one line, as far as they are no longer than a word may be. */
static void keep_headings(struct table *t)
{
	for (size_t i = 0; i < t->count; i++) {
		struct column *c = &t->columns[i];
		size_t heading = smaller(utf8_width(c->heading), WORD_WIDTH);
		c->word = heading > c->word ? heading : c->word;
		c->natural = c->word > c->natural ? c->word : c->natural;
	}
}

/* False when texts would get too narrow to be read. */
static bool fit_columns(struct table *t)
{
	size_t total = (t->count - 1) * GAP;
	for (size_t i = 0; i < t->count; i++) {
		t->columns[i].width = least_width(&t->columns[i]);
		total += t->columns[i].width;
	}
	if (total > t->width)
		return false;
	struct column *next;
	for (size_t rest = t->width - total; rest && (next = neediest(t)); rest--)
		next->width++;
	for (size_t i = 0; i < t->count; i++)
		if (t->columns[i].natural > LONG && t->columns[i].width < READABLE)
			return false;
	return true;
}

static void print_cell(const struct table *t, size_t i, const char *line, size_t n, size_t *owed)
{
	const struct column *c = &t->columns[i];
	size_t fill = c->width - wrap_width(line, n);
	if (n) {
		fprintf(t->out, "%*s%.*s", (int)(*owed + (c->numbers ? fill : 0)), "", (int)n,
			line);
		*owed = 0;
	}
	/* Blanks are owed, not printed, so that no line ends with them. */
	*owed += n ? (c->numbers ? 0 : fill) : c->width;
	*owed += GAP;
}

/* Prints `rest`, one text a column, in as many lines as they need. */
static void print_line(const struct table *t, const char **rest)
{
	for (bool more = true, first = true; more || first; first = false) {
		size_t owed = 0;
		more = false;
		for (size_t i = 0; i < t->count; i++) {
			const char *line = "";
			size_t n = 0;
			wrap_next(&rest[i], t->columns[i].width, &line, &n);
			more = more || *rest[i];
			print_cell(t, i, line, n, &owed);
		}
		fputc('\n', t->out);
	}
}

static void print_rule(const struct table *t)
{
	for (size_t i = 0; i < t->count; i++) {
		fprintf(t->out, "%*s", i ? GAP : 0, "");
		for (size_t n = 0; n < t->columns[i].width; n++)
			fputc('-', t->out);
	}
	fputc('\n', t->out);
}

static void print_table(const struct table *t)
{
	const char **rest = arena_alloc(t->arena, t->count * sizeof *rest);
	for (size_t i = 0; i < t->count; i++)
		rest[i] = t->columns[i].heading;
	print_line(t, rest);
	print_rule(t);
	for (size_t r = 0; r < t->sheet->count; r++) {
		memcpy(rest, t->shown + r * t->count, t->count * sizeof *rest);
		print_line(t, rest);
	}
}

/* One row as a list: headings to the left, empty cells left out. */
static void print_record(const struct table *t, size_t r, size_t left)
{
	for (size_t i = 0; i < t->count; i++) {
		const char *s = t->shown[r * t->count + i];
		if (!*s)
			continue;
		const char *heading = t->columns[i].heading;
		fprintf(t->out, "%s%*s", heading, (int)(left - utf8_width(heading)), "");
		wrap_print(t->out, s, t->width, left);
	}
}

static void print_records(const struct table *t)
{
	size_t left = 0;
	for (size_t i = 0; i < t->count; i++) {
		size_t width = utf8_width(t->columns[i].heading);
		left = width > left ? width : left;
	}
	for (size_t r = 0; r < t->sheet->count; r++) {
		if (r)
			fputc('\n', t->out);
		print_record(t, r, left + GAP);
	}
}

void sheet_table(const struct sheet *s, FILE *out, size_t width)
{
	if (!s->count || !s->width)
		return;
	struct arena *a = arena_new();
	struct table *t = make_table(s, a, out, width);
	struct column *narrow = arena_alloc(a, t->count * sizeof *narrow);
	memcpy(narrow, t->columns, t->count * sizeof *narrow);
	keep_headings(t);
	bool fits = fit_columns(t);
	if (!fits) {
		t->columns = narrow;
		fits = fit_columns(t);
	}
	if (fits)
		print_table(t);
	else
		print_records(t);
	arena_free(a);
}
