/* SPDX-License-Identifier: MIT
 * htmlparts: what the parts of a page share: escaping, the looks of series, the style sheet. For the
 * html files of this band only. */
#ifndef PAR_HTMLPARTS_H
#define PAR_HTMLPARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "form/htmlpage.h"
#include "form/sheet.h"

extern const char *const html_style[]; /* the style sheet in pieces, NULL at the end */

/* Escaped for text and for attributes in double quotes. What is no text becomes U+FFFD, a blank
 * before % does not break. NULL prints nothing. */
void html_text(FILE *out, const char *s);

/* A column of a sheet by its name; the sheet's width when it has none. NULL is no name. */
size_t html_column(const struct sheet *sheet, const char *name);

/* A cell as people read it; "" when there is no such column. */
const char *html_shown(struct arena *a, const struct sheet *sheet, size_t row, size_t column);

/* A number of a cell, 0 when it is empty or none. */
double html_number(const struct sheet *sheet, size_t row, size_t column);

/* The heading of a column, or the word of a code that stands as one. */
const char *html_heading(const char *column);

/* A look is a colour with a pattern of its own: each status has one, other series have theirs by
 * their order. */
enum { LOOKS = 13 };
unsigned html_look(const char *code, size_t order);

/* The patterns and marks that everything on the page refers to. */
void html_definitions(FILE *out);

/* A small picture of the look, for the reader's eye only. */
void html_swatch(FILE *out, unsigned look);

/* <figure> with its caption and </figure>; between them the picture. */
void html_figure_open(struct page *page, const char *class, const char *caption);
void html_figure_close(struct page *page);

/* Says that there is nothing to show. */
void html_nothing(FILE *out);

#endif
