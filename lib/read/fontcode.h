/* SPDX-License-Identifier: MIT
 * fontcode: text whose letters mean something only in their font: TCVN3 (.VnTime, .VnTimeH: capitals)
 * and VNI (VNI-Times). In Word, web and sheet documents such text comes as Latin letters with odd
 * accents. For band read. */
#ifndef PAR_FONTCODE_H
#define PAR_FONTCODE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum font_code { FONT_UNICODE, FONT_TCVN3, FONT_TCVN3_CAPITALS, FONT_VNI };

/* What a font's name says ("'.VnTimeH', serif" too). */
enum font_code font_code(const char *font);

/* The text in Vietnamese letters (NFC), in the arena. FONT_UNICODE gives a copy. People also set such
 * fonts on Unicode text: what holds a letter that no such font has (ạ, đ, ư …), or reads as better
 * Vietnamese as it is, stays as it is; otherwise the font is believed. The more text is given at once
 * the surer that is: join neighbouring runs of one font. Give it the text as the document has it:
 * the soft hyphen U+00AD is TCVN3's ư, and is lost once blanks were squeezed. */
const char *font_decode(struct arena *a, enum font_code code, const char *s, size_t n);

/* How many texts in old fonts a document has shown to be in the letters of their font, and how many
 * to be Unicode. Start with {0}. */
struct font_evidence {
	size_t font, unicode;
};

/* The same for one text of a document. Where the text itself does not show what it is ("mét sè": một
 * số, or as it stands), the texts before decide if they agree; else *other is the second reading, for
 * a doubt (CODE_FONT_LETTERS); else NULL. */
const char *font_read(struct arena *a, enum font_code code, const char *s, size_t n,
		      struct font_evidence *seen, const char **other);

#endif
