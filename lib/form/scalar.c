/* SPDX-License-Identifier: MIT
 * scalar: the choice between plain, 'single', "double" and | for a text. YAML 1.1 and 1.2 readers
 * are both thought of: where either takes a text for something else, it is quoted. */
#include "form/scalar.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

static bool is_break(uint32_t c)
{
	return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* What libyaml writes as it is. Everything else it escapes, which only "double" can hold. */
static bool is_printable(uint32_t c)
{
	return (c >= 0x20 && c <= 0x7e) ||
	       (c >= 0xa0 && c <= 0xfffd && c != 0xfeff && !is_break(c));
}

/* How many printable ASCII characters stand here: most of what is asked about. */
static size_t ascii_run(const char *text)
{
	size_t n = 0;
	while (text[n] >= 0x20 && text[n] <= 0x7e)
		n++;
	return n;
}

bool scalar_is_one_line(const char *text)
{
	while (*(text += ascii_run(text)))
		if (is_break(utf8_next(&text)))
			return false;
	return true;
}

static bool all_printable(const char *text, bool lines)
{
	while (*(text += ascii_run(text))) {
		uint32_t c = utf8_next(&text);
		if (!is_printable(c) && !(lines && c == '\n'))
			return false;
	}
	return true;
}

/* A | block keeps neither blanks at a line's end nor, without further signs, any before the first
 * line or more than one line end behind the last. */
static bool suits_block(const char *text)
{
	size_t n = strlen(text);
	if (!strchr(text, '\n') || strchr(" \n", text[0]) || text[n - 1] == ' ')
		return false;
	return !strstr(text, " \n") && !(n > 1 && strcmp(text + n - 2, "\n\n") == 0) &&
	       all_printable(text, true);
}

/* Does the character at p end or begin something in a plain text? */
static bool is_mark(const char *text, const char *p, bool flow)
{
	if (*p == ':')
		return flow || p[1] == ' ' || !p[1];
	if (*p == '#')
		return p > text && p[-1] == ' ';
	return flow && strchr(",?[]{}", *p);
}

static bool suits_plain(const char *text, bool flow)
{
	size_t n = strlen(text);
	if (strchr(" #,[]{}&*!|>'\"%@`", text[0]) || text[n - 1] == ' ')
		return false;
	if (strchr("-?:", text[0]) && (flow || strchr(" ", text[1])))
		return false;
	if (strncmp(text, "---", 3) == 0 || strncmp(text, "...", 3) == 0)
		return false;
	const char *marks = flow ? ":#,?[]{}" : ":#";
	for (const char *p = text; (p = strpbrk(p, marks)); p++)
		if (is_mark(text, p, flow))
			return false;
	return all_printable(text, false);
}

/* Numbers of all kinds, dates, times: digits and the signs in and around them. Rather too many than
 * too few. */
static bool looks_numeric(const char *text)
{
	size_t sign = text[0] == '-' || text[0] == '+';
	size_t point = text[sign] == '.';
	if (text[sign + point] < '0' || text[sign + point] > '9')
		return false;
	return text[strspn(text, "0123456789abcdefABCDEFxXoOtTzZ_.,:/+- ")] == '\0';
}

static bool looks_special(const char *text)
{
	static const char *const words[] = {"~",    "null",  "true",  "false", "yes", "no",
					    "on",   "off",   "y",     "n",     "<<",  "=",
					    ".inf", "-.inf", "+.inf", ".nan"};
	enum { LONGEST = 5 };
	bool brief = strnlen(text, LONGEST + 1) <= LONGEST;
	for (size_t i = 0; brief && i < sizeof words / sizeof words[0]; i++)
		if (strcasecmp(text, words[i]) == 0)
			return true;
	return looks_numeric(text);
}

enum scalar_style scalar_choose(const char *text, bool quoted, bool flow)
{
	if (!*text)
		return quoted || flow ? SCALAR_DOUBLE : SCALAR_PLAIN;
	if (!flow && suits_block(text))
		return SCALAR_BLOCK;
	if (suits_plain(text, flow) && !(quoted && looks_special(text)))
		return SCALAR_PLAIN;
	if (strpbrk(text, "\"\\") && all_printable(text, false))
		return SCALAR_SINGLE;
	return SCALAR_DOUBLE;
}
