/* SPDX-License-Identifier: MIT
 * periods: a table with a column for each month or quarter, in which a mark says when a task is due:
 * such columns are one deadline. It knows headings and marks, and no tasks. */
#include "import/periods.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/layout.h"

enum { SAMPLE_ROWS = 200, RUN_LEAST = 3 };

/* What a heading counts. */
struct period {
	char unit; /* m of months, q of quarters; '\0': neither */
	long number;
};

static long number_of(const char *word)
{
	static const char *const romans[] = {"i", "ii", "iii", "iv"};
	long number = 0;
	for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
		if (strcmp(word, romans[i]) == 0)
			return (long)i + 1;
	return strlen(word) < 3 && text_number(word, strlen(word), &number) ? number : 0;
}

/* "T3", "Tháng 3", "Quý II", or "II" below "Quý": a heading's last words. */
static struct period period_of(struct arena *a, const char *heading)
{
	static const struct {
		const char *words;
		char unit;
		long most;
	} units[] = {{"thang", 'm', 12}, {"t", 'm', 12}, {"quy", 'q', 4}, {"q", 'q', 4}};
	const char *plain = text_plain(a, heading);
	const char *last = strrchr(plain, ' ');
	last = last ? last + 1 : plain;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t n = strlen(units[i].words);
		size_t before = (size_t)(last - plain);
		bool glued = strncmp(last, units[i].words, n) == 0 && last[n];
		bool parted = before > n && memcmp(last - n - 1, units[i].words, n) == 0 &&
			      (before == n + 1 || last[-(long)n - 2] == ' ');
		long number = glued ? number_of(last + n) : parted ? number_of(last) : 0;
		if (number >= 1 && number <= units[i].most)
			return (struct period){units[i].unit, number};
	}
	return (struct period){'\0', 0};
}

static const char *period_text(struct arena *a, struct period p)
{
	static const char *const quarters[] = {"I", "II", "III", "IV"};
	return p.unit == 'm' ? arena_format(a, "Tháng %ld", p.number)
			     : arena_format(a, "Quý %s", quarters[p.number - 1]);
}

bool period_mark(const char *text)
{
	static const char *const marks[] = {"x", "X", "v", "V", "*", "+", "•", "●", "✓", "✔", "√"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strcmp(text, marks[i]) == 0)
			return true;
	return false;
}

/* Do mostly marks stand in the columns [from, to) of the table's first rows? */
static bool holds_marks(struct arena *a, const struct task_table *table, size_t from, size_t to)
{
	size_t marks = 0, full = 0;
	for (size_t r = table->begin; r < table->end && r < table->begin + SAMPLE_ROWS; r++) {
		struct layout l = layout_row(a, table, &table->grid->rows[r]);
		for (size_t c = from; l.fits && c < to; c++) {
			full += *l.cells[c].text != '\0' && l.wide[c] < to - from;
			marks += period_mark(l.cells[c].text);
		}
	}
	return marks > 0 && marks * 2 >= full;
}

/* How many columns from `from` on count on, month by month. */
static size_t run_at(struct arena *a, const struct task_table *table, size_t from)
{
	struct period first = period_of(a, table->columns[from].heading);
	size_t n = 0;
	while (first.unit && from + n < table->count) {
		const struct column *c = &table->columns[from + n];
		struct period p = period_of(a, c->heading);
		bool open = c->role == ROLE_UNKNOWN || c->role == ROLE_OTHER ||
			    c->role == ROLE_DUE || c->role == ROLE_START;
		if (!open || p.unit != first.unit || p.number != first.number + (long)n)
			break;
		n++;
	}
	return n;
}

static bool has_due_outside(const struct task_table *table, size_t from, size_t to)
{
	for (size_t i = 0; i < table->count; i++)
		if ((i < from || i >= to) && table->columns[i].role == ROLE_DUE)
			return true;
	return false;
}

void periods_settle(struct arena *a, struct task_table *table)
{
	for (size_t i = 0, n; i<table->count; i += n> 0 ? n : 1) {
		n = run_at(a, table, i);
		if (n < RUN_LEAST || has_due_outside(table, i, i + n) ||
		    !holds_marks(a, table, i, i + n))
			continue;
		for (size_t k = i; k < i + n; k++) {
			struct column *c = &table->columns[k];
			c->period = period_text(a, period_of(a, c->heading));
			c->role = k == i ? ROLE_DUE : ROLE_OTHER;
		}
		return;
	}
}
