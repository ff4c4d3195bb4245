/* SPDX-License-Identifier: MIT
 * htmllines: lines over rows in their order. Across by shares of the width, upwards by pixels. */
#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "form/htmlparts.h"

enum {
	TOP = 12,
	BASE = 190,  /* pixels from the top: the line of 0 */
	NAMES = 6,   /* so many names of rows fit below on a phone */
	MARKS = 6,   /* kinds of points, one a line */
	POINTS = 26, /* more points on a line would hide it */
};

/* Where the first and the last row stand, in percent; to their left are the numbers of the scale. */
static const double left_edge = 9, right_edge = 97;

struct lines_chart {
	const struct sheet *sheet;
	const struct page_chart *chart;
	struct arena *arena;
	size_t label;
	double top; /* the number at the top of the scale */
	double step;
};

/* The step of a scale with at most five of them: 1, 2 or 5 times a power of ten. */
static double scale_step(double most)
{
	static const double steps[] = {1, 2, 5};
	double power = 1;
	for (;; power *= 10)
		for (size_t i = 0; i < 3; i++)
			if (5 * steps[i] * power >= most)
				return steps[i] * power;
}

static void measure(struct lines_chart *c)
{
	double most = 1;
	for (size_t i = 0; i < c->chart->count; i++)
		for (size_t r = 0; r < c->sheet->count; r++) {
			size_t column = html_column(c->sheet, c->chart->values[i]);
			double value = html_number(c->sheet, r, column);
			most = value > most ? value : most;
		}
	c->label = html_column(c->sheet, c->chart->label);
	c->step = scale_step(most);
	for (c->top = c->step; c->top < most;)
		c->top += c->step;
}

static double across(const struct lines_chart *c, size_t row)
{
	size_t gaps = c->sheet->count - 1;
	if (!gaps)
		return (left_edge + right_edge) / 2;
	return left_edge + (right_edge - left_edge) * (double)row / (double)gaps;
}

static double height(const struct lines_chart *c, double value)
{
	return BASE - (BASE - TOP) * value / c->top;
}

static void put_scale(FILE *out, const struct lines_chart *c)
{
	for (double at = 0; at <= c->top; at += c->step) {
		double y = height(c, at);
		fprintf(out,
			"<line class=\"grid\" x1=\"%.0f%%\" x2=\"100%%\" y1=\"%.1f\" y2=\"%.1f\"/>"
			"<text class=\"scale\" x=\"%.0f%%\" y=\"%.1f\">%.0f</text>\n",
			left_edge - 2, y, y, left_edge - 3, y + 4, at);
	}
}

static void put_names(FILE *out, const struct lines_chart *c)
{
	size_t rows = c->sheet->count, every = (rows + NAMES - 1) / NAMES;
	for (size_t r = 0; r < rows; r += every) {
		const char *place = r + 1 == rows && r ? "end" : "middle";
		fprintf(out, "<text class=\"%s\" x=\"%.2f%%\" y=\"%d\">", place, across(c, r),
			BASE + 18);
		html_text(out, html_shown(c->arena, c->sheet, r, c->label));
		fputs("</text>\n", out);
	}
}

static void put_series(FILE *out, const struct lines_chart *c, size_t i)
{
	size_t column = html_column(c->sheet, c->chart->values[i]);
	size_t every = (c->sheet->count + POINTS - 1) / POINTS;
	unsigned look = html_look(c->chart->values[i], i);
	fprintf(out, "<g class=\"l%u d%zu\">", look, i % MARKS);
	for (size_t r = 1; r < c->sheet->count; r++)
		fprintf(out, "<line x1=\"%.2f%%\" y1=\"%.1f\" x2=\"%.2f%%\" y2=\"%.1f\"/>\n",
			across(c, r - 1), height(c, html_number(c->sheet, r - 1, column)),
			across(c, r), height(c, html_number(c->sheet, r, column)));
	for (size_t r = 0; r < c->sheet->count; r += every)
		fprintf(out, "<use href=\"#m%zu\" x=\"%.2f%%\" y=\"%.1f\"/>\n", i % MARKS,
			across(c, r), height(c, html_number(c->sheet, r, column)));
	fputs("</g>\n", out);
}

static void put_legend(FILE *out, const struct page_chart *chart)
{
	fputs("<ul class=\"legend\">\n", out);
	for (size_t i = 0; i < chart->count; i++) {
		fprintf(out,
			"<li><svg class=\"swatch\" width=\"36\" height=\"16\" aria-hidden=\"true\" "
			"focusable=\"false\"><g class=\"l%u d%zu\"><line x1=\"0\" y1=\"8\" "
			"x2=\"36\" y2=\"8\"/><use href=\"#m%zu\" x=\"18\" y=\"8\"/></g></svg>",
			html_look(chart->values[i], i), i % MARKS, i % MARKS);
		html_text(out, html_heading(chart->values[i]));
		fputs("</li>\n", out);
	}
	fputs("</ul>\n", out);
}

static void put_picture(struct page *page, const struct lines_chart *c)
{
	FILE *out = page->out;
	unsigned id = ++page->serial;
	size_t last = c->sheet->count - 1;
	put_legend(out, c->chart);
	fprintf(out,
		"<svg class=\"lines\" role=\"img\" aria-labelledby=\"b%u d%u\"><title id=\"b%u\">",
		id, id, id);
	html_text(out, c->chart->caption);
	fprintf(out, "</title><desc id=\"d%u\">", id);
	html_text(out, html_shown(c->arena, c->sheet, 0, c->label));
	fputs(" \xe2\x80\x93 ", out);
	html_text(out, html_shown(c->arena, c->sheet, last, c->label));
	html_text(out, words_pick("; the numbers are in the table below", "; số liệu ở bảng dưới"));
	fputs("</desc>\n", out);
	put_scale(out, c);
	put_names(out, c);
	for (size_t i = 0; i < c->chart->count; i++)
		put_series(out, c, i);
	fputs("</svg>\n", out);
}

/* The label and the values, as a table. */
static void put_numbers(struct page *page, const struct lines_chart *c)
{
	struct sheet numbers = *c->sheet;
	struct cell **rows = arena_alloc(c->arena, numbers.count * sizeof *rows);
	const char **names = arena_alloc(c->arena, (c->chart->count + 1) * sizeof *names);
	names[0] = c->chart->label;
	for (size_t i = 0; i < c->chart->count; i++)
		names[i + 1] = c->chart->values[i];
	for (size_t r = 0; r < numbers.count; r++) {
		rows[r] = arena_alloc(c->arena, (c->chart->count + 1) * sizeof **rows);
		for (size_t i = 0; i <= c->chart->count; i++) {
			size_t column = html_column(c->sheet, names[i]);
			if (column < c->sheet->width)
				rows[r][i] = c->sheet->rows[r][column];
		}
	}
	numbers = (struct sheet){
	    .columns = names, .width = c->chart->count + 1, .rows = rows, .count = numbers.count};
	page_table(page, &numbers, c->chart->caption);
}

void page_lines(struct page *page, const struct sheet *sheet, const struct page_chart *chart)
{
	struct lines_chart c = {.sheet = sheet, .chart = chart, .arena = arena_new()};
	html_figure_open(page, "trend", chart->caption);
	if (sheet->count) {
		measure(&c);
		put_picture(page, &c);
	} else
		html_nothing(page->out);
	html_figure_close(page);
	if (sheet->count)
		put_numbers(page, &c);
	arena_free(c.arena);
}
