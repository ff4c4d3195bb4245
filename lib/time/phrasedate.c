/* SPDX-License-Identifier: MIT
 * phrasedate: one date or period as officers write it: 31/10/2023, Quý I/2024, 6 tháng đầu năm, cuối
 * năm. It does not know lists, ranges or what stands around it. */
#include "time/phrasecore.h"

#include "time/canonical.h"

static const char *const number_words[] = {
    "một|giêng", "hai", "ba", "tư|bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
};

size_t small_number_read(const struct words *w, size_t i, int *number)
{
	if (words_number(w, i, 1, 3)) {
		*number = w->tokens[i].number;
		return 1;
	}
	size_t which, n = words_match_any(w, i, number_words, 10, &which);
	if (!n)
		return 0;
	*number = (int)which + 1;
	if (which == 9 && words_match(w, i + 1, "một|hai")) {
		*number = words_match(w, i + 1, "một") ? 11 : 12;
		return 2;
	}
	return 1;
}

int quarter_read(const struct words *w, size_t i)
{
	static const char *const roman[] = {"i", "ii", "iii", "iv"};
	size_t which;
	if (words_match_any(w, i, roman, 4, &which))
		return (int)which + 1;
	if (!words_number(w, i, 1, 2))
		return 0;
	int n = w->tokens[i].number;
	return n >= 1 && n <= 4 ? n : 0;
}

/* "Quý II, năm 2024"; "Quý II, 2024" where nothing follows. */
static bool comma_year(const struct words *w, size_t i)
{
	if (!words_mark(w, i, ','))
		return false;
	return words_match(w, i + 1, "năm") ||
	       (words_number(w, i + 1, 4, 4) && words_end(w, i + 2));
}

/* A year behind a unit: "/2024", "năm 2024", "-2024", "2024", "năm /2024". Digits of another count
 * are taken too and make the stamp invalid. */
static size_t year_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t j = i, marks = 0;
	if (words_mark(w, j, '(')) { /* "Quý I (năm 2024)" */
		size_t year_word = words_match(w, j + 1, "năm");
		j += 1 + year_word;
		if (!words_number(w, j, 4, 4) || !words_mark(w, j + 1, ')'))
			return 0;
		stamp->year = w->tokens[j].number;
		*invalid |= !canonical_year(stamp->year);
		return j + 2 - i;
	}
	j += words_match(w, j, "của");
	while (marks < 3 && (words_is_mark(w, j, "/-.") || (marks == 0 && comma_year(w, j)))) {
		j++;
		marks++;
	}
	size_t year = words_match(w, j, "năm");
	j += year;
	if (year && words_mark(w, j, '/'))
		j++;
	if (!words_number(w, j, 2, 1000))
		return 0;
	int digits = w->tokens[j].digits;
	if (digits == 4) {
		stamp->year = w->tokens[j].number;
		*invalid |= !canonical_year(stamp->year);
		return j + 1 - i;
	}
	/* "quý I - 15/4" goes on with something else */
	if (words_is_mark(w, j + 1, "/-.") && digits < 3)
		return 0;
	if (!marks && !year)
		return 0;
	if (words_mark(w, j - 1 - (year > 0), '-') && digits < 3)
		return 0; /* quý I - 2: a range */
	*invalid = true;
	return j + 1 - i;
}

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

/* 31/10/2023, 31.10.2023, 31-10-2023, 2023-10-31. */
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
	if (first->digits == 4 && third->digits <= 2 && mark == '-') {
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
	if (spoken && !day_said && !words_match(w, j + 2, "năm"))
		return 0; /* "6 tháng 9" is no date */
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
	day_set(stamp, w->tokens[i].number, month, invalid);
	return j + year - i;
}

static size_t date_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "ngày|mồng|mùng");
	size_t j = i + said;
	size_t n = numeric_date(w, j, stamp, invalid);
	if (!n)
		n = spoken_date(w, j, said > 0, stamp, invalid);
	return n ? said + n : 0;
}

static void unit_set(struct stamp *stamp, enum period_kind unit, int number)
{
	stamp->unit = unit;
	stamp->number = number;
}

