/* SPDX-License-Identifier: MIT
 * wrap: lines by display width. A no-break space holds its words together. */
#include "form/wrap.h"

#include <stdint.h>

#include "base/utf8.h"

size_t wrap_width(const char *s, size_t n)
{
	size_t width = 0;
	for (const char *end = s + n; s < end;)
		width += (size_t)utf8_char_width(utf8_next(&s));
	return width;
}

static const char *skip_blanks(const char *s)
{
	while (*s == ' ')
		s++;
	return s;
}

/* The line from s up to `end`, without blanks at its end. */
static bool cut(const char *s, const char *end, const char **line, size_t *n)
{
	*line = s;
	while (end > s && end[-1] == ' ')
		end--;
	*n = (size_t)(end - s);
	return true;
}

bool wrap_next(const char **rest, size_t width, const char **line, size_t *n)
{
	const char *s = *rest, *p = s, *blank = NULL;
	size_t used = 0;
	if (!*s)
		return false;
	while (*p && *p != '\n') {
		const char *next = p;
		uint32_t c = utf8_next(&next);
		size_t wide = (size_t)utf8_char_width(c);
		if (c == ' ')
			blank = p;
		else if (used + wide > width && p > s)
			break;
		used += wide;
		p = next;
	}
	if (*p == '\n' || !*p) {
		*rest = p + (*p == '\n');
		return cut(s, p, line, n);
	}
	if (blank && cut(s, blank, line, n) && *n) {
		*rest = skip_blanks(blank);
		return true;
	}
	*rest = p;
	return cut(s, p, line, n);
}

void wrap_print(FILE *out, const char *text, size_t width, size_t indent)
{
	const char *line;
	size_t n, room = width > indent ? width - indent : 1;
	for (bool first = true; wrap_next(&text, room, &line, &n); first = false)
		fprintf(out, "%*s%.*s\n", first ? 0 : (int)indent, "", (int)n, line);
}
