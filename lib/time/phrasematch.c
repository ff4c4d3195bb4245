/* SPDX-License-Identifier: MIT
 * phrasematch: patterns against the words of a phrase. It knows how patterns are written, not what
 * they mean. Hundreds of them are tried at each word of a document, and hardly one begins with it: a
 * bit for each word tells that at once. */
#include <string.h>

#include "base/utf8.h"
#include "time/phrasewords.h"

/* One of 64 bits for a word of n bytes. */
static uint64_t word_sign(const char *word, size_t n)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)word[i]) * 16777619u;
	return (uint64_t)1 << (hash >> 26);
}

/* Without accents a word may be any of several; a number is none. */
void words_sign(struct words *w)
{
	for (size_t i = 0; i < w->count; i++) {
		struct token *t = &w->tokens[i];
		if (t->kind == TOKEN_WORD && w->bare)
			t->sign = UINT64_MAX;
		else if (t->kind != TOKEN_NUMBER)
			t->sign = word_sign(t->key, strlen(t->key));
	}
}

static bool ends_word(char c)
{
	return c == '|' || c == '?' || c == ' ' || c == '\0';
}

/* Is the key one of the words that a step of a pattern names? *end: behind the last of them. */
static bool step_has(const char *step, const char *key, const char **end)
{
	bool has = false;
	for (;; step++) {
		const char *k = key;
		while (*k && *step == *k) {
			step++;
			k++;
		}
		has |= !*k && ends_word(*step);
		while (!ends_word(*step))
			step++;
		if (*step != '|')
			break;
	}
	*end = step;
	return has;
}

/* The same where the text has no accents: the pattern's are left out as well. */
static bool step_has_bare(const char *step, const char *key, const char **end)
{
	bool has = false;
	for (;; step++) {
		const char *k = key;
		bool same = true;
		while (!ends_word(*step))
			same &= utf8_plain(utf8_next(&step)) == utf8_plain(utf8_next(&k));
		has |= same && !*k;
		if (*step != '|')
			break;
	}
	*end = step;
	return has;
}

static bool step_fits(const struct words *w, size_t i, const char *step, const char **end)
{
	const struct token *t = i < w->count ? &w->tokens[i] : NULL;
	bool can = t && !t->cited && t->kind != TOKEN_NUMBER;
	if (can && w->bare && t->kind == TOKEN_WORD)
		return step_has_bare(step, t->key, end);
	return step_has(step, can ? t->key : "\n", end);
}

/* The signs of all words that a pattern may begin with: those of its optional first steps and of the
 * first that is not. */
__attribute__((noinline)) static uint64_t signs_of(const char *pattern)
{
	uint64_t signs = 0;
	for (;; pattern++) {
		size_t n = 0;
		while (!ends_word(pattern[n]))
			n++;
		signs |= word_sign(pattern, n);
		pattern += n;
		if (*pattern == '|')
			continue;
		if (pattern[0] != '?' || pattern[1] != ' ')
			return signs;
		pattern++;
	}
}

/* What a pattern, or any of an array of them, begins with, by their addresses. */
struct known {
	const void *address;
	uint64_t signs;
};

static struct known *known_slot(const void *address)
{
	static struct known known[4096];
	return &known[(uint64_t)(uintptr_t)address * UINT64_C(0x9e3779b97f4a7c15) >> 52];
}

static bool may_begin(const struct token *t, const char *pattern)
{
	struct known *k = known_slot(pattern);
	if (k->address != pattern)
		*k = (struct known){pattern, signs_of(pattern)};
	return k->signs & t->sign;
}

static bool may_begin_any(const struct token *t, const char *const patterns[], size_t count)
{
	struct known *k = known_slot(patterns);
	if (k->address != patterns) {
		uint64_t signs = 0;
		for (size_t i = 0; i < count; i++)
			signs |= signs_of(patterns[i]);
		*k = (struct known){patterns, signs};
	}
	return k->signs & t->sign;
}

__attribute__((noinline)) static size_t match_all(const struct words *w, size_t i,
						  const char *pattern)
{
	size_t j = i;
	while (*pattern) {
		const char *end;
		bool fits = step_fits(w, j, pattern, &end);
		if (!fits && *end != '?')
			return 0;
		j += fits;
		pattern = end + (*end == '?');
		pattern += *pattern == ' ';
	}
	return j - i;
}

static inline size_t match(const struct words *w, size_t i, const char *pattern)
{
	return may_begin(&w->tokens[i], pattern) ? match_all(w, i, pattern) : 0;
}

size_t words_match(const struct words *w, size_t i, const char *pattern)
{
	return i < w->count ? match(w, i, pattern) : 0;
}

size_t words_match_any(const struct words *w, size_t i, const char *const patterns[], size_t count,
		       size_t *which)
{
	if (i >= w->count || !may_begin_any(&w->tokens[i], patterns, count))
		return 0;
	for (size_t k = 0; k < count; k++) {
		size_t n = match(w, i, patterns[k]);
		if (n && which)
			*which = k;
		if (n)
			return n;
	}
	return 0;
}
