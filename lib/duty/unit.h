/* SPDX-License-Identifier: MIT
 * unit: what the columns `task` and `period` of a log name. For band duty. */
#ifndef PAR_UNIT_H
#define PAR_UNIT_H

#include "duty/occurrence.h"
#include "duty/progress.h"

/* "11/1#2024-03" as its id, milestone and period; a final dot as printed is dropped. */
struct task_name {
	const char *id;
	long milestone; /* 0: none; -1: not a number */
	const char *period;
};

struct task_name task_name_split(struct arena *a, const char *text);

/* Does the task have the unit's period? An `after` may have any day. */
bool unit_has_period(const struct occurrences *list, const struct unit *unit);

/* Is it only known from the period which occurrence of the task is meant? */
bool unit_needs_period(const struct task *task, const struct occurrences *list);

#endif
