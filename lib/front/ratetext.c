/* SPDX-License-Identifier: MIT
 * ratetext: what a rating says, for people. */
#include "front/ratetext.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"

enum { PLACES = 6 };

const struct figure *rate_figure(const struct rate *r, const struct rate_row *row,
				 const struct condition *c)
{
	if (!c->input || c->input == &r->rules->grade || c->input == &r->rules->last_grade)
		return NULL;
	return &row->subject.head->figures[c->input->number];
}

const char *rate_input(const struct rate *r, const struct rule_input *input)
{
	return r->people && *wording_say(input->name) ? wording_say(input->name) : input->id;
}

/* A number as the language writes it: 89,99. */
static const char *number_text(const struct rate *r, struct ratio number, unsigned places)
{
	const struct cell cell = {CELL_NUMBER, ratio_text(r->arena, number, places)};
	return r->people ? sheet_shown(r->arena, &cell) : cell.text;
}

/* Words for people, ids for machines; a share with what it comes to. */
static const char *value_text(const struct rate *r, const struct rule_input *input,
			      const struct figure *f)
{
	const char *text = figure_text(r->arena, input, f);
	if (f->state != FIGURE_GIVEN)
		return text;
	if (input->words && r->people && *wording_say(input->words[f->word].name))
		return wording_say(input->words[f->word].name);
	if (input->words)
		return text;
	if (f->measure.form == MEASURE_SHARE)
		return arena_format(r->arena, "%s (%s %%)", text,
				    number_text(r, f->number, MEASURE_PLACES));
	return number_text(r, f->number, PLACES);
}

static const char *word_list(const struct rate *r, const struct condition *c)
{
	const char *list = "";
	for (size_t i = 0; i < c->input->word_count; i++)
		if (c->words >> i & 1)
			list = arena_format(r->arena, "%s%s%s", list, *list ? ", " : "",
					    *wording_say(c->input->words[i].name)
						? wording_say(c->input->words[i].name)
						: c->input->words[i].id);
	return list;
}

const char *rate_test(const struct rate *r, const struct condition *c)
{
	static const char *const signs[] = {"≥", ">", "≤", "<", "=", "≠"};
	const struct rule_input *input = c->input;
	const char *name = wording_say(input->name);
	if (!r->people || !*name)
		return c->text;
	if (c->order == TEST_WORD)
		return arena_format(r->arena, "%s: %s", name, word_list(r, c));
	return arena_format(r->arena, "%s %s %s%s", name, signs[c->order],
			    number_text(r, c->limit, PLACES),
			    input->unit == FIGURE_PERCENT ? " %" : "");
}

const char *rate_value(const struct rate *r, const struct rate_row *row, const struct condition *c)
{
	const struct figure *f = rate_figure(r, row, c);
	return f ? value_text(r, c->input, f) : "";
}

const char *rate_held(const struct rate *r, enum held held)
{
	if (!r->people)
		return held_word(held);
	return words_say(r->rules->kind == RULES_CRITERIA ? "criterion" : "held", held_word(held));
}

/* ---- conditions in one line ---- */

struct line {
	const struct rate *r;
	const struct rate_row *row;
	struct buf b;
	bool all; /* every condition, not only those that failed */
};

/* A test that failed, for people: what the figure is, and what it must be. */
static void put_miss(struct line *l, const struct condition *c)
{
	static const struct wording bounds[] = {
	    {"từ ", "at least "}, {"trên ", "over "},	 {"không quá ", "at most "},
	    {"dưới ", "under "},  {"đúng ", "exactly "}, {"khác ", "other than "}};
	const struct rate *r = l->r;
	const char *value = rate_value(r, l->row, c), *must;
	if (c->order == TEST_WORD)
		must = arena_format(r->arena, "%s%s", words_pick("", "là "), word_list(r, c));
	else
		must = arena_format(r->arena, "%s%s%s%s", wording_say(bounds[c->order]),
				    number_text(r, c->limit, PLACES),
				    c->input->unit == FIGURE_PERCENT ? " %" : "",
				    c->order == TEST_AT_LEAST ? words_pick("", " trở lên") : "");
	buf_format(&l->b, words_pick("%s: %s, must be %s", "%s: %s, phải %s"),
		   rate_input(r, c->input), *value ? value : "?", must);
}

