/* SPDX-License-Identifier: MIT
 * htmltimeline: tasks over a year or several. Months are columns of one width, so that a day needs no
 * calendar to find its place. */
#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "form/htmlparts.h"

/* A day as a number of months, with the part of its month that is over when it begins. */
struct moment {
	bool known;
	double begins, ends;
};

struct timeline {
	const struct sheet *sheet;
	const struct page_span *span;
	struct arena *arena;
	size_t label, text, start, due, done, status;
	int first, months; /* the first month, counted from year 0, and how many there are */
	struct moment today;
};

static int digits(const char *s, size_t n)
{
	int number = 0;
	for (size_t i = 0; i < n; i++)
		number = number * 10 + (s[i] - '0');
	return number;
}

static struct moment moment_of(const char *iso)
{
	static const char shape[] = "dddd-dd-dd";
	if (!iso || strlen(iso) != sizeof shape - 1)
		return (struct moment){0};
	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? (iso[i] < '0' || iso[i] > '9') : iso[i] != '-')
			return (struct moment){0};
	int month = digits(iso, 4) * 12 + digits(iso + 5, 2) - 1, date = digits(iso + 8, 2);
	return (struct moment){true, month + (date - 1) / 31.0, month + date / 31.0};
}

static struct moment cell_moment(const struct timeline *t, size_t row, size_t column)
{
	if (column >= t->sheet->width || t->sheet->rows[row][column].kind != CELL_DATE)
		return (struct moment){0};
	return moment_of(t->sheet->rows[row][column].text);
}

/* In percent of the width; what lies outside stands at the edge. */
static double place_of(const struct timeline *t, double months)
{
	double place = 100 * (months - t->first) / t->months;
	return place < 0 ? 0 : place > 100 ? 100 : place;
}

static bool measure(struct timeline *t)
{
	const struct page_span *s = t->span;
	struct moment first = moment_of(s->first), last = moment_of(s->last);
	if (!first.known || !last.known || last.begins < first.begins)
		return false;
	t->first = (int)first.begins;
	t->months = (int)last.begins - t->first + 1;
	t->today = moment_of(s->today);
	t->label = html_column(t->sheet, s->label);
	t->text = html_column(t->sheet, s->text);
	t->start = html_column(t->sheet, s->start);
	t->due = html_column(t->sheet, s->due);
	t->done = html_column(t->sheet, s->done);
	t->status = html_column(t->sheet, s->status);
	return t->sheet->count > 0;
}

/* ---- the scale ---- */

/* Months between two lines: a year in months, several in quarters, many in years. */
static int scale_step(const struct timeline *t)
{
	return t->months <= 15 ? 1 : t->months <= 36 ? 3 : 12;
}

static const char *step_name(const struct timeline *t, int month, int step)
{
	static const char *const vietnamese[] = {"I", "II", "III", "IV"};
	static const char *const english[] = {"Q1", "Q2", "Q3", "Q4"};
	int quarter = month % 12 / 3;
	if (step == 12)
		return arena_format(t->arena, "%d", month / 12);
	if (step == 3)
		return arena_format(t->arena, "%s/%02d",
				    words_pick(english[quarter], vietnamese[quarter]),
				    month / 12 % 100);
	return arena_format(t->arena, "%d", month % 12 + 1);
}

/* The first month of a step at or behind the picture's first one. */
static int first_step(const struct timeline *t, int step)
{
	return (t->first + step - 1) / step * step;
}

static void put_scale(FILE *out, const struct timeline *t)
{
	int step = scale_step(t), end = t->first + t->months;
	fputs("<svg class=\"months\" aria-hidden=\"true\" focusable=\"false\">", out);
	for (int m = first_step(t, step); m < end; m += step) {
		double middle = m + (m + step > end ? end - m : step) / 2.0;
		fprintf(out, "<text x=\"%.2f%%\" y=\"14\">%s</text>", place_of(t, middle),
			step_name(t, m, step));
	}
	fputs("</svg>", out);
}

