/* SPDX-License-Identifier: MIT
 * agencysplit: a printed cell as the names it lists, with their roles and with what was doubtful.
 * Nothing but separators is left out. It knows no tables and no documents. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "data/agency_private.h"

struct split {
	struct arena *a;
	struct tokens t;
	const struct registry *registry; /* may be NULL */
	struct cell_names out;
	const char *label;  /* "Chủ trì": the role of what follows it */
	bool label_waits;   /* for the first name it speaks of */
	const char *spread; /* "các Sở: A, B": "Sở", which stands before A and B */
	const char
	    *spread_area; /* "UBND các huyện: A, thị xã B": "UBND", before an area of its own */
	const char *const *spread_domains;
	bool spread_marks;    /* only ; and line breaks part the list */
	struct parsed before; /* the last name */
	bool any_before;
	struct split_tally tally;
};

static void add_doubt(struct split *s, enum code code, const char *say, const char *suggest)
{
	struct cell_names *out = &s->out;
	out->doubts = arena_more(s->a, out->doubts, out->doubt_count, sizeof *out->doubts);
	out->doubts[out->doubt_count++] = (struct cell_doubt){code, say, suggest};
}

static bool same_key(struct arena *a, const char *x, const char *y)
{
	return x == y || (x && y && strcmp(text_key(a, x), text_key(a, y)) == 0);
}

/* Each once: but the same name with a role of its own is kept. */
static void add_name(struct split *s, const char *name, const char *role)
{
	struct cell_names *out = &s->out;
	s->label_waits = false;
	if (role && s->label)
		role = arena_format(s->a, "%s, %s", s->label, role);
	else if (s->label)
		role = s->label;
	for (size_t i = 0; i < out->count; i++)
		if (same_key(s->a, out->names[i].name, name) &&
		    (!role || same_key(s->a, out->names[i].role, role)))
			return;
	out->names = arena_more(s->a, out->names, out->count, sizeof *out->names);
	out->names[out->count++] = (struct cell_name){name, role};
}

static size_t count_words(const struct tokens *t, size_t at, size_t end)
{
	size_t n = 0;
	for (; at < end; at++)
		n += token_is(t, at, MARK_WORD);
	return n;
}

/* The role behind a name, in brackets or as a sentence; *at moves behind it. NULL: none. */
static const char *role_behind(struct split *s, size_t *at, const char *name)
{
	const struct tokens *t = &s->t;
	size_t end;
	if (token_is(t, *at, MARK_OPEN) && !numbered_name_at(t, *at)) {
		size_t first = *at + 1;
		*at = bracket_at(t, *at, &end);
		const char *role = tokens_text(s->a, t, first, end);
		return *role ? role : NULL;
	}
	bool mark = token_is(t, *at, MARK_DASH) || token_is(t, *at, MARK_COLON);
	size_t first = *at + (mark && !t->items[*at].line);
	if (!role_begins(t, first, first > *at))
		return NULL;
	for (end = first + 1; end < t->count && !role_ends(t, end);)
		end++;
	*at = end;
	s->tally.role_words += count_words(t, first, end);
	const char *role = tokens_text(s->a, t, first, end);
	add_doubt(s, CODE_AGENCY_ROLE, arena_format(s->a, "%s %s", name, role),
		  arena_format(s->a, "%s (%s)", name, role));
	return role;
}

/* --- names --- */

/* The longest run of words that the registry knows, ending where a name can end. */
static size_t listed_end(struct split *s, size_t at)
{
	const struct tokens *t = &s->t;
	size_t best = 0, words = 0;
	for (size_t i = at; s->registry && i < t->count; i++) {
		enum mark mark = t->items[i].mark;
		if (mark == MARK_SEMICOLON || mark == MARK_BULLET)
			break;
		if (mark != MARK_WORD)
			continue;
		if (++words > s->registry->longest)
			break;
		bool inside = token_is(t, i + 1, MARK_WORD) && !t->items[i + 1].line &&
			      !joiner_word(t, i + 1);
		if (!inside &&
		    registry_knows(s->registry, text_key(s->a, tokens_text(s->a, t, at, i + 1))))
			best = i + 1;
	}
	return best;
}

/* The end of words that are no name: at a mark behind which a name begins, or a strong one. */
static size_t text_end(const struct tokens *t, size_t at)
{
	size_t i = at;
	if (token_is(t, i, MARK_OPEN)) {
		size_t end;
		return bracket_at(t, i, &end);
	}
	for (i++; i < t->count; i++) {
		const struct token *token = &t->items[i];
		if (token->mark == MARK_SEMICOLON || token->mark == MARK_BULLET ||
		    token->mark == MARK_OPEN)
			break;
		if (token->line && (token->mark == MARK_DASH || name_begins(t, i, true)) &&
		    !line_unfinished(t, i))
			break;
		if (numbered_name_at(t, i) || label_at(t, i))
			break;
		if ((token->mark == MARK_COMMA || token->mark == MARK_STOP ||
		     token->mark == MARK_COLON || joiner_word(t, i)) &&
		    (i + 1 == t->count || name_begins(t, i + 1, false)))
			break;
	}
	return i;
}

