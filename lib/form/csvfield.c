/* SPDX-License-Identifier: MIT
 * csvfield: quoting, and records that run over several lines. */
#include "form/csvfield.h"

#include <string.h>

#include "base/buf.h"

bool csv_needs_quotes(const char *s, char separator)
{
	size_t n = strlen(s);
	return n &&
	       (strpbrk(s, "\"\r\n") || strchr(s, separator) || s[0] == ' ' || s[n - 1] == ' ');
}

void csv_put(struct buf *b, const char *s, char separator)
{
	if (!csv_needs_quotes(s, separator)) {
		buf_text(b, s);
		return;
	}
	buf_char(b, '"');
	for (; *s; s++) {
		if (*s == '"')
			buf_char(b, '"');
		buf_char(b, *s);
	}
	buf_char(b, '"');
}

struct file_bytes csv_join(struct arena *a, struct file_bytes text, char blank)
{
	struct buf b = {0};
	bool open = false;
	size_t swallowed = 0;
	for (size_t i = 0; i < text.size; i++) {
		char c = text.bytes[i];
		open ^= c == '"';
		if (c == '\n' && open) {
			buf_char(&b, blank);
			swallowed++;
			continue;
		}
		buf_char(&b, c);
		for (; c == '\n' && swallowed; swallowed--)
			buf_char(&b, '\n');
	}
	size_t n = b.n;
	return (struct file_bytes){buf_take(&b, a), n};
}
