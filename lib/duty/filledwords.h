/* SPDX-License-Identifier: MIT
 * filledwords: what the headings and the words of status in a filled-in sheet mean. For filled only. */
#ifndef PAR_FILLEDWORDS_H
#define PAR_FILLEDWORDS_H

#include "data/log.h"

struct arena;

/* What a column of a sheet holds. */
enum role {
	ROLE_ID,     /* surely a task's id */
	ROLE_NUMBER, /* the printed number */
	ROLE_TASK,   /* "Nhiệm vụ": an id or the words */
	ROLE_TEXT,
	ROLE_PLAN,
	ROLE_AGENCY,
	ROLE_LEAD,
	ROLE_PERIOD,
	ROLE_STATUS,
	ROLE_STATE,  /* its state, which is its status where there is no such column */
	ROLE_RESULT, /* a status, or words about it */
	ROLE_VALUE,
	ROLE_DATE,
	ROLE_EVIDENCE,
	ROLE_NOTE,
	ROLE_BY,
	ROLE_COUNT,
	ROLE_PRINTED, /* of the plan: nothing to be taken from it */
	ROLE_UNKNOWN
};

enum role role_of_heading(struct arena *a, const char *heading);

/* What a cell says of the state. */
enum says {
	SAYS_NOTHING, /* not begun, waiting: nothing happened */
	SAYS_EVENT,
	SAYS_UNKNOWN
};
struct said_status {
	enum says says;
	enum event_kind kind;
	const char *percent; /* "hoàn thành 60 %"; NULL: none */
};
struct said_status status_of_words(struct arena *a, const char *words);

#endif
