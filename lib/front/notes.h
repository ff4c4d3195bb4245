/* SPDX-License-Identifier: MIT
 * notes: what an answer leans on or leaves aside, each told once. For bands front and above. */
#ifndef PAR_NOTES_H
#define PAR_NOTES_H

#include "duty/obligation.h"
#include "duty/window.h"
#include "front/command.h"

/* Counts of working days that rest on no calendar or on a computed year. */
void note_trust(struct command *c, const struct obligation *const rows[], size_t count);

/* Events dated after `as_of`. */
void note_future(struct command *c, const struct progress *p, day as_of);

/* An agency that nothing in the plans binds is likely a slip of the pen: an empty list alone would
 * say that all is done. `bound`: how many obligations are its own. */
void note_agency(struct command *c, const char *agency, size_t bound);

/* No loaded plan covers these days. */
void note_span(struct command *c, const struct workspace *w, const struct span *s);

#endif
