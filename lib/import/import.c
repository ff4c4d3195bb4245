/* SPDX-License-Identifier: MIT
 * import: from a grid to a draft: which tables hold tasks, what the document says of itself, the
 * tasks, and every doubt as a finding. It knows no formats and writes nothing. */
#include "import/import_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "import/family.h"
#include "import/labels.h"
#include "import/memo.h"

static long count_rows(const struct table_rows *rows, enum row_kind kind)
{
	long n = 0;
	for (size_t i = 0; i < rows->count; i++)
		n += rows->items[i].kind == kind;
	return n;
}

static void list_table(struct work *w, size_t i)
{
	const struct task_table *table = &w->tables.items[i];
	struct table_info *info = &w->result->tables[i];
	long chosen = w->request->table;
	if (!table->guessed)
		w->rows[i] = rows_read(w->a, w->memo, table);
	info->at = table->at;
	info->name = table->grid->name;
	info->columns = (long)table->count - table_has(table, ROLE_MARK);
	info->rows = (long)w->rows[i].count;
	info->headings = table_headings(w->a, table);
	info->tasks = reason_tasks(table, &w->rows[i]);
	info->groups = count_rows(&w->rows[i], ROW_GROUP);
	info->left = w->rows[i].left;
	w->reasons[i] = chosen > 0 && (size_t)chosen != i + 1
			    ? REASON_CHOSEN
			    : reason_of(w->memo, table, &w->rows[i], info->tasks, chosen > 0);
	info->taken = w->reasons[i] == REASON_NONE;
	info->reason = info->taken ? NULL : reason_say(w->reasons[i]);
}

static void list_tables(struct work *w)
{
	size_t n = w->tables.count;
	w->result->table_count = n;
	w->result->tables = arena_alloc(w->a, (n + 1) * sizeof *w->result->tables);
	w->rows = arena_alloc(w->a, (n + 1) * sizeof *w->rows);
	w->reasons = arena_alloc(w->a, (n + 1) * sizeof *w->reasons);
	for (size_t i = 0; i < n; i++)
		list_table(w, i);
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
						work_place(w, area->at)};
	}
}

/* A plan's areas carry no doubts: those of a heading stand with the first task below it. */
static void doubt_area(struct arena *a, struct draft_task *task, const struct area_row *area)
{
	if (area->gap)
		task_doubt(a, task, "area", CODE_SECTION_GAP, area->gap, NULL);
	for (size_t i = 0; i < area->row->doubt_count; i++) {
		const struct draft_doubt *d = &area->row->doubts[i];
		task_doubt(a, task, "area", d->code, d->say, d->suggest);
	}
}

/* Formats whose tables cannot say that cells are merged. */
static bool is_spanless(const char *format)
{
	static const char *const formats[] = {"csv", "markdown"};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(format, formats[i]) == 0)
			return true;
	return false;
}

