/* SPDX-License-Identifier: MIT
 * track: the marks of one unit of one task from one agency, day by day. For band duty. */
#ifndef PAR_TRACK_H
#define PAR_TRACK_H

#include "duty/progress.h"

/* Was this very line seen that day? Remembers it when not. */
bool track_saw(struct track *t, day date, uint64_t hash);

/* Adds a mark; the days' marks that it makes pointless are dropped. Takes m->evidence over. */
void track_add(struct track *t, struct mark m);

/* Takes the marks of day `date` back from day `from` on; false when there is none. */
bool track_void(struct track *t, day date, day from);

void track_free(struct track *t);

#endif
