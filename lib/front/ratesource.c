/* SPDX-License-Identifier: MIT
 * ratesource: rows of sheets become rated rows. */
#include "front/ratesource.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "data/heads.h"
#include "duty/bound.h"
#include "duty/measured.h"

/* Rows of logs that find no place are told once, not for every head. */
static void tell_lost(const struct rate_sources *s, const struct fill_request *r)
{
	struct duty_request request = {.binder = r->binder,
				       .calendar = r->calendar,
				       .plans = r->plans,
				       .plan_count = r->plan_count,
				       .progress = r->progress,
				       .as_of = r->as_of,
				       .horizon = day_of(r->year, 12, 31)};
	if (r->plan_count)
		duty_list(s->command->arena, &request, &s->command->findings);
}

/* What plans and logs say by the end of an assessed year, or by today where it is not over. */
static const struct fill_request *year_source(struct rate_sources *s, const struct rules *rules,
					      int year)
{
	const struct command *c = s->command;
	struct workspace *w = s->workspace;
	for (size_t i = 0; i < s->count; i++)
		if (s->years[i].fill.year == year)
			return &s->years[i].fill;
	s->years = arena_more(c->arena, s->years, s->count, sizeof *s->years);
	struct year_source *y = &s->years[s->count++];
	day end = day_of(year, 12, 31);
	/* A year's index is measured, and logged, after the year; its tasks are not. */
	y->measured = workspace_progress(w, c->as_of, 0);
	y->fill = (struct fill_request){.binder = w->binder,
					.calendar = w->has_calendar ? w->calendar : NULL,
					.plans = w->plans,
					.plan_count = w->plan_count,
					.rules = rules,
					.measures = progress_measures(y->measured),
					.year = year,
					.as_of = c->as_of < end ? c->as_of : end,
					.over = c->as_of > end};
	y->fill.progress = y->fill.over ? workspace_progress(w, end, 0) : y->measured;
	tell_lost(s, &y->fill);
	return &y->fill;
}

void rate_sources_free(struct rate_sources *s)
{
	for (size_t i = 0; i < s->count; i++) {
		if (s->years[i].fill.over)
			progress_free(s->years[i].fill.progress);
		progress_free(s->years[i].measured);
	}
	s->count = 0;
}

/* ---- who is asked for ---- */

/* By the very name of the agency or the head, accents or not. */
static bool is_named(const struct rate_sources *s, const struct rules *rules,
		     const struct head *head)
{
	struct binder *binder = s->workspace->binder;
	struct arena *a = s->command->arena;
	struct named asked = bound_name(binder, s->agency, rules->of);
	struct named who = bound_name(binder, head->agency, rules->of);
	return (*head->agency && bound_same(&asked, &who, s->command->as_of)) ||
	       strcmp(text_plain(a, head->name), asked.key) == 0;
}

/* By words of it, where nobody has the very name. */
static bool is_wanted(const struct rate_sources *s, const struct rules *rules,
		      const struct head *head, bool exact)
{
	if (s->year && head->year && head->year != s->year)
		return false;
	if (!s->agency)
		return true;
	return is_named(s, rules, head) || (!exact && (text_match(head->agency, s->agency) ||
						       text_match(head->name, s->agency)));
}

static bool wants_level(const struct rate_sources *s, const struct rate_row *row)
{
	const char *list = s->command->selection.level;
	enum level level = row->subject.head->level;
	if (!level && row->subject.scope)
		level = row->subject.scope->level;
	const char *word = level ? level_word(level) : "";
	size_t n = strlen(word);
	for (const char *at = list; at && n && (at = strstr(at, word)); at += n)
		if ((at == list || at[-1] == ',') && (!at[n] || at[n] == ','))
			return true;
	return !list;
}

/* ---- rows ---- */

