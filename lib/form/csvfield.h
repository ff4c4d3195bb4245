/* SPDX-License-Identifier: MIT
 * csvfield: one field of a CSV file as it is written (RFC 4180). For bands form and above. */
#ifndef PAR_CSVFIELD_H
#define PAR_CSVFIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct buf;

/* Must the field stand in quotes? A blank at an end counts: some readers trim it. */
bool csv_needs_quotes(const char *s, char separator);

/* Adds the field to `b`, quoted where it must be. */
void csv_put(struct buf *b, const char *s, char separator);

/* The text (LF only) with one record a line: line breaks inside quotes become `blank`, and as many
 * empty lines follow the record, so that line numbers stay. */
struct file_bytes csv_join(struct arena *a, struct file_bytes text, char blank);

#endif
