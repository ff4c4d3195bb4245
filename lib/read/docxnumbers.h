/* SPDX-License-Identifier: MIT
 * docxnumbers: the numbers that Word counts before paragraphs, counted as Word does (ISO/IEC 29500-1,
 * 17.9). Only for lib/read's docx files. */
#ifndef PAR_DOCXNUMBERS_H
#define PAR_DOCXNUMBERS_H

#include <stdbool.h>

#include "read/docxstyles.h"

struct arena;
struct docx_numbers;
struct package;

struct docx_label {
	const char *text; /* "1.", "a)", "-", with a blank behind where Word has one; "" */
	bool bullet;
	int level;  /* from 0 */
	long value; /* of its own level */
};

/* The lists of a part, or none where it is NULL. NULL after one finding. */
struct docx_numbers *docx_numbers_read(struct arena *a, struct package *p, const char *part,
				       struct docx_styles *styles);

/* Counts one paragraph: what it says of numbering itself, and its style (NULL: none). False when it
 * has no number. To be called once for each paragraph, in their order. */
bool docx_number(struct docx_numbers *numbers, struct docx_number own,
		 const struct docx_style *style, struct docx_label *label);

#endif
