/* SPDX-License-Identifier: MIT
 * xmlpart: one XML part of a package as events, with names that do not depend on the prefixes the
 * writer chose. The one file that knows expat. It stops at a DOCTYPE, at depth XML_DEPTH and at an
 * element with more than XML_ATTRIBUTES attributes. For band read. */
#ifndef PAR_XMLPART_H
#define PAR_XMLPART_H

#include <stdbool.h>
#include <stddef.h>

struct package;

enum { XML_DEPTH = 256, XML_ATTRIBUTES = 1000 };

/* Names are a short prefix for the namespace and the local name: "w:tbl", "r:id", "x:row",
 * "table:table-cell". Word's and Excel's transitional and strict namespaces have the same prefix:
 *   w  wordprocessingml          x  spreadsheetml        r  officeDocument relationships
 *   pr package relationships     ct content types        mc markup compatibility
 *   a  drawingml                 v  vml                  o  vml's office          m  math
 *   office table text style number fo xlink svg draw manifest dc meta calcext  as in OpenDocument
 * An element of another namespace is "?:name", an attribute without one plain "name", one of
 * another "?:name"; xml:space and xml:id as they are. */
struct xml_attribute {
	const char *name, *value; /* borrowed until the call returns */
};

struct xml_part;

/* The handlers of one part. `name` is the index in `names` below, -1 for one that is not listed. */
struct xml_handlers {
	const char *const *names; /* NULL-terminated: the elements that are told apart */
	void (*start)(void *user, struct xml_part *x, int name);
	void (*end)(void *user, struct xml_part *x, int name);
	void (*text)(void *user, struct xml_part *x, const char *s, size_t n); /* may be NULL */
};

/* Attribute of the element whose start is being told; NULL when it has none such. */
const char *xml_value(const struct xml_part *x, const char *name);

long xml_line(const struct xml_part *x);

/* Ends the reading; xml_read then returns true. For a reader that has seen enough, or has told why
 * it cannot go on. */
void xml_stop(struct xml_part *x);

/* Reads the part to its end. False after one finding: the part is missing or damaged, not well
 * formed, has a DOCTYPE, is too deep. */
bool xml_read(struct package *p, const char *part, const struct xml_handlers *handlers, void *user);

#endif
