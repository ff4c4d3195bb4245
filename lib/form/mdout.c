/* SPDX-License-Identifier: MIT
 * mdout: Markdown. A cell is one line there, so line breaks become blanks. */
#include "form/mdout.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/sheet.h"

enum {
	NARROW = 3, /* pandoc wants three dashes */
	WIDE = 40,  /* a column of long texts is not made wider in proportion */
};

/* Everything that may be a mark is escaped; what Markdown does not take for one reads the same. */
static void put_text(FILE *out, const char *s)
{
	for (; *s; s++) {
		if (strchr("\\`*_{}[]<>#|~^$@\"'&", *s))
			fputc('\\', out);
		fputc(*s == '\n' || *s == '\r' ? ' ' : *s, out);
	}
}

/* At the start of a line "1." and "-" would begin a list. */
static void put_line(FILE *out, const char *s)
{
	size_t digits = strspn(s, "0123456789");
	if (digits && (s[digits] == '.' || s[digits] == ')')) {
		fprintf(out, "%.*s\\", (int)digits, s);
		s += digits;
	} else if (strchr("-+=:", s[0]) && s[0]) {
		fputc('\\', out);
	}
	put_text(out, s);
}

void md_heading(FILE *out, int level, const char *text)
{
	for (int i = 0; i < level; i++)
		fputc('#', out);
	fputc(' ', out);
	put_text(out, text);
	fputs("\n\n", out);
}

void md_paragraph(FILE *out, const char *text)
{
	put_line(out, text);
	fputs("\n\n", out);
}

static bool holds_numbers(const struct sheet *s, size_t column)
{
	bool some = false;
	for (size_t r = 0; r < s->count; r++) {
		enum cell_kind kind = s->rows[r][column].kind;
		if (kind != CELL_NUMBER && kind != CELL_EMPTY)
			return false;
		some |= kind == CELL_NUMBER;
	}
	return some;
}

static size_t column_width(const struct sheet *s, struct arena *a, size_t column)
{
	size_t most = utf8_width(words_say("heading", s->columns[column])) / 2;
	for (size_t r = 0; r < s->count; r++) {
		size_t width = utf8_width(sheet_shown(a, &s->rows[r][column]));
		most = width > most ? width : most;
	}
	return most < NARROW ? NARROW : most > WIDE ? WIDE : most;
}

static void put_rule(const struct sheet *s, struct arena *a, FILE *out)
{
	for (size_t i = 0; i < s->width; i++) {
		size_t width = column_width(s, a, i);
		fputc('|', out);
		for (size_t n = 0; n < width; n++)
			fputc('-', out);
		fputc(holds_numbers(s, i) ? ':' : '-', out);
	}
	fputs("|\n", out);
}

void md_table(const struct sheet *s, FILE *out)
{
	if (!s->count || !s->width)
		return;
	struct arena *a = arena_new();
	for (size_t i = 0; i < s->width; i++) {
		fputs("| ", out);
		put_text(out, words_say("heading", s->columns[i]));
		fputc(' ', out);
	}
	fputs("|\n", out);
	put_rule(s, a, out);
	for (size_t r = 0; r < s->count; r++) {
		for (size_t i = 0; i < s->width; i++) {
			fputs("| ", out);
			put_text(out, sheet_shown(a, &s->rows[r][i]));
			fputc(' ', out);
		}
		fputs("|\n", out);
	}
	fputc('\n', out);
	arena_free(a);
}
