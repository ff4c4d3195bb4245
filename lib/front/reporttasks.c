/* SPDX-License-Identifier: MIT
 * reporttasks: the tables with a row for each task: the progress annex, the timeline, the form. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "duty/occurrence.h"
#include "front/cells.h"
#include "front/reportviews.h"

/* The part that tells how late a task is: of what is open the latest, else of what is done. */
static const struct state *focus_of(const struct item *item)
{
	const struct state *found = NULL;
	for (size_t i = 0; i < item->count; i++) {
		const struct state *s = &item->parts[i]->state;
		if (!s->dated || s->status == STATUS_CANCELLED)
			continue;
		bool open = !status_is_closed(s->status);
		bool open_found = found && !status_is_closed(found->status);
		if (!found || open > open_found || (open == open_found && s->days > found->days))
			found = s;
	}
	return found;
}

/* What all parts that still stand say alike; -1 when they differ or say nothing. */
static long percent_of(const struct item *item)
{
	long percent = -2;
	for (size_t i = 0; i < item->count; i++) {
		const struct state *s = &item->parts[i]->state;
		if (s->status == STATUS_CANCELLED && item->state != STATUS_CANCELLED)
			continue;
		if (percent != -2 && percent != s->percent)
			return -1;
		percent = s->percent;
	}
	return percent < 0 ? -1 : percent;
}

/* "60 %"; where parts differ how many are done: "2/5". */
static const char *result_of(struct arena *a, const struct item *item)
{
	long percent = percent_of(item);
	if (percent >= 0)
		return arena_format(a, "%s %%", percent_text(a, percent));
	size_t done = 0, live = 0;
	for (size_t i = 0; i < item->count; i++) {
		enum status status = item->parts[i]->state.status;
		live += status != STATUS_CANCELLED;
		done += state_is_done((int)status);
	}
	return done ? arena_format(a, "%zu/%zu", done, live) : NULL;
}

/* Each document once. */
static const char *evidence_of(struct arena *a, const struct item *item)
{
	struct buf b = {0};
	for (size_t i = 0; i < item->count; i++) {
		const char *evidence = item->parts[i]->state.evidence;
		bool fresh = evidence && *evidence;
		for (size_t k = 0; fresh && k < i; k++) {
			const char *other = item->parts[k]->state.evidence;
			fresh = !other || strcmp(other, evidence) != 0;
		}
		if (fresh)
			buf_format(&b, "%s%s", b.n ? "; " : "", evidence);
	}
	return buf_take(&b, a);
}

/* An obligation counted by itself has a period and somebody who is bound. */
static const struct obligation *alone(const struct report *r, const struct item *item)
{
	return r->counting == COUNT_OBLIGATIONS ? item->parts[0] : NULL;
}

static const char *task_name(const struct report *r, const struct item *item)
{
	const struct obligation *o = alone(r, item);
	return o ? obligation_task(r->arena, o) : item->task->id;
}

static const char *period_text(const struct report *r, const struct item *item)
{
	const struct obligation *o = alone(r, item);
	return o ? obligation_period(r->arena, o) : NULL;
}

static const char *agency_text(const struct report *r, const struct item *item)
{
	const struct obligation *o = alone(r, item);
	return o ? o->bound.name : item->agency;
}

/* ---- the progress annex ---- */

static const char *const task_columns[] = {
    "plan", "task", "no",     "period", "area", "text",	   "product", "lead",	  "with", "agency",
    "said", "due",  "status", "days",	"done", "percent", "result",  "evidence", "note"};

static void task_cells(const struct report *r, struct cell *c, const struct item *item)
{
	struct arena *a = r->arena;
	const struct task *t = item->task;
	const struct state *focus = focus_of(item);
	long percent = percent_of(item);
	text_cell(&c[0], t->plan->id);
	text_cell(&c[1], task_name(r, item));
	text_cell(&c[2], t->no);
	text_cell(&c[3], period_text(r, item));
	text_cell(&c[4], t->area_id);
	text_cell(&c[5], t->text);
	text_cell(&c[6], t->product);
	text_cell(&c[7], join_parties(a, t->lead, t->lead_count));
	text_cell(&c[8], join_parties(a, t->with, t->with_count));
	text_cell(&c[9], agency_text(r, item));
	text_cell(&c[10], said_text(t));
	word_cell(&c[12], state_word(item->state));
	if (focus && item->state != STATUS_CANCELLED) {
		day_cell(a, &c[11], focus->due);
		number_cell(a, &c[13], focus->days);
	}
	day_cell(a, &c[14], item->done);
	if (percent >= 0)
		c[15] = (struct cell){CELL_NUMBER, percent_text(a, percent)};
	text_cell(&c[16], result_of(a, item));
	text_cell(&c[17], evidence_of(a, item));
	text_cell(&c[18], t->note);
}

struct sheet *view_tasks(const struct report *r)
{
	struct sheet *s =
	    sheet_new(r->arena, task_columns, sizeof task_columns / sizeof *task_columns);
	for (size_t i = 0; i < r->items.count; i++)
		task_cells(r, sheet_row(s), &r->items.items[i]);
	return s;
}

/* ---- the timeline ---- */

static day month_first(day d)
{
	return period_of(PERIOD_MONTH, d).first;
}

