/* SPDX-License-Identifier: MIT
 * rules: a published regulation as data (rules/1): whom it is about, which figures it asks for, what
 * it makes of them. Every rule is in the file; here is only how such files are read. It knows no heads
 * of agencies and no figures. par-rules(5) describes the format. For bands data and above. */
#ifndef PAR_RULES_H
#define PAR_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/place.h"
#include "base/ratio.h"
#include "data/agency.h"
#include "data/plan.h"
#include "time/date.h"

struct arena;
struct findings;
struct node;

/* A text of the file, and what it says in English (key-en); NULL: nothing is said. */
struct wording {
	const char *vietnamese, *english;
};

/* The one in the chosen language, else the other; "" when nothing is said. */
const char *wording_say(struct wording w);

enum rules_kind { RULES_RATING, RULES_CRITERIA, RULES_SCORECARD };

enum figure_unit { FIGURE_PERCENT, FIGURE_COUNT, FIGURE_YES_NO, FIGURE_WORD };

/* Where a figure may come from when the sheet of heads does not give it. */
enum figure_from { FROM_SHEET, FROM_TASKS_DONE, FROM_ALL_ON_TIME };

struct rule_word {
	const char *id;
	struct wording name;
};

enum { WORD_YES, WORD_NO }; /* the words of FIGURE_YES_NO */
enum { RULE_WORDS = 64 };   /* words of an input: bits of a mask */

struct rule_input {
	const char *id;
	struct wording name;
	const char **headings; /* other names of its column */
	size_t heading_count;
	enum figure_unit unit;
	bool has_range;
	struct ratio low, high;
	struct rule_word *words; /* of FIGURE_WORD and FIGURE_YES_NO */
	size_t word_count;
	enum figure_from from;
	bool next_year;		       /* published in the year after the one that is assessed */
	bool used;		       /* by a condition */
	bool for_all;		       /* by one that is for every head */
	const struct rule_group *only; /* where it is not: a group that it is asked of */
	bool if_any; /* by one that is left aside where there is nothing to measure */
	const char *article;
	struct wording note;
	size_t number; /* among the inputs; of "grade" and "last-grade" none */
	struct place at;
};

/* A number that conditions name, so that it stands in the file once. */
struct rule_limit {
	const char *id;
	struct ratio value;
	bool percent, used;
	struct place at;
};

/* Some of the heads: one of those the rules are about (scope), or some more narrowly named. */
struct rule_group {
	const char *id;
	struct wording name;
	const char *article;
	bool scope;
	bool used;	       /* by a condition */
	enum level level;      /* of a scope; LEVEL_NONE */
	unsigned kinds;	       /* of a scope: bit 1 << enum agency_kind */
	const char **agencies; /* by name */
	size_t agency_count;
	struct wording decided_by; /* nothing: the rules name nobody */
	const char *decided_article;
	struct wording note;
	size_t number; /* among the groups */
	struct place at;
};

/* Posts that the rules are not about (a deputy's), unless these words stand there too (in charge). */
struct rule_posts {
	const char **outside, **unless;
	size_t outside_count, unless_count;
	const char *article;
};

enum condition_kind { CONDITION_TEST, CONDITION_ALL, CONDITION_ANY };
enum test_order {
	TEST_AT_LEAST,
	TEST_MORE,
	TEST_AT_MOST,
	TEST_LESS,
	TEST_EQUAL,
	TEST_OTHER, /* not equal */
	TEST_WORD,  /* one of `words` */
};

struct condition {
	enum condition_kind kind;
	const struct rule_input *input;
	enum test_order order;
	struct ratio limit;
	uint64_t words;			  /* bits: the words with which it holds */
	const struct rule_group **groups; /* only for these; none: for all */
	size_t group_count;
	bool when_given;  /* left aside where the figure is missing */
	bool if_any;	  /* left aside where there is nothing to measure (nếu có) */
	const char *text; /* the test in short: index >= 90; NULL for all and any */
	const char *article;
	struct wording say, note;
	struct condition *first, *next; /* members of all and any; the next of the same list */
	size_t number;			/* among the conditions of the rules */
	struct place at;
};

