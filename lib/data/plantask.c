/* SPDX-License-Identifier: MIT
 * plantask: one task of a plan/1 tree: its parties, its deadlines, its cells and doubts. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/plan_private.h"
#include "data/shape.h"
#include "form/yamltree.h"
#include "time/repeat.h"

static const char *const task_keys[] = {"id",	   "no",    "area", "target", "text",
					"product", "lead",  "with", "start",  "due",
					"note",	   "cells", "at",   "doubts", NULL};
static const char *const cells_keys[] = {"lead", "with", "start", "due", NULL};
static const char *const doubt_keys[] = {"cell", "code", "say", "suggest", "settled", NULL};
static const char *const due_keys[] = {"what", "due", NULL};

/* "Sở Nội vụ (thẩm định)": the role stands in brackets at the end. */
static struct party read_party(struct arena *a, const struct node *n)
{
	struct party p = {.name = n->text, .at = n->at};
	size_t length = strlen(n->text);
	const char *open = strrchr(n->text, '(');
	if (open && open > n->text && length && n->text[length - 1] == ')') {
		p.role = arena_copy(a, open + 1, (size_t)(n->text + length - 1 - (open + 1)));
		p.name = text_squeeze(a, arena_copy(a, n->text, (size_t)(open - n->text)));
	}
	return p;
}

static struct party *read_parties(struct plan_reader *r, const struct node *map, const char *key,
				  size_t *count)
{
	size_t texts;
	const struct node *n = node_get(map, key);
	*count = 0;
	if (!shape_texts(r->a, map, key, &texts, r->findings) || !texts)
		return NULL;
	struct party *list = arena_alloc(r->a, texts * sizeof *list);
	if (n->kind == NODE_TEXT)
		list[(*count)++] = read_party(r->a, n);
	for (const struct node *m = n->kind == NODE_LIST ? n->first : NULL; m; m = m->next)
		if (m->kind == NODE_TEXT && !text_is_blank(m->text))
			list[(*count)++] = read_party(r->a, m);
	return list;
}

static void add_reading(struct plan_reader *r, struct due *due, struct reading reading,
			const char *what)
{
	struct deadline *d = &due->deadline;
	for (size_t i = 0; i < reading.deadline.count; i++) {
		d->parts = arena_more(r->a, d->parts, d->count, sizeof *d->parts);
		d->parts[d->count] = reading.deadline.parts[i];
		if (what)
			d->parts[d->count].what = what;
		d->count++;
	}
	for (size_t i = 0; i < reading.doubt_count; i++) {
		due->doubts = arena_more(r->a, due->doubts, due->doubt_count, sizeof *due->doubts);
		due->doubts[due->doubt_count++] = reading.doubts[i];
	}
}

static void read_due_item(struct plan_reader *r, struct due *due, const struct node *n,
			  struct buf *text)
{
	const char *words = n->text, *what = NULL;
	if (n->kind == NODE_MAP) {
		shape_keys(r->a, n, due_keys, r->findings);
		what = shape_text(n, "what", r->findings);
		words = shape_required(n, "due", r->findings);
	} else if (n->kind == NODE_LIST) {
		findings_add(r->findings, n->at, CODE_WRONG_SHAPE, "due",
			     words_pick("one expression or a list of them",
					"một thời hạn hoặc danh sách các thời hạn"),
			     NULL);
		return;
	}
	if (!words)
		return;
	if (text->n)
		buf_text(text, ", ");
	buf_text(text, words);
	add_reading(r, due, deadline_read(r->a, words, &r->context), what);
}

/* The items of a list were read one by one: monthly in two of them is one rhythm all the same. */
static void settle_repeats(struct plan_reader *r, struct due *due)
{
	struct reading whole = {due->deadline, due->doubts, due->doubt_count};
	repeats_settle(r->a, due->text, &r->context, &whole);
	due->deadline = whole.deadline;
	due->doubts = whole.doubts;
	due->doubt_count = whole.doubt_count;
}

static struct due read_due(struct plan_reader *r, const struct node *map, const char *key)
{
	struct due due = {0};
	const struct node *n = node_get(map, key);
	struct buf text = {0};
	if (!n)
		return due;
	due.at = n->at;
	if (n->kind != NODE_LIST)
		read_due_item(r, &due, n, &text);
	else
		for (const struct node *m = n->first; m; m = m->next)
			read_due_item(r, &due, m, &text);
	due.text = text.n ? buf_take(&text, r->a) : NULL;
	buf_free(&text);
	if (n->kind == NODE_LIST && due.deadline.count > 1)
		settle_repeats(r, &due);
	return due;
}

static long read_row(struct plan_reader *r, const struct node *map)
{
	const char *text = shape_text(map, "at", r->findings);
	long row = 0;
	if (text && !text_number(text, strlen(text), &row))
		findings_add(r->findings, node_get(map, "at")->at, CODE_BAD_VALUE, text, "at", "");
	return row;
}

