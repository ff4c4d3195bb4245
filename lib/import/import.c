/* SPDX-License-Identifier: MIT
 * import: from a grid to a draft: which tables hold tasks, what the document says of itself, the
 * tasks, and every doubt as a finding. It knows no formats and writes nothing. */
#include "import/import.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/doubt.h"
#include "import/head.h"
#include "import/headings.h"
#include "import/memo.h"
#include "import/rows.h"
#include "import/tasks.h"

struct work {
	struct arena *a;
	struct memo *memo;
	const struct grid *grid;
	const struct import_request *request;
	struct import_result *result;
	struct findings *findings;
	struct task_tables tables;
	struct table_rows *rows; /* of each table */
};

static struct place place_at(const struct work *w, long line)
{
	return (struct place){w->request->file, line > 0 ? (unsigned)line : 0, 0};
}

/* Rows that say what to do and who or when: blank forms have none. */
static long count_tasks(const struct task_table *table, const struct table_rows *rows)
{
	static const enum role wanted[] = {ROLE_LEAD, ROLE_WITH, ROLE_DUE};
	long n = 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct table_row *row = &rows->items[i];
		const struct row_cell *text = row_cell(table, row, ROLE_TEXT);
		if (row->kind != ROW_TASK || !text || !*text->text)
			continue;
		bool more = false;
		for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++) {
			const struct row_cell *cell = row_cell(table, row, wanted[k]);
			more = more || (cell && *cell->text);
		}
		n += more;
	}
	return n;
}

static const char *reason_of(const struct work *w, size_t i, const struct task_table *table,
			     long tasks)
{
	if (w->request->table > 0 && (size_t)w->request->table != i + 1)
		return words_pick("another table was asked for", "đã chọn bảng khác");
	if (table->guessed)
		return words_pick("its headings are not understood", "không hiểu tiêu đề các cột");
	if (!table_has(table, ROLE_TEXT) && table_has(table, ROLE_TARGET))
		return words_pick("it holds targets, not tasks",
				  "bảng chỉ tiêu, không phải nhiệm vụ");
	if (!table_has(table, ROLE_TEXT))
		return words_pick("no column says what is to be done",
				  "không có cột nội dung nhiệm vụ");
	if (!table_is_tasks(table) && w->request->table == 0)
		return words_pick("no column says who does it until when",
				  "không có cột cơ quan chủ trì, thời hạn");
	if (tasks == 0)
		return words_pick("its rows are empty", "các hàng để trống");
	return NULL;
}

static void list_tables(struct work *w)
{
	struct import_result *result = w->result;
	result->table_count = w->tables.count;
	result->tables = arena_alloc(w->a, (w->tables.count + 1) * sizeof *result->tables);
	w->rows = arena_alloc(w->a, (w->tables.count + 1) * sizeof *w->rows);
	for (size_t i = 0; i < w->tables.count; i++) {
		const struct task_table *table = &w->tables.items[i];
		struct table_info *info = &result->tables[i];
		if (!table->guessed)
			w->rows[i] = rows_read(w->a, w->memo, table);
		info->at = table->at;
		info->columns = (long)table->count - table_has(table, ROLE_MARK);
		info->rows = (long)w->rows[i].count;
		info->headings = table_headings(w->a, table);
		info->tasks = count_tasks(table, &w->rows[i]);
		info->reason = reason_of(w, i, table, info->tasks);
		info->taken = info->reason == NULL;
	}
}

static const char *printed_headings(struct arena *a, const struct task_table *table)
{
	struct buf out = {0};
	for (size_t i = 0; i < table->count; i++) {
		if (i > 0 && table->columns[i].role != ROLE_MARK)
			buf_text(&out, " | ");
		buf_text(&out, table->columns[i].heading);
	}
	return buf_take(&out, a);
}

