/* SPDX-License-Identifier: MIT
 * utf8: characters by libutf8proc; the only file that knows that library. */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"

/* Bytes of the sequence that starts at s, 0 when there is none. RFC 3629. */
static size_t sequence(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return s[0] ? 1 : 0;
	size_t length = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
	if (s[0] < 0xc2 || s[0] > 0xf4 || length > n)
		return 0;
	for (size_t i = 1; i < length; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
	    (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return length;
}

size_t utf8_check(const char *s, size_t n)
{
	const unsigned char *bytes = (const unsigned char *)s;
	size_t i = 0;
	while (i < n) {
		if (bytes[i] - 1u < 0x7f) {
			i++;
			continue;
		}
		size_t length = sequence(bytes + i, n - i);
		if (!length)
			return i;
		i += length;
	}
	return n;
}

size_t utf8_put(char out[4], uint32_t c)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

size_t utf8_count(const char *s, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)s[i] & 0xc0) != 0x80;
	return count;
}

int utf8_char_width(uint32_t c)
{
	if (c < 0x20 || c == 0x7f)
		return 0;
	return c < 0x7f ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);
}

size_t utf8_width(const char *s)
{
	size_t width = 0;
	while (*s)
		width += (size_t)utf8_char_width(utf8_next(&s));
	return width;
}

/* Lead bytes behind which every character is in NFC by itself: ASCII, U+0080..U+02FF, and
 * U+1E00..U+1EFF, where the Vietnamese letters are. Others are left to the library. */
bool utf8_may_need_nfc(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	for (size_t i = 0; i < n; i++) {
		if (p[i] < 0xcc)
			continue;
		if (p[i] == 0xe1 && i + 1 < n && p[i + 1] >= 0xb8 && p[i + 1] <= 0xbb) {
			i += 2;
			continue;
		}
		/* dashes, quotes, bullets, ellipsis: U+2010..U+203F; arrows and signs in E2 86.. */
		if (p[i] == 0xe2 && i + 2 < n && p[i + 1] == 0x80 && p[i + 2] >= 0x90) {
			i += 2;
			continue;
		}
		return true;
	}
	return false;
}

const char *utf8_nfc(struct arena *a, const char *s, size_t n, size_t *length)
{
	*length = n;
	if (!utf8_may_need_nfc(s, n))
		return s;
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t size =
	    utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &out,
			 (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
	if (size < 0) { /* not UTF-8, against the contract: hand it back as it is */
		free(out);
		return s;
	}
	const char *copy = s;
	if ((size_t)size != n || memcmp(out, s, n) != 0)
		copy = arena_copy(a, (const char *)out, (size_t)size);
	*length = (size_t)size;
	free(out);
	return copy;
}

uint32_t utf8_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t utf8_upper(uint32_t c)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

static uint32_t find_plain(uint32_t c)
{
	if (c == 0x111 || c == 0x110 || c == 0xf0 || c == 0xd0 || c == 0x189 || c == 0x256)
		return 'd';
	utf8proc_int32_t out[8];
	int class = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(
	    (utf8proc_int32_t)c, out, 8,
	    (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD),
	    &class);
	return n > 0 ? (uint32_t)out[0] : c;
}

/* The library takes letters apart slowly: what it said of the first 8192, Vietnamese ones among them, is
 * kept. */
uint32_t utf8_plain(uint32_t c)
{
	static uint16_t kept[0x2000]; /* 0: not asked for yet */
	if (c < 0x80)
		return utf8_lower(c);
	if (c < sizeof kept / sizeof *kept && kept[c])
		return kept[c];
	uint32_t plain = find_plain(c);
	if (c < sizeof kept / sizeof *kept && plain <= UINT16_MAX)
		kept[c] = (uint16_t)plain;
	return plain;
}

bool utf8_is_blank(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= 9 && c <= 13);
	return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x2060 ||
	       c == 0x3000 || c == 0xfeff;
}

bool utf8_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z';
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}
