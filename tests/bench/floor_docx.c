/* SPDX-License-Identifier: MIT
 * floor_docx: what unzipping and parsing alone takes: libzip into expat, with handlers that do
 * nothing. */
#include <expat.h>
#include <stdio.h>
#include <zip.h>

static unsigned long elements, bytes;

static void on_start(void *user, const char *name, const char **attributes)
{
	(void)user, (void)name, (void)attributes;
	elements++;
}

static void on_end(void *user, const char *name)
{
	(void)user, (void)name;
}

static void on_text(void *user, const char *s, int n)
{
	(void)user, (void)s;
	bytes += (unsigned long)n;
}

int main(int argc, char *argv[])
{
	static char block[1 << 16];
	zip_t *zip = argc > 1 ? zip_open(argv[1], ZIP_RDONLY, NULL) : NULL;
	zip_file_t *part = zip ? zip_fopen(zip, "word/document.xml", 0) : NULL;
	XML_Parser parser = XML_ParserCreate(NULL);
	zip_int64_t n;
	if (!part || !parser)
		return 1;
	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_text);
	while ((n = zip_fread(part, block, sizeof block)) > 0)
		if (XML_Parse(parser, block, (int)n, 0) != XML_STATUS_OK)
			return 1;
	if (n < 0 || XML_Parse(parser, block, 0, 1) != XML_STATUS_OK)
		return 1;
	XML_ParserFree(parser);
	zip_fclose(part);
	zip_discard(zip);
	printf("%lu elements, %lu bytes of text\n", elements, bytes);
	return 0;
}