/* Drawn once, used by each row. */
static void put_grid(FILE *out, const struct timeline *t, unsigned id)
{
	int step = scale_step(t);
	fprintf(out,
		"<svg class=\"defs\" aria-hidden=\"true\" focusable=\"false\"><defs><symbol "
		"id=\"g%u\">",
		id);
	for (int m = first_step(t, step); m <= t->first + t->months; m += step)
		fprintf(out, "<line class=\"grid\" x1=\"%.2f%%\" x2=\"%.2f%%\" y2=\"100%%\"/>",
			place_of(t, m), place_of(t, m));
	if (t->today.known)
		fprintf(out, "<line class=\"today\" x1=\"%.2f%%\" x2=\"%.2f%%\" y2=\"100%%\"/>",
			place_of(t, t->today.ends), place_of(t, t->today.ends));
	fputs("</symbol></defs></svg>\n", out);
}

/* ---- one task ---- */

static void put_stretch(FILE *out, const struct timeline *t, const char *class, double from,
			double to)
{
	double left = place_of(t, from), right = place_of(t, to);
	if (right > left)
		fprintf(out,
			"<rect class=\"%s\" x=\"%.2f%%\" y=\"6\" width=\"%.2f%%\" height=\"12\"/>",
			class, left, right - left);
}

/* A day outside the picture has no mark: its bar runs to the edge. */
static void put_mark(FILE *out, const struct timeline *t, const char *class, unsigned mark,
		     double at)
{
	if (at < t->first || at > t->first + t->months)
		return;
	/* A mark at the very edge would be cut in half. */
	double place = place_of(t, at);
	place = place < 2 ? 2 : place > 98 ? 98 : place;
	fprintf(out, "<use class=\"%s\" href=\"#m%u\" x=\"%.2f%%\" y=\"12\"/>", class, mark, place);
}

static bool is_open_and_late(const struct timeline *t, size_t row)
{
	const char *code = t->status < t->sheet->width ? t->sheet->rows[row][t->status].text : NULL;
	return code && strstr(code, "overdue");
}

static void put_stretches(FILE *out, const struct timeline *t, size_t row)
{
	struct moment start = cell_moment(t, row, t->start), due = cell_moment(t, row, t->due);
	struct moment done = cell_moment(t, row, t->done);
	double from = start.known ? start.begins : t->first;
	double to = due.known ? due.ends : start.known ? t->first + t->months : from;
	put_stretch(out, t, "planned", from, to);
	if (done.known)
		put_stretch(out, t, "worked", from,
			    due.known && due.ends < done.ends ? due.ends : done.ends);
	if (due.known && done.known && done.ends > due.ends)
		put_stretch(out, t, "late", due.ends, done.ends);
	else if (due.known && !done.known && t->today.known && is_open_and_late(t, row))
		put_stretch(out, t, "late", due.ends, t->today.ends);
	if (due.known)
		put_mark(out, t, "due", 3, due.ends);
	if (done.known)
		put_mark(out, t, "done", 0, done.ends);
}

static void put_fact(struct arena *a, FILE *out, const struct timeline *t, const char *name,
		     size_t row, size_t column, bool *any)
{
	const char *text = html_shown(a, t->sheet, row, column);
	if (!*text)
		return;
	html_text(out, *any ? " · " : "");
	if (name)
		fprintf(out, "%s\xc2\xa0", name);
	html_text(out, text);
	*any = true;
}

/* "due 31/12/2024 · done 20/12/2024 · done on time": all that the picture shows. */
static void put_facts(FILE *out, const struct timeline *t, size_t row)
{
	bool any = false;
	struct arena *a = t->arena;
	put_fact(a, out, t, words_pick("from", "từ"), row, t->start, &any);
	put_fact(a, out, t, words_pick("due", "hạn"), row, t->due, &any);
	put_fact(a, out, t, words_pick("done", "xong"), row, t->done, &any);
	put_fact(a, out, t, NULL, row, t->status, &any);
}

