/* SPDX-License-Identifier: MIT
 * progress: events brought to their task, unit and agency. */
#include "duty/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/shape.h"
#include "duty/bound.h"
#include "duty/occurrence.h"
#include "duty/target.h"
#include "duty/track.h"
#include "duty/unit.h"
#include "time/moment.h"

/* What the fields plan, task, agency and period of a row were found to mean; kept, because a log says
 * the same many times. */
struct slot {
	const char *where; /* as written, see struct event */
	const char *plan, *task, *agency, *period;
	struct track *track;	     /* NULL: the row is of no use */
	const struct target *target; /* the same of a row that measures */
	enum code code;		     /* why */
	const char *column, *first, *second, *third;
	bool missing; /* its plan is not loaded */
	struct missing_plan *of;
	/* of equal hash */
};

struct missing_plan {
	const char *name;
	struct place at;
	size_t rows;
	size_t log;  /* the number of the log */
	bool values; /* rows that measure: it may be a file of rules */
	struct missing_plan *next;
};

struct early_void {
	struct track *track;
	day date, from;
	struct place at;
	struct early_void *next;
};

struct progress {
	struct arena *arena;
	struct progress_request request;
	struct index *plans;  /* by id */
	struct index *tracks; /* by task (its address): the first track */
	struct index *slots;  /* by hash: the first slot */
	struct index *values; /* the same of rows that measure */
	struct targets *targets;
	struct track **all;
	size_t all_count;
	struct missing_plan *missing;		/* in order of first mention, one log at a time */
	struct early_void *early, **last_early; /* in order of reading */
	uint64_t sequence;
	size_t future, logs;
};

struct progress *progress_new(struct arena *a, const struct progress_request *request)
{
	struct progress *p = arena_alloc(a, sizeof *p);
	*p = (struct progress){.arena = a, .request = *request};
	p->last_early = &p->early;
	p->plans = index_new(a);
	p->tracks = index_new(a);
	p->slots = index_new(a);
	p->values = index_new(a);
	p->targets = targets_new(a);
	for (size_t i = 0; i < request->plan_count; i++)
		index_put(p->plans, request->plans[i]->id, strlen(request->plans[i]->id),
			  request->plans[i]);
	return p;
}

void progress_free(struct progress *p)
{
	for (size_t i = 0; p && i < p->all_count; i++)
		track_free(p->all[i]);
	if (p)
		targets_free(p->targets);
}

const struct targets *progress_targets(const struct progress *p)
{
	return p ? p->targets : NULL;
}

struct track *progress_tracks(const struct progress *p, const struct task *task)
{
	return p ? index_get(p->tracks, (const char *)&task, sizeof task) : NULL;
}

size_t progress_future(const struct progress *p)
{
	return p ? p->future : 0;
}

static bool refuse(struct slot *s, enum code code, const char *column, const char *first,
		   const char *second, const char *third)
{
	s->code = code;
	s->column = column;
	s->first = first;
	s->second = second;
	s->third = third;
	return false;
}

