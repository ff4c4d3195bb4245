/* SPDX-License-Identifier: MIT
 * goal: what was said of a goal put together, and values compared with it. */
#include "data/goal.h"

#include "base/text.h"
#include "base/words.h"
#include "data/goalwords.h"

/* ---- the sense of what was said ---- */

static struct goal not_understood(const char *why)
{
	return (struct goal){.kind = GOAL_UNKNOWN, .why = why};
}

static bool is_share(const struct measure *m)
{
	return m->form == MEASURE_PERCENT || m->form == MEASURE_SHARE;
}

static bool is_number(const struct measure *m)
{
	return m->form == MEASURE_NUMBER || is_share(m);
}

/* In percent, or of a rank the place. False when it does not fit in 63 bits. */
static bool share_number(const struct measure *m, bool rank, struct ratio *number)
{
	*number = m->number;
	if (m->form != MEASURE_SHARE)
		return true;
	if (rank) {
		*number = ratio_of(m->part, 1);
		return true;
	}
	return ratio_multiply(ratio_of(m->part, m->whole), ratio_of(100, 1), number);
}

/* The order between value and limit: "giảm ít nhất 5" leaves at most so much. */
static enum goal_order order_of(const struct goal_said *s)
{
	static const enum goal_order mirrored[] = {GOAL_LESS, GOAL_AT_MOST, GOAL_MORE,
						   GOAL_AT_LEAST, GOAL_EXACTLY};
	bool words = s->change == CHANGE_UP || s->change == CHANGE_DOWN;
	enum goal_order order = s->order;
	if (!s->ordered)
		order = words && !s->numbered ? GOAL_MORE
			: s->rank && !words   ? GOAL_AT_MOST
					      : GOAL_AT_LEAST;
	return s->change == CHANGE_DOWN ? mirrored[order] : order;
}

/* By how much the limit lies from the base. */
static bool amount_of(const struct goal_said *s, struct ratio base, struct ratio *amount)
{
	*amount = s->number;
	if (!s->percent || s->points)
		return true;
	return ratio_multiply(base, s->number, amount) &&
	       ratio_multiply(*amount, ratio_of(1, 100), amount);
}

static bool limit_of(const struct goal_said *s, struct ratio base, struct ratio *limit)
{
	struct ratio amount;
	*limit = base;
	if (!s->numbered)
		return true;
	if (!amount_of(s, base, &amount))
		return false;
	if (s->times && !s->percent)
		return ratio_multiply(base, s->number, limit);
	if (s->change == CHANGE_NONE) { /* 120 % of base */
		*limit = amount;
		return true;
	}
	bool less = s->change == CHANGE_DOWN || s->change == CHANGE_MINUS;
	return less ? ratio_subtract(base, amount, limit) : ratio_add(base, amount, limit);
}

/* Do the parts of a relative goal make sense together? */
static bool is_whole_relative(const struct goal_said *s)
{
	bool words = s->change == CHANGE_UP || s->change == CHANGE_DOWN;
	if (!s->numbered)
		return !s->times && !s->of && !s->points &&
		       (words ? !s->ordered || s->order == GOAL_MORE
			      : s->ordered && s->change == CHANGE_NONE);
	if (s->times || s->change == CHANGE_NONE)
		return s->ordered && !s->points && s->change == CHANGE_NONE &&
		       s->times != (s->of && s->percent);
	return (words || s->ordered) && (!s->of || (s->percent && !s->points));
}

static struct goal relative(struct goal g, const struct goal_said *s, const char *base)
{
	struct measure m = {.form = MEASURE_NONE};
	struct ratio number;
	if (!is_whole_relative(s))
		return not_understood("");
	if (base)
		m = measure_read(base);
	if (!is_number(&m)) {
		g.kind = GOAL_BASELESS;
		return g;
	}
	g.percent = is_share(&m) && !g.rank;
	if (g.percent && s->percent && s->change != CHANGE_NONE && !s->points && !s->of)
		return not_understood(
		    words_pick("; a percentage by how much? say \"points\" or \"of base\"",
			       "; tăng giảm bao nhiêu so với tỷ lệ? ghi rõ \"điểm phần trăm\" "
			       "hoặc \"% của năm trước\""));
	if (!share_number(&m, g.rank, &number) || !limit_of(s, number, &g.limit))
		return not_understood("");
	return g;
}

