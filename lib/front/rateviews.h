/* SPDX-License-Identifier: MIT
 * rateviews: the tables of ratings, one function each, under stable column names. How a grade comes
 * about is band duty's. For bands front and above. */
#ifndef PAR_RATEVIEWS_H
#define PAR_RATEVIEWS_H

#include <stdbool.h>
#include <stddef.h>

#include "duty/rating.h"
#include "form/sheet.h"

struct arena;

struct rate_row {
	struct subject subject;
	struct rating rating;
	int year; /* assessed; 0: not said */
};

struct rate {
	struct arena *arena;
	const struct rules *rules;
	const struct rule_policy *policy;
	struct rate_row *rows;
	size_t count;
	day as_of;
	bool people;	  /* for a reader: words in place of ids */
	bool has_sources; /* plans or logs are loaded */
};

/* A row for each head: the grade or the criteria, with the conditions and what is missing. */
struct sheet *rate_heads(const struct rate *r);

/* A row for each condition of each head. */
struct sheet *rate_conditions(const struct rate *r);

/* The year that all are assessed for; 0: several, or none said. */
int rate_year(const struct rate *r);

/* A row for each head, in few columns: for people. */
struct sheet *rate_brief(const struct rate *r);

/* "1", "Hoàn thành xuất sắc nhiệm vụ", "chưa đủ số liệu": what stands as the result, for people. */
const char *rate_result(const struct rate *r, const struct rate_row *row);

/* Everything a reader must be warned of in a row, in whole sentences; "" for none. */
const char *rate_warnings(const struct rate *r, const struct rate_row *row);

/* What an amendment means for a year that is assessed (0: not said); NULL: it is in the rules. */
const char *rate_amendment(const struct rate *r, const struct rule_amendment *a, int year);

#endif
