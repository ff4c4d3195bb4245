/* SPDX-License-Identifier: MIT
 * par-check: everything that is wrong or doubtful in plans, registries, calendars, rules and logs. */
#include <stdio.h>

#include "base/arena.h"
#include "base/words.h"
#include "data/heads.h"
#include "data/plancheck.h"
#include "front/command.h"
#include "front/notes.h"
#include "time/date.h"

static const char *const columns[] = {"file", "line", "column", "severity", "code", "sentence"};
static const char *const severities[] = {"note", "warning", "error"};

enum { COLUMNS = sizeof columns / sizeof *columns };

static void check_plans(struct command *c, const struct workspace *w)
{
	for (size_t i = 0; i < w->plan_count; i++)
		plan_check(c->arena, w->plans[i], w->has_registry ? w->registry : NULL,
			   &c->findings);
}

/* Every row of every log is brought to its obligation, whatever its date: what finds no place is
 * reported on the way. */
static void check_logs(struct command *c, struct workspace *w)
{
	if (!w->log_count && !w->plan_count)
		return;
	day end = day_of(YEAR_LAST, 12, 31);
	struct duty_request request = {.binder = w->binder,
				       .calendar = w->has_calendar ? w->calendar : NULL,
				       .plans = w->plans,
				       .plan_count = w->plan_count,
				       .progress = workspace_progress(w, end, 0),
				       .as_of = end,
				       .horizon = c->as_of};
	struct obligations all = duty_list(c->arena, &request, &c->findings);
	const struct obligation **rows = arena_alloc(c->arena, (all.count + 1) * sizeof *rows);
	for (size_t i = 0; i < all.count; i++) {
		duty_check(&all.items[i], end, &c->findings);
		rows[i] = &all.items[i];
	}
	note_trust(c, rows, all.count);
	progress_free(request.progress);
}

/* The rules that know most of the columns of a sheet of heads; NULL: none knows any. */
static const struct rules *rules_of(struct command *c, const struct workspace *w,
				    const struct text_file *sheet)
{
	const struct rules *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < w->rules_count; i++) {
		size_t n = heads_known(c->arena, w->rules[i], sheet->name, sheet->text);
		if (n > most)
			best = w->rules[i];
		most = n > most ? n : most;
	}
	return best;
}

static void check_sheets(struct command *c, struct workspace *w)
{
	for (size_t i = 0; i < w->sheet_count; i++) {
		const struct text_file *sheet = &w->sheets[i];
		const struct rules *rules = rules_of(c, w, sheet);
		struct heads heads = {0};
		if (rules &&
		    !heads_read(c->arena, &heads, rules, sheet->name, sheet->text, &c->findings))
			w->refused++;
	}
}

static void fill(struct arena *a, struct cell *row, const struct finding *f)
{
	if (f->at.file)
		row[0] = (struct cell){CELL_TEXT, f->at.file};
	if (f->at.line)
		row[1] = (struct cell){CELL_NUMBER, arena_format(a, "%u", f->at.line)};
	if (f->at.line && f->at.column)
		row[2] = (struct cell){CELL_NUMBER, arena_format(a, "%u", f->at.column)};
	row[3] = (struct cell){CELL_TEXT, severities[f->severity]};
	row[4] = (struct cell){CELL_TEXT, code_info(f->code)->name};
	row[5] = (struct cell){CELL_TEXT, f->text};
}

/* The findings are this tool's answer: they go to standard output and not to standard error. */
static int print(struct command *c)
{
	findings_sort(&c->findings);
	int status = findings_count(&c->findings, SEVERITY_ERROR) ? EXIT_LOOK : EXIT_DONE;
	if (c->format == FORMAT_TEXT && !c->columns && !c->sort) {
		findings_print(&c->findings, stdout);
	} else {
		struct sheet sheet = {.arena = c->arena, .columns = columns, .width = COLUMNS};
		for (size_t i = 0; i < c->findings.count; i++)
			fill(c->arena, sheet_row(&sheet), &c->findings.items[i]);
		int printed = command_print(c, &sheet);
		status = printed == EXIT_DONE ? status : printed;
	}
	c->findings.count = 0;
	return status;
}

int main(int argc, char *argv[])
{
	struct command c = {0};
	struct option_row common[COMMAND_COMMON_ROWS];
	command_common_rows(&c, common);
	const struct command_line line = {
	    .tool = "par-check",
	    .synopsis = "[options] [file or folder …]",
	    .vietnamese_synopsis = "[tùy chọn] [tệp hoặc thư mục …]",
	    .english =
		"Reports everything that is wrong or doubtful in plans, registries, calendars, "
		"rules and logs, by file and line.",
	    .vietnamese =
		"Báo mọi chỗ sai hoặc còn nghi ngờ trong kế hoạch, sổ cơ quan, lịch, quy tắc "
		"và nhật ký, theo tệp và dòng.",
	    .rows = {common},
	    .tables = 1,
	};
	int status = command_start(&c, &line, argc, argv);
	if (status >= 0)
		return status;
	struct workspace_request request = {.operands = c.operands,
					    .agencies = c.agencies,
					    .calendar = c.calendar,
					    .all_findings = true,
					    .judge_rules = true,
					    .heads = true};
	struct workspace *w = workspace_load(c.arena, &request, &c.findings);
	check_plans(&c, w);
	check_logs(&c, w);
	check_sheets(&c, w);
	if (!w->files)
		return command_end(&c, w, command_no_files(&c));
	size_t refused = w->refused;
	w->refused = 0;
	status = print(&c);
	return command_end(&c, w, status == EXIT_DONE && refused ? EXIT_LOOK : status);
}
