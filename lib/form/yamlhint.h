/* SPDX-License-Identifier: MIT
 * yamlhint: what libyaml's complaints mean for somebody who wrote a plan by hand, and the
 * characters it must not be fed. It knows no files. For yamltree only. */
#ifndef PAR_YAMLHINT_H
#define PAR_YAMLHINT_H

#include <stdbool.h>
#include <stddef.h>

/* Advice for a complaint, "; …" in the chosen language; "" when there is none. */
const char *yamlhint_find(const char *problem, const char *context);

/* Does the fault lie where the construct was opened, not where libyaml noticed it? */
bool yamlhint_at_context(const char *context, const char *problem);

/* The offset of the first character of valid UTF-8 that YAML does not allow, or that libyaml alone
 * takes for a line break (U+0085, U+2028, U+2029); n when there is none. */
size_t yamlhint_bad_character(const char *s, size_t n);
const char *yamlhint_character(void); /* advice for it */

#endif
