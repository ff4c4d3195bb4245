/* SPDX-License-Identifier: MIT
 * updatetask: one task that the plan and the new document both have: cell by cell what people edited,
 * what the document changed, and what both did. It knows nothing of other tasks. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "data/agency.h"
#include "form/yamltree.h"
#include "import/update_private.h"
#include "time/deadline.h"

/* The keys of a task in the order of par-plan(5). */
static const char *const order[] = {"id",      "no",	"area", "target", "text",
				    "product", "lead",	"with", "start",  "due",
				    "note",    "cells", "at",	"doubts"};
enum { KEYS = sizeof order / sizeof *order };

/* What became of one cell. */
enum outcome {
	SAME,
	EDITED,	  /* by hand, and the document still says the same */
	CHANGED,  /* in the document alone */
	CONFLICT, /* the document's words are taken, a doubt holds the others */
	HELD,	  /* the plan's words stay, a doubt says that the document lacks them */
};

struct task_merge {
	struct updating *u;
	const struct node *old, *fresh, *base;
	const char *id;
	struct node *doubts;
};

/* Their printed text is kept in `cells`. */
static bool is_interpreted(const char *key)
{
	return strcmp(key, "lead") == 0 || strcmp(key, "with") == 0 || strcmp(key, "start") == 0 ||
	       strcmp(key, "due") == 0;
}

static bool same(struct arena *a, const struct node *x, const struct node *y)
{
	const char *s = update_words(a, x), *t = update_words(a, y);
	return strcmp(s ? s : "", t ? t : "") == 0;
}

static const char *names_words(struct arena *a, const struct cell_names *names)
{
	struct buf b = {0};
	for (size_t i = 0; i < names->count; i++) {
		const struct cell_name *n = &names->names[i];
		buf_format(&b, "%s%s%s%s%s", i ? "; " : "", n->name, n->role ? " (" : "",
			   n->role ? n->role : "", n->role ? ")" : "");
	}
	return buf_take(&b, a);
}

/* Is the old value no more than the reading of the old printed cell? */
static bool is_reading(const struct task_merge *m, const char *key)
{
	struct arena *a = m->u->a;
	const char *printed = node_text(node_get(m->old, "cells"), key);
	const char *value = update_words(a, node_get(m->old, key)), *reading;
	if (!printed)
		return value == NULL;
	if (strcmp(key, "lead") == 0 || strcmp(key, "with") == 0) {
		struct cell_names names =
		    agency_split(a, printed, m->u->request->registry, m->u->of);
		reading = names_words(a, &names);
	} else {
		const struct phrase_context context = {m->u->year, m->u->last_year};
		struct reading r = deadline_read(a, printed, &context);
		reading = deadline_text(a, &r.deadline);
	}
	return strcmp(reading, value ? value : "") == 0;
}

static bool is_about(const struct node *doubt, const char *key)
{
	const char *cell = node_text(doubt, "cell");
	return cell && strcmp(cell, key) == 0;
}

/* Somebody settled a doubt of this cell, and the document still gives the same doubt. */
static bool settled_still(const struct task_merge *m, const char *key)
{
	const struct node *list = node_get(m->old, "doubts");
	for (const struct node *d = list ? list->first : NULL; d; d = d->next)
		if (is_about(d, key) && node_text(d, "settled") &&
		    update_find_doubt(m->u, m->fresh, d))
			return true;
	return false;
}

static enum outcome judge_without_base(const struct task_merge *m, const char *key)
{
	const struct node *fresh = node_get(m->fresh, key);
	if (is_interpreted(key)) {
		if (same(m->u->a, node_get(node_get(m->old, "cells"), key),
			 node_get(node_get(m->fresh, "cells"), key)))
			return EDITED;
		return is_reading(m, key) ? CHANGED : CONFLICT;
	}
	if (strcmp(key, "no") == 0 || strcmp(key, "area") == 0)
		return CHANGED;
	if (settled_still(m, key))
		return EDITED;
	if (!fresh)
		return HELD;
	return node_get(m->old, key) ? CONFLICT : CHANGED;
}

static enum outcome judge(const struct task_merge *m, const char *key)
{
	struct arena *a = m->u->a;
	const struct node *old = node_get(m->old, key), *fresh = node_get(m->fresh, key);
	const struct node *base = node_get(m->base, key);
	if (same(a, old, fresh))
		return SAME;
	if (!m->base)
		return judge_without_base(m, key);
	if (same(a, old, base))
		return CHANGED;
	return same(a, fresh, base) ? EDITED : CONFLICT;
}

