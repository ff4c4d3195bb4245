/* SPDX-License-Identifier: MIT
 * textgrid: plain text to a grid, recognised without being told: one cell a paragraph, pages of
 * tab-separated rows, cells ended by lines that hold only `|`. For band import and above. */
#ifndef PAR_TEXTGRID_H
#define PAR_TEXTGRID_H

#include "base/file.h"
#include "read/grid.h"

struct arena;

/* The grid of a normalised text (source.h). Never NULL; a text without any table has none. */
struct grid *textgrid_read(struct arena *a, struct file_bytes text);

#endif
