/* SPDX-License-Identifier: MIT
 * phrasewindow: the years that a rhythm runs in: hằng năm từ 2025, hằng quý năm 2024, thường xuyên
 * giai đoạn 2021-2025; and a beginning with its end. */
#include "time/phrasecore.h"

enum { OCCURRENCES_MOST = 24 }; /* that a window is written out into */

static bool is_years(const struct core *c)
{
	for (size_t i = 0; i < c->item_count; i++)
		if (c->items[i].at.unit != PERIOD_YEAR || c->items[i].before)
			return false;
	return c->kind == CORE_DATED && c->item_count > 0 && c->code == CODE_NONE;
}

static bool is_yearly(const struct core *c)
{
	const struct part *part = c->parts;
	return c->kind == CORE_RHYTHM && c->count == 1 && part->kind == PART_RECURRING &&
	       part->rhythm == RHYTHM_YEAR && part->on == RECURRING_LAST;
}

static bool ends_something(const struct words *w, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++)
		if (words_match(w, i, "hoàn|kết|xong|đến|tới|hết"))
			return true;
	return false;
}

/* The days of the window; the plan's end where only its first is said, the plan's beginning where
 * only its last is. */
struct window {
	day first, last;
};

static struct window window_of(const struct words *w, const struct core *y,
			       const struct phrase_context *context)
{
	const struct item *item = &y->items[0];
	struct window v = {stamp_period(&item->at).first, stamp_period(&item->at).last};
	if (item->range)
		v.last = stamp_period(&item->until).last;
	else if (ends_something(w, y->begin, y->end) && context &&
		 context->year < day_year(v.first))
		v.first = day_of(context->year, 1, 1);
	if (y->from)
		v.last = day_of(context && context->year ? context->last_year : YEAR_LAST, 12, 31);
	return v;
}

/* Plain months, quarters … of a time that is not all of the plan's: one by one. */
static bool window_write(const struct words *w, struct core *x, struct window v)
{
	static const enum period_kind kinds[] = {
	    [RHYTHM_WEEK] = PERIOD_NONE,       [RHYTHM_MONTH] = PERIOD_MONTH,
	    [RHYTHM_QUARTER] = PERIOD_QUARTER, [RHYTHM_HALF] = PERIOD_HALF,
	    [RHYTHM_YEAR] = PERIOD_YEAR,       [RHYTHM_REPORTS] = PERIOD_NONE,
	};
	const struct part *part = x->parts;
	struct core written = {.kind = CORE_CANONICAL, .begin = x->begin, .introduced = true};
	if (x->kind != CORE_RHYTHM || x->count != 1 || part->on != RECURRING_LAST)
		return false;
	struct period at = period_of(kinds[part->rhythm], v.first);
	for (; at.kind != PERIOD_NONE && at.last <= v.last; at = period_next(at))
		if (written.count == OCCURRENCES_MOST)
			return false;
		else
			core_add(w, &written, (struct part){.kind = PART_PERIOD, .period = at});
	if (written.count)
		*x = written;
	return written.count > 0;
}

/* Thường xuyên hằng tháng is monthly. */
static bool join_rhythm(struct core *x, const struct core *y)
{
	size_t begin = x->begin;
	if (x->kind != CORE_ONGOING || y->kind != CORE_RHYTHM)
		return false;
	*x = *y;
	x->begin = begin;
	return true;
}

/* Hằng năm từ 2025. */
static void years_from(struct core *x, const struct core *y)
{
	x->parts[0] = y->parts[0];
	x->parts[0].kind = PART_YEARS;
}

/* One time that a rhythm may run in: years, or a beginning. */
static bool is_window(const struct core *y)
{
	bool one = y->kind == CORE_DATED && y->count == 1 && y->item_count == 1 && !y->following &&
		   y->code == CODE_NONE;
	return one && (y->from || is_years(y));
}

bool join_window(const struct words *w, struct core *x, const struct core *y,
		 const struct phrase_context *context)
{
	bool repeated = x->kind == CORE_ONGOING || x->kind == CORE_RHYTHM;
	if (join_rhythm(x, y))
		return true;
	if (!repeated || !is_window(y))
		return false;
	struct window v = window_of(w, y, context);
	bool known = context && context->year;
	bool opens = known ? v.first <= day_of(context->year, 1, 1) : !y->from;
	bool lasts = !known || v.last >= day_of(context->last_year, 12, 31);
	bool whole = opens && lasts;
	if (x->kind == CORE_ONGOING && !whole)
		return false;
	if (lasts && is_years(y) && is_yearly(x) && (y->from || !whole))
		years_from(x, y);
	else if (!whole && (!known || !window_write(w, x, v)))
		*x = (struct core){.kind = CORE_POISON, .begin = x->begin};
	x->end = y->end;
	return true;
}

/* Từ tháng 3/2024, hằng tháng. */
bool join_begun(const struct words *w, struct core *x, const struct core *y,
		const struct phrase_context *context)
{
	struct core joined = *y;
	if (y->kind != CORE_RHYTHM || x->kind != CORE_DATED || !x->from ||
	    !join_window(w, &joined, x, context))
		return false;
	joined.begin = x->begin;
	joined.end = y->end;
	*x = joined;
	return true;
}

static bool is_one_stamp(const struct core *c)
{
	return c->kind == CORE_DATED && c->count == 1 && c->item_count == 1 && !c->following &&
	       !c->items[0].range && !c->items[0].before;
}

/* Bắt đầu tháng 3/2024, hoàn thành tháng 6/2024; từ tháng 9/2024 đến hết năm: a range. */
bool join_end(const struct words *w, struct core *x, const struct core *y)
{
	bool year = y->kind == CORE_THE_YEAR;
	if (!is_one_stamp(x) || !(year || is_one_stamp(y)) || !x->from || y->from ||
	    !ends_something(w, x->end, y->end))
		return false;
	struct stamp end = {.unit = PERIOD_YEAR, .year = x->items[0].at.year, .number = 1};
	if (!year)
		end = y->items[0].at;
	if (x->year_taken && !y->year_taken)
		x->items[0].at.year = end.year;
	struct part range = {.kind = PART_RANGE,
			     .period = stamp_period(&x->items[0].at),
			     .until = stamp_period(&end)};
	if (range.period.kind == PERIOD_NONE || range.until.last <= range.period.last)
		return false;
	x->parts[0] = range;
	x->items[0].range = true;
	x->items[0].until = end;
	x->from = false;
	x->year_taken &= year || y->year_taken;
	x->introduced = true;
	x->end = y->end;
	return true;
}
