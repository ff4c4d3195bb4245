/* SPDX-License-Identifier: MIT
 * layout: what `pdftotext -layout` prints, to words with boxes: a character is half an em wide, a
 * line 1.2 em high. It knows blanks, lines and form feeds, and nothing of tables. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/pdf_private.h"
#include "read/reader.h"

enum { CHARACTER = 500, LINE = 1200, HEIGHT = 1000, TAB = 8 };

struct place_on_page {
	long column, line; /* from 0 */
};

static void word_add(struct pdf_text *t, const char *s, size_t n, const struct place_on_page *from,
		     long to, long at)
{
	const char *text = text_squeeze(t->arena, arena_copy(t->arena, s, n));
	if (!*text || from->line > PDF_LENGTH / LINE || to > PDF_LENGTH / CHARACTER)
		return;
	struct pdf_page *page = &t->pages[t->page_count - 1];
	t->words = arena_more(t->arena, t->words, t->count, sizeof *t->words);
	t->words[t->count++] = (struct pdf_word){
	    .text = text,
	    .left = from->column * CHARACTER,
	    .right = to * CHARACTER,
	    .top = from->line * LINE + LINE - HEIGHT,
	    .base = (from->line + 1) * LINE,
	    .at = at,
	};
	page->count++;
}

/* The words of one line; poppler counts a character a column, a combining mark too. */
static void line_read(struct pdf_text *t, const char *s, const char *end, long line, long at)
{
	struct place_on_page from = {0, line};
	const char *word = NULL;
	long column = 0;
	while (s < end && t->count < PDF_WORDS) {
		const char *next = s;
		uint32_t c = utf8_next(&next);
		if (utf8_is_blank(c)) {
			if (word)
				word_add(t, word, (size_t)(s - word), &from, column, at);
			word = NULL;
			column += c == '\t' ? TAB - column % TAB : 1;
		} else {
			if (!word)
				from.column = column;
			word = word ? word : s;
			column++;
		}
		s = next;
	}
	if (word)
		word_add(t, word, (size_t)(end - word), &from, column, at);
}

static void page_add(struct pdf_text *t)
{
	t->pages = arena_more(t->arena, t->pages, t->page_count, sizeof *t->pages);
	t->pages[t->page_count] =
	    (struct pdf_page){.from = t->count, .number = (long)t->page_count + 1};
	t->page_count++;
}

static void text_read_pages(struct pdf_text *t, const char *s, const char *end)
{
	long line = 0;
	page_add(t);
	for (long at = 1; s < end; at++) {
		for (; s < end && *s == '\f'; s++) {
			page_add(t);
			line = 0;
		}
		const char *stop = s;
		while (stop < end && *stop != '\n' && *stop != '\f')
			stop++;
		line_read(t, s, stop, line++, at);
		s = stop < end && *stop == '\n' ? stop + 1 : stop;
		at -= stop < end && *stop == '\f';
	}
}

/* The text as it is where it is UTF-8: combining marks count as columns. Another encoding is decoded
 * first. False after one finding. */
static bool bytes_of(struct arena *a, const struct document *document, struct findings *findings,
		     struct file_bytes *bytes)
{
	*bytes = document->bytes;
	if (utf8_check(bytes->bytes, bytes->size) != bytes->size)
		return charset_text(a, document, true, findings, bytes);
	if (bytes->size >= 3 && memcmp(bytes->bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes->bytes += 3;
		bytes->size -= 3;
	}
	return true;
}

struct grid *layout_read(struct arena *a, const struct document *document,
			 struct findings *findings)
{
	struct file_bytes bytes;
	if (!bytes_of(a, document, findings, &bytes))
		return NULL;
	struct pdf_text text = {.arena = a,
				.format = "layout",
				.document = document,
				.findings = findings,
				.layout = true};
	text_read_pages(&text, bytes.bytes, bytes.bytes + bytes.size);
	struct place whole = {.file = document->name};
	if (text.count == 0 || text.count >= PDF_WORDS) {
		findings_add(findings, whole,
			     text.count == 0 ? CODE_DOCUMENT_SCANNED : CODE_FILE_LARGE,
			     arena_format(a, "%d", PDF_WORDS), NULL, NULL);
		return NULL;
	}
	return pdf_grid(&text);
}
