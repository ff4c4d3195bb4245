/* SPDX-License-Identifier: MIT
 * node: looking into a tree and building one. It knows no YAML. */
#include "form/yamltree.h"

#include <string.h>

#include "base/arena.h"

struct node *node_get(const struct node *map, const char *key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (struct node *n = map->first; n; n = n->next)
		if (n->key[0] == key[0] && strcmp(n->key, key) == 0)
			return n;
	return NULL;
}

const char *node_text(const struct node *map, const char *key)
{
	const struct node *n = node_get(map, key);
	if (!n || n->kind != NODE_TEXT || (!n->quoted && !n->text[0]))
		return NULL;
	return n->text;
}

static struct node *new_node(struct arena *a, enum node_kind kind)
{
	struct node *n = arena_alloc(a, sizeof *n);
	n->kind = kind;
	return n;
}

struct node *node_map(struct arena *a)
{
	return new_node(a, NODE_MAP);
}

struct node *node_list(struct arena *a)
{
	return new_node(a, NODE_LIST);
}

struct node *node_plain(struct arena *a, const char *text)
{
	struct node *n = new_node(a, NODE_TEXT);
	n->text = text ? text : "";
	return n;
}

struct node *node_word(struct arena *a, const char *text)
{
	struct node *n = node_plain(a, text);
	n->quoted = true;
	return n;
}

struct node *node_add(struct node *list, struct node *member)
{
	member->next = NULL;
	if (list->last)
		list->last->next = member;
	else
		list->first = member;
	list->last = member;
	list->count++;
	return member;
}

struct node *node_put(struct arena *a, struct node *map, const char *key, struct node *member)
{
	(void)a; /* keys are borrowed like texts */
	member->key = key;
	return node_add(map, member);
}
