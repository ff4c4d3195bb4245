/* SPDX-License-Identifier: MIT
 * marklines: lines by their signs alone. It knows no tables and no meaning of any text. */
#include "read/marklines.h"

#include <string.h>

#include "base/arena.h"

struct mark_lines marklines_split(struct arena *a, struct file_bytes text)
{
	struct mark_lines lines = {NULL, 0};
	for (size_t from = 0; from < text.size;) {
		const char *s = text.bytes + from;
		const char *end = memchr(s, '\n', text.size - from);
		size_t n = end ? (size_t)(end - s) : text.size - from;
		from += n + 1;
		n -= n > 0 && s[n - 1] == '\r';
		size_t quotation = n > 0 && *s == '>' ? strspn(s, "> ") : 0;
		s += quotation < n ? quotation : n;
		n -= quotation < n ? quotation : n;
		lines.items = arena_more(a, lines.items, lines.count, sizeof *lines.items);
		lines.items[lines.count] =
		    (struct text_line){arena_copy(a, s, n), (long)lines.count + 1};
		lines.count++;
	}
	return lines;
}

bool marklines_is_blank(const char *s)
{
	for (;; s += 2) { /* any bytes: the text's encoding may not be known yet */
		s += strspn(s, " \t\f\v\r");
		if (s[0] != '\xc2' || s[1] != '\xa0') /* NBSP */
			return *s == '\0';
	}
}

/* The next pipe from s on that no backslash takes its meaning; NULL when there is none. */
static const char *next_pipe(const char *s)
{
	for (; *s; s++) {
		if (*s == '\\' && s[1])
			s++;
		else if (*s == '|')
			return s;
	}
	return NULL;
}

size_t marklines_pipes(const char *s)
{
	size_t n = 0;
	for (; (s = next_pipe(s)); s++)
		n++;
	return n;
}

bool marklines_opens(const char *s)
{
	return s[strspn(s, " \t")] == '|';
}

bool marklines_closes(const char *s)
{
	const char *last = NULL;
	for (; (s = next_pipe(s)); s++)
		last = s;
	return last && marklines_is_blank(last + 1);
}

size_t marklines_count(const char *s)
{
	size_t pipes = marklines_pipes(s), ends = marklines_opens(s) + marklines_closes(s);
	return pipes + 1 > ends ? pipes + 1 - ends : 0;
}

bool marklines_is_frame(const char *s)
{
	s += strspn(s, " \t");
	size_t n = strspn(s, "+-=:");
	return n > 4 && *s == '+' && s[n - 1] == '+' && strchr("-=:", s[1]) &&
	       marklines_is_blank(s + n);
}

bool marklines_is_rule(const char *s)
{
	if (marklines_is_frame(s))
		return true;
	size_t pipes = 0, dashes = 0, in_cell = 0;
	for (const char *p = s; *p; p++) {
		if (!strchr("|:- \t\v\f", *p))
			return false;
		dashes += *p == '-';
		in_cell += *p == '-';
		pipes += *p == '|';
		if (*p == '|' && in_cell == 0 && pipes > 1)
			return false;
		in_cell = *p == '|' ? 0 : in_cell;
	}
	return dashes > 0 && pipes > 0 && (pipes > 1 || !marklines_opens(s));
}

const char *marklines_first(const char *s)
{
	s += strspn(s, " \t");
	return s + (*s == '|');
}

const char *marklines_cell(struct arena *a, const char **s)
{
	const char *from = *s, *end = next_pipe(from);
	*s = end ? end + 1 : NULL;
	return arena_copy(a, from, end ? (size_t)(end - from) : strlen(from));
}
