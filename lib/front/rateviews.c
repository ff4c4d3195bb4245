/* SPDX-License-Identifier: MIT
 * rateviews: ratings as rows. */
#include "front/rateviews.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "front/cells.h"
#include "front/ratetext.h"

/* ---- one row a head ---- */

static const char *const head_columns[] = {
    "year",    "name",	      "post",	    "agency",	    "level",	   "group",
    "result",  "grade",	      "grade_name", "article",	    "final",	   "override",
    "reason",  "consequence", "met_count",  "failed_count", "aside_count", "failed",
    "missing", "conditions",  "decided_by", "policy",	    "warning"};

static const char *group_names(const struct rate *r, const struct rate_row *row)
{
	const char *list = "";
	for (size_t i = 0; i < r->rules->group_count; i++)
		if (row->subject.answer == SCOPE_FOUND && row->subject.in[i])
			list = arena_format(r->arena, "%s%s%s", list, *list ? "; " : "",
					    r->rules->groups[i].id);
	return list;
}

static enum level level_of(const struct rate_row *row)
{
	const struct rule_group *scope = row->subject.scope;
	return row->subject.head->level ? row->subject.head->level
	       : scope			? scope->level
					: LEVEL_NONE;
}

static const char *follows(const struct rate *r, const struct rate_row *row)
{
	const struct rating *g = &row->rating;
	struct buf b = {0};
	for (size_t i = 0; i < g->follow_count; i++)
		buf_format(&b, "%s%s (%s)", b.n ? "; " : "", wording_say(g->follows[i]->name),
			   g->follows[i]->article ? g->follows[i]->article : g->follows[i]->id);
	for (size_t i = 0; i < g->open_count; i++)
		buf_format(&b,
			   words_pick("%s%s: a figure is missing (%s)", "%s%s: thiếu số liệu (%s)"),
			   b.n ? "; " : "", wording_say(g->open[i]->name),
			   g->open[i]->article ? g->open[i]->article : g->open[i]->id);
	return buf_take(&b, r->arena);
}

static void count_cells(const struct rate *r, struct cell *c, const struct rating *g)
{
	long counts[3] = {0};
	if (r->rules->kind != RULES_CRITERIA || g->result == RATING_OUTSIDE)
		return;
	for (size_t i = 0; i < r->rules->criterion_count; i++) {
		enum held held = g->criteria[i];
		if (held != HELD_UNKNOWN)
			counts[held == HELD_YES ? 0 : held == HELD_NO ? 1 : 2]++;
	}
	for (size_t i = 0; i < 3; i++)
		number_cell(r->arena, &c[i], counts[i]);
}

static void head_cells(const struct rate *r, struct cell *c, const struct rate_row *row)
{
	const struct head *h = row->subject.head;
	const struct rating *g = &row->rating;
	const struct rule_group *scope = row->subject.scope;
	if (row->year)
		number_cell(r->arena, &c[0], row->year);
	text_cell(&c[1], h->name);
	text_cell(&c[2], h->post);
	text_cell(&c[3], h->agency);
	word_cell(&c[4], level_of(row) ? level_word(level_of(row)) : NULL);
	text_cell(&c[5], group_names(r, row));
	word_cell(&c[6], rating_word(g->result));
	if (g->grade) {
		text_cell(&c[7], g->grade->id);
		text_cell(&c[8], wording_say(g->grade->name));
		text_cell(&c[9], rate_article(r, row));
	}
	text_cell(&c[10], g->final ? g->final->id : NULL);
	if (h->override >= 0) {
		text_cell(&c[11], wording_say(r->rules->overrides[h->override].name));
		text_cell(&c[12], h->reason);
	}
	text_cell(&c[13], follows(r, row));
	count_cells(r, &c[14], g);
	text_cell(&c[17], rate_failed(r, row));
	text_cell(&c[18], rate_missing(r, row));
	text_cell(&c[19], rate_trace(r, row));
	text_cell(&c[20], scope ? wording_say(scope->decided_by) : NULL);
	text_cell(&c[21], r->policy->id);
	text_cell(&c[22], rate_warnings(r, row));
}

struct sheet *rate_heads(const struct rate *r)
{
	struct sheet *s =
	    sheet_new(r->arena, head_columns, sizeof head_columns / sizeof *head_columns);
	for (size_t i = 0; i < r->count; i++)
		head_cells(r, sheet_row(s), &r->rows[i]);
	return s;
}

/* ---- the same in brief ---- */

static const char *const brief_columns[] = {"year", "name", "agency", "outcome", "why", "note"};

