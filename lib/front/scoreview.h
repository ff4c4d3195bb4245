/* SPDX-License-Identifier: MIT
 * scoreview: a scorecard's month as a table: points, what is lost and where, what is missing and from
 * whom, and the change against last month and last year. For bands front and above. */
#ifndef PAR_SCOREVIEW_H
#define PAR_SCOREVIEW_H

#include "duty/score.h"
#include "front/command.h"

struct arena;

struct score_request {
	struct arena *arena;
	struct rules *const *rules; /* those that are no scorecards are passed over */
	size_t rules_count;
	const struct measures *measures; /* may be NULL */
	struct period month;
	const char *owner; /* only this agency's criteria; NULL: all */
	bool people;
};

/* The criteria in order, each component behind its own, the index last. */
struct sheet *score_sheet(const struct score_request *request);

/* Is a criterion not scored? */
bool score_is_open(const struct score_request *request);

/* The columns for people: on a page, and in a terminal. */
extern const char *const score_people, *const score_brief;

/* In the command's format. EXIT_DONE, or EXIT_NOT_DONE for an unknown column. */
int score_print(struct command *c, const struct score_request *request);

/* "Month 2026-03; index 78.5 %; not scored yet: 1.2 (Sở Tài chính)". */
const char *score_sentence(const struct score_request *request);

#endif
