/* SPDX-License-Identifier: MIT
 * pdfcolumn: where a table's columns part, and which column each line of a cell is in. It knows
 * the headings' places and the words' boxes, and nothing of rows. */
#include <string.h>

#include "base/arena.h"
#include "read/pdf_private.h"

enum { BINS = 4096, FEW = 12 /* words over a strip that may be of other text */ };

/* How many words lie over each strip of the table's width. */
struct cover {
	long left, width; /* of the table */
	unsigned count[BINS];
};

static size_t bin_of(const struct cover *c, long x)
{
	long at = (x - c->left) * BINS / c->width;
	return at < 0 ? 0 : at >= BINS ? BINS - 1 : (size_t)at;
}

static long bin_left(const struct cover *c, size_t bin)
{
	return c->left + (long)bin * c->width / BINS;
}

static void cover_box(struct cover *c, long left, long right, unsigned weight)
{
	size_t to = bin_of(c, right);
	for (size_t i = bin_of(c, left) + 1; i < to; i++)
		c->count[i] += weight;
}

static long middle(const struct pdf_heading *h)
{
	return (h->left + h->right) / 2;
}

/* Columns whose headings' middle the box from left to right lies over. */
static size_t middles_over(const struct pdf_head *head, long left, long right)
{
	size_t n = 0;
	for (size_t i = 0; i < head->count; i++)
		n += middle(&head->columns[i]) > left && middle(&head->columns[i]) < right;
	return n;
}

/* Is the line of runs from i on one of text that minds no columns? */
static bool is_across(const struct pdf_head *head, const struct pdf_runs *runs, size_t i)
{
	const struct pdf_run *r = &runs->items[i];
	return middles_over(head, r->left, r->right) >= 2;
}

static void cover_part(const struct pdf_text *t, const struct pdf_table *table,
		       const struct pdf_part *part, struct cover *c)
{
	struct pdf_runs runs = pdf_runs_find(t, part->page, part->from, part->to, t->space);
	for (size_t i = 0; i < runs.count; i++) {
		const struct pdf_run *r = &runs.items[i];
		if (is_across(table->head, &runs, i))
			continue;
		for (size_t k = 0; k < r->count; k++)
			cover_box(c, r->words[k]->left, r->words[k]->right, 1);
	}
}

static void cover_head(const struct pdf_head *head, struct cover *c)
{
	for (size_t i = 0; i < head->count; i++)
		for (size_t k = 0; k < head->columns[i].count; k++)
			cover_box(c, head->columns[i].runs[k].left, head->columns[i].runs[k].right,
				  1000);
}

/* The widest strip with at most so many words over it: its first bin and how many. */
static size_t strip_find(const struct cover *c, size_t from, size_t to, unsigned most, size_t *at)
{
	size_t best = 0, start = from;
	for (size_t i = from; i <= to; i++) {
		if (c->count[i] > most)
			start = i + 1;
		else if (i + 1 - start > best) {
			best = i + 1 - start;
			*at = start;
		}
	}
	return best;
}

/* The widest strip with the fewest words over it. One that is but a chink may be so by chance, where
 * text below the table lies over the true one: then a few words more are allowed. */
static void gap_find(const struct cover *c, size_t from, size_t to, long em, long *left,
		     long *right)
{
	unsigned least = c->count[from];
	for (size_t i = from; i <= to; i++)
		least = c->count[i] < least ? c->count[i] : least;
	size_t at = from, other = from;
	size_t best = strip_find(c, from, to, least, &at);
	size_t looser = strip_find(c, from, to, least + FEW, &other);
	long chink = bin_left(c, at + best) - bin_left(c, at);
	long wide = bin_left(c, other + looser) - bin_left(c, other);
	if (chink < em / 10 && wide > em / 3) {
		at = other;
		best = looser;
	}
	*left = bin_left(c, at);
	*right = bin_left(c, at + best);
}

static void gaps_find(const struct pdf_text *t, const struct pdf_table *table,
		      struct pdf_gaps *gaps)
{
	struct cover *c = arena_alloc(t->arena, sizeof *c);
	const struct pdf_head *head = table->head;
	c->left = head->columns[0].left - t->em * 4;
	c->width = head->columns[head->count - 1].right + t->em * 4 - c->left;
	if (c->width < 1)
		c->width = 1;
	for (size_t i = 0; i < table->count; i++) {
		cover_part(t, table, &table->parts[i], c);
		if (table->parts[i].head)
			cover_head(table->parts[i].head, c);
	}
	for (size_t i = 0; i + 1 < head->count; i++)
		gap_find(c, bin_of(c, middle(&head->columns[i])),
			 bin_of(c, middle(&head->columns[i + 1])), t->em, &gaps->from[i],
			 &gaps->to[i]);
}

