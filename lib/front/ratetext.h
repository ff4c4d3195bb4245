/* SPDX-License-Identifier: MIT
 * ratetext: ratings in words: values, failed conditions, what is missing, warnings. For bands front
 * and above. */
#ifndef PAR_RATETEXT_H
#define PAR_RATETEXT_H

#include "front/rateviews.h"

/* The figure that a test asks for; NULL for grades and lists. */
const struct figure *rate_figure(const struct rate *r, const struct rate_row *row,
				 const struct condition *c);

/* Its value as people read it: "18/20 (90 %)"; "" when missing. */
const char *rate_value(const struct rate *r, const struct rate_row *row, const struct condition *c);

/* A figure's name for people, its id for machines. */
const char *rate_input(const struct rate *r, const struct rule_input *input);

/* "1 Hoàn thành xuất sắc nhiệm vụ" */
const char *rate_grade(const struct rate *r, const struct rule_grade *grade);

/* What a reader must be warned of in a row besides amendments. */
const char *rate_notes(const struct rate *r, const struct rate_row *row);

/* The test: as the rules write it, for people with the figure's name. */
const char *rate_test(const struct rate *r, const struct condition *c);

/* Where a grade comes from: of conditions one of which suffices those that held, else the grade's. */
const char *rate_article(const struct rate *r, const struct rate_row *row);

/* The article of a grade, the figures that are missing, the conditions that failed. */
const char *rate_why(const struct rate *r, const struct rate_row *row);

/* Whether a condition held: its code, for people in words, of criteria "met". */
const char *rate_held(const struct rate *r, enum held held);

/* The conditions that kept each grade away, or the criteria that are not met. */
const char *rate_failed(const struct rate *r, const struct rate_row *row);

/* The figures that plans and logs gave, each with its source. */
const char *rate_taken(const struct rate *r, const struct rate_row *row);

/* The figures that could change the answer, by name. */
const char *rate_missing(const struct rate *r, const struct rate_row *row);

/* Every condition with its value and whether it held, in one line. */
const char *rate_trace(const struct rate *r, const struct rate_row *row);

#endif
