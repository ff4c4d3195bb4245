/* SPDX-License-Identifier: MIT
 * phrasemerge: pieces of a phrase that only together say when: "ngày 25" and "hằng tháng", "trước
 * ngày 10/12" and "hằng năm", "trong năm 2024" and "sau khi có …". */
#include "time/phrasecore.h"

#include <string.h>

#include "base/arena.h"

static bool semicolon_between(const struct words *w, const struct core *x, const struct core *y)
{
	for (size_t i = x->end; i < y->begin; i++)
		if (words_mark(w, i, ';'))
			return true;
	return false;
}

static bool near(const struct words *w, const struct core *x, const struct core *y)
{
	return gap_is_soft(w, x->end, y->begin) && !semicolon_between(w, x, y);
}

static bool touching(const struct core *x, const struct core *y)
{
	return x->end == y->begin;
}

static bool is_plain(const struct part *part, enum rhythm rhythm)
{
	return part->kind == PART_RECURRING && part->rhythm == rhythm && part->on == RECURRING_LAST;
}

/* Day `date` of the period's last month; "trước ngày 15" is day 14, and before the 1st the month
 * before ends. */
static struct part on_date(enum rhythm rhythm, int date, bool before)
{
	struct part p = {.kind = PART_RECURRING, .rhythm = rhythm, .on = RECURRING_DATE};
	p.on_date = date - before;
	if (!p.on_date)
		p.on = RECURRING_LAST;
	return p;
}

static struct part on_after(enum rhythm rhythm, int days, bool before)
{
	struct part p = {.kind = PART_RECURRING, .rhythm = rhythm, .on = RECURRING_AFTER};
	p.on_date = days - before;
	if (!p.on_date)
		p.on = RECURRING_LAST;
	return p;
}

/* ngày 25 + hằng tháng, ngày 05 + tháng sau, thứ Sáu + hằng tuần. */
static bool join_day(const struct words *w, struct core *x, const struct core *y)
{
	const struct core *days = x->kind == CORE_DAY || x->kind == CORE_WEEKDAY ? x : y;
	const struct core *other = days == x ? y : x;
	struct core joined = {.kind = CORE_RHYTHM, .introduced = true};
	bool next = other->kind == CORE_NEXT && days == x;
	if (days->kind != CORE_DAY && days->kind != CORE_WEEKDAY)
		return false;
	if (!next && !is_plain_rhythm(other))
		return false;
	enum rhythm rhythm = next ? other->unit : other->parts[0].rhythm;
	if ((days->kind == CORE_WEEKDAY) != (rhythm == RHYTHM_WEEK))
		return false;
	if (rhythm == RHYTHM_YEAR)
		return false;
	for (size_t i = 0; i < days->day_count; i++) {
		if (rhythm == RHYTHM_WEEK && next)
			core_add(w, &joined, on_after(rhythm, days->days[i], days->before));
		else if (rhythm == RHYTHM_WEEK)
			core_add(w, &joined,
				 (struct part){.kind = PART_RECURRING,
					       .rhythm = rhythm,
					       .on = RECURRING_WEEKDAY,
					       .on_date = days->days[i]});
		else if (next)
			core_add(w, &joined, on_after(rhythm, days->days[i], days->before));
		else
			core_add(w, &joined, on_date(rhythm, days->days[i], days->before));
	}
	joined.begin = x->begin;
	joined.end = y->end;
	*x = joined;
	return true;
}

