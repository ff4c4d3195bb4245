/* SPDX-License-Identifier: MIT
 * ics_test: content lines: folding, escaping. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "check.h"
#include "form/icsout.h"

enum shape { AS_IT_IS, TEXT };

/* What is printed; the caller frees. */
static char *printed(enum shape shape, const char *name, const char *value)
{
	char *s = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&s, &n);
	if (shape == TEXT)
		ics_text(f, name, value);
	else
		ics_line(f, name, value);
	fclose(f);
	return s;
}

static void unfold(char *s)
{
	char *to = s;
	for (; *s; s++)
		if (strncmp(s, "\r\n ", 3) == 0)
			s += 2;
		else
			*to++ = *s;
	*to = '\0';
}

/* Each line has at most 75 octets and is UTF-8 by itself. */
static void check_lines(const char *s)
{
	while (*s) {
		const char *end = strstr(s, "\r\n");
		CHECK(end != NULL);
		if (!end)
			return;
		size_t n = (size_t)(end - s);
		CHECK(n <= 75);
		CHECK(utf8_check(s, n) == n);
		CHECK(!memchr(s, '\n', n) && !memchr(s, '\r', n));
		s = end + 2;
	}
}

static void escapes(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"", "X:\r\n"},
	    {"a", "X:a\r\n"},
	    {"a,b;c\\d", "X:a\\,b\\;c\\\\d\r\n"},
	    {"a:\"b\"", "X:a:\"b\"\r\n"},
	    {"a\nb", "X:a\\nb\r\n"},
	    {"a\r\nb", "X:a\\nb\r\n"},
	    {"a\rb\tc\001d\177e", "X:a b c d e\r\n"},
	    {"Sở Nội vụ", "X:Sở Nội vụ\r\n"},
	    {"a\\n", "X:a\\\\n\r\n"},
	};
	check_begin("a text is escaped as RFC 5545 says and can break no line");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *got = printed(TEXT, "X", cases[i].text);
		CHECK_FOR(cases[i].text, got, cases[i].want);
		free(got);
	}
}

/* Texts of every length around the limit, of characters of 1 to 4 bytes. */
static void folds(void)
{
	static const char *const letters[] = {"a", "đ", "ệ", "😀", "aệ", "đ😀b", ","};
	check_begin("a line is folded at 75 octets and never inside a character");
	for (size_t l = 0; l < sizeof letters / sizeof *letters; l++) {
		struct buf text = {0};
		buf_text(&text, "N");
		for (int n = 0; n < 240; n++) {
			char *got = printed(AS_IT_IS, "SUMMARY", text.s);
			check_lines(got);
			unfold(got);
			struct buf want = {0};
			buf_format(&want, "SUMMARY:%s\r\n", text.s);
			CHECK_FOR(letters[l], got, want.s);
			buf_free(&want);
			free(got);
			buf_text(&text, letters[l]);
		}
		buf_free(&text);
	}
	char *exact = printed(AS_IT_IS, "A",
			      "1234567890123456789012345678901234567890123456789012"
			      "345678901234567890123");
	CHECK(strlen(exact) == 77);
	free(exact);
}

static void lists(void)
{
	static const char *const texts[] = {NULL, "một, hai", "", "ba"};
	char *s = NULL;
	size_t n = 0;
	check_begin("a list parts its members with commas and leaves out those that are empty");
	FILE *f = open_memstream(&s, &n);
	ics_texts(f, "CATEGORIES", texts, 4);
	ics_texts(f, "CATEGORIES", texts, 1);
	fclose(f);
	CHECK_TEXT(s, "CATEGORIES:một\\, hai,ba\r\n");
	free(s);
}

int main(void)
{
	escapes();
	folds();
	lists();
	return check_end();
}
