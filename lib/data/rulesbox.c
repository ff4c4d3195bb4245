/* SPDX-License-Identifier: MIT
 * rulesbox: boxes of conditions. */
#include "data/rulesbox.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

enum { BOXES = 2048 };

/* ---- one box ---- */

static size_t side_count(const struct rules *rules)
{
	return rules->input_count + 2;
}

static const struct rule_input *input_of(const struct rules *rules, size_t i)
{
	return i < rules->input_count	 ? &rules->inputs[i]
	       : i == rules->input_count ? &rules->grade
					 : &rules->last_grade;
}

static size_t side_of(const struct rules *rules, const struct rule_input *input)
{
	return input == &rules->grade	     ? rules->input_count
	       : input == &rules->last_grade ? rules->input_count + 1
					     : input->number;
}

static uint64_t all_words(const struct rule_input *input)
{
	return input->word_count && input->word_count < RULE_WORDS
		   ? (UINT64_C(1) << input->word_count) - 1
		   : UINT64_MAX;
}

/* Everything: what the ranges of the figures allow. */
static struct box box_new(struct arena *a, const struct rules *rules)
{
	struct box b = {.sides = arena_alloc(a, side_count(rules) * sizeof *b.sides),
			.groups = arena_alloc(a, rules->group_count + 1)};
	for (size_t i = 0; i < side_count(rules); i++) {
		const struct rule_input *input = input_of(rules, i);
		b.sides[i] = (struct side){.has_low = input->has_range,
					   .has_high = input->has_range,
					   .low = input->low,
					   .high = input->high,
					   .words = all_words(input)};
	}
	return b;
}

static void raise_low(struct side *s, struct ratio low, bool open)
{
	int order = s->has_low ? ratio_compare(low, s->low) : 1;
	if (order > 0)
		s->low_open = open;
	else if (order == 0)
		s->low_open |= open;
	if (order > 0)
		s->low = low;
	s->has_low = true;
}

static void lower_high(struct side *s, struct ratio high, bool open)
{
	int order = s->has_high ? ratio_compare(high, s->high) : -1;
	if (order < 0)
		s->high_open = open;
	else if (order == 0)
		s->high_open |= open;
	if (order < 0)
		s->high = high;
	s->has_high = true;
}

static bool side_is_empty(const struct side *s)
{
	if (!s->words)
		return true;
	int order = s->has_low && s->has_high ? ratio_compare(s->low, s->high) : -1;
	return order > 0 || (order == 0 && (s->low_open || s->high_open));
}

/* False when they want it there and not there. */
static bool meet(signed char *x, signed char y)
{
	if (*x && y && *x != y)
		return false;
	*x = y ? y : *x;
	return true;
}

static bool side_meet(struct side *x, const struct side *y)
{
	if (!meet(&x->given, y->given))
		return false;
	x->bounded |= y->bounded;
	x->words &= y->words;
	if (y->has_low)
		raise_low(x, y->low, y->low_open);
	if (y->has_high)
		lower_high(x, y->high, y->high_open);
	return !side_is_empty(x);
}

/* A head is of one scope at most. */
static bool scopes_fit(const struct rules *rules, const struct box *b)
{
	size_t in = 0, open = 0, scopes = 0;
	for (size_t i = 0; i < rules->group_count; i++) {
		scopes += rules->groups[i].scope;
		in += rules->groups[i].scope && b->groups[i] > 0;
		open += rules->groups[i].scope && b->groups[i] >= 0;
	}
	return in <= 1 && (!scopes || open > 0);
}

static bool box_meet(struct arena *a, const struct rules *rules, const struct box *x,
		     const struct box *y, struct box *both)
{
	*both = box_new(a, rules);
	both->applies = x->applies || y->applies;
	memcpy(both->sides, x->sides, side_count(rules) * sizeof *both->sides);
	memcpy(both->groups, x->groups, rules->group_count);
	for (size_t i = 0; i < side_count(rules); i++)
		if (!side_meet(&both->sides[i], &y->sides[i]))
			return false;
	for (size_t i = 0; i < rules->group_count; i++)
		if (!meet(&both->groups[i], y->groups[i]))
			return false;
	return scopes_fit(rules, both);
}

/* ---- lists of them ---- */

static void boxes_add(struct arena *a, struct boxes *list, const struct box *box)
{
	list->too_many |= list->count >= BOXES;
	if (list->too_many)
		return;
	list->items = arena_more(a, list->items, list->count, sizeof *box);
	list->items[list->count++] = *box;
}

struct boxes boxes_both(struct arena *a, const struct rules *rules, const struct boxes *x,
			const struct boxes *y)
{
	struct boxes list = {.too_many = x->too_many || y->too_many};
	struct box both;
	for (size_t i = 0; i < x->count; i++)
		for (size_t k = 0; k < y->count && !list.too_many; k++)
			if (box_meet(a, rules, &x->items[i], &y->items[k], &both))
				boxes_add(a, &list, &both);
	return list;
}

/* ---- conditions ---- */

static void bound_side(struct side *s, const struct condition *c)
{
	s->bounded = true;
	s->given = SIDE_GIVEN;
	if (c->order == TEST_WORD)
		s->words &= c->words;
	if (c->order == TEST_AT_LEAST || c->order == TEST_MORE || c->order == TEST_EQUAL)
		raise_low(s, c->limit, c->order == TEST_MORE);
	if (c->order == TEST_AT_MOST || c->order == TEST_LESS || c->order == TEST_EQUAL)
		lower_high(s, c->limit, c->order == TEST_LESS);
}

