/* SPDX-License-Identifier: MIT
 * summary: items counted, and brought into groups. */
#include "duty/summary.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"

static bool is_in(const struct window *w, day d)
{
	return d != DAY_NONE && (w->first == DAY_NONE || d >= w->first) &&
	       (w->last == DAY_NONE || d <= w->last);
}

void tally_add(struct tally *t, const struct item *item, const struct window *window)
{
	t->total++;
	t->states[item->state]++;
	t->soon += item->soon;
	t->in_window += state_is_done(item->state) && is_in(window, item->done);
}

static size_t sum(const struct tally *t, const int states[], size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		n += t->states[states[i]];
	return n;
}

static const int in_time[] = {STATUS_NOT_STARTED, STATUS_IN_PROGRESS};
static const int overdue[] = {STATUS_NOT_STARTED_OVERDUE, STATUS_IN_PROGRESS_OVERDUE};
static const int in_date[] = {STATUS_DONE_ON_TIME, STATUS_DONE_LATE};

size_t tally_in_time(const struct tally *t)
{
	return sum(t, in_time, 2);
}

size_t tally_overdue(const struct tally *t)
{
	return sum(t, overdue, 2);
}

size_t tally_done(const struct tally *t)
{
	return sum(t, in_date, 2) + t->states[STATUS_DONE];
}

size_t tally_other(const struct tally *t)
{
	return t->total - tally_done(t) - tally_in_time(t) - tally_overdue(t);
}

/* Hundredths of a percent, half of one up. */
static const char *rate(struct arena *a, size_t part, size_t whole)
{
	if (!whole)
		return NULL;
	size_t n = (part * 20000 + whole) / (2 * whole);
	return arena_format(a, "%zu.%02zu", n / 100, n % 100);
}

const char *rate_all(struct arena *a, const struct tally *t)
{
	return rate(a, tally_done(t), t->total - t->states[STATUS_CANCELLED]);
}

/* One settled date have those that are done by it, within it or beyond it. */
const char *rate_dated(struct arena *a, const struct tally *t)
{
	size_t done = sum(t, in_date, 2);
	return rate(a, done, done + tally_in_time(t) + tally_overdue(t));
}

/* ---- groups ---- */

static const char *const grouping_words[] = {"area",  "field",	 "agency", "plan",
					     "level", "quarter", "month",  "status"};

const char *grouping_word(enum grouping by)
{
	return grouping_words[by];
}

enum grouping grouping_find(const char *word)
{
	int i = 0;
	while (i < GROUPINGS && strcmp(grouping_words[i], word) != 0)
		i++;
	return (enum grouping)i;
}

struct grouper {
	struct arena *a;
	enum grouping by;
	bool several; /* plans */
	struct index *codes, *plans;
	long plan_count;
	struct summary summary;
};

/* The plan's place among those met, from 1. */
static long plan_rank(struct grouper *g, const struct plan *plan)
{
	long *rank = index_get(g->plans, plan->id, strlen(plan->id));
	if (!rank) {
		rank = arena_alloc(g->a, sizeof *rank);
		*rank = ++g->plan_count;
		index_put(g->plans, plan->id, strlen(plan->id), rank);
	}
	return *rank;
}

static struct summary_group by_area(struct grouper *g, const struct task *t)
{
	struct summary_group key = {.code = t->area_id ? t->area_id : "",
				    .name = t->area ? t->area->title : NULL,
				    .rank = plan_rank(g, t->plan),
				    .second =
					t->area ? (long)(t->area - t->plan->areas) : LONG_MAX};
	if (g->several && *key.code)
		key.code = arena_format(g->a, "%s/%s", t->plan->id, key.code);
	if (!*key.code)
		key.rank = LONG_MAX;
	return key;
}

static struct summary_group by_field(const struct task *t)
{
	enum field field = t->area ? t->area->field : FIELD_NONE;
	return (struct summary_group){.code = field == FIELD_NONE ? "" : field_word(field),
				      .rank = field == FIELD_NONE ? LONG_MAX : (long)field};
}

