/* SPDX-License-Identifier: MIT
 * ordinal: numbers of rows and headings. It knows no tables. */
#include "import/ordinal.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "time/date.h"

static const char closing[] = ".):/";
static const struct ordinal none = {ORDINAL_NONE, 0, 0, "", ""};

static long roman_value(const char *s, size_t n)
{
	static const struct {
		const char *sign;
		long value;
	} signs[] = {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10},
		     {"IX", 9},	 {"V", 5},   {"IV", 4}, {"I", 1}};
	long value = 0;
	size_t used = 0, repeats = 0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs;) {
		size_t k = strlen(signs[i].sign);
		bool fits = used + k <= n && strncmp(s + used, signs[i].sign, k) == 0;
		if (!fits || repeats == (i % 4 == 0 ? 3u : 1u)) {
			i++;
			repeats = 0;
			continue;
		}
		value += signs[i].value;
		used += k;
		repeats++;
	}
	return used == n ? value : 0;
}

static bool is_roman(const char *s, size_t n)
{
	/* a lone C or L counts letters, not hundreds */
	return roman_value(s, n) > 0 && !(n == 1 && (*s == 'C' || *s == 'L'));
}

/* A number of a row; four digits that may be a year are none. */
static bool is_arabic(const char *s, size_t n, long *value)
{
	return n >= 1 && n <= 5 && strspn(s, "0123456789") >= n && text_number(s, n, value) &&
	       (n <= 3 || (*s != '0' && (*value < YEAR_FIRST || *value > YEAR_LAST)));
}

static struct ordinal read_part(const char *s, size_t n)
{
	struct ordinal o = {ORDINAL_NONE, 0, 1, "", ""};
	if (is_arabic(s, n, &o.value)) {
		o.kind = ORDINAL_ARABIC;
	} else if (n >= 1 && n <= 8 && is_roman(s, n)) {
		o.kind = ORDINAL_ROMAN;
		o.value = roman_value(s, n);
	} else if (n == 1 && *s >= 'A' && *s <= 'Z') {
		o.kind = ORDINAL_CAPITAL;
		o.value = *s - 'A' + 1;
	} else if (n == 1 && *s >= 'a' && *s <= 'z') {
		o.kind = ORDINAL_SMALL;
		o.value = *s - 'a' + 1;
	} else if (n == 2 && memcmp(s, "đ", 2) == 0) {
		o.kind = ORDINAL_SMALL;
		o.value = 'e' - 'a' + 1; /* d, đ, e: it stands before e */
	}
	return o;
}

/* n bytes without a closing sign. */
static struct ordinal read_body(struct arena *a, const char *s, size_t n)
{
	struct ordinal whole = none;
	size_t from = 0;
	while (from <= n) {
		size_t k = 0;
		while (from + k < n && s[from + k] != '.')
			k++;
		struct ordinal part = read_part(s + from, k);
		if (part.kind == ORDINAL_NONE || whole.parts == 6)
			return none;
		whole.kind = whole.parts == 0 ? part.kind : ORDINAL_DOTTED;
		whole.value = part.value;
		whole.parts++;
		from += k + 1;
	}
	whole.id = arena_copy(a, s, n);
	return whole;
}

/* Is the byte a sign that is seen, or the first of a letter as Vietnamese has them? */
static bool is_seen(const char *s)
{
	unsigned char c = (unsigned char)*s, next = c ? (unsigned char)s[1] : 0;
	return (c > ' ' && c < 0x7f) || (c >= 0xc3 && c <= 0xc6) ||
	       (c == 0xe1 && (next == 0xba || next == 0xbb));
}

/* Bytes of the first word, where it surely is one and a space or the end follows; else 0. Most cells are
 * sentences: what they begin with says that they are no number, before anything is copied. */
static size_t first_word(const char *s)
{
	const char *end = s;
	while (is_seen(end))
		utf8_next(&end);
	return *end == ' ' || !*end ? (size_t)(end - s) : 0;
}

struct ordinal ordinal_read(struct arena *a, const char *text)
{
	size_t word = first_word(text);
	if (word > 0 && text[word] == ' ' && is_seen(text + word + 1))
		return none; /* a number is one word */
	const char *s = text_squeeze(a, text);
	size_t n = strlen(s);
	size_t open = n > 2 && *s == '(' && s[n - 1] == ')';
	size_t body = n;
	while (body > open && strchr(closing, s[body - 1]))
		body--;
	struct ordinal o = read_body(a, s + open, body - open);
	if (o.kind != ORDINAL_NONE)
		o.end = s + body;
	/* a lone small letter is a word or a slip */
	return o.kind == ORDINAL_SMALL && !*o.end ? none : o;
}

struct ordinal ordinal_lead(struct arena *a, const char *text, const char **rest)
{
	struct ordinal o = none;
	size_t word = first_word(text);
	if (word > 0 && !strchr(closing, text[word - 1]))
		return o;
	const char *s = text_squeeze(a, text);
	size_t n = strcspn(s, " ");
	if (n == 0 || !s[n] || !strchr(closing, s[n - 1]))
		return o;
	o = ordinal_read(a, arena_copy(a, s, n));
	*rest = s + n + 1;
	return o;
}