/* What was decided by a person, what follows, and what to look at; amendments stand above the table. */
static const char *brief_note(const struct rate *r, const struct rate_row *row)
{
	const struct head *h = row->subject.head;
	struct buf b = {0};
	if (h->override >= 0)
		buf_format(&b, "%s%s%s: %s", wording_say(r->rules->overrides[h->override].name),
			   h->override_grade >= 0 ? ", " : "",
			   h->override_grade >= 0 ? rate_grade(r, row->rating.final) : "",
			   h->reason);
	if (r->policy && r->policy != &r->rules->policies[0])
		buf_format(&b, words_pick("%spolicy %s", "%scách áp dụng %s"), b.n ? "; " : "",
			   r->policy->id);
	const char *const more[] = {follows(r, row), rate_taken(r, row), rate_notes(r, row)};
	for (size_t i = 0; i < 3; i++)
		if (*more[i])
			buf_format(&b, "%s%s", b.n ? "; " : "", more[i]);
	return buf_take(&b, r->arena);
}

static bool is_one_year(const struct rate *r)
{
	for (size_t i = 1; i < r->count; i++)
		if (r->rows[i].year != r->rows[0].year)
			return false;
	return true;
}

int rate_year(const struct rate *r)
{
	return r->count && is_one_year(r) ? r->rows[0].year : 0;
}

struct sheet *rate_brief(const struct rate *r)
{
	struct sheet *s =
	    sheet_new(r->arena, brief_columns, sizeof brief_columns / sizeof *brief_columns);
	for (size_t i = 0; i < r->count; i++) {
		const struct rate_row *row = &r->rows[i];
		struct cell *c = sheet_row(s);
		if (row->year && !rate_year(r))
			text_cell(&c[0], arena_format(r->arena, "%d", row->year));
		text_cell(&c[1], row->subject.head->name);
		text_cell(&c[2], row->subject.head->agency);
		text_cell(&c[3], rate_result(r, row));
		text_cell(&c[4], rate_why(r, row));
		text_cell(&c[5], brief_note(r, row));
	}
	return s;
}

/* ---- one row a condition ---- */

static const char *const condition_columns[] = {"year",	     "name", "agency", "part",	 "article",
						"condition", "say",  "value",  "source", "held",
						"note",	     "file", "line",   "warning"};

struct condition_rows {
	const struct rate *r;
	const struct rate_row *row;
	struct sheet *sheet;
	const char *part;    /* the grade, criterion or consequence it belongs to */
	const char *warning; /* of the head's row */
};

static void condition_row(const struct condition_rows *w, const struct condition *c,
			  const char *article)
{
	const struct rate *r = w->r;
	struct cell *cells = sheet_row(w->sheet);
	const struct head *h = w->row->subject.head;
	if (w->row->year)
		number_cell(r->arena, &cells[0], w->row->year);
	text_cell(&cells[1], h->name);
	text_cell(&cells[2], h->agency);
	text_cell(&cells[3], w->part);
	text_cell(&cells[4], c->article ? c->article : article);
	text_cell(&cells[5], rate_test(r, c));
	text_cell(&cells[6], wording_say(c->say));
	text_cell(&cells[7], rate_value(r, w->row, c));
	const struct figure *f = rate_figure(r, w->row, c);
	if (f && f->state != FIGURE_MISSING) {
		word_cell(&cells[8], figure_source_word(f->source));
		text_cell(&cells[11], f->file);
		if (f->line)
			number_cell(r->arena, &cells[12], (long)f->line);
	}
	enum held held = w->row->rating.held[c->number];
	text_cell(&cells[9], rate_held(r, held));
	text_cell(&cells[10], wording_say(c->note));
	text_cell(&cells[13], w->warning);
}

static void condition_rows(const struct condition_rows *w, const struct condition *c,
			   const char *article)
{
	if (c->article)
		article = c->article;
	if (c->kind == CONDITION_TEST)
		condition_row(w, c, article);
	for (const struct condition *m = c->first; m; m = m->next)
		condition_rows(w, m, article);
}

struct sheet *rate_conditions(const struct rate *r)
{
	struct condition_rows w = {.r = r};
	w.sheet = sheet_new(r->arena, condition_columns,
			    sizeof condition_columns / sizeof *condition_columns);
	for (size_t i = 0; i < r->count; i++) {
		w.row = &r->rows[i];
		if (w.row->rating.result == RATING_OUTSIDE)
			continue;
		w.warning = rate_warnings(r, w.row);
		for (size_t k = 0; k < r->rules->grade_count; k++) {
			w.part = r->rules->grades[k].id;
			condition_rows(&w, r->rules->grades[k].when, r->rules->grades[k].article);
		}
		for (size_t k = 0; k < r->rules->criterion_count; k++) {
			w.part = r->rules->criteria[k].id;
			condition_rows(&w, r->rules->criteria[k].when,
				       r->rules->criteria[k].article);
		}
	}
	return w.sheet;
}
