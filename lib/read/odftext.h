/* SPDX-License-Identifier: MIT
 * odftext: the text of one OpenDocument paragraph: its spans, blanks, tabs and line breaks. Only for
 * lib/read's odt and ods files. */
#ifndef PAR_ODFTEXT_H
#define PAR_ODFTEXT_H

#include <stdbool.h>

#include "read/docxtext.h"
#include "read/xmlpart.h"

struct odf;

struct odf_text {
	struct odf *odf;
	struct docx_text text;
	struct docx_look looks[XML_DEPTH]; /* the paragraph's, then those of open spans */
	int depth;
};

/* Begins a paragraph of that style in text of the look `base`. */
void odftext_begin(struct odf_text *t, struct odf *o, const char *style, struct docx_look base);

/* How the next text looks. */
struct docx_look odftext_look(const struct odf_text *t);

void odftext_span(struct odf_text *t, const char *style);
void odftext_span_end(struct odf_text *t);

/* What the element stands for: blanks, a tab, a line break; NULL when for no text. */
const char *odftext_of(struct arena *a, const struct xml_part *x, int name);

/* Adds text as it stands between elements, where a line's end is a blank. */
void odftext_add(struct odf_text *t, const char *s, size_t n);

/* Adds what odftext_of gave. */
void odftext_put(struct odf_text *t, const char *s);

/* All of it, borrowed until more is added. */
const char *odftext_whole(struct odf_text *t);
void odftext_free(struct odf_text *t);

#endif
