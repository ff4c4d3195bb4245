/* SPDX-License-Identifier: MIT
 * checks: what a person should look at in a task as it was read: cells that say what another column
 * is for, texts that are cut, days that do not exist or lie outside the plan. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/cuttext.h"
#include "import/memo.h"
#include "import/tasks.h"

enum { SAY_BYTES = 90 };

static size_t digits_at(const char *s)
{
	return strspn(s, "0123456789");
}

/* Days in a text that do not exist: 17/10/205, 31/11/2023. Numbers of documents go on with / or -. */
static void check_days(struct arena *a, struct draft_task *task, const char *cell, const char *text)
{
	for (const char *s = text; *s; s++) {
		size_t d = digits_at(s);
		if (d == 0)
			continue;
		const char *month = s + d + 1, *year = month;
		size_t m = s[d] == '/' ? digits_at(month) : 0;
		year += m + 1;
		size_t y = m > 0 && month[m] == '/' ? digits_at(year) : 0;
		bool numeric =
		    d <= 2 && m > 0 && m <= 2 && y > 2 && !strchr("/-", year[y] ? year[y] : ' ');
		if (numeric) {
			const char *said = arena_copy(a, s, (size_t)(year + y - s));
			if (day_parse_vi(said, strlen(said)) == DAY_NONE)
				task_doubt(a, task, cell, CODE_DATE_INVALID, said, NULL);
			s = year + y - 1;
		} else {
			s += d - 1;
		}
	}
}

static void check_text(struct arena *a, struct draft_task *task, const struct task_row *row,
		       enum role role, const char *text)
{
	const struct row_cell *cell = row_cell(row->table, row->row, role);
	if (!cell || !text || !*cell->text)
		return;
	if (text_is_cut(text))
		task_doubt(a, task, role_word(role), CODE_TEXT_TRUNCATED, text_tail(a, text), NULL);
	else if (text_is_open(text))
		task_doubt(a, task, role_word(role), CODE_TEXT_OPEN, text_tail(a, text), NULL);
	/* a task begins with a capital; this is the second half of another cell */
	const char *first = text + strspn(text, "-+ ");
	uint32_t c = utf8_next(&first);
	if (role == ROLE_TEXT && utf8_is_letter(c) && utf8_lower(c) == c)
		task_doubt(a, task, role_word(role), CODE_ROW_CUT, text_opening(a, text, SAY_BYTES),
			   NULL);
	check_days(a, task, role_word(role), text);
}

static void check_markup(struct arena *a, struct draft_task *task, const struct task_row *row)
{
	for (size_t i = 0; i < row->table->count; i++) {
		enum role role = row->table->columns[i].role;
		const struct row_cell *cell = &row->row->cells[i];
		if (cell->markup && *cell->text && role != ROLE_NO && role < ROLE_OTHER &&
		    role != ROLE_UNKNOWN)
			task_doubt(a, task, role_word(role), CODE_MARKUP,
				   text_opening(a, cell->text, SAY_BYTES), NULL);
	}
}

/* A cell that looks like another column's and not at all like its own. */
static void check_columns(struct arena *a, struct draft_task *task, const struct task_row *row,
			  struct memo *memo)
{
	const char *product = task->product ? task->product : "";
	bool moved = (text_is_blank(task->cell_due) && table_has(row->table, ROLE_DUE)) ||
		     (text_is_blank(task->cell_lead) && table_has(row->table, ROLE_LEAD));
	if (*product && moved && memo_look(memo, product)->agency >= 85)
		task_doubt(a, task, "product", CODE_AGENCY_IN_PRODUCT, product, NULL);
	const char *dues[] = {task->cell_start, task->cell_due};
	const char *names[] = {task->cell_lead, task->cell_with};
	for (size_t k = 0; k < 2; k++) {
		if (dues[k] && *dues[k] && memo_look(memo, dues[k])->agency >= 85 &&
		    memo_look(memo, dues[k])->deadline < 30)
			task_doubt(a, task, k == 0 ? "start" : "due", CODE_CELLS_SHIFTED, dues[k],
				   NULL);
		if (names[k] && *names[k] && memo_look(memo, names[k])->deadline >= 85 &&
		    memo_look(memo, names[k])->agency < 30)
			task_doubt(a, task, k == 0 ? "lead" : "with", CODE_CELLS_SHIFTED, names[k],
				   NULL);
	}
}

