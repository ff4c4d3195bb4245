/* SPDX-License-Identifier: MIT
 * labels: a plan without a table, whose tasks are numbered paragraphs with labels under them ("Cơ quan
 * chủ trì: … Thời gian thực hiện: …"), as a table. For band import. */
#ifndef PAR_LABELS_H
#define PAR_LABELS_H

#include "read/grid.h"

struct arena;
struct findings;

/* The grid with its labelled paragraphs as one table, under headings, with what stands before them as
 * paragraphs; NULL where no paragraph says both who does what and until when, or where they are those
 * of procedures. Findings tell the labels that belong to no task, at lines of `file`. */
const struct grid *labels_grid(struct arena *a, const struct grid *grid, const char *file,
			       struct findings *findings);

/* How many paragraphs say who does what and until when: they are left out where there are tables. */
size_t labels_count(struct arena *a, const struct grid *grid);

#endif
