/* SPDX-License-Identifier: MIT
 * scoreview: scores as rows. */
#include "front/scoreview.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "form/htmlpage.h"
#include "form/wrap.h"
#include "front/cells.h"
#include "front/reportviews.h"

static const char *const score_columns[] = {
    "rules",   "month",	  "kind",	  "part",	 "criterion", "title",
    "owner",   "maximum", "points",	  "lost",	 "percent",   "at_least",
    "at_most", "missing", "change_month", "change_year", "date",      "evidence"};

enum { WIDTH = sizeof score_columns / sizeof *score_columns };

/* This month, the one before, the same of last year. */
struct three {
	struct score_month now, before, last_year;
};

struct view {
	const struct score_request *request;
	const struct rules *rules;
	struct three scores;
	struct sheet *sheet;
};

static void ratio_cell(struct arena *a, struct cell *c, struct ratio number)
{
	*c = (struct cell){CELL_NUMBER, ratio_text(a, number, MEASURE_PLACES)};
}

/* A number as people read it. */
static const char *shown(struct arena *a, struct ratio number)
{
	const struct cell cell = {CELL_NUMBER, ratio_text(a, number, MEASURE_PLACES)};
	return sheet_shown(a, &cell);
}

static struct cell *new_row(struct view *v, const char *kind)
{
	struct cell *c = sheet_row(v->sheet);
	text_cell(&c[0], v->rules->id);
	text_cell(&c[1], period_name(v->request->arena, v->request->month));
	word_cell(&c[2], kind);
	return c;
}

static void difference_cell(struct arena *a, struct cell *c, const struct measured_value *now,
			    const struct measured_value *then)
{
	struct ratio difference;
	if (now && then && ratio_subtract(now->number, then->number, &difference))
		ratio_cell(a, c, difference);
}

static void criterion_row(struct view *v, const struct rule_criterion *c)
{
	struct arena *a = v->request->arena;
	const struct measured_value *value = v->scores.now.values[c->number];
	struct cell *cells = new_row(v, "criterion");
	struct ratio lost;
	text_cell(&cells[3], c->part ? c->part->id : NULL);
	text_cell(&cells[4], c->id);
	text_cell(&cells[5], wording_say(c->name));
	text_cell(&cells[6], c->owner);
	ratio_cell(a, &cells[7], c->maximum);
	number_cell(a, &cells[13], !value);
	if (!value)
		return;
	ratio_cell(a, &cells[8], value->number);
	if (ratio_subtract(c->maximum, value->number, &lost))
		ratio_cell(a, &cells[9], lost);
	difference_cell(a, &cells[14], value, v->scores.before.values[c->number]);
	difference_cell(a, &cells[15], value, v->scores.last_year.values[c->number]);
	day_cell(a, &cells[16], value->date);
	text_cell(&cells[17], value->evidence);
}

/* Both months must be known: what is not scored would look like a change. */
static void change_cell(struct arena *a, struct cell *c, const struct score_sum *now,
			const struct score_sum *then)
{
	struct ratio x, y, difference;
	if (score_percent(now, &x) && score_percent(then, &y) && ratio_subtract(x, y, &difference))
		ratio_cell(a, c, difference);
}

static void sum_cells(struct view *v, struct cell *c, const struct score_sum *now,
		      const struct score_sum *before, const struct score_sum *last_year)
{
	struct arena *a = v->request->arena;
	struct ratio percent, lost;
	ratio_cell(a, &c[7], now->maximum);
	ratio_cell(a, &c[8], now->points);
	if (ratio_subtract(now->maximum, now->points, &lost) &&
	    ratio_subtract(lost, now->open, &lost))
		ratio_cell(a, &c[9], lost);
	if (score_percent(now, &percent))
		ratio_cell(a, &c[10], percent);
	ratio_cell(a, &c[11], score_least(now));
	ratio_cell(a, &c[12], score_most(now));
	number_cell(a, &c[13], (long)now->missing);
	change_cell(a, &c[14], now, before);
	change_cell(a, &c[15], now, last_year);
}

static void part_row(struct view *v, const struct rule_part *part)
{
	struct three *s = &v->scores;
	struct cell *c = new_row(v, "component");
	text_cell(&c[3], part->id);
	text_cell(&c[5], wording_say(part->name));
	text_cell(&c[6], part->owner);
	sum_cells(v, c, &s->now.parts[part->number], &s->before.parts[part->number],
		  &s->last_year.parts[part->number]);
}

/* Whose points they are: a criterion's, or of a component any. */
static bool is_wanted(const struct view *v, const struct rule_criterion *c)
{
	return !v->request->owner || (c->owner && text_match(c->owner, v->request->owner));
}

static void part_rows(struct view *v, const struct rule_part *part)
{
	size_t shown = 0;
	for (size_t i = 0; i < v->rules->criterion_count; i++) {
		const struct rule_criterion *c = &v->rules->criteria[i];
		if (c->part != part || !is_wanted(v, c))
			continue;
		criterion_row(v, c);
		shown++;
	}
	if (part && shown)
		part_row(v, part);
}

