/* SPDX-License-Identifier: MIT
 * numbering: ids of areas and tasks by what is printed: par-plan(5) says how. It knows rows, and
 * nothing of what they say. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "base/text.h"
#include "import/tasks.h"

static const char *no_of(const struct task_row *task)
{
	const struct row_cell *cell = row_cell(task->table, task->row, ROLE_NO);
	return cell ? cell->text : "";
}

/* An id holds no blank, # / or comma, nor the signs that close a number. */
static const char *clean_id(struct arena *a, const char *no)
{
	struct buf out = {0};
	struct ordinal o = ordinal_read(a, no);
	for (const char *s = o.kind != ORDINAL_NONE ? o.id : no; *s; s++) {
		if (strchr(" \t/,", *s))
			buf_char(&out, '-');
		else if (!strchr("#()\"", *s))
			buf_char(&out, *s);
	}
	while (out.n > 0 && strchr(".-:", out.s[out.n - 1]))
		buf_cut(&out, out.n - 1);
	return buf_take(&out, a);
}

static struct area_row *add_area(struct arena *a, struct plan_rows *plan,
				 const struct table_row *row)
{
	plan->areas = arena_more(a, plan->areas, plan->area_count, sizeof *plan->areas);
	struct area_row *area = &plan->areas[plan->area_count++];
	*area = (struct area_row){row->cells[0].text,
				  row->cells[1].text,
				  NULL,
				  ordinal_read(a, row->cells[0].text),
				  row->at,
				  NULL};
	return area;
}

static void add_task(struct arena *a, struct plan_rows *plan, const struct task_table *table,
		     struct table_row *row, size_t area)
{
	plan->tasks = arena_more(a, plan->tasks, plan->task_count, sizeof *plan->tasks);
	plan->tasks[plan->task_count++] = (struct task_row){table, row, area};
}

static long number_of(struct arena *a, const struct task_table *table, const struct table_row *row)
{
	const struct row_cell *cell = row_cell(table, row, ROLE_NO);
	struct ordinal o = ordinal_read(a, cell ? cell->text : "");
	return o.kind == ORDINAL_ARABIC ? o.value : 0;
}

/* The number of the next task behind row i; 0 when it has none. */
static long next_number(struct arena *a, const struct task_table *table,
			const struct table_rows *rows, size_t i)
{
	while (++i < rows->count)
		if (rows->items[i].kind == ROW_TASK)
			return number_of(a, table, &rows->items[i]);
	return 0;
}

static bool is_last(const struct table_rows *rows, size_t i)
{
	while (++i < rows->count)
		if (rows->items[i].kind == ROW_TASK || rows->items[i].kind == ROW_GROUP)
			return false;
	return true;
}

/* A heading that takes part in the count of the tasks is one that lost its cells. */
static bool counts_with_tasks(struct arena *a, const struct task_table *table,
			      const struct table_rows *rows, size_t i, long before)
{
	struct ordinal o = ordinal_read(a, rows->items[i].cells[0].text);
	return o.kind == ORDINAL_ARABIC && table_has(table, ROLE_NO) && o.value == before + 1 &&
	       (before > 0 || next_number(a, table, rows, i) > 1) &&
	       (next_number(a, table, rows, i) == o.value + 1 || is_last(rows, i));
}

static void make_task(struct arena *a, const struct task_table *table, struct table_row *row)
{
	struct row_cell no = row->cells[0], text = row->cells[1];
	row->cells[0] = row->cells[1] = (struct row_cell){CELL_LOST, "", "", false};
	*row_cell(table, row, ROLE_NO) = no;
	*row_cell(table, row, ROLE_TEXT) = text;
	row->kind = ROW_TASK;
	row_doubt(a, row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK, text.text, NULL);
}

