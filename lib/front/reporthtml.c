/* SPDX-License-Identifier: MIT
 * reporthtml: which figures, charts and tables stand on a report's page. */
#include "front/reporthtml.h"

#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "form/htmlpage.h"

static const char *number(const struct report *r, size_t n)
{
	return arena_format(r->arena, "%zu", n);
}

/* "3 trên 48 nhiệm vụ" */
static const char *share(const struct report *r, size_t part, size_t whole)
{
	const char *what = r->counting == COUNT_TASKS ? words_pick("tasks", "nhiệm vụ")
						      : words_pick("obligations", "việc");
	return arena_format(r->arena, words_pick("%zu of %zu %s", "%zu trên %zu %s"), part, whole,
			    what);
}

static struct tally whole_of(const struct report *r)
{
	struct tally t = {0};
	for (size_t i = 0; i < r->items.count; i++)
		tally_add(&t, &r->items.items[i], &r->window);
	return t;
}

static void put_figures(struct page *page, const struct report *r)
{
	struct tally t = whole_of(r);
	size_t done =
	    t.states[STATUS_DONE_ON_TIME] + t.states[STATUS_DONE_LATE] + t.states[STATUS_DONE];
	size_t live = t.total - t.states[STATUS_CANCELLED];
	const char *all = rate_all(r->arena, &t), *dated = rate_dated(r->arena, &t);
	size_t in_date = t.states[STATUS_DONE_ON_TIME] + t.states[STATUS_DONE_LATE];
	const struct page_figure figures[] = {
	    {.label = r->counting == COUNT_TASKS ? words_pick("Tasks", "Nhiệm vụ")
						 : words_pick("Obligations", "Việc phải làm"),
	     .number = number(r, t.total)},
	    {.label = words_pick("Done, of all", "Hoàn thành, trên tổng số"),
	     .number = all ? all : "0",
	     .unit = "%",
	     .share = share(r, done, live)},
	    {.label = words_pick("Done, of those with a date", "Hoàn thành, trên số có thời hạn"),
	     .number = dated ? dated : "0",
	     .unit = "%",
	     .share = share(r, in_date, in_date + tally_in_time(&t) + tally_overdue(&t))},
	    {.label = words_pick("Late", "Quá hạn, chưa xong"),
	     .number = number(r, tally_overdue(&t)),
	     .status = "in-progress-overdue"},
	    {.label = words_pick("Due within 7 days", "Đến hạn trong 7 ngày"),
	     .number = number(r, t.soon),
	     .status = "in-progress"},
	    {.label = words_pick("Done in this time", "Hoàn thành trong kỳ"),
	     .number = number(r, t.in_window),
	     .status = "done-on-time"},
	};
	page_figures(page, figures, sizeof figures / sizeof *figures);
}

/* ---- charts ---- */

/* The sums are no bar. */
static struct report without_sums(const struct report *r)
{
	struct report copy = *r;
	copy.sums = false;
	return copy;
}

static bool is_column(const struct sheet *s, const char *name)
{
	for (size_t i = 0; i < s->width; i++)
		if (strcmp(s->columns[i], name) == 0)
			return true;
	return false;
}

/* The states in the order of a bar, those that nothing is in left out. */
static size_t bar_values(const struct sheet *s, const char **values)
{
	static const int order[] = {STATUS_DONE_ON_TIME,
				    STATUS_DONE_LATE,
				    STATUS_DONE,
				    STATUS_IN_PROGRESS,
				    STATUS_NOT_STARTED,
				    STATUS_IN_PROGRESS_OVERDUE,
				    STATUS_NOT_STARTED_OVERDUE,
				    STATUS_ONGOING,
				    STATE_RECURRING,
				    STATUS_WAITING,
				    STATUS_NO_DATE,
				    STATUS_INVALID_DATE,
				    STATUS_CANCELLED};
	size_t n = 0;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (is_column(s, state_word(order[i])))
			values[n++] = state_word(order[i]);
	return n;
}

static void put_bars(struct page *page, const struct report *r, enum grouping by,
		     const char *caption)
{
	struct report copy = without_sums(r);
	const char *values[STATE_COUNT];
	copy.by = by;
	struct sheet *s = view_summary(&copy);
	sheet_trim(s);
	page_bars(page, s,
		  &(struct page_chart){.caption = caption,
				       .label = grouping_word(by),
				       .values = values,
				       .count = bar_values(s, values),
				       .kind = "status"});
}

