/* SPDX-License-Identifier: MIT
 * pdftable: where tables begin, go on over pages and end. It knows headings and lines, no rows. */
#include "read/pdftable.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "read/reader.h"

enum {
	TOP = -4 * PDF_LENGTH,
	END = 4 * PDF_LENGTH,
	HEADS = 64 /* of one page */,
	PAGES = 60 /* looked at */
};

struct walk {
	const struct pdf_text *text;
	struct pdf_pieces *pieces;
	struct pdf_table *open; /* the table that may go on */
	bool full;		/* it reached its page's end */
};

static void text_add(struct walk *w, const struct pdf_page *page, long from, long to)
{
	struct pdf_pieces *p = w->pieces;
	if (from >= to)
		return;
	p->items = arena_more(w->text->arena, p->items, p->count, sizeof *p->items);
	p->items[p->count++] = (struct pdf_piece){page, from, to, NULL};
}

static bool has_words(const struct walk *w, const struct pdf_page *page, long from, long to)
{
	for (size_t i = page->from; i < page->from + page->count; i++) {
		const struct pdf_word *word = &w->text->words[i];
		if (!word->gone && word->base > from && word->base <= to)
			return true;
	}
	return false;
}

static bool is_wide(const struct pdf_line *line)
{
	return line->last > line->column;
}

/* A row's number in the first two columns. */
static bool is_number(const struct pdf_line *line)
{
	return line->column < 2 && !is_wide(line) && line->run.count == 1 &&
	       pdf_is_number(line->run.words[0]->text);
}

/* Text of several words where only numbers stand. */
static bool is_foreign(const struct pdf_table *table, const struct pdf_line *line)
{
	long width = table->parts[0].gaps.from[0] - table->head->columns[0].left;
	return line->column == 0 && !is_wide(line) && line->run.count >= 2 &&
	       line->run.right - line->run.left > width * 6 / 10 &&
	       !pdf_is_number(line->run.words[0]->text);
}

/* Behind the last line with a number, or where close words hide that it stands in a column: with the
 * figure that comes next. */
static size_t last_number(const struct pdf_lines *lines)
{
	size_t last = 0;
	long before = 0;
	for (size_t i = 0; i < lines->count; i++) {
		const struct pdf_line *line = &lines->items[i];
		long figure = line->column == 0 ? strtol(line->run.words[0]->text, NULL, 10) : 0;
		bool next =
		    figure > 1 && figure == before + 1 && pdf_is_number(line->run.words[0]->text);
		if (!is_number(line) && !next)
			continue;
		last = i + 1;
		before = figure > 0 ? figure : before;
	}
	return last;
}

/* Does the last heading between rows stand at the page's end, with a number and few lines? */
static bool is_last_group(const struct pdf_lines *lines, size_t i)
{
	const struct pdf_line *line = &lines->items[i];
	bool number = pdf_is_number(line->run.words[0]->text) ||
		      (i > 0 && is_number(line - 1) &&
		       line[-1].run.base > line->run.base - (line->run.base - line->run.top));
	return number && lines->count - i <= 3;
}

/* Does the line go on with the one above, right below it and from the same edge? */
static bool is_below(const struct pdf_text *t, const struct pdf_line *above,
		     const struct pdf_line *line)
{
	return above && line->run.base - above->run.base < t->em * 3 / 2 &&
	       labs(line->run.left - above->run.left) < t->em / 2;
}

/* The base behind which the part holds no more of the table. */
static long part_end(const struct pdf_text *t, const struct pdf_table *table,
		     const struct pdf_part *part)
{
	struct pdf_lines lines = pdf_lines_find(t, table, part);
	size_t i = last_number(&lines);
	long base = i > 0 ? lines.items[i - 1].run.base : part->from;
	const struct pdf_line *group = NULL; /* the last heading between rows, line by line */
	for (; i < lines.count; i++) {
		const struct pdf_line *line = &lines.items[i];
		bool far = base > part->from && line->run.base - base > t->em * 3;
		bool last = !part->followed && is_wide(line) &&
			    (is_last_group(&lines, i) || is_below(t, group, line));
		bool stop =
		    table->numbered && ((is_wide(line) && !last) || is_foreign(table, line));
		if (stop || far)
			return base;
		group = last ? line : NULL;
		base = line->run.base > base ? line->run.base : base;
	}
	return part->to;
}

static long part_add(struct walk *w, struct pdf_part part)
{
	struct pdf_table *table = w->open;
	table->parts = arena_more(w->text->arena, table->parts, table->count, sizeof *table->parts);
	struct pdf_part *p = &table->parts[table->count++];
	*p = part;
	if (table->count <= PAGES) /* later ones say nothing new */
		pdf_columns_find(w->text, table);
	struct pdf_lines lines = pdf_lines_find(w->text, table, p);
	table->numbered = table->numbered || last_number(&lines) > 0;
	p->to = part_end(w->text, table, p);
	w->full = !has_words(w, part.page, p->to, part.to);
	return p->to;
}

/* Is it the open table's heading again? */
static bool is_again(const struct walk *w, const struct pdf_head *head)
{
	return w->open && w->full && pdf_head_same(w->text, w->open->head, head);
}

