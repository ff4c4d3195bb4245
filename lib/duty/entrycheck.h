/* SPDX-License-Identifier: MIT
 * entrycheck: rows for a log judged before they are written: what par-due would set aside is
 * refused. The judge is the reader itself, which gets to see what would stand in the log.
 * For bands duty and above. */
#ifndef PAR_ENTRYCHECK_H
#define PAR_ENTRYCHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "data/entries.h"
#include "data/logout.h"
#include "form/csvrows.h"
#include "time/date.h"

struct arena;
struct binder;
struct calendar;
struct findings;
struct plan;

struct entry_request {
	struct binder *binder;		 /* never NULL */
	const struct calendar *calendar; /* may be NULL */
	struct plan *const *plans;
	size_t plan_count;
	struct rules *const *rules; /* whose figures and criteria may be measured */
	size_t rules_count;
	const struct csv_source *logs; /* what was said already: files that can be opened by name */
	size_t log_count;
	const struct log_layout *layout; /* of the log to be written to */
	day today;
};

/* Marks entries that stand in a log already (VERDICT_KNOWN), or twice in the list. */
void entry_know(struct arena *a, const struct entry_request *request, struct entries *list);

/* Reports what is wrong with those that are to be added, and marks them VERDICT_UNUSABLE. Warns of
 * what is odd. Returns how many are unusable. *lost: a log cannot be read, which was reported. */
size_t entry_check(struct arena *a, const struct entry_request *request, struct entries *list,
		   bool *lost, struct findings *findings);

#endif