/* The last day of a part that has one of its own. */
static day last_day(const struct part *part)
{
	if (part->kind == PART_RANGE)
		return part->until.last;
	return part->kind == PART_DATE || part->kind == PART_BEFORE || part->kind == PART_PERIOD
		   ? part_day(part, &(struct day_rules){.issued = DAY_NONE}, NULL)
		   : DAY_NONE;
}

static bool is_recurring(const struct deadline *deadline)
{
	for (size_t i = 0; i < deadline->count; i++)
		if (!part_is_recurring(&deadline->parts[i]))
			return false;
	return deadline->count > 0;
}

/* A start that is narrower than a year is the start of one piece of work. */
static bool is_one_start(const struct deadline *deadline)
{
	const struct part *p = deadline->parts;
	return deadline->count == 1 &&
	       (p->kind == PART_DATE || (p->kind == PART_PERIOD && p->period.kind != PERIOD_YEAR));
}

static bool is_year(const struct deadline *deadline)
{
	return deadline->count == 1 && deadline->parts[0].kind == PART_PERIOD &&
	       deadline->parts[0].period.kind == PERIOD_YEAR;
}

static void check_years(struct arena *a, struct draft_task *task,
			const struct task_context *context)
{
	bool early = false;
	if (!context->year_said || context->year == 0)
		return;
	for (size_t i = 0; i < task->due.deadline.count; i++) {
		const struct part *part = &task->due.deadline.parts[i];
		day d = last_day(part);
		if (d == DAY_NONE)
			continue;
		if (day_year(d) < context->year) {
			task_doubt(a, task, "due", CODE_DUE_BEFORE_PLAN, part_text(a, part), NULL);
			early = true;
		} else if (day_year(d) > context->last_year) {
			task_doubt(a, task, "due", CODE_DUE_AFTER_PLAN, part_text(a, part), NULL);
		}
	}
	day start = deadline_start(&task->start.deadline);
	if (!early && start != DAY_NONE && day_year(start) < context->year)
		task_doubt(a, task, "start", CODE_START_BEFORE_PLAN,
			   deadline_text(a, &task->start.deadline), NULL);
}

/* A sheet that bears an agency's name holds what that agency leads. */
static void check_presence(struct arena *a, struct draft_task *task, const struct task_row *row,
			   struct memo *memo)
{
	if (text_is_blank(task->text))
		task_doubt(a, task, "text", CODE_TEXT_EMPTY, NULL, NULL);
	const char *sheet = row->table->grid->name;
	bool named = sheet && memo_look(memo, sheet)->agency >= 85;
	if ((table_has(row->table, ROLE_LEAD) || named) && text_is_blank(task->cell_lead))
		task_doubt(a, task, "lead", CODE_LEAD_MISSING, NULL, named ? sheet : NULL);
	if (!table_has(row->table, ROLE_DUE) || !text_is_blank(task->cell_due))
		return;
	const char *suggest =
	    is_year(&task->start.deadline) ? deadline_text(a, &task->start.deadline) : NULL;
	task_doubt(a, task, "due", CODE_DUE_MISSING, NULL, suggest);
}

void task_check(struct arena *a, struct draft_task *task, const struct task_row *row,
		const struct task_context *context)
{
	check_text(a, task, row, ROLE_TARGET, task->target);
	check_text(a, task, row, ROLE_TEXT, task->text);
	check_text(a, task, row, ROLE_PRODUCT, task->product);
	check_markup(a, task, row);
	check_columns(a, task, row, context->memo);
	check_presence(a, task, row, context->memo);
	check_years(a, task, context);
	if (is_one_start(&task->start.deadline) && is_recurring(&task->due.deadline))
		task_doubt(a, task, "due", CODE_DUE_KIND,
			   arena_format(a, "%s, %s", task->cell_start, task->cell_due), NULL);
}
