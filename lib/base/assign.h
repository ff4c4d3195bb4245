/* SPDX-License-Identifier: MIT
 * assign: the one-to-one pairing with the greatest total. Any file may include this. */
#ifndef PAR_ASSIGN_H
#define PAR_ASSIGN_H

#include <stddef.h>

struct arena;

/* gain[row * columns + column] >= 0 is what that pair is worth; pairs worth 0 are never made. Gives
 * to[row], the row's column or -1, in the arena; of equal totals always the same one. Time grows with
 * rows * columns * the smaller of them: a second for a thousand each. */
long *assign_best(struct arena *a, const long *gain, size_t rows, size_t columns);

#endif
