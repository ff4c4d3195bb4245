/* SPDX-License-Identifier: MIT
 * marklines: what single lines of Markdown are, and the cells of a table's row. For band read. */
#ifndef PAR_MARKLINES_H
#define PAR_MARKLINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "read/textcell.h"

struct arena;

struct mark_lines {
	struct text_line *items;
	size_t count;
};

/* The lines of a text, from 1, without their ends and without the > of quotations. */
struct mark_lines marklines_split(struct arena *a, struct file_bytes text);

bool marklines_is_blank(const char *s);

/* Pipes that part cells: not those behind a backslash. */
size_t marklines_pipes(const char *s);

bool marklines_opens(const char *s);  /* begins with a pipe */
bool marklines_closes(const char *s); /* ends with one */

/* Cells that the line's pipes part, without the empty ones before the first and behind the last. */
size_t marklines_count(const char *s);

/* |---|:--:|, with at least two cells or with pipes at both ends; +---+---+ too. */
bool marklines_is_rule(const char *s);
bool marklines_is_frame(const char *s); /* +---+---+ only */

/* The cell at *s, raw, in the arena; \| stays as it is. *s moves behind the pipe that ends it; it is
 * NULL behind the last one. Begin with marklines_first. */
const char *marklines_cell(struct arena *a, const char **s);

/* Where the first cell begins: behind a pipe that opens the line. */
const char *marklines_first(const char *s);

#endif
