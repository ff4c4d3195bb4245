/* SPDX-License-Identifier: MIT
 * pdf: by which marks the output of pdftotext is known. It reads no words. */
#include "read/pdf.h"

#include <string.h>

static const char tsv_heading[] = "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\t"
				  "left\ttop\twidth\theight\tconf\ttext";

bool pdftsv_likely(const struct file_bytes *bytes)
{
	const char *s = bytes->bytes;
	size_t n = bytes->size;
	if (n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) {
		s += 3;
		n -= 3;
	}
	return n >= sizeof tsv_heading - 1 && memcmp(s, tsv_heading, sizeof tsv_heading - 1) == 0;
}

/* Does the line hold words with three or more blanks between them? */
static bool has_wide_gap(const char *s, size_t n)
{
	size_t i = 0, blanks = 0;
	while (i < n && s[i] == ' ')
		i++;
	for (; i < n; i++) {
		if (s[i] != ' ' && blanks >= 3)
			return true;
		blanks = s[i] == ' ' ? blanks + 1 : 0;
	}
	return false;
}

bool layout_likely(const struct file_bytes *bytes)
{
	const char *end = bytes->bytes + bytes->size;
	size_t gaps = 0, tabs = 0, feeds = 0;
	for (const char *s = bytes->bytes; s < end;) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop ? stop : end) - s);
		gaps += has_wide_gap(s, n);
		tabs += memchr(s, '\t', n) != NULL;
		feeds += memchr(s, '\f', n) != NULL;
		s += n + 1;
	}
	return feeds > 0 && gaps >= 3 && tabs * 4 < gaps;
}
