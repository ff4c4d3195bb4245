/* SPDX-License-Identifier: MIT
 * trend: the states of other days, counted. */
#include "duty/trend.h"

#include "base/arena.h"

/* When the last of its parts was done; DAY_NONE when one is not. */
static day done_day(const struct state states[], size_t count)
{
	day last = DAY_NONE;
	for (size_t i = 0; i < count; i++) {
		if (states[i].status == STATUS_CANCELLED || states[i].status == STATUS_COUNT)
			continue;
		if (states[i].done == DAY_NONE)
			return DAY_NONE;
		last = last == DAY_NONE || states[i].done > last ? states[i].done : last;
	}
	return last;
}

static bool is_soon(const struct state states[], size_t count, day on)
{
	for (size_t i = 0; i < count; i++)
		if ((states[i].status == STATUS_NOT_STARTED ||
		     states[i].status == STATUS_IN_PROGRESS) &&
		    states[i].due - on <= SOON_DAYS)
			return true;
	return false;
}

/* The item as it was on that day. `states` has room for its parts. */
static struct item item_on(const struct item *item, enum counting counting, day on,
			   struct state states[])
{
	struct item then = *item;
	for (size_t i = 0; i < item->count; i++)
		states[i] = duty_state(item->parts[i], on);
	/* An obligation that its event had not made yet was one that waited. */
	if (counting == COUNT_OBLIGATIONS)
		then.state =
		    states[0].status == STATUS_COUNT ? STATUS_WAITING : (int)states[0].status;
	else
		then.state = state_of_task(states, item->count, item->recurring);
	then.done = done_day(states, item->count);
	then.soon = (then.state == STATUS_NOT_STARTED || then.state == STATUS_IN_PROGRESS) &&
		    is_soon(states, item->count, on);
	return then;
}

static size_t most_parts(const struct items *items)
{
	size_t most = 1;
	for (size_t i = 0; i < items->count; i++)
		most = items->items[i].count > most ? items->items[i].count : most;
	return most;
}

struct trend trend_make(struct arena *a, const struct items *items, enum counting counting,
			enum period_kind kind, const struct window *window)
{
	struct trend trend = {0};
	struct state *states = arena_alloc(a, most_parts(items) * sizeof *states);
	for (struct period p = period_of(kind, window->first);
	     p.kind != PERIOD_NONE && p.first <= window->last; p = period_next(p)) {
		trend.points = arena_more(a, trend.points, trend.count, sizeof *trend.points);
		struct trend_point *point = &trend.points[trend.count++];
		point->period = p;
		point->on = p.last < window->last ? p.last : window->last;
		struct window inside = {p.first > window->first ? p.first : window->first,
					point->on};
		for (size_t i = 0; i < items->count; i++) {
			struct item then = item_on(&items->items[i], counting, point->on, states);
			tally_add(&point->tally, &then, &inside);
		}
	}
	return trend;
}
