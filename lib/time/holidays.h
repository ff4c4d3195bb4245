/* SPDX-License-Identifier: MIT
 * holidays: the computed days off of a year with their names. For calendar.c and holidays.c. */
#ifndef PAR_HOLIDAYS_H
#define PAR_HOLIDAYS_H

#include "time/date.h"

/* 11 days of the Labour Code and one in lieu of each. */
enum { HOLIDAYS_ROOM = 24 };

struct holiday {
	day date;
	const char *name;
	unsigned line; /* of the calendar file; 0: computed */
};

struct holidays {
	struct holiday days[HOLIDAYS_ROOM]; /* in order of dates, each once */
	size_t count;
};

/* Article 112 of the Labour Code 2019, for UTC+7; none for a year that dates are not accepted in. */
void holidays_compute(struct holidays *h, int year);

#endif