/* Thứ Sáu, ngày 15/3/2024: the date counts, where it is a Friday. */
static bool join_weekday(const struct words *w, struct core *x, const struct core *y)
{
	const struct core *dated = x->kind == CORE_DATED ? x : y;
	const struct core *named = dated == x ? y : x;
	bool fits = dated->kind == CORE_DATED && named->kind == CORE_WEEKDAY && dated->count == 1 &&
		    dated->item_count == 1 && named->day_count == 1 &&
		    dated->items[0].at.unit == PERIOD_DAY && !dated->items[0].range;
	if (!fits)
		return false;
	struct core joined = *dated;
	struct period p = stamp_period(&dated->items[0].at);
	joined.begin = x->begin;
	joined.end = y->end;
	if (p.kind != PERIOD_NONE && day_weekday(p.first) != named->days[0]) {
		joined.code = CODE_DATE_INVALID;
		joined.say = words_said(w, joined.begin, joined.end);
		joined.suggest = NULL;
		joined.count = 0;
	}
	*x = joined;
	return true;
}

/* One date or period of every year. */
static bool yearly_part(const struct item *item, struct part *part)
{
	static const int months[] = {[PERIOD_MONTH] = 1,
				     [PERIOD_QUARTER] = 3,
				     [PERIOD_HALF] = 6,
				     [PERIOD_NINE] = 9,
				     [PERIOD_YEAR] = 12};
	const struct stamp *at = &item->at;
	*part = (struct part){.kind = PART_RECURRING, .rhythm = RHYTHM_YEAR};
	if (item->range || at->unit == PERIOD_WEEK)
		return false;
	struct stamp in = *at;
	in.year = 2024; /* any leap year: 29 February is a day */
	struct period p = stamp_period(&in);
	int year;
	if (p.kind == PERIOD_NONE)
		return false;
	if (at->edge == EDGE_WHOLE && at->unit != PERIOD_DAY && !item->before) {
		part->on = RECURRING_MONTH;
		part->on_month = months[at->unit] * at->number;
		return true;
	}
	day d = item->before ? p.first - 1 : p.last;
	part->on = RECURRING_YEARLY;
	day_split(d, &year, &part->on_month, &part->on_date);
	if (item->before && year != 2024)
		part->on_month = 12,
		part->on_date = 31; /* before 1 January: the year before ends */
	if (part->on_date == month_length(2024, part->on_month) && at->unit != PERIOD_DAY)
		part->on = RECURRING_MONTH, part->on_date = 0;
	return true;
}

/* Two dates of a half-yearly duty, four of a quarterly one; the same day of each last month, or one
 * that stands for all where they come again, is a day of the rhythm; else it is the date of the one
 * that is named. */
static bool parts_fit(struct core *c, enum rhythm rhythm, bool every)
{
	size_t times = rhythm == RHYTHM_HALF ? 2 : rhythm == RHYTHM_QUARTER ? 4 : 0;
	int months = rhythm == RHYTHM_HALF ? 6 : 3;
	bool same = true;
	if (rhythm == RHYTHM_YEAR)
		return true;
	for (size_t i = 0; i < c->count; i++)
		same &= c->parts[i].on == RECURRING_YEARLY && c->parts[i].on_month % months == 0 &&
			c->parts[i].on_date == c->parts[0].on_date;
	if (same && (c->count == times || (c->count == 1 && rhythm == RHYTHM_HALF && every))) {
		c->parts[0] = on_date(rhythm, c->parts[0].on_date, false);
		c->count = 1;
		return true;
	}
	return c->count == times || (c->count == 1 && rhythm == RHYTHM_HALF);
}

/* ngày 22/12 + hằng năm, tháng 12 + hằng năm, quý IV + hằng năm; 22/6 + 6 tháng. */
static bool join_yearly(const struct words *w, struct core *x, const struct core *y)
{
	const struct core *dated = x->kind == CORE_DATED ? x : y;
	const struct core *every = dated == x ? y : x;
	struct core joined = {.kind = CORE_RHYTHM, .introduced = true};
	if (dated->kind != CORE_DATED || !dated->yearless || !is_plain_rhythm(every) ||
	    dated->code == CODE_DATE_INVALID)
		return false;
	enum rhythm rhythm = every->parts[0].rhythm;
	for (size_t i = 0; i < dated->item_count; i++) {
		struct part part;
		if (!yearly_part(&dated->items[i], &part))
			return false;
		core_add(w, &joined, part);
	}
	bool again = says_every(w, every);
	if (!parts_fit(&joined, rhythm, again))
		return false;
	if (rhythm == RHYTHM_HALF && !again && joined.count == 1) {
		joined.code = CODE_DEADLINE_EMBEDDED; /* once a year, by the report's name */
		joined.say = words_said(w, x->begin, y->end);
		joined.parts[0].what = words_said(w, every->begin, every->end);
	}
	joined.begin = x->begin;
	joined.end = y->end;
	*x = joined;
	return true;
}

