/* SPDX-License-Identifier: MIT
 * summary: obligations counted, as they are or folded into their tasks, and brought into groups. In
 * each group the states add up to its total; the groups add up to the whole, but for tasks by agency,
 * where a task stands under each of its leads. It prints nothing. For bands duty and above. */
#ifndef PAR_SUMMARY_H
#define PAR_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>

#include "duty/obligation.h"

struct arena;

enum counting { COUNT_TASKS, COUNT_OBLIGATIONS };

/* What a task may be beside the states of an obligation: it recurs, so no one state is its own. */
enum { STATE_RECURRING = STATUS_COUNT, STATE_COUNT };

const char *state_word(int state); /* "not-started", "recurring" */
bool state_is_done(int state);

/* The state of a task from those of its obligations (status STATUS_COUNT: not there yet), by the
 * first that holds of the list in the contract of the project: all cancelled; recurring; a date that
 * cannot be read; overdue; all done; begun; dated; waiting; no date; ongoing. */
int state_of_task(const struct state states[], size_t count, bool recurring);

/* One thing that is counted: a task (what one agency has of it), or an obligation. */
struct item {
	const struct task *task;
	const struct obligation **parts; /* at least one, in order */
	size_t count;
	int state;
	bool recurring;	    /* two or more occurrences of a recurring deadline in the plan */
	day start, due;	    /* the first day of it, its last due day; DAY_NONE */
	day done;	    /* when the last part was done; DAY_NONE: not all is done */
	const char *agency; /* one agency's: its name; NULL: everybody's */
	const void *holder; /* who that is; equal pointers are the same agency */
	const char *of;	    /* the place it is of; may be NULL */
	bool soon;	    /* within time, and due within SOON_DAYS */
};

enum { SOON_DAYS = 7 };

struct items {
	struct item *items;
	size_t count;
};

struct items_request {
	const struct obligation *const *rows; /* in the order of duty_list */
	size_t count;
	enum counting counting;
	bool by_agency; /* a task is counted for each agency by itself */
	day as_of;
};

struct items items_make(struct arena *a, const struct items_request *request);

/* Keeps those in one of these states; `states` is a list of words parted by commas, NULL keeps all. */
void items_keep(struct items *items, const char *states);

struct tally {
	size_t total, states[STATE_COUNT];
	size_t soon;	  /* of those within time */
	size_t in_window; /* done within the window */
};

struct window {
	day first, last; /* DAY_NONE: open */
};

void tally_add(struct tally *t, const struct item *item, const struct window *window);

/* Done, in time, overdue and other add up to the total. */
size_t tally_done(const struct tally *t);
size_t tally_in_time(const struct tally *t); /* not started or in progress, not late */
size_t tally_overdue(const struct tally *t);
size_t tally_other(const struct tally *t); /* without one settled date, or called off */

/* Percent with two decimals, "6.25"; NULL when there is nothing to divide by. */
const char *rate_all(struct arena *a, const struct tally *t);
const char *rate_dated(struct arena *a, const struct tally *t);

enum grouping {
	BY_AREA,
	BY_FIELD,
	BY_AGENCY,
	BY_PLAN,
	BY_LEVEL,
	BY_QUARTER, /* of the due day, a task's last one */
	BY_MONTH,
	BY_STATUS,
	GROUPINGS
};

const char *grouping_word(enum grouping by);   /* "area" */
enum grouping grouping_find(const char *word); /* GROUPINGS: none */

struct summary_group {
	const char *code; /* "" for those that have none */
	const char *name; /* for people where the code is an id: the area's title; NULL: none */
	struct tally tally;
	/* Kept by summary_make. */
	long rank, second;
	const void *holder;
	const char *of;
};

struct summary {
	struct summary_group *groups; /* ordered by plan, time, list or name; those without last */
	size_t count;
	struct tally whole; /* everything once; by agency the sum of the groups */
};

/* By agency the items must have been made so. Areas are "plan/area" when the items are of several
 * plans. */
struct summary summary_make(struct arena *a, const struct items *items, enum grouping by,
			    const struct window *window);

#endif
