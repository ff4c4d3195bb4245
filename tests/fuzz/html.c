/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as a web page, or as a message with one in it, to a grid. */
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = "fuzz",
				    .bytes = {arena_copy(a, (const char *)data, size), size}};
	html_read(a, &document, &findings);
	arena_free(a);
	return 0;
}
