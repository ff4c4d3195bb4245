/* SPDX-License-Identifier: MIT
 * The plain subset of YAML: what it reads, where things stand, and what it refuses, once. */
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/yamltree.h"
#include "check.h"

static struct node *parse(struct arena *a, const char *s, struct findings *findings)
{
	*findings = (struct findings){.arena = a};
	return tree_parse(a, "p.yaml", (struct file_bytes){s, strlen(s)}, findings);
}

/* A tree in one line: {k: v, l: [a, 'b']}, quoted texts in '', absent ones as nothing. */
static void draw(struct buf *b, const struct node *n)
{
	if (n->kind == NODE_TEXT) {
		buf_format(b, n->quoted ? "'%s'" : "%s", n->text);
		return;
	}
	buf_char(b, n->kind == NODE_MAP ? '{' : '[');
	for (const struct node *m = n->first; m; m = m->next) {
		buf_text(b, m == n->first ? "" : ", ");
		if (m->key)
			buf_format(b, "%s: ", m->key);
		draw(b, m);
	}
	buf_char(b, n->kind == NODE_MAP ? '}' : ']');
}

struct tree_case {
	const char *yaml, *drawn;
};

static const struct tree_case trees[] = {
    {"a: b\n", "{a: b}"},
    {"a:\n", "{a: }"},
    {"a: \"\"\n", "{a: ''}"},
    {"a: ~\n", "{a: ~}"},
    {"a: No\nb: 012\nc: 2024\nd: 2024-01-31\ne: 12:30\nf: 1e3\n",
     "{a: No, b: 012, c: 2024, d: 2024-01-31, e: 12:30, f: 1e3}"},
    {"no: 1\non: 2\nyes: 3\n", "{no: 1, on: 2, yes: 3}"},
    {"- a\n- - b\n  - c\n", "[a, [b, c]]"},
    {"a: [b, 'c d', \"e\\tf\"]\n", "{a: [b, 'c d', 'e\tf']}"},
    {"a: {b: c, d: [e]}\n", "{a: {b: c, d: [e]}}"},
    {"a: []\nb: {}\n", "{a: [], b: {}}"},
    {"a: |\n  x\n\n   y\nb: |-\n  z\n", "{a: 'x\n\n y\n', b: 'z'}"},
    {"a: >\n  x\n  y\n", "{a: 'x y\n'}"},
    {"a: x\n  y\n", "{a: x y}"},
    {"# note\n---\na: b # more\n...\n", "{a: b}"},
    {"%YAML 1.1\n---\na: b\n", "{a: b}"},
    {"tên: Sở Nội vụ\n", "{tên: Sở Nội vụ}"},
    {"a: x#y\n", "{a: x#y}"},
    {"a: \"\\u0065\\u0302\\u0323\"\n", "{a: 'ệ'}"}, /* escapes come out in NFC too */
    {"\"<<\": b\n", "{<<: b}"},
    {"text", "text"},
    {"? a\n: b\n", "{a: b}"},
    {"? b\n", "{b: }"},
    {"a: \"x\\\n  y\"\n", "{a: 'xy'}"},
    {"a: ''''\n", "{a: '''}"},
};

struct bad_case {
	const char *yaml;
	enum code code;
	unsigned line, column;
	const char *part; /* of the sentence */
};