struct rule_grade {
	const char *id;
	struct wording name;
	const char *article;
	struct condition *when;
	struct rule_grade **before; /* grades that are not asked about where this one holds */
	size_t before_count;
	size_t number;
	struct place at;
};

/* How the rules are applied: to the letter, or with what the policy drops of them. */
struct rule_policy {
	const char *id;
	struct wording name, note;
	const struct rule_input **dropped; /* their upper bounds, in the preferred grades */
	size_t dropped_count;
	struct rule_grade **preferred; /* of several that hold, the first */
	size_t preferred_count;
	struct place at;
};

/* What follows from a grade, or from this year's and last year's. */
struct rule_consequence {
	const char *id;
	struct wording name;
	const char *article;
	struct condition *when;
	struct place at;
};

/* A person's decision that the rules leave room for. */
struct rule_override {
	const char *id;
	struct wording name;
	const char *article;
	struct place at;
};

/* A part of the criteria (the standard, the papers), or a component of an index. */
struct rule_part {
	const char *id;
	struct wording name;
	const char *article, *owner;
	bool has_maximum;
	struct ratio maximum; /* of a component: what its criteria come to */
	size_t number;
	struct place at;
};

struct rule_criterion {
	const char *id;
	struct wording name, note;
	const char *article, *owner;  /* who scores it; may be NULL */
	const struct rule_part *part; /* NULL: none */
	struct condition *when;	      /* of criteria */
	struct ratio maximum;	      /* points of a scorecard */
	bool has_maximum;
	size_t number;
	struct place at;
};

/* A later document that changed the rules. */
struct rule_amendment {
	const char *document;
	day date;
	bool included; /* the file has it in it */
	struct wording note;
	struct place at;
};

struct rules {
	const char *id, *document, *issuer, *article;
	const char *of; /* the issuer's place */
	struct wording title, note;
	enum rules_kind kind;
	day issued, effective;
	long limit; /* of those who pass so many at most; 0: no limit */
	const char *limit_article;
	struct rule_amendment *amendments;
	size_t amendment_count;
	struct rule_posts posts;
	struct rule_input *inputs;
	size_t input_count;
	struct rule_limit *limits;
	size_t limit_count;
	struct rule_group *groups;
	size_t group_count;
	struct rule_grade *grades;
	size_t grade_count;
	struct rule_policy *policies; /* the first is the default */
	size_t policy_count;
	struct rule_consequence *consequences;
	size_t consequence_count;
	struct rule_override *overrides;
	size_t override_count;
	struct rule_part *parts;
	size_t part_count;
	struct rule_criterion *criteria;
	size_t criterion_count;
	struct rule_input grade, last_grade; /* "grade" and "last-grade" in consequences */
	size_t condition_count;
	bool broken; /* something is wrong in it: nothing may be rated by it */
	const char *file;
	struct place at;
};

/* Reads a rules/1 tree. Adds a finding for each thing wrong and reads on; then the rules are `broken`.
 * NULL when they have no id. */
struct rules *rules_read(struct arena *a, const struct node *root, struct findings *findings);

/* Adds a finding for each grade that can never hold, each pair of grades that can both hold without an
 * order between them, each input and limit that nothing uses. The rules must not be broken. */
void rules_check(const struct rules *rules, struct findings *findings);

/* By id; NULL when there is none. */
const struct rule_input *rules_input(const struct rules *rules, const char *id);
const struct rule_criterion *rules_criterion(const struct rules *rules, const char *id);
const struct rule_policy *rules_policy(const struct rules *rules, const char *id);

/* Reads a figure's number of the right unit and within the range; a percentage also as a share, 18/20
 * (*measure keeps both numbers). False when it is none. */
struct measure;
bool input_number(const struct rule_input *input, const char *text, struct measure *measure,
		  struct ratio *number);

/* The word that a text says, by id or name, and có, không … of yes and no; -1: none. */
int input_word(const struct rule_input *input, const char *text);

/* What a value must be, for people: "0..100 %", "high, ok, low". */
const char *input_takes(struct arena *a, const struct rule_input *input);

const char *rules_kind_word(enum rules_kind kind);

#endif