/* Does a list go on behind its first part? "Các Sở Nội vụ" alone is a group. */
static bool lists_on(const struct tokens *t, size_t end)
{
	return token_is(t, end, MARK_COMMA) || token_is(t, end, MARK_SEMICOLON) ||
	       token_is(t, end, MARK_AND) || token_is(t, end, MARK_SLASH) || joiner_word(t, end);
}

/* "các Sở: A, B", "các Sở A, B", "Sở: A, B": the head that is meant before each; *end behind it. */
static const struct head *spread_at(const struct tokens *t, size_t at, size_t *end)
{
	size_t many = any_phrase_at(t, at, vocabulary_many), behind = 0;
	size_t i = many ? many : at;
	for (const struct head *h = vocabulary_heads; h->phrase; h++) {
		bool exact;
		behind = h->printed ? loose_phrase_at(t, i, h->phrase, &exact) : 0;
		if (!behind)
			continue;
		bool colon = token_is(t, behind, MARK_COLON);
		if (colon || (many && lists_on(t, domain_at(t, behind, h->domains)))) {
			*end = behind + colon;
			return h;
		}
	}
	return NULL;
}

/* Do semicolons or line breaks part the list from `at` on, so that commas are inside its names? */
static bool parted_by_marks(const struct tokens *t, size_t at)
{
	for (size_t i = at; i < t->count; i++) {
		if (i > at && token_is(t, i, MARK_WORD) && name_begins(t, i, true) &&
		    (t->items[i].line || !token_is(t, i - 1, MARK_WORD)))
			return false;
		if (token_is(t, i, MARK_SEMICOLON))
			return i + 1 < t->count && !name_begins(t, i + 1, false);
	}
	return false;
}

static size_t spread_end(const struct split *s, size_t at)
{
	const struct tokens *t = &s->t;
	struct parsed area = {0};
	size_t end = domain_at(t, at, s->spread_domains), behind = area_at(t, end, &area);
	if (end)
		return behind ? behind : end;
	for (end = at + 1; end < t->count && !numbered_name_at(t, end); end++) {
		const struct token *token = &t->items[end];
		bool comma = token->mark == MARK_COMMA || joiner_word(t, end);
		if (token->mark == MARK_SEMICOLON || token->mark == MARK_BULLET ||
		    token->mark == MARK_STOP || token->mark == MARK_OPEN ||
		    (token->line && token->mark == MARK_DASH) ||
		    (comma && (!s->spread_marks || name_begins(t, end + 1, true))))
			break;
	}
	return end;
}

static void emit(struct split *s, const char *name, size_t *at)
{
	add_name(s, name, role_behind(s, at, name));
}

/* One item of "các Sở: A, B"; false when the list is over. */
static bool take_spread(struct split *s, size_t *at)
{
	if (!s->spread)
		return false;
	bool loudly = s->t.items[*at].upper || s->t.plain;
	if (!domain_at(&s->t, *at, s->spread_domains) && name_begins(&s->t, *at, loudly)) {
		s->spread = NULL;
		return false;
	}
	struct parsed area = {0};
	size_t end = spread_end(s, *at);
	bool own = s->spread_area && area_at(&s->t, *at, &area) && area.named;
	const char *name = arena_format(s->a, "%s %s", own ? s->spread_area : s->spread,
					tokens_text(s->a, &s->t, *at, end));
	s->tally.names++;
	s->tally.name_words += count_words(&s->t, *at, end);
	*at = end;
	emit(s, name, at);
	return true;
}

/* "Sở Tài chính, Tư pháp" and "UBND huyện A, huyện B": the head is left out the second time. */
static bool take_elided(struct split *s, size_t *at)
{
	const struct head *h = s->any_before ? s->before.head : NULL;
	if (!h || !h->printed || name_begins(&s->t, *at, true))
		return false;
	struct parsed area = {0};
	size_t end = domain_at(&s->t, *at, h->domains);
	bool by_area = !end && (h->flags & HEAD_AREA) && s->before.area;
	if (by_area)
		end = area_at(&s->t, *at, &area);
	bool listed = token_is(&s->t, *at - 1, MARK_COMMA) || token_word(&s->t, *at - 1, "và");
	if (!end || (by_area && !area.named) || !listed)
		return false;
	const char *part = tokens_text(s->a, &s->t, *at, end);
	const char *name = arena_format(s->a, "%s %s", h->printed, part);
	add_doubt(s, CODE_AGENCY_TYPO, part, name);
	s->tally.names++;
	s->tally.name_words += count_words(&s->t, *at, end);
	*at = end;
	emit(s, name, at);
	return true;
}

