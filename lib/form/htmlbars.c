/* SPDX-License-Identifier: MIT
 * htmlbars: looks (a colour with a pattern of its own) and stacked bars. Lengths are shares of
 * the picture's width, so that it fits a phone and a sheet of paper without being drawn anew. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "form/htmlparts.h"

/* By number: the colour is --k0, --k1 … of the style sheet, the pattern these strokes on it. */
static const struct {
	const char *status;
	const char *strokes; /* path in a square of 8; NULL: none */
	const char *dots;    /* radius; NULL: none */
} looks[LOOKS] = {
    {"done-on-time", NULL, NULL},
    {"in-progress", "M-2 2L2-2M0 8L8 0M6 10L10 6", NULL},
    {"not-started", NULL, "1.2"},
    {"done-late", "M0 4H8", NULL},
    {"in-progress-overdue", "M-2 6L2 10M0 0L8 8M6-2L10 2", NULL},
    {"not-started-overdue", "M0 0L8 8M8 0L0 8", NULL},
    {"done", "M4 0V8", NULL},
    {"waiting", NULL, "2.2"},
    {"ongoing", "M0 4H8M4 0V8", NULL},
    {"recurring", "M0 2L4 6L8 2", NULL},
    {"no-date", "M0 2H8M0 6H8", NULL},
    {"invalid-date", "M2 0V8M6 0V8", NULL},
    {"cancelled", "M2 2H6V6H2Z", NULL},
};

unsigned html_look(const char *code, size_t order)
{
	for (unsigned i = 0; i < LOOKS; i++)
		if (strcmp(looks[i].status, code) == 0)
			return i;
	return (unsigned)(order % LOOKS);
}

static void put_pattern(FILE *out, unsigned i)
{
	fprintf(out,
		"<pattern id=\"p%u\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
		"<rect class=\"c%u\" width=\"8\" height=\"8\"/>",
		i, i);
	if (looks[i].strokes)
		fprintf(out, "<path class=\"ink\" d=\"%s\"/>", looks[i].strokes);
	if (looks[i].dots)
		fprintf(out, "<circle class=\"dot\" cx=\"4\" cy=\"4\" r=\"%s\"/>", looks[i].dots);
	fputs("</pattern>\n", out);
}

void html_definitions(FILE *out)
{
	/* Marks of points and days, drawn about their own middle. */
	static const char *const marks[] = {"M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z",
					    "M-4-4H4V4H-4Z",
					    "M0-5L5 4H-5Z",
					    "M0-5L5 0L0 5L-5 0Z",
					    "M-5-4H5L0 5Z",
					    "M-5-1.5H-1.5V-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5Z"};
	fputs("<svg class=\"defs\" aria-hidden=\"true\" focusable=\"false\"><defs>\n", out);
	for (unsigned i = 0; i < LOOKS; i++)
		put_pattern(out, i);
	for (unsigned i = 0; i < sizeof marks / sizeof *marks; i++)
		fprintf(out, "<path id=\"m%u\" d=\"%s\"/>\n", i, marks[i]);
	fputs("</defs></svg>\n", out);
}

void html_swatch(FILE *out, unsigned look)
{
	fprintf(out,
		"<svg class=\"swatch\" width=\"16\" height=\"16\" aria-hidden=\"true\" "
		"focusable=\"false\"><rect class=\"k%u\" x=\"1\" y=\"1\" width=\"14\" "
		"height=\"14\"/></svg>",
		look);
}

/* ---- stacked bars ---- */

struct bars {
	const struct sheet *sheet;
	const struct page_chart *chart;
	struct arena *arena;
	size_t label;
	size_t *columns; /* of the values */
	bool *used;	 /* some row has a value there */
	double most;	 /* the longest bar */
};

static double bar_total(const struct bars *b, size_t row)
{
	double total = 0;
	for (size_t i = 0; i < b->chart->count; i++)
		total += html_number(b->sheet, row, b->columns[i]);
	return total;
}