static struct plan *find_plan(const struct progress *p, struct slot *s)
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
	refuse(s, CODE_LOG_PLAN, "plan",
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

static bool no_period(struct progress *p, struct slot *s, const char *period)
{
	return refuse(s, CODE_LOG_PERIOD, "period",
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
		return refuse(s, CODE_LOG_TASK, "task", s->task, "", NULL);
	if (*name->period && *s->period && strcmp(name->period, s->period) != 0)
		return no_period(p, s, s->period);
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
			   : no_period(p, s, words);
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
	struct plan *plan = find_plan(p, s);
	if (!plan)
		return false;
	struct task_name name = task_name_split(p->arena, s->task);
	struct task *task = plan_task(plan, name.id, strlen(name.id));
	if (!task)
		return refuse(s, CODE_LOG_TASK, "task", s->task, nearest_id(p, plan, name.id),
			      NULL);
	struct unit unit;
	if (!find_unit(p, s, task, &name, &unit))
		return false;
	struct named who = {0};
	if (*s->agency) {
		who = bound_name(p->request.binder, s->agency, plan->of);
		if (!leads(p, task, &who))
			return refuse(s, CODE_LOG_AGENCY, "agency", s->agency, task->id,
				      lead_hint(p, task));
	}
	s->track = track_for(p, task, &unit, &who);
	return true;
}

static struct slot *slot_new(struct progress *p, const struct event *e)
{
	struct slot *s = arena_alloc(p->arena, sizeof *s);
	*s = (struct slot){.where = arena_copy(p->arena, e->where, e->where_size),
			   .plan = text_squeeze(p->arena, e->plan),
			   .task = text_squeeze(p->arena, e->task),
			   .agency = text_squeeze(p->arena, e->agency),
			   .period = text_squeeze(p->arena, e->period)};
	return s;
}

static struct slot *slot_for(struct progress *p, const struct event *e)
{
	struct slot *s = index_get(p->slots, e->where, e->where_size);
	if (s)
		return s;
	s = slot_new(p, e);
	slot_resolve(p, s);
	index_put(p->slots, s->where, e->where_size, s);
	return s;
}

const struct track *progress_track(struct progress *p, const struct event *e)
{
	return slot_for(p, e)->track;
}

/* Rows of a plan that is not loaded are told once for each plan, with their number. */
static void count_missing(struct progress *p, struct slot *s, const struct event *e)
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

static const char *plan_hint(struct progress *p, const char *name)
{
	const char **ids = arena_alloc(p->arena, (p->request.plan_count + 1) * sizeof *ids);
	for (size_t i = 0; i < p->request.plan_count; i++)
		ids[i] = p->request.plans[i]->id;
	const char *near = text_nearest(name, ids, p->request.plan_count);
	return near ? arena_format(p->arena, words_pick("; did you mean %s?", "; có phải là %s?"),
				   near)
		    : "";
}

/* Without any plan a log can only be judged by itself: that is told, and is no fault of the log. */
static void report_no_plan(const struct progress *p, struct findings *findings)
{
	size_t rows = 0;
	for (const struct missing_plan *m = p->missing; m; m = m->next)
		rows += m->rows;
	findings_add_as(
	    findings, (struct place){p->missing->at.file, 0, 0}, SEVERITY_NOTE, CODE_LOG_PLAN,
	    arena_format(p->arena,
			 words_pick("no plan is loaded to compare its rows with (rows: %zu)",
				    "chưa nạp kế hoạch nào để đối chiếu (số hàng: %zu)"),
			 rows),
	    NULL, NULL);
}

void progress_missing(struct progress *p, struct findings *findings)
{
	if (p->missing && !p->request.plan_count)
		report_no_plan(p, findings);
	for (struct missing_plan *m = p->missing; m && p->request.plan_count; m = m->next)
		findings_add_as(
		    findings, m->at, m->values ? SEVERITY_WARNING : SEVERITY_ERROR, CODE_LOG_PLAN,
		    arena_format(p->arena,
				 words_pick("the plan \"%s\" is not loaded (rows: %zu)%s",
					    "chưa nạp kế hoạch \"%s\" (số hàng: %zu)%s"),
				 m->name, m->rows, plan_hint(p, m->name)),
		    NULL, NULL);
	p->missing = NULL;
}

static struct place place_of(const struct log_reader *reader, const struct event *e,
			     const char *column)
{
	return reader ? log_place(reader, column) : e->at;
}

static void add_mark(struct progress *p, struct track *t, const struct event *e)
{
	struct mark m = {.date = e->date,
			 .kind = e->kind,
			 .percent = e->kind == EVENT_PROGRESS ? (int)e->percent : -1,
			 .other = e->other,
			 .void_from = DAY_NONE,
			 .sequence = p->sequence++,
			 .file = e->at.file,
			 .line = e->at.line};
	if (*e->evidence)
		m.evidence = strcpy(memory_get(strlen(e->evidence) + 1), e->evidence);
	track_add(t, m);
}

/* A line that takes back one which was not read yet: logs merged in git, or read one after the other,
 * are not in order. */
static void add_early(struct progress *p, struct track *t, const struct event *e, struct place at)
{
	struct early_void *v = arena_alloc(p->arena, sizeof *v);
	*v = (struct early_void){t, e->other, e->date, at, NULL};
	*p->last_early = v;
	p->last_early = &v->next;
}

void progress_close(struct progress *p, struct findings *findings)
{
	for (struct early_void *v = p->early; v; v = v->next)
		if (!track_void(v->track, v->date, v->from))
			findings_add(findings, v->at, CODE_LOG_VOID, day_text(p->arena, v->date),
				     NULL, NULL);
	p->early = NULL;
	p->last_early = &p->early;
}

/* A line that does not say when it was logged always counts. */
static bool was_logged_later(const struct progress *p, const struct event *e)
{
	int64_t logged;
	return moment_parse(e->logged, &logged) && logged > p->request.known;
}

/* ---- values of targets ---- */

static const char *nearest_target(struct progress *p, const struct plan *plan, const char *id)
{
	const char **ids = arena_alloc(p->arena, (plan->target_count + 1) * sizeof *ids);
	for (size_t i = 0; i < plan->target_count; i++)
		ids[i] = plan->targets[i].id;
	return shape_hint(p->arena, id, ids);
}

static struct slot *value_slot(struct progress *p, const struct event *e)
{
	struct slot *s = index_get(p->values, e->where, e->where_size);
	if (s)
		return s;
	s = slot_new(p, e);
	struct plan *plan = find_plan(p, s);
	if (plan && !(s->target = plan_target(plan, s->task)))
		refuse(s, CODE_LOG_TASK, "task", s->task, nearest_target(p, plan, s->task), NULL);
	index_put(p->values, s->where, e->where_size, s);
	return s;
}

/* What the value is no value of, for people. */
static const char *value_of_what(struct progress *p, const struct target *t, const char *value)
{
	enum measure_form form = measure_read(value).form;
	if (form == MEASURE_NONE || form == MEASURE_UNCLEAR)
		return arena_format(p->arena, "%s%s", event_word(EVENT_MEASURED),
				    measure_hint(p->arena, value));
	return arena_format(p->arena,
			    words_pick("target %s, whose goal is \"%s\"", "chỉ tiêu %s: \"%s\""),
			    t->id, t->goal);
}

static bool add_value(struct progress *p, const struct event *e, const struct log_reader *reader,
		      struct findings *findings)
{
	struct slot *s = value_slot(p, e);
	struct measure value = measure_read(e->value);
	struct ratio number;
	if (s->missing) {
		count_missing(p, s, e);
		return false;
	}
	if (!s->target) {
		findings_add(findings, place_of(reader, e, s->column), s->code, s->first, s->second,
			     s->third);
		return false;
	}
	if (!goal_takes(&s->target->want, &value, &number)) {
		findings_add(findings, place_of(reader, e, "value"), CODE_LOG_VALUE, e->value,
			     value_of_what(p, s->target, e->value), NULL);
		return false;
	}
	if (e->date > p->request.as_of)
		p->future++;
	else
		targets_add(p->targets, s->target, e, &value);
	return true;
}

/* A line takes back the task's event of the day; where there is none, the target's. */
static bool take_back(struct progress *p, const struct slot *s, const struct event *e)
{
	if (s->track && track_void(s->track, e->other, e->date))
		return true;
	const struct target *target = value_slot(p, e)->target;
	return target && targets_void(p->targets, target, e);
}

bool progress_add(struct progress *p, const struct event *e, const struct log_reader *reader,
		  struct findings *findings)
{
	if (p->request.known && was_logged_later(p, e))
		return true;
	if (e->kind == EVENT_MEASURED) /* speaks of a target, not of a task */
		return add_value(p, e, reader, findings);
	struct slot *s = slot_for(p, e);
	if (s->missing) {
		count_missing(p, s, e);
		return false;
	}
	if (!s->track && !(e->kind == EVENT_VOID && value_slot(p, e)->target)) {
		findings_add(findings, place_of(reader, e, s->column), s->code, s->first, s->second,
			     s->third);
		return false;
	}
	if (e->date > p->request.as_of) {
		p->future++;
		return true;
	}
	if (e->kind == EVENT_NOTE || (s->track && track_saw(s->track, e->date, e->hash)))
		return true;
	if (e->kind != EVENT_VOID) {
		add_mark(p, s->track, e);
	} else if (!take_back(p, s, e)) {
		if (!s->track) {
			findings_add(findings, place_of(reader, e, "value"), CODE_LOG_VOID,
				     e->value, NULL, NULL);
			return false;
		}
		add_early(p, s->track, e, place_of(reader, e, "value"));
	}
	return true;
}

bool progress_read(struct progress *p, const struct csv_source *log, struct findings *findings)
{
	struct log_reader *reader = log_open(p->arena, log, findings);
	if (!reader)
		return false;
	p->logs++;
	struct event e;
	enum log_result got;
	while ((got = log_next(reader, &e)) != LOG_DONE && got != LOG_LOST)
		if (got == LOG_EVENT)
			progress_add(p, &e, reader, findings);
	progress_missing(p, findings);
	log_close(reader);
	return got == LOG_DONE;
}
