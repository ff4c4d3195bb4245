/* SPDX-License-Identifier: MIT
 * visible: a text made safe for a terminal: what would move the cursor or turn the direction of
 * writing is shown, not sent. It knows no tables. */
#include "form/sheet.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Marks that turn the direction of what stands behind them, and line ends of Unicode's own. */
static bool is_hidden(uint32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 ||
	       c == 0x2029;
}

static void add_visible(struct buf *out, uint32_t c, const char *s, size_t n)
{
	if (c < 0x20 || c == 0x7f)
		buf_format(out, "^%c", (char)(c ^ 0x40));
	else if (c >= 0x80 && c < 0xa0)
		buf_format(out, "\\x%02X", (unsigned)c);
	else if (is_hidden(c))
		buf_format(out, "\\u%04X", (unsigned)c);
	else
		buf_bytes(out, s, n);
}

char *sheet_visible(struct arena *a, const char *text)
{
	struct buf out = {0};
	size_t left = strlen(text);
	while (left) {
		size_t valid = utf8_check(text, left);
		left -= valid;
		for (const char *end = text + valid; text < end;) {
			const char *from = text;
			uint32_t c = utf8_next(&text);
			add_visible(&out, c, from, (size_t)(text - from));
		}
		if (left) {
			buf_format(&out, "\\x%02X", (unsigned)(unsigned char)*text++);
			left--;
		}
	}
	return buf_take(&out, a);
}
