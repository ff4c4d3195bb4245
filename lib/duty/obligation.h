/* SPDX-License-Identifier: MIT
 * obligation: one task, one agency that is bound, one occurrence or milestone: the thing that is due,
 * late or done. It knows no files, no clock and no output. For bands duty and above. */
#ifndef PAR_OBLIGATION_H
#define PAR_OBLIGATION_H

#include <stdbool.h>
#include <stddef.h>

#include "data/plan.h"
#include "duty/progress.h"

struct arena;
struct calendar;
struct findings;
struct binder;

enum status {
	STATUS_NOT_STARTED,
	STATUS_IN_PROGRESS,
	STATUS_NOT_STARTED_OVERDUE,
	STATUS_IN_PROGRESS_OVERDUE,
	STATUS_DONE_ON_TIME,
	STATUS_DONE_LATE,
	STATUS_DONE,
	STATUS_WAITING,
	STATUS_ONGOING,
	STATUS_NO_DATE,
	STATUS_INVALID_DATE,
	STATUS_CANCELLED,
	STATUS_COUNT
};

/* Who is bound. */
struct bound {
	const char *lead; /* as printed in the plan; "" when nobody leads */
	const char *name; /* who is bound, under the name of the day asked about */
	const struct agency
	    *agency;		   /* as the registry knows it, the name in the plan's time; NULL */
	const struct group *group; /* the obligation stands under this group's own name; NULL */
	const char *via;	   /* the group through which the agency is bound; NULL: directly */
	const struct group *through; /* that group; NULL: directly */
	day on;			     /* bound through a group: as its member on that day */
	const char *key;	     /* text_plain of the name in the plan's time */
	bool asked;		     /* a member picked out of a group by --agency */
};

/* How a due day came to be, for --explain. */
struct move {
	day on, to; /* extended: on that day, to that day */
	const char *file;
	unsigned line;
};

struct state {
	enum status status;
	day due;       /* DAY_NONE: none */
	day first_due; /* before any extension; DAY_NONE: none */
	day done;      /* DAY_NONE: not done */
	long percent;  /* hundredths of a percent; -1: not said */
	bool begun;
	const char *evidence; /* NULL: none */
	long days;	      /* late (positive) or left (negative); only with a due day */
	bool dated;	      /* due holds a day */
};

/* A mark that speaks of an obligation. */
struct said {
	const struct mark *mark;
	bool member; /* by a member of the group: progress of it, never its end */
};

struct obligation {
	const struct task *task;
	const struct part *part; /* NULL: the task names no deadline */
	int milestone;		 /* 0: the task has one part only */
	struct period period;	 /* of the occurrence; PERIOD_NONE: falls once */
	day trigger;		 /* an occurrence of `after`: the event's day; DAY_NONE */
	struct bound bound;
	day base_due; /* by the words alone; DAY_NONE: none */
	struct day_trust trust;
	struct said *said; /* in order of date and reading */
	size_t said_count;
	struct state state;
	size_t order; /* plans, tasks, occurrences and leads in order */
};

struct obligations {
	struct obligation *items;
	size_t count;
};

struct duty_request {
	struct binder *binder;		 /* never NULL */
	const struct calendar *calendar; /* may be NULL */
	struct plan *const *plans;
	size_t plan_count;
	struct progress *progress; /* NULL: no log */
	day as_of;
	day horizon;	    /* the last day asked about: "2025.." goes on at least to it */
	const char *agency; /* --agency: pick this one out of groups without members; NULL */
};

/* All obligations of the plans with their states on as_of, ordered by plan, place in the plan,
 * period and agency. Events that can be placed nowhere are reported. */
struct obligations duty_list(struct arena *a, const struct duty_request *request,
			     struct findings *findings);

/* The state on another day, by what had happened until then; status STATUS_COUNT: it was not there
 * yet. For "what changed since". */
struct state duty_state(const struct obligation *o, day as_of);

/* The extensions that moved the due day, in order, up to as_of. */
size_t duty_moves(struct arena *a, const struct obligation *o, day as_of, struct move **moves);

/* Adds a warning for each report of progress that came after the end and therefore does not count. */
void duty_check(const struct obligation *o, day as_of, struct findings *findings);

/* "9", "11/1": what column `task` holds. "2024-03": what column `period` holds, "" for none. */
char *obligation_task(struct arena *a, const struct obligation *o);
char *obligation_period(struct arena *a, const struct obligation *o);

const char *status_word(enum status status); /* "not-started" */
enum status status_find(const char *word);   /* STATUS_COUNT: none */
bool status_is_overdue(enum status status);
bool status_is_closed(enum status status); /* done or cancelled */

#endif
