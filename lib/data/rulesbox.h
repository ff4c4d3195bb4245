/* SPDX-License-Identifier: MIT
 * rulesbox: conditions as boxes: for each figure the values with which they hold. A condition holds
 * where one of its boxes does. For lib/data/rules*.c only. */
#ifndef PAR_RULESBOX_H
#define PAR_RULESBOX_H

#include "data/rules.h"

enum side_given { SIDE_GIVEN = 1, SIDE_MISSING, SIDE_NOTHING };

/* What a box leaves of one figure. */
struct side {
	bool bounded;	   /* something is asked of it */
	signed char given; /* 0: whatever; else what it must be */
	bool has_low, low_open, has_high, high_open;
	struct ratio low, high;
	uint64_t words;
};

struct box {
	struct side *sides;  /* by the number of the input; behind them grade and last-grade */
	signed char *groups; /* by the number of the group: 1 in it, -1 not */
	bool applies;	     /* not all of it was left aside */
};

struct boxes {
	struct box *items;
	size_t count;
	bool too_many; /* given up: nothing can be told */
};

/* The boxes of a condition that are not empty. */
struct boxes boxes_of(struct arena *a, const struct rules *rules, const struct condition *c);

/* Those in which both hold. */
struct boxes boxes_both(struct arena *a, const struct rules *rules, const struct boxes *x,
			const struct boxes *y);

/* A case in a box: "index = 85 %, on-time = yes". */
const char *box_example(struct arena *a, const struct rules *rules, const struct box *box);

#endif
