/* SPDX-License-Identifier: MIT
 * rating: conditions to grades, in Kleene's logic of yes, no and unknown. */
#include "duty/rating.h"

#include <string.h>

#include "base/arena.h"

struct rater {
	struct arena *a;
	const struct rules *rules;
	const struct rule_policy *policy;
	const struct subject *subject;
	struct rating r;
	bool dropping; /* in a grade whose upper bounds the policy drops */
};

const char *rating_word(enum rating_result result)
{
	static const char *const words[RATING_RESULTS] = {
	    "graded", "undetermined", "not-enough-data", "met", "not-met", "not-in-scope"};
	return words[result];
}

const char *held_word(enum held held)
{
	static const char *const words[] = {"no", "yes", "unknown", "not-applicable", "dropped"};
	return words[held];
}

bool rating_is_settled(const struct rating *r)
{
	return r->result == RATING_GRADE || r->result == RATING_MET || r->result == RATING_NOT_MET;
}

/* ---- conditions ---- */

static bool is_meant(const struct rater *w, const struct condition *c)
{
	for (size_t i = 0; i < c->group_count; i++)
		if (w->subject->in[c->groups[i]->number])
			return true;
	return c->group_count == 0;
}

static bool is_dropped(const struct rater *w, const struct condition *c)
{
	if (!w->dropping || (c->order != TEST_LESS && c->order != TEST_AT_MOST))
		return false;
	for (size_t i = 0; i < w->policy->dropped_count; i++)
		if (w->policy->dropped[i] == c->input)
			return true;
	return false;
}

/* The figure; this and last year's grade are figures too. */
static struct figure figure_of(const struct rater *w, const struct rule_input *input)
{
	int grade;
	if (input == &w->rules->grade)
		grade = w->r.final ? (int)w->r.final->number : -1;
	else if (input == &w->rules->last_grade)
		grade = w->subject->head->last_grade;
	else
		return w->subject->head->figures[input->number];
	return (struct figure){.state = grade < 0 ? FIGURE_MISSING : FIGURE_GIVEN, .word = grade};
}

static bool holds(const struct condition *c, const struct figure *f)
{
	int order = c->order == TEST_WORD ? 0 : ratio_compare(f->number, c->limit);
	switch (c->order) {
	case TEST_AT_LEAST:
		return order >= 0;
	case TEST_MORE:
		return order > 0;
	case TEST_AT_MOST:
		return order <= 0;
	case TEST_LESS:
		return order < 0;
	case TEST_EQUAL:
		return order == 0;
	case TEST_OTHER:
		return order != 0;
	case TEST_WORD:
		break;
	}
	return (c->words >> f->word & 1) != 0;
}

static enum held judge_test(const struct rater *w, const struct condition *c)
{
	if (!is_meant(w, c))
		return HELD_ASIDE;
	if (is_dropped(w, c))
		return HELD_DROPPED;
	struct figure f = figure_of(w, c->input);
	if (f.state == FIGURE_MISSING)
		return c->when_given ? HELD_ASIDE : HELD_UNKNOWN;
	if (f.state == FIGURE_NOTHING) /* only "nếu có" lets it be left aside */
		return c->if_any ? HELD_ASIDE : HELD_UNKNOWN;
	return holds(c, &f) ? HELD_YES : HELD_NO;
}

static enum held judge(struct rater *w, const struct condition *c);

/* Of all: one that fails decides. Of any: one that holds. What does not apply is not there. */
static enum held judge_list(struct rater *w, const struct condition *c)
{
	enum held decides = c->kind == CONDITION_ALL ? HELD_NO : HELD_YES;
	enum held otherwise = c->kind == CONDITION_ALL ? HELD_YES : HELD_NO, held = HELD_ASIDE;
	for (const struct condition *m = c->first; m; m = m->next) {
		enum held one = judge(w, m);
		if (one == decides)
			held = decides;
		else if (one == HELD_UNKNOWN && held != decides)
			held = HELD_UNKNOWN;
		else if (one == otherwise && held == HELD_ASIDE)
			held = otherwise;
	}
	return held;
}

static enum held judge(struct rater *w, const struct condition *c)
{
	enum held held = c->kind == CONDITION_TEST ? judge_test(w, c) : judge_list(w, c);
	w->r.held[c->number] = held;
	return held;
}

/* ---- what is missing ---- */

static void add_missing(struct rater *w, const struct rule_input *input)
{
	struct rating *r = &w->r;
	for (size_t i = 0; i < r->missing_count; i++)
		if (r->missing[i] == input)
			return;
	r->missing = arena_more(w->a, r->missing, r->missing_count, sizeof input);
	r->missing[r->missing_count++] = input;
}

/* The figures that leave a condition open. */
static void collect_missing(struct rater *w, const struct condition *c)
{
	if (w->r.held[c->number] != HELD_UNKNOWN)
		return;
	if (c->kind == CONDITION_TEST)
		add_missing(w, c->input);
	for (const struct condition *m = c->first; m; m = m->next)
		collect_missing(w, m);
}

/* ---- grades ---- */

static bool list_has(struct rule_grade *const *list, size_t count, const struct rule_grade *grade)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == grade)
			return true;
	return false;
}

