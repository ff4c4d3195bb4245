/* SPDX-License-Identifier: MIT
 * unit: the names that a log uses for a task, its milestones and its periods. It reports nothing. */
#include "duty/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct task_name task_name_split(struct arena *a, const char *text)
{
	struct task_name n = {0};
	size_t length = strcspn(text, "/#");
	while (length && text[length - 1] == '.')
		length--;
	n.id = arena_copy(a, text, length);
	const char *slash = strchr(text, '/'), *hash = strchr(text, '#');
	if (slash && (!hash || slash < hash)) {
		size_t digits = hash ? (size_t)(hash - slash - 1) : strlen(slash + 1);
		if (!text_number(slash + 1, digits, &n.milestone) || !n.milestone)
			n.milestone = -1;
	}
	n.period = hash ? hash + 1 : "";
	return n;
}

static bool period_exists(const struct occurrences *list, const struct period *period)
{
	for (size_t i = 0; i < list->count; i++)
		if (period_same(list->items[i].period, *period))
			return true;
	return false;
}

/* "2025.." goes on: which of its years is meant always has to be said, or told by the date. */
static bool has_open_end(const struct task *task)
{
	for (size_t i = 0; i < task->due.deadline.count; i++)
		if (task->due.deadline.parts[i].kind == PART_YEARS)
			return true;
	return false;
}

static bool waits_for_triggers(const struct occurrences *list, int milestone)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].part && list->items[i].part->kind == PART_AFTER &&
		    (!milestone || list->items[i].milestone == milestone))
			return true;
	return false;
}

bool unit_has_period(const struct occurrences *list, const struct unit *unit)
{
	if (unit->period.kind == PERIOD_DAY && waits_for_triggers(list, unit->milestone))
		return true;
	return period_exists(list, &unit->period);
}

bool unit_needs_period(const struct task *task, const struct occurrences *list)
{
	return list->once == 0 && (list->recurring > 1 || has_open_end(task));
}
