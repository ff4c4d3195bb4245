/* SPDX-License-Identifier: MIT
 * buf: a text that grows. Start with {0}; buf_free gives the memory back. Any file may include this. */
#ifndef PAR_BUF_H
#define PAR_BUF_H

#include <stddef.h>

struct arena;

struct buf {
	char *s; /* NUL-terminated once something was added, else NULL */
	size_t n, room;
};

void buf_bytes(struct buf *b, const char *s, size_t n);
void buf_text(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_format(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_cut(struct buf *b, size_t n); /* keeps the first n bytes */
void buf_free(struct buf *b);

/* The text as a copy in the arena ("" when empty); the buffer is freed. */
char *buf_take(struct buf *b, struct arena *a);

#endif
