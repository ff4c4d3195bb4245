/* SPDX-License-Identifier: MIT
 * agencyrole: what stands between the names of a cell and behind them: separators, numbers of items,
 * labels, brackets, and sentences about what an agency does. It collects nothing. */
#include "data/agency_private.h"

/* Behind a mark or at a line's start a number needs no name behind it. */
static size_t skip_number(const struct tokens *t, size_t at, bool fresh)
{
	return fresh || numbered_name_at(t, at) ? number_at(t, at) : 0;
}

size_t skip_separators(const struct tokens *t, size_t at)
{
	size_t start = at, behind;
	while (at < t->count) {
		bool fresh = at == 0 || at > start || t->items[at].line;
		if ((behind = skip_number(t, at, fresh)))
			at = start = behind;
		else if (token_is(t, at, MARK_OPEN) ||
			 (token_is(t, at, MARK_WORD) && !joiner_word(t, at)))
			break;
		else
			at++;
	}
	return at;
}

/* Does an agency begin here that can stand in the middle of a sentence about another? */
static bool cuts_role(const struct tokens *t, size_t at)
{
	struct parsed name;
	if (!name_begins(t, at, true) || !name_parse(t, at, &name))
		return false;
	if (name.sort == NAME_GROUP)
		return name.nouns && !name.loose;
	return name.known && (name.head->flags & (HEAD_STRONG | HEAD_AREA));
}

size_t label_at(const struct tokens *t, size_t at)
{
	size_t end = any_phrase_at(t, at, vocabulary_labels);
	return token_is(t, end, MARK_COLON) ? end : 0;
}

bool role_ends(const struct tokens *t, size_t at)
{
	const struct token *token = &t->items[at];
	if (token->mark == MARK_SEMICOLON || token->mark == MARK_BULLET)
		return true;
	if (token->line &&
	    (token->mark == MARK_DASH || (name_begins(t, at, true) && !line_unfinished(t, at))))
		return true;
	if (numbered_name_at(t, at) || label_at(t, at))
		return true;
	if (token->mark == MARK_STOP)
		return at + 1 == t->count || name_begins(t, at + 1, true);
	if (at >= 2 && phrase_at(t, at - 2, "phối hợp") && cuts_role(t, at))
		return true;
	return (token->mark == MARK_COMMA || joiner_word(t, at)) && cuts_role(t, at + 1);
}

size_t bracket_at(const struct tokens *t, size_t at, size_t *end)
{
	int depth = 0;
	size_t i = at;
	for (; i < t->count; i++) {
		depth += token_is(t, i, MARK_OPEN);
		depth -= token_is(t, i, MARK_CLOSE);
		if (depth == 0)
			break;
	}
	*end = i;
	return i < t->count ? i + 1 : i;
}

bool role_begins(const struct tokens *t, size_t at, bool behind_mark)
{
	bool line = t->count > at && t->items[at].line && !behind_mark;
	if (!token_is(t, at, MARK_WORD) || (line && name_begins(t, at, false)))
		return false;
	if (label_at(t, at) || numbered_name_at(t, at))
		return false;
	if (token_word(t, at, "với"))
		return at + 1 < t->count && !name_begins(t, at + 1, true);
	if (any_phrase_at(t, at, vocabulary_roles))
		return true;
	return !t->items[at].upper && !joiner_word(t, at) && !name_begins(t, at, true);
}
