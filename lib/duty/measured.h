/* SPDX-License-Identifier: MIT
 * measured: the values that logs give for what rules ask for: the figures of an agency for a year, the
 * points of a criterion for a month. It knows no files and no clock. For bands duty and above. */
#ifndef PAR_MEASURED_H
#define PAR_MEASURED_H

#include <stdbool.h>
#include <stdint.h>

#include "data/measure.h"
#include "data/rules.h"
#include "duty/bound.h"
#include "time/period.h"

struct arena;
struct event;

/* What a row of a log speaks of: a figure (`input`) or a criterion of the rules. */
struct measured_name {
	const struct rules *rules;
	const struct rule_input *input;		/* NULL: it is a criterion */
	const struct rule_criterion *criterion; /* NULL: it is a figure */
	struct named agency;			/* name "": nobody is named */
	struct period period;			/* as written; PERIOD_NONE: of the row's date */
};

/* One value that counts. */
struct measured_value {
	struct measured_name of;
	struct period period; /* a month of a scorecard, else a year */
	day date;
	struct measure measure;
	struct ratio number;
	const char *evidence, *file;
	unsigned line;
	uint64_t said; /* hash of the line: equal lines count once */
	uint64_t gone_by;
	bool gone;		     /* taken back */
	size_t sequence;	     /* order of reading */
	struct measured_value *next; /* of the same figure and period */
};

struct measures;

struct measures *measures_new(struct arena *a);

/* The figure or criterion of that id; false when the rules have none. */
bool measured_find(const struct rules *rules, const char *id, struct measured_name *name);

/* The nearest id to one that the rules do not have, "; did you mean …?" or "". */
const char *measured_hint(struct arena *a, const struct rules *rules, const char *id);

/* The period that a text names: a month of a scorecard, else a year. PERIOD_NONE: it is none. */
struct period measured_period(const struct rules *rules, const char *text);

/* The one that a day lies in. */
struct period measured_of_day(const struct rules *rules, day date);

/* Reads a value: points up to the criterion's maximum, a figure within its range. */
bool measured_number(const struct measured_name *name, const char *text, struct measure *measure,
		     struct ratio *number);

/* What a value must be, for people. */
const char *measured_takes(struct arena *a, const struct measured_name *name);

/* Adds a value; of one day the later line wins. */
void measures_add(struct measures *list, const struct measured_name *name,
		  const struct event *event, const struct measure *measure, struct ratio number);

/* Takes back the values of a day for the same agency and period; false when there is none. */
bool measures_void(struct measures *list, const struct measured_name *name,
		   const struct event *event);

/* The latest value for a period; NULL: none. `agency` NULL: of anybody (a scorecard's criterion has
 * one owner). `list` may be NULL. */
const struct measured_value *measures_latest(const struct measures *list, const struct rules *rules,
					     const char *id, const struct named *agency,
					     struct period period);

/* The agencies that rules' figures were measured of, in order of first mention. */
size_t measures_agencies(struct arena *a, const struct measures *list, const struct rules *rules,
			 const char ***names);

#endif