/* Báo cáo cả năm + ngày 10/01 năm sau. */
static bool join_whole_year(struct core *x, const struct core *y)
{
	if (x->kind != CORE_THE_YEAR || !is_rhythm(y) || y->parts[0].rhythm != RHYTHM_YEAR)
		return false;
	size_t begin = x->begin;
	*x = *y;
	x->begin = begin;
	return true;
}

/* ngày 15 tháng 01 + năm sau: days after the year. */
static bool join_next_year(const struct words *w, struct core *x, const struct core *y)
{
	if (x->kind != CORE_DATED || !x->yearless || y->kind != CORE_NEXT ||
	    y->unit != RHYTHM_YEAR || x->item_count != 1 || x->items[0].range ||
	    x->items[0].at.unit != PERIOD_DAY || x->items[0].at.month != 1)
		return false;
	struct core joined = {
	    .kind = CORE_RHYTHM, .begin = x->begin, .end = y->end, .introduced = true};
	core_add(w, &joined, on_after(RHYTHM_YEAR, x->items[0].at.date, x->items[0].before));
	*x = joined;
	return true;
}

static void take(struct core *x, const struct core *y, struct part part)
{
	x->parts[0] = part;
	x->end = y->end;
	x->introduced = true;
}

/* ngày 20 của tháng cuối quý + 6 tháng, năm: a day of all four reports. */
static bool join_reports(struct core *x, const struct core *y)
{
	if (!is_rhythm(x) || x->parts[0].rhythm != RHYTHM_QUARTER || y->kind != CORE_RHYTHM ||
	    y->count != 2 || !is_plain(&y->parts[0], RHYTHM_HALF) ||
	    !is_plain(&y->parts[1], RHYTHM_YEAR))
		return false;
	struct part part = x->parts[0];
	part.rhythm = RHYTHM_REPORTS;
	take(x, y, part);
	return true;
}

/* hằng quý + ngày 25 của tháng cuối quý: the second says more of the first. */
static bool join_rhythms(struct core *x, const struct core *y)
{
	if (join_reports(x, y))
		return true;
	if (!is_rhythm(x) || !is_rhythm(y) || x->parts[0].what || y->parts[0].what)
		return false;
	bool first_plain = is_plain_rhythm(x);
	struct part plain = first_plain ? x->parts[0] : y->parts[0];
	struct part full = first_plain ? y->parts[0] : x->parts[0];
	if (plain.on != RECURRING_LAST ||
	    (full.on == RECURRING_LAST && full.rhythm != plain.rhythm))
		return false;
	bool long_one = plain.rhythm == RHYTHM_QUARTER || plain.rhythm == RHYTHM_HALF ||
			plain.rhythm == RHYTHM_REPORTS;
	bool fits = full.rhythm == plain.rhythm;
	fits |= plain.rhythm == RHYTHM_REPORTS && full.rhythm == RHYTHM_QUARTER;
	fits |= long_one && full.rhythm == RHYTHM_REPORTS;
	fits |= long_one && full.rhythm == RHYTHM_MONTH; /* of the month after; of the last month */
	if (!fits)
		return false;
	if (full.rhythm != RHYTHM_REPORTS)
		full.rhythm = plain.rhythm;
	take(x, y, full);
	return true;
}

