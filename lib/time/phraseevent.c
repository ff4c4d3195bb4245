/* SPDX-License-Identifier: MIT
 * phraseevent: deadlines that wait for something: sau khi có …, 15 ngày kể từ ngày …. What is quoted
 * is never looked into for dates. */
#include "time/phrasecore.h"

#include <string.h>

#include "base/arena.h"

/* Do the words from i on speak of time all by themselves, up to the next separator? */
static bool understood(const struct words *w, size_t i, const struct phrase_context *context)
{
	struct core core;
	i += words_match(w, i, "và|hoặc|đồng? thời?");
	i += words_match(w, i, "dự kiến|định");
	size_t n = plain_core_read(w, i, context, &core);
	if (!n || (core.kind == CORE_DATED && core.code == CODE_DATE_INVALID))
		return false;
	i += n;
	return words_end(w, i) || words_is_mark(w, i, ",;.)") || words_match(w, i, "và|hoặc");
}

size_t words_stop(const struct words *w, size_t i, const struct phrase_context *context,
		  bool strict)
{
	int depth = 0;
	for (; !words_end(w, i); i++) {
		if (words_mark(w, i, '(') && words_match(w, i + 1, "dự kiến|định") &&
		    understood(w, i + 1, context))
			break;
		if (words_mark(w, i, '('))
			depth++;
		else if (words_mark(w, i, ')') && depth-- == 0)
			break;
		if (depth)
			continue;
		if (words_mark(w, i, ';') && (!strict || understood(w, i + 1, context)))
			break;
		if (words_match(w, i, "và|hoặc|,|;|.") && understood(w, i + 1, context))
			break;
		if (w->tokens[i].line_start && understood(w, i, context))
			break;
	}
	while (i && words_is_mark(w, i - 1, ".,;:-"))
		i--;
	return i;
}

enum length_unit { LENGTH_DAYS, LENGTH_WORKING, LENGTH_WEEKS, LENGTH_MONTHS, LENGTH_YEARS };

/* "15 ngày", "02 (hai) ngày làm việc", "3 tháng". */
static size_t length_read(const struct words *w, size_t i, struct part *part)
{
	static const char *const units[] = {"ngày làm việc", "ngày", "tuần", "tháng", "năm"};
	static const enum offset_unit kinds[] = {OFFSET_WORKING_DAYS, OFFSET_DAYS, OFFSET_DAYS,
						 OFFSET_MONTHS, OFFSET_MONTHS};
	static const int times[] = {1, 1, 7, 1, 12};
	int number;
	size_t j = i, which, n = small_number_read(w, j, &number);
	if (!n)
		return 0;
	j += n;
	if (words_mark(w, j, '(')) { /* the number again in words */
		size_t close = j + 1;
		while (!words_end(w, close) && !words_mark(w, close, ')') && close < j + 6)
			close++;
		if (!words_mark(w, close, ')'))
			return 0;
		j = close + 1;
	}
	n = words_match_any(w, j, units, 5, &which);
	if (!n || number > 999)
		return 0;
	part->unit = kinds[which];
	part->offset = number * times[which];
	return j + n - i;
}

/* The document itself: its issue is the plan's own. */
static bool is_issue(const struct words *w, size_t i, size_t end)
{
	static const char *const patterns[] = {
	    "ký? ban hành kế hoạch này?",
	    "ký? ban hành này?",
	    "ký kế? hoạch? này?",
	    "kế hoạch này? được ký? ban hành",
	    "kế hoạch này? được ký",
	    "kế hoạch này? ban hành",
	    "ký? ban hành chương trình này",
	    "ký? ban hành quyết|nghị định|quyết này",
	    "ký? ban hành chỉ|công thị|văn|điện này",
	    "ký? ban hành văn|đề bản|án này",
	};
	size_t n = words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
	return n && i + n == end;
}

/* Days and months from a day that is named are a date. */
static bool counted_date(const struct words *w, size_t i, size_t end, struct part *part)
{
	struct stamp stamp;
	bool invalid;
	size_t n = stamp_read(w, i, &stamp, &invalid);
	if (n != end - i || invalid || stamp.unit != PERIOD_DAY || !stamp.year)
		return false;
	day d = stamp_period(&stamp).first;
	if (part->unit == OFFSET_WORKING_DAYS)
		return false;
	d = part->unit == OFFSET_DAYS ? d + part->offset : day_add_months(d, part->offset);
	*part = (struct part){.kind = PART_DATE, .date = d};
	return d != DAY_NONE;
}

static void doubt(struct core *core, enum code code, const char *say)
{
	core->code = code;
	core->say = say;
}

/* Sau 15 ngày kể từ ngày …, trong thời hạn 05 ngày làm việc kể từ khi …, 100 ngày kể từ ngày ban
 * hành Kế hoạch. */
