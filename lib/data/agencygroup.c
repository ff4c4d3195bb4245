/* SPDX-License-Identifier: MIT
 * agencygroup: the grammar of one group's name: its nouns, its area or owner, who of them is meant.
 * It does not know what a group stands for; see groupterm. */
#include "data/agency_private.h"

static size_t find_noun(const struct tokens *t, size_t at, const struct noun **noun)
{
	size_t best = 0;
	for (const struct noun *n = vocabulary_nouns; n->phrase; n++) {
		bool exact;
		if (!phrase_may_begin(t, at, n->phrase))
			continue;
		size_t end = loose_phrase_at(t, at, n->phrase, &exact);
		if (end > best) {
			best = end;
			*noun = n;
		}
	}
	return any_phrase_at(t, at, vocabulary_not_nouns) > best ? 0 : best;
}

size_t noun_at(const struct tokens *t, size_t at, const struct noun **noun)
{
	if (!token_is(t, at, MARK_WORD))
		return 0;
	struct token *token = &t->items[at];
	if (!token->noun_known)
		token->noun_end = find_noun(t, at, &token->noun);
	token->noun_known = true;
	*noun = token->noun;
	return token->noun_end;
}

/* The next noun of a list at `at`, over a joiner; 0: the list ends here. */
static size_t next_noun(const struct tokens *t, size_t at, struct parsed *name,
			const struct noun **noun)
{
	size_t i = at, end;
	bool stop = token_is(t, i, MARK_STOP);
	if (stop || token_is(t, i, MARK_COMMA) || token_is(t, i, MARK_SLASH) ||
	    token_is(t, i, MARK_DASH) || token_is(t, i, MARK_AND))
		i++;
	if (token_word(t, i, "và") || token_word(t, i, "hoặc"))
		i++;
	size_t behind = noun_at(t, i, noun);
	if (!behind || (t->items[i].upper && head_at(t, i, &end)))
		return 0;
	bool joined = i > at;
	if (!joined && !((*noun)->bit & (NOUN_BRANCH | NOUN_DEPARTMENT)))
		return 0;
	if ((*noun)->bit == NOUN_DEPARTMENT && name->nouns != NOUN_MINISTRY)
		return 0; /* "doanh nghiệp, sở, ban, ngành": a new list */
	if (stop && t->items[i].upper)
		return 0;
	if (stop)
		name->stop = at;
	return behind;
}

static size_t group_nouns(const struct tokens *t, size_t at, struct parsed *name, size_t *count)
{
	const struct noun *noun = NULL;
	size_t end = noun_at(t, at, &noun), i = at;
	bool alone = false;
	for (*count = 0; end; end = next_noun(t, i, name, &noun)) {
		name->nouns |= noun->bit;
		alone |= noun->alone;
		i = end;
		++*count;
	}
	if (*count == 1 && alone)
		*count = 2; /* needs no company */
	return i;
}

/* A mark or "và" within what a group is said to be: only among words we do not know. */
static bool group_mark_joins(const struct tokens *t, size_t at, const struct parsed *name,
			     bool settled)
{
	if (token_is(t, at, MARK_OTHER) || token_is(t, at, MARK_CLOSE))
		return true;
	bool list = token_is(t, at, MARK_COMMA) || token_is(t, at, MARK_WORD) ||
		    token_is(t, at, MARK_SLASH) || token_is(t, at, MARK_AND) ||
		    (token_is(t, at, MARK_DASH) && !t->items[at].line);
	return list && token_is(t, at + 1, MARK_WORD) && name->loose && !settled &&
	       !name_begins(t, at + 1, true);
}

static size_t related_at(const struct tokens *t, size_t at)
{
	static const char *const words[] = {"liên quan",
					    "có liên quan",
					    "khác có liên quan",
					    "khác liên quan",
					    "liên quan khác",
					    "hữu quan",
					    NULL};
	return any_phrase_at(t, at, words);
}

static bool owns_directly(const struct parsed *name)
{
	return name->nouns & (NOUN_SPECIALIST | NOUN_DIVISION | NOUN_STAFF);
}

/* "các doanh nghiệp cung cấp dịch vụ …": not what they do for the task, but who they are. */
static bool says_which(const struct tokens *t, size_t at, const struct parsed *name)
{
	return (name->nouns & (NOUN_ENTERPRISE | NOUN_PUBLIC)) && phrase_at(t, at, "cung cấp");
}

static size_t group_tail(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	bool settled = false;
	size_t i = at, end;
	while (i < t->count) {
		const struct token *token = &t->items[i];
		if (numbered_name_at(t, i))
			break;
		if (token->mark != MARK_WORD || joiner_word(t, i)) {
			if (!group_mark_joins(t, i, name, settled))
				break;
			i++;
			continue;
		}
		if (token->line && name_begins(t, i, !token->upper && !t->plain) &&
		    !line_unfinished(t, i))
			break;
		if ((end = related_at(t, i))) {
			name->related = settled = true;
			i = end;
			continue;
		}
		if ((end = area_at(t, i, name)) || (end = belonging_at(t, i, name, depth)) ||
		    (owns_directly(name) && (end = owner_parse(t, i, name, depth)))) {
			settled = true;
			i = end;
			continue;
		}
		if (is_strong(t, i) || (any_phrase_at(t, i, vocabulary_roles) && !name->loose &&
					!says_which(t, i, name)))
			break;
		name->loose = name->loose || !token_word(t, i, "khác");
		i++;
	}
	return i;
}

size_t group_parse(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	*name = (struct parsed){.sort = NAME_GROUP, .first = at};
	size_t many = any_phrase_at(t, at, vocabulary_many), i = many ? many : at, count = 0;
	size_t area = area_at(t, at, name);
	if (!area && many)
		area = area_at(t, many, name);
	if (area && name->many) {
		name->nouns = NOUN_AREA;
		i = area;
	} else {
		name->area = 0;
		name->named = name->many = false;
		i = group_nouns(t, i, name, &count);
		if (!many && count < 2)
			return 0;
		if (!count && !token_is(t, i, MARK_WORD))
			return 0;
		name->loose = !count;
	}
	name->known = count || name->nouns;
	name->end = group_tail(t, i, name, depth);
	while (name->end > i && !token_is(t, name->end - 1, MARK_WORD) &&
	       !token_is(t, name->end - 1, MARK_CLOSE))
		name->end--;
	return name->end;
}

bool list_begins(const struct tokens *t, size_t at, bool loudly)
{
	struct parsed name = {0};
	size_t count;
	group_nouns(t, at, &name, &count);
	if (count < 2 || name.nouns == NOUN_STAFF)
		return false;
	return !loudly || (name.nouns & (NOUN_DEPARTMENT | NOUN_MINISTRY));
}
