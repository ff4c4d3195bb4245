/* SPDX-License-Identifier: MIT
 * select: which obligations are asked for: the words --plan, --agency, … that narrow each other.
 * For bands duty and above. */
#ifndef PAR_SELECT_H
#define PAR_SELECT_H

#include <stdbool.h>

#include "duty/obligation.h"

struct arena;
struct findings;
struct binder;

enum wanted_kind { WANT_TASKS, WANT_REPORTS, WANT_BOTH };

/* Lists are comma-separated; NULL: not asked for. */
struct selection {
	const char *plan, *area, *field, *task, *status, *level; /* lists */
	const char *agency, *with;				 /* one name */
	const char *match;
	enum wanted_kind kind;
	bool direct;	/* not through a group */
	bool recurring; /* "recurring" is a state too: tasks are counted */
};

struct select_request {
	struct binder *binder; /* never NULL */
	struct plan *const *plans;
	size_t plan_count;
	struct selection selection;
	day today;
};

/* Checks that the words name something: a warning with the nearest for each that names nothing, an
 * error for an ambiguous agency. False when nothing can be asked (an error was added). Spells
 * selection.agency as the plans do ("so noi vu" becomes "Sở Nội vụ"). */
bool select_check(struct arena *a, struct select_request *request, struct findings *findings);

bool select_plan(const struct select_request *request, const struct plan *plan);
bool select_target(const struct select_request *request, const struct target *target);
bool select_has(struct arena *a, const struct select_request *request, const struct obligation *o);

#endif
