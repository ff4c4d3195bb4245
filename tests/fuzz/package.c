/* SPDX-License-Identifier: MIT
 * fuzz: any bytes as an archive, and what its parts deliver; a part that may be XML, as events. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/package.h"
#include "read/reader.h"
#include "read/relations.h"
#include "read/xmlpart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {"w:p", "x:c", "xml:a", "a", "?:a", NULL};

static void on_start(void *user, struct xml_part *x, int name)
{
	size_t *depth = user;
	(*depth)++;
	if (name >= 0 && xml_value(x, "w:val") && xml_value(x, "stop"))
		xml_stop(x);
}

static void on_end(void *user, struct xml_part *x, int name)
{
	size_t *depth = user;
	(void)x, (void)name;
	if (*depth == 0)
		abort(); /* an end without a start */
	(*depth)--;
}

static void on_text(void *user, struct xml_part *x, const char *s, size_t n)
{
	(void)user, (void)x, (void)s, (void)n;
}

static void read_parts(struct arena *a, struct package *p, const struct findings *findings)
{
	static const struct xml_handlers handlers = {names, on_start, on_end, on_text};
	struct relations relations;
	struct file_bytes bytes;
	size_t depth = 0, before = findings->count;
	if (xml_read(p, "a.xml", &handlers, &depth) == (findings->count > before))
		abort(); /* a failure without a finding, or a finding without one */
	relations_read(a, p, "", &relations);
	package_whole(p, "b", 1000, &bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = "fuzz",
				    .bytes = {arena_copy(a, (const char *)data, size), size}};
	struct package *p = package_open(a, &document, &findings);
	if (p)
		read_parts(a, p, &findings);
	else if (findings.count != 1)
		abort(); /* one finding says why */
	package_close(p);
	arena_free(a);
	return 0;
}
