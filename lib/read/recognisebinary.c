/* SPDX-License-Identifier: MIT
 * recognisebinary: which office document a zip archive or a compound file holds, by what it says of
 * its own parts. It reads none of them. */
#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/package.h"
#include "read/reader.h"
#include "read/recognise_private.h"

struct told {
	const char *kind, *words;
};

static const char *find_told(const struct told *list, size_t count, struct file_bytes in)
{
	for (size_t i = 0; i < count; i++)
		if (memmem(in.bytes, in.size, list[i].words, strlen(list[i].words)))
			return list[i].kind;
	return NULL;
}

/* Types of main parts (ECMA-376 part 1, annex A; [MS-OFFMACRO], [MS-XLSB]); strict and transitional
 * documents have the same. */
static const char *by_types(struct package *p)
{
	static const struct told types[] = {
	    {"xlsb", "ms-excel.sheet.binary.macroEnabled.main"},
	    {"docx", "wordprocessingml.document.main+xml"},
	    {"docx", "wordprocessingml.template.main+xml"},
	    {"docx", "ms-word.document.macroEnabled.main+xml"},
	    {"docx", "ms-word.template.macroEnabledTemplate.main+xml"},
	    {"xlsx", "spreadsheetml.sheet.main+xml"},
	    {"xlsx", "spreadsheetml.template.main+xml"},
	    {"xlsx", "ms-excel.sheet.macroEnabled.main+xml"},
	    {"xlsx", "ms-excel.template.macroEnabled.main+xml"},
	    {"slides", "presentationml."},
	    {"slides", "ms-powerpoint."},
	    {"drawing", "ms-visio."},
	};
	enum { LIMIT = 1024 * 1024 };
	struct file_bytes parts = {"", 0};
	if (!package_has(p, "[Content_Types].xml") ||
	    !package_whole(p, "[Content_Types].xml", LIMIT, &parts))
		return NULL;
	return find_told(types, sizeof types / sizeof *types, parts);
}

/* The part `mimetype` of OpenDocument and EPUB; templates have the same beginning. */
static const char *by_mimetype(struct package *p)
{
	static const struct told types[] = {
	    {"odt", "application/vnd.oasis.opendocument.text"},
	    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
	    {"slides", "application/vnd.oasis.opendocument.presentation"},
	    {"drawing", "application/vnd.oasis.opendocument."},
	    {"book", "application/epub+zip"},
	};
	enum { LIMIT = 256 };
	struct file_bytes name = {"", 0};
	if (!package_has(p, "mimetype") || !package_whole(p, "mimetype", LIMIT, &name))
		return NULL;
	return find_told(types, sizeof types / sizeof *types, name);
}

/* Parts that only one kind has, where nothing says the kind itself. */
static const char *by_parts(const struct package *p)
{
	static const struct told parts[] = {
	    {"docx", "word/document.xml"}, {"xlsx", "xl/workbook.xml"},
	    {"xlsb", "xl/workbook.bin"},   {"slides", "ppt/presentation.xml"},
	    {"odt", "content.xml"},	   {"iwork", "Index/Document.iwa"},
	    {"iwork", "index.xml"},
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (package_has(p, parts[i].words))
			return parts[i].kind;
	return NULL;
}

/* Names of parts as they stand in an archive that cannot be opened: its reader then says why. */
static const char *by_torn_bytes(struct file_bytes b)
{
	static const struct told names[] = {
	    {"odt", "mimetypeapplication/vnd.oasis.opendocument.text"},
	    {"ods", "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"},
	    {"docx", "word/"},
	    {"xlsx", "xl/"},
	};
	const char *kind = find_told(names, sizeof names / sizeof *names, b);
	return kind ? kind : "zip";
}

const char *recognise_zip(struct arena *a, const struct document *document)
{
	struct findings unheard = {.arena = a};
	struct package *p = package_open(a, document, &unheard);
	if (!p)
		return by_torn_bytes(document->bytes);
	const char *kind = by_types(p);
	if (!kind)
		kind = by_mimetype(p);
	if (!kind)
		kind = by_parts(p);
	package_close(p);
	return kind ? kind : "zip";
}

/* Is this entry of a compound file's directory ([MS-CFB] 2.6) a stream of that name? */
static bool is_stream(const unsigned char *entry, const char *name)
{
	enum { NAME_LENGTH = 64, TYPE = 66, STREAM = 2 };
	size_t n = strlen(name);
	if (entry[NAME_LENGTH] != 2 * n + 2 || entry[NAME_LENGTH + 1] != 0 || entry[TYPE] != STREAM)
		return false;
	for (size_t i = 0; i < n; i++)
		if (entry[2 * i] != (unsigned char)name[i] || entry[2 * i + 1] != 0)
			return false;
	return true;
}

/* Directories stand in sectors of 512 bytes or more and have entries of 128; chains are not followed,
 * so that a torn file is recognised too. The first stream decides: what is embedded comes later. */
const char *recognise_ole(struct file_bytes b)
{
	enum { HEADER = 512, ENTRY = 128 };
	static const struct told streams[] = {
	    {"doc", "WordDocument"},
	    {"xls", "Workbook"},
	    {"xls", "Book"},
	    {"ppt", "PowerPoint Document"},
	};
	const char *kind = NULL;
	for (size_t at = HEADER; at + ENTRY <= b.size; at += ENTRY) {
		const unsigned char *entry = (const unsigned char *)b.bytes + at;
		if (is_stream(entry, "EncryptedPackage"))
			return "locked";
		for (size_t i = 0; !kind && i < sizeof streams / sizeof *streams; i++)
			if (is_stream(entry, streams[i].words))
				kind = streams[i].kind;
	}
	return kind ? kind : "compound";
}
