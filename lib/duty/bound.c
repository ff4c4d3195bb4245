/* SPDX-License-Identifier: MIT
 * bound: leads as printed turned into those who are bound: agencies, members of groups, or a group
 * under its own name where nobody knows its members. */
#include "duty/bound.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "base/text.h"

struct binder {
	const struct registry *registry;
	struct arena *arena;
	struct index *names; /* by place and name */
};

struct binder *binder_new(struct arena *a, const struct registry *registry)
{
	struct binder *b = arena_alloc(a, sizeof *b);
	*b = (struct binder){.registry = registry, .arena = a, .names = index_new(a)};
	return b;
}

const struct registry *binder_registry(const struct binder *b)
{
	return b->registry;
}

static struct named look_up(struct binder *b, const char *name, const char *of)
{
	struct answer answer = registry_find(b->registry, b->arena, name, of);
	return (struct named){
	    .name = name,
	    .key = text_plain(b->arena, name),
	    .agency = answer.kind == ANSWER_AGENCY ? answer.agency : NULL,
	    .group = answer.kind == ANSWER_GROUP ? answer.group : NULL,
	};
}

struct named bound_name(struct binder *b, const char *name, const char *of)
{
	struct buf key = {0};
	buf_text(&key, of ? of : "");
	buf_bytes(&key, "", 1);
	buf_text(&key, name);
	struct named *known = index_get(b->names, key.s, key.n);
	if (!known) {
		known = arena_alloc(b->arena, sizeof *known);
		*known = look_up(b, name, of);
		index_put(b->names, arena_copy(b->arena, key.s, key.n), key.n, known);
	}
	buf_free(&key);
	return *known;
}

bool bound_same(const struct named *x, const struct named *y, day today)
{
	if (x->agency && y->agency)
		return agency_today(x->agency, today) == agency_today(y->agency, today);
	if (x->agency || y->agency)
		return false;
	if (x->group && x->group == y->group)
		return true;
	return strcmp(x->key, y->key) == 0;
}

bool bound_in_group(struct binder *b, const struct named *g, const struct named *x, const char *of,
		    day on)
{
	const struct agency **members;
	size_t n = registry_members(b->registry, b->arena, g->group, of, on, &members);
	if (!n)
		return group_binds(g->group, x->agency, x->name);
	for (size_t i = 0; i < n; i++)
		if (x->agency && agency_today(x->agency, on) == agency_today(members[i], on))
			return true;
	return false;
}

struct builder {
	struct arena *a;
	struct binder *binder;
	struct bound_list list;
	struct named *names; /* one for each item */
	day today;
};

static void add(struct builder *b, struct bound item, struct named name)
{
	for (size_t i = 0; i < b->list.count; i++)
		if (bound_same(&b->names[i], &name, b->today))
			return;
	b->list.items = arena_more(b->a, b->list.items, b->list.count, sizeof *b->list.items);
	b->names = arena_more(b->a, b->names, b->list.count, sizeof *b->names);
	b->names[b->list.count] = name;
	item.key = name.key;
	b->list.items[b->list.count++] = item;
}

static const char *today_name(const struct agency *agency, day today)
{
	return agency_today(agency, today)->name;
}

static void add_direct(struct builder *b, const struct party *lead, const struct named *name)
{
	struct bound item = {.lead = lead->name, .name = lead->name, .agency = name->agency};
	if (name->agency)
		item.name = today_name(name->agency, b->today);
	add(b, item, *name);
}

/* "song-lam/so-xd" is not bound by the groups of another province. */
static bool is_here(const struct named *asked, const char *of)
{
	return !asked->agency || agency_is_within(asked->agency, of);
}

static void add_group(struct builder *b, const struct task *task, const struct party *lead,
		      const struct named *name, day on, const struct named *asked)
{
	const struct agency **members;
	size_t n = registry_members(binder_registry(b->binder), b->a, name->group, task->plan->of,
				    on, &members);
	for (size_t i = 0; i < n; i++) {
		struct named member = {.name = members[i]->name,
				       .key = text_plain(b->a, members[i]->name),
				       .agency = members[i]};
		add(b,
		    (struct bound){.lead = lead->name,
				   .name = today_name(members[i], b->today),
				   .agency = members[i],
				   .via = lead->name,
				   .through = name->group,
				   .on = on},
		    member);
	}
	if (n)
		return;
	bool pick = asked && !asked->group && is_here(asked, task->plan->of) &&
		    group_binds(name->group, asked->agency, asked->name);
	if (pick)
		add(b,
		    (struct bound){.lead = lead->name,
				   .name = asked->agency ? today_name(asked->agency, b->today)
							 : asked->name,
				   .agency = asked->agency,
				   .via = lead->name,
				   .through = name->group,
				   .asked = true},
		    *asked);
	add(b, (struct bound){.lead = lead->name, .name = lead->name, .group = name->group}, *name);
}

struct bound_list bound_list(struct arena *a, struct binder *binder, const struct task *task,
			     day on, day today, const struct named *asked)
{
	struct builder b = {.a = a, .binder = binder, .today = today};
	struct named *names = arena_alloc(a, (task->lead_count + 1) * sizeof *names);
	for (size_t i = 0; i < task->lead_count; i++)
		names[i] = bound_name(binder, task->lead[i].name, task->plan->of);
	for (size_t i = 0; i < task->lead_count; i++)
		if (!names[i].group)
			add_direct(&b, &task->lead[i], &names[i]);
	for (size_t i = 0; i < task->lead_count; i++)
		if (names[i].group)
			add_group(&b, task, &task->lead[i], &names[i], on, asked);
	if (!b.list.count) {
		b.list.items = arena_alloc(a, sizeof *b.list.items);
		b.list.items[b.list.count++] = (struct bound){.lead = "", .name = "", .key = ""};
	}
	return b.list;
}
