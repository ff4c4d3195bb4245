/* SPDX-License-Identifier: MIT
 * plan: a plan/1 tree read into structs. Form only: whether a plan makes sense is data/plancheck. */
#include "data/plan.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/shape.h"
#include "form/yamltree.h"

static const char *const plan_keys[] = {
    "par",    "id",	     "title",	 "document", "issued",	"issuer", "level",   "period",
    "source", "carries-out", "settings", "areas",    "targets", "tasks",  "reports", NULL};
static const char *const settings_keys[] = {"before", "roll", NULL};
static const char *const source_keys[] = {"file", "format", "sha256", NULL};
static const char *const area_keys[] = {"id", "title", "field", NULL};
static const char *const target_keys[] = {"id",	   "text", "indicator", "goal",	  "base",
					  "scope", "area", "at",	"doubts", NULL};
static const char *const task_keys[] = {"id",	   "no",    "area", "target", "text",
					"product", "lead",  "with", "start",  "due",
					"note",	   "cells", "at",   "doubts", NULL};
static const char *const cells_keys[] = {"lead", "with", "start", "due", NULL};
static const char *const doubt_keys[] = {"cell", "code", "say", "suggest", "settled", NULL};
static const char *const due_keys[] = {"what", "due", NULL};
static const char *const levels[] = {"state", "province", "district", "commune", "agency", NULL};
static const char *const fields[] = {
    "institutions",   "procedures",	    "organisation", "civil-service",
    "public-finance", "digital-government", "steering",	    NULL};

/* What every reader of a part of the plan needs. */
struct reader {
	struct arena *a;
	struct findings *findings;
	struct plan *plan;
	struct phrase_context context;
};

const char *level_word(enum level level)
{
	return level == LEVEL_NONE ? "" : levels[level - 1];
}

const char *field_word(enum field field)
{
	return field == FIELD_NONE ? "" : fields[field - 1];
}

static int find_word(const char *const words[], const char *word)
{
	for (int i = 0; word && words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return i + 1;
	return 0;
}

enum level level_find(const char *word)
{
	return (enum level)find_word(levels, word);
}

enum field field_find(const char *word)
{
	return (enum field)find_word(fields, word);
}

enum field field_of_title(const char *title)
{
	static const struct {
		const char *words; /* accent-blind, at a word's start */
		enum field field;
	} signs[] = {
	    {"thu tuc", FIELD_PROCEDURES},
	    {"the che", FIELD_INSTITUTIONS},
	    {"bo may", FIELD_ORGANISATION},
	    {"cong vu", FIELD_CIVIL_SERVICE},
	    {"doi ngu", FIELD_CIVIL_SERVICE},
	    {"can bo cong chuc", FIELD_CIVIL_SERVICE},
	    {"tai chinh", FIELD_PUBLIC_FINANCE},
	    {"dien tu", FIELD_DIGITAL_GOVERNMENT},
	    {"chinh quyen so", FIELD_DIGITAL_GOVERNMENT},
	    {"chinh phu so", FIELD_DIGITAL_GOVERNMENT},
	    {"chuyen doi so", FIELD_DIGITAL_GOVERNMENT},
	    {"hien dai hoa", FIELD_DIGITAL_GOVERNMENT},
	    {"chi dao", FIELD_STEERING},
	    {"dieu hanh", FIELD_STEERING},
	    {"tuyen truyen", FIELD_STEERING},
	};
	for (size_t i = 0; title && i < sizeof signs / sizeof *signs; i++)
		if (text_match(title, signs[i].words))
			return signs[i].field;
	return FIELD_NONE;
}

static struct due read_due(struct reader *r, const struct node *map, const char *key);

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

static struct party *read_parties(struct reader *r, const struct node *map, const char *key,
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

static void add_reading(struct reader *r, struct due *due, struct reading reading, const char *what)
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

static void read_due_item(struct reader *r, struct due *due, const struct node *n, struct buf *text)
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

static struct due read_due(struct reader *r, const struct node *map, const char *key)
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
	return due;
}

static long read_row(struct reader *r, const struct node *map)
{
	const char *text = shape_text(map, "at", r->findings);
	long row = 0;
	if (text && !text_number(text, strlen(text), &row))
		findings_add(r->findings, node_get(map, "at")->at, CODE_BAD_VALUE, text, "at", "");
	return row;
}

static void read_doubts(struct reader *r, struct task *t, const struct node *map)
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

static void read_cells(struct reader *r, struct task *t, const struct node *map)
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
static const char *read_id(struct reader *r, const struct node *map)
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

static struct area *find_area(struct plan *plan, const char *id)
{
	for (size_t i = 0; id && i < plan->area_count; i++)
		if (strcmp(plan->areas[i].id, id) == 0)
			return &plan->areas[i];
	return NULL;
}

static const char *area_hint(struct reader *r, const char *id)
{
	const char **known = arena_alloc(r->a, (r->plan->area_count + 1) * sizeof *known);
	for (size_t i = 0; i < r->plan->area_count; i++)
		known[i] = r->plan->areas[i].id;
	return shape_hint(r->a, id, known);
}

static void read_task(struct reader *r, const struct node *map, bool report)
{
	struct plan *plan = r->plan;
	shape_keys(r->a, map, task_keys, r->findings);
	const char *id = read_id(r, map);
	if (!id)
		return;
	struct task *t = &plan->tasks[plan->task_count];
	const struct task *first = index_put(plan->ids, id, strlen(id), t);
	if (first) {
		findings_add(r->findings, node_get(map, "id")->at, CODE_DUPLICATE_ID, id,
			     arena_format(r->a, "%u", first->id_at.line), NULL);
		plan->broken = true;
		return;
	}
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
	    .id_at = node_get(map, "id")->at,
	};
	t->lead = read_parties(r, map, "lead", &t->lead_count);
	t->with = read_parties(r, map, "with", &t->with_count);
	t->start = read_due(r, map, "start");
	t->due = read_due(r, map, "due");
	read_cells(r, t, map);
	read_doubts(r, t, map);
	t->area = find_area(plan, t->area_id);
	if (t->area_id)
		t->area_at = node_get(map, "area")->at;
	if (t->area_id && !t->area)
		findings_add(r->findings, t->area_at, CODE_UNKNOWN_AREA, t->area_id,
			     area_hint(r, t->area_id), NULL);
	plan->task_count++;
}

