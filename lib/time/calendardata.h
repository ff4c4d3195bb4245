/* SPDX-License-Identifier: MIT
 * calendardata: what a calendar holds. For calendar.c and calendarread.c. */
#ifndef PAR_CALENDARDATA_H
#define PAR_CALENDARDATA_H

#include "time/calendar.h"
#include "time/holidays.h"

struct calendar_year {
	int year;
	bool computed;
	struct place at;
};

/* In order of dates. */
struct listed_days {
	struct holiday *days;
	size_t count;
};

/* A day of any year; month 0: none. */
struct anchor {
	bool year_before;
	int month, date;
};

struct report_row {
	const char *to, *source;
	enum period_kind kind;
	int number;
	struct anchor first, last, send;
};

struct calendar {
	struct arena *arena;
	struct calendar_year *years;
	size_t year_count;
	struct listed_days off, work;
	struct report_row *reports;
	size_t report_count;
};

const struct calendar_year *calendar_year_find(const struct calendar *c, int year);
const struct holiday *listed_find(const struct listed_days *list, day d);
void listed_add(struct arena *a, struct listed_days *list, struct holiday one);

#endif
