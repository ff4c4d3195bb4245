/* SPDX-License-Identifier: MIT
 * webwalk: elements to words, as a browser shows them. It knows what each element means, but for
 * tables. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/gridmaker.h"
#include "read/web_private.h"
#include "read/numeral.h"

struct list {
	long next;
	int step;
	char type; /* 1 a A i I; 0: no numbers */
};

static const char blocks[] =
    " address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
    "menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr ul ";

static const char skipped[] =
    " applet area audio base button canvas col colgroup datalist embed frame frameset head iframe "
    "link map meta noembed noframes noscript object param progress script source style svg "
    "template title track video xml ";

static void walk(struct web_flow *flow, const struct web_node *node, struct web_style style);

/* Notes at the end of a page, and remarks at its side. */
static bool is_aside(struct arena *a, const struct web_node *node)
{
	const char *id = web_value(node, "id"), *element = web_property(a, node, "mso-element");
	if (web_is(node, "div") && id && strncmp(id, "sdfootnote", 10) == 0)
		return true;
	return element &&
	       (strncmp(element, "footnote", 8) == 0 || strncmp(element, "endnote", 7) == 0 ||
		strncmp(element, "comment", 7) == 0);
}

bool web_is_skipped(struct arena *a, const struct web_node *node)
{
	const char *class = web_value(node, "class");
	return web_is_any(node, skipped) || is_aside(a, node) ||
	       (class && strcmp(class, "MsoCommentReference") == 0);
}

void web_boundary(struct web_flow *flow)
{
	flow->numbered = false;
	if (flow->cell) {
		web_break(&flow->writer, false);
		return;
	}
	long line = flow->writer.line;
	const char *text = web_take(&flow->writer);
	if (!text_is_blank(text))
		maker_paragraph(flow->page->maker, line, text);
	web_doubts(&flow->writer);
}

long web_number(const struct web_node *node, const char *name, long none)
{
	enum { MOST = 1000 * 1000 };
	const char *s = web_value(node, name);
	s = s ? s + strspn(s, " \t\r\n") : "";
	bool negative = *s == '-';
	s += negative || *s == '+';
	long value = 0;
	if (*s < '0' || *s > '9')
		return none;
	for (; *s >= '0' && *s <= '9'; s++)
		value = value < MOST ? value * 10 + (*s - '0') : MOST;
	value = value < MOST ? value : MOST;
	return negative ? -value : value;
}

/* a … z, aa, ab …: another way than word processors count on. */
static const char *alphabetic(struct arena *a, long n, char first)
{
	const char *text = "";
	for (; n > 0; n = (n - 1) / 26)
		text = arena_format(a, "%c%s", (char)(first + (n - 1) % 26), text);
	return text;
}

static const char *number_of(struct arena *a, long n, char type)
{
	struct buf out = {0};
	if (n > 0 && (type == 'a' || type == 'A'))
		return alphabetic(a, n, type);
	numeral_put(&out,
		    type == 'i'	  ? NUMERAL_LOWER_ROMAN
		    : type == 'I' ? NUMERAL_UPPER_ROMAN
				  : NUMERAL_DECIMAL,
		    n);
	return buf_take(&out, a);
}

static char type_of(const struct web_node *node, char none)
{
	const char *type = web_value(node, "type");
	return type && *type && strchr("1aAiI", *type) && !type[1] ? *type : none;
}

static void read_item(struct web_flow *flow, const struct web_node *node, struct web_style style,
		      struct list *list)
{
	web_boundary(flow);
	list->next = web_number(node, "value", list->next);
	char type = style.numbers ? style.numbers : type_of(node, list->type);
	if (list->type && !style.unnumbered) {
		struct arena *a = flow->page->arena;
		const char *number = number_of(a, list->next, type);
		web_write_own(&flow->writer, arena_format(a, "%s. ", number));
		buf_format(&flow->writer.numbers, "%s. ", number);
		flow->numbered = true;
		if (flow->writer.line == 0)
			flow->writer.line = node->line;
	}
	list->next += list->step;
	web_walk_children(flow, node, style);
	web_boundary(flow);
}

static long count_items(const struct web_node *list)
{
	long count = 0;
	for (const struct web_node *node = list->first; node; node = node->next)
		count += web_is(node, "li");
	return count;
}

static void read_list(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	bool ordered = web_is(node, "ol"), back = web_value(node, "reversed") != NULL;
	struct list list = {.next = web_number(node, "start", back ? count_items(node) : 1),
			    .step = back ? -1 : 1,
			    .type = ordered ? type_of(node, '1') : 0};
	web_boundary(flow);
	for (const struct web_node *item = node->first; item; item = item->next) {
		if (item->name && web_is(item, "li") && !web_is_skipped(flow->page->arena, item)) {
			struct web_style own = web_style_of(flow->page->styles, item, style);
			read_item(flow, item, own, &list);
			continue;
		}
		walk(flow, item, style);
	}
	web_boundary(flow);
}

static void collect(struct buf *out, const struct web_node *node)
{
	for (const struct web_node *child = node->first; child; child = child->next) {
		if (child->text)
			buf_text(out, child->text);
		else
			collect(out, child);
	}
}

