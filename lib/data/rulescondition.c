/* SPDX-License-Identifier: MIT
 * rulescondition: the conditions of rules, one test a text: "index >= 90", "efficiency = high",
 * "not disciplined", with "for GROUP", "if any" and "when given" behind it. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/measure.h"
#include "data/rules_private.h"
#include "data/shape.h"

static const char *const condition_keys[] = {"if",     "all",  "any",	  "article", "say",
					     "say-en", "note", "note-en", NULL};

/* One test while it is read. */
struct test_reader {
	struct rules_reader *r;
	const struct node *node;
	struct condition *c;
	char *rest; /* what is not read yet */
};

static bool refuse(struct test_reader *t, const char *why)
{
	findings_add(t->r->findings, t->node->at, CODE_RULE_CONDITION, t->node->text, why, NULL);
	return false;
}

const char *rules_hint(struct rules_reader *r, const char *word, const char *const ids[],
		       size_t count)
{
	const char *near = text_nearest(word, ids, count);
	return near ? arena_format(r->a, words_pick("; did you mean %s?", "; có phải là %s?"), near)
		    : "";
}

/* ---- words at the end ---- */

/* Cuts `words` off the end of the test; false when they do not stand there. */
static bool cut_end(char *text, const char *words)
{
	size_t n = strlen(text), m = strlen(words);
	if (n < m || strcmp(text + n - m, words) != 0)
		return false;
	text[n - m] = 0;
	return true;
}

static const struct rule_group *find_group(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->group_count; i++)
		if (strcmp(rules->groups[i].id, id) == 0)
			return &rules->groups[i];
	return NULL;
}

static bool refuse_group(struct test_reader *t, const char *id)
{
	const struct rules *rules = t->r->rules;
	const char **ids = arena_alloc(t->r->a, (rules->group_count + 1) * sizeof *ids);
	for (size_t i = 0; i < rules->group_count; i++)
		ids[i] = rules->groups[i].id;
	return refuse(t, arena_format(t->r->a,
				      words_pick("there is no group \"%s\"%s",
						 "không có nhóm đối tượng \"%s\"%s"),
				      id, rules_hint(t->r, id, ids, rules->group_count)));
}

/* "article-11", "district, commune": moves behind one name of a list; NULL at the end. */
static char *next_name(char **rest)
{
	char *name = *rest + strspn(*rest, " ,");
	size_t n = strcspn(name, ",");
	*rest = name + n + (name[n] == ',');
	while (n && name[n - 1] == ' ')
		n--;
	name[n] = 0;
	return n ? name : NULL;
}

static bool read_groups(struct test_reader *t, char *names)
{
	struct condition *c = t->c;
	for (char *name; (name = next_name(&names));) {
		const struct rule_group *group = find_group(t->r->rules, name);
		if (!group)
			return refuse_group(t, name);
		t->r->rules->groups[group->number].used = true;
		c->groups = arena_more(t->r->a, c->groups, c->group_count, sizeof group);
		c->groups[c->group_count++] = group;
	}
	return c->group_count ? true : refuse(t, words_pick("for whom?", "for nhóm nào?"));
}

static bool read_end(struct test_reader *t)
{
	t->c->when_given = cut_end(t->rest, " when given");
	t->c->if_any = cut_end(t->rest, " if any");
	char *names = strstr(t->rest, " for ");
	if (!names)
		return true;
	*names = 0;
	return read_groups(t, names + strlen(" for "));
}

/* ---- the value ---- */

static struct rule_limit *find_limit(struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->limit_count; i++)
		if (strcmp(rules->limits[i].id, id) == 0)
			return &rules->limits[i];
	return NULL;
}

static bool refuse_limit(struct test_reader *t, const char *word)
{
	const struct rules *rules = t->r->rules;
	const char **ids = arena_alloc(t->r->a, (rules->limit_count + 1) * sizeof *ids);
	for (size_t i = 0; i < rules->limit_count; i++)
		ids[i] = rules->limits[i].id;
	return refuse(t,
		      arena_format(t->r->a,
				   words_pick("\"%s\" is neither a number nor one of limits%s",
					      "\"%s\" không phải số, cũng không có trong limits%s"),
				   word, rules_hint(t->r, word, ids, rules->limit_count)));
}

/* Is what the file compares the figure with of the figure's own kind, and something it can be? */
static bool check_limit(struct test_reader *t, bool percent)
{
	const struct rule_input *input = t->c->input;
	if (percent && input->unit != FIGURE_PERCENT)
		return refuse(t, arena_format(t->r->a,
					      words_pick("%s is no percentage",
							 "%s không tính bằng phần trăm"),
					      input->id));
	if (input->has_range && (ratio_compare(t->c->limit, input->low) < 0 ||
				 ratio_compare(t->c->limit, input->high) > 0))
		return refuse(t, arena_format(t->r->a, words_pick("%s is %s", "%s chỉ nhận %s"),
					      input->id, input_takes(t->r->a, input)));
	return true;
}

