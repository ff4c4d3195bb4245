/* SPDX-License-Identifier: MIT
 * track: marks by day. Within a day only the last of several reports of progress can count, so the
 * others are dropped: memory follows the days, not the rows. */
#include "duty/track.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Where the date stands among the days, or should. Logs are mostly in order: the end comes first. */
static size_t day_place(const struct track *t, day date)
{
	size_t low = 0, high = t->count;
	if (t->count && t->days[t->count - 1].date <= date)
		return t->count - (t->days[t->count - 1].date == date);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (t->days[middle].date < date)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct track_day *day_find(struct track *t, day date)
{
	size_t at = day_place(t, date);
	return at < t->count && t->days[at].date == date ? &t->days[at] : NULL;
}

static struct track_day *day_at(struct track *t, day date)
{
	struct track_day *found = day_find(t, date);
	if (found)
		return found;
	size_t at = day_place(t, date);
	if (t->count == t->room) {
		t->room = t->room ? t->room * 2 : 4;
		t->days = memory_resize(t->days, t->room * sizeof *t->days);
	}
	memmove(t->days + at + 1, t->days + at, (t->count - at) * sizeof *t->days);
	t->count++;
	t->days[at] = t->spare; /* empty, but with room */
	t->spare = (struct track_day){0};
	t->days[at].date = date;
	return &t->days[at];
}

bool track_saw(struct track *t, day date, uint64_t hash)
{
	struct track_day *d = day_at(t, date);
	unsigned kept = d->seen_count < SEEN_LINES ? d->seen_count : SEEN_LINES;
	for (unsigned i = 0; i < kept; i++)
		if (d->seen[i] == hash)
			return true;
	if (kept == d->seen_room && kept < SEEN_LINES) {
		d->seen_room = kept ? kept * 2 : 1;
		d->seen = memory_resize(d->seen, d->seen_room * sizeof *d->seen);
	}
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

static void free_day(struct track_day *d)
{
	for (unsigned j = 0; j < d->count; j++)
		free(d->marks[j].evidence);
	free(d->marks);
	free(d->seen);
}

/* Kept in the day itself, so that looking at a run of days stays in one piece of memory. */
static void set_plain(struct track_day *d)
{
	d->plain = d->count == 1 && is_progress(&d->marks[0]) && d->marks[0].void_from == DAY_NONE;
}

/* Of a run of plain days around the one at `at`, lets the second go when the run is too long: the
 * first tells when work began, the last ones how far it is. */
static void drop_plain(struct track *t, size_t at)
{
	size_t first = at, last = at;
	if (t->unit.kind == UNIT_UNPLACED || !t->days[at].plain)
		return;
	while (first > 0 && t->days[first - 1].plain)
		first--;
	while (last + 1 < t->count && t->days[last + 1].plain)
		last++;
	if (last - first < PLAIN_DAYS + 1)
		return;
	struct track_day *gone = &t->days[first + 1];
	if (t->dropped_first == DAY_NONE || gone->date < t->dropped_first)
		t->dropped_first = gone->date;
	if (t->dropped_last == DAY_NONE || gone->date > t->dropped_last)
		t->dropped_last = gone->date;
	free(gone->marks[0].evidence);
	gone->count = gone->seen_count = 0;
	gone->plain = false;
	free(t->spare.marks);
	free(t->spare.seen);
	t->spare = *gone;
	t->count--;
	memmove(gone, gone + 1, (t->count - first - 1) * sizeof *gone);
}

static bool was_dropped(const struct track *t, day date)
{
	return t->dropped_first != DAY_NONE && date >= t->dropped_first && date <= t->dropped_last;
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
		return; /* as plain as before: progress for progress, an end for an end */
	}
	if (d->count == d->room) {
		d->room = d->room ? d->room * 2 : 1;
		d->marks = memory_resize(d->marks, d->room * sizeof *d->marks);
	}
	d->marks[d->count++] = m;
	set_plain(d);
	drop_plain(t, (size_t)(d - t->days));
}

bool track_void(struct track *t, day date, day from)
{
	struct track_day *d = day_find(t, date);
	bool found = false;
	for (unsigned i = 0; d && i < d->count; i++)
		if (d->marks[i].void_from == DAY_NONE) {
			d->marks[i].void_from = from;
			found = true;
		}
	if (d)
		set_plain(d);
	/* A line of a day that was let go cannot count any more: taking it back is done already. */
	return found || was_dropped(t, date);
}

void track_free(struct track *t)
{
	for (size_t i = 0; i < t->count; i++)
		free_day(&t->days[i]);
	free_day(&t->spare);
	free(t->days);
	t->spare = (struct track_day){0};
	t->days = NULL;
	t->count = t->room = 0;
}