typedef void read_item(struct reader *r, const struct node *map);

/* Calls `read` for each map of the list under `key`. */
static void each_map(struct reader *r, const char *key, read_item *read)
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

static void read_plain_task(struct reader *r, const struct node *map)
{
	read_task(r, map, false);
}

static void read_report(struct reader *r, const struct node *map)
{
	read_task(r, map, true);
}

static void read_area(struct reader *r, const struct node *map)
{
	struct plan *plan = r->plan;
	shape_keys(r->a, map, area_keys, r->findings);
	const char *id = shape_required(map, "id", r->findings);
	if (!id)
		return;
	struct area *first = find_area(plan, id);
	if (first) {
		findings_add(r->findings, map->at, CODE_DUPLICATE_ID, id,
			     arena_format(r->a, "%u", first->at.line), NULL);
		return;
	}
	int field = shape_word(r->a, map, "field", fields, r->findings);
	plan->areas = arena_more(r->a, plan->areas, plan->area_count, sizeof *plan->areas);
	plan->areas[plan->area_count++] = (struct area){
	    .id = id,
	    .title = shape_text(map, "title", r->findings),
	    .field = (enum field)(field + 1),
	    .at = map->at,
	};
}

static void read_target(struct reader *r, const struct node *map)
{
	struct plan *plan = r->plan;
	shape_keys(r->a, map, target_keys, r->findings);
	const char *id = read_id(r, map);
	if (!id)
		return;
	plan->targets = arena_more(r->a, plan->targets, plan->target_count, sizeof *plan->targets);
	plan->targets[plan->target_count++] = (struct target){
	    .id = id,
	    .text = shape_text(map, "text", r->findings),
	    .indicator = shape_text(map, "indicator", r->findings),
	    .goal = shape_text(map, "goal", r->findings),
	    .base = shape_text(map, "base", r->findings),
	    .scope = shape_text(map, "scope", r->findings),
	    .at = map->at,
	};
}

static void read_settings(struct reader *r)
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

static void read_period(struct reader *r)
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

static void read_head(struct reader *r)
{
	struct plan *plan = r->plan;
	struct node *root = plan->root;
	plan->title = shape_text(root, "title", r->findings);
	plan->document = shape_text(root, "document", r->findings);
	plan->issuer = shape_text(root, "issuer", r->findings);
	plan->of = plan->issuer ? agency_place(r->a, plan->issuer) : NULL;
	plan->issued = shape_day(root, "issued", r->findings);
	plan->level = (enum level)(shape_word(r->a, root, "level", levels, r->findings) + 1);
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
	struct reader r = {.a = a, .findings = findings, .plan = plan};
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
