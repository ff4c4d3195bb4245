/* SPDX-License-Identifier: MIT
 * wrap: a text in lines that fit a number of terminal columns. For bands form and above. */
#ifndef PAR_WRAP_H
#define PAR_WRAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Columns the first n bytes need. */
size_t wrap_width(const char *s, size_t n);

/* The next line of at most `width` columns (at least one character), broken at blanks, or within a
 * word that is wider than the line; a LF ends a line. *rest moves behind it; false at the end. */
bool wrap_next(const char **rest, size_t width, const char **line, size_t *n);

/* Prints the text in lines of at most `width` columns; those after the first begin with `indent`
 * blanks, which count. */
void wrap_print(FILE *out, const char *text, size_t width, size_t indent);

#endif
