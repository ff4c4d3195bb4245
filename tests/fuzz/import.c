/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as a text document, through the whole importer to YAML. */
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "data/planout.h"
#include "form/source.h"
#include "form/yamlout.h"
#include "import/import.h"
#include "read/textgrid.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct file_bytes raw = {arena_copy(a, (const char *)data, size), size}, text;
	if (source_text(a, "fuzz", raw, &findings, &text)) {
		struct import_request request = {.file = "fuzz"};
		struct import_result result;
		struct buf out = {0};
		if (import_grid(a, textgrid_read(a, text), &request, &result, &findings))
			tree_write(&out, planout_tree(a, &result.draft));
		buf_free(&out);
	}
	arena_free(a);
	return 0;
}
