/* SPDX-License-Identifier: MIT
 * fuzz: any bytes to text. The first byte chooses what is known of their encoding. What comes out is
 * valid UTF-8 in NFC. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {NULL,    "utf-8", "utf-16", "windows-1258",
					    "tcvn3", "vni",   "viscii", "windows-1252"};
	if (size == 0)
		return 0;
	const char *name = names[data[0] % 8];
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {
	    .name = "fuzz", .bytes = {arena_copy(a, (const char *)data + 1, size - 1), size - 1}};
	struct file_bytes text;
	bool own = data[0] & 8;
	document.charset = own ? NULL : name;
	bool well = own ? charset_decode(a, &document, name, &findings, &text)
			: charset_text(a, &document, data[0] & 16, &findings, &text);
	size_t n;
	if (well && (utf8_check(text.bytes, text.size) != text.size || text.bytes[text.size] ||
		     utf8_nfc(a, text.bytes, text.size, &n) != text.bytes))
		abort();
	arena_free(a);
	return 0;
}
