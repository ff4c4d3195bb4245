/* SPDX-License-Identifier: MIT
 * rules: a rules/1 tree becomes rules. It judges no sense: rulescheck does. */
#include "data/rules.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/measure.h"
#include "data/rules_private.h"
#include "data/shape.h"

static const char *const rules_keys[] = {
    "par",	    "id",	 "kind",      "title",	    "title-en", "document",
    "issuer",	    "issued",	 "effective", "amended-by", "doubts",	"at-most",
    "scope",	    "groups",	 "inputs",    "limits",	    "grades",	"policies",
    "consequences", "overrides", "parts",     "criteria",   "note",	"note-en",
    "posts",	    NULL};
static const char *const amendment_keys[] = {"document", "date",    "included",
					     "note",	 "note-en", NULL};
static const char *const doubt_keys[] = {"key", "code", "say", "suggest", "settled", NULL};
static const char *const most_keys[] = {"number", "article", NULL};
static const char *const kind_words[] = {"rating", "criteria", "scorecard", NULL};

const char *wording_say(struct wording w)
{
	const char *english = w.english ? w.english : w.vietnamese;
	const char *vietnamese = w.vietnamese ? w.vietnamese : w.english;
	return english ? words_pick(english, vietnamese) : "";
}

const char *rules_kind_word(enum rules_kind kind)
{
	return kind_words[kind];
}

struct wording rules_wording(struct rules_reader *r, const struct node *map, const char *key)
{
	return (struct wording){shape_text(map, key, r->findings),
				shape_text(map, arena_format(r->a, "%s-en", key), r->findings)};
}

bool rules_is_map(struct rules_reader *r, const struct node *member, const char *list)
{
	if (member->kind == NODE_MAP)
		return true;
	findings_add(r->findings, member->at, CODE_WRONG_SHAPE, list,
		     words_pick("a list of maps", "danh sách các bảng khóa"), NULL);
	return false;
}

/* What conditions and logs can name. */
static bool is_id(const char *id)
{
	return *id && !strpbrk(id, " \t<>=!,#/");
}

const char *rules_key_id(struct rules_reader *r, const struct node *map, const char *key)
{
	const char *id = shape_required(map, key, r->findings);
	if (id && !is_id(id)) {
		findings_add(r->findings, node_get(map, key)->at, CODE_BAD_VALUE, id, key,
			     words_pick(": no blank and none of , # / < > = !",
					": không có dấu cách và các ký tự , # / < > = !"));
		return NULL;
	}
	return id;
}

const char *rules_id(struct rules_reader *r, const struct node *map)
{
	return rules_key_id(r, map, "id");
}

/* The next member of a list of maps with known keys; NULL at the end. */
const struct node *rules_next(struct rules_reader *r, const struct node *root, const char *key,
			      const struct node *last, const char *const known[])
{
	const struct node *list = last ? NULL : shape_member(root, key, NODE_LIST, r->findings);
	const struct node *m = last ? last->next : list ? list->first : NULL;
	while (m && !rules_is_map(r, m, key))
		m = m->next;
	if (m)
		shape_keys(r->a, m, known, r->findings);
	return m;
}

/* ---- the document ---- */

static void read_amendments(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	static const char *const yes_no[] = {"false", "true", NULL};
	for (const struct node *m = NULL;
	     (m = rules_next(r, root, "amended-by", m, amendment_keys));) {
		struct rule_amendment one = {.document = shape_required(m, "document", r->findings),
					     .date = shape_day(m, "date", r->findings),
					     .note = rules_wording(r, m, "note"),
					     .at = m->at};
		one.included = shape_word(r->a, m, "included", yes_no, r->findings) == 1;
		if (!node_get(m, "date"))
			findings_add(r->findings, m->at, CODE_MISSING_KEY, "date", NULL, NULL);
		if (!one.document || one.date == DAY_NONE)
			continue;
		rules->amendments =
		    arena_more(r->a, rules->amendments, rules->amendment_count, sizeof one);
		rules->amendments[rules->amendment_count++] = one;
	}
}

/* What is wrong in the document itself and stands in the file as printed. */
static void read_doubts(struct rules_reader *r, const struct node *root)
{
	bool told = false;
	for (const struct node *m = NULL; (m = rules_next(r, root, "doubts", m, doubt_keys));) {
		const char *key = shape_required(m, "key", r->findings);
		const char *say = shape_text(m, "say", r->findings);
		const char *suggest = shape_text(m, "suggest", r->findings);
		told |= key && strcmp(key, "effective") == 0;
		if (key && !shape_text(m, "settled", r->findings))
			findings_add(r->findings, m->at, CODE_DOUBT,
				     arena_format(r->a, "%s: %s%s%s", key, say ? say : "",
						  suggest ? " → " : "", suggest ? suggest : ""),
				     NULL, NULL);
	}
	const struct rules *rules = r->rules;
	if (!told && rules->issued != DAY_NONE && rules->effective != DAY_NONE &&
	    rules->effective < rules->issued)
		findings_add(r->findings, node_get(root, "effective")->at,
			     CODE_EFFECTIVE_BEFORE_ISSUE, day_text(r->a, rules->effective),
			     day_text(r->a, rules->issued), NULL);
}

