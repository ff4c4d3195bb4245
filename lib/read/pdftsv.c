/* SPDX-License-Identifier: MIT
 * pdftsv: what `pdftotext -tsv` prints, to words with boxes. It knows the twelve columns and nothing
 * of tables. Some versions print ###PAGE###, ###FLOW### and ###LINE### rows: levels 1, 3 and 4. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/pdf.h"
#include "read/pdf_private.h"
#include "read/reader.h"

enum field {
	FIELD_LEVEL,
	FIELD_PAGE,
	FIELD_PAR,
	FIELD_BLOCK,
	FIELD_LEFT = 6,
	FIELD_TOP,
	FIELD_WIDTH,
	FIELD_HEIGHT,
	FIELD_TEXT = 11,
	FIELD_COUNT
};

struct field_text {
	const char *s;
	size_t n;
};

/* The twelve fields; the last one is the rest of the line. */
static bool split(const char *s, size_t n, struct field_text fields[FIELD_COUNT])
{
	for (size_t i = 0; i < FIELD_COUNT; i++) {
		const char *tab = i + 1 < FIELD_COUNT ? memchr(s, '\t', n) : s + n;
		if (!tab)
			return false;
		fields[i] = (struct field_text){s, (size_t)(tab - s)};
		n -= fields[i].n + (i + 1 < FIELD_COUNT);
		s = tab + (i + 1 < FIELD_COUNT);
	}
	return true;
}

/* "-12.345" to hundredths: -1234. False for what is no plain number or longer than any page. */
static bool length_read(struct field_text f, long *length)
{
	bool negative = f.n > 0 && *f.s == '-';
	size_t i = negative, decimals = 0;
	long value = 0;
	bool digits = false, point = false;
	for (; i < f.n; i++) {
		if (f.s[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (f.s[i] < '0' || f.s[i] > '9')
			return false;
		digits = true;
		if (decimals == 2)
			continue;
		decimals += point;
		value = value * 10 + (f.s[i] - '0');
		if (value > PDF_LENGTH)
			return false;
	}
	for (; decimals < 2; decimals++)
		value *= 10;
	*length = negative ? -value : value;
	return digits && value <= PDF_LENGTH;
}

struct reading {
	struct pdf_text *text;
	long page, par, block; /* of the last word */
	long blocks;
	size_t broken;
};

static struct pdf_page *page_of(struct reading *r, long number)
{
	struct pdf_text *t = r->text;
	if (t->page_count > 0 && t->pages[t->page_count - 1].number == number)
		return &t->pages[t->page_count - 1];
	t->pages = arena_more(t->arena, t->pages, t->page_count, sizeof *t->pages);
	struct pdf_page *page = &t->pages[t->page_count++];
	*page = (struct pdf_page){.from = t->count, .number = number};
	return page;
}

static bool box_read(const struct field_text *f, struct pdf_word *word)
{
	long width, height;
	if (!length_read(f[FIELD_LEFT], &word->left) || !length_read(f[FIELD_TOP], &word->top) ||
	    !length_read(f[FIELD_WIDTH], &width) || !length_read(f[FIELD_HEIGHT], &height) ||
	    width < 0 || height < 0)
		return false;
	word->right = word->left + width;
	word->base = word->top + height;
	return true;
}

static bool word_add(struct reading *r, const struct field_text *f, long page_number, long at)
{
	struct pdf_text *t = r->text;
	struct pdf_word word = {.at = at};
	long par, block;
	if (!box_read(f, &word) || !length_read(f[FIELD_PAR], &par) ||
	    !length_read(f[FIELD_BLOCK], &block) ||
	    utf8_check(f[FIELD_TEXT].s, f[FIELD_TEXT].n) != f[FIELD_TEXT].n)
		return false;
	word.text = text_squeeze(t->arena, arena_copy(t->arena, f[FIELD_TEXT].s, f[FIELD_TEXT].n));
	if (!*word.text)
		return true;
	struct pdf_page *page = page_of(r, page_number);
	r->blocks += page_number != r->page || par != r->par || block != r->block;
	r->page = page_number;
	r->par = par;
	r->block = block;
	word.block = r->blocks;
	t->words = arena_more(t->arena, t->words, t->count, sizeof *t->words);
	t->words[t->count++] = word;
	page->count++;
	return true;
}

/* False when the line is none of the kind. */
static bool line_read(struct reading *r, const char *s, size_t n, long at)
{
	struct field_text f[FIELD_COUNT];
	long level, number;
	if (n == 0)
		return true;
	if (!split(s, n, f) || !length_read(f[FIELD_LEVEL], &level) ||
	    !length_read(f[FIELD_PAGE], &number))
		return false;
	if (level == 500)
		return word_add(r, f, number / 100, at);
	struct pdf_word box;
	if (level == 100 && box_read(f, &box)) {
		struct pdf_page *page = page_of(r, number / 100);
		page->width = box.right;
		page->height = box.base;
	}
	return true;
}

static void lines_read(struct reading *r, const struct file_bytes *bytes)
{
	const char *s = bytes->bytes, *end = s + bytes->size;
	for (long at = 1; s < end && r->text->count < PDF_WORDS; at++) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop ? stop : end) - s);
		if (at > 1 && !line_read(r, s, n > 0 && s[n - 1] == '\r' ? n - 1 : n, at))
			r->broken++;
		s += n + 1;
	}
}

struct grid *pdftsv_read(struct arena *a, const struct document *document,
			 struct findings *findings)
{
	struct pdf_text text = {
	    .arena = a, .format = "pdf-tsv", .document = document, .findings = findings};
	struct reading r = {.text = &text};
	lines_read(&r, &document->bytes);
	struct place whole = {.file = document->name};
	if (r.broken > 0)
		findings_add(findings, whole, CODE_WORDS_UNREADABLE,
			     arena_format(a, "%zu", r.broken), NULL, NULL);
	if (text.count == 0) {
		findings_add(findings, whole, CODE_DOCUMENT_SCANNED, NULL, NULL, NULL);
		return NULL;
	}
	if (text.count >= PDF_WORDS) {
		findings_add(findings, whole, CODE_FILE_LARGE, arena_format(a, "%d", PDF_WORDS),
			     NULL, NULL);
		return NULL;
	}
	return pdf_grid(&text);
}
