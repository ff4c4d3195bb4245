/* SPDX-License-Identifier: MIT
 * left: rows of a table that became neither a task nor a heading between tasks, and why, so that an
 * officer can check the count against the paper. For bands import and above. */
#ifndef PAR_LEFT_H
#define PAR_LEFT_H

#include <stddef.h>

struct arena;

/* A run of rows left out for the same reason. */
struct left_row {
	long at;	  /* of the first */
	long count;	  /* rows */
	const char *text; /* the first words of the first; NULL: it is empty */
	const char *why;  /* in the chosen language */
};

struct left_rows {
	struct left_row *items;
	size_t count;
};

/* `text` may be empty or NULL; `why` is borrowed, and a run is told by it. */
void left_add(struct arena *a, struct left_rows *left, long at, const char *text, const char *why);

/* In the order of the document. */
void left_sort(struct left_rows *left);

#endif
