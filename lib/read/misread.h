/* SPDX-License-Identifier: MIT
 * misread: text whose letters were taken for those of another encoding ("Rµ so¸t", "Káº¿ hoáº¡ch"), and
 * what it was. The spelling of Vietnamese syllables is the evidence; where two readings are about as
 * good, there is none. For band read. */
#ifndef PAR_MISREAD_H
#define PAR_MISREAD_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

enum misread {
	MISREAD_NOT, /* as it stands */
	MISREAD_WINDOWS_1258,
	MISREAD_TCVN3,
	MISREAD_VNI,
	MISREAD_VISCII,
	MISREAD_UTF8, /* UTF-8 taken for Windows-1252, and written as UTF-8 again */
	MISREAD_COUNT,
};

/* Its name for a message and for --charset; "utf-8" for UTF-8 written twice. */
const char *misread_name(enum misread how);

/* The text (n bytes of valid UTF-8) as it was meant, in NFC. */
void misread_letters(struct buf *out, enum misread how, const char *s, size_t n);

/* The one reading of a text that is clearly better Vietnamese than all others, or MISREAD_NOT.
 * `twice`: UTF-8 written twice is one of them. */
enum misread misread_find(const char *s, size_t n, bool twice);

struct misread_lines {
	enum misread how;    /* MISREAD_NOT: nothing is to be mended */
	size_t count, first; /* lines that were mended, and the first of them, from 1 */
	bool whole;	     /* no line was right as it stood */
};

/* Appends the text (valid UTF-8, NFC, LF) with its misread lines mended, or nothing when there are
 * none. Lines with a letter that no misread text can hold stay as they are; of the others those that
 * are better when mended are, or all but those that are better as they stand when no line is
 * surely right. */
struct misread_lines misread_mend(struct buf *out, const char *s, size_t n);

/* A Vietnamese letter or tone mark of Unicode (ạ, đ, ư …) that no misread text can hold. */
bool misread_is_unicode(const char *s, size_t n);

#endif
