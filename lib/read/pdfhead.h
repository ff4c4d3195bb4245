/* SPDX-License-Identifier: MIT
 * pdfhead: the steps to a table's heading. Only pdf*.c include this. */
#ifndef PAR_PDFHEAD_H
#define PAR_PDFHEAD_H

#include "read/pdf_private.h"

/* The runs that a heading is known by; one of them is surely in it. */
struct pdf_seeds {
	const struct pdf_run *runs[3];
	size_t count;
};

/* False: none of the runs is. */
bool pdf_seeds_find(const struct pdf_text *t, const struct pdf_runs *runs, struct pdf_seeds *seeds);

/* In layout text headings of two columns may have one blank between: cut where a heading is known to
 * begin, and below such a place. */
struct pdf_runs pdf_runs_of_headings(const struct pdf_text *t, const struct pdf_runs *runs);

/* Does the run head a column of numbers: "STT"? */
bool pdf_heads_numbers(struct arena *a, const struct pdf_run *run);

/* Does it begin as the heading of another column of plans does? */
bool pdf_heads_column(struct arena *a, const struct pdf_run *run);

/* The runs with top <= base <= bottom as a heading. */
void pdf_head_read(const struct pdf_text *t, const struct pdf_runs *runs, long top, long bottom,
		   struct pdf_head *head);

#endif
