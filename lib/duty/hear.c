/* SPDX-License-Identifier: MIT
 * hear: which marks of a log speak of which obligation, and which of none. It does not know what a
 * mark does to a state. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "duty/maker.h"

/* ---- which marks speak of an obligation ---- */

enum voice { VOICE_NONE, VOICE_OWN, VOICE_MEMBER };

/* Whoever will have become the member by the due date reports for it already. */
static bool same_agency(const struct bound *b, const struct track *t, day today)
{
	if (b->through && b->on > today)
		today = b->on;
	if (b->agency && t->known)
		return agency_today(b->agency, today) == agency_today(t->known, today);
	return !b->agency && !t->known && strcmp(b->key, t->agency) == 0;
}

/* Another obligation of the task is this agency's own. */
static bool speaks_for_itself(const struct maker *m, const struct track *t)
{
	for (size_t i = m->first; i < m->list->count; i++) {
		const struct bound *b = &m->list->items[i].bound;
		if (!b->group && !b->asked && same_agency(b, t, m->request->as_of))
			return true;
	}
	return false;
}

static enum voice voice_of(const struct maker *m, const struct bound *b, const struct track *t)
{
	if (!t->agency)
		return VOICE_OWN;
	if (t->group)
		return t->group == b->group || t->group == b->through ? VOICE_OWN : VOICE_NONE;
	if (!b->group)
		return same_agency(b, t, m->request->as_of) ? VOICE_OWN : VOICE_NONE;
	if (speaks_for_itself(m, t))
		return VOICE_NONE;
	return b->group->open || group_binds(b->group, t->known, t->name) ? VOICE_MEMBER
									  : VOICE_NONE;
}

enum fit { FIT_NONE, FIT_SURE, FIT_UNPLACED };

static bool is_of_milestone(const struct unit *u, const struct obligation *o)
{
	return !u->milestone || u->milestone == o->milestone;
}

/* Does the unit speak of the obligation for sure, or may it, depending on its date? */
static enum fit fit_of(const struct maker *m, const struct unit *u, const struct obligation *o)
{
	bool once = !o->part || !part_is_recurring(o->part);
	switch (u->kind) {
	case UNIT_UNPLACED:
		return once ? FIT_NONE : FIT_UNPLACED;
	case UNIT_PERIOD:
		if (o->trigger != DAY_NONE)
			return is_of_milestone(u, o) && u->period.kind == PERIOD_DAY &&
				       u->period.first == o->trigger
				   ? FIT_SURE
				   : FIT_NONE;
		return period_same(u->period, o->period) ? FIT_SURE : FIT_NONE;
	case UNIT_MILESTONE:
		if (u->milestone != o->milestone)
			return FIT_NONE;
		return o->trigger != DAY_NONE ? FIT_UNPLACED : FIT_SURE;
	default:
		if (o->trigger != DAY_NONE)
			return FIT_UNPLACED;
		return once || m->occurrences.once == 0 ? FIT_SURE : FIT_NONE;
	}
}

static void add_said(struct arena *a, struct obligation *o, const struct mark *mark, bool member)
{
	o->said = arena_more(a, o->said, o->said_count, sizeof *o->said);
	o->said[o->said_count++] = (struct said){mark, member};
}

