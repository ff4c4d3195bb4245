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

void rhythm_add(const struct words *w, struct core *core, enum rhythm rhythm)
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
    {"ngày cuối cùng? của? hằng|mỗi|từng? tuần", RHYTHM_WEEK},
    {"ngày cuối cùng? của? hằng|mỗi|từng? tháng", RHYTHM_MONTH},
    {"ngày cuối cùng? của? hằng|mỗi|từng? quý", RHYTHM_QUARTER},
    {"ngày cuối cùng? của? hằng|mỗi|từng? năm", RHYTHM_YEAR},
    {"cuối của? hằng|mỗi|từng tuần", RHYTHM_WEEK},
    {"cuối của? hằng|mỗi|từng? tháng", RHYTHM_MONTH},
    {"cuối của? hằng|mỗi|từng? quý", RHYTHM_QUARTER},
    {"cuối của? hằng|mỗi|từng năm", RHYTHM_YEAR},
    {"các|mỗi tháng trong năm", RHYTHM_MONTH},
    {"các|mỗi quý trong năm", RHYTHM_QUARTER},
    {"theo|hằng|mỗi|từng kỳ báo cáo", RHYTHM_REPORTS},
    {"báo cáo theo kỳ", RHYTHM_REPORTS},
    {"hằng|mỗi|từng sáu tháng", RHYTHM_HALF},
    {"của tháng báo cáo", RHYTHM_MONTH},
    {"tháng cuối cùng của hằng|mỗi|từng? quý", RHYTHM_QUARTER},
    {"thường niên", RHYTHM_YEAR},
};

size_t unit_read(const struct words *w, size_t i, enum rhythm *rhythm)
{
	static const char *const units[] = {"tuần", "tháng", "quý", "năm"};
	static const enum rhythm rhythms[] = {RHYTHM_WEEK, RHYTHM_MONTH, RHYTHM_QUARTER,
					      RHYTHM_YEAR};
	size_t which, n = words_match_any(w, i, units, 4, &which);
	/* "quy định" where accents are left out, "quý đơn vị" */
	if (!n || (which == 2 && words_match(w, i + 1, "định|chế|trình|hoạch|mô|cách|đơn|cơ|vị")))
		return 0;
	*rhythm = rhythms[which];
	return n;
}

/* The last working day of a period is at most its last day: that is taken, with a doubt. */
static size_t last_working(const struct words *w, size_t i, struct core *core)
{
	size_t n = words_match(w, i, "ngày làm việc cuối cùng? của? hằng|mỗi|từng?");
	enum rhythm rhythm;
	size_t unit = n ? unit_read(w, i + n, &rhythm) : 0;
	if (!unit || rhythm_is_dated(w, i + n + unit))
		return 0;
	rhythm_add(w, core, rhythm);
	core->code = CODE_DEADLINE_EMBEDDED;
	core->say = words_said(w, i, i + n + unit);
	return n + unit;
}

/* "ngày 20 của tháng", and nothing that says which. */
static size_t of_month(const struct words *w, size_t i, struct core *core)
{
	size_t n = words_match(w, i, "của|trong tháng");
	if (!n || !i || w->tokens[i - 1].kind != TOKEN_NUMBER ||
	    !(words_end(w, i + n) || words_is_mark(w, i + n, ",;.)")))
		return 0;
	rhythm_add(w, core, RHYTHM_MONTH);
	return n;
}

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

/* So many times in so many months (0: in a week). What no canonical word stands for, "hai tháng một
 * lần", must not be read as a shorter one. */
static void frequency_add(const struct words *w, struct core *core, int months, int times)
{
	enum rhythm rhythm;
	if (!months && times == 1)
		rhythm_add(w, core, RHYTHM_WEEK);
	else if (months > 0 && times > 0 && months % times == 0 &&
		 rhythm_of_months(months / times, &rhythm))
		rhythm_add(w, core, rhythm);
	else
		core->kind = CORE_POISON;
}

/* "tháng", "06 tháng", "01 năm": its months, 0 for a week, -1 for several. */
static size_t span_read(const struct words *w, size_t i, int *months)
{
	int count = 1;
	enum rhythm rhythm;
	bool five = words_match(w, i, "năm tuần|tháng|quý|năm") > 0; /* and no year */
	size_t n = five || !unit_read(w, i, &rhythm) ? small_number_read(w, i, &count) : 0;
	size_t unit = unit_read(w, i + n, &rhythm);
	bool week = unit && rhythm == RHYTHM_WEEK;
	if (!unit)
		return 0;
	*months = week ? -(count != 1) : count * months_in(rhythm);
	return n + unit;
}

/* 01 lần/tháng, 2 lần trong năm, 1 lần/6 tháng. */
static size_t times_of_span(const struct words *w, size_t i, struct core *core)
{
	int times, months;
	size_t n = small_number_read(w, i, &times);
	size_t link = n ? words_match(w, i + n, "lần /|trong|một|mỗi|hằng? một|mỗi?") : 0;
	size_t span = link ? span_read(w, i + n + link, &months) : 0;
	if (!span)
		return 0;
	frequency_add(w, core, months, times);
	return n + link + span;
}

/* mỗi năm một lần, 6 tháng/lần, 3 tháng một lần, 1 năm 2 lần. */
static size_t span_of_times(const struct words *w, size_t i, struct core *core)
{
	int times = 1, months;
	size_t j = i + span_read(w, i, &months);
	if (j == i)
		return 0;
	j += words_mark(w, j, '/');
	j += words_match(w, j, "mỗi");
	j += small_number_read(w, j, &times);
	if (!words_match(w, j, "lần"))
		return 0;
	frequency_add(w, core, months, times);
	return j + 1 - i;
}

static size_t frequency_read(const struct words *w, size_t i, struct core *core)
{
	size_t j = i + words_match(w, i, "định kỳ");
	j += words_match(w, j, "mỗi|hằng|trong");
	size_t n = times_of_span(w, j, core);
	if (!n)
		n = span_of_times(w, j, core);
	return n ? j + n - i : 0;
}

size_t rhythm_read(const struct words *w, size_t i, const struct phrase_context *context,
		   struct core *core)
{
	*core = (struct core){.kind = CORE_RHYTHM, .begin = i};
	size_t n = frequency_read(w, i, core);
	if (!n)
		n = list_read(w, i, context, core);
	if (!n)
		n = last_working(w, i, core);
	if (!n)
		n = of_month(w, i, core);
	if (!n)
		n = phrase_match(w, i, core);
	core->end = i + n;
	return n;
}

size_t ongoing_read(const struct words *w, size_t i, struct core *core)
{
	static const char *const patterns[] = {
	    "quanh năm",
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
	if (!n || (i && words_match(w, i - 1, "chi|không|nhiệm|trực|họp")))
		return 0; /* chi thường xuyên is a kind of spending */
	size_t m = words_match_any(w, i + n, within, 2, NULL);
	if (m && !rhythm_is_dated(w, i + n + m))
		n += m;
	core_add(w, core, (struct part){.kind = PART_ONGOING});
	core->end = i + n;
	return n;
}
