/* SPDX-License-Identifier: MIT
 * family: parents by numbers. It knows rows, and nothing of what they say. */
#include "import/family.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { DEPTH = 8 };

/* The rows above that the next one may be a part of, the nearest last. */
struct ancestors {
	const char *ids[DEPTH];
	size_t tasks[DEPTH]; /* index + 1 */
	size_t count;
	size_t last; /* the last row with a number, index + 1 */
};

static bool is_under(const char *id, const char *above)
{
	size_t n = strlen(above);
	return strncmp(id, above, n) == 0 && id[n] == '.';
}

static void push(struct ancestors *up, const char *id, size_t task)
{
	if (up->count == DEPTH)
		return;
	up->ids[up->count] = id;
	up->tasks[up->count++] = task;
}

static size_t top(const struct ancestors *up)
{
	return up->count > 0 ? up->tasks[up->count - 1] : 0;
}

static size_t place(struct ancestors *up, const struct ordinal *o, const char *text, size_t task)
{
	switch (o->kind) {
	case ORDINAL_SMALL:
		up->last = task;
		return top(up);
	case ORDINAL_NONE:
		/* "- …" without a number */
		return strchr("-+", *text) && *text ? up->last : 0;
	default:
		break;
	}
	while (up->count > 0 && !is_under(o->id, up->ids[up->count - 1]))
		up->count--;
	size_t parent = top(up);
	push(up, o->id, task);
	up->last = task;
	return parent;
}

size_t *family_find(struct arena *a, const struct plan_rows *plan)
{
	size_t *parents = arena_alloc(a, (plan->task_count + 1) * sizeof *parents);
	struct ancestors up = {.count = 0};
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct task_row *t = &plan->tasks[i];
		bool apart = i > 0 && (t->area != t[-1].area || t->table != t[-1].table);
		const struct row_cell *no = row_cell(t->table, t->row, ROLE_NO);
		const struct row_cell *text = row_cell(t->table, t->row, ROLE_TEXT);
		struct ordinal o = ordinal_read(a, no ? no->text : "");
		if (apart)
			up = (struct ancestors){.count = 0};
		if (!t->row->part)
			parents[i] = place(&up, &o, text ? text->text : "", i + 1);
	}
	return parents;
}

struct parent_cells family_of_task(const struct draft_task *task)
{
	return (struct parent_cells){task->cell_lead, task->cell_with, task->cell_start,
				     task->cell_due};
}

static const char *cell_text(const struct area_row *area, enum role role)
{
	const struct row_cell *cell = row_cell(area->table, area->row, role);
	return cell ? cell->text : NULL;
}

struct parent_cells family_of_area(const struct area_row *area)
{
	return (struct parent_cells){cell_text(area, ROLE_LEAD), cell_text(area, ROLE_WITH),
				     cell_text(area, ROLE_START), cell_text(area, ROLE_DUE)};
}