static int compare_said(const void *x, const void *y)
{
	const struct mark *a = ((const struct said *)x)->mark, *b = ((const struct said *)y)->mark;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

static void sort_said(struct obligation *o)
{
	if (o->said_count > 1)
		qsort(o->said, o->said_count, sizeof *o->said, compare_said);
}

static void collect_track(struct maker *m, struct obligation *o, const struct track *t, bool member)
{
	for (size_t d = 0; d < t->count; d++)
		for (size_t i = 0; i < t->days[d].count; i++)
			add_said(m->a, o, &t->days[d].marks[i], member);
}

/* "monthly if …": the event that was awaited opens every period, without naming one. */
static void collect_triggers(struct maker *m, struct obligation *o, const struct track *t)
{
	for (size_t d = 0; d < t->count; d++)
		for (size_t i = 0; i < t->days[d].count; i++)
			if (t->days[d].marks[i].kind == EVENT_TRIGGERED)
				add_said(m->a, o, &t->days[d].marks[i], false);
}

static void collect(struct maker *m, struct obligation *o)
{
	for (const struct track *t = progress_tracks(m->request->progress, m->task); t;
	     t = t->next) {
		enum voice voice = voice_of(m, &o->bound, t);
		enum fit fit = voice == VOICE_NONE ? FIT_NONE : fit_of(m, &t->unit, o);
		if (fit == FIT_SURE)
			collect_track(m, o, t, voice == VOICE_MEMBER);
		else if (fit == FIT_UNPLACED && voice == VOICE_OWN && o->part && o->part->condition)
			collect_triggers(m, o, t);
	}
	sort_said(o);
}

/* ---- marks that name no period ---- */

static day begin_of(const struct obligation *o)
{
	return o->trigger != DAY_NONE ? o->trigger : o->period.first;
}

static day end_of(const struct obligation *o)
{
	return o->trigger != DAY_NONE ? o->trigger : o->period.last;
}

static bool covers(const struct obligation *o, day date)
{
	return begin_of(o) <= date && (o->trigger != DAY_NONE || date <= o->period.last);
}

static bool same_occurrence(const struct obligation *x, const struct obligation *y)
{
	return x->milestone == y->milestone && x->trigger == y->trigger &&
	       period_same(x->period, y->period);
}

/* A mark without a period, and whose it is. */
struct unplaced {
	const struct mark *mark;
	const struct track *track;
	const enum voice *voices; /* of each of the task's obligations */
	bool heard;		  /* it speaks of something else for sure */
};

static bool may_mean(const struct maker *m, const struct unplaced *u, size_t i)
{
	return u->voices[i - m->first] != VOICE_NONE &&
	       fit_of(m, &u->track->unit, &m->list->items[i]) == FIT_UNPLACED;
}

/* An obligation of the one open occurrence whose time holds the mark's date while no earlier one is
 * open; NULL when there is none or more than one. */
static const struct obligation *place_for(const struct maker *m, const struct unplaced *u)
{
	const struct obligation *found = NULL;
	day earliest = DAY_NONE, date = u->mark->date;
	for (size_t i = m->first; i < m->list->count; i++) {
		const struct obligation *o = &m->list->items[i];
		if (!may_mean(m, u, i) || begin_of(o) > date ||
		    status_is_closed(duty_state(o, date).status))
			continue;
		if (earliest == DAY_NONE || end_of(o) < earliest)
			earliest = end_of(o);
		if (!covers(o, date))
			continue;
		if (found && !same_occurrence(found, o))
			return NULL;
		found = o;
	}
	return found && end_of(found) == earliest ? found : NULL;
}

static int compare_unplaced(const void *x, const void *y)
{
	struct said a = {((const struct unplaced *)x)->mark, false};
	struct said b = {((const struct unplaced *)y)->mark, false};
	return compare_said(&a, &b);
}

/* What a track's marks may mean; false when nothing has to be told from their dates. */
static bool hear(const struct maker *m, const struct track *t, struct unplaced *u)
{
	enum voice *voices = arena_alloc(m->a, (m->list->count - m->first + 1) * sizeof *voices);
	bool needed = t->unit.kind == UNIT_UNPLACED;
	*u = (struct unplaced){.track = t, .voices = voices};
	for (size_t i = m->first; i < m->list->count; i++) {
		const struct obligation *o = &m->list->items[i];
		enum voice voice = voices[i - m->first] = voice_of(m, &o->bound, t);
		enum fit fit = voice == VOICE_NONE ? FIT_NONE : fit_of(m, &t->unit, o);
		needed |= fit == FIT_UNPLACED;
		u->heard |= fit == FIT_SURE;
	}
	return needed;
}

static size_t collect_unplaced(struct maker *m, struct unplaced **list)
{
	size_t n = 0;
	*list = NULL;
	for (const struct track *t = progress_tracks(m->request->progress, m->task); t;
	     t = t->next) {
		struct unplaced u;
		if (!hear(m, t, &u))
			continue;
		for (size_t d = 0; d < t->count; d++)
			for (size_t k = 0; k < t->days[d].count; k++) {
				u.mark = &t->days[d].marks[k];
				if (u.mark->kind == EVENT_TRIGGERED)
					continue;
				*list = arena_more(m->a, *list, n, sizeof **list);
				(*list)[n++] = u;
			}
	}
	if (n > 1)
		qsort(*list, n, sizeof **list, compare_unplaced);
	return n;
}

static void report_unplaced(struct maker *m, const struct mark *mark)
{
	findings_add(m->findings, (struct place){mark->file, mark->line, 1}, CODE_LOG_PERIOD,
		     arena_format(m->a,
				  words_pick("task %s recurs: name the period of this event",
					     "nhiệm vụ %s lặp lại theo kỳ: cần ghi kỳ"),
				  m->task->id),
		     NULL, NULL);
}

/* Is the track about an obligation of the task at all, and about one that its agency is bound by? */
static void look_for(const struct maker *m, const struct track *t, bool *known, bool *heard)
{
	*known = *heard = false;
	for (size_t i = m->first; i < m->list->count && !*heard; i++) {
		const struct obligation *o = &m->list->items[i];
		bool fits = fit_of(m, &t->unit, o) != FIT_NONE;
		*known |= fits;
		*heard = fits && voice_of(m, &o->bound, t) != VOICE_NONE;
	}
}

/* Marks of an agency that is not bound by what they name (it had joined or left the group by the due
 * date), or of a day on which no event happened. A year of "2025.." may lie beyond those listed. */
static void report_unheard(struct maker *m, const struct track *t)
{
	bool known, heard, period = t->unit.kind == UNIT_PERIOD;
	look_for(m, t, &known, &heard);
	if (heard || t->unit.kind == UNIT_UNPLACED ||
	    (period && !known && t->unit.period.kind != PERIOD_DAY))
		return;
	for (size_t d = 0; d < t->count; d++)
		for (size_t i = 0; i < t->days[d].count; i++) {
			const struct mark *mark = &t->days[d].marks[i];
			if (mark->void_from != DAY_NONE)
				continue;
			if (known)
				findings_add(m->findings, (struct place){mark->file, mark->line, 1},
					     CODE_LOG_AGENCY, t->name, m->task->id, "");
			else if (mark->kind != EVENT_TRIGGERED)
				report_unplaced(m, mark);
		}
}

/* Gives the mark to every agency it speaks for that is bound on that occurrence. */
static void place_mark(struct maker *m, const struct unplaced *u, const struct obligation *where)
{
	for (size_t i = m->first; i < m->list->count; i++) {
		struct obligation *o = &m->list->items[i];
		if (!may_mean(m, u, i) || !same_occurrence(where, o))
			continue;
		add_said(m->a, o, u->mark, u->voices[i - m->first] == VOICE_MEMBER);
		sort_said(o);
	}
}

static void place_marks(struct maker *m)
{
	struct unplaced *list;
	size_t n = collect_unplaced(m, &list);
	for (size_t i = 0; i < n; i++) {
		const struct obligation *where = place_for(m, &list[i]);
		if (where)
			place_mark(m, &list[i], where);
		else if (!list[i].heard && list[i].mark->void_from == DAY_NONE)
			report_unplaced(m, list[i].mark);
	}
}

/* Days on which the awaited event of an `after` happened for this agency, in order, each once. The
 * event may name its own day as the period (3+1#2022-03-01): there is no other period yet. */
size_t hear_triggers(struct maker *m, const struct occurrence *o, const struct bound *b, day **days)
{
	struct obligation probe = {.task = m->task, .milestone = o->milestone};
	for (const struct track *t = progress_tracks(m->request->progress, m->task); t; t = t->next)
		if (is_of_milestone(&t->unit, &probe) && voice_of(m, b, t) == VOICE_OWN &&
		    (t->unit.kind != UNIT_PERIOD || t->unit.period.kind == PERIOD_DAY))
			collect_track(m, &probe, t, false);
	sort_said(&probe);
	size_t n = 0;
	*days = NULL;
	for (size_t i = 0; i < probe.said_count; i++) {
		const struct mark *mark = probe.said[i].mark;
		if (mark->kind != EVENT_TRIGGERED || mark->void_from != DAY_NONE ||
		    (n && (*days)[n - 1] == mark->date))
			continue;
		*days = arena_more(m->a, *days, n, sizeof **days);
		(*days)[n++] = mark->date;
	}
	return n;
}

static bool waits_for_something(const struct task *task)
{
	for (size_t i = 0; i < task->due.deadline.count; i++) {
		const struct part *part = &task->due.deadline.parts[i];
		if (part->kind == PART_AFTER || part->condition)
			return true;
	}
	return false;
}

static void report_triggers(struct maker *m, const struct track *t)
{
	for (size_t d = 0; d < t->count; d++)
		for (size_t i = 0; i < t->days[d].count; i++) {
			const struct mark *mark = &t->days[d].marks[i];
			if (mark->kind == EVENT_TRIGGERED && mark->void_from == DAY_NONE)
				findings_add(m->findings, (struct place){mark->file, mark->line, 1},
					     CODE_LOG_TRIGGER, m->task->id, NULL, NULL);
		}
}

void hear_marks(struct maker *m)
{
	for (size_t i = m->first; i < m->list->count; i++)
		collect(m, &m->list->items[i]);
	struct track *tracks = progress_tracks(m->request->progress, m->task);
	if (tracks)
		place_marks(m);
	bool waits = waits_for_something(m->task);
	for (struct track *t = tracks; t; t = t->next) {
		report_unheard(m, t);
		if (!waits)
			report_triggers(m, t);
	}
}
