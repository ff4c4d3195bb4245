/* SPDX-License-Identifier: MIT
 * htmltext: text that cannot become markup, and cells as text. It draws nothing. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "form/htmlparts.h"

/* Controls, marks that turn the direction of writing, and what Unicode keeps for no character. */
static bool is_no_text(uint32_t c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	       (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static void put_character(FILE *out, uint32_t c, const char *s, size_t n)
{
	static const struct {
		char c;
		const char *name;
	} names[] = {
	    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (c == (uint32_t)(unsigned char)names[i].c) {
			fputs(names[i].name, out);
			return;
		}
	if (is_no_text(c))
		fputs("\xef\xbf\xbd", out);
	else if (c == ' ' && s[1] == '%')
		fputs("\xc2\xa0", out);
	else
		fwrite(s, 1, n, out);
}

void html_text(FILE *out, const char *s)
{
	size_t left = s ? strlen(s) : 0;
	while (left) {
		size_t valid = utf8_check(s, left);
		left -= valid;
		for (const char *end = s + valid; s < end;) {
			const char *from = s;
			uint32_t c = utf8_next(&s);
			put_character(out, c, from, (size_t)(s - from));
		}
		if (left) {
			fputs("\xef\xbf\xbd", out);
			s++;
			left--;
		}
	}
}

size_t html_column(const struct sheet *sheet, const char *name)
{
	size_t i = 0;
	while (name && i < sheet->width && strcmp(sheet->columns[i], name) != 0)
		i++;
	return name ? i : sheet->width;
}

const char *html_shown(struct arena *a, const struct sheet *sheet, size_t row, size_t column)
{
	return column < sheet->width ? sheet_shown(a, &sheet->rows[row][column]) : "";
}

double html_number(const struct sheet *sheet, size_t row, size_t column)
{
	if (column >= sheet->width || sheet->rows[row][column].kind != CELL_NUMBER)
		return 0;
	const char *s = sheet->rows[row][column].text;
	double number = s ? strtod(s, NULL) : 0;
	/* What is no number, infinite or below zero has no length. */
	return number > 0 && number < 1e15 ? number : 0;
}

const char *html_heading(const char *column)
{
	static const char *const kinds[] = {"heading", "status", "field", "level"};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *word = words_say(kinds[i], column);
		if (strcmp(word, column) != 0)
			return word;
	}
	return column;
}
