/* SPDX-License-Identifier: MIT
 * look: what a cell looks like, and how well that fits a column. For band import. */
#ifndef PAR_LOOK_H
#define PAR_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "import/headings.h"
#include "import/ordinal.h"

struct arena;

struct look {
	bool empty;
	bool words;		/* holds a letter or digit at all */
	bool capitals;		/* letters, and none is small */
	bool starts_small;	/* with a small letter: it may go on with the cell before */
	bool ends_open;		/* with ; , or : */
	size_t length;		/* words */
	struct ordinal ordinal; /* the whole cell */
	struct ordinal lead;	/* a number with a closing sign before other text */
	int agency, deadline;	/* 0..100 */
};

struct look look_read(struct arena *a, const char *text);

/* The same without `agency` and `deadline`, which are dear: they are 0. */
struct look look_shape(struct arena *a, const char *text);

/* How well the cell fits a column: 0 says nothing, above speaks for, below against it. */
double look_fit(const struct look *look, enum role role);

/* A row's title: words, neither an agency nor a deadline. */
bool look_is_title(const struct look *look);

#endif
