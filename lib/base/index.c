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

/* Eight bytes a round: a multiplication spreads them upwards, the shift brings them down again. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

static uint64_t load(const unsigned char *p)
{
	uint64_t word;
	memcpy(&word, p, sizeof word);
	return word;
}

/* Two lanes for long texts, because a round has to wait for the one before it. */
uint64_t index_hash(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	uint64_t other = hash ^ n, word = 0;
	for (; n >= 16; n -= 16, p += 16) {
		hash = mix(hash, load(p));
		other = mix(other, load(p + 8));
	}
	if (n >= 8) {
		hash = mix(hash, load(p));
		n -= 8;
		p += 8;
	}
	if (n)
		memcpy(&word, p, n);
	return mix(hash + (other << 17 | other >> 47), word);
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
	return index_get_hash(ix, index_hash(INDEX_HASH, key, n), key, n);
}

void *index_put(struct index *ix, const char *key, size_t n, void *value)
{
	return index_put_hash(ix, index_hash(INDEX_HASH, key, n), key, n, value);
}

void *index_get_hash(const struct index *ix, uint64_t hash, const char *key, size_t n)
{
	return ix->count ? find(ix, key, n, hash)->value : NULL;
}

void *index_put_hash(struct index *ix, uint64_t hash, const char *key, size_t n, void *value)
{
	if (ix->count * 2 >= ix->room)
		grow(ix);
	struct entry *e = find(ix, key, n, hash);
	if (e->key)
		return e->value;
	*e = (struct entry){key, n, hash, value};
	ix->count++;
	return NULL;
}
