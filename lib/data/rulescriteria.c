/* SPDX-License-Identifier: MIT
 * rulescriteria: the numbers that conditions name, the criteria and their parts. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "data/measure.h"
#include "data/rules_private.h"
#include "data/shape.h"

static const char *const limit_keys[] = {"id", "value", "article", "note", "note-en", NULL};
static const char *const part_keys[] = {"id",	 "name",    "name-en", "article",
					"owner", "maximum", NULL};
static const char *const criterion_keys[] = {"id",    "name",	 "name-en", "article", "part",
					     "owner", "maximum", "all",	    "any",     "if",
					     "note",  "note-en", NULL};

void rules_read_limits(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	for (const struct node *m = NULL; (m = rules_next(r, root, "limits", m, limit_keys));) {
		const char *id = rules_id(r, m), *text = shape_required(m, "value", r->findings);
		if (!id || !text)
			continue;
		struct measure value = measure_read(text);
		if (value.form != MEASURE_NUMBER && value.form != MEASURE_PERCENT) {
			findings_add(r->findings, node_get(m, "value")->at, CODE_BAD_VALUE, text,
				     "value", measure_hint(r->a, text));
			continue;
		}
		rules->limits =
		    arena_more(r->a, rules->limits, rules->limit_count, sizeof *rules->limits);
		rules->limits[rules->limit_count++] =
		    (struct rule_limit){.id = id,
					.value = value.number,
					.percent = value.form == MEASURE_PERCENT,
					.at = m->at};
	}
}

/* Points are given up to a maximum, which the index divides by. */
static bool read_maximum(struct rules_reader *r, const struct node *map, struct ratio *maximum)
{
	const char *text = shape_text(map, "maximum", r->findings);
	struct measure m = text ? measure_read(text) : (struct measure){.form = MEASURE_NONE};
	bool good = m.form == MEASURE_NUMBER && m.number.above > 0;
	*maximum = good ? m.number : ratio_of(0, 1);
	if (text && !good)
		findings_add(r->findings, node_get(map, "maximum")->at, CODE_BAD_VALUE, text,
			     "maximum", measure_hint(r->a, text));
	return good;
}

static void read_parts(struct rules_reader *r, const struct node *root)
{
	struct rules *rules = r->rules;
	for (const struct node *m = NULL; (m = rules_next(r, root, "parts", m, part_keys));) {
		struct rule_part part = {.id = rules_id(r, m),
					 .name = rules_wording(r, m, "name"),
					 .article = shape_text(m, "article", r->findings),
					 .owner = shape_text(m, "owner", r->findings),
					 .number = rules->part_count,
					 .at = m->at};
		if (!part.id)
			continue;
		part.has_maximum = read_maximum(r, m, &part.maximum);
		rules->parts = arena_more(r->a, rules->parts, rules->part_count, sizeof part);
		rules->parts[rules->part_count++] = part;
	}
}

static const struct rule_part *find_part(struct rules_reader *r, const struct node *map)
{
	const struct rules *rules = r->rules;
	const char *id = shape_text(map, "part", r->findings);
	const char **ids = arena_alloc(r->a, (rules->part_count + 1) * sizeof *ids);
	for (size_t i = 0; id && i < rules->part_count; i++) {
		ids[i] = rules->parts[i].id;
		if (strcmp(ids[i], id) == 0)
			return &rules->parts[i];
	}
	if (id)
		findings_add(r->findings, node_get(map, "part")->at, CODE_BAD_VALUE, id, "part",
			     rules_hint(r, id, ids, rules->part_count));
	return NULL;
}

static void read_criterion(struct rules_reader *r, const struct node *map)
{
	struct rules *rules = r->rules;
	struct rule_criterion c = {.id = rules_id(r, map),
				   .name = rules_wording(r, map, "name"),
				   .note = rules_wording(r, map, "note"),
				   .article = shape_text(map, "article", r->findings),
				   .part = find_part(r, map),
				   .number = rules->criterion_count,
				   .at = map->at};
	c.owner = shape_text(map, "owner", r->findings);
	if (!c.owner && c.part)
		c.owner = c.part->owner;
	if (rules->kind == RULES_SCORECARD && !shape_required(map, "maximum", r->findings))
		return;
	c.has_maximum = read_maximum(r, map, &c.maximum);
	if (rules->kind != RULES_SCORECARD)
		c.when = rules_condition(r, map);
	if (!c.id)
		return;
	rules->criteria = arena_more(r->a, rules->criteria, rules->criterion_count, sizeof c);
	rules->criteria[rules->criterion_count++] = c;
}

void rules_read_criteria(struct rules_reader *r, const struct node *root)
{
	const struct node *list = shape_member(root, "criteria", NODE_LIST, r->findings);
	read_parts(r, root);
	for (const struct node *m = list ? list->first : NULL; m; m = m->next)
		if (rules_is_map(r, m, "criteria")) {
			shape_keys(r->a, m, criterion_keys, r->findings);
			read_criterion(r, m);
		}
}
