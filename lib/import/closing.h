/* SPDX-License-Identifier: MIT
 * closing: where a table is over by what stands behind it: signatures, recipients, a web page's footer,
 * the head of an annex or of another document. For band import. */
#ifndef PAR_CLOSING_H
#define PAR_CLOSING_H

#include <stdbool.h>

struct arena;
struct grid_row;

/* The line of a cell (lines parted by \n) at which the table is closed; NULL when none is. */
const char *closing_line(struct arena *a, const char *lines);

/* Is the row the first behind its table: a signature, a list of recipients, another document? */
bool closing_row(struct arena *a, const struct grid_row *row);

#endif