/* tháng 3/2024, tháng 3, T3/2024, 6/2025. */
static size_t month_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "tháng"), j = i + said;
	int month = 0;
	size_t n = 0;
	if (!said && words_match(w, i, "t") && words_number(w, i + 1, 1, 2))
		said = 1, j = i + 1;
	if (said) {
		n = small_number_read(w, j, &month);
		if (n && words_match(w, j, "năm") && words_number(w, j + 1, 4, 4))
			n = 0; /* "tháng năm 2024" has lost its number */
	} else if (words_number(w, j, 1, 2) && words_is_mark(w, j + 1, "/-.") &&
		   (words_number(w, j + 2, 4, 1000) ||
		    (words_is_mark(w, j + 2, "/") && words_number(w, j + 3, 4, 1000)))) {
		month = w->tokens[j].number;
		n = 1;
	}
	if (!n)
		return 0;
	unit_set(stamp, PERIOD_MONTH, month);
	*invalid |= month < 1 || month > 12;
	j += n;
	return j + year_read(w, j, stamp, invalid) - i;
}

/* quý I/2024, quý 1 năm 2024, Q1/2024, quý I. */
static size_t quarter_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "q .");
	if (!said)
		said = words_match(w, i, "quý|q");
	bool bare = words_match(w, i, "i|ii|iii|iv") && words_mark(w, i + 1, '/') &&
		    words_number(w, i + 2, 4, 4); /* II/2024 */
	if (!said && !bare)
		return 0;
	int number = quarter_read(w, i + said);
	bool wrong = !number && (words_number(w, i + said, 1, 2) ||
				 words_match(w, i + said, "v|vi|l|ll|lll|lv"));
	if (!number && !wrong)
		return 0;
	unit_set(stamp, PERIOD_QUARTER, number);
	*invalid |= wrong;
	size_t j = i + said + 1;
	return j + year_read(w, j, stamp, invalid) - i;
}

/* "6 tháng" with nothing behind it is a length of time, unless a report of it is meant. */
static bool stands_alone(const struct words *w, size_t i)
{
	if (i == 0 || words_is_mark(w, i - 1, ",;:.-+"))
		return true;
	return words_match(w, i - 1, "và|cáo|kết|kỳ|hoặc|theo");
}

/* 6 tháng đầu năm 2024, 9 tháng, 3 tháng cuối năm, nửa đầu năm. */
static size_t months_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	int count = 0;
	size_t n = small_number_read(w, i, &count);
	size_t j = i + n;
	if (n && words_match(w, j, "tháng"))
		j++;
	else if (words_match(w, i, "nửa"))
		count = 6, j = i + 1;
	else
		return 0;
	if (count != 3 && count != 6 && count != 9)
		return 0;
	size_t first = words_match(w, j, "đầu của? năm?"),
	       last = words_match(w, j, "cuối của? năm?");
	j += first + last;
	bool half_said = first || last;
	/* the year may stand behind the word that was just taken */
	size_t back = half_said && words_match(w, j - 1, "năm");
	size_t year = year_read(w, j - back, stamp, invalid);
	if (year)
		j = j - back + year;
	if (!half_said && !year && (count == 3 || !stands_alone(w, i)))
		return 0;
	if (words_match(w, j, "kể|từ|một|lần|mỗi|trước|sau|tính|làm") || words_mark(w, j, '/'))
		return 0;
	if (count == 3)
		unit_set(stamp, PERIOD_QUARTER, last ? 4 : 1);
	else if (count == 6)
		unit_set(stamp, PERIOD_HALF, last ? 2 : 1);
	else
		unit_set(stamp, PERIOD_NINE, 1);
	return j - i;
}

static size_t week_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "tuần thứ?");
	if (!said || !words_number(w, i + said, 1, 2))
		return 0;
	unit_set(stamp, PERIOD_WEEK, w->tokens[i + said].number);
	size_t year = year_read(w, i + said + 1, stamp, invalid);
	return year ? said + 1 + year : 0;
}

