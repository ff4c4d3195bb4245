/* SPDX-License-Identifier: MIT
 * select: obligations narrowed by the words of an officer. */
#include "duty/select.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "duty/bound.h"

/* Is the word one of a comma-separated list? */
static bool is_listed(const char *list, const char *word)
{
	size_t n = word ? strlen(word) : 0;
	while (list && *list) {
		size_t length = strcspn(list, ",");
		const char *start = list;
		size_t inner = length;
		while (inner && *start == ' ')
			start++, inner--;
		while (inner && start[inner - 1] == ' ')
			inner--;
		if (word && inner == n && strncmp(start, word, n) == 0)
			return true;
		list += length + (list[length] == ',');
	}
	return false;
}

static bool wants(const char *list, const char *word)
{
	return !list || is_listed(list, word);
}

bool select_plan(const struct select_request *r, const struct plan *plan)
{
	return wants(r->selection.plan, plan->id) &&
	       wants(r->selection.level, level_word(plan->level));
}

/* --task 11 means all of it; 11/1, 9#2024-03 and 11/1#… mean just that. */
static bool wants_task(struct arena *a, const struct selection *s, const struct obligation *o)
{
	if (!s->task || is_listed(s->task, o->task->id))
		return true;
	const char *task = obligation_task(a, o), *period = obligation_period(a, o);
	return is_listed(s->task, task) ||
	       (*period && is_listed(s->task, arena_format(a, "%s#%s", task, period)));
}

static bool wants_area(const struct selection *s, const struct area *area, const char *id)
{
	if (s->field && !is_listed(s->field, area ? field_word(area->field) : NULL))
		return false;
	if (!s->area || is_listed(s->area, id))
		return true;
	return area && area->title && text_match(area->title, s->area);
}

static bool wants_kind(const struct selection *s, const struct task *t)
{
	return s->kind == WANT_BOTH || (s->kind == WANT_REPORTS) == t->report;
}

static bool matches(const char *whole, const char *part)
{
	return whole && text_match(whole, part);
}

static bool wants_text(const struct selection *s, const struct task *t)
{
	if (!s->match || matches(t->text, s->match) || matches(t->product, s->match) ||
	    matches(t->target, s->match) || matches(t->note, s->match) ||
	    matches(t->cells.lead, s->match) || matches(t->cells.with, s->match))
		return true;
	for (size_t i = 0; i < t->lead_count; i++)
		if (matches(t->lead[i].name, s->match))
			return true;
	for (size_t i = 0; i < t->with_count; i++)
		if (matches(t->with[i].name, s->match))
			return true;
	return false;
}

static bool wants_agency(const struct select_request *r, const struct obligation *o)
{
	const struct bound *b = &o->bound;
	if (r->selection.direct && b->via)
		return false;
	if (!r->selection.agency)
		return true;
	struct named asked = bound_name(r->binder, r->selection.agency, o->task->plan->of);
	if (asked.group && b->through == asked.group)
		return true;
	struct named who = {.name = b->name, .key = b->key, .agency = b->agency, .group = b->group};
	return bound_same(&asked, &who, r->today);
}

static bool wants_with(const struct select_request *r, const struct task *t)
{
	if (!r->selection.with)
		return true;
	const char *of = t->plan->of;
	struct named asked = bound_name(r->binder, r->selection.with, of);
	for (size_t i = 0; i < t->with_count; i++) {
		struct named who = bound_name(r->binder, t->with[i].name, of);
		if (bound_same(&asked, &who, r->today))
			return true;
		if (who.group && !asked.group && !r->selection.direct &&
		    bound_in_group(r->binder, &who, &asked, of, r->today))
			return true;
	}
	return false;
}

bool select_has(struct arena *a, const struct select_request *r, const struct obligation *o)
{
	const struct selection *s = &r->selection;
	return select_plan(r, o->task->plan) && wants_kind(s, o->task) && wants_task(a, s, o) &&
	       wants_area(s, o->task->area, o->task->area_id) &&
	       wants(s->status, status_word(o->state.status)) && wants_text(s, o->task) &&
	       wants_agency(r, o) && wants_with(r, o->task);
}

