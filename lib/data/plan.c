/* SPDX-License-Identifier: MIT
 * plan: a plan/1 tree read into structs. Form only: whether a plan makes sense is data/plancheck. */
#include "data/plan_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/shape.h"
#include "form/yamltree.h"

static const char *const plan_keys[] = {"par",	    "id",    "title",	"document", "issued",
					"issuer",   "level", "period",	"source",   "carries-out",
					"settings", "areas", "targets", "tasks",    "reports",
					"retired",  NULL};
static const char *const settings_keys[] = {"before", "roll", NULL};
static const char *const source_keys[] = {"file", "format", "sha256", NULL};
static const char *const area_keys[] = {"id", "title", "field", NULL};
static const char *const target_keys[] = {"id",	   "text", "indicator", "goal",	  "base",
					  "scope", "area", "at",	"doubts", NULL};

typedef void read_item(struct plan_reader *r, const struct node *map);

/* Calls `read` for each map of the list under `key`. */
static void each_map(struct plan_reader *r, const char *key, read_item *read)
{
	const struct node *list = shape_member(r->plan->root, key, NODE_LIST, r->findings);
	for (const struct node *n = list ? list->first : NULL; n; n = n->next) {
		if (n->kind == NODE_MAP)
			read(r, n);
		else
			findings_add(r->findings, n->at, CODE_WRONG_SHAPE, key,
				     words_pick("a list of maps", "danh sách các bảng khóa"), NULL);
	}
}

static void read_plain_task(struct plan_reader *r, const struct node *map)
{
	plan_read_task(r, map, false);
}

static void read_report(struct plan_reader *r, const struct node *map)
{
	plan_read_task(r, map, true);
}

static void read_area(struct plan_reader *r, const struct node *map)
{
	struct plan *plan = r->plan;
	shape_keys(r->a, map, area_keys, r->findings);
	const char *id = shape_required(map, "id", r->findings);
	if (!id)
		return;
	struct area *first = plan_find_area(plan, id);
	if (first) {
		findings_add(r->findings, map->at, CODE_DUPLICATE_ID, id,
			     arena_format(r->a, "%u", first->at.line), NULL);
		return;
	}
	int field = shape_word(r->a, map, "field", plan_fields, r->findings);
	plan->areas = arena_more(r->a, plan->areas, plan->area_count, sizeof *plan->areas);
	plan->areas[plan->area_count++] = (struct area){
	    .id = id,
	    .title = shape_text(map, "title", r->findings),
	    .field = (enum field)(field + 1),
	    .at = map->at,
	};
}

static void read_target(struct plan_reader *r, const struct node *map)
{
	struct plan *plan = r->plan;
	shape_keys(r->a, map, target_keys, r->findings);
	const char *id = plan_read_id(r, map);
	if (!id)
		return;
	const struct target *first = plan_target(plan, id);
	if (first) {
		findings_add(r->findings, node_get(map, "id")->at, CODE_DUPLICATE_ID, id,
			     arena_format(r->a, "%u", first->id_at.line), NULL);
		return;
	}
	struct target *t = &plan->targets[plan->target_count++];
	*t = (struct target){
	    .plan = plan,
	    .id = id,
	    .text = shape_text(map, "text", r->findings),
	    .indicator = shape_text(map, "indicator", r->findings),
	    .goal = shape_text(map, "goal", r->findings),
	    .base = shape_text(map, "base", r->findings),
	    .scope = shape_text(map, "scope", r->findings),
	    .area_id = shape_text(map, "area", r->findings),
	    .at = map->at,
	    .id_at = node_get(map, "id")->at,
	};
	t->want = goal_read(r->a, t->goal, t->base);
	t->last_year = measure_read(t->base ? t->base : "");
	t->area = plan_find_area(plan, t->area_id);
	t->goal_at = t->goal ? node_get(map, "goal")->at : t->at;
	t->base_at = t->base ? node_get(map, "base")->at : t->at;
}