void plan_rows_add(struct arena *a, struct plan_rows *plan, const struct task_table *table,
		   const struct table_rows *rows)
{
	long before = 0;
	/* a table that counts from 1 again stands under no heading of the one before */
	size_t area = next_number(a, table, rows, (size_t)-1) == 1 ? 0 : plan->area_count;
	for (size_t i = 0; i < rows->count; i++) {
		struct table_row *row = &rows->items[i];
		if (row->kind == ROW_GROUP && counts_with_tasks(a, table, rows, i, before))
			make_task(a, table, row);
		if (row->kind == ROW_GROUP) {
			add_area(a, plan, row);
			area = plan->area_count;
		}
		if (row->kind != ROW_TASK)
			continue;
		long number = number_of(a, table, row);
		before = number > 0 ? number : before;
		add_task(a, plan, table, row, area);
	}
}

static bool area_id_taken(const struct plan_rows *plan, size_t before, const char *id)
{
	for (size_t i = 0; i < before; i++)
		if (text_same(plan->areas[i].id, id))
			return true;
	return false;
}

static bool same_kind(const struct ordinal *a, const struct ordinal *b)
{
	return a->kind == b->kind && a->parts == b->parts;
}

/* The nearest heading above of another kind: the one this stands under. */
static const struct area_row *area_above(const struct plan_rows *plan, size_t i)
{
	for (size_t k = i; k > 0; k--)
		if (plan->areas[k - 1].ordinal.kind != ORDINAL_NONE &&
		    !same_kind(&plan->areas[k - 1].ordinal, &plan->areas[i].ordinal))
			return &plan->areas[k - 1];
	return NULL;
}

/* The heading of the same kind before this one, under the same heading. */
static const struct area_row *area_before(const struct plan_rows *plan, size_t i)
{
	const struct area_row *area = &plan->areas[i];
	for (size_t k = i; k > 0; k--) {
		const struct area_row *other = &plan->areas[k - 1];
		if (!same_kind(&other->ordinal, &area->ordinal))
			continue;
		size_t n = strlen(area->ordinal.id), m = strlen(other->ordinal.id);
		const char *dot = strrchr(area->ordinal.id, '.');
		size_t stem = dot ? (size_t)(dot - area->ordinal.id) + 1 : 0;
		return n >= stem && m >= stem &&
			       memcmp(area->ordinal.id, other->ordinal.id, stem) == 0
			   ? other
			   : NULL;
	}
	return NULL;
}

static void number_areas(struct arena *a, struct plan_rows *plan)
{
	const char *last = NULL;
	size_t added = 0;
	for (size_t i = 0; i < plan->area_count; i++) {
		struct area_row *area = &plan->areas[i];
		const char *id = clean_id(a, area->no);
		if (!*id) {
			added++;
			id = last ? arena_format(a, "%s+%zu", last, added)
				  : arena_format(a, "%zu", added);
		} else {
			const struct area_row *above = area_above(plan, i);
			if (area_id_taken(plan, i, id) && above)
				id = arena_format(a, "%s.%s", above->id, id);
			last = id;
			added = 0;
		}
		for (char c = 'b'; area_id_taken(plan, i, id) && c <= 'z'; c++)
			id = arena_format(a, "%s%c", id, c);
		area->id = id;
		const struct area_row *before = area_before(plan, i);
		if (before && area->ordinal.kind != ORDINAL_NONE &&
		    area->ordinal.value > before->ordinal.value + 1)
			area->gap = arena_format(a, "%s → %s", before->no, area->no);
	}
}

/* Do the tasks' numbers start again under a later area? */
static bool numbers_restart(struct arena *a, const struct plan_rows *plan)
{
	long highest = 0;
	size_t area = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct task_row *t = &plan->tasks[i];
		struct ordinal o = ordinal_read(a, no_of(t));
		if (o.kind != ORDINAL_ARABIC && o.kind != ORDINAL_SMALL)
			continue;
		if (t->area != area && o.value == 1 && highest > 0)
			return true;
		area = t->area;
		highest = o.value > highest ? o.value : highest;
	}
	return false;
}

static bool any_number(const struct plan_rows *plan)
{
	for (size_t i = 0; i < plan->task_count; i++)
		if (*no_of(&plan->tasks[i]))
			return true;
	return false;
}