static void table_begin(struct walk *w, const struct pdf_head *head)
{
	struct pdf_pieces *p = w->pieces;
	w->open = arena_alloc(w->text->arena, sizeof *w->open);
	w->open->head = head;
	p->items = arena_more(w->text->arena, p->items, p->count, sizeof *p->items);
	p->items[p->count++] = (struct pdf_piece){.table = w->open};
}

/* Does the open table go on at the page's top without a heading? Then its end; else `from`. */
static long goes_on(struct walk *w, const struct pdf_page *page, long from, long to)
{
	struct pdf_table *table = w->open;
	struct pdf_part part = {.page = page, .from = from, .to = to, .followed = to < END};
	if (!table || !w->full || !has_words(w, page, from, to))
		return from;
	struct pdf_part *last = &table->parts[table->count - 1];
	part.gaps = last->gaps;
	if (w->text->layout)
		layout_gaps_find(w->text, table, &part, last);
	part.to = part_end(w->text, table, &part);
	struct pdf_lines lines = pdf_lines_find(w->text, table, &part);
	size_t wide = 0;
	for (size_t i = 0; i < lines.count; i++)
		wide += is_wide(&lines.items[i]);
	bool numbered = last_number(&lines) > 0;
	bool rough = w->text->layout && numbered;
	if (lines.count == 0 || (wide * 2 > lines.count && !rough) || (!numbered && wide > 0))
		return from;
	part.to = to;
	return part_add(w, part);
}

/* Lines that begin with a number that stands apart, as in a table's first column. */
static size_t numbers_apart(const struct walk *w, const struct pdf_page *page, long from, long to)
{
	struct pdf_runs runs = pdf_runs_find(w->text, page, from, to, w->text->space);
	const struct pdf_table *table = w->open;
	size_t n = 0;
	for (size_t i = 0; i < runs.count; i++) {
		const struct pdf_run *r = &runs.items[i];
		n += r->count == 1 && pdf_is_number(r->words[0]->text) &&
		     r->right < table->parts[table->count - 1].gaps.to[0] + w->text->em;
	}
	return n;
}

/* Text behind a table that looks like more of it must not get lost in silence. */
static void warn_of_rows(const struct walk *w, const struct pdf_page *page, long from, long to)
{
	if (!w->open || w->open->count == 0 || numbers_apart(w, page, from, to) < 2)
		return;
	findings_add(w->text->findings, (struct place){.file = w->text->document->name},
		     CODE_ROWS_UNREAD, arena_format(w->text->arena, "%ld", page->number), NULL,
		     NULL);
}

static const struct pdf_head *known(const struct walk *w)
{
	return w->open ? w->open->head : NULL;
}

static void page_walk(struct walk *w, const struct pdf_page *page)
{
	long at = TOP;
	bool first = true;
	for (size_t n = 0; n < HEADS; n++) {
		struct pdf_head *head = arena_alloc(w->text->arena, sizeof *head);
		bool found = pdf_head_find(w->text, page, at, known(w), head);
		long to = found ? head->top - 1 : END;
		if (first)
			at = goes_on(w, page, at, to);
		first = false;
		if (has_words(w, page, at, to)) {
			warn_of_rows(w, page, at, to);
			text_add(w, page, at, to);
			w->full = false;
		}
		if (!found)
			return;
		if (!is_again(w, head))
			table_begin(w, head);
		struct pdf_head *next = arena_alloc(w->text->arena, sizeof *next);
		long end = pdf_head_find(w->text, page, head->bottom, known(w), next)
			       ? next->top - 1
			       : END;
		at = part_add(w, (struct pdf_part){.page = page,
						   .head = head,
						   .from = head->bottom,
						   .to = end,
						   .followed = end < END});
	}
}

/* Pages whose heading is the same as that of page i. */
static size_t same_count(const struct pdf_text *t, struct pdf_head *const *heads, size_t i)
{
	size_t n = 0;
	for (size_t k = 0; k < t->page_count && k < i + PAGES; k++)
		n += heads[k] && pdf_head_same(t, heads[i], heads[k]);
	return n;
}

void pdf_known_find(struct pdf_text *t)
{
	struct pdf_head **heads = arena_alloc(t->arena, (t->page_count + 1) * sizeof(void *));
	size_t most = 0;
	for (size_t i = 0; i < t->page_count && i < PAGES; i++) {
		struct pdf_head *head = arena_alloc(t->arena, sizeof *head);
		if (pdf_head_find(t, &t->pages[i], TOP, NULL, head))
			heads[i] = head;
	}
	for (size_t i = 0; i < t->page_count && i < PAGES; i++) {
		size_t n = heads[i] ? same_count(t, heads, i) : 0;
		if (n > most || (n == most && n > 0 && heads[i]->cost < t->known->cost)) {
			most = n;
			t->known = heads[i];
		}
	}
}

struct pdf_pieces pdf_pieces_find(const struct pdf_text *t)
{
	struct pdf_pieces pieces = {0};
	struct walk w = {.text = t, .pieces = &pieces};
	for (size_t i = 0; i < t->page_count; i++)
		page_walk(&w, &t->pages[i]);
	for (size_t i = 0; i < pieces.count; i++)
		if (pieces.items[i].table)
			pdf_columns_find(t, pieces.items[i].table);
	return pieces;
}
