/* SPDX-License-Identifier: MIT
 * update: the plan as a whole: which tasks go on, come and go, and the keys beside them. */
#include "import/update.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "base/text.h"
#include "data/agency.h"
#include "form/yamltree.h"
#include "import/update_private.h"

void update_tell(struct updating *u, struct update_note note)
{
	struct update *up = u->update;
	up->notes = arena_more(u->a, up->notes, up->count, sizeof *up->notes);
	up->notes[up->count++] = note;
}

struct node *update_copy(struct arena *a, const struct node *n)
{
	struct node *copy = arena_alloc(a, sizeof *copy);
	*copy = *n;
	copy->next = NULL;
	return copy;
}

struct node *update_lay(struct arena *a, const struct node *old, const char *const *order,
			const struct node *const *values, size_t count)
{
	struct node *map = node_map(a);
	size_t next = 0;
	for (const struct node *n = old->first; n; n = n->next) {
		size_t rank = 0;
		while (rank < count && strcmp(order[rank], n->key) != 0)
			rank++;
		for (; rank < count && next < rank; next++)
			if (values[next] && !node_get(old, order[next]))
				node_put(a, map, order[next], update_copy(a, values[next]));
		if (rank == count)
			node_put(a, map, n->key, update_copy(a, n));
		else if (values[rank])
			node_put(a, map, n->key, update_copy(a, values[rank]));
	}
	for (; next < count; next++)
		if (values[next] && !node_get(old, order[next]))
			node_put(a, map, order[next], update_copy(a, values[next]));
	return map;
}

const char *update_words(struct arena *a, const struct node *n)
{
	struct buf b = {0};
	if (!n || (n->kind == NODE_TEXT && !n->quoted && !*n->text))
		return NULL;
	if (n->kind == NODE_TEXT)
		return text_squeeze(a, n->text);
	for (const struct node *m = n->first; m; m = m->next) {
		const char *words = update_words(a, m);
		buf_format(&b, "%s%s%s%s", b.n ? "; " : "", m->key ? m->key : "",
			   m->key ? ": " : "", words ? words : "");
	}
	return b.n ? buf_take(&b, a) : NULL;
}

struct task_nodes update_tasks(struct arena *a, const struct node *plan)
{
	struct task_nodes tasks = {NULL, 0};
	const struct node *list = node_get(plan, "tasks");
	tasks.items = arena_alloc(a, ((list ? list->count : 0) + 1) * sizeof *tasks.items);
	for (const struct node *n = list ? list->first : NULL; n; n = n->next)
		if (n->kind == NODE_MAP)
			tasks.items[tasks.count++] = n;
	return tasks;
}

/* ---- ids ---- */

struct ids {
	struct arena *a;
	struct index *taken;
};

static void take_id(struct ids *ids, const char *id)
{
	if (id)
		index_put(ids->taken, id, strlen(id), ids);
}

static bool is_taken(const struct ids *ids, const char *id)
{
	return index_get(ids->taken, id, strlen(id)) != NULL;
}

/* All ids that logs may name: of tasks, duties from the text, targets, and of tasks that are gone. */
static struct ids ids_of(struct arena *a, const struct node *plan)
{
	static const char *const lists[] = {"tasks", "reports", "targets", "retired"};
	struct ids ids = {a, index_new(a)};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct node *list = node_get(plan, lists[i]);
		for (const struct node *n = list ? list->first : NULL; n; n = n->next)
			take_id(&ids, n->kind == NODE_TEXT ? n->text : node_text(n, "id"));
	}
	return ids;
}

/* 8b, 8c … 8z, 8zb … */
static const char *free_id(struct ids *ids, const char *id)
{
	for (;;) {
		for (char letter = 'b'; letter <= 'z'; letter++) {
			const char *more = arena_format(ids->a, "%s%c", id, letter);
			if (!is_taken(ids, more))
				return more;
		}
		id = arena_format(ids->a, "%sz", id);
	}
}

static void doubt_id(struct arena *a, struct node *task, const char *no, const char *id)
{
	struct node *list = node_get(task, "doubts");
	struct node *doubt = node_map(a);
	node_put(a, doubt, "cell", node_word(a, "no"));
	node_put(a, doubt, "code", node_plain(a, "id-taken"));
	node_put(a, doubt, "say", node_word(a, arena_format(a, "%s → %s", no, id)));
	node_add(list ? list : node_put(a, task, "doubts", node_list(a)), doubt);
}

