/* SPDX-License-Identifier: MIT
 * agency: looking names up in a registry, successors, members, and the place of an issuer. It reads
 * no file and parts no cells. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "data/agency_private.h"

enum { LEVELS = 32 }; /* no chain of places or successors is longer; circles end here */

/* --- places --- */

static bool is_place(const struct member *m, const char *place)
{
	const struct agency *agency = &m->agency;
	if (strcmp(agency->id, place) == 0 || text_same(m->place, place))
		return true;
	size_t n = strlen(agency->id); /* so-noi-vu-binh-phuoc: a department that issues plans */
	return agency->of && strncmp(agency->id, place, n) == 0 && place[n] == '-' &&
	       strcmp(place + n + 1, agency->of) == 0;
}

bool member_is_in(const struct member *m, const char *place)
{
	return text_same(m->agency.of, place) || (m->parent && is_place(m->parent, place));
}

int member_depth(const struct member *m, const char *place)
{
	int depth = 0;
	for (const struct member *p = m; p && depth < LEVELS; p = p->parent, depth++)
		if (member_is_in(p, place) || is_place(p, place))
			return depth;
	return -1;
}

/* The place a place lies in; NULL when the registry does not say. */
static const char *place_above(const struct registry *r, const char *place)
{
	const struct member *m = registry_place(r, place);
	if (m && m->agency.of && strcmp(m->agency.of, place) != 0)
		return m->agency.of;
	for (size_t i = 0; !m && i < r->member_count; i++)
		if (is_place(r->members[i], place))
			return r->members[i]->agency.of;
	return NULL;
}

int member_rank(const struct registry *r, const struct member *m, const char *of)
{
	if (!of)
		return 0;
	int depth = member_depth(m, of);
	if (depth >= 0)
		return depth;
	const char *above = place_above(r, of);
	for (int level = 0; above && level < LEVELS; level++, above = place_above(r, above))
		if (member_is_in(m, above) || is_place(m, above))
			return RANK_ABOVE + level;
	return !m->agency.of || m->agency.kind == KIND_MINISTRY ? RANK_STATE : RANK_NONE;
}

static int rank_of_group(const struct registry *r, const struct group *group, const char *of)
{
	if (!of || text_same(group->of, of))
		return 0;
	if (!group->of)
		return RANK_GENERAL;
	const char *above = place_above(r, of);
	for (int level = 0; above && level < LEVELS; level++, above = place_above(r, above))
		if (strcmp(group->of, above) == 0)
			return RANK_ABOVE + level;
	return RANK_NONE;
}

/* --- finding --- */

enum step { STEP_EXACT, STEP_FOLDED, STEP_PLAIN, STEP_TERM, STEP_COUNT };

/* The best answers so far: nearest place first, then the strictest step. */
struct search {
	const struct registry *r;
	struct arena *a;
	const char *of;
	int rank;
	enum step step;
	const struct named **hits;
	size_t count;
};

static bool same_one(const struct named *x, const struct named *y)
{
	return x->member == y->member && x->group == y->group;
}

/* Is the member the plan's own place or one above it? */
static bool is_own_or_above(const struct registry *r, const struct member *m, const char *of)
{
	for (int level = 0; of && level < LEVELS; level++, of = place_above(r, of))
		if (is_place(m, of))
			return true;
	return false;
}

static void consider(struct search *s, const struct named *n, enum step step)
{
	if (n->implied && !is_own_or_above(s->r, n->member, s->of))
		return;
	int rank =
	    n->group ? rank_of_group(s->r, n->group, s->of) : member_rank(s->r, n->member, s->of);
	if (rank == RANK_NONE || rank > s->rank || (rank == s->rank && step > s->step))
		return;
	if (rank < s->rank || step < s->step) {
		s->rank = rank;
		s->step = step;
		s->hits = NULL;
		s->count = 0;
	}
	for (size_t i = 0; i < s->count; i++)
		if (same_one(s->hits[i], n))
			return;
	s->hits = arena_more(s->a, s->hits, s->count, sizeof *s->hits);
	s->hits[s->count++] = n;
}

