/* SPDX-License-Identifier: MIT
 * periods: a table with a column for each month or quarter, in which a mark says when a task is due.
 * For band import. */
#ifndef PAR_PERIODS_H
#define PAR_PERIODS_H

#include <stdbool.h>

#include "import/headings.h"

struct arena;

/* Gives such columns of a table of rows their `period`: the first one is the deadline's. */
void periods_settle(struct arena *a, struct task_table *table);

/* Is the cell nothing but a mark: x? */
bool period_mark(const char *text);

#endif
