/* SPDX-License-Identifier: MIT
 * docxtext: a paragraph's text out of its runs: letters of old fonts turned into Vietnamese ones,
 * capitals made. Only for lib/read's docx files. */
#ifndef PAR_DOCXTEXT_H
#define PAR_DOCXTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "read/docxstyles.h"
#include "read/fontcode.h"

struct arena;

/* How a run's text looks. */
struct docx_look {
	enum font_code code;
	bool caps, hidden, struck, raised;
};

struct docx_text {
	struct arena *arena;
	struct font_evidence *seen; /* of the document */
	struct buf done;
	struct buf stretch; /* not decoded yet: a letter may go on in the next run */
	struct docx_look look;
	const char *other; /* a stretch that can be read in two ways, in the second; NULL */
};

/* The look of a run: its own properties, its style's (NULL: none), its paragraph's. */
struct docx_look docx_look(const struct docx_styles *styles, const struct docx_run *own,
			   const struct docx_style *run_style,
			   const struct docx_style *paragraph_style);

void docx_text_add(struct docx_text *text, struct docx_look look, const char *s, size_t n);

/* All text so far, borrowed until more is added; "" when empty. */
const char *docx_text_whole(struct docx_text *text);

void docx_text_clear(struct docx_text *text);
void docx_text_free(struct docx_text *text);

#endif
