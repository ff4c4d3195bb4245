/* SPDX-License-Identifier: MIT
 * docxbody: a Word document while it is read. Only for lib/read's docx files. */
#ifndef PAR_DOCXBODY_H
#define PAR_DOCXBODY_H

#include <stdbool.h>

#include "read/docxnumbers.h"
#include "read/docxtable.h"
#include "read/fontcode.h"

struct document;
struct findings;
struct gridmaker;
struct package;

struct docx {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	struct package *package;
	struct docx_styles *styles;
	struct docx_numbers *numbers;
	struct gridmaker *maker;
	struct docx_tables *tables;
	struct font_evidence seen;
	long changes;  /* tracked, outside rows that go as a whole */
	long embedded; /* other documents in it, which are not read */
};

/* Reads the part with the document's body into the maker. False after one finding. */
bool docx_body_read(struct docx *d, const char *part);

#endif
