/* SPDX-License-Identifier: MIT
 * par-report: counts and tables for the periodic reports. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "front/command.h"
#include "front/notes.h"
#include "front/reporthtml.h"
#include "front/reportout.h"
#include "front/reportwindow.h"

enum report_format { FORMAT_MD = FORMAT_MORE, FORMAT_HTML };
static const char *const more_names[] = {"md", "html", NULL};

struct report_options {
	struct command common;
	struct window_request asked;
	const char *view_text, *by_text, *count_text;
	const struct report_view *view;
	struct report report;
	struct report_time time;
	int64_t known;
};

/* ---- what is asked for ---- */

static int choose_view(struct report_options *d)
{
	const char *name = d->view_text ? d->view_text : "summary";
	d->view = report_view_find(name);
	if (d->view)
		return -1;
	return command_refuse(
	    &d->common, "there is no view {1}", "không có bảng {1}",
	    arena_format(d->common.arena, "\"%s\": %s", name, report_view_names(d->common.arena)));
}

static int refuse_by(struct report_options *d)
{
	return command_refuse(&d->common, "this view is not made --by \"{1}\"",
			      "bảng này không lập theo --by \"{1}\"", d->by_text);
}

/* A trend goes by time, a summary by anything. */
static int choose_by(struct report_options *d)
{
	static const struct {
		const char *word;
		enum period_kind step;
	} steps[] = {{"week", PERIOD_WEEK}, {"month", PERIOD_MONTH}, {"quarter", PERIOD_QUARTER}};
	struct report *r = &d->report;
	r->by = BY_PLAN;
	r->step = PERIOD_MONTH;
	if (!d->by_text)
		return -1;
	if (!d->view->by)
		return refuse_by(d);
	if (!d->view->over_time) {
		r->by = grouping_find(d->by_text);
		return r->by == GROUPINGS ? refuse_by(d) : -1;
	}
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (strcmp(steps[i].word, d->by_text) == 0) {
			r->step = steps[i].step;
			return -1;
		}
	return refuse_by(d);
}

static int choose_counting(struct report_options *d)
{
	const char *text = d->count_text ? d->count_text : "tasks";
	bool obligations = strcmp(text, "obligations") == 0;
	if (!obligations && strcmp(text, "tasks") != 0)
		return command_refuse(&d->common, "--count takes tasks or obligations, not \"{1}\"",
				      "--count nhận tasks hoặc obligations, không nhận \"{1}\"",
				      text);
	d->report.counting = obligations ? COUNT_OBLIGATIONS : COUNT_TASKS;
	d->common.selection.recurring = !obligations;
	return -1;
}

/* Scores are those of rules: there is no plan to choose by. */
static int check_scores(struct report_options *d)
{
	const struct selection *s = &d->common.selection;
	d->report.owner = s->agency;
	d->common.selection.agency = NULL;
	if (!s->with && !s->direct && !s->task && !s->status && !s->plan && !s->area && !s->field &&
	    !s->level && !s->match)
		return -1;
	return command_refuse(&d->common, "scores are chosen by --agency alone",
			      "bảng điểm chỉ chọn theo --agency", NULL);
}

/* Nobody leads a target, and it has no state: what would narrow nothing is refused. */
static int check_narrowing(struct report_options *d)
{
	const struct selection *s = &d->common.selection;
	const char *option = s->agency	 ? "--agency"
			     : s->with	 ? "--with"
			     : s->direct ? "--direct"
			     : s->task	 ? "--task"
			     : s->status ? "--status"
					 : NULL;
	if (d->view->scores)
		return check_scores(d);
	if (!d->view->targets || !option)
		return -1;
	return command_refuse(
	    &d->common,
	    "targets are chosen by --plan, --level, --area, --field or --match, not by {1}",
	    "chỉ tiêu được chọn theo --plan, --level, --area, --field hoặc --match, không theo {1}",
	    option);
}

static int read_options(struct report_options *d)
{
	int status = choose_view(d);
	if (status < 0)
		status = check_narrowing(d);
	if (status < 0)
		status = choose_by(d);
	if (status < 0)
		status = choose_counting(d);
	if (status < 0)
		status = window_check(&d->common, &d->asked, &d->time);
	d->report.people = d->common.format != FORMAT_CSV && d->common.format != FORMAT_JSON;
	d->report.sums = d->report.people && !d->common.sort;
	return status;
}

