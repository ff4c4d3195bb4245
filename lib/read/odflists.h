/* SPDX-License-Identifier: MIT
 * odflists: the numbers that an OpenDocument text counts before the paragraphs of its lists and before
 * its headings (ODF 1.3, 5.3 and 16.30). Only for lib/read's odt files. */
#ifndef PAR_ODFLISTS_H
#define PAR_ODFLISTS_H

#include <stdbool.h>

#include "read/docxnumbers.h"

struct arena;
struct odf_lists;
struct odf_styles;
struct xml_part;

struct odf_lists *odflists_new(struct arena *a, const struct odf_styles *styles);

/* text:list, text:list-item and text:list-header, as they are met. */
void odflists_start(struct odf_lists *l, const struct xml_part *x, int name);
void odflists_end(struct odf_lists *l, int name);

/* Counts a paragraph: the first one of an item has a number. False when it has none. */
bool odflists_number(struct odf_lists *l, struct docx_label *label);

/* Counts a heading that stands in no list; `x` at its start. */
bool odflists_heading(struct odf_lists *l, const struct xml_part *x, struct docx_label *label);

#endif
