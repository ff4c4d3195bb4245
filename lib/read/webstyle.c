/* SPDX-License-Identifier: MIT
 * webstyle: rules of style sheets, found by the last name of their selectors. It knows no tables. */
#include "read/webstyle.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "read/webtree.h"

enum { SAME = 256 }; /* rules for one name; pages have a dozen, and each is tried on each element */

struct rule {
	const char *selector;	  /* compounds between single blanks */
	const char *declarations; /* up to the closing brace */
	int weight;		  /* ids, classes and names in it */
	struct rule *next, *last; /* of the same last name; last and count: kept in the first */
	size_t count;
};

struct web_styles {
	struct arena *arena;
	struct index *rules; /* by ".class", "#id" or name of the last compound */
	size_t count;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Without comments and the <!-- --> around old sheets. */
static char *without_comments(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s) {
		if (strncmp(s, "/*", 2) == 0) {
			const char *end = strstr(s + 2, "*/");
			s = end ? end + 2 : s + strlen(s);
			buf_char(&out, ' ');
		} else if (strncmp(s, "<!--", 4) == 0 || strncmp(s, "-->", 3) == 0) {
			s += *s == '<' ? 4 : 3;
		} else {
			buf_char(&out, *s++);
		}
	}
	return buf_take(&out, a);
}

/* The selector with single blanks, `>` as one (a child is a descendant); NULL: of a kind that is not
 * understood. */
static char *selector_of(struct arena *a, const char *s, size_t n)
{
	struct buf out = {0};
	for (size_t i = 0; i < n; i++) {
		if (strchr("+~:[]()\"'\\{}@&|", s[i])) {
			buf_free(&out);
			return NULL;
		}
		bool parts = is_blank(s[i]) || s[i] == '>';
		if (!parts)
			buf_char(&out, s[i]);
		else if (out.n > 0 && out.s[out.n - 1] != ' ')
			buf_char(&out, ' ');
	}
	if (out.n > 0 && out.s[out.n - 1] == ' ')
		buf_cut(&out, out.n - 1);
	return buf_take(&out, a);
}

/* What the rule is found by: the last class or id of the last compound, else its name. */
static const char *key_of(const char *selector)
{
	const char *last = strrchr(selector, ' ');
	last = last ? last + 1 : selector;
	const char *key = last;
	for (const char *s = last; *s; s++)
		if (*s == '.' || *s == '#')
			key = s;
	return key;
}

static int weight_of(const char *selector)
{
	int weight = 0;
	for (const char *s = selector; *s; s++)
		weight += *s == '#' ? 100 : *s == '.' ? 10 : s == selector || s[-1] == ' ';
	return weight;
}

static void add_rule(struct web_styles *styles, const char *selector, const char *declarations)
{
	const char *key = key_of(selector);
	if (!*key)
		return;
	struct rule *rule = arena_alloc(styles->arena, sizeof *rule);
	*rule = (struct rule){selector, declarations, weight_of(selector), NULL, rule, 1};
	struct rule *first = index_get(styles->rules, key, strlen(key));
	if (first && first->count++ >= SAME)
		return;
	if (first) {
		first->last->next = rule;
		first->last = rule;
	} else {
		index_put(styles->rules, key, strlen(key), rule);
	}
	styles->count++;
}

/* Does the block say anything that is looked at? */
static bool matters(const char *declarations)
{
	static const char *const words[] = {"font", "display",	   "visibility", "line-through",
					    "hide", "white-space", "list-style"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(declarations, words[i]))
			return true;
	return false;
}

static void add_block(struct web_styles *styles, const char *selectors, size_t n,
		      const char *declarations)
{
	if (!matters(declarations))
		return;
	for (size_t i = 0; i < n;) {
		const char *comma = memchr(selectors + i, ',', n - i);
		size_t size = comma ? (size_t)(comma - selectors) - i : n - i;
		char *selector = selector_of(styles->arena, selectors + i, size);
		if (selector)
			add_rule(styles, selector, declarations);
		i += size + 1;
	}
}

/* Behind the block that opens at s, with all blocks in it. */
static const char *skip_block(const char *s)
{
	size_t depth = 0;
	for (; *s; s++) {
		depth += *s == '{';
		if (*s == '}' && --depth == 0)
			return s + 1;
	}
	return s;
}

