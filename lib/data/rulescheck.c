/* SPDX-License-Identifier: MIT
 * rulescheck: whether rules make sense: what can never hold, what can hold at once, what nothing
 * uses, what does not add up. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "data/rulesbox.h"

struct checker {
	struct arena *a;
	const struct rules *rules;
	struct findings *findings;
};

/* ---- what can never hold ---- */

/* The boxes in which it holds and is not merely left aside. */
static struct boxes holding(const struct checker *k, const struct condition *c)
{
	struct boxes list = boxes_of(k->a, k->rules, c);
	size_t kept = 0;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].applies)
			list.items[kept++] = list.items[i];
	list.count = kept;
	return list;
}

/* Those boxes that take in heads of the group (NULL: all of them). */
static struct boxes within(struct boxes list, const struct rule_group *group)
{
	size_t kept = 0;
	for (size_t i = 0; i < list.count; i++)
		if (!group || list.items[i].groups[group->number] >= 0)
			list.items[kept++] = list.items[i];
	list.count = kept;
	return list;
}

/* The two members of a list that contradict each other, for heads of the group. */
static const char *contradiction(const struct checker *k, const struct condition *c,
				 const struct rule_group *group)
{
	for (const struct condition *x = c->first; x; x = x->next)
		for (const struct condition *y = x->next; y; y = y->next) {
			struct boxes bx = boxes_of(k->a, k->rules, x),
				     by = boxes_of(k->a, k->rules, y);
			struct boxes both = within(boxes_both(k->a, k->rules, &bx, &by), group);
			if (!both.count && x->text && y->text)
				return arena_format(k->a, words_pick("%s and %s", "%s và %s"),
						    x->text, y->text);
		}
	return words_pick("its conditions contradict each other", "các điều kiện mâu thuẫn nhau");
}

/* Reports the innermost condition that never holds; true when one does not. */
static bool check_never(const struct checker *k, const struct condition *c, const char *what)
{
	bool told = false;
	for (const struct condition *m = c->first; m; m = m->next)
		told |= check_never(k, m, what);
	if (told)
		return true;
	struct boxes list = holding(k, c);
	if (list.count || list.too_many)
		return false;
	findings_add(k->findings, c->at, CODE_RULE_NEVER, what,
		     c->text ? arena_format(k->a, "%s (%s)", c->text, input_takes(k->a, c->input))
			     : contradiction(k, c, NULL),
		     NULL);
	return true;
}

static bool names_group(const struct condition *c, const struct rule_group *group)
{
	for (size_t i = 0; i < c->group_count; i++)
		if (c->groups[i] == group)
			return true;
	for (const struct condition *m = c->first; m; m = m->next)
		if (names_group(m, group))
			return true;
	return false;
}

/* What can hold, but for no head of a group that its conditions name. */
static void check_groups(const struct checker *k, const struct condition *c, const char *what)
{
	for (size_t i = 0; i < k->rules->group_count; i++) {
		const struct rule_group *group = &k->rules->groups[i];
		struct boxes list = holding(k, c);
		if (names_group(c, group) && !list.too_many && !within(list, group).count)
			findings_add(k->findings, c->at, CODE_RULE_NEVER,
				     arena_format(k->a, words_pick("for %s %s", "với %s, %s"),
						  group->id, what),
				     contradiction(k, c, group), NULL);
	}
}

static void check_part(const struct checker *k, const struct condition *c, const char *what)
{
	if (!check_never(k, c, what))
		check_groups(k, c, what);
}

static void check_all_never(const struct checker *k)
{
	const struct rules *rules = k->rules;
	for (size_t i = 0; i < rules->grade_count; i++)
		check_part(
		    k, rules->grades[i].when,
		    arena_format(k->a, words_pick("grade %s", "mức %s"), rules->grades[i].id));
	for (size_t i = 0; rules->kind != RULES_SCORECARD && i < rules->criterion_count; i++)
		check_part(k, rules->criteria[i].when,
			   arena_format(k->a, words_pick("criterion %s", "tiêu chí %s"),
					rules->criteria[i].id));
	for (size_t i = 0; i < rules->consequence_count; i++)
		check_part(k, rules->consequences[i].when,
			   arena_format(k->a, words_pick("consequence %s", "hệ quả %s"),
					rules->consequences[i].id));
}

/* ---- what can hold at once ---- */

static bool is_before(const struct rule_grade *x, const struct rule_grade *y)
{
	for (size_t i = 0; i < x->before_count; i++)
		if (x->before[i] == y)
			return true;
	return false;
}

static void check_pair(const struct checker *k, const struct rule_grade *x,
		       const struct rule_grade *y)
{
	bool ordered = is_before(x, y), reversed = is_before(y, x);
	if (ordered != reversed)
		return;
	struct boxes bx = holding(k, x->when), by = holding(k, y->when);
	struct boxes both = boxes_both(k->a, k->rules, &bx, &by);
	if (both.count)
		findings_add(k->findings, y->at, CODE_RULE_OVERLAP, x->id, y->id,
			     box_example(k->a, k->rules, &both.items[0]));
}

static void check_overlaps(const struct checker *k)
{
	for (size_t i = 0; i < k->rules->grade_count; i++)
		for (size_t j = i + 1; j < k->rules->grade_count; j++)
			check_pair(k, &k->rules->grades[i], &k->rules->grades[j]);
}

/* ---- what nothing uses, what does not add up ---- */

static void check_unused(const struct checker *k)
{
	const struct rules *rules = k->rules;
	for (size_t i = 0; i < rules->input_count; i++)
		if (!rules->inputs[i].used)
			findings_add(k->findings, rules->inputs[i].at, CODE_RULE_UNUSED,
				     words_pick("the input", "số liệu"), rules->inputs[i].id, NULL);
	for (size_t i = 0; i < rules->limit_count; i++)
		if (!rules->limits[i].used)
			findings_add(k->findings, rules->limits[i].at, CODE_RULE_UNUSED,
				     words_pick("the limit", "ngưỡng"), rules->limits[i].id, NULL);
	for (size_t i = 0; i < rules->group_count; i++)
		if (!rules->groups[i].used && !rules->groups[i].scope)
			findings_add(k->findings, rules->groups[i].at, CODE_RULE_UNUSED,
				     words_pick("the group", "nhóm đối tượng"), rules->groups[i].id,
				     NULL);
}

/* The criteria of a component come to what the document says of it. */
static void check_points(const struct checker *k, const struct rule_part *part)
{
	struct ratio sum = ratio_of(0, 1);
	for (size_t i = 0; i < k->rules->criterion_count; i++)
		if (k->rules->criteria[i].part == part)
			ratio_add(sum, k->rules->criteria[i].maximum, &sum);
	if (part->has_maximum && ratio_compare(sum, part->maximum) != 0)
		findings_add(k->findings, part->at, CODE_RULE_POINTS, part->id,
			     ratio_text(k->a, sum, 6), ratio_text(k->a, part->maximum, 6));
}

void rules_check(const struct rules *rules, struct findings *findings)
{
	/* Boxes are many and short-lived. */
	struct checker k = {arena_new(), rules, findings};
	check_all_never(&k);
	check_overlaps(&k);
	check_unused(&k);
	for (size_t i = 0; rules->kind == RULES_SCORECARD && i < rules->part_count; i++)
		check_points(&k, &rules->parts[i]);
	arena_free(k.a);
}
