/* SPDX-License-Identifier: MIT
 * tasks: a row's cells to a task of the draft. Texts stay as printed; what is read from them (names,
 * deadlines) brings its doubts along. It knows no documents. */
#include "import/tasks.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/memo.h"

void task_doubt(struct arena *a, struct draft_task *task, const char *cell, enum code code,
		const char *say, const char *suggest)
{
	for (size_t i = 0; i < task->doubt_count; i++)
		if (task->doubts[i].code == code && text_same(task->doubts[i].cell, cell) &&
		    text_same(task->doubts[i].say, say))
			return;
	task->doubts = arena_more(a, task->doubts, task->doubt_count, sizeof *task->doubts);
	task->doubts[task->doubt_count++] = (struct draft_doubt){cell, code, say, suggest};
}

/* The cell as the task has it: its own, or what the row above has where they are merged. NULL when
 * the table has no such column. */
static const char *cell_text(const struct task_row *row, enum role role, const char *above)
{
	const struct row_cell *cell = row_cell(row->table, row->row, role);
	if (!cell)
		return NULL;
	return cell->state == CELL_MERGED && !*cell->text && above ? above : cell->text;
}

/* A goal that was taken over from a row in which it is doubtful is doubtful too. */
static void doubt_target(struct arena *a, struct draft_task *task, const struct task_row *row,
			 const struct draft_task *above)
{
	const struct row_cell *cell = row_cell(row->table, row->row, ROLE_TARGET);
	if (!cell || cell->state != CELL_MERGED || *cell->text)
		return;
	for (size_t i = 0; i < above->doubt_count; i++) {
		const struct draft_doubt *d = &above->doubts[i];
		bool here = !d->cell || strcmp(d->cell, "target") == 0;
		if (here && (d->code == CODE_CELLS_SHIFTED || d->code == CODE_CELL_FROM_ABOVE))
			task_doubt(a, task, "target", CODE_CELL_FROM_ABOVE, NULL, NULL);
	}
}

static struct cell_names read_names(const struct task_row *row, enum role role, const char *text,
				    const struct task_context *context)
{
	const struct row_cell *cell = row_cell(row->table, row->row, role);
	if (!cell || text_is_blank(text))
		return (struct cell_names){NULL, 0, NULL, 0};
	const char *lines = *cell->text ? cell->lines : text;
	return memo_names(context->memo, lines, context->registry, context->of);
}

static struct reading read_deadline(const char *text, const struct task_context *context)
{
	struct phrase_context years = {context->year, context->last_year};
	if (text_is_blank(text))
		return (struct reading){{NULL, 0}, NULL, 0};
	return memo_deadline(context->memo, text, &years);
}

/* Columns a plan has no key for: kept in the note, each with its heading. */
static const char *read_note(struct arena *a, const struct task_row *row, const char *above)
{
	const char *note = cell_text(row, ROLE_NOTE, above);
	for (size_t i = 0; i < row->table->count; i++) {
		const struct column *c = &row->table->columns[i];
		const char *text = row->row->cells[i].text;
		if ((c->role != ROLE_OTHER && c->role != ROLE_UNKNOWN) || !*text || !*c->heading)
			continue;
		const char *line = arena_format(a, "%s: %s", c->heading, text);
		note = note && *note ? arena_format(a, "%s\n%s", note, line) : line;
	}
	return note;
}

/* Nothing is ever late by its start: only what makes it unreadable counts there. */
static bool matters_at_start(enum code code)
{
	return code == CODE_DATE_INVALID || code == CODE_DEADLINE_UNKNOWN ||
	       code == CODE_DEADLINE_GARBLED;
}

static void take_doubts(struct arena *a, struct draft_task *task, const struct task_row *row)
{
	for (size_t i = 0; i < row->row->doubt_count; i++) {
		const struct draft_doubt *d = &row->row->doubts[i];
		task_doubt(a, task, d->cell, d->code, d->say, d->suggest);
	}
	const struct cell_names *names[] = {&task->lead, &task->with};
	const struct reading *readings[] = {&task->start, &task->due};
	static const char *const cells[] = {"lead", "with", "start", "due"};
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < names[k]->doubt_count; i++)
			task_doubt(a, task, cells[k], names[k]->doubts[i].code,
				   names[k]->doubts[i].say, names[k]->doubts[i].suggest);
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < readings[k]->doubt_count; i++)
			if (k == 1 || matters_at_start(readings[k]->doubts[i].code))
				task_doubt(a, task, cells[k + 2], readings[k]->doubts[i].code,
					   readings[k]->doubts[i].say,
					   readings[k]->doubts[i].suggest);
}

