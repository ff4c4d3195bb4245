/* SPDX-License-Identifier: MIT
 * canonical: one part of a deadline in its canonical words. For band time. */
#ifndef PAR_CANONICAL_H
#define PAR_CANONICAL_H

#include <stdbool.h>

#include "time/deadline.h"

/* Deadlines of other years are taken for slips of the pen. */
enum { DEADLINE_YEAR_FIRST = 1990, DEADLINE_YEAR_LAST = 2100 };

bool canonical_year(int year);

/* Reads the part at *s and moves behind it and the blanks there; false when none stands there. */
bool canonical_part(struct arena *a, const char **s, struct part *part);

/* A period's name at *s; false when none stands there. */
bool canonical_period(const char **s, struct period *period);

#endif
