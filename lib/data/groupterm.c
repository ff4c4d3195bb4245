/* SPDX-License-Identifier: MIT
 * groupterm: what agencies are by their names alone, and the group terms of the field. It reads no
 * registry. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "data/agency_private.h"

static const char *const kind_words[KIND_COUNT] = {
    "unknown",	"department", "office", "district",   "commune", "public-unit",
    "vertical", "party",      "media",	"enterprise", "unit",	 "ministry"};

const char *agency_kind_word(enum agency_kind kind)
{
	return kind_words[kind];
}

enum {
	DEPARTMENTS = 1u << KIND_DEPARTMENT | 1u << KIND_OFFICE,
	DISTRICTS = 1u << KIND_DISTRICT,
	COMMUNES = 1u << KIND_COMMUNE,
	UNITS = 1u << KIND_UNIT,
	PUBLIC_UNITS = 1u << KIND_PUBLIC_UNIT,
	MINISTRIES = 1u << KIND_MINISTRY,
	ENTERPRISES = 1u << KIND_ENTERPRISE,
	PARTIES = 1u << KIND_PARTY,
	OFFICES_AND_UNITS = DEPARTMENTS | UNITS | PUBLIC_UNITS,
	PROVINCES =
	    1u << KIND_UNKNOWN, /* People's Committees of provinces have no kind of their own */
};

/* The terms of the field by what they bind; a term with more words takes the row that fits best. */
static const struct group terms[] = {
    {.name = "các cơ quan, đơn vị có liên quan", .open = true, .built_in = true},
    {.name = "các cơ quan chuyên môn thuộc UBND tỉnh", .kinds = DEPARTMENTS, .built_in = true},
    {.name = "các sở, ban, ngành tỉnh", .kinds = DEPARTMENTS, .built_in = true},
    {.name = "các sở, ban, ngành, đoàn thể", .kinds = DEPARTMENTS | PARTIES, .built_in = true},
    {.name = "các sở, ban, ngành, địa phương",
     .kinds = DEPARTMENTS | DISTRICTS | COMMUNES | PROVINCES,
     .built_in = true},
    {.name = "các cơ quan chuyên môn thuộc UBND cấp huyện", .kinds = UNITS, .built_in = true},
    {.name = "các cơ quan chuyên môn thuộc UBND tỉnh, UBND cấp huyện",
     .kinds = DEPARTMENTS | UNITS,
     .built_in = true},
    {.name = "các bộ, ngành", .kinds = MINISTRIES, .built_in = true},
    {.name = "các bộ, ngành, địa phương", .kinds = MINISTRIES | PROVINCES, .built_in = true},
    {.name = "UBND các tỉnh, thành phố", .kinds = PROVINCES, .built_in = true},
    {.name = "UBND cấp huyện", .kinds = DISTRICTS, .built_in = true},
    {.name = "UBND cấp xã", .kinds = COMMUNES, .built_in = true},
    {.name = "UBND cấp huyện, cấp xã", .kinds = DISTRICTS | COMMUNES, .built_in = true},
    {.name = "các địa phương", .kinds = DISTRICTS | COMMUNES | PROVINCES, .built_in = true},
    {.name = "các cơ quan, đơn vị", .kinds = OFFICES_AND_UNITS, .built_in = true},
    {.name = "các cơ quan, đơn vị, địa phương",
     .kinds = OFFICES_AND_UNITS | DISTRICTS | COMMUNES | PROVINCES,
     .built_in = true},
    {.name = "các đơn vị sự nghiệp công lập", .kinds = PUBLIC_UNITS, .built_in = true},
    {.name = "các doanh nghiệp", .kinds = ENTERPRISES, .built_in = true},
    {.name = "các đoàn thể", .kinds = PARTIES, .built_in = true},
};

enum { TERM_OPEN, TERM_SPECIALIST, TERM_COUNT = sizeof terms / sizeof *terms };

static unsigned area_kinds(unsigned area)
{
	unsigned kinds = 0;
	if (area & AREA_COMMUNE)
		kinds |= COMMUNES;
	if (area & AREA_DISTRICT)
		kinds |= DISTRICTS;
	if (area & AREA_PROVINCE)
		kinds |= PROVINCES;
	if (area & AREA_CITY && !(area & (AREA_PROVINCE | AREA_DISTRICT)))
		kinds |= DISTRICTS;
	return kinds;
}

static bool is_below_province(unsigned area)
{
	return area & (AREA_DISTRICT | AREA_COMMUNE) && !(area & AREA_PROVINCE);
}

