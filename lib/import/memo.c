/* SPDX-License-Identifier: MIT
 * memo: what was found out about a text, by the text. It finds nothing out itself. */
#include "import/memo.h"

#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"

struct seen {
	const struct look *look; /* NULL: not asked for yet */
	const char *plain;	 /* NULL: not asked for yet */
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