static const struct bad_case bad[] = {
    {"text: Khoản 1: điều 2\n", CODE_YAML_SYNTAX, 1, 14, "stands in quotes"},
    {"a: b\n c: d\n", CODE_YAML_SYNTAX, 2, 3, "mapping values"},
    {"a: \"b\nc: d\ne: f\n", CODE_YAML_SYNTAX, 1, 4, "never closed"},
    {"a: 1\nb: 'x", CODE_YAML_SYNTAX, 2, 4, "never closed"},
    {"a: [b, c\nd: e\n", CODE_YAML_SYNTAX, 1, 4, "needs commas and a ]"},
    {"a: {b: c\nd: e\n", CODE_YAML_SYNTAX, 1, 4, "needs commas and a }"},
    {"a: 1\nfoo\nb: 2\n", CODE_YAML_SYNTAX, 2, 1, "a colon and a blank"},
    {"a:\n  - b\n c: d\n", CODE_YAML_SYNTAX, 3, 2, "indented"},
    {"a: 1\n  b: 2\n", CODE_YAML_SYNTAX, 2, 4, "mapping values"},
    {"a: \"x\" y\n", CODE_YAML_SYNTAX, 1, 8, "indented"},
    {"a: - b\n", CODE_YAML_SYNTAX, 1, 4, "line of its own"},
    {"a:\n\tb: c\n", CODE_YAML_SYNTAX, 2, 1, "blanks"},
    {"a: @x\n", CODE_YAML_SYNTAX, 1, 4, "in quotes"},
    {"a: \"\\q\"\n", CODE_YAML_SYNTAX, 1, 5, "backslash"},
    {"đề: \"\\q\"\n", CODE_YAML_SYNTAX, 1, 6, "backslash"},
    {"a: b\n- c\n", CODE_YAML_SYNTAX, 2, 1, ""},
    {"a: x\xe2\x80\xa8y\n", CODE_YAML_SYNTAX, 1, 5, "U+2028"},
    {"a:\n- đ\xe2\x80\xa9\n", CODE_YAML_SYNTAX, 2, 4, "U+2029"},
    {"a: x\xc2\x85\n", CODE_YAML_SYNTAX, 1, 5, "U+0085"},
    {"a: x\xc2\x9fy\n", CODE_YAML_SYNTAX, 1, 5, "U+009F"},
    {"a: b\f\n", CODE_YAML_SYNTAX, 1, 5, "U+000C"},
    {"a: \xef\xbb\xbfx\n", CODE_YAML_SYNTAX, 1, 4, "U+FEFF"},
    {"a: \xef\xbf\xbe\n", CODE_YAML_SYNTAX, 1, 4, "U+FFFE"},
    {"# nothing\n", CODE_FILE_EMPTY, 0, 0, ""},
    {"a: &x b\n", CODE_YAML_FEATURE, 1, 4, "anchor"},
    {"a: &x [b]\n", CODE_YAML_FEATURE, 1, 4, "anchor"},
    {"a: &x {b: c}\n", CODE_YAML_FEATURE, 1, 4, "anchor"},
    {"a: b\nc: *x\n", CODE_YAML_FEATURE, 2, 4, "alias"},
    {"*x : b\n", CODE_YAML_FEATURE, 1, 1, "alias"},
    {"a: !!str b\n", CODE_YAML_FEATURE, 1, 4, "tag"},
    {"a: !local [b]\n", CODE_YAML_FEATURE, 1, 4, "tag"},
    {"!m\na: b\n", CODE_YAML_FEATURE, 1, 1, "tag"},
    {"a: ! b\n", CODE_YAML_FEATURE, 1, 4, "tag"},
    {"a:\n  <<: {b: c}\n", CODE_YAML_FEATURE, 2, 3, "merge"},
    {"a: b\n---\nc: d\n", CODE_YAML_FEATURE, 2, 1, "second document"},
    {"[a]: b\n", CODE_YAML_FEATURE, 1, 1, "as a key"},
    {"? {a: b}\n: c\n", CODE_YAML_FEATURE, 1, 3, "as a key"},
    {"a: \"x\\0y\"\n", CODE_YAML_FEATURE, 1, 4, "\\0"},
    {"a: 1\nb: 2\na: 3\n", CODE_DUPLICATE_KEY, 3, 1, "line 1"},
    {"x: {b: 1, b: 2}\n", CODE_DUPLICATE_KEY, 1, 11, "\"b\""},
    {"\"a\": 1\na: 2\n", CODE_DUPLICATE_KEY, 2, 1, "\"a\""},
    {"e\\: 1\n\"\\u1ec7\": 1\nệ: 2\n", CODE_DUPLICATE_KEY, 3, 1, "line 2"},
};

static void test_trees(struct arena *a)
{
	check_begin("every value stays the text that was written");
	for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
		struct findings findings;
		struct buf b = {0};
		struct node *n = parse(a, trees[i].yaml, &findings);
		if (n)
			draw(&b, n);
		CHECK_FOR(trees[i].yaml, buf_take(&b, a), trees[i].drawn);
		CHECK(findings.count == 0);
	}
}

static void test_bad(struct arena *a)
{
	check_begin("a file that cannot be parsed gives one finding, where the fault is");
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct findings findings;
		bool none = parse(a, bad[i].yaml, &findings) == NULL;
		const struct finding *f = findings.items;
		bool fine = none && findings.count == 1 && f->code == bad[i].code &&
			    f->at.line == bad[i].line && f->at.column == bad[i].column &&
			    strstr(f->text, bad[i].part);
		const char *got =
		    fine ? "fine"
			 : arena_format(a, "%zu findings, %d at %u:%u %s", findings.count,
					f ? (int)f->code : 0, f ? f->at.line : 0,
					f ? f->at.column : 0, f ? f->text : "");
		CHECK_FOR(bad[i].yaml, got, "fine");
	}
}

static void test_places(struct arena *a)
{
	check_begin("places count characters from 1, of keys and of values");
	struct findings findings;
	const struct node *n = parse(a, "đề: một\nlist:\n  - {ệ: ấ, x: y}\n", &findings);
	const struct node *first = node_get(n, "đề");
	CHECK(first->key_at.line == 1 && first->key_at.column == 1 && first->at.column == 5);
	const struct node *inner = node_get(n, "list")->first;
	CHECK(inner->at.line == 3 && inner->at.column == 5);
	const struct node *x = node_get(inner, "x");
	CHECK(x->key_at.line == 3 && x->key_at.column == 12 && x->at.column == 15);
	CHECK_TEXT(x->at.file, "p.yaml");
	CHECK(inner->count == 2 && inner->last == x && !x->next);
}

