/* SPDX-License-Identifier: MIT
 * rulesinput: the figures that rules ask for, and whom the rules are about; a value as officers write
 * it, read for a figure. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/measure.h"
#include "data/rules_private.h"
#include "data/shape.h"

static const char *const input_keys[] = {"id",	  "name",    "name-en", "headings",  "unit",
					 "range", "words",   "from",	"published", "article",
					 "note",  "note-en", NULL};
static const char *const word_keys[] = {"id", "name", "name-en", NULL};
static const char *const group_keys[] = {
    "id",	  "name",	   "name-en",	      "article", "level",   "kind", "agencies",
    "decided-by", "decided-by-en", "decided-article", "note",	 "note-en", NULL};
static const char *const unit_words[] = {"percent", "count", "yes-no", "word", NULL};
static const char *const from_words[] = {"sheet", "tasks-done", "all-on-time", NULL};
static const char *const published_words[] = {"next-year", NULL};
static const char *const level_words[] = {"state",   "province", "district",
					  "commune", "agency",	 NULL};

/* ---- values ---- */

static bool in_range(const struct rule_input *input, struct ratio number)
{
	return !input->has_range ||
	       (ratio_compare(number, input->low) >= 0 && ratio_compare(number, input->high) <= 0);
}

/* 90.000 may be ninety or ninety thousand; where the range leaves only one of them, it is that. */
static struct measure settle_unclear(const struct rule_input *input, const char *text)
{
	struct measure none = {.form = MEASURE_NONE}, decimal, thousands;
	struct arena *a = arena_new();
	char *comma = arena_text(a, text), *joined = arena_text(a, text);
	*strchr(comma, '.') = ',';
	char *point = strchr(joined, '.');
	memmove(point, point + 1, strlen(point));
	decimal = measure_read(comma);
	thousands = measure_read(joined);
	arena_free(a);
	if (decimal.form == MEASURE_NONE || thousands.form == MEASURE_NONE || !input->has_range)
		return none;
	bool small = in_range(input, decimal.number), large = in_range(input, thousands.number);
	return small == large ? none : small ? decimal : thousands;
}

bool input_number(const struct rule_input *input, const char *text, struct measure *measure,
		  struct ratio *number)
{
	bool percent = input->unit == FIGURE_PERCENT;
	*measure = measure_read(text);
	if (measure->form == MEASURE_UNCLEAR)
		*measure = settle_unclear(input, text);
	switch (measure->form) {
	case MEASURE_NUMBER:
		*number = measure->number;
		break;
	case MEASURE_PERCENT:
		if (!percent)
			return false;
		*number = measure->number;
		break;
	case MEASURE_SHARE:
		if (!percent || !ratio_multiply(ratio_of(measure->part, measure->whole),
						ratio_of(100, 1), number))
			return false;
		break;
	default:
		return false;
	}
	return in_range(input, *number);
}

static const struct {
	const char *text;
	int word;
} truths[] = {{"có", WORD_YES},	     {"yes", WORD_YES},	 {"đúng", WORD_YES},	 {"đạt", WORD_YES},
	      {"true", WORD_YES},    {"1", WORD_YES},	 {"không", WORD_NO},	 {"no", WORD_NO},
	      {"không có", WORD_NO}, {"sai", WORD_NO},	 {"không đạt", WORD_NO}, {"chưa", WORD_NO},
	      {"chưa đạt", WORD_NO}, {"false", WORD_NO}, {"0", WORD_NO}};

static bool is_word(struct arena *a, const char *key, const char *word)
{
	return word && strcmp(key, text_key(a, word)) == 0;
}

int input_word(const struct rule_input *input, const char *text)
{
	struct arena *a = arena_new();
	const char *key = text_key(a, text);
	int found = -1;
	for (size_t i = 0; i < input->word_count && found < 0; i++) {
		const struct rule_word *w = &input->words[i];
		if (is_word(a, key, w->id) || is_word(a, key, w->name.vietnamese) ||
		    is_word(a, key, w->name.english))
			found = (int)i;
	}
	size_t n = input->unit == FIGURE_YES_NO ? sizeof truths / sizeof *truths : 0;
	for (size_t i = 0; i < n && found < 0; i++)
		if (is_word(a, key, truths[i].text))
			found = truths[i].word;
	arena_free(a);
	return found;
}

