/* SPDX-License-Identifier: MIT
 * phrasewords: a phrase as tokens that remember where they stood, and patterns over them. For the
 * files of phrase only. */
#ifndef PAR_PHRASEWORDS_H
#define PAR_PHRASEWORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
	enum token_kind kind;
	const char *key; /* folded; spellings that mean one thing are one (hàng is hằng) */
	uint64_t sign;	 /* a bit by the key: what a pattern begins with is told from it at once */
	int number;	 /* TOKEN_NUMBER, when `digits` is at most 6 */
	int digits;
	bool line_start;   /* the first of a line */
	bool cited;	   /* belongs to a document's number or date: never a deadline */
	size_t begin, end; /* bytes of the text */
};

struct words {
	struct arena *arena;
	const char *said;
	struct token *tokens;
	size_t count;
	bool bare; /* written without any accent: matched without them */
};

/* Cuts the text (NFC) into tokens. */
void words_cut(struct words *w, struct arena *a, const char *said);

/* Gives each token its sign; words_cut has it done. */
void words_sign(struct words *w);

/* How many tokens from i on fit the pattern, 0 when it does not fit. A pattern is words with blanks
 * between; a|b is either, a trailing ? makes one optional. It must be a literal: what it begins with
 * is remembered by its address. */
size_t words_match(const struct words *w, size_t i, const char *pattern);

/* The first of the patterns that fits: its length, and its index in *which (may be NULL). The array
 * must be a constant, always given with the same count. */
size_t words_match_any(const struct words *w, size_t i, const char *const patterns[], size_t count,
		       size_t *which);

/* Is token i there, not cited, and a number of at least..most digits / this mark? */
bool words_number(const struct words *w, size_t i, int least, int most);
bool words_mark(const struct words *w, size_t i, char mark);
bool words_is_mark(const struct words *w, size_t i, const char *marks);
bool words_end(const struct words *w, size_t i); /* no token i */

/* The words of tokens begin..end as said, squeezed. */
const char *words_said(const struct words *w, size_t begin, size_t end);

#endif
