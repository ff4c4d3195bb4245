/* SPDX-License-Identifier: MIT
 * wide: characters of two and four bytes. It knows no language. */
#include "read/wide.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

enum { SAMPLE = 64 * 1024 };

enum wide wide_marked(const char *s, size_t n, size_t *mark)
{
	*mark = 4;
	if (n >= 4 && memcmp(s, "\xff\xfe\0\0", 4) == 0)
		return WIDE_UTF32_LITTLE;
	if (n >= 4 && memcmp(s, "\0\0\xfe\xff", 4) == 0)
		return WIDE_UTF32_BIG;
	*mark = 2;
	if (n >= 2 && memcmp(s, "\xff\xfe", 2) == 0)
		return WIDE_UTF16_LITTLE;
	if (n >= 2 && memcmp(s, "\xfe\xff", 2) == 0)
		return WIDE_UTF16_BIG;
	*mark = 0;
	return WIDE_NONE;
}

enum wide wide_seen(const char *s, size_t n)
{
	size_t size = n < SAMPLE ? n : SAMPLE, zeros[2] = {0};
	for (size_t i = 0; i < size; i++)
		zeros[i % 2] += s[i] == '\0';
	if (zeros[0] == 0 && zeros[1] > 0 && zeros[1] * 8 >= size)
		return WIDE_UTF16_LITTLE;
	if (zeros[1] == 0 && zeros[0] > 0 && zeros[0] * 8 >= size)
		return WIDE_UTF16_BIG;
	return WIDE_NONE;
}

static uint32_t unit(const unsigned char *s, size_t size, bool big)
{
	uint32_t value = 0;
	for (size_t i = 0; i < size; i++)
		value = value << 8 | s[big ? i : size - 1 - i];
	return value;
}

bool wide_decode(struct buf *out, enum wide wide, const char *text, size_t n, size_t *at)
{
	const unsigned char *s = (const unsigned char *)text;
	bool big = wide == WIDE_UTF16_BIG || wide == WIDE_UTF32_BIG;
	size_t size = wide == WIDE_UTF32_LITTLE || wide == WIDE_UTF32_BIG ? 4 : 2;
	for (size_t i = 0; i < n; i += size) {
		*at = i;
		uint32_t c = n - i >= size ? unit(s + i, size, big) : UINT32_MAX;
		if (size == 2 && c >= 0xd800 && c < 0xdc00) {
			uint32_t low = n - i >= 4 ? unit(s + i + 2, 2, big) : 0;
			c = low >= 0xdc00 && low < 0xe000
				? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00)
				: UINT32_MAX;
			i += 2;
		}
		if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
			return false;
		char bytes[4];
		buf_bytes(out, bytes, utf8_put(bytes, c));
	}
	return true;
}
