/* SPDX-License-Identifier: MIT
 * collate: Vietnamese order of texts. glibc's vi_VN is wrong for letters with two marks and no
 * locale is there under cron, so the order is our own: letters, then tones, then case, then bytes. */
#include <string.h>

#include "base/text.h"
#include "base/tone.h"
#include "base/utf8.h"

enum { OTHER = 1, DIGIT = 2, LETTER = 3 };

struct weight {
	uint32_t primary; /* class and rank of the letter without its tone */
	int tone;
	bool upper;
};

static uint32_t letter_rank(uint32_t c)
{
	static const uint32_t order[] = {'a',	0x103, 0xe2,  'b', 'c', 'd', 0x111, 'e', 0xea,
					 'f',	'g',   'h',   'i', 'j', 'k', 'l',   'm', 'n',
					 'o',	0xf4,  0x1a1, 'p', 'q', 'r', 's',   't', 'u',
					 0x1b0, 'v',   'w',   'x', 'y', 'z'};
	for (uint32_t i = 0; i < sizeof order / sizeof *order; i++)
		if (order[i] == c)
			return i;
	return 0x1000 + c;
}

static struct weight weigh(const char **s)
{
	uint32_t c = utf8_next(s), low = utf8_lower(c);
	struct weight w = {.upper = low != c};
	uint32_t bare = tone_split(low, &w.tone);
	if (!c)
		w.primary = 0;
	else if (utf8_is_letter(c))
		w.primary = (uint32_t)LETTER << 24 | letter_rank(bare);
	else if (c >= '0' && c <= '9')
		w.primary = (uint32_t)DIGIT << 24 | c;
	else
		w.primary = (uint32_t)OTHER << 24 | (utf8_is_blank(c) ? 0 : c);
	return w;
}

/* A run of digits as a number of any length: without leading zeros the longer is the larger. */
static int compare_numbers(const char **a, const char **b)
{
	while (**a == '0')
		++*a;
	while (**b == '0')
		++*b;
	size_t n = strspn(*a, "0123456789"), m = strspn(*b, "0123456789");
	int order = n != m ? (n < m ? -1 : 1) : strncmp(*a, *b, n);
	*a += n;
	*b += m;
	return order;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int text_compare(const char *first, const char *second)
{
	const char *a = first, *b = second;
	int tone = 0, upper = 0;
	while (*a || *b) {
		if (is_digit(*a) && is_digit(*b)) {
			int order = compare_numbers(&a, &b);
			if (order)
				return order;
			continue;
		}
		struct weight x = weigh(&a), y = weigh(&b);
		if (x.primary != y.primary)
			return x.primary < y.primary ? -1 : 1;
		if (!tone)
			tone = x.tone - y.tone;
		if (!upper)
			upper = (int)x.upper - (int)y.upper;
	}
	return tone ? tone : upper ? upper : strcmp(first, second);
}
