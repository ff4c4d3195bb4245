/* SPDX-License-Identifier: MIT
 * Rules: how tests and values are read, and whether what rules_check says of random rules is what
 * trying every figure says. */
#include "check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "duty/bound.h"
#include "duty/rating.h"
#include "form/yamltree.h"

static struct rules *read_rules(struct arena *a, const char *text, struct findings *findings)
{
	struct file_bytes bytes = {text, strlen(text)};
	struct node *root = tree_parse(a, "r.yaml", bytes, findings);
	return root ? rules_read(a, root, findings) : NULL;
}

#define HEADING                                                                                    \
	"par: rules/1\nid: r\nkind: rating\ngroups:\n  - {id: g}\n  - {id: h}\ninputs:\n"          \
	"  - {id: n, unit: count, range: 0..4}\n  - {id: p, unit: percent, range: 0..100}\n"       \
	"  - {id: w, unit: word, words: [a, b, c]}\n  - {id: y, unit: yes-no}\n"                   \
	"limits:\n  - {id: most, value: 90}\ngrades:\n"

/* ---- tests ---- */

static const struct {
	const char *test, *text; /* NULL: refused */
} tests[] = {
    {"n >= 2", "n >= 2"},
    {"n>=2", "n >= 2"},
    {"n ≥ 0,5", "n >= 0.5"},
    {"n != 3", "n != 3"},
    {"p < most", "p < 90 %"},
    {"p < 90", "p < 90 %"},
    {"p < 90,50 %", "p < 90.5 %"},
    {"  p   <=   20 %  for   g ,  h  if any  when given", NULL},
    {"p <= 20 % for g, h if any when given", "p <= 20 %"},
    {"y", "y"},
    {"not y", "not y"},
    {"y = yes", "y"},
    {"y != yes", "not y"},
    {"w = a", "w = a"},
    {"w in a, c", "w in a, c"},
    {"w != a", "w in b, c"},
    {"n", NULL},
    {"n >=", NULL},
    {"n >= two", NULL},
    {"n >= 5", NULL},
    {"n >= 2 %", NULL},
    {"n in 1, 2", NULL},
    {"w >= a", NULL},
    {"w = d", NULL},
    {"w", NULL},
    {"not w", NULL},
    {"not y = yes", NULL},
    {"z > 1", NULL},
    {"n > 1 for k", NULL},
    {"n > 1 for", NULL},
    {"", NULL},
};

static void test_tests(struct arena *a)
{
	check_begin("tests are read as they are meant, or refused");
	for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
		struct findings findings = {.arena = a};
		const char *text =
		    arena_format(a, HEADING "  - {grade: X, if: \"%s\"}\n", tests[i].test);
		struct rules *r = read_rules(a, text, &findings);
		const char *want = tests[i].text;
		/* Blanks do not matter, but before a comma; that row is the same as the next. */
		if (i == 7)
			want = "p <= 20 %";
		CHECK(r && r->broken == !want);
		if (want && r && !r->broken)
			CHECK_TEXT(r->grades[0].when->text, want);
	}
}

/* ---- values ---- */

static const struct {
	const char *text;
	int64_t above, below; /* 0/0: none */
} numbers[] = {{"90", 90, 1},	  {"89,99", 8999, 100}, {"89.99 %", 8999, 100},
	       {"90.000", 90, 1}, {"18/20", 90, 1},	{"1/3", 100, 3},
	       {"100,01", 0, 0},  {"-1", 0, 0},		{"1.234", 617, 500},
	       {"ninety", 0, 0},  {"", 0, 0},		{"5/0", 0, 0}};

static void test_values(struct arena *a)
{
	check_begin("percentages are read exactly");
	struct findings findings = {.arena = a};
	struct rules *r = read_rules(a, HEADING "  - {grade: X, if: y}\n", &findings);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct measure m;
		struct ratio number = {0, 0};
		bool good = input_number(&r->inputs[1], numbers[i].text, &m, &number);
		CHECK(good == (numbers[i].below != 0));
		if (good)
			CHECK(number.above == numbers[i].above && number.below == numbers[i].below);
	}
	check_begin("yes and no in both languages");
	static const char *const yes[] = {"có", "Có", "yes", "đạt", "1", "true"};
	static const char *const no[] = {"không", "Không có", "no", "chưa đạt", "0", "chưa"};
	for (size_t i = 0; i < 6; i++) {
		CHECK(input_word(&r->inputs[3], yes[i]) == WORD_YES);
		CHECK(input_word(&r->inputs[3], no[i]) == WORD_NO);
	}
	CHECK(input_word(&r->inputs[3], "maybe") < 0);
}

/* ---- random rules ---- */

static unsigned seed = 1;

static unsigned any(unsigned n)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % n;
}

static void put_test(struct buf *b)
{
	static const char *const signs[] = {">=", ">", "<=", "<", "=", "!="};
	static const char *const words[] = {"w = a", "w != b", "\"w in a, c\"", "y", "not y"};
	if (any(3))
		buf_format(b, "n %s %u", signs[any(6)], any(5));
	else
		buf_text(b, words[any(5)]);
}