const char *input_takes(struct arena *a, const struct rule_input *input)
{
	const char *percent = input->unit == FIGURE_PERCENT ? " %" : "", *list = "";
	if (input->unit == FIGURE_YES_NO)
		return words_pick("yes or no", "có hoặc không");
	for (size_t i = 0; i < input->word_count; i++)
		list = arena_format(a, "%s%s%s", list, i ? ", " : "", input->words[i].id);
	if (input->word_count)
		return list;
	if (!input->has_range)
		return arena_format(a, "%s%s", words_pick("a number", "một số"), percent);
	return arena_format(a, "%s..%s%s", ratio_text(a, input->low, 6),
			    ratio_text(a, input->high, 6), percent);
}

/* ---- inputs ---- */

/* "0..100" */
static void read_range(struct rules_reader *r, const struct node *map, struct rule_input *input)
{
	const char *text = shape_text(map, "range", r->findings);
	const char *dots = text ? strstr(text, "..") : NULL;
	if (!text)
		return;
	struct measure low = {.form = MEASURE_NONE}, high = low;
	if (dots) {
		low = measure_read(arena_copy(r->a, text, (size_t)(dots - text)));
		high = measure_read(dots + 2);
	}
	if (low.form == MEASURE_NUMBER && high.form == MEASURE_NUMBER &&
	    ratio_compare(low.number, high.number) < 0) {
		input->has_range = true;
		input->low = low.number;
		input->high = high.number;
		return;
	}
	findings_add(r->findings, node_get(map, "range")->at, CODE_BAD_VALUE, text, "range",
		     ": 0..100");
}

static void add_word(struct rules_reader *r, struct rule_input *input, const struct node *m)
{
	struct rule_word word = {.id = m->text};
	if (m->kind == NODE_MAP) {
		shape_keys(r->a, m, word_keys, r->findings);
		word = (struct rule_word){rules_id(r, m), rules_wording(r, m, "name")};
	} else if (m->kind == NODE_LIST) {
		rules_is_map(r, m, "words");
		return;
	}
	if (!word.id)
		return;
	input->words = arena_more(r->a, input->words, input->word_count, sizeof *input->words);
	input->words[input->word_count++] = word;
}

static void read_words(struct rules_reader *r, const struct node *map, struct rule_input *input)
{
	static const struct rule_word truth[] = {{"yes", {"có", "yes"}}, {"no", {"không", "no"}}};
	const struct node *list = shape_member(map, "words", NODE_LIST, r->findings);
	if (input->unit == FIGURE_YES_NO) {
		input->words = memcpy(arena_alloc(r->a, sizeof truth), truth, sizeof truth);
		input->word_count = 2;
		return;
	}
	for (const struct node *m = list ? list->first : NULL; m && input->word_count < RULE_WORDS;
	     m = m->next)
		add_word(r, input, m);
	if (input->unit == FIGURE_WORD && !input->word_count)
		findings_add(r->findings, map->at, CODE_MISSING_KEY, "words", NULL, NULL);
	else if (input->unit != FIGURE_WORD && list)
		findings_add(r->findings, list->at, CODE_BAD_VALUE, "words", "unit",
			     words_pick(": words go with unit: word", ": words đi với unit: word"));
}

/* The share of tasks done is a percentage; whether all were in time, yes or no. */
static void check_from(struct rules_reader *r, const struct node *map, const struct rule_input *i)
{
	bool fits = i->from == FROM_SHEET ||
		    (i->from == FROM_TASKS_DONE && i->unit == FIGURE_PERCENT) ||
		    (i->from == FROM_ALL_ON_TIME && i->unit == FIGURE_YES_NO);
	if (!fits)
		findings_add(r->findings, node_get(map, "from")->at, CODE_BAD_VALUE,
			     from_words[i->from], "unit", "");
}

