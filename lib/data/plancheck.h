/* SPDX-License-Identifier: MIT
 * plancheck: whether a plan makes sense: numbering, dates, leads, names, doubts that nobody has
 * settled. What the form of the file has wrong is told by plan_read. For bands data and above. */
#ifndef PAR_PLANCHECK_H
#define PAR_PLANCHECK_H

#include <stdbool.h>

#include "data/plan.h"

struct arena;
struct findings;
struct registry;

/* Adds a finding for each thing that is wrong or doubtful. `registry` may be NULL: then nobody is
 * unknown. What a doubt of the plan speaks of already is not told again. */
void plan_check(struct arena *a, const struct plan *plan, const struct registry *registry,
		struct findings *findings);

#endif
