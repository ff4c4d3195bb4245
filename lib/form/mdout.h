/* SPDX-License-Identifier: MIT
 * mdout: a sheet as a Markdown table that pandoc and GitHub read, headings and words as people read
 * them; and texts that Markdown would take for marks. For bands form and above. */
#ifndef PAR_MDOUT_H
#define PAR_MDOUT_H

#include <stdio.h>

struct sheet;

/* "# title", and a blank line. level from 1. */
void md_heading(FILE *out, int level, const char *text);
void md_paragraph(FILE *out, const char *text);

/* A pipe table. Columns get widths in proportion to what they hold, so that a Word document made of
 * it can be read; numbers stand to the right. An empty sheet prints nothing. */
void md_table(const struct sheet *s, FILE *out);

#endif
