/* SPDX-License-Identifier: MIT
 * fuzz: a Word document. Bytes that begin with PK are the archive; else they are what stands in its
 * body, its styles, its numbering and its relations, with form feeds between. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/reader.h"
#include "zipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct {
	const char *name, *before, *behind;
} parts[] = {
#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MC "http://schemas.openxmlformats.org/markup-compatibility/2006"
    {"word/document.xml",
     "<w:document xmlns=\"" W "\" xmlns:w=\"" W "\" xmlns:mc=\"" MC "\"><body>",
     "</body></w:document>"},
    {"word/styles.xml", "<styles xmlns=\"" W "\" xmlns:w=\"" W "\">", "</styles>"},
    {"word/numbering.xml", "<numbering xmlns=\"" W "\" xmlns:w=\"" W "\">", "</numbering>"},
    {"word/_rels/document.xml.rels",
     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
     "<Relationship Id=\"1\" Type=\"" R "/styles\" Target=\"styles.xml\"/>"
     "<Relationship Id=\"2\" Type=\"" R "/numbering\" Target=\"../word/numbering.xml\"/>",
     "</Relationships>"},
};

enum { PARTS = sizeof parts / sizeof *parts };

static void make(struct zipped *z, const char *s, size_t n)
{
	for (size_t i = 0; i < PARTS; i++) {
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
	if (!docx_read(a, &document, &findings) && !findings_count(&findings, SEVERITY_ERROR))
		abort(); /* a refusal without a reason */
	buf_free(&z.parts);
	arena_free(a);
	return 0;
}
