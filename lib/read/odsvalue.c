/* SPDX-License-Identifier: MIT
 * odsvalue: values of OpenDocument cells. It knows what dates look like, and no tables. */
#include "read/odsvalue.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "read/numformat.h"
#include "read/sheetcells.h"
#include "read/xmlpart.h"

struct ods_value odsvalue_read(struct arena *a, const struct xml_part *x)
{
	static const char *const attributes[] = {"office:value", "office:date-value",
						 "office:time-value", "office:boolean-value",
						 "office:string-value"};
	const char *error = xml_value(x, "calcext:value-type");
	bool failed = error && strcmp(error, "error") == 0;
	struct ods_value v = {0};
	v.type = arena_text(a, failed ? error : xml_value(x, "office:value-type"));
	v.formula = arena_text(a, xml_value(x, "table:formula"));
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes && !v.value; i++)
		v.value = arena_text(a, xml_value(x, attributes[i]));
	return v;
}

/* The numbers in a text. */
struct numbers {
	int items[4];
	size_t count;
};

static struct numbers numbers_in(const char *s)
{
	struct numbers n = {{0}, 0};
	while (*s && n.count < 4) {
		size_t digits = strspn(s, "0123456789");
		long value;
		if (digits > 0 && digits < 9 && text_number(s, digits, &value))
			n.items[n.count++] = (int)value;
		s += digits > 0 ? digits : 1;
	}
	return n;
}

static bool names_month(const char *s)
{
	static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
					     "jul", "aug", "sep", "oct", "nov", "dec"};
	for (; *s; s++)
		for (size_t i = 0; i < sizeof months / sizeof *months; i++)
			if (strncasecmp(s, months[i], 3) == 0)
				return true;
	return false;
}

static bool has_letters(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s >= 0x80 || ((*s | 0x20) >= 'a' && (*s | 0x20) <= 'z'))
			return true;
	return false;
}

/* English names of months become numbers: "2 Jun 2026", "Jun 26". */
static void show_named(struct arena *a, struct sheet_cell *cell, day d)
{
	int year, month, date;
	day_split(d, &year, &month, &date);
	struct numbers n = numbers_in(cell->text);
	bool whole = n.count > 1 && (n.items[0] == date || n.items[1] == date);
	cell->date = whole ? d : DAY_NONE;
	cell->text = whole ? day_text_vi(a, d) : arena_format(a, "%d/%d", month, year);
}

/* Three numbers: day first as it is, month first turned round and told, short years made whole. */
static void show_numbers(struct arena *a, struct sheet_cell *cell, day d)
{
	int year, month, date;
	day_split(d, &year, &month, &date);
	struct numbers n = numbers_in(cell->text);
	if (n.count < 3 || (n.items[2] != year && n.items[2] != year % 100))
		return;
	bool day_first = n.items[0] == date && n.items[1] == month;
	cell->month_first = !day_first && n.items[0] == month && n.items[1] == date;
	if (!day_first && !cell->month_first)
		return;
	cell->date = d;
	if (cell->month_first || n.items[2] != year)
		cell->text = day_text_vi(a, d);
}

static void show_date(struct arena *a, struct sheet_cell *cell, const char *value)
{
	day d = value ? day_parse_iso(value, strlen(value) < 10 ? strlen(value) : 10) : DAY_NONE;
	if (d == DAY_NONE)
		return;
	cell->kind = SHEET_DATE;
	if (text_is_blank(cell->text))
		cell->text = day_text_vi(a, d);
	if (day_parse(cell->text) == d)
		cell->date = d;
	else if (names_month(cell->text))
		show_named(a, cell, d);
	else if (!has_letters(cell->text))
		show_numbers(a, cell, d);
}

static void show_number(struct arena *a, struct sheet_cell *cell, const struct ods_value *v)
{
	cell->kind = SHEET_NUMBER;
	if (!text_is_blank(cell->text) || !v->value)
		return;
	double number = strtod(v->value, NULL);
	bool percent = strcmp(v->type, "percentage") == 0;
	cell->text =
	    numformat_show(a, numformat_read(a, percent ? "0.##%" : "General"), number, false).text;
}

void odsvalue_show(struct arena *a, const struct ods_value *v, struct sheet_cell *cell)
{
	cell->kind = SHEET_TEXT;
	cell->date = DAY_NONE;
	if (v->formula && !v->type && text_is_blank(cell->text)) {
		/* "of:=": the formula's dialect */
		const char *formula = strchr(v->formula, '=');
		cell->doubts = sheet_doubt(a, cell->doubts, CODE_FORMULA,
					   formula ? formula : v->formula, NULL);
		return;
	}
	if (!v->type)
		return;
	if (strcmp(v->type, "error") == 0 || (v->formula && strncmp(cell->text, "Err:", 4) == 0))
		cell->doubts = sheet_doubt(a, cell->doubts, CODE_CELL_ERROR, cell->text, NULL);
	else if (strcmp(v->type, "date") == 0)
		show_date(a, cell, v->value);
	else if (strcmp(v->type, "float") == 0 || strcmp(v->type, "percentage") == 0 ||
		 strcmp(v->type, "currency") == 0)
		show_number(a, cell, v);
	else if (text_is_blank(cell->text) && v->value)
		cell->text = v->value;
}
