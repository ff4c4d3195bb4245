/* SPDX-License-Identifier: MIT
 * arena: memory for one piece of work, given back all at once. Pointers it hands out are borrowed.
 * Any file may include this. Built with PAR_MALLOC every request is its own malloc, so that
 * sanitizers see an overflow. When memory runs out the program says so and exits 3. */
#ifndef PAR_ARENA_H
#define PAR_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is fine */

/* Zeroed memory, aligned for any type; never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/* The array `items` of `count` members of `size` bytes, moved if need be so that one more fits
 * (room for a power of two; the new member is zeroed). The old array stays readable. */
void *arena_more(struct arena *a, void *items, size_t count, size_t size);

/* A NUL-terminated copy. */
char *arena_copy(struct arena *a, const char *s, size_t n);
char *arena_text(struct arena *a, const char *s); /* NULL gives NULL */
char *arena_format(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Says that memory ran out and exits 3. */
_Noreturn void memory_out(void);

/* From now on memory_out exits with `status` and says nothing: for a child whose parent tells it. */
void memory_out_silent(int status);

/* malloc and realloc that exit 3 instead of returning NULL; the caller frees. */
void *memory_get(size_t size);
void *memory_resize(void *p, size_t size);

#endif
