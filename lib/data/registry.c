/* SPDX-License-Identifier: MIT
 * registry: agencies/1 trees read into a registry, and all that is wrong in them. It looks nothing
 * up for others and opens no file. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/agency_private.h"
#include "data/shape.h"

static const char *const top_keys[] = {"par",	 "title", "source", "agencies",
				       "groups", "open",  NULL};
static const char *const agency_keys[] = {"id",	  "name",    "aliases", "kind",	 "of",	 "email",
					  "head", "becomes", "from",	"until", "note", NULL};
static const char *const successor_keys[] = {"id", "from", "note", NULL};
static const char *const group_keys[] = {"name", "aliases", "members", "note", NULL};
static const char *const member_keys[] = {"kind", "of", NULL};

struct registry *registry_new(struct arena *a)
{
	struct registry *r = arena_alloc(a, sizeof *r);
	r->arena = a;
	r->by_key = index_new(a);
	r->by_plain = index_new(a);
	r->by_id = index_new(a);
	r->by_place = index_new(a);
	r->terms = index_new(a);
	return r;
}

bool registry_is_empty(const struct registry *r)
{
	return r->member_count == 0;
}

bool registry_knows(const struct registry *r, const char *key)
{
	return index_get(r->by_key, key, strlen(key)) != NULL;
}

/* --- names --- */

static void index_named(struct index *ix, const char *key, struct named *named)
{
	struct named *first = index_put(ix, key, strlen(key), named);
	if (first) {
		named->next = first->next;
		first->next = named;
	}
}

static void add_named(struct registry *r, const char *text, const struct named *of)
{
	struct named named = *of;
	named.text = text_squeeze(r->arena, text);
	named.key = text_key(r->arena, text);
	if (!*named.key)
		return;
	size_t words = 1;
	for (const char *s = named.key; *s; s++)
		words += *s == ' ';
	if (words > r->longest)
		r->longest = words;
	struct named *by_key = arena_alloc(r->arena, sizeof *by_key);
	struct named *by_plain = arena_alloc(r->arena, sizeof *by_plain);
	*by_key = *by_plain = named;
	index_named(r->by_key, by_key->key, by_key);
	index_named(r->by_plain, text_plain(r->arena, text), by_plain);
}

static void add_names(struct registry *r, const char *name, const char **aliases, size_t count,
		      struct named of)
{
	add_named(r, name, &of);
	for (size_t i = 0; i < count; i++)
		add_named(r, aliases[i], &of);
}

/* --- agencies --- */

