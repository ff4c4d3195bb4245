/* SPDX-License-Identifier: MIT
 * source: the normal text of a file: valid UTF-8, NFC, LF, no BOM. Everything that is read goes
 * through here first, so that NFD, CRLF or a BOM change nothing but the file's hash.
 * For bands form and above. */
#ifndef PAR_SOURCE_H
#define PAR_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "base/place.h"

struct arena;
struct findings;

enum { SOURCE_LIMIT = 64 * 1024 * 1024 }; /* bytes of a file that is read whole */

/* Reads `name` whole ("-": standard input) and normalises it. False after exactly one finding:
 * unreadable, empty, too large, binary (NUL or other control characters), not UTF-8.
 * `raw` may be NULL; else it gets the bytes as they are in the file. */
bool source_read(struct arena *a, const char *name, struct findings *findings,
		 struct file_bytes *text, struct file_bytes *raw);

/* As source_read for bytes at hand. */
bool source_text(struct arena *a, const char *name, struct file_bytes raw,
		 struct findings *findings, struct file_bytes *text);

/* The same for a document's text, which may hold vertical tabs (U+000B): they stay as they are. */
bool source_document(struct arena *a, const char *name, struct file_bytes raw,
		     struct findings *findings, struct file_bytes *text);

/* A file's bytes as they are. False after one finding: unreadable, empty, more than `limit`. */
bool source_bytes(struct arena *a, const char *name, size_t limit, struct findings *findings,
		  struct file_bytes *raw);

/* One quick pass over text that needs no other: true only when all of it is valid UTF-8 in NFC with
 * no control character but LF and tab. */
bool source_is_common(const char *s, size_t n);

/* Lines of valid UTF-8 in NFC, in the arena, or s itself when nothing changes. Only the lines that
 * may need it are put through the library: one sign in a large file must not slow all of it. */
const char *source_nfc(struct arena *a, const char *s, size_t n, size_t *length);

/* The place of the byte at `offset` of valid UTF-8 up to there (lines end with LF, CRLF or CR). */
struct place source_place(const char *name, const char *s, size_t offset);

#endif
