/* SPDX-License-Identifier: MIT
 * cuttext: does a text stop in the middle of a sentence? For bands data and above. */
#ifndef PAR_CUTTEXT_H
#define PAR_CUTTEXT_H

#include <stdbool.h>

struct arena;

/* True only on a clear sign: it ends in a word that needs another ("của", "và", "hoàn thành việc")
 * or in a comma. */
bool text_is_cut(const char *text);

/* Is a bracket or a quotation mark not closed? A slip, or the end is missing. */
bool text_is_open(const char *text);

/* The last words of a text, to be quoted. */
const char *text_tail(struct arena *a, const char *text);

#endif
