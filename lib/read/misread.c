/* SPDX-License-Identifier: MIT
 * misread: all readings of a text, weighed by what is Vietnamese in them. It knows no documents. */
#include "read/misread.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/arena.h"
#include "base/syllable.h"
#include "base/utf8.h"
#include "read/legacy.h"

enum {
	SAMPLE = 1024 * 1024, /* bytes that are weighed */
	WORDS = 4,	      /* fewer are no evidence */
	CLEAN = 8,	      /* of so many words one may be strange: names, abbreviations */
};

static const struct {
	const char *name;
	enum legacy code;
} readings[MISREAD_COUNT] = {
    [MISREAD_NOT] = {"utf-8", LEGACY_WINDOWS_1252},
    [MISREAD_WINDOWS_1258] = {"windows-1258", LEGACY_WINDOWS_1258},
    [MISREAD_TCVN3] = {"tcvn3", LEGACY_TCVN3},
    [MISREAD_VNI] = {"vni", LEGACY_VNI},
    [MISREAD_VISCII] = {"viscii", LEGACY_VISCII},
    [MISREAD_UTF8] = {"utf-8", LEGACY_WINDOWS_1252},
};

const char *misread_name(enum misread how)
{
	return readings[how].name;
}

static bool is_unicode_letter(uint32_t c)
{
	if (c < 0x300)
		return c == 0x102 || c == 0x103 || c == 0x110 || c == 0x111 || c == 0x128 ||
		       c == 0x129 || c == 0x168 || c == 0x169 || c == 0x1a0 || c == 0x1a1 ||
		       c == 0x1af || c == 0x1b0;
	return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323 ||
	       (c >= 0x1ea0 && c <= 0x1ef9);
}

bool misread_is_unicode(const char *s, size_t n)
{
	for (const char *end = s + n; s < end;)
		if (is_unicode_letter(utf8_next(&s)))
			return true;
	return false;
}

/* Bytes of the UTF-8 sequence that the characters at s are when each is one byte; 0: they are none.
 * *length: the bytes of those characters. */
static size_t sequence(const char *s, const char *end, char bytes[4], size_t *length)
{
	const char *start = s;
	size_t want = 0;
	for (size_t n = 0; n < 4 && s < end; n++) {
		int byte = legacy_byte(utf8_next(&s));
		if (byte < 0x80)
			return 0;
		bytes[n] = (char)byte;
		if (n == 0)
			want = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		if (n + 1 == want) {
			*length = (size_t)(s - start);
			return utf8_check(bytes, want) == want ? want : 0;
		}
	}
	return 0;
}

static void undo_twice(struct buf *out, const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		char bytes[4];
		size_t length, size = sequence(s, end, bytes, &length);
		const char *start = s;
		if (size == 0) {
			utf8_next(&s);
			size = length = (size_t)(s - start);
			buf_bytes(out, start, size);
		} else {
			buf_bytes(out, bytes, size);
			s += length;
		}
	}
}

void misread_letters(struct buf *out, enum misread how, const char *s, size_t n)
{
	struct arena *a = arena_new();
	struct buf letters = {0};
	if (how == MISREAD_UTF8)
		undo_twice(&letters, s, n);
	else
		legacy_letters(&letters, readings[how].code, s, n);
	size_t size;
	const char *text = utf8_nfc(a, letters.s ? letters.s : "", letters.n, &size);
	buf_bytes(out, text, size);
	buf_free(&letters);
	arena_free(a);
}

static struct syllables weigh(enum misread how, const char *s, size_t n)
{
	if (how == MISREAD_NOT)
		return syllable_count(s, n);
	struct buf text = {0};
	misread_letters(&text, how, s, n);
	struct syllables count = syllable_count(text.s ? text.s : "", text.n);
	buf_free(&text);
	return count;
}

/* By how many words the first is the better reading. */
static long margin(struct syllables first, struct syllables second)
{
	return (long)(first.good + second.bad) - (long)(first.bad + second.good);
}

static bool is_clear(struct syllables best, struct syllables other)
{
	long least = (long)((best.good + best.bad) / CLEAN);
	return margin(best, other) >= (least > 2 ? least : 2);
}

static size_t line_length(const char *s, size_t n)
{
	const char *end = memchr(s, '\n', n);
	return end ? (size_t)(end - s) + 1 : n;
}

/* Lines with a letter beyond ASCII, up to SAMPLE bytes. */
static void collect_letters(struct buf *lines, const char *s, size_t n)
{
	for (size_t i = 0, size; i < n && lines->n < SAMPLE; i += size) {
		size = line_length(s + i, n - i);
		size_t ascii = 0;
		while (ascii < size && (unsigned char)s[i + ascii] < 0x80)
			ascii++;
		if (ascii < size)
			buf_bytes(lines, s + i, size);
	}
}

static enum misread find_best(const char *s, size_t n, bool twice)
{
	struct syllables counts[MISREAD_COUNT] = {0};
	int last = twice ? MISREAD_UTF8 : MISREAD_VISCII, best = MISREAD_NOT;
	for (int how = MISREAD_NOT; how <= last; how++) {
		counts[how] = weigh((enum misread)how, s, n);
		if (margin(counts[how], counts[best]) > 0)
			best = how;
	}
	if (counts[best].good < WORDS || counts[best].bad * CLEAN > counts[best].good)
		return MISREAD_NOT;
	for (int how = MISREAD_NOT; how <= last; how++)
		if (how != best && !is_clear(counts[best], counts[how]))
			return MISREAD_NOT;
	return (enum misread)best;
}

enum misread misread_find(const char *s, size_t n, bool twice)
{
	struct buf lines = {0};
	collect_letters(&lines, s, n);
	enum misread best = lines.n > 0 ? find_best(lines.s, lines.n, twice) : MISREAD_NOT;
	buf_free(&lines);
	return best;
}

/* The lines that are more wrong than right as they stand, up to SAMPLE bytes. */
static void collect_wrong(struct buf *wrong, const char *s, size_t n)
{
	for (size_t i = 0, size; i < n && wrong->n < SAMPLE; i += size) {
		size = line_length(s + i, n - i);
		if (misread_is_unicode(s + i, size))
			continue;
		struct syllables count = syllable_count(s + i, size);
		if (count.bad > count.good)
			buf_bytes(wrong, s + i, size);
	}
}

/* Is the line of the misread ones? In doubt as the whole text is. */
static bool is_misread(enum misread how, const char *s, size_t n, bool whole)
{
	if (misread_is_unicode(s, n))
		return false;
	struct syllables mended = weigh(how, s, n), as_is = syllable_count(s, n);
	return whole ? !syllable_better(as_is, mended) : syllable_better(mended, as_is);
}

struct misread_lines misread_mend(struct buf *out, const char *s, size_t n)
{
	struct buf wrong = {0};
	collect_wrong(&wrong, s, n);
	struct misread_lines lines = {0};
	if (wrong.n > 0)
		lines.how = misread_find(wrong.s, wrong.n, true);
	buf_free(&wrong);
	if (lines.how == MISREAD_NOT)
		return lines;
	lines.whole = !misread_is_unicode(s, n);
	for (size_t i = 0, size, line = 1; i < n; i += size, line++) {
		size = line_length(s + i, n - i);
		if (!is_misread(lines.how, s + i, size, lines.whole)) {
			buf_bytes(out, s + i, size);
			continue;
		}
		misread_letters(out, lines.how, s + i, size);
		lines.first = lines.count++ == 0 ? line : lines.first;
	}
	return lines;
}
