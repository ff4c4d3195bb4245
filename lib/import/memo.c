/* SPDX-License-Identifier: MIT
 * memo: what was found out about a text, by the text. It finds nothing out itself. */
#include "import/memo.h"

#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "time/deadline.h"

struct seen {
	const struct look *look, *shape; /* NULL: not asked for yet */
	const char *plain;		 /* NULL: not asked for yet */
	const struct cell_names *names;	 /* NULL: not asked for yet */
	const struct reading *deadline;	 /* NULL: not asked for yet */
	enum role role;
	bool typo, has_role;
};

struct memo {
	struct arena *a;
	struct index *seen;
};

struct memo *memo_new(struct arena *a)
{
	struct memo *m = arena_alloc(a, sizeof *m);
	*m = (struct memo){a, index_new(a)};
	return m;
}

static struct seen *find(struct memo *m, const char *text)
{
	size_t n = strlen(text);
	struct seen *seen = index_get(m->seen, text, n);
	if (!seen) {
		seen = arena_alloc(m->a, sizeof *seen);
		index_put(m->seen, text, n, seen);
	}
	return seen;
}

const struct look *memo_look(struct memo *m, const char *text)
{
	struct seen *seen = find(m, text);
	if (!seen->look) {
		struct look *look = arena_alloc(m->a, sizeof *look);
		*look = look_read(m->a, text);
		seen->look = look;
	}
	return seen->look;
}

const struct look *memo_shape(struct memo *m, const char *text)
{
	struct seen *seen = find(m, text);
	if (!seen->look && !seen->shape) {
		struct look *look = arena_alloc(m->a, sizeof *look);
		*look = look_shape(m->a, text);
		seen->shape = look;
	}
	return seen->look ? seen->look : seen->shape;
}

const char *memo_plain(struct memo *m, const char *text)
{
	struct seen *seen = find(m, text);
	if (!seen->plain)
		seen->plain = text_plain(m->a, text);
	return seen->plain;
}

enum role memo_role(struct memo *m, const char *text, bool *typo)
{
	struct seen *seen = find(m, text);
	if (!seen->has_role) {
		seen->role = heading_role(m->a, text, &seen->typo);
		seen->has_role = true;
	}
	*typo = seen->typo;
	return seen->role;
}

struct cell_names memo_names(struct memo *m, const char *lines, const struct registry *registry,
			     const char *of)
{
	struct seen *seen = find(m, lines);
	if (!seen->names) {
		struct cell_names *names = arena_alloc(m->a, sizeof *names);
		*names = agency_split(m->a, lines, registry, of);
		seen->names = names;
	}
	return *seen->names;
}

struct reading memo_deadline(struct memo *m, const char *text, const struct phrase_context *years)
{
	struct seen *seen = find(m, text);
	if (!seen->deadline) {
		struct reading *reading = arena_alloc(m->a, sizeof *reading);
		*reading = deadline_read(m->a, text, years);
		seen->deadline = reading;
	}
	return *seen->deadline;
}
