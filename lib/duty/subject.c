/* SPDX-License-Identifier: MIT
 * subject: which of those that rules are about a head is. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "duty/bound.h"
#include "duty/rating.h"

/* What is known of a head when its scope is looked for. */
struct finder {
	struct arena *a;
	const struct rules *rules;
	struct binder *binder;
	const struct head *head;
	struct named named;
	enum agency_kind kind;
};

static bool is_called(struct arena *a, const struct rule_group *g, const char *words)
{
	const char *key = text_key(a, words);
	const char *const names[] = {g->id, g->name.vietnamese, g->name.english};
	for (size_t i = 0; i < 3; i++)
		if (names[i] && strcmp(key, text_key(a, names[i])) == 0)
			return true;
	return false;
}

/* Does the text hold the whole words? */
static bool has_words(const char *text, const char *words)
{
	size_t n = strlen(words);
	for (const char *at = text; n && (at = strstr(at, words)); at++)
		if ((at == text || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

/* ---- the agency ---- */

static void put_word(struct buf *b, const char *word)
{
	static const char *const short_forms[][2] = {
	    {"vp", "van phong"}, {"vpubnd", "van phong ubnd"}, {"va", ""}};
	for (size_t i = 0; i < sizeof short_forms / sizeof *short_forms; i++)
		if (strcmp(word, short_forms[i][0]) == 0)
			word = short_forms[i][1];
	buf_format(b, "%s%s", b->n && *word ? " " : "", word);
}

/* The text up to its last words `tail`. */
static void drop_tail(char *text, const char *tail)
{
	size_t n = strlen(text), k = strlen(tail);
	if (k && n > k + 1 && text[n - k - 1] == ' ' && strcmp(text + n - k, tail) == 0)
		text[n - k - 1] = 0;
}

/* One way to write a name: no "và" or "&", UBND for its long form, without the province's name. */
static const char *loose_name(const struct finder *f, const char *name)
{
	struct buf b = {0};
	char *plain = text_plain(f->a, name), *at, *committee;
	while ((committee = strstr(plain, "uy ban nhan dan"))) {
		memcpy(committee, "ubnd", 4);
		at = committee + strlen("uy ban nhan dan");
		memmove(committee + 4, at, strlen(at) + 1);
	}
	for (char *word = strtok_r(plain, " ", &at); word; word = strtok_r(NULL, " ", &at))
		put_word(&b, word);
	char *loose = buf_take(&b, f->a);
	if (f->rules->of)
		drop_tail(loose, text_plain(f->a, f->rules->of));
	drop_tail(loose, "tinh");
	return loose;
}

/* Does the group name the agency? As the registry knows both, else by their words. */
static bool names_agency(const struct finder *f, const struct rule_group *g)
{
	const char *loose = loose_name(f, f->head->agency);
	for (size_t i = 0; *f->head->agency && i < g->agency_count; i++) {
		struct named one = bound_name(f->binder, g->agencies[i], f->rules->of);
		if (one.agency && f->named.agency
			? one.agency == f->named.agency
			: strcmp(loose_name(f, g->agencies[i]), loose) == 0)
			return true;
	}
	return false;
}

static bool takes_kind(const struct finder *f, const struct rule_group *g)
{
	return names_agency(f, g) || (f->kind != KIND_UNKNOWN && (g->kinds >> f->kind & 1));
}

static const struct rule_group *group_called(const struct finder *f, const char *words)
{
	for (size_t i = 0; *words && i < f->rules->group_count; i++)
		if (is_called(f->a, &f->rules->groups[i], words))
			return &f->rules->groups[i];
	return NULL;
}

static const struct rule_group *scope_of_kind(const struct finder *f)
{
	for (size_t i = 0; i < f->rules->group_count; i++)
		if (f->rules->groups[i].scope && takes_kind(f, &f->rules->groups[i]))
			return &f->rules->groups[i];
	return NULL;
}

/* The only one of the head's level; NULL when there are several or none. */
static const struct rule_group *scope_of_level(const struct finder *f, size_t *count)
{
	const struct rule_group *found = NULL;
	*count = 0;
	for (size_t i = 0; i < f->rules->group_count; i++) {
		const struct rule_group *g = &f->rules->groups[i];
		if (g->scope && g->level == f->head->level && g->level != LEVEL_NONE) {
			found = g;
			++*count;
		}
	}
	return *count == 1 ? found : NULL;
}

static bool has_scopes(const struct rules *rules)
{
	for (size_t i = 0; i < rules->group_count; i++)
		if (rules->groups[i].scope)
			return true;
	return false;
}

static bool says_one(const char *post, bool accents, struct arena *a, const char **words,
		     size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (has_words(post, accents ? text_key(a, words[i]) : text_plain(a, words[i])))
			return true;
	return false;
}

/* "Phó Giám đốc" is none of theirs, "Phó Giám đốc phụ trách" is. "phố" is another word than "phó". */
static bool is_post_outside(const struct finder *f)
{
	const struct rule_posts *p = &f->rules->posts;
	const char *post = text_key(f->a, f->head->post);
	bool accents = strcmp(post, text_plain(f->a, f->head->post)) != 0;
	return !*f->head->group && says_one(post, accents, f->a, p->outside, p->outside_count) &&
	       !says_one(post, accents, f->a, p->unless, p->unless_count);
}

static bool level_differs(const struct head *h, const struct rule_group *scope)
{
	return h->level != LEVEL_NONE && scope->level != LEVEL_NONE && h->level != scope->level;
}

/* The agency's kind tells more than the level: a school of the province is of its level too. */
static enum scope_answer find_scope(const struct finder *f, const struct rule_group **scope)
{
	size_t of_level;
	*scope = NULL;
	if (!has_scopes(f->rules))
		return SCOPE_FOUND;
	const struct rule_group *called = group_called(f, f->head->group);
	if (*f->head->group && !called)
		return SCOPE_OUTSIDE;
	if (called && called->scope) {
		*scope = called;
		return level_differs(f->head, called) ? SCOPE_CONFLICT : SCOPE_FOUND;
	}
	*scope = scope_of_kind(f);
	if (*scope)
		return level_differs(f->head, *scope) ? SCOPE_CONFLICT : SCOPE_FOUND;
	if (f->kind != KIND_UNKNOWN)
		return SCOPE_OUTSIDE;
	*scope = scope_of_level(f, &of_level);
	if (*scope)
		return SCOPE_FOUND;
	return f->head->level != LEVEL_NONE && !of_level ? SCOPE_OUTSIDE : SCOPE_UNKNOWN;
}

static enum agency_kind kind_of(const struct finder *f)
{
	if (!*f->head->agency)
		return KIND_UNKNOWN;
	if (f->named.agency && f->named.agency->kind != KIND_UNKNOWN)
		return f->named.agency->kind;
	return agency_kind_of_name(f->head->agency);
}

/* The sheet's word wins over the names that the rules list. */
static void find_groups(const struct finder *f, struct subject *s)
{
	for (size_t i = 0; i < f->rules->group_count; i++) {
		const struct rule_group *g = &f->rules->groups[i];
		signed char said = f->head->member[i];
		s->in[i] = g->scope ? g == s->scope
			   : said   ? said > 0
				    : takes_kind(f, g) || g == group_called(f, f->head->group);
	}
}

struct subject subject_make(struct arena *a, const struct rules *rules, struct binder *binder,
			    const struct head *head)
{
	struct finder f = {.a = a, .rules = rules, .binder = binder, .head = head};
	struct subject s = {.head = head,
			    .in = arena_alloc(a, (rules->group_count + 1) * sizeof(bool))};
	f.named = bound_name(binder, head->agency, rules->of);
	f.kind = kind_of(&f);
	s.post_outside = is_post_outside(&f);
	s.answer = s.post_outside ? SCOPE_OUTSIDE : find_scope(&f, &s.scope);
	find_groups(&f, &s);
	return s;
}