static const char *words_in(struct arena *a, const struct web_node *node)
{
	struct buf out = {0};
	collect(&out, node);
	return text_squeeze(a, buf_take(&out, a));
}

/* 1 (1) [1] * a) and the like: the mark of a footnote. */
static bool is_mark(const char *s)
{
	s += *s == '(' || *s == '[';
	size_t digits = strspn(s, "0123456789"), stars = strspn(s, "*");
	size_t n = digits > 0 && digits < 4 ? digits : stars;
	if (n == 0 && s[0] >= 'a' && s[0] <= 'z')
		n = 1;
	return n > 0 && (!s[n] || ((s[n] == ')' || s[n] == ']') && !s[n + 1]));
}

/* m², km³, 30 °C, or the mark of a footnote, which is no part of the words; anything else is text. */
static bool read_raised(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	struct web_writer *w = &flow->writer;
	const char *text = words_in(flow->page->arena, node);
	if (style.hidden || style.removed || !is_mark(text))
		return false;
	uint32_t before = web_last(w);
	if ((text[0] == '2' || text[0] == '3') && !text[1] && before == 'm')
		web_write_own(w, text[0] == '2' ? "²" : "³");
	else if ((text[0] == 'o' || text[0] == '0') && !text[1] && before >= '0' && before <= '9')
		web_write_own(w, "°");
	else
		buf_format(&w->notes, "%s ", text);
	return true;
}

/* A link to a note of Word's or LibreOffice's. */
static bool is_note_link(const struct web_node *node)
{
	const char *href = web_value(node, "href");
	const char *at = href && web_is(node, "a") ? strchr(href, '#') : NULL;
	return at && (strncmp(at, "#_ftn", 5) == 0 || strncmp(at, "#_edn", 5) == 0 ||
		      strncmp(at, "#sdfootnote", 11) == 0 || strncmp(at, "#sdendnote", 10) == 0);
}

static void read_input(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	const char *type = web_value(node, "type"), *value = web_value(node, "value");
	type = type ? type : "text";
	if (style.hidden || strcmp(type, "hidden") == 0 || strcmp(type, "password") == 0)
		return;
	if (strcmp(type, "checkbox") == 0 || strcmp(type, "radio") == 0)
		web_write_own(&flow->writer, web_value(node, "checked") ? " ☑ " : " ☐ ");
	else if (value &&
		 !web_is_any(&(struct web_node){.name = type}, " button submit reset image file "))
		web_write(&flow->writer, value, node->line, &style);
}

static const struct web_node *find_option(const struct web_node *node, bool selected)
{
	for (const struct web_node *child = node->first; child; child = child->next) {
		if (web_is(child, "option") && (!selected || web_value(child, "selected")))
			return child;
		const struct web_node *found = child->name ? find_option(child, selected) : NULL;
		if (found)
			return found;
	}
	return NULL;
}

static void read_select(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	const struct web_node *option = find_option(node, true);
	option = option ? option : find_option(node, false);
	if (option)
		web_walk_children(flow, option, style);
}

/* In a cell: its rows and cells become lines. */
static void flatten_table(struct web_flow *flow, const struct web_node *node,
			  struct web_style style)
{
	web_boundary(flow);
	size_t before = flow->writer.text.n;
	web_walk_children(flow, node, style);
	web_boundary(flow);
	struct web_writer *w = &flow->writer;
	if (!web_is_frame(node) && w->text.n > before)
		buf_bytes(&w->nested, w->text.s + before, w->text.n - before);
}

/* Elements that are more than the words in them. False: read what is in it. */
static bool read_special(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	if (web_is(node, "br")) {
		web_break(&flow->writer, true);
	} else if (web_is_any(node, " ol ul menu dir ")) {
		read_list(flow, node, style);
	} else if (web_is(node, "table")) {
		if (flow->cell)
			flatten_table(flow, node, style);
		else
			web_table(flow, node, style);
	} else if (web_is(node, "input")) {
		read_input(flow, node, style);
	} else if (web_is(node, "select")) {
		read_select(flow, node, style);
	} else if (is_note_link(node)) {
		buf_format(&flow->writer.notes, "%s ", words_in(flow->page->arena, node));
	} else {
		return web_is(node, "sup") && read_raised(flow, node, style);
	}
	return true;
}

static void read_element(struct web_flow *flow, const struct web_node *node,
			 struct web_style parent)
{
	struct web_style style = web_style_of(flow->page->styles, node, parent);
	bool block = web_is_any(node, blocks);
	if (block && !flow->numbered)
		web_boundary(flow);
	if (!read_special(flow, node, style))
		web_walk_children(flow, node, style);
	if (block)
		web_boundary(flow);
}

static void walk(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	if (node->text) {
		web_write(&flow->writer, node->text, node->line, &style);
		flow->numbered = flow->numbered && text_is_blank(node->text);
	} else if (!web_is_skipped(flow->page->arena, node)) {
		read_element(flow, node, style);
	}
}

void web_walk_children(struct web_flow *flow, const struct web_node *node, struct web_style style)
{
	for (const struct web_node *child = node->first; child; child = child->next)
		if (maker_well(flow->page->maker))
			walk(flow, child, style);
}
