/* SPDX-License-Identifier: MIT
 * planout: a draft to a plan/1 tree. It knows the order of keys and nothing of documents. */
#include "data/planout.h"

#include "base/arena.h"
#include "form/yamltree.h"

/* A text stays one for every other reader of YAML: numbers among them are quoted. */
static void put_text(struct arena *a, struct node *map, const char *key, const char *text)
{
	if (!text)
		return;
	struct node *n = node_put(a, map, key, node_word(a, text));
	n->quoted = true;
}

/* A value that is a number, a date or a word of ours: never quoted. */
static void put_value(struct arena *a, struct node *map, const char *key, const char *value)
{
	if (value)
		node_put(a, map, key, node_word(a, value))->quoted = false;
}

static void put_filled(struct arena *a, struct node *map, const char *key, const char *text)
{
	put_text(a, map, key, text && *text ? text : NULL);
}

static const char *period_text(struct arena *a, const struct draft_plan *draft)
{
	if (draft->year == 0)
		return NULL;
	if (draft->last_year <= draft->year)
		return arena_format(a, "%d", draft->year);
	return arena_format(a, "%d..%d", draft->year, draft->last_year);
}

static void put_source(struct arena *a, struct node *root, const struct draft_plan *draft)
{
	if (!draft->file)
		return;
	struct node *source = node_put(a, root, "source", node_map(a));
	put_text(a, source, "file", draft->file);
	put_text(a, source, "format", draft->format);
	put_text(a, source, "sha256", draft->sha256);
}

static void put_areas(struct arena *a, struct node *root, const struct draft_plan *draft)
{
	if (draft->area_count == 0)
		return;
	struct node *areas = node_put(a, root, "areas", node_list(a));
	for (size_t i = 0; i < draft->area_count; i++) {
		const struct area *area = &draft->areas[i];
		struct node *map = node_add(areas, node_map(a));
		put_text(a, map, "id", area->id);
		put_text(a, map, "title", area->title);
		if (area->field != FIELD_NONE)
			put_value(a, map, "field", field_word(area->field));
	}
}

static void put_names(struct arena *a, struct node *map, const char *key,
		      const struct cell_names *names)
{
	if (names->count == 0)
		return;
	struct node *list = node_put(a, map, key, node_list(a));
	for (size_t i = 0; i < names->count; i++) {
		const struct cell_name *n = &names->names[i];
		const char *text = n->role ? arena_format(a, "%s (%s)", n->name, n->role) : n->name;
		node_add(list, node_word(a, text))->quoted = true;
	}
}

/* One expression; a list when parts say what they are the deadline of. */
static void put_deadline(struct arena *a, struct node *map, const char *key,
			 const struct deadline *deadline)
{
	bool says = false;
	for (size_t i = 0; i < deadline->count; i++)
		says = says || deadline->parts[i].what;
	if (deadline->count == 0)
		return;
	if (!says) {
		put_value(a, map, key, deadline_text(a, deadline));
		return;
	}
	struct node *list = node_put(a, map, key, node_list(a));
	for (size_t i = 0; i < deadline->count; i++) {
		const struct part *part = &deadline->parts[i];
		if (!part->what) {
			node_add(list, node_word(a, part_text(a, part)))->quoted = false;
			continue;
		}
		struct node *item = node_add(list, node_map(a));
		put_text(a, item, "what", part->what);
		put_value(a, item, "due", part_text(a, part));
	}
}

static void put_cells(struct arena *a, struct node *map, const struct draft_task *task)
{
	if (!task->cell_lead && !task->cell_with && !task->cell_start && !task->cell_due)
		return;
	struct node *cells = node_put(a, map, "cells", node_map(a));
	put_text(a, cells, "lead", task->cell_lead);
	put_text(a, cells, "with", task->cell_with);
	put_text(a, cells, "start", task->cell_start);
	put_text(a, cells, "due", task->cell_due);
}

static void put_doubts(struct arena *a, struct node *map, const struct draft_task *task)
{
	if (task->doubt_count == 0)
		return;
	struct node *list = node_put(a, map, "doubts", node_list(a));
	for (size_t i = 0; i < task->doubt_count; i++) {
		const struct draft_doubt *d = &task->doubts[i];
		struct node *doubt = node_add(list, node_map(a));
		put_text(a, doubt, "cell", d->cell);
		put_value(a, doubt, "code", code_info(d->code)->name);
		put_text(a, doubt, "say", d->say);
		put_value(a, doubt, "suggest", d->suggest);
	}
}

static void put_task(struct arena *a, struct node *list, const struct draft_task *task)
{
	struct node *map = node_add(list, node_map(a));
	put_text(a, map, "id", task->id);
	put_text(a, map, "no", task->no);
	put_text(a, map, "area", task->area);
	put_filled(a, map, "target", task->target);
	put_text(a, map, "text", task->text ? task->text : "");
	put_filled(a, map, "product", task->product);
	put_names(a, map, "lead", &task->lead);
	put_names(a, map, "with", &task->with);
	put_deadline(a, map, "start", &task->start.deadline);
	put_deadline(a, map, "due", &task->due.deadline);
	put_filled(a, map, "note", task->note);
	put_cells(a, map, task);
	if (task->at > 0)
		put_value(a, map, "at", arena_format(a, "%ld", task->at));
	put_doubts(a, map, task);
}

struct node *planout_tree(struct arena *a, const struct draft_plan *draft)
{
	struct node *root = node_map(a);
	put_value(a, root, "par", "plan/1");
	put_text(a, root, "id", draft->id);
	put_text(a, root, "title", draft->title);
	put_text(a, root, "document", draft->document);
	if (draft->issued != DAY_NONE)
		put_value(a, root, "issued", day_text(a, draft->issued));
	put_text(a, root, "issuer", draft->issuer);
	if (draft->level != LEVEL_NONE)
		put_value(a, root, "level", level_word(draft->level));
	put_value(a, root, "period", period_text(a, draft));
	put_source(a, root, draft);
	put_areas(a, root, draft);
	struct node *tasks = node_put(a, root, "tasks", node_list(a));
	for (size_t i = 0; i < draft->task_count; i++)
		put_task(a, tasks, &draft->tasks[i]);
	return root;
}
