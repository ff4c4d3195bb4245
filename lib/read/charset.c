/* SPDX-License-Identifier: MIT
 * charset: which encoding a document's bytes are in, in the order of what is sure: what the user says,
 * a mark, the form of UTF-16 and UTF-8, what the document says, what its words show. It knows no
 * kinds of documents. */
#include "read/charset.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/syllable.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/source.h"
#include "read/legacy.h"
#include "read/misread.h"
#include "read/reader.h"
#include "read/wide.h"

enum {
	GARBLED = 8,	    /* strange words: more, and more than right ones, are no Vietnamese */
	SAMPLE = 64 * 1024, /* bytes that are looked at for them */
};

enum encoding {
	ENCODING_ANY, /* not said */
	ENCODING_UTF8,
	ENCODING_UTF16,
	ENCODING_UTF16_LITTLE,
	ENCODING_UTF16_BIG,
	ENCODING_WINDOWS_1252,
	ENCODING_WINDOWS_1258,
	ENCODING_TCVN3,
	ENCODING_VNI,
	ENCODING_VISCII,
};

/* Names people and pages use. Pages that say x-user-defined, or nothing that was true, had their
 * letters in the font. */
static const struct {
	const char *name;
	enum encoding encoding;
} names[] = {
    {"utf-8", ENCODING_UTF8},
    {"utf8", ENCODING_UTF8},
    {"utf-16", ENCODING_UTF16},
    {"utf16", ENCODING_UTF16},
    {"unicode", ENCODING_UTF16},
    {"utf-16le", ENCODING_UTF16_LITTLE},
    {"utf-16be", ENCODING_UTF16_BIG},
    {"windows-1258", ENCODING_WINDOWS_1258},
    {"cp1258", ENCODING_WINDOWS_1258},
    {"x-cp1258", ENCODING_WINDOWS_1258},
    {"tcvn3", ENCODING_TCVN3},
    {"tcvn", ENCODING_TCVN3},
    {"abc", ENCODING_TCVN3},
    {"tcvn-5712", ENCODING_TCVN3},
    {"x-viet-tcvn5712", ENCODING_TCVN3},
    {"vni", ENCODING_VNI},
    {"x-viet-vni", ENCODING_VNI},
    {"viscii", ENCODING_VISCII},
    {"windows-1252", ENCODING_WINDOWS_1252},
    {"cp1252", ENCODING_WINDOWS_1252},
    {"iso-8859-1", ENCODING_WINDOWS_1252},
    {"latin1", ENCODING_WINDOWS_1252},
    {"us-ascii", ENCODING_WINDOWS_1252},
    {"x-user-defined", ENCODING_WINDOWS_1252},
};

static enum encoding encoding_of(const char *name)
{
	for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
		if (strcasecmp(names[i].name, name) == 0)
			return names[i].encoding;
	return ENCODING_ANY;
}

bool charset_known(const char *name)
{
	return encoding_of(name) != ENCODING_ANY;
}

/* One document on its way to a text. */
struct decoding {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	enum encoding user, own; /* --charset; what the document says of itself */
	const char *s;		 /* what is left to decode, NUL behind it */
	size_t n;
};

static struct place whole(const struct decoding *d)
{
	return (struct place){.file = d->document->name};
}

static void keep(struct decoding *d, struct buf *text)
{
	d->n = text->n;
	d->s = buf_take(text, d->arena);
}

static void tell_guess(const struct decoding *d, const char *name)
{
	findings_add(d->findings, whole(d), CODE_CHARSET_GUESSED, name, NULL, NULL);
}

static bool refuse_control(const struct decoding *d, size_t at)
{
	unsigned c = (unsigned char)d->s[at];
	struct place place = whole(d);
	if (utf8_check(d->s, at) == at)
		place = source_place(d->document->name, d->s, at);
	findings_add(d->findings, place, CODE_FILE_BINARY, arena_format(d->arena, "U+%04X", c),
		     NULL, NULL);
	return false;
}

