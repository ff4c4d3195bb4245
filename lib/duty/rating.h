/* SPDX-License-Identifier: MIT
 * rating: what rules make of the figures of one head: a grade or criteria, with each condition and
 * whether it held. A missing figure is never taken for one that fails: where it could change the
 * answer there is none. It knows no files, no clock and no output. For bands duty and above. */
#ifndef PAR_RATING_H
#define PAR_RATING_H

#include <stdbool.h>
#include <stddef.h>

#include "data/heads.h"
#include "data/rules.h"

struct arena;
struct binder;

/* ---- who it is ---- */

enum scope_answer {
	SCOPE_FOUND,
	SCOPE_OUTSIDE,	/* the rules are not about such a head */
	SCOPE_UNKNOWN,	/* nothing tells which of the scopes it is */
	SCOPE_CONFLICT, /* the sheet's level or group and the agency's kind differ */
};

struct subject {
	const struct head *head;
	enum scope_answer answer;
	bool post_outside;		/* by the post; the sheet names no group */
	const struct rule_group *scope; /* SCOPE_FOUND; NULL also where the rules name no scope */
	bool *in;			/* by the number of the group */
};

/* By the sheet's group, else the agency's kind (registry, else its name), else the level. */
struct subject subject_make(struct arena *a, const struct rules *rules, struct binder *binder,
			    const struct head *head);

/* ---- what the rules say of it ---- */

enum held {
	HELD_NO,
	HELD_YES,
	HELD_UNKNOWN, /* a figure is missing */
	HELD_ASIDE,   /* does not apply to this head */
	HELD_DROPPED, /* left out by the policy */
};

enum rating_result {
	RATING_GRADE,
	RATING_UNDETERMINED, /* the rules give no grade, or two at once */
	RATING_NO_DATA,
	RATING_MET,	/* all criteria that apply */
	RATING_NOT_MET, /* some are not */
	RATING_OUTSIDE, /* not in scope */
	RATING_RESULTS
};

struct rating {
	enum rating_result result;
	const struct rule_grade *grade;	   /* RATING_GRADE */
	const struct rule_grade *final;	   /* what a person decided, else `grade`; NULL: none */
	enum held *held;		   /* by the number of the condition */
	enum held *grades;		   /* by the number of the grade */
	enum held *criteria;		   /* by the number of the criterion */
	bool clash;			   /* two grades hold, and no order is between them */
	const struct rule_input **missing; /* figures that could change the answer */
	size_t missing_count;
	const struct rule_consequence **follows;
	size_t follow_count;
	const struct rule_consequence **open; /* of those whose figures are missing */
	size_t open_count;
};

/* Is the rating settled: a grade, or all criteria told? */
bool rating_is_settled(const struct rating *r);

struct rating rating_make(struct arena *a, const struct rules *rules,
			  const struct rule_policy *policy, const struct subject *subject);

const char *rating_word(enum rating_result result); /* "undetermined" */
const char *held_word(enum held held);		    /* "yes" */

#endif