static bool is_id(const char *s)
{
	return *s && !s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

static const char *read_id(const struct node *map, const char *key, bool with_place,
			   struct findings *findings)
{
	const char *id = shape_required(map, key, findings);
	if (!id)
		return NULL;
	const char *slash = with_place ? strchr(id, '/') : NULL;
	if (is_id(slash ? slash + 1 : id))
		return id;
	findings_add(findings, node_get(map, key)->at, CODE_BAD_VALUE, id, key,
		     words_pick("; it takes a-z, 0-9 and -", "; chỉ gồm a-z, 0-9 và -"));
	return NULL;
}

static void read_successor(struct registry *r, struct agency *agency, const struct node *n,
			   struct findings *findings)
{
	if (n->kind != NODE_MAP) {
		findings_add(findings, n->at, CODE_WRONG_SHAPE, "becomes",
			     words_pick("a list of {id: …, from: …}", "danh sách {id: …, from: …}"),
			     NULL);
		return;
	}
	shape_keys(r->arena, n, successor_keys, findings);
	struct successor s = {.id = read_id(n, "id", true, findings),
			      .from = shape_day(n, "from", findings),
			      .at = n->at};
	if (s.from == DAY_NONE && !node_get(n, "from"))
		findings_add(findings, n->at, CODE_MISSING_KEY, "from", NULL, NULL);
	if (!s.id || s.from == DAY_NONE)
		return;
	agency->becomes =
	    arena_more(r->arena, agency->becomes, agency->becomes_count, sizeof *agency->becomes);
	agency->becomes[agency->becomes_count++] = s;
}

static void read_successors(struct registry *r, struct agency *agency, const struct node *map,
			    struct findings *findings)
{
	const struct node *n = node_get(map, "becomes");
	if (n && n->kind == NODE_MAP)
		read_successor(r, agency, n, findings);
	else if (shape_member(map, "becomes", NODE_LIST, findings))
		for (n = n->first; n; n = n->next)
			read_successor(r, agency, n, findings);
}

static bool same_place(const char *x, const char *y)
{
	return text_same(x, y);
}

/* The member of that id and place; NULL when none. */
static const struct member *member_of(const struct registry *r, const char *id, const char *of)
{
	const struct named *n = index_get(r->by_id, id, strlen(id));
	for (; n; n = n->next)
		if (same_place(n->member->agency.of, of))
			return n->member;
	return NULL;
}

static enum agency_kind read_kind(struct registry *r, const struct node *map,
				  enum agency_kind by_name, struct findings *findings)
{
	const char *words[KIND_COUNT] = {0};
	for (int k = 1; k < KIND_COUNT; k++)
		words[k - 1] = agency_kind_word((enum agency_kind)k);
	int found = shape_word(r->arena, map, "kind", words, findings);
	return found >= 0 ? (enum agency_kind)(found + 1) : by_name;
}

static bool is_committee_name(struct arena *a, const char *name)
{
	const char *plain = text_plain(a, name);
	return strncmp(plain, "ubnd ", 5) == 0 || strncmp(plain, "uy ban nhan dan ", 16) == 0;
}

/* "UBND tỉnh" for "UBND tỉnh Bình Phước", to be found in its own plans and in those below. */
static void imply_names(struct registry *r, struct member *m)
{
	static const char *const heads[] = {"UBND", "Ủy ban nhân dân"};
	struct tokens t = tokens_of(r->arena, m->agency.name);
	size_t at = token_word(&t, 0, "ubnd") ? 1 : 4, end = area_word_at(&t, at);
	if (!end)
		return;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		add_named(
		    r,
		    arena_format(r->arena, "%s %s", heads[i], tokens_text(r->arena, &t, at, end)),
		    &(struct named){.member = m, .at = m->agency.at, .implied = true});
}

static void index_member(struct registry *r, struct member *m)
{
	struct named *id = arena_alloc(r->arena, sizeof *id);
	*id = (struct named){.text = m->agency.id, .member = m, .at = m->agency.at};
	index_named(r->by_id, m->agency.id, id);
	if (!is_committee_name(r->arena, m->agency.name))
		return;
	m->place = agency_place(r->arena, m->agency.name);
	if (!m->place)
		return;
	index_put(r->by_place, m->place, strlen(m->place), m);
	imply_names(r, m);
}

static void read_agency(struct registry *r, const struct node *n, struct findings *findings)
{
	if (n->kind != NODE_MAP) {
		findings_add(findings, n->at, CODE_WRONG_SHAPE, "agencies",
			     words_pick("a list of maps", "danh sách các bảng khóa"), NULL);
		return;
	}
	shape_keys(r->arena, n, agency_keys, findings);
	struct member m = {.order = r->member_count};
	struct agency *agency = &m.agency;
	agency->at = n->at;
	agency->id = read_id(n, "id", false, findings);
	agency->name = shape_required(n, "name", findings);
	agency->of = shape_text(n, "of", findings);
	agency->email = shape_text(n, "email", findings);
	agency->head = shape_text(n, "head", findings);
	agency->aliases = shape_texts(r->arena, n, "aliases", &agency->alias_count, findings);
	m.from = shape_day(n, "from", findings);
	m.until = shape_day(n, "until", findings);
	read_successors(r, agency, n, findings);
	if (!agency->id || !agency->name)
		return;
	m.bearing = bearing_of_name(agency->name);
	agency->kind = read_kind(r, n, m.bearing.kind, findings);
	const struct member *twin = member_of(r, agency->id, agency->of);
	if (twin) {
		findings_add(findings, node_get(n, "id")->at, CODE_DUPLICATE_ID, agency->id,
			     arena_format(r->arena, "%u", twin->agency.at.line), NULL);
		return;
	}
	struct member *kept = arena_alloc(r->arena, sizeof *kept);
	*kept = m;
	r->members = arena_more(r->arena, r->members, r->member_count, sizeof(struct member *));
	r->members[r->member_count++] = kept;
	index_member(r, kept);
	add_names(r, agency->name, agency->aliases, agency->alias_count,
		  (struct named){.member = kept, .at = n->at});
}

/* --- groups --- */

static void add_group(struct registry *r, const struct group *group)
{
	struct group *kept = arena_alloc(r->arena, sizeof *kept);
	*kept = *group;
	r->groups = arena_more(r->arena, r->groups, r->group_count, sizeof(struct group *));
	r->groups[r->group_count++] = kept;
	add_names(r, kept->name, kept->aliases, kept->alias_count,
		  (struct named){.group = kept, .at = kept->at});
	const struct group *term = kept->open ? NULL : group_whole(kept->name);
	if (!term)
		return;
	r->terms_named =
	    arena_more(r->arena, r->terms_named, r->term_count, sizeof *r->terms_named);
	r->terms_named[r->term_count++] = (struct term_named){term, {.group = kept}};
}

static void read_kinds(struct registry *r, struct group *group, const struct node *map,
		       struct findings *findings)
{
	size_t count;
	const char **words = shape_texts(r->arena, map, "kind", &count, findings);
	for (size_t i = 0; i < count; i++) {
		int k = 1;
		while (k < KIND_COUNT &&
		       strcmp(agency_kind_word((enum agency_kind)k), words[i]) != 0)
			k++;
		if (k < KIND_COUNT)
			group->kinds |= 1u << k;
		else
			findings_add(findings, node_get(map, "kind")->at, CODE_BAD_VALUE, words[i],
				     "kind", NULL);
	}
}

static void read_members(struct registry *r, struct group *group, const struct node *map,
			 struct findings *findings)
{
	const struct node *n = node_get(map, "members");
	if (n && n->kind == NODE_MAP) {
		shape_keys(r->arena, n, member_keys, findings);
		read_kinds(r, group, n, findings);
		group->of = shape_text(n, "of", findings);
	} else if (n) {
		group->ids = shape_texts(r->arena, map, "members", &group->id_count, findings);
	}
}

static void read_group(struct registry *r, const struct node *n, struct findings *findings)
{
	if (n->kind != NODE_MAP) {
		findings_add(findings, n->at, CODE_WRONG_SHAPE, "groups",
			     words_pick("a list of maps", "danh sách các bảng khóa"), NULL);
		return;
	}
	struct group group = {.at = n->at};
	shape_keys(r->arena, n, group_keys, findings);
	group.name = shape_required(n, "name", findings);
	group.aliases = shape_texts(r->arena, n, "aliases", &group.alias_count, findings);
	read_members(r, &group, n, findings);
	if (group.name)
		add_group(r, &group);
}

static void read_open(struct registry *r, const struct node *root, struct findings *findings)
{
	size_t count;
	const char **names = shape_texts(r->arena, root, "open", &count, findings);
	for (size_t i = 0; i < count; i++)
		add_group(r, &(struct group){
				 .name = names[i], .open = true, .at = node_get(root, "open")->at});
}

void registry_add(struct registry *r, const struct node *root, struct findings *findings)
{
	if (root->kind != NODE_MAP) {
		findings_add(findings, root->at, CODE_WRONG_SHAPE, "agencies/1",
			     words_pick("a map", "một bảng khóa"), NULL);
		return;
	}
	shape_keys(r->arena, root, top_keys, findings);
	const struct node *list = shape_member(root, "agencies", NODE_LIST, findings);
	for (const struct node *n = list ? list->first : NULL; n; n = n->next)
		read_agency(r, n, findings);
	list = shape_member(root, "groups", NODE_LIST, findings);
	for (const struct node *n = list ? list->first : NULL; n; n = n->next)
		read_group(r, n, findings);
	read_open(r, root, findings);
}

/* --- when all files are in --- */

const struct member *registry_place(const struct registry *r, const char *place)
{
	const struct named *n = index_get(r->by_id, place, strlen(place));
	return n ? n->member : index_get(r->by_place, place, strlen(place));
}

/* "so-kh-cn" beside the agency, or "dong-nai/so-kh-cn", or the only one of that id anywhere. */
static const struct member *find_id(const struct registry *r, const char *id, const char *of)
{
	const char *slash = strchr(id, '/');
	if (slash)
		return member_of(r, slash + 1, arena_copy(r->arena, id, (size_t)(slash - id)));
	const struct member *beside = member_of(r, id, of);
	const struct named *n = index_get(r->by_id, id, strlen(id));
	return beside || !n || n->next ? beside : n->member;
}

static void resolve_successors(const struct registry *r, struct agency *agency,
			       struct findings *findings)
{
	for (size_t i = 0; i < agency->becomes_count; i++) {
		struct successor *s = &agency->becomes[i];
		const struct member *m = find_id(r, s->id, agency->of);
		s->agency = m ? &m->agency : NULL;
		if (!m)
			findings_add_as(findings, s->at, SEVERITY_ERROR, CODE_AGENCY_UNKNOWN, s->id,
					"", NULL);
	}
}

static void check_circle(const struct registry *r, const struct agency *agency,
			 struct findings *findings)
{
	const struct agency *next = agency;
	for (size_t i = 0; next && next->becomes_count && i <= r->member_count; i++) {
		next = next->becomes[0].agency;
		if (next != agency)
			continue;
		findings_add(findings, agency->at, CODE_BAD_VALUE, agency->becomes[0].id, "becomes",
			     words_pick("; it leads back to itself", "; lại quay về chính nó"));
		return;
	}
}

static const char *place_of(const struct named *n)
{
	return n->group ? n->group->of : n->member->agency.of;
}

static const char *called(struct arena *a, const struct named *n)
{
	if (n->group)
		return arena_format(a, "\"%s\"", n->group->name);
	const struct agency *agency = &n->member->agency;
	return agency->of ? arena_format(a, "%s/%s", agency->of, agency->id) : agency->id;
}

/* One finding for each later name that another of the same place has already. */
static void check_clashes(const struct registry *r, const struct named *named, const void *whose,
			  struct findings *findings)
{
	const struct named *first = index_get(r->by_key, named->key, strlen(named->key));
	for (const struct named *n = first; n; n = n->next) {
		const void *other = n->group ? (const void *)n->group : (const void *)n->member;
		bool before = n->at.file == named->at.file ? n->at.line < named->at.line
							   : n->at.file < named->at.file;
		bool open = n->group && named->group && n->group->open && named->group->open;
		if (other != whose && before && !open && !n->implied &&
		    same_place(place_of(n), place_of(named))) {
			findings_add(findings, named->at, CODE_ALIAS_CLASH, named->text,
				     called(r->arena, n), called(r->arena, named));
			return;
		}
	}
}

static void check_names(const struct registry *r, const char *name, const char **aliases,
			size_t count, struct named of, struct findings *findings)
{
	for (size_t i = 0; i <= count; i++) {
		of.text = i ? aliases[i - 1] : name;
		of.key = text_key(r->arena, of.text);
		check_clashes(r, &of, of.group ? (const void *)of.group : (const void *)of.member,
			      findings);
	}
}

static void check_group(const struct registry *r, const struct group *group,
			struct findings *findings)
{
	size_t found = 0;
	for (size_t i = 0; i < group->id_count; i++) {
		const char *id = group->ids[i];
		bool known = strchr(id, '/') ? find_id(r, id, NULL) != NULL
					     : index_get(r->by_id, id, strlen(id)) != NULL;
		if (known)
			found++;
		else
			findings_add_as(findings, group->at, SEVERITY_ERROR, CODE_AGENCY_UNKNOWN,
					id, "", NULL);
	}
	for (size_t i = 0; i < r->member_count && !group->id_count; i++) {
		const struct agency *agency = &r->members[i]->agency;
		bool deep = agency->kind == KIND_COMMUNE; /* in a district of the province */
		bool here = !group->of || member_is_in(r->members[i], group->of) ||
			    (deep && member_depth(r->members[i], group->of) >= 0);
		found += here && (group->kinds & 1u << agency->kind);
	}
	if (!found && !group->open)
		findings_add(findings, group->at, CODE_GROUP_EMPTY, group->name, NULL, NULL);
}

void registry_close(struct registry *r, struct findings *findings)
{
	for (size_t i = 0; i < r->member_count; i++) {
		struct member *m = r->members[i];
		const struct member *parent = m->agency.of ? registry_place(r, m->agency.of) : NULL;
		m->parent = parent != m ? parent : NULL;
		resolve_successors(r, &m->agency, findings);
	}
	for (size_t i = 0; i < r->member_count; i++) {
		const struct agency *agency = &r->members[i]->agency;
		check_circle(r, agency, findings);
		check_names(r, agency->name, agency->aliases, agency->alias_count,
			    (struct named){.member = r->members[i], .at = agency->at}, findings);
	}
	for (size_t i = 0; i < r->group_count; i++) {
		const struct group *group = r->groups[i];
		check_names(r, group->name, group->aliases, group->alias_count,
			    (struct named){.group = group, .at = group->at}, findings);
		check_group(r, group, findings);
	}
}
