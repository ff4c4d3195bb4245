/* SPDX-License-Identifier: MIT
 * pdfheading: the runs of a heading put together to columns, and to headings over several of them.
 * It knows boxes only. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "read/pdfhead.h"

static long distance(long a, long b)
{
	return a > b ? a - b : b - a;
}

static bool over_x(const struct pdf_heading *h, const struct pdf_run *r)
{
	return r->left < h->right && r->right > h->left;
}

static void heading_take(struct arena *a, struct pdf_heading *h, const struct pdf_run *run)
{
	h->runs = arena_more(a, h->runs, h->count, sizeof *h->runs);
	memmove(h->runs + 1, h->runs, h->count * sizeof *h->runs);
	h->runs[0] = *run;
	if (h->count == 0 || run->left < h->left)
		h->left = run->left;
	if (h->count == 0 || run->right > h->right)
		h->right = run->right;
	if (h->count == 0 || run->base > h->base)
		h->base = run->base;
	h->top = run->base;
	h->count++;
}

static void heading_new(struct arena *a, struct pdf_head *head, size_t at,
			const struct pdf_run *run)
{
	head->columns = arena_more(a, head->columns, head->count, sizeof *head->columns);
	memmove(head->columns + at + 1, head->columns + at,
		(head->count - at) * sizeof *head->columns);
	head->columns[at] = (struct pdf_heading){0};
	heading_take(a, &head->columns[at], run);
	head->count++;
}

/* Columns [from, to] get one heading over them. */
static void heading_over(struct arena *a, struct pdf_head *head, size_t from, size_t to,
			 const struct pdf_run *run)
{
	size_t over = head->columns[from].over;
	if (over == 0) {
		head->over = arena_more(a, head->over, head->over_count, sizeof *head->over);
		head->over[head->over_count] = (struct pdf_heading){0};
		over = ++head->over_count;
	}
	heading_take(a, &head->over[over - 1], run);
	for (size_t i = from; i <= to; i++)
		head->columns[i].over = over;
}

/* What is put together: the runs of all lines, and the one at hand. */
struct placing {
	struct arena *arena;
	struct pdf_head *head;
	const struct pdf_runs *runs;
	const struct pdf_run *run;
	long em;
};

/* Does a line beside the run's own, as high or higher, stand over the column? */
static bool has_higher(const struct placing *p, const struct pdf_heading *h)
{
	for (size_t i = 0; i < p->runs->count; i++) {
		const struct pdf_run *r = &p->runs->items[i];
		if (r->base >= p->head->top && r->base <= p->run->base + p->em / 3 &&
		    over_x(h, r) && (r->right <= p->run->left || r->left >= p->run->right))
			return true;
	}
	return false;
}

/* Is all of column i's heading below the run, and none other over it? */
static bool is_under(const struct placing *p, size_t i)
{
	const struct pdf_heading *h = &p->head->columns[i];
	return h->top > p->run->base + p->em / 3 && h->top < p->run->base + p->em * 3 &&
	       !has_higher(p, h);
}

/* A run that no column is under: between two lower ones it heads both, else it is a column. */
static void run_apart(const struct placing *p, size_t at)
{
	struct pdf_head *head = p->head;
	if (at > 0 && at < head->count && is_under(p, at - 1) && is_under(p, at) &&
	    head->columns[at - 1].over == head->columns[at].over)
		heading_over(p->arena, head, at - 1, at, p->run);
	else
		heading_new(p->arena, head, at, p->run);
}

/* Where a run that stands over one column belongs: its middle may lie beside it, over the edge to
 * a neighbour that is lower too. */
static void run_above(const struct placing *p, size_t at)
{
	struct pdf_head *head = p->head;
	const struct pdf_heading *h = &head->columns[at];
	long middle = (p->run->left + p->run->right) / 2;
	if (h->over > 0)
		heading_take(p->arena, &head->over[h->over - 1], p->run);
	else if (middle > h->right && at + 1 < head->count && is_under(p, at) &&
		 is_under(p, at + 1))
		heading_over(p->arena, head, at, at + 1, p->run);
	else if (middle < h->left && at > 0 && is_under(p, at) && is_under(p, at - 1))
		heading_over(p->arena, head, at - 1, at, p->run);
	else
		heading_take(p->arena, &head->columns[at], p->run);
}

/* Puts a run to the columns it stands over; called from the lowest to the highest. */
static void run_place(const struct placing *p)
{
	struct pdf_head *head = p->head;
	size_t from = 0;
	while (from < head->count && head->columns[from].right <= p->run->left)
		from++;
	size_t to = from;
	while (to < head->count && over_x(&head->columns[to], p->run))
		to++;
	if (to == from)
		run_apart(p, from);
	else if (to == from + 1)
		run_above(p, from);
	else
		heading_over(p->arena, head, from, to - 1, p->run);
}

void pdf_head_read(const struct pdf_text *t, const struct pdf_runs *runs, long top, long bottom,
		   struct pdf_head *head)
{
	*head = (struct pdf_head){.top = top, .bottom = bottom};
	struct pdf_runs part = {0}; /* those between */
	for (size_t i = 0; i < runs->count; i++)
		if (runs->items[i].base >= top && runs->items[i].base <= bottom) {
			part.items = part.count == 0 ? &runs->items[i] : part.items;
			part.count = (size_t)(&runs->items[i] - part.items) + 1;
		}
	for (size_t i = part.count; i-- > 0 && head->count <= PDF_COLUMNS;) {
		const struct pdf_run *run = &part.items[i];
		if (run->base < top || run->base > bottom)
			continue;
		run_place(&(struct placing){t->arena, head, &part, run, t->em});
	}
}

static const char *head_key(struct arena *a, const struct pdf_head *head)
{
	struct buf out = {0};
	for (size_t i = 0; i < head->count; i++)
		for (size_t k = 0; k < head->columns[i].count; k++)
			buf_format(&out, "%s ",
				   text_key(a, pdf_run_text(a, &head->columns[i].runs[k])));
	return buf_take(&out, a);
}

bool pdf_head_same(const struct pdf_text *t, const struct pdf_head *a, const struct pdf_head *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count && !t->layout; i++)
		if (distance(a->columns[i].left + a->columns[i].right,
			     b->columns[i].left + b->columns[i].right) > 2 * t->em)
			return false;
	return strcmp(head_key(t->arena, a), head_key(t->arena, b)) == 0;
}
