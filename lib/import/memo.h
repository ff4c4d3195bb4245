/* SPDX-License-Identifier: MIT
 * memo: what was found out about a text is kept: tables repeat their agencies and deadlines in every
 * row, and reading one is dear. For band import. */
#ifndef PAR_MEMO_H
#define PAR_MEMO_H

#include <stdbool.h>

#include "data/agency.h"
#include "import/headings.h"
#include "import/look.h"
#include "time/phrase.h"

struct arena;
struct memo;

/* Texts given to the others are borrowed: they must live as long as the arena. */
struct memo *memo_new(struct arena *a);

const struct look *memo_look(struct memo *m, const char *text);
const struct look *memo_shape(struct memo *m, const char *text); /* as look_shape, or more */
const char *memo_plain(struct memo *m, const char *text);
enum role memo_role(struct memo *m, const char *text, bool *typo);

/* As agency_split and deadline_read; what goes with the text is the document's, always the same. What
 * they point to is shared by all who asked. */
struct cell_names memo_names(struct memo *m, const char *lines, const struct registry *registry,
			     const char *of);
struct reading memo_deadline(struct memo *m, const char *text, const struct phrase_context *years);

#endif
