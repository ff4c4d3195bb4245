/* SPDX-License-Identifier: MIT
 * reportout: which views there are, and their printing for people. */
#include "front/reportout.h"

#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "form/mdout.h"
#include "form/wrap.h"

/* A view is a row here and a function that makes its sheet. */
static const struct report_view views[] = {
    {"summary", view_summary, NULL, NULL, "Summary", "Tổng hợp tình hình thực hiện", .by = true,
     .counts = true},
    {"tasks", view_tasks,
     "task,period,text,product,lead,with,agency,said,due,status,days,result,evidence,note",
     "task,period,agency,due,days,status,result,evidence,text", "Progress of the tasks",
     "Tiến độ thực hiện nhiệm vụ", .counts = true},
    {"agencies", view_agencies, NULL,
     "agency,total,done-on-time,done-late,done,in_time,overdue,due_soon,other,rate_dated",
     "By agency", "Tổng hợp theo cơ quan", .counts = true},
    {"targets", view_targets,
     "target,text,goal,base,value,date,previous,difference,met,missing,evidence,scope",
     "target,goal,base,value,date,met,missing,text", "Targets", "Kết quả thực hiện chỉ tiêu",
     .targets = true},
    {"timeline", view_timeline, "task,period,agency,chart,due,done,status,text",
     "task,period,agency,chart,status,text", "The tasks over the year", "Nhiệm vụ theo thời gian",
     .counts = true},
    {"trend", view_trend, NULL, NULL, "Over time", "Diễn biến theo thời gian", .by = true,
     .over_time = true, .counts = true},
    {"scores", view_scores,
     "criterion,title,owner,points,maximum,lost,percent,at_least,at_most,"
     "change_month,change_year,evidence",
     "criterion,title,owner,points,maximum,lost,percent,change_month,"
     "change_year",
     "Scores of the index", "Chấm điểm chỉ số", .scores = true},
    {"form", view_form, "task,period,agency,text,due,state,date,status,value,evidence,note",
     "task,period,agency,due,state,text", "To be filled in", "Biểu cập nhật tiến độ",
     .blank = true},
    {"silent", view_silent, "kind,agency,task,period,status,due,last,text",
     "kind,agency,task,period,status,last", "Without an entry or without evidence",
     "Chưa cập nhật, chưa có minh chứng", .blank = false},
};

enum { VIEWS = sizeof views / sizeof *views, FEW_PLANS = 5 };

const struct report_view *report_view_find(const char *name)
{
	for (size_t i = 0; i < VIEWS; i++)
		if (strcmp(views[i].name, name) == 0)
			return &views[i];
	return NULL;
}

const char *report_view_names(struct arena *a)
{
	const char *names = views[0].name;
	for (size_t i = 1; i < VIEWS; i++)
		names = arena_format(a, "%s, %s", names, views[i].name);
	return names;
}

const char *report_title(const struct report_view *view)
{
	return words_pick(view->english, view->vietnamese);
}

const char *report_plans(const struct report *r)
{
	const char *list = "";
	for (size_t i = 0; i < r->plan_count; i++) {
		const struct plan *p = r->plans[i];
		list = arena_format(r->arena, "%s%s%s%s%s%s%s", list, *list ? "; " : "",
				    p->issuer ? p->issuer : "", p->issuer ? ": " : "",
				    p->title ? p->title : p->id, p->document ? ", " : "",
				    p->document ? p->document : "");
	}
	if (r->plan_count <= FEW_PLANS)
		return list;
	return arena_format(r->arena, words_pick("%zu plans", "%zu kế hoạch"), r->plan_count);
}

const char *report_sentence(const struct report *r, const struct report_view *view)
{
	return view && view->scores ? scores_sentence(r) : r->sentence;
}

const char *report_done(const struct report *r)
{
	struct tally t = {0};
	for (size_t i = 0; i < r->items.count; i++)
		tally_add(&t, &r->items.items[i], &r->window);
	const char *what = r->counting == COUNT_TASKS ? words_pick("tasks", "nhiệm vụ")
						      : words_pick("obligations", "việc phải làm");
	return arena_format(r->arena,
			    words_pick("Done in this time: %zu of %zu %s",
				       "Hoàn thành trong thời gian này: %zu trên %zu %s"),
			    t.in_window, t.total, what);
}

struct sheet *report_sheet(const struct command *c, const struct report *r,
			   const struct report_view *view)
{
	struct sheet *s = view->make(r);
	if (command_arrange(c, s) != EXIT_DONE)
		return NULL;
	if (c->columns)
		return s;
	bool brief = c->format == FORMAT_TEXT && view->brief;
	const char *columns = brief ? view->brief : view->columns;
	if (columns)
		sheet_choose(s, arena_format(r->arena, "%s%s",
					     r->plan_count > 1 && !view->scores ? "plan," : "",
					     columns));
	if (brief || !view->blank)
		sheet_trim(s);
	return s;
}

static const char *legend(const struct report *r, const struct report_view *view)
{
	if (view->make != view_timeline)
		return NULL;
	const char *sign = timeline_sign(r) == PERIOD_MONTH ? words_pick("month", "tháng")
							    : words_pick("quarter", "quý");
	return arena_format(r->arena,
			    words_pick("One sign a %s: - planned, | due, o done, ! late, . nothing",
				       "Mỗi ký hiệu một %s: - theo kế hoạch, | đến hạn, o hoàn "
				       "thành, ! quá hạn, . không có"),
			    sign);
}

/* An empty table is an answer too. */
static const char *nothing(const struct sheet *s)
{
	return s->count ? NULL : words_pick("Nothing.", "Không có.");
}

int report_text(struct command *c, const struct report *r, const struct report_view *view)
{
	struct sheet *s = report_sheet(c, r, view);
	if (!s)
		return EXIT_NOT_DONE;
	const char *lines[] = {report_title(view),	 report_plans(r),
			       report_sentence(r, view), view->counts ? report_done(r) : NULL,
			       legend(r, view),		 nothing(s)};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (lines[i] && *lines[i])
			wrap_print(stdout, sheet_visible(r->arena, lines[i]), command_width(), 0);
	fputc('\n', stdout);
	sheet_table(s, stdout, command_width());
	return EXIT_DONE;
}

int report_markdown(struct command *c, const struct report *r, const struct report_view *view)
{
	struct sheet *s = report_sheet(c, r, view);
	if (!s)
		return EXIT_NOT_DONE;
	const char *lines[] = {report_plans(r), report_sentence(r, view),
			       view->counts ? report_done(r) : NULL, legend(r, view), nothing(s)};
	md_heading(stdout, 1, report_title(view));
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (lines[i] && *lines[i])
			md_paragraph(stdout, lines[i]);
	md_table(s, stdout);
	return EXIT_DONE;
}
