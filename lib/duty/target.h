/* SPDX-License-Identifier: MIT
 * target: the values that logs give for targets, the newest kept, and whether the goals are met. It
 * knows no files and no clock. For bands duty and above. */
#ifndef PAR_TARGET_H
#define PAR_TARGET_H

#include <stdbool.h>
#include <stdint.h>

#include "data/plan.h"

struct arena;
struct event;

/* One value that counts. */
struct target_value {
	day date;
	struct measure measure;
	char *evidence; /* malloc'ed; NULL: none */
	uint64_t said;	/* hash of the line: equal lines of a day count once */
	uint64_t by; /* hash of agency and period, which a line that takes it back must name too */
	bool gone;   /* taken back; it stays, so that its line is known when it is read again */
	uint64_t gone_by; /* hash of the line that took it back */
};

/* Of each target so many values are kept; older ones could only come back if as many were void. */
enum { TARGET_VALUES = 64 };

struct targets;

struct targets *targets_new(struct arena *a);
void targets_free(struct targets *list); /* NULL is fine */

/* Adds a value; on one day the later line wins. */
void targets_add(struct targets *list, const struct target *target, const struct event *event,
		 const struct measure *value);

/* Takes back the values of a day that were given for the same agency and period; false when there
 * is none. */
bool targets_void(struct targets *list, const struct target *target, const struct event *event);

struct target_state {
	const struct target_value *latest;   /* NULL: none */
	const struct target_value *previous; /* of the last day before; NULL: none */
	enum met met;
	bool has_missing, has_difference;
	struct ratio missing; /* see goal_missing */
	struct ratio
	    difference; /* the latest less last year's; of shares and percentages in points */
};

/* `list` may be NULL: nothing was measured. */
struct target_state target_state(const struct targets *list, const struct target *target);

#endif
