/* SPDX-License-Identifier: MIT
 * webwriter: words in, lines out. It knows no elements. */
#include "read/webwriter.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/legacy.h"

enum { QUOTED = 200 }; /* characters of what is left out that a doubt quotes */

struct web_writer web_writer(struct arena *a, struct font_evidence *seen, struct syllables *words)
{
	return (struct web_writer){.arena = a, .seen = seen, .words = words};
}

static void put(struct buf *out, uint32_t c)
{
	char bytes[4];
	buf_bytes(out, bytes, utf8_put(bytes, c));
}

/* Reads the run in its font and adds it to the text. */
static void end_run(struct web_writer *w)
{
	if (w->run.n == 0)
		return;
	const char *other;
	const char *text = font_read(w->arena, w->font, w->run.s, w->run.n, w->seen, &other);
	struct syllables count = syllable_count(text, strlen(text));
	w->words->good += count.good;
	w->words->bad += count.bad;
	if (other && !w->other) {
		w->said = text;
		w->other = other;
	}
	buf_text(&w->text, text);
	buf_cut(&w->run, 0);
}

/* What letters of Wingdings look like, for those that people tick boxes with. */
static uint32_t picture(uint32_t c)
{
	switch (legacy_byte(c)) {
	case 0xfc:
		return 0x2713;
	case 0xfb:
		return 0x2717;
	case 0xfe:
		return 0x2611;
	case 0xfd:
		return 0x2612;
	case 'o':
	case 0xa8:
		return 0x2610;
	default:
		return 0x2022;
	}
}

/* Symbol has digits, brackets and signs where ASCII has them; Word sets them so. */
static uint32_t symbol(uint32_t c)
{
	static const struct {
		int byte;
		uint32_t sign;
	} signs[] = {{0xa3, 0x2264}, {0xb3, 0x2265}, {0xb4, 0xd7},  {0xb7, 0x2022},
		     {0xb9, 0x2260}, {0xae, 0x2192}, {0xde, 0x21d2}};
	int byte = legacy_byte(c);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].byte == byte)
			return signs[i].sign;
	return byte >= 0 && byte < 0x80 ? (uint32_t)byte : c;
}

static uint32_t drawn(uint32_t c, char symbols)
{
	if (!symbols || utf8_is_blank(c))
		return c;
	return symbols == 's' ? symbol(c) : picture(c);
}

/* &#146; is what Windows-1252 has there, in every browser. */
static uint32_t sign(uint32_t c)
{
	if (c < 0x80 || c > 0x9f)
		return c;
	struct buf wide = {0};
	char byte = (char)c;
	legacy_widen(&wide, &byte, 1);
	const char *s = wide.s;
	c = utf8_next(&s);
	buf_free(&wide);
	return c;
}

static bool is_folded(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Blanks fold to one; none starts a line. */
static void put_blank(struct buf *out, const struct buf *before)
{
	const struct buf *last = out->n > 0 ? out : before;
	if (last && last->n > 0 && last->s[last->n - 1] != ' ' && last->s[last->n - 1] != '\n')
		buf_char(out, ' ');
}

static void write_to(struct buf *out, const struct buf *before, const char *s,
		     const struct web_style *style)
{
	while (*s) {
		uint32_t c = sign(utf8_next(&s));
		if (is_folded(c) && !(style->kept_lines && c == '\n'))
			put_blank(out, before);
		else
			put(out, drawn(c, style->symbols));
	}
}

void web_write(struct web_writer *w, const char *s, long line, const struct web_style *style)
{
	if (style->hidden || style->removed) {
		write_to(style->hidden ? &w->hidden : &w->removed, NULL, s, style);
		return;
	}
	if (style->struck)
		write_to(&w->struck, NULL, s, style);
	if (style->font != w->font)
		end_run(w);
	w->font = style->font;
	write_to(&w->run, &w->text, s, style);
	if (w->line == 0 && !text_is_blank(w->run.s))
		w->line = line;
}

void web_write_own(struct web_writer *w, const char *s)
{
	end_run(w);
	w->font = FONT_UNICODE;
	buf_text(&w->run, s);
}

static void part_words(struct buf *b)
{
	if (b->n > 0 && b->s[b->n - 1] != ' ')
		buf_char(b, ' ');
}

void web_break(struct web_writer *w, bool always)
{
	part_words(&w->hidden);
	part_words(&w->removed);
	part_words(&w->struck);
	end_run(w);
	if (always || (w->text.n > 0 && w->text.s[w->text.n - 1] != '\n'))
		buf_char(&w->text, '\n');
}

uint32_t web_last(struct web_writer *w)
{
	end_run(w);
	size_t i = w->text.n;
	while (i > 0 && ((unsigned char)w->text.s[i - 1] & 0xc0) == 0x80)
		i--;
	if (i == 0)
		return 0;
	const char *s = w->text.s + i - 1;
	return utf8_next(&s);
}

const char *web_take(struct web_writer *w)
{
	end_run(w);
	w->line = 0;
	return buf_take(&w->text, w->arena);
}

static const char *quote(struct web_writer *w, struct buf *b)
{
	if (!b->s)
		return NULL;
	const char *s = text_squeeze(w->arena, b->s);
	buf_free(b);
	const char *end = s;
	for (int i = 0; *end && i < QUOTED; i++)
		utf8_next(&end);
	return *end ? arena_format(w->arena, "%.*s…", (int)(end - s), s) : s;
}

static void add(struct web_writer *w, struct web_doubt **last, enum code code, const char *say,
		const char *suggest)
{
	if (!say || text_is_blank(say))
		return;
	while (*last)
		last = &(*last)->next;
	*last = arena_alloc(w->arena, sizeof **last);
	**last = (struct web_doubt){code, say, suggest, NULL};
}

struct web_doubt *web_doubts(struct web_writer *w)
{
	struct web_doubt *first = NULL;
	add(w, &first, CODE_AUTO_NUMBERED, quote(w, &w->numbers), NULL);
	add(w, &first, CODE_TRACKED_CHANGE, quote(w, &w->removed), NULL);
	add(w, &first, CODE_HIDDEN_TEXT, quote(w, &w->hidden), NULL);
	add(w, &first, CODE_STRUCK_TEXT, quote(w, &w->struck), NULL);
	add(w, &first, CODE_FOOTNOTE_MARK, quote(w, &w->notes), NULL);
	add(w, &first, CODE_NESTED_TABLE, quote(w, &w->nested), NULL);
	add(w, &first, CODE_FONT_LETTERS, w->said, w->other);
	buf_free(&w->text);
	buf_free(&w->run);
	*w = web_writer(w->arena, w->seen, w->words);
	return first;
}
