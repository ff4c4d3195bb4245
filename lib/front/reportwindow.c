/* SPDX-License-Identifier: MIT
 * reportwindow: the days a report's data come from. No recipient's rule is known here: windows are
 * data of a calendar. */
#include "front/reportwindow.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "duty/occurrence.h"

static bool read_window(struct arena *a, const char *text, struct window *w)
{
	const char *dots = strstr(text, "..");
	if (!dots)
		return false;
	w->first = day_parse(arena_copy(a, text, (size_t)(dots - text)));
	w->last = day_parse(dots + 2);
	return w->first != DAY_NONE && w->last != DAY_NONE && w->first <= w->last;
}

int window_check(struct command *c, const struct window_request *request, struct report_time *time)
{
	*time = (struct report_time){.window = {DAY_NONE, DAY_NONE}};
	if (request->period) {
		time->period = period_parse_loose(request->period, PERIOD_NONE, day_year(c->as_of));
		if (time->period.kind == PERIOD_NONE)
			return command_refuse(c, "\"{1}\" is no such period",
					      "\"{1}\" không phải kỳ", request->period);
	}
	if (request->window && !read_window(c->arena, request->window, &time->window))
		return command_refuse(
		    c, "\"{1}\" is no window; write 2023-12-15..2024-03-14",
		    "\"{1}\" không phải khoảng số liệu; hãy ghi 15/12/2023..14/03/2024",
		    request->window);
	if (request->to && (!request->period || request->window))
		return command_refuse(c, "--to goes with --period and without --window",
				      "--to đi với --period và không đi với --window", NULL);
	return -1;
}

static const char *shown(struct arena *a, day d)
{
	return words_language() == LANGUAGE_VI ? day_text_vi(a, d) : day_text(a, d);
}

/* The days from the first of any plan that is asked about. */
static void take_plans(struct command *c, const struct workspace *w, struct window *window)
{
	struct select_request select = {.selection = c->selection};
	window->last = c->as_of;
	for (size_t i = 0; i < w->plan_count; i++) {
		day first = occurrence_window(w->plans[i], c->as_of).first;
		if (select_plan(&select, w->plans[i]) &&
		    (window->first == DAY_NONE || first < window->first))
			window->first = first;
	}
	if (window->first == DAY_NONE || window->first > window->last)
		window->first = period_of(PERIOD_YEAR, window->last).first;
}

static void add_reason(struct buf *b, const char *reason)
{
	if (reason && *reason)
		buf_format(b, "%s%s", b->n ? ", " : "", reason);
}

void window_find(struct command *c, const struct window_request *request, const struct workspace *w,
		 struct report_time *time)
{
	struct arena *a = c->arena;
	struct report_window row = {0};
	struct buf why = {0};
	bool has = time->period.kind != PERIOD_NONE;
	if (has)
		add_reason(&why, arena_format(a, words_pick("period %s", "kỳ %s"),
					      period_name(a, time->period)));
	if (request->window) {
		/* as asked */
	} else if (has && calendar_window(w->calendar, request->to, time->period, &row)) {
		time->window = (struct window){row.first, row.last};
		add_reason(&why, row.to);
		add_reason(&why, row.source);
		if (row.send != DAY_NONE)
			add_reason(
			    &why,
			    arena_format(a, words_pick("to be sent by %s", "gửi trước hết ngày %s"),
					 shown(a, row.send)));
	} else if (has) {
		time->window = (struct window){time->period.first, time->period.last};
		add_reason(&why, words_pick("no calendar gives its window",
					    "lịch không ghi khoảng số liệu"));
		if (request->to)
			findings_add(&c->findings, (struct place){0}, CODE_SELECT_NOTHING, "--to",
				     request->to, NULL);
	} else {
		take_plans(c, w, &time->window);
	}
	const char *reasons = buf_take(&why, a);
	time->sentence = arena_format(
	    a, words_pick("Data from %s to %s%s%s%s", "Số liệu từ ngày %s đến hết ngày %s%s%s%s"),
	    shown(a, time->window.first), shown(a, time->window.last), *reasons ? " (" : "",
	    reasons, *reasons ? ")" : "");
}