struct web_styles *web_styles_read(struct arena *a, const char *sheets)
{
	struct web_styles *styles = arena_alloc(a, sizeof *styles);
	styles->arena = a;
	styles->rules = index_new(a);
	const char *s = without_comments(a, sheets);
	while (*s) {
		s += strspn(s, " \t\r\n\f;}");
		size_t n = strcspn(s, "{;");
		if (!s[n])
			break;
		if (s[n] == ';') {
			s += n + 1;
			continue;
		}
		size_t size = strcspn(s + n + 1, "{}");
		if (*s != '@')
			add_block(styles, s, n, arena_copy(a, s + n + 1, size));
		s = skip_block(s + n);
	}
	return styles;
}

/* Does one compound (n bytes: td.total#x) fit the element? */
static bool has_word(const char *list, const char *word, size_t n)
{
	for (const char *s = list; s && *s; s += strcspn(s, " \t\r\n")) {
		s += strspn(s, " \t\r\n");
		if (strcspn(s, " \t\r\n") == n && strncasecmp(s, word, n) == 0)
			return n > 0;
	}
	return false;
}

static bool fits(const struct web_node *node, const char *compound, size_t n)
{
	for (size_t i = 0; i < n;) {
		char kind = compound[i];
		i += kind == '.' || kind == '#';
		size_t size = strcspn(compound + i, ".# ");
		const char *word = compound + i;
		const char *own = kind == '.'	? web_value(node, "class")
				  : kind == '#' ? web_value(node, "id")
						: node->name;
		bool any = size == 1 && *word == '*' && kind == '*';
		if (!any && !has_word(own, word, size))
			return false;
		i += size;
	}
	return true;
}

/* The last compound fits the element itself; those before, elements around it in that order. */
static bool selects(const struct rule *rule, const struct web_node *node)
{
	const char *end = rule->selector + strlen(rule->selector);
	bool own = true;
	while (end > rule->selector) {
		const char *start = end;
		while (start > rule->selector && start[-1] != ' ')
			start--;
		while (node && *node->name && !fits(node, start, (size_t)(end - start)))
			node = own ? NULL : node->parent;
		if (!node || !*node->name)
			return false;
		node = node->parent;
		own = false;
		end = start > rule->selector ? start - 1 : start;
	}
	return true;
}

static bool has(const char *value, size_t n, const char *word)
{
	size_t size = strlen(word);
	for (size_t i = 0; i + size <= n; i++)
		if (strncasecmp(value + i, word, size) == 0)
			return true;
	return false;
}

static void set_font(struct web_style *style, const char *value)
{
	value += strspn(value, " \t\r\n\"'");
	style->font = font_code(value);
	bool wingdings =
	    strncasecmp(value, "wingdings", 9) == 0 || strncasecmp(value, "webdings", 8) == 0;
	style->symbols = wingdings ? 'w' : strncasecmp(value, "symbol", 6) == 0 ? 's' : 0;
}

