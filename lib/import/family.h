/* SPDX-License-Identifier: MIT
 * family: which row another is a part of, by their numbers (1.1 and a) of 1) or the heading above, and
 * what it takes over from there where its own cells are empty. For band import. */
#ifndef PAR_FAMILY_H
#define PAR_FAMILY_H

#include <stddef.h>

#include "import/tasks.h"

struct arena;

/* The parent of each task as index + 1 among the tasks; 0: none. */
size_t *family_find(struct arena *a, const struct plan_rows *plan);

/* The cells that children of a task may take over. */
struct parent_cells family_of_task(const struct draft_task *task);

/* The same of a heading that has cells of its own. */
struct parent_cells family_of_area(const struct area_row *area);

#endif
