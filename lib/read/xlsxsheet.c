/* SPDX-License-Identifier: MIT
 * xlsxsheet: one worksheet's cells, each as Excel shows it. It trusts no dimension and no reference,
 * and knows nothing of tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "read/reader.h"
#include "read/sheetcells.h"
#include "read/xlsx_private.h"
#include "read/xmlpart.h"

enum name { ROW, CELL, VALUE, FORMULA, LETTERS, RUN, FONT, STRIKE, READING, MERGE, COLUMN };

static const char *const names[] = {
    [ROW] = "x:row",	 [CELL] = "x:c",	  [VALUE] = "x:v",    [FORMULA] = "x:f",
    [LETTERS] = "x:t",	 [RUN] = "x:r",		  [FONT] = "x:rFont", [STRIKE] = "x:strike",
    [READING] = "x:rPh", [MERGE] = "x:mergeCell", [COLUMN] = "x:col", NULL,
};

struct reading {
	struct xlsx *xlsx;
	struct sheetcells *cells;
	long row, column; /* of the last cell; column -1: none in this row */
	bool in_cell, has_formula;
	char type; /* the first letter of the cell's type, i of inlineStr; S for str */
	const struct xlsx_style *style;
	struct buf value, formula;
	struct buf *letters; /* where text goes now; NULL: nowhere */
	struct xlsx_rich rich;
	bool reading; /* inside rPh */
};

