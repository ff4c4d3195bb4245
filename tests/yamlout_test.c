/* SPDX-License-Identifier: MIT
 * A tree written as YAML: how it looks, and that it is read back the same. */
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/yamlout.h"
#include "form/yamltree.h"
#include "check.h"

static const char *write_tree(struct arena *a, const struct node *n)
{
	struct buf b = {0};
	tree_write(&b, n);
	return buf_take(&b, a);
}

static struct node *read_tree(struct arena *a, const char *s)
{
	struct findings findings = {.arena = a};
	return tree_parse(a, "p.yaml", (struct file_bytes){s, strlen(s)}, &findings);
}

/* What another reader takes for something else keeps its quotes, or their absence. */
static bool is_special(const char *s)
{
	return !*s || strchr("0123456789.+-~", *s) || strlen(s) < 6;
}

static bool same_tree(const struct node *x, const struct node *y)
{
	if (x->kind != y->kind || x->count != y->count || !x->key != !y->key)
		return false;
	if (x->key && strcmp(x->key, y->key) != 0)
		return false;
	if (x->kind == NODE_TEXT)
		return strcmp(x->text, y->text) == 0;
	const struct node *m = x->first, *n = y->first;
	for (; m && n; m = m->next, n = n->next)
		if (!same_tree(m, n))
			return false;
	return !m && !n;
}

/* The contract's example, with texts of our own. */
static const char plan[] =
    "par: plan/1\n"
    "id: binh-phuoc-2024\n"
    "title: Kế hoạch mẫu\n"
    "document: 2142/QĐ-UBND\n"
    "issued: 2023-12-29\n"
    "period: 2024\n"
    "carries-out: []\n"
    "source: {file: 2142.docx, format: docx}\n"
    "settings: {before: exclusive, roll: none}\n"
    "areas:\n"
    "  - {id: I, title: Cải cách thể chế, field: institutions}\n"
    "targets:\n"
    "  - {id: \"6.2\", text: Một chỉ tiêu, goal: \"> 98 %\", at: 111}\n"
    "tasks:\n"
    "  - id: \"26\"\n"
    "    no: \"26.\"\n"
    "    area: V\n"
    "    text: |-\n"
    "      Việc thứ nhất\n"
    "        - thụt vào\n"
    "\n"
    "      Việc thứ hai\n"
    "    product:\n"
    "    lead: [Sở Tài chính]\n"
    "    with: [\"Các cơ quan, đơn vị liên quan\"]\n"
    "    due: 2024\n"
    "    cells: {lead: Sở Tài chính, due: \"\"}\n"
    "    at: 704\n"
    "    doubts:\n"
    "      - {cell: due, code: date-invalid, say: \"31/10/20223\", suggest: 2023-10-31}\n"
    "      - cell: note\n"
    "        say: |\n"
    "          hai dòng\n"
    "          - như danh sách\n"
    "        settled:\n"
    "  - {id: 26+1}\n"
    "reports: []\n";

static void test_plan(struct arena *a)
{
	check_begin("a plan in the contract's layout is written back byte for byte");
	const struct node *n = read_tree(a, plan);
	CHECK(n != NULL);
	if (n)
		CHECK_TEXT(write_tree(a, n), plan);
}

struct text_case {
	const char *text;
	bool quoted;
	const char *block, *flow; /* behind "k: "; flow NULL: cannot stand in flow style */
};

