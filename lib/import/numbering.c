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

/* Is the number before the heading's that of a task that stands beside such headings? */
static bool follows_task(struct arena *a, const struct plan_rows *plan, const struct ordinal *area)
{
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct task_row *task = &plan->tasks[i];
		struct ordinal o = ordinal_read(a, no_of(task));
		if (same_kind(&o, area) && o.value == area->value - 1 &&
		    !(task->area > 0 && same_kind(&plan->areas[task->area - 1].ordinal, area)))
			return true;
	}
	return false;
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
		    area->ordinal.value > before->ordinal.value + 1 &&
		    !follows_task(a, plan, &area->ordinal))
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
		if (o.kind != ORDINAL_ARABIC)
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

static bool is_under(const struct ordinal *o, const char *above)
{
	size_t n = strlen(above);
	return o->kind == ORDINAL_DOTTED && n > 0 && strncmp(o->id, above, n) == 0 &&
	       o->id[n] == '.';
}

static const struct area_row *area_of(const struct plan_rows *plan, const struct task_row *t)
{
	return t->area > 0 ? &plan->areas[t->area - 1] : NULL;
}

static const char *text_of(const struct task_row *t)
{
	const struct row_cell *cell = row_cell(t->table, t->row, ROLE_TEXT);
	return cell ? cell->text : "";
}

/* A later table that counts from 1, as each annex does, has numbers of its own: no slip, but when it
 * says the same once more. */
static bool is_own_count(const struct task_row *t, const struct task_row *earlier)
{
	return t->anew && t->table != earlier->table && !text_same(text_of(t), text_of(earlier));
}

/* A numbered task's id. */
static const char *printed_id(struct arena *a, const struct plan_rows *plan, size_t i,
			      const struct index *ids, bool restart, const char *parent)
{
	struct task_row *t = &plan->tasks[i];
	const struct area_row *area = area_of(plan, t);
	const char *no = no_of(t), *id = clean_id(a, no);
	struct ordinal o = ordinal_read(a, no);
	if (!*id)
		id = "x";
	if (parent && o.kind == ORDINAL_SMALL)
		id = arena_format(a, "%s.%s", parent, id);
	else if (area && !is_under(&o, area->id) &&
		 (restart || (o.kind == ORDINAL_SMALL && id_taken(ids, id))))
		id = arena_format(a, "%s.%s", area->id, id);
	const struct task_row *earlier = index_get(ids, id, strlen(id));
	if (!earlier)
		return id;
	if (!is_own_count(t, earlier))
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
		const struct area_row *area = area_of(plan, &plan->tasks[i]);
		if (section && open + closed > 0 && !(area && is_under(&o, area->id)))
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
		bool next = o.value == before || o.value == before + 1 || o.value == 1 ||
			    o.value == plan->tasks[i].group + 1;
		if (before > 0 && !next)
			row_doubt(a, plan->tasks[i].row, ROLE_NO, CODE_NUMBERING,
				  arena_format(a, "%ld → %ld", before, o.value), NULL);
		before = o.value;
	}
}

const char **plan_rows_number(struct arena *a, struct plan_rows *plan, const size_t *parents)
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
			const char *parent = parents[i] > 0 ? ids[parents[i] - 1] : NULL;
			ids[i] = base = printed_id(a, plan, i, taken, restart, parent);
			added = 0;
		} else {
			ids[i] = arena_format(a, "%s+%zu", base, ++added);
			if (!t->row->part) /* the document says whose part it is */
				row_doubt(a, t->row, ROLE_NO, CODE_MISSING_NUMBER, base, NULL);
		}
		index_put(taken, ids[i], strlen(ids[i]), t);
	}
	doubt_numbers(a, plan);
	doubt_gaps(a, plan);
	return ids;
}
