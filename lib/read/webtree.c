/* SPDX-License-Identifier: MIT
 * webtree: libxml2's events made a tree of our own, so that nothing is cut off silently and depth
 * is bounded. It knows no element's meaning. */
#include "read/webtree.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/reader.h"

/* What the walk looks at; a page has many more. */
static const char *const kept[] = {"class", "colspan", "checked",  "face",    "hidden",
				   "href",  "id",      "reversed", "rowspan", "selected",
				   "start", "style",   "type",	   "value",   NULL};

struct building {
	struct arena *arena;
	xmlParserCtxtPtr parser;
	struct web_node *open; /* the innermost element */
	struct buf text;       /* not yet put into the tree */
	long text_line;
	int depth;
	bool deep, broken;
};

static struct web_node *append(struct building *b)
{
	struct web_node *node = arena_alloc(b->arena, sizeof *node);
	node->parent = b->open;
	if (b->open->last)
		b->open->last->next = node;
	else
		b->open->first = node;
	b->open->last = node;
	return node;
}

static void put_text(struct building *b)
{
	if (b->text.n == 0)
		return;
	struct web_node *node = append(b);
	node->line = b->text_line;
	node->text = arena_copy(b->arena, b->text.s, b->text.n);
	buf_cut(&b->text, 0);
}

static bool is_kept(const char *name)
{
	for (size_t i = 0; kept[i]; i++)
		if (strcmp(kept[i], name) == 0)
			return true;
	return false;
}

static const struct web_attribute *attributes(struct arena *a, const xmlChar **list)
{
	const struct web_attribute *first = NULL;
	for (; list && *list; list += 2) {
		if (!is_kept((const char *)list[0]))
			continue;
		struct web_attribute *attribute = arena_alloc(a, sizeof *attribute);
		*attribute = (struct web_attribute){
		    arena_text(a, (const char *)list[0]),
		    list[1] ? arena_text(a, (const char *)list[1]) : "", first};
		first = attribute;
	}
	return first;
}

static void start(void *user, const xmlChar *name, const xmlChar **list)
{
	struct building *b = user;
	if (b->deep)
		return;
	put_text(b);
	if (++b->depth > WEB_DEPTH) {
		b->deep = true;
		xmlStopParser(b->parser);
		return;
	}
	struct web_node *node = append(b);
	node->name = arena_text(b->arena, (const char *)name);
	node->line = xmlSAX2GetLineNumber(b->parser);
	node->attributes = attributes(b->arena, list);
	b->open = node;
}

static void end(void *user, const xmlChar *name)
{
	struct building *b = user;
	if (b->deep)
		return;
	put_text(b);
	if (!b->open->parent || strcmp(b->open->name, (const char *)name) != 0)
		return;
	b->open = b->open->parent;
	b->depth--;
}

static void text(void *user, const xmlChar *s, int n)
{
	struct building *b = user;
	if (b->text.n == 0) {
		b->text_line = xmlSAX2GetLineNumber(b->parser);
		for (int i = 0; i < n; i++)
			b->text_line -= s[i] == '\n' && b->text_line > 1;
	}
	buf_bytes(&b->text, (const char *)s, (size_t)n);
}

/* The library gives its handlers a constant error since 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *error_of_parser;
#else
typedef xmlErrorPtr error_of_parser;
#endif

/* Errors of markup are what pages are made of; only one that ends the reading counts. */
static void error(void *user, error_of_parser e)
{
	struct building *b = user;
	b->broken = b->broken || (e && e->level == XML_ERR_FATAL);
}

static char *string_get(const char *s)
{
	size_t size = strlen(s) + 1;
	return memcpy(memory_get(size), s, size);
}

static bool parse(struct building *b, struct file_bytes page)
{
	htmlSAXHandler handler = {.startElement = start,
				  .endElement = end,
				  .characters = text,
				  .ignorableWhitespace = text,
				  .cdataBlock = text,
				  .serror = error,
				  .initialized = XML_SAX2_MAGIC};
	/* Out of memory, libxml2 2.9 reads the same tag for ever. */
	xmlMemSetup(free, memory_get, memory_resize, string_get);
	b->parser = htmlNewParserCtxt();
	if (!b->parser)
		memory_out();
	htmlSAXHandlerPtr own = b->parser->sax;
	b->parser->sax = &handler;
	b->parser->userData = b;
	htmlCtxtReadMemory(b->parser, page.bytes, (int)page.size, NULL, "UTF-8",
			   HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
			       HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD);
	put_text(b);
	bool well = !b->deep && !b->broken && b->parser->disableSAX == 0;
	b->parser->sax = own;
	htmlFreeParserCtxt(b->parser);
	return well;
}

struct web_node *web_tree(struct arena *a, const struct document *document, struct file_bytes page,
			  struct findings *findings)
{
	struct web_node *root = arena_alloc(a, sizeof *root);
	root->name = "";
	struct building b = {.arena = a, .open = root};
	bool well = parse(&b, page);
	buf_free(&b.text);
	if (well)
		return root;
	struct place at = {.file = document->name};
	if (b.deep)
		findings_add(findings, at, CODE_DOCUMENT_UNSAFE,
			     words_pick("it is nested deeper than 256 levels",
					"các thẻ lồng nhau quá 256 tầng"),
			     NULL, NULL);
	else
		findings_add(findings, at, CODE_DOCUMENT_DAMAGED,
			     words_pick("it is no web page to its end",
					"nội dung không còn là trang web cho đến hết"),
			     NULL, NULL);
	return NULL;
}

const char *web_value(const struct web_node *node, const char *name)
{
	for (const struct web_attribute *at = node->attributes; at; at = at->next)
		if (strcmp(at->name, name) == 0)
			return at->value;
	return NULL;
}

bool web_is(const struct web_node *node, const char *name)
{
	return node->name && strcmp(node->name, name) == 0;
}

bool web_is_any(const struct web_node *node, const char *names)
{
	size_t n = node->name ? strlen(node->name) : 0;
	for (const char *s = names; n > 0 && (s = strstr(s, node->name)); s++)
		if (s > names && s[-1] == ' ' && s[n] == ' ')
			return true;
	return false;
}
