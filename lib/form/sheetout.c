/* SPDX-License-Identifier: MIT
 * sheetout: a sheet for other programs: CSV (RFC 4180 with LF, as Unix tools want it), CSV for
 * Excel in Vietnamese, JSON (RFC 8259). */
#include "form/sheet.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "form/csvfield.h"

static bool is_empty(const struct cell *c)
{
	return c->kind == CELL_EMPTY || !c->text || !c->text[0];
}

static void put_field(FILE *out, const char *mark, const char *s, char separator)
{
	bool quotes = csv_needs_quotes(s, separator);
	if (quotes)
		fputc('"', out);
	fputs(mark, out);
	for (; *s; s++) {
		if (*s == '"')
			fputc('"', out);
		fputc(*s, out);
	}
	if (quotes)
		fputc('"', out);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_date(const char *s)
{
	static const char shape[] = "dddd-dd-dd";
	if (strlen(s) != sizeof shape - 1)
		return false;
	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? !is_digit(s[i]) : s[i] != '-')
			return false;
	return true;
}

/* A text that Excel would run as a formula gets an apostrophe in front. */
static const char *guard(const char *s)
{
	return strchr("=+-@\t\r", s[0]) ? "'" : "";
}

static void put_excel(FILE *out, const struct cell *c)
{
	const char *s = c->text;
	if (c->kind == CELL_DATE && is_date(s)) {
		fprintf(out, "%.2s/%.2s/%.4s", s + 8, s + 5, s);
	} else if (c->kind == CELL_NUMBER) {
		for (; *s; s++)
			fputc(*s == '.' ? ',' : *s, out);
	} else {
		put_field(out, guard(s), s, ';');
	}
}

static void put_cell(FILE *out, const struct cell *c, bool excel)
{
	if (is_empty(c))
		return;
	if (excel)
		put_excel(out, c);
	else
		put_field(out, "", c->text, ',');
}

void sheet_csv(const struct sheet *s, FILE *out, bool excel)
{
	const char *end = excel ? "\r\n" : "\n";
	char separator = excel ? ';' : ',';
	if (excel)
		fputs("\xef\xbb\xbf", out);
	for (size_t i = 0; i < s->width; i++) {
		if (i)
			fputc(separator, out);
		put_field(out, "", s->columns[i], separator);
	}
	fputs(end, out);
	for (size_t r = 0; r < s->count; r++) {
		for (size_t i = 0; i < s->width; i++) {
			if (i)
				fputc(separator, out);
			put_cell(out, &s->rows[r][i], excel);
		}
		if (s->width == 1 && is_empty(&s->rows[r][0]))
			fputs("\"\"", out); /* a blank line would be no row */
		fputs(end, out);
	}
}

/* Control characters of both kinds, and the line ends JavaScript does not take in a string. */
static bool must_escape(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static void put_character(FILE *out, uint32_t c, const char *s, size_t n)
{
	static const char escapes[] = "\"\"\\\\\nn\rr\tt";
	for (const char *e = escapes; *e; e += 2) {
		if ((uint32_t)(unsigned char)*e == c) {
			fputc('\\', out);
			fputc(e[1], out);
			return;
		}
	}
	if (must_escape(c))
		fprintf(out, "\\u%04x", (unsigned)c);
	else
		fwrite(s, 1, n, out);
}

static void put_string(FILE *out, const char *s)
{
	size_t left = strlen(s);
	fputc('"', out);
	while (*s) {
		size_t valid = utf8_check(s, left);
		for (const char *end = s + valid; s < end;) {
			const char *from = s;
			uint32_t c = utf8_next(&s);
			put_character(out, c, from, (size_t)(s - from));
		}
		left -= valid;
		if (*s) { /* no UTF-8: nothing of ours, but the array must stay JSON */
			fputs("\\ufffd", out);
			s++;
			left--;
		}
	}
	fputc('"', out);
}

/* -? (0 | [1-9][0-9]*) (. [0-9]+)? : anything else is no number of JSON and goes out as a string. */
static bool is_json_number(const char *s)
{
	s += *s == '-';
	if (!is_digit(*s) || (*s == '0' && is_digit(s[1])))
		return false;
	s += strspn(s, "0123456789");
	if (*s == '.' && is_digit(s[1]))
		s += 1 + strspn(s + 1, "0123456789");
	return !*s;
}

static void put_value(FILE *out, const struct cell *c)
{
	if (is_empty(c))
		fputs("null", out);
	else if (c->kind == CELL_NUMBER && is_json_number(c->text))
		fputs(c->text, out);
	else
		put_string(out, c->text);
}

void sheet_json(const struct sheet *s, FILE *out)
{
	fputc('[', out);
	for (size_t r = 0; r < s->count; r++) {
		fputs(r ? ",\n{" : "\n{", out);
		for (size_t i = 0; i < s->width; i++) {
			if (i)
				fputc(',', out);
			put_string(out, s->columns[i]);
			fputc(':', out);
			put_value(out, &s->rows[r][i]);
		}
		fputc('}', out);
	}
	fputs(s->count ? "\n]\n" : "]\n", out);
}
