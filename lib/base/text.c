/* SPDX-License-Identifier: MIT
 * text: comparing words as people do: squeezed, folded, without accents, nearly equal. */
#include "base/text.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/tone.h"
#include "base/utf8.h"

static void put(struct buf *b, uint32_t c)
{
	char bytes[4];
	if (c < 0x80)
		buf_char(b, (char)c);
	else
		buf_bytes(b, bytes, utf8_put(bytes, c));
}

/* A blank before the next word, never at the start. */
static void part_words(struct buf *b)
{
	if (b->n && b->s[b->n - 1] != ' ')
		buf_char(b, ' ');
}

static char *take_trimmed(struct buf *b, struct arena *a)
{
	if (b->n && b->s[b->n - 1] == ' ')
		buf_cut(b, b->n - 1);
	return buf_take(b, a);
}

bool text_is_unseen(uint32_t c)
{
	return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

/* A soft hyphen that is none: converters write it for the one in 2021-2025 and QĐ-UBND. */
static bool is_printed_hyphen(uint32_t c, const char *next)
{
	uint32_t after = utf8_next(&next);
	return c == 0xad && after != ' ' && !(utf8_is_letter(after) && utf8_lower(after) == after);
}

/* Written where it stays: squeezed, a text is never longer. */
char *text_squeeze(struct arena *a, const char *s)
{
	char *whole = arena_alloc(a, strlen(s) + 1), *out = whole;
	while (*s) {
		const char *start = s;
		uint32_t c = utf8_next(&s);
		if (text_is_unseen(c) && !(*s && is_printed_hyphen(c, s)))
			continue;
		if (!utf8_is_blank(c))
			while (start < s)
				*out++ = *start++;
		else if (out > whole && out[-1] != ' ')
			*out++ = ' ';
	}
	if (out > whole && out[-1] == ' ')
		out[-1] = '\0';
	return whole;
}

bool text_is_blank(const char *s)
{
	while (s && *s)
		if (!utf8_is_blank(utf8_next(&s)))
			return false;
	return true;
}

const char *text_opening(struct arena *a, const char *s, size_t most)
{
	size_t n = strlen(s);
	if (n <= most)
		return arena_copy(a, s, n);
	while (n > most || s[n] != ' ')
		if (--n == 0)
			return arena_text(a, s);
	return arena_format(a, "%.*s …", (int)n, s);
}

bool text_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static uint32_t unified(uint32_t c)
{
	if (c == 0xad || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if ((c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb)
		return '"';
	return utf8_lower(c);
}

char *text_lower(struct arena *a, const char *s)
{
	struct buf b = {0};
	while (*s) {
		uint32_t c = unified(utf8_next(&s)); /* a soft hyphen is one here */
		if (text_is_unseen(c))
			continue;
		if (utf8_is_blank(c))
			part_words(&b);
		else if (c >= 0x80 || utf8_is_letter(c) || (c >= '0' && c <= '9') ||
			 strchr("-&/().,;:%+", (int)c))
			put(&b, c);
	}
	char *low = take_trimmed(&b, a);
	tone_unify(low);
	return low;
}

static bool is_word(uint32_t c)
{
	return (c >= '0' && c <= '9') || utf8_is_letter(c) || (c >= 0x300 && c <= 0x36f);
}

static char *words_of(struct arena *a, const char *s, bool plain)
{
	struct buf b = {0};
	while (*s) {
		uint32_t c = utf8_next(&s);
		if (is_word(c))
			put(&b, plain ? utf8_plain(c) : utf8_lower(c));
		else if (!text_is_unseen(c))
			part_words(&b);
	}
	return take_trimmed(&b, a);
}

char *text_key(struct arena *a, const char *s)
{
	char *key = words_of(a, s, false);
	tone_unify(key);
	return key;
}

char *text_plain(struct arena *a, const char *s)
{
	return words_of(a, s, true);
}

bool text_match(const char *whole, const char *part)
{
	struct arena *a = arena_new();
	const char *in = arena_format(a, " %s", text_plain(a, whole));
	const char *what = arena_format(a, " %s", text_plain(a, part));
	bool found = what[1] && strstr(in, what);
	arena_free(a);
	return found;
}

static size_t characters(struct arena *a, const char *s, uint32_t **list)
{
	size_t n = 0;
	*list = arena_alloc(a, (strlen(s) + 1) * sizeof **list);
	while (*s)
		(*list)[n++] = utf8_next(&s);
	return n;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t text_distance(const char *first, const char *second, size_t limit)
{
	struct arena *a = arena_new();
	uint32_t *x, *y;
	size_t n = characters(a, first, &x), m = characters(a, second, &y), best = limit + 1;
	if ((n > m ? n - m : m - n) <= limit) {
		size_t *row = arena_alloc(a, (m + 1) * sizeof *row);
		for (size_t j = 0; j <= m; j++)
			row[j] = j;
		for (size_t i = 1; i <= n; i++) {
			size_t diagonal = row[0];
			row[0] = i;
			for (size_t j = 1; j <= m; j++) {
				size_t above = row[j];
				row[j] = least(least(above, row[j - 1]) + 1,
					       diagonal + (x[i - 1] != y[j - 1]));
				diagonal = above;
			}
		}
		best = least(row[m], limit + 1);
	}
	arena_free(a);
	return best;
}

const char *text_nearest(const char *word, const char *const candidates[], size_t count)
{
	size_t limit = strlen(word) < 4 ? 1 : strlen(word) < 8 ? 2 : 3, best = limit + 1;
	const char *nearest = NULL;
	for (size_t i = 0; i < count; i++) {
		size_t d = text_distance(word, candidates[i], limit);
		if (d < best) {
			best = d;
			nearest = candidates[i];
		}
	}
	return nearest;
}

bool text_number(const char *s, size_t n, long *number)
{
	long value = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9' || value > (LONG_MAX - 9) / 10)
			return false;
		value = value * 10 + (s[i] - '0');
	}
	*number = value;
	return n > 0;
}