static void add_doubt(struct task_merge *m, const struct node *doubt)
{
	if (!m->doubts)
		m->doubts = node_list(m->u->a);
	node_add(m->doubts, update_copy(m->u->a, doubt));
}

/* A doubt that holds what the plan said; the old one if it was told before, settled or not. */
static void doubt_change(struct task_merge *m, const char *key, const char *was)
{
	struct arena *a = m->u->a;
	struct node *doubt = node_map(a);
	node_put(a, doubt, "cell", node_word(a, key));
	node_put(a, doubt, "code", node_plain(a, "changed-in-document"));
	node_put(a, doubt, "say", node_word(a, was ? was : ""));
	if (!update_find_doubt(m->u, m->old, doubt))
		add_doubt(m, doubt);
}

static const struct node *merge_cell(struct task_merge *m, const char *key)
{
	struct arena *a = m->u->a;
	const struct node *old = node_get(m->old, key), *fresh = node_get(m->fresh, key);
	enum outcome outcome = judge(m, key);
	const char *was = update_words(a, old), *is = update_words(a, fresh);
	bool number = strcmp(key, "no") == 0;
	m->u->update->edits += outcome == EDITED || outcome == HELD;
	if (outcome == CONFLICT || outcome == HELD)
		doubt_change(m, key, outcome == CONFLICT ? was : is);
	if (outcome == CHANGED || outcome == CONFLICT)
		update_tell(m->u, (struct update_note){number ? UPDATE_RENUMBERED : UPDATE_CHANGED,
						       m->id, key, was, is, 0});
	return outcome == CHANGED || outcome == CONFLICT ? fresh : old;
}

static const struct node *merge_key(struct task_merge *m, const char *key)
{
	const struct node *old = node_get(m->old, key), *fresh = node_get(m->fresh, key);
	if (strcmp(key, "id") == 0)
		return old;
	if (strcmp(key, "cells") == 0)
		return same(m->u->a, old, fresh) ? old : fresh;
	if (strcmp(key, "at") == 0)
		return fresh;
	return merge_cell(m, key);
}

/* Does the document say in this cell what it said before, as far as that is known? */
static bool is_unchanged(const struct task_merge *m, const char *cell)
{
	struct arena *a = m->u->a;
	const char *key = cell ? cell : "text";
	const struct node *old = m->old, *fresh = m->fresh;
	if (is_interpreted(key)) {
		old = node_get(old, "cells");
		fresh = node_get(fresh, "cells");
	}
	return same(a, node_get(old, key), node_get(fresh, key));
}

/* A doubt of the plan: it goes when its cell changed, or when the new document has it no longer. */
static void keep_doubt(struct task_merge *m, const struct node *doubt)
{
	const char *code = node_text(doubt, "code");
	bool own =
	    code && (strcmp(code, "changed-in-document") == 0 || strcmp(code, "id-taken") == 0);
	bool settled = node_text(doubt, "settled") != NULL, keep;
	if (update_find_doubt(m->u, m->fresh, doubt))
		keep = true;
	else if (m->base)
		keep = !update_find_doubt(m->u, m->base, doubt);
	else
		keep = own || is_unchanged(m, node_text(doubt, "cell"));
	if (keep)
		add_doubt(m, doubt);
	m->u->update->settled += keep && settled;
	m->u->update->settled_dropped += !keep && settled;
}

static const struct node *merge_doubts(struct task_merge *m)
{
	const struct node *fresh = node_get(m->fresh, "doubts"), *old = node_get(m->old, "doubts");
	struct node *told = m->doubts; /* about what changed: they come last */
	m->doubts = NULL;
	for (const struct node *d = old ? old->first : NULL; d; d = d->next)
		keep_doubt(m, d);
	for (const struct node *d = fresh ? fresh->first : NULL; d; d = d->next)
		if (!update_find_doubt(m->u, m->old, d) &&
		    !(m->base &&
		      update_find_doubt(m->u, m->base, d))) /* else it was taken out by hand */
			add_doubt(m, d);
	for (const struct node *d = told ? told->first : NULL; d; d = d->next)
		add_doubt(m, d);
	return m->doubts;
}

struct node *update_task(struct updating *u, const struct node *old, const struct node *fresh,
			 const struct node *base)
{
	struct task_merge m = {.u = u, .old = old, .fresh = fresh, .base = base};
	const struct node *values[KEYS];
	m.id = node_text(old, "id");
	for (size_t i = 0; i + 1 < KEYS; i++)
		values[i] = merge_key(&m, order[i]);
	values[KEYS - 1] = merge_doubts(&m); /* last: all cells are known */
	return update_lay(u->a, old, order, values, KEYS);
}