static size_t counted_read(const struct words *w, size_t i, const struct phrase_context *context,
			   struct core *core)
{
	static const char *const leads[] = {
	    "sau",
	    "chậm|muộn nhất sau",
	    "chậm|muộn nhất là? trong? vòng|thời? hạn|gian?",
	    "trong vòng|thời hạn|gian? không? quá?",
	    "trong",
	    "thời hạn|gian là?",
	    "tối đa là?",
	    "không quá",
	};
	static const char *const links[] = {
	    ",? kể từ ngày|khi|lúc", ",? kể từ thời điểm", ",? tính? từ ngày|khi|lúc",
	    ",? tính? từ thời điểm", ",? sau khi có?",	   ",? sau ngày|khi",
	    ",? kể|tính từ",	     ",? khi có?",
	};
	struct part part = {.kind = PART_AFTER};
	size_t lead = 99, j = i + words_match_any(w, i, leads, sizeof leads / sizeof *leads, &lead);
	size_t n = length_read(w, j, &part);
	if (!n || (i && words_match(w, i - 1, "trước")))
		return 0;
	size_t behind = j + n;
	n = words_match_any(w, behind, links, sizeof links / sizeof *links, NULL);
	if (!n)
		return 0;
	size_t begin = behind + n, end = words_stop(w, begin, context, false);
	if (end <= begin)
		return 0;
	*core = (struct core){.kind = CORE_AFTER, .begin = i, .end = end};
	if (is_issue(w, begin, end))
		part.kind = PART_ISSUED;
	else if (!counted_date(w, begin, end, &part))
		part.words = words_said(w, begin, end);
	if (lead == 0 && part.unit == OFFSET_DAYS && part.kind != PART_DATE)
		doubt(core, CODE_OFFSET_DAYS, words_said(w, i, behind));
	if (part.kind == PART_DATE)
		core->kind = CORE_CANONICAL;
	core_add(w, core, part);
	return end - i;
}

/* "… có hiệu lực 30 ngày": days that end the words of an event; where its own words end then. Months
 * may belong to its name: "báo cáo 6 tháng". */
static size_t trailing_length(const struct words *w, size_t begin, size_t end, struct part *part)
{
	static const char *const links[] = {"trong thời hạn|gian", "trong vòng", "trong",
					    "chậm|muộn nhất là?",  "không quá",	 "là"};
	for (size_t k = begin + 1; k < end; k++) {
		struct part length = {0};
		if (length_read(w, k, &length) != end - k || length.unit == OFFSET_MONTHS ||
		    words_match(w, k - 1, "hoạch|dịch|trình|điểm"))
			continue;
		part->offset = length.offset;
		part->unit = length.unit;
		for (size_t j = begin + 1; j < k; j++) {
			size_t n = words_match_any(w, j, links, sizeof links / sizeof *links, NULL);
			if (n && j + n == k)
				return j;
		}
		return k;
	}
	return end;
}

/* Ngay sau khi …, khi nhận được …, sau khi có …, and "sau Hội nghị …" at the beginning. */
static size_t awaited_read(const struct words *w, size_t i, const struct phrase_context *context,
			   struct core *core)
{
	static const char *const leads[] = {
	    "chậm|muộn nhất là? ngay? sau khi có?",
	    "ngay? sau khi có?",
	    "ngay? khi có?",
	    "kể từ khi|ngày có?",
	    "ngay? sau ngày",
	    "ngay? sau",
	};
	size_t which, n = words_match_any(w, i, leads, sizeof leads / sizeof *leads, &which);
	if (!n || (i && words_match(w, i - 1, "trước|trong|đến|mỗi|từ")))
		return 0;
	if (which >= 4 && words_number(w, i + n, 1, 1000))
		return 0; /* "sau 30 ngày", and nothing to count from */
	if (which >= 4 && i && !words_is_mark(w, i - 1, ",;:.-("))
		return 0;
	struct stamp stamp;
	bool invalid;
	size_t begin = i + n, end = words_stop(w, begin, context, false);
	if (end <= begin || stamp_read(w, begin, &stamp, &invalid))
		return 0; /* "kể từ ngày 15/01/2020" names a day, no event */
	*core = (struct core){.kind = CORE_AFTER, .begin = i, .end = end};
	struct part part = {.kind = PART_AFTER};
	size_t own = trailing_length(w, begin, end, &part);
	size_t last = own;
	while (last > begin + 1 && words_is_mark(w, last - 1, ".,;:-"))
		last--;
	part.words = words_said(w, begin, last);
	core_add(w, core, part);
	if (part.unit == OFFSET_NONE)
		doubt(core, CODE_NO_OFFSET, part.words);
	else if (part.unit == OFFSET_DAYS)
		doubt(core, CODE_OFFSET_DAYS, words_said(w, own, end));
	else
		doubt(core, CODE_DEADLINE_EMBEDDED, words_said(w, i, end));
	return end - i;
}

size_t event_read(const struct words *w, size_t i, const struct phrase_context *context,
		  struct core *core)
{
	size_t n = counted_read(w, i, context, core);
	return n ? n : awaited_read(w, i, context, core);
}
