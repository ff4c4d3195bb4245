/* SPDX-License-Identifier: MIT
 * window: obligations by their due day and state, and the order they are listed in. */
#include "duty/window.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "duty/occurrence.h"

enum { SOON = 30 }; /* days of the usual list */

void windows_add(struct arena *a, struct windows *w, day first, day last, const char *said)
{
	w->spans = arena_more(a, w->spans, w->count, sizeof *w->spans);
	w->spans[w->count++] = (struct span){first, last, said};
}

bool windows_are_empty(const struct windows *w)
{
	return !w->count && !w->overdue && !w->waiting && !w->ongoing && !w->everything;
}

static bool in_span(const struct span *s, day d)
{
	return (s->first == DAY_NONE || d >= s->first) && (s->last == DAY_NONE || d <= s->last);
}

/* After its plan's end an ongoing duty stays in counts and leaves the lists. */
static bool has_faded(const struct windows *w, const struct obligation *o)
{
	return o->state.status == STATUS_ONGOING &&
	       w->as_of > occurrence_window(o->task->plan, w->as_of).last;
}

static bool is_soon(const struct windows *w, const struct obligation *o)
{
	return o->state.dated && o->state.due >= w->as_of && o->state.due - w->as_of <= SOON;
}

bool windows_usual(const struct windows *w, const struct obligation *o)
{
	if (status_is_closed(o->state.status))
		return w->closed && o->state.dated && (o->state.due <= w->as_of || is_soon(w, o));
	return status_is_overdue(o->state.status) || is_soon(w, o) ||
	       o->state.status == STATUS_INVALID_DATE;
}

bool windows_have(const struct windows *w, const struct obligation *o)
{
	enum status status = o->state.status;
	if (status_is_closed(status) && !w->closed)
		return false;
	if (w->everything)
		return !has_faded(w, o);
	if ((w->overdue && status_is_overdue(status)) || (w->waiting && status == STATUS_WAITING) ||
	    (w->ongoing && status == STATUS_ONGOING && !has_faded(w, o)))
		return true;
	for (size_t i = 0; o->state.dated && i < w->count; i++)
		if (in_span(&w->spans[i], o->state.due))
			return true;
	return false;
}

day windows_horizon(const struct windows *w)
{
	day last = w->as_of + SOON;
	for (size_t i = 0; i < w->count; i++)
		if (w->spans[i].last != DAY_NONE && w->spans[i].last > last)
			last = w->spans[i].last;
	return last;
}

static int order(long x, long y)
{
	return x < y ? -1 : x > y;
}

static day period_end(const struct obligation *o)
{
	if (o->trigger != DAY_NONE)
		return o->trigger;
	return o->period.kind == PERIOD_NONE ? DAY_NONE : o->period.last;
}

int obligation_compare(const void *x, const void *y)
{
	const struct obligation *a = *(const struct obligation *const *)x;
	const struct obligation *b = *(const struct obligation *const *)y;
	int by = order(!a->state.dated, !b->state.dated);
	if (!by && a->state.dated)
		by = order(a->state.due, b->state.due);
	if (!by)
		by = strcmp(a->task->plan->id, b->task->plan->id);
	if (!by)
		by = order((long)a->task->order, (long)b->task->order);
	if (!by)
		by = order(a->milestone, b->milestone);
	if (!by)
		by = order(period_end(a), period_end(b));
	if (!by)
		by = order(a->period.kind, b->period.kind);
	if (!by)
		by = text_compare(a->bound.name, b->bound.name);
	return by ? by : order((long)a->order, (long)b->order);
}
