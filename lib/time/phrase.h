/* SPDX-License-Identifier: MIT
 * phrase: deadlines as Vietnamese officers write them. deadline_read calls it; nothing else need
 * to, but importers that ask whether a cell looks like a deadline. For bands time and above. */
#ifndef PAR_PHRASE_H
#define PAR_PHRASE_H

#include <stdbool.h>

#include "time/deadline.h"

/* Reads a Vietnamese phrase; never fails (PART_UNKNOWN, PART_EXTERNAL). */
struct reading phrase_read(struct arena *a, const char *text, const struct phrase_context *context);

/* 0..100: how much a cell's whole text looks like a deadline: 100 when every word is understood as
 * one, 0 when nothing in it speaks of time. Long sentences that merely hold a date are low. */
int phrase_likeness(struct arena *a, const char *text);

#endif