static void put_task(struct page *page, const struct timeline *t, size_t row, unsigned grid)
{
	FILE *out = page->out;
	unsigned id = ++page->serial;
	const char *text = html_shown(t->arena, t->sheet, row, t->text);
	fputs("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><span class=\"name\">", out);
	html_text(out, html_shown(t->arena, t->sheet, row, t->label));
	fputs("</span> ", out);
	if (*text) {
		fputs("<span class=\"text\">", out);
		html_text(out, text);
		fputs("</span> ", out);
	}
	fputs("<span class=\"facts\">", out);
	put_facts(out, t, row);
	fprintf(out,
		"</span></th><td role=\"cell\"><svg class=\"row\" role=\"img\" "
		"aria-labelledby=\"b%u d%u\">"
		"<title id=\"b%u\">",
		id, id, id);
	html_text(out, html_shown(t->arena, t->sheet, row, t->label));
	fprintf(out, "</title><desc id=\"d%u\">", id);
	put_facts(out, t, row);
	fprintf(out, "</desc><use href=\"#g%u\" width=\"100%%\" height=\"100%%\"/>", grid);
	put_stretches(out, t, row);
	fputs("</svg></td></tr>\n", out);
}

/* ---- the whole ---- */

static void put_key(FILE *out, const char *picture, const char *word)
{
	fprintf(out,
		"<li><svg class=\"swatch\" width=\"24\" height=\"24\" aria-hidden=\"true\" "
		"focusable=\"false\">%s</svg>",
		picture);
	html_text(out, word);
	fputs("</li>\n", out);
}

static void put_legend(FILE *out, const struct timeline *t)
{
	fputs("<ul class=\"legend\">\n", out);
	put_key(out, "<rect class=\"planned\" y=\"6\" width=\"24\" height=\"12\"/>",
		words_pick("time given", "thời gian thực hiện"));
	put_key(out, "<use class=\"due\" href=\"#m3\" x=\"12\" y=\"12\"/>",
		words_pick("due", "thời hạn"));
	put_key(out,
		"<rect class=\"worked\" y=\"6\" width=\"12\" height=\"12\"/>"
		"<use class=\"done\" href=\"#m0\" x=\"12\" y=\"12\"/>",
		words_pick("done", "hoàn thành"));
	put_key(out, "<rect class=\"late\" y=\"6\" width=\"24\" height=\"12\"/>",
		words_pick("late", "quá hạn"));
	if (t->today.known)
		put_key(out, "<line class=\"today\" x1=\"12\" x2=\"12\" y2=\"24\"/>",
			words_pick("the day of the report", "ngày báo cáo"));
	fputs("</ul>\n", out);
}

/* The roles are said in full: on a phone the cells stand one below the other, and a table that is
 * laid out as none would no longer be read as one. */
static void put_tasks(struct page *page, const struct timeline *t)
{
	FILE *out = page->out;
	unsigned grid = ++page->serial;
	put_legend(out, t);
	put_grid(out, t, grid);
	fputs("<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">"
	      "<th role=\"columnheader\" scope=\"col\">",
	      out);
	html_text(out, html_heading(t->span->label));
	fputs("</th><th role=\"columnheader\" scope=\"col\"><span class=\"unseen\">", out);
	html_text(out, words_pick("over time", "theo thời gian"));
	fputs("</span>", out);
	put_scale(out, t);
	fputs("</th></tr></thead>\n<tbody role=\"rowgroup\">\n", out);
	for (size_t r = 0; r < t->sheet->count; r++)
		put_task(page, t, r, grid);
	fputs("</tbody>\n</table>\n", out);
}

void page_timeline(struct page *page, const struct sheet *sheet, const struct page_span *span)
{
	struct timeline t = {.sheet = sheet, .span = span, .arena = arena_new()};
	html_figure_open(page, "timeline", span->caption);
	if (measure(&t))
		put_tasks(page, &t);
	else
		html_nothing(page->out);
	html_figure_close(page);
	arena_free(t.arena);
}
