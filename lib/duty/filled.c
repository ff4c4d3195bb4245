/* SPDX-License-Identifier: MIT
 * filled: a filled-in sheet to rows. What a row says is brought to one event; what is not clear is
 * told and not guessed. */
#include "duty/filled.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/plan.h"
#include "duty/filled_private.h"
#include "duty/unit.h"
#include "form/csvfield.h"
#include "form/csvrows.h"

enum { HEADING_ROWS = 60 };

/* ---- the rows as they stand ---- */

static void keep_row(struct filler *f, const struct csv_reader *reader, const struct csv_row *row)
{
	f->rows = arena_more(f->a, f->rows, f->count, sizeof *f->rows);
	struct filled_row *r = &f->rows[f->count++];
	*r = (struct filled_row){arena_alloc(f->a, (row->count + 1) * sizeof(char *)),
				 arena_alloc(f->a, (row->count + 1) * sizeof(struct place)),
				 row->count, row->at};
	for (size_t i = 0; i < row->count; i++) {
		r->cells[i] = text_squeeze(f->a, arena_copy(f->a, row->fields[i], row->lengths[i]));
		r->places[i] = csv_place(reader, row, i);
	}
}

static bool read_rows(struct filler *f, const char *name, struct file_bytes text)
{
	struct file_bytes lines = csv_join(f->a, text, ' ');
	struct csv_source source = csv_memory(name, lines.bytes, lines.size);
	struct csv_reader *reader = csv_open_source(&source, f->findings);
	struct csv_row row;
	enum csv_result got = CSV_LOST;
	while (reader && (got = csv_next(reader, &row)) == CSV_ROW)
		keep_row(f, reader, &row);
	csv_close(reader);
	return got == CSV_DONE;
}

const char *filled_cell(const struct filled_row *r, int column)
{
	return column >= 0 && (size_t)column < r->count ? r->cells[column] : "";
}

/* ---- the heading ---- */

static void read_roles(struct filler *f, const struct filled_row *r)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		f->columns[i] = NO_COLUMN;
	for (size_t i = 0; i < r->count; i++) {
		enum role role = role_of_heading(f->a, r->cells[i]);
		if (role < ROLE_COUNT && f->columns[role] == NO_COLUMN)
			f->columns[role] = (int)i;
	}
}

static bool names_task(const struct filler *f)
{
	return f->columns[ROLE_ID] >= 0 || f->columns[ROLE_NUMBER] >= 0 ||
	       f->columns[ROLE_TASK] >= 0 || f->columns[ROLE_TEXT] >= 0;
}

static bool names_state(const struct filler *f)
{
	return f->columns[ROLE_STATUS] >= 0 || f->columns[ROLE_STATE] >= 0 ||
	       f->columns[ROLE_RESULT] >= 0 || f->columns[ROLE_VALUE] >= 0;
}

static bool find_heading(struct filler *f)
{
	bool task = false;
	for (size_t i = 0; i < f->count && i < HEADING_ROWS; i++) {
		read_roles(f, &f->rows[i]);
		f->heading = i;
		if (names_task(f) && names_state(f))
			return true;
		task |= names_task(f);
	}
	findings_add(f->findings, f->count ? f->rows[0].at : (struct place){0}, CODE_CSV_HEADING,
		     task ? "status" : "task", NULL, NULL);
	return false;
}

static void tell_unused(const struct filler *f)
{
	const struct filled_row *r = &f->rows[f->heading];
	for (size_t i = 0; i < r->count; i++)
		if (*r->cells[i] && role_of_heading(f->a, r->cells[i]) == ROLE_UNKNOWN)
			findings_add(f->findings, r->places[i], CODE_PASSED_OVER,
				     arena_format(f->a,
						  words_pick("the column \"%s\"", "cột \"%s\""),
						  r->cells[i]),
				     NULL, NULL);
}

/* ---- which task ---- */

static const struct plan *plan_of(const struct filler *f, const struct filled_row *r)
{
	const char *id = filled_cell(r, f->columns[ROLE_PLAN]);
	for (size_t i = 0; i < f->request->plan_count; i++)
		if (strcmp(f->request->plans[i]->id, id) == 0 ||
		    (!*id && f->request->plan_count == 1))
			return f->request->plans[i];
	return NULL;
}

static const struct task *task_of(const struct filler *f, const struct plan *plan, const char *id)
{
	struct task_name name = task_name_split(f->a, id);
	return plan && *id ? plan_task(plan, name.id, strlen(name.id)) : NULL;
}

/* Do the cells of "Nhiệm vụ" hold ids? Not when one of them is none. */
static bool holds_ids(const struct filler *f, int column)
{
	size_t found = 0, filled = 0;
	for (size_t i = f->heading + 1; i < f->count; i++) {
		const char *text = filled_cell(&f->rows[i], column);
		if (!*text)
			continue;
		filled++;
		found += task_of(f, plan_of(f, &f->rows[i]), text) != NULL;
	}
	return found > 0 && 2 * found >= filled;
}

static void choose_columns(struct filler *f)
{
	const int *c = f->columns;
	bool task_is_id = c[ROLE_ID] < 0 && c[ROLE_TASK] >= 0 &&
			  (c[ROLE_TEXT] >= 0 || holds_ids(f, c[ROLE_TASK])) &&
			  (c[ROLE_NUMBER] < 0 || holds_ids(f, c[ROLE_TASK]));
	f->id = c[ROLE_ID] >= 0 ? c[ROLE_ID] : task_is_id ? c[ROLE_TASK] : c[ROLE_NUMBER];
	f->words = c[ROLE_TEXT] >= 0 ? c[ROLE_TEXT] : task_is_id ? NO_COLUMN : c[ROLE_TASK];
}

