/* SPDX-License-Identifier: MIT
 * reportwindow: which days a report's data come from: as asked, else the row of a calendar for the
 * period, else the period's own days, else the plans' time up to today. For bands front and above. */
#ifndef PAR_REPORTWINDOW_H
#define PAR_REPORTWINDOW_H

#include "duty/summary.h"
#include "front/command.h"

struct window_request {
	const char *period; /* --period; NULL */
	const char *window; /* --window FROM..TO; NULL */
	const char *to;	    /* --to RECIPIENT; NULL */
};

struct report_time {
	struct period period; /* PERIOD_NONE: none was asked for */
	struct window window; /* both days are set; the states are those of its last */
	const char *sentence; /* for people: which days, and why these */
};

/* Reads the options. -1; else the exit status, after a message. */
int window_check(struct command *c, const struct window_request *request, struct report_time *time);

/* Sets what window_check could not, once the plans and the calendar are known. */
void window_find(struct command *c, const struct window_request *request, const struct workspace *w,
		 struct report_time *time);

#endif
