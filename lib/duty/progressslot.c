/* SPDX-License-Identifier: MIT
 * progressslot: the words of a row to a task, a unit of it and an agency, once for all rows that say
 * the same. */
#include "duty/progress_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "duty/unit.h"

bool slot_refuse(struct slot *s, enum code code, const char *column, const char *first,
		 const char *second, const char *third)
{
	s->code = code;
	s->column = column;
	s->first = first;
	s->second = second;
	s->third = third;
	return false;
}

struct plan *slot_plan(const struct progress *p, struct slot *s)
{
	if (*s->plan) {
		struct plan *plan = index_get(p->plans, s->plan, strlen(s->plan));
		s->missing = !plan;
		return plan;
	}
	if (p->request.plan_count == 1)
		return p->request.plans[0];
	if (p->request.plan_count == 0) {
		s->missing = true;
		return NULL;
	}
	slot_refuse(s, CODE_LOG_PLAN, "plan",
		    words_pick("no plan is named and several are loaded",
			       "không ghi kế hoạch trong khi đã nạp nhiều kế hoạch"),
		    NULL, NULL);
	return NULL;
}

static const char *nearest_id(struct progress *p, const struct plan *plan, const char *id)
{
	const char **ids = arena_alloc(p->arena, (plan->task_count + 1) * sizeof *ids);
	for (size_t i = 0; i < plan->task_count; i++)
		ids[i] = plan->tasks[i].id;
	const char *near = text_nearest(id, ids, plan->task_count);
	if (!near)
		return "";
	return arena_format(p->arena, words_pick("; did you mean %s?", "; có phải là %s?"), near);
}

bool slot_no_period(struct progress *p, struct slot *s, const char *period)
{
	return slot_refuse(s, CODE_LOG_PERIOD, "period",
			   arena_format(p->arena,
					words_pick("task %s has no period \"%s\"",
						   "nhiệm vụ %s không có kỳ \"%s\""),
					s->task, period),
			   NULL, NULL);
}

static bool find_unit(struct progress *p, struct slot *s, const struct task *task,
		      const struct task_name *name, struct unit *unit)
{
	const char *words = *name->period ? name->period : s->period;
	struct occurrences list = occurrence_list(p->arena, task, p->request.as_of);
	*unit = (struct unit){.kind = UNIT_TASK, .milestone = (int)name->milestone};
	if (name->milestone < 0 ||
	    (name->milestone && (list.once < 2 || name->milestone > (long)list.once)))
		return slot_refuse(s, CODE_LOG_TASK, "task", s->task, "", NULL);
	if (*name->period && *s->period && strcmp(name->period, s->period) != 0)
		return slot_no_period(p, s, s->period);
	if (*words) {
		unit->kind = UNIT_PERIOD;
		unit->period = period_parse(words, strlen(words));
		if (unit->period.kind == PERIOD_NONE)
			unit->period = period_parse_loose(
			    words, PERIOD_MONTH,
			    day_year(occurrence_window(task->plan, p->request.as_of).first));
		if (unit->period.kind == PERIOD_YEAR)
			list = occurrence_list(p->arena, task, unit->period.last);
		return unit->period.kind != PERIOD_NONE && unit_has_period(&list, unit)
			   ? true
			   : slot_no_period(p, s, words);
	}
	if (name->milestone)
		unit->kind = UNIT_MILESTONE;
	else if (unit_needs_period(task, &list))
		unit->kind = UNIT_UNPLACED;
	return true;
}

/* May this agency report on the task: as a lead, or as one that a leading group binds? */
static bool leads(struct progress *p, const struct task *task, const struct named *who)
{
	for (size_t i = 0; i < task->lead_count; i++) {
		struct named lead =
		    bound_name(p->request.binder, task->lead[i].name, task->plan->of);
		if (bound_same(&lead, who, p->request.as_of))
			return true;
		if (!lead.group || who->group)
			continue;
		/* DAY_NONE: its members of all times. */
		if (lead.group->open ||
		    bound_in_group(p->request.binder, &lead, who, task->plan->of, DAY_NONE) ||
		    bound_in_group(p->request.binder, &lead, who, task->plan->of, p->request.as_of))
			return true;
	}
	return false;
}

