/* SPDX-License-Identifier: MIT
 * rules: any text as a file of rules and, behind a line of =, a sheet of heads. Rules in which
 * par-check finds no overlap never give two grades at once. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "data/heads.h"
#include "duty/bound.h"
#include "duty/rating.h"
#include "form/source.h"
#include "form/yamltree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static bool has_overlap(const struct findings *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].code == CODE_RULE_OVERLAP)
			return true;
	return false;
}

static void rate(struct arena *a, const struct rules *rules, const struct heads *heads,
		 bool overlap)
{
	struct findings findings = {.arena = a};
	struct registry *registry = registry_new(a);
	registry_close(registry, &findings);
	struct binder *binder = binder_new(a, registry);
	for (size_t i = 0; i < heads->count; i++) {
		struct subject s = subject_make(a, rules, binder, &heads->items[i]);
		struct rating r = rating_make(a, rules, &rules->policies[0], &s);
		if ((r.result == RATING_GRADE) != (r.grade != NULL) ||
		    (r.result == RATING_NO_DATA && s.answer == SCOPE_FOUND && !r.missing_count) ||
		    (r.clash && !overlap))
			__builtin_trap();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	char *whole = arena_copy(a, (const char *)data, n), *cut = strstr(whole, "\n===\n");
	struct file_bytes raw = {whole, cut ? (size_t)(cut - whole) + 1 : n}, text;
	struct file_bytes sheet = {cut ? cut + 5 : "", cut ? n - (size_t)(cut + 5 - whole) : 0};
	struct node *root = NULL;
	if (source_text(a, "r.yaml", raw, &findings, &text))
		root = tree_parse(a, "r.yaml", text, &findings);
	struct rules *rules =
	    root && root->kind == NODE_MAP ? rules_read(a, root, &findings) : NULL;
	if (rules && !rules->broken && rules->kind != RULES_SCORECARD &&
	    rules->condition_count < 60) {
		struct heads heads = {0};
		rules_check(rules, &findings);
		if (cut && source_text(a, "h.csv", sheet, &findings, &text))
			heads_read(a, &heads, rules, "h.csv", text, &findings);
		/* Where boxes are too many, overlaps may go untold. */
		rate(a, rules, &heads,
		     has_overlap(&findings) || rules->condition_count > 20 ||
			 rules->grade_count > 8);
	}
	arena_free(a);
	return 0;
}