static void test_lookup(struct arena *a)
{
	check_begin("a member is found by its key; an absent value is none");
	struct findings findings;
	const struct node *n = parse(a, "a: b\nc:\nd: \"\"\ne: [f]\n", &findings);
	CHECK_TEXT(node_text(n, "a"), "b");
	CHECK(node_text(n, "c") == NULL);
	CHECK_TEXT(node_text(n, "d"), "");
	CHECK(node_text(n, "e") == NULL && node_text(n, "z") == NULL);
	CHECK(node_get(n, "z") == NULL && node_get(NULL, "a") == NULL);
	CHECK(node_get(node_get(n, "a"), "a") == NULL);
}

static char *repeat(struct arena *a, const char *before, const char *s, size_t times,
		    const char *after)
{
	struct buf b = {0};
	buf_text(&b, before);
	for (size_t i = 0; i < times; i++)
		buf_text(&b, s);
	buf_text(&b, after);
	return buf_take(&b, a);
}

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* libyaml takes 27 seconds for the first of these by itself. */
static void test_depth(struct arena *a)
{
	static const char *const parts[] = {"[",  "{a: ",   "- ",   "[\n",
					    "? ", "[[{a: ", "a: [", "!x ["};
	check_begin("deep nesting is refused at once, with its place");
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		struct findings findings;
		double start = seconds();
		CHECK(parse(a, repeat(a, "", parts[i], 100000, ""), &findings) == NULL);
		CHECK(findings.count == 1 && seconds() - start < 1);
	}
	struct findings findings;
	CHECK(parse(a, repeat(a, "", "[", 48, repeat(a, "", "]", 48, "")), &findings) != NULL);
	CHECK(parse(a, repeat(a, "", "[", 49, repeat(a, "", "]", 49, "")), &findings) == NULL);
	CHECK(findings.count == 1 && findings.items[0].code == CODE_YAML_DEPTH &&
	      findings.items[0].at.column == 49);
}

static void test_limits(struct arena *a)
{
	check_begin("a text of more than a megabyte is refused");
	struct findings findings;
	CHECK(parse(a, repeat(a, "a: ", "xxxxxxxxxxxxxxxx", 65536, "\n"), &findings) != NULL);
	CHECK(parse(a, repeat(a, "a: ", "xxxxxxxxxxxxxxxx", 65536, "y\n"), &findings) == NULL);
	CHECK(findings.count == 1 && findings.items[0].code == CODE_YAML_LIMIT);
}

static void test_many_keys(struct arena *a)
{
	check_begin("a key that stands twice is found among very many, quickly");
	struct buf b = {0};
	for (int i = 0; i < 200000; i++)
		buf_format(&b, "key-%d: v\n", i);
	struct findings findings;
	double start = seconds();
	CHECK(parse(a, b.s, &findings) != NULL && seconds() - start < 10);
	buf_text(&b, "key-777: v\n");
	CHECK(parse(a, b.s, &findings) == NULL);
	CHECK(findings.count == 1 && findings.items[0].code == CODE_DUPLICATE_KEY &&
	      findings.items[0].at.line == 200001 && strstr(findings.items[0].text, "line 778"));
	buf_free(&b);
}

/* Every character is either read as it is or refused with one finding at its place. */
static void test_characters(struct arena *a)
{
	check_begin("every character comes through or is refused in its place");
	size_t wrong = 0;
	for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 || c > 0xf000 ? 1 : 97) {
		if ((c >= 0xd800 && c < 0xe000) || (c > 0x10100 && c < 0x10ff00))
			continue;
		char s[16] = "k: a";
		size_t n = 4 + utf8_put(s + 4, c);
		s[n] = 'b';
		s[n + 1] = '\0';
		struct arena *own = arena_new();
		struct findings findings;
		const struct node *t = parse(own, s, &findings);
		bool line_end = c == '\n' || c == '\r';
		if (t)
			wrong += strcmp(node_text(t, "k"), s + 3) != 0;
		else
			wrong +=
			    findings.count != 1 || (!line_end && findings.items[0].at.column != 5);
		arena_free(own);
	}
	CHECK(wrong == 0);
	(void)a;
}

static void test_vietnamese(struct arena *a)
{
	check_begin("the advice is given in the chosen language");
	struct findings findings;
	words_speak(LANGUAGE_VI);
	CHECK(!parse(a, "text: Khoản 1: điều 2\n", &findings));
	CHECK(strstr(findings.items[0].text, "ngoặc kép"));
	words_speak(LANGUAGE_EN);
}

int main(void)
{
	struct arena *a = arena_new();
	words_speak(LANGUAGE_EN);
	test_trees(a);
	test_bad(a);
	test_places(a);
	test_lookup(a);
	test_depth(a);
	test_limits(a);
	test_many_keys(a);
	test_characters(a);
	test_vietnamese(a);
	arena_free(a);
	return check_end();
}
