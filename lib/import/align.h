/* SPDX-License-Identifier: MIT
 * align: the cells of one row put under the table's columns, in order, by what they look like, when
 * cells are lost, merged from above or split. For band import. */
#ifndef PAR_ALIGN_H
#define PAR_ALIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "import/headings.h"
#include "import/look.h"

struct arena;

struct align; /* scores of all numbers of cells from one cell on */

struct align *align_new(struct arena *a, const struct task_table *table, size_t most);

/* Tries the cells from `looks` on. `first`: the row stands right under a heading, where nothing can
 * be merged from above. `last`: the document ends behind `count` cells, where cells at the row's end
 * may be missing. */
void align_try(struct align *t, const struct look *looks, size_t count, bool first, bool last);

/* How well `count` cells fill one row when one of them must not stand in one column (both from 0). */
double align_without(struct align *t, const struct look *looks, size_t count, bool first, bool last,
		     size_t cell, size_t column);

/* How well the first k cells fill one row. */
double align_score(const struct align *t, size_t k);

/* The column of each of the first k cells. Two cells may have the same. */
void align_columns(const struct align *t, size_t k, size_t *columns);

#endif
