/* SPDX-License-Identifier: MIT
 * buf: a growing text. It knows nothing of encodings. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static void make_room(struct buf *b, size_t more)
{
	if (b->room - b->n > more)
		return;
	size_t room = b->room ? b->room : 64;
	while (room - b->n <= more)
		room *= 2;
	b->s = memory_resize(b->s, room);
	b->room = room;
}

void buf_bytes(struct buf *b, const char *s, size_t n)
{
	make_room(b, n);
	if (n)
		memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void buf_text(struct buf *b, const char *s)
{
	buf_bytes(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	make_room(b, 1);
	b->s[b->n++] = c;
	b->s[b->n] = '\0';
}

void buf_format(struct buf *b, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n > 0) {
		make_room(b, (size_t)n);
		vsnprintf(b->s + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

void buf_cut(struct buf *b, size_t n)
{
	if (n >= b->n)
		return;
	b->n = n;
	b->s[n] = '\0';
}

void buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){0};
}

char *buf_take(struct buf *b, struct arena *a)
{
	char *text = arena_copy(a, b->s ? b->s : "", b->n);
	buf_free(b);
	return text;
}
