/* SPDX-License-Identifier: MIT
 * phrasenamed: rhythms that come again, and those that are but the name of a report: "báo cáo 6 tháng"
 * with a day of its own. */
#include "time/phrasecore.h"

bool is_rhythm(const struct core *c)
{
	return c->kind == CORE_RHYTHM && c->count == 1 && c->parts[0].kind == PART_RECURRING;
}

bool is_plain_rhythm(const struct core *c)
{
	return is_rhythm(c) && c->parts[0].on == RECURRING_LAST;
}

/* Said to come again, "6 tháng/lần", not only by the name of a report: "báo cáo 6 tháng". */
bool says_every(const struct words *w, const struct core *c)
{
	for (size_t i = c->begin; i < c->end; i++)
		if (words_match(w, i, "hằng|mỗi|từng|lần|định"))
			return true;
	return false;
}

static bool is_one_year(const struct phrase_context *context)
{
	return context && context->year && context->year == context->last_year;
}

/* Báo cáo năm: trước ngày 15/12/2024; trước ngày 15/12/2024 (báo cáo năm): the report has its own
 * day, once. */
bool join_named(const struct words *w, struct core *x, const struct core *y,
		const struct phrase_context *context)
{
	const struct core *name = y->kind == CORE_DATED ? x : y;
	const struct core *dated = name == x ? y : x;
	bool rare = is_plain_rhythm(name) &&
		    (name->parts[0].rhythm == RHYTHM_HALF || name->parts[0].rhythm == RHYTHM_YEAR);
	bool own = dated->yearless && name == y && !says_every(w, name) && is_one_year(context);
	if (!rare || dated->kind != CORE_DATED || !dated->count || (dated->yearless && !own) ||
	    dated->item_count != 1 || dated->items[0].at.unit != PERIOD_DAY || dated->from ||
	    dated->items[0].range || (name == y && !words_mark(w, x->end, '(')))
		return false;
	struct core joined = *dated;
	joined.begin = x->begin;
	joined.end = y->end;
	joined.parts[0].what = words_said(w, name->begin, name->end);
	*x = joined;
	return true;
}
