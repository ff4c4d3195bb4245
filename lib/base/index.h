/* SPDX-License-Identifier: MIT
 * index: values found by a text. Keys are borrowed. Any file may include this. */
#ifndef PAR_INDEX_H
#define PAR_INDEX_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct index;

struct index *index_new(struct arena *a);

/* The value of a key of n bytes; NULL when there is none. */
void *index_get(const struct index *ix, const char *key, size_t n);

/* Puts the value there; returns the one that was there before (and stays!), NULL when none was. */
void *index_put(struct index *ix, const char *key, size_t n, void *value);

/* The same with the key's hash at hand; any hash will do as long as equal keys have equal ones. */
void *index_get_hash(const struct index *ix, uint64_t hash, const char *key, size_t n);
void *index_put_hash(struct index *ix, uint64_t hash, const char *key, size_t n, void *value);

/* 64 bits that depend on all n bytes, going on from `hash` (INDEX_HASH to start). The same on one
 * machine only; nothing is stored by it. */
#define INDEX_HASH UINT64_C(14695981039346656037)
uint64_t index_hash(uint64_t hash, const void *bytes, size_t n);

#endif
