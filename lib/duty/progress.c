/* SPDX-License-Identifier: MIT
 * progress: events brought to their task, unit and agency. */
#include "duty/progress_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "duty/target.h"
#include "duty/track.h"
#include "time/moment.h"

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
	p->measures = measures_new(a);
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

const struct measures *progress_measures(const struct progress *p)
{
	return p ? p->measures : NULL;
}

struct track *progress_tracks(const struct progress *p, const struct task *task)
{
	return p ? index_get(p->tracks, (const char *)&task, sizeof task) : NULL;
}

size_t progress_future(const struct progress *p)
{
	return p ? p->future : 0;
}

const struct track *progress_track(struct progress *p, const struct event *e)
{
	return slot_for(p, e)->track;
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

struct place progress_place(const struct log_reader *reader, const struct event *e,
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
		return value_add(p, e, reader, findings);
	if (value_rules(p, e->plan) && *e->plan)
		return value_add_of_rules(p, e, reader, findings);
	struct slot *s = slot_for(p, e);
	if (s->missing) {
		slot_count_missing(p, s, e);
		return false;
	}
	if (!s->track && !(e->kind == EVENT_VOID && value_slot(p, e)->target)) {
		findings_add(findings, progress_place(reader, e, s->column), s->code, s->first,
			     s->second, s->third);
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
			findings_add(findings, progress_place(reader, e, "value"), CODE_LOG_VOID,
				     e->value, NULL, NULL);
			return false;
		}
		add_early(p, s->track, e, progress_place(reader, e, "value"));
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
