/* SPDX-License-Identifier: MIT
 * sense: doubts about what the cells of one task say together: years and products that do not go
 * with the deadline, conditions in a note, agencies parted in an odd way. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "import/tasks.h"

enum { CLAUSE_WORDS = 16, SAY_WORDS = 12 };

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static const char *next_word(const char *s)
{
	s += strcspn(s, " ");
	return *s ? s + 1 : s;
}

/* The year that "nam 2021" at s names; 0 when it is none. */
static long year_at(const char *s)
{
	long year = 0;
	if (!starts(s, "nam ") || strspn(s + 4, "0123456789") != 4 || !text_number(s + 4, 4, &year))
		return 0;
	return year;
}

/* The year of a plan that the clause says is to be drawn up: "ban hanh ke hoach … nam 2021". 0 when
 * it says none, or the year belongs to a date, to a span of years or to what was before. */
static long planned_year(const char *plain)
{
	static const char *const openings[] = {"ban hanh ke hoach ", "xay dung ke hoach ",
					       "lap ke hoach ", "xay dung va ban hanh ke hoach ",
					       "tham muu ke hoach "};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		const char *s = strstr(plain, openings[i]);
		if (!s || (s > plain && s[-1] != ' '))
			continue;
		s += strlen(openings[i]);
		for (size_t k = 0; k < CLAUSE_WORDS && *s; k++, s = next_word(s)) {
			if (starts(s, "thang ") || starts(s, "ngay ") || starts(s, "giai doan ") ||
			    starts(s, "so ") || starts(s, "ket qua ") ||
			    starts(s, "theo ke hoach ") || starts(s, "theo quyet dinh "))
				break;
			long year = year_at(s);
			if (year > 0)
				return year;
		}
	}
	return 0;
}

/* Does the deadline, or a part of it, lie in the year? */
static bool is_due_in(const struct draft_task *task, int year)
{
	for (size_t i = 0; i < task->due.deadline.count; i++) {
		day last = part_day(&task->due.deadline.parts[i],
				    &(struct day_rules){.issued = DAY_NONE}, NULL);
		if (last != DAY_NONE && day_year(last) == year)
			return true;
	}
	return false;
}

/* Sentences of a text, one after the other; NULL at the end. */
static const char *next_clause(struct arena *a, const char **s)
{
	if (!**s)
		return NULL;
	size_t n = strcspn(*s, ".;:\n");
	const char *clause = arena_copy(a, *s, n);
	*s += n + ((*s)[n] != '\0');
	return clause;
}

static void check_planned_year(struct arena *a, struct draft_task *task, int year)
{
	const char *s = task->text ? task->text : "", *clause;
	if (!strpbrk(s, "0123456789"))
		return;
	while ((clause = next_clause(a, &s)) != NULL) {
		if (!strpbrk(clause, "0123456789"))
			continue;
		long planned = planned_year(text_plain(a, clause));
		if (planned > 0 && planned < year && is_due_in(task, year))
			task_doubt(a, task, "text", CODE_YEAR_MISMATCH, text_squeeze(a, clause),
				   NULL);
	}
}

/* "bao cao … nam 2023" as a whole: no quarter or month in between. */
static bool reports_year(const char *plain, int year)
{
	for (const char *s = plain; (s = strstr(s, "bao cao ")) != NULL; s++) {
		const char *word = s;
		for (size_t k = 0; k < SAY_WORDS && *word; k++, word = next_word(word)) {
			if (starts(word, "quy ") || starts(word, "thang ") ||
			    starts(word, "ke hoach ") || starts(word, "giai doan "))
				break;
			if (year_at(word) == year)
				return true;
		}
	}
	return false;
}

/* A report on the year that is due in its first half. */
static void check_product(struct arena *a, struct draft_task *task)
{
	const struct deadline *due = &task->due.deadline;
	if (!task->product || due->count != 1 || !part_is_once(due->parts))
		return;
	day last = part_day(due->parts, &(struct day_rules){.issued = DAY_NONE}, NULL);
	if (last == DAY_NONE)
		return;
	int year = day_year(last);
	if (last < day_of(year, 7, 1) && reports_year(text_plain(a, task->product), year))
		task_doubt(a, task, "product", CODE_PRODUCT_AFTER_DUE, task->product, NULL);
}

static void check_note(struct arena *a, struct draft_task *task)
{
	static const char *const conditions[] = {"sau khi ",	   "khi co ",	   "neu ",
						 "voi dieu kien ", "doi voi cac ", "truong hop "};
	if (!task->note || !*task->note)
		return;
	const char *plain = text_plain(a, task->note);
	for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
		const char *s = strstr(plain, conditions[i]);
		if (s && (s == plain || s[-1] == ' ')) {
			task_doubt(a, task, "note", CODE_NOTE_CONDITION, task->note, NULL);
			return;
		}
	}
}

static bool holds_name(const struct cell_names *names, const char *text)
{
	for (size_t i = 0; i < names->count; i++)
		if (text_same(names->names[i].name, text))
			return true;
	return false;
}

/* Does a line end with one name and the next begin with another? */
static bool parts_lines(const char *lines, const struct cell_names *names)
{
	for (const char *end = lines; (end = strchr(end, '\n')) != NULL; end++) {
		for (size_t i = 0; i + 1 < names->count; i++) {
			size_t n = strlen(names->names[i].name);
			if ((size_t)(end - lines) >= n &&
			    memcmp(end - n, names->names[i].name, n) == 0 &&
			    starts(end + 1, names->names[i + 1].name))
				return true;
		}
	}
	return false;
}

/* The lines of a cell, quoted in one. */
static const char *with_breaks(struct arena *a, const char *lines)
{
	struct buf out = {0};
	for (; *lines; lines++) {
		if (*lines == '\n')
			buf_text(&out, " | ");
		else
			buf_char(&out, *lines);
	}
	return buf_take(&out, a);
}

/* Agencies that only a line's break or a colon parts: both were taken as separators. */
static void check_separators(struct arena *a, struct draft_task *task, const struct task_row *row,
			     enum role role, const struct cell_names *names)
{
	const struct row_cell *cell = row_cell(row->table, row->row, role);
	if (!cell || names->count < 2)
		return;
	if (parts_lines(cell->lines, names))
		task_doubt(a, task, role_word(role), CODE_AGENCY_LINES, with_breaks(a, cell->lines),
			   NULL);
	const char *colon = strchr(cell->text, ':');
	if (colon && holds_name(names, arena_copy(a, cell->text, (size_t)(colon - cell->text))))
		task_doubt(a, task, role_word(role), CODE_AGENCY_COLON, cell->text, NULL);
}

void sense_check(struct arena *a, struct draft_task *task, const struct task_row *row,
		 const struct task_context *context)
{
	if (context->year_said && context->year == context->last_year)
		check_planned_year(a, task, context->year);
	check_product(a, task);
	check_note(a, task);
	check_separators(a, task, row, ROLE_LEAD, &task->lead);
	check_separators(a, task, row, ROLE_WITH, &task->with);
}