bool xlsx_flag(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

bool xlsx_switch(const struct xml_part *x)
{
	const char *value = xml_value(x, "val");
	return !value || xlsx_flag(value);
}

/* "AB12" as a column from 0 and a row from 1; what follows it. NULL when it is none. */
static const char *read_reference(const char *s, long *row, long *column)
{
	long c = 0;
	size_t n = 0;
	for (; n < 4 && (s[n] | 0x20) >= 'a' && (s[n] | 0x20) <= 'z'; n++)
		c = c * 26 + (s[n] | 0x20) - 'a' + 1;
	size_t digits = strspn(s + n, "0123456789");
	if (n == 0 || c > SHEET_COLUMNS || !text_number(s + n, digits, row) || *row < 1 ||
	    *row > SHEET_ROWS)
		return NULL;
	*column = c - 1;
	return s + n + digits;
}

static void start_row(struct reading *r, const struct xml_part *x)
{
	const char *at = xml_value(x, "r");
	long row;
	r->row = at && text_number(at, strlen(at), &row) && row > 0 && row <= SHEET_ROWS
		     ? row
		     : r->row + 1;
	r->column = -1;
	if (xlsx_flag(xml_value(x, "hidden")))
		sheetcells_hide_rows(r->cells, r->row, r->row);
}

static const struct xlsx_style *style_of(const struct xlsx *x, const char *number)
{
	long n = 0;
	bool known = number && text_number(number, strlen(number), &n) && n >= 0 &&
		     (size_t)n < x->style_count;
	return known ? &x->styles[n] : &x->plain;
}

static void start_cell(struct reading *r, const struct xml_part *x)
{
	const char *at = xml_value(x, "r"), *type = xml_value(x, "t");
	long row, column;
	if (at && read_reference(at, &row, &column)) {
		r->row = row;
		r->column = column;
	} else {
		r->column++;
	}
	r->type = type && *type ? *type : 'n';
	if (type && strcmp(type, "str") == 0)
		r->type = 'S';
	r->style = style_of(r->xlsx, xml_value(x, "s"));
	r->in_cell = true;
	r->has_formula = false;
	buf_cut(&r->value, 0);
	buf_cut(&r->formula, 0);
}

static void start_merge(struct reading *r, const struct xml_part *x)
{
	const char *s = xml_value(x, "ref");
	long row, column, last_row, last_column;
	s = s ? read_reference(s, &row, &column) : NULL;
	if (s && *s == ':' && read_reference(s + 1, &last_row, &last_column))
		sheetcells_merge(r->cells, row, column, last_row - row + 1,
				 last_column - column + 1);
}

static void start_column(struct reading *r, const struct xml_part *x)
{
	const char *min = xml_value(x, "min"), *max = xml_value(x, "max");
	long from, to;
	if (xlsx_flag(xml_value(x, "hidden")) && min && max &&
	    text_number(min, strlen(min), &from) && text_number(max, strlen(max), &to) &&
	    from <= to)
		sheetcells_hide_columns(r->cells, from - 1, to - 1);
}

static void start_in_cell(struct reading *r, const struct xml_part *x, int name)
{
	if (name == VALUE) {
		r->letters = &r->value;
	} else if (name == FORMULA) {
		r->has_formula = true;
		r->letters = &r->formula;
	} else if (name == LETTERS && !r->reading) {
		r->letters = &r->rich.letters;
	} else if (name == RUN) {
		rich_run(&r->rich, r->xlsx->arena);
	} else if (name == FONT) {
		rich_font(&r->rich, xml_value(x, "val"));
	} else if (name == STRIKE) {
		r->rich.run.struck = xlsx_switch(x);
	} else if (name == READING) {
		r->reading = true;
	}
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	if (name == ROW)
		start_row(r, x);
	else if (name == CELL)
		start_cell(r, x);
	else if (name == MERGE)
		start_merge(r, x);
	else if (name == COLUMN)
		start_column(r, x);
	else if (r->in_cell)
		start_in_cell(r, x, name);
}

static void on_text(void *user, struct xml_part *x, const char *s, size_t n)
{
	struct reading *r = user;
	(void)x;
	/* of more than a cell may hold the maker will tell */
	if (r->letters && r->letters->n <= CELL_LIMIT)
		buf_bytes(r->letters, s, n);
}

static void doubt(struct reading *r, struct sheet_cell *cell, enum code code, const char *say)
{
	cell->doubts = sheet_doubt(r->xlsx->arena, cell->doubts, code, say, NULL);
}

/* An error's name is what the cell shows: "#REF!". */
static void show_error(struct reading *r, struct sheet_cell *cell, const char *value)
{
	cell->text = arena_text(r->xlsx->arena, value);
	doubt(r, cell, CODE_CELL_ERROR, cell->text);
}

static void show_text(struct reading *r, struct sheet_cell *cell, const struct xlsx_string *string)
{
	struct arena *a = r->xlsx->arena;
	const char *other, *struck;
	const char *text = xlsx_text(r->xlsx, string, r->style, &other, &struck);
	cell->text = numformat_text(a, r->style->format, text);
	if (*struck)
		doubt(r, cell, CODE_STRUCK_TEXT, struck);
	if (other)
		cell->doubts = sheet_doubt(a, cell->doubts, CODE_FONT_LETTERS, cell->text, other);
}

static void show_shared(struct reading *r, struct sheet_cell *cell, const char *value)
{
	const struct xlsx *x = r->xlsx;
	long n;
	if (text_number(value, strlen(value), &n) && n >= 0 && (size_t)n < x->string_count)
		show_text(r, cell, &x->strings[n]);
	else
		show_error(r, cell, *value ? value : "?");
}

static void show_number(struct reading *r, struct sheet_cell *cell, double number)
{
	struct arena *a = r->xlsx->arena;
	struct number_shown shown = numformat_show(a, r->style->format, number, r->xlsx->base_1904);
	cell->text = shown.text;
	cell->kind = SHEET_NUMBER;
	if (shown.date != DAY_NONE) {
		cell->kind = SHEET_DATE;
		cell->date = shown.whole_date ? shown.date : DAY_NONE;
		cell->month_first = shown.month_first;
	}
	if (r->style->struck)
		doubt(r, cell, CODE_STRUCK_TEXT, shown.text);
	/* a format may also show nothing at all */
	if (shown.unknown || text_is_blank(shown.text))
		doubt(r, cell, CODE_CELL_FORMAT, number_general(a, number));
}

/* A day as ISO 8601 writes it, which a strict workbook may hold instead of a number. */
static void show_day(struct reading *r, struct sheet_cell *cell, const char *value)
{
	enum { DAYS_TO_1970 = 25569 };
	struct arena *a = r->xlsx->arena;
	day d = day_parse_iso(value, strlen(value) < 10 ? strlen(value) : 10);
	int hour = 0, minute = 0;
	if (d == DAY_NONE) {
		show_error(r, cell, value);
		return;
	}
	if (strlen(value) >= 16 && day_digits(value + 11, 2) >= 0) {
		hour = day_digits(value + 11, 2);
		minute = day_digits(value + 14, 2);
	}
	double number = d + DAYS_TO_1970 + (hour * 60 + minute) / (24.0 * 60);
	struct number_shown shown = numformat_show(a, r->style->format, number, false);
	cell->text = shown.date == DAY_NONE ? day_text_vi(a, d) : shown.text;
	cell->kind = SHEET_DATE;
	cell->date = shown.whole_date || shown.date == DAY_NONE ? d : DAY_NONE;
	cell->month_first = shown.month_first;
}

static void show_value(struct reading *r, struct sheet_cell *cell, const char *value)
{
	char *end;
	double number = strtod(value, &end);
	if (r->type == 'b')
		cell->text = strcmp(value, "0") == 0 ? "FALSE" : "TRUE";
	else if (r->type == 'e')
		show_error(r, cell, value);
	else if (r->type == 'd')
		show_day(r, cell, value);
	else if (end > value && !*end && isfinite(number))
		show_number(r, cell, number);
	else
		show_error(r, cell, value);
}

/* Is there a result that was calculated? Programs that cannot calculate leave none or a 0. */
static bool has_result(const struct reading *r, const char *value)
{
	if (!r->has_formula || r->type == 'S')
		return true;
	return *value && !(r->xlsx->stale && strcmp(value, "0") == 0);
}

static void end_cell(struct reading *r, struct xml_part *x)
{
	struct arena *a = r->xlsx->arena;
	struct sheet_cell cell = {.row = r->row, .column = r->column, .text = "", .date = DAY_NONE};
	struct xlsx_string string = rich_end(&r->rich, a);
	const char *value = r->value.n > 0 ? r->value.s : "";
	if (!has_result(r, value)) {
		const char *formula = r->formula.n > 0 ? r->formula.s : "";
		doubt(r, &cell, CODE_FORMULA, arena_format(a, "=%s", formula));
	} else if (r->type == 'i') {
		show_text(r, &cell, &string);
	} else if (r->type == 's' && *value) {
		show_shared(r, &cell, value);
	} else if (r->type == 'S') {
		struct xlsx_run run = {.text = xlsx_unescape(a, arena_text(a, value))};
		show_text(r, &cell, &(struct xlsx_string){&run, 1});
	} else if (*value) {
		show_value(r, &cell, value);
	}
	r->in_cell = false;
	if (!sheetcells_add(r->cells, cell))
		xml_stop(x);
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	if (name == READING)
		r->reading = false;
	if (name == VALUE || name == FORMULA || name == LETTERS)
		r->letters = NULL;
	if (name == RUN && r->in_cell)
		rich_run(&r->rich, r->xlsx->arena);
	if (name == CELL && r->in_cell)
		end_cell(r, x);
}

bool xlsx_read_sheet(struct xlsx *x, const char *part, struct sheetcells *cells)
{
	static const struct xml_handlers handlers = {names, on_start, on_end, on_text};
	struct reading r = {.xlsx = x, .cells = cells, .column = -1};
	bool well = xml_read(x->package, part, &handlers, &r);
	rich_end(&r.rich, x->arena);
	buf_free(&r.value);
	buf_free(&r.formula);
	return well;
}
