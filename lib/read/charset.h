/* SPDX-License-Identifier: MIT
 * charset: the bytes of a text document to normal text, whatever encoding they are in: UTF-8, UTF-16
 * (with a mark or by clear evidence), Windows-1258, TCVN3, VNI. Never a silent guess: bytes that
 * might be two encodings are refused with the way out (--charset). For band read. */
#ifndef PAR_CHARSET_H
#define PAR_CHARSET_H

#include <stdbool.h>

#include "base/file.h"

struct arena;
struct document;
struct findings;

/* Is it a name that --charset takes? */
bool charset_known(const char *name);

/* Valid UTF-8 in NFC, LF, no BOM, vertical tabs kept, as source_document gives it. A form feed is kept
 * too when `pages`, else it is a blank. False after one finding. An encoding other than UTF-8 that
 * was recognised by evidence is told in a note. UTF-8 that is itself misread ("Rµ so¸t") is mended;
 * text that is hardly Vietnamese in any reading is refused. */
bool charset_text(struct arena *a, const struct document *document, bool pages,
		  struct findings *findings, struct file_bytes *text);

/* The text of bytes whose encoding the document names itself (a meta tag); NULL: recognised. Where the
 * words show clearly that it names a wrong one, they decide and a note says so. Letters that stay
 * misread are left: they may be right in their font. */
bool charset_decode(struct arena *a, const struct document *document, const char *charset,
		    struct findings *findings, struct file_bytes *text);

/* What charset_text does more than charset_decode. False after a finding: it is no Vietnamese. */
bool charset_mend(struct arena *a, const struct document *document, struct findings *findings,
		  struct file_bytes *text);

#endif
