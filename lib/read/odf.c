/* SPDX-License-Identifier: MIT
 * odf: the parts of an OpenDocument file (ISO/IEC 26300), and which of their elements are read. It
 * knows neither text nor sheets. */
#include "read/odf.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "read/gridmaker.h"
#include "read/odfstyles.h"
#include "read/package.h"
#include "read/reader.h"
#include "read/xmlpart.h"

struct reading {
	struct odf *odf;
	const struct odf_events *events;
	void *user;
};

void odf_skip(struct odf *o)
{
	o->skip = 1;
}

long odf_count(const struct xml_part *x, const char *name, long most)
{
	const char *value = xml_value(x, name);
	long n;
	if (!value || !text_number(value, strlen(value), &n) || n < 1)
		return 1;
	return n < most ? n : most;
}

bool odf_is(const struct xml_part *x, const char *name, const char *value)
{
	const char *is = xml_value(x, name);
	return is && strcmp(is, value) == 0;
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	struct odf *o = r->odf;
	if (o->skip > 0)
		o->skip++;
	else if (!o->in_body && name == ODF_BODY)
		o->in_body = true;
	else if (!o->in_body)
		odfstyles_start(o->styles, x, name);
	else if (name >= ODF_SKIPPED)
		odf_skip(o);
	else
		r->events->start(r->user, x, name);
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	struct odf *o = r->odf;
	if (o->skip > 0)
		o->skip--;
	else if (!o->in_body)
		odfstyles_end(o->styles, name);
	else if (name == ODF_BODY)
		o->in_body = false;
	else
		r->events->end(r->user, x, name);
}

static void on_text(void *user, struct xml_part *x, const char *s, size_t n)
{
	struct reading *r = user;
	(void)x;
	if (r->odf->in_body && r->odf->skip == 0)
		r->events->text(r->user, s, n);
}

/* The manifest of a document with a password says of each part how to decrypt it. */
static void on_manifest(void *user, struct xml_part *x, int name)
{
	bool *locked = user;
	*locked = name == 0;
	if (*locked)
		xml_stop(x);
}

static void on_manifest_end(void *user, struct xml_part *x, int name)
{
	(void)user, (void)x, (void)name;
}

static bool is_open(struct odf *o)
{
	static const char manifest[] = "META-INF/manifest.xml";
	static const char *const names[] = {"manifest:encryption-data", NULL};
	static const struct xml_handlers handlers = {names, on_manifest, on_manifest_end, NULL};
	bool locked = false;
	if (!package_has(o->package, manifest))
		return true;
	if (!xml_read(o->package, manifest, &handlers, &locked))
		return false;
	if (locked)
		findings_add(o->findings, (struct place){o->document->name, 0, 0},
			     CODE_DOCUMENT_LOCKED, NULL, NULL, NULL);
	return !locked;
}

static bool read_parts(struct reading *r)
{
	static const struct xml_handlers handlers = {odf_names, on_start, on_end, on_text};
	struct package *p = r->odf->package;
	if (package_is_flat(p))
		return xml_read(p, "", &handlers, r);
	return is_open(r->odf) &&
	       (!package_has(p, "styles.xml") || xml_read(p, "styles.xml", &handlers, r)) &&
	       xml_read(p, "content.xml", &handlers, r);
}

bool odf_open(struct odf *o, const char *format)
{
	o->package = package_open(o->arena, o->document, o->findings);
	if (!o->package)
		return false;
	o->styles = odfstyles_new(o->arena);
	o->maker = maker_new(o->arena, format, o->document, o->findings);
	return true;
}

struct grid *odf_read(struct odf *o, const struct odf_events *events, void *user)
{
	struct reading r = {o, events, user};
	bool well = read_parts(&r);
	package_close(o->package);
	return well ? maker_end(o->maker) : NULL;
}
