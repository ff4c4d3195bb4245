/* SPDX-License-Identifier: MIT
 * memo: what was found out about a text is kept: tables repeat their agencies and deadlines in every
 * row, and reading one is dear. For band import. */
#ifndef PAR_MEMO_H
#define PAR_MEMO_H

#include <stdbool.h>

#include "import/headings.h"
#include "import/look.h"

struct arena;
struct memo;

/* Texts given to the others are borrowed: they must live as long as the arena. */
struct memo *memo_new(struct arena *a);

const struct look *memo_look(struct memo *m, const char *text);
const char *memo_plain(struct memo *m, const char *text);
enum role memo_role(struct memo *m, const char *text, bool *typo);

#endif
