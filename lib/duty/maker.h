/* SPDX-License-Identifier: MIT
 * maker: what building the obligations of one task needs, shared by duty.c, which makes them, and
 * hear.c, which gives them their marks. For these two only. */
#ifndef PAR_MAKER_H
#define PAR_MAKER_H

#include "duty/bound.h"
#include "duty/obligation.h"
#include "duty/occurrence.h"

struct maker {
	struct arena *a;
	const struct duty_request *request;
	struct findings *findings;
	struct obligations *list;
	const struct task *task;
	struct occurrences occurrences;
	struct day_rules rules;
	struct named asked;
	bool has_asked;
	size_t first; /* of the task's obligations in the list */
};

/* Gives each of the task's obligations the marks that speak of it; reports those that speak of none. */
void hear_marks(struct maker *m);

/* Days on which the awaited event of an `after` happened for this agency, in order, each once. */
size_t hear_triggers(struct maker *m, const struct occurrence *o, const struct bound *b,
		     day **days);

#endif