/* The test itself, for a head of one group (NULL: of any). */
static void add_test(struct arena *a, const struct rules *rules, const struct condition *c,
		     const struct rule_group *group, struct boxes *list)
{
	struct condition half = *c;
	for (int i = 0; i < (c->order == TEST_OTHER ? 2 : 1); i++) {
		struct box b = box_new(a, rules);
		struct side *s = &b.sides[side_of(rules, c->input)];
		if (c->order == TEST_OTHER) /* below it, or above */
			half.order = i ? TEST_MORE : TEST_LESS;
		bound_side(s, &half);
		b.applies = true;
		if (group)
			b.groups[group->number] = 1;
		if (!side_is_empty(s))
			boxes_add(a, list, &b);
	}
}

/* Where the test is left aside: no such head, or nothing given. */
static void add_aside(struct arena *a, const struct rules *rules, const struct condition *c,
		      struct boxes *list)
{
	if (c->group_count) {
		struct box b = box_new(a, rules);
		for (size_t i = 0; i < c->group_count; i++)
			b.groups[c->groups[i]->number] = -1;
		if (scopes_fit(rules, &b))
			boxes_add(a, list, &b);
	}
	for (int i = 0; i < 2; i++) {
		struct box b = box_new(a, rules);
		b.sides[side_of(rules, c->input)].given = i ? SIDE_NOTHING : SIDE_MISSING;
		if (i ? c->if_any : c->when_given)
			boxes_add(a, list, &b);
	}
}

static struct boxes boxes_of_test(struct arena *a, const struct rules *rules,
				  const struct condition *c)
{
	struct boxes list = {0};
	for (size_t i = 0; i < c->group_count; i++)
		add_test(a, rules, c, c->groups[i], &list);
	if (!c->group_count)
		add_test(a, rules, c, NULL, &list);
	add_aside(a, rules, c, &list);
	return list;
}

static struct boxes everything(struct arena *a, const struct rules *rules)
{
	struct boxes list = {0};
	struct box whole = box_new(a, rules);
	boxes_add(a, &list, &whole);
	return list;
}

static struct boxes boxes_of_all(struct arena *a, const struct rules *rules,
				 const struct condition *c)
{
	struct boxes list = everything(a, rules);
	for (const struct condition *m = c->first; m; m = m->next) {
		struct boxes one = boxes_of(a, rules, m);
		list = boxes_both(a, rules, &list, &one);
	}
	return list;
}

/* Those in which the condition is left aside. */
static struct boxes aside_of(struct arena *a, const struct boxes *of)
{
	struct boxes list = {.too_many = of->too_many};
	for (size_t i = 0; i < of->count; i++)
		if (!of->items[i].applies)
			boxes_add(a, &list, &of->items[i]);
	return list;
}

/* What is left aside decides nothing, but for a list all of whose members are. */
static struct boxes boxes_of_any(struct arena *a, const struct rules *rules,
				 const struct condition *c)
{
	struct boxes list = {0}, aside = everything(a, rules);
	for (const struct condition *m = c->first; m; m = m->next) {
		struct boxes one = boxes_of(a, rules, m), left = aside_of(a, &one);
		list.too_many |= one.too_many;
		for (size_t i = 0; i < one.count; i++)
			if (one.items[i].applies)
				boxes_add(a, &list, &one.items[i]);
		aside = boxes_both(a, rules, &aside, &left);
	}
	list.too_many |= aside.too_many;
	for (size_t i = 0; i < aside.count; i++)
		boxes_add(a, &list, &aside.items[i]);
	return list;
}

struct boxes boxes_of(struct arena *a, const struct rules *rules, const struct condition *c)
{
	return c->kind == CONDITION_TEST  ? boxes_of_test(a, rules, c)
	       : c->kind == CONDITION_ALL ? boxes_of_all(a, rules, c)
					  : boxes_of_any(a, rules, c);
}

/* ---- an example ---- */

/* A number that the side allows: an end that belongs to it, else what lies between. */
static struct ratio point_of(const struct side *s)
{
	struct ratio step = ratio_of(1, 1), point = s->has_low ? s->low : s->high;
	if (s->has_low && !s->low_open)
		return s->low;
	if (s->has_high && !s->high_open)
		return s->high;
	if (s->has_low && s->has_high && ratio_add(s->low, s->high, &point))
		ratio_multiply(point, ratio_of(1, 2), &point);
	else if (s->has_low)
		ratio_add(s->low, step, &point);
	else if (s->has_high)
		ratio_subtract(s->high, step, &point);
	return point;
}

static const char *word_of(const struct rule_input *input, const struct side *s)
{
	size_t i = 0;
	while (i + 1 < input->word_count && !(s->words >> i & 1))
		i++;
	return input->words[i].id;
}

const char *box_example(struct arena *a, const struct rules *rules, const struct box *box)
{
	struct buf b = {0};
	for (size_t i = 0; i < side_count(rules); i++) {
		const struct rule_input *input = input_of(rules, i);
		const struct side *s = &box->sides[i];
		if (!s->bounded)
			continue;
		buf_format(&b, "%s%s = %s%s", b.n ? ", " : "", input->id,
			   input->words ? word_of(input, s) : ratio_text(a, point_of(s), 6),
			   input->unit == FIGURE_PERCENT ? " %" : "");
	}
	return buf_take(&b, a);
}
