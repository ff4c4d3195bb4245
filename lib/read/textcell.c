/* SPDX-License-Identifier: MIT
 * textcell: lines to one cell. It knows markup's residue in scanned and copied text, and nothing of
 * tables. */
#include "read/textcell.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

static const char *const tags[] = {
    "a",  "b",	   "br",    "center", "col",	"colgroup", "div", "em",    "font",
    "h1", "h2",	   "h3",    "h4",     "hr",	"i",	    "img", "li",    "o:p",
    "ol", "p",	   "small", "span",   "strong", "sub",	    "sup", "table", "tbody",
    "td", "tfoot", "th",    "thead",  "tr",	"tt",	    "u",   "ul",
};

static const struct {
	const char *name, *text;
} entities[] = {
    {"&nbsp;", " "}, {"&amp;", "&"}, {"&quot;", "\""},
    {"&apos;", "'"}, {"&lt;", "<"},  {"&gt;", ">"},
};

static bool is_tag_name(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		if (strlen(tags[i]) != n)
			continue;
		size_t k = 0;
		while (k < n && (s[k] | 0x20) == (tags[i][k] | 0x20))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

/* Bytes of the HTML tag that s starts with; 0 when it is none. */
static size_t tag_length(const char *s)
{
	if (*s != '<')
		return 0;
	const char *name = s + 1 + (s[1] == '/');
	size_t n = strcspn(name, " \t\n/<>");
	size_t whole = strcspn(s + 1, "<>") + 1;
	return s[whole] == '>' && n > 0 && is_tag_name(name, n) ? whole + 1 : 0;
}

static size_t entity_find(const char *s, const char **text)
{
	for (size_t i = 0; *s == '&' && i < sizeof entities / sizeof *entities; i++) {
		size_t n = strlen(entities[i].name);
		if (strncmp(s, entities[i].name, n) == 0) {
			*text = entities[i].text;
			return n;
		}
	}
	return 0;
}

/* Is there emphasis? Two asterisks always are; single ones when they come in pairs and none is a
 * footnote's "(*)". */
static bool has_single_emphasis(const char *s)
{
	size_t single = 0;
	for (const char *start = s; *s; s++) {
		if (*s != '*')
			continue;
		size_t run = strspn(s, "*");
		single += run == 1 || run == 3;
		if (run == 1 && s[1] == ')' && s > start && s[-1] == '(')
			return false;
		s += run - 1;
	}
	return single > 0 && single % 2 == 0;
}

static const char *strip(struct arena *a, const char *s, bool *markup)
{
	bool single = has_single_emphasis(s);
	struct buf out = {0};
	while (*s) {
		const char *text = "";
		size_t n = tag_length(s);
		if (n > 0)
			text = s[1] == 'b' && s[2] == 'r' ? "\n" : " ";
		else
			n = entity_find(s, &text);
		size_t stars = strspn(s, "*");
		if (n == 0 && (stars > 1 || (stars == 1 && single)))
			n = stars;
		*markup = *markup || n > 0;
		if (n > 0)
			buf_text(&out, text);
		else
			buf_char(&out, *s);
		s += n > 0 ? n : 1;
	}
	return buf_take(&out, a);
}

const char *textcell_lines(struct arena *a, const char *s)
{
	if (!s[strcspn(s, "\n\v")])
		return text_squeeze(a, s);
	struct buf out = {0};
	for (;;) {
		size_t n = strcspn(s, "\n\v");
		const char *line = text_squeeze(a, arena_copy(a, s, n));
		if (*line) {
			if (out.n > 0)
				buf_char(&out, '\n');
			buf_text(&out, line);
		}
		if (!s[n])
			return buf_take(&out, a);
		s += n + 1;
	}
}

struct grid_cell textcell_make(struct arena *a, const struct text_line *lines, size_t n)
{
	struct grid_cell cell = {.text = "", .lines = "", .columns = 1, .rows = 1};
	if (n == 0)
		return cell;
	struct buf whole = {0};
	for (size_t i = 0; i < n; i++) {
		buf_text(&whole, lines[i].s);
		buf_char(&whole, '\n');
	}
	cell.lines = textcell_lines(a, strip(a, buf_take(&whole, a), &cell.markup));
	cell.text = text_squeeze(a, cell.lines);
	cell.at = lines[0].at;
	cell.end = lines[n - 1].at;
	return cell;
}