static const struct text_case texts[] = {
    {"Sở Nội vụ", true, "Sở Nội vụ", "Sở Nội vụ"},
    {"", false, "", NULL},
    {"", true, "\"\"", "\"\""},
    {"2024", true, "\"2024\"", "\"2024\""},
    {"2024", false, "2024", "2024"},
    {"2023-10-31", true, "\"2023-10-31\"", "\"2023-10-31\""},
    {"2023-10-31", false, "2023-10-31", "2023-10-31"},
    {"2024-Q1", true, "2024-Q1", "2024-Q1"},
    {"26.", true, "\"26.\"", "\"26.\""},
    {"No", true, "\"No\"", "\"No\""},
    {"no", false, "no", "no"},
    {"~", true, "\"~\"", "\"~\""},
    {"NULL", true, "\"NULL\"", "\"NULL\""},
    {"0x1F", true, "\"0x1F\"", "\"0x1F\""},
    {"1_000", true, "\"1_000\"", "\"1_000\""},
    {"1e3", true, "\"1e3\"", "\"1e3\""},
    {".5", true, "\".5\"", "\".5\""},
    {"-.inf", true, "\"-.inf\"", "\"-.inf\""},
    {"12:30:45", true, "\"12:30:45\"", "\"12:30:45\""},
    {"12:30", false, "12:30", "\"12:30\""},
    {"<<", true, "\"<<\"", "\"<<\""},
    {"=", true, "\"=\"", "\"=\""},
    {"a, b", true, "a, b", "\"a, b\""},
    {"Khoản 1: điều 2", true, "\"Khoản 1: điều 2\"", "\"Khoản 1: điều 2\""},
    {"a:b", true, "a:b", "\"a:b\""},
    {"a:", true, "\"a:\"", "\"a:\""},
    {"x #y", true, "\"x #y\"", "\"x #y\""},
    {"x#y", true, "x#y", "x#y"},
    {"- x", true, "\"- x\"", "\"- x\""},
    {"-x", true, "-x", "\"-x\""},
    {"?x", true, "?x", "\"?x\""},
    {"[x]", true, "\"[x]\"", "\"[x]\""},
    {"x]", true, "x]", "\"x]\""},
    {"*x", true, "\"*x\"", "\"*x\""},
    {"@x", true, "\"@x\"", "\"@x\""},
    {"%x", true, "\"%x\"", "\"%x\""},
    {"---", true, "\"---\"", "\"---\""},
    {"> 98 %", true, "\"> 98 %\"", "\"> 98 %\""},
    {"<2022-01-31", false, "<2022-01-31", "<2022-01-31"},
    {" x", true, "\" x\"", "\" x\""},
    {"x ", true, "\"x \"", "\"x \""},
    {"\"x\"", true, "'\"x\"'", "'\"x\"'"},
    {"x \"y\"", true, "x \"y\"", "x \"y\""},
    {"it's, \"x\"", true, "it's, \"x\"", "'it''s, \"x\"'"},
    {"a\\b", true, "a\\b", "a\\b"},
    {"a\tb", true, "\"a\\tb\"", "\"a\\tb\""},
    {"a\xc2\xa0"
     "b",
     true,
     "a\xc2\xa0"
     "b",
     "a\xc2\xa0"
     "b"},
    {"😀", true, "\"\\U0001F600\"", "\"\\U0001F600\""},
    {"a\nb", true, "|-\n  a\n  b", NULL},
    {"a\nb\n", true, "|\n  a\n  b", NULL},
    {"a\n\n\nb", true, "|-\n  a\n\n\n  b", NULL},
    {"a\n  b\n#c", true, "|-\n  a\n    b\n  #c", NULL},
    {"a\nb\n\n", true, "\"a\\nb\\n\\n\"", NULL},
    {" a\nb", true, "\" a\\nb\"", NULL},
    {"a \nb", true, "\"a \\nb\"", NULL},
    {"a\n\tb", true, "\"a\\n\\tb\"", NULL},
    {"\n", true, "\"\\n\"", NULL},
    {"\xe2\x80\xa8", true, "\"\\L\"", NULL},
};

static void test_texts(struct arena *a)
{
	check_begin("each text stands in the style that reads best and comes back the same");
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		const struct text_case *c = &texts[i];
		struct node *map = node_map(a), *inner = node_map(a);
		struct node *n = c->quoted ? node_word(a, c->text) : node_plain(a, c->text);
		struct node *m = c->quoted ? node_word(a, c->text) : node_plain(a, c->text);
		node_put(a, map, "k", n);
		node_put(a, map, "f", inner);
		node_put(a, inner, "k", m);
		const char *between = *c->block ? " " : "";
		const char *want =
		    c->flow ? arena_format(a, "k:%s%s\nf: {k: %s}\n", between, c->block, c->flow)
			    : NULL;
		const char *got = write_tree(a, map);
		if (want)
			CHECK_FOR(c->text, got, want);
		else
			CHECK(strncmp(got, arena_format(a, "k:%s%s\nf:\n  k:", between, c->block),
				      strlen(c->block) + strlen(between) + 10) == 0);
		const struct node *back = read_tree(a, got);
		CHECK(back && same_tree(map, back));
		CHECK(back &&
		      (!is_special(c->text) || !*c->text || strcmp(write_tree(a, back), got) == 0));
	}
}

