/* SPDX-License-Identifier: MIT
 * trend: how things stood at the end of each week, month or quarter, replayed from what the log says.
 * For bands duty and above. */
#ifndef PAR_TREND_H
#define PAR_TREND_H

#include "duty/summary.h"

struct trend_point {
	struct period period;
	day on;		    /* its last day, or the window's */
	struct tally tally; /* `in_window`: done within this period */
};

struct trend {
	struct trend_point *points;
	size_t count;
};

/* A point for each period of the kind (PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER) that touches the
 * window. The items are the same in each point, so that its total is too. */
struct trend trend_make(struct arena *a, const struct items *items, enum counting counting,
			enum period_kind kind, const struct window *window);

#endif