void pdf_columns_find(const struct pdf_text *t, struct pdf_table *table)
{
	table->columns = table->head->count;
	if (t->layout) {
		size_t headed = 0;
		for (size_t i = 0; i < table->count; i++) {
			headed = table->parts[i].head ? i : headed;
			layout_gaps_find(t, table, &table->parts[i],
					 i > 0 ? &table->parts[headed] : NULL);
		}
		return;
	}
	struct pdf_gaps gaps = {0};
	gaps_find(t, table, &gaps);
	for (size_t i = 0; i < table->count; i++)
		table->parts[i].gaps = gaps;
}

/* Kinds of numbers: a letter, small or not, a Roman figure, figures with so many points. */
enum { SMALL, LETTER, ROMAN, FIGURES, KINDS = FIGURES + 4 };

static size_t kind_of_number(const char *s)
{
	s += *s == '(';
	if (*s < '0' || *s > '9')
		return strchr("IVXLC", *s) ? ROMAN : *s >= 'A' && *s <= 'Z' ? LETTER : SMALL;
	size_t points = 0;
	for (; *s; s++)
		points += *s == '.' && s[1] >= '0' && s[1] <= '9';
	return FIGURES + (points < 3 ? points : 3);
}

/* What the lines of a part are told to columns by. */
struct sorting {
	const struct pdf_text *text;
	const struct pdf_gaps *gaps;
	size_t columns;
	struct pdf_lines *lines;
	long wide_left, wide_base; /* of the last line's text over several columns */
	long rows[KINDS]; /* by kind of number: > 0 where lines with gaps are no exception */
	bool in_row;	  /* the line at hand begins with such a number */
};

static size_t column_of(const struct sorting *s, const struct pdf_word *word)
{
	size_t i = 0;
	long x = word->left / 2 + word->right / 2;
	while (i + 1 < s->columns && x > (s->gaps->from[i] + s->gaps->to[i]) / 2)
		i++;
	return i;
}

/* Does the word lie well over the border behind column i: over all of a narrow gap, over much of a
 * wide one? */
static bool crosses(const struct sorting *s, size_t i, const struct pdf_word *word)
{
	long from = s->gaps->from[i], to = s->gaps->to[i], em = s->text->em;
	if (to - from < em)
		return word->left < from - em / 3 && word->right > to + em / 3;
	long left = word->left > from ? word->left : from;
	long right = word->right < to ? word->right : to;
	return right - left > em * 2 / 3;
}

/* Does it reach over an edge of column i? */
static bool reaches_over(const struct sorting *s, size_t i, const struct pdf_word *word)
{
	return (i + 1 < s->columns && word->right > s->gaps->to[i]) ||
	       (i > 0 && word->left < s->gaps->from[i - 1]);
}

/* Do words i - 1 and i of a cell's line in layout text stand so far apart as two columns do? */
static bool is_loose(const struct sorting *s, struct pdf_word **words, size_t i)
{
	return s->text->layout && i > 0 &&
	       words[i]->left - words[i - 1]->right > s->text->space * 5 / 4;
}

static struct pdf_line *line_add(const struct sorting *s, struct pdf_word **words, size_t n,
				 bool wide)
{
	struct pdf_line line = {.run = {.words = words,
					.count = n,
					.left = words[0]->left,
					.right = words[0]->right,
					.top = words[0]->top,
					.base = words[0]->base}};
	for (size_t i = 0; i < n; i++) {
		struct pdf_run *r = &line.run;
		r->right = words[i]->right > r->right ? words[i]->right : r->right;
		r->top = words[i]->top < r->top ? words[i]->top : r->top;
		r->base = words[i]->base > r->base ? words[i]->base : r->base;
		if (!wide &&
		    (reaches_over(s, column_of(s, words[i]), words[i]) || is_loose(s, words, i)))
			line.unsure = true;
	}
	line.column = column_of(s, words[0]);
	line.last = wide ? column_of(s, words[n - 1]) : line.column;
	if (wide && line.last == line.column) { /* one word */
		if (line.last + 1 < s->columns)
			line.last++;
		else
			line.column--;
	}
	struct pdf_lines *lines = s->lines;
	lines->items = arena_more(s->text->arena, lines->items, lines->count, sizeof *lines->items);
	lines->items[lines->count] = line;
	return &lines->items[lines->count++];
}

/* Do words k - 1 and k, on the two sides of borders, leave free the strips that all others do? */
static bool minds_strips(const struct sorting *s, struct pdf_word **words, size_t k)
{
	long slack = s->text->em / 20;
	for (size_t c = column_of(s, words[k - 1]); c < column_of(s, words[k]); c++)
		if (words[k - 1]->right > s->gaps->from[c] + slack ||
		    words[k]->left < s->gaps->to[c] - slack)
			return false;
	return true;
}

/* Do the words [i, end) go on over two borders with nothing but blanks between them, and not as if
 * they were in columns? */
