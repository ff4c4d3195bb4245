/* SPDX-License-Identifier: MIT
 * pdftext: a PDF to its words with their places, by running pdftotext in the jail. PDF itself is not
 * read here: that program is its own, and may be absent. For bands front and above. */
#ifndef PAR_PDFTEXT_H
#define PAR_PDFTEXT_H

#include <stdbool.h>

#include "base/file.h"

struct arena;
struct document;
struct findings;

/* What `pdftotext -tsv` prints of the document. The program is $PAR_PDFTOTEXT, else that of the
 * system; never one that is looked for on PATH. False after one finding: it is not installed, the
 * document is locked, damaged or too large. */
bool pdftext_read(struct arena *a, const struct document *pdf, struct findings *findings,
		  struct file_bytes *tsv);

#endif
