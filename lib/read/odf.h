/* SPDX-License-Identifier: MIT
 * odf: an OpenDocument file while it is read: its package or its one flat part, its styles, its body
 * as events. Only for lib/read's odt and ods files. */
#ifndef PAR_ODF_H
#define PAR_ODF_H

#include <stdbool.h>
#include <stddef.h>

#include "read/fontcode.h"
#include "read/odfnames.h"

struct arena;
struct document;
struct findings;
struct gridmaker;
struct odf_styles;
struct package;
struct xml_part;

struct odf {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	struct package *package;
	struct odf_styles *styles;
	struct gridmaker *maker;
	struct font_evidence seen;
	bool in_body;
	int skip; /* open elements from the one on that is passed over; 0: none is */
};

/* What happens in the body; `name` is an odf_name or -1. What is no text of the document (comments,
 * forms, indexes) is not told. */
struct odf_events {
	void (*start)(void *user, struct xml_part *x, int name);
	void (*end)(void *user, struct xml_part *x, int name);
	void (*text)(void *user, const char *s, size_t n);
};

/* Passes over the element whose start is being told; its end is not told. */
void odf_skip(struct odf *o);

/* Opens o->document, whose kind is `format`: package, styles and maker are there. False after one
 * finding. */
bool odf_open(struct odf *o, const char *format);

/* Reads what was opened and closes it. NULL after one finding. */
struct grid *odf_read(struct odf *o, const struct odf_events *events, void *user);

/* An attribute that counts how often something is repeated or how far it reaches: from 1 to most. */
long odf_count(const struct xml_part *x, const char *name, long most);

/* Is the attribute there and of that value? */
bool odf_is(const struct xml_part *x, const char *name, const char *value);

#endif