static void search_names(struct search *s, const char *name)
{
	const char *exact = text_squeeze(s->a, name), *key = text_key(s->a, name);
	const char *plain = text_plain(s->a, name);
	const struct named *n = index_get(s->r->by_key, key, strlen(key));
	for (; n; n = n->next)
		consider(s, n, strcmp(n->text, exact) == 0 ? STEP_EXACT : STEP_FOLDED);
	for (n = index_get(s->r->by_plain, plain, strlen(plain)); n; n = n->next)
		consider(s, n, STEP_PLAIN);
}

static void search_ids(struct search *s, const char *text)
{
	const char *slash = strchr(text, '/'), *id = slash ? slash + 1 : text;
	const struct named *n = index_get(s->r->by_id, id, strlen(id));
	size_t place = slash ? (size_t)(slash - text) : 0;
	if (slash)
		s->of = NULL; /* the place is said */
	for (; n; n = n->next) {
		const char *of = n->member->agency.of;
		if (!slash || (of && strlen(of) == place && strncmp(of, text, place) == 0))
			consider(s, n, STEP_EXACT);
	}
}

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static struct answer answer_of(const struct search *s)
{
	struct answer answer = {0};
	if (s->count == 1) {
		answer.group = s->hits[0]->group;
		answer.agency = answer.group ? NULL : &s->hits[0]->member->agency;
		answer.kind = answer.group ? ANSWER_GROUP : ANSWER_AGENCY;
	} else if (s->count > 1) {
		answer.kind = ANSWER_AMBIGUOUS;
		answer.candidates = arena_alloc(s->a, s->count * sizeof *answer.candidates);
		answer.candidate_count = s->count;
		for (size_t i = 0; i < s->count; i++) {
			const struct named *n = s->hits[i];
			const struct agency *agency = n->group ? NULL : &n->member->agency;
			answer.candidates[i] =
			    !agency	  ? n->group->name
			    : !agency->of ? agency->id
					  : arena_format(s->a, "%s/%s", agency->of, agency->id);
		}
		qsort(answer.candidates, s->count, sizeof *answer.candidates, by_bytes);
	}
	return answer;
}

static const struct term_known *term_of(const struct registry *r, const char *name)
{
	size_t n = strlen(name);
	struct term_known *known = index_get(r->terms, name, n);
	if (!known) {
		known = arena_alloc(r->arena, sizeof *known);
		known->group = group_built_in(name);
		known->whole = known->group ? group_whole(name) : NULL;
		index_put(r->terms, arena_copy(r->arena, name, n), n, known);
	}
	return known;
}

/* A registry's group under another spelling of the term; else the term itself. */
static const struct group *group_of_term(struct search *s, const struct term_known *term)
{
	const struct registry *r = s->r;
	s->rank = RANK_STATE;
	s->step = STEP_COUNT;
	s->count = 0;
	for (size_t i = 0; term->whole && i < r->term_count; i++)
		if (r->terms_named[i].term == term->whole)
			consider(s, &r->terms_named[i].named, STEP_TERM);
	return s->count == 1 ? s->hits[0]->group : term->group;
}

struct answer registry_find(const struct registry *r, struct arena *a, const char *name,
			    const char *of)
{
	struct search s = {.r = r, .a = a, .of = of, .rank = RANK_NONE, .step = STEP_COUNT};
	search_ids(&s, name);
	s.of = of;
	if (!s.count)
		search_names(&s, name);
	if (s.count && s.rank < RANK_STATE)
		return answer_of(&s);
	const struct term_known *term = term_of(r, name);
	if (!term->group)
		return answer_of(&s);
	return (struct answer){.kind = ANSWER_GROUP, .group = group_of_term(&s, term)};
}

bool registry_knows_place(const struct registry *r, const char *of)
{
	static const char *const states[] = {"chinh-phu", "thu-tuong-chinh-phu", "quoc-hoi"};
	bool state = false;
	for (size_t i = 0; of && i < sizeof states / sizeof *states; i++)
		state |= strcmp(of, states[i]) == 0;
	for (size_t i = 0; i < r->member_count; i++) {
		const struct member *m = r->members[i];
		if (!of || member_is_in(m, of) || is_place(m, of) ||
		    (state && m->agency.kind == KIND_MINISTRY))
			return true;
	}
	return false;
}