struct window timeline_span(const struct report *r)
{
	struct window span = {DAY_NONE, DAY_NONE};
	for (size_t i = 0; i < r->plan_count; i++) {
		struct period p = occurrence_window(r->plans[i], r->window.last);
		if (span.first == DAY_NONE || p.first < span.first)
			span.first = p.first;
		if (span.last == DAY_NONE || p.last > span.last)
			span.last = p.last;
	}
	if (span.first == DAY_NONE)
		span = (struct window){r->window.last, r->window.last};
	return (struct window){month_first(span.first), period_of(PERIOD_MONTH, span.last).last};
}

enum period_kind timeline_sign(const struct report *r)
{
	struct window span = timeline_span(r);
	return span.last - span.first > 2 * 366 ? PERIOD_QUARTER : PERIOD_MONTH;
}

/* What is planned runs from its start, else from the plan's, to its due day, else to the plan's end. */
struct stretch {
	day start, due, end, done;
};

static struct stretch stretch_of(const struct report *r, const struct item *item)
{
	struct period plan = occurrence_window(item->task->plan, r->window.last);
	struct stretch s = {.start = item->start, .due = item->due, .done = item->done};
	if (s.start == DAY_NONE || s.start < plan.first)
		s.start = plan.first;
	if (item->state == STATUS_WAITING || item->state == STATUS_NO_DATE ||
	    item->state == STATUS_INVALID_DATE)
		s.start = DAY_NONE;
	s.end = s.due != DAY_NONE ? s.due : plan.last;
	return s;
}

static const char *mark_of(const struct report *r, const struct item *item, const struct stretch *s,
			   struct period cell)
{
	bool late = item->state == STATUS_NOT_STARTED_OVERDUE ||
		    item->state == STATUS_IN_PROGRESS_OVERDUE || item->state == STATUS_DONE_LATE;
	day end = s->done != DAY_NONE ? s->done : r->window.last;
	if (s->done != DAY_NONE && cell.first <= s->done && s->done <= cell.last)
		return "o";
	if (s->due != DAY_NONE && cell.first <= s->due && s->due <= cell.last)
		return "|";
	if (late && s->due != DAY_NONE && cell.first > s->due && cell.first <= end)
		return "!";
	if (s->start != DAY_NONE && cell.last >= s->start && cell.first <= s->end)
		return "-";
	return ".";
}

static const char *draw(const struct report *r, const struct item *item, const struct stretch *s)
{
	struct window span = timeline_span(r);
	enum period_kind kind = timeline_sign(r);
	struct buf b = {0};
	for (struct period p = period_of(kind, span.first);
	     p.kind != PERIOD_NONE && p.first <= span.last; p = period_next(p))
		buf_text(&b, mark_of(r, item, s, p));
	return buf_take(&b, r->arena);
}

static const char *const timeline_columns[] = {"plan",	"task", "period", "agency", "area", "text",
					       "start", "due",	"done",	  "status", "chart"};

struct sheet *view_timeline(const struct report *r)
{
	size_t width = sizeof timeline_columns / sizeof *timeline_columns;
	struct sheet *s = sheet_new(r->arena, timeline_columns, r->people ? width : width - 1);
	for (size_t i = 0; i < r->items.count; i++) {
		const struct item *item = &r->items.items[i];
		struct stretch when = stretch_of(r, item);
		struct cell *c = sheet_row(s);
		text_cell(&c[0], item->task->plan->id);
		text_cell(&c[1], task_name(r, item));
		text_cell(&c[2], period_text(r, item));
		text_cell(&c[3], agency_text(r, item));
		text_cell(&c[4], item->task->area_id);
		text_cell(&c[5], item->task->text);
		day_cell(r->arena, &c[6], when.start);
		day_cell(r->arena, &c[7], when.due);
		day_cell(r->arena, &c[8], when.done);
		word_cell(&c[9], state_word(item->state));
		if (r->people)
			text_cell(&c[10], draw(r, item, &when));
	}
	return s;
}

/* ---- the form ---- */

static const char *const form_columns[] = {"date",    "plan",  "task",	   "agency", "period",
					   "status",  "value", "evidence", "note",   "text",
					   "product", "due",   "state"};

/* Later occurrences of what recurs are not asked for yet. */
static bool is_asked(const struct report *r, const struct obligation *o)
{
	if (status_is_closed(o->state.status))
		return false;
	return o->period.kind == PERIOD_NONE || o->period.first <= r->window.last;
}

static void form_cells(struct arena *a, struct cell *c, const struct obligation *o)
{
	text_cell(&c[1], o->task->plan->id);
	text_cell(&c[2], obligation_task(a, o));
	text_cell(&c[3], o->bound.name);
	text_cell(&c[4], obligation_period(a, o));
	text_cell(&c[9], o->task->text);
	text_cell(&c[10], o->task->product);
	day_cell(a, &c[11], o->state.due);
	word_cell(&c[12], status_word(o->state.status));
}

struct sheet *view_form(const struct report *r)
{
	struct sheet *s =
	    sheet_new(r->arena, form_columns, sizeof form_columns / sizeof *form_columns);
	for (size_t i = 0; i < r->items.count; i++)
		for (size_t k = 0; k < r->items.items[i].count; k++)
			if (is_asked(r, r->items.items[i].parts[k]))
				form_cells(r->arena, sheet_row(s), r->items.items[i].parts[k]);
	return s;
}
