/* SPDX-License-Identifier: MIT
 * status: what was said of an obligation, folded into its state on a day. It asks nobody else. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "duty/obligation.h"

static const char *const status_words[] = {"not-started",
					   "in-progress",
					   "not-started-overdue",
					   "in-progress-overdue",
					   "done-on-time",
					   "done-late",
					   "done",
					   "waiting",
					   "ongoing",
					   "no-date",
					   "invalid-date",
					   "cancelled"};

const char *status_word(enum status status)
{
	return status_words[status];
}

enum status status_find(const char *word)
{
	int i = 0;
	while (i < STATUS_COUNT && strcmp(status_words[i], word) != 0)
		i++;
	return (enum status)i;
}

bool status_is_overdue(enum status status)
{
	return status == STATUS_NOT_STARTED_OVERDUE || status == STATUS_IN_PROGRESS_OVERDUE;
}

bool status_is_closed(enum status status)
{
	return status == STATUS_DONE_ON_TIME || status == STATUS_DONE_LATE ||
	       status == STATUS_DONE || status == STATUS_CANCELLED;
}

enum closed { OPEN, DONE, CANCELLED };

/* Where the fold stands after the marks taken so far. */
struct fold {
	struct state state;
	enum closed closed;
	day triggered;	 /* of an `if`: DAY_NONE, not yet */
	day due_at_done; /* the due day that ruled on the day it was done */
};

static bool counts(const struct mark *m, day as_of)
{
	return m->date <= as_of && (m->void_from == DAY_NONE || m->void_from > as_of);
}

/* The due day as far as it can be known: a condition must have happened, and in time. */
static day due_now(const struct obligation *o, const struct fold *f, day extended)
{
	if (extended != DAY_NONE)
		return extended;
	if (o->part && o->part->condition &&
	    (f->triggered == DAY_NONE || f->triggered > o->base_due))
		return DAY_NONE;
	return o->base_due;
}

static void take(const struct obligation *o, struct fold *f, const struct said *said, day *extended)
{
	const struct mark *m = said->mark;
	struct state *s = &f->state;
	if (said->member) {
		s->begun |=
		    m->kind == EVENT_STARTED || m->kind == EVENT_PROGRESS || m->kind == EVENT_DONE;
		return;
	}
	switch (m->kind) {
	case EVENT_STARTED:
	case EVENT_PROGRESS:
		if (f->closed != OPEN)
			break;
		s->begun = true;
		if (m->percent >= 0)
			s->percent = m->percent;
		break;
	case EVENT_DONE:
		f->closed = DONE;
		s->begun = true;
		s->done = m->date;
		s->evidence = m->evidence;
		break;
	case EVENT_CANCELLED:
		f->closed = CANCELLED;
		s->done = DAY_NONE;
		s->evidence = NULL;
		break;
	case EVENT_REOPENED:
		f->closed = OPEN;
		s->begun = true;
		s->done = DAY_NONE;
		s->evidence = NULL;
		break;
	case EVENT_EXTENDED:
		*extended = m->other;
		break;
	case EVENT_TRIGGERED:
		if (f->triggered == DAY_NONE || m->date < f->triggered)
			f->triggered = m->date;
		break;
	default:
		break;
	}
	/* From the day of its own event a new due day rules, later lines of the day included. */
	if (f->closed == DONE && m->date == s->done)
		f->due_at_done = due_now(o, f, *extended);
}

static enum status undated(const struct obligation *o, const struct fold *f)
{
	if (!o->part)
		return STATUS_NO_DATE;
	switch (o->part->kind) {
	case PART_UNKNOWN:
		return STATUS_INVALID_DATE;
	case PART_ONGOING:
		return STATUS_ONGOING;
	case PART_FROM:
		return f->state.begun ? STATUS_ONGOING : STATUS_NO_DATE;
	case PART_AFTER:
		return o->trigger == DAY_NONE ? STATUS_WAITING : STATUS_NO_DATE;
	default:
		return o->part->condition && f->triggered == DAY_NONE ? STATUS_WAITING
								      : STATUS_NO_DATE;
	}
}

static enum status judge(const struct obligation *o, const struct fold *f, day as_of)
{
	const struct state *s = &f->state;
	if (f->closed == CANCELLED)
		return STATUS_CANCELLED;
	if (f->closed == DONE) {
		if (f->due_at_done == DAY_NONE)
			return STATUS_DONE;
		return s->done <= f->due_at_done ? STATUS_DONE_ON_TIME : STATUS_DONE_LATE;
	}
	if (!s->dated)
		return undated(o, f);
	if (as_of > s->due) /* the due day itself is not late */
		return s->begun ? STATUS_IN_PROGRESS_OVERDUE : STATUS_NOT_STARTED_OVERDUE;
	return s->begun ? STATUS_IN_PROGRESS : STATUS_NOT_STARTED;
}

struct state duty_state(const struct obligation *o, day as_of)
{
	struct fold f = {.state = {.due = DAY_NONE, .done = DAY_NONE, .percent = -1},
			 .triggered = DAY_NONE,
			 .due_at_done = DAY_NONE};
	day extended = DAY_NONE;
	if (o->trigger != DAY_NONE && o->trigger > as_of) {
		f.state.status = STATUS_COUNT;
		return f.state;
	}
	for (size_t i = 0; i < o->said_count; i++)
		if (counts(o->said[i].mark, as_of))
			take(o, &f, &o->said[i], &extended);
	struct state *s = &f.state;
	s->due = f.closed == DONE ? f.due_at_done : due_now(o, &f, extended);
	s->dated = s->due != DAY_NONE;
	s->first_due = due_now(o, &f, DAY_NONE);
	s->status = judge(o, &f, as_of);
	if (s->done != DAY_NONE) {
		s->percent = 10000;
		s->days = f.due_at_done != DAY_NONE ? s->done - f.due_at_done : 0;
	} else if (s->dated) {
		s->days = as_of - s->due;
	}
	return *s;
}

size_t duty_moves(struct arena *a, const struct obligation *o, day as_of, struct move **moves)
{
	size_t n = 0;
	*moves = NULL;
	for (size_t i = 0; i < o->said_count; i++) {
		const struct mark *m = o->said[i].mark;
		if (m->kind != EVENT_EXTENDED || o->said[i].member || !counts(m, as_of))
			continue;
		*moves = arena_more(a, *moves, n, sizeof **moves);
		(*moves)[n++] = (struct move){m->date, m->other, m->file, m->line};
	}
	return n;
}

void duty_check(const struct obligation *o, day as_of, struct findings *findings)
{
	bool closed = false;
	for (size_t i = 0; i < o->said_count; i++) {
		const struct mark *m = o->said[i].mark;
		if (o->said[i].member || !counts(m, as_of))
			continue;
		if (m->kind == EVENT_DONE || m->kind == EVENT_CANCELLED)
			closed = true;
		else if (m->kind == EVENT_REOPENED)
			closed = false;
		else if (closed && (m->kind == EVENT_STARTED || m->kind == EVENT_PROGRESS)) {
			char date[11];
			day_write(m->date, date);
			findings_add(findings, (struct place){m->file, m->line, 1},
				     CODE_LOG_AFTER_DONE, event_word(m->kind), date, NULL);
		}
	}
}
