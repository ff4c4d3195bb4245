/* SPDX-License-Identifier: MIT
 * web_private: a page on its way to a grid. For lib/read/web*.c and html.c only. */
#ifndef PAR_WEB_PRIVATE_H
#define PAR_WEB_PRIVATE_H

#include <stdbool.h>

#include "read/webstyle.h"
#include "read/webtree.h"
#include "read/webwriter.h"

struct gridmaker;

struct web_page {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	struct gridmaker *maker;
	const struct web_styles *styles;
	struct font_evidence seen;
	struct syllables words;
};

/* Words that are being read: a cell's, or paragraphs one after the other. */
struct web_flow {
	struct web_page *page;
	struct web_writer writer;
	bool cell;
	bool numbered; /* a list's number was written and nothing behind it */
};

/* Reads what is in an element whose style this is; in paragraphs, tables too. */
void web_walk_children(struct web_flow *flow, const struct web_node *node, struct web_style style);

/* A block begins or ends: the paragraph is done, or the cell's line. */
void web_boundary(struct web_flow *flow);

/* Elements that say nothing by what is in them. */
bool web_is_skipped(struct arena *a, const struct web_node *node);

/* A table to the grid; when it only arranges others, what is in it is read as paragraphs and
 * tables. */
void web_table(struct web_flow *flow, const struct web_node *table, struct web_style style);

/* Has the table one cell and no more? A frame around text. */
bool web_is_frame(const struct web_node *table);

/* The whole number that the attribute starts with; `none` where there is none. At most a million
 * either way. */
long web_number(const struct web_node *node, const char *name, long none);

#endif