/* One finding that says why there is no plan. */
static void refuse(struct work *w)
{
	const struct task_table *near = NULL;
	const char *why = "";
	for (size_t i = 0; i < w->tables.count; i++) {
		const struct task_table *t = &w->tables.items[i];
		bool unknown = table_has(t, ROLE_LEAD) && table_has(t, ROLE_DUE) &&
			       !table_has(t, ROLE_TEXT) && !table_has(t, ROLE_TARGET);
		if (unknown && !near)
			near = t;
		if (!*why)
			why = arena_format(
			    w->a,
			    words_pick("; the table at line %ld: %s", "; bảng ở dòng %ld: %s"),
			    t->at, w->result->tables[i].reason);
	}
	if ((size_t)w->request->table > w->tables.count)
		why = arena_format(w->a,
				   words_pick("; table %ld was asked for, there are %zu",
					      "; đã chọn bảng %ld, văn bản chỉ có %zu bảng"),
				   w->request->table, w->tables.count);
	else if (w->request->headings && w->tables.count == 0)
		why = words_pick("; none has as many columns as --headings names",
				 "; không bảng nào có số cột như --headings");
	if (near && w->request->table == 0)
		findings_add(w->findings, place_at(w, near->at), CODE_HEADINGS_UNKNOWN,
			     printed_headings(w->a, near), NULL, NULL);
	else
		findings_add(w->findings, place_at(w, 0), CODE_NO_TASK_TABLE, why, NULL, NULL);
}

/* Sections that hold nothing, neither tasks nor sections below them: they may be tasks. */
static void report_areas(struct work *w, const struct plan_rows *plan)
{
	for (size_t i = 0; i < plan->area_count; i++) {
		const struct area_row *area = &plan->areas[i], *next = area + 1;
		bool last = i + 1 == plan->area_count;
		bool holds = !last && (next->ordinal.kind != area->ordinal.kind ||
				       next->ordinal.parts > area->ordinal.parts);
		for (size_t k = 0; k < plan->task_count && !holds; k++)
			holds = plan->tasks[k].area == i + 1;
		if (!holds)
			findings_add(w->findings, place_at(w, area->at), CODE_GROUP_OR_TASK,
				     area->title, NULL, NULL);
	}
}

/* Text beside the rows that is left out; a warning where there may be more in it than text. */
static void report_text(struct work *w, long at, const char *text, bool doubtful)
{
	if (text)
		findings_add_as(w->findings, place_at(w, at),
				doubtful ? SEVERITY_WARNING : SEVERITY_NOTE, CODE_TRAILING_TEXT,
				text, NULL, NULL);
}

/* Does a table without known headings hold tasks all the same? */
static bool guessed_tasks(const struct work *w, const struct task_table *table)
{
	bool found = false;
	for (size_t r = table->grid->form == GRID_STREAM ? 0 : table->begin;
	     table->guessed && r < table->grid->count && !found; r++) {
		const struct grid_row *row = &table->grid->rows[r];
		found = rows_look_like_tasks(w->memo, row->cells, row->count, table->count);
	}
	return found;
}

/* A table that was left out, where tasks are taken from others: a warning when it names agencies. */
static void report_left_out(struct work *w, size_t i)
{
	const struct task_table *table = &w->tables.items[i];
	const char *say =
	    arena_format(w->a, words_pick("table %zu (%s): %s", "bảng %zu (%s): %s"), i + 1,
			 printed_headings(w->a, table), w->result->tables[i].reason);
	bool near = (!table_has(table, ROLE_TARGET) && table_has(table, ROLE_LEAD)) ||
		    guessed_tasks(w, table);
	if (w->request->table == 0)
		findings_add_as(w->findings, place_at(w, table->at),
				near ? SEVERITY_WARNING : SEVERITY_NOTE, CODE_PASSED_OVER, say,
				NULL, NULL);
}

