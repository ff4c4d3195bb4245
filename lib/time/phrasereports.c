/* SPDX-License-Identifier: MIT
 * phrasereports: lists of periods that come again: "hằng quý, 06 tháng, năm và đột xuất", "quý I, 6
 * tháng, quý III, năm", báo cáo theo quý. */
#include "time/phrasecore.h"

/* The elements of a list such as "hằng quý, 06 tháng, năm và đột xuất". */
enum {
	HAS_WEEK = 1,
	HAS_MONTH = 2,
	HAS_QUARTER = 4,
	HAS_HALF = 8,
	HAS_NINE = 16,
	HAS_YEAR = 32,
	HAS_Q1 = 64,
	HAS_Q3 = 128,
	HAS_Q2_Q4 = 256,
};

struct report_list {
	unsigned has;
	bool led; /* hằng, định kỳ, báo cáo theo: it is a rhythm, not a date */
	bool quarters;
	bool edge;     /* "6 tháng đầu năm" is one half, unless the list is all reports */
	bool whole;    /* nothing else stands in the clause: "tháng, quý, năm" */
	int plan_year; /* "và năm 2024" ends a list of that year's plan; 0: not known */
};

/* "năm 2024", "tháng 3", "quý này", "năm học" are no elements. */
bool rhythm_is_dated(const struct words *w, size_t i)
{
	if (words_number(w, i, 1, 1000) || quarter_read(w, i))
		return true;
	if (words_is_mark(w, i, "/-") && words_number(w, i + 1, 1, 1000))
		return true;
	/* "năm trước ngày 20/12" goes on with a date; "năm trước" is one */
	if (words_match(w, i, "trước|sau ngày|khi|hết|tháng|quý|năm"))
		return false;
	return words_match(w, i, "này|nay|trước|sau|đầu|cuối|tiếp|kế|liền|học|ngân") > 0;
}

static size_t months_element(const struct words *w, size_t i, struct report_list *list)
{
	int count;
	size_t n = small_number_read(w, i, &count);
	if (!n || !words_match(w, i + n, "tháng"))
		return 0;
	size_t j = i + n + 1;
	size_t edge = words_match(w, j, "đầu|cuối năm");
	j += edge;
	list->edge |= edge > 0;
	if (rhythm_is_dated(w, j) || (words_match(w, j, "năm") && rhythm_is_dated(w, j + 1)) ||
	    (count != 3 && count != 6 && count != 9 && (count != 12 || !list->has)))
		return 0;
	static const unsigned bits[] = {[6] = HAS_HALF, [9] = HAS_NINE, [12] = HAS_YEAR};
	unsigned three = list->led ? HAS_QUARTER : HAS_Q1;
	list->has |= count == 3 ? three : bits[count];
	return j - i;
}

/* "quý I" without a year. */
static size_t quarter_element(const struct words *w, size_t i, struct report_list *list)
{
	int number = words_match(w, i, "quý") ? quarter_read(w, i + 1) : 0;
	if (!number || words_is_mark(w, i + 2, "/-") || words_number(w, i + 2, 1, 1000))
		return 0;
	if (words_match(w, i + 2, "năm") && rhythm_is_dated(w, i + 3))
		return 0;
	list->has |= number == 1 ? HAS_Q1 : number == 3 ? HAS_Q3 : HAS_Q2_Q4;
	return 2;
}

/* "cả năm", "01 năm", and the plan's own year by its number; only behind other elements. */
static size_t year_element(const struct words *w, size_t i, struct report_list *list)
{
	bool behind = list->has & (HAS_HALF | HAS_NINE);
	size_t n = words_match(w, i, "cả năm");
	if (!n && words_number(w, i, 1, 2) && w->tokens[i].number == 1)
		n = words_match(w, i + 1, "năm") ? 2 : 0;
	if (n && rhythm_is_dated(w, i + n))
		n = 0;
	if (!n && words_match(w, i, "năm") && words_number(w, i + 1, 4, 4) && list->plan_year &&
	    w->tokens[i + 1].number == list->plan_year)
		n = 2;
	if (!n || !behind)
		return 0;
	list->has |= HAS_YEAR;
	return n;
}

static size_t list_separator(const struct words *w, size_t i)
{
	static const char *const patterns[] = {", và|hoặc|cùng", ",", "/", "và báo? cáo?",
					       "hoặc",		 ";", "-", "+"};
	return words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
}

