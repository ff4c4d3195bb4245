/* SPDX-License-Identifier: MIT
 * arena: blocks of memory that are given back together. It knows nothing of what is kept there. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, MADV_HUGEPAGE */
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BLOCK_FIRST = 16 * 1024, BLOCK_LAST = 8 * 1024 * 1024, HUGE = 2 * 1024 * 1024, ALIGN = 8 };

struct block {
	struct block *next;
	size_t used, size;
	size_t mapped; /* bytes; 0: from malloc */
	_Alignas(ALIGN) unsigned char bytes[];
};

struct arena {
	struct block *blocks;
	size_t next; /* size of the next block */
};

static int silent_status;

void memory_out_silent(int status)
{
	silent_status = status;
}

void memory_out(void)
{
	static const char say[] = "error: out of memory [memory]\n";
	if (silent_status)
		_exit(silent_status);
	ssize_t wrote = write(STDERR_FILENO, say, sizeof say - 1);
	(void)wrote;
	_exit(3);
}

void *memory_get(size_t size)
{
	void *p = calloc(1, size ? size : 1);
	if (!p)
		memory_out();
	return p;
}

void *memory_resize(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);
	if (!q)
		memory_out();
	return q;
}

struct arena *arena_new(void)
{
	return memory_get(sizeof(struct arena));
}

/* Large blocks are mapped, and huge pages asked for: most of the time that loading a nation's plans
 * takes would else go into page faults. */
static struct block *block_map(size_t size)
{
	size = (size + HUGE - 1) / HUGE * HUGE;
	struct block *b =
	    mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (b == MAP_FAILED)
		memory_out();
#ifdef MADV_HUGEPAGE
	(void)madvise(b, size, MADV_HUGEPAGE);
#endif
	b->mapped = size;
	b->size = size - sizeof *b;
	return b;
}

static void block_free(struct block *b)
{
	if (b->mapped)
		munmap(b, b->mapped);
	else
		free(b);
}

static struct block *block_add(struct arena *a, size_t size)
{
	if (size > SIZE_MAX / 4)
		memory_out();
	bool large = size >= HUGE;
#ifdef PAR_MALLOC
	large = false;
#endif
	struct block *b = large ? block_map(sizeof *b + size) : memory_get(sizeof *b + size);
	if (!b->mapped)
		b->size = size;
	b->next = a->blocks;
	a->blocks = b;
	return b;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct block *b = a->blocks, *next; b; b = next) {
		next = b->next;
		block_free(b);
	}
	free(a);
}

void *arena_alloc(struct arena *a, size_t size)
{
	if (size > SIZE_MAX / 4)
		memory_out();
#ifdef PAR_MALLOC
	return block_add(a, size)->bytes;
#else
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	struct block *b = a->blocks;
	if (size >= BLOCK_LAST / 4) { /* a large piece gets a block behind the current one */
		struct block *own = block_add(a, size);
		own->used = size;
		if (b) {
			a->blocks = b;
			own->next = b->next;
			b->next = own;
		}
		return own->bytes;
	}
	if (!b || b->size - b->used < size) {
		a->next = a->next ? a->next : BLOCK_FIRST;
		b = block_add(a, a->next > size ? a->next : size);
		a->next = a->next < BLOCK_LAST ? a->next * 2 : BLOCK_LAST;
	}
	void *p = b->bytes + b->used;
	b->used += size;
	return p;
#endif
}

void *arena_more(struct arena *a, void *items, size_t count, size_t size)
{
	if (count && (count & (count - 1)))
		return items; /* the last doubling left room */
	if (count > SIZE_MAX / 4 / size)
		memory_out();
	void *more = arena_alloc(a, (count ? count * 2 : 1) * size);
	if (count)
		memcpy(more, items, count * size);
	return more;
}

char *arena_copy(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);
	if (n)
		memcpy(copy, s, n);
	return copy;
}

char *arena_text(struct arena *a, const char *s)
{
	return s ? arena_copy(a, s, strlen(s)) : NULL;
}

char *arena_format(struct arena *a, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return text;
}
