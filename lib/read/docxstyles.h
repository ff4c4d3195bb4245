/* SPDX-License-Identifier: MIT
 * docxstyles: what styles say of a Word document's text that a reader must know: fonts, capitals,
 * what is hidden or struck through, numbering. Only for lib/read's docx files. */
#ifndef PAR_DOCXSTYLES_H
#define PAR_DOCXSTYLES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct package;
struct xml_part;

enum docx_toggle { TOGGLE_CAPS, TOGGLE_STRIKE, TOGGLE_VANISH, TOGGLES };

/* Properties of text; -1 and NULL where nothing is said. */
struct docx_run {
	const char *ascii, *other; /* fonts of ASCII characters, and of the others */
	int toggles[TOGGLES];
	bool raised; /* superscript */
};

/* A paragraph's numbering; -1 where nothing is said. Id 0 switches it off. */
struct docx_number {
	long id;
	int level;
};

struct docx_style {
	const char *id;
	const char *based_on; /* NULL: on none */
	bool paragraph;	      /* else of characters, tables, lists */
	struct docx_run run;
	struct docx_number number;
	const struct docx_style *base; /* what based_on names */
	bool whole;		       /* run and the number's id hold also what the bases say */
};

struct docx_styles;

extern const struct docx_run docx_run_nothing;

/* The styles of the parts, either of which may be NULL. NULL after one finding. */
struct docx_styles *docx_styles_read(struct arena *a, struct package *p, const char *part,
				     const char *theme);

/* The style of that id, with all that it is based on taken in; NULL id: what paragraphs have that
 * name none. NULL when there is none such. */
const struct docx_style *docx_style(struct docx_styles *styles, const char *id);

/* What the document says of all text. */
const struct docx_run *docx_defaults(const struct docx_styles *styles);

/* Takes in the property element `name` (docxnames.h) of an rPr; no other does harm. */
void docx_run_property(struct docx_run *run, const struct docx_styles *styles, struct xml_part *x,
		       int name);

/* The value of an on-off element: its w:val, else on. */
bool docx_on(const struct xml_part *x);

/* w:val as a whole number, `otherwise` when it is none. */
long docx_value(const struct xml_part *x, long otherwise);

#endif
