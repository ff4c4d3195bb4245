/* SPDX-License-Identifier: MIT
 * phraserhythm: what comes again and again: hằng quý, báo cáo theo quý, "quý I, 6 tháng, quý III,
 * năm", 01 lần/tháng, thường xuyên. */
#include "time/phrasecore.h"

#include "base/arena.h"

void core_add(const struct words *w, struct core *core, struct part part)
{
	core->parts = arena_more(w->arena, core->parts, core->count, sizeof part);
	core->parts[core->count++] = part;
}

static void rhythm_add(const struct words *w, struct core *core, enum rhythm rhythm)
{
	core_add(w, core, (struct part){.kind = PART_RECURRING, .rhythm = rhythm});
}

/* Whole phrases of one rhythm. */
static const struct {
	const char *words;
	enum rhythm rhythm;
} phrases[] = {
    {"tháng cuối của? hằng|mỗi|các|từng? quý", RHYTHM_QUARTER},
    {"tháng cuối của? mỗi|các|từng? kỳ báo? cáo?", RHYTHM_REPORTS},
    {"cuối hằng|mỗi|từng? kỳ báo? cáo?", RHYTHM_REPORTS},
    {"ngày làm? việc? cuối cùng? của? hằng|mỗi|từng? tuần", RHYTHM_WEEK},
    {"ngày làm? việc? cuối cùng? của? hằng|mỗi|từng? tháng", RHYTHM_MONTH},
    {"ngày làm? việc? cuối cùng? của? hằng|mỗi|từng? quý", RHYTHM_QUARTER},
    {"ngày làm? việc? cuối cùng? của? hằng|mỗi|từng? năm", RHYTHM_YEAR},
    {"cuối của? hằng|mỗi|từng tuần", RHYTHM_WEEK},
    {"cuối của? hằng|mỗi|từng? tháng", RHYTHM_MONTH},
    {"cuối của? hằng|mỗi|từng? quý", RHYTHM_QUARTER},
    {"cuối của? hằng|mỗi|từng năm", RHYTHM_YEAR},
    {"các|mỗi tháng trong năm", RHYTHM_MONTH},
    {"các|mỗi quý trong năm", RHYTHM_QUARTER},
    {"theo|hằng|mỗi|từng kỳ báo cáo", RHYTHM_REPORTS},
    {"báo cáo theo kỳ", RHYTHM_REPORTS},
    {"hằng|mỗi|từng sáu tháng", RHYTHM_HALF},
};

static size_t phrase_match(const struct words *w, size_t i, struct core *core)
{
	for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++) {
		size_t n = words_match(w, i, phrases[k].words);
		if (n && !words_number(w, i + n, 1, 4) && !quarter_read(w, i + n)) {
			rhythm_add(w, core, phrases[k].rhythm);
			return n;
		}
	}
	return 0;
}

static size_t unit_read(const struct words *w, size_t i, enum rhythm *rhythm)
{
	static const char *const units[] = {"tuần", "tháng", "quý", "năm"};
	static const enum rhythm rhythms[] = {RHYTHM_WEEK, RHYTHM_MONTH, RHYTHM_QUARTER,
					      RHYTHM_YEAR};
	size_t which, n = words_match_any(w, i, units, 4, &which);
	if (n)
		*rhythm = rhythms[which];
	return n;
}

/* Once in that many months; 0 when it is no known rhythm. */
static bool rhythm_of_months(int months, enum rhythm *rhythm)
{
	static const struct {
		int months;
		enum rhythm rhythm;
	} known[] = {{1, RHYTHM_MONTH}, {3, RHYTHM_QUARTER}, {6, RHYTHM_HALF}, {12, RHYTHM_YEAR}};
	for (size_t k = 0; k < 4; k++) {
		if (known[k].months == months) {
			*rhythm = known[k].rhythm;
			return true;
		}
	}
	return false;
}

static int months_in(enum rhythm rhythm)
{
	return rhythm == RHYTHM_YEAR ? 12 : rhythm == RHYTHM_QUARTER ? 3 : 1;
}

