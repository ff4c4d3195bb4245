/* SPDX-License-Identifier: MIT
 * outline: the paragraphs of a document as a tree, by the numbers and dashes before them, with the
 * labels under each ("Cơ quan chủ trì: …"). For band import. */
#ifndef PAR_OUTLINE_H
#define PAR_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "import/headings.h"
#include "read/grid.h"

struct arena;

/* What stands before a paragraph: "III." "1.2." "a)" "-" "Nhiệm vụ 3:". */
struct mark {
	const char *style; /* equal for paragraphs of one rank; NULL: there is no mark */
	const char *no;	   /* as printed, "" for a dash */
	const char *rest;  /* the paragraph behind it */
	bool bullet;	   /* a dash: it counts nothing */
	bool section;	   /* I. or A.: what stands under it is numbered otherwise */
};

struct mark mark_read(struct arena *a, const char *text);

/* The rank of paragraphs without a mark that labels make items of. */
#define OUTLINE_UNMARKED "unmarked"

struct text_at {
	const char *text;
	long at;
};

struct texts {
	struct text_at *items;
	size_t count;
};

/* A numbered or dashed paragraph and everything that belongs to it alone. */
struct item {
	size_t parent; /* index + 1; 0: none */
	struct mark mark;
	long at;
	struct texts text;  /* its own words and the paragraphs up to the first label */
	struct texts after; /* paragraphs behind its labels */
	struct texts values[ROLE_COUNT]; /* as printed, of each label */
	bool said[ROLE_COUNT];		 /* the label is there, even without a value */
	bool labels;			 /* it is a label itself: "a) Nhiệm vụ: …" */
	bool inside;			 /* it has labels in its own paragraph */
	bool embedded;			 /* its deadline stands in a sentence */
	const char *again;		 /* a label that it has twice; NULL */
	const char *typo;		 /* a label that is understood in spite of a slip */
	long typo_at;
};

struct outline {
	struct item *items; /* in the document's order */
	size_t count;
	struct texts lost; /* labels that stand under no item: with their values */
	size_t procedure;  /* labels that only lists of procedures have */
};

/* The tree. A label belongs to the paragraph it stands in, else to the item it stands under. */
struct outline outline_read(struct arena *a, const struct grid *grid);

/* The paragraphs of a grid, wrapped lines joined, in order; cells of tables that only part text count
 * as such. */
struct texts outline_paragraphs(struct arena *a, const struct grid *grid);

void texts_add(struct arena *a, struct texts *texts, const char *text, long at);
const char *texts_join(struct arena *a, const struct texts *texts); /* with \n; "" when empty */

#endif