/* Does x come before y, by the rules or by the order in which the policy prefers them? */
static bool is_before(const struct rater *w, const struct rule_grade *x, const struct rule_grade *y)
{
	if (list_has(x->before, x->before_count, y))
		return true;
	for (size_t i = 0; i < w->policy->preferred_count; i++)
		if (w->policy->preferred[i] == x)
			return list_has(w->policy->preferred + i + 1,
					w->policy->preferred_count - i - 1, y);
	return false;
}

/* May it be this one, as far as is known? Not when it fails or one before it holds for certain. */
static bool is_possible(const struct rater *w, const struct rule_grade *grade)
{
	if (w->r.grades[grade->number] == HELD_NO)
		return false;
	for (size_t i = 0; i < w->rules->grade_count; i++)
		if (w->r.grades[i] == HELD_YES && is_before(w, &w->rules->grades[i], grade))
			return false;
	return true;
}

static void judge_grades(struct rater *w)
{
	for (size_t i = 0; i < w->rules->grade_count; i++) {
		const struct rule_grade *grade = &w->rules->grades[i];
		w->dropping = list_has(w->policy->preferred, w->policy->preferred_count, grade);
		enum held held = judge(w, grade->when);
		w->r.grades[i] = held == HELD_YES || held == HELD_UNKNOWN ? held : HELD_NO;
	}
	w->dropping = false;
}

static void decide_grade(struct rater *w)
{
	struct rating *r = &w->r;
	size_t possible = 0, open = 0;
	judge_grades(w);
	for (size_t i = 0; i < w->rules->grade_count; i++) {
		const struct rule_grade *grade = &w->rules->grades[i];
		if (!is_possible(w, grade))
			continue;
		possible++;
		if (r->grades[i] == HELD_UNKNOWN) {
			open++;
			collect_missing(w, grade->when);
		} else {
			r->grade = grade;
		}
	}
	r->result = open ? RATING_NO_DATA : possible == 1 ? RATING_GRADE : RATING_UNDETERMINED;
	r->clash = !open && possible > 1;
	if (r->result != RATING_GRADE)
		r->grade = NULL;
	r->final = r->grade;
	if (w->subject->head->override_grade >= 0)
		r->final = &w->rules->grades[w->subject->head->override_grade];
}

/* ---- criteria ---- */

static void decide_criteria(struct rater *w)
{
	struct rating *r = &w->r;
	r->result = RATING_MET;
	for (size_t i = 0; i < w->rules->criterion_count; i++) {
		const struct rule_criterion *c = &w->rules->criteria[i];
		r->criteria[i] = judge(w, c->when);
		if (r->criteria[i] == HELD_NO)
			r->result = RATING_NOT_MET;
		else if (r->criteria[i] == HELD_UNKNOWN && r->result == RATING_MET)
			r->result = RATING_NO_DATA;
		if (r->criteria[i] == HELD_UNKNOWN)
			collect_missing(w, c->when);
	}
}

/* ---- what follows ---- */

/* Does any part of it hold already? Of what wholly depends on figures nobody gave nothing is said. */
static bool has_begun(const struct rater *w, const struct condition *c)
{
	if (c->kind == CONDITION_TEST)
		return w->r.held[c->number] == HELD_YES;
	for (const struct condition *m = c->first; m; m = m->next)
		if (has_begun(w, m))
			return true;
	return false;
}

static void decide_consequences(struct rater *w)
{
	struct rating *r = &w->r;
	for (size_t i = 0; i < w->rules->consequence_count; i++) {
		const struct rule_consequence *c = &w->rules->consequences[i];
		enum held held = judge(w, c->when);
		if (held == HELD_YES) {
			r->follows = arena_more(w->a, r->follows, r->follow_count, sizeof c);
			r->follows[r->follow_count++] = c;
		} else if (held == HELD_UNKNOWN && has_begun(w, c->when)) {
			r->open = arena_more(w->a, r->open, r->open_count, sizeof c);
			r->open[r->open_count++] = c;
		}
	}
}

static enum held *held_list(struct arena *a, size_t count)
{
	enum held *list = arena_alloc(a, (count + 1) * sizeof *list);
	for (size_t i = 0; i < count; i++)
		list[i] = HELD_ASIDE;
	return list;
}

struct rating rating_make(struct arena *a, const struct rules *rules,
			  const struct rule_policy *policy, const struct subject *subject)
{
	struct rater w = {.a = a, .rules = rules, .policy = policy, .subject = subject};
	w.r = (struct rating){.result = RATING_OUTSIDE,
			      .held = held_list(a, rules->condition_count),
			      .grades = held_list(a, rules->grade_count),
			      .criteria = held_list(a, rules->criterion_count)};
	if (subject->answer == SCOPE_OUTSIDE)
		return w.r;
	if (subject->answer != SCOPE_FOUND) {
		w.r.result = RATING_NO_DATA;
		return w.r;
	}
	if (rules->kind == RULES_CRITERIA)
		decide_criteria(&w);
	else
		decide_grade(&w);
	decide_consequences(&w);
	return w.r;
}
