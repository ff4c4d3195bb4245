/* SPDX-License-Identifier: MIT
 * pdfhead: where a table's heading begins and ends: where its cells stand most evenly about one
 * middle, with gaps above and below. */
#include "read/pdfhead.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

enum {
	LINES = 14,	  /* of a heading, on each side of its seed */
	LINE_TAKEN = 15,  /* what it is worth that a line more is in the heading */
	TOP_ALIGNED = 60, /* what it costs that cells are taken for such that begin at one height */
};

static long distance(long a, long b)
{
	return a > b ? a - b : b - a;
}

/* Bases of lines, from one to the next. */
struct bases {
	long at[LINES + 1];
	size_t count;
	long next; /* the base behind the last one */
};

/* What only a row begins with. A lone letter may be a piece of "STT" in a narrow column. */
static bool numbers_row(const char *s)
{
	size_t n = strlen(s);
	return pdf_is_number(s) && (n > 1 || (*s >= '0' && *s <= '9') || strchr("AIVX", *s));
}

/* The base of the first number of a row below the seed; 0: none. */
static long number_below(const struct pdf_text *t, const struct pdf_runs *runs,
			 const struct pdf_run *seed)
{
	for (size_t i = (size_t)(seed - runs->items); i < runs->count; i++) {
		const struct pdf_run *r = &runs->items[i];
		if (r->base > seed->base + t->em / 4 && r->left < seed->right + t->em &&
		    numbers_row(r->words[0]->text) &&
		    (r->count == 1 || r->words[1]->left > seed->right))
			return r->base;
	}
	return 0;
}

/* The seed's line and those above it that follow each other closely. */
static struct bases bases_above(const struct pdf_text *t, const struct pdf_runs *runs,
				const struct pdf_run *seed)
{
	struct bases b = {.at = {seed->base}, .count = 1, .next = seed->base - t->em * 5};
	for (size_t i = (size_t)(seed - runs->items); i-- > 0;) {
		long base = runs->items[i].base, last = b.at[b.count - 1];
		if (last - base < t->em / 10)
			continue;
		b.next = base;
		if (b.count > LINES || last - base > t->em * 2 || seed->base - base > t->em * 6)
			break;
		b.at[b.count++] = base;
	}
	if (b.next == b.at[b.count - 1])
		b.next -= t->em * 5;
	return b;
}

/* The seed's line and those below it up to the first row's number. */
static struct bases bases_below(const struct pdf_text *t, const struct pdf_runs *runs,
				const struct pdf_run *seed)
{
	struct bases b = {.at = {seed->base}, .count = 1, .next = seed->base + t->em * 5};
	long stop = number_below(t, runs, seed);
	for (size_t i = (size_t)(seed - runs->items); i < runs->count; i++) {
		long base = runs->items[i].base, last = b.at[b.count - 1];
		if (base - last < t->em / 10)
			continue;
		b.next = base;
		if (b.count > LINES || base - seed->base > t->em * 8 ||
		    (stop != 0 && base > stop - t->em / 10))
			break;
		b.at[b.count++] = base;
	}
	if (b.next == b.at[b.count - 1])
		b.next += t->em * 5;
	return b;
}

/* How far the cells' middles are from the heading's, each, or where that is less by far their tops
 * from its top; in thousandths of an em. */
static long unevenness(const struct pdf_text *t, const struct pdf_head *head)
{
	long amid = 0, high = 0;
	for (size_t i = 0; i < head->count; i++) {
		const struct pdf_heading *h = &head->columns[i];
		long top = h->over > 0 ? head->over[h->over - 1].top : h->top;
		amid += distance(top + h->base, head->top + head->bottom) / 2;
		high += distance(top, head->top);
	}
	long scale = t->em * (long)head->count;
	amid = amid * 1000 / scale;
	high = high * 1000 / scale + TOP_ALIGNED;
	return amid < high ? amid : high;
}

/* Headings over so many columns are titles of the table, or text. */
static long titles(struct arena *a, const struct pdf_head *head)
{
	long cost = 0;
	for (size_t i = 0; i < head->over_count; i++) {
		size_t under = 0;
		for (size_t k = 0; k < head->count; k++)
			under += head->columns[k].over == i + 1;
		cost += under > 2 ? (long)under * 300 : 0;
		cost +=
		    head->columns[0].over == i + 1 && !pdf_heads_numbers(a, &head->over[i].runs[0])
			? 2000
			: 0;
		cost += under == head->count || head->over[i].count > 3 ? 3000 : 0;
	}
	return cost;
}

/* Lines that begin as headings of plans' columns do. */
static long known_words(struct arena *a, const struct pdf_head *head)
{
	long n = 0;
	for (size_t i = 0; i < head->count; i++)
		n += pdf_heads_column(a, &head->columns[i].runs[0]);
	for (size_t i = 0; i < head->over_count; i++)
		n += pdf_heads_column(a, &head->over[i].runs[0]);
	return n;
}

