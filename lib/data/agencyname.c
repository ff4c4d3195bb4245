/* SPDX-License-Identifier: MIT
 * agencyname: the grammar of one agency's name: a head, its domain, its owner, its area. It reads no
 * registry and parts no lists. */
#include "data/agency_private.h"

enum { DEPTH = 6 }; /* owners within owners: "Chủ tịch Hội đồng … Sở …" */

bool joiner_word(const struct tokens *t, size_t at)
{
	static const char *const words[] = {"và", "cùng", "với", "hoặc", NULL};
	return any_phrase_at(t, at, words) > 0;
}

static bool is_upper_word(const struct tokens *t, size_t at)
{
	return token_is(t, at, MARK_WORD) && t->items[at].upper;
}

/* --- heads --- */

/* The longest head here, whatever stands behind it. */
const struct head *head_match(const struct tokens *t, size_t at, size_t *end)
{
	const struct head *best = NULL;
	*end = 0;
	if (!token_is(t, at, MARK_WORD))
		return NULL;
	for (const struct head *h = vocabulary_heads; h->phrase; h++) {
		bool exact;
		size_t behind = loose_phrase_at(t, at, h->phrase, &exact);
		if (behind > *end) {
			*end = behind;
			best = h;
		}
	}
	return best && any_phrase_at(t, at, vocabulary_not_heads) < *end ? best : NULL;
}

static size_t area_word_at(const struct tokens *t, size_t at, unsigned *bit)
{
	size_t best = 0;
	for (const struct area_word *w = vocabulary_areas; w->phrase; w++) {
		size_t end = phrase_at(t, at, w->phrase);
		if (end > best) {
			best = end;
			*bit = w->bit;
		}
	}
	return any_phrase_at(t, at, vocabulary_not_areas) ? 0 : best;
}

/* Does an area stand here? Its own name is not looked at: what ends that asks for heads again. */
static bool area_begins(const struct tokens *t, size_t at)
{
	unsigned bit;
	if (token_word(t, at, "các"))
		at++;
	if (token_word(t, at, "cấp"))
		at++;
	return area_word_at(t, at, &bit) > 0;
}

const struct head *head_at(const struct tokens *t, size_t at, size_t *end)
{
	const struct head *h = head_match(t, at, end);
	if (!h || !(h->flags & HEAD_DOMAIN) || domain_at(t, *end, h->domains))
		return h;
	size_t behind;
	if (is_upper_word(t, *end) || area_begins(t, *end) ||
	    ((h->flags & HEAD_NEST) &&
	     (head_match(t, *end, &behind) || any_phrase_at(t, *end, vocabulary_many))))
		return h;
	return NULL;
}

bool is_strong(const struct tokens *t, size_t at)
{
	size_t end;
	const struct head *h = head_at(t, at, &end);
	return h && (h->flags & HEAD_STRONG) && (t->items[at].upper || t->plain);
}

/* --- areas --- */

static bool goes_on_name(const struct tokens *t, size_t at, bool first)
{
	unsigned bit;
	if (!token_is(t, at, MARK_WORD) || joiner_word(t, at) || is_strong(t, at) ||
	    any_phrase_at(t, at, vocabulary_roles))
		return false;
	if (!t->items[at].upper)
		return t->plain && !area_word_at(t, at, &bit) &&
		       !any_phrase_at(t, at, vocabulary_many) && !token_word(t, at, "thuộc") &&
		       !token_word(t, at, "trực");
	return first || !(t->items[at].line && name_begins(t, at, true));
}

/* The end of a place's own name: Bình Phước, Bà Rịa - Vũng Tàu, 12. */
static size_t own_name_end(const struct tokens *t, size_t at)
{
	size_t i = at;
	for (;;) {
		size_t dash = token_is(t, i, MARK_DASH) && !t->items[i].line && i > at;
		if (dash && !is_upper_word(t, i + 1))
			return i;
		size_t end;
		if (dash && head_at(t, i + 1, &end))
			return i;
		if (!goes_on_name(t, i + dash, i == at))
			return i;
		i += dash + 1;
	}
}

struct area_part {
	unsigned bits;
	bool many, named;
	size_t end;
};

