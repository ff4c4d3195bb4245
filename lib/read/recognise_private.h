/* SPDX-License-Identifier: MIT
 * recognise_private: the parts of recognition, each for one family of documents. For
 * lib/read/recognise*.c only. All names they return are those of reader.c's table. */
#ifndef PAR_RECOGNISE_PRIVATE_H
#define PAR_RECOGNISE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct document;

/* What a document starts with, its letters outside ASCII as '?': enough to tell kinds of text apart,
 * whatever the encoding. */
struct sketch {
	const char *s; /* NUL-terminated, no NUL before that */
	size_t n;
};

struct sketch sketch_text(struct arena *a, struct file_bytes bytes);

const char *recognise_zip(struct arena *a, const struct document *document);
const char *recognise_ole(struct file_bytes bytes);

/* Text that is written in a language of marks: web pages, XML, RTF, e-mail, YAML, JSON; NULL when it
 * is none. */
const char *recognise_marked(const struct sketch *text);

/* How a plain text shows its table. `ending` is that of the file's name, for texts that might be two
 * kinds. Never NULL. */
const char *recognise_plain(struct arena *a, struct file_bytes bytes, const struct sketch *text,
			    const char *ending);

/* The ending of a file's name, in lower case, without the dot; "" without one. */
const char *name_ending(struct arena *a, const char *name);

#endif
