/* SPDX-License-Identifier: MIT
 * rulesgrades: the grades of rules, how they are applied, what follows from them, and where a person
 * may decide otherwise. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "data/rules_private.h"
#include "data/shape.h"

static const char *const grade_keys[] = {"grade", "name", "name-en", "article", "all",
					 "any",	  "if",	  "before",  NULL};
static const char *const policy_keys[] = {"id",	    "name", "name-en", "drop-upper-bounds",
					  "prefer", "note", "note-en", NULL};
static const char *const consequence_keys[] = {"id",  "name", "name-en", "article",
					       "all", "any",  "if",	 NULL};
static const char *const override_keys[] = {"id", "name", "name-en", "article", NULL};

/* The ids of grades as the words of "grade" and "last-grade". */
static void make_grade_inputs(struct rules_reader *r)
{
	struct rules *rules = r->rules;
	struct rule_word *words = arena_alloc(r->a, (rules->grade_count + 1) * sizeof *words);
	for (size_t i = 0; i < rules->grade_count; i++)
		words[i] = (struct rule_word){rules->grades[i].id, rules->grades[i].name};
	rules->grade = (struct rule_input){.id = "grade",
					   .name = {"xếp loại", "grade"},
					   .unit = FIGURE_WORD,
					   .number = SIZE_MAX,
					   .words = words,
					   .word_count = rules->grade_count};
	rules->last_grade = rules->grade;
	rules->last_grade.id = "last-grade";
	rules->last_grade.name = (struct wording){"xếp loại năm trước", "last year's grade"};
}

/* The grades that a list names. */
static struct rule_grade **grade_list(struct rules_reader *r, const struct node *map,
				      const char *key, size_t *count)
{
	struct rules *rules = r->rules;
	size_t n;
	const char **ids = shape_texts(r->a, map, key, &n, r->findings);
	struct rule_grade **list =
	    arena_alloc(r->a, (n + rules->grade_count + 1) * sizeof(struct rule_grade *));
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		size_t g = 0;
		while (g < rules->grade_count && strcmp(rules->grades[g].id, ids[i]) != 0)
			g++;
		if (g < rules->grade_count)
			list[(*count)++] = &rules->grades[g];
		else
			findings_add(r->findings, node_get(map, key)->at, CODE_BAD_VALUE, ids[i],
				     key, words_pick(": no such grade", ": không có mức này"));
	}
	return list;
}

static bool comes_before(const struct rule_grade *x, const struct rule_grade *y)
{
	for (size_t i = 0; i < x->before_count; i++)
		if (x->before[i] == y)
			return true;
	return false;
}

/* `x` comes before all that `via` comes before. The lists have room for every grade. */
static void take_over(struct rule_grade *x, const struct rule_grade *via)
{
	for (size_t j = 0; j < via->before_count; j++)
		if (via->before[j] != x && !comes_before(x, via->before[j]))
			x->before[x->before_count++] = via->before[j];
}

static void close_order(struct rules *rules)
{
	for (size_t k = 0; k < rules->grade_count; k++)
		for (size_t i = 0; i < rules->grade_count; i++)
			if (i != k && comes_before(&rules->grades[i], &rules->grades[k]))
				take_over(&rules->grades[i], &rules->grades[k]);
}

static void read_grades(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	for (const struct node *m = NULL; (m = rules_next(r, root, "grades", m, grade_keys));) {
		struct rule_grade grade = {.id = rules_key_id(r, m, "grade"),
					   .name = rules_wording(r, m, "name"),
					   .article = shape_text(m, "article", r->findings),
					   .when = rules_condition(r, m),
					   .number = rules->grade_count,
					   .at = m->at};
		if (!grade.id)
			continue;
		rules->grades = arena_more(r->a, rules->grades, rules->grade_count, sizeof grade);
		rules->grades[rules->grade_count++] = grade;
	}
	make_grade_inputs(r);
	size_t i = 0;
	const struct node *list = node_get(root, "grades");
	for (const struct node *m = list ? list->first : NULL; m; m = m->next)
		if (m->kind == NODE_MAP && i < rules->grade_count && node_text(m, "grade") &&
		    strcmp(rules->grades[i].id, node_text(m, "grade")) == 0) {
			rules->grades[i].before =
			    grade_list(r, m, "before", &rules->grades[i].before_count);
			i++;
		}
	close_order(rules);
}

static const struct rule_input **input_list(struct rules_reader *r, const struct node *map,
					    const char *key, size_t *count)
{
	size_t n;
	const char **ids = shape_texts(r->a, map, key, &n, r->findings);
	const struct rule_input **list = arena_alloc(r->a, (n + 1) * sizeof(struct rule_input *));
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		const struct rule_input *input = rules_input(r->rules, ids[i]);
		if (input)
			list[(*count)++] = input;
		else
			findings_add(r->findings, node_get(map, key)->at, CODE_BAD_VALUE, ids[i],
				     key, words_pick(": no such input", ": không có số liệu này"));
	}
	return list;
}

/* Without any policy the rules are applied to the letter. */
static void read_policies(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	static const struct rule_policy letter = {.id = "literal",
						  .name = {"theo đúng câu chữ", "to the letter"}};
	for (const struct node *m = NULL; (m = rules_next(r, root, "policies", m, policy_keys));) {
		struct rule_policy policy = {.id = rules_id(r, m),
					     .name = rules_wording(r, m, "name"),
					     .note = rules_wording(r, m, "note"),
					     .at = m->at};
		policy.dropped = input_list(r, m, "drop-upper-bounds", &policy.dropped_count);
		policy.preferred = grade_list(r, m, "prefer", &policy.preferred_count);
		if (!policy.id)
			continue;
		rules->policies =
		    arena_more(r->a, rules->policies, rules->policy_count, sizeof policy);
		rules->policies[rules->policy_count++] = policy;
	}
	if (rules->policy_count)
		return;
	rules->policies = arena_more(r->a, NULL, 0, sizeof letter);
	rules->policies[rules->policy_count++] = letter;
}

static void read_consequences(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	r->with_grades = true;
	for (const struct node *m = NULL;
	     (m = rules_next(r, root, "consequences", m, consequence_keys));) {
		struct rule_consequence one = {.id = rules_id(r, m),
					       .name = rules_wording(r, m, "name"),
					       .article = shape_text(m, "article", r->findings),
					       .when = rules_condition(r, m),
					       .at = m->at};
		if (!one.id || !one.when)
			continue;
		rules->consequences =
		    arena_more(r->a, rules->consequences, rules->consequence_count, sizeof one);
		rules->consequences[rules->consequence_count++] = one;
	}
	r->with_grades = false;
}

static void read_overrides(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	for (const struct node *m = NULL;
	     (m = rules_next(r, root, "overrides", m, override_keys));) {
		struct rule_override one = {.id = rules_id(r, m),
					    .name = rules_wording(r, m, "name"),
					    .article = shape_text(m, "article", r->findings),
					    .at = m->at};
		if (!one.id)
			continue;
		rules->overrides =
		    arena_more(r->a, rules->overrides, rules->override_count, sizeof one);
		rules->overrides[rules->override_count++] = one;
	}
}

void rules_read_grades(struct rules_reader *r, const struct node *root)
{
	read_grades(r, root);
	read_policies(r, root);
	read_consequences(r, root);
	read_overrides(r, root);
}