static bool decode_wide(struct decoding *d, enum wide wide)
{
	struct buf text = {0};
	size_t at;
	bool well = wide_decode(&text, wide, d->s, d->n, &at);
	if (!well)
		findings_add(d->findings, whole(d), CODE_DOCUMENT_DAMAGED,
			     arena_format(d->arena,
					  words_pick("no character of UTF-16 is at byte %zu",
						     "byte thứ %zu không phải ký tự UTF-16"),
					  at + 1),
			     NULL, NULL);
	keep(d, &text);
	const char *nul = well ? memchr(d->s, '\0', d->n) : NULL;
	return nul ? refuse_control(d, (size_t)(nul - d->s)) : well;
}

/* UTF-16 by its mark, by what the user or the document says, or by its form. */
static enum wide find_wide(struct decoding *d)
{
	size_t mark;
	enum wide wide = wide_marked(d->s, d->n, &mark);
	d->s += mark;
	d->n -= mark;
	if (wide != WIDE_NONE)
		return wide;
	if (d->user == ENCODING_UTF16_BIG)
		return WIDE_UTF16_BIG;
	enum wide seen = wide_seen(d->s, d->n);
	if (d->user == ENCODING_UTF16 || d->user == ENCODING_UTF16_LITTLE)
		return seen == WIDE_UTF16_BIG && d->user == ENCODING_UTF16 ? WIDE_UTF16_BIG
									   : WIDE_UTF16_LITTLE;
	if (seen != WIDE_NONE)
		tell_guess(d, seen == WIDE_UTF16_BIG ? "utf-16be" : "utf-16le");
	return seen;
}

/* UTF-8 with a few bytes spoilt is no other encoding: more letters are right than wrong. */
static bool is_spoilt_utf8(const char *s, size_t n)
{
	size_t right = 0, wrong = 0, end = 0;
	for (size_t i = 0; i < n; i++) {
		size_t valid = utf8_check(s + i, n - i);
		for (size_t k = i; k < i + valid; k++)
			right += ((unsigned char)s[k] & 0xc0) == 0xc0;
		i += valid;
		wrong += i < n && (i != end || wrong == 0);
		end = i + 1;
	}
	return right > wrong;
}

/* The first control character that no text has; n when there is none. Six others are capitals of
 * VISCII. */
static size_t find_control(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && ((unsigned char)s[i] >= 0x20 || (s[i] >= '\t' && s[i] <= '\r') ||
			 memchr("\2\5\6\x14\x19\x1e", s[i], 6)))
		i++;
	return i;
}

/* Dashes, quotes and blanks of Windows-1252, and no letter. */
static bool has_signs_only(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] > 0xa0)
			return false;
	return true;
}

static enum misread reading_of(enum encoding encoding)
{
	switch (encoding) {
	case ENCODING_WINDOWS_1258:
		return MISREAD_WINDOWS_1258;
	case ENCODING_TCVN3:
		return MISREAD_TCVN3;
	case ENCODING_VNI:
		return MISREAD_VNI;
	case ENCODING_VISCII:
		return MISREAD_VISCII;
	default:
		return MISREAD_NOT;
	}
}

static void take_letters(struct decoding *d, enum misread how)
{
	struct buf text = {0};
	misread_letters(&text, how, d->s, d->n);
	keep(d, &text);
}

/* Bytes beyond ASCII that are not UTF-8, widened: which letters? False after a finding. */
static bool decode_bytes(struct decoding *d, bool signs)
{
	enum misread own = reading_of(d->own), seen = misread_find(d->s, d->n, false);
	if (d->own == ENCODING_WINDOWS_1252)
		return true;
	if (seen == MISREAD_NOT && own == MISREAD_NOT && !signs) {
		struct place at =
		    source_place(d->document->name, d->document->bytes.bytes,
				 utf8_check(d->document->bytes.bytes, d->document->bytes.size));
		findings_add(d->findings, at, CODE_CHARSET_UNKNOWN, NULL, NULL, NULL);
		return false;
	}
	enum misread how = seen != MISREAD_NOT ? seen : own;
	if (how != own || own == MISREAD_NOT)
		tell_guess(d, how == MISREAD_NOT ? "windows-1252" : misread_name(how));
	take_letters(d, how);
	return true;
}

