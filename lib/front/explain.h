/* SPDX-License-Identifier: MIT
 * explain: how an obligation's date came to be: the words, their reading, the rule, the events that
 * moved it. For bands front and above. */
#ifndef PAR_EXPLAIN_H
#define PAR_EXPLAIN_H

#include <stdio.h>

#include "duty/obligation.h"

void explain_print(struct arena *a, const struct obligation *const rows[], size_t count, day as_of,
		   FILE *out);

#endif
