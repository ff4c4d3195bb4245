/* SPDX-License-Identifier: MIT
 * reportviews: the tables of counts: summary, agencies, trend, silent. */
#include "front/reportviews.h"

#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "duty/silent.h"
#include "duty/trend.h"
#include "front/cells.h"

static void count_cell(struct arena *a, struct cell *c, size_t n)
{
	number_cell(a, c, (long)n);
}

static void rate_cell(struct cell *c, const char *rate)
{
	if (rate)
		*c = (struct cell){CELL_NUMBER, rate};
}

/* ---- summary ---- */

static bool is_word(enum grouping by)
{
	return by == BY_FIELD || by == BY_LEVEL || by == BY_STATUS;
}

static const char *shown_name(struct arena *a, const struct summary_group *g, enum grouping by)
{
	if (!*g->code)
		return words_pick("(none)", "(không ghi)");
	if (by == BY_AREA && g->name)
		return arena_format(a, "%s. %s", g->code, g->name);
	return g->code;
}

static void group_cell(const struct report *r, struct cell *c, const struct summary_group *g,
		       enum grouping by)
{
	if (is_word(by) && *g->code)
		word_cell(c, g->code);
	else
		text_cell(c, r->people ? shown_name(r->arena, g, by) : g->code);
}

static bool has_total_row(const struct report *r, const struct summary *s)
{
	return r->sums && s->count > 1;
}

static const char *total_word(void)
{
	return words_pick("Total", "Tổng cộng");
}

/* `whole` by agency counts a task once for each: only obligations add up to a whole there. */
static bool adds_up(const struct report *r, enum grouping by)
{
	return by != BY_AGENCY || r->counting == COUNT_OBLIGATIONS;
}

static struct tally whole_of(const struct report *r)
{
	struct tally t = {0};
	for (size_t i = 0; i < r->items.count; i++)
		tally_add(&t, &r->items.items[i], &r->window);
	return t;
}

static const char **summary_columns(const struct report *r, size_t *width)
{
	const char **names = arena_alloc(r->arena, (STATE_COUNT + 4) * sizeof *names);
	size_t n = 0;
	names[n++] = grouping_word(r->by);
	names[n++] = "total";
	int states = r->counting == COUNT_TASKS ? STATE_RECURRING + 1 : STATUS_COUNT;
	for (int i = 0; r->by != BY_STATUS && i < states; i++)
		names[n++] = state_word(i);
	if (r->by != BY_STATUS) {
		names[n++] = "rate_all";
		names[n++] = "rate_dated";
	}
	*width = n;
	return names;
}

static void summary_cells(const struct report *r, struct cell *row, const struct tally *t)
{
	size_t n = 1;
	count_cell(r->arena, &row[n++], t->total);
	if (r->by == BY_STATUS)
		return;
	int states = r->counting == COUNT_TASKS ? STATE_RECURRING + 1 : STATUS_COUNT;
	for (int i = 0; i < states; i++)
		count_cell(r->arena, &row[n++], t->states[i]);
	rate_cell(&row[n++], rate_all(r->arena, t));
	rate_cell(&row[n], rate_dated(r->arena, t));
}

struct sheet *view_summary(const struct report *r)
{
	size_t width;
	const char **names = summary_columns(r, &width);
	struct sheet *s = sheet_new(r->arena, names, width);
	const struct items *items = r->by == BY_AGENCY ? &r->by_agency : &r->items;
	struct summary sum = summary_make(r->arena, items, r->by, &r->window);
	for (size_t i = 0; i < sum.count; i++) {
		struct cell *row = sheet_row(s);
		group_cell(r, &row[0], &sum.groups[i], r->by);
		summary_cells(r, row, &sum.groups[i].tally);
	}
	if (has_total_row(r, &sum)) {
		struct cell *row = sheet_row(s);
		struct tally whole = whole_of(r);
		text_cell(&row[0], adds_up(r, r->by)
				       ? total_word()
				       : words_pick("Total, each task once",
						    "Tổng cộng (mỗi nhiệm vụ một lần)"));
		summary_cells(r, row, &whole);
	}
	return s;
}

/* ---- agencies ---- */

static const char *const agency_columns[] = {
    "agency",  "total",	   "done-on-time", "done-late", "done",	      "in_time",
    "overdue", "due_soon", "other",	   "rate_all",	"rate_dated", "done_in_period"};

static void agency_cells(struct arena *a, struct cell *row, const struct tally *t)
{
	const size_t numbers[] = {t->total,
				  t->states[STATUS_DONE_ON_TIME],
				  t->states[STATUS_DONE_LATE],
				  t->states[STATUS_DONE],
				  tally_in_time(t),
				  tally_overdue(t),
				  t->soon,
				  tally_other(t)};
	size_t n = sizeof numbers / sizeof *numbers;
	for (size_t i = 0; i < n; i++)
		count_cell(a, &row[1 + i], numbers[i]);
	rate_cell(&row[1 + n], rate_all(a, t));
	rate_cell(&row[2 + n], rate_dated(a, t));
	count_cell(a, &row[3 + n], t->in_window);
}

