/* SPDX-License-Identifier: MIT
 * ratesource: who is rated, and with which figures: sheets of heads, filled up from plans and logs for
 * each assessed year. For bands front and above. */
#ifndef PAR_RATESOURCE_H
#define PAR_RATESOURCE_H

#include "duty/ratingfill.h"
#include "front/command.h"
#include "front/rateviews.h"

/* Where the figures of a year come from besides the sheet. */
struct year_source {
	struct fill_request fill;
	struct progress *measured; /* up to today */
};

struct rate_sources {
	struct command *command;
	struct workspace *workspace;
	int year;	    /* --year; 0: as each row says */
	const char *agency; /* --agency or --explain; NULL: all */
	struct year_source *years;
	size_t count;
};

/* Fills the rows of `rate`, whose rules and policy are set. -1; else the exit status, after a message. */
int rate_rows(struct rate_sources *s, struct rate *rate);

void rate_sources_free(struct rate_sources *s);

#endif
