/* SPDX-License-Identifier: MIT
 * odftext: a paragraph's text. It knows nothing of where the paragraph stands. */
#include "read/odftext.h"

#include <string.h>

#include "base/arena.h"
#include "read/odf.h"
#include "read/odfstyles.h"

void odftext_begin(struct odf_text *t, struct odf *o, const char *style, struct docx_look base)
{
	t->odf = o;
	t->text.arena = o->arena;
	t->text.seen = &o->seen;
	docx_text_clear(&t->text);
	t->looks[0] = odf_look(o->styles, "paragraph", style, base);
	t->depth = 0;
}

struct docx_look odftext_look(const struct odf_text *t)
{
	return t->looks[t->depth];
}

void odftext_span(struct odf_text *t, const char *style)
{
	if (t->depth + 1 < XML_DEPTH) {
		struct docx_look base = t->looks[t->depth++];
		t->looks[t->depth] = style ? odf_look(t->odf->styles, "text", style, base) : base;
	}
}

void odftext_span_end(struct odf_text *t)
{
	t->depth -= t->depth > 0;
}

const char *odftext_of(struct arena *a, const struct xml_part *x, int name)
{
	enum { BLANKS_MOST = 200 };
	switch (name) {
	case ODF_S:
		return arena_format(a, "%*s", (int)odf_count(x, "text:c", BLANKS_MOST), "");
	case ODF_TAB:
		return " ";
	case ODF_LINE_BREAK:
		return "\n";
	default:
		return NULL;
	}
}

void odftext_put(struct odf_text *t, const char *s)
{
	docx_text_add(&t->text, odftext_look(t), s, strlen(s));
}

void odftext_add(struct odf_text *t, const char *s, size_t n)
{
	while (n > 0) {
		size_t k = 0;
		while (k < n && !strchr("\t\r\n", s[k]))
			k++;
		if (k > 0)
			docx_text_add(&t->text, odftext_look(t), s, k);
		if (k < n)
			docx_text_add(&t->text, odftext_look(t), " ", 1);
		k += k < n;
		s += k;
		n -= k;
	}
}

const char *odftext_whole(struct odf_text *t)
{
	return docx_text_whole(&t->text);
}

void odftext_free(struct odf_text *t)
{
	docx_text_free(&t->text);
}
