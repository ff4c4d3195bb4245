/* SPDX-License-Identifier: MIT
 * window: which obligations a list is about by their day or state: a quarter, a month, what is
 * overdue, what waits. Several widen each other. For bands duty and above. */
#ifndef PAR_WINDOW_H
#define PAR_WINDOW_H

#include <stdbool.h>

#include "duty/obligation.h"

struct arena;

struct span {
	day first, last;  /* DAY_NONE: open */
	const char *said; /* as it was asked for; NULL: by days */
};

struct windows {
	struct span *spans; /* by due day */
	size_t count;
	bool overdue, waiting, ongoing; /* by state */
	bool everything;		/* whatever its day */
	bool closed;			/* done and cancelled ones too */
	day as_of;
};

void windows_add(struct arena *a, struct windows *w, day first, day last, const char *said);
bool windows_are_empty(const struct windows *w);

/* What is listed when nothing is asked for: overdue, due within 30 days, and dates that cannot be
 * read, because nobody can know whether they are late. */
bool windows_usual(const struct windows *w, const struct obligation *o);
bool windows_have(const struct windows *w, const struct obligation *o);

/* The last day that is asked about. */
day windows_horizon(const struct windows *w);

/* due (none last), plan, place in the plan, period, agency; total. For qsort over pointers. */
int obligation_compare(const void *x, const void *y);

#endif
