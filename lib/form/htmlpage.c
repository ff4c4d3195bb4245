/* SPDX-License-Identifier: MIT
 * htmlpage: the page itself: its head, headings, key figures and tables. How things look is in
 * htmlstyle, what is drawn in htmlbars, htmltimeline and htmllines. */
#include "form/htmlpage.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/htmlparts.h"

enum {
	LONG_TEXT = 32,	  /* characters: a column of such texts gets room to be read */
	WIDE_TEXTS = 6,	  /* columns: more, with two of long texts among them, or so many */
	WIDE_NUMBERS = 12 /* of any kind, need the paper turned sideways */
};

static void put_line(FILE *out, const char *class, const char *text)
{
	if (!text || !*text)
		return;
	fprintf(out, "<p class=\"%s\">", class);
	html_text(out, text);
	fputs("</p>\n", out);
}

/* The policy makes sure that nothing is ever fetched and no script runs, whatever is in a text. */
void page_open(struct page *page, const struct page_head *head)
{
	FILE *out = page->out;
	fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
		words_pick("en", "vi"));
	fputs("<meta http-equiv=\"Content-Security-Policy\" "
	      "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
	      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	      "<meta name=\"color-scheme\" content=\"light dark\">\n"
	      "<link rel=\"icon\" href=\"data:,\">\n<title>",
	      out);
	html_text(out, head->title);
	fputs("</title>\n<style>\n", out);
	for (size_t i = 0; html_style[i]; i++)
		fputs(html_style[i], out);
	fputs("</style>\n</head>\n<body>\n", out);
	html_definitions(out);
	fputs("<header>\n<h1>", out);
	html_text(out, head->title);
	fputs("</h1>\n", out);
	put_line(out, "subtitle", head->subtitle);
	put_line(out, "window", head->window);
	fputs("</header>\n<main>\n", out);
}

static void close_section(struct page *page)
{
	if (page->in_section)
		fputs("</section>\n", page->out);
	page->in_section = false;
}

void page_close(struct page *page)
{
	close_section(page);
	fputs("</main>\n</body>\n</html>\n", page->out);
}

void page_section(struct page *page, const char *heading)
{
	close_section(page);
	unsigned id = ++page->serial;
	fprintf(page->out, "<section aria-labelledby=\"h%u\">\n<h2 id=\"h%u\">", id, id);
	html_text(page->out, heading);
	fputs("</h2>\n", page->out);
	page->in_section = true;
}

void page_note(struct page *page, const char *text)
{
	put_line(page->out, "note", text);
}

void html_nothing(FILE *out)
{
	put_line(out, "note", words_pick("There is nothing to show.", "Không có dữ liệu."));
}

/* ---- key figures ---- */

static void put_figure(FILE *out, const struct page_figure *figure)
{
	const struct cell number = {CELL_NUMBER, figure->number ? figure->number : ""};
	struct arena *a = arena_new();
	fputs("<div><dt>", out);
	if (figure->status)
		html_swatch(out, html_look(figure->status, 0));
	fputs("<span class=\"cap\">", out);
	html_text(out, figure->label);
	fputs("</span></dt><dd class=\"number\">", out);
	html_text(out, sheet_shown(a, &number));
	if (figure->unit) {
		fputs("<span class=\"unit\">\xc2\xa0", out);
		html_text(out, figure->unit);
		fputs("</span>", out);
	}
	fputs("</dd>", out);
	if (figure->share) {
		fputs("<dd class=\"share\">", out);
		html_text(out, figure->share);
		fputs("</dd>", out);
	}
	fputs("</div>\n", out);
	arena_free(a);
}

void page_figures(struct page *page, const struct page_figure *figures, size_t count)
{
	if (!count)
		return;
	fputs("<dl class=\"figures\">\n", page->out);
	for (size_t i = 0; i < count; i++)
		put_figure(page->out, &figures[i]);
	fputs("</dl>\n", page->out);
}

/* ---- tables ---- */

/* "number", "date", "long" or "short": how the cells of a column are set. */
static const char *column_class(const struct sheet *s, size_t column)
{
	bool numbers = true, dates = true, any = false;
	size_t longest = 0;
	for (size_t r = 0; r < s->count; r++) {
		const struct cell *c = &s->rows[r][column];
		if (c->kind == CELL_EMPTY || !c->text)
			continue;
		size_t n = strlen(c->text), length = utf8_count(c->text, n);
		any = true;
		numbers = numbers && c->kind == CELL_NUMBER;
		dates = dates && c->kind == CELL_DATE;
		longest = length > longest ? length : longest;
	}
	if (any && numbers)
		return "number";
	if (any && dates)
		return "date";
	return longest > LONG_TEXT ? "long" : "short";
}

static void put_row(FILE *out, const struct sheet *s, const char *const *classes, size_t row)
{
	struct arena *a = arena_new();
	fputs("<tr>", out);
	for (size_t i = 0; i < s->width; i++) {
		fprintf(out, i ? "<td class=\"%s\">" : "<th scope=\"row\" class=\"%s\">",
			classes[i]);
		html_text(out, html_shown(a, s, row, i));
		fputs(i ? "</td>" : "</th>", out);
	}
	fputs("</tr>\n", out);
	arena_free(a);
}

static void put_headings(FILE *out, const struct sheet *s, const char *const *classes)
{
	fputs("<thead><tr>", out);
	for (size_t i = 0; i < s->width; i++) {
		fprintf(out, "<th scope=\"col\" class=\"%s\">", classes[i]);
		html_text(out, html_heading(s->columns[i]));
		fputs("</th>", out);
	}
	fputs("</tr></thead>\n<tbody>\n", out);
}

static bool is_wide(const char *const *classes, size_t count)
{
	size_t texts = 0;
	for (size_t i = 0; i < count; i++)
		texts += strcmp(classes[i], "long") == 0;
	return count > WIDE_NUMBERS || (count > WIDE_TEXTS && texts > 1);
}

/* A table that is wider than the window moves within a region of its own, which the keyboard can
 * reach. */
void page_table(struct page *page, const struct sheet *sheet, const char *caption)
{
	FILE *out = page->out;
	unsigned id = ++page->serial;
	if (!sheet || !sheet->count || !sheet->width) {
		put_line(out, "caption", caption);
		html_nothing(out);
		return;
	}
	struct arena *a = arena_new();
	const char **classes = arena_alloc(a, sheet->width * sizeof *classes);
	for (size_t i = 0; i < sheet->width; i++)
		classes[i] = column_class(sheet, i);
	fprintf(out,
		"<div class=\"scroll%s\" role=\"region\" aria-labelledby=\"t%u\" tabindex=\"0\">\n"
		"<table>\n<caption id=\"t%u\">",
		is_wide(classes, sheet->width) ? " wide" : "", id, id);
	html_text(out, caption);
	fputs("</caption>\n", out);
	put_headings(out, sheet, classes);
	for (size_t r = 0; r < sheet->count; r++)
		put_row(out, sheet, classes, r);
	fputs("</tbody>\n</table>\n</div>\n", out);
	arena_free(a);
}

/* ---- pictures ---- */

void html_figure_open(struct page *page, const char *class, const char *caption)
{
	unsigned id = ++page->serial;
	fprintf(page->out, "<figure class=\"%s\" aria-labelledby=\"f%u\">\n<figcaption id=\"f%u\">",
		class, id, id);
	html_text(page->out, caption);
	fputs("</figcaption>\n", page->out);
}

void html_figure_close(struct page *page)
{
	fputs("</figure>\n", page->out);
}