/* 01 lần/tháng, 2 lần trong năm, mỗi năm một lần, 6 tháng/lần, 3 tháng một lần. */
static size_t frequency_read(const struct words *w, size_t i, struct core *core)
{
	int times = 0, months = 0;
	enum rhythm rhythm;
	size_t j = i + words_match(w, i, "định kỳ");
	j += words_match(w, j, "mỗi|hằng");
	size_t n = unit_read(w, j, &rhythm) ? 0 : small_number_read(w, j, &times), m;
	if (n && (m = words_match(w, j + n, "lần /|trong|một|mỗi|hằng? một|mỗi|01|1?"))) {
		j += n + m;
		j += words_number(w, j, 1, 2) && w->tokens[j].number == 1;
		n = unit_read(w, j, &rhythm);
		if (!n)
			return 0;
		if (rhythm == RHYTHM_WEEK
			? times != 1
			: months_in(rhythm) % (times ? times : 99) ||
			      !rhythm_of_months(months_in(rhythm) / times, &rhythm))
			return 0;
		rhythm_add(w, core, rhythm);
		return j + n - i;
	}
	months = n ? times : 1;
	size_t unit = unit_read(w, j + n, &rhythm);
	if (!unit)
		return 0;
	j += n + unit;
	j += words_mark(w, j, '/');
	int once = 1;
	j += words_match(w, j, "mỗi");
	j += small_number_read(w, j, &once);
	if (!words_match(w, j, "lần") || once != 1)
		return 0;
	if (rhythm == RHYTHM_WEEK ? months != 1
				  : !rhythm_of_months(months * months_in(rhythm), &rhythm))
		return 0;
	rhythm_add(w, core, rhythm);
	return j + 1 - i;
}

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
	bool edge; /* "6 tháng đầu năm" is one half, unless the list is all reports */
};

/* "năm 2024", "tháng 3", "quý này", "năm học" are no elements. */
static bool is_dated(const struct words *w, size_t i)
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
	if (is_dated(w, j) || (words_match(w, j, "năm") && is_dated(w, j + 1)) ||
	    (count != 3 && count != 6 && count != 9))
		return 0;
	list->has |= count == 3 ? HAS_Q1 : count == 6 ? HAS_HALF : HAS_NINE;
	return j - i;
}

/* "quý I" without a year. */
static size_t quarter_element(const struct words *w, size_t i, struct report_list *list)
{
	int number = words_match(w, i, "quý") ? quarter_read(w, i + 1) : 0;
	if (!number || words_is_mark(w, i + 2, "/-") || words_number(w, i + 2, 1, 1000))
		return 0;
	if (words_match(w, i + 2, "năm") && is_dated(w, i + 3))
		return 0;
	list->has |= number == 1 ? HAS_Q1 : number == 3 ? HAS_Q3 : HAS_Q2_Q4;
	return 2;
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
	if (!n && !every && list->quarters)
		n = quarter_element(w, j, list);
	if (!n) {
		enum rhythm rhythm;
		n = unit_read(w, j, &rhythm);
		/* a bare "năm" ends a list; other bare units need "hằng" or its like before them */
		bool allowed = every || list->led || (rhythm == RHYTHM_YEAR && list->has);
		/* "hằng năm trước ngày 30/11" goes on with a date; "năm trước" is one */
		if (!n || !allowed || (!every && is_dated(w, j + n)))
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

static size_t list_separator(const struct words *w, size_t i)
{
	static const char *const patterns[] = {", và|hoặc|cùng", ",", "/", "và báo? cáo?",
					       "hoặc",		 ";", "-", "+"};
	return words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
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
	if (!list->led && !all && !((has & HAS_HALF) && (has & HAS_YEAR)))
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
static size_t list_read_with(const struct words *w, size_t i, bool quarters, struct core *core)
{
	struct report_list list = {.quarters = quarters};
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
	if (end > i)
		list_parts(w, core, &list);
	return core->count ? end - i : 0;
}

/* "hằng năm, quý IV" is no list, but "hằng năm" and something more. */
static size_t list_read(const struct words *w, size_t i, struct core *core)
{
	size_t n = list_read_with(w, i, true, core);
	return n ? n : list_read_with(w, i, false, core);
}

size_t rhythm_read(const struct words *w, size_t i, const struct phrase_context *context,
		   struct core *core)
{
	(void)context;
	*core = (struct core){.kind = CORE_RHYTHM, .begin = i};
	size_t n = frequency_read(w, i, core);
	if (!n)
		n = list_read(w, i, core);
	if (!n)
		n = phrase_match(w, i, core);
	core->end = i + n;
	return n;
}

size_t ongoing_read(const struct words *w, size_t i, struct core *core)
{
	static const char *const patterns[] = {
	    "nhiệm vụ thường xuyên",
	    "công việc thường xuyên",
	    "thường xuyên ,|và? liên tục",
	    "liên tục ,|và? thường xuyên",
	    "thường xuyên|kỳ",
	    "liên tục",
	    "hằng ngày",
	    "suốt quá trình thực? hiện?",
	    "trong suốt quá trình thực? hiện?",
	};
	static const char *const within[] = {
	    "trong cả? suốt? năm",
	    "suốt|cả năm",
	};
	*core = (struct core){.kind = CORE_ONGOING, .begin = i};
	size_t n = words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
	if (!n || (i && words_match(w, i - 1, "chi|không|nhiệm|trực")))
		return 0; /* chi thường xuyên is a kind of spending */
	size_t m = words_match_any(w, i + n, within, 2, NULL);
	if (m && !is_dated(w, i + n + m))
		n += m;
	core_add(w, core, (struct part){.kind = PART_ONGOING});
	core->end = i + n;
	return n;
}