bool select_target(const struct select_request *r, const struct target *t)
{
	const struct selection *s = &r->selection;
	return select_plan(r, t->plan) && wants_area(s, t->area, t->area_id) &&
	       (!s->match || matches(t->text, s->match) || matches(t->indicator, s->match) ||
		matches(t->goal, s->match) || matches(t->scope, s->match));
}

/* ---- do the words name anything? ---- */

struct names {
	const char **items;
	size_t count;
};

static void add_name(struct arena *a, struct names *n, const char *name)
{
	n->items = arena_more(a, n->items, n->count, sizeof(char *));
	n->items[n->count++] = name;
}

static const char *hint(struct arena *a, const char *word, const struct names *known)
{
	const char *near = text_nearest(word, known->items, known->count);
	return near ? arena_format(a, words_pick("; did you mean %s?", "; có phải là %s?"), near)
		    : "";
}

/* The same, accents aside: officers type names without them. */
static const char *hint_plain(struct arena *a, const char *word, const struct names *known)
{
	struct names plain = {0};
	for (size_t i = 0; i < known->count; i++)
		add_name(a, &plain, text_plain(a, known->items[i]));
	const char *near = text_nearest(text_plain(a, word), plain.items, plain.count);
	for (size_t i = 0; near && i < plain.count; i++)
		if (plain.items[i] == near)
			return arena_format(a, words_pick("; did you mean %s?", "; có phải là %s?"),
					    known->items[i]);
	return "";
}

static void check_list(struct arena *a, struct findings *f, const char *what, const char *list,
		       const struct names *known)
{
	while (list && *list) {
		size_t n = strcspn(list, ",");
		const char *word = text_squeeze(a, arena_copy(a, list, n));
		bool found = false;
		for (size_t i = 0; i < known->count; i++)
			found |= strcmp(known->items[i], word) == 0;
		if (!found)
			findings_add(f, (struct place){0}, CODE_SELECT_NOTHING, what, word,
				     hint(a, word, known));
		list += n + (list[n] == ',');
	}
}

static const char *bare_task(struct arena *a, const char *list)
{
	struct buf b = {0};
	while (*list) {
		size_t n = strcspn(list, ","), id = strcspn(list, ",/#");
		buf_bytes(&b, list, id);
		list += n;
		if (*list)
			buf_char(&b, *list++);
	}
	return buf_take(&b, a);
}

/* The spelling of an agency's name in the plans: exact words win over words without accents. */
static const char *spelling(struct arena *a, const struct select_request *r, const char *name,
			    bool leads, struct names *known)
{
	const char *key = text_key(a, name), *plain = text_plain(a, name);
	const char *folded = NULL, *bare = NULL;
	for (size_t p = 0; p < r->plan_count; p++)
		for (size_t t = 0; t < r->plans[p]->task_count; t++) {
			const struct task *task = &r->plans[p]->tasks[t];
			size_t leading = leads ? task->lead_count : 0;
			for (size_t i = 0; i < leading + task->with_count; i++) {
				const char *have =
				    i < leading ? task->lead[i].name : task->with[i - leading].name;
				if (strcmp(have, name) == 0)
					return have;
				if (!folded && strcmp(text_key(a, have), key) == 0)
					folded = have;
				if (!bare && strcmp(text_plain(a, have), plain) == 0)
					bare = have;
				add_name(a, known, have);
			}
		}
	return folded ? folded : bare;
}

static const char *candidates(struct arena *a, const struct answer *answer)
{
	struct buf b = {0};
	for (size_t i = 0; i < answer->candidate_count; i++)
		buf_format(&b, "%s%s", i ? ", " : "", answer->candidates[i]);
	return buf_take(&b, a);
}

