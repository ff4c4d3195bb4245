/* SPDX-License-Identifier: MIT
 * load: the product's own loading and nothing else: plans, registries and logs of the arguments. */
#include <stdio.h>

#include "base/arena.h"
#include "front/workspace.h"
#include "time/date.h"

int main(int argc, char *argv[])
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct workspace_request request = {.operands = {(const char **)argv + 1, (size_t)argc - 1},
					    .no_folder = true};
	struct workspace *w = workspace_load(a, &request, &findings);
	struct progress *p = workspace_progress(w, day_of(2024, 12, 31), 0);
	printf("%zu plans, %zu logs, %zu refused, %zu findings\n", w->plan_count, w->log_count,
	       w->refused, findings.count);
	progress_free(p);
	arena_free(a);
	return w->refused != 0;
}
