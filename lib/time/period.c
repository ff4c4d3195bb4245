/* SPDX-License-Identifier: MIT
 * period: making, naming and reading periods. It does not know deadlines or plans. */
#include "time/period.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static const struct period nothing = {PERIOD_NONE, DAY_NONE, DAY_NONE};

/* The whole months first..last of a year. */
static struct period months(enum period_kind kind, int year, int first, int last)
{
	struct period p = {kind, day_of(year, first, 1),
			   day_of(year, last, month_length(year, last))};
	return p.first == DAY_NONE || p.last == DAY_NONE ? nothing : p;
}

/* Week 1 holds 4 January (ISO 8601). */
static day week_one(int year)
{
	day fourth = day_of(year, 1, 4);
	return fourth == DAY_NONE ? DAY_NONE : fourth - (day_weekday(fourth) - 1);
}

static int weeks_of(int year)
{
	int weekday = day_weekday(day_of(year, 12, 31));
	return weekday == 4 || (weekday == 5 && month_length(year, 2) == 29) ? 53 : 52;
}

static struct period week(int year, int number)
{
	day first = week_one(year);
	if (first == DAY_NONE || number < 1 || number > weeks_of(year))
		return nothing;
	first += 7 * (number - 1);
	return (struct period){PERIOD_WEEK, first, first + 6};
}

static struct period year_day(int year, int number)
{
	day d = day_of(year, 1, 1);
	if (d == DAY_NONE || number < 1 || number > 365 + (month_length(year, 2) == 29))
		return nothing;
	return (struct period){PERIOD_DAY, d + number - 1, d + number - 1};
}

/* For PERIOD_DAY the number counts from 1 January; PERIOD_SPAN cannot be made so. */
struct period period_make(enum period_kind kind, int year, int number)
{
	/* months in one, and how many of them a year has */
	static const int length[] = {[PERIOD_MONTH] = 1,
				     [PERIOD_QUARTER] = 3,
				     [PERIOD_HALF] = 6,
				     [PERIOD_NINE] = 9,
				     [PERIOD_YEAR] = 12};
	if (kind == PERIOD_DAY)
		return year_day(year, number);
	if (kind == PERIOD_WEEK)
		return week(year, number);
	if (kind < PERIOD_MONTH || kind > PERIOD_YEAR || number < 1)
		return nothing;
	int n = length[kind];
	if (number > 12 / n)
		return nothing;
	return months(kind, year, n * (number - 1) + 1, n * number);
}

static struct period week_of(day d)
{
	int year = day_year(d + 4 - day_weekday(d)); /* the year of its Thursday */
	day first = week_one(year);
	return first == DAY_NONE ? nothing : week(year, (d - first) / 7 + 1);
}

struct period period_of(enum period_kind kind, day d)
{
	int year, month, date;
	if (d == DAY_NONE)
		return nothing;
	day_split(d, &year, &month, &date);
	switch (kind) {
	case PERIOD_DAY:
		return (struct period){PERIOD_DAY, d, d};
	case PERIOD_WEEK:
		return week_of(d);
	case PERIOD_MONTH:
		return period_make(kind, year, month);
	case PERIOD_QUARTER:
		return period_make(kind, year, (month + 2) / 3);
	case PERIOD_HALF:
		return period_make(kind, year, (month + 5) / 6);
	case PERIOD_NINE:
		return month <= 9 ? period_make(kind, year, 1) : nothing;
	case PERIOD_YEAR:
		return period_make(kind, year, 1);
	case PERIOD_NONE:
	case PERIOD_SPAN:
		break;
	}
	return nothing;
}

struct period period_next(struct period p)
{
	switch (p.kind) {
	case PERIOD_NONE:
	case PERIOD_SPAN:
		return nothing;
	case PERIOD_NINE:
		return period_make(PERIOD_NINE, day_year(p.first) + 1, 1);
	default:
		return day_year(p.last + 1) > YEAR_LAST ? nothing : period_of(p.kind, p.last + 1);
	}
}

bool period_same(struct period a, struct period b)
{
	return a.kind == b.kind && a.first == b.first && a.last == b.last;
}

/* A span of whole years is named by them. */
static char *span_name(struct arena *a, struct period p)
{
	int first = day_year(p.first), last = day_year(p.last);
	if (p.first == day_of(first, 1, 1) && p.last == day_of(last, 12, 31))
		return arena_format(a, "%04d..%04d", first, last);
	return arena_format(a, "%s..%s", day_text(a, p.first), day_text(a, p.last));
}

char *period_name(struct arena *a, struct period p)
{
	int year, month, date;
	if (p.kind == PERIOD_NONE || p.first == DAY_NONE)
		return arena_copy(a, "", 0);
	day_split(p.first, &year, &month, &date);
	switch (p.kind) {
	case PERIOD_DAY:
		return day_text(a, p.first);
	case PERIOD_WEEK:
		year = day_year(p.first + 3);
		return arena_format(a, "%04d-W%02d", year, (p.first - week_one(year)) / 7 + 1);
	case PERIOD_MONTH:
		return arena_format(a, "%04d-%02d", year, month);
	case PERIOD_QUARTER:
		return arena_format(a, "%04d-Q%d", year, (month + 2) / 3);
	case PERIOD_HALF:
		return arena_format(a, "%04d-H%d", year, month > 6 ? 2 : 1);
	case PERIOD_NINE:
		return arena_format(a, "%04d-9M", year);
	case PERIOD_YEAR:
		return arena_format(a, "%04d", year);
	default:
		return span_name(a, p);
	}
}

struct period period_parse(const char *s, size_t n)
{
	int year = n >= 4 ? day_digits(s, 4) : -1;
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return nothing;
	if (n == 4)
		return period_make(PERIOD_YEAR, year, 1);
	if (s[4] != '-' || n < 7)
		return nothing;
	if (n == 10 && s[7] == '-')
		return period_of(PERIOD_DAY, day_parse_iso(s, n));
	if (n == 8 && s[5] == 'W')
		return period_make(PERIOD_WEEK, year, day_digits(s + 6, 2));
	if (n != 7)
		return nothing;
	if (s[5] == 'Q')
		return period_make(PERIOD_QUARTER, year, day_digits(s + 6, 1));
	if (s[5] == 'H')
		return period_make(PERIOD_HALF, year, day_digits(s + 6, 1));
	if (s[5] == '9' && s[6] == 'M')
		return period_make(PERIOD_NINE, year, 1);
	return period_make(PERIOD_MONTH, year, day_digits(s + 5, 2));
}

struct period period_parse_span(const char *s)
{
	size_t n = strlen(s);
	if (n == 10 && s[4] == '.' && s[5] == '.') {
		struct period from = period_parse(s, 4), to = period_parse(s + 6, 4);
		if (from.kind != PERIOD_YEAR || to.kind != PERIOD_YEAR || to.last < from.first)
			return nothing;
		return (struct period){PERIOD_SPAN, from.first, to.last};
	}
	if (n == 22 && s[10] == '.' && s[11] == '.') {
		day first = day_parse_iso(s, 10), last = day_parse_iso(s + 12, 10);
		if (first == DAY_NONE || last == DAY_NONE || last < first)
			return nothing;
		return (struct period){PERIOD_SPAN, first, last};
	}
	return n == 4 ? period_parse(s, n) : nothing;
}