struct sheet *view_agencies(const struct report *r)
{
	struct sheet *s =
	    sheet_new(r->arena, agency_columns, sizeof agency_columns / sizeof *agency_columns);
	struct summary sum = summary_make(r->arena, &r->by_agency, BY_AGENCY, &r->window);
	for (size_t i = 0; i < sum.count; i++) {
		struct cell *row = sheet_row(s);
		group_cell(r, &row[0], &sum.groups[i], BY_AGENCY);
		agency_cells(r->arena, row, &sum.groups[i].tally);
	}
	if (has_total_row(r, &sum)) {
		struct cell *row = sheet_row(s);
		struct tally whole = whole_of(r);
		text_cell(&row[0], adds_up(r, BY_AGENCY)
				       ? total_word()
				       : words_pick("Total, each task once",
						    "Tổng cộng (mỗi nhiệm vụ một lần)"));
		agency_cells(r->arena, row, &whole);
	}
	return s;
}

/* ---- trend ---- */

static const char *step_word(enum period_kind step)
{
	return step == PERIOD_WEEK ? "week" : step == PERIOD_QUARTER ? "quarter" : "month";
}

struct sheet *view_trend(const struct report *r)
{
	static const char *const rest[] = {"date", "total", "done",	 "late",
					   "open", "other", "cancelled", "done_in_period"};
	size_t width = sizeof rest / sizeof *rest + 1;
	const char **names = arena_alloc(r->arena, width * sizeof *names);
	names[0] = step_word(r->step);
	memcpy(names + 1, rest, sizeof rest);
	struct sheet *s = sheet_new(r->arena, names, width);
	struct trend trend = trend_make(r->arena, &r->items, r->counting, r->step, &r->window);
	for (size_t i = 0; i < trend.count; i++) {
		const struct tally *t = &trend.points[i].tally;
		size_t gone = t->states[STATUS_CANCELLED];
		const size_t numbers[] = {t->total,	    tally_done(t),	   tally_overdue(t),
					  tally_in_time(t), tally_other(t) - gone, gone,
					  t->in_window};
		struct cell *row = sheet_row(s);
		text_cell(&row[0], period_name(r->arena, trend.points[i].period));
		day_cell(r->arena, &row[1], trend.points[i].on);
		for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
			count_cell(r->arena, &row[2 + k], numbers[k]);
	}
	return s;
}

/* ---- silent ---- */

static const char *const silent_columns[] = {"kind",   "agency", "plan", "task", "period",
					     "status", "due",	 "last", "text"};

static void silent_cells(const struct report *r, struct cell *c, const struct silent_row *row)
{
	const struct task *task = row->item->task;
	word_cell(&c[0], silence_word(row->kind));
	text_cell(&c[1], row->item->agency);
	day_cell(r->arena, &c[7], row->last);
	if (row->kind == SILENT_AGENCY)
		return;
	text_cell(&c[2], task->plan->id);
	text_cell(&c[8], task->text);
	const struct obligation *o = row->obligation;
	if (!o && r->counting == COUNT_OBLIGATIONS)
		o = row->item->parts[0];
	text_cell(&c[3], o ? obligation_task(r->arena, o) : task->id);
	text_cell(&c[4], o ? obligation_period(r->arena, o) : NULL);
	word_cell(&c[5], o ? status_word(o->state.status) : state_word(row->item->state));
	day_cell(r->arena, &c[6], o ? o->state.due : row->item->due);
}

struct sheet *view_silent(const struct report *r)
{
	struct sheet *s =
	    sheet_new(r->arena, silent_columns, sizeof silent_columns / sizeof *silent_columns);
	struct silent_rows list = silent_make(r->arena, &r->by_agency, &r->window);
	for (size_t i = 0; i < list.count; i++)
		silent_cells(r, sheet_row(s), &list.rows[i]);
	return s;
}

/* ---- what says nothing ---- */

static bool says_something(const struct sheet *s, size_t column)
{
	for (size_t r = 0; r < s->count; r++) {
		const struct cell *c = &s->rows[r][column];
		if (c->kind != CELL_EMPTY && c->text && *c->text && strcmp(c->text, "0") != 0)
			return true;
	}
	return false;
}

void sheet_trim(struct sheet *s)
{
	const char *kept = "";
	for (size_t i = 0; i < s->width; i++)
		if (!i || says_something(s, i))
			kept =
			    arena_format(s->arena, "%s%s%s", kept, *kept ? "," : "", s->columns[i]);
	sheet_choose(s, kept);
}
