/* SPDX-License-Identifier: MIT
 * mime: the web page in a page saved as one file (.mht) or in an e-mail: its part, without its
 * transfer encoding. For band read. */
#ifndef PAR_MIME_H
#define PAR_MIME_H

#include <stdbool.h>

#include "base/file.h"

struct arena;
struct document;
struct findings;

/* Do the bytes start with the header of a message? */
bool mime_seen(struct file_bytes bytes);

/* The first part that is a web page, in the arena, and the encoding its header names (NULL: none).
 * False after one finding. */
bool mime_page(struct arena *a, const struct document *document, struct findings *findings,
	       struct file_bytes *page, const char **charset);

#endif
