/* SPDX-License-Identifier: MIT
 * dueics: obligations as an iCalendar stream (RFC 5545): one all-day entry each. For bands front and
 * above. */
#ifndef PAR_DUEICS_H
#define PAR_DUEICS_H

#include <stdio.h>

#include "duty/obligation.h"

struct dueics {
	const struct obligation *const *rows;
	size_t count;
	const char *agency; /* whose calendar it is; NULL: of nobody in particular */
	day as_of;
};

/* Prints the calendar in the chosen language; without rows it is a valid, empty one. What has no due
 * day is left out: returns how many. Equal rows on an equal day give equal bytes. */
size_t dueics_print(struct arena *a, const struct dueics *calendar, FILE *out);

#endif