/* What is left out of a table, and headings understood with a slip or not at all. */
static void report_table(struct work *w, size_t i)
{
	const struct task_table *table = &w->tables.items[i];
	const struct table_rows *rows = &w->rows[i];
	for (size_t k = 0; k < table->count; k++) {
		const struct column *c = &table->columns[k];
		if (c->typo)
			findings_add(w->findings, place_at(w, c->at), CODE_HEADING_TYPO, c->heading,
				     NULL, NULL);
		if (c->role == ROLE_UNKNOWN && *c->heading)
			findings_add_as(w->findings, place_at(w, c->at), SEVERITY_NOTE,
					CODE_HEADINGS_UNKNOWN, c->heading, NULL, NULL);
	}
	for (size_t k = 0; k < rows->count; k++) {
		const struct table_row *row = &rows->items[k];
		if (row->kind == ROW_GHOST)
			findings_add(w->findings, place_at(w, row->at), CODE_GHOST_ROW, NULL, NULL,
				     NULL);
		else if (row->kind == ROW_STRAY && *row->cells[0].text)
			findings_add(w->findings, place_at(w, row->at), CODE_ROW_CUT,
				     row->cells[0].text, NULL, NULL);
	}
	report_text(w, rows->trailing_at, rows->trailing, rows->trails_tasks);
	if (i > 0 && table->before && table[-1].grid == table->grid && !table[-1].closed)
		report_text(w, table->at, text_squeeze(w->a, table->before), true);
}

static void missing(struct work *w, const char *english, const char *vietnamese)
{
	findings_add(w->findings, place_at(w, 0), CODE_METADATA_MISSING,
		     words_pick(english, vietnamese), NULL, NULL);
}

static void report_head(struct work *w, const struct head *head)
{
	if (!head->number)
		missing(w, "number", "số, ký hiệu");
	else if (head->number_in_annex)
		missing(w, "number in the letterhead (that of the annex is taken)",
			"số, ký hiệu ở phần đầu (đã lấy theo phụ lục)");
	if (head->issued == DAY_NONE)
		missing(w, "date", "ngày ban hành");
	if (!head->issuer)
		missing(w, "issuer", "cơ quan ban hành");
	if (!head->title)
		missing(w, "title", "tên kế hoạch");
	if (!head->year_said && w->request->year == 0)
		missing(w, "year (that of its date is taken)",
			"năm kế hoạch (đã lấy theo ngày ban hành)");
}

static void fill_head(struct work *w, const struct head *head)
{
	struct draft_plan *draft = &w->result->draft;
	draft->title = head->title;
	draft->document = head->number;
	draft->issuer = head->issuer;
	draft->issued = head->issued;
	draft->level = head->level;
	draft->year = head->year;
	draft->last_year = head->last_year;
	if (w->request->year > 0)
		draft->year = draft->last_year = w->request->year;
	draft->file = file_base(w->request->file);
	draft->format = w->grid->format;
	const char *place = head->issuer ? agency_place(w->a, head->issuer) : NULL;
	if (w->request->id)
		draft->id = w->request->id;
	else if (draft->year > 0)
		draft->id = arena_format(w->a, "%s-%d", place ? place : "plan", draft->year);
	else
		draft->id = place ? place : "plan";
}

static void fill_areas(struct work *w, const struct plan_rows *plan)
{
	struct draft_plan *draft = &w->result->draft;
	draft->area_count = plan->area_count;
	draft->areas = arena_alloc(w->a, (plan->area_count + 1) * sizeof *draft->areas);
	for (size_t i = 0; i < plan->area_count; i++) {
		const struct area_row *area = &plan->areas[i];
		draft->areas[i] = (struct area){area->id, area->title, field_of_title(area->title),
						place_at(w, area->at)};
	}
}

