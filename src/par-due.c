/* SPDX-License-Identifier: MIT
 * par-due: what is due, what is late, whose is it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "duty/window.h"
#include "front/cells.h"
#include "front/command.h"
#include "front/dueics.h"
#include "front/explain.h"
#include "front/notes.h"

static const char *const columns[] = {
    "due",	     "status", "days",	  "plan",     "task", "period", "area",	 "field",
    "lead",	     "agency", "via",	  "product",  "text", "with",	"start", "said",
    "extended_from", "done",   "percent", "evidence", "file", "line"};

enum { COLUMNS = sizeof columns / sizeof *columns };

struct due_options {
	struct command common;
	struct option_values quarters, months, years;
	const char *from, *to, *within, *since, *explain;
	bool overdue, waiting, ongoing, all, exit_code;
	struct windows windows;
	day since_day;
	int64_t known;
};

static void fill_duty(struct arena *a, struct cell *row, const struct obligation *o)
{
	const struct task *t = o->task;
	text_cell(&row[3], t->plan->id);
	text_cell(&row[4], obligation_task(a, o));
	text_cell(&row[5], obligation_period(a, o));
	text_cell(&row[6], t->area_id);
	text_cell(&row[7], t->area ? field_word(t->area->field) : NULL);
	text_cell(&row[8], o->bound.lead);
	text_cell(&row[9], o->bound.name);
	text_cell(&row[10], o->bound.via);
	text_cell(&row[11], t->product);
	text_cell(&row[12], t->text);
	text_cell(&row[13], join_parties(a, t->with, t->with_count));
	text_cell(&row[14], start_text(a, t));
	text_cell(&row[15], said_text(t));
	text_cell(&row[20], t->plan->file);
	number_cell(a, &row[21], (long)t->at.line);
}

static void fill_state(struct arena *a, struct cell *row, const struct obligation *o)
{
	const struct state *s = &o->state;
	day_cell(a, &row[0], s->due);
	row[1] = (struct cell){CELL_WORD, status_word(s->status)};
	if (s->dated && s->status != STATUS_CANCELLED)
		number_cell(a, &row[2], s->days);
	if (s->first_due != DAY_NONE && s->first_due != s->due)
		day_cell(a, &row[16], s->first_due);
	day_cell(a, &row[17], s->done);
	if (s->percent >= 0)
		row[18] = (struct cell){CELL_NUMBER, percent_text(a, s->percent)};
	text_cell(&row[19], s->evidence);
}

/* ---- what is asked for ---- */

static int add_periods(struct due_options *d, const struct option_values *list,
		       enum period_kind kind)
{
	for (size_t i = 0; i < list->count; i++) {
		struct period p =
		    period_parse_loose(list->items[i], kind, day_year(d->common.as_of));
		if (p.kind == PERIOD_NONE)
			return command_refuse(&d->common, "\"{1}\" is no such period",
					      "\"{1}\" không phải kỳ", list->items[i]);
		windows_add(d->common.arena, &d->windows, p.first, p.last, list->items[i]);
	}
	return -1;
}

static int read_day(struct due_options *d, const char *text, day *into)
{
	*into = DAY_NONE;
	if (!text || (*into = day_parse(text)) != DAY_NONE)
		return -1;
	return command_refuse(&d->common, "\"{1}\" is no date; write 2024-03-31 or 31/03/2024",
			      "\"{1}\" không phải ngày; hãy ghi 31/03/2024 hoặc 2024-03-31", text);
}

/* 14, 14d, 2w, 1m from as_of. */
static int add_within(struct due_options *d)
{
	if (!d->within)
		return -1;
	size_t n = strlen(d->within);
	char unit = n ? d->within[n - 1] : 0;
	long count;
	if (unit == 'd' || unit == 'w' || unit == 'm')
		n--;
	else
		unit = 'd';
	if (!text_number(d->within, n, &count) || count > 36500)
		return command_refuse(
		    &d->common, "\"{1}\" is no length of time; write 14d, 2w or 1m",
		    "\"{1}\" không phải khoảng thời gian; hãy ghi 14d, 2w hoặc 1m", d->within);
	day last = unit == 'm'	 ? day_add_months(d->common.as_of, (int)count)
		   : unit == 'w' ? d->common.as_of + (int)count * 7
				 : d->common.as_of + (int)count;
	windows_add(d->common.arena, &d->windows, d->common.as_of, last, d->within);
	return -1;
}

static int read_windows(struct due_options *d)
{
	day from, to;
	d->windows = (struct windows){.overdue = d->overdue,
				      .waiting = d->waiting,
				      .ongoing = d->ongoing,
				      .closed = d->all,
				      .as_of = d->common.as_of};
	int status = add_periods(d, &d->quarters, PERIOD_QUARTER);
	if (status < 0)
		status = add_periods(d, &d->months, PERIOD_MONTH);
	if (status < 0)
		status = add_periods(d, &d->years, PERIOD_YEAR);
	if (status < 0)
		status = read_day(d, d->from, &from);
	if (status < 0)
		status = read_day(d, d->to, &to);
	if (status < 0)
		status = read_day(d, d->since, &d->since_day);
	if (status < 0)
		status = command_known(&d->common, &d->known);
	if (status < 0)
		status = add_within(d);
	if (status < 0 && (d->from || d->to))
		windows_add(d->common.arena, &d->windows, from, to, NULL);
	/* A state, all of them, a change or one task asked for by itself is asked for whatever the
	 * day. */
	bool wide = d->all || d->since || d->common.selection.status || d->explain;
	if (windows_are_empty(&d->windows) && wide)
		d->windows.everything = d->windows.closed = true;
	if (d->common.selection.status || d->since)
		d->windows.closed = true;
	return status;
}

