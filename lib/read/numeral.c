/* SPDX-License-Identifier: MIT
 * numeral: numbers written in letters, Roman and other ways. It knows no lists. */
#include "read/numeral.h"

#include <stddef.h>

#include "base/buf.h"
#include "base/utf8.h"

enum { ROMAN_LAST = 32767, LETTERS_LAST = 780, CIRCLE_LAST = 20 };

static void put_roman(struct buf *out, long n, char shift)
{
	static const struct {
		long value;
		const char *sign;
	} signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
		     {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},	{9, "ix"},
		     {5, "v"},	  {4, "iv"},   {1, "i"}};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (; n >= signs[i].value; n -= signs[i].value)
			for (const char *s = signs[i].sign; *s; s++)
				buf_char(out, (char)(*s - shift));
}

/* After z comes aa, then bb. */
static void put_letter(struct buf *out, long n, char first)
{
	for (long times = (n - 1) / 26 + 1; times > 0; times--)
		buf_char(out, (char)(first + (n - 1) % 26));
}

static void put_circle(struct buf *out, long n)
{
	char bytes[4];
	buf_bytes(out, bytes, utf8_put(bytes, 0x2460 + (unsigned)n - 1));
}

/* Has the system a sign for n? */
static int has_sign(enum numeral system, long n)
{
	switch (system) {
	case NUMERAL_LOWER_ROMAN:
	case NUMERAL_UPPER_ROMAN:
		return n > 0 && n <= ROMAN_LAST;
	case NUMERAL_LOWER_LETTER:
	case NUMERAL_UPPER_LETTER:
		return n > 0 && n <= LETTERS_LAST;
	case NUMERAL_CIRCLE:
		return n > 0 && n <= CIRCLE_LAST;
	default:
		return 1;
	}
}

void numeral_put(struct buf *out, enum numeral system, long n)
{
	switch (has_sign(system, n) ? system : NUMERAL_DECIMAL) {
	case NUMERAL_LOWER_ROMAN:
		put_roman(out, n, 0);
		break;
	case NUMERAL_UPPER_ROMAN:
		put_roman(out, n, 'a' - 'A');
		break;
	case NUMERAL_LOWER_LETTER:
		put_letter(out, n, 'a');
		break;
	case NUMERAL_UPPER_LETTER:
		put_letter(out, n, 'A');
		break;
	case NUMERAL_CIRCLE:
		put_circle(out, n);
		break;
	case NUMERAL_DECIMAL_ZERO:
		buf_format(out, "%02ld", n);
		break;
	case NUMERAL_DASH:
		buf_format(out, "- %ld -", n);
		break;
	case NUMERAL_NONE:
		break;
	case NUMERAL_DECIMAL:
		buf_format(out, "%ld", n);
	}
}
