/* SPDX-License-Identifier: MIT
 * progress_private: what the files of progress share: rows of equal words and what they mean.
 * For progress*.c. */
#ifndef PAR_PROGRESS_PRIVATE_H
#define PAR_PROGRESS_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/codes.h"
#include "base/place.h"
#include "duty/progress.h"
#include "duty/measured.h"

struct index;
struct missing_plan;
struct target;
struct track;

/* What the fields plan, task, agency and period of a row were found to mean; kept, because a log says
 * the same many times. */
struct slot {
	const char *where; /* as written, see struct event */
	const char *plan, *task, *agency, *period;
	struct track *track;		    /* NULL: the row is of no use */
	const struct target *target;	    /* the same of a row that measures */
	const struct measured_name *figure; /* or this, when it names rules */
	enum code code;			    /* why */
	const char *column, *first, *second, *third;
	bool missing; /* its plan is not loaded */
	struct missing_plan *of;
	/* of equal hash */
};

struct missing_plan {
	const char *name;
	struct place at;
	size_t rows;
	size_t log;  /* the number of the log */
	bool values; /* rows that measure: it may be a file of rules */
	struct missing_plan *next;
};

struct early_void {
	struct track *track;
	day date, from;
	struct place at;
	struct early_void *next;
};

struct progress {
	struct arena *arena;
	struct progress_request request;
	struct index *plans;  /* by id */
	struct index *tracks; /* by task (its address): the first track */
	struct index *slots;  /* by hash: the first slot */
	struct index *values; /* the same of rows that measure */
	struct targets *targets;
	struct measures *measures;
	struct track **all;
	size_t all_count;
	struct missing_plan *missing;		/* in order of first mention, one log at a time */
	struct early_void *early, **last_early; /* in order of reading */
	uint64_t sequence;
	size_t future, logs;
};

/* progressslot.c: rows to their task, unit and agency. */

/* Keeps why the row is of no use; false. */
bool slot_refuse(struct slot *s, enum code code, const char *column, const char *first,
		 const char *second, const char *third);
/* The plan a row names; NULL after a refusal, `missing` when it is not loaded. */
struct plan *slot_plan(const struct progress *p, struct slot *s);
bool slot_no_period(struct progress *p, struct slot *s, const char *period);
/* A slot of the row's words, nothing found out yet; in the arena. */
struct slot *slot_new(struct progress *p, const struct event *e);
/* The slot of a row about a task, found out once. */
struct slot *slot_for(struct progress *p, const struct event *e);
/* Rows of a plan that is not loaded are told once for each plan, with their number. */
void slot_count_missing(struct progress *p, struct slot *s, const struct event *e);

/* progressvalue.c: rows that measure targets, and criteria of rules. */

/* The rules a row names: by their id, or the only ones where no plan is loaded; NULL. */
const struct rules *value_rules(const struct progress *p, const char *id);
struct slot *value_slot(struct progress *p, const struct event *e);
/* False after a finding. */
bool value_add(struct progress *p, const struct event *e, const struct log_reader *reader,
	       struct findings *findings);
/* Of rules only values are logged, and taken back. */
bool value_add_of_rules(struct progress *p, const struct event *e, const struct log_reader *reader,
			struct findings *findings);

/* The place of a row's column. */
struct place progress_place(const struct log_reader *reader, const struct event *e,
			    const char *column);

#endif
