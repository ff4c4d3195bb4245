/* SPDX-License-Identifier: MIT
 * doubt: how a doubt of a plan or an importer becomes a finding: the sentence of its code with {1}
 * what was seen, the cell it is about, and the suggestion. For bands data and above. */
#ifndef PAR_DOUBT_H
#define PAR_DOUBT_H

#include "base/codes.h"
#include "base/place.h"

struct findings;

/* `task` (an id), `cell`, `say`, `suggest` may be NULL. CODE_NONE: a doubt somebody wrote by hand. */
void doubt_report(struct findings *findings, struct place at, enum code code, const char *task,
		  const char *cell, const char *say, const char *suggest);

#endif
