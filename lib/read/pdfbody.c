/* SPDX-License-Identifier: MIT
 * pdfbody: text beside tables to paragraphs, and the furniture of pages. It knows lines and their
 * places, and no tables. */
#include "read/pdfbody.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/reader.h"

/* "3", "- 3 -", "Trang 3/12" */
static bool is_page_number(struct arena *a, const struct pdf_run *run)
{
	const char *s = text_key(a, pdf_run_text(a, run));
	if (strncmp(s, "trang ", 6) == 0)
		s += 6;
	if (strncmp(s, "page ", 5) == 0)
		s += 5;
	size_t n = strspn(s, "0123456789");
	return n > 0 && n <= 4 && strspn(s, "0123456789 /") == strlen(s) && run->count <= 4;
}

/* Is it the number of this very page, or of one beside it? */
static bool is_its_number(const struct pdf_page *page, const struct pdf_run *run)
{
	const char *s = run->words[0]->text;
	return run->count == 1 && labs(strtol(s, NULL, 10) - page->number) <= 1;
}

static void run_drop(const struct pdf_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		run->words[i]->gone = true;
}

/* A page's first and last line, when it is one run. */
struct edge {
	struct pdf_run *run; /* NULL: several runs, or no words */
	const char *key;     /* digits as 0 */
};

static struct edge edge_of(struct arena *a, struct pdf_runs *runs, bool last)
{
	struct edge edge = {0};
	if (runs->count == 0)
		return edge;
	size_t i = last ? runs->count - 1 : 0, next = last ? i - 1 : 1;
	struct pdf_run *run = &runs->items[i];
	if (runs->count > 1 &&
	    labs(runs->items[next].base - run->base) < (run->base - run->top) / 2)
		return edge;
	edge.run = run;
	char *key = text_key(a, pdf_run_text(a, run));
	for (char *s = key; *s; s++)
		if (*s >= '0' && *s <= '9')
			*s = '0';
	edge.key = key;
	return edge;
}

/* Is the run about the middle of the page, or right of it? Numbers of rows stand at the left. */
static bool is_inside(const struct pdf_runs *runs, const struct pdf_run *run)
{
	long left = run->left, right = run->right;
	for (size_t i = 0; i < runs->count; i++) {
		left = runs->items[i].left < left ? runs->items[i].left : left;
		right = runs->items[i].right > right ? runs->items[i].right : right;
	}
	return run->left - left > (right - left) / 4 || run->left == left;
}

static bool same_edge(const struct edge *a, const struct edge *b, long em)
{
	return a->run && b->run && text_same(a->key, b->key) &&
	       labs(a->run->base - b->run->base) < em && labs(a->run->left - b->run->left) < em;
}

/* Headings of tables come again on each page too. */
static bool is_in_head(const struct pdf_text *t, const struct pdf_page *page,
		       const struct pdf_run *run)
{
	struct pdf_head head;
	return pdf_head_find(t, page, -4 * PDF_LENGTH, NULL, &head) &&
	       run->base >= head.top - t->em / 4 && run->base <= head.bottom;
}

/* Lines that stand at the same place of three pages one after the other. */
static void repeated_drop(struct pdf_text *t, const struct edge *edges, const char **said)
{
	for (size_t i = 0; i + 2 < t->page_count; i++) {
		if (!same_edge(&edges[i], &edges[i + 1], t->em) ||
		    !same_edge(&edges[i], &edges[i + 2], t->em) ||
		    is_in_head(t, &t->pages[i], edges[i].run))
			continue;
		*said = pdf_run_text(t->arena, edges[i].run);
		for (size_t k = i; k < i + 3; k++)
			run_drop(edges[k].run);
	}
}

static bool edges_drop(struct pdf_text *t, bool last)
{
	struct edge *edges = arena_alloc(t->arena, (t->page_count + 1) * sizeof *edges);
	bool numbers = false;
	for (size_t i = 0; i < t->page_count; i++) {
		struct pdf_runs *runs = arena_alloc(t->arena, sizeof *runs);
		*runs = pdf_runs_find(t, &t->pages[i], -4 * PDF_LENGTH, 4 * PDF_LENGTH, t->em * 2);
		edges[i] = edge_of(t->arena, runs, last);
		if (edges[i].run && runs->count > 1 && is_page_number(t->arena, edges[i].run) &&
		    is_inside(runs, edges[i].run) &&
		    (is_its_number(&t->pages[i], edges[i].run) ||
		     !is_in_head(t, &t->pages[i], edges[i].run))) {
			run_drop(edges[i].run);
			edges[i].run = NULL;
			numbers = true;
		}
	}
	const char *said = NULL;
	repeated_drop(t, edges, &said);
	if (said)
		findings_add(t->findings, (struct place){.file = t->document->name}, CODE_PAGE_EDGE,
			     said, NULL, NULL);
	return numbers || said;
}

void pdf_furniture_drop(struct pdf_text *t)
{
	for (size_t n = 0; n < 3 && edges_drop(t, false); n++)
		;
	for (size_t n = 0; n < 3 && edges_drop(t, true); n++)
		;
}

/* A paragraph that grows line by line. */
struct paragraph {
	struct buf text;
	long block, left, right, base, leading, at;
	size_t lines;
};

static void paragraph_end(struct arena *a, struct gridmaker *m, struct paragraph *p)
{
	if (p->lines > 0)
		maker_paragraph(m, p->at, buf_take(&p->text, a));
	*p = (struct paragraph){0};
}

/* Ends the line a sentence, or a name for itself? */
static bool begins_anew(const struct pdf_word *word)
{
	const char *s = word->text;
	uint32_t c = utf8_next(&s);
	return c == '-' || c == '+' || c == 0x2022 || pdf_is_number(word->text);
}

/* Does the run go on with the paragraph? It stands right below, is no further in, and the line above
 * had no room for its first word. */
static bool is_next(const struct pdf_text *t, const struct paragraph *p, const struct pdf_run *run,
		    long right)
{
	const struct pdf_word *word = run->words[0];
	if (p->lines == 0 || word->block != p->block || run->base - p->base > t->em * 9 / 5 ||
	    run->base <= p->base || begins_anew(word))
		return false;
	if (p->lines > 1 && run->left - p->left > t->em)
		return false;
	return p->right + (word->right - word->left) + t->em / 4 > right - t->em / 4;
}

void pdf_body_add(const struct pdf_text *t, struct gridmaker *m, const struct pdf_page *page,
		  long from, long to)
{
	struct pdf_runs runs = pdf_runs_find(t, page, from, to, t->em * 3 / 2);
	struct paragraph p = {0};
	/* in reading order: by blocks, each from top to bottom */
	struct pdf_run **order = pdf_reading_order(t->arena, &runs);
	long right = 0, block = -1;
	for (size_t i = 0; i < runs.count; i++) {
		const struct pdf_run *run = order[i];
		if (run->words[0]->block != block) {
			block = run->words[0]->block;
			right = 0;
			for (size_t k = i; k < runs.count && order[k]->words[0]->block == block;
			     k++)
				right = order[k]->right > right ? order[k]->right : right;
		}
		if (!is_next(t, &p, run, right)) {
			paragraph_end(t->arena, m, &p);
			p.at = run->words[0]->at;
			p.block = block;
		}
		buf_text(&p.text, p.lines > 0 ? " " : "");
		buf_text(&p.text, pdf_run_text(t->arena, run));
		p.left = run->left;
		p.right = run->right;
		p.base = run->base;
		p.lines++;
	}
	paragraph_end(t->arena, m, &p);
}
