/* SPDX-License-Identifier: MIT
 * fuzz: an Excel workbook. Bytes that begin with PK are the archive; else they are what stands in its
 * sheet, its styles, its shared strings and its workbook before the sheets, with form feeds between. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/reader.h"
#include "zipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define X "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

static const struct {
	const char *name, *before, *behind;
} parts[] = {
    {"xl/s.xml", "<worksheet xmlns=\"" X "\">", "</worksheet>"},
    {"xl/t.xml", "<styleSheet xmlns=\"" X "\">", "</styleSheet>"},
    {"xl/w.xml", "<sst xmlns=\"" X "\">", "</sst>"},
    {"xl/workbook.xml", "<workbook xmlns=\"" X "\" xmlns:r=\"" R "\">",
     "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"},
};

static const char relations[] =
    "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"s\" Type=\"" R
    "/worksheet\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"" R
    "/styles\" Target=\"t.xml\"/><Relationship Id=\"w\" Type=\"" R
    "/sharedStrings\" Target=\"w.xml\"/></Relationships>";

static void make(struct zipped *z, const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *end = n > 0 ? memchr(s, '\f', n) : NULL;
		size_t own = end ? (size_t)(end - s) : n;
		struct buf part = {0};
		buf_text(&part, parts[i].before);
		buf_bytes(&part, s, own);
		buf_text(&part, parts[i].behind);
		zipped_add(z, parts[i].name, part.s, part.n);
		buf_free(&part);
		s += own + (end != NULL);
		n -= own + (end != NULL);
	}
	zipped_add(z, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
	zipped_end(z);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct zipped z = {0};
	if (size > 1 && data[0] == 'P' && data[1] == 'K')
		buf_bytes(&z.parts, (const char *)data, size);
	else
		make(&z, (const char *)data, size);
	struct document document = {.name = "fuzz", .bytes = {z.parts.s, z.parts.n}};
	if (!xlsx_read(a, &document, &findings) && !findings_count(&findings, SEVERITY_ERROR))
		abort(); /* a refusal without a reason */
	buf_free(&z.parts);
	arena_free(a);
	return 0;
}
