/* SPDX-License-Identifier: MIT
 * stream: a stream of cells without rows cut into rows. For band import. */
#ifndef PAR_STREAM_H
#define PAR_STREAM_H

#include <stddef.h>

#include "import/headings.h"
#include "import/look.h"
#include "import/rows.h"

struct arena;
struct memo;

/* One row of the stream: cells [from, from + count). */
struct stream_row {
	enum row_kind kind;
	size_t from, count;
};

struct stream_rows {
	struct stream_row *items;
	size_t count;
};

/* The rows that explain the cells best, up to the table's end; text behind it is in none. */
struct stream_rows stream_cut(struct arena *a, struct memo *memo, const struct task_table *table,
			      const struct grid_cell *cells, const struct look *looks,
			      size_t count);

#endif
