/* SPDX-License-Identifier: MIT
 * agencymembers: what agencies have become, and who the members of a group are on a day. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "data/agency_private.h"

enum { CHAIN = 32 }; /* no chain of successors is longer; circles end here */

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
	for (int i = 0; next && today != DAY_NONE && i < CHAIN; i++) {
		agency = next;
		next = next_in_time(agency, today);
	}
	return agency;
}

bool agency_is_within(const struct agency *agency, const char *place)
{
	return !place || !agency->of || member_depth((const struct member *)agency, place) >= 0;
}

/* --- members --- */

static bool exists_on(const struct agency *agency, day on)
{
	const struct member *m = (const struct member *)agency;
	return on == DAY_NONE ||
	       ((m->from == DAY_NONE || m->from <= on) && (m->until == DAY_NONE || on < m->until));
}

/* Does anybody in the place or below have the id? */
static bool has_id_below(const struct registry *r, const char *id, const char *place)
{
	const struct named *n = index_get(r->by_id, id, strlen(id));
	for (; n; n = n->next)
		if (member_depth(n->member, place) >= 0)
			return true;
	return false;
}

/* Does an id of a group's list mean this member? A bare one means who has it in the plan's place,
 * else above it; and those that belong to no place. */
static bool id_means(const struct registry *r, const char *id, const struct member *m,
		     const char *place)
{
	const struct agency *agency = &m->agency;
	const char *slash = strchr(id, '/');
	if (strcmp(slash ? slash + 1 : id, agency->id) != 0)
		return false;
	if (slash) {
		size_t n = (size_t)(slash - id);
		return agency->of && strlen(agency->of) == n && strncmp(agency->of, id, n) == 0;
	}
	int rank = member_rank(r, m, place);
	return rank < RANK_ABOVE || !agency->of ||
	       (rank < RANK_STATE && !has_id_below(r, id, place));
}

static bool is_listed(const struct registry *r, const struct group *group, const struct member *m,
		      const char *place)
{
	for (size_t i = 0; i < group->id_count; i++)
		if (id_means(r, group->ids[i], m, place))
			return true;
	return false;
}

/* Communes count at any depth: they lie in districts, which lie in the province. */
static bool is_member(const struct registry *r, const struct group *group, const struct member *m,
		      const char *place)
{
	if (group->id_count)
		return is_listed(r, group, m, place);
	bool deep = m->agency.kind == KIND_COMMUNE;
	bool anywhere = !place || (!group->of && !m->agency.of);
	bool here = anywhere || member_is_in(m, place) || (deep && member_depth(m, place) >= 0);
	return here && group_binds(group, &m->agency, m->agency.name);
}

/* "UBND cấp xã" of a province, in the plan of one of its districts: the district's communes. */
static bool is_elsewhere(const struct registry *r, const struct member *m, const char *of)
{
	const struct member *issuer = of ? registry_place(r, of) : NULL;
	return issuer && issuer->agency.kind == KIND_DISTRICT && m->agency.kind == KIND_COMMUNE &&
	       member_depth(m, of) < 0;
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
		if (!is_member(r, group, m, place) || (!group->id_count && is_elsewhere(r, m, of)))
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
