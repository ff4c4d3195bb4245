/* SPDX-License-Identifier: MIT
 * shape: what all readers of our YAML files need: known keys, values of the right kind, each wrong
 * one as a finding with its place. For bands data and above. */
#ifndef PAR_SHAPE_H
#define PAR_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "form/yamltree.h"
#include "time/date.h"

struct arena;
struct findings;

/* A warning for each key of the map that is not in the NULL-terminated list, with the nearest. */
void shape_keys(struct arena *a, const struct node *map, const char *const known[],
		struct findings *findings);

/* The member of that kind; NULL when absent or plain empty, or after a wrong-shape finding. */
const struct node *shape_member(const struct node *map, const char *key, enum node_kind kind,
				struct findings *findings);

/* The text of a member: NULL when absent or plain empty, or after a finding. */
const char *shape_text(const struct node *map, const char *key, struct findings *findings);

/* The same, with missing-key when it is absent. */
const char *shape_required(const struct node *map, const char *key, struct findings *findings);

/* A date as a member (ISO or 31/10/2023): DAY_NONE when absent or after a finding. */
day shape_day(const struct node *map, const char *key, struct findings *findings);

/* One of the NULL-terminated words by its index; -1 when absent or after a finding. */
int shape_word(struct arena *a, const struct node *map, const char *key, const char *const words[],
	       struct findings *findings);

/* A list of texts (one text counts as a list of one); *count of them, in the arena. */
const char **shape_texts(struct arena *a, const struct node *map, const char *key, size_t *count,
			 struct findings *findings);

/* " did you mean X?" or "" in the chosen language. */
const char *shape_hint(struct arena *a, const char *word, const char *const known[]);

#endif
