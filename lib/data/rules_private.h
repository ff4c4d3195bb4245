/* SPDX-License-Identifier: MIT
 * rules_private: what the parts of the rules' reader share. For lib/data/rules*.c only. */
#ifndef PAR_RULES_PRIVATE_H
#define PAR_RULES_PRIVATE_H

#include "data/rules.h"

/* What every reader of a part of the rules needs. */
struct rules_reader {
	struct arena *a;
	struct findings *findings;
	struct rules *rules;
	bool with_grades; /* conditions may name "grade" and "last-grade" */
};

/* KEY and KEY-en of a map. */
struct wording rules_wording(struct rules_reader *r, const struct node *map, const char *key);

/* The id of a list's member, or NULL after a finding. */
const char *rules_id(struct rules_reader *r, const struct node *map);

/* Is the member a map? Else a finding. */
bool rules_is_map(struct rules_reader *r, const struct node *member, const char *list);

/* The condition that a map's `if`, `all` or `any` holds; NULL after a finding. */
struct condition *rules_condition(struct rules_reader *r, const struct node *map);

/* "; did you mean X?", or nothing. */
const char *rules_hint(struct rules_reader *r, const char *word, const char *const ids[],
		       size_t count);

/* The id under another key. */
const char *rules_key_id(struct rules_reader *r, const struct node *map, const char *key);

/* The next member behind `last` (NULL: the first) of a list of maps with known keys; NULL at the end. */
const struct node *rules_next(struct rules_reader *r, const struct node *root, const char *key,
			      const struct node *last, const char *const known[]);

void rules_read_inputs(struct rules_reader *r, const struct node *root);
void rules_read_groups(struct rules_reader *r, const struct node *root);
void rules_read_limits(struct rules_reader *r, const struct node *root);
void rules_read_criteria(struct rules_reader *r, const struct node *root); /* and their parts */
void rules_read_grades(struct rules_reader *r,
		       const struct node *root); /* and what goes with them */

#endif
