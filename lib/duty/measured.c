/* SPDX-License-Identifier: MIT
 * measured: values by rules, figure, agency and period. */
#include "duty/measured.h"

#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/log.h"

struct measures {
	struct arena *arena;
	struct index *by_key; /* rules, figure and period: the first value */
	struct measured_value **all;
	size_t count;
};

struct measures *measures_new(struct arena *a)
{
	struct measures *list = arena_alloc(a, sizeof *list);
	*list = (struct measures){.arena = a, .by_key = index_new(a)};
	return list;
}

/* ---- what a row speaks of ---- */

bool measured_find(const struct rules *rules, const char *id, struct measured_name *name)
{
	name->rules = rules;
	name->criterion = rules->kind == RULES_SCORECARD ? rules_criterion(rules, id) : NULL;
	name->input = name->criterion ? NULL : rules_input(rules, id);
	return name->criterion || (name->input && !name->input->words);
}

const char *measured_hint(struct arena *a, const struct rules *rules, const char *id)
{
	const char **ids =
	    arena_alloc(a, (rules->input_count + rules->criterion_count + 1) * sizeof *ids);
	size_t n = 0;
	for (size_t i = 0; i < rules->input_count; i++)
		if (!rules->inputs[i].words)
			ids[n++] = rules->inputs[i].id;
	for (size_t i = 0; rules->kind == RULES_SCORECARD && i < rules->criterion_count; i++)
		ids[n++] = rules->criteria[i].id;
	const char *near = text_nearest(id, ids, n);
	return near ? arena_format(a, words_pick("; did you mean %s?", "; có phải là %s?"), near)
		    : "";
}

struct period measured_of_day(const struct rules *rules, day date)
{
	return period_of(rules->kind == RULES_SCORECARD ? PERIOD_MONTH : PERIOD_YEAR, date);
}

/* A month without its year is none: a log speaks of many. */
struct period measured_period(const struct rules *rules, const char *text)
{
	enum period_kind kind = rules->kind == RULES_SCORECARD ? PERIOD_MONTH : PERIOD_YEAR;
	struct period period = period_parse(text, strlen(text));
	if (period.kind == PERIOD_NONE) {
		period = period_parse_loose(text, kind, YEAR_FIRST);
		if (!period_same(period, period_parse_loose(text, kind, YEAR_LAST)))
			period.kind = PERIOD_NONE;
	}
	return period.kind == kind ? period : (struct period){.kind = PERIOD_NONE};
}

static bool read_points(const struct rule_criterion *c, const char *text, struct measure *measure,
			struct ratio *number)
{
	const struct rule_input points = {
	    .unit = FIGURE_COUNT, .has_range = true, .low = ratio_of(0, 1), .high = c->maximum};
	return input_number(&points, text, measure, number);
}

bool measured_number(const struct measured_name *name, const char *text, struct measure *measure,
		     struct ratio *number)
{
	return name->criterion ? read_points(name->criterion, text, measure, number)
			       : input_number(name->input, text, measure, number);
}

const char *measured_takes(struct arena *a, const struct measured_name *name)
{
	if (!name->criterion)
		return arena_format(a, "%s: %s", name->input->id, input_takes(a, name->input));
	return arena_format(a, words_pick("%s: 0..%s points", "%s: 0..%s điểm"),
			    name->criterion->id, ratio_text(a, name->criterion->maximum, 6));
}

/* ---- keeping ---- */

static const char *name_id(const struct measured_name *name)
{
	return name->criterion ? name->criterion->id : name->input->id;
}

static char *key_of(struct arena *a, const struct rules *rules, const char *id,
		    struct period period)
{
	return arena_format(a, "%s\n%s\n%s", rules->id, id, period_name(a, period));
}

static bool same_agency(const struct named *x, const struct named *y)
{
	if (x->agency || y->agency)
		return x->agency == y->agency;
	return strcmp(x->key ? x->key : "", y->key ? y->key : "") == 0;
}

static struct measured_value *find(const struct measures *list, const struct measured_name *name,
				   struct period period)
{
	struct arena *a = arena_new();
	const char *key = key_of(a, name->rules, name_id(name), period);
	struct measured_value *v = index_get(list->by_key, key, strlen(key));
	arena_free(a);
	return v;
}

static struct period period_for(const struct measured_name *name, day date)
{
	return name->period.kind == PERIOD_NONE ? measured_of_day(name->rules, date) : name->period;
}

void measures_add(struct measures *list, const struct measured_name *name, const struct event *e,
		  const struct measure *measure, struct ratio number)
{
	struct period period = period_for(name, e->date);
	struct measured_value *first = find(list, name, period);
	for (const struct measured_value *v = first; v; v = v->next)
		if (v->said == e->hash && v->date == e->date)
			return;
	struct measured_value *v = arena_alloc(list->arena, sizeof *v);
	*v = (struct measured_value){.of = *name,
				     .period = period,
				     .date = e->date,
				     .measure = *measure,
				     .number = number,
				     .evidence = arena_text(list->arena, e->evidence),
				     .file = e->at.file,
				     .line = e->at.line,
				     .said = e->hash,
				     .sequence = list->count};
	if (first) { /* the first stays where the index points */
		v->next = first->next;
		first->next = v;
	} else {
		const char *key = key_of(list->arena, name->rules, name_id(name), period);
		index_put(list->by_key, key, strlen(key), v);
	}
	list->all = arena_more(list->arena, list->all, list->count, sizeof v);
	list->all[list->count++] = v;
}

bool measures_void(struct measures *list, const struct measured_name *name, const struct event *e)
{
	bool found = false;
	for (struct measured_value *v = find(list, name, period_for(name, e->other)); v;
	     v = v->next) {
		if (v->date != e->other || !same_agency(&v->of.agency, &name->agency))
			continue;
		found |= !v->gone || v->gone_by == e->hash;
		if (!v->gone)
			v->gone_by = e->hash;
		v->gone = true;
	}
	return found;
}

static bool is_later(const struct measured_value *x, const struct measured_value *y)
{
	return x->date != y->date ? x->date > y->date : x->sequence > y->sequence;
}

const struct measured_value *measures_latest(const struct measures *list, const struct rules *rules,
					     const char *id, const struct named *agency,
					     struct period period)
{
	struct measured_name name;
	const struct measured_value *latest = NULL;
	if (!list || !measured_find(rules, id, &name))
		return NULL;
	for (const struct measured_value *v = find(list, &name, period); v; v = v->next)
		if (!v->gone && (!agency || same_agency(&v->of.agency, agency)) &&
		    (!latest || is_later(v, latest)))
			latest = v;
	return latest;
}

size_t measures_agencies(struct arena *a, const struct measures *list, const struct rules *rules,
			 const char ***names)
{
	struct index *seen = index_new(a);
	size_t count = 0;
	*names = NULL;
	for (size_t i = 0; list && i < list->count; i++) {
		const struct measured_value *v = list->all[i];
		const char *key = v->of.agency.key;
		if (v->gone || v->of.rules != rules || !v->of.input || !key || !*key ||
		    index_put(seen, key, strlen(key), (void *)key))
			continue;
		*names = arena_more(a, *names, count, sizeof(char *));
		(*names)[count++] = v->of.agency.name;
	}
	return count;
}
