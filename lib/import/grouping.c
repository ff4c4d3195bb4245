/* SPDX-License-Identifier: MIT
 * grouping: which rows are headings of others and which are tasks that lost their cells, and under
 * which heading each task stands. It knows numbers of rows, and nothing of what they say. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/tasks.h"

enum { SHEET_PARTS = 1000 }; /* no number has so many */

/* The rows of one table as they are gone through. */
struct walk {
	struct arena *a;
	struct plan_rows *plan;
	const struct task_table *table;
	const struct table_rows *rows;
	long before;	   /* the last task's number, 0 before the first */
	bool under_task;   /* the last numbered row above is a task */
	const char *above; /* its number */
	long group;	   /* the number of an arabic heading since the last task; 0: none */
	bool anew;	   /* the table counts from 1, and others with tasks stand before */
};

static struct ordinal ordinal_of(const struct walk *w, const struct table_row *row)
{
	const struct row_cell *cell = row_cell(w->table, row, ROLE_NO);
	const char *no = row->kind == ROW_GROUP ? row->no : cell ? cell->text : "";
	return ordinal_read(w->a, no);
}

static long number_of(const struct walk *w, const struct table_row *row)
{
	struct ordinal o = ordinal_of(w, row);
	return o.kind == ORDINAL_ARABIC ? o.value : 0;
}

/* The next row behind i that is a task or a heading; NULL at the end. */
static const struct table_row *next_row(const struct walk *w, size_t i)
{
	while (++i < w->rows->count) {
		const struct table_row *row = &w->rows->items[i];
		if (row->kind == ROW_TASK || row->kind == ROW_GROUP)
			return row;
	}
	return NULL;
}

static long next_task_number(const struct walk *w, size_t i)
{
	while (++i < w->rows->count)
		if (w->rows->items[i].kind == ROW_TASK)
			return number_of(w, &w->rows->items[i]);
	return 0;
}

static bool is_under(const char *id, const char *above)
{
	size_t n = strlen(above);
	return n > 0 && strncmp(id, above, n) == 0 && id[n] == '.';
}

/* May the row behind a heading with the number be what stands under it? */
static bool is_child(const struct walk *w, const struct ordinal *o, const struct table_row *next)
{
	if (!next)
		return false;
	struct ordinal n = ordinal_of(w, next);
	switch (n.kind) {
	case ORDINAL_NONE:
		return next->kind == ROW_TASK;
	case ORDINAL_DOTTED:
		return is_under(n.id, o->id);
	case ORDINAL_SMALL:
		return o->kind != ORDINAL_SMALL;
	case ORDINAL_ARABIC:
		return o->kind != ORDINAL_ARABIC
			   ? next->kind == ROW_TASK && o->kind != ORDINAL_DOTTED
			   : n.value == 1;
	default:
		return false;
	}
}

/* A heading that takes part in the count of the tasks, with nothing under it, lost its cells. */
static bool counts_with_tasks(const struct walk *w, size_t i, const struct ordinal *o)
{
	const struct table_row *next = next_row(w, i);
	long following = next ? number_of(w, next) : 0;
	return o->value == w->before + 1 && (w->before > 0 || next_task_number(w, i) > 1) &&
	       (!next || following == o->value + 1);
}

/* Is a heading with this number a part of the task above: 1.1 of 1, a) of 1? */
static bool is_part_of_task(const struct walk *w, const struct ordinal *o)
{
	if (!w->under_task)
		return false;
	return o->kind == ORDINAL_SMALL || (o->kind == ORDINAL_DOTTED && is_under(o->id, w->above));
}

/* 1.1 or a) without anything under it: a task, where headings have tasks below. */
static bool is_leaf(const struct walk *w, size_t i, const struct ordinal *o)
{
	bool low =
	    o->kind == ORDINAL_SMALL || (o->kind == ORDINAL_DOTTED && strchr("0123456789", *o->id));
	return low && !is_child(w, o, next_row(w, i));
}