/* At most so many of those who pass. */
static void read_most(struct rules_reader *r, const struct node *root)
{
	const struct node *map = shape_member(root, "at-most", NODE_MAP, r->findings);
	if (!map)
		return;
	shape_keys(r->a, map, most_keys, r->findings);
	const char *text = shape_required(map, "number", r->findings);
	r->rules->limit_article = shape_text(map, "article", r->findings);
	if (text && (!text_number(text, strlen(text), &r->rules->limit) || r->rules->limit < 1))
		findings_add(r->findings, node_get(map, "number")->at, CODE_BAD_VALUE, text,
			     "number", "");
}

static void read_document(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	int kind = shape_word(r->a, root, "kind", kind_words, r->findings);
	if (!node_get(root, "kind"))
		findings_add(r->findings, root->at, CODE_MISSING_KEY, "kind", NULL, NULL);
	rules->kind = kind < 0 ? RULES_RATING : (enum rules_kind)kind;
	rules->title = rules_wording(r, root, "title");
	rules->note = rules_wording(r, root, "note");
	rules->document = shape_text(root, "document", r->findings);
	rules->issuer = shape_text(root, "issuer", r->findings);
	rules->of = rules->issuer ? agency_place(r->a, rules->issuer) : NULL;
	rules->issued = shape_day(root, "issued", r->findings);
	rules->effective = shape_day(root, "effective", r->findings);
	read_amendments(r, root);
	read_doubts(r, root);
	read_most(r, root);
}

/* ---- ids ---- */

struct known_id {
	const char *id;
	struct place at;
};

struct known_ids {
	struct known_id *items;
	size_t count;
};

/* Adds an id of a list; a finding when it stands there already. */
static void note_id(struct rules_reader *r, struct known_ids *known, const char *id,
		    struct place at)
{
	for (size_t i = 0; i < known->count; i++)
		if (strcmp(known->items[i].id, id) == 0) {
			findings_add(r->findings, at, CODE_DUPLICATE_ID, id,
				     arena_format(r->a, "%u", known->items[i].at.line), NULL);
			return;
		}
	known->items = arena_more(r->a, known->items, known->count, sizeof *known->items);
	known->items[known->count++] = (struct known_id){id, at};
}

/* What conditions name is one list; grades, criteria, parts, policies and overrides are others. */
static void check_ids(struct rules_reader *r)
{
	const struct rules *rules = r->rules;
	struct known_ids figures = {0}, groups = {0}, grades = {0}, criteria = {0}, parts = {0},
			 policies = {0};
	for (size_t i = 0; i < rules->input_count; i++)
		note_id(r, &figures, rules->inputs[i].id, rules->inputs[i].at);
	for (size_t i = 0; i < rules->limit_count; i++)
		note_id(r, &figures, rules->limits[i].id, rules->limits[i].at);
	for (size_t i = 0; i < rules->group_count; i++)
		note_id(r, &groups, rules->groups[i].id, rules->groups[i].at);
	for (size_t i = 0; i < rules->grade_count; i++)
		note_id(r, &grades, rules->grades[i].id, rules->grades[i].at);
	for (size_t i = 0; i < rules->criterion_count; i++)
		note_id(r, &criteria, rules->criteria[i].id, rules->criteria[i].at);
	for (size_t i = 0; i < rules->part_count; i++)
		note_id(r, &parts, rules->parts[i].id, rules->parts[i].at);
	for (size_t i = 0; i < rules->policy_count; i++)
		note_id(r, &policies, rules->policies[i].id, rules->policies[i].at);
}

/* ---- all of it ---- */

/* Rules of a kind need what that kind is made of. */
static void check_kind(struct rules_reader *r, const struct node *root)
{
	const struct rules *rules = r->rules;
	bool graded = rules->kind == RULES_RATING;
	if (graded ? !rules->grade_count : !rules->criterion_count)
		findings_add(r->findings, root->at, CODE_MISSING_KEY,
			     graded ? "grades" : "criteria", NULL, NULL);
}

static bool has_errors(const struct findings *f, size_t before)
{
	for (size_t i = before; i < f->count; i++)
		if (f->items[i].severity == SEVERITY_ERROR)
			return true;
	return false;
}

struct rules *rules_read(struct arena *a, const struct node *root, struct findings *findings)
{
	struct rules *rules = arena_alloc(a, sizeof *rules);
	struct rules_reader r = {.a = a, .findings = findings, .rules = rules};
	size_t before = findings->count;
	*rules = (struct rules){.file = root->at.file, .at = root->at};
	shape_keys(a, root, rules_keys, findings);
	rules->id = rules_id(&r, root);
	if (!rules->id)
		return NULL;
	read_document(&r, root);
	rules_read_groups(&r, root);
	rules_read_inputs(&r, root);
	rules_read_limits(&r, root);
	rules_read_criteria(&r, root);
	rules_read_grades(&r, root);
	check_ids(&r);
	check_kind(&r, root);
	rules->broken = has_errors(findings, before);
	return rules;
}

const struct rule_input *rules_input(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->input_count; i++)
		if (strcmp(rules->inputs[i].id, id) == 0)
			return &rules->inputs[i];
	return NULL;
}

const struct rule_criterion *rules_criterion(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->criterion_count; i++)
		if (strcmp(rules->criteria[i].id, id) == 0)
			return &rules->criteria[i];
	return NULL;
}

const struct rule_policy *rules_policy(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->policy_count; i++)
		if (strcmp(rules->policies[i].id, id) == 0)
			return &rules->policies[i];
	return NULL;
}
