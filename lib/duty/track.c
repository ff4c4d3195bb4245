/* SPDX-License-Identifier: MIT
 * track: marks by day. Within a day only the last of several reports of progress can count, so the
 * others are dropped: memory follows the days, not the rows. */
#include "duty/track.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static struct track_day *day_at(struct track *t, day date)
{
	size_t low = 0, high = t->count;
	if (t->count && t->days[t->count - 1].date < date)
		low = t->count; /* logs are mostly in order */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (t->days[middle].date < date)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < t->count && t->days[low].date == date)
		return &t->days[low];
	if (t->count == t->room) {
		t->room = t->room ? t->room * 2 : 4;
		t->days = memory_resize(t->days, t->room * sizeof *t->days);
	}
	memmove(t->days + low + 1, t->days + low, (t->count - low) * sizeof *t->days);
	t->count++;
	t->days[low] = (struct track_day){.date = date};
	return &t->days[low];
}

bool track_saw(struct track *t, day date, uint64_t hash)
{
	struct track_day *d = day_at(t, date);
	size_t kept = d->seen_count < SEEN_LINES ? d->seen_count : SEEN_LINES;
	for (size_t i = 0; i < kept; i++)
		if (d->seen[i] == hash)
			return true;
	if (d->seen_count < SEEN_LINES && (d->seen_count & (d->seen_count - 1)) == 0)
		d->seen = memory_resize(d->seen,
					(d->seen_count ? d->seen_count * 2 : 1) * sizeof *d->seen);
	d->seen[d->seen_count++ % SEEN_LINES] = hash;
	return false;
}

static bool is_progress(const struct mark *m)
{
	return m->kind == EVENT_STARTED || m->kind == EVENT_PROGRESS;
}

static bool is_closing(const struct mark *m)
{
	return m->kind == EVENT_DONE || m->kind == EVENT_CANCELLED;
}

/* The later of two marks of one day stands for both. What an unplaced one closes depends on those
 * before it, so there only progress is merged. */
static bool replaces(const struct track *t, const struct mark *old, const struct mark *new)
{
	if (old->void_from != DAY_NONE)
		return false;
	if (is_progress(old) && is_progress(new))
		return true;
	if (t->unit.kind == UNIT_UNPLACED)
		return false;
	if (is_closing(old) && is_closing(new))
		return true;
	return old->kind == new->kind &&
	       (new->kind == EVENT_EXTENDED || new->kind == EVENT_REOPENED);
}

void track_add(struct track *t, struct mark m)
{
	struct track_day *d = day_at(t, m.date);
	struct mark *last = d->count ? &d->marks[d->count - 1] : NULL;
	if (last && replaces(t, last, &m)) {
		if (m.percent < 0)
			m.percent = last->percent;
		free(last->evidence);
		*last = m;
		return;
	}
	if (d->count == d->room) {
		d->room = d->room ? d->room * 2 : 1;
		d->marks = memory_resize(d->marks, d->room * sizeof *d->marks);
	}
	d->marks[d->count++] = m;
}

bool track_void(struct track *t, day date, day from)
{
	struct track_day *d = day_at(t, date);
	bool found = false;
	for (size_t i = 0; i < d->count; i++)
		if (d->marks[i].void_from == DAY_NONE) {
			d->marks[i].void_from = from;
			found = true;
		}
	return found;
}

void track_free(struct track *t)
{
	for (size_t i = 0; i < t->count; i++) {
		for (size_t j = 0; j < t->days[i].count; j++)
			free(t->days[i].marks[j].evidence);
		free(t->days[i].marks);
		free(t->days[i].seen);
	}
	free(t->days);
	t->days = NULL;
	t->count = t->room = 0;
}