static unsigned branch_kinds(const struct parsed *name)
{
	if (name->nouns & NOUN_DIVISION || is_below_province(name->area | name->owner_area))
		return UNITS;
	return name->nouns & NOUN_MINISTRY ? MINISTRIES : DEPARTMENTS;
}

static unsigned kinds_of_group(const struct parsed *name)
{
	static const struct {
		unsigned noun, kinds;
	} rows[] = {
	    {NOUN_DEPARTMENT, DEPARTMENTS}, {NOUN_MINISTRY, MINISTRIES},
	    {NOUN_DIVISION, UNITS},	    {NOUN_UNIT, OFFICES_AND_UNITS},
	    {NOUN_PUBLIC, PUBLIC_UNITS},    {NOUN_ENTERPRISE, ENTERPRISES},
	    {NOUN_PARTY, PARTIES},
	};
	unsigned kinds = 0, area = name->area | name->owner_area;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (name->nouns & rows[i].noun)
			kinds |= rows[i].kinds;
	if (name->nouns & NOUN_BRANCH)
		kinds |= branch_kinds(name);
	if (name->nouns & NOUN_LOCALITY)
		kinds |= name->nouns & NOUN_MINISTRY ? PROVINCES : DISTRICTS | COMMUNES | PROVINCES;
	if (name->nouns & NOUN_AREA && !name->named)
		kinds |= area_kinds(name->area);
	if (name->nouns & NOUN_SPECIALIST)
		kinds |= is_below_province(area) ? UNITS
			 : area & AREA_DISTRICT	 ? DEPARTMENTS | UNITS
						 : DEPARTMENTS;
	return kinds;
}

static int bits(unsigned set)
{
	int n = 0;
	for (; set; set &= set - 1)
		n++;
	return n;
}

/* The row that binds these kinds, or most of them and no others. */
static const struct group *term_of_kinds(unsigned kinds)
{
	const struct group *best = NULL;
	for (size_t i = TERM_SPECIALIST + 1; i < TERM_COUNT; i++)
		if (!(terms[i].kinds & ~kinds) &&
		    (!best || bits(terms[i].kinds) > bits(best->kinds)))
			best = &terms[i];
	return best;
}

static bool is_committee(const struct head *h)
{
	return h && h->kind == KIND_DISTRICT && (h->flags & HEAD_AREA);
}

const struct group *group_of_parsed(const struct tokens *t, const struct parsed *name)
{
	bool closed = name->end + 1 == t->count && !token_is(t, name->end, MARK_WORD);
	if (name->end < t->count && !closed)
		return NULL; /* more than one name */
	if (name->sort == NAME_AGENCY)
		return is_committee(name->head) && name->many && !name->named
			   ? term_of_kinds(area_kinds(name->area))
			   : NULL;
	if (name->related)
		return &terms[TERM_OPEN];
	if (name->loose || !name->known)
		return NULL;
	if (!(name->nouns & ~(unsigned)NOUN_ANYBODY))
		return &terms[TERM_OPEN];
	unsigned kinds = kinds_of_group(name);
	if (name->nouns == NOUN_SPECIALIST && kinds == DEPARTMENTS)
		return &terms[TERM_SPECIALIST];
	return term_of_kinds(kinds);
}

const struct group *group_built_in(const char *text)
{
	struct arena *a = arena_new();
	struct tokens t = tokens_of(a, text);
	struct parsed name;
	const struct group *group =
	    t.count && name_parse(&t, 0, &name) ? group_of_parsed(&t, &name) : NULL;
	arena_free(a);
	return group;
}

/* Are several sorts of areas listed, or a level: "huyện, thị xã", "cấp huyện"? */
static bool is_level(const struct tokens *t, const struct parsed *name)
{
	size_t words = 0;
	for (size_t i = name->first; i < name->end; i++) {
		if (token_word(t, i, "cấp"))
			return true;
		words += area_word_at(t, i) > 0;
	}
	return words > 1;
}

static bool is_whole(const struct tokens *t, const struct parsed *name, const struct group *term)
{
	enum { OFFICES = NOUN_DEPARTMENT | NOUN_BRANCH };
	if (name->named || name->related || name->loose)
		return false;
	if (name->sort == NAME_AGENCY || name->nouns == NOUN_AREA)
		return is_level(t, name) && area_kinds(name->area) == term->kinds;
	return name->nouns == OFFICES && term->kinds == DEPARTMENTS;
}

const struct group *group_whole(const char *text)
{
	struct arena *a = arena_new();
	struct tokens t = tokens_of(a, text);
	struct parsed name;
	const struct group *group =
	    t.count && name_parse(&t, 0, &name) ? group_of_parsed(&t, &name) : NULL;
	if (group && !is_whole(&t, &name, group))
		group = NULL;
	arena_free(a);
	return group;
}

