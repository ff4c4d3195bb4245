/* SPDX-License-Identifier: MIT
 * left: the list of rows that are left out. */
#include "import/left.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"

enum { TEXT_BYTES = 90 };

static const char *opening(struct arena *a, const char *text)
{
	if (text_is_blank(text))
		return NULL;
	return text_opening(a, text, TEXT_BYTES);
}

void left_add(struct arena *a, struct left_rows *left, long at, const char *text, const char *why)
{
	struct left_row *last = left->count > 0 ? &left->items[left->count - 1] : NULL;
	if (last && text_same(last->why, why) && text_is_blank(text) && !last->text) {
		last->count++;
		return;
	}
	left->items = arena_more(a, left->items, left->count, sizeof *left->items);
	left->items[left->count++] = (struct left_row){at, 1, opening(a, text), why};
}

static int by_place(const void *x, const void *y)
{
	const struct left_row *a = x, *b = y;
	return (a->at > b->at) - (a->at < b->at);
}

void left_sort(struct left_rows *left)
{
	if (left->count > 1)
		qsort(left->items, left->count, sizeof *left->items, by_place);
}