static void rules_rows(struct view *v)
{
	const struct score_request *r = v->request;
	struct three *s = &v->scores;
	s->now = score_make(r->arena, v->rules, r->measures, r->month);
	s->before = score_make(r->arena, v->rules, r->measures, score_before(r->month, 1));
	s->last_year = score_make(r->arena, v->rules, r->measures, score_before(r->month, 12));
	for (size_t i = 0; i < v->rules->part_count; i++)
		part_rows(v, &v->rules->parts[i]);
	part_rows(v, NULL);
	if (r->owner)
		return;
	struct cell *c = new_row(v, "total");
	text_cell(&c[5], wording_say(v->rules->title));
	sum_cells(v, c, &s->now.total, &s->before.total, &s->last_year.total);
}

struct sheet *score_sheet(const struct score_request *request)
{
	struct view v = {.request = request};
	v.sheet = sheet_new(request->arena, score_columns, WIDTH);
	for (size_t i = 0; i < request->rules_count; i++) {
		v.rules = request->rules[i];
		if (v.rules->kind == RULES_SCORECARD)
			rules_rows(&v);
	}
	return v.sheet;
}

/* "78.5 %", or between which two numbers it lies. */
static void put_index(const struct score_request *r, const struct score_sum *total, struct buf *b)
{
	struct ratio percent;
	if (score_percent(total, &percent))
		buf_format(b, words_pick("; index %s %%", "; chỉ số %s %%"),
			   shown(r->arena, percent));
	else
		buf_format(b,
			   words_pick("; index between %s and %s %%", "; chỉ số từ %s đến %s %%"),
			   shown(r->arena, score_least(total)), shown(r->arena, score_most(total)));
}

static void put_missing(const struct rules *rules, const struct score_month *now, struct buf *b)
{
	bool first = true;
	for (size_t i = 0; i < rules->criterion_count; i++) {
		const struct rule_criterion *c = &rules->criteria[i];
		if (now->values[i])
			continue;
		buf_text(b, first ? words_pick("; not scored yet: ", "; chưa chấm: ") : ", ");
		buf_format(b, "%s%s%s%s", c->id, c->owner ? " (" : "", c->owner ? c->owner : "",
			   c->owner ? ")" : "");
		first = false;
	}
}

const char *score_sentence(const struct score_request *r)
{
	struct buf b = {0};
	buf_format(&b, words_pick("Month %s", "Tháng %s"), period_name(r->arena, r->month));
	for (size_t i = 0; i < r->rules_count; i++) {
		if (r->rules[i]->kind != RULES_SCORECARD)
			continue;
		struct score_month now = score_make(r->arena, r->rules[i], r->measures, r->month);
		put_index(r, &now.total, &b);
		put_missing(r->rules[i], &now, &b);
	}
	return buf_take(&b, r->arena);
}

bool score_is_open(const struct score_request *r)
{
	for (size_t i = 0; i < r->rules_count; i++)
		if (r->rules[i]->kind == RULES_SCORECARD &&
		    score_make(r->arena, r->rules[i], r->measures, r->month).total.missing)
			return true;
	return false;
}

/* ---- printing ---- */

const char *const score_people = "criterion,title,owner,points,maximum,lost,percent,at_least,at_"
				 "most,change_month,change_year,evidence";
const char *const score_brief =
    "criterion,title,owner,points,maximum,lost,percent,change_month,change_year";

static void print_page(const struct score_request *r, const struct sheet *s, const char *title)
{
	struct page page = {.out = stdout};
	page_open(&page,
		  &(struct page_head){title, wording_say(r->rules[0]->title), score_sentence(r)});
	page_section(&page, title);
	page_table(&page, s, title);
	page_close(&page);
}

int score_print(struct command *c, const struct score_request *r)
{
	struct sheet *s = score_sheet(r);
	const char *title = words_pick("Scores", "Chấm điểm chỉ số");
	if (c->format == FORMAT_CSV || c->format == FORMAT_JSON)
		return command_print(c, s);
	if (command_arrange(c, s) != EXIT_DONE)
		return EXIT_NOT_DONE;
	if (!c->columns) {
		sheet_choose(s, c->format == FORMAT_TEXT ? score_brief : score_people);
		sheet_trim(s);
	}
	if (c->format != FORMAT_TEXT) {
		print_page(r, s, title);
		return EXIT_DONE;
	}
	wrap_print(stdout, wording_say(r->rules[0]->title), command_width(), 0);
	wrap_print(stdout, score_sentence(r), command_width(), 0);
	fputc('\n', stdout);
	sheet_table(s, stdout, command_width());
	return EXIT_DONE;
}

/* ---- as a view of a report ---- */

static struct score_request request_of(const struct report *r)
{
	return (struct score_request){.arena = r->arena,
				      .rules = r->workspace->rules,
				      .rules_count = r->workspace->rules_count,
				      .measures = progress_measures(r->progress),
				      .month = period_of(PERIOD_MONTH, r->window.last),
				      .owner = r->owner};
}

struct sheet *view_scores(const struct report *r)
{
	struct score_request request = request_of(r);
	return score_sheet(&request);
}

const char *scores_sentence(const struct report *r)
{
	struct score_request request = request_of(r);
	return score_sentence(&request);
}