static bool area_part_at(const struct tokens *t, size_t at, struct area_part *part)
{
	*part = (struct area_part){0};
	size_t i = at;
	if (token_word(t, i, "các"))
		part->many = true, i++;
	if (token_word(t, i, "cấp")) {
		size_t end = area_word_at(t, i + 1, &part->bits);
		if (!end && !part->many)
			return false;
		if (!end)
			part->bits = AREA_DISTRICT | AREA_COMMUNE;
		part->many = true;
		part->end = end ? end : i + 1;
		return true;
	}
	size_t end = area_word_at(t, i, &part->bits);
	if (!end)
		return false;
	bool abbreviated = end == i + 1 && t->items[i].n == 2;
	if (abbreviated && token_is(t, end, MARK_STOP) && token_is(t, end + 1, MARK_WORD))
		end++;
	part->end = own_name_end(t, end);
	part->named = part->end > end;
	return true;
}

static int area_rank(unsigned bits)
{
	return bits & AREA_STATE      ? 4
	       : bits & AREA_PROVINCE ? 3
	       : bits & AREA_CITY     ? 3
	       : bits & AREA_DISTRICT ? 2
				      : 1;
}

/* "huyện, thị xã" goes on; "huyện Xuân Lộc, tỉnh Đồng Nai" too; "huyện A, huyện B" does not. */
static bool areas_join(const struct area_part *before, const struct area_part *next, bool mark)
{
	if (before->named)
		return next->named && area_rank(next->bits) > area_rank(before->bits);
	if (next->named && !next->many)
		return !mark && area_rank(next->bits) > area_rank(before->bits);
	return mark && (before->many || !next->many);
}

size_t area_at(const struct tokens *t, size_t at, struct parsed *name)
{
	static const char *const tails[] = {"trực thuộc trung ương", "trực thuộc tw", "thuộc tỉnh",
					    NULL};
	struct area_part part, next;
	if (!area_part_at(t, at, &part))
		return 0;
	unsigned bits = part.bits;
	bool many = part.many;
	name->named |= part.named;
	for (;;) {
		size_t i = part.end;
		bool mark = token_is(t, i, MARK_COMMA) || token_is(t, i, MARK_SLASH) ||
			    (token_is(t, i, MARK_DASH) && !t->items[i].line) ||
			    token_word(t, i, "và") || token_word(t, i, "hoặc");
		if (!area_part_at(t, i + mark, &next) || !areas_join(&part, &next, mark))
			break;
		many |= !part.named && !next.named;
		if (!part.named) {
			bits |= next.bits;
			name->named |= next.named;
		}
		next.many |= part.many;
		part = next;
	}
	name->area |= bits;
	name->many |= many;
	size_t tail = any_phrase_at(t, part.end, tails);
	return tail ? tail : part.end;
}

/* --- agencies --- */

size_t owner_parse(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	struct parsed owner = {0};
	size_t end = 0;
	if (depth > 0 && (end = agency_parse(t, at, &owner, depth - 1)))
		name->owner = owner.head;
	else if (depth > 0)
		end = group_parse(t, at, &owner, depth - 1);
	if (!end)
		return 0;
	name->owner_area |= owner.area | owner.owner_area;
	name->named |= owner.named;
	name->many |= owner.many || owner.nouns;
	name->related |= owner.related;
	return end;
}

size_t belonging_at(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	static const char *const words[] = {
	    "thuộc", "trực thuộc", "của", "trên địa bàn", "thuộc và trực thuộc", "tại", NULL};
	size_t i = any_phrase_at(t, at, words);
	if (!i)
		return 0;
	if (token_is(t, i, MARK_COMMA) && any_phrase_at(t, i + 1, words))
		i = any_phrase_at(t, i + 1, words); /* thuộc, trực thuộc */
	static const char *const bare[] = {"sở", "bộ", "ngành", "cục", NULL};
	size_t end = owner_parse(t, i, name, depth);
	if (!end)
		end = any_phrase_at(t, i, bare); /* whose plan it is */
	if (!end && !token_is(t, i, MARK_WORD))
		end = i; /* "các đơn vị trực thuộc": likewise */
	if (!end) {
		struct parsed area = {0};
		end = area_at(t, i, &area);
		name->owner_area |= area.area;
		name->named |= area.named;
	}
	if (end)
		name->elder = end;
	return end;
}

