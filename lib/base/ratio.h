/* SPDX-License-Identifier: MIT
 * ratio: exact fractions, so that 98,00 is 98 and 9 of 31 is less than 30 %. Nothing is rounded but
 * in ratio_text. Any file may include this. */
#ifndef PAR_RATIO_H
#define PAR_RATIO_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* In lowest terms; below > 0, both within 63 bits. */
struct ratio {
	int64_t above, below;
};

struct ratio ratio_of(int64_t above, int64_t below); /* below > 0 */

/* -1, 0 or 1; never overflows. */
int ratio_compare(struct ratio x, struct ratio y);

/* False when the result does not fit; *result is untouched then. */
bool ratio_add(struct ratio x, struct ratio y, struct ratio *result);
bool ratio_subtract(struct ratio x, struct ratio y, struct ratio *result);
bool ratio_multiply(struct ratio x, struct ratio y, struct ratio *result);

/* The least whole number that is not below x, the greatest that is not above it. */
int64_t ratio_ceiling(struct ratio x);
int64_t ratio_floor(struct ratio x);

/* As a decimal with a point: all its digits up to `places`, there rounded half away from zero;
 * zeros at the end are left out. */
const char *ratio_text(struct arena *a, struct ratio x, unsigned places);

#endif
