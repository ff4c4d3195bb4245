/* SPDX-License-Identifier: MIT
 * numdigits: a number under a section of digits: 0 # ? , . % and the words between them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "read/numformat_private.h"

enum { DIGITS_SURE = 15, DIGITS_ROOM = 352 };

/* The number without what a binary fraction adds to it: 28.499999999999996 is 28.5. */
static double clean(double value)
{
	char text[40];
	snprintf(text, sizeof text, "%.*g", DIGITS_SURE, value);
	return strtod(text, NULL);
}

/* Digits before and behind the point, rounded half up as sheets do. */
static void write_decimal(char out[DIGITS_ROOM], double value, size_t part)
{
	double scaled = clean(clean(value) * pow(10, (double)part));
	if (scaled >= 1e15) {
		snprintf(out, DIGITS_ROOM, "%.*f", (int)part, value);
		return;
	}
	char digits[40];
	snprintf(digits, sizeof digits, "%0*.0f", (int)part + 1, floor(scaled + 0.5));
	size_t whole = strlen(digits) - part;
	snprintf(out, DIGITS_ROOM, "%.*s.%s", (int)whole, digits, digits + whole);
}

/* One place before the point, `right` places before the last one of them. */
static void put_whole(struct buf *out, const struct section *s, char letter, const char *digits,
		      size_t count, size_t right)
{
	if (right < count)
		buf_char(out, digits[count - 1 - right]);
	else if (letter == '0')
		buf_char(out, '0');
	else
		return;
	if (s->thousands && right > 0 && right % 3 == 0)
		buf_char(out, ',');
}

struct walk {
	const char *whole, *part; /* what is left of them */
	size_t whole_count;
	size_t whole_left; /* places before the point still to come */
	bool point;
};

static void put_digit(struct buf *out, const struct section *s, const struct token *t,
		      struct walk *w)
{
	if (w->point) {
		/* a # shows no nought behind the last digit */
		bool rest = w->part[strspn(w->part, "0")] != '\0';
		if (*w->part && (t->letter == '0' || rest))
			buf_char(out, *w->part);
		w->part += *w->part != '\0';
		return;
	}
	/* the first place holds all digits that have no place of their own */
	if (w->whole_left == s->whole)
		for (size_t right = w->whole_count; right > s->whole; right--)
			put_whole(out, s, '0', w->whole, w->whole_count, right - 1);
	w->whole_left--;
	put_whole(out, s, t->letter, w->whole, w->whole_count, w->whole_left);
}

void numformat_digits(struct buf *out, const struct section *s, double value, bool sign)
{
	char decimal[DIGITS_ROOM];
	size_t part = s->part < DIGITS_SURE ? s->part : DIGITS_SURE;
	double scaled = value * pow(100, (double)(s->percent < 4 ? s->percent : 4)) /
			pow(1000, (double)(s->scale < 4 ? s->scale : 4));
	write_decimal(decimal, scaled, part);
	size_t count = strcspn(decimal, ".");
	struct walk w = {decimal, decimal + count + 1, count, s->whole, false};
	if (count == 1 && *decimal == '0')
		w.whole_count = 0;
	if (sign && decimal[strspn(decimal, "0.")])
		buf_char(out, '-');
	for (size_t i = 0; i < s->count; i++) {
		const struct token *t = &s->tokens[i];
		if (t->kind == TOKEN_LITERAL) {
			buf_text(out, t->text);
		} else if (t->kind == TOKEN_DIGIT) {
			put_digit(out, s, t, &w);
		} else if (t->kind == TOKEN_POINT) {
			if (s->whole == 0 && w.whole_count > 0)
				buf_bytes(out, w.whole, w.whole_count);
			w.point = true;
			buf_char(out, '.');
		}
	}
}
