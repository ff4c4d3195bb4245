/* SPDX-License-Identifier: MIT
 * phrasedate: one day as officers write it: 31/10/2023, ngày 14 tháng 4 năm 2021, 22/6. It does not
 * know lists, ranges or what stands around it. */
#include "time/phrasecore.h"

#include "time/canonical.h"

/* Separators of a date, doubled ones too; they must be alike. */
static size_t separators(const struct words *w, size_t i, char *mark)
{
	size_t n = 0;
	while (words_is_mark(w, i + n, "/-.") && n < 3) {
		char key = w->tokens[i + n].key[0];
		if (*mark && key != *mark)
			return 0;
		*mark = key;
		n++;
	}
	return n;
}

static void day_set(struct stamp *stamp, int date, int month, bool *invalid)
{
	stamp->unit = PERIOD_DAY;
	stamp->date = date;
	stamp->month = month;
	*invalid |= date < 1 || date > month_length(stamp->year ? stamp->year : 2024, month);
}

/* 31/10/2023, 31.10.2023, 31-10-2023, 2023-10-31, 2023/10/31. */
static size_t numeric_date(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	char mark = 0;
	size_t j = i + 1;
	size_t n = separators(w, j, &mark);
	if (!words_number(w, i, 1, 4) || !n || !words_number(w, j + n, 1, 2))
		return 0;
	size_t middle = j + n;
	j = middle + 1;
	n = separators(w, j, &mark);
	if (!n || !words_number(w, j + n, 1, 1000))
		return 0;
	size_t last = j + n;
	const struct token *first = &w->tokens[i], *third = &w->tokens[last];
	if (first->digits == 4 && third->digits <= 2 && mark != '.') {
		stamp->year = first->number;
		*invalid |= !canonical_year(stamp->year);
		day_set(stamp, third->number, w->tokens[middle].number, invalid);
		return last + 1 - i;
	}
	if (first->digits > 2 || third->digits < 2 || (mark == '.' && third->digits < 4))
		return 0;
	stamp->year = third->digits == 4 ? third->number : 0;
	*invalid |= !canonical_year(stamp->year);
	day_set(stamp, first->number, w->tokens[middle].number, invalid);
	return last + 1 - i;
}

/* Things that a fraction is of. */
static bool counts_things(const struct words *w, size_t i)
{
	return words_match(w, i, "nhiệm|chỉ|tiêu|đơn|xã|phường|huyện|sở|hồ|thủ|cơ|người|nội|ý") > 0;
}

/* ngày 14 tháng 4 năm 2021; without a year; 22/6 and "ngày 22-6". */
static size_t spoken_date(const struct words *w, size_t i, bool day_said, struct stamp *stamp,
			  bool *invalid)
{
	if (!words_number(w, i, 1, 2))
		return 0;
	int month = 0;
	char mark = 0;
	size_t j = i + 1;
	size_t n = words_match(w, j, "tháng");
	bool spoken = n > 0;
	if (!day_said && w->tokens[i].number == 24 && words_mark(w, j, '/') &&
	    words_number(w, j + 1, 1, 1))
		return 0; /* 24/7 is no day */
	if (spoken && !day_said && !words_match(w, j + 2, "năm") && w->tokens[i].number <= 12)
		return 0; /* "6 tháng 9" is no date */
	if (!spoken && !day_said && counts_things(w, j + 2))
		return 0; /* "01/12 nhiệm vụ" */
	j += n;
	if (!spoken) {
		n = separators(w, j, &mark);
		if (!n || (mark != '/' && !day_said))
			return 0;
		j += n;
	}
	n = spoken ? small_number_read(w, j, &month) : 0;
	if (!n && words_number(w, j, 1, 2)) {
		month = w->tokens[j].number;
		n = 1;
	}
	if (!n || (!spoken && words_mark(w, j + n, mark) && words_number(w, j + n + 1, 1, 3)))
		return 0;
	j += n;
	size_t year = year_read(w, j, stamp, invalid);
	if (mark == '-' && !year && month > 12)
		return 0; /* "ngày 10-15" of a month */
	day_set(stamp, w->tokens[i].number, month, invalid);
	return j + year - i;
}

size_t date_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "ngày|mồng|mùng|ngay");
	size_t j = i + said;
	size_t n = numeric_date(w, j, stamp, invalid);
	if (!n)
		n = spoken_date(w, j, said > 0, stamp, invalid);
	return n ? said + n : 0;
}
