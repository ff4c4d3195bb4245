/* SPDX-License-Identifier: MIT
 * calendar: which days are worked, and how far that is known. It does not read files itself
 * (calendarread.c turns a tree into days) and knows no plan. */
#include "time/calendar.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "time/calendardata.h"
#include "time/holidays.h"

struct calendar *calendar_new(struct arena *a)
{
	struct calendar *c = arena_alloc(a, sizeof *c);
	c->arena = a;
	return c;
}

bool calendar_is_empty(const struct calendar *c)
{
	return !c || !c->year_count;
}

/* Where the day is or would be put. */
static size_t listed_at(const struct listed_days *list, day d)
{
	size_t low = 0, high = list->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (list->days[middle].date < d)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct holiday *listed_find(const struct listed_days *list, day d)
{
	size_t i = listed_at(list, d);
	return i < list->count && list->days[i].date == d ? &list->days[i] : NULL;
}

void listed_add(struct arena *a, struct listed_days *list, struct holiday one)
{
	size_t i = listed_at(list, one.date);
	list->days = arena_more(a, list->days, list->count, sizeof *list->days);
	memmove(list->days + i + 1, list->days + i, (list->count - i) * sizeof *list->days);
	list->days[i] = one;
	list->count++;
}

const struct calendar_year *calendar_year_find(const struct calendar *c, int year)
{
	for (size_t i = 0; c && i < c->year_count; i++)
		if (c->years[i].year == year)
			return &c->years[i];
	return NULL;
}

/* The computed day off, NULL on other days. The last year asked for is kept: a count of working days
 * asks for the same one again and again. */
static const struct holiday *computed_find(day d)
{
	static struct holidays kept;
	static int kept_year;
	int year = day_year(d);
	if (kept_year != year) {
		holidays_compute(&kept, year);
		kept_year = year;
	}
	for (size_t i = 0; i < kept.count; i++)
		if (kept.days[i].date == d)
			return &kept.days[i];
	return NULL;
}

static void trust_raise(enum calendar_trust to, int touched, enum calendar_trust *trust, int *year)
{
	if (trust && *trust < to)
		*trust = to;
	if (year && to == TRUST_COMPUTED)
		*year = touched;
}

bool calendar_works(const struct calendar *c, day d, enum calendar_trust *trust, int *year)
{
	bool weekend = day_weekday(d) >= 6;
	if (calendar_is_empty(c)) {
		trust_raise(TRUST_WEEKENDS, 0, trust, NULL);
		return !weekend;
	}
	int in = day_year(d);
	const struct calendar_year *entry = calendar_year_find(c, in);
	if (!entry || entry->computed)
		trust_raise(TRUST_COMPUTED, in, trust, year);
	if (listed_find(&c->work, d))
		return true;
	if (weekend || listed_find(&c->off, d))
		return false;
	return entry || !computed_find(d);
}

/* Days of another century are not counted to the end of time: DAY_NONE past the last year. */
day calendar_add_working(const struct calendar *c, day d, int n, enum calendar_trust *trust,
			 int *year)
{
	if (d == DAY_NONE)
		return DAY_NONE;
	while (n > 0) {
		if (day_year(++d) > YEAR_LAST)
			return DAY_NONE;
		n -= calendar_works(c, d, trust, year);
	}
	return d;
}

day calendar_roll(const struct calendar *c, day d, enum calendar_trust *trust, int *year)
{
	if (d == DAY_NONE || calendar_works(c, d, trust, year))
		return d;
	return calendar_add_working(c, d, 1, trust, year);
}

const char *calendar_name(const struct calendar *c, day d)
{
	if (calendar_is_empty(c) || d == DAY_NONE)
		return NULL;
	const struct holiday *off = listed_find(&c->off, d);
	if (!off && !calendar_year_find(c, day_year(d)))
		off = computed_find(d);
	return off ? off->name : NULL;
}

static day anchored(struct anchor at, int year)
{
	if (!at.month)
		return DAY_NONE;
	year += at.year_before ? -1 : 0;
	int length = month_length(year, at.month);
	return day_of(year, at.month, at.date < length ? at.date : length);
}

bool calendar_window(const struct calendar *c, const char *to, struct period period,
		     struct report_window *window)
{
	if (!c || period.kind == PERIOD_NONE)
		return false;
	int year = day_year(period.first);
	for (size_t i = 0; i < c->report_count; i++) {
		const struct report_row *row = &c->reports[i];
		if (!period_same(period_make(row->kind, year, row->number), period))
			continue;
		if (to && !text_same(text_key(c->arena, row->to), text_key(c->arena, to)))
			continue;
		*window = (struct report_window){.to = row->to,
						 .source = row->source,
						 .first = anchored(row->first, year),
						 .last = anchored(row->last, year),
						 .send = anchored(row->send, year)};
		return true;
	}
	return false;
}