/* Bytes that are not UTF-8. False after a finding. What is UTF-8 but for a few of them is left to
 * source_document to refuse. */
static bool decode_narrow(struct decoding *d)
{
	size_t control = find_control(d->s, d->n);
	if (control < d->n)
		return refuse_control(d, control);
	if (is_spoilt_utf8(d->s, d->n) || d->user == ENCODING_UTF8)
		return true;
	bool signs = has_signs_only(d->s, d->n);
	struct buf text = {0};
	legacy_widen(&text, d->s, d->n);
	keep(d, &text);
	return d->user != ENCODING_ANY || decode_bytes(d, signs);
}

/* An end-of-file mark of DOS is no text. */
static void drop_dos_end(struct decoding *d)
{
	if (d->n == 0 || d->s[d->n - 1] != 0x1a)
		return;
	d->n--;
	d->s = arena_copy(d->arena, d->s, d->n);
}

static bool decode(struct decoding *d, struct file_bytes *text)
{
	enum wide wide = find_wide(d);
	if (wide == WIDE_NONE)
		drop_dos_end(d);
	if (wide != WIDE_NONE ? !decode_wide(d, wide)
			      : utf8_check(d->s, d->n) < d->n && !decode_narrow(d))
		return false;
	if (reading_of(d->user) != MISREAD_NOT && utf8_check(d->s, d->n) == d->n)
		take_letters(d, reading_of(d->user));
	return source_document(d->arena, d->document->name, (struct file_bytes){d->s, d->n},
			       d->findings, text);
}

static struct decoding start(struct arena *a, const struct document *document, const char *own,
			     struct findings *findings)
{
	return (struct decoding){.arena = a,
				 .document = document,
				 .findings = findings,
				 .user = encoding_of(document->charset),
				 .own = encoding_of(own),
				 .s = document->bytes.bytes,
				 .n = document->bytes.size};
}

bool charset_decode(struct arena *a, const struct document *document, const char *charset,
		    struct findings *findings, struct file_bytes *text)
{
	struct decoding d = start(a, document, charset, findings);
	return decode(&d, text);
}

bool charset_mend(struct arena *a, const struct document *document, struct findings *findings,
		  struct file_bytes *text)
{
	struct place at = {.file = document->name};
	struct buf mended = {0};
	struct misread_lines lines = misread_mend(&mended, text->bytes, text->size);
	if (lines.how != MISREAD_NOT && lines.count > 0) {
		const char *name = misread_name(lines.how);
		size_t size = mended.n;
		*text = (struct file_bytes){buf_take(&mended, a), size};
		at.line = lines.whole ? 0 : (unsigned)lines.first;
		findings_add(findings, at, lines.whole ? CODE_CHARSET_GUESSED : CODE_CHARSET_MIXED,
			     name, arena_format(a, "%zu", lines.count), NULL);
	}
	buf_free(&mended);
	size_t n = text->size < SAMPLE ? text->size : SAMPLE;
	while (n < text->size && ((unsigned char)text->bytes[n] & 0xc0) == 0x80)
		n++;
	struct syllables count = syllable_count(text->bytes, n);
	if (count.bad < GARBLED || count.bad <= count.good)
		return true;
	at.line = 0;
	findings_add(findings, at, CODE_TEXT_GARBLED, arena_format(a, "%zu", count.bad),
		     arena_format(a, "%zu", count.bad + count.good), NULL);
	return false;
}

static void blank_form_feeds(struct arena *a, struct file_bytes *text)
{
	if (!memchr(text->bytes, '\f', text->size))
		return;
	char *copy = arena_copy(a, text->bytes, text->size);
	for (char *at = copy; (at = strchr(at, '\f')); at++)
		*at = ' ';
	text->bytes = copy;
}

bool charset_text(struct arena *a, const struct document *document, bool pages,
		  struct findings *findings, struct file_bytes *text)
{
	struct decoding d = start(a, document, NULL, findings);
	if (!decode(&d, text))
		return false;
	if (!pages)
		blank_form_feeds(a, text);
	return d.user != ENCODING_ANY || charset_mend(a, document, findings, text);
}
