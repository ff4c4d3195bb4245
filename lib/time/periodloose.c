/* SPDX-License-Identifier: MIT
 * periodloose: periods as people type them in an option or a log: Q2/2024, Quý II, tháng 3. It does
 * not know deadlines. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "time/period.h"

/* What stands before the number, after it, and which period it then is. Without accents and blanks;
 * # is a number, @ a Roman or Arabic quarter. The first that fits counts. */
static const struct form {
	const char *words;
	enum period_kind kind;
	int number; /* 0: the # or @ */
} forms[] = {
    {"6thangdaunam", PERIOD_HALF, 1},
    {"06thangdaunam", PERIOD_HALF, 1},
    {"6thangcuoinam", PERIOD_HALF, 2},
    {"06thangcuoinam", PERIOD_HALF, 2},
    {"6thang", PERIOD_HALF, 1},
    {"06thang", PERIOD_HALF, 1},
    {"9thangdaunam", PERIOD_NINE, 1},
    {"09thangdaunam", PERIOD_NINE, 1},
    {"9thang", PERIOD_NINE, 1},
    {"09thang", PERIOD_NINE, 1},
    {"9m", PERIOD_NINE, 1},
    {"quy@", PERIOD_QUARTER, 0},
    {"q@", PERIOD_QUARTER, 0},
    {"h#", PERIOD_HALF, 0},
    {"thang#", PERIOD_MONTH, 0},
    {"t#", PERIOD_MONTH, 0},
    {"m#", PERIOD_MONTH, 0},
    {"tuan#", PERIOD_WEEK, 0},
    {"w#", PERIOD_WEEK, 0},
    {"canam", PERIOD_YEAR, 1},
    {"nam", PERIOD_YEAR, 1},
};

/* A short number at *s; 0 when there is none. */
static int number_read(const char **s)
{
	char *end;
	if (**s < '0' || **s > '9')
		return 0;
	long n = strtol(*s, &end, 10);
	if (end - *s > 4)
		return 0;
	*s = end;
	return (int)n;
}

static int quarter_read(const char **s)
{
	static const char *const roman[] = {"iv", "iii", "ii", "i"};
	static const int value[] = {4, 3, 2, 1};
	for (size_t k = 0; k < sizeof value / sizeof *value; k++) {
		size_t n = strlen(roman[k]);
		if (strncmp(*s, roman[k], n) == 0) {
			*s += n;
			return value[k];
		}
	}
	return number_read(s);
}

/* Fits a form at *s; the number it gives, 0 when it does not fit. */
static int form_read(const struct form *form, const char **s)
{
	size_t n = strcspn(form->words, "#@");
	if (strncmp(*s, form->words, n) != 0)
		return 0;
	const char *rest = *s + n;
	int number = form->number;
	if (form->words[n])
		number = form->words[n] == '@' ? quarter_read(&rest) : number_read(&rest);
	if (number)
		*s = rest;
	return number;
}

/* What follows a form: nothing (then `year` counts) or a year; 0 when it is neither. */
static int year_read(const char *s, int year)
{
	if (!*s)
		return year;
	s += strspn(s, "/-,");
	if (strncmp(s, "nam", 3) == 0)
		s += 3;
	if (strlen(s) != 4)
		return 0;
	int said = number_read(&s);
	return *s ? 0 : said;
}

static struct period forms_read(const char *s, int year)
{
	for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
		const char *rest = s;
		int number = form_read(&forms[k], &rest);
		int in = number ? year_read(rest, year) : 0;
		if (in)
			return period_make(forms[k].kind, in, number);
	}
	return (struct period){PERIOD_NONE, DAY_NONE, DAY_NONE};
}

/* A bare number is one of `kind`; 3/2024 is a month, 31/3/2024 a day. */
static struct period number_period(const char *s, enum period_kind kind, int year)
{
	struct period none = {PERIOD_NONE, DAY_NONE, DAY_NONE};
	day d = day_parse(s);
	if (d != DAY_NONE)
		return period_of(PERIOD_DAY, d);
	const char *rest = s;
	int number = kind == PERIOD_QUARTER ? quarter_read(&rest) : number_read(&rest);
	if (!number)
		return none;
	if (!*rest && kind != PERIOD_NONE && kind != PERIOD_YEAR)
		return period_make(kind, year, number);
	if (*rest != '/' && *rest != '-')
		return none;
	int in = year_read(rest, 0);
	if (!in)
		return none;
	return period_make(kind == PERIOD_NONE ? PERIOD_MONTH : kind, in, number);
}

/* Lower case, without accents and blanks. */
static void strip(struct buf *b, const char *s)
{
	while (*s) {
		uint32_t c = utf8_next(&s);
		char bytes[4];
		if (!utf8_is_blank(c))
			buf_bytes(b, bytes, utf8_put(bytes, utf8_plain(c)));
	}
}

/* With a `kind` other than PERIOD_NONE, a period of another kind is no answer. */
struct period period_parse_loose(const char *s, enum period_kind kind, int year)
{
	struct period p = period_parse(s, strlen(s));
	if (p.kind == PERIOD_NONE) {
		struct buf b = {0};
		buf_text(&b, "");
		strip(&b, s);
		for (char *c = b.s; *c; c++) /* 2024-q2 */
			*c = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
		p = period_parse(b.s, b.n);
		for (char *c = b.s; *c; c++)
			*c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
		if (p.kind == PERIOD_NONE)
			p = number_period(b.s, kind, year);
		if (p.kind == PERIOD_NONE)
			p = forms_read(b.s, year);
		buf_free(&b);
	}
	bool fits = kind == PERIOD_NONE || p.kind == kind;
	return fits ? p : (struct period){PERIOD_NONE, DAY_NONE, DAY_NONE};
}
