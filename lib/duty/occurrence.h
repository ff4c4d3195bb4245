/* SPDX-License-Identifier: MIT
 * occurrence: what a task's deadline falls into: milestones and the periods of recurring parts,
 * under the names that users and logs give them. For bands duty and above. */
#ifndef PAR_OCCURRENCE_H
#define PAR_OCCURRENCE_H

#include <stddef.h>

#include "data/plan.h"

struct arena;

struct occurrence {
	const struct part *part; /* NULL: the task names no deadline */
	int milestone;		 /* 0: the only one */
	struct period period;	 /* PERIOD_NONE: falls once */
};

struct occurrences {
	struct occurrence *items;
	size_t count;
	size_t once;	  /* milestones, or parts that fall once or wait */
	size_t recurring; /* occurrences of recurring parts */
};

/* In order: milestones as written, then recurring periods by their end. An `ongoing` part beside
 * others has none; no period that ended before the plan was issued or before the task's start.
 * `horizon`: the last day asked about; "2025.." goes on to it. */
struct occurrences occurrence_list(struct arena *a, const struct task *task, day horizon);

/* The plan's first and last day: its period, else the year it was issued in, else `around`'s year. */
struct period occurrence_window(const struct plan *plan, day around);

#endif
