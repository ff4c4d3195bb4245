/* SPDX-License-Identifier: MIT
 * deadline: the days of a deadline's parts. It does not know words: canonical.c and phrase.c read
 * and write them. */
#include "time/deadline.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "time/calendar.h"
#include "time/phrase.h"
#include "time/repeat.h"

#include <string.h>

struct reading deadline_read(struct arena *a, const char *text,
			     const struct phrase_context *context)
{
	struct reading r = {0};
	if (text_is_blank(text))
		return r;
	size_t n;
	const char *normal = utf8_nfc(a, text, strlen(text), &n);
	normal = arena_copy(a, normal, n);
	if (!deadline_parse(a, normal, &r.deadline))
		r = phrase_read(a, normal, context);
	repeats_settle(a, normal, context, &r);
	return r;
}

bool part_is_recurring(const struct part *part)
{
	return part->kind == PART_RECURRING || part->kind == PART_YEARS;
}

bool part_is_once(const struct part *part)
{
	return !part_is_recurring(part) && part->kind != PART_ONGOING;
}

static day count_working(day d, int n, const struct day_rules *rules, struct day_trust *trust)
{
	enum calendar_trust how = trust ? (enum calendar_trust)trust->trust : TRUST_PUBLISHED;
	int year = trust ? trust->year : 0;
	d = n ? calendar_add_working(rules->calendar, d, n, &how, &year)
	      : calendar_roll(rules->calendar, d, &how, &year);
	if (trust)
		*trust = (struct day_trust){true, (int)how, year};
	return d;
}

static day roll(day d, const struct day_rules *rules, struct day_trust *trust)
{
	if (d == DAY_NONE || !rules->roll_next)
		return d;
	return count_working(d, 0, rules, trust);
}

/* Periods are counted from the day after their event (Civil Code 2015, 147.2); of months, the same
 * date or the month's last day (148.2). */
static day offset_from(const struct part *part, day d, const struct day_rules *rules,
		       struct day_trust *trust)
{
	if (d == DAY_NONE)
		return DAY_NONE;
	switch (part->unit) {
	case OFFSET_DAYS:
		return roll(d + part->offset, rules, trust);
	case OFFSET_WORKING_DAYS:
		return part->offset ? count_working(d, part->offset, rules, trust) : d;
	case OFFSET_MONTHS:
		return roll(day_add_months(d, part->offset), rules, trust);
	case OFFSET_NONE:
		break;
	}
	return DAY_NONE;
}

day part_day(const struct part *part, const struct day_rules *rules, struct day_trust *trust)
{
	switch (part->kind) {
	case PART_DATE:
		return roll(part->date, rules, trust);
	case PART_BEFORE:
		return roll(part->date - (rules->before_inclusive ? 0 : 1), rules, trust);
	case PART_PERIOD:
		return roll(part->period.last, rules, trust);
	case PART_RANGE:
		return roll(part->until.last, rules, trust);
	case PART_ISSUED:
		return offset_from(part, rules->issued, rules, trust);
	default:
		return DAY_NONE;
	}
}

day part_day_after(const struct part *part, day trigger, const struct day_rules *rules,
		   struct day_trust *trust)
{
	return part->kind == PART_AFTER ? offset_from(part, trigger, rules, trust) : DAY_NONE;
}

/* Day `date` of the month, or its last day where it is shorter. */
static day date_in_month(int year, int month, int date)
{
	int length = month_length(year, month);
	return day_of(year, month, date < length ? date : length);
}

static day recurring_day(const struct part *part, struct period period)
{
	int year, month, date;
	day_split(period.last, &year, &month, &date);
	switch (part->on) {
	case RECURRING_LAST:
		break;
	case RECURRING_DATE:
		return date_in_month(year, month, part->on_date);
	case RECURRING_YEARLY:
		return date_in_month(year, part->on_month, part->on_date);
	case RECURRING_MONTH:
		return date_in_month(year, part->on_month, 31);
	case RECURRING_WEEKDAY:
		return period.first + part->on_date - 1;
	case RECURRING_AFTER:
		return period.last + part->on_date;
	}
	return period.last;
}

day part_day_in(const struct part *part, struct period period, const struct day_rules *rules,
		struct day_trust *trust)
{
	if (period.kind == PERIOD_NONE || !part_is_recurring(part))
		return DAY_NONE;
	day d = part->kind == PART_YEARS ? period.last : recurring_day(part, period);
	return roll(d, rules, trust);
}

struct periods {
	struct arena *arena;
	struct period *items;
	size_t count;
	day first, last;
};

static void keep_touching(struct periods *p, struct period period)
{
	if (period.kind == PERIOD_NONE || period.last < p->first || period.first > p->last)
		return;
	p->items = arena_more(p->arena, p->items, p->count, sizeof *p->items);
	p->items[p->count++] = period;
}

/* The first quarter, the first half, the third quarter, the year: the reports of reform
 * (581/BNV-CCHC). */
static void reports_of(struct periods *p, int year)
{
	keep_touching(p, period_make(PERIOD_QUARTER, year, 1));
	keep_touching(p, period_make(PERIOD_HALF, year, 1));
	keep_touching(p, period_make(PERIOD_QUARTER, year, 3));
	keep_touching(p, period_make(PERIOD_YEAR, year, 1));
}

size_t part_periods(struct arena *a, const struct part *part, day first, day last,
		    struct period **periods)
{
	static const enum period_kind kinds[] = {
	    [RHYTHM_WEEK] = PERIOD_WEEK,       [RHYTHM_MONTH] = PERIOD_MONTH,
	    [RHYTHM_QUARTER] = PERIOD_QUARTER, [RHYTHM_HALF] = PERIOD_HALF,
	    [RHYTHM_YEAR] = PERIOD_YEAR,
	};
	struct periods p = {.arena = a, .first = first, .last = last};
	*periods = NULL;
	if (first == DAY_NONE || last == DAY_NONE || !part_is_recurring(part))
		return 0;
	if (part->kind == PART_YEARS && p.first < part->period.first)
		p.first = part->period.first;
	if (p.first > p.last)
		return 0;
	if (part->kind == PART_RECURRING && part->rhythm == RHYTHM_REPORTS) {
		for (int year = day_year(p.first); year <= day_year(p.last); year++)
			reports_of(&p, year);
	} else {
		enum period_kind kind =
		    part->kind == PART_YEARS ? PERIOD_YEAR : kinds[part->rhythm];
		struct period at = period_of(kind, p.first);
		for (; at.kind != PERIOD_NONE && at.first <= p.last; at = period_next(at))
			keep_touching(&p, at);
	}
	*periods = p.items;
	return p.count;
}

static day part_start(const struct part *part)
{
	switch (part->kind) {
	case PART_DATE:
	case PART_BEFORE:
		return part->date;
	case PART_PERIOD:
	case PART_RANGE:
	case PART_YEARS:
	case PART_FROM:
		return part->period.first;
	default:
		return DAY_NONE;
	}
}

day deadline_start(const struct deadline *deadline)
{
	day first = DAY_NONE;
	for (size_t i = 0; i < deadline->count; i++) {
		day d = part_start(&deadline->parts[i]);
		if (d != DAY_NONE && (first == DAY_NONE || d < first))
			first = d;
	}
	return first;
}
