/* SPDX-License-Identifier: MIT
 * notes: what an answer leans on or had to leave aside, told once each. For bands front and above. */
#ifndef PAR_NOTES_H
#define PAR_NOTES_H

#include "duty/obligation.h"

struct arena;
struct findings;

/* Counts of working days that rest on no calendar, or on a year that was computed. */
void note_trust(struct arena *a, const struct obligation *const rows[], size_t count,
		struct findings *findings);

/* Events dated after as_of. */
void note_future(struct arena *a, const struct progress *p, day as_of, struct findings *findings);

#endif
