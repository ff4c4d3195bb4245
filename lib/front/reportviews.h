/* SPDX-License-Identifier: MIT
 * reportviews: the tables of a periodic report, one function each, under stable column names. What is
 * counted and how is band duty's; how it is printed the sheet's. For bands front and above. */
#ifndef PAR_REPORTVIEWS_H
#define PAR_REPORTVIEWS_H

#include <stdbool.h>
#include <stddef.h>

#include "duty/summary.h"
#include "form/sheet.h"
#include "front/workspace.h"

struct arena;

struct report {
	struct arena *arena;
	struct workspace *workspace;
	const struct progress *progress;
	struct plan *const *plans; /* those asked about */
	size_t plan_count;
	const struct target *const *targets; /* those asked for */
	size_t target_count;
	const struct obligation *const *rows; /* all that is asked for, in the order of duty_list */
	size_t count;
	enum counting counting;
	enum grouping by;
	enum period_kind step;	/* of a trend */
	struct items items;	/* what is counted */
	struct items by_agency; /* the same, each agency's */
	struct window window;	/* its end is the day of the states */
	const char *owner;	/* whose scores; NULL: all */
	const char *sentence;	/* which days these are, for people */
	bool sums;		/* a row with them behind the others */
	bool people;		/* names instead of ids, a picture in characters */
};

/* by, total, each state, rate_all, rate_dated; `status,total` by status. */
struct sheet *view_summary(const struct report *r);

/* The progress annex. */
struct sheet *view_tasks(const struct report *r);

/* One row an agency, with the official columns. */
struct sheet *view_agencies(const struct report *r);

/* When each task begins, is due and was done; for people also drawn. */
struct sheet *view_timeline(const struct report *r);

/* Done, late and open at the end of each week, month or quarter of the window. */
struct sheet *view_trend(const struct report *r);

/* A row for each thing that is open by the window's end, with a log's columns to be filled in. */
struct sheet *view_form(const struct report *r);

/* Agencies and tasks without an entry in the window, and what was called done without evidence. */
struct sheet *view_silent(const struct report *r);

/* What was promised in numbers, what was measured, and whether it is met. */
struct sheet *view_targets(const struct report *r);

/* The scorecards of the month in which the window ends. */
struct sheet *view_scores(const struct report *r);
const char *scores_sentence(const struct report *r);

/* The first and last day that a timeline shows: of the plans, in whole months. */
struct window timeline_span(const struct report *r);

/* What one sign of the drawn one stands for: a month, of plans over two years a quarter. */
enum period_kind timeline_sign(const struct report *r);

/* Drops columns that hold nothing or only zeros; the first stays. */
void sheet_trim(struct sheet *s);

#endif