static bool read_number(struct test_reader *t, const char *text)
{
	struct rule_limit *limit = find_limit(t->r->rules, text);
	if (limit) {
		limit->used = true;
		t->c->limit = limit->value;
		return check_limit(t, limit->percent);
	}
	struct measure m = measure_read(text);
	if (m.form != MEASURE_NUMBER && m.form != MEASURE_PERCENT)
		return refuse_limit(t, text);
	t->c->limit = m.number;
	return check_limit(t, m.form == MEASURE_PERCENT);
}

static bool read_words(struct test_reader *t, char *words)
{
	struct condition *c = t->c;
	for (char *word; (word = next_name(&words));) {
		size_t i = 0;
		while (i < c->input->word_count && strcmp(c->input->words[i].id, word) != 0)
			i++;
		if (i == c->input->word_count)
			return refuse(
			    t, arena_format(t->r->a,
					    words_pick("%s is %s, not \"%s\"",
						       "%s chỉ nhận %s, không nhận \"%s\""),
					    c->input->id, input_takes(t->r->a, c->input), word));
		c->words |= UINT64_C(1) << i;
	}
	return c->words ? true : refuse(t, words_pick("which word?", "từ nào?"));
}

static bool is_number(const struct rule_input *input)
{
	return input->unit == FIGURE_PERCENT || input->unit == FIGURE_COUNT;
}

static bool read_value(struct test_reader *t, enum test_order order, char *value)
{
	bool equal = order == TEST_EQUAL || order == TEST_OTHER || order == TEST_WORD;
	t->c->order = order;
	if (!*value)
		return refuse(t, words_pick("a value is missing", "thiếu giá trị so sánh"));
	if (is_number(t->c->input) && order != TEST_WORD)
		return read_number(t, value);
	if (is_number(t->c->input) || !equal)
		return refuse(t, arena_format(t->r->a,
					      words_pick("%s cannot be compared so",
							 "không thể so sánh %s như vậy"),
					      t->c->input->id));
	if (!read_words(t, value))
		return false;
	uint64_t all = t->c->input->word_count < RULE_WORDS
			   ? (UINT64_C(1) << t->c->input->word_count) - 1
			   : UINT64_MAX;
	if (order == TEST_OTHER)
		t->c->words = all & ~t->c->words;
	t->c->order = TEST_WORD;
	return true;
}

/* ---- the test ---- */

static const struct {
	const char *sign;
	enum test_order order;
} signs[] = {{">=", TEST_AT_LEAST}, {"≥", TEST_AT_LEAST}, {"<=", TEST_AT_MOST},
	     {"≤", TEST_AT_MOST},   {"!=", TEST_OTHER},	  {"≠", TEST_OTHER},
	     {">", TEST_MORE},	    {"<", TEST_LESS},	  {"=", TEST_EQUAL}};

static const struct rule_input *find_input(struct rules_reader *r, const char *id)
{
	struct rules *rules = r->rules;
	for (size_t i = 0; i < rules->input_count; i++)
		if (strcmp(rules->inputs[i].id, id) == 0) {
			rules->inputs[i].used = true;
			return &rules->inputs[i];
		}
	if (!r->with_grades)
		return NULL;
	return strcmp(id, "grade") == 0	       ? &rules->grade
	       : strcmp(id, "last-grade") == 0 ? &rules->last_grade
					       : NULL;
}

static bool refuse_input(struct test_reader *t, const char *id)
{
	const struct rules *rules = t->r->rules;
	const char **ids = arena_alloc(t->r->a, (rules->input_count + 1) * sizeof *ids);
	for (size_t i = 0; i < rules->input_count; i++)
		ids[i] = rules->inputs[i].id;
	return refuse(t, arena_format(t->r->a,
				      words_pick("there is no input \"%s\"%s",
						 "không có số liệu \"%s\" trong inputs%s"),
				      id, rules_hint(t->r, id, ids, rules->input_count)));
}

/* How the figure is asked for, by this test and by those before it. */
static void note_use(struct test_reader *t)
{
	struct rules *rules = t->r->rules;
	const struct condition *c = t->c;
	if (c->input == &rules->grade || c->input == &rules->last_grade)
		return;
	struct rule_input *input = &rules->inputs[c->input->number];
	input->if_any |= c->if_any;
	input->for_all |= !c->group_count;
	input->only = input->for_all ? NULL : c->groups[0];
}

static bool read_name(struct test_reader *t)
{
	size_t n = strcspn(t->rest, " <>=!\xe2");
	const char *id = arena_copy(t->r->a, t->rest, n);
	t->rest += n + strspn(t->rest + n, " ");
	t->c->input = find_input(t->r, id);
	if (!t->c->input)
		return refuse_input(t, id);
	note_use(t);
	return true;
}

