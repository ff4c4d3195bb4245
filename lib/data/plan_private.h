/* SPDX-License-Identifier: MIT
 * plan_private: what the parts of the plan's reader share. For lib/data/plan*.c only. */
#ifndef PAR_PLAN_PRIVATE_H
#define PAR_PLAN_PRIVATE_H

#include "data/plan.h"

struct node;

extern const char *const plan_levels[], *const plan_fields[]; /* ended by NULL, without the none */

/* What every reader of a part of the plan needs. */
struct plan_reader {
	struct arena *a;
	struct findings *findings;
	struct plan *plan;
	struct phrase_context context;
};

/* The id of a task or target, or NULL after a finding. */
const char *plan_read_id(struct plan_reader *r, const struct node *map);

struct area *plan_find_area(struct plan *plan, const char *id);

/* Reads a task or a duty of the body text into the plan, which has room for it. */
void plan_read_task(struct plan_reader *r, const struct node *map, bool report);

#endif
