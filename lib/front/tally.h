/* SPDX-License-Identifier: MIT
 * tally: what par-import says on standard error about the whole document, for checking against the
 * paper: tables seen and taken, rows, groups, what was left out, doubts by kind; and what an update
 * changed. For bands front and above. */
#ifndef PAR_TALLY_H
#define PAR_TALLY_H

struct arena;
struct buf;
struct import_result;
struct node;
struct update;

/* Lines "FILE: …" or "FILE:LINE: …" in the chosen language. `plan` is what is written. */
void tally_import(struct arena *a, struct buf *out, const char *file,
		  const struct import_result *result, const struct node *plan);

/* The same for an update of the plan `old`; `missing` names its own document when that was not at
 * hand, else NULL. */
void tally_update(struct arena *a, struct buf *out, const char *old, const char *file,
		  const char *missing, const struct update *update);

#endif
