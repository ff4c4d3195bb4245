/* SPDX-License-Identifier: MIT
 * goal: what a target promises, in signs or in the words of plans: "> 98 %", "từ 30 % trở lên",
 * "rank <= 30", "tăng so với năm 2023". What can be read in two ways is not read. par-plan(5)
 * describes the grammar. For bands data and above. */
#ifndef PAR_GOAL_H
#define PAR_GOAL_H

#include <stdbool.h>

#include "base/ratio.h"
#include "data/measure.h"

struct arena;

enum goal_kind {
	GOAL_NONE,     /* nothing is promised in numbers */
	GOAL_UNKNOWN,  /* not understood: `why` */
	GOAL_BASELESS, /* relative to last year's value, which is not known */
	GOAL_SET
};

enum goal_order { GOAL_MORE, GOAL_AT_LEAST, GOAL_LESS, GOAL_AT_MOST, GOAL_EXACTLY };

struct goal {
	enum goal_kind kind;
	enum goal_order order;
	bool percent;	    /* percentages and shares are compared with it; `limit` is in percent */
	bool rank;	    /* a place among others: of 30/63 the 30 counts */
	struct ratio limit; /* GOAL_SET */
	const char *why;    /* GOAL_UNKNOWN, in the chosen language */
};

enum met { MET_UNKNOWN, MET_YES, MET_NO };

/* Reads a goal; `base` is last year's value as written. Either may be NULL. */
struct goal goal_read(struct arena *a, const char *text, const char *base);

/* The number to be compared with the limit; false when the value is of another kind: a share where a
 * count is promised. */
bool goal_takes(const struct goal *g, const struct measure *value, struct ratio *number);

enum met goal_met(const struct goal *g, const struct measure *value);

/* How much is missing: of a share the number of units, else what lies between the value and the
 * limit (0: the least bit will do). False when nothing is, nothing can be told, or no number of units
 * is enough. */
bool goal_missing(const struct goal *g, const struct measure *value, struct ratio *missing);

#endif