static long gap_cost(const struct pdf_text *t, long gap)
{
	long most = t->em * 5 / 2;
	return -(gap < most ? gap : most) * 300 / t->em;
}

static long head_cost(const struct pdf_text *t, const struct pdf_head *head, long above, long below)
{
	return unevenness(t, head) * 2 - (long)head->count * 60 - known_words(t->arena, head) * 40 +
	       titles(t->arena, head) + gap_cost(t, head->top - above) +
	       gap_cost(t, below - head->bottom);
}

/* A small word alone on the line right below, under a column whose heading has it as its end: its
 * base; 0: there is none. */
static long end_below(const struct pdf_text *t, const struct pdf_runs *runs,
		      const struct pdf_head *head)
{
	size_t i = 0;
	while (i < runs->count && runs->items[i].base <= head->bottom + t->em / 10)
		i++;
	if (i == runs->count || runs->items[i].count > 1 ||
	    runs->items[i].base - head->bottom > t->em * 3 / 2 ||
	    (i + 1 < runs->count && runs->items[i + 1].base - runs->items[i].base < t->em / 2))
		return 0;
	const struct pdf_run *run = &runs->items[i];
	const char *s = run->words[0]->text;
	uint32_t c = utf8_next(&s);
	if (!utf8_is_letter(c) || utf8_lower(c) != c || pdf_is_number(run->words[0]->text))
		return 0;
	for (size_t k = 0; k < head->count; k++) {
		const struct pdf_heading *h = &head->columns[k];
		if (h->left < run->right && h->right > run->left &&
		    run->base - h->base < t->em * 5 / 2)
			return run->base;
	}
	return 0;
}

static void head_extend(const struct pdf_text *t, const struct pdf_runs *runs,
			struct pdf_head *head)
{
	long base = end_below(t, runs, head), seed = head->seed, cost = head->cost;
	if (base == 0)
		return;
	pdf_head_read(t, runs, head->top, base, head);
	head->seed = seed;
	head->cost = cost;
}

/* The best heading about the seed; false when none has three columns. */
static bool head_guess(const struct pdf_text *t, const struct pdf_runs *runs,
		       const struct pdf_run *seed, struct pdf_head *best)
{
	struct bases up = bases_above(t, runs, seed), down = bases_below(t, runs, seed);
	bool found = false;
	for (size_t i = 0; i < up.count; i++)
		for (size_t k = 0; k < down.count; k++) {
			struct pdf_head head;
			pdf_head_read(t, runs, up.at[i], down.at[k], &head);
			if (head.count < 3 || head.count > PDF_COLUMNS)
				continue;
			head.cost = head_cost(t, &head, i + 1 < up.count ? up.at[i + 1] : up.next,
					      k + 1 < down.count ? down.at[k + 1] : down.next) -
				    (long)(i + k) * LINE_TAKEN;
			if (!found || head.cost < best->cost) {
				*best = head;
				best->seed = seed->base;
			}
			found = true;
		}
	if (found)
		head_extend(t, runs, best);
	return found;
}

/* The heading with as many lines about its seed as the known one has. */
static bool head_again(const struct pdf_text *t, const struct pdf_runs *runs, long seed,
		       const struct pdf_head *known, struct pdf_head *head)
{
	long slack = t->em / 5;
	pdf_head_read(t, runs, seed - (known->seed - known->top) - slack,
		      seed + (known->bottom - known->seed) + slack, head);
	head->bottom -= slack;
	head->top += slack;
	head->seed = seed;
	return pdf_head_same(t, known, head);
}

static bool head_about(const struct pdf_text *t, const struct pdf_runs *runs,
		       const struct pdf_seeds *seeds, const struct pdf_head *known,
		       struct pdf_head *head)
{
	for (size_t i = 0; i < seeds->count; i++)
		if ((known && head_again(t, runs, seeds->runs[i]->base, known, head)) ||
		    (t->known && head_again(t, runs, seeds->runs[i]->base, t->known, head)))
			return true;
	bool found = false;
	for (size_t i = 0; i < seeds->count; i++) {
		struct pdf_head other;
		if (!head_guess(t, runs, seeds->runs[i], &other) ||
		    (seeds->count > 1 && unevenness(t, &other) > 350))
			continue;
		if (!found || other.cost < head->cost)
			*head = other;
		found = true;
	}
	return found;
}

bool pdf_head_find(const struct pdf_text *t, const struct pdf_page *page, long from,
		   const struct pdf_head *known, struct pdf_head *head)
{
	for (size_t tries = 0; tries < 8; tries++) {
		struct pdf_runs runs = pdf_runs_find(t, page, from, PDF_LENGTH * 4, t->space);
		if (t->layout)
			runs = pdf_runs_of_headings(t, &runs);
		struct pdf_seeds seeds;
		if (!pdf_seeds_find(t, &runs, &seeds))
			return false;
		if (head_about(t, &runs, &seeds, known, head))
			return true;
		from = seeds.runs[0]->base;
	}
	return false;
}
