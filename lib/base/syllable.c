/* SPDX-License-Identifier: MIT
 * syllable: the spelling of Vietnamese syllables: 28 onsets, the vowels and codas that may follow
 * them, one tone. It knows no words. */
#include "base/syllable.h"

#include <stdint.h>
#include <string.h>

#include "base/tone.h"
#include "base/utf8.h"

enum { LETTERS = 7 }; /* nghiêng, nghuyếch: no syllable is longer than 7 or 8 */

static const char *const onsets[] = {
    "",	 "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",	 "t", "th", "tr", "v", "x",
};

/* Vowels with their codas, without tones, by the first vowel; each between blanks. */
static const char *const rhymes[] = {
    " a ac ach ai am an ang anh ao ap at au ay ",
    " ăc ăm ăn ăng ăp ăt ",
    " âc âm ân âng âp ât âu ây ",
    " e ec em en eng eo ep et ",
    " ê êch êm ên êng ênh êp êt êu ",
    " i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ",
    " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet "
    "oi "
    "om on ong ooc oong op ot ",
    " ô ôc ôi ôm ôn ông ôp ôt ",
    " ơ ơi ơm ơn ơp ơt ",
    " u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ up ut uy uya uych uyên uyêt "
    "uynh "
    "uyt uyn uyp uyu uôc uôi uôm uôn uông uôt ",
    " ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ",
    " y yêm yên yêng yêt yêu yn ynh yt ",
};

/* Is it one of the words that stand in the list, between blanks? */
static bool is_listed(const char *list, const char *s, size_t n)
{
	for (const char *word = list + 1; *word;) {
		size_t size = strcspn(word, " ");
		if (size == n && memcmp(word, s, n) == 0)
			return true;
		word += size + 1;
	}
	return false;
}

static bool is_rhyme(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof rhymes / sizeof *rhymes; i++) {
		size_t vowel = (unsigned char)rhymes[i][1] < 0x80 ? 1 : 2;
		if (n >= vowel && memcmp(rhymes[i] + 1, s, vowel) == 0)
			return is_listed(rhymes[i], s, n);
	}
	return false;
}

static bool is_spelled(const char *key, size_t n)
{
	for (size_t i = 0; i < sizeof onsets / sizeof *onsets; i++) {
		size_t onset = strlen(onsets[i]);
		if (n > onset && memcmp(key, onsets[i], onset) == 0 &&
		    is_rhyme(key + onset, n - onset))
			return true;
	}
	return false;
}

/* Behind c, ch, p, t a voice can only rise or break off. */
static bool may_sound(char last, char before, int tone)
{
	bool stop = last == 'c' || last == 'p' || last == 't' || (last == 'h' && before == 'c');
	return !stop || tone == 4 || tone == 5;
}

/* A capital inside a word is one all along. ASCII capitals do not count: some old fonts had no others
 * with a tone, and ĐổI was written. */
static bool breaks_case(uint32_t c, uint32_t low, bool lower_before)
{
	return lower_before && c != low && c >= 0x80;
}

bool syllable_valid(const char *s, size_t n)
{
	char key[4 * (LETTERS + 2)];
	size_t size = 0, letters = 0;
	int tone = 0;
	bool lower = false;
	for (const char *end = s + n; s < end;) {
		uint32_t c = utf8_next(&s), low = utf8_lower(c);
		int rank;
		uint32_t letter = tone_split(low == 0xf0 ? 0x111 : low, &rank); /* ð for đ */
		if (++letters > LETTERS || (rank && tone) || breaks_case(c, low, lower))
			return false;
		lower = lower || (c == low && c >= 0x80);
		tone = rank ? rank : tone;
		size += utf8_put(key + size, letter);
	}
	return size > 0 && is_spelled(key, size) &&
	       may_sound(key[size - 1], size > 1 ? key[size - 2] : 0, tone);
}

/* What parts words: ASCII that is no letter, blanks, dashes, quotes, ellipsis, bullets. Other signs do
 * not: misread letters look like them. */
static bool parts_words(uint32_t c)
{
	if (c < 0x80)
		return (c | 32) < 'a' || (c | 32) > 'z';
	return utf8_is_blank(c) || (c >= 0x2010 && c <= 0x203f);
}

static void count_word(struct syllables *count, const char *s, size_t n)
{
	bool ascii = true;
	for (size_t i = 0; i < n; i++)
		ascii = ascii && (unsigned char)s[i] < 0x80;
	if (ascii)
		return;
	if (syllable_valid(s, n))
		count->good++;
	else
		count->bad++;
}

struct syllables syllable_count(const char *s, size_t n)
{
	struct syllables count = {0};
	const char *end = s + n, *word = s;
	while (s < end) {
		const char *start = s;
		if (!parts_words(utf8_next(&s)))
			continue;
		count_word(&count, word, (size_t)(start - word));
		word = s;
	}
	count_word(&count, word, (size_t)(end - word));
	return count;
}

bool syllable_better(struct syllables first, struct syllables second)
{
	return first.good + second.bad > second.good + first.bad;
}
