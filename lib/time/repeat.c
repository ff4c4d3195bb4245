/* SPDX-License-Identifier: MIT
 * repeat: parts of one rhythm in one deadline, "monthly, monthly@25", become one or are written out.
 * It does not know how they were said. */
#include "time/repeat.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { WRITTEN_MOST = 24 }; /* days that a rhythm is written out into */

static bool same_words(const char *x, const char *y)
{
	return strcmp(x ? x : "", y ? y : "") == 0;
}

static bool is_repeat(const struct part *x, const struct part *y)
{
	return x->kind == PART_RECURRING && y->kind == PART_RECURRING && x->rhythm == y->rhythm;
}

static bool is_same(const struct part *x, const struct part *y)
{
	return x->on == y->on && x->on_month == y->on_month && x->on_date == y->on_date &&
	       same_words(x->condition, y->condition);
}

static void part_remove(struct deadline *d, size_t i)
{
	memmove(&d->parts[i], &d->parts[i + 1], (d->count - i - 1) * sizeof *d->parts);
	d->count--;
}

static void doubt_add(struct arena *a, struct reading *r, enum code code, const char *say)
{
	r->doubts = arena_more(a, r->doubts, r->doubt_count, sizeof *r->doubts);
	r->doubts[r->doubt_count++] = (struct phrase_doubt){.code = code, .say = say};
}

/* The same day of June and December is a half-yearly, of every quarter's last month a quarterly. */
static void cycle_join(struct deadline *d)
{
	enum { HALVES = 1 << 6 | 1 << 12, QUARTERS = HALVES | 1 << 3 | 1 << 9 };
	struct part *first = NULL;
	int months = 0;
	for (size_t i = 0; i < d->count; i++) {
		struct part *x = &d->parts[i];
		if (x->kind != PART_RECURRING || x->rhythm != RHYTHM_YEAR)
			continue;
		first = first ? first : x;
		if (x->on != first->on || x->on_date != first->on_date ||
		    x->on == RECURRING_AFTER || !same_words(x->condition, first->condition) ||
		    (months & 1 << x->on_month))
			return;
		months |= 1 << x->on_month;
	}
	if (months != HALVES && months != QUARTERS)
		return;
	for (size_t i = (size_t)(first - d->parts) + 1; i < d->count;)
		if (is_repeat(first, &d->parts[i]))
			part_remove(d, i);
		else
			i++;
	first->rhythm = months == HALVES ? RHYTHM_HALF : RHYTHM_QUARTER;
	first->on = first->on == RECURRING_MONTH ? RECURRING_LAST : RECURRING_DATE;
	first->on_month = 0;
	first->what = NULL;
}

/* What can be said of x and y as one part; false when they are different days. */
static bool pair_settle(struct arena *a, const char *said, struct reading *r, size_t i, size_t j)
{
	struct deadline *d = &r->deadline;
	struct part *x = &d->parts[i], *y = &d->parts[j];
	if (is_same(x, y)) {
		part_remove(d, j);
		return true;
	}
	if (x->on != RECURRING_LAST && y->on != RECURRING_LAST)
		return false;
	doubt_add(a, r, CODE_DEADLINE_GARBLED, text_squeeze(a, said));
	part_remove(d, x->on == RECURRING_LAST ? i : j);
	return true;
}

/* Two different days of one rhythm that are left; false when there are none. */
static bool repeat_find(const struct deadline *d, size_t *x)
{
	for (size_t i = 0; i < d->count; i++)
		for (size_t j = i + 1; j < d->count; j++)
			if (is_repeat(&d->parts[i], &d->parts[j])) {
				*x = i;
				return true;
			}
	return false;
}

static void date_insert(struct arena *a, struct deadline *d, size_t from, struct part part)
{
	d->parts = arena_more(a, d->parts, d->count, sizeof part);
	size_t i = d->count++;
	for (; i > from && d->parts[i - 1].date > part.date; i--)
		d->parts[i] = d->parts[i - 1];
	d->parts[i] = part;
}

/* The days of a recurring part in first..last, in order behind the `from` parts that stay. */
static bool days_write(struct arena *a, const struct part *part, day first, day last,
		       struct deadline *d, size_t from)
{
	struct period *periods;
	struct day_rules rules = {.issued = DAY_NONE};
	size_t n = part_periods(a, part, first, last, &periods);
	for (size_t i = 0; i < n; i++) {
		if (d->count - from == WRITTEN_MOST)
			return false;
		struct part one = {.kind = PART_DATE, .what = part->what};
		one.date = part_day_in(part, periods[i], &rules, NULL);
		one.condition = part->condition;
		date_insert(a, d, from, one);
	}
	return true;
}

/* Writes out every part of the rhythm of part x, behind all others. */
static bool rhythm_write(struct arena *a, const struct phrase_context *context, struct deadline *d,
			 size_t x)
{
	struct deadline written = {0};
	const struct part like = d->parts[x];
	if (!context || !context->year || context->last_year < context->year)
		return false;
	day first = day_of(context->year, 1, 1), last = day_of(context->last_year, 12, 31);
	for (size_t i = 0; i < d->count; i++) {
		if (is_repeat(&like, &d->parts[i]))
			continue;
		written.parts = arena_more(a, written.parts, written.count, sizeof *written.parts);
		written.parts[written.count++] = d->parts[i];
	}
	size_t from = written.count;
	for (size_t i = 0; i < d->count; i++)
		if (is_repeat(&like, &d->parts[i]) &&
		    !days_write(a, &d->parts[i], first, last, &written, from))
			return false;
	*d = written;
	return true;
}

void repeats_settle(struct arena *a, const char *said, const struct phrase_context *context,
		    struct reading *r)
{
	struct deadline *d = &r->deadline;
	size_t x;
	cycle_join(d);
	for (size_t i = 0; i < d->count; i++)
		for (size_t j = i + 1; j < d->count;)
			if (is_repeat(&d->parts[i], &d->parts[j]) && pair_settle(a, said, r, i, j))
				j = i + 1;
			else
				j++;
	while (repeat_find(d, &x)) {
		if (rhythm_write(a, context, d, x))
			continue;
		const char *words = text_squeeze(a, said);
		*r = (struct reading){0};
		d->parts = arena_more(a, NULL, 0, sizeof *d->parts);
		d->parts[d->count++] = (struct part){.kind = PART_UNKNOWN, .words = words};
		doubt_add(a, r, CODE_DEADLINE_UNKNOWN, words);
	}
}
