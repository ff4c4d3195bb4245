/* SPDX-License-Identifier: MIT
 * recognisetext: kinds of text, by the language they are written in or by how they show a table. */
#define _GNU_SOURCE /* strcasestr */
#include <string.h>
#include <strings.h>

#include "read/marks.h"
#include "read/pdf.h"
#include "read/recognise_private.h"

static const char *skip_blank(const char *s)
{
	return s + strspn(s, "? \t\r\n\f"); /* a byte order mark is '?' */
}

/* Is this word among the first `within` bytes? */
static bool has(const struct sketch *t, const char *from, const char *word, size_t within)
{
	const char *found = strcasestr(from, word);
	return found && (size_t)(found - t->s) < within;
}

enum { HEAD = 8 * 1024 };

/* OpenDocument in one XML file: its root says of what. */
static const char *flat_kind(const struct sketch *t, const char *s)
{
	if (has(t, s, "vnd.oasis.opendocument.text", HEAD))
		return "odt";
	return has(t, s, "vnd.oasis.opendocument.spreadsheet", HEAD) ? "ods" : "flat-odf";
}

static const char *xml_kind(const struct sketch *t, const char *s)
{
	if (has(t, s, "office:document", HEAD) && has(t, s, "opendocument", HEAD))
		return flat_kind(t, s);
	if (has(t, s, "<w:wordDocument", HEAD) || has(t, s, "<pkg:package", HEAD))
		return "word-xml";
	if (has(t, s, "urn:schemas-microsoft-com:office:spreadsheet", HEAD) &&
	    !has(t, s, "<html", HEAD))
		return "excel-xml";
	return NULL;
}

static bool is_html(const struct sketch *t, const char *s)
{
	static const char *const marks[] = {"<!doctype html", "<html", "<head", "<body", "<meta"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (has(t, s, marks[i], HEAD))
			return true;
	return strcasestr(s, "<table") && strcasestr(s, "<tr") && strcasestr(s, "<td");
}

/* Headers of a mail: the first line is one, and one of them says MIME. */
static const char *mail_kind(const struct sketch *t, const char *s)
{
	size_t name = strcspn(s, ": \t\r\n");
	bool header = name > 0 && s[name] == ':' && has(t, s, "\nMIME-Version:", HEAD);
	if (!header && strncasecmp(s, "MIME-Version:", 13) != 0)
		return NULL;
	return has(t, s, "multipart/related", HEAD) || has(t, s, "text/html", HEAD) ? "mhtml"
										    : "mail";
}

/* The first line of a file of ours that is neither blank nor a comment. */
static const char *own_kind(const char *s)
{
	while (*s == '#' || *s == '\n') {
		s += strcspn(s, "\n");
		s += strspn(s, "\r\n");
	}
	if (strncmp(s, "---", 3) == 0)
		s += strspn(s, "-\r\n");
	if (strncmp(s, "par:", 4) != 0)
		return NULL;
	s += 4 + strspn(s + 4, " \"'");
	return strncmp(s, "plan/", 5) == 0 ? "plan" : "own";
}

static bool is_json(const char *s)
{
	if (*s != '{' && *s != '[')
		return false;
	s += 1 + strspn(s + 1, " \t\r\n[{");
	if (*s != '"')
		return false;
	s += 1 + strcspn(s + 1, "\"\n");
	s += *s == '"';
	return s[strspn(s, " \t")] == ':' || s[strspn(s, " \t")] == ',';
}

const char *recognise_marked(const struct sketch *t)
{
	const char *s = skip_blank(t->s);
	if (strncmp(s, "{\\rtf", 5) == 0)
		return "rtf";
	const char *kind = mail_kind(t, s);
	if (!kind && *s == '<')
		kind = xml_kind(t, s);
	if (!kind && is_html(t, s))
		kind = "html";
	if (!kind && strncmp(s, "<?xml", 5) == 0)
		kind = "xml";
	if (!kind)
		kind = own_kind(s);
	if (!kind && is_json(s))
		kind = "json";
	return kind;
}

/* A name that ends so decides where the bytes leave it open. */
static const char *by_ending(const struct sketch *t, const char *ending)
{
	if (strcmp(ending, "csv") == 0 && strpbrk(t->s, ",;"))
		return "csv";
	if (strcmp(ending, "tsv") == 0 && strchr(t->s, '\t'))
		return "tsv";
	return "text";
}

const char *recognise_plain(struct arena *a, struct file_bytes bytes, const struct sketch *t,
			    const char *ending)
{
	if (pdftsv_likely(&bytes))
		return "pdf-tsv";
	if (layout_likely(&bytes))
		return "layout";
	if (markdown_likely(a, bytes))
		return "markdown";
	if (tsv_likely(a, bytes))
		return "tsv";
	if (csv_likely(a, bytes))
		return "csv";
	return by_ending(t, ending);
}
