/* SPDX-License-Identifier: MIT
 * calendar: days off and made-up working days of calendar/1 files, counts of working days, and the
 * data windows of reports. A year without a published source is computed from the Labour Code 2019,
 * Article 112 (fixed days, Tết, Giỗ Tổ for UTC+7, days in lieu), and says so. For bands time and
 * above. */
#ifndef PAR_CALENDAR_H
#define PAR_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/place.h"
#include "time/date.h"
#include "time/period.h"

struct arena;
struct findings;
struct node;

struct calendar;

/* How far a count of working days may be trusted. */
enum calendar_trust {
	TRUST_PUBLISHED, /* every year it touched has a published source */
	TRUST_COMPUTED,	 /* some year it touched is computed */
	TRUST_WEEKENDS,	 /* no calendar: only Saturdays and Sundays are off */
};

struct calendar *calendar_new(struct arena *a); /* empty: weekends only */

/* Adds the years (and report windows) of a calendar/1 tree; adds a finding for each thing wrong. */
void calendar_add(struct calendar *c, const struct node *root, struct findings *findings);
bool calendar_is_empty(const struct calendar *c);

/* c may be NULL in all of these: weekends only. `trust` (may be NULL) is raised, never lowered. */
bool calendar_works(const struct calendar *c, day d, enum calendar_trust *trust, int *year);
/* The n-th working day after d (d itself is not counted: Civil Code 2015, 147.2). `year` (may be
 * NULL) gets a computed year that was touched. */
day calendar_add_working(const struct calendar *c, day d, int n, enum calendar_trust *trust,
			 int *year);
/* d, or the next working day when d is off. */
day calendar_roll(const struct calendar *c, day d, enum calendar_trust *trust, int *year);

/* The window and sending day of a report: a row of `reports:`. */
struct report_window {
	const char *to, *source; /* source may be NULL */
	day first, last;	 /* the data it covers */
	day send;		 /* DAY_NONE when not given */
};

/* The row for this period (a quarter, half, nine months or year) and recipient; `to` NULL takes the
 * first row for the period. False when there is none. */
bool calendar_window(const struct calendar *c, const char *to, struct period period,
		     struct report_window *window);

/* The name of the day off, NULL on other days. */
const char *calendar_name(const struct calendar *c, day d);

/* The days off of a year as the Labour Code lets them be computed: fills up to `room` days in order
 * and returns their number. For making calendar files and for years that have no entry. */
size_t calendar_compute(int year, day off[], size_t room);

#endif
