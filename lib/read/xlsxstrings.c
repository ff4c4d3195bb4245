/* SPDX-License-Identifier: MIT
 * xlsxstrings: the texts of a workbook, shared ones and those in a cell: runs joined, readings of
 * East Asian signs (rPh) left out, escapes undone, letters of old fonts turned to Unicode. */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/reader.h"
#include "read/xlsx_private.h"
#include "read/xmlpart.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	int letter = (c | 0x20) - 'a';
	return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/* The character of _xHHHH_ at s; 0 when there is none. */
static uint32_t escaped(const char *s)
{
	uint32_t c = 0;
	if (s[0] != '_' || s[1] != 'x')
		return 0;
	for (int i = 2; i < 6; i++) {
		int digit = hex_digit(s[i]);
		if (digit < 0)
			return 0;
		c = c << 4 | (uint32_t)digit;
	}
	bool surrogate = c >= 0xd800 && c < 0xe000;
	return s[6] == '_' && !surrogate ? c : 0;
}

const char *xlsx_unescape(struct arena *a, const char *s)
{
	if (!strstr(s, "_x") && !strchr(s, '\r'))
		return s;
	struct buf out = {0};
	while (*s) {
		uint32_t c = escaped(s);
		s += c ? 7 : 0;
		if (!c)
			c = utf8_next(&s);
		if (c == '\r') {
			s += *s == '\n';
			c = '\n';
		}
		char bytes[4];
		buf_bytes(&out, bytes, utf8_put(bytes, c));
	}
	return buf_take(&out, a);
}

void rich_run(struct xlsx_rich *rich, struct arena *a)
{
	if (rich->letters.n > 0) {
		struct xlsx_string *s = &rich->string;
		rich->run.text = xlsx_unescape(a, buf_take(&rich->letters, a));
		s->runs = arena_more(a, s->runs, s->count, sizeof *s->runs);
		s->runs[s->count++] = rich->run;
	}
	rich->run = (struct xlsx_run){0};
}

void rich_font(struct xlsx_rich *rich, const char *name)
{
	rich->run.own_font = name != NULL;
	rich->run.font = name ? font_code(name) : FONT_UNICODE;
}

struct xlsx_string rich_end(struct xlsx_rich *rich, struct arena *a)
{
	rich_run(rich, a);
	struct xlsx_string string = rich->string;
	*rich = (struct xlsx_rich){0};
	return string;
}

static enum font_code font_of(const struct xlsx_run *run, enum font_code font)
{
	return run->own_font ? run->font : font;
}

/* Neighbours of one font are read together. */
static size_t join_runs(struct buf *out, const struct xlsx_string *string, size_t i,
			enum font_code font)
{
	enum font_code own = font_of(&string->runs[i], font);
	for (; i < string->count && font_of(&string->runs[i], font) == own; i++)
		buf_text(out, string->runs[i].text);
	return i;
}

/* What of the string is struck through. A cell's own look is that of runs that have none. */
static const char *struck_of(struct arena *a, const struct xlsx_string *string,
			     const struct xlsx_style *style)
{
	struct buf out = {0};
	for (size_t i = 0; i < string->count; i++) {
		const struct xlsx_run *run = &string->runs[i];
		if (run->struck || (style->struck && !run->own_font))
			buf_text(&out, run->text);
	}
	return buf_take(&out, a);
}

const char *xlsx_text(struct xlsx *x, const struct xlsx_string *string,
		      const struct xlsx_style *style, const char **other, const char **struck)
{
	struct arena *a = x->arena;
	struct buf out = {0}, second = {0};
	bool doubtful = false;
	*other = NULL;
	*struck = struck_of(a, string, style);
	if (string->count == 1 && font_of(&string->runs[0], style->font) == FONT_UNICODE)
		return string->runs[0].text;
	for (size_t i = 0; i < string->count;) {
		enum font_code own = font_of(&string->runs[i], style->font);
		struct buf joined = {0};
		i = join_runs(&joined, string, i, style->font);
		size_t n = joined.n;
		const char *text = buf_take(&joined, a), *may_be = NULL;
		if (own != FONT_UNICODE)
			text = font_read(a, own, text, n, &x->seen, &may_be);
		doubtful = doubtful || may_be;
		buf_text(&out, text);
		buf_text(&second, may_be ? may_be : text);
	}
	const char *last = buf_take(&second, a);
	if (doubtful)
		*other = last;
	return buf_take(&out, a);
}

enum name { SI, RUN, FONT, STRIKE, LETTERS, READING };

static const char *const names[] = {
    [SI] = "x:si",
    [RUN] = "x:r",
    [FONT] = "x:rFont",
    [STRIKE] = "x:strike",
    [LETTERS] = "x:t",
    [READING] = "x:rPh",
    NULL,
};

struct reading {
	struct xlsx *xlsx;
	struct xlsx_rich rich;
	bool letters; /* inside t */
	bool reading; /* inside rPh */
};

static void on_start(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	if (name == RUN)
		rich_run(&r->rich, r->xlsx->arena);
	else if (name == FONT)
		rich_font(&r->rich, xml_value(x, "val"));
	else if (name == STRIKE)
		r->rich.run.struck = xlsx_switch(x);
	else if (name == READING)
		r->reading = true;
	else if (name == LETTERS)
		r->letters = !r->reading;
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	struct xlsx *xlsx = r->xlsx;
	(void)x;
	if (name == LETTERS)
		r->letters = false;
	else if (name == READING)
		r->reading = false;
	else if (name == RUN)
		rich_run(&r->rich, xlsx->arena);
	if (name != SI)
		return;
	xlsx->strings =
	    arena_more(xlsx->arena, xlsx->strings, xlsx->string_count, sizeof *xlsx->strings);
	xlsx->strings[xlsx->string_count++] = rich_end(&r->rich, xlsx->arena);
}

static void on_text(void *user, struct xml_part *x, const char *s, size_t n)
{
	struct reading *r = user;
	(void)x;
	if (r->letters && r->rich.letters.n <= CELL_LIMIT)
		buf_bytes(&r->rich.letters, s, n);
}

bool xlsx_read_strings(struct xlsx *x, const char *part)
{
	static const struct xml_handlers handlers = {names, on_start, on_end, on_text};
	struct reading r = {.xlsx = x};
	bool well = xml_read(x->package, part, &handlers, &r);
	rich_end(&r.rich, x->arena);
	return well;
}
