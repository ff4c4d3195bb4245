/* SPDX-License-Identifier: MIT
 * marktext: Markdown's signs inside a line. It knows no tables. Every search is bounded or is not made
 * a second time in vain: a cell may hold a megabyte of asterisks. */
#include "read/marktext.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { TAG_MOST = 400, LINK_MOST = 2000, DEPTH_MOST = 4 }; /* bytes; links inside links */

struct reading {
	struct buf out, lost;
	bool raised;	    /* inside <sup> */
	bool open[256];	    /* emphasis with this sign has begun */
	bool hopeless[256]; /* nothing behind ends emphasis with this sign */
	int depth;
};

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

static bool is_gap(char c)
{
	return c == '\0' || c == ' ' || c == '\n' || c == '\t';
}

static void lose(struct reading *r, const char *s, size_t n)
{
	if (r->lost.n > 0)
		buf_char(&r->lost, ' ');
	buf_bytes(&r->lost, s, n);
}

static const struct {
	const char *name, *text;
} tags[] = {
    {"a", ""},	     {"abbr", ""},     {"b", ""},	{"big", ""},	{"br", "\n"},
    {"code", ""},    {"center", "\n"}, {"del", ""},	{"div", "\n"},	{"em", ""},
    {"font", ""},    {"h1", "\n"},     {"h2", "\n"},	{"h3", "\n"},	{"h4", "\n"},
    {"hr", "\n"},    {"i", ""},	       {"img", ""},	{"ins", ""},	{"li", "\n"},
    {"mark", ""},    {"o:p", ""},      {"ol", "\n"},	{"p", "\n"},	{"s", ""},
    {"small", ""},   {"span", ""},     {"strike", ""},	{"strong", ""}, {"sub", ""},
    {"sup", ""},     {"table", "\n"},  {"tbody", "\n"}, {"td", " "},	{"th", " "},
    {"thead", "\n"}, {"tr", "\n"},     {"u", ""},	{"ul", "\n"},
};

/* Words struck out, up to and with the sign that ends them: they hold no longer. */
static size_t skip_struck(struct reading *r, const char *s, const char *end)
{
	unsigned char sign = (unsigned char)*end;
	const char *close = r->hopeless[sign] ? NULL : strstr(s + 2, end);
	r->hopeless[sign] = !close;
	if (!close)
		return 0;
	size_t n = (size_t)(close - s) + strlen(end);
	lose(r, s, n);
	return n;
}

static size_t read_tag(struct reading *r, const char *s)
{
	if (strncmp(s, "<!--", 4) == 0) {
		const char *end = r->hopeless['!'] ? NULL : strstr(s, "-->");
		r->hopeless['!'] = !end;
		return end ? (size_t)(end - s) + 3 : 0;
	}
	bool closing = s[1] == '/';
	const char *name = s + 1 + closing;
	size_t n = strcspn(name, " \t\n/<>"), whole = 1;
	while (whole < TAG_MOST && s[whole] && !strchr("<>", s[whole]))
		whole++;
	if (s[whole] != '>')
		return 0;
	if (strncmp(name, "http", 4) == 0) {
		buf_bytes(&r->out, s + 1, whole - 1);
		return whole + 1;
	}
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		if (strlen(tags[i].name) != n || strncasecmp(tags[i].name, name, n) != 0)
			continue;
		if (!closing && strcmp(tags[i].name, "del") == 0)
			return skip_struck(r, s, "</del>");
		if (strcmp(tags[i].name, "sup") == 0)
			r->raised = !closing;
		buf_text(&r->out, tags[i].text);
		return whole + 1;
	}
	return 0;
}