static bool same_words(const struct filler *f, const struct task *t, const char *key)
{
	return t->text && *key && strcmp(text_key(f->a, t->text), key) == 0;
}

/* The only task of these words; NULL. */
static const struct task *task_by_words(const struct filler *f, const struct plan *plan,
					const char *key)
{
	const struct task *found = NULL;
	for (size_t i = 0; plan && i < plan->task_count; i++)
		if (same_words(f, &plan->tasks[i], key)) {
			if (found)
				return NULL;
			found = &plan->tasks[i];
		}
	return found;
}

void filled_refuse(const struct filler *f, struct entry *e, struct place at, const char *why)
{
	e->verdict = VERDICT_UNUSABLE;
	e->reason = why;
	findings_add(f->findings, at, CODE_SHEET_ROW, why, NULL, NULL);
}

/* The number and the words of a row must speak of one task. */
static void take_task(const struct filler *f, const struct filled_row *r, struct entry *e)
{
	const char *id = filled_cell(r, f->id), *text = filled_cell(r, f->words);
	const struct plan *plan = plan_of(f, r);
	const struct task *task = task_of(f, plan, id);
	const char *key = text_key(f->a, text);
	const struct task *meant =
	    task && same_words(f, task, key) ? task : task_by_words(f, plan, key);
	e->fields[ENTRY_TASK] = id;
	if (f->id >= 0 && (size_t)f->id < r->count)
		e->places[ENTRY_TASK] = r->places[f->id];
	if (task && meant && task != meant)
		filled_refuse(
		    f, e, e->places[ENTRY_TASK],
		    arena_format(f->a,
				 words_pick("the number is that of task %s, the words are "
					    "those of task %s",
					    "số là của nhiệm vụ %s, nội dung là của nhiệm vụ %s"),
				 task->id, meant->id));
	else if (task && *key && !meant)
		findings_add(f->findings, e->at, CODE_SHEET_TEXT, task->id, text, NULL);
	else if (!task && meant)
		e->fields[ENTRY_TASK] = meant->id;
	else if (!*id)
		filled_refuse(
		    f, e, e->at,
		    words_pick("no task has these words, and there is no number",
			       "không nhiệm vụ nào có nội dung này, và hàng không có số"));
}

static void take_row(const struct filler *f, const struct filled_row *r)
{
	struct entry *e = entries_more(f->list, r->at);
	filled_take(f, r, e, ENTRY_PLAN, ROLE_PLAN);
	filled_take(f, r, e, ENTRY_AGENCY, ROLE_AGENCY);
	if (f->columns[ROLE_AGENCY] < 0 && !f->request->has_agency)
		filled_take(f, r, e, ENTRY_AGENCY, ROLE_LEAD);
	filled_take(f, r, e, ENTRY_PERIOD, ROLE_PERIOD);
	filled_take(f, r, e, ENTRY_VALUE, ROLE_VALUE);
	filled_take(f, r, e, ENTRY_DATE, ROLE_DATE);
	filled_take(f, r, e, ENTRY_EVIDENCE, ROLE_EVIDENCE);
	filled_take(f, r, e, ENTRY_NOTE, ROLE_NOTE);
	filled_take(f, r, e, ENTRY_BY, ROLE_BY);
	e->fields[ENTRY_TASK] = filled_cell(r, f->id);
	filled_status(f, r, e);
	if (e->verdict == VERDICT_ADD)
		take_task(f, r, e);
}

/* Blank, or the numbers of the columns that forms have under their heading: (1) (2) (3). */
static bool is_no_row(const struct filled_row *r)
{
	size_t numbered = 0, filled = 0;
	for (size_t i = 0; i < r->count; i++) {
		const char *s = r->cells[i];
		size_t bracket = *s == '(';
		long n;
		if (!*s)
			continue;
		filled++;
		numbered +=
		    text_number(s + bracket, strcspn(s + bracket, ")"), &n) && n == (long)i + 1;
	}
	return !filled || (filled >= 3 && numbered == filled);
}

bool filled_read(struct entries *list, const char *name, struct file_bytes text,
		 const struct filled_request *request, struct findings *findings)
{
	struct filler f = {
	    .a = list->arena, .request = request, .findings = findings, .list = list};
	if (!read_rows(&f, name, text) || !find_heading(&f))
		return false;
	tell_unused(&f);
	choose_columns(&f);
	for (size_t i = f.heading + 1; i < f.count; i++)
		if (!is_no_row(&f.rows[i]))
			take_row(&f, &f.rows[i]);
	return true;
}

void filled_dates(struct entries *list, struct findings *findings)
{
	for (size_t i = 0; i < list->count; i++) {
		struct entry *e = &list->items[i];
		enum event_kind kind = event_find(e->fields[ENTRY_STATUS]);
		bool needed = kind == EVENT_DONE || kind == EVENT_CANCELLED ||
			      kind == EVENT_EXTENDED || kind == EVENT_TRIGGERED;
		if (e->verdict != VERDICT_ADD || !e->undated || !needed)
			continue;
		e->verdict = VERDICT_UNUSABLE;
		e->reason = words_pick("the day is missing; fill it in, or say it with --date",
				       "thiếu ngày; hãy điền, hoặc nêu bằng --date");
		findings_add(findings, e->at, CODE_SHEET_ROW, e->reason, NULL, NULL);
	}
}
