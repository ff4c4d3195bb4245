/* SPDX-License-Identifier: MIT
 * score: the points of a scorecard's criteria for a month, and what its components and the index come
 * to. A criterion that was not scored has no points, not zero: the index is then only known to lie
 * between two numbers. For bands duty and above. */
#ifndef PAR_SCORE_H
#define PAR_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "data/rules.h"
#include "duty/measured.h"

struct arena;

/* Several criteria together. */
struct score_sum {
	struct ratio points, maximum; /* of those scored; of all */
	struct ratio open;	      /* maximum of those not scored */
	size_t count, missing;
};

struct score_month {
	struct period month;
	const struct measured_value **values; /* by the number of the criterion; NULL: not scored */
	struct score_sum *parts;	      /* by the number of the part */
	struct score_sum total;
};

struct score_month score_make(struct arena *a, const struct rules *rules,
			      const struct measures *measures, struct period month);

/* Percent of the maximum: exact where nothing is missing, else false; the least and the most that it
 * can come to. */
bool score_percent(const struct score_sum *sum, struct ratio *percent);
struct ratio score_least(const struct score_sum *sum);
struct ratio score_most(const struct score_sum *sum);

/* The month so many months before. */
struct period score_before(struct period month, int months);

#endif