/* năm 2024, 2024. A bare number must not be followed by a word it counts. */
static size_t year_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "năm"), j = i + said;
	if (said && words_match(w, j, "học"))
		return 0;
	if (said && words_is_mark(w, j, "/:"))
		j++;
	if (!words_number(w, j, 4, said ? 5 : 4))
		return 0;
	stamp->year = w->tokens[j].number;
	bool fine = w->tokens[j].digits == 4 && canonical_year(stamp->year);
	if (!said && !fine)
		return 0;
	if (!said && i > 0 && words_is_mark(w, i - 1, "/"))
		return 0; /* "V/2024" has lost what the year belongs to */
	if (!said && (words_is_mark(w, j + 1, "%/.") && words_number(w, j + 2, 1, 1000)))
		return 0;
	*invalid |= !fine;
	unit_set(stamp, PERIOD_YEAR, 1);
	return j + 1 - i;
}

/* Civil Code 2015, Article 146: đầu năm is 1 January, giữa năm 30 June, cuối năm 31 December; đầu
 * tháng the 1st, giữa tháng the 15th, cuối tháng the last day. */
static size_t edge_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	static const char *const edges[] = {"đầu", "giữa", "cuối"};
	static const enum edge values[] = {EDGE_FIRST, EDGE_MIDDLE, EDGE_LAST};
	size_t which;
	if (!words_match_any(w, i, edges, 3, &which))
		return 0;
	size_t n = month_read(w, i + 1, stamp, invalid);
	if (!n && which != 1)
		n = quarter_stamp(w, i + 1, stamp, invalid);
	if (!n)
		n = year_stamp(w, i + 1, stamp, invalid);
	if (!n && (n = words_match(w, i + 1, "năm")) && !words_match(w, i + 2, "sau|trước|học"))
		unit_set(stamp, PERIOD_YEAR, 1);
	if (!n || stamp->unit == PERIOD_NONE)
		return 0;
	stamp->edge = values[which];
	return n + 1;
}

/* 2024-03, 2024-q1: canonical names among Vietnamese words. */
static size_t canonical_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	if (!words_number(w, i, 4, 4) || !words_mark(w, i + 1, '-') ||
	    w->tokens[i].end != w->tokens[i + 1].begin)
		return 0;
	stamp->year = w->tokens[i].number;
	*invalid |= !canonical_year(stamp->year);
	if (words_number(w, i + 2, 2, 2) && !words_is_mark(w, i + 3, "/-.")) {
		unit_set(stamp, PERIOD_MONTH, w->tokens[i + 2].number);
		return 3;
	}
	bool quarter = words_match(w, i + 2, "q") > 0;
	if ((!quarter && !words_match(w, i + 2, "h")) || !words_number(w, i + 3, 1, 1))
		return 0;
	unit_set(stamp, quarter ? PERIOD_QUARTER : PERIOD_HALF, w->tokens[i + 3].number);
	return 4;
}

size_t stamp_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	static size_t (*const readers[])(const struct words *, size_t, struct stamp *, bool *) = {
	    canonical_stamp, date_read,	    months_stamp, edge_read,
	    month_read,	     quarter_stamp, week_stamp,	  year_stamp,
	};
	for (size_t k = 0; k < sizeof readers / sizeof *readers; k++) {
		bool wrong = false;
		*stamp = (struct stamp){0};
		size_t n = readers[k](w, i, stamp, &wrong);
		if (n) {
			*invalid =
			    wrong || (stamp->year && stamp_period(stamp).kind == PERIOD_NONE);
			return n;
		}
	}
	return 0;
}

/* The day an edge of a period stands for. */
static day edge_day(const struct stamp *stamp, struct period p)
{
	if (stamp->edge == EDGE_FIRST)
		return p.first;
	if (stamp->edge == EDGE_LAST)
		return p.last;
	return stamp->unit == PERIOD_YEAR ? day_of(stamp->year, 6, 30) : p.first + 14;
}

struct period stamp_period(const struct stamp *stamp)
{
	struct period p;
	if (stamp->unit == PERIOD_DAY)
		return period_of(PERIOD_DAY, day_of(stamp->year, stamp->month, stamp->date));
	p = period_make(stamp->unit, stamp->year, stamp->number);
	if (p.kind == PERIOD_NONE || stamp->edge == EDGE_WHOLE)
		return p;
	return period_of(PERIOD_DAY, edge_day(stamp, p));
}