static void read_doubts(struct plan_reader *r, struct task *t, const struct node *map)
{
	const struct node *list = shape_member(map, "doubts", NODE_LIST, r->findings);
	if (!list)
		return;
	t->doubts = arena_alloc(r->a, (list->count + 1) * sizeof *t->doubts);
	for (const struct node *n = list->first; n; n = n->next) {
		if (n->kind != NODE_MAP) {
			findings_add(r->findings, n->at, CODE_WRONG_SHAPE, "doubts",
				     words_pick("a list of maps", "danh sách các bảng khóa"), NULL);
			continue;
		}
		shape_keys(r->a, n, doubt_keys, r->findings);
		t->doubts[t->doubt_count++] = (struct doubt){
		    .cell = shape_text(n, "cell", r->findings),
		    .code = shape_required(n, "code", r->findings),
		    .say = shape_text(n, "say", r->findings),
		    .suggest = shape_text(n, "suggest", r->findings),
		    .settled = shape_text(n, "settled", r->findings),
		    .at = n->at,
		};
	}
}

static void read_cells(struct plan_reader *r, struct task *t, const struct node *map)
{
	const struct node *cells = shape_member(map, "cells", NODE_MAP, r->findings);
	if (!cells)
		return;
	shape_keys(r->a, cells, cells_keys, r->findings);
	t->cells.lead = shape_text(cells, "lead", r->findings);
	t->cells.with = shape_text(cells, "with", r->findings);
	t->cells.start = shape_text(cells, "start", r->findings);
	t->cells.due = shape_text(cells, "due", r->findings);
}

static bool id_is_plain(const char *id)
{
	return *id && !strpbrk(id, " \t\n#/,");
}

/* The id, or NULL after a finding. */
const char *plan_read_id(struct plan_reader *r, const struct node *map)
{
	const char *id = shape_required(map, "id", r->findings);
	if (id && !id_is_plain(id)) {
		findings_add(r->findings, node_get(map, "id")->at, CODE_BAD_VALUE, id, "id",
			     words_pick(": no blank, # / or comma in it",
					": không được có khoảng trắng, # / hay dấu phẩy"));
		return NULL;
	}
	return id;
}

struct area *plan_find_area(struct plan *plan, const char *id)
{
	for (size_t i = 0; id && i < plan->area_count; i++)
		if (strcmp(plan->areas[i].id, id) == 0)
			return &plan->areas[i];
	return NULL;
}

static const char *area_hint(struct plan_reader *r, const char *id)
{
	const char **known = arena_alloc(r->a, (r->plan->area_count + 1) * sizeof *known);
	for (size_t i = 0; i < r->plan->area_count; i++)
		known[i] = r->plan->areas[i].id;
	return shape_hint(r->a, id, known);
}

/* The task's id. Without a usable one ("") or with one that stands twice the plan is broken, and is read
 * on: the rest may be wrong too. */
static const char *take_id(struct plan_reader *r, const struct node *map, struct task *t)
{
	const char *id = plan_read_id(r, map);
	const struct task *first = id ? index_put(r->plan->ids, id, strlen(id), t) : NULL;
	if (first)
		findings_add(r->findings, node_get(map, "id")->at, CODE_DUPLICATE_ID, id,
			     arena_format(r->a, "%u", first->id_at.line), NULL);
	r->plan->broken |= !id || first;
	return id ? id : "";
}

void plan_read_task(struct plan_reader *r, const struct node *map, bool report)
{
	struct plan *plan = r->plan;
	shape_keys(r->a, map, task_keys, r->findings);
	struct task *t = &plan->tasks[plan->task_count];
	const char *id = take_id(r, map, t);
	*t = (struct task){
	    .plan = plan,
	    .id = id,
	    .no = shape_text(map, "no", r->findings),
	    .target = shape_text(map, "target", r->findings),
	    .text = shape_text(map, "text", r->findings),
	    .product = shape_text(map, "product", r->findings),
	    .note = shape_text(map, "note", r->findings),
	    .area_id = shape_text(map, "area", r->findings),
	    .row = read_row(r, map),
	    .report = report,
	    .order = plan->task_count,
	    .node = map,
	    .at = map->at,
	    .id_at = node_get(map, "id") ? node_get(map, "id")->at : map->at,
	};
	t->lead = read_parties(r, map, "lead", &t->lead_count);
	t->with = read_parties(r, map, "with", &t->with_count);
	t->start = read_due(r, map, "start");
	t->due = read_due(r, map, "due");
	read_cells(r, t, map);
	read_doubts(r, t, map);
	t->area = plan_find_area(plan, t->area_id);
	if (t->area_id)
		t->area_at = node_get(map, "area")->at;
	if (t->area_id && !t->area)
		findings_add(r->findings, t->area_at, CODE_UNKNOWN_AREA, t->area_id,
			     area_hint(r, t->area_id), NULL);
	plan->task_count++;
}