/* Figures that were not in the sheet are marked. */
static const char *taken_from(const struct line *l, const struct condition *c)
{
	const struct figure *f = rate_figure(l->r, l->row, c);
	if (!f || f->state != FIGURE_GIVEN || f->source == SOURCE_SHEET)
		return "";
	const char *word = figure_source_word(f->source);
	return arena_format(l->r->arena, ", %s", l->r->people ? words_say("source", word) : word);
}

static void put_test(struct line *l, const struct condition *c)
{
	const char *value = rate_value(l->r, l->row, c);
	enum held held = l->row->rating.held[c->number];
	if (l->r->people && !l->all)
		put_miss(l, c);
	else
		buf_format(&l->b, "%s [%s%s]", rate_test(l->r, c), *value ? value : "?",
			   l->all ? taken_from(l, c) : "");
	if (l->all)
		buf_format(&l->b, " %s", rate_held(l->r, held));
	if (*wording_say(c->note))
		buf_format(&l->b, " (%s)", wording_say(c->note));
}

static bool has_held(const struct line *l, const struct condition *c)
{
	for (const struct condition *m = c->first; m; m = m->next)
		if (l->row->rating.held[m->number] == HELD_YES)
			return true;
	return false;
}

/* Of what would have sufficed alone only a near miss tells why no grade was given. */
static bool is_told(const struct line *l, const struct condition *list, const struct condition *c)
{
	bool sufficient = list->kind == CONDITION_ANY && l->r->rules->kind == RULES_RATING;
	if (l->all || l->row->rating.held[c->number] != HELD_NO)
		return l->all;
	return !sufficient || has_held(l, c);
}

static bool tells(const struct line *l, const struct condition *c)
{
	for (const struct condition *m = c->first; m; m = m->next)
		if (is_told(l, c, m))
			return true;
	return c->kind == CONDITION_TEST;
}

static void put_condition(struct line *l, const struct condition *c, bool nested)
{
	if (c->kind == CONDITION_TEST) {
		put_test(l, c);
		return;
	}
	bool first = true, any = c->kind == CONDITION_ANY;
	const char *either = l->r->people ? words_pick(" or ", " hoặc ") : " or ";
	buf_text(&l->b, nested ? "(" : "");
	for (const struct condition *m = c->first; m; m = m->next) {
		if (!is_told(l, c, m))
			continue;
		buf_text(&l->b, first ? "" : any ? either : "; ");
		put_condition(l, m, true);
		first = false;
	}
	buf_text(&l->b, nested ? ")" : "");
}

static void put_part(struct line *l, const char *id, const struct condition *c)
{
	if (!tells(l, c))
		return;
	buf_format(&l->b, "%s%s: ", l->b.n ? " | " : "", id);
	put_condition(l, c, false);
}

/* For people every grade is told of, also one none of whose cases is near. */
static void put_grade(struct line *l, const struct rule_grade *grade)
{
	if (!l->r->people || l->all) {
		put_part(l, grade->id, grade->when);
		return;
	}
	buf_format(&l->b, words_pick("%sNot grade %s: ", "%sKhông phải mức %s: "),
		   l->b.n ? ". " : "", grade->id);
	if (tells(l, grade->when))
		put_condition(l, grade->when, false);
	else
		buf_format(&l->b, words_pick("none of its cases (%s)", "không trường hợp nào (%s)"),
			   grade->article ? grade->article : grade->id);
}

static void put_criterion(struct line *l, const struct rule_criterion *criterion)
{
	const char *name = wording_say(criterion->name);
	const struct condition *only =
	    criterion->when->first ? criterion->when->first : criterion->when;
	/* A criterion called as its only figure is need not be named twice. */
	if (l->r->people && !l->all && only->input &&
	    strcmp(name, wording_say(only->input->name)) == 0)
		name = words_pick("not met", "chưa đạt");
	put_part(l, l->r->people && *name ? name : criterion->id, criterion->when);
}

