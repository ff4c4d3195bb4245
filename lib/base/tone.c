/* SPDX-License-Identifier: MIT
 * tone: the six tones of the twelve Vietnamese vowels. */
#include "base/tone.h"

#include <string.h>

#include "base/utf8.h"

static const uint32_t vowels[][6] = {
    {0x0061, 0x00e0, 0x1ea3, 0x00e3, 0x00e1, 0x1ea1}, /* a */
    {0x0103, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb7}, /* ă */
    {0x00e2, 0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead}, /* â */
    {0x0065, 0x00e8, 0x1ebb, 0x1ebd, 0x00e9, 0x1eb9}, /* e */
    {0x00ea, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7}, /* ê */
    {0x0069, 0x00ec, 0x1ec9, 0x0129, 0x00ed, 0x1ecb}, /* i */
    {0x006f, 0x00f2, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd}, /* o */
    {0x00f4, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9}, /* ô */
    {0x01a1, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3}, /* ơ */
    {0x0075, 0x00f9, 0x1ee7, 0x0169, 0x00fa, 0x1ee5}, /* u */
    {0x01b0, 0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1}, /* ư */
    {0x0079, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5}, /* y */
};

enum { VOWELS = sizeof vowels / sizeof *vowels };

uint32_t tone_split(uint32_t letter, int *tone)
{
	*tone = 0;
	if (letter < 0xc0 || (letter > 0x169 && letter < 0x1ea1) || letter > 0x1ef9)
		return letter;
	for (int v = 0; v < VOWELS; v++)
		for (int t = 1; t < 6; t++)
			if (vowels[v][t] == letter) {
				*tone = t;
				return vowels[v][0];
			}
	return letter;
}

uint32_t tone_join(uint32_t letter, int tone)
{
	for (int v = 0; v < VOWELS; v++)
		if (vowels[v][0] == letter)
			return vowels[v][tone];
	return letter;
}

/* Both spellings put the tone of oa, oe, uy at the end of a syllable on one of the two vowels; the
 * key has it on the first, which never needs more bytes. In quy the u is a consonant's part. */
void tone_unify(char *lower)
{
	const char *in = lower;
	char *out = lower;
	uint32_t before = 0;
	while (*in) {
		uint32_t c = utf8_next(&in);
		if ((c == 'o' || c == 'u') && before != 'q') {
			const char *behind = in;
			int tone;
			uint32_t vowel = tone_split(utf8_next(&behind), &tone);
			const char *next = behind;
			if (tone && (c == 'o' ? vowel == 'a' || vowel == 'e' : vowel == 'y') &&
			    !utf8_is_letter(utf8_next(&next))) {
				out += utf8_put(out, tone_join(c, tone));
				c = vowel;
				in = behind;
			}
		}
		out += utf8_put(out, c);
		before = c;
	}
	*out = '\0';
}
