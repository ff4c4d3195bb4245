/* SPDX-License-Identifier: MIT
 * layoutcolumn: where the columns of a table part on one page of layout text: at characters that are
 * blank in most lines, and amid wide blanks in many. It knows lines of words, and no rows. */
#include <string.h>

#include "base/arena.h"
#include "read/pdf_private.h"

enum { CHARACTER = 500, WIDTH = 1024 /* characters of a line that are looked at */, NEAR = 8 };

/* For each character of the lines: how often a word covers it, how often a wide blank. */
struct stripes {
	long words[WIDTH], blanks[WIDTH];
	long lines;
};

static long character(long x)
{
	long c = x / CHARACTER;
	return c < 0 ? 0 : c >= WIDTH ? WIDTH - 1 : c;
}

static void stripes_add(struct stripes *s, const struct pdf_run *run)
{
	s->lines++;
	for (size_t i = 0; i < run->count; i++) {
		for (long c = character(run->words[i]->left); c < character(run->words[i]->right);
		     c++)
			s->words[c]++;
		if (i == 0)
			continue;
		long from = character(run->words[i - 1]->right),
		     to = character(run->words[i]->left);
		for (long c = from; c < to && to - from >= 2; c++)
			s->blanks[c]++;
	}
}

static struct stripes *stripes_make(const struct pdf_text *t, const struct pdf_part *part)
{
	struct stripes *s = arena_alloc(t->arena, sizeof *s);
	long from = part->head ? part->head->top - 1 : part->from;
	struct pdf_runs runs = pdf_runs_find(t, part->page, from, part->to, 4L * PDF_LENGTH);
	for (size_t i = 0; i < runs.count; i++)
		stripes_add(s, &runs.items[i]);
	return s;
}

static long score(const struct stripes *s, long c)
{
	return s->blanks[c] - 4 * s->words[c];
}

/* The best strip of characters [from, to]; the rightmost of several, next to the column behind it. */
static void strip_find(const struct stripes *s, long from, long to, struct pdf_gaps *gaps, size_t i)
{
	long best = from;
	for (long c = from; c <= to; c++)
		if (score(s, c) >= score(s, best))
			best = c;
	long start = best;
	while (start > from && score(s, start - 1) == score(s, best))
		start--;
	gaps->from[i] = start * CHARACTER;
	gaps->to[i] = (best + 1) * CHARACTER;
	gaps->crossed[i] = s->words[best] * 12 > s->lines;
}

static long middle(const struct pdf_heading *h)
{
	return character((h->left + h->right) / 2);
}

void layout_gaps_find(const struct pdf_text *t, const struct pdf_table *table,
		      struct pdf_part *part, const struct pdf_part *before)
{
	struct stripes *s = stripes_make(t, part);
	const struct pdf_head *head = part->head ? part->head : table->head;
	long least = 0;
	for (size_t i = 0; i + 1 < table->columns; i++) {
		long from = middle(&head->columns[i]), to = middle(&head->columns[i + 1]);
		if (!part->head && before) {
			from = character(before->gaps.from[i]) - NEAR;
			to = character(before->gaps.to[i]) + NEAR;
		}
		from = from < least ? least : from;
		to = to < from ? from : to >= WIDTH ? WIDTH - 1 : to;
		strip_find(s, from, to, &part->gaps, i);
		least = character(part->gaps.to[i]);
	}
}
