/* SPDX-License-Identifier: MIT
 * agencylikeness: how much a cell looks like one of agencies, by how it parts into names. It knows no
 * registry and no table. */
#include <string.h>

#include "base/arena.h"
#include "data/agency_private.h"

/* A percentage or a date stands in tasks, products and deadlines, hardly among agencies. */
static bool holds_figures(const struct tokens *t)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct token *token = &t->items[i];
		bool digit = token->mark == MARK_WORD && token->s[0] >= '0' && token->s[0] <= '9';
		if (token->mark == MARK_WORD && memchr(token->s, '%', token->n))
			return true;
		if (digit && token_is(t, i + 1, MARK_SLASH))
			return true;
		if (digit && token->n == 4 && i > 0 &&
		    (token_word(t, i - 1, "năm") || token_is(t, i - 1, MARK_SLASH)))
			return true;
	}
	return false;
}

static int score(const struct split_tally *y)
{
	size_t spare = 3 * y->names; /* a role of three words is as good as none */
	size_t role = y->role_words > spare ? y->role_words - spare : 0;
	role = y->bullets && y->names > 1 ? role / 10 : role + role / 2;
	size_t other = role + y->text_words * 2, all = y->name_words + other;
	int value = all ? (int)(100 * y->name_words / all) : 0;
	return y->starts_with_text && value > 20 ? 20 : value;
}

int agency_likeness(const char *text)
{
	enum { LONGEST = 4000 }; /* bytes; no list of agencies is longer */
	if (strlen(text) > LONGEST)
		return 0;
	struct arena *a = arena_new();
	struct tokens t = tokens_of(a, text);
	struct split_tally tally = {0};
	int value = 0;
	size_t label = any_phrase_at(&t, 0, vocabulary_labels);
	if (!(label && label == t.count)) { /* the heading of a column */
		split_cell(a, text, NULL, &tally);
		value = score(&tally);
	}
	if (value > 20 && holds_figures(&t))
		value = 20;
	arena_free(a);
	return value;
}
