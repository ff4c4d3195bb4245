/* SPDX-License-Identifier: MIT
 * utf8: characters, their width and their normal form. No locale is asked. Only this file's source
 * includes <utf8proc.h>. Any file may include this. */
#ifndef PAR_UTF8_H
#define PAR_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* The offset of the first byte that is not UTF-8 (a NUL counts as such); n when all is well. */
size_t utf8_check(const char *s, size_t n);

/* The character at *s, which must be valid UTF-8; *s moves behind it. At the end: 0, *s stays. In this
 * header, as much of the time that a large document takes would else go into calls of it. */
static inline uint32_t utf8_next(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	if (p[0] < 0x80) {
		*s += p[0] != 0;
		return p[0];
	}
	if (p[0] < 0xe0) {
		*s += 2;
		return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	}
	if (p[0] < 0xf0) {
		*s += 3;
		return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	}
	*s += 4;
	return (p[0] & 7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
}

/* Writes 1 to 4 bytes and returns their number. */
size_t utf8_put(char out[4], uint32_t c);

/* Characters in the first n bytes. */
size_t utf8_count(const char *s, size_t n);

/* Columns a terminal needs for the text: combining marks 0, wide characters 2. */
size_t utf8_width(const char *s);
int utf8_char_width(uint32_t c);

/* False only when the bytes are certainly in NFC already. */
bool utf8_may_need_nfc(const char *s, size_t n);

/* The n bytes (valid UTF-8) in NFC, in the arena; s itself when nothing changes. *length: bytes. */
const char *utf8_nfc(struct arena *a, const char *s, size_t n, size_t *length);

/* One character without its marks (ế gives e, đ gives d), in lower case. */
uint32_t utf8_plain(uint32_t c);

/* One character in lower or upper case, marks kept. */
uint32_t utf8_lower(uint32_t c);
uint32_t utf8_upper(uint32_t c);

/* A blank of any kind: space, tab, line break, NBSP, thin and zero-width spaces, BOM. */
bool utf8_is_blank(uint32_t c);

bool utf8_is_letter(uint32_t c);

#endif
