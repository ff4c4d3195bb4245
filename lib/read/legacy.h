/* SPDX-License-Identifier: MIT
 * legacy: the letters of the encodings that Vietnamese was written in before Unicode. It decides
 * nothing: which encoding a text is in, its callers know or find out. For band read. */
#ifndef PAR_LEGACY_H
#define PAR_LEGACY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

enum legacy {
	LEGACY_WINDOWS_1252, /* no Vietnamese encoding: what misread text looks like */
	LEGACY_WINDOWS_1258,
	LEGACY_TCVN3, /* TCVN 5712:1993, also called ABC */
	LEGACY_VNI,
	LEGACY_VISCII, /* RFC 1456 */
};

/* The bytes as characters of Windows-1252, in UTF-8. The five that it does not define become
 * U+0081 and so on. */
void legacy_widen(struct buf *out, const char *bytes, size_t n);

/* Such characters (n bytes of valid UTF-8) as the letters that `code` means by them; others stay as
 * they are. What it writes need not be in NFC. */
void legacy_letters(struct buf *out, enum legacy code, const char *s, size_t n);

/* The byte that Windows-1252 (or a symbol font: U+F020..U+F0FF) has for the character; -1. */
int legacy_byte(uint32_t c);

#endif
