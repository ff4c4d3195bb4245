/* SPDX-License-Identifier: MIT
 * log: any text as a progress log of a small plan. What is acknowledged twice must not count twice:
 * the same text read as two logs gives the same states. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/findings.h"
#include "duty/bound.h"
#include "duty/obligation.h"
#include "form/csvrows.h"
#include "form/source.h"
#include "form/yamltree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char plan_text[] =
    "par: plan/1\nid: p-2024\nissued: 2023-12-29\nissuer: UBND tỉnh Thử\nperiod: 2024\ntasks:\n"
    "  - {id: \"1\", text: a, lead: [Sở Nội vụ, \"Các sở, ban, ngành tỉnh\"], due: 2024-Q1}\n"
    "  - {id: \"2\", text: b, lead: [Sở Tài chính], due: monthly}\n"
    "  - {id: \"3\", text: c, lead: [Sở Nội vụ], due: 'after \"hồ sơ\" +15d'}\n"
    "  - {id: \"4\", text: d, due: '<2024-06-01, 2024 if \"văn bản\", reports'}\n";

static struct obligations read_twice(struct arena *a, struct plan *plan, const uint8_t *data,
				     size_t n, int times)
{
	static const char heading[] = "date,plan,task,agency,period,status,value,evidence\n";
	struct findings findings = {.arena = a};
	struct registry *registry = registry_new(a);
	day today = day_of(2024, 7, 1);
	char *text = arena_alloc(a, sizeof heading + n);
	memcpy(text, heading, sizeof heading - 1);
	if (n)
		memcpy(text + sizeof heading - 1, data, n);
	struct binder *binder = binder_new(a, registry);
	struct progress_request request = {
	    .binder = binder, .plans = &plan, .plan_count = 1, .as_of = today};
	struct progress *p = progress_new(a, &request);
	for (int i = 0; i < times; i++) {
		struct csv_source log = csv_memory("log.csv", text, sizeof heading - 1 + n);
		progress_read(p, &log, &findings);
	}
	progress_close(p, &findings);
	struct duty_request duty = {.binder = binder,
				    .plans = &plan,
				    .plan_count = 1,
				    .progress = p,
				    .as_of = today,
				    .horizon = today};
	struct obligations all = duty_list(a, &duty, &findings);
	progress_free(p);
	return all;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct file_bytes text = {plan_text, sizeof plan_text - 1};
	struct plan *plan = plan_read(a, tree_parse(a, "p.yaml", text, &findings), &findings);
	struct obligations once = read_twice(a, plan, data, n, 1);
	struct obligations twice = read_twice(a, plan, data, n, 2);
	/* More lines of one day than are remembered may count again; small inputs hold fewer. */
	if (once.count != twice.count)
		__builtin_trap();
	for (size_t i = 0; n < 1000 && i < once.count; i++)
		if (once.items[i].state.status != twice.items[i].state.status ||
		    once.items[i].state.due != twice.items[i].state.due)
			__builtin_trap();
	arena_free(a);
	return 0;
}
