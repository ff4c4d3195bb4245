/* SPDX-License-Identifier: MIT
 * odsvalue: what a cell of an OpenDocument sheet means, beside what it shows. Only for lib/read's ods
 * files. */
#ifndef PAR_ODSVALUE_H
#define PAR_ODSVALUE_H

#include <stdbool.h>

struct arena;
struct sheet_cell;
struct xml_part;

struct ods_value {
	const char *type;    /* float, date, string, error …; NULL: none */
	const char *value;   /* as the attribute of its type has it; NULL */
	const char *formula; /* NULL: it has none */
};

/* The attributes of a cell whose start is being told. */
struct ods_value odsvalue_read(struct arena *a, const struct xml_part *x);

/* Fills in the cell's kind, date, doubts, and its text where it must be another one than is shown: a
 * date that is not written day first, a value that no text shows. */
void odsvalue_show(struct arena *a, const struct ods_value *value, struct sheet_cell *cell);

#endif
