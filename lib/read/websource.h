/* SPDX-License-Identifier: MIT
 * websource: a page made fit for the parser: comments, scripts and Word's conditions are blanked,
 * style sheets taken out, and what the parser is slow on or would silently swallow is refused.
 * For lib/read/web*.c and html.c only. */
#ifndef PAR_WEBSOURCE_H
#define PAR_WEBSOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct document;
struct findings;

struct web_source {
	struct file_bytes page; /* as long as the text was, with its lines */
	const char *styles;	/* of all style elements */
};

/* text: UTF-8. False after one finding: cut off, a quotation mark that is not closed, or more than
 * 128 attributes in a tag. */
bool web_source(struct arena *a, const struct document *document, struct file_bytes text,
		struct findings *findings, struct web_source *source);

/* The encoding that a page says it is in, by a meta tag or as XML; NULL. In the arena. */
const char *web_charset(struct arena *a, struct file_bytes bytes);

/* Does the page name a font whose letters are not Unicode's? */
bool web_has_old_fonts(struct file_bytes text);

#endif