static void fill_tasks(struct work *w, const struct plan_rows *plan, const char **ids,
		       const size_t *parents, const struct head *head)
{
	struct draft_plan *draft = &w->result->draft;
	struct task_context context = {draft->year,
				       draft->last_year,
				       head->year_said || w->request->year > 0,
				       draft->issued,
				       w->request->registry,
				       NULL,
				       w->memo,
				       is_spanless(w->grid->format)};
	context.of = head->issuer ? agency_place(w->a, head->issuer) : NULL;
	draft->task_count = plan->task_count;
	draft->tasks = arena_alloc(w->a, (plan->task_count + 1) * sizeof *draft->tasks);
	size_t told = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct task_row *row = &plan->tasks[i], *before = i > 0 ? row - 1 : NULL;
		bool together = before && row->area == before->area && row->table == before->table;
		const struct area_row *under = row->area > 0 ? &plan->areas[row->area - 1] : NULL;
		struct parent_cells parent = {NULL, NULL, NULL, NULL};
		if (parents[i] > 0)
			parent = family_of_task(&draft->tasks[parents[i] - 1]);
		else if (under)
			parent = family_of_area(under);
		draft->tasks[i] = task_read(
		    w->a, row, ids[i], together ? &draft->tasks[i - 1] : NULL, &parent, &context);
		draft->tasks[i].area = under ? under->id : NULL;
		for (; told < row->area; told++)
			doubt_area(w->a, &draft->tasks[i], &plan->areas[told]);
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

/* Is the document's best table a form or a report? */
static bool has_form(const struct work *w)
{
	for (size_t i = 0; i < w->tables.count; i++)
		if (w->reasons[i] == REASON_BLANK || w->reasons[i] == REASON_REPORT)
			return true;
	return false;
}

static bool has_deadline(const struct work *w)
{
	for (size_t i = 0; i < w->tables.count; i++)
		for (size_t k = 0; k < w->rows[i].count; k++)
			if (reason_has_deadline(&w->tables.items[i], &w->rows[i].items[k]))
				return true;
	return false;
}

/* Where no table holds tasks, labelled paragraphs may; beside forms to report in they are duties
 * that the forms go with, unless they say until when. */
static void read_labels(struct work *w)
{
	for (size_t i = 0; i < w->tables.count; i++)
		if (w->result->tables[i].taken)
			return;
	size_t told = w->findings->count;
	const struct grid *grid = w->request->headings || w->request->table > 0
				      ? NULL
				      : labels_grid(w->a, w->grid, w->request->file, w->findings);
	if (!grid)
		return;
	struct work before = *w;
	struct import_result result = *w->result;
	w->grid = grid;
	w->tables = headings_find(w->a, w->memo, grid);
	list_tables(w);
	if (!has_form(&before) || has_deadline(w))
		return;
	*w = before;
	*w->result = result;
	w->findings->count = told;
}

/* Labelled paragraphs beside tables mostly say the tables' tasks again; who wants to know is told. */
static void report_labels(struct work *w)
{
	size_t n = w->request->table > 0 ? 0 : labels_count(w->a, w->grid);
	if (n > 0)
		findings_add(w->findings, work_place(w, 0), CODE_PASSED_OVER,
			     arena_format(w->a,
					  words_pick("%zu paragraphs with labels (\"Cơ quan chủ "
						     "trì: …\") beside the tables",
						     "%zu đoạn có nhãn (\"Cơ quan chủ trì: …\") "
						     "ngoài các bảng"),
					  n),
			     NULL, NULL);
}

/* Do tasks stand in sheets of different names? */
static bool has_sheets(const struct work *w)
{
	const char *first = NULL;
	for (size_t i = 0; i < w->tables.count; i++) {
		const char *name = w->tables.items[i].grid->name;
		if (!w->result->tables[i].taken || !name)
			continue;
		if (first && !text_same(first, name))
			return true;
		first = name;
	}
	return false;
}

bool import_grid(struct arena *a, const struct grid *grid, const struct import_request *request,
		 struct import_result *result, struct findings *findings)
{
	struct work w = {.a = a,
			 .memo = memo_new(a),
			 .grid = grid,
			 .request = request,
			 .result = result,
			 .findings = findings};
	struct plan_rows plan = {.depth = 0};
	*result = (struct import_result){.draft = {.issued = DAY_NONE}};
	const struct task_table *first = NULL;
	if (!find_tables(&w))
		return false;
	list_tables(&w);
	read_labels(&w);
	plan.sheets = has_sheets(&w);
	for (size_t i = 0; i < w.tables.count; i++) {
		if (!result->tables[i].taken)
			continue;
		first = first ? first : &w.tables.items[i];
		report_table(&w, i);
		plan_rows_add(a, &plan, &w.tables.items[i], &w.rows[i]);
		/* headings may have become tasks by their numbers */
		result->tables[i].tasks = count_rows(&w.rows[i], ROW_TASK);
		result->tables[i].groups = count_rows(&w.rows[i], ROW_GROUP);
	}
	if (!first) {
		report_refusal(&w);
		return false;
	}
	struct blocks blocks = head_blocks(a, w.grid, first);
	struct head head = head_read(a, &blocks, first);
	size_t *parents = family_find(a, &plan);
	const char **ids = plan_rows_number(a, &plan, parents);
	for (size_t i = 0; i < w.tables.count; i++)
		if (!result->tables[i].taken)
			report_left_out(&w, i);
	report_labels(&w);
	report_unseen(&w);
	report_areas(&w, &plan);
	report_head(&w, &head);
	fill_head(&w, &head);
	fill_areas(&w, &plan);
	fill_tasks(&w, &plan, ids, parents, &head);
	sections_check(a, &result->draft, &plan);
	body_check(a, &result->draft, &blocks);
	if (!request->untold)
		report_tasks(&w, &plan);
	return true;
}
