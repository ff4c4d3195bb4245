/* SPDX-License-Identifier: MIT
 * body: what the text before the table says about the days of periodic reports, against the table.
 * It knows the words of such sentences, and no tables' forms. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "import/head.h"
#include "import/tasks.h"

enum { DAYS_MOST = 8, NEAR = 400 };

/* Days of the last month of a quarter or reporting period that the body names. */
struct said_days {
	int days[DAYS_MOST];
	size_t count;
};

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* "ngay 22 cua thang cuoi quy" at s gives 22; 0 when it is another sentence. */
static int day_at(const char *s)
{
	long n;
	if (!starts(s, "ngay "))
		return 0;
	s += strlen("ngay ");
	size_t digits = strspn(s, "0123456789");
	if (digits == 0 || digits > 2 || !text_number(s, digits, &n) || n < 1 || n > 31)
		return 0;
	s += digits + (s[digits] == ' ');
	s += starts(s, "cua ") ? strlen("cua ") : 0;
	return starts(s, "thang cuoi quy") || starts(s, "thang cuoi cua quy") ||
		       starts(s, "thang cuoi ky")
		   ? (int)n
		   : 0;
}

static bool holds_before(const char *plain, const char *s, const char *words)
{
	const char *from = s - plain > NEAR ? s - NEAR : plain;
	const char *found = strstr(from, words);
	return found && found < s;
}

static void read_block(struct arena *a, const char *text, struct said_days *said)
{
	const char *plain = text_plain(a, text);
	for (const char *s = plain; (s = strstr(s, "ngay ")) != NULL; s++) {
		int n = day_at(s);
		if (n == 0 || !holds_before(plain, s, "bao cao") || said->count == DAYS_MOST)
			continue;
		said->days[said->count++] = n;
	}
}

/* The day of a task that says when a periodic report is due; 0 when it is none. */
static int report_day(struct arena *a, const struct draft_task *task)
{
	const struct deadline *due = &task->due.deadline;
	if (due->count != 1 || due->parts[0].kind != PART_RECURRING ||
	    due->parts[0].on != RECURRING_DATE ||
	    (due->parts[0].rhythm != RHYTHM_QUARTER && due->parts[0].rhythm != RHYTHM_REPORTS) ||
	    !strstr(text_plain(a, task->text ? task->text : ""), "bao cao"))
		return 0;
	return due->parts[0].on_date;
}

void body_check(struct arena *a, struct draft_plan *draft, const struct blocks *blocks)
{
	struct said_days said = {{0}, 0};
	for (size_t i = 0; i < blocks->count; i++)
		read_block(a, blocks->items[i].text, &said);
	/* units may have a day of their own before: sure only where the body names one day */
	for (size_t i = 1; i < said.count; i++)
		if (said.days[i] != said.days[0])
			return;
	for (size_t i = 0; said.count > 0 && i < draft->task_count; i++) {
		int n = report_day(a, &draft->tasks[i]);
		if (n > 0 && n != said.days[0])
			task_doubt(
			    a, &draft->tasks[i], "due", CODE_DEADLINE_CONFLICT,
			    arena_format(a, words_pick("day %d, not %d", "ngày %d, không phải %d"),
					 said.days[0], n),
			    NULL);
	}
}
