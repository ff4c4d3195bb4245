/* SPDX-License-Identifier: MIT
 * bound: who is bound by a task, through the registry or by the name alone. For bands duty and
 * above. */
#ifndef PAR_BOUND_H
#define PAR_BOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "duty/obligation.h"

struct arena;
struct registry;

/* A name given for an agency: what the registry makes of it under a plan's issuer. */
struct named {
	const char *name;	     /* as given */
	const char *key;	     /* text_plain of it */
	const struct agency *agency; /* NULL: not in the registry */
	const struct group *group;   /* NULL: no group */
};

/* Looks names up, each once: plans say the same ones over and over. */
struct binder;
struct binder *binder_new(struct arena *a, const struct registry *registry);
const struct registry *binder_registry(const struct binder *b);

/* What a name means under a plan's issuer `of`. `name` is borrowed. */
struct named bound_name(struct binder *b, const char *name, const char *of);

/* The same agency or group? Registry first (as of a day: merged ones are the same), then names. */
bool bound_same(const struct named *x, const struct named *y, day today);

/* Does the group `g` (a named with a group) bind `x` by membership or by its kind? */
bool bound_in_group(struct binder *b, const struct named *g, const struct named *x, const char *of,
		    day on);

/* Those bound by a task on a day, in the order printed; each once, named directly before through a
 * group. At least one (name "" when nobody leads). `asked` (may be NULL): a member to be picked out
 * of groups that have no members in the registry. */
struct bound_list {
	struct bound *items;
	size_t count;
};
struct bound_list bound_list(struct arena *a, struct binder *binder, const struct task *task,
			     day on, day today, const struct named *asked);

#endif
