/* SPDX-License-Identifier: MIT
 * marks: which texts mark their cells with signs: pipe tables of Markdown, separated values. It looks
 * at bytes (UTF-8, UTF-16 or older ones alike: the signs are the same), never at a file's name.
 * For band read. */
#ifndef PAR_MARKS_H
#define PAR_MARKS_H

#include <stdbool.h>

#include "base/file.h"

struct arena;

/* Pipe tables: a row |---|---| beside one of cells, or several rows of as many cells; or headings
 * that begin with #. Cells ended by lines that hold only `|` are another kind (textgrid.h). */
bool markdown_likely(struct arena *a, struct file_bytes bytes);

/* Records of at least three fields, nearly all of as many, parted by , ; or |, as spreadsheets save
 * them; or a first line "sep=;". To be asked after markdown_likely. */
bool csv_likely(struct arena *a, struct file_bytes bytes);

/* The separator that parts the text into the most regular records: , ; | or tab, as "sep=" says it where
 * it stands. 0 when none speaks for itself. */
char marks_separator(struct arena *a, struct file_bytes bytes);

/* Tabs between fields of which some stand in quotes and run over lines, as a spreadsheet writes them.
 * Other text with tabs is for text_read, which knows pages. */
bool tsv_likely(struct arena *a, struct file_bytes bytes);

#endif
