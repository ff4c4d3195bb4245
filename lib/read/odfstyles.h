/* SPDX-License-Identifier: MIT
 * odfstyles: what the styles of an OpenDocument file say of its text that a reader must know: fonts,
 * what is hidden or struck through, how lists count. Only for lib/read's odf, odt and ods files. */
#ifndef PAR_ODFSTYLES_H
#define PAR_ODFSTYLES_H

#include <stdbool.h>

#include "read/docxtext.h"
#include "read/numeral.h"

struct arena;
struct odf_styles;
struct xml_part;

enum { ODF_LEVELS = 10 };

/* How one level of a list counts. */
struct odf_level {
	enum numeral numeral; /* NUMERAL_NONE: it shows no number */
	bool bullet;
	const char *sign; /* of a bullet */
	const char *prefix, *suffix;
	int display; /* numbers shown, its own the last */
	long start;
};

struct odf_list_style {
	struct odf_level levels[ODF_LEVELS];
};

struct odf_styles *odfstyles_new(struct arena *a);

/* The elements of a part outside its body, as they are met. */
void odfstyles_start(struct odf_styles *s, const struct xml_part *x, int name);
void odfstyles_end(struct odf_styles *s, int name);

/* How text of the style looks that stands in text of the look `base`. `family`: "text", "paragraph",
 * "table-cell"; `name` NULL: that of the family by default. */
struct docx_look odf_look(const struct odf_styles *s, const char *family, const char *name,
			  struct docx_look base);

/* Is what has this style not shown: a sheet, a section? */
bool odf_style_hides(const struct odf_styles *s, const char *family, const char *name);

/* NULL when there is none such. */
const struct odf_list_style *odf_list_style(const struct odf_styles *s, const char *name);

/* How headings are numbered; NULL when they are not. */
const struct odf_list_style *odf_outline(const struct odf_styles *s);

#endif
