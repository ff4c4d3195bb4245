/* SPDX-License-Identifier: MIT
 * silent: agencies and tasks of which the log says nothing in a window, and what was called done
 * without evidence. For bands duty and above. */
#ifndef PAR_SILENT_H
#define PAR_SILENT_H

#include "duty/summary.h"

enum silence {
	SILENT_AGENCY, /* not one entry on anything it leads, and something of that is open */
	SILENT_TASK,   /* open, and no entry from this agency */
	NO_EVIDENCE,   /* done, and no document is named */
};

const char *silence_word(enum silence kind); /* "silent-agency" */

struct silent_row {
	enum silence kind;
	const struct item *item;	     /* one of the agency's, for its name */
	const struct obligation *obligation; /* NO_EVIDENCE */
	day last; /* of the last entry before the window's end; DAY_NONE */
};

struct silent_rows {
	struct silent_row *rows;
	size_t count;
};

/* The items must have been made by agency. Ongoing tasks come first, then what is late. A mere remark
 * (`note`) is no entry, what was taken back is none. */
struct silent_rows silent_make(struct arena *a, const struct items *items,
			       const struct window *window);

#endif
