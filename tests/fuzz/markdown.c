/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as Markdown, through the whole importer to YAML. */
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "data/planout.h"
#include "form/yamlout.h"
#include "import/import.h"
#include "read/marks.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = "fuzz",
				    .bytes = {arena_copy(a, (const char *)data, size), size}};
	struct import_request request = {.file = "fuzz"};
	struct import_result result;
	struct buf out = {0};
	markdown_likely(a, document.bytes);
	struct grid *grid = markdown_read(a, &document, &findings);
	if (!grid && findings.count == 0)
		__builtin_trap(); /* a refusal says why */
	if (grid && import_grid(a, grid, &request, &result, &findings))
		tree_write(&out, planout_tree(a, &result.draft));
	buf_free(&out);
	arena_free(a);
	return 0;
}
