/* SPDX-License-Identifier: MIT
 * updatedoubt: when two doubts are about the same thing. A plan keeps the words of the language in which
 * it was made; they must not become another doubt in the other one. It changes nothing. */
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "form/yamltree.h"
#include "import/update_private.h"

static const char *said(const struct node *doubt, const char *key)
{
	const char *words = node_text(doubt, key);
	return words ? words : "";
}

/* What the doubt says, in this language where that is known. */
static const char *in_this_language(const struct updating *u, const struct node *doubt)
{
	const char *say = said(doubt, "say");
	const char *words = u->said ? index_get(u->said, say, strlen(say)) : NULL;
	return words ? words : say;
}

static void learn_doubts(struct updating *u, const struct node *task, const struct node *other)
{
	const struct node *x = node_get(task, "doubts"), *y = node_get(other, "doubts");
	x = x ? x->first : NULL;
	y = y ? y->first : NULL;
	for (; x && y; x = x->next, y = y->next) {
		const char *own = said(x, "say"), *foreign = said(y, "say");
		if (strcmp(said(x, "code"), said(y, "code")) == 0 && strcmp(own, foreign) != 0)
			index_put(u->said, foreign, strlen(foreign), (void *)own);
	}
}

void update_learn(struct updating *u, const struct node *plan, const struct node *other)
{
	struct task_nodes x = update_tasks(u->a, plan), y = update_tasks(u->a, other);
	if (!u->said)
		u->said = index_new(u->a);
	for (size_t i = 0; i < x.count && i < y.count; i++)
		learn_doubts(u, x.items[i], y.items[i]);
}

const struct node *update_find_doubt(const struct updating *u, const struct node *task,
				     const struct node *like)
{
	const struct node *list = node_get(task, "doubts");
	for (const struct node *d = list ? list->first : NULL; d; d = d->next)
		if (strcmp(said(d, "cell"), said(like, "cell")) == 0 &&
		    strcmp(said(d, "code"), said(like, "code")) == 0 &&
		    strcmp(in_this_language(u, d), in_this_language(u, like)) == 0)
			return d;
	return NULL;
}
