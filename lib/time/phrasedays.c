/* SPDX-License-Identifier: MIT
 * phrasedays: several days that share a month or several months that share a day: "ngày 15 và
 * 16/3/2024", "ngày 15 các tháng 3, 6, 9, 12", "15-20/3/2024". It does not know years that are not
 * said. */
#include "time/phrasecore.h"

#include "base/arena.h"

enum { DAYS_ROOM = 12 };

/* Days and months as numbers, and the year behind the last. */
struct days {
	int dates[DAYS_ROOM], months[DAYS_ROOM], years[DAYS_ROOM];
	size_t date_count, month_count;
};

static size_t list_mark(const struct words *w, size_t i)
{
	static const char *const patterns[] = {", và", ",", "và", "&", "+"};
	return words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
}

/* Bare days with marks between: the "15, 20 và" of "15, 20 và 25/3". `all`: the last too. */
static size_t dates_read(const struct words *w, size_t i, bool all, struct days *days)
{
	size_t j = i + words_match(w, i, "các? ngày|mồng|mùng");
	while (words_number(w, j, 1, 2) && days->date_count < DAYS_ROOM) {
		size_t mark = list_mark(w, j + 1);
		if (!mark && !all)
			break;
		days->dates[days->date_count++] = w->tokens[j].number;
		j += 1 + mark;
		if (!mark)
			break;
		j += words_match(w, j, "ngày");
	}
	return j - i;
}

/* "các tháng 3, 6, 9 và 12", "tháng 6/2024 và tháng 12/2024": two months at least. */
static size_t months_read(const struct words *w, size_t i, struct days *days, bool *invalid)
{
	size_t j = i + words_match(w, i, "của|trong|vào");
	j += words_match(w, j, "các");
	if (!words_match(w, j, "tháng"))
		return 0;
	size_t end = j;
	while (days->month_count < DAYS_ROOM) {
		struct stamp stamp = {0};
		size_t said = words_match(w, j, "tháng");
		j += said;
		if (!words_number(w, j, 1, 2))
			break;
		size_t year = year_read(w, j + 1, &stamp, invalid);
		size_t next = j + 1 + year;
		/* "3, 6 tháng" counts something else */
		if (!said && !words_end(w, next) && !list_mark(w, next) &&
		    !words_is_mark(w, next, ";.)(") && !words_match(w, next, "hằng|mỗi"))
			break;
		days->months[days->month_count] = w->tokens[j].number;
		days->years[days->month_count++] = stamp.year;
		end = next;
		size_t mark = list_mark(w, next);
		if (!mark)
			break;
		j = next + mark;
	}
	return days->month_count > 1 ? end - i : 0;
}

static void item_add(const struct words *w, struct core *core, struct stamp at, bool before,
		     bool *invalid)
{
	struct item item = {.at = at, .before = before};
	struct stamp sure = at;
	sure.year = at.year ? at.year : 2024;
	*invalid |= stamp_period(&sure).kind == PERIOD_NONE;
	core->items = arena_more(w->arena, core->items, core->item_count, sizeof item);
	core->items[core->item_count++] = item;
}

/* Every day of every month, in order. */
static void days_add(const struct words *w, struct core *core, const struct days *days, bool before,
		     bool *invalid)
{
	for (size_t m = 0; m < days->month_count; m++) {
		for (size_t d = 0; d < days->date_count; d++) {
			struct stamp at = {.unit = PERIOD_DAY,
					   .year = days->years[m],
					   .month = days->months[m],
					   .date = days->dates[d]};
			item_add(w, core, at, before, invalid);
		}
	}
}

/* A last day that says the month: "15, 20 và 25/3/2024". */
static size_t last_read(const struct words *w, size_t i, bool said, struct days *days,
			bool *invalid)
{
	struct stamp stamp = {0};
	size_t n = date_read(w, i, &stamp, invalid);
	if (!n && said && words_number(w, i, 1, 2) && words_match(w, i + 1, "tháng")) {
		n = small_number_read(w, i + 2, &stamp.month);
		stamp.date = w->tokens[i].number;
		n = n ? 2 + n : 0;
	}
	if (!n || (!said && !stamp.year) || days->date_count == DAYS_ROOM)
		return 0;
	days->dates[days->date_count++] = stamp.date;
	days->months[0] = stamp.month;
	days->years[0] = stamp.year;
	days->month_count = 1;
	return n;
}

size_t day_list_read(const struct words *w, size_t i, bool before, struct core *core, bool *invalid)
{
	struct days days = {0};
	bool said = words_match(w, i, "ngày|các") || (i && words_match(w, i - 1, "ngày"));
	size_t j = i + dates_read(w, i, true, &days), n = 0;
	if (days.date_count && (said || before))
		n = months_read(w, j, &days, invalid);
	if (!n) {
		days = (struct days){0};
		j = i + dates_read(w, i, false, &days);
		n = days.date_count ? last_read(w, j, said, &days, invalid) : 0;
	}
	if (!n)
		return 0;
	if (core)
		days_add(w, core, &days, before, invalid);
	return j + n - i;
}

/* "ngày 15 - 20/3/2024", "15-20/3/2024": the first day says no month. */
size_t day_range_read(const struct words *w, size_t i, struct item *item, bool *invalid)
{
	size_t said = words_match(w, i, "ngày"), j = i + said;
	*item = (struct item){0};
	if (!words_number(w, j, 1, 2))
		return 0;
	size_t to = words_match(w, j + 1, "-|đến|tới hết? ngày?");
	size_t n = to ? date_read(w, j + 1 + to, &item->until, invalid) : 0;
	bool day_said = said || (i && words_match(w, i - 1, "ngày"));
	if (!n || (!day_said && !item->until.year))
		return 0;
	item->range = true;
	item->at = item->until;
	item->at.date = w->tokens[j].number;
	*invalid |= item->at.date < 1 || item->at.date > item->until.date;
	return said + 1 + to + n;
}
