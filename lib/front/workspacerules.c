/* SPDX-License-Identifier: MIT
 * workspacerules: rules of one id count once; broken ones do not count. */
#include "front/workspacerules.h"

#include <string.h>

#include "base/arena.h"

/* Two files of one id would answer differently: the first counts. The one that --rules names may stand
 * in a folder too. */
static void add(struct workspace *w, const struct workspace_request *request, struct rules *rules)
{
	for (size_t i = 0; i < w->rules_count; i++) {
		if (strcmp(w->rules[i]->id, rules->id) != 0)
			continue;
		if (request->judge_rules && !request->rules)
			findings_add(w->findings, rules->at, CODE_DUPLICATE_PLAN, rules->id,
				     w->rules[i]->file, NULL);
		return;
	}
	w->rules = arena_more(w->arena, w->rules, w->rules_count, sizeof(struct rules *));
	w->rules[w->rules_count++] = rules;
}

void workspace_take_rules(struct workspace *w, const struct workspace_request *request,
			  const struct node *root, bool named)
{
	/* A tool that answers from plans is not troubled by rules, nor par-rate by others than those
	 * that are named. */
	bool meant = request->judge_rules && (!request->rules || named);
	size_t before = w->findings->count;
	struct rules *rules = rules_read(w->arena, root, w->findings);
	bool broken = !rules || rules->broken;
	if (!meant)
		w->findings->count = before;
	else if (broken)
		w->refused++;
	if (broken)
		return;
	if (request->all_findings)
		rules_check(rules, w->findings);
	add(w, request, rules);
}
