/* SPDX-License-Identifier: MIT
 * agency: looking names up in a registry, successors, members, and the place of an issuer. It reads
 * no file and parts no cells. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
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

enum { RANK_GENERAL = 100, RANK_ABOVE = 200, RANK_STATE = 300, RANK_NONE = 400 };

static int rank_of_member(const struct registry *r, const struct member *m, const char *of)
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

enum step { STEP_EXACT, STEP_FOLDED, STEP_PLAIN, STEP_COUNT };

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

static void consider(struct search *s, const struct named *n, enum step step)
{
	int rank = n->group ? rank_of_group(s->r, n->group, s->of)
			    : rank_of_member(s->r, n->member, s->of);
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

static const struct group *term_of(const struct registry *r, const char *name)
{
	size_t n = strlen(name);
	struct term_known *known = index_get(r->terms, name, n);
	if (!known) {
		known = arena_alloc(r->arena, sizeof *known);
		known->group = group_built_in(name);
		index_put(r->terms, arena_copy(r->arena, name, n), n, known);
	}
	return known->group;
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
	const struct group *term = term_of(r, name);
	if (term)
		return (struct answer){.kind = ANSWER_GROUP, .group = term};
	return answer_of(&s);
}

/* --- time --- */

static const struct agency *next_in_time(const struct agency *agency, day today)
{
	const struct successor *first = NULL;
	for (size_t i = 0; i < agency->becomes_count; i++) {
		const struct successor *s = &agency->becomes[i];
		if (s->agency && s->from <= today && (!first || s->from < first->from))
			first = s;
	}
	return first ? first->agency : NULL;
}

const struct agency *agency_today(const struct agency *agency, day today)
{
	const struct agency *next = agency;
	for (int i = 0; agency && next && today != DAY_NONE && i < LEVELS; i++) {
		agency = next;
		next = next_in_time(agency, today);
	}
	return agency;
}

/* --- members --- */

static bool exists_on(const struct agency *agency, day on)
{
	const struct member *m = (const struct member *)agency;
	return on == DAY_NONE ||
	       ((m->from == DAY_NONE || m->from <= on) && (m->until == DAY_NONE || on < m->until));
}

static bool is_listed(const struct group *group, const struct agency *agency)
{
	for (size_t i = 0; i < group->id_count; i++) {
		const char *id = group->ids[i], *slash = strchr(id, '/');
		size_t n = slash ? (size_t)(slash - id) : 0;
		bool place = !slash || (agency->of && strlen(agency->of) == n &&
					strncmp(agency->of, id, n) == 0);
		if (place && strcmp(slash ? slash + 1 : id, agency->id) == 0)
			return true;
	}
	return false;
}

/* Communes count at any depth: they lie in districts, which lie in the province. */
static bool is_member(const struct group *group, const struct member *m, const char *place)
{
	const struct agency *agency = &m->agency;
	bool deep = agency->kind == KIND_COMMUNE;
	bool here = !place || member_is_in(m, place) || (deep && member_depth(m, place) >= 0);
	if (group->id_count)
		return is_listed(group, agency) && (here || strchr(group->ids[0], '/'));
	return here && group_binds(group, agency, agency->name);
}

static int by_id(const void *x, const void *y)
{
	const struct agency *a = *(const struct agency *const *)x;
	const struct agency *b = *(const struct agency *const *)y;
	int order = strcmp(a->id, b->id);
	return order ? order : strcmp(a->of ? a->of : "", b->of ? b->of : "");
}

size_t registry_members(const struct registry *r, struct arena *a, const struct group *group,
			const char *of, day on, const struct agency ***members)
{
	const char *place = group->of ? group->of : of;
	const struct agency **list = NULL;
	size_t count = 0, kept = 0;
	bool expands = !group->open && !group->built_in && (group->kinds || group->id_count);
	for (size_t i = 0; i < r->member_count && expands; i++) {
		const struct member *m = r->members[i];
		if (!is_member(group, m, place))
			continue;
		const struct agency *today = agency_today(&m->agency, on);
		if (!exists_on(today, on))
			continue;
		list = arena_more(a, list, count, sizeof *list);
		list[count++] = today;
	}
	if (count)
		qsort(list, count, sizeof *list, by_id);
	for (size_t i = 0; i < count; i++)
		if (!kept || list[kept - 1] != list[i])
			list[kept++] = list[i];
	*members = list;
	return kept;
}

/* --- the place of an issuer --- */

static char *slug(struct arena *a, const char *text)
{
	char *plain = text_plain(a, text);
	struct buf b = {0};
	for (const char *s = plain; *s; s++) {
		bool good = (*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9');
		if (good)
			buf_char(&b, *s);
		else if (b.n && b.s[b.n - 1] != '-')
			buf_char(&b, '-');
	}
	if (b.n && b.s[b.n - 1] == '-')
		buf_cut(&b, b.n - 1);
	return buf_take(&b, a);
}

/* Behind the words of an area: "huyện Xuân Lộc, tỉnh Đồng Nai" gives Xuân Lộc. */
static char *area_name(struct arena *a, const struct tokens *t, size_t at)
{
	size_t i = at;
	for (const struct area_word *w = vocabulary_areas; w->phrase; w++) {
		size_t end = phrase_at(t, at, w->phrase);
		if (end > i)
			i = end;
	}
	if (i == at)
		return NULL;
	i += token_is(t, i, MARK_STOP);
	size_t end = i;
	while (end < t->count && (token_is(t, end, MARK_WORD) || token_is(t, end, MARK_DASH)))
		end++;
	char *name = slug(a, tokens_text(a, t, i, end));
	if (!*name)
		return NULL;
	bool number = !name[strspn(name, "0123456789")];
	return number ? slug(a, tokens_text(a, t, at, end)) : name;
}

/* "Sở Nội vụ tỉnh Bình Phước" gives so-noi-vu-binh-phuoc. */
static char *body_name(struct arena *a, const struct tokens *t)
{
	for (size_t i = 1; i + 1 < t->count; i++) {
		char *place = area_name(a, t, i);
		if (place)
			return arena_format(a, "%s-%s", slug(a, tokens_text(a, t, 0, i)), place);
	}
	return slug(a, tokens_text(a, t, 0, t->count));
}

char *agency_place(struct arena *a, const char *issuer)
{
	static const char *const committees[] = {"ubnd",
						 "ủy ban nhân dân",
						 "hđnd",
						 "hội đồng nhân dân",
						 "hđnd và ubnd",
						 "chủ tịch ubnd",
						 "chủ tịch ủy ban nhân dân",
						 "văn phòng ubnd",
						 "văn phòng ủy ban nhân dân",
						 NULL};
	if (!issuer)
		return NULL;
	struct tokens t = tokens_of(a, issuer);
	size_t end = any_phrase_at(&t, 0, committees);
	if (end)
		return area_name(a, &t, end);
	char *whole = area_name(a, &t, 0); /* "tỉnh Bình Phước" */
	if (whole)
		return whole;
	char *name = body_name(a, &t);
	return *name ? name : NULL;
}
