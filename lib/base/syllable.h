/* SPDX-License-Identifier: MIT
 * syllable: can this be Vietnamese? By the structure of its syllables (onset, vowels, coda, tone), not
 * by a list of words. It is what tells one reading of doubtful letters from another. Any file may
 * include this. */
#ifndef PAR_SYLLABLE_H
#define PAR_SYLLABLE_H

#include <stdbool.h>
#include <stddef.h>

/* Is the word (n bytes of valid UTF-8 in NFC, nothing but letters) one syllable as Vietnamese spells
 * them, in one case: "nghiêng", "Nghiêng", "NGHIÊNG"? */
bool syllable_valid(const char *s, size_t n);

struct syllables {
	size_t good, bad;
};

/* Counts the words of a text (n bytes, valid UTF-8, NFC) that hold a letter beyond ASCII, or a sign
 * beyond ASCII that stands among letters. Words of ASCII alone say nothing and are not counted. */
struct syllables syllable_count(const char *s, size_t n);

/* Does the first reading of a text fit Vietnamese better than the second? */
bool syllable_better(struct syllables first, struct syllables second);

#endif
