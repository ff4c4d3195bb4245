/* SPDX-License-Identifier: MIT
 * rateout: ratings printed for people: a table, a page, and the explanation of single heads that can
 * go with a letter. For bands front and above. */
#ifndef PAR_RATEOUT_H
#define PAR_RATEOUT_H

#include "front/command.h"
#include "front/rateviews.h"

/* A table of the tool, by its name. */
struct rate_view {
	const char *name;
	struct sheet *(*make)(const struct rate *r);
	struct sheet *(*brief)(const struct rate *r); /* the same for people */
	const char *columns;		  /* of it; those that hold nothing are left out */
	const char *english, *vietnamese; /* title */
};

/* The view of that name; NULL: none. */
const struct rate_view *rate_view_find(const char *name);

/* EXIT_DONE, or EXIT_NOT_DONE for an unknown column. */
int rate_text(struct command *c, const struct rate *r, const struct rate_view *view);
int rate_html(struct command *c, const struct rate *r, const struct rate_view *view);

/* How each head's result came about: document, article, each condition with its value and whether it
 * held, and every warning. */
void rate_explain_text(const struct rate *r, size_t width);
void rate_explain_html(const struct rate *r);

/* The rules, their policy and what all results are warned of: lines for people, NULL at the end. */
const char **rate_lines(const struct rate *r);

#endif
