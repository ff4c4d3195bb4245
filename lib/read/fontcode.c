/* SPDX-License-Identifier: MIT
 * fontcode: fonts by their names, and whether a text really is in the letters of its font. It knows
 * no documents. */
#include "read/fontcode.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/syllable.h"
#include "base/utf8.h"
#include "read/legacy.h"
#include "read/misread.h"

/* The first family of a list, without quotes and blanks around it. */
static const char *family(const char *font, size_t *n)
{
	font += strspn(font, " \t\r\n\"'");
	*n = strcspn(font, ",;\"'");
	while (*n > 0 && strchr(" \t\r\n", font[*n - 1]))
		(*n)--;
	return font;
}

/* A style that some programs write behind the name is no part of it. */
static size_t without_style(const char *name, size_t n)
{
	static const char *const styles[] = {" bold", " italic", " regular"};
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		size_t size = strlen(styles[i]);
		if (n > size && strncasecmp(name + n - size, styles[i], size) == 0)
			return without_style(name, n - size);
	}
	return n;
}

enum font_code font_code(const char *font)
{
	size_t n;
	const char *name = font ? family(font, &n) : NULL;
	if (!name || n < 3)
		return FONT_UNICODE;
	if (strncasecmp(name, "vni", 3) == 0 && (n == 3 || name[3] == '-' || name[3] == ' '))
		return FONT_VNI;
	if (strncasecmp(name, ".vn", 3) != 0)
		return FONT_UNICODE;
	n = without_style(name, n);
	return (name[n - 1] | 32) == 'h' ? FONT_TCVN3_CAPITALS : FONT_TCVN3;
}

static bool is_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

static const char *nfc(struct arena *a, const char *s, size_t n)
{
	size_t size;
	const char *text = utf8_nfc(a, s, n, &size);
	return arena_copy(a, text, size);
}

static const char *capitals(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s) {
		char bytes[4];
		buf_bytes(&out, bytes, utf8_put(bytes, utf8_upper(utf8_next(&s))));
	}
	return buf_take(&out, a);
}

static const char *letters(struct arena *a, enum font_code code, const char *s, size_t n)
{
	struct buf out = {0};
	legacy_letters(&out, code == FONT_VNI ? LEGACY_VNI : LEGACY_TCVN3, s, n);
	const char *text = nfc(a, out.s ? out.s : "", out.n);
	buf_free(&out);
	return text;
}

const char *font_read(struct arena *a, enum font_code code, const char *s, size_t n,
		      struct font_evidence *seen, const char **other)
{
	const char *plain = nfc(a, s, n);
	*other = NULL;
	if (code == FONT_UNICODE)
		return plain;
	if (misread_is_unicode(s, n)) {
		seen->unicode++;
		return plain;
	}
	const char *text = letters(a, code, s, n);
	if (code == FONT_TCVN3_CAPITALS)
		text = capitals(a, text);
	if (is_ascii(s, n))
		return text;
	struct syllables as_font = syllable_count(text, strlen(text)),
			 as_is = syllable_count(plain, strlen(plain));
	bool font = syllable_better(as_font, as_is), unicode = syllable_better(as_is, as_font);
	seen->font += font;
	seen->unicode += unicode;
	if (font || unicode || strcmp(text, plain) == 0)
		return unicode ? plain : text;
	if (seen->unicode && !seen->font)
		return plain;
	if (!seen->font || seen->unicode)
		*other = plain;
	return text;
}

const char *font_decode(struct arena *a, enum font_code code, const char *s, size_t n)
{
	struct font_evidence seen = {0};
	const char *other;
	return font_read(a, code, s, n, &seen, &other);
}