static void read_input(struct rules_reader *r, const struct node *map)
{
	struct rules *rules = r->rules;
	if (!rules_is_map(r, map, "inputs"))
		return;
	shape_keys(r->a, map, input_keys, r->findings);
	const char *id = rules_id(r, map);
	int unit = shape_word(r->a, map, "unit", unit_words, r->findings);
	int from = shape_word(r->a, map, "from", from_words, r->findings);
	if (!id)
		return;
	if (!node_get(map, "unit"))
		findings_add(r->findings, map->at, CODE_MISSING_KEY, "unit", NULL, NULL);
	rules->inputs = arena_more(r->a, rules->inputs, rules->input_count, sizeof *rules->inputs);
	struct rule_input *input = &rules->inputs[rules->input_count];
	*input = (struct rule_input){.id = id,
				     .number = rules->input_count++,
				     .unit = unit < 0 ? FIGURE_COUNT : (enum figure_unit)unit,
				     .from = from < 0 ? FROM_SHEET : (enum figure_from)from,
				     .name = rules_wording(r, map, "name"),
				     .note = rules_wording(r, map, "note"),
				     .at = map->at};
	input->article = shape_text(map, "article", r->findings);
	input->headings = shape_texts(r->a, map, "headings", &input->heading_count, r->findings);
	input->next_year = shape_word(r->a, map, "published", published_words, r->findings) == 0;
	read_range(r, map, input);
	read_words(r, map, input);
	check_from(r, map, input);
}

void rules_read_inputs(struct rules_reader *r, const struct node *root)
{
	const struct node *list = shape_member(root, "inputs", NODE_LIST, r->findings);
	for (const struct node *m = list ? list->first : NULL; m; m = m->next)
		read_input(r, m);
}

/* ---- groups ---- */

static unsigned kind_bit(const char *word)
{
	for (int k = KIND_UNKNOWN + 1; k < KIND_COUNT; k++)
		if (strcmp(agency_kind_word((enum agency_kind)k), word) == 0)
			return 1u << k;
	return 0;
}

static void read_kinds(struct rules_reader *r, const struct node *map, struct rule_group *group)
{
	size_t count;
	const char **words = shape_texts(r->a, map, "kind", &count, r->findings);
	for (size_t i = 0; i < count; i++) {
		unsigned bit = kind_bit(words[i]);
		if (!bit)
			findings_add(r->findings, node_get(map, "kind")->at, CODE_BAD_VALUE,
				     words[i], "kind", "");
		group->kinds |= bit;
	}
}

static void read_group(struct rules_reader *r, const struct node *map, bool scope)
{
	struct rules *rules = r->rules;
	if (!rules_is_map(r, map, scope ? "scope" : "groups"))
		return;
	shape_keys(r->a, map, group_keys, r->findings);
	const char *id = rules_id(r, map);
	int level = shape_word(r->a, map, "level", level_words, r->findings);
	if (!id)
		return;
	rules->groups = arena_more(r->a, rules->groups, rules->group_count, sizeof *rules->groups);
	struct rule_group *g = &rules->groups[rules->group_count];
	*g = (struct rule_group){.id = id,
				 .number = rules->group_count++,
				 .scope = scope,
				 .level = (enum level)(level + 1),
				 .name = rules_wording(r, map, "name"),
				 .note = rules_wording(r, map, "note"),
				 .decided_by = rules_wording(r, map, "decided-by"),
				 .at = map->at};
	g->article = shape_text(map, "article", r->findings);
	g->decided_article = shape_text(map, "decided-article", r->findings);
	g->agencies = shape_texts(r->a, map, "agencies", &g->agency_count, r->findings);
	read_kinds(r, map, g);
}

static void read_posts(struct rules_reader *r, const struct node *root)
{
	static const char *const keys[] = {"outside", "unless", "article", NULL};
	struct rule_posts *p = &r->rules->posts;
	const struct node *map = shape_member(root, "posts", NODE_MAP, r->findings);
	if (!map)
		return;
	shape_keys(r->a, map, keys, r->findings);
	p->outside = shape_texts(r->a, map, "outside", &p->outside_count, r->findings);
	p->unless = shape_texts(r->a, map, "unless", &p->unless_count, r->findings);
	p->article = shape_text(map, "article", r->findings);
	if (!node_get(map, "outside"))
		findings_add(r->findings, map->at, CODE_MISSING_KEY, "outside", NULL, NULL);
}

void rules_read_groups(struct rules_reader *r, const struct node *root)
{
	read_posts(r, root);
	static const char *const lists[] = {"scope", "groups"};
	for (int i = 0; i < 2; i++) {
		const struct node *list = shape_member(root, lists[i], NODE_LIST, r->findings);
		for (const struct node *m = list ? list->first : NULL; m; m = m->next)
			read_group(r, m, i == 0);
	}
}