/* ---- the report ---- */

/* A task's state is made of all its parts: it is chosen by it afterwards. */
static void choose_rows(struct report_options *d, struct select_request *select,
			const struct obligations *all)
{
	struct arena *a = d->common.arena;
	const struct obligation **rows = arena_alloc(a, (all->count + 1) * sizeof *rows);
	const char *status = select->selection.status;
	select->selection.status = NULL;
	for (size_t i = 0; i < all->count; i++) {
		const struct obligation *o = &all->items[i];
		/* A member picked out of a group stands beside the group's own row. */
		if ((select->selection.agency || !o->bound.asked) && select_has(a, select, o))
			rows[d->report.count++] = o;
	}
	note_agency(&d->common, select->selection.agency, d->report.count);
	select->selection.status = status;
	d->report.rows = rows;
}

static void choose_plans(struct report *r, const struct select_request *select)
{
	struct plan **plans = arena_alloc(r->arena, (select->plan_count + 1) * sizeof *plans);
	for (size_t i = 0; i < select->plan_count; i++)
		if (select_plan(select, select->plans[i]))
			plans[r->plan_count++] = select->plans[i];
	r->plans = plans;
}

/* What cannot be told of a target because its goal is not understood is said. */
static void choose_targets(struct report_options *d, const struct select_request *select)
{
	struct report *r = &d->report;
	const struct target **targets = NULL;
	for (size_t p = 0; p < r->plan_count; p++)
		for (size_t i = 0; i < r->plans[p]->target_count; i++) {
			const struct target *t = &r->plans[p]->targets[i];
			if (!select_target(select, t))
				continue;
			targets =
			    arena_more(r->arena, targets, r->target_count, sizeof(struct target *));
			targets[r->target_count++] = t;
			if (d->view->targets && t->want.kind == GOAL_UNKNOWN)
				findings_add(&d->common.findings, t->goal_at, CODE_GOAL_UNKNOWN,
					     t->goal, t->want.why, NULL);
		}
	r->targets = targets;
}

static void count_items(struct report *r, const char *status)
{
	struct items_request request = {
	    .rows = r->rows, .count = r->count, .counting = r->counting, .as_of = r->window.last};
	r->items = items_make(r->arena, &request);
	request.by_agency = true;
	r->by_agency = items_make(r->arena, &request);
	items_keep(&r->items, status);
	items_keep(&r->by_agency, status);
}

static int print_report(struct report_options *d)
{
	struct command *c = &d->common;
	if (c->format == FORMAT_TEXT)
		return report_text(c, &d->report, d->view);
	if ((int)c->format == FORMAT_MD)
		return report_markdown(c, &d->report, d->view);
	if ((int)c->format == FORMAT_HTML)
		return report_html(c, &d->report, d->view_text || d->by_text ? d->view : NULL);
	findings_add(&c->findings, (struct place){0}, CODE_REPORT_WINDOW,
		     report_sentence(&d->report, d->view), NULL, NULL);
	return command_print(c, d->view->make(&d->report));
}

static int make_report(struct report_options *d, struct select_request *select,
		       struct obligations all)
{
	struct command *c = &d->common;
	struct report *r = &d->report;
	choose_rows(d, select, &all);
	choose_plans(r, select);
	choose_targets(d, select);
	count_items(r, select->selection.status);
	for (size_t i = 0; i < all.count; i++)
		duty_check(&all.items[i], r->window.last, &c->findings);
	if (!d->view->scores)
		note_span(c, r->workspace,
			  &(struct span){r->window.first, r->window.last, d->asked.period});
	note_trust(c, r->rows, r->count);
	note_future(c, r->progress, r->window.last);
	return print_report(d);
}

static bool has_scorecard(const struct workspace *w)
{
	for (size_t i = 0; i < w->rules_count; i++)
		if (w->rules[i]->kind == RULES_SCORECARD)
			return true;
	return false;
}

