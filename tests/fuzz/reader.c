/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as a document of any kind: recognised, read by the reader of that kind or refused
 * with a finding, and imported to YAML. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "data/planout.h"
#include "form/yamlout.h"
#include "import/import.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = "fuzz",
				    .bytes = {arena_copy(a, (const char *)data, size), size}};
	struct grid *grid = reader_read(a, &document, NULL, &findings);
	if (!grid && !findings_count(&findings, SEVERITY_ERROR))
		abort(); /* a refusal without a reason */
	if (grid) {
		struct import_request request = {.file = "fuzz"};
		struct import_result result;
		struct buf out = {0};
		if (import_grid(a, grid, &request, &result, &findings))
			tree_write(&out, planout_tree(a, &result.draft));
		buf_free(&out);
	}
	arena_free(a);
	return 0;
}
