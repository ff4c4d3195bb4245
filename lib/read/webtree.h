/* SPDX-License-Identifier: MIT
 * webtree: a page as a tree of elements and texts, whatever is unclosed or nested wrongly in it.
 * The one file that knows libxml2. For lib/read/web*.c and html.c only. */
#ifndef PAR_WEBTREE_H
#define PAR_WEBTREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct document;
struct findings;

enum { WEB_DEPTH = 256 };

struct web_attribute {
	const char *name, *value; /* value "" where the page gives none */
	const struct web_attribute *next;
};

struct web_node {
	const char *name; /* lower case ("td", "o:p"); NULL: a text */
	const char *text; /* of a text: entities resolved, blanks as in the source */
	long line;
	const struct web_attribute *attributes;
	struct web_node *parent, *first, *last, *next;
};

/* The root, whose children are the page's; in the arena. NULL after one finding: nested deeper than
 * WEB_DEPTH, or the parser stopped. */
struct web_node *web_tree(struct arena *a, const struct document *document, struct file_bytes page,
			  struct findings *findings);

/* The attribute's value; NULL when the element has none such. */
const char *web_value(const struct web_node *node, const char *name);

bool web_is(const struct web_node *node, const char *name);

/* Is the element's name one of the list, between blanks: " td th "? A text's is not. */
bool web_is_any(const struct web_node *node, const char *names);

#endif
