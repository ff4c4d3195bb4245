/* SPDX-License-Identifier: MIT
 * mime: headers, boundaries, base64 and quoted-printable (RFC 2045, 2046). It knows nothing of what is
 * in a part. */
#include "read/mime.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/reader.h"

enum { NESTED = 8 }; /* multiparts within multiparts */

/* Headers and body of a message or a part. */
struct part {
	const char *head, *body, *end;
};

/* Bytes of a header's name at s; 0: it is none. */
static size_t field_name(const char *s, const char *end)
{
	size_t n = 0;
	while (s + n < end && s[n] > ' ' && s[n] != ':' && s[n] < 0x7f)
		n++;
	return s + n < end && s[n] == ':' ? n : 0;
}

static const char *next_line(const char *s, const char *end)
{
	const char *newline = memchr(s, '\n', (size_t)(end - s));
	return newline ? newline + 1 : end;
}

static bool is_empty_line(const char *s, const char *end)
{
	return s < end && (*s == '\n' || (*s == '\r' && s + 1 < end && s[1] == '\n'));
}

static struct part part_of(const char *s, const char *end)
{
	struct part part = {s, s, end};
	while (part.body < end && !is_empty_line(part.body, end))
		part.body = next_line(part.body, end);
	part.body = next_line(part.body, end);
	return part;
}

/* The value of a header, its lines joined; "" without one. */
static const char *header(struct arena *a, const struct part *part, const char *name)
{
	size_t n = strlen(name);
	for (const char *s = part->head; s < part->body; s = next_line(s, part->body)) {
		if (field_name(s, part->body) != n || strncasecmp(s, name, n) != 0)
			continue;
		struct buf value = {0};
		const char *end = next_line(s, part->body);
		buf_bytes(&value, s + n + 1, (size_t)(end - s) - n - 1);
		while (end < part->body && (*end == ' ' || *end == '\t')) {
			const char *next = next_line(end, part->body);
			buf_bytes(&value, end, (size_t)(next - end));
			end = next;
		}
		const char *text = buf_take(&value, a);
		return text + strspn(text, " \t\r\n");
	}
	return "";
}

/* boundary="…" of a header's value; NULL. */
static const char *parameter(struct arena *a, const char *value, const char *name)
{
	size_t n = strlen(name);
	for (const char *s = value; (s = strchr(s, ';'));) {
		s += 1 + strspn(s + 1, " \t\r\n");
		if (strncasecmp(s, name, n) != 0)
			continue;
		s += n + strspn(s + n, " \t");
		if (*s != '=')
			continue;
		s += 1 + strspn(s + 1, " \t");
		bool quoted = *s == '"';
		s += quoted;
		return arena_copy(a, s, strcspn(s, quoted ? "\"" : "; \t\r\n"));
	}
	return NULL;
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A line end behind = is none; blanks may stand between. */
static size_t soft_break(const char *s, const char *end)
{
	const char *at = s + 1;
	while (at < end && (*at == ' ' || *at == '\t' || *at == '\r'))
		at++;
	return at < end && *at == '\n' ? (size_t)(at + 1 - s) : 0;
}

static void quoted_printable(struct buf *out, const char *s, const char *end)
{
	while (s < end) {
		size_t skip = *s == '=' ? soft_break(s, end) : 0;
		int high = *s == '=' && end - s > 2 ? digit(s[1]) : -1;
		int low = high >= 0 ? digit(s[2]) : -1;
		if (skip > 0) {
			s += skip;
		} else if (low >= 0) {
			buf_char(out, (char)(high << 4 | low));
			s += 3;
		} else {
			buf_char(out, *s++);
		}
	}
}

static void base64(struct buf *out, const char *s, const char *end)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0, count = 0;
	for (; s < end && *s != '='; s++) {
		const char *at = *s ? strchr(letters, *s) : NULL;
		if (!at)
			continue;
		bits = (bits << 6 | (unsigned)(at - letters)) & 0xffffff;
		count += 6;
		if (count >= 8) {
			count -= 8;
			buf_char(out, (char)(bits >> count & 0xff));
		}
	}
}

static struct file_bytes decode(struct arena *a, const struct part *part)
{
	const char *encoding = header(a, part, "Content-Transfer-Encoding");
	struct buf out = {0};
	if (strncasecmp(encoding, "quoted-printable", 16) == 0)
		quoted_printable(&out, part->body, part->end);
	else if (strncasecmp(encoding, "base64", 6) == 0)
		base64(&out, part->body, part->end);
	else
		buf_bytes(&out, part->body, (size_t)(part->end - part->body));
	size_t n = out.n;
	return (struct file_bytes){buf_take(&out, a), n};
}

/* The line that parts a multipart's parts, from s on; NULL: no more. */
static const char *find_boundary(const char *s, const char *end, const char *boundary)
{
	size_t n = strlen(boundary);
	for (; s < end; s = next_line(s, end))
		if ((size_t)(end - s) >= n + 2 && s[0] == '-' && s[1] == '-' &&
		    memcmp(s + 2, boundary, n) == 0)
			return s;
	return NULL;
}

static bool find_page(struct arena *a, struct part part, int depth, struct part *page)
{
	const char *type = header(a, &part, "Content-Type");
	*page = part;
	if (strncasecmp(type, "text/html", 9) == 0 ||
	    strncasecmp(type, "application/xhtml", 17) == 0)
		return true;
	const char *boundary = parameter(a, type, "boundary");
	if (strncasecmp(type, "multipart/", 10) != 0 || !boundary || depth == NESTED)
		return false;
	const char *at = find_boundary(part.body, part.end, boundary);
	while (at) {
		const char *start = next_line(at, part.end);
		at = find_boundary(start, part.end, boundary);
		if (find_page(a, part_of(start, at ? at : part.end), depth + 1, page))
			return true;
	}
	return false;
}

bool mime_seen(struct file_bytes bytes)
{
	const char *s = bytes.bytes, *end = s + bytes.size;
	bool typed = false;
	for (int lines = 0; s < end && lines < 200 && !is_empty_line(s, end); lines++) {
		size_t n = field_name(s, end);
		bool goes_on = lines > 0 && (*s == ' ' || *s == '\t');
		if (n == 0 && !goes_on)
			return false;
		typed = typed || (n == 12 && strncasecmp(s, "Content-Type", n) == 0) ||
			(n == 12 && strncasecmp(s, "MIME-Version", n) == 0);
		s = next_line(s, end);
	}
	return typed;
}

bool mime_page(struct arena *a, const struct document *document, struct findings *findings,
	       struct file_bytes *page, const char **charset)
{
	struct part whole =
	    part_of(document->bytes.bytes, document->bytes.bytes + document->bytes.size);
	struct part part;
	if (!find_page(a, whole, 0, &part)) {
		findings_add(findings, (struct place){.file = document->name}, CODE_DOCUMENT_KIND,
			     words_pick("a message without a web page in it",
					"thư không có trang web bên trong"),
			     words_pick("save its text, or the document attached to it, and import "
					"that",
					"hãy lưu nội dung hoặc tệp đính kèm của thư rồi nhập"),
			     NULL);
		return false;
	}
	*page = decode(a, &part);
	*charset = parameter(a, header(a, &part, "Content-Type"), "charset");
	return true;
}