/* Does a mark or "và" at `at` belong to the open name before it? */
static bool mark_joins(const struct tokens *t, size_t at, bool known)
{
	const struct token *mark = &t->items[at];
	bool word = token_is(t, at + 1, MARK_WORD);
	bool begins = word && name_begins(t, at + 1, false);
	switch (mark->mark) {
	case MARK_OTHER:
	case MARK_CLOSE:
		return true;
	case MARK_DASH:
		if (phrase_at(t, at + 1, "chi nhánh"))
			return true;
		return word && !begins && (is_upper_word(t, at + 1) || !known) &&
		       !(known && mark->line);
	case MARK_COMMA:
	case MARK_SLASH:
	case MARK_AND:
	case MARK_WORD:
		return word && !begins && !known;
	case MARK_STOP:
		return word && !begins && !known && !t->items[at + 1].line;
	default:
		return false;
	}
}

/* "Đài Phát thanh - Truyền hình và Báo Bình Phước" is one agency; with an area of its own behind
 * Đài it would be two. */
static size_t with_newspaper(const struct tokens *t, size_t at, const struct head *h)
{
	size_t end;
	if (h->kind != KIND_MEDIA || !token_word(t, at, "và"))
		return 0;
	const struct head *other = head_at(t, at + 1, &end);
	return other && other->kind == KIND_MEDIA && other != h ? end : 0;
}

static size_t agency_tail(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	size_t i = at, end;
	while (i < t->count) {
		const struct token *token = &t->items[i];
		if (token->mark != MARK_WORD || joiner_word(t, i)) {
			if (!mark_joins(t, i, name->known))
				break;
			i++;
			continue;
		}
		if (token->line && (i > at || name->known) && name_begins(t, i, false))
			break;
		if ((end = area_at(t, i, name)) || (end = belonging_at(t, i, name, depth))) {
			i = end;
			name->known = true;
			continue;
		}
		if ((end = any_phrase_at(t, i, vocabulary_tails))) {
			i = end;
			continue;
		}
		if (i > at && any_phrase_at(t, i, vocabulary_sure_roles) && !token->upper)
			break;
		if (name->known && (!(token->upper || t->plain) || head_at(t, i, &end) ||
				    any_phrase_at(t, i, vocabulary_roles)))
			break;
		i++;
	}
	return i;
}

size_t agency_parse(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	size_t i, end;
	const struct head *h = head_at(t, at, &i);
	if (!h)
		return 0;
	*name = (struct parsed){.sort = NAME_AGENCY, .first = at, .head = h};
	name->known = h->flags & HEAD_FULL;
	bool abbreviated = i == at + 1 && t->items[at].n == 2; /* VP. */
	if (abbreviated && token_is(t, i, MARK_STOP) && token_is(t, i + 1, MARK_WORD))
		i++;
	if ((end = domain_at(t, i, h->domains))) {
		i = end;
		name->known = true;
	}
	if ((end = with_newspaper(t, i, h)))
		i = end;
	bool here = i < t->count && (!t->items[i].line || h->kind == KIND_OFFICE);
	if ((h->flags & HEAD_NEST) && here && !area_at(t, i, &(struct parsed){0}) &&
	    (end = owner_parse(t, i, name, depth))) {
		i = end;
		name->known = true;
	}
	name->end = agency_tail(t, i, name, depth);
	while (name->end > i && !token_is(t, name->end - 1, MARK_WORD) &&
	       !token_is(t, name->end - 1, MARK_CLOSE))
		name->end--; /* a quote or a mark that led nowhere */
	return name->end;
}

bool name_parse(const struct tokens *t, size_t at, struct parsed *name)
{
	return agency_parse(t, at, name, DEPTH) || group_parse(t, at, name, DEPTH);
}

bool name_begins(const struct tokens *t, size_t at, bool loudly)
{
	size_t end = any_phrase_at(t, at, vocabulary_many);
	const struct noun *noun;
	if (end && token_is(t, end, MARK_WORD)) {
		size_t behind;
		return !loudly || noun_at(t, end, &noun) || head_match(t, end, &behind) ||
		       area_begins(t, at);
	}
	const struct head *h = head_at(t, at, &end);
	if (h && (t->items[at].upper || domain_at(t, end, h->domains)))
		return true;
	if (h && !loudly && ((h->flags & HEAD_FULL) || t->plain))
		return true;
	return list_begins(t, at, loudly);
}
