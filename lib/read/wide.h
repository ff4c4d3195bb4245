/* SPDX-License-Identifier: MIT
 * wide: UTF-16 and UTF-32 to UTF-8, and how to know them. For band read. */
#ifndef PAR_WIDE_H
#define PAR_WIDE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

enum wide { WIDE_NONE, WIDE_UTF16_LITTLE, WIDE_UTF16_BIG, WIDE_UTF32_LITTLE, WIDE_UTF32_BIG };

/* By the mark that the bytes start with; *mark: its length. */
enum wide wide_marked(const char *s, size_t n, size_t *mark);

/* UTF-16 without a mark, by the zero bytes that ASCII has in it: none at one of even and odd places,
 * at least every fourth at the other. */
enum wide wide_seen(const char *s, size_t n);

/* Appends the text. False: bytes are no characters, or the last one is cut; *at is their offset. */
bool wide_decode(struct buf *out, enum wide wide, const char *s, size_t n, size_t *at);

#endif
