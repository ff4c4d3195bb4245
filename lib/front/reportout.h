/* SPDX-License-Identifier: MIT
 * reportout: a report's head and tables, as text and as Markdown, and the list of its views. For
 * bands front and above. */
#ifndef PAR_REPORTOUT_H
#define PAR_REPORTOUT_H

#include "front/command.h"
#include "front/reportviews.h"

struct report_view {
	const char *name;
	struct sheet *(*make)(const struct report *r);
	const char *columns; /* for people; those that hold nothing are left out; NULL: all */
	const char *brief;   /* the same for a terminal; NULL: as `columns` */
	const char *english, *vietnamese; /* title */
	bool by, over_time;		  /* takes --by: a grouping, or a step of time */
	bool targets;			  /* about targets and no tasks */
	bool scores;			  /* about scorecards: needs no plan */
	bool counts;			  /* what was done in the window belongs above it */
	bool blank;			  /* columns that hold nothing are to be filled in */
};

/* The view of this name; NULL: none. */
const struct report_view *report_view_find(const char *name);
const char *report_view_names(struct arena *a); /* "summary, tasks, …" */

const char *report_title(const struct report_view *view);
const char *report_plans(const struct report *r); /* the plans' titles; "" for many */

/* Which days, or which month, the numbers are of. */
const char *report_sentence(const struct report *r, const struct report_view *view);

/* "12 of 48 were done in the window." */
const char *report_done(const struct report *r);

/* The view's sheet, sorted and with the columns asked for, else those for people. NULL after a message
 * about an unknown column. */
struct sheet *report_sheet(const struct command *c, const struct report *r,
			   const struct report_view *view);

/* EXIT_DONE, or EXIT_NOT_DONE for an unknown column. */
int report_text(struct command *c, const struct report *r, const struct report_view *view);
int report_markdown(struct command *c, const struct report *r, const struct report_view *view);

#endif
