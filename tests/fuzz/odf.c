/* SPDX-License-Identifier: MIT
 * fuzz: OpenDocument. The first byte says whether text or sheet; then come the styles, a form feed, and
 * what stands in the body, read as one flat file. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define NAMESPACE(prefix, name)                                                                    \
	" xmlns:" prefix "=\"urn:oasis:names:tc:opendocument:xmlns:" name ":1.0\""

static const char head[] =
    "<office:document" NAMESPACE("office", "office") NAMESPACE("text", "text")
	NAMESPACE("table", "table") NAMESPACE("style", "style") NAMESPACE("number", "datastyle")
	    NAMESPACE("draw", "drawing") NAMESPACE("fo", "xsl-fo-compatible")
		NAMESPACE("svg", "svg-compatible") "><office:automatic-styles>";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct buf whole = {0};
	const char *s = (const char *)data + 1;
	const char *end = memchr(s, '\f', size - 1);
	size_t styles = end ? (size_t)(end - s) : 0;
	buf_text(&whole, head);
	buf_bytes(&whole, s, styles);
	buf_text(&whole, "</office:automatic-styles><office:body>");
	buf_bytes(&whole, s + styles + (end != NULL), size - 1 - styles - (end != NULL));
	buf_text(&whole, "</office:body></office:document>");
	struct document document = {.name = "fuzz", .bytes = {whole.s, whole.n}};
	document_read *read = data[0] & 1 ? ods_read : odt_read;
	if (!read(a, &document, &findings) && !findings_count(&findings, SEVERITY_ERROR))
		abort(); /* a refusal without a reason */
	buf_free(&whole);
	arena_free(a);
	return 0;
}
