/* SPDX-License-Identifier: MIT
 * grid: a document to its grid and nothing else. */
#include <stdio.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/reader.h"

int main(int argc, char *argv[])
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = argc > 1 ? argv[1] : ""};
	if (file_read(a, document.name, DOCUMENT_LIMIT, &document.bytes) != FILE_OK)
		return 1;
	struct grid *grid = reader_read(a, &document, NULL, &findings);
	printf("%zu pieces\n", grid ? grid->count : 0);
	arena_free(a);
	return grid == NULL;
}
