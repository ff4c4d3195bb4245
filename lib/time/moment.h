/* SPDX-License-Identifier: MIT
 * moment: a point in time as logs write it, "2024-03-21T08:02:11Z". It does not know the clock.
 * For bands time and above. */
#ifndef PAR_MOMENT_H
#define PAR_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

/* Seconds since 1970-01-01T00:00:00Z. Takes a date with a time (T or a blank between, seconds and their
 * fraction may be missing) and Z, +07:00 or nothing behind it, which means Vietnam's time; a date
 * alone means its last second there. False when it is none of these. */
bool moment_parse(const char *s, int64_t *seconds);

#endif