static void make_task(struct walk *w, struct table_row *row, bool doubtful)
{
	struct row_cell *no = row_cell(w->table, row, ROLE_NO);
	struct row_cell *text = row_cell(w->table, row, ROLE_TEXT);
	if (no)
		*no = (struct row_cell){CELL_PRINTED, row->no, row->no, false};
	*text = (struct row_cell){CELL_PRINTED, row->title, row->title, false};
	row->kind = ROW_TASK;
	if (doubtful)
		row_doubt(w->a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK, row->title, NULL);
}

/* A heading that is none by its number becomes the task that it is. */
static void settle_group(struct walk *w, size_t i)
{
	struct table_row *row = &w->rows->items[i];
	struct ordinal o = ordinal_of(w, row);
	if (o.kind == ORDINAL_NONE || row->inner || !table_has(w->table, ROLE_NO))
		return;
	if (is_part_of_task(w, &o))
		make_task(w, row, false);
	else if (is_leaf(w, i, &o) || (o.kind == ORDINAL_ARABIC && counts_with_tasks(w, i, &o)))
		make_task(w, row, true);
}

/* Does an arabic heading stand in the count of the tasks beside it? */
static bool is_among_tasks(const struct walk *w, size_t i, const struct ordinal *o)
{
	if (w->before > 0 && o->value == w->before + 1)
		return true;
	for (size_t k = i + 1; k < w->rows->count; k++) {
		const struct table_row *row = &w->rows->items[k];
		if (row->kind != ROW_TASK && row->kind != ROW_GROUP)
			continue;
		long number = number_of(w, row);
		if (number > 0 || ordinal_of(w, row).kind == ORDINAL_ROMAN)
			return row->kind == ROW_TASK && number == o->value + 1;
	}
	return false;
}

/* Is the row behind it a part of its own, as 1.1 is of 1? Then it heads that, whatever counts on. */
static bool heads_next(const struct walk *w, size_t i, const struct ordinal *o)
{
	const struct table_row *next = next_row(w, i);
	if (!next)
		return false;
	struct ordinal n = ordinal_of(w, next);
	return n.kind == ORDINAL_DOTTED && is_under(n.id, o->id);
}

static bool same_kind(const struct ordinal *a, const struct ordinal *b)
{
	return a->kind == b->kind && a->parts == b->parts;
}

static struct area_row *area_at(struct plan_rows *plan, size_t depth)
{
	return &plan->areas[plan->open[depth] - 1];
}

/* Behind H the letter I is no number one. */
static void settle_letter(struct plan_rows *plan, struct ordinal *o)
{
	for (size_t d = 0; d < plan->depth && o->kind == ORDINAL_ROMAN; d++) {
		const struct ordinal *above = &area_at(plan, d)->ordinal;
		if (above->kind != ORDINAL_CAPITAL || strlen(o->id) != 1 ||
		    *o->id - 'A' != above->value)
			continue;
		o->kind = ORDINAL_CAPITAL;
		o->value = *o->id - 'A' + 1;
	}
}

/* Opens a heading below those of other kinds, and closes the last of its own. */
static void open_area(struct walk *w, const struct table_row *row)
{
	struct plan_rows *plan = w->plan;
	struct ordinal o = ordinal_of(w, row);
	settle_letter(plan, &o);
	for (size_t d = 0; d < plan->depth; d++)
		if (same_kind(&area_at(plan, d)->ordinal, &o))
			plan->depth = d;
	plan->areas = arena_more(w->a, plan->areas, plan->area_count, sizeof *plan->areas);
	plan->areas[plan->area_count++] = (struct area_row){.no = row->no,
							    .title = row->title,
							    .ordinal = o,
							    .at = row->at,
							    .table = w->table,
							    .row = row};
	plan->depth -= plan->depth == AREAS_DEEP;
	plan->open[plan->depth++] = plan->area_count;
}

/* A task that goes on with the count in which an arabic heading stands is not under it. */
static void close_arabic(struct walk *w, long number)
{
	struct plan_rows *plan = w->plan;
	if (plan->depth == 0 || number == 0 || number == w->before + 1)
		return;
	const struct ordinal *o = &area_at(plan, plan->depth - 1)->ordinal;
	if (o->kind == ORDINAL_ARABIC && w->group == o->value && number == o->value + 1)
		plan->depth--;
}

