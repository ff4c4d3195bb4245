/* SPDX-License-Identifier: MIT
 * labelchoice: which items of an outline are tasks, and what the others are for. It knows labels' roles
 * and what stands under what, and nothing of what their values say. */
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "import/labels_private.h"

/* Items of one rank under the same item. */
struct rank {
	bool leads, tasks;
};

struct item *labels_item(const struct labelled *l, size_t i)
{
	return &l->outline.items[i];
}

size_t labels_end(const struct labelled *l, size_t i)
{
	size_t k = i + 1;
	while (k < l->outline.count && labels_item(l, k)->parent > i)
		k++;
	return k;
}

static bool leads(const struct item *item)
{
	return item->values[ROLE_LEAD].count > 0 || item->values[ROLE_WITH].count > 0;
}

static bool is_hard(const struct item *item)
{
	return leads(item) || item->values[ROLE_DUE].count > 0;
}

static struct rank *rank_of(const struct labelled *l, size_t i)
{
	const struct item *item = labels_item(l, i);
	const char *key = arena_format(l->a, "%zu:%s", item->parent, item->mark.style);
	struct rank *rank = index_get(l->ranks, key, strlen(key));
	if (!rank) {
		rank = arena_alloc(l->a, sizeof *rank);
		index_put(l->ranks, key, strlen(key), rank);
	}
	return rank;
}

static void move_labels(struct item *from, struct item *to)
{
	for (enum role r = ROLE_NO; r < ROLE_COUNT; r++) {
		if (from->values[r].count == 0)
			continue;
		to->values[r] = from->values[r];
		from->values[r] = (struct texts){NULL, 0};
	}
	to->embedded = from->embedded;
	to->again = from->again;
	to->after = from->after;
	from->after = (struct texts){NULL, 0};
}

/* The only one of an item's points that has labels, when it is the last; NULL else. */
static struct item *last_point(const struct labelled *l, size_t i, size_t *points)
{
	struct item *last = NULL;
	*points = 0;
	for (size_t k = i + 1, end = labels_end(l, i); k < end; k++) {
		struct item *point = labels_item(l, k);
		if (point->parent != i + 1 || point->labels)
			continue;
		if (last && is_hard(last))
			return NULL;
		last = point;
		(*points)++;
	}
	return last && is_hard(last) ? last : NULL;
}

/* Labels behind the last of an item's points speak of the item, where no other point has any. */
static void hoist(struct labelled *l, size_t i)
{
	struct item *item = labels_item(l, i);
	size_t points;
	if (item->labels || item->mark.section || item->mark.bullet || is_hard(item))
		return;
	struct item *last = last_point(l, i, &points);
	bool letters = last && !last->mark.bullet;
	if (!last || (letters && (last->inside || strpbrk(last->mark.no, "0123456789"))))
		return;
	if (points > 1 && last->inside)
		l->scope[i] = texts_join(l->a, &last->text);
	move_labels(last, item);
}

/* A deadline alone makes a task only beside tasks, or under one that says who leads. */
static bool is_task(const struct labelled *l, size_t i)
{
	const struct item *item = labels_item(l, i);
	if (item->labels || !is_hard(item))
		return false;
	return leads(item) || rank_of(l, i)->leads ||
	       (item->parent > 0 && leads(labels_item(l, item->parent - 1)));
}

static void choose_groups(struct labelled *l)
{
	for (size_t i = 0; i < l->outline.count; i++) {
		if (l->use[i] != USE_TASK)
			continue;
		for (size_t p = labels_item(l, i)->parent; p > 0; p = labels_item(l, p - 1)->parent)
			if (l->use[p - 1] == USE_NONE)
				l->use[p - 1] = USE_GROUP;
	}
}

/* A numbered item among tasks whose dashes are the tasks: its number is the first one's. */
static bool is_opener(const struct labelled *l, size_t i)
{
	if (l->use[i] != USE_GROUP || labels_item(l, i)->mark.bullet || !rank_of(l, i)->tasks)
		return false;
	for (size_t k = i + 1, end = labels_end(l, i); k < end; k++)
		if (l->use[k] == USE_TASK &&
		    (labels_item(l, k)->parent != i + 1 || !labels_item(l, k)->mark.bullet))
			return false;
	return true;
}

void labels_choose(struct labelled *l)
{
	size_t count = l->outline.count;
	for (size_t i = 0; i < count; i++)
		hoist(l, i);
	for (size_t i = 0; i < count; i++)
		rank_of(l, i)->leads |= leads(labels_item(l, i));
	for (size_t i = 0; i < count; i++)
		if (is_task(l, i)) {
			l->use[i] = USE_TASK;
			rank_of(l, i)->tasks = true;
		}
	choose_groups(l);
	for (size_t i = 0; i < count; i++) {
		const struct item *item = labels_item(l, i);
		if (is_opener(l, i))
			l->use[i] = USE_OPENER;
		else if (l->use[i] == USE_NONE && !item->labels && !item->mark.bullet &&
			 *item->mark.no && rank_of(l, i)->tasks)
			l->use[i] = USE_BARE;
	}
}
