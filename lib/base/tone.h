/* SPDX-License-Identifier: MIT
 * tone: the tone mark of a Vietnamese syllable: where it may stand, and what it weighs in sorting.
 * For band base; others use text.h. */
#ifndef PAR_TONE_H
#define PAR_TONE_H

#include <stdint.h>

/* Moves the tone marks of lower-case text to where the new spelling has them (uỷ: ủy stays, oà gives
 * òa, uý gives úy), in place. The bytes change, their number may not grow. */
void tone_unify(char *lower);

/* The letter without its tone (ấ gives â) and the tone's rank: 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc,
 * 5 nặng. Takes lower case. */
uint32_t tone_split(uint32_t letter, int *tone);
uint32_t tone_join(uint32_t letter, int tone);

#endif