static void set_list(struct web_style *style, const char *value, size_t n)
{
	static const struct {
		const char *word;
		char numbers;
	} rows[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
		    {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'},
		    {"decimal", '1'}};
	style->unnumbered = has(value, n, "none");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (has(value, n, rows[i].word))
			style->numbers = rows[i].numbers;
}

/* The last font named in the shorthand "font: bold 12pt 'X', serif" stands behind the size. */
static const char *font_in(const char *value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (value[i] == '\'' || value[i] == '"' ||
		    (i > 0 && value[i - 1] == ' ' && font_code(value + i) != FONT_UNICODE))
			return value + i;
	return "";
}

static void declare(struct web_style *style, const char *name, size_t size, const char *value,
		    size_t n)
{
	bool is_font = size == 11 && strncasecmp(name, "font-family", 11) == 0;
	if (is_font)
		set_font(style, value);
	else if (size == 4 && strncasecmp(name, "font", 4) == 0)
		set_font(style, font_in(value, n));
	else if (size == 7 && strncasecmp(name, "display", 7) == 0)
		style->hidden = has(value, n, "none");
	else if (size == 10 && strncasecmp(name, "visibility", 10) == 0)
		style->hidden = has(value, n, "hidden") || has(value, n, "collapse");
	else if (size == 8 && strncasecmp(name, "mso-hide", 8) == 0)
		style->hidden = has(value, n, "all");
	else if (size >= 15 && strncasecmp(name, "text-decoration", 15) == 0)
		style->struck = style->struck || has(value, n, "line-through");
	else if (size == 11 && strncasecmp(name, "white-space", 11) == 0)
		style->kept_lines = has(value, n, "pre");
	else if (size >= 10 && strncasecmp(name, "list-style", 10) == 0)
		set_list(style, value, n);
}

/* Calls declare for each "name: value" of a block. */
static void declare_all(struct web_style *style, const char *s)
{
	while (*s) {
		s += strspn(s, " \t\r\n\f;");
		size_t size = strcspn(s, ":;");
		if (s[size] != ':') {
			s += size;
			continue;
		}
		const char *name = s;
		s += size + 1;
		s += strspn(s, " \t\r\n\f");
		size_t n = strcspn(s, ";");
		while (size > 0 && is_blank(name[size - 1]))
			size--;
		declare(style, name, size, s, n);
		s += n;
	}
}

/* The rules for an element, heavier ones behind, later ones behind those before. */
struct matches {
	const struct rule **items;
	size_t count;
};

static void find_rules(const struct web_styles *styles, const struct web_node *node,
		       const char *key, size_t n, struct matches *found)
{
	for (const struct rule *rule = index_get(styles->rules, key, n); rule; rule = rule->next) {
		if (!selects(rule, node))
			continue;
		found->items =
		    arena_more(styles->arena, found->items, found->count, sizeof *found->items);
		size_t i = found->count++;
		for (; i > 0 && found->items[i - 1]->weight > rule->weight; i--)
			found->items[i] = found->items[i - 1];
		found->items[i] = rule;
	}
}

static void apply_rules(const struct web_styles *styles, const struct web_node *node,
			struct web_style *style)
{
	struct matches found = {0};
	find_rules(styles, node, "*", 1, &found);
	find_rules(styles, node, node->name, strlen(node->name), &found);
	const char *class = web_value(node, "class"), *id = web_value(node, "id");
	while (class && *(class += strspn(class, " \t\r\n"))) {
		size_t n = strcspn(class, " \t\r\n");
		char *key = arena_format(styles->arena, ".%.*s", (int)n, class);
		find_rules(styles, node, key, n + 1, &found);
		class += n;
	}
	if (id) {
		char *key = arena_format(styles->arena, "#%s", id);
		find_rules(styles, node, key, strlen(key), &found);
	}
	for (size_t i = 0; i < found.count; i++)
		declare_all(style, found.items[i]->declarations);
}

struct web_style web_style_of(const struct web_styles *styles, const struct web_node *node,
			      struct web_style parent)
{
	struct web_style style = parent;
	bool hidden = parent.hidden;
	style.hidden = web_value(node, "hidden") != NULL;
	const char *face = web_value(node, "face"), *own = web_value(node, "style");
	if (web_is(node, "font") && face)
		set_font(&style, face);
	if (web_is_any(node, " s strike "))
		style.struck = true;
	if (web_is(node, "del"))
		style.removed = true;
	if (web_is_any(node, " pre listing textarea "))
		style.kept_lines = true;
	if (styles->count > 0)
		apply_rules(styles, node, &style);
	if (own)
		declare_all(&style, own);
	style.hidden = style.hidden || hidden;
	return style;
}

const char *web_property(struct arena *a, const struct web_node *node, const char *property)
{
	const char *s = web_value(node, "style");
	size_t size = strlen(property);
	while (s && *s) {
		s += strspn(s, " \t\r\n;");
		size_t n = strcspn(s, ";");
		if (strncasecmp(s, property, size) == 0 && s[size + strspn(s + size, " ")] == ':') {
			const char *value = strchr(s, ':') + 1;
			value += strspn(value, " \t\r\n");
			return arena_copy(a, value, n - (size_t)(value - s));
		}
		s += n;
	}
	return NULL;
}