/* A new task's own id, or another where a task has or had it. */
static struct node *new_task(struct updating *u, struct ids *ids, const struct node *fresh)
{
	struct arena *a = u->a;
	const char *wanted = node_text(fresh, "id"), *id = wanted;
	struct node *task = node_map(a);
	if (is_taken(ids, id))
		id = free_id(ids, id);
	take_id(ids, id);
	for (const struct node *n = fresh->first; n; n = n->next) {
		struct node *copy = update_copy(a, n);
		if (strcmp(n->key, "id") == 0)
			copy->text = id;
		node_put(a, task, n->key, copy);
	}
	if (id != wanted)
		doubt_id(a, task, wanted, id);
	update_tell(u, (struct update_note){UPDATE_ADDED, id, NULL, NULL,
					    update_words(a, node_get(fresh, "text")), 0});
	return task;
}

/* ---- tasks ---- */

struct both {
	struct task_nodes old, fresh, base;
	long *to;		    /* of each old task: the new one */
	long *from;		    /* of each new task: the old one */
	const struct node **before; /* of each old task: what its own document said */
};

/* A row of no document. */
static bool is_own(const struct node *task)
{
	return node_text(task, "at") == NULL;
}

static struct both match_all(struct updating *u)
{
	struct arena *a = u->a;
	const struct update_request *r = u->request;
	struct both b = {.old = update_tasks(a, r->old), .fresh = update_tasks(a, r->fresh)};
	b.to = update_match(a, &b.old, &b.fresh);
	b.from = arena_alloc(a, (b.fresh.count + 1) * sizeof *b.from);
	b.before = arena_alloc(a, (b.old.count + 1) * sizeof *b.before);
	for (size_t i = 0; i < b.fresh.count; i++)
		b.from[i] = -1;
	for (size_t i = 0; i < b.old.count; i++)
		if (b.to[i] >= 0)
			b.from[b.to[i]] = (long)i;
	if (r->base) {
		b.base = update_tasks(a, r->base);
		const long *base = update_match(a, &b.old, &b.base);
		for (size_t i = 0; i < b.old.count; i++)
			b.before[i] = base[i] >= 0 ? b.base.items[base[i]] : NULL;
	}
	return b;
}

/* Tasks added by hand that stand behind old task i (from the top: -1). */
static void add_own(struct updating *u, const struct both *b, long i, struct node *tasks)
{
	for (size_t k = (size_t)(i + 1); k < b->old.count; k++) {
		const struct node *task = b->old.items[k];
		if (b->to[k] >= 0)
			return;
		if (!is_own(task))
			continue;
		node_add(tasks, update_copy(u->a, task));
		update_tell(u, (struct update_note){UPDATE_OWN, node_text(task, "id"), NULL, NULL,
						    update_words(u->a, node_get(task, "text")),
						    (long)task->at.line});
	}
}

static struct node *merge_tasks(struct updating *u)
{
	struct both b = match_all(u);
	struct ids ids = ids_of(u->a, u->request->old);
	struct node *tasks = node_list(u->a);
	add_own(u, &b, -1, tasks);
	for (size_t i = 0; i < b.fresh.count; i++) {
		const struct node *fresh = b.fresh.items[i];
		long k = b.from[i];
		size_t first = u->update->count;
		node_add(tasks, k < 0 ? new_task(u, &ids, fresh)
				      : update_task(u, b.old.items[k], fresh, b.before[k]));
		const char *at = node_text(fresh, "at");
		for (; first < u->update->count; first++)
			u->update->notes[first].at = at ? strtol(at, NULL, 10) : 0;
		u->update->kept += k >= 0;
		if (k >= 0)
			add_own(u, &b, k, tasks);
	}
	for (size_t i = 0; i < b.old.count; i++)
		if (b.to[i] < 0 && !is_own(b.old.items[i]))
			update_tell(u, (struct update_note){
					   UPDATE_REMOVED, node_text(b.old.items[i], "id"), NULL,
					   update_words(u->a, node_get(b.old.items[i], "text")),
					   NULL, (long)b.old.items[i]->at.line});
	return tasks;
}

/* ---- the plan ---- */

/* Number and date are those of the new document; the rest stays as people left it, unless the old
 * document shows that they left it as it was. */
static const struct node *merge_top(struct updating *u, const char *key)
{
	struct arena *a = u->a;
	const struct node *old = node_get(u->request->old, key);
	const struct node *fresh = node_get(u->request->fresh, key);
	const struct node *base = node_get(u->request->base, key);
	const char *was = update_words(a, old), *is = update_words(a, fresh);
	const char *before = update_words(a, base);
	bool of_document = strcmp(key, "document") == 0 || strcmp(key, "issued") == 0;
	bool untouched = u->request->base ? strcmp(was ? was : "", before ? before : "") == 0
					  : of_document || !was;
	bool news = is && strcmp(is, was ? was : "") != 0;
	if (news && u->request->base && before && strcmp(is, before) == 0)
		news = false; /* edited by hand; the documents say the same */
	if (!news)
		return old;
	update_tell(
	    u, (struct update_note){untouched ? UPDATE_PLAN : UPDATE_KEPT, NULL, key, was, is, 0});
	return untouched ? fresh : old;
}

