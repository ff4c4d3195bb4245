/* SPDX-License-Identifier: MIT
 * recognise: what kind of document these bytes are. A file's name decides only between kinds of plain
 * text that the bytes leave open. It reads no document. */
#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "base/arena.h"
#include "read/reader.h"
#include "read/recognise_private.h"

enum {
	PDF_JUNK = 1024, /* bytes that may stand before %PDF-, as all readers of PDF allow */
	SKETCH = 256 * 1024,
};

static bool starts(struct file_bytes b, const char *with, size_t n)
{
	return b.size >= n && memcmp(b.bytes, with, n) == 0;
}

bool reader_is_pdf(struct file_bytes b)
{
	size_t n = b.size < PDF_JUNK + 5 ? b.size : PDF_JUNK + 5;
	return memmem(b.bytes, n, "%PDF-", 5) != NULL;
}

/* First bytes that say it all. */
static const char *by_magic(struct file_bytes b)
{
	static const struct {
		const char *kind, *bytes;
		size_t at, n;
	} magic[] = {
	    {"image", "\x89PNG\r\n", 0, 6},
	    {"image", "\xff\xd8\xff", 0, 3},
	    {"image", "II*\0", 0, 4},
	    {"image", "MM\0*", 0, 4},
	    {"image", "GIF8", 0, 4},
	    {"image", "WEBP", 8, 4},
	    {"image", "ftyphei", 4, 7},
	    {"image", "ftypmif1", 4, 8},
	    {"image", "ftypavif", 4, 8},
	    {"image", "AT&TFORM", 0, 8},
	    {"archive", "\x1f\x8b", 0, 2},
	    {"archive", "7z\xbc\xaf\x27\x1c", 0, 6},
	    {"archive", "Rar!\x1a\x07", 0, 6},
	    {"archive", "BZh", 0, 3},
	    {"archive",
	     "\xfd"
	     "7zXZ",
	     0, 5},
	    {"archive", "ustar", 257, 5},
	    {"wordperfect", "\xffWPC", 0, 4},
	    {"postscript", "%!PS", 0, 4},
	    {"program",
	     "\x7f"
	     "ELF",
	     0, 4},
	    {"program", "MZ\x90\0", 0, 4},
	};
	for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
		if (b.size >= magic[i].at + magic[i].n &&
		    memcmp(b.bytes + magic[i].at, magic[i].bytes, magic[i].n) == 0)
			return magic[i].kind;
	return NULL;
}

/* Two bytes a letter: by its mark, or because nearly every other byte of its start is NUL. Gives the
 * index of the byte that holds ASCII; -1: no such text. */
static int wide(struct file_bytes b)
{
	if (starts(b, "\xff\xfe", 2))
		return 0;
	if (starts(b, "\xfe\xff", 2))
		return 1;
	size_t n = b.size < 512 ? b.size / 2 : 256, nul[2] = {0, 0};
	for (size_t i = 0; i < 2 * n; i++)
		nul[i % 2] += b.bytes[i] == '\0';
	for (int low = 0; low < 2; low++)
		if (n >= 4 && nul[low] == 0 && nul[1 - low] * 2 > n)
			return low;
	return -1;
}

struct sketch sketch_text(struct arena *a, struct file_bytes b)
{
	int low = wide(b);
	size_t step = low < 0 ? 1 : 2, n = b.size / step < SKETCH ? b.size / step : SKETCH;
	char *s = arena_alloc(a, n + 1);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)b.bytes[i * step + (low > 0)];
		bool plain = low < 0 || b.bytes[i * step + (low == 0)] == '\0';
		s[i] = plain && c > 0 && c < 0x80 ? (char)c : '?';
	}
	return (struct sketch){s, n};
}

const char *name_ending(struct arena *a, const char *name)
{
	const char *base = file_base(name), *dot = strrchr(base, '.');
	char *ending = arena_text(a, dot && dot > base ? dot + 1 : "");
	for (char *s = ending; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
	return ending;
}

const char *reader_recognise(struct arena *a, const struct document *document)
{
	struct file_bytes b = document->bytes;
	if (starts(b, "PK\003\004", 4) || starts(b, "PK\005\006", 4))
		return recognise_zip(a, document);
	if (starts(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return recognise_ole(b);
	const char *kind = by_magic(b);
	if (kind)
		return kind;
	if (reader_is_pdf(b))
		return "pdf";
	struct sketch text = sketch_text(a, b);
	kind = recognise_marked(&text);
	return kind ? kind : recognise_plain(a, b, &text, name_ending(a, document->name));
}
