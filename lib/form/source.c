/* SPDX-License-Identifier: MIT
 * source: bytes of a file made normal text. It does not know what the text says. */
#include "form/source.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"

enum { BINARY_HEAD = 8192 }; /* a NUL in the first bytes tells a picture from a text */

static bool refuse(struct findings *findings, struct place at, enum code code, const char *what)
{
	findings_add(findings, at, code, what, NULL, NULL);
	return false;
}

/* A form feed stays: pdftotext parts pages with it. */
static bool is_control(unsigned char c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f;
}

/* A vertical tab stays in a document: word processors break a line inside a cell with it. */
static size_t first_control(const char *s, size_t n, bool document)
{
	for (size_t i = 0; i < n; i++)
		if (is_control((unsigned char)s[i]) && !(document && s[i] == '\v'))
			return i;
	return n;
}

struct place source_place(const char *name, const char *s, size_t offset)
{
	struct place at = {.file = name, .line = 1};
	size_t start = 0;
	for (size_t i = 0; i < offset; i++) {
		if (s[i] == '\n' || (s[i] == '\r' && s[i + 1] != '\n')) {
			at.line++;
			start = i + 1;
		}
	}
	struct arena *a = arena_new();
	size_t n;
	const char *before = utf8_nfc(a, s + start, offset - start, &n);
	at.column = (unsigned)utf8_count(before, n) + 1;
	arena_free(a);
	return at;
}

static bool refuse_byte(const char *name, const char *s, size_t at, enum code code,
			struct findings *findings)
{
	unsigned byte = (unsigned char)s[at];
	const char *what = code == CODE_NOT_UTF8 ? arena_format(findings->arena, "0x%02X", byte)
						 : arena_format(findings->arena, "U+%04X", byte);
	return refuse(findings, source_place(name, s, at), code, what);
}

static bool is_utf16(const char *s, size_t n)
{
	return n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0);
}

/* Text at all? s has a NUL behind its last byte. */
static bool check(const char *name, const char *s, size_t n, bool document,
		  struct findings *findings)
{
	if (is_utf16(s, n))
		return refuse_byte(name, s, 0, CODE_NOT_UTF8, findings);
	size_t valid = utf8_check(s, n);
	size_t control = first_control(s, valid, document);
	if (control < valid || (valid < n && s[valid] == '\0'))
		return refuse_byte(name, s, control, CODE_FILE_BINARY, findings);
	if (valid == n)
		return true;
	const char *nul = memchr(s, '\0', n < BINARY_HEAD ? n : BINARY_HEAD);
	if (nul)
		return refuse(findings, (struct place){.file = name}, CODE_FILE_BINARY, "U+0000");
	return refuse_byte(name, s, valid, CODE_NOT_UTF8, findings);
}

/* CRLF and CR alone as LF. */
static const char *unify_lines(struct arena *a, const char *s, size_t n, size_t *length)
{
	*length = n;
	if (!memchr(s, '\r', n))
		return s;
	char *out = arena_copy(a, s, n);
	size_t to = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\r' && s[i + 1] == '\n')
			continue;
		out[to++] = s[i] == '\r' ? '\n' : s[i];
	}
	out[to] = '\0';
	*length = to;
	return out;
}

const char *source_nfc(struct arena *a, const char *s, size_t n, size_t *length)
{
	*length = n;
	if (!utf8_may_need_nfc(s, n))
		return s;
	struct buf out = {0};
	for (size_t i = 0; i < n;) {
		const char *end = memchr(s + i, '\n', n - i);
		size_t size = end ? (size_t)(end - s) + 1 - i : n - i, got;
		const char *line = utf8_nfc(a, s + i, size, &got);
		buf_bytes(&out, line, got);
		i += size;
	}
	*length = out.n;
	return buf_take(&out, a);
}

/* Eight bytes of printable ASCII. */
static bool is_ascii_word(const unsigned char *s)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t word;
	memcpy(&word, s, sizeof word);
	return !((word | (word - each * 0x20) | (word + each)) & each * 0x80);
}

/* Bytes of the character at s if it is one that Vietnamese text is made of, else 0: ASCII, Latin up
 * to U+02FF, U+1E00..U+1EFF, dashes, quotes and dots of U+2010..U+203F. */
static size_t common_character(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return !is_control(s[0]) && s[0] != '\r' && s[0] != '\f';
	if (n < 2 || (s[1] & 0xc0) != 0x80)
		return 0;
	if (s[0] >= 0xc2 && s[0] <= 0xcb)
		return s[0] == 0xc2 && s[1] < 0xa0 ? 0 : 2;
	if (n < 3 || (s[2] & 0xc0) != 0x80)
		return 0;
	if (s[0] == 0xe1 && s[1] >= 0xb8 && s[1] <= 0xbb)
		return 3;
	bool sign = s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0x90;
	return sign && (s[2] < 0xa8 || s[2] > 0xaf) ? 3 : 0;
}

bool source_is_common(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	for (size_t i = 0; i < n;) {
		if (n - i >= 8 && is_ascii_word(s + i)) {
			i += 8;
			continue;
		}
		for (size_t stop = n - i > 8 ? i + 8 : n; i < stop;) {
			size_t step = common_character(s + i, n - i);
			if (!step)
				return false;
			i += step;
		}
	}
	return true;
}

static bool read_text(struct arena *a, const char *name, struct file_bytes raw, bool document,
		      struct findings *findings, struct file_bytes *text)
{
	struct place whole = {.file = name};
	const char *s = raw.bytes;
	size_t n = raw.size;
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	}
	if (n == 0)
		return refuse(findings, whole, CODE_FILE_EMPTY, NULL);
	bool common = source_is_common(s, n);
	if (!common && !check(name, s, n, document, findings))
		return false;
	if (text_is_blank(s))
		return refuse(findings, whole, CODE_FILE_EMPTY, NULL);
	if (!common) {
		s = unify_lines(a, s, n, &n);
		s = source_nfc(a, s, n, &n);
	}
	*text = (struct file_bytes){s, n};
	return true;
}

bool source_text(struct arena *a, const char *name, struct file_bytes raw,
		 struct findings *findings, struct file_bytes *text)
{
	return read_text(a, name, raw, false, findings, text);
}

bool source_document(struct arena *a, const char *name, struct file_bytes raw,
		     struct findings *findings, struct file_bytes *text)
{
	return read_text(a, name, raw, true, findings, text);
}

bool source_bytes(struct arena *a, const char *name, size_t limit, struct findings *findings,
		  struct file_bytes *raw)
{
	struct place whole = {.file = name};
	switch (file_read(a, name, limit, raw)) {
	case FILE_MISSING:
		return refuse(findings, whole, CODE_FILE_UNREADABLE, words_system(errno));
	case FILE_LARGE:
		return refuse(findings, whole, CODE_FILE_LARGE,
			      arena_format(findings->arena, "%zu", limit));
	case FILE_OK:
		break;
	}
	return raw->size > 0 || refuse(findings, whole, CODE_FILE_EMPTY, NULL);
}

bool source_read(struct arena *a, const char *name, struct findings *findings,
		 struct file_bytes *text, struct file_bytes *raw)
{
	struct file_bytes bytes;
	if (!source_bytes(a, name, SOURCE_LIMIT, findings, &bytes))
		return false;
	if (raw)
		*raw = bytes;
	return read_text(a, name, bytes, false, findings, text);
}