/* False after an error. *name gets the spelling of the plans. */
static bool check_agency(struct arena *a, const struct select_request *r, const char *what,
			 const char **name, struct findings *f)
{
	struct names known = {0};
	bool in_registry = false;
	if (!*name)
		return true;
	for (size_t p = 0; p < r->plan_count; p++) {
		struct answer answer =
		    registry_find(binder_registry(r->binder), a, *name, r->plans[p]->of);
		in_registry |= answer.kind == ANSWER_AGENCY || answer.kind == ANSWER_GROUP;
		if (answer.kind == ANSWER_AMBIGUOUS) {
			findings_add(f, (struct place){0}, CODE_AGENCY_AMBIGUOUS, *name,
				     candidates(a, &answer), NULL);
			return false;
		}
	}
	const char *as_written = in_registry ? NULL : spelling(a, r, *name, true, &known);
	if (as_written)
		*name = as_written;
	else if (!in_registry && agency_kind_of_name(*name) == KIND_UNKNOWN)
		findings_add(f, (struct place){0}, CODE_SELECT_NOTHING, what, *name,
			     hint_plain(a, *name, &known));
	return true;
}

/* "recurring" is a word of tasks only. */
static const char *known_code(const char *code, const struct names *known)
{
	for (size_t i = 0; code && i < known->count; i++)
		if (strcmp(known->items[i], code) == 0)
			return code;
	return NULL;
}

/* A list of words that are fixed: a wrong one is wrong usage, not a plan that has none. Each is put
 * into its code ("đã hủy" becomes "cancelled"). False after an error. */
static bool check_words(struct arena *a, struct findings *f, const char *option, const char *kind,
			const char **list, const struct names *known)
{
	struct buf codes = {0};
	for (const char *s = *list; s && *s;) {
		size_t n = strcspn(s, ",");
		const char *word = text_squeeze(a, arena_copy(a, s, n));
		const char *code = known_code(word, known);
		if (!code)
			code = known_code(words_code(kind, word), known);
		if (!code) {
			struct buf all = {0};
			for (size_t i = 0; i < known->count; i++)
				buf_format(&all, "%s%s", i ? ", " : "", known->items[i]);
			findings_add(f, (struct place){0}, CODE_SELECT_WORD, option, word,
				     buf_take(&all, a));
			buf_free(&codes);
			return false;
		}
		buf_format(&codes, "%s%s", codes.n ? "," : "", code);
		s += n + (s[n] == ',');
	}
	if (*list)
		*list = buf_take(&codes, a);
	return true;
}

static bool check_fixed(struct arena *a, struct selection *s, struct findings *f)
{
	struct names statuses = {0}, fields = {0}, levels = {0};
	for (int i = 0; i < STATUS_COUNT; i++)
		add_name(a, &statuses, status_word((enum status)i));
	if (s->recurring)
		add_name(a, &statuses, "recurring");
	for (int i = FIELD_INSTITUTIONS; i <= FIELD_STEERING; i++)
		add_name(a, &fields, field_word((enum field)i));
	for (int i = LEVEL_STATE; i <= LEVEL_AGENCY; i++)
		add_name(a, &levels, level_word((enum level)i));
	return check_words(a, f, "--status", "status", &s->status, &statuses) &&
	       check_words(a, f, "--field", "field", &s->field, &fields) &&
	       check_words(a, f, "--level", "level", &s->level, &levels);
}

bool select_check(struct arena *a, struct select_request *r, struct findings *f)
{
	struct names plans = {0}, areas = {0}, tasks = {0};
	struct selection *s = &r->selection;
	for (size_t p = 0; p < r->plan_count; p++) {
		const struct plan *plan = r->plans[p];
		add_name(a, &plans, plan->id);
		for (size_t i = 0; i < plan->area_count; i++) {
			add_name(a, &areas, plan->areas[i].id);
			if (s->area && plan->areas[i].title &&
			    text_match(plan->areas[i].title, s->area))
				add_name(a, &areas, s->area);
		}
		for (size_t t = 0; s->task && t < plan->task_count; t++)
			add_name(a, &tasks, plan->tasks[t].id);
	}
	check_list(a, f, "--plan", s->plan, &plans);
	check_list(a, f, "--area", s->area, &areas);
	check_list(a, f, "--task", s->task ? bare_task(a, s->task) : NULL, &tasks);
	bool words = check_fixed(a, s, f), leads = check_agency(a, r, "--agency", &s->agency, f);
	bool helps = check_agency(a, r, "--with", &s->with, f);
	return words && leads && helps;
}
