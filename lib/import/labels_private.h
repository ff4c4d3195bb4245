/* SPDX-License-Identifier: MIT
 * labels_private: what choosing the tasks of an outline and making their table share. For
 * label*.c. */
#ifndef PAR_LABELS_PRIVATE_H
#define PAR_LABELS_PRIVATE_H

#include "import/labels.h"
#include "import/outline.h"

struct index;

/* What an item is for the table. */
enum use {
	USE_NONE,
	USE_TASK,
	USE_BARE,   /* numbered among tasks, without labels */
	USE_GROUP,  /* tasks stand under it */
	USE_OPENER, /* "5. Soạn các nghị định:" among tasks, whose dashes are tasks */
};

struct labelled {
	struct arena *a;
	struct outline outline;
	struct index *ranks;
	enum use *use;
	const char **scope; /* labels behind the last of several points: that point; NULL */
	bool *told;	    /* groups and openers that stand in the table */
	struct grid_table *table;
	bool has[ROLE_COUNT]; /* columns of the table */
};

struct item *labels_item(const struct labelled *l, size_t i);

/* The items behind i up to this one stand under it. */
size_t labels_end(const struct labelled *l, size_t i);

/* Says what each item is for. Labels behind the last of several points are given to their item. */
void labels_choose(struct labelled *l);

#endif