static void fill_tasks(struct work *w, const struct plan_rows *plan, const char **ids,
		       const struct head *head)
{
	struct draft_plan *draft = &w->result->draft;
	struct task_context context = {
	    draft->year,   draft->last_year,	 head->year_said || w->request->year > 0,
	    draft->issued, w->request->registry, NULL,
	    w->memo};
	context.of = head->issuer ? agency_place(w->a, head->issuer) : NULL;
	draft->task_count = plan->task_count;
	draft->tasks = arena_alloc(w->a, (plan->task_count + 1) * sizeof *draft->tasks);
	size_t area = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct task_row *row = &plan->tasks[i];
		const struct draft_task *above =
		    i > 0 && row->area == area && row->table == plan->tasks[i - 1].table
			? &draft->tasks[i - 1]
			: NULL;
		struct draft_task task = task_read(w->a, row, ids[i], above, &context);
		const struct area_row *under = row->area > 0 ? &plan->areas[row->area - 1] : NULL;
		task.area = under ? under->id : NULL;
		for (size_t k = area; k < row->area; k++)
			if (plan->areas[k].gap)
				task_doubt(w->a, &task, "area", CODE_SECTION_GAP,
					   plan->areas[k].gap, NULL);
		area = row->area;
		draft->tasks[i] = task;
	}
}

/* A day that does not exist is an error where it is the deadline; in a sentence it is a remark. */
static bool is_remark(const struct draft_doubt *d)
{
	return d->code == CODE_DATE_INVALID && d->cell && strcmp(d->cell, "due") != 0 &&
	       strcmp(d->cell, "start") != 0;
}

static void report_tasks(struct work *w)
{
	const struct draft_plan *draft = &w->result->draft;
	for (size_t i = 0; i < draft->task_count; i++) {
		const struct draft_task *task = &draft->tasks[i];
		for (size_t k = 0; k < task->doubt_count; k++) {
			const struct draft_doubt *d = &task->doubts[k];
			doubt_report(w->findings, place_at(w, task->at), d->code, task->id, d->cell,
				     d->say, d->suggest);
			if (is_remark(d) && w->findings->count > 0)
				w->findings->items[w->findings->count - 1].severity = SEVERITY_NOTE;
		}
	}
}

static bool find_tables(struct work *w)
{
	if (!w->request->headings) {
		w->tables = headings_find(w->a, w->memo, w->grid);
		return true;
	}
	const char *wrong =
	    headings_given(w->a, w->memo, w->grid, w->request->headings, &w->tables);
	if (!wrong)
		return true;
	findings_add(
	    w->findings, (struct place){0}, CODE_BAD_VALUE, wrong, "--headings",
	    arena_format(w->a, words_pick("; there are: %s", "; chỉ có: %s"), role_words(w->a)));
	return false;
}

bool import_grid(struct arena *a, const struct grid *grid, const struct import_request *request,
		 struct import_result *result, struct findings *findings)
{
	struct work w = {a, memo_new(a), grid, request, result, findings, {NULL, 0}, NULL};
	struct plan_rows plan = {NULL, 0, NULL, 0};
	*result = (struct import_result){.draft = {.issued = DAY_NONE}};
	const struct task_table *first = NULL;
	if (!find_tables(&w))
		return false;
	list_tables(&w);
	for (size_t i = 0; i < w.tables.count; i++) {
		if (!result->tables[i].taken)
			continue;
		first = first ? first : &w.tables.items[i];
		report_table(&w, i);
		plan_rows_add(a, &plan, &w.tables.items[i], &w.rows[i]);
	}
	if (!first) {
		refuse(&w);
		return false;
	}
	struct blocks blocks = head_blocks(a, grid, first);
	struct head head = head_read(a, &blocks, first);
	const char **ids = plan_rows_number(a, &plan);
	for (size_t i = 0; i < w.tables.count; i++)
		if (!result->tables[i].taken)
			report_left_out(&w, i);
	report_areas(&w, &plan);
	report_head(&w, &head);
	fill_head(&w, &head);
	fill_areas(&w, &plan);
	fill_tasks(&w, &plan, ids, &head);
	sections_check(a, &result->draft, &plan);
	body_check(a, &result->draft, &blocks);
	report_tasks(&w);
	return true;
}