static const struct node *find_area(const struct node *plan, const char *key, const char *words)
{
	const struct node *list = node_get(plan, "areas");
	for (const struct node *n = list ? list->first : NULL; n; n = n->next) {
		const char *is = node_text(n, key);
		if (is && words && strcmp(is, words) == 0)
			return n;
	}
	return NULL;
}

/* An area of the new document with what people wrote into that of the plan. */
static struct node *merge_area(struct updating *u, const struct node *fresh)
{
	struct arena *a = u->a;
	struct node *area = node_map(a);
	const struct node *old = find_area(u->request->old, "title", node_text(fresh, "title"));
	const struct node *base = find_area(u->request->base, "id", node_text(fresh, "id"));
	if (!old) {
		old = find_area(u->request->old, "id", node_text(fresh, "id"));
		bool edited =
		    base && old && strcmp(update_words(a, base), update_words(a, fresh)) == 0;
		if (!edited) /* another area under an old number */
			old = NULL;
	}
	for (const struct node *n = old ? old->first : NULL; n; n = n->next)
		node_put(a, area, n->key,
			 update_copy(a, strcmp(n->key, "id") == 0 ? node_get(fresh, "id") : n));
	for (const struct node *n = fresh->first; n; n = n->next)
		if (!node_get(area, n->key))
			node_put(a, area, n->key, update_copy(a, n));
	return area;
}

/* The new document's areas, and those that only tasks of the plan still name. */
static struct node *merge_areas(struct updating *u, const struct node *tasks)
{
	const struct node *list = node_get(u->request->fresh, "areas");
	struct node *plan = node_map(u->a);
	struct node *areas = node_put(u->a, plan, "areas", node_list(u->a));
	for (const struct node *n = list ? list->first : NULL; n; n = n->next)
		node_add(areas, merge_area(u, n));
	for (const struct node *t = tasks->first; t; t = t->next) {
		const char *id = node_text(t, "area");
		const struct node *old = find_area(u->request->old, "id", id);
		if (old && !find_area(plan, "id", id))
			node_add(areas, update_copy(u->a, old));
	}
	return areas->count ? areas : NULL;
}

/* Ids of tasks that are gone are not given to others: logs name them. */
static struct node *merge_retired(struct updating *u)
{
	const struct node *old = node_get(u->request->old, "retired");
	struct node *list = node_list(u->a);
	for (const struct node *n = old ? old->first : NULL; n; n = n->next)
		node_add(list, update_copy(u->a, n));
	for (size_t i = 0; i < u->update->count; i++)
		if (u->update->notes[i].what == UPDATE_REMOVED && u->update->notes[i].id)
			node_add(list, node_word(u->a, u->update->notes[i].id));
	return list->count ? list : NULL;
}

static struct node *merge_plan(struct updating *u)
{
	static const char *const order[] = {"par",     "id",	      "title",	  "document",
					    "issued",  "issuer",      "level",	  "period",
					    "source",  "carries-out", "settings", "areas",
					    "targets", "tasks",	      "retired",  "reports"};
	static const char *const printed[] = {"title",	"document", "issued",
					      "issuer", "level",    "period"};
	enum { KEYS = sizeof order / sizeof *order, PRINTED = sizeof printed / sizeof *printed };
	struct arena *a = u->a;
	const struct node *old = u->request->old, *values[KEYS];
	struct node *tasks = merge_tasks(u);
	for (size_t i = 0; i < KEYS; i++) {
		values[i] = node_get(old, order[i]);
		for (size_t k = 0; k < PRINTED; k++)
			if (strcmp(order[i], printed[k]) == 0)
				values[i] = merge_top(u, order[i]);
		if (strcmp(order[i], "source") == 0)
			values[i] = node_get(u->request->fresh, "source");
		else if (strcmp(order[i], "areas") == 0)
			values[i] = merge_areas(u, tasks);
		else if (strcmp(order[i], "tasks") == 0)
			values[i] = tasks;
		else if (strcmp(order[i], "retired") == 0)
			values[i] = merge_retired(u);
	}
	return update_lay(a, old, order, values, KEYS);
}

static void read_years(struct updating *u)
{
	const char *period = node_text(u->request->old, "period");
	const char *last = period ? strstr(period, "..") : NULL;
	u->year = period ? (int)strtol(period, NULL, 10) : 0;
	u->last_year = last ? (int)strtol(last + 2, NULL, 10) : u->year;
}

struct update update_merge(struct arena *a, const struct update_request *request)
{
	struct update update = {0};
	struct updating u = {.a = a, .request = request, .update = &update};
	const char *issuer = node_text(request->old, "issuer");
	u.of = issuer ? agency_place(a, issuer) : NULL;
	read_years(&u);
	update_learn(&u, request->fresh, request->fresh_other);
	update_learn(&u, request->base, request->base_other);
	update.tree = merge_plan(&u);
	return update;
}
