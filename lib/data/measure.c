/* SPDX-License-Identifier: MIT
 * measure: digits to exact numbers. */
#include "data/measure.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"

enum { DIGITS = 15, DECIMALS = 6 };

static size_t digits_at(const char *s)
{
	return strspn(s, "0123456789");
}

/* Adds n digits to the number; false when they are too many. */
static bool take(int64_t *number, unsigned *used, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (*number || s[i] != '0')
			if (++*used > DIGITS)
				return false;
		*number = *number * 10 + (s[i] - '0');
	}
	return true;
}

/* How many groups of three digits follow, each behind a point. */
static size_t groups_at(const char *s)
{
	size_t n = 0;
	while (*s == '.' && digits_at(s + 1) == 3) {
		n++;
		s += 4;
	}
	return n;
}

enum measure_form measure_digits(const char *s, struct ratio *number, size_t *length)
{
	const char *start = s;
	size_t whole = digits_at(s), groups = groups_at(s + whole), decimals = 0;
	int64_t digits = 0, below = 1;
	unsigned used = 0;
	if (!whole || !take(&digits, &used, s, whole))
		return MEASURE_NONE;
	bool headed = whole <= 3 && *s != '0'; /* by a first group */
	s += whole;
	if (headed && groups == 1 && s[4] != ',')
		return MEASURE_UNCLEAR;
	for (size_t i = 0; headed && i < groups; i++, s += 4)
		if (!take(&digits, &used, s + 1, 3))
			return MEASURE_NONE;
	bool has_point = *s == ',' || (*s == '.' && !(headed && groups));
	if (has_point && (decimals = digits_at(s + 1)) > 0) {
		if (decimals > DECIMALS || !take(&digits, &used, s + 1, decimals))
			return MEASURE_NONE;
		s += 1 + decimals;
	}
	while (decimals--)
		below *= 10;
	*number = ratio_of(digits, below);
	*length = (size_t)(s - start);
	return MEASURE_NUMBER;
}

static const char *skip_blanks(const char *s)
{
	const char *next = s;
	while (*s && utf8_is_blank(utf8_next(&next)))
		s = next;
	return s;
}

static struct measure read_share(struct ratio part, const char *s)
{
	struct ratio whole;
	size_t n;
	if (measure_digits(s, &whole, &n) != MEASURE_NUMBER || *skip_blanks(s + n) ||
	    part.below != 1 || whole.below != 1 || part.above < 0 || whole.above <= 0)
		return (struct measure){.form = MEASURE_NONE};
	return (struct measure){.form = MEASURE_SHARE, .part = part.above, .whole = whole.above};
}

struct measure measure_read(const char *s)
{
	struct measure m = {.form = MEASURE_NONE};
	size_t n = 0;
	s = skip_blanks(s);
	bool minus = *s == '-';
	m.form = measure_digits(s + minus, &m.number, &n);
	if (m.form != MEASURE_NUMBER)
		return m;
	m.number.above = minus ? -m.number.above : m.number.above;
	s = skip_blanks(s + minus + n);
	if (*s == '/' && !minus)
		return read_share(m.number, skip_blanks(s + 1));
	if (*s == '%') {
		m.form = MEASURE_PERCENT;
		s = skip_blanks(s + 1);
	}
	if (*s)
		m.form = MEASURE_NONE;
	return m;
}

const char *measure_hint(struct arena *a, const char *s)
{
	if (measure_read(s).form != MEASURE_UNCLEAR)
		return "";
	char *thousands = arena_text(a, skip_blanks(s)), *decimal = arena_text(a, thousands);
	char *point = strchr(thousands, '.');
	memmove(point, point + 1, strlen(point));
	*strchr(decimal, '.') = ',';
	return arena_format(a, words_pick(": %s or %s?", ": %s hay %s?"), thousands, decimal);
}

const char *measure_text(struct arena *a, const struct measure *m)
{
	if (m->form == MEASURE_SHARE)
		return arena_format(a, "%" PRId64 "/%" PRId64, m->part, m->whole);
	return ratio_text(a, m->number, DECIMALS);
}
