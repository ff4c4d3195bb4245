/* SPDX-License-Identifier: MIT
 * occurrence: a deadline's parts laid out over the plan's time. It knows no logs and no agencies. */
#include "duty/occurrence.h"

#include "base/arena.h"

struct period occurrence_window(const struct plan *plan, day around)
{
	if (plan->period.kind != PERIOD_NONE)
		return plan->period;
	return period_of(PERIOD_YEAR, plan->issued != DAY_NONE ? plan->issued : around);
}

static void add(struct arena *a, struct occurrences *list, struct occurrence o)
{
	list->items = arena_more(a, list->items, list->count, sizeof *list->items);
	list->items[list->count++] = o;
}

static size_t count_once(const struct deadline *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->count; i++)
		n += part_is_once(&d->parts[i]);
	return n;
}

/* The day from which occurrences are made: the later of the plan's issue and the task's start. */
static day first_day(const struct task *task)
{
	day issued = task->plan->issued, start = deadline_start(&task->start.deadline);
	if (start == DAY_NONE)
		return issued;
	return issued == DAY_NONE || start > issued ? start : issued;
}

/* A week is of the year, and of the plan, that its Thursday is in (ISO 8601). */
static bool is_of_window(struct period period, day first, day last)
{
	day middle = period.first + 3;
	return period.kind != PERIOD_WEEK || (first <= middle && middle <= last);
}

static void add_periods(struct arena *a, struct occurrences *list, const struct task *task,
			const struct part *part, day horizon)
{
	struct period window = occurrence_window(task->plan, horizon), *periods;
	day last = window.last;
	if (part->kind == PART_YEARS && horizon != DAY_NONE && horizon > last)
		last = horizon;
	size_t n = part_periods(a, part, window.first, last, &periods);
	day first = first_day(task);
	for (size_t i = 0; i < n; i++)
		if (is_of_window(periods[i], window.first, last) &&
		    (first == DAY_NONE || periods[i].last >= first)) {
			add(a, list, (struct occurrence){.part = part, .period = periods[i]});
			list->recurring++;
		}
}

/* Nothing but "ongoing", however often it is said; beside other parts it makes no duty of its own. */
static bool is_ongoing(const struct deadline *d)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->parts[i].kind != PART_ONGOING)
			return false;
	return d->count > 0;
}

struct occurrences occurrence_list(struct arena *a, const struct task *task, day horizon)
{
	const struct deadline *d = &task->due.deadline;
	struct occurrences list = {.once = count_once(d)};
	int milestone = 0;
	for (size_t i = 0; i < d->count; i++)
		if (part_is_once(&d->parts[i])) {
			milestone += list.once > 1;
			add(a, &list,
			    (struct occurrence){.part = &d->parts[i], .milestone = milestone});
		}
	for (size_t i = 0; i < d->count; i++)
		if (part_is_recurring(&d->parts[i]))
			add_periods(a, &list, task, &d->parts[i], horizon);
	if (!d->count)
		add(a, &list, (struct occurrence){0});
	else if (is_ongoing(d))
		add(a, &list, (struct occurrence){.part = &d->parts[0]});
	return list;
}
