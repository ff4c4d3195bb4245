/* SPDX-License-Identifier: MIT
 * ratingfill: the figures of a head that plans and logs can give: what was measured for the rules, the
 * share of tasks done among those due in the year, whether all were in time. What the sheet gives
 * stays. For bands duty and above. */
#ifndef PAR_RATINGFILL_H
#define PAR_RATINGFILL_H

#include "data/heads.h"
#include "duty/obligation.h"

struct arena;

struct fill_request {
	struct binder *binder;		 /* never NULL */
	const struct calendar *calendar; /* may be NULL */
	struct plan *const *plans;
	size_t plan_count;
	struct progress *progress; /* up to `as_of` */
	const struct measures
	    *measures; /* what was measured for the rules, whenever; may be NULL */
	const struct rules *rules;
	int year;
	day as_of; /* the year's last day, or earlier */
	bool over; /* the year is: what is open now was not in time */
};

/* An agency's tasks with a due day in a year; those called off are left aside. */
struct year_tasks {
	size_t due, done; /* done: all that was due of it */
	size_t late;	  /* some of it done late, or overdue */
	size_t open;	  /* not done, and not late yet */
};

struct year_tasks rating_tasks(struct arena *a, const struct fill_request *request,
			       const char *agency);

/* Fills in what the head lacks. */
void rating_fill(struct arena *a, const struct fill_request *request, struct head *head);

#endif
