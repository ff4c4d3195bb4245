/* SPDX-License-Identifier: MIT
 * textread: a plain text document to a grid. */
#include "read/charset.h"
#include "read/reader.h"
#include "read/textgrid.h"

struct grid *text_read(struct arena *a, const struct document *document, struct findings *findings)
{
	struct file_bytes text;
	if (!charset_text(a, document, true, findings, &text))
		return NULL;
	return textgrid_read(a, text);
}