static void read_settings(struct plan_reader *r)
{
	static const char *const befores[] = {"exclusive", "inclusive", NULL};
	static const char *const rolls[] = {"none", "next", NULL};
	const struct node *s = shape_member(r->plan->root, "settings", NODE_MAP, r->findings);
	if (!s)
		return;
	shape_keys(r->a, s, settings_keys, r->findings);
	r->plan->before_inclusive = shape_word(r->a, s, "before", befores, r->findings) == 1;
	r->plan->roll_next = shape_word(r->a, s, "roll", rolls, r->findings) == 1;
}

static void read_period(struct plan_reader *r)
{
	struct plan *plan = r->plan;
	const char *text = shape_text(plan->root, "period", r->findings);
	if (!text)
		return;
	plan->period_at = node_get(plan->root, "period")->at;
	plan->period = period_parse_span(text);
	if (plan->period.kind == PERIOD_NONE) {
		findings_add(r->findings, plan->period_at, CODE_BAD_VALUE, text, "period",
			     ": 2024, 2021..2025, 2024-01-01..2024-12-31");
		return;
	}
	r->context.year = day_year(plan->period.first);
	r->context.last_year = day_year(plan->period.last);
}

static void read_head(struct plan_reader *r)
{
	struct plan *plan = r->plan;
	struct node *root = plan->root;
	plan->title = shape_text(root, "title", r->findings);
	plan->document = shape_text(root, "document", r->findings);
	plan->issuer = shape_text(root, "issuer", r->findings);
	plan->of = plan->issuer ? agency_place(r->a, plan->issuer) : NULL;
	plan->issued = shape_day(root, "issued", r->findings);
	plan->level = (enum level)(shape_word(r->a, root, "level", plan_levels, r->findings) + 1);
	plan->carries_out =
	    shape_texts(r->a, root, "carries-out", &plan->carries_count, r->findings);
	const struct node *source = shape_member(root, "source", NODE_MAP, r->findings);
	if (source)
		shape_keys(r->a, source, source_keys, r->findings);
	read_settings(r);
	read_period(r);
}

static bool plan_id_is_plain(const char *id)
{
	return *id && id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static size_t list_length(const struct node *root, const char *key)
{
	const struct node *n = node_get(root, key);
	return n && n->kind == NODE_LIST ? n->count : 0;
}

struct plan *plan_read(struct arena *a, struct node *root, struct findings *findings)
{
	struct plan *plan = arena_alloc(a, sizeof *plan);
	struct plan_reader r = {.a = a, .findings = findings, .plan = plan};
	*plan =
	    (struct plan){.root = root, .file = root->at.file, .at = root->at, .issued = DAY_NONE};
	plan->ids = index_new(a);
	shape_keys(a, root, plan_keys, findings);
	plan->id = shape_required(root, "id", findings);
	if (!plan->id)
		return NULL;
	if (!plan_id_is_plain(plan->id))
		findings_add(findings, node_get(root, "id")->at, CODE_BAD_VALUE, plan->id, "id",
			     ": a-z 0-9 -");
	read_head(&r);
	each_map(&r, "areas", read_area);
	plan->targets = arena_alloc(a, (list_length(root, "targets") + 1) * sizeof *plan->targets);
	each_map(&r, "targets", read_target);
	plan->tasks =
	    arena_alloc(a, (list_length(root, "tasks") + list_length(root, "reports") + 1) *
			       sizeof *plan->tasks);
	each_map(&r, "tasks", read_plain_task);
	each_map(&r, "reports", read_report);
	return plan;
}

struct task *plan_task(const struct plan *plan, const char *id, size_t n)
{
	return index_get(plan->ids, id, n);
}

bool plan_retired(const struct plan *plan, const char *id)
{
	const struct node *list = node_get(plan->root, "retired");
	for (const struct node *n = list ? list->first : NULL; n; n = n->next)
		if (n->kind == NODE_TEXT && strcmp(n->text, id) == 0)
			return true;
	return false;
}

struct target *plan_target(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->target_count; i++)
		if (strcmp(plan->targets[i].id, id) == 0)
			return &plan->targets[i];
	return NULL;
}