static struct summary_group by_level(const struct plan *plan)
{
	bool none = plan->level == LEVEL_NONE;
	return (struct summary_group){.code = none ? "" : level_word(plan->level),
				      .rank = none ? LONG_MAX : (long)plan->level};
}

static struct summary_group by_time(struct grouper *g, enum period_kind kind, day due)
{
	struct period p = period_of(kind, due);
	if (p.kind == PERIOD_NONE)
		return (struct summary_group){.code = "", .rank = LONG_MAX};
	return (struct summary_group){.code = period_name(g->a, p), .rank = p.first};
}

static struct summary_group key_of(struct grouper *g, const struct item *item)
{
	const struct plan *plan = item->task->plan;
	switch (g->by) {
	case BY_AREA:
		return by_area(g, item->task);
	case BY_FIELD:
		return by_field(item->task);
	case BY_AGENCY:
		return (struct summary_group){.code = item->agency,
					      .rank = *item->agency ? 0 : LONG_MAX,
					      .holder = item->holder,
					      .of = item->of};
	case BY_PLAN:
		return (struct summary_group){
		    .code = plan->id, .name = plan->title, .rank = plan_rank(g, plan)};
	case BY_LEVEL:
		return by_level(plan);
	case BY_QUARTER:
		return by_time(g, PERIOD_QUARTER, item->due);
	case BY_MONTH:
		return by_time(g, PERIOD_MONTH, item->due);
	default:
		return (struct summary_group){.code = state_word(item->state), .rank = item->state};
	}
}

/* Two agencies may have one name: they are told apart by who they are. */
static size_t group_of(struct grouper *g, const struct item *item)
{
	struct summary_group key = key_of(g, item);
	const char *id = (const char *)&key.holder;
	size_t n = sizeof key.holder;
	if (!key.holder) {
		id = key.code;
		n = strlen(id);
	}
	size_t *known = index_get(g->codes, id, n);
	if (known)
		return *known;
	struct summary *s = &g->summary;
	s->groups = arena_more(g->a, s->groups, s->count, sizeof *s->groups);
	s->groups[s->count] = key;
	known = arena_alloc(g->a, sizeof *known);
	*known = s->count++;
	index_put(g->codes, arena_copy(g->a, id, n), n, known);
	return *known;
}

static int order(long x, long y)
{
	return x < y ? -1 : x > y;
}

static int compare_groups(const void *x, const void *y)
{
	const struct summary_group *a = x, *b = y;
	int by = order(a->rank, b->rank);
	if (!by)
		by = order(a->second, b->second);
	if (!by)
		by = text_compare(a->code, b->code);
	return by || !a->of || !b->of ? by : strcmp(a->of, b->of);
}

/* "Sở Nội vụ (song-thao)" where another place has one too. The groups are in order. */
static void tell_apart(struct arena *a, struct summary *s)
{
	for (size_t i = 0, n; i < s->count; i += n) {
		const char *name = s->groups[i].code;
		for (n = 1; i + n < s->count && strcmp(s->groups[i + n].code, name) == 0; n++)
			;
		for (size_t k = i; n > 1 && k < i + n; k++)
			if (s->groups[k].of && *s->groups[k].of)
				s->groups[k].code =
				    arena_format(a, "%s (%s)", name, s->groups[k].of);
	}
}

static bool are_of_several_plans(const struct items *items)
{
	for (size_t i = 1; i < items->count; i++)
		if (items->items[i].task->plan != items->items[0].task->plan)
			return true;
	return false;
}

struct summary summary_make(struct arena *a, const struct items *items, enum grouping by,
			    const struct window *window)
{
	struct grouper g = {.a = a,
			    .by = by,
			    .several = are_of_several_plans(items),
			    .codes = index_new(a),
			    .plans = index_new(a)};
	for (size_t i = 0; i < items->count; i++) {
		size_t at = group_of(&g, &items->items[i]);
		tally_add(&g.summary.groups[at].tally, &items->items[i], window);
		tally_add(&g.summary.whole, &items->items[i], window);
	}
	if (g.summary.count)
		qsort(g.summary.groups, g.summary.count, sizeof *g.summary.groups, compare_groups);
	tell_apart(a, &g.summary);
	return g.summary;
}
