/* SPDX-License-Identifier: MIT
 * Any bytes as a plan file: read or refused with one finding; what was read is written, read again
 * as the same tree, and then written as the same bytes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "form/source.h"
#include "form/yamlout.h"
#include "form/yamltree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool condition)
{
	if (!condition)
		abort();
}

static void compare(const struct node *x, const struct node *y)
{
	must(x->kind == y->kind && x->count == y->count && !x->key == !y->key);
	must(!x->key || strcmp(x->key, y->key) == 0);
	must(x->kind != NODE_TEXT || strcmp(x->text, y->text) == 0);
	const struct node *n = y->first;
	for (const struct node *m = x->first; m; m = m->next, n = n->next)
		compare(m, n);
}

static char *write_tree(struct arena *a, const struct node *n, size_t *size)
{
	struct buf b = {0};
	tree_write(&b, n);
	*size = b.n;
	return buf_take(&b, a);
}

static void round_trip(struct arena *a, const struct node *n)
{
	struct findings findings = {.arena = a};
	size_t size;
	const char *text = write_tree(a, n, &size);
	const struct node *back = tree_parse(a, "back", (struct file_bytes){text, size}, &findings);
	if (!back && n->kind == NODE_TEXT && !n->text[0])
		return; /* a file of one absent value is an empty file */
	must(back != NULL);
	compare(n, back);
	must(strcmp(write_tree(a, back, &size), text) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct file_bytes text, raw = {arena_copy(a, (const char *)data, size), size};
	if (source_text(a, "fuzz", raw, &findings, &text)) {
		const struct node *n = tree_parse(a, "fuzz", text, &findings);
		must(findings.count == (n ? 0 : 1));
		if (n)
			round_trip(a, n);
	} else {
		must(findings.count == 1);
	}
	arena_free(a);
	return 0;
}
