/* SPDX-License-Identifier: MIT
 * score: points added up, exactly. */
#include "duty/score.h"

#include "base/arena.h"

/* Sums of points fit: each has at most 15 digits, 6 of them decimals. */
static struct ratio plus(struct ratio x, struct ratio y)
{
	struct ratio sum = x;
	ratio_add(x, y, &sum);
	return sum;
}

static void add(struct score_sum *sum, const struct rule_criterion *c,
		const struct measured_value *value)
{
	sum->count++;
	sum->maximum = plus(sum->maximum, c->maximum);
	if (value) {
		sum->points = plus(sum->points, value->number);
		return;
	}
	sum->missing++;
	sum->open = plus(sum->open, c->maximum);
}

static struct score_sum nothing(void)
{
	struct ratio zero = ratio_of(0, 1);
	return (struct score_sum){.points = zero, .maximum = zero, .open = zero};
}

struct score_month score_make(struct arena *a, const struct rules *rules,
			      const struct measures *measures, struct period month)
{
	struct score_month s = {.month = month, .total = nothing()};
	s.values = arena_alloc(a, (rules->criterion_count + 1) * sizeof *s.values);
	s.parts = arena_alloc(a, (rules->part_count + 1) * sizeof *s.parts);
	for (size_t i = 0; i < rules->part_count; i++)
		s.parts[i] = nothing();
	for (size_t i = 0; i < rules->criterion_count; i++) {
		const struct rule_criterion *c = &rules->criteria[i];
		s.values[i] = measures_latest(measures, rules, c->id, NULL, month);
		if (c->part)
			add(&s.parts[c->part->number], c, s.values[i]);
		add(&s.total, c, s.values[i]);
	}
	return s;
}

static struct ratio percent_of(struct ratio part, struct ratio whole)
{
	struct ratio share = ratio_of(0, 1);
	if (whole.above)
		ratio_multiply(part, ratio_of(whole.below, whole.above), &share);
	ratio_multiply(share, ratio_of(100, 1), &share);
	return share;
}

bool score_percent(const struct score_sum *sum, struct ratio *percent)
{
	*percent = percent_of(sum->points, sum->maximum);
	return sum->count && !sum->missing;
}

struct ratio score_least(const struct score_sum *sum)
{
	return percent_of(sum->points, sum->maximum);
}

struct ratio score_most(const struct score_sum *sum)
{
	return percent_of(plus(sum->points, sum->open), sum->maximum);
}

struct period score_before(struct period month, int months)
{
	return period_of(PERIOD_MONTH, day_add_months(month.first, -months));
}
