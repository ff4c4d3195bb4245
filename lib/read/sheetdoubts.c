/* SPDX-License-Identifier: MIT
 * sheetdoubts: what the cells of a sheet's column show only together: that some of its dates were
 * typed day first into a program that reads the month first, or that 13.10 became the number 13.1. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "read/sheetcells.h"

/* Has the column a date as text that such a program could not take for one: 13/02/2026? */
static bool is_day_first_text(const struct sheet_cell *cell)
{
	if (cell->kind != SHEET_TEXT)
		return false;
	int year, month, date;
	day d = day_parse_vi(cell->text, strlen(cell->text));
	if (d == DAY_NONE)
		return false;
	day_split(d, &year, &month, &date);
	return date > 12;
}

/* The day with its date and its month changed over; the same where there is no such day. */
static day swapped(day d)
{
	int year, month, date;
	day_split(d, &year, &month, &date);
	return date <= 12 ? day_of(year, date, month) : d;
}

static void doubt_swapped(struct arena *a, struct sheet_cell *cell, bool among_texts)
{
	if (cell->kind != SHEET_DATE || cell->date == DAY_NONE)
		return;
	day other = swapped(cell->date);
	if (other == DAY_NONE || other == cell->date || !(among_texts || cell->month_first))
		return;
	cell->doubts =
	    sheet_doubt(a, cell->doubts, CODE_DAY_MONTH_SWAPPED, cell->text, day_text(a, other));
}

static const char *after_point(const char *s, long *number)
{
	const char *point = strrchr(s, '.');
	bool known = point && text_number(point + 1, strlen(point + 1), number);
	return known && strlen(point + 1) < 4 ? point : NULL;
}

/* 13.1 right behind 13.9 is 13.10; what it should be, or NULL. */
static const char *lost_nought(struct arena *a, const char *before, const char *text)
{
	long last, number;
	const char *b = after_point(before, &last), *t = after_point(text, &number);
	bool same =
	    b && t && b - before == t - text && memcmp(before, text, (size_t)(t - text)) == 0;
	return same && last + 1 == number * 10 ? arena_format(a, "%s0", text) : NULL;
}

/* What a column's cells show together. */
struct column_seen {
	bool texts; /* a date as text that could not be taken for one */
	bool plain; /* a date of a day that no month has: it was not changed over */
};

static bool is_plain_date(const struct sheet_cell *cell)
{
	int year, month, date;
	if (cell->kind != SHEET_DATE || cell->date == DAY_NONE)
		return false;
	day_split(cell->date, &year, &month, &date);
	return date > 12;
}

void sheetcells_doubt(struct arena *a, struct sheet_cell *cells, size_t count)
{
	struct column_seen *seen = arena_alloc(a, SHEET_COLUMNS * sizeof *seen);
	const char **before = arena_alloc(a, SHEET_COLUMNS * sizeof *before);
	for (size_t i = 0; i < count; i++) {
		struct column_seen *column = &seen[cells[i].column];
		column->texts = column->texts || is_day_first_text(&cells[i]);
		column->plain = column->plain || is_plain_date(&cells[i]);
	}
	for (size_t i = 0; i < count; i++) {
		struct sheet_cell *cell = &cells[i];
		const char *above = before[cell->column];
		const char *whole =
		    above && cell->kind == SHEET_NUMBER ? lost_nought(a, above, cell->text) : NULL;
		if (whole)
			cell->doubts =
			    sheet_doubt(a, cell->doubts, CODE_LOST_NOUGHT, cell->text, whole);
		before[cell->column] = whole ? whole : cell->text;
		doubt_swapped(a, cell, seen[cell->column].texts || !seen[cell->column].plain);
	}
}