static bool id_taken(const struct index *ids, const char *id)
{
	return index_get(ids, id, strlen(id)) != NULL;
}

/* "8" is "8b" the second time. */
static const char *next_free(struct arena *a, const struct index *ids, const char *id)
{
	for (size_t n = 1;; n++) {
		const char *other = n < 26 ? arena_format(a, "%s%c", id, (int)('a' + n))
					   : arena_format(a, "%s-%zu", id, n + 1);
		if (!id_taken(ids, other))
			return other;
	}
}

/* A numbered task's id. */
static const char *printed_id(struct arena *a, const struct plan_rows *plan, size_t i,
			      const struct index *ids, bool restart)
{
	struct task_row *t = &plan->tasks[i];
	const char *no = no_of(t), *id = clean_id(a, no);
	if (!*id)
		id = "x";
	if (restart && t->area > 0)
		id = arena_format(a, "%s.%s", plan->areas[t->area - 1].id, id);
	if (!id_taken(ids, id))
		return id;
	row_doubt(a, t->row, ROLE_NO, CODE_DUPLICATE_NUMBER, no, NULL);
	return next_free(a, ids, id);
}

/* Numbers written unlike nearly all others. */
static void doubt_numbers(struct arena *a, struct plan_rows *plan)
{
	size_t closed = 0, open = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		struct ordinal o = ordinal_read(a, no_of(&plan->tasks[i]));
		closed += o.kind == ORDINAL_ARABIC && *o.end;
		open += o.kind == ORDINAL_ARABIC && !*o.end;
	}
	for (size_t i = 0; i < plan->task_count; i++) {
		const char *no = no_of(&plan->tasks[i]);
		struct ordinal o = ordinal_read(a, no);
		bool section = o.kind == ORDINAL_ROMAN || o.kind == ORDINAL_CAPITAL ||
			       (o.kind == ORDINAL_DOTTED && !strchr("0123456789", *o.id));
		if (section && open + closed > 0)
			row_doubt(a, plan->tasks[i].row, ROLE_UNKNOWN, CODE_GROUP_OR_TASK, no,
				  NULL);
		bool odd = *o.end ? closed * 3 < open : open * 3 < closed;
		if (*no && (o.kind == ORDINAL_NONE || (o.kind == ORDINAL_ARABIC && odd)))
			row_doubt(a, plan->tasks[i].row, ROLE_NO, CODE_NUMBER_FORMAT, no, NULL);
	}
}

/* Numbers that leave some out: 2, 4. Those that start again or stand twice are no gap. */
static void doubt_gaps(struct arena *a, struct plan_rows *plan)
{
	long before = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		struct ordinal o = ordinal_read(a, no_of(&plan->tasks[i]));
		if (o.kind != ORDINAL_ARABIC)
			continue;
		bool next = o.value == before || o.value == before + 1 || o.value == 1;
		if (before > 0 && !next)
			row_doubt(a, plan->tasks[i].row, ROLE_NO, CODE_NUMBERING,
				  arena_format(a, "%ld → %ld", before, o.value), NULL);
		before = o.value;
	}
}

const char **plan_rows_number(struct arena *a, struct plan_rows *plan)
{
	number_areas(a, plan);
	bool restart = numbers_restart(a, plan), numbered = any_number(plan);
	const char **ids = arena_alloc(a, (plan->task_count + 1) * sizeof *ids);
	struct index *taken = index_new(a);
	const char *base = "0";
	size_t added = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		struct task_row *t = &plan->tasks[i];
		if (!numbered) {
			ids[i] = arena_format(a, "%zu", i + 1);
		} else if (*no_of(t)) {
			ids[i] = base = printed_id(a, plan, i, taken, restart);
			added = 0;
		} else {
			ids[i] = arena_format(a, "%s+%zu", base, ++added);
			row_doubt(a, t->row, ROLE_NO, CODE_MISSING_NUMBER, base, NULL);
		}
		index_put(taken, ids[i], strlen(ids[i]), t);
	}
	doubt_numbers(a, plan);
	doubt_gaps(a, plan);
	return ids;
}