static struct goal put_together(const struct goal_said *s, const char *base)
{
	bool is_relative = s->base || s->change != CHANGE_NONE;
	struct goal g = {.kind = GOAL_SET,
			 .order = order_of(s),
			 .rank = s->rank,
			 .percent = s->percent,
			 .limit = s->number};
	if (s->refused || (s->compared && !s->base) || (!is_relative && !s->numbered))
		return not_understood("");
	if (s->rank && (s->percent || s->change == CHANGE_UP || s->change == CHANGE_DOWN))
		return not_understood("");
	if (s->rank && (g.order == GOAL_MORE || g.order == GOAL_AT_LEAST))
		return not_understood(words_pick("; the better rank is the smaller number: rank <=",
						 "; thứ hạng tốt hơn là số nhỏ hơn: hạng <="));
	if (is_relative)
		return relative(g, s, base);
	return s->times || s->of ? not_understood("") : g;
}

struct goal goal_read(struct arena *a, const char *text, const char *base)
{
	if (text_is_blank(text))
		return (struct goal){.kind = GOAL_NONE};
	struct goal_said s = goal_listen(a, text);
	return put_together(&s, base);
}

/* ---- values ---- */

bool goal_takes(const struct goal *g, const struct measure *value, struct ratio *number)
{
	if (!is_number(value))
		return false;
	bool set = g->kind == GOAL_SET;
	if (set && g->rank && value->form == MEASURE_PERCENT)
		return false;
	if (set && !g->rank && !g->percent && is_share(value))
		return false;
	return share_number(value, g->rank, number);
}

enum met goal_met(const struct goal *g, const struct measure *value)
{
	struct ratio number;
	if (g->kind != GOAL_SET || !goal_takes(g, value, &number))
		return MET_UNKNOWN;
	int difference = ratio_compare(number, g->limit);
	bool met = false;
	switch (g->order) {
	case GOAL_MORE:
		met = difference > 0;
		break;
	case GOAL_AT_LEAST:
		met = difference >= 0;
		break;
	case GOAL_LESS:
		met = difference < 0;
		break;
	case GOAL_AT_MOST:
		met = difference <= 0;
		break;
	case GOAL_EXACTLY:
		met = difference == 0;
		break;
	}
	return met ? MET_YES : MET_NO;
}

/* The nearest number of units, of `whole`, with which the goal is met; -1: there is none. */
static int64_t units_needed(const struct goal *g, int64_t whole)
{
	struct ratio units;
	if (!ratio_multiply(g->limit, ratio_of(whole, 100), &units))
		return -1;
	int64_t low = ratio_floor(units), high = ratio_ceiling(units), needed = -1;
	switch (g->order) {
	case GOAL_MORE:
		needed = low + 1;
		break;
	case GOAL_AT_LEAST:
		needed = high;
		break;
	case GOAL_LESS:
		needed = high - 1;
		break;
	case GOAL_AT_MOST:
		needed = low;
		break;
	case GOAL_EXACTLY:
		needed = low == high ? low : -1;
		break;
	}
	return needed >= 0 && needed <= whole ? needed : -1;
}

bool goal_missing(const struct goal *g, const struct measure *value, struct ratio *missing)
{
	struct ratio number;
	if (goal_met(g, value) != MET_NO)
		return false;
	if (value->form == MEASURE_SHARE && !g->rank) {
		int64_t needed = units_needed(g, value->whole);
		*missing =
		    ratio_of(needed > value->part ? needed - value->part : value->part - needed, 1);
		return needed >= 0;
	}
	if (!goal_takes(g, value, &number) || !ratio_subtract(g->limit, number, missing))
		return false;
	if (missing->above < 0)
		missing->above = -missing->above;
	return true;
}