static int answer(struct report_options *d, struct workspace *w)
{
	struct command *c = &d->common;
	struct report *r = &d->report;
	if (d->view->scores && !has_scorecard(w))
		return command_refuse(c, "no file of rules is a scorecard; see par-rules(5)",
				      "không có tệp quy tắc nào là bảng điểm; xem par-rules(5)",
				      NULL);
	window_find(c, &d->asked, w, &d->time);
	r->arena = c->arena;
	r->workspace = w;
	r->window = d->time.window;
	r->sentence = d->time.sentence;
	struct select_request select = {.binder = w->binder,
					.plans = w->plans,
					.plan_count = w->plan_count,
					.selection = c->selection,
					.today = r->window.last};
	if (command_known(c, &d->known) >= 0 || !select_check(c->arena, &select, &c->findings))
		return EXIT_NOT_DONE;
	/* A month is scored after its end. */
	day until = d->view->scores ? c->as_of : r->window.last;
	struct progress *progress = workspace_progress(w, until, d->known);
	r->progress = progress;
	struct duty_request request = {.binder = w->binder,
				       .calendar = w->has_calendar ? w->calendar : NULL,
				       .plans = w->plans,
				       .plan_count = w->plan_count,
				       .progress = progress,
				       .as_of = r->window.last,
				       .horizon = r->window.last,
				       .agency = select.selection.agency};
	int status = EXIT_NOT_DONE;
	if (!w->refused || c->keep_going)
		status = make_report(d, &select, duty_list(c->arena, &request, &c->findings));
	progress_free(progress);
	return status;
}

int main(int argc, char *argv[])
{
	struct report_options d = {0};
	struct command *c = &d.common;
	const struct option_row own[] = {
	    {"view", 'v', "VIEW", NULL, &d.view_text, NULL,
	     "summary (the default), tasks, agencies, targets, timeline, trend, scores, form or "
	     "silent",
	     "summary (mặc định), tasks, agencies, targets, timeline, trend, scores, form hoặc "
	     "silent",
	     "BẢNG"},
	    {"by", 'b', "WORD", NULL, &d.by_text, NULL,
	     "summary by area, field, agency, plan (the default), level, quarter, month or status; "
	     "trend by week, month or quarter",
	     "summary theo area, field, agency, plan (mặc định), level, quarter, month hoặc "
	     "status; "
	     "trend theo week, month hoặc quarter",
	     "CÁCH"},
	    {"count", 0, "WHAT", NULL, &d.count_text, NULL, "tasks (the default) or obligations",
	     "tasks (mặc định) hoặc obligations", "GÌ"},
	    {"period", 'q', "2024-Q1", NULL, &d.asked.period, NULL,
	     "the report of this period (2024-Q1, Q1, 2024-H1, 2024)",
	     "báo cáo của kỳ này (2024-Q1, Q1, 2024-H1, 2024)", NULL},
	    {"window", 'w', "FROM..TO", NULL, &d.asked.window, NULL,
	     "data of these days, instead of the calendar's for the period",
	     "số liệu của những ngày này, thay cho lịch báo cáo", "TỪ..ĐẾN"},
	    {"to", 0, "WHOM", NULL, &d.asked.to, NULL, "the calendar's window for this recipient",
	     "khoảng số liệu của lịch cho nơi nhận này", "AI"},
	    {"known", 0, "TIME", NULL, &c->known, NULL, "leave out what was logged later",
	     "bỏ những gì được ghi sau lúc này", "LÚC"},
	    {0},
	};
	c->more = (struct more_formats){more_names, "text, csv, json, md or html",
					"text, csv, json, md hoặc html"};
	struct option_row common[COMMAND_COMMON_ROWS], selecting[COMMAND_SELECT_ROWS];
	command_common_rows(c, common);
	command_select_rows(c, selecting);
	const struct command_line line = {
	    .tool = "par-report",
	    .synopsis = "[options] [file or folder …]",
	    .vietnamese_synopsis = "[tùy chọn] [tệp hoặc thư mục …]",
	    .english = "Counts and tables for the periodic reports.",
	    .vietnamese = "Số liệu tổng hợp và bảng biểu cho báo cáo định kỳ.",
	    .rows = {own, selecting, common},
	    .tables = 3,
	};
	int status = command_start(c, &line, argc, argv);
	if (status >= 0)
		return status;
	status = read_options(&d);
	if (status >= 0)
		return command_end(c, NULL, status);
	c->judge_rules = d.view->scores;
	struct workspace *w = command_load(c, !d.view->scores);
	return command_end(c, w, w ? answer(&d, w) : EXIT_NOT_DONE);
}
