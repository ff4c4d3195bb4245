/* SPDX-License-Identifier: MIT
 * agencyarea: the grammar of areas in names: "huyện Xuân Lộc", "các xã, phường", "cấp huyện". It does
 * not know whose names they are. */
#include "data/agency_private.h"

static size_t find_area_word(const struct tokens *t, size_t at, unsigned *bit)
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

size_t area_word_at(const struct tokens *t, size_t at)
{
	unsigned bit;
	return find_area_word(t, at, &bit);
}

bool area_begins(const struct tokens *t, size_t at)
{
	if (phrase_at(t, at, "các cấp"))
		return true;
	if (token_word(t, at, "các"))
		at++;
	if (token_word(t, at, "cấp"))
		at++;
	return area_word_at(t, at) > 0;
}

static bool goes_on_name(const struct tokens *t, size_t at, bool first)
{
	if (!token_is(t, at, MARK_WORD) || joiner_word(t, at) || is_strong(t, at) ||
	    any_phrase_at(t, at, vocabulary_roles) || (!first && numbered_name_at(t, at)))
		return false;
	if (!t->items[at].upper)
		return t->plain && !area_word_at(t, at) && !any_phrase_at(t, at, vocabulary_many) &&
		       !token_word(t, at, "thuộc") && !token_word(t, at, "trực");
	return first || !(t->items[at].line && name_begins(t, at, true));
}

/* The end of a place's own name: Bình Phước, Bà Rịa - Vũng Tàu, 12. */
static size_t own_name_end(const struct tokens *t, size_t at)
{
	size_t i = at;
	for (;;) {
		size_t dash = token_is(t, i, MARK_DASH) && !t->items[i].line && i > at;
		if (dash && !token_upper(t, i + 1))
			return i;
		size_t end;
		if (dash && head_at(t, i + 1, &end))
			return i;
		if (!goes_on_name(t, i + dash, i == at))
			return i;
		i += dash + 1;
	}
}

/* "H. Xuân Lộc" behind a People's Committee; the token behind the full stop. */
static size_t letter_area_at(const struct tokens *t, size_t at, unsigned *bits)
{
	static const struct area_word letters[] = {
	    {"h", AREA_DISTRICT}, {"q", AREA_DISTRICT}, {"x", AREA_COMMUNE},
	    {"p", AREA_COMMUNE},  {"t", AREA_PROVINCE}, {"tt", AREA_COMMUNE},
	};
	bool behind = at > 0 && (token_word(t, at - 1, "ubnd") || token_word(t, at - 1, "dân"));
	if (!behind || !token_is(t, at + 1, MARK_STOP) || !token_upper(t, at + 2))
		return 0;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (token_word(t, at, letters[i].phrase)) {
			*bits = letters[i].bit;
			return at + 2;
		}
	return 0;
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
		size_t end = find_area_word(t, i + 1, &part->bits);
		if (!end && !part->many)
			return false;
		if (!end)
			part->bits = AREA_DISTRICT | AREA_COMMUNE;
		part->many = true;
		part->end = end ? end : i + 1;
		return true;
	}
	size_t end = letter_area_at(t, i, &part->bits);
	if (!end)
		end = find_area_word(t, i, &part->bits);
	if (!end)
		return false;
	bool abbreviated = end == i + 1 && t->items[i].n == 2;
	if (abbreviated && token_is(t, end, MARK_STOP) && token_is(t, end + 1, MARK_WORD))
		end++;
	part->end = part->bits & AREA_STATE ? end : own_name_end(t, end);
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
		bool mark =
		    token_is(t, i, MARK_COMMA) || token_is(t, i, MARK_SLASH) ||
		    (token_is(t, i, MARK_DASH) && !(t->items[i].line && token_upper(t, i + 1))) ||
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