static size_t element_read(const struct words *w, size_t i, struct report_list *list)
{
	static const unsigned bits[] = {[RHYTHM_WEEK] = HAS_WEEK,
					[RHYTHM_MONTH] = HAS_MONTH,
					[RHYTHM_QUARTER] = HAS_QUARTER,
					[RHYTHM_YEAR] = HAS_YEAR};
	size_t every = words_match(w, i, "hằng|mỗi|từng");
	size_t j = i + every;
	size_t n = months_element(w, j, list);
	if (!n && !every)
		n = year_element(w, j, list);
	if (!n && !every && list->quarters)
		n = quarter_element(w, j, list);
	if (!n) {
		enum rhythm rhythm;
		n = unit_read(w, j, &rhythm);
		/* a bare "năm" ends a list; other bare units need "hằng" or its like before them */
		bool allowed = every || list->led || (rhythm == RHYTHM_YEAR && list->has) ||
			       (n && list_separator(w, j + n));
		/* "hằng năm trước ngày 30/11" goes on with a date; "năm trước" is one */
		if (!n || !allowed || (!every && rhythm_is_dated(w, j + n)))
			return 0;
		list->has |= bits[rhythm];
	}
	list->led |= every > 0;
	return every + n;
}

static size_t lead_read(const struct words *w, size_t i, struct report_list *list)
{
	static const char *const leads[] = {
	    "thường xuyên báo cáo theo? định? kỳ?",
	    "báo cáo theo? định? kỳ?",
	    "theo định kỳ",
	    "định kỳ báo cáo",
	    "định kỳ theo?",
	    "theo từng?",
	    "chế độ báo cáo theo? định? kỳ?",
	};
	size_t n = words_match_any(w, i, leads, sizeof leads / sizeof *leads, NULL);
	list->led = n > 0;
	return n;
}

/* Which parts a list makes; none when it is no rhythm. The reports of reform are four a year, so
 * quarters, half and year together are `reports`. */
static void list_parts(const struct words *w, struct core *core, const struct report_list *list)
{
	unsigned has = list->has;
	bool quarters = (has & HAS_QUARTER) || ((has & HAS_Q1) && (has & (HAS_Q3 | HAS_NINE)));
	bool named = (has & (HAS_Q1 | HAS_Q3 | HAS_NINE | HAS_Q2_Q4)) != 0;
	bool all = quarters && (has & HAS_HALF) && (has & HAS_YEAR) && !(has & HAS_Q2_Q4);
	if (!all && (named || list->edge))
		return;
	bool bare = list->whole && (has & HAS_YEAR) && (has & (HAS_QUARTER | HAS_MONTH));
	if (!list->led && !all && !bare && !((has & HAS_HALF) && (has & HAS_YEAR)))
		return;
	if (has & HAS_WEEK)
		rhythm_add(w, core, RHYTHM_WEEK);
	if (has & HAS_MONTH)
		rhythm_add(w, core, RHYTHM_MONTH);
	if (all) {
		rhythm_add(w, core, RHYTHM_REPORTS);
		return;
	}
	if (has & HAS_QUARTER)
		rhythm_add(w, core, RHYTHM_QUARTER);
	if (has & HAS_HALF)
		rhythm_add(w, core, RHYTHM_HALF);
	if (has & HAS_YEAR)
		rhythm_add(w, core, RHYTHM_YEAR);
}

/* With `quarters`, "quý I" without a year is an element. */
static size_t list_read_with(const struct words *w, size_t i, bool quarters, int plan_year,
			     struct core *core)
{
	struct report_list list = {.quarters = quarters, .plan_year = plan_year};
	size_t j = i + lead_read(w, i, &list);
	size_t n = element_read(w, j, &list), end = j;
	while (n) {
		end = j + n;
		size_t separator = list_separator(w, end);
		if (!separator)
			break;
		j = end + separator;
		j += words_match(w, j, "báo cáo");
		n = element_read(w, j, &list);
		/* "đột xuất" may stand between; what follows it is read elsewhere */
		if (!n && words_match(w, j, "đột xuất ,|và|hoặc|;"))
			n = 2;
	}
	list.whole = (i == 0 || words_is_mark(w, i - 1, ";:(-+")) &&
		     (words_end(w, end) || words_is_mark(w, end, ";).") ||
		      words_match(w, end, "và|hoặc|, đột"));
	if (end > i)
		list_parts(w, core, &list);
	return core->count ? end - i : 0;
}

/* "hằng năm, quý IV" is no list, but "hằng năm" and something more. */
size_t list_read(const struct words *w, size_t i, const struct phrase_context *context,
		 struct core *core)
{
	int year = context && context->year == context->last_year ? context->year : 0;
	size_t n = list_read_with(w, i, true, year, core);
	return n ? n : list_read_with(w, i, false, year, core);
}