/* A year that is asked for leaves out the rows of others; rows without one are of that year. */
static void add_row(struct rate_sources *s, struct rate *r, struct head *head, bool exact)
{
	const struct workspace *w = s->workspace;
	if (!is_wanted(s, r->rules, head, exact))
		return;
	struct rate_row row = {.year = head->year ? head->year : s->year};
	if (row.year && (w->log_count || w->plan_count))
		rating_fill(r->arena, year_source(s, r->rules, row.year), head);
	row.subject = subject_make(r->arena, r->rules, w->binder, head);
	if (!wants_level(s, &row))
		return;
	row.rating = rating_make(r->arena, r->rules, r->policy, &row.subject);
	r->rows = arena_more(r->arena, r->rows, r->count, sizeof *r->rows);
	r->rows[r->count++] = row;
}

/* Without a sheet: the agencies that something was measured of for the rules. */
static void heads_of_log(struct rate_sources *s, const struct rate *r, struct heads *heads)
{
	const char **names;
	if (!s->year || !s->workspace->log_count)
		return;
	size_t count = measures_agencies(r->arena, year_source(s, r->rules, s->year)->measures,
					 r->rules, &names);
	for (size_t i = 0; i < count; i++) {
		heads->items =
		    arena_more(r->arena, heads->items, heads->count, sizeof *heads->items);
		heads->items[heads->count++] = heads_new(r->arena, r->rules, names[i]);
	}
}

static int read_heads(struct rate_sources *s, const struct rate *r, struct heads *heads)
{
	struct command *c = s->command;
	struct workspace *w = s->workspace;
	for (size_t i = 0; i < w->sheet_count; i++)
		if (!heads_read(c->arena, heads, r->rules, w->sheets[i].name, w->sheets[i].text,
				&c->findings))
			w->refused++;
	if (!w->sheet_count)
		heads_of_log(s, r, heads);
	if (w->refused && !c->keep_going)
		return EXIT_NOT_DONE;
	if (w->sheet_count || heads->count)
		return -1;
	return command_refuse(
	    c,
	    "whom shall be rated? Name a CSV of heads with a column agency, or "
	    "--year and logs with their figures",
	    "đánh giá ai? Hãy nêu bảng CSV có cột cơ quan, hoặc --year và nhật ký "
	    "có số liệu",
	    NULL);
}

/* ---- last year ---- */

static bool is_same_head(struct rate_sources *s, const struct rate *r, const struct head *x,
			 const struct head *y)
{
	struct binder *binder = s->workspace->binder;
	struct named one = bound_name(binder, x->agency, r->rules->of);
	struct named other = bound_name(binder, y->agency, r->rules->of);
	const char *name = text_plain(r->arena, x->name), *known = text_plain(r->arena, y->name);
	bool agency = *x->agency || *y->agency;
	return (!agency || bound_same(&one, &other, s->command->as_of)) &&
	       (strcmp(name, known) == 0 || (agency && (!*name || !*known)));
}

/* Last year's grade of the same head, where the sheet holds that year and does not say it. */
static void recall_last_year(struct rate_sources *s, struct rate *r, struct rate_row *row,
			     struct head *head)
{
	for (size_t i = 0; row->year && i < r->count; i++) {
		const struct rate_row *last = &r->rows[i];
		if (last->year != row->year - 1 || !last->rating.final ||
		    !is_same_head(s, r, last->subject.head, head))
			continue;
		head->last_grade = (int)last->rating.final->number;
		row->rating = rating_make(r->arena, r->rules, r->policy, &row->subject);
		return;
	}
}

static void recall_all(struct rate_sources *s, struct rate *r, struct heads *heads)
{
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < heads->count; k++)
			if (r->rows[i].subject.head == &heads->items[k] &&
			    heads->items[k].last_grade < 0)
				recall_last_year(s, r, &r->rows[i], &heads->items[k]);
}

int rate_rows(struct rate_sources *s, struct rate *rate)
{
	struct heads heads = {0};
	int status = read_heads(s, rate, &heads);
	bool exact = false;
	for (size_t i = 0; s->agency && i < heads.count && !exact; i++)
		exact = is_named(s, rate->rules, &heads.items[i]);
	rate->has_sources = s->workspace->plan_count || s->workspace->log_count;
	for (size_t i = 0; status < 0 && i < heads.count; i++)
		add_row(s, rate, &heads.items[i], exact);
	recall_all(s, rate, &heads);
	return status;
}