static void note_row(struct walk *w, const struct table_row *row)
{
	struct ordinal o = ordinal_of(w, row);
	if (o.kind == ORDINAL_NONE || o.kind == ORDINAL_SMALL)
		return;
	/* 1.1 leaves 1 above it */
	if (row->kind == ROW_TASK && w->under_task && o.kind == ORDINAL_DOTTED &&
	    is_under(o.id, w->above))
		return;
	w->under_task = row->kind == ROW_TASK;
	w->above = o.id;
}

static void add_task(struct walk *w, struct table_row *row)
{
	struct plan_rows *plan = w->plan;
	long number = number_of(w, row);
	close_arabic(w, number);
	plan->tasks = arena_more(w->a, plan->tasks, plan->task_count, sizeof *plan->tasks);
	plan->tasks[plan->task_count++] = (struct task_row){
	    w->table, row, plan->depth > 0 ? plan->open[plan->depth - 1] : 0, w->group, w->anew};
	w->before = number > 0 ? number : w->before;
	w->group = number > 0 ? 0 : w->group;
}

/* "Sheet1", "Trang tính2": names that programs give. */
static bool is_given_name(struct arena *a, const char *name)
{
	static const char *const given[] = {"sheet", "trang tinh", "trang_tinh", "bang", "table"};
	const char *plain = text_plain(a, name);
	for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
		size_t n = strlen(given[i]);
		if (strncmp(plain, given[i], n) == 0 &&
		    plain[n + strspn(plain + n, " 0123456789")] == '\0')
			return true;
	}
	return false;
}

/* A sheet's name is the heading of its tasks, above those that stand between them. */
static void open_sheet(struct walk *w)
{
	struct plan_rows *plan = w->plan;
	const char *name = w->table->grid->name;
	size_t count = plan->area_count;
	if (!plan->sheets || !name || is_given_name(w->a, name))
		return;
	for (size_t i = 0; i < count; i++)
		if (plan->areas[i].sheet && text_same(plan->areas[i].title, name)) {
			plan->open[0] = i + 1;
			plan->depth = 1;
			return;
		}
	struct table_row *row = arena_alloc(w->a, sizeof *row);
	*row = (struct table_row){.kind = ROW_GROUP, .at = w->table->at, .no = "", .title = name};
	row->cells = arena_alloc(w->a, (w->table->count + 1) * sizeof *row->cells);
	for (size_t i = 0; i < w->table->count; i++)
		row->cells[i] = (struct row_cell){CELL_LOST, "", "", false};
	plan->depth = 0;
	open_area(w, row);
	plan->areas[count].sheet = true;
	plan->areas[count].ordinal.parts = SHEET_PARTS;
}

void plan_rows_add(struct arena *a, struct plan_rows *plan, const struct task_table *table,
		   const struct table_rows *rows)
{
	struct walk w = {.a = a, .plan = plan, .table = table, .rows = rows, .above = ""};
	/* a table that counts from 1 again stands under no heading of the one before */
	if (next_task_number(&w, (size_t)-1) == 1) {
		plan->depth = 0;
		w.anew = plan->task_count > 0;
	}
	open_sheet(&w);
	for (size_t i = 0; i < rows->count; i++) {
		struct table_row *row = &rows->items[i];
		if (row->kind == ROW_GROUP)
			settle_group(&w, i);
		if (row->kind == ROW_GROUP) {
			struct ordinal o = ordinal_of(&w, row);
			bool counted = o.kind == ORDINAL_ARABIC && !row->inner;
			if (counted && !heads_next(&w, i, &o) && is_among_tasks(&w, i, &o))
				row_doubt(a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK,
					  arena_format(a, "%s %s", row->no, row->title), NULL);
			open_area(&w, row);
			w.group = counted ? o.value : 0;
		}
		if (row->kind == ROW_TASK)
			add_task(&w, row);
		if (row->kind == ROW_TASK || row->kind == ROW_GROUP)
			note_row(&w, row);
	}
}