static void measure(struct bars *b)
{
	size_t count = b->chart->count;
	b->label = html_column(b->sheet, b->chart->label);
	b->columns = arena_alloc(b->arena, (count + 1) * sizeof *b->columns);
	b->used = arena_alloc(b->arena, (count + 1) * sizeof *b->used);
	for (size_t i = 0; i < count; i++)
		b->columns[i] = html_column(b->sheet, b->chart->values[i]);
	for (size_t r = 0; r < b->sheet->count; r++) {
		double total = bar_total(b, r);
		b->most = total > b->most ? total : b->most;
		for (size_t i = 0; i < count; i++)
			b->used[i] = b->used[i] || html_number(b->sheet, r, b->columns[i]) > 0;
	}
}

static const char *series_word(const struct page_chart *chart, size_t i)
{
	const char *word = words_say(chart->kind ? chart->kind : "heading", chart->values[i]);
	return strcmp(word, chart->values[i]) == 0 ? html_heading(word) : word;
}

static void put_legend(FILE *out, const struct bars *b)
{
	fputs("<ul class=\"legend\">\n", out);
	for (size_t i = 0; i < b->chart->count; i++) {
		if (!b->used[i])
			continue;
		fputs("<li>", out);
		html_swatch(out, html_look(b->chart->values[i], i));
		html_text(out, series_word(b->chart, i));
		fputs("</li>\n", out);
	}
	fputs("</ul>\n", out);
}

/* "2 done on time · 21 not started": what the bar shows. */
static const char *row_text(const struct bars *b, size_t row)
{
	struct buf text = {0};
	for (size_t i = 0; i < b->chart->count; i++) {
		if (html_number(b->sheet, row, b->columns[i]) <= 0)
			continue;
		buf_format(&text, "%s%s\xc2\xa0%s", text.n ? " · " : "",
			   html_shown(b->arena, b->sheet, row, b->columns[i]),
			   series_word(b->chart, i));
	}
	return text.n ? buf_take(&text, b->arena) : words_pick("nothing", "không có");
}

/* A number stands in its piece where there is room for it even on a phone. */
static void put_piece(FILE *out, const struct bars *b, size_t row, size_t i, double *at)
{
	double value = html_number(b->sheet, row, b->columns[i]);
	double width = 100 * value / b->most;
	if (value <= 0)
		return;
	const char *shown = html_shown(b->arena, b->sheet, row, b->columns[i]);
	fprintf(out, "<rect class=\"k%u\" x=\"%.2f%%\" y=\"1\" width=\"%.2f%%\" height=\"20\"/>",
		html_look(b->chart->values[i], i), *at, width);
	if (width >= 4.0 * (double)strlen(shown)) {
		fprintf(out, "<text x=\"%.2f%%\" y=\"16\">", *at + width / 2);
		html_text(out, shown);
		fputs("</text>", out);
	}
	*at += width;
}

static void put_bar(struct page *page, const struct bars *b, size_t row)
{
	FILE *out = page->out;
	unsigned id = ++page->serial;
	double at = 0;
	const char *label = html_shown(b->arena, b->sheet, row, b->label);
	const char *text = row_text(b, row);
	fputs("<li><span class=\"name\">", out);
	html_text(out, label);
	fprintf(out,
		"</span>\n<svg class=\"bar\" role=\"img\" aria-labelledby=\"b%u d%u\">"
		"<title id=\"b%u\">",
		id, id, id);
	html_text(out, label);
	fprintf(out, "</title><desc id=\"d%u\">", id);
	html_text(out, text);
	fputs("</desc>", out);
	for (size_t i = 0; i < b->chart->count; i++)
		put_piece(out, b, row, i, &at);
	fputs("</svg>\n<span class=\"values\" aria-hidden=\"true\">", out);
	html_text(out, text);
	fputs("</span></li>\n", out);
}

void page_bars(struct page *page, const struct sheet *sheet, const struct page_chart *chart)
{
	struct bars b = {.sheet = sheet, .chart = chart, .arena = arena_new()};
	measure(&b);
	html_figure_open(page, "bars", chart->caption);
	if (b.most > 0) {
		put_legend(page->out, &b);
		fputs("<ol>\n", page->out);
		for (size_t r = 0; r < sheet->count; r++)
			put_bar(page, &b, r);
		fputs("</ol>\n", page->out);
	} else
		html_nothing(page->out);
	html_figure_close(page);
	arena_free(b.arena);
}