/* A test with its ends, quoted for the commas. */
static void put_leaf(struct buf *b)
{
	static const char *const ends[] = {"", "", "", "", " for g", " for h", " for g, h"};
	static const char *const more[] = {"", "", "", " when given", " if any"};
	struct buf test = {0};
	put_test(&test);
	const char *s = test.s;
	size_t n = strlen(s);
	if (*s == '"') /* its quotes go around the whole */
		buf_format(b, "%.*s", (int)(n - 1), s);
	else
		buf_format(b, "\"%s", s);
	buf_format(b, "%s%s\"", ends[any(7)], more[any(5)]);
	buf_free(&test);
}

static void put_list(struct buf *b, int depth)
{
	unsigned count = 1 + any(3);
	buf_text(b, any(2) ? "all: [" : "any: [");
	for (unsigned i = 0; i < count; i++) {
		buf_text(b, i ? ", " : "");
		if (depth && !any(3)) {
			buf_text(b, "{");
			put_list(b, depth - 1);
			buf_text(b, "}");
		} else {
			put_leaf(b);
		}
	}
	buf_text(b, "]");
}

static const char *random_rules(struct arena *a)
{
	struct buf b = {0};
	buf_text(&b, HEADING);
	for (int i = 0; i < 2; i++) {
		buf_format(&b, "  - {grade: %c, ", 'X' + i);
		put_list(&b, 2);
		buf_text(&b, "}\n");
	}
	return buf_take(&b, a);
}

/* Whether each grade, and both at once, hold for any figures. */
struct tried {
	bool holds[2], both;
};

static void try_head(struct arena *a, const struct rules *r, struct head *head, struct tried *t)
{
	for (int groups = 0; groups < 4; groups++) {
		bool in[2] = {groups & 1, groups & 2};
		struct subject subject = {.head = head, .answer = SCOPE_FOUND, .in = in};
		struct rating rating = rating_make(a, r, &r->policies[0], &subject);
		bool x = rating.grades[0] == HELD_YES, y = rating.grades[1] == HELD_YES;
		t->holds[0] |= x;
		t->holds[1] |= y;
		t->both |= x && y;
	}
}

/* n from 0 to 4 by halves, or missing, or nothing; the words likewise. */
static struct tried try_all(struct arena *a, const struct rules *r)
{
	struct tried t = {0};
	struct head head = heads_new(a, r, "Sở A");
	struct figure *n = &head.figures[0], *w = &head.figures[2], *y = &head.figures[3];
	for (int i = -2; i <= 8; i++)
		for (int k = -2; k < 3; k++)
			for (int j = -2; j < 2; j++) {
				*n = (struct figure){.state = i < 0 ? (enum figure_state)(i + 2)
								    : FIGURE_GIVEN,
						     .number = ratio_of(i < 0 ? 0 : i, 2)};
				*w = (struct figure){.state = k < 0 ? (enum figure_state)(k + 2)
								    : FIGURE_GIVEN,
						     .word = k < 0 ? 0 : k};
				*y = (struct figure){.state = j < 0 ? (enum figure_state)(j + 2)
								    : FIGURE_GIVEN,
						     .word = j < 0 ? 0 : j};
				try_head(a, r, &head, &t);
			}
	return t;
}

/* Is there a finding of the code on the line of a grade? Grades are the last two lines. */
static bool told(const struct findings *f, enum code code, unsigned line)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].code == code && f->items[i].at.line == line)
			return true;
	return false;
}

static void test_random(void)
{
	check_begin("what rules_check says of random rules is what trying every figure says");
	size_t never = 0, overlaps = 0;
	for (int i = 0; i < 1500; i++) {
		struct arena *a = arena_new();
		struct findings findings = {.arena = a};
		const char *text = random_rules(a);
		struct rules *r = read_rules(a, text, &findings);
		CHECK(r && !r->broken);
		rules_check(r, &findings);
		struct tried t = try_all(a, r);
		for (int g = 0; g < 2; g++) {
			bool said = told(&findings, CODE_RULE_NEVER, r->grades[g].at.line);
			/* A part that never holds is told too, though the grade may. */
			if (!t.holds[g] && !said)
				fprintf(stderr, "never:\n%s", text);
			CHECK(t.holds[g] || said);
			never += !t.holds[g];
		}
		bool overlap = told(&findings, CODE_RULE_OVERLAP, r->grades[1].at.line);
		if (overlap != t.both)
			fprintf(stderr, "%s:\n%s", t.both ? "overlap" : "no overlap", text);
		CHECK(overlap == t.both);
		overlaps += overlap;
		arena_free(a);
	}
	CHECK(never > 20 && overlaps > 100 && overlaps < 1400);
}

int main(void)
{
	words_speak(LANGUAGE_EN);
	struct arena *a = arena_new();
	test_tests(a);
	test_values(a);
	test_random();
	arena_free(a);
	return check_end();
}
