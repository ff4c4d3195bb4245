/* SPDX-License-Identifier: MIT
 * index: a table of open addresses, at most half full. */
#include "base/index.h"

#include <string.h>

#include "base/arena.h"

struct entry {
	const char *key;
	size_t n;
	uint64_t hash;
	void *value;
};

struct index {
	struct arena *arena;
	struct entry *entries;
	size_t room, count; /* room: a power of two, or 0 */
};

uint64_t index_hash(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ p[i]) * UINT64_C(1099511628211);
	return hash;
}

struct index *index_new(struct arena *a)
{
	struct index *ix = arena_alloc(a, sizeof *ix);
	ix->arena = a;
	return ix;
}

/* The entry of the key, or the free one where it belongs. */
static struct entry *find(const struct index *ix, const char *key, size_t n, uint64_t hash)
{
	for (size_t i = (size_t)(hash ^ hash >> 29);; i++) {
		struct entry *e = &ix->entries[i & (ix->room - 1)];
		if (!e->key || (e->hash == hash && e->n == n && memcmp(e->key, key, n) == 0))
			return e;
	}
}

static void grow(struct index *ix)
{
	struct index old = *ix;
	ix->room = old.room ? old.room * 2 : 16;
	ix->entries = arena_alloc(ix->arena, ix->room * sizeof *ix->entries);
	for (size_t i = 0; i < old.room; i++)
		if (old.entries[i].key)
			*find(ix, old.entries[i].key, old.entries[i].n, old.entries[i].hash) =
			    old.entries[i];
}

void *index_get(const struct index *ix, const char *key, size_t n)
{
	if (!ix->count)
		return NULL;
	return find(ix, key, n, index_hash(INDEX_HASH, key, n))->value;
}

void *index_put(struct index *ix, const char *key, size_t n, void *value)
{
	if (ix->count * 2 >= ix->room)
		grow(ix);
	uint64_t hash = index_hash(INDEX_HASH, key, n);
	struct entry *e = find(ix, key, n, hash);
	if (e->key)
		return e->value;
	*e = (struct entry){key, n, hash, value};
	ix->count++;
	return NULL;
}
