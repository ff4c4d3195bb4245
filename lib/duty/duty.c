/* SPDX-License-Identifier: MIT
 * duty: plans, registry, calendar and progress brought together into obligations. */

#include "base/arena.h"
#include "duty/maker.h"

static day base_due(const struct maker *m, const struct occurrence *o, struct day_trust *trust)
{
	if (!o->part)
		return DAY_NONE;
	if (o->period.kind != PERIOD_NONE)
		return part_day_in(o->part, o->period, &m->rules, trust);
	return part_day(o->part, &m->rules, trust);
}

static void add(struct maker *m, const struct occurrence *o, const struct bound *b, day due,
		struct day_trust trust, day trigger)
{
	struct obligations *list = m->list;
	list->items = arena_more(m->a, list->items, list->count, sizeof *list->items);
	list->items[list->count] = (struct obligation){
	    .task = m->task,
	    .part = o->part,
	    .milestone = o->milestone,
	    .period = o->period,
	    .trigger = trigger,
	    .bound = *b,
	    .base_due = due,
	    .trust = trust,
	    .order = list->count,
	};
	list->count++;
}

static void add_after(struct maker *m, const struct occurrence *o, const struct bound *b)
{
	day *days;
	size_t n = hear_triggers(m, o, b, &days);
	if (!n)
		add(m, o, b, DAY_NONE, (struct day_trust){0}, DAY_NONE);
	for (size_t i = 0; i < n; i++) {
		struct day_trust trust = {0};
		day due = part_day_after(o->part, days[i], &m->rules, &trust);
		add(m, o, b, due, trust, days[i]);
	}
}

static void add_occurrence(struct maker *m, const struct occurrence *o)
{
	struct day_trust trust = {0};
	day due = base_due(m, o, &trust), as_of = m->request->as_of;
	struct bound_list bound =
	    bound_list(m->a, m->request->binder, m->task, due == DAY_NONE ? as_of : due, as_of,
		       m->has_asked ? &m->asked : NULL);
	for (size_t i = 0; i < bound.count; i++) {
		if (o->part && o->part->kind == PART_AFTER)
			add_after(m, o, &bound.items[i]);
		else
			add(m, o, &bound.items[i], due, trust, DAY_NONE);
	}
}

static void make_task(struct maker *m, const struct task *task)
{
	m->task = task;
	m->first = m->list->count;
	m->occurrences = occurrence_list(m->a, task, m->request->horizon);
	for (size_t i = 0; i < m->occurrences.count; i++)
		add_occurrence(m, &m->occurrences.items[i]);
	hear_marks(m);
	for (size_t i = m->first; i < m->list->count; i++)
		m->list->items[i].state = duty_state(&m->list->items[i], m->request->as_of);
}

struct obligations duty_list(struct arena *a, const struct duty_request *request,
			     struct findings *findings)
{
	struct obligations list = {0};
	struct maker m = {.a = a, .request = request, .findings = findings, .list = &list};
	for (size_t p = 0; p < request->plan_count; p++) {
		const struct plan *plan = request->plans[p];
		m.rules = (struct day_rules){.calendar = request->calendar,
					     .before_inclusive = plan->before_inclusive,
					     .roll_next = plan->roll_next,
					     .issued = plan->issued};
		m.has_asked = request->agency != NULL;
		if (m.has_asked)
			m.asked = bound_name(request->binder, request->agency, plan->of);
		for (size_t t = 0; t < plan->task_count; t++)
			make_task(&m, &plan->tasks[t]);
	}
	return list;
}

char *obligation_task(struct arena *a, const struct obligation *o)
{
	return o->milestone ? arena_format(a, "%s/%d", o->task->id, o->milestone)
			    : arena_text(a, o->task->id);
}

char *obligation_period(struct arena *a, const struct obligation *o)
{
	if (o->trigger != DAY_NONE)
		return day_text(a, o->trigger);
	return o->period.kind == PERIOD_NONE ? arena_text(a, "") : period_name(a, o->period);
}
