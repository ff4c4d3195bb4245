/* SPDX-License-Identifier: MIT
 * shifted: cells as a whole under two ways to lay them. It knows looks and columns only. */
#include "import/shifted.h"

enum { WORDS_LEAST = 2, MUCH = 3 };

/* How well cells fit the columns from `first` on. */
static double fit_from(const struct task_table *table, const struct look *looks, size_t count,
		       size_t first)
{
	double fit = 0;
	for (size_t i = 0; i < count; i++)
		fit += look_fit(&looks[i], table->columns[first + i].role);
	return fit;
}

bool row_is_shifted(const struct task_table *table, const struct look *looks, size_t count)
{
	size_t columns = table->count - table_has(table, ROLE_MARK);
	if (count == columns && count > 0 && looks[count - 1].empty)
		count--;
	if (count + 1 != columns || count < 2 || table->columns[0].role != ROLE_NO)
		return false;
	const struct look *first = &looks[0];
	if (first->empty || first->ordinal.kind != ORDINAL_NONE || first->length < WORDS_LEAST)
		return false;
	return fit_from(table, looks, count, 1) > fit_from(table, looks, count, 0) + MUCH;
}
