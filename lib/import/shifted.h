/* SPDX-License-Identifier: MIT
 * shifted: rows that have lost their number's cell, so that every other cell stands one column too far
 * to the left. For band import. */
#ifndef PAR_SHIFTED_H
#define PAR_SHIFTED_H

#include <stdbool.h>
#include <stddef.h>

#include "import/headings.h"
#include "import/look.h"

/* Do the cells of a row, laid under the columns in order, fit much better one column further on? The
 * table begins with numbers, the first cell holds words, and the last one is empty or absent. */
bool row_is_shifted(const struct task_table *table, const struct look *looks, size_t count);

#endif
