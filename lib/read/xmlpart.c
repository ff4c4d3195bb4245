/* SPDX-License-Identifier: MIT
 * xmlpart: XML events through expat. It gives names a short prefix by their namespace and knows
 * nothing of what they mean. Names are told apart once: what a name as written stands for is kept
 * until a namespace is declared, which real documents do at their root. */
#include "read/xmlpart.h"

#include <expat.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/package.h"

enum {
	BINDINGS_LIMIT = 256, /* declarations in force at one place */
	KNOWN_NAMES = 512,
	KNOWN_PROBES = 4,
};

static const struct {
	const char *prefix, *uri;
} namespaces[] = {
    {"w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    {"w", "http://purl.oclc.org/ooxml/wordprocessingml/main"},
    {"x", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"},
    {"x", "http://purl.oclc.org/ooxml/spreadsheetml/main"},
    {"r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    {"r", "http://purl.oclc.org/ooxml/officeDocument/relationships"},
    {"pr", "http://schemas.openxmlformats.org/package/2006/relationships"},
    {"ct", "http://schemas.openxmlformats.org/package/2006/content-types"},
    {"m", "http://schemas.openxmlformats.org/officeDocument/2006/math"},
    {"m", "http://purl.oclc.org/ooxml/officeDocument/math"},
    {"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    {"a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
    {"a", "http://purl.oclc.org/ooxml/drawingml/main"},
    {"v", "urn:schemas-microsoft-com:vml"},
    {"o", "urn:schemas-microsoft-com:office:office"},
    {"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"},
    {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
    {"draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
    {"manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"},
    {"meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
    {"calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"},
    {"xlink", "http://www.w3.org/1999/xlink"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"xml", "http://www.w3.org/XML/1998/namespace"},
};

/* What a prefix as written stands for, from the element at `depth` on. */
struct binding {
	struct buf written; /* "" is the default namespace */
	const char *prefix; /* of the table above; "?": another; "": none */
	int depth;
};

/* What an element's name as written stands for. */
struct known_name {
	struct buf written;
	int index;
	unsigned long age; /* of the declarations that it was looked up under */
};

struct xml_part {
	const struct xml_handlers *handlers;
	void *user;
	XML_Parser parser;
	const char **attributes; /* of the element being told; NULL outside its start */
	int open[XML_DEPTH];	 /* indices of the open elements */
	int depth;
	struct binding bindings[BINDINGS_LIMIT];
	int binding_count;
	unsigned long age;
	struct known_name known[KNOWN_NAMES];
	bool stopped;
	const char *unsafe; /* why it was stopped though nobody asked */
};

static const char *prefix_of_uri(const char *uri)
{
	if (!*uri)
		return "";
	for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
		if (strcmp(uri, namespaces[i].uri) == 0)
			return namespaces[i].prefix;
	return "?";
}

void xml_stop(struct xml_part *x)
{
	x->stopped = true;
	XML_StopParser(x->parser, XML_FALSE);
}

static void refuse(struct xml_part *x, const char *why)
{
	x->unsafe = why;
	xml_stop(x);
}

long xml_line(const struct xml_part *x)
{
	return (long)XML_GetCurrentLineNumber(x->parser);
}

/* Length of the prefix of a name as written, 0 without one; the local name follows. */
static size_t split(const char *name, const char **local)
{
	const char *colon = strchr(name, ':');
	*local = colon ? colon + 1 : name;
	return colon ? (size_t)(colon - name) : 0;
}

static const char *find_prefix(const struct xml_part *x, const char *written, size_t n)
{
	if (n == 3 && memcmp(written, "xml", 3) == 0)
		return "xml";
	for (int i = x->binding_count; i-- > 0;) {
		const struct binding *b = &x->bindings[i];
		if (b->written.n == n && memcmp(b->written.s, written, n) == 0)
			return b->prefix;
	}
	return n > 0 ? "?" : "";
}

/* Is prefix and local name the one called `name`: "w:tbl", or "id" without a namespace? */
static bool is_name(const char *prefix, const char *local, const char *name)
{
	size_t n = strlen(prefix);
	if (n == 0)
		return strcmp(local, name) == 0;
	return strncmp(name, prefix, n) == 0 && name[n] == ':' && strcmp(name + n + 1, local) == 0;
}

static int find_index(const struct xml_part *x, const char *written)
{
	const char *local;
	size_t n = split(written, &local);
	const char *prefix = find_prefix(x, written, n);
	for (int i = 0; x->handlers->names[i]; i++)
		if (is_name(prefix, local, x->handlers->names[i]))
			return i;
	return -1;
}

/* The slot of a name as written: its own, or one to be used for it. */
static struct known_name *known_slot(struct xml_part *x, uint32_t hash, const char *written,
				     size_t n)
{
	struct known_name *oldest = NULL;
	for (uint32_t i = 0; i < KNOWN_PROBES; i++) {
		struct known_name *k = &x->known[(hash + i) % KNOWN_NAMES];
		if (k->written.n == n && memcmp(k->written.s, written, n) == 0)
			return k;
		if (!oldest || k->age < oldest->age)
			oldest = k;
	}
	buf_cut(&oldest->written, 0);
	buf_bytes(&oldest->written, written, n);
	oldest->age = 0;
	return oldest;
}

static int name_index(struct xml_part *x, const char *written)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	size_t n = 0;
	for (; written[n]; n++)
		hash = (hash ^ (unsigned char)written[n]) * 16777619u;
	struct known_name *k = known_slot(x, hash ^ hash >> 15, written, n);
	if (k->age != x->age)
		k->index = find_index(x, written);
	k->age = x->age;
	return k->index;
}

static void declare(struct xml_part *x, const char *written, const char *uri)
{
	if (x->binding_count == BINDINGS_LIMIT) {
		refuse(x, words_pick("too many namespaces", "quá nhiều không gian tên"));
		return;
	}
	struct binding *b = &x->bindings[x->binding_count++];
	buf_cut(&b->written, 0);
	buf_text(&b->written, written);
	b->prefix = prefix_of_uri(uri);
	b->depth = x->depth;
	x->age++;
}

static void declare_all(struct xml_part *x)
{
	for (const char **at = x->attributes; *at && !x->stopped; at += 2) {
		if (at[0][0] != 'x' || strncmp(at[0], "xmlns", 5) != 0)
			continue;
		if (at[0][5] == '\0')
			declare(x, "", at[1]);
		else if (at[0][5] == ':')
			declare(x, at[0] + 6, at[1]);
	}
}

static void undeclare(struct xml_part *x)
{
	for (; x->binding_count > 0 && x->bindings[x->binding_count - 1].depth == x->depth;
	     x->age++)
		x->binding_count--;
}

const char *xml_value(const struct xml_part *x, const char *name)
{
	const char *wanted;
	split(name, &wanted);
	for (const char **at = x->attributes; at && *at; at += 2) {
		const char *local;
		size_t n = split(at[0], &local);
		if (strcmp(local, wanted) != 0)
			continue;
		/* an attribute without a prefix is in no namespace */
		if (is_name(n > 0 ? find_prefix(x, at[0], n) : "", local, name))
			return at[1];
	}
	return NULL;
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	struct xml_part *x = user;
	if (x->stopped)
		return;
	if (x->depth == XML_DEPTH) {
		refuse(x, words_pick("elements nested too deep", "các phần tử lồng nhau quá sâu"));
		return;
	}
	if (XML_GetSpecifiedAttributeCount(x->parser) / 2 > XML_ATTRIBUTES) {
		refuse(x, words_pick("too many attributes", "quá nhiều thuộc tính"));
		return;
	}
	x->attributes = attributes;
	declare_all(x);
	if (x->stopped)
		return;
	int index = name_index(x, name);
	x->open[x->depth++] = index;
	x->handlers->start(x->user, x, index);
	x->attributes = NULL;
}

static void on_end(void *user, const XML_Char *name)
{
	struct xml_part *x = user;
	(void)name;
	if (x->stopped)
		return;
	x->depth--;
	x->handlers->end(x->user, x, x->open[x->depth]);
	undeclare(x);
}

static void on_text(void *user, const XML_Char *s, int n)
{
	struct xml_part *x = user;
	if (!x->stopped)
		x->handlers->text(x->user, x, s, (size_t)n);
}

static void on_doctype(void *user, const XML_Char *name, const XML_Char *system,
		       const XML_Char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	refuse(user, words_pick("it brings definitions of its own (DOCTYPE)",
				"có phần tự định nghĩa (DOCTYPE)"));
}

static bool take(void *user, const char *bytes, size_t n)
{
	struct xml_part *x = user;
	return XML_Parse(x->parser, bytes, (int)n, 0) == XML_STATUS_OK && !x->stopped;
}

static struct xml_part *part_new(const struct xml_handlers *handlers, void *user)
{
	struct xml_part *x = memory_get(sizeof *x);
	x->handlers = handlers;
	x->user = user;
	x->age = 1;
	x->parser = XML_ParserCreate(NULL);
	if (!x->parser)
		memory_out();
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	if (handlers->text)
		XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	return x;
}

static void part_free(struct xml_part *x)
{
	XML_ParserFree(x->parser);
	for (size_t i = 0; i < BINDINGS_LIMIT; i++)
		buf_free(&x->bindings[i].written);
	for (size_t i = 0; i < KNOWN_NAMES; i++)
		buf_free(&x->known[i].written);
	free(x);
}

/* Says why the part was not read to its end; false. */
static bool tell(const struct xml_part *x, struct package *p, const char *part)
{
	if (x->unsafe)
		return package_tell(p, CODE_DOCUMENT_UNSAFE, part, x->unsafe);
	if (XML_GetErrorCode(x->parser) == XML_ERROR_NO_MEMORY)
		memory_out();
	return package_tell(p, CODE_DOCUMENT_DAMAGED, part,
			    words_pick("is not well-formed XML", "không phải XML đúng khuôn dạng"));
}

bool xml_read(struct package *p, const char *part, const struct xml_handlers *handlers, void *user)
{
	struct xml_part *x = part_new(handlers, user);
	bool well = package_read(p, part, take, x);
	bool read = well && !x->stopped && XML_Parse(x->parser, "", 0, 1) == XML_STATUS_OK;
	bool asked = x->stopped && !x->unsafe;
	if (well && !read && !asked)
		well = tell(x, p, part);
	part_free(x);
	return well;
}
