/* SPDX-License-Identifier: MIT
 * Any text as a deadline: whatever is read has canonical words that are read back the same, and no
 * date lies in a year that is refused. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "time/deadline.h"
#include "time/phrase.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool condition)
{
	if (!condition)
		abort();
}

static void must_round_trip(struct arena *a, const struct deadline *deadline)
{
	struct deadline again = {0};
	char *text = deadline_text(a, deadline);
	if (!deadline->count)
		return;
	must(deadline_parse(a, text, &again));
	must(again.count == deadline->count);
	must(strcmp(deadline_text(a, &again), text) == 0);
}

static void must_fall_in_time(struct arena *a, const struct part *part)
{
	static const struct day_rules rules = {.issued = DAY_NONE, .roll_next = true};
	struct period *periods;
	day d = part_day(part, &rules, NULL);
	must(d == DAY_NONE || (day_year(d) >= 1989 && day_year(d) <= 2101));
	size_t n = part_periods(a, part, day_of(2024, 1, 1), day_of(2024, 12, 31), &periods);
	for (size_t i = 0; i < n; i++)
		must(part_day_in(part, periods[i], &rules, NULL) != DAY_NONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct phrase_context contexts[] = {{0, 0}, {2024, 2024}, {2021, 2025}};
	struct arena *a = arena_new();
	char *text = arena_copy(a, (const char *)data, size);
	if (utf8_check(text, size) == size) {
		for (size_t k = 0; k < 3; k++) {
			struct reading r = deadline_read(a, text, &contexts[k]);
			must_round_trip(a, &r.deadline);
			for (size_t i = 0; i < r.deadline.count; i++)
				must_fall_in_time(a, &r.deadline.parts[i]);
		}
		int likeness = phrase_likeness(a, text);
		must(likeness >= 0 && likeness <= 100);
	}
	arena_free(a);
	return 0;
}
