/* SPDX-License-Identifier: MIT
 * filled: the sheet that an agency filled in, in its own words, as rows for a log. For bands duty and
 * above. */
#ifndef PAR_FILLED_H
#define PAR_FILLED_H

#include <stdbool.h>
#include <stddef.h>

#include "data/entries.h"

struct findings;
struct plan;

struct filled_request {
	struct plan *const *plans;
	size_t plan_count;
	bool has_agency; /* whose sheet it is was said */
};

/* Reads a sheet from normal text: rows above the heading are passed over, headings and words of
 * status may be Vietnamese. Rows that cannot be used are reported and stay in the list. False after a
 * finding that spoils all of it. */
bool filled_read(struct entries *list, const char *name, struct file_bytes text,
		 const struct filled_request *request, struct findings *findings);

/* Reports those that are done, cancelled, moved or triggered and do not say when. */
void filled_dates(struct entries *list, struct findings *findings);

#endif
