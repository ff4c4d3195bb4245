/* SPDX-License-Identifier: MIT
 * webstyle: as much of style sheets as decides what is read: fonts, what is hidden, what is struck
 * through. For lib/read/web*.c and html.c only. */
#ifndef PAR_WEBSTYLE_H
#define PAR_WEBSTYLE_H

#include <stdbool.h>

#include "read/fontcode.h"

struct arena;
struct web_node;
struct web_styles;

/* What holds for the text of an element; it goes on in those within. */
struct web_style {
	enum font_code font;
	char symbols;	 /* letters are pictures: 'w' in Wingdings, 's' in Symbol; else 0 */
	bool hidden;	 /* not shown */
	bool struck;	 /* shown, with a line through it */
	bool removed;	 /* within <del> */
	bool kept_lines; /* blanks and line ends of the source count */
	bool unnumbered; /* list-style: none */
	char numbers;	 /* of a list, as <ol type>: 1 a A i I; 0: as the element says */
};

/* The sheets of a page, in the arena. Rules for media, print pages and fonts, and selectors with more
 * than names, classes, ids and their nesting are passed over. */
struct web_styles *web_styles_read(struct arena *a, const char *sheets);

/* The style of an element, given that of its parent. */
struct web_style web_style_of(const struct web_styles *styles, const struct web_node *node,
			      struct web_style parent);

/* The value of one property in the element's own style attribute, in the arena; NULL. */
const char *web_property(struct arena *a, const struct web_node *node, const char *property);

#endif