static bool flows(const struct sorting *s, struct pdf_word **words, size_t i, size_t end)
{
	size_t borders = 0, minded = 0;
	for (size_t k = i + 1; k < end; k++) {
		if (words[k]->left - words[k - 1]->right > s->text->space)
			return false;
		if (column_of(s, words[k]) == column_of(s, words[k - 1]))
			continue;
		borders++;
		minded += minds_strips(s, words, k);
	}
	return borders >= 2 && minded < borders;
}

/* The words of a wide line from i on: up to a gap, or up to a border that no word lies over and
 * that is wider than blanks are. */
static size_t wide_end(const struct sorting *s, struct pdf_word **words, size_t i, size_t n,
		       bool *wide)
{
	size_t k = i;
	*wide = false;
	for (; k < n; k++) {
		long gap = k > i ? words[k]->left - words[k - 1]->right : 0;
		bool border = k > i && column_of(s, words[k]) != column_of(s, words[k - 1]);
		if (gap > s->text->space * 5 / 2 || (border && gap > s->text->space * 5 / 4))
			break;
		for (size_t c = 0; c + 1 < s->columns; c++)
			if (crosses(s, c, words[k]))
				*wide = true;
	}
	*wide = *wide || (!s->in_row && flows(s, words, i, k));
	return k;
}

/* Does the run begin right below the text of a line over several columns? */
static bool wide_goes_on(const struct sorting *s, const struct pdf_run *run)
{
	long off = run->left - s->wide_left;
	return s->text->layout && s->wide_base > 0 &&
	       run->base - s->wide_base <= s->text->em * 13 / 10 && off <= s->text->em &&
	       off >= -s->text->em;
}

/* In layout text cells close to each other push their words about: then only a line that begins with
 * a number or right below such a line, and has nothing beside one run, is taken for one over several
 * columns. */
static bool may_be_wide(const struct sorting *s, const struct pdf_run *run, size_t i, size_t end)
{
	if (!s->text->layout)
		return true;
	return end == run->count &&
	       (i == 0 ? column_of(s, run->words[0]) == 0 || wide_goes_on(s, run)
		       : i == 1 && pdf_is_number(run->words[0]->text));
}

static void note_wide(struct sorting *s, const struct pdf_run *run, size_t i)
{
	i += i + 1 < run->count && pdf_is_number(run->words[i]->text);
	s->wide_left = run->words[i]->left;
	s->wide_base = run->base;
}

/* Do words i - 1 and i of a line stand so close that the border between them is a guess? */
static bool is_tight(const struct sorting *s, const struct pdf_run *run, size_t i)
{
	return s->text->layout && i > 0 && i < run->count &&
	       run->words[i]->left - run->words[i - 1]->right <= s->text->space * 5 / 4;
}

static void run_split(struct sorting *s, const struct pdf_run *run)
{
	const char *first = run->words[0]->text;
	s->in_row = pdf_is_number(first) && s->rows[kind_of_number(first)] > 0;
	for (size_t i = 0; i < run->count;) {
		bool wide;
		size_t end = wide_end(s, run->words, i, run->count, &wide);
		if (end == run->count && i == 0 && wide_goes_on(s, run))
			wide = column_of(s, run->words[end - 1]) != column_of(s, run->words[0]);
		if (wide && !may_be_wide(s, run, i, end))
			wide = false;
		if (!wide) {
			end = i + 1;
			while (end < run->count &&
			       column_of(s, run->words[end]) == column_of(s, run->words[i]))
				end++;
		}
		struct pdf_line *line = line_add(s, run->words + i, end - i, wide);
		if (wide)
			note_wide(s, run, i);
		if (is_tight(s, run, i) || is_tight(s, run, end) || (wide && s->text->layout))
			line->unsure = true;
		i = end;
	}
}

/* Which kinds of numbers are those of rows: their lines often have gaps. */
static void rows_learn(struct sorting *s, const struct pdf_runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		const struct pdf_run *run = &runs->items[i];
		bool wide;
		if (run->count < 2 || !pdf_is_number(run->words[0]->text) ||
		    column_of(s, run->words[1]) == column_of(s, run->words[0]))
			continue;
		size_t end = wide_end(s, run->words, 1, run->count, &wide);
		s->rows[kind_of_number(run->words[0]->text)] += end < run->count ? 1
								: wide		 ? -1
										 : 0;
	}
}

struct pdf_lines pdf_lines_find(const struct pdf_text *t, const struct pdf_table *table,
				const struct pdf_part *part)
{
	struct pdf_lines lines = {0};
	struct sorting s = {t, &part->gaps, table->columns, &lines, 0, 0, {0}, false};
	struct pdf_runs runs = pdf_runs_find(t, part->page, part->from, part->to, 4L * PDF_LENGTH);
	rows_learn(&s, &runs);
	for (size_t i = 0; i < runs.count; i++)
		run_split(&s, &runs.items[i]);
	return lines;
}