/* A figure by itself: yes; behind "not": no. */
static bool read_alone(struct test_reader *t, bool negated)
{
	if (t->c->input->unit != FIGURE_YES_NO)
		return refuse(t, words_pick("what must it be?", "phải đạt mức nào?"));
	t->c->order = TEST_WORD;
	t->c->words = UINT64_C(1) << (negated ? WORD_NO : WORD_YES);
	return true;
}

static bool read_test(struct test_reader *t)
{
	bool negated = strncmp(t->rest, "not ", 4) == 0;
	t->rest += negated ? 4 : 0;
	if (!read_end(t) || !read_name(t))
		return false;
	if (!*t->rest)
		return read_alone(t, negated);
	if (negated)
		return refuse(t, words_pick("nothing stands behind a figure with not",
					    "sau not chỉ ghi tên số liệu"));
	if (strncmp(t->rest, "in ", 3) == 0)
		return read_value(t, TEST_WORD, t->rest + 3);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = strlen(signs[i].sign);
		if (strncmp(t->rest, signs[i].sign, n) == 0)
			return read_value(t, signs[i].order,
					  t->rest + n + strspn(t->rest + n, " "));
	}
	return refuse(t, words_pick("a sign such as >= is missing", "thiếu dấu so sánh như >="));
}

/* The test as people read it, with numbers in place of the names of limits: "index >= 90 %". */
static const char *test_text(struct arena *a, const struct condition *c)
{
	static const char *const shown[] = {">=", ">", "<=", "<", "=", "!="};
	const struct rule_input *input = c->input;
	if (is_number(input))
		return arena_format(a, "%s %s %s%s", input->id, shown[c->order],
				    ratio_text(a, c->limit, 6),
				    input->unit == FIGURE_PERCENT ? " %" : "");
	if (input->unit == FIGURE_YES_NO)
		return arena_format(a, "%s%s", c->words & (UINT64_C(1) << WORD_NO) ? "not " : "",
				    input->id);
	const char *list = "";
	for (size_t i = 0; i < input->word_count; i++)
		if (c->words & (UINT64_C(1) << i))
			list =
			    arena_format(a, "%s%s%s", list, *list ? ", " : "", input->words[i].id);
	return arena_format(a, "%s %s %s", input->id, strchr(list, ',') ? "in" : "=", list);
}

static struct condition *new_condition(struct rules_reader *r, const struct node *node)
{
	struct condition *c = arena_alloc(r->a, sizeof *c);
	c->number = r->rules->condition_count++;
	c->at = node->at;
	return c;
}

static struct condition *read_text(struct rules_reader *r, const struct node *node)
{
	struct condition *c = new_condition(r, node);
	struct test_reader t = {r, node, c, text_squeeze(r->a, node->text)};
	if (!read_test(&t))
		return NULL;
	c->text = test_text(r->a, c);
	return c;
}

/* ---- lists ---- */

static struct condition *read_member(struct rules_reader *r, const struct node *member)
{
	if (member->kind == NODE_TEXT)
		return read_text(r, member);
	if (!rules_is_map(r, member, "if"))
		return NULL;
	shape_keys(r->a, member, condition_keys, r->findings);
	struct condition *c = rules_condition(r, member);
	if (!c)
		return NULL;
	c->article = shape_text(member, "article", r->findings);
	c->say = rules_wording(r, member, "say");
	c->note = rules_wording(r, member, "note");
	return c;
}

static struct condition *read_list(struct rules_reader *r, const struct node *list,
				   enum condition_kind kind)
{
	struct condition *c = new_condition(r, list), **next = &c->first;
	bool good = list->count > 0;
	c->kind = kind;
	if (!good)
		findings_add(r->findings, list->at, CODE_RULE_CONDITION, list->key,
			     words_pick("the list is empty", "danh sách trống"), NULL);
	for (const struct node *m = list->first; m; m = m->next) {
		*next = read_member(r, m);
		good &= *next != NULL;
		if (*next)
			next = &(*next)->next;
	}
	return good ? c : NULL;
}

struct condition *rules_condition(struct rules_reader *r, const struct node *map)
{
	const struct node *all = shape_member(map, "all", NODE_LIST, r->findings);
	const struct node *any = shape_member(map, "any", NODE_LIST, r->findings);
	const struct node *one = shape_member(map, "if", NODE_TEXT, r->findings);
	if ((all != NULL) + (any != NULL) + (one != NULL) == 1)
		return one   ? read_text(r, one)
		       : all ? read_list(r, all, CONDITION_ALL)
			     : read_list(r, any, CONDITION_ANY);
	findings_add(r->findings, map->at, CODE_RULE_CONDITION, map->key ? map->key : "…",
		     words_pick("one of if, all and any is needed",
				"cần đúng một trong các khóa if, all, any"),
		     NULL);
	return NULL;
}
