/* SPDX-License-Identifier: MIT
 * target: values by target and day. */
#include "duty/target.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "data/log.h"

/* All that is known of one target. */
struct series {
	struct target_value values[TARGET_VALUES]; /* by date, on one day as they were read */
	size_t count;
	day dropped; /* the latest day that was let go; DAY_NONE */
	struct series *next;
};

struct targets {
	struct arena *arena;
	struct index *by_target; /* by address */
	struct series *first;	 /* of all */
};

struct targets *targets_new(struct arena *a)
{
	struct targets *list = arena_alloc(a, sizeof *list);
	list->arena = a;
	list->by_target = index_new(a);
	return list;
}

void targets_free(struct targets *list)
{
	for (struct series *s = list ? list->first : NULL; s; s = s->next) {
		for (size_t i = 0; i < s->count; i++)
			free(s->values[i].evidence);
		s->count = 0;
	}
}

static struct series *series_find(const struct targets *list, const struct target *target)
{
	return index_get(list->by_target, (const char *)&target, sizeof target);
}

static struct series *series_for(struct targets *list, const struct target *target)
{
	struct series *s = series_find(list, target);
	if (s)
		return s;
	const struct target **key = arena_alloc(list->arena, sizeof *key);
	*key = target;
	s = arena_alloc(list->arena, sizeof *s);
	s->dropped = DAY_NONE;
	s->next = list->first;
	list->first = s;
	index_put(list->by_target, (const char *)key, sizeof *key, s);
	return s;
}

/* Who and when, as people mean it. */
static uint64_t hash_by(const struct event *e)
{
	struct arena *a = arena_new();
	const char *agency = text_key(a, e->agency), *period = text_key(a, e->period);
	uint64_t hash = index_hash(INDEX_HASH, agency, strlen(agency) + 1);
	hash = index_hash(hash, period, strlen(period));
	arena_free(a);
	return hash;
}

static void drop_first(struct series *s)
{
	free(s->values[0].evidence);
	s->count--;
	memmove(&s->values[0], &s->values[1], s->count * sizeof *s->values);
}

/* Makes room: the oldest goes. False when that is the new one itself. */
static bool series_room(struct series *s, day date)
{
	if (s->count < TARGET_VALUES)
		return true;
	bool older = date < s->values[0].date;
	day gone = older ? date : s->values[0].date;
	if (s->dropped == DAY_NONE || gone > s->dropped)
		s->dropped = gone;
	if (!older)
		drop_first(s);
	return !older;
}

static bool was_said(const struct series *s, const struct event *e)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->values[i].date == e->date && s->values[i].said == e->hash)
			return true;
	return false;
}

void targets_add(struct targets *list, const struct target *target, const struct event *e,
		 const struct measure *value)
{
	struct series *s = series_for(list, target);
	if (was_said(s, e) || !series_room(s, e->date))
		return;
	size_t i = s->count;
	while (i && s->values[i - 1].date > e->date)
		i--;
	memmove(&s->values[i + 1], &s->values[i], (s->count - i) * sizeof *s->values);
	s->count++;
	s->values[i] = (struct target_value){
	    .date = e->date, .measure = *value, .said = e->hash, .by = hash_by(e)};
	if (*e->evidence)
		s->values[i].evidence = strcpy(memory_get(strlen(e->evidence) + 1), e->evidence);
}

bool targets_void(struct targets *list, const struct target *target, const struct event *e)
{
	struct series *s = series_find(list, target);
	uint64_t by = hash_by(e);
	bool found = false;
	for (size_t i = 0; s && i < s->count; i++) {
		struct target_value *v = &s->values[i];
		if (v->date != e->other || v->by != by)
			continue;
		found |= !v->gone || v->gone_by == e->hash;
		if (!v->gone)
			v->gone_by = e->hash;
		v->gone = true;
	}
	/* What was let go does not count any more: taking it back is done already. */
	return found || (s && s->dropped != DAY_NONE && e->other <= s->dropped);
}

/* ---- what it comes to ---- */

static bool in_percent(const struct measure *m)
{
	return m->form == MEASURE_PERCENT || m->form == MEASURE_SHARE;
}

/* Only what is of one kind can be compared: no share with a count. */
static void compare_years(const struct target *t, struct target_state *s)
{
	const struct measure *value = &s->latest->measure, *base = &t->last_year;
	struct ratio now, before;
	bool alike = t->want.kind == GOAL_SET || in_percent(value) == in_percent(base);
	s->has_difference = alike && goal_takes(&t->want, value, &now) &&
			    goal_takes(&t->want, base, &before) &&
			    ratio_subtract(now, before, &s->difference);
}

/* The last value that counts, of an earlier day than `end`; DAY_NONE: of any. */
static const struct target_value *last_before(const struct series *s, day end)
{
	for (size_t i = s->count; i-- > 0;)
		if (!s->values[i].gone && (end == DAY_NONE || s->values[i].date < end))
			return &s->values[i];
	return NULL;
}

struct target_state target_state(const struct targets *list, const struct target *t)
{
	struct target_state state = {.met = MET_UNKNOWN};
	const struct series *s = list ? series_find(list, t) : NULL;
	if (s)
		state.latest = last_before(s, DAY_NONE);
	if (!state.latest)
		return state;
	state.previous = last_before(s, state.latest->date);
	state.met = goal_met(&t->want, &state.latest->measure);
	state.has_missing = goal_missing(&t->want, &state.latest->measure, &state.missing);
	compare_years(t, &state);
	return state;
}
