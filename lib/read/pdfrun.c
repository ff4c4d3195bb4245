/* SPDX-License-Identifier: MIT
 * pdfrun: words of one line put together to runs, and what numbers look like. It knows boxes and
 * text, and nothing of tables. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/pdfbody.h"

static int by_base(const void *a, const void *b)
{
	const struct pdf_word *x = *(struct pdf_word *const *)a, *y = *(struct pdf_word *const *)b;
	if (x->base != y->base)
		return x->base < y->base ? -1 : 1;
	return x < y ? -1 : x > y;
}

static int by_left(const void *a, const void *b)
{
	const struct pdf_word *x = *(struct pdf_word *const *)a, *y = *(struct pdf_word *const *)b;
	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	return x < y ? -1 : x > y;
}

static void run_add(struct pdf_runs *runs, struct arena *a, struct pdf_word **words, size_t n)
{
	struct pdf_run run = {words,	      n,    words[0]->left, words[0]->right, words[0]->top,
			      words[0]->base, false};
	for (size_t i = 1; i < n; i++) {
		run.right = words[i]->right > run.right ? words[i]->right : run.right;
		run.top = words[i]->top < run.top ? words[i]->top : run.top;
		run.base = words[i]->base > run.base ? words[i]->base : run.base;
	}
	runs->items = arena_more(a, runs->items, runs->count, sizeof *runs->items);
	runs->items[runs->count++] = run;
}

/* One line's words to runs. */
static void line_cut(struct pdf_runs *runs, struct arena *a, struct pdf_word **words, size_t n,
		     long gap)
{
	qsort(words, n, sizeof *words, by_left);
	size_t from = 0;
	long right = words[0]->right;
	for (size_t i = 1; i < n; i++) {
		if (words[i]->left - right > gap) {
			run_add(runs, a, words + from, i - from);
			from = i;
		}
		right = words[i]->right > right ? words[i]->right : right;
	}
	run_add(runs, a, words + from, n - from);
}

struct pdf_runs pdf_runs_find(const struct pdf_text *t, const struct pdf_page *page, long from,
			      long to, long gap)
{
	struct pdf_runs runs = {0};
	struct pdf_word **words = arena_alloc(t->arena, (page->count + 1) * sizeof(void *));
	size_t n = 0;
	for (size_t i = page->from; i < page->from + page->count; i++)
		if (!t->words[i].gone && t->words[i].base > from && t->words[i].base <= to)
			words[n++] = &t->words[i];
	qsort(words, n, sizeof *words, by_base);
	for (size_t i = 0, k; i < n; i = k) {
		k = i + 1;
		while (k < n && words[k]->base - words[i]->base < t->em * 12 / 100)
			k++;
		line_cut(&runs, t->arena, words + i, k - i, gap);
	}
	return runs;
}

const char *pdf_run_text(struct arena *a, const struct pdf_run *run)
{
	struct buf out = {0};
	for (size_t i = 0; i < run->count; i++) {
		if (i > 0)
			buf_char(&out, ' ');
		buf_text(&out, run->words[i]->text);
	}
	return buf_take(&out, a);
}

static size_t letters(const char *s, const char *set)
{
	return strspn(s, set);
}

/* One letter of a Vietnamese list: a) to y), đ). */
static size_t one_letter(const char *s)
{
	const char *next = s;
	uint32_t c = utf8_next(&next);
	return utf8_is_letter(c) ? (size_t)(next - s) : 0;
}

bool pdf_is_number(const char *s)
{
	bool bracket = *s == '(';
	s += bracket;
	size_t n = letters(s, "0123456789");
	for (size_t k = n; k > 0 && s[n] == '.';) {
		k = letters(s + n + 1, "0123456789");
		n += k > 0 ? k + 1 : 0;
		if (k == 0)
			break;
	}
	if (n == 0 || n > 12)
		n = letters(s, "IVXLC");
	if (n == 0)
		n = one_letter(s);
	if (n == 0)
		return false;
	/* "I.1", "A.2" */
	while (s[n] == '.' && s[n + 1] >= '0' && s[n + 1] <= '9')
		n += 1 + letters(s + n + 1, "0123456789");
	s += n;
	s += letters(s, ".)/:");
	s += bracket && *s == ')';
	return !*s;
}

static int by_block(const void *a, const void *b)
{
	const struct pdf_run *x = *(struct pdf_run *const *)a, *y = *(struct pdf_run *const *)b;
	if (x->words[0]->block != y->words[0]->block)
		return x->words[0]->block < y->words[0]->block ? -1 : 1;
	return x < y ? -1 : x > y;
}

struct pdf_run **pdf_reading_order(struct arena *a, const struct pdf_runs *runs)
{
	struct pdf_run **order = arena_alloc(a, (runs->count + 1) * sizeof(void *));
	for (size_t i = 0; i < runs->count; i++)
		order[i] = &runs->items[i];
	qsort(order, runs->count, sizeof *order, by_block);
	return order;
}
