/* SPDX-License-Identifier: MIT
 * ratio: arithmetic with fractions of 64-bit numbers, checked. */
#include "base/ratio.h"

#include <inttypes.h>

#include "base/arena.h"

static int64_t divisor(int64_t x, int64_t y)
{
	while (y) {
		int64_t rest = x % y;
		x = y;
		y = rest;
	}
	return x < 0 ? -x : x;
}

struct ratio ratio_of(int64_t above, int64_t below)
{
	int64_t common = divisor(above, below);
	return (struct ratio){above / common, below / common};
}

int64_t ratio_floor(struct ratio x)
{
	return x.above / x.below - (x.above % x.below < 0);
}

int64_t ratio_ceiling(struct ratio x)
{
	return x.above / x.below + (x.above % x.below > 0);
}

/* By whole parts, and where they are equal by what is left over, turned upside down: the products
 * that would overflow are never made. */
int ratio_compare(struct ratio x, struct ratio y)
{
	for (int sign = 1;; sign = -sign) {
		int64_t whole = ratio_floor(x), other = ratio_floor(y);
		if (whole != other)
			return whole < other ? -sign : sign;
		struct ratio rest_x = {x.above - whole * x.below, x.below};
		struct ratio rest_y = {y.above - other * y.below, y.below};
		if (!rest_x.above || !rest_y.above)
			return sign * ((rest_x.above > 0) - (rest_y.above > 0));
		x = (struct ratio){rest_x.below, rest_x.above};
		y = (struct ratio){rest_y.below, rest_y.above};
	}
}

static bool times(int64_t x, int64_t y, int64_t *result)
{
	int64_t most = INT64_MAX / 2, low = x < 0 ? -x : x, high = y < 0 ? -y : y;
	if (low && high > most / low)
		return false;
	*result = x * y;
	return true;
}

bool ratio_add(struct ratio x, struct ratio y, struct ratio *result)
{
	int64_t common = divisor(x.below, y.below), left, right, below;
	if (!times(x.above, y.below / common, &left) || !times(y.above, x.below / common, &right) ||
	    !times(x.below, y.below / common, &below))
		return false;
	*result = ratio_of(left + right, below); /* each at most half of the largest */
	return true;
}

bool ratio_subtract(struct ratio x, struct ratio y, struct ratio *result)
{
	return ratio_add(x, (struct ratio){-y.above, y.below}, result);
}

bool ratio_multiply(struct ratio x, struct ratio y, struct ratio *result)
{
	struct ratio cross = ratio_of(x.above, y.below), other = ratio_of(y.above, x.below);
	int64_t above, below;
	if (!times(cross.above, other.above, &above) || !times(cross.below, other.below, &below))
		return false;
	*result = ratio_of(above, below);
	return true;
}

/* The digits behind the point, by long division, without zeros at the end. */
static const char *digits_of(struct arena *a, struct ratio part, unsigned places)
{
	char *digits = arena_alloc(a, places + 1);
	size_t kept = 0;
	while (part.below > INT64_MAX / 10) { /* far finer than what is printed */
		part.above /= 2;
		part.below /= 2;
	}
	for (unsigned i = 0; i < places; i++) {
		part.above *= 10;
		digits[i] = (char)('0' + part.above / part.below);
		part.above %= part.below;
		if (digits[i] != '0')
			kept = i + 1;
	}
	digits[kept] = '\0';
	return digits;
}

const char *ratio_text(struct arena *a, struct ratio x, unsigned places)
{
	struct ratio size = {x.above < 0 ? -x.above : x.above, x.below}, rounded;
	int64_t unit = 1;
	for (unsigned i = 0; i < places; i++)
		unit *= 10;
	/* Where even the half unit does not fit, the digits behind are cut. */
	if (size.below != 1 && unit % size.below != 0 &&
	    ratio_add(size, ratio_of(1, 2 * unit), &rounded))
		size = rounded;
	const char *digits =
	    digits_of(a, (struct ratio){size.above % size.below, size.below}, places);
	int64_t whole = size.above / size.below;
	bool minus = x.above < 0 && (whole || *digits);
	return arena_format(a, "%s%" PRId64 "%s%s", minus ? "-" : "", whole, *digits ? "." : "",
			    digits);
}