static const char *lead_hint(struct progress *p, const struct task *task)
{
	if (!task->lead_count)
		return "";
	return arena_format(p->arena, words_pick(" (%s leads)", " (chủ trì: %s)"),
			    task->lead[0].name);
}

static bool same_unit(const struct unit *x, const struct unit *y)
{
	return x->kind == y->kind && x->milestone == y->milestone &&
	       (x->kind != UNIT_PERIOD || period_same(x->period, y->period));
}

static struct track *track_for(struct progress *p, const struct task *task, const struct unit *unit,
			       const struct named *who)
{
	struct track *first = progress_tracks(p, task);
	for (struct track *t = first; t; t = t->next)
		if (same_unit(&t->unit, unit) && (!who->key == !t->agency) &&
		    (!who->key || (t->known == who->agency && t->group == who->group &&
				   (t->known || t->group || strcmp(t->agency, who->key) == 0))))
			return t;
	struct track *t = arena_alloc(p->arena, sizeof *t);
	*t = (struct track){.task = task,
			    .unit = *unit,
			    .agency = who->key,
			    .name = who->name,
			    .known = who->agency,
			    .group = who->group,
			    .dropped_first = DAY_NONE,
			    .dropped_last = DAY_NONE};
	if (first) { /* the first stays where the index points */
		t->next = first->next;
		first->next = t;
	} else {
		const struct task **key = arena_alloc(p->arena, sizeof *key);
		*key = task;
		index_put(p->tracks, (const char *)key, sizeof *key, t);
	}
	p->all = arena_more(p->arena, p->all, p->all_count, sizeof(struct track *));
	p->all[p->all_count++] = t;
	return t;
}

static bool slot_resolve(struct progress *p, struct slot *s)
{
	struct plan *plan = slot_plan(p, s);
	if (!plan)
		return false;
	struct task_name name = task_name_split(p->arena, s->task);
	struct task *task = plan_task(plan, name.id, strlen(name.id));
	if (!task && plan_retired(plan, name.id))
		return slot_refuse(s, CODE_LOG_RETIRED, "task", name.id, NULL, NULL);
	if (!task)
		return slot_refuse(s, CODE_LOG_TASK, "task", s->task, nearest_id(p, plan, name.id),
				   NULL);
	struct unit unit;
	if (!find_unit(p, s, task, &name, &unit))
		return false;
	struct named who = {0};
	if (*s->agency) {
		who = bound_name(p->request.binder, s->agency, plan->of);
		if (!leads(p, task, &who))
			return slot_refuse(s, CODE_LOG_AGENCY, "agency", s->agency, task->id,
					   lead_hint(p, task));
	}
	s->track = track_for(p, task, &unit, &who);
	return true;
}

struct slot *slot_new(struct progress *p, const struct event *e)
{
	struct slot *s = arena_alloc(p->arena, sizeof *s);
	*s = (struct slot){.where = arena_copy(p->arena, e->where, e->where_size),
			   .plan = text_squeeze(p->arena, e->plan),
			   .task = text_squeeze(p->arena, e->task),
			   .agency = text_squeeze(p->arena, e->agency),
			   .period = text_squeeze(p->arena, e->period)};
	return s;
}

struct slot *slot_for(struct progress *p, const struct event *e)
{
	struct slot *s = index_get(p->slots, e->where, e->where_size);
	if (s)
		return s;
	s = slot_new(p, e);
	slot_resolve(p, s);
	index_put(p->slots, s->where, e->where_size, s);
	return s;
}

/* Rows of a plan that is not loaded are told once for each plan, with their number. */
void slot_count_missing(struct progress *p, struct slot *s, const struct event *e)
{
	struct missing_plan **m = &p->missing;
	if (s->of && s->of->log == p->logs) {
		s->of->rows++;
		return;
	}
	bool values = e->kind == EVENT_MEASURED;
	while (*m && ((*m)->values != values || strcmp((*m)->name, s->plan) != 0))
		m = &(*m)->next;
	if (!*m) {
		*m = arena_alloc(p->arena, sizeof **m);
		**m = (struct missing_plan){
		    .name = s->plan, .at = e->at, .log = p->logs, .values = values};
	}
	(*m)->rows++;
	s->of = *m;
}
