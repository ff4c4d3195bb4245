/* SPDX-License-Identifier: MIT
 * websource: one pass over the characters of a page. It knows tags, quotes and comments, and no
 * structure. */
#include "read/websource.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/fontcode.h"
#include "read/reader.h"

enum {
	ATTRIBUTES = 128, /* of one tag; the parser compares each with all before */
	PAGE = 64 * 1024 * 1024,
	HEAD = 16 * 1024, /* bytes in which a page names its encoding */
};

struct scan {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	char *s; /* the copy, NUL behind it */
	size_t n, i;
	struct buf styles;
	size_t tables; /* that are open */
	size_t data;   /* where the last <![CDATA[ ends */
	bool ended;    /* </body> or </html> was there */
};

static bool refuse(struct scan *c, enum code code, const char *english, const char *vietnamese)
{
	struct place at = {.file = c->document->name, .line = 1};
	for (size_t i = 0; i < c->i && i < c->n; i++)
		at.line += c->s[i] == '\n';
	findings_add(c->findings, at, code, words_pick(english, vietnamese), NULL, NULL);
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Up to `end` there is nothing; lines stay. */
static void blank(struct scan *c, size_t end)
{
	for (; c->i < end; c->i++)
		if (c->s[c->i] != '\n')
			c->s[c->i] = ' ';
}

static bool skip_comment(struct scan *c)
{
	const char *s = c->s + c->i + 4;
	const char *end = strncmp(s, ">", 1) == 0    ? s
			  : strncmp(s, "->", 2) == 0 ? s + 1
						     : strstr(s, "-->");
	const char *odd = strstr(s, "--!>");
	if (!end && !odd)
		return refuse(c, CODE_DOCUMENT_DAMAGED, "a comment is not closed",
			      "chú thích HTML không đóng");
	if (odd && (!end || odd < end))
		end = odd + 1;
	blank(c, (size_t)(strchr(end, '>') - c->s) + 1);
	return true;
}

/* <!DOCTYPE …>, <![if …]>, <?xml …?>; of <![CDATA[…]]> only the marks go. */
static void skip_declaration(struct scan *c)
{
	if (strncmp(c->s + c->i, "<![CDATA[", 9) == 0) {
		blank(c, c->i + 9);
		if (c->i < c->data)
			return;
		char *end = strstr(c->s + c->i, "]]>");
		c->data = end ? (size_t)(end - c->s) : c->n;
		if (end)
			memset(end, ' ', 3);
		return;
	}
	const char *end = strchr(c->s + c->i, '>');
	blank(c, end ? (size_t)(end - c->s) + 1 : c->n);
}

/* A value in quotes. One that holds tags and is followed by no blank swallowed what is between two
 * tags: <td width="5><p>…</td><td width="6">. */
static bool skip_quoted(struct scan *c)
{
	char quote = c->s[c->i];
	const char *start = c->s + c->i + 1, *end = strchr(start, quote);
	if (!end || (memchr(start, '<', (size_t)(end - start)) && !is_blank(end[1]) &&
		     end[1] != '>' && end[1] != '/'))
		return refuse(c, CODE_DOCUMENT_DAMAGED, "a quotation mark in a tag is not closed",
			      "dấu nháy trong thẻ không đóng");
	c->i = (size_t)(end - c->s) + 1;
	return true;
}

static bool skip_value(struct scan *c)
{
	while (is_blank(c->s[c->i]))
		c->i++;
	if (c->s[c->i] != '=')
		return true;
	c->i++;
	while (is_blank(c->s[c->i]))
		c->i++;
	if (c->s[c->i] == '"' || c->s[c->i] == '\'')
		return skip_quoted(c);
	while (c->s[c->i] && !is_blank(c->s[c->i]) && c->s[c->i] != '>')
		c->i++;
	return true;
}

static bool skip_attributes(struct scan *c)
{
	for (size_t count = 0;; count++) {
		while (is_blank(c->s[c->i]) || c->s[c->i] == '/')
			c->i++;
		if (c->s[c->i] == '>') {
			c->i++;
			return true;
		}
		if (!c->s[c->i])
			return refuse(c, CODE_DOCUMENT_DAMAGED, "it ends within a tag",
				      "tệp bị cắt giữa một thẻ");
		if (count == ATTRIBUTES)
			return refuse(c, CODE_DOCUMENT_UNSAFE, "a tag has more than 128 attributes",
				      "một thẻ có hơn 128 thuộc tính");
		c->i += c->s[c->i] == '=';
		while (c->s[c->i] && !is_blank(c->s[c->i]) && !strchr("=/>", c->s[c->i]))
			c->i++;
		if (!skip_value(c))
			return false;
	}
}

static bool is_name(const char *name, size_t n, const char *word)
{
	return strlen(word) == n && strncasecmp(name, word, n) == 0;
}

/* What is between <script> and </script> is no markup. */
static bool skip_raw(struct scan *c, const char *name, size_t n)
{
	static const char *const raw[] = {"script", "style", "iframe", "noembed", "noframes"};
	size_t k = 0, count = sizeof raw / sizeof *raw, start = c->i;
	while (k < count && !is_name(name, n, raw[k]))
		k++;
	if (k == count || c->s[c->i - 2] == '/')
		return true;
	const char *end = c->s + c->i;
	while ((end = strstr(end, "</")) && strncasecmp(end + 2, raw[k], n) != 0)
		end++;
	if (!end)
		return refuse(c, CODE_DOCUMENT_DAMAGED, "a script or style sheet is not closed",
			      "đoạn mã hoặc kiểu trình bày không đóng");
	if (is_name(name, n, "style")) {
		buf_bytes(&c->styles, c->s + start, (size_t)(end - c->s) - start);
		buf_char(&c->styles, '\n');
	}
	blank(c, (size_t)(end - c->s));
	return true;
}

static bool skip_tag(struct scan *c)
{
	bool closing = c->s[c->i + 1] == '/';
	const char *name = c->s + c->i + 1 + closing;
	size_t n = strcspn(name, " \t\r\n/>");
	c->i = (size_t)(name - c->s) + n;
	if (!skip_attributes(c))
		return false;
	if (is_name(name, n, "table"))
		c->tables = closing ? c->tables - (c->tables > 0) : c->tables + 1;
	if (closing && (is_name(name, n, "body") || is_name(name, n, "html")))
		c->ended = true;
	return closing || skip_raw(c, name, n);
}

static bool scan(struct scan *c)
{
	while (c->i < c->n) {
		const char *s = c->s + c->i;
		if (*s == '\v' || *s == '\f')
			c->s[c->i] = ' ';
		bool well = true;
		if (strncmp(s, "<!--", 4) == 0)
			well = skip_comment(c);
		else if (*s == '<' && (s[1] == '!' || s[1] == '?'))
			skip_declaration(c);
		else if (*s == '<' && (is_letter(s[1]) || (s[1] == '/' && is_letter(s[2]))))
			well = skip_tag(c);
		else
			c->i++;
		if (!well)
			return false;
	}
	return (c->tables == 0 || c->ended) ||
	       refuse(c, CODE_DOCUMENT_DAMAGED, "it ends within a table",
		      "tệp bị cắt giữa một bảng");
}

bool web_source(struct arena *a, const struct document *document, struct file_bytes text,
		struct findings *findings, struct web_source *source)
{
	struct scan c = {.arena = a,
			 .document = document,
			 .findings = findings,
			 .s = arena_copy(a, text.bytes, text.size),
			 .n = text.size};
	if (text.size > PAGE) {
		findings_add(findings, (struct place){.file = document->name}, CODE_FILE_LARGE,
			     arena_format(a, "%d", PAGE), NULL, NULL);
		return false;
	}
	bool well = scan(&c);
	*source = (struct web_source){{c.s, c.n}, buf_take(&c.styles, a)};
	return well;
}

/* The word behind charset= or encoding=. */
static const char *named(struct arena *a, const char *s)
{
	s += strspn(s, " \t\r\n");
	if (*s != '=')
		return NULL;
	s += 1 + strspn(s + 1, " \t\r\n\"'");
	size_t n = strcspn(s, " \t\r\n\"'>;/?");
	return n > 0 ? arena_copy(a, s, n) : NULL;
}

const char *web_charset(struct arena *a, struct file_bytes bytes)
{
	size_t n = bytes.size < HEAD ? bytes.size : HEAD;
	const char *head = arena_copy(a, bytes.bytes, n), *name = NULL;
	for (const char *s = head; !name && (s = strchr(s, '<')); s++) {
		const char *end = strchr(s, '>');
		bool xml = strncmp(s, "<?xml", 5) == 0;
		if (!end || (!xml && strncasecmp(s, "<meta", 5) != 0))
			continue;
		const char *word = xml ? "encoding" : "charset";
		for (const char *at = s; !name && at < end; at++)
			if (strncasecmp(at, word, strlen(word)) == 0)
				name = named(a, at + strlen(word));
	}
	return name;
}

bool web_has_old_fonts(struct file_bytes text)
{
	for (size_t i = 1; i < text.size; i++) {
		const char *s = text.bytes + i;
		if ((*s == '.' || (*s | 32) == 'v') && strchr("\"':=,; ", s[-1]) &&
		    font_code(s) != FONT_UNICODE)
			return true;
	}
	return false;
}
