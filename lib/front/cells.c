/* SPDX-License-Identifier: MIT
 * cells: the cells that several tables have in common. */
#include "front/cells.h"

#include "base/arena.h"
#include "base/buf.h"

void text_cell(struct cell *c, const char *text)
{
	if (text && *text)
		*c = (struct cell){CELL_TEXT, text};
}

void word_cell(struct cell *c, const char *code)
{
	if (code && *code)
		*c = (struct cell){CELL_WORD, code};
}

void day_cell(struct arena *a, struct cell *c, day d)
{
	if (d != DAY_NONE)
		*c = (struct cell){CELL_DATE, day_text(a, d)};
}

void number_cell(struct arena *a, struct cell *c, long n)
{
	*c = (struct cell){CELL_NUMBER, arena_format(a, "%ld", n)};
}

const char *join_parties(struct arena *a, const struct party *list, size_t count)
{
	struct buf b = {0};
	for (size_t i = 0; i < count; i++) {
		buf_format(&b, "%s%s", i ? "; " : "", list[i].name);
		if (list[i].role)
			buf_format(&b, " (%s)", list[i].role);
	}
	return buf_take(&b, a);
}

const char *start_text(struct arena *a, const struct task *t)
{
	if (t->start.deadline.count)
		return deadline_text(a, &t->start.deadline);
	return t->cells.start;
}

const char *said_text(const struct task *t)
{
	return t->cells.due ? t->cells.due : t->due.text;
}

const char *percent_text(struct arena *a, long hundredths)
{
	long whole = hundredths / 100, part = hundredths % 100;
	if (!part)
		return arena_format(a, "%ld", whole);
	return part % 10 ? arena_format(a, "%ld.%02ld", whole, part)
			 : arena_format(a, "%ld.%ld", whole, part / 10);
}