static bool is_listed(struct due_options *d, const struct obligation *o)
{
	const struct windows *w = &d->windows;
	if (!(windows_are_empty(w) ? windows_usual(w, o) : windows_have(w, o)))
		return false;
	return !d->since || duty_state(o, d->since_day).status != o->state.status;
}

/* ---- what had to be left out, or leans on something ---- */

static void note_years(struct due_options *d, const struct workspace *w)
{
	for (size_t i = 0; i < d->windows.count; i++)
		if (d->windows.spans[i].first != DAY_NONE)
			note_span(&d->common, w, &d->windows.spans[i]);
}

/* ---- the answer ---- */

struct answer_rows {
	const struct obligation **items;
	size_t count;
};

static struct answer_rows choose(struct due_options *d, struct select_request *select,
				 const struct obligations *all)
{
	struct arena *a = d->common.arena;
	struct answer_rows rows = {arena_alloc(a, (all->count + 1) * sizeof *rows.items), 0};
	size_t bound = 0;
	for (size_t i = 0; i < all->count; i++) {
		const struct obligation *o = &all->items[i];
		/* A member picked out of a group stands beside the group's own row; only one is asked
		 * for. */
		if (o->bound.asked && !select->selection.agency)
			continue;
		if (!select_has(a, select, o))
			continue;
		bound++;
		if (is_listed(d, o))
			rows.items[rows.count++] = o;
	}
	note_agency(&d->common, select->selection.agency, bound);
	qsort(rows.items, rows.count, sizeof *rows.items, obligation_compare);
	return rows;
}

/* A table that fits 80 columns: task and period under the one name that logs use, and what the part
 * is the deadline of before the task's text. */
static void shorten(struct command *c, const struct workspace *w, struct cell *row,
		    const struct obligation *o)
{
	const char *period = obligation_period(c->arena, o);
	if (*period)
		text_cell(&row[4], arena_format(c->arena, "%s#%s", row[4].text, period));
	if (o->part && o->part->what)
		text_cell(&row[12], arena_format(c->arena, "%s: %s", o->part->what,
						 o->task->text ? o->task->text : ""));
	c->columns = w->plan_count > 1 ? "due,days,status,plan,task,agency,text"
				       : "due,days,status,task,agency,text";
}

static int print_rows(struct due_options *d, const struct workspace *w, struct answer_rows rows)
{
	struct command *c = &d->common;
	struct sheet sheet = {.arena = c->arena, .columns = columns, .width = COLUMNS};
	bool short_form = c->format == FORMAT_TEXT && !c->columns;
	for (size_t i = 0; i < rows.count; i++) {
		struct cell *row = sheet_row(&sheet);
		fill_duty(c->arena, row, rows.items[i]);
		fill_state(c->arena, row, rows.items[i]);
		if (short_form)
			shorten(c, w, row, rows.items[i]);
	}
	int status = command_print(c, &sheet);
	return status == EXIT_DONE && d->exit_code && rows.count ? EXIT_LOOK : status;
}

/* A calendar has no columns to choose and orders its entries itself. */
static int check_calendar(const struct command *c)
{
	if (c->format != FORMAT_MORE || (!c->columns && !c->sort))
		return -1;
	return command_refuse(c, "{1} does not go with --format ics",
			      "{1} không đi với --format ics", c->columns ? "--columns" : "--sort");
}

static int print_calendar(struct due_options *d, struct answer_rows rows, const char *agency)
{
	struct command *c = &d->common;
	const struct dueics calendar = {rows.items, rows.count, agency, c->as_of};
	size_t left_out = dueics_print(c->arena, &calendar, stdout);
	if (left_out)
		findings_add(&c->findings, (struct place){0}, CODE_SELECT_UNDATED,
			     arena_format(c->arena, "%zu", left_out), NULL, NULL);
	return d->exit_code && rows.count ? EXIT_LOOK : EXIT_DONE;
}

