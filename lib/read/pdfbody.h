/* SPDX-License-Identifier: MIT
 * pdfbody: text beside tables to paragraphs. Only pdf*.c include this. */
#ifndef PAR_PDFBODY_H
#define PAR_PDFBODY_H

#include "read/gridmaker.h"
#include "read/pdf_private.h"

/* The words of a strip of the page (from < base <= to) as paragraphs. */
void pdf_body_add(const struct pdf_text *t, struct gridmaker *m, const struct pdf_page *page,
		  long from, long to);

/* The runs by blocks of text, each from top to bottom. */
struct pdf_run **pdf_reading_order(struct arena *a, const struct pdf_runs *runs);

#endif