/* "Chủ trì: X": a heading of names; it becomes their role. */
static bool take_label(struct split *s, size_t *at)
{
	size_t end = any_phrase_at(&s->t, *at, vocabulary_labels);
	if (!end || skip_separators(&s->t, end) >= s->t.count)
		return false;
	bool colon = token_is(&s->t, end, MARK_COLON);
	if (!colon && !name_begins(&s->t, end + joiner_word(&s->t, end), false))
		return false;
	const char *label = tokens_text(s->a, &s->t, *at, end);
	s->label = s->label_waits ? arena_format(s->a, "%s, %s", s->label, label) : label;
	s->label_waits = true;
	add_doubt(s, CODE_AGENCY_ROLE, label, NULL);
	*at = end;
	return true;
}

/* "các cơ quan chuyên môn thuộc UBND tỉnh, UBND cấp huyện": is the second UBND another owner? */
static void doubt_owner(struct split *s, const struct parsed *name)
{
	const struct parsed *b = &s->before;
	bool shared = s->any_before && b->sort == NAME_GROUP && b->elder == b->end && b->owner &&
		      name->sort == NAME_AGENCY && name->head == b->owner;
	bool comma = name->first > 0 && (token_is(&s->t, name->first - 1, MARK_COMMA) ||
					 token_word(&s->t, name->first - 1, "và"));
	bool media = s->any_before && b->sort == NAME_AGENCY && name->sort == NAME_AGENCY &&
		     b->head->kind == KIND_MEDIA && name->head->kind == KIND_MEDIA && b->area &&
		     token_word(&s->t, name->first - 1, "và");
	if ((shared && comma) || media)
		add_doubt(s, CODE_GROUP_AMBIGUOUS, tokens_text(s->a, &s->t, b->first, name->end),
			  NULL);
}

static void doubt_stop(struct split *s, const struct parsed *name, const char *text)
{
	char *better = arena_text(s->a, text);
	const char *stop = strchr(text, '.');
	if (!name->stop || !stop)
		return;
	better[stop - text] = ',';
	add_doubt(s, CODE_AGENCY_TYPO, text, better);
}

/* Two names with nothing between them. */
static void doubt_glued(struct split *s, const struct parsed *name)
{
	if (!s->any_before || s->before.end != name->first || s->t.items[name->first].line)
		return;
	const char *first = tokens_text(s->a, &s->t, s->before.first, s->before.end);
	const char *second = tokens_text(s->a, &s->t, name->first, name->end);
	add_doubt(s, CODE_AGENCY_TYPO, arena_format(s->a, "%s %s", first, second),
		  arena_format(s->a, "%s; %s", first, second));
}

static void tally(struct split *s, const struct parsed *name, bool unknown)
{
	struct split_tally *y = &s->tally;
	size_t words = count_words(&s->t, name->first, name->end);
	size_t open = name->sort == NAME_GROUP ? 20 : 12; /* open names are seldom longer */
	if (name->known && !name->loose)
		open = words;
	y->starts_with_text |= unknown && !y->names;
	y->names += !unknown;
	y->texts += unknown;
	y->name_words += unknown ? 0 : words < open ? words : open;
	y->text_words += unknown ? words : words < open ? 0 : words - open;
	bool line = name->first == 0 || s->t.items[name->first - 1].mark == MARK_DASH ||
		    s->t.items[name->first - 1].mark == MARK_BULLET;
	y->bullets = y->names + y->texts == 1 ? line && name->first : y->bullets && line;
}

static void take_name(struct split *s, size_t *at)
{
	struct parsed name = {.sort = NAME_TEXT, .first = *at};
	size_t listed = listed_end(s, *at);
	bool parsed = name_parse(&s->t, *at, &name);
	if (listed) {
		name.sort = parsed ? name.sort : NAME_LISTED;
		name.end = listed;
		name.elder = name.elder == listed ? listed : 0;
	} else if (!parsed) {
		name = (struct parsed){.sort = NAME_TEXT, .first = *at};
		name.end = text_end(&s->t, *at);
	}
	const char *text = tokens_text(s->a, &s->t, name.first, name.end);
	bool unknown = name.sort == NAME_TEXT || (name.sort == NAME_GROUP && !name.known);
	tally(s, &name, unknown && !listed);
	if ((unknown || name.strange) && !listed)
		add_doubt(s, CODE_AGENCY_UNKNOWN, text, NULL);
	else if (name.listing && !listed)
		add_doubt(s, CODE_GROUP_AMBIGUOUS, text, NULL);
	if (name.sort != NAME_TEXT)
		doubt_glued(s, &name);
	doubt_owner(s, &name);
	doubt_stop(s, &name, text);
	*at = name.end;
	emit(s, text, at);
	s->before = name;
	s->any_before = true;
}

