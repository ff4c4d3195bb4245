/* SPDX-License-Identifier: MIT
 * webwriter: the words of a cell or a paragraph, put together as a browser shows them: blanks folded,
 * lines broken, letters of old fonts read. For lib/read/web*.c and html.c only. */
#ifndef PAR_WEBWRITER_H
#define PAR_WEBWRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/codes.h"
#include "base/syllable.h"
#include "read/webstyle.h"

struct arena;

/* A doubt on its way to a cell or row. */
struct web_doubt {
	enum code code;
	const char *say, *suggest;
	struct web_doubt *next;
};

struct web_writer {
	struct arena *arena;
	struct buf text, run; /* run: what is in one font and not yet read */
	enum font_code font;  /* of the run */
	long line;	      /* of the first word; 0 before it */
	bool markup;	      /* something was taken out that says nothing */
	struct buf hidden, struck, removed, numbers, notes, nested; /* for doubts */
	const char *said, *other;   /* a second reading of a text in an old font */
	struct font_evidence *seen; /* of the page */
	struct syllables *words;    /* of the page */
};

struct web_writer web_writer(struct arena *a, struct font_evidence *seen, struct syllables *words);

/* Text of the page in a style. */
void web_write(struct web_writer *w, const char *s, long line, const struct web_style *style);

/* Words that are not the page's own: a number of a list, a tick. */
void web_write_own(struct web_writer *w, const char *s);

/* Ends the line, if anything is in it; `always`: an empty one too. */
void web_break(struct web_writer *w, bool always);

/* The last character written that is no blank; 0: none. For marks that hang on a word. */
uint32_t web_last(struct web_writer *w);

/* The text, in the arena; the writer is empty again but for its doubts. */
const char *web_take(struct web_writer *w);

/* The doubts there are of it, first first; the writer is as new. */
struct web_doubt *web_doubts(struct web_writer *w);

#endif