/* trong năm 2024 (sau khi có …): the date counts only then. */
static bool join_condition(struct core *x, struct core *y)
{
	struct core *dated = x->kind == CORE_DATED ? x : y;
	struct core *event = dated == x ? y : x;
	if (dated->kind != CORE_DATED || event->kind != CORE_AFTER || !dated->count ||
	    dated->from || dated->following || event->parts[0].kind != PART_AFTER ||
	    dated->code == CODE_DATE_INVALID || event->parts[0].unit != OFFSET_NONE)
		return false;
	struct core joined = *dated;
	for (size_t i = 0; i < joined.count; i++)
		joined.parts[i].condition = event->parts[0].words;
	joined.begin = x->begin;
	joined.end = y->end;
	joined.code = CODE_CONDITION;
	joined.say = event->parts[0].words;
	*x = joined;
	return true;
}

/* Only a comma, a bracket or nothing between: "và" makes two deadlines of them. */
static bool condition_between(const struct words *w, const struct core *x, const struct core *y)
{
	for (size_t i = x->end; i < y->begin; i++)
		if (!words_is_mark(w, i, ",(") && !words_match(w, i, "dự|kiến"))
			return false;
	return true;
}

/* Nothing between, or a bracket. */
static bool window_between(const struct words *w, const struct core *x, const struct core *y)
{
	return touching(x, y) || (x->end + 1 == y->begin && words_mark(w, x->end, '('));
}

static bool join(const struct words *w, struct core *x, struct core *y,
		 const struct phrase_context *context)
{
	bool repeated = x->kind == CORE_ONGOING && y->kind == CORE_ONGOING && near(w, x, y);
	if (repeated || (x->kind == CORE_ONGOING && y->kind == CORE_THE_YEAR && touching(x, y))) {
		x->end = y->end;
		return true;
	}
	if (gap_is_glue(w, x->end, y->begin) && join_end(w, x, y))
		return true;
	if (window_between(w, x, y) && join_window(w, x, y, context))
		return true;
	if (condition_between(w, x, y) && join_condition(x, y))
		return true;
	if (!near(w, x, y))
		return false;
	/* "hằng năm, bắt đầu từ năm 2025", "hằng năm, giai đoạn 2024-2030" */
	bool window = y->kind == CORE_DATED && y->count && (y->from || y->items[0].range);
	if (join_begun(w, x, y, context))
		return true;
	if (window && join_window(w, x, y, context))
		return true;
	return join_weekday(w, x, y) || join_day(w, x, y) || join_named(w, x, y, context) ||
	       join_yearly(w, x, y) || join_next_year(w, x, y) || join_whole_year(x, y) ||
	       join_rhythms(x, y);
}

/* A day belongs to what follows it: "hằng quý, ngày 05 tháng sau". */
static bool join_forward(const struct words *w, struct core *x, struct core *y,
			 const struct phrase_context *context)
{
	(void)context;
	for (size_t i = x->end; i < y->begin; i++)
		if (!words_match(w, i, "của|các|mỗi|("))
			return false;
	return join_next_year(w, x, y) || (x->kind == CORE_DAY && join_day(w, x, y));
}

typedef bool joiner(const struct words *, struct core *, struct core *,
		    const struct phrase_context *);

static void merge_pass(const struct words *w, struct cores *cores,
		       const struct phrase_context *context, joiner *try)
{
	for (size_t k = 0; k + 1 < cores->count;) {
		if (!try(w, &cores->items[k], &cores->items[k + 1], context)) {
			k++;
			continue;
		}
		memmove(&cores->items[k + 1], &cores->items[k + 2],
			(cores->count - k - 2) * sizeof *cores->items);
		cores->count--;
		k = k ? k - 1 : 0;
	}
}

void cores_merge(const struct words *w, struct cores *cores, const struct phrase_context *context)
{
	merge_pass(w, cores, context, join_forward);
	merge_pass(w, cores, context, join);
}