static void spread_over(struct split *s, const char *before, const char *const *domains, size_t at)
{
	s->spread = before;
	s->spread_area = NULL;
	s->spread_domains = domains;
	s->spread_marks = parted_by_marks(&s->t, at) && !domains;
}

/* Behind "các huyện" of "UBND các huyện A, B": where A begins; 0: it is no such list. */
static size_t areas_without_colon(const struct tokens *t, size_t many, const struct parsed *name)
{
	if (!(name->head->flags & HEAD_AREA) || !token_word(t, many, "các"))
		return 0;
	size_t end = area_word_at(t, many + 1), next = name->end + 1;
	bool joined = token_is(t, name->end, MARK_COMMA) || token_word(t, name->end, "và");
	bool more = joined && token_is(t, next, MARK_WORD) && t->items[next].upper &&
		    !name_begins(t, next, true) && !area_word_at(t, next);
	return end && end < name->end && t->items[end].upper && more ? end : 0;
}

/* "UBND các huyện: A, B" and "Cục trưởng các Cục: A, B": what is meant before each of A and B. */
static bool take_many_of_list(struct split *s, size_t *at)
{
	struct parsed name = {0}, area = {0};
	const struct tokens *t = &s->t;
	if (!name_parse(t, *at, &name) || name.sort != NAME_AGENCY || listed_end(s, *at))
		return false;
	size_t many = name.first, end;
	while (many < name.end && !token_word(t, many, "các"))
		many++;
	size_t parts = areas_without_colon(t, many, &name), first = parts;
	const struct head *h = NULL;
	if (!parts) {
		parts = name.end;
		first = skip_separators(t, parts);
		if (!token_is(t, parts, MARK_COLON) || first >= t->count ||
		    name_begins(t, first, true))
			return false;
		h = head_match(t, many + 1, &end);
		h = h && end == parts ? h : NULL;
		bool areas = area_at(t, many + 1, &area) == parts && !area.many && !area.named &&
			     !area_begins(t, first);
		if (many == name.first || many + 1 >= parts || !(h || areas))
			return false;
	}
	const char *before = tokens_text(s->a, t, name.first, many);
	spread_over(s, arena_format(s->a, "%s %s", before, tokens_text(s->a, t, many + 1, parts)),
		    h ? h->domains : NULL, first);
	s->spread_area = h ? NULL : before;
	*at = first;
	return true;
}

/* "Sở" for "các sở"; but as printed where all is printed in capitals or without accents. */
static const char *printed_head(struct split *s, size_t at, size_t end, const struct head *h)
{
	end -= token_is(&s->t, end - 1, MARK_COLON);
	bool as_printed = s->t.plain || in_capitals(&s->t.items[end - 1]);
	return as_printed ? tokens_text(s->a, &s->t, at, end) : h->printed;
}

static bool take_head_of_list(struct split *s, size_t *at)
{
	size_t end;
	const struct head *h = spread_at(&s->t, *at, &end);
	if (!h || listed_end(s, *at))
		return false;
	size_t first = skip_separators(&s->t, end);
	if (first >= s->t.count ||
	    (!domain_at(&s->t, first, h->domains) && name_begins(&s->t, first, true)))
		return false;
	size_t many = any_phrase_at(&s->t, *at, vocabulary_many);
	spread_over(s, printed_head(s, many ? many : *at, end, h), h->domains, end);
	*at = end;
	return true;
}

struct cell_names split_cell(struct arena *a, const char *cell, const struct registry *registry,
			     struct split_tally *tally_out)
{
	struct split s = {.a = a, .t = tokens_of(a, cell), .registry = registry};
	size_t at = skip_separators(&s.t, 0);
	while (at < s.t.count) {
		if (!take_label(&s, &at) && !take_head_of_list(&s, &at) &&
		    !take_many_of_list(&s, &at) && !take_spread(&s, &at) && !take_elided(&s, &at))
			take_name(&s, &at);
		at = skip_separators(&s.t, at);
	}
	*tally_out = s.tally;
	return s.out;
}

struct cell_names agency_split(struct arena *a, const char *cell, const struct registry *registry,
			       const char *of)
{
	(void)of; /* what the registry knows of any place parts a cell the same way */
	struct split_tally ignored;
	return split_cell(a, cell, registry, &ignored);
}