/* Is the row's own cell empty, and does nothing say that the cell above stands for it? */
static bool is_open(const struct task_row *row, enum role role, const char *text)
{
	const struct row_cell *cell = row_cell(row->table, row->row, role);
	return cell && cell->state != CELL_MERGED && text_is_blank(text);
}

static void take_over(struct arena *a, struct draft_task *task, enum role role, const char **cell,
		      const char *parent)
{
	if (text_is_blank(parent))
		return;
	*cell = parent;
	task_doubt(a, task, role_word(role), CODE_CELL_FROM_ABOVE, NULL, NULL);
}

/* A part of a task without a lead or deadline of its own has that task's. */
static void inherit(struct arena *a, struct draft_task *task, const struct task_row *row,
		    const struct parent_cells *parent)
{
	if (is_open(row, ROLE_LEAD, task->cell_lead)) {
		take_over(a, task, ROLE_LEAD, &task->cell_lead, parent->lead);
		if (is_open(row, ROLE_WITH, task->cell_with))
			take_over(a, task, ROLE_WITH, &task->cell_with, parent->with);
	}
	bool undated = text_is_blank(task->cell_start) && text_is_blank(task->cell_due);
	if (undated && is_open(row, ROLE_START, task->cell_start))
		take_over(a, task, ROLE_START, &task->cell_start, parent->start);
	if (undated && is_open(row, ROLE_DUE, task->cell_due))
		take_over(a, task, ROLE_DUE, &task->cell_due, parent->due);
}

/* An empty cell under a filled one may have been merged with it before the document was saved as text:
 * what stands above is suggested, never taken. */
static void suggest_above(struct draft_task *task, const struct draft_task *above)
{
	for (size_t i = 0; i < task->doubt_count; i++) {
		enum code code = task->doubts[i].code;
		if (code == CODE_GROUP_OR_TASK || code == CODE_ROW_CUT || code == CODE_ROW_SHORT)
			return; /* it may be no task at all */
	}
	for (size_t i = 0; i < task->doubt_count; i++) {
		struct draft_doubt *d = &task->doubts[i];
		if (d->suggest)
			continue;
		if (d->code == CODE_LEAD_MISSING && !text_is_blank(above->cell_lead))
			d->suggest = above->cell_lead;
		else if (d->code == CODE_DUE_MISSING && !text_is_blank(above->cell_due))
			d->suggest = above->cell_due;
	}
}

struct draft_task task_read(struct arena *a, const struct task_row *row, const char *id,
			    const struct draft_task *above, const struct parent_cells *parent,
			    const struct task_context *context)
{
	static const struct draft_task nothing;
	const struct draft_task *up = above ? above : &nothing;
	struct draft_task task = {.id = id, .at = row->row->at};
	task.no = cell_text(row, ROLE_NO, NULL);
	task.target = cell_text(row, ROLE_TARGET, up->target);
	task.text = cell_text(row, ROLE_TEXT, up->text);
	task.product = cell_text(row, ROLE_PRODUCT, up->product);
	task.note = read_note(a, row, NULL);
	task.cell_lead = cell_text(row, ROLE_LEAD, up->cell_lead);
	task.cell_with = cell_text(row, ROLE_WITH, up->cell_with);
	task.cell_start = cell_text(row, ROLE_START, up->cell_start);
	task.cell_due = cell_text(row, ROLE_DUE, up->cell_due);
	inherit(a, &task, row, parent);
	task.lead = read_names(row, ROLE_LEAD, task.cell_lead, context);
	task.with = read_names(row, ROLE_WITH, task.cell_with, context);
	task.start = read_deadline(task.cell_start, context);
	task.due = read_deadline(task.cell_due, context);
	take_doubts(a, &task, row);
	doubt_target(a, &task, row, up);
	task_check(a, &task, row, context);
	if (context->spanless && above)
		suggest_above(&task, above);
	sense_check(a, &task, row, context);
	return task;
}