static void put_timeline(struct page *page, const struct report *r)
{
	struct window span = timeline_span(r);
	struct sheet *s = view_timeline(r);
	page_timeline(page, s,
		      &(struct page_span){
			  .caption = words_pick("Tasks over the year", "Nhiệm vụ theo thời gian"),
			  .label = "task",
			  .text = "text",
			  .start = "start",
			  .due = "due",
			  .done = "done",
			  .status = "status",
			  .first = day_text(r->arena, span.first),
			  .last = day_text(r->arena, span.last),
			  .today = day_text(r->arena, r->window.last)});
}

static void put_trend(struct page *page, const struct report *r)
{
	static const char *const values[] = {"done", "late", "open"};
	static const char *const labels[] = {"week", "month", "quarter"};
	struct sheet *s = view_trend(r);
	const char *label = labels[1];
	for (size_t i = 0; i < 3; i++)
		if (is_column(s, labels[i]))
			label = labels[i];
	page_lines(page, s,
		   &(struct page_chart){.caption = words_pick("Done, late and open over time",
							      "Hoàn thành, quá hạn, chưa xong theo "
							      "thời gian"),
					.label = label,
					.values = values,
					.count = 3,
					.kind = "heading"});
}

/* What a view shows above its table. */
static void put_chart(struct page *page, const struct report *r, const struct report_view *view)
{
	if (strcmp(view->name, "summary") == 0 && r->by != BY_STATUS)
		put_bars(page, r, r->by, report_title(view));
	else if (strcmp(view->name, "agencies") == 0)
		put_bars(page, r, BY_AGENCY, report_title(view));
	else if (strcmp(view->name, "timeline") == 0)
		put_timeline(page, r);
	else if (strcmp(view->name, "trend") == 0)
		put_trend(page, r);
}

/* The lines of a trend bring their numbers with them. */
static void put_view(struct page *page, const struct report *r, const struct report_view *view,
		     const struct sheet *s)
{
	page_section(page, report_title(view));
	put_chart(page, r, view);
	if (!view->over_time)
		page_table(page, s, report_title(view));
}

/* ---- pages ---- */

static void put_leader(struct page *page, const struct command *c, const struct report *r)
{
	const struct report_view *agencies = report_view_find("agencies");
	const struct report_view *tasks = report_view_find("tasks");
	const struct report_view *targets = report_view_find("targets");
	struct report by_area = *r;
	by_area.by = BY_AREA;
	put_figures(page, r);
	page_section(page, words_pick("By area", "Theo lĩnh vực, mục"));
	put_bars(page, r, BY_AREA,
		 words_pick("Tasks by area and state", "Số việc theo mục và trạng thái"));
	page_table(page, report_sheet(c, &by_area, report_view_find("summary")),
		   words_pick("By area", "Theo lĩnh vực, mục"));
	put_view(page, r, agencies, report_sheet(c, r, agencies));
	if (r->target_count)
		put_view(page, r, targets, report_sheet(c, r, targets));
	page_section(page, report_title(report_view_find("timeline")));
	put_timeline(page, r);
	put_view(page, r, report_view_find("trend"), NULL);
	put_view(page, r, tasks, report_sheet(c, r, tasks));
}

int report_html(struct command *c, const struct report *r, const struct report_view *view)
{
	struct page page = {.out = stdout};
	struct sheet *s = NULL;
	/* Columns and their order are of one table: the leader's page has several. */
	if (!view && (c->columns || c->sort))
		view = report_view_find("summary");
	if (view && !(s = report_sheet(c, r, view)))
		return EXIT_NOT_DONE;
	const char *title =
	    view ? report_title(view)
		 : words_pick("Progress of the plan", "Tình hình thực hiện kế hoạch");
	page_open(&page, &(struct page_head){title, report_plans(r), report_sentence(r, view)});
	if (view) {
		if (view->counts)
			page_note(&page, report_done(r));
		put_view(&page, r, view, s);
	} else {
		put_leader(&page, c, r);
	}
	page_close(&page);
	return EXIT_DONE;
}