static int answer(struct due_options *d, struct workspace *w)
{
	struct command *c = &d->common;
	struct select_request select = {.binder = w->binder,
					.plans = w->plans,
					.plan_count = w->plan_count,
					.selection = c->selection,
					.today = c->as_of};
	if (d->explain)
		select.selection.task = d->explain;
	if (!select_check(c->arena, &select, &c->findings))
		return EXIT_NOT_DONE;
	struct duty_request request = {.binder = w->binder,
				       .calendar = w->has_calendar ? w->calendar : NULL,
				       .plans = w->plans,
				       .plan_count = w->plan_count,
				       .progress = workspace_progress(w, c->as_of, d->known),
				       .as_of = c->as_of,
				       .horizon = windows_horizon(&d->windows),
				       .agency = select.selection.agency};
	if (w->refused && !c->keep_going) {
		progress_free(request.progress);
		return EXIT_NOT_DONE;
	}
	struct obligations all = duty_list(c->arena, &request, &c->findings);
	struct answer_rows rows = choose(d, &select, &all);
	for (size_t i = 0; i < all.count; i++)
		duty_check(&all.items[i], c->as_of, &c->findings);
	note_years(d, w);
	note_trust(c, rows.items, rows.count);
	note_future(c, request.progress, c->as_of);
	int status = EXIT_DONE;
	if (d->explain)
		explain_print(c->arena, rows.items, rows.count, c->as_of, stdout);
	else if (c->format == FORMAT_MORE)
		status = print_calendar(d, rows, select.selection.agency);
	else
		status = print_rows(d, w, rows);
	progress_free(request.progress);
	return status;
}

int main(int argc, char *argv[])
{
	struct due_options d = {0};
	struct command *c = &d.common;
	const struct option_row own[] = {
	    {"quarter", 'q', "Q2", NULL, NULL, &d.quarters, "due in this quarter (Q2, Q2/2024)",
	     "đến hạn trong quý này (Q2, Q2/2024)", NULL},
	    {"month", 0, "3", NULL, NULL, &d.months, "due in this month (3, 3/2024)",
	     "đến hạn trong tháng này (3, 3/2024)", NULL},
	    {"year", 'y', "YEAR", NULL, NULL, &d.years, "due in this year", "đến hạn trong năm này",
	     "NĂM"},
	    {"from", 0, "DATE", NULL, &d.from, NULL, "due on this day or later",
	     "đến hạn từ ngày này", "NGÀY"},
	    {"to", 0, "DATE", NULL, &d.to, NULL, "due on this day or earlier",
	     "đến hạn đến hết ngày này", "NGÀY"},
	    {"within", 'w', "14d", NULL, &d.within, NULL, "due within 14 days (14d, 2w, 1m)",
	     "đến hạn trong 14 ngày tới (14d, 2w, 1m)", NULL},
	    {"overdue", 'o', NULL, &d.overdue, NULL, NULL, "what is late", "việc đã quá hạn", NULL},
	    {"waiting", 0, NULL, &d.waiting, NULL, NULL, "what waits for its event",
	     "việc đang chờ điều kiện", NULL},
	    {"ongoing", 0, NULL, &d.ongoing, NULL, NULL, "what goes on all year",
	     "việc thường xuyên", NULL},
	    {"all", 'A', NULL, &d.all, NULL, NULL, "done and cancelled ones too",
	     "kể cả việc đã hoàn thành, đã hủy", NULL},
	    {"since", 0, "DATE", NULL, &d.since, NULL, "only what changed state since then",
	     "chỉ việc đổi trạng thái từ ngày này", "NGÀY"},
	    {"explain", 'x', "TASK", NULL, &d.explain, NULL, "how the task's dates came to be",
	     "giải thích thời hạn của nhiệm vụ", "SỐ"},
	    {"exit-code", 'e', NULL, &d.exit_code, NULL, NULL, "exit 1 when the list is not empty",
	     "trả mã 1 khi danh sách không rỗng", NULL},
	    {"known", 0, "TIME", NULL, &c->known, NULL, "leave out what was logged later",
	     "bỏ những gì được ghi sau lúc này", "LÚC"},
	    {0},
	};
	static const char *const more[] = {"ics", NULL};
	c->more = (struct more_formats){more, "text, csv, json or ics", "text, csv, json hoặc ics"};
	struct option_row common[COMMAND_COMMON_ROWS], selecting[COMMAND_SELECT_ROWS];
	command_common_rows(c, common);
	command_select_rows(c, selecting);
	const struct command_line line = {
	    .tool = "par-due",
	    .synopsis = "[options] [file or folder …]",
	    .vietnamese_synopsis = "[tùy chọn] [tệp hoặc thư mục …]",
	    .english =
		"Lists what is due or late, and whose it is. Without a choice: what is overdue or "
		"due within 30 days.",
	    .vietnamese =
		"Liệt kê việc đến hạn, quá hạn và cơ quan chịu trách nhiệm. Không chọn gì: việc "
		"đã quá hạn và việc đến hạn trong 30 ngày.",
	    .rows = {own, selecting, common},
	    .tables = 3,
	};
	int status = command_start(c, &line, argc, argv);
	if (status >= 0)
		return status;
	status = check_calendar(c);
	if (status < 0)
		status = read_windows(&d);
	if (status < 0 && d.explain && c->format != FORMAT_TEXT)
		status = command_refuse(c, "--explain answers in text only",
					"--explain chỉ trả lời bằng chữ", NULL);
	if (status >= 0)
		return command_end(c, NULL, status);
	struct workspace *w = command_load(c, true);
	return command_end(c, w, w ? answer(&d, w) : EXIT_NOT_DONE);
}
