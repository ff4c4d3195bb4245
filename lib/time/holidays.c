/* SPDX-License-Identifier: MIT
 * holidays: the days off of a year as the Labour Code lets them be computed. It does not know
 * calendar files. */
#include "time/holidays.h"

#include "time/calendar.h"

/* The Labour Code 2019 took effect on 2021-01-01; before it the National Day was one day. */
enum { CODE_2019 = 2021 };

static bool has(const struct holidays *h, day d)
{
	for (size_t i = 0; i < h->count; i++)
		if (h->days[i].date == d)
			return true;
	return false;
}

/* In order of dates; a date that is there keeps its first name. */
static void add(struct holidays *h, day d, const char *name)
{
	if (d == DAY_NONE || has(h, d) || h->count == HOLIDAYS_ROOM)
		return;
	size_t i = h->count++;
	for (; i > 0 && h->days[i - 1].date > d; i--)
		h->days[i] = h->days[i - 1];
	h->days[i] = (struct holiday){d, name, 0};
}

/* Five days. The Prime Minister chooses them each year; in all years since 2015 without a swap they
 * were two days before and three from the first, or Monday to Friday where the first is a
 * Tuesday. */
static void add_tet(struct holidays *h, int year)
{
	day first = lunar_new_year(year);
	day from = day_weekday(first) == 2 ? first - 1 : first - 2;
	for (int i = 0; i < 5; i++)
		add(h, from + i, "Tết Nguyên đán");
}

/* 2 September and the day before or after it, whichever leaves the longer block with the weekend:
 * what was announced for 2021 to 2026. */
static void add_national_day(struct holidays *h, int year)
{
	day d = day_of(year, 9, 2);
	add(h, d, "Quốc khánh");
	if (year < CODE_2019)
		return;
	int weekday = day_weekday(d);
	bool after = weekday == 1 || weekday == 4 || weekday == 7;
	add(h, after ? d + 1 : d - 1, "Quốc khánh");
}

/* A holiday on a Saturday or Sunday is made up on the next working day (Labour Code 2019, 111.3). */
static void add_in_lieu(struct holidays *h)
{
	struct holidays given = *h;
	for (size_t i = 0; i < given.count; i++) {
		day d = given.days[i].date;
		if (day_weekday(d) < 6)
			continue;
		while (day_weekday(d) >= 6 || has(h, d))
			d++;
		add(h, d, "Nghỉ bù");
	}
}

void holidays_compute(struct holidays *h, int year)
{
	h->count = 0;
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return;
	add(h, day_of(year, 1, 1), "Tết Dương lịch");
	add_tet(h, year);
	add(h, lunar_hung_kings(year), "Giỗ Tổ Hùng Vương");
	add(h, day_of(year, 4, 30), "Ngày Chiến thắng");
	add(h, day_of(year, 5, 1), "Ngày Quốc tế lao động");
	add_national_day(h, year);
	add_in_lieu(h);
}

size_t calendar_compute(int year, day off[], size_t room)
{
	struct holidays h;
	holidays_compute(&h, year);
	size_t n = h.count < room ? h.count : room;
	for (size_t i = 0; i < n; i++)
		off[i] = h.days[i].date;
	return n;
}