static void put_parts(struct line *l)
{
	const struct rules *rules = l->r->rules;
	const struct rating *g = &l->row->rating;
	for (size_t i = 0; i < rules->grade_count; i++)
		if (l->all || g->grades[i] == HELD_NO)
			put_grade(l, &rules->grades[i]);
	for (size_t i = 0; i < rules->criterion_count; i++)
		if (l->all ? g->criteria[i] != HELD_ASIDE : g->criteria[i] == HELD_NO)
			put_criterion(l, &rules->criteria[i]);
}

const char *rate_failed(const struct rate *r, const struct rate_row *row)
{
	struct line l = {.r = r, .row = row};
	enum rating_result result = row->rating.result;
	if (result == RATING_UNDETERMINED || r->rules->kind == RULES_CRITERIA)
		put_parts(&l);
	return buf_take(&l.b, r->arena);
}

const char *rate_trace(const struct rate *r, const struct rate_row *row)
{
	struct line l = {.r = r, .row = row, .all = true};
	if (row->rating.result != RATING_OUTSIDE && row->subject.answer == SCOPE_FOUND)
		put_parts(&l);
	return buf_take(&l.b, r->arena);
}

const char *rate_taken(const struct rate *r, const struct rate_row *row)
{
	struct buf b = {0};
	for (size_t i = 0; i < r->rules->input_count; i++) {
		const struct rule_input *input = &r->rules->inputs[i];
		const struct figure *f = &row->subject.head->figures[i];
		if (f->state == FIGURE_GIVEN && f->source != SOURCE_SHEET)
			buf_format(&b, "%s%s: %s (%s)", b.n ? "; " : "", rate_input(r, input),
				   value_text(r, input, f),
				   words_say("source", figure_source_word(f->source)));
	}
	return buf_take(&b, r->arena);
}

const char *rate_missing(const struct rate *r, const struct rate_row *row)
{
	struct buf b = {0};
	const struct rating *g = &row->rating;
	for (size_t i = 0; i < g->missing_count; i++) {
		const struct rule_input *input = g->missing[i];
		buf_format(&b, "%s%s", i ? "; " : "", rate_input(r, input));
	}
	if (row->subject.answer == SCOPE_UNKNOWN)
		buf_text(&b, r->people ? words_say("head", "level") : "level");
	return buf_take(&b, r->arena);
}

const char *rate_grade(const struct rate *r, const struct rule_grade *grade)
{
	return arena_format(r->arena, "%s %s", grade->id, wording_say(grade->name));
}

const char *rate_result(const struct rate *r, const struct rate_row *row)
{
	const struct rule_grade *grade = row->rating.grade;
	if (!grade)
		return words_say("rating", rating_word(row->rating.result));
	return rate_grade(r, grade);
}

const char *rate_article(const struct rate *r, const struct rate_row *row)
{
	const struct rule_grade *grade = row->rating.grade;
	const char *list = "";
	if (!grade)
		return "";
	for (const struct condition *m = grade->when->first;
	     m && grade->when->kind == CONDITION_ANY; m = m->next)
		if (row->rating.held[m->number] == HELD_YES && m->article)
			list =
			    arena_format(r->arena, "%s%s%s", list, *list ? "; " : "", m->article);
	return *list ? list : grade->article ? grade->article : "";
}

/* What a person has to know beside the result. */
const char *rate_why(const struct rate *r, const struct rate_row *row)
{
	const struct rating *g = &row->rating;
	if (g->result == RATING_GRADE)
		return rate_article(r, row);
	if (g->result == RATING_NO_DATA)
		return arena_format(r->arena, words_pick("missing: %s", "thiếu: %s"),
				    rate_missing(r, row));
	return rate_failed(r, row);
}
