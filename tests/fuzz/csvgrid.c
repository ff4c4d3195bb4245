/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as separated values, through the whole importer to YAML. The first one says whether
 * they are read as CSV or as TSV. */
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
	if (size == 0)
		return 0;
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {
	    .name = "fuzz", .bytes = {arena_copy(a, (const char *)data + 1, size - 1), size - 1}};
	struct import_request request = {.file = "fuzz"};
	struct import_result result;
	struct buf out = {0};
	csv_likely(a, document.bytes);
	struct grid *grid = (*data & 1 ? tsv_read : csv_read)(a, &document, &findings);
	if (!grid && findings.count == 0)
		__builtin_trap(); /* a refusal says why */
	if (grid && import_grid(a, grid, &request, &result, &findings))
		tree_write(&out, planout_tree(a, &result.draft));
	buf_free(&out);
	arena_free(a);
	return 0;
}
