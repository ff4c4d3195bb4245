/* SPDX-License-Identifier: MIT
 * phraseunit: one period as officers write it: Quý I/2024, tháng 3, 6 tháng đầu năm, cuối năm. It
 * does not know lists, ranges or what stands around it; days are read in phrasedate.c. */
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
size_t year_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
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

static void unit_set(struct stamp *stamp, enum period_kind unit, int number)
{
	stamp->unit = unit;
	stamp->number = number;
}

/* tháng 3/2024, tháng 3, T3/2024, 6/2025. */
static size_t month_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	int month = 0;
	size_t n = 0, said = words_match(w, i, "t|th|thg .?");
	if (!said || !words_number(w, i + said, 1, 2))
		said = words_match(w, i, "tháng|thang");
	size_t j = i + said;
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

/* "quý thứ hai", "quý đầu năm", "quý cuối năm": its number, and its words in *n. */
static int quarter_spoken(const struct words *w, size_t i, size_t *n)
{
	static const char *const names[] = {"một", "hai", "ba", "tư|bốn"};
	size_t which, said = words_match(w, i, "thứ");
	if (words_match_any(w, i + said, names, 4, &which)) {
		*n = said + 1;
		return (int)which + 1;
	}
	if (said && quarter_read(w, i + 1)) {
		*n = 2;
		return quarter_read(w, i + 1);
	}
	*n = words_match(w, i, "đầu|cuối của? năm");
	if (!*n)
		return 0;
	--*n; /* the year is read behind it */
	return words_match(w, i, "đầu") ? 1 : 4;
}

/* "Quý 1I", "Quý I I": something that belongs to the number stands behind it. */
static bool quarter_broken(const struct words *w, size_t i)
{
	if (words_end(w, i) || w->tokens[i].kind == TOKEN_MARK)
		return false;
	bool glued = w->tokens[i].begin == w->tokens[i - 1].end;
	return (glued && !words_match(w, i, "năm")) || words_match(w, i, "i|ii|iii|iv|v");
}

/* quý I/2024, quý 1 năm 2024, Q1/2024, quý I, quý hai năm 2024. */
static size_t quarter_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	size_t said = words_match(w, i, "q .");
	if (!said)
		said = words_match(w, i, "quý|q|quy");
	bool bare = words_match(w, i, "i|ii|iii|iv") && words_mark(w, i + 1, '/') &&
		    words_number(w, i + 2, 4, 4); /* II/2024 */
	if (!said && !bare)
		return 0;
	size_t j = i + said, n = 1;
	int number = quarter_read(w, j);
	if (!number && said)
		number = quarter_spoken(w, j, &n);
	bool wrong =
	    !number && (words_number(w, j, 1, 2) || words_match(w, j, "v|vi|l|ll|lll|lv|il|iiii"));
	if (!number && !wrong)
		return 0;
	unit_set(stamp, PERIOD_QUARTER, number);
	j += number ? n : 1;
	*invalid |= wrong || quarter_broken(w, j);
	return j + year_read(w, j, stamp, invalid) - i;
}

/* "6 tháng" with nothing behind it is a length of time, unless a report of it is meant. */
static bool stands_alone(const struct words *w, size_t i)
{
	if (i == 0 || words_is_mark(w, i - 1, ",;:.-+"))
		return true;
	return words_match(w, i - 1, "và|cáo|kết|kỳ|hoặc|theo");
}

/* What so many months stand for; of other numbers than 3, 6 and 9 the last day of "2 tháng đầu năm"
 * and the like. */
static bool months_set(struct stamp *stamp, int count, bool first, bool last)
{
	if (count == 3)
		unit_set(stamp, PERIOD_QUARTER, last ? 4 : 1);
	else if (count == 6)
		unit_set(stamp, PERIOD_HALF, last ? 2 : 1);
	else if (count == 9 && !last)
		unit_set(stamp, PERIOD_NINE, 1);
	else if (count >= 1 && count <= 11 && (first || last || count >= 10))
		unit_set(stamp, PERIOD_MONTH, last ? 12 : count), stamp->edge = EDGE_LAST;
	return stamp->unit != PERIOD_NONE;
}

/* 6 tháng đầu năm 2024, 9 tháng, 3 tháng cuối năm, nửa đầu năm. */
static size_t months_stamp(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	int count = 0;
	size_t n = small_number_read(w, i, &count);
	size_t j = i + n;
	if (n && words_match(w, j, "tháng"))
		j++;
	else if (words_match(w, i, "nửa đầu|cuối của? năm"))
		count = 6, j = i + 1;
	else
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
	if (!half_said && !year && (count == 3 || count >= 10 || !stands_alone(w, i)))
		return 0;
	if (words_match(w, j, "kể|từ|một|lần|mỗi|trước|sau|tính|làm") || words_mark(w, j, '/'))
		return 0;
	return months_set(stamp, count, first > 0, last > 0) ? j - i : 0;
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
	size_t said = words_match(w, i, "năm|nam"), j = i + said;
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

/* The words of an edge at i; 0 for those that belong to something else: "bắt đầu", "quý đầu". */
static size_t edge_word(const struct words *w, size_t i, enum edge *edge)
{
	static const struct {
		const char *words;
		enum edge edge;
	} table[] = {
	    {"đầu", EDGE_FIRST},    {"giữa", EDGE_MIDDLE},	   {"tuần cuối của?", EDGE_LAST},
	    {"cuối", EDGE_LAST},    {"thượng tuần", EDGE_TENTH},   {"trung tuần", EDGE_TWENTIETH},
	    {"hạ tuần", EDGE_LAST}, {"nửa đầu của?", EDGE_MIDDLE}, {"nửa cuối|sau của?", EDGE_LAST},
	};
	if (i && words_match(w, i - 1, "bắt|tuần|quý|tháng|ngày|họp"))
		return 0;
	for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
		size_t n = words_match(w, i, table[k].words);
		*edge = table[k].edge;
		if (n)
			return n;
	}
	return 0;
}

/* Civil Code 2015, Article 146: đầu năm is 1 January, giữa năm 30 June, cuối năm 31 December; đầu
 * tháng the 1st, giữa tháng the 15th, cuối tháng the last day. The three tuần of a month are ten
 * days each. */
static size_t edge_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid)
{
	enum edge edge;
	size_t lead = edge_word(w, i, &edge);
	if (!lead)
		return 0;
	size_t j = i + lead;
	bool of_month = edge == EDGE_TENTH || edge == EDGE_TWENTIETH || lead > 1;
	size_t n = month_read(w, j, stamp, invalid);
	if (!n && !of_month)
		n = quarter_stamp(w, j, stamp, invalid);
	if (!n && !of_month)
		n = year_stamp(w, j, stamp, invalid);
	if (!n && !of_month && (n = words_match(w, j, "năm")) &&
	    !words_match(w, j + 1, "sau|trước|học"))
		unit_set(stamp, PERIOD_YEAR, 1);
	if (!n || stamp->unit == PERIOD_NONE)
		return 0;
	stamp->edge = edge;
	return lead + n;
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
	switch (stamp->edge) {
	case EDGE_FIRST:
		return p.first;
	case EDGE_TENTH:
		return p.first + 9;
	case EDGE_TWENTIETH:
		return p.first + 19;
	case EDGE_MIDDLE:
		break;
	case EDGE_WHOLE:
	case EDGE_LAST:
		return p.last;
	}
	if (stamp->unit == PERIOD_YEAR)
		return day_of(stamp->year, 6, 30);
	if (stamp->unit == PERIOD_QUARTER)
		return day_of(stamp->year, 3 * stamp->number - 1, 15);
	return p.first + 14;
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