static const struct {
	const char *name, *text;
} entities[] = {
    {"&nbsp;", " "}, {"&amp;", "&"},   {"&quot;", "\""}, {"&apos;", "'"},   {"&lt;", "<"},
    {"&gt;", ">"},   {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}, {"&le;", "≤"},
    {"&ge;", "≥"},   {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&lsquo;", "‘"},  {"&rsquo;", "’"},
    {"&sup1;", "¹"}, {"&sup2;", "²"},  {"&sup3;", "³"},
};

static size_t read_number_entity(struct reading *r, const char *s)
{
	bool hex = (s[2] | 0x20) == 'x';
	const char *digits = s + 2 + hex;
	size_t n = strspn(digits, hex ? "0123456789abcdefABCDEF" : "0123456789");
	if (n == 0 || n > 6 || digits[n] != ';')
		return 0;
	unsigned long c = strtoul(digits, NULL, hex ? 16 : 10);
	if (c < 0x20 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	char text[4];
	buf_bytes(&r->out, text, utf8_put(text, (uint32_t)c));
	return (size_t)(digits + n + 1 - s);
}

static size_t read_entity(struct reading *r, const char *s)
{
	if (s[1] == '#')
		return read_number_entity(r, s);
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		size_t n = strlen(entities[i].name);
		if (strncmp(s, entities[i].name, n) == 0) {
			buf_text(&r->out, entities[i].text);
			return n;
		}
	}
	return 0;
}

/* Can a run of n signs at s begin emphasis, or end it? Underscores do so only at words' ends: names
 * of files hold them. */
static bool may_open(const char *start, const char *s, size_t n)
{
	bool inside = *s == '_' && s > start && is_word(s[-1]);
	return !is_gap(s[n]) && s[n] != ')' && !inside;
}

static bool may_close(const char *start, const char *s, size_t n)
{
	bool inside = *s == '_' && is_word(s[n]);
	return s > start && !is_gap(s[-1]) && s[-1] != '(' && !inside;
}

static bool closes_later(struct reading *r, const char *start, const char *s, size_t n)
{
	if (r->hopeless[(unsigned char)*s])
		return false;
	char sign[] = {*s, '\0'};
	for (const char *p = s + n; (p = strchr(p, *s)); p += strspn(p, sign))
		if (strspn(p, sign) == n && may_close(start, p, n))
			return true;
	r->hopeless[(unsigned char)*s] = true;
	return false;
}

/* A run of * _ or ~ at s: the bytes that are no text. */
static size_t read_emphasis(struct reading *r, const char *start, const char *s)
{
	char sign[] = {*s, '\0'};
	unsigned char c = (unsigned char)*s;
	size_t n = strspn(s, sign);
	if (*s == '*' && n > 1)
		return n; /* nothing else is written so */
	if (n > 2) {	  /* a line to write on */
		buf_bytes(&r->out, s, n);
		return n;
	}
	if (*s == '~')
		return n == 2 ? skip_struck(r, s, "~~") : 0;
	if (r->open[c] && may_close(start, s, n)) {
		r->open[c] = false;
		return n;
	}
	if (r->open[c] || !may_open(start, s, n) || !closes_later(r, start, s, n))
		return 0;
	r->open[c] = true;
	return n;
}

static void read_all(struct reading *r, struct arena *a, const char *s);

/* The ] that closes the [ at s, near by; NULL when there is none. */
static const char *bracket_end(const char *s)
{
	size_t depth = 0;
	for (size_t i = 0; i < LINK_MOST && s[i]; i++) {
		depth += s[i] == '[';
		if (s[i] == ']' && --depth == 0)
			return s + i;
	}
	return NULL;
}

/* [^1] is a footnote's mark; [words](address) are the words. */
static size_t read_bracket(struct reading *r, struct arena *a, const char *s)
{
	const char *end = bracket_end(s);
	if (!end)
		return 0;
	if (s[1] == '^' && end > s + 2 && end[1] != ':') {
		lose(r, s, (size_t)(end + 1 - s));
		return (size_t)(end + 1 - s);
	}
	size_t address = end[1] == '(' ? strcspn(end + 2, "()\n") : LINK_MOST;
	if (address >= LINK_MOST || end[2 + address] != ')' || r->depth == DEPTH_MOST)
		return 0;
	r->depth++;
	read_all(r, a, arena_copy(a, s + 1, (size_t)(end - s - 1)));
	r->depth--;
	return (size_t)(end + 3 - s) + address;
}

static size_t read_escape(struct reading *r, const char *s)
{
	if (s[1] == '\n')
		return 1;
	if (!s[1] || !strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]))
		return 0;
	buf_char(&r->out, s[1]);
	return 2;
}

static size_t read_raised(struct reading *r, const char *s)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	if (!r->raised || *s < '0' || *s > '9')
		return 0;
	buf_text(&r->out, raised[*s - '0']);
	return 1;
}

/* The sign at s, if it is one: the bytes it takes; 0 when it is text. */
static size_t read_sign(struct reading *r, struct arena *a, const char *start, const char *s)
{
	switch (*s) {
	case '\\':
		return read_escape(r, s);
	case '<':
		return read_tag(r, s);
	case '&':
		return read_entity(r, s);
	case '*':
	case '_':
	case '~':
		return read_emphasis(r, start, s);
	case '!':
		return s[1] == '[' && bracket_end(s + 1) && bracket_end(s + 1)[1] == '(';
	case '[':
		return read_bracket(r, a, s);
	case '`':
		return 1;
	}
	return read_raised(r, s);
}

static void read_all(struct reading *r, struct arena *a, const char *s)
{
	const char *start = s;
	while (*s) {
		size_t n = read_sign(r, a, start, s);
		if (n == 0)
			buf_char(&r->out, *s++);
		s += n;
	}
}

const char *marktext_read(struct arena *a, const char *s, const char **lost)
{
	struct reading r = {0};
	read_all(&r, a, s);
	*lost = r.lost.n > 0 ? buf_take(&r.lost, a) : NULL;
	return buf_take(&r.out, a);
}

const char *marktext_line(const char *s)
{
	s += strspn(s, " \t");
	while (*s == '>')
		s += 1 + strspn(s + 1, " \t");
	size_t n = strspn(s, "#");
	if (n > 0 && n < 7 && (is_gap(s[n])))
		s += n + strspn(s + n, " \t");
	return s;
}
