/* SPDX-License-Identifier: MIT
 * yamlhint: a table of libyaml's problem words with advice, and a scan for characters. It does not
 * call libyaml. */
#include "form/yamlhint.h"

#include <string.h>

#include "base/words.h"

struct hint {
	const char *context, *problem; /* parts of libyaml's words; NULL: any */
	const char *english, *vietnamese;
};

static const struct hint hints[] = {
    {NULL, "mapping values are not allowed",
     "; a text with a colon and a blank in it stands in quotes: \"Khoản 1: điều 2\"",
     "; giá trị có dấu hai chấm và khoảng trắng phải đặt trong ngoặc kép: \"Khoản 1: điều 2\""},
    {"quoted scalar", "end of stream", "; the quote that is opened here is never closed",
     "; dấu ngoặc kép mở ở đây không được đóng"},
    {"quoted scalar", "document indicator", "; the quote that is opened here is never closed",
     "; dấu ngoặc kép mở ở đây không được đóng"},
    {NULL, "expected ',' or ']'", "; the list that is opened here needs commas and a ]",
     "; danh sách mở ở đây thiếu dấu phẩy hoặc dấu ]"},
    {NULL, "expected ',' or '}'", "; the map that is opened here needs commas and a }",
     "; nhóm mở ở đây thiếu dấu phẩy hoặc dấu }"},
    {NULL, "could not find expected ':'", "; a key needs a colon and a blank behind it",
     "; sau khóa phải có dấu hai chấm và khoảng trắng"},
    {NULL, "expected key",
     "; look at how far this line is indented, and whether a quote before it is closed too early",
     "; hãy xem lại mức thụt đầu dòng này và dấu ngoặc kép phía trước"},
    {NULL, "expected '-' indicator", "; look at how far this line is indented",
     "; hãy xem lại mức thụt đầu dòng này"},
    {NULL, "block sequence entries are not allowed",
     "; a list begins on a line of its own, or stands in [ ]",
     "; danh sách bắt đầu ở dòng riêng hoặc đặt trong [ ]"},
    {NULL, "tab character", "; indent with blanks, not with tabs",
     "; thụt đầu dòng bằng khoảng trắng, không dùng phím Tab"},
    {NULL, "cannot start any token",
     "; a text that begins with @ ` % or a tab stands in quotes; lines are indented with blanks",
     "; giá trị bắt đầu bằng @ ` % phải đặt trong ngoặc kép; thụt dòng bằng khoảng trắng"},
    {NULL, "unknown escape character", "; in \"…\" a backslash is written \\\\, or use '…'",
     "; trong \"…\" dấu \\ phải viết là \\\\, hoặc dùng '…'"},
    {NULL, "expected <document start>", "; the file must be one map of keys and values",
     "; cả tệp phải là một nhóm khóa và giá trị"},
};

const char *yamlhint_find(const char *problem, const char *context)
{
	for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++) {
		const struct hint *h = &hints[i];
		if (h->context && (!context || !strstr(context, h->context)))
			continue;
		if (problem && strstr(problem, h->problem))
			return words_pick(h->english, h->vietnamese);
	}
	return "";
}

bool yamlhint_at_context(const char *context, const char *problem)
{
	static const char *const opened[] = {"end of stream", "document indicator", "',' or ']'",
					     "',' or '}'", "could not find expected ':'"};
	if (!context || !problem)
		return false;
	for (size_t i = 0; i < sizeof opened / sizeof opened[0]; i++)
		if (strstr(problem, opened[i]))
			return true;
	return false;
}

/* The character that begins at p, or none of the bad ones. */
static bool is_bad(const unsigned char *p, size_t left)
{
	if (p[0] < 0x80)
		return true;
	if (p[0] == 0xc2)
		return left > 1 && p[1] < 0xa0;
	if (left < 3)
		return false;
	if (p[0] == 0xe2)
		return p[1] == 0x80 && (p[2] == 0xa8 || p[2] == 0xa9);
	return (p[1] == 0xbf && p[2] >= 0xbe) || (p[1] == 0xbb && p[2] == 0xbf);
}

size_t yamlhint_bad_character(const char *s, size_t n)
{
	static const unsigned char look[256] = {
	    [0x00] = 1, [0x01] = 1, [0x02] = 1, [0x03] = 1, [0x04] = 1, [0x05] = 1, [0x06] = 1,
	    [0x07] = 1, [0x08] = 1, [0x0b] = 1, [0x0c] = 1, [0x0e] = 1, [0x0f] = 1, [0x10] = 1,
	    [0x11] = 1, [0x12] = 1, [0x13] = 1, [0x14] = 1, [0x15] = 1, [0x16] = 1, [0x17] = 1,
	    [0x18] = 1, [0x19] = 1, [0x1a] = 1, [0x1b] = 1, [0x1c] = 1, [0x1d] = 1, [0x1e] = 1,
	    [0x1f] = 1, [0x7f] = 1, [0xc2] = 1, [0xe2] = 1, [0xef] = 1,
	};
	const unsigned char *p = (const unsigned char *)s;
	for (size_t i = 0; i < n; i++)
		if (look[p[i]] && is_bad(p + i, n - i))
			return i;
	return n;
}

const char *yamlhint_character(void)
{
	return words_pick("; it came with pasted text and cannot be seen: delete it",
			  "; ký tự ẩn này lẫn vào khi dán văn bản, hãy xóa đi");
}
