/* SPDX-License-Identifier: MIT
 * yamltree: the plain subset of YAML as a tree with places: block and short flow maps and lists,
 * one document, no anchor, alias, tag or merge key. Only this file's source includes <yaml.h>.
 * For bands form and above. */
#ifndef PAR_YAMLTREE_H
#define PAR_YAMLTREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "base/place.h"

struct arena;
struct findings;

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	bool quoted; /* NODE_TEXT: 'x' "x" | or >; a plain empty text is an absent value.
	              * tree_write quotes 2024 or no only where this is set. */
	struct place at;
	const char *text; /* NODE_TEXT: never NULL */
	const char *key;  /* a map's member: its key, else NULL */
	struct place key_at;
	struct node *first; /* members in order */
	struct node *last;
	struct node *next;
	size_t count;
};

/* The tree of a file's normal text (see source.h); NULL after exactly one finding. */
struct node *tree_parse(struct arena *a, const char *file, struct file_bytes text,
			struct findings *findings);

/* A map's member; NULL when it has none, or `map` is NULL or no map. */
struct node *node_get(const struct node *map, const char *key);

/* The text of a map's member; NULL when absent, plain empty or not a text. */
const char *node_text(const struct node *map, const char *key);

/* Building a tree, to be written with tree_write. Texts are not copied. */
struct node *node_map(struct arena *a);
struct node *node_list(struct arena *a);
struct node *node_word(struct arena *a, const char *text); /* a text: quoted like "26" */
struct node *node_plain(struct arena *a,
			const char *text); /* a date, a number: 2024; "" is absent */
/* Adds `member` (under `key` in a map); returns it. */
struct node *node_put(struct arena *a, struct node *map, const char *key, struct node *member);
struct node *node_add(struct node *list, struct node *member);

#endif
