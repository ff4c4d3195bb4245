/* SPDX-License-Identifier: MIT
 * plan: any text as a plan file, taken the whole way to its obligations. */
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/findings.h"
#include "data/plancheck.h"
#include "duty/bound.h"
#include "duty/obligation.h"
#include "form/source.h"
#include "form/yamltree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct file_bytes raw = {arena_copy(a, (const char *)data, n), n}, text;
	struct node *root = NULL;
	if (source_text(a, "plan.yaml", raw, &findings, &text))
		root = tree_parse(a, "plan.yaml", text, &findings);
	struct plan *plan = root && root->kind == NODE_MAP ? plan_read(a, root, &findings) : NULL;
	if (plan && !plan->broken && plan->task_count < 50) {
		struct registry *registry = registry_new(a);
		registry_close(registry, &findings);
		plan_check(a, plan, registry, &findings);
		day today = day_of(2024, 4, 1);
		struct duty_request request = {.binder = binder_new(a, registry),
					       .plans = &plan,
					       .plan_count = 1,
					       .as_of = today,
					       .horizon = today};
		struct obligations all = duty_list(a, &request, &findings);
		for (size_t i = 0; i < all.count; i++)
			if (all.items[i].state.status >= STATUS_COUNT)
				__builtin_trap();
	}
	arena_free(a);
	return 0;
}