/* --- kinds of single agencies --- */

static bool names_great_city(const struct tokens *t, const struct parsed *name)
{
	for (size_t i = name->first; i < name->end; i++)
		if (any_phrase_at(t, i, vocabulary_great_cities))
			return true;
	return false;
}

static enum agency_kind committee_kind(const struct tokens *t, const struct parsed *name,
				       unsigned area)
{
	if (area & AREA_COMMUNE)
		return KIND_COMMUNE;
	if (area & AREA_DISTRICT)
		return KIND_DISTRICT;
	bool city = area & AREA_CITY && !(area & AREA_PROVINCE);
	return city && name->named && !names_great_city(t, name) ? KIND_DISTRICT : KIND_UNKNOWN;
}

static enum agency_kind office_kind(const struct tokens *t, const struct parsed *name)
{
	const struct head *owner = name->owner;
	unsigned area = name->area | name->owner_area;
	if (owner && owner->kind == KIND_PARTY)
		return KIND_PARTY;
	if (!owner)
		return name->head->flags & HEAD_NEST ? KIND_UNIT : KIND_OFFICE;
	if (!is_committee(owner))
		return owner->kind == KIND_UNKNOWN ? KIND_UNKNOWN : KIND_UNIT;
	return committee_kind(t, name, area) == KIND_UNKNOWN ? KIND_OFFICE : KIND_UNIT;
}

enum agency_kind kind_of_parsed(const struct tokens *t, const struct parsed *name)
{
	const struct head *h = name->head;
	unsigned area = name->area | name->owner_area;
	if (name->sort != NAME_AGENCY || h->flags & HEAD_PERSON)
		return KIND_UNKNOWN;
	if (is_committee(h))
		return committee_kind(t, name, name->area);
	if (h->kind == KIND_OFFICE)
		return office_kind(t, name);
	bool inside = name->owner && name->owner != h && name->owner->kind != KIND_UNKNOWN &&
		      !is_committee(name->owner);
	if (h->kind == KIND_DEPARTMENT && name->owner && name->owner->kind == KIND_PARTY)
		return KIND_PARTY;
	if (h->kind == KIND_DEPARTMENT && (inside || is_below_province(area)))
		return KIND_UNIT;
	return h->kind;
}

struct bearing bearing_of_name(const char *text)
{
	struct arena *a = arena_new();
	struct tokens t = tokens_of(a, text);
	struct parsed name;
	struct bearing b = {.kind = KIND_UNKNOWN};
	if (t.count && name_parse(&t, 0, &name)) {
		b.kind = kind_of_parsed(&t, &name);
		b.province = is_committee(name.head) && b.kind == KIND_UNKNOWN && name.area;
		b.board = phrase_at(&t, 0, "ban quản lý") || phrase_at(&t, 0, "bql");
	}
	arena_free(a);
	return b;
}

enum agency_kind agency_kind_of_name(const char *name)
{
	return bearing_of_name(name).kind;
}

static bool lists_id(const struct group *group, const struct agency *agency)
{
	for (size_t i = 0; agency && i < group->id_count; i++) {
		const char *slash = strchr(group->ids[i], '/');
		bool here = !slash ||
			    (agency->of && strlen(agency->of) == (size_t)(slash - group->ids[i]) &&
			     strncmp(agency->of, group->ids[i], strlen(agency->of)) == 0);
		if (here && strcmp(slash ? slash + 1 : group->ids[i], agency->id) == 0)
			return true;
	}
	return false;
}

bool group_binds(const struct group *group, const struct agency *agency, const char *name)
{
	if (group->open)
		return false;
	if (group->id_count)
		return lists_id(group, agency);
	if (!group->kinds && !group->built_in) { /* a registry's group without members */
		const struct group *term = group_built_in(group->name);
		return term && group_binds(term, agency, name);
	}
	bool deep =
	    agency && agency->kind == KIND_COMMUNE; /* in a district of the group's province */
	if (agency && group->of && agency->of && !deep && strcmp(agency->of, group->of) != 0)
		return false;
	struct bearing bearing =
	    agency ? ((const struct member *)agency)->bearing : bearing_of_name(name);
	enum agency_kind kind =
	    agency && agency->kind != KIND_UNKNOWN ? agency->kind : bearing.kind;
	if (kind == KIND_OFFICE && bearing.kind == KIND_UNIT && group->built_in)
		kind = KIND_UNIT; /* the office of a district is none of the province's */
	if (group == &terms[TERM_SPECIALIST] && bearing.board)
		return false;
	if (kind == KIND_UNKNOWN)
		return bearing.province && (group->kinds & PROVINCES);
	return group->kinds & 1u << kind;
}
