/* SPDX-License-Identifier: MIT
 * icsout: content lines of iCalendar, escaped and folded. It knows no properties. */
#include "form/icsout.h"

#include <string.h>

#include "base/buf.h"

enum {
	LINE_OCTETS = 75
}; /* without the CRLF; a folded line's leading blank counts (RFC 5545, 3.1) */

/* The octets of s, at most `room`, that end with a whole character. */
static size_t whole_characters(const char *s, size_t left, size_t room)
{
	if (left <= room)
		return left;
	while (room > 1 && ((unsigned char)s[room] & 0xc0) == 0x80)
		room--;
	return room;
}

static void put_folded(FILE *out, const char *s, size_t left)
{
	size_t room = LINE_OCTETS;
	for (;;) {
		size_t n = whole_characters(s, left, room);
		fwrite(s, 1, n, out);
		fputs("\r\n", out);
		s += n;
		left -= n;
		if (!left)
			return;
		fputc(' ', out);
		room = LINE_OCTETS - 1;
	}
}

static void add_escaped(struct buf *b, const char *s)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '\n')
			buf_text(b, "\\n");
		else if (strchr("\\;,", c)) {
			buf_char(b, '\\');
			buf_char(b, *s);
		} else if (c == '\r' && s[1] == '\n')
			continue;
		else
			buf_char(b, c < 0x20 || c == 0x7f ? ' ' : *s);
	}
}

void ics_line(FILE *out, const char *name, const char *value)
{
	struct buf b = {0};
	buf_format(&b, "%s:%s", name, value);
	put_folded(out, b.s, b.n);
	buf_free(&b);
}

void ics_text(FILE *out, const char *name, const char *text)
{
	struct buf b = {0};
	buf_format(&b, "%s:", name);
	add_escaped(&b, text);
	put_folded(out, b.s, b.n);
	buf_free(&b);
}

void ics_texts(FILE *out, const char *name, const char *const texts[], size_t count)
{
	struct buf b = {0};
	for (size_t i = 0; i < count; i++) {
		if (!texts[i] || !*texts[i])
			continue;
		buf_format(&b, "%s%s", b.n ? "" : name, b.n ? "," : ":");
		add_escaped(&b, texts[i]);
	}
	if (b.n)
		put_folded(out, b.s, b.n);
	buf_free(&b);
}