static void test_keys(struct arena *a)
{
	static const char *const keys[] = {"no",  "on",	  "2024", "<<", "",    "a b", "a: b",
					   "- x", "x\ny", "😀",	  "đề", "[x]", "a#b", "\"q\"",
					   " x",  "x\ty", "?",	  "?x", "-",   ":",   "a:"};
	check_begin("every key comes back, in block and in flow style, also a very long one");
	struct buf key = {0};
	for (int i = 0; i < 300; i++)
		buf_text(&key, "khóa ");
	struct node *map = node_map(a), *flow = node_map(a), *list = node_list(a);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		struct node *one = node_map(a);
		node_put(a, map, keys[i], node_word(a, "x"));
		node_put(a, one, keys[i], node_word(a, "x"));
		node_add(list, one);
	}
	node_put(a, flow, "list", list);
	CHECK(same_tree(map, read_tree(a, write_tree(a, map))));
	CHECK(same_tree(flow, read_tree(a, write_tree(a, flow))));
	struct node *deep = node_map(a);
	node_put(a, deep, key.s, flow);
	const char *text = write_tree(a, deep);
	const struct node *back = read_tree(a, text);
	CHECK(back && same_tree(deep, back));
	buf_free(&key);
}

static uint32_t random_state = 1;

static uint32_t dice(uint32_t sides)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (random_state >> 8) % sides;
}

static const char *random_text(struct arena *a)
{
	static const char *const pieces[] = {" ",
					     "\n",
					     "a",
					     "đ",
					     "ệ",
					     ":",
					     "#",
					     "- ",
					     "\t",
					     "\"",
					     "'",
					     "\\",
					     "[",
					     "]",
					     "{",
					     "}",
					     ",",
					     "?",
					     "|",
					     ">",
					     "&",
					     "*",
					     "!",
					     "%",
					     "@",
					     "`",
					     "0",
					     "2024",
					     "no",
					     "~",
					     "\r",
					     "\a",
					     "😀",
					     "…",
					     "“",
					     "\n ",
					     " \n",
					     ": ",
					     " #",
					     "---",
					     "\xc2\xa0",
					     "\xc2\x85",
					     "\xe2\x80\xa8",
					     "\xef\xbb\xbf",
					     "\xef\xbf\xbe",
					     "...",
					     "<<",
					     "="};
	struct buf b = {0};
	for (uint32_t n = dice(7); n > 0; n--)
		buf_text(&b, pieces[dice(sizeof pieces / sizeof pieces[0])]);
	return buf_take(&b, a);
}

static struct node *random_tree(struct arena *a, unsigned depth)
{
	uint32_t kind = depth > 5 ? 0 : dice(depth ? 5 : 2);
	if (kind > 1 || depth > 5) {
		const char *text = random_text(a);
		return dice(2) || strcmp(text, "<<") == 0 ? node_word(a, text)
							  : node_plain(a, text);
	}
	struct node *n = kind ? node_map(a) : node_list(a);
	for (uint32_t i = dice(5); i > 0; i--) {
		struct node *member = random_tree(a, depth + 1);
		if (kind)
			node_put(a, n, arena_format(a, "%s%u", dice(2) ? random_text(a) : "k", i),
				 member);
		else
			node_add(n, member);
	}
	return n;
}

static void test_random(void)
{
	check_begin("20,000 random trees come back the same, and are written the same again");
	size_t wrong = 0;
	for (unsigned i = 0; i < 20000; i++) {
		struct arena *a = arena_new();
		const struct node *n = random_tree(a, 0);
		const char *text = write_tree(a, n);
		const struct node *back = read_tree(a, text);
		bool fine = back && same_tree(n, back) && strcmp(write_tree(a, back), text) == 0;
		if (!fine && !wrong++)
			check_fail(__FILE__, __LINE__, "a random tree", text,
				   back ? write_tree(a, back) : "(not read)");
		arena_free(a);
	}
	CHECK(wrong == 0);
}

int main(void)
{
	struct arena *a = arena_new();
	words_speak(LANGUAGE_EN);
	test_plan(a);
	test_texts(a);
	test_keys(a);
	test_random();
	arena_free(a);
	return check_end();
}
