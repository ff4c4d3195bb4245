/* SPDX-License-Identifier: MIT
 * report: what an import says of a document beside the plan: why there is none, what was left out,
 * what was not found, every doubt. It decides nothing. */
#include "import/import_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/doubt.h"
#include "import/memo.h"

enum { LIKE_ONE = 85, DUTIES_LEAST = 2 };

struct place work_place(const struct work *w, long line)
{
	return (struct place){w->request->file, line > 0 ? (unsigned)line : 0, 0};
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

/* How many times a text says who leads, where it also says who helps or whom a task is given to. */
static size_t assigns(struct arena *a, const char *text)
{
	const char *plain = text_plain(a, text);
	size_t n = 0;
	if (!strstr(plain, "phoi hop") && !strstr(plain, "giao "))
		return 0;
	for (const char *s = plain; (s = strstr(s, "chu tri")) != NULL; s++)
		n++;
	return n;
}

/* Do sentences assign tasks: "Giao Sở A chủ trì, phối hợp với …"? Text without a table may come as
 * paragraphs or as a stream of cells. */
static bool has_duties(const struct work *w)
{
	size_t n = 0;
	for (size_t i = 0; i < w->grid->count; i++) {
		const struct grid_piece *piece = &w->grid->pieces[i];
		if (piece->kind == PIECE_PARAGRAPH) {
			n += assigns(w->a, piece->text);
			continue;
		}
		for (size_t r = 0; r < piece->table->count; r++)
			for (size_t c = 0; c < piece->table->rows[r].count; c++)
				n += assigns(w->a, piece->table->rows[r].cells[c].text);
	}
	return n >= DUTIES_LEAST;
}

/* Why there is no task in the document: of its tables, the one that says most. */
static const char *why_none(const struct work *w)
{
	size_t best = 0;
	if ((size_t)w->request->table > w->tables.count)
		return arena_format(w->a,
				    words_pick("; table %ld was asked for, there are %zu",
					       "; đã chọn bảng %ld, văn bản chỉ có %zu bảng"),
				    w->request->table, w->tables.count);
	if (w->request->headings && w->tables.count == 0)
		return words_pick("; none has as many columns as --headings names",
				  "; không bảng nào có số cột như --headings");
	if (w->tables.count == 0 && has_duties(w))
		return words_pick("; its sentences say who does what, which is not read: put them "
				  "into a table (No, Task, Lead, Deadline) first",
				  "; nhiệm vụ nằm trong câu văn (\"Giao … chủ trì …\"), không tách "
				  "được chắc chắn: hãy lập bảng (STT, Nhiệm vụ, Chủ trì, Thời "
				  "hạn) rồi nhập bảng đó");
	if (w->tables.count == 0)
		return words_pick("; it has no table: look for its annex, often a file of its own",
				  "; văn bản không có bảng nào: hãy tìm phụ lục, thường là tệp "
				  "riêng");
	for (size_t i = 1; i < w->tables.count; i++)
		best = w->reasons[i] > w->reasons[best] ? i : best;
	return arena_format(
	    w->a, words_pick("; the table at line %ld: %s; %s", "; bảng ở dòng %ld: %s; %s"),
	    w->tables.items[best].at, reason_say(w->reasons[best]), reason_way(w->reasons[best]));
}

/* One finding that says why there is no plan. */
void report_refusal(struct work *w)
{
	const struct task_table *near = NULL;
	for (size_t i = 0; i < w->tables.count && !near; i++) {
		const struct task_table *t = &w->tables.items[i];
		bool unknown = table_has(t, ROLE_LEAD) && table_has(t, ROLE_DUE) &&
			       !table_has(t, ROLE_TEXT) && w->reasons[i] < REASON_TARGETS;
		near = unknown ? t : NULL;
	}
	if (near && w->request->table == 0)
		findings_add(w->findings, work_place(w, near->at), CODE_HEADINGS_UNKNOWN,
			     printed_headings(w->a, near), NULL, NULL);
	else
		findings_add(w->findings, work_place(w, 0), CODE_NO_TASK_TABLE, why_none(w), NULL,
			     NULL);
}

/* Sections that hold nothing, neither tasks nor sections below them: they may be tasks. */
void report_areas(struct work *w, const struct plan_rows *plan)
{
	for (size_t i = 0; i < plan->area_count; i++) {
		const struct area_row *area = &plan->areas[i], *next = area + 1;
		bool last = i + 1 == plan->area_count;
		bool holds = !last && (next->ordinal.kind != area->ordinal.kind ||
				       next->ordinal.parts > area->ordinal.parts);
		for (size_t k = 0; k < plan->task_count && !holds; k++)
			holds = plan->tasks[k].area == i + 1;
		if (!holds)
			findings_add(w->findings, work_place(w, area->at), CODE_GROUP_OR_TASK,
				     area->title, NULL, NULL);
	}
}

/* Text beside the rows that is left out; a warning where there may be more in it than text. */
static void report_text(struct work *w, long at, const char *text, bool doubtful)
{
	if (text)
		findings_add_as(w->findings, work_place(w, at),
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
void report_left_out(struct work *w, size_t i)
{
	const struct task_table *table = &w->tables.items[i];
	const char *say =
	    arena_format(w->a, words_pick("table %zu (%s): %s", "bảng %zu (%s): %s"), i + 1,
			 printed_headings(w->a, table), w->result->tables[i].reason);
	bool near = (w->reasons[i] < REASON_TARGETS && table_has(table, ROLE_LEAD)) ||
		    guessed_tasks(w, table);
	if (w->request->table == 0)
		findings_add_as(w->findings, work_place(w, table->at),
				near ? SEVERITY_WARNING : SEVERITY_NOTE, CODE_PASSED_OVER, say,
				NULL, NULL);
}

/* Are the rows of a grid's table among those of a table that was found? */
static bool is_found(const struct work *w, const struct grid_table *grid)
{
	for (size_t i = 0; i < w->tables.count; i++) {
		const struct task_table *table = &w->tables.items[i];
		if (table->source == grid || table->grid == grid)
			return true;
		for (size_t r = table->source->count; r < table->grid->count; r++)
			if (table->grid->rows[r].at == grid->rows[0].at)
				return true;
	}
	return false;
}

/* A row that names an agency and a deadline in a table without headings. */
static bool may_hold_tasks(const struct work *w, const struct grid_row *row)
{
	bool agency = false, deadline = false;
	for (size_t i = 0; i < row->count; i++) {
		const struct look *look = memo_look(w->memo, row->cells[i].text);
		agency = agency || look->agency >= LIKE_ONE;
		deadline = deadline || look->deadline >= LIKE_ONE;
	}
	return agency && deadline;
}

/* Tables that are not even listed, in case there are tasks in them. */
void report_unseen(struct work *w)
{
	for (size_t i = 0; i < w->grid->count; i++) {
		const struct grid_table *table = w->grid->pieces[i].table;
		if (!table || table->form != GRID_ROWS || is_found(w, table))
			continue;
		for (size_t r = 0; r < table->count; r++) {
			const struct grid_row *row = &table->rows[r];
			if (!may_hold_tasks(w, row))
				continue;
			const char *say = row->cells[0].text;
			for (size_t k = 1; k < row->count; k++)
				say = arena_format(w->a, "%s | %s", say, row->cells[k].text);
			findings_add_as(w->findings, work_place(w, row->at), SEVERITY_WARNING,
					CODE_PASSED_OVER, say, NULL, NULL);
		}
	}
}

/* Do the rows of several tables have the same places, as they do where each table counts its own? */
static bool places_recur(const struct work *w)
{
	long last = 0;
	for (size_t i = 0; i < w->tables.count; i++) {
		const struct table_rows *rows = &w->rows[i];
		if (!w->result->tables[i].taken || rows->count == 0)
			continue;
		if (rows->items[0].at <= last)
			return true;
		last = rows->items[rows->count - 1].at;
	}
	return false;
}

/* Says of the findings from `first` on in which table they are, where their places leave it open. */
static void name_table(struct work *w, size_t first, const struct task_table *table)
{
	size_t number = (size_t)(table - w->tables.items) + 1;
	const char *name = w->result->tables[number - 1].name;
	bool recur = first < w->findings->count && places_recur(w);
	for (size_t i = first; i < w->findings->count && recur; i++) {
		struct finding *f = &w->findings->items[i];
		f->text = name ? arena_format(w->findings->arena, "\"%s\": %s", name, f->text)
			       : arena_format(w->findings->arena,
					      words_pick("table %zu: %s", "bảng %zu: %s"), number,
					      f->text);
	}
}

static void report_rows(struct work *w, const struct table_rows *rows)
{
	for (size_t k = 0; k < rows->count; k++) {
		const struct table_row *row = &rows->items[k];
		bool run = k > 0 && row[-1].kind == ROW_GHOST;
		if (row->kind == ROW_GHOST && !run)
			findings_add(w->findings, work_place(w, row->at), CODE_GHOST_ROW, NULL,
				     NULL, NULL);
		else if (row->kind == ROW_STRAY && *row->cells[0].text)
			findings_add(w->findings, work_place(w, row->at), CODE_ROW_CUT,
				     row->cells[0].text, NULL, NULL);
	}
	report_text(w, rows->trailing_at, rows->trailing, rows->trails_tasks);
}

/* What is left out of a table, and headings understood with a slip or not at all. */
void report_table(struct work *w, size_t i)
{
	size_t told = w->findings->count;
	const struct task_table *table = &w->tables.items[i];
	for (size_t k = 0; k < table->count; k++) {
		const struct column *c = &table->columns[k];
		if (c->typo)
			findings_add(w->findings, work_place(w, c->at), CODE_HEADING_TYPO,
				     c->heading, NULL, NULL);
		if (c->role == ROLE_UNKNOWN && *c->heading)
			findings_add_as(w->findings, work_place(w, c->at), SEVERITY_NOTE,
					CODE_HEADINGS_UNKNOWN, c->heading, NULL, NULL);
	}
	report_rows(w, &w->rows[i]);
	if (i > 0 && table->before && table[-1].grid == table->grid && !table[-1].closed)
		report_text(w, table->at, text_squeeze(w->a, table->before), true);
	name_table(w, told, table);
}

static void missing(struct work *w, const char *english, const char *vietnamese)
{
	findings_add(w->findings, work_place(w, 0), CODE_METADATA_MISSING,
		     words_pick(english, vietnamese), NULL, NULL);
}

void report_head(struct work *w, const struct head *head)
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
	if (!head->year_said && w->request->year == 0 && head->year == 0)
		missing(w, "year (give it with --year)", "năm kế hoạch (hãy nêu bằng --year)");
	else if (!head->year_said && w->request->year == 0)
		missing(w, "year (that of its date is taken)",
			"năm kế hoạch (đã lấy theo dòng ngày tháng)");
}

/* A day that does not exist is an error where it is the deadline; in a sentence it is a remark. */
static bool is_remark(const struct draft_doubt *d)
{
	return d->code == CODE_DATE_INVALID && d->cell && strcmp(d->cell, "due") != 0 &&
	       strcmp(d->cell, "start") != 0;
}

void report_tasks(struct work *w, const struct plan_rows *plan)
{
	const struct draft_plan *draft = &w->result->draft;
	for (size_t i = 0; i < draft->task_count; i++) {
		const struct draft_task *task = &draft->tasks[i];
		size_t told = w->findings->count;
		for (size_t k = 0; k < task->doubt_count; k++) {
			const struct draft_doubt *d = &task->doubts[k];
			doubt_report(w->findings, work_place(w, task->at), d->code, task->id,
				     d->cell, d->say, d->suggest);
			if (is_remark(d) && w->findings->count > 0)
				w->findings->items[w->findings->count - 1].severity = SEVERITY_NOTE;
		}
		name_table(w, told, plan->tasks[i].table);
	}
}
