/* SPDX-License-Identifier: MIT
 * pdf: how the text that pdftotext makes of a PDF is told from other text. The readers themselves,
 * pdftsv_read and layout_read, are in reader.h. For bands read and above. */
#ifndef PAR_PDF_H
#define PAR_PDF_H

#include <stdbool.h>

#include "base/file.h"

/* What `pdftotext -tsv` prints: known by its heading line. */
bool pdftsv_likely(const struct file_bytes *bytes);

/* What `pdftotext -layout` prints: pages end in form feeds, and columns stand under each other with
 * runs of blanks between. Never true for a text without a form feed. */
bool layout_likely(const struct file_bytes *bytes);

#endif
