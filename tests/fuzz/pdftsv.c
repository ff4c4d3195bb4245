/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as what pdftotext -tsv prints, to a grid and on to a plan. */
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/findings.h"
#include "import/import.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = "fuzz",
				    .bytes = {arena_copy(a, (const char *)data, size), size}};
	const struct grid *grid = pdftsv_read(a, &document, &findings);
	struct import_request request = {.file = "fuzz"};
	struct import_result result;
	if (grid)
		import_grid(a, grid, &request, &result, &findings);
	arena_free(a);
	return 0;
}
