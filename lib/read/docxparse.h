/* SPDX-License-Identifier: MIT
 * docxparse: where the reading of a Word document's body stands, and the handlers of its elements.
 * Only for lib/read's docxbody, docxruns and docxprops. */
#ifndef PAR_DOCXPARSE_H
#define PAR_DOCXPARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "read/docxbody.h"
#include "read/docxtext.h"
#include "read/xmlpart.h"

/* Whose properties are being told. */
enum where {
	WHERE_TEXT,
	WHERE_PARAGRAPH,
	WHERE_MARK,
	WHERE_RUN,
	WHERE_ROW,
	WHERE_CELL,
	WHERE_SECTION
};

/* A paragraph; one in a text box stands inside another. */
struct paragraph {
	struct docx_text text;
	const struct docx_style *style;
	struct docx_number number;
	bool mark_deleted; /* it goes on in the next one */
	int mark_hidden;   /* -1: not said */
	bool goes_on;	   /* the text is that of the one before, which goes on in this */
};

struct body {
	struct docx *docx;
	enum where where;
	size_t skipped; /* open elements from the one on that says nothing */
	struct paragraph **paragraphs;
	size_t room, depth; /* of paragraphs: made, open */
	long number;	    /* of the paragraphs outside tables */
	long page;
	long columns; /* of the tblGrid that is open */
	size_t boxes; /* open text boxes */
	size_t boxes_outside_cell;
	long notes[2]; /* footnotes and endnotes referred to so far */
	size_t deleting, inserting;
	size_t fields, code_from; /* open fields; the one whose code is told, 0: none */
	struct docx_run run;
	const struct docx_style *run_style;
	struct docx_look look;
	bool look_known;
	bool in_text, keep_blanks;
	struct buf piece; /* of one w:t */
	size_t choices;
	bool chosen[XML_DEPTH]; /* of each open AlternateContent: was a choice taken? */
	bool is_document;
};

typedef void handle(struct body *b, struct xml_part *x, int name);

/* The paragraph that is open, the innermost; NULL. */
struct paragraph *docx_paragraph(const struct body *b);

/* Something a person must know of the open cell; nothing outside cells. */
void docx_mark_cell(struct body *b, enum docx_mark which, const char *what);

/* Runs and what they hold. */
handle docx_on_run;
handle docx_on_text;
handle docx_end_text;
handle docx_on_tab;
handle docx_on_break;
handle docx_on_page;
handle docx_on_hyphen;
handle docx_on_sign;
handle docx_on_field;
handle docx_on_reference;
handle docx_on_picture;
handle docx_on_embedded;

/* Properties of paragraphs, runs, rows and cells, and tracked changes. */
handle docx_on_deletion;
handle docx_end_deletion;
handle docx_on_insertion;
handle docx_end_insertion;
handle docx_on_cell_change;
handle docx_on_properties;
handle docx_end_properties;
handle docx_on_type;
handle docx_on_run_property;
handle docx_on_style_name;
handle docx_on_numbering;
handle docx_on_row_property;
handle docx_on_cell_property;

#endif
