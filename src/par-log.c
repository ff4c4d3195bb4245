/* SPDX-License-Identifier: MIT
 * par-log: what was done gets into a log, each line checked, none lost. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "data/entries.h"
#include "data/log.h"
#include "data/logout.h"
#include "duty/entrycheck.h"
#include "duty/filled.h"
#include "form/source.h"
#include "front/command.h"
#include "front/logverify.h"

static const char *const columns[] = {"line",	"verdict", "date",  "plan",	"task", "agency",
				      "period", "status",  "value", "evidence", "note", "reason"};

enum { COLUMNS = sizeof columns / sizeof *columns };

struct log_options {
	struct command common;
	const char *log, *sheet;
	const char *fields[ENTRY_FIELDS]; /* --task, --agency, … */
	bool verify, dry_run;
	struct workspace *w;
	struct csv_source *logs; /* that were said already */
	size_t log_count;
	bool lost; /* one of them cannot be read */
};

/* ---- the rows ---- */

/* Events of options, of rows on standard input or of a sheet. False after a finding. */
static bool read_entries(struct log_options *o, struct entries *list)
{
	struct command *c = &o->common;
	const char *name = o->sheet ? o->sheet : "-";
	struct file_bytes text;
	*list = (struct entries){.arena = c->arena};
	if (o->fields[ENTRY_TASK]) {
		entries_more(list, (struct place){0});
		return true;
	}
	if (!source_read(c->arena, name, &c->findings, &text, NULL))
		return false;
	if (!o->sheet)
		return entries_read(list, name, text, &c->findings);
	const struct filled_request request = {.plans = o->w->plans,
					       .plan_count = o->w->plan_count,
					       .has_agency = o->fields[ENTRY_AGENCY]};
	return filled_read(list, name, text, &request, &c->findings);
}

/* Who writes: as said, else as the environment knows. */
static const char *writer(const struct log_options *o)
{
	static const char *const variables[] = {"PAR_BY", "USER", "LOGNAME"};
	const char *by = o->fields[ENTRY_BY];
	for (size_t i = 0; !by && i < 3; i++) {
		const char *value = getenv(variables[i]);
		if (value && *value)
			by = value;
	}
	return by;
}

static const char *only_plan(const struct log_options *o)
{
	return o->w->plan_count == 1 ? o->w->plans[0]->id : NULL;
}

static void complete(struct log_options *o, struct entries *list)
{
	struct arena *a = o->common.arena;
	const char *defaults[ENTRY_FIELDS];
	memcpy(defaults, o->fields, sizeof defaults);
	entries_default(list, defaults);
	memset(defaults, 0, sizeof defaults);
	defaults[ENTRY_DATE] = day_text(a, o->common.as_of);
	defaults[ENTRY_BY] = writer(o);
	defaults[ENTRY_PLAN] = only_plan(o);
	entries_default(list, defaults);
	const char *now = command_now(a);
	for (size_t i = 0; i < list->count; i++)
		list->items[i].fields[ENTRY_LOGGED] = now;
	entries_normal(list);
}

/* ---- what the logs say already ---- */

static bool is_same_file(const char *x, const char *y)
{
	struct stat a, b;
	return stat(x, &a) == 0 && stat(y, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static void take_logs(struct log_options *o, bool there)
{
	struct workspace *w = o->w;
	o->logs = arena_alloc(o->common.arena, (w->log_count + 1) * sizeof *o->logs);
	o->log_count = 0;
	for (size_t i = 0; i < w->log_count; i++)
		if (!is_same_file(w->logs[i].name, o->log))
			o->logs[o->log_count++] = w->logs[i];
	if (there)
		o->logs[o->log_count++] = (struct csv_source){.name = o->log, .fd = -1};
}

/* ---- writing ---- */

static size_t count_of(const struct entries *list, enum verdict verdict)
{
	size_t n = 0;
	for (size_t i = 0; i < list->count; i++)
		n += list->items[i].verdict == verdict;
	return n;
}

/* Checks until nothing more falls out: what a row says may lean on one that does. -1: go on and
 * write. */
static int check(struct log_options *o, const struct log_layout *layout, struct entries *list)
{
	struct command *c = &o->common;
	const struct entry_request request = {.binder = o->w->binder,
					      .calendar =
						  o->w->has_calendar ? o->w->calendar : NULL,
					      .plans = o->w->plans,
					      .plan_count = o->w->plan_count,
					      .rules = o->w->rules,
					      .rules_count = o->w->rules_count,
					      .logs = o->logs,
					      .log_count = o->log_count,
					      .layout = layout,
					      .today = c->as_of};
	if (o->sheet)
		entry_know(c->arena, &request, list);
	if (o->sheet && !o->fields[ENTRY_DATE])
		filled_dates(list, &c->findings);
	if (!entries_fit(list, layout, only_plan(o), &c->findings))
		return EXIT_NOT_DONE;
	size_t bad;
	do
		bad = count_of(list, VERDICT_ADD)
			  ? entry_check(c->arena, &request, list, &o->lost, &c->findings)
			  : 0;
	while (bad && c->keep_going);
	bool stop = o->lost || count_of(list, VERDICT_UNUSABLE);
	return stop && !c->keep_going ? EXIT_NOT_DONE : -1;
}

static void warn_torn(struct log_options *o, const struct log_file *f)
{
	if (f->torn)
		findings_add(&o->common.findings, (struct place){f->name, f->torn, 0},
			     CODE_LAST_LINE_TORN, NULL, NULL, NULL);
}

static int status_of(enum logout_result result)
{
	return result == LOGOUT_DONE	  ? EXIT_DONE
	       : result == LOGOUT_REFUSED ? EXIT_NOT_DONE
					  : EXIT_SYSTEM;
}

/* With the log open and locked. */
static int write_entries(struct log_options *o, struct log_file *f, struct entries *list,
			 bool *again)
{
	struct command *c = &o->common;
	take_logs(o, f->fd >= 0 && f->size > 0);
	int status = check(o, &f->layout, list);
	if (status >= 0)
		return status;
	struct file_bytes text = entries_text(list, &f->layout);
	if (o->dry_run && !o->sheet)
		fwrite(text.bytes, 1, text.size, stdout);
	if (o->dry_run || !text.size)
		return EXIT_DONE;
	enum logout_result result = logout_append(c->arena, f, text.bytes, text.size, &c->findings);
	*again = result == LOGOUT_AGAIN;
	if (result == LOGOUT_DONE)
		warn_torn(o, f);
	return status_of(result);
}

/* Another writer may make the log in the very moment in which this one would. */
static int add_entries(struct log_options *o, struct entries *list)
{
	struct command *c = &o->common;
	struct log_file f;
	bool again;
	int status;
	size_t told = c->findings.count;
	do {
		again = false;
		c->findings.count = told;
		enum logout_result result =
		    logout_open(c->arena, &f, o->log, !o->dry_run, &c->findings);
		if (result != LOGOUT_DONE)
			return status_of(result);
		status = write_entries(o, &f, list, &again);
		result = logout_close(&f, &c->findings);
		if (status == EXIT_DONE)
			status = status_of(result);
	} while (again);
	return status;
}

/* ---- what became of each row of a sheet ---- */

static const char *verdict_word(enum verdict verdict, bool written)
{
	static const char *const words[] = {"to-add", "known", "empty", "unusable"};
	return verdict == VERDICT_ADD && written ? "added" : words[verdict];
}

static void fill(struct log_options *o, struct cell *row, const struct entry *e, bool written)
{
	static const enum entry_field fields[] = {ENTRY_DATE,	ENTRY_PLAN,	ENTRY_TASK,
						  ENTRY_AGENCY, ENTRY_PERIOD,	ENTRY_STATUS,
						  ENTRY_VALUE,	ENTRY_EVIDENCE, ENTRY_NOTE};
	row[0] = (struct cell){CELL_NUMBER, arena_format(o->common.arena, "%u", e->at.line)};
	row[1] = (struct cell){CELL_WORD, verdict_word(e->verdict, written)};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		enum cell_kind kind = fields[i] == ENTRY_DATE	  ? CELL_DATE
				      : fields[i] == ENTRY_STATUS ? CELL_WORD
								  : CELL_TEXT;
		bool put_in = fields[i] == ENTRY_DATE && e->undated &&
			      (e->verdict == VERDICT_EMPTY || e->verdict == VERDICT_UNUSABLE);
		if (*e->fields[fields[i]] && !put_in)
			row[2 + i] = (struct cell){kind, e->fields[fields[i]]};
	}
	if (e->verdict == VERDICT_UNUSABLE && e->reason)
		row[COLUMNS - 1] = (struct cell){CELL_TEXT, e->reason};
}

static int print_verdicts(struct log_options *o, const struct entries *list, bool written)
{
	struct command *c = &o->common;
	struct sheet sheet = {.arena = c->arena, .columns = columns, .width = COLUMNS};
	if (c->format == FORMAT_TEXT && !c->columns)
		c->columns = "line,verdict,task,period,agency,status,value,date";
	for (size_t i = 0; i < list->count; i++)
		fill(o, sheet_row(&sheet), &list->items[i], written);
	return command_print(c, &sheet);
}

static int add(struct log_options *o)
{
	struct command *c = &o->common;
	struct entries list;
	if (!read_entries(o, &list))
		return EXIT_NOT_DONE;
	complete(o, &list);
	int status = add_entries(o, &list);
	if (o->sheet && status != EXIT_SYSTEM) {
		int printed = print_verdicts(o, &list, status == EXIT_DONE && !o->dry_run);
		if (printed != EXIT_DONE)
			return printed;
		/* It was told row by row, which is what was asked; that something is left is an
		 * error among the findings. */
		status = o->lost || status == EXIT_DONE ? status : EXIT_LOOK;
	}
	return status == EXIT_DONE && o->lost && c->keep_going ? EXIT_LOOK : status;
}

/* ---- the command line ---- */

static int check_usage(const struct log_options *o)
{
	const struct command *c = &o->common;
	bool task = o->fields[ENTRY_TASK], status = o->fields[ENTRY_STATUS];
	if (o->verify && (o->sheet || task || status))
		return command_refuse(c, "--verify goes without --task, --status and --import",
				      "--verify không đi với --task, --status và --import", NULL);
	if (o->verify)
		return -1;
	if (!o->log || !*o->log || strcmp(o->log, "-") == 0)
		return command_refuse(c, "name the log: --log FILE", "cần nêu nhật ký: --log TỆP",
				      NULL);
	if (o->sheet && (task || status))
		return command_refuse(c, "--import goes without --task and --status",
				      "--import không đi với --task và --status", NULL);
	if (task != status)
		return command_refuse(c, "--task and --status go together",
				      "--task và --status đi với nhau", NULL);
	if (!task && !o->sheet && isatty(STDIN_FILENO))
		return command_refuse(
		    c, "say --task and --status, or give rows on standard input",
		    "hãy nêu --task và --status, hoặc đưa các hàng vào đầu vào chuẩn", NULL);
	return -1;
}

static int run(struct log_options *o)
{
	struct command *c = &o->common;
	int status = check_usage(o);
	if (status >= 0)
		return command_end(c, NULL, status);
	if (o->verify)
		return command_end(c, NULL, log_verify(c, o->log));
	o->w = command_load(c, false);
	if (!o->w)
		return command_end(c, NULL, EXIT_NOT_DONE);
	if (!o->w->plan_count && !o->w->rules_count)
		return command_end(c, NULL, command_no_files(c));
	return command_end(c, o->w, add(o));
}

int main(int argc, char *argv[])
{
	struct log_options o = {0};
	struct command *c = &o.common;
	const char **f = o.fields;
	const struct option_row own[] = {
	    {"log", 'l', "FILE", NULL, &o.log, NULL, "the log to add to", "nhật ký cần ghi vào",
	     "TỆP"},
	    {"plan", 'p', "ID", NULL, &f[ENTRY_PLAN], NULL, "of this plan", "của kế hoạch này",
	     "MÃ"},
	    {"task", 't', "ID", NULL, &f[ENTRY_TASK], NULL, "this task (9, 11/1, 9#2024-03)",
	     "nhiệm vụ này (9, 11/1, 9#2024-03)", "MÃ"},
	    {"agency", 'a', "NAME", NULL, &f[ENTRY_AGENCY], NULL,
	     "of this agency; else of all that lead",
	     "của cơ quan này; không nêu là mọi cơ quan chủ trì", "TÊN"},
	    {"period", 0, "PERIOD", NULL, &f[ENTRY_PERIOD], NULL,
	     "of this period of a recurring task (2024-03, 2024-Q1)",
	     "thuộc kỳ này của việc định kỳ (2024-03, 2024-Q1)", "KỲ"},
	    {"status", 's', "STATUS", NULL, &f[ENTRY_STATUS], NULL,
	     "what happened: started, progress, done, extended, …",
	     "việc đã xảy ra: started, progress, done, extended, …", "TRẠNG THÁI"},
	    {"value", 0, "VALUE", NULL, &f[ENTRY_VALUE], NULL,
	     "percent, new date or number that the status takes",
	     "tỷ lệ, ngày mới hoặc số liệu đi với trạng thái", "GIÁ TRỊ"},
	    {"date", 0, "DATE", NULL, &f[ENTRY_DATE], NULL, "the day it happened (today)",
	     "ngày xảy ra (hôm nay)", "NGÀY"},
	    {"evidence", 'e', "TEXT", NULL, &f[ENTRY_EVIDENCE], NULL, "the document that shows it",
	     "văn bản minh chứng", "CHỮ"},
	    {"note", 'n', "TEXT", NULL, &f[ENTRY_NOTE], NULL, "a remark", "ghi chú", "CHỮ"},
	    {"by", 0, "NAME", NULL, &f[ENTRY_BY], NULL, "who writes it", "người cập nhật", "TÊN"},
	    {"import", 'i', "SHEET", NULL, &o.sheet, NULL,
	     "add what an agency filled in (CSV), told row by row",
	     "ghi bảng do cơ quan điền (CSV), báo từng hàng", "BẢNG"},
	    {"dry-run", 0, NULL, &o.dry_run, NULL, NULL, "show what would be written",
	     "chỉ xem những gì sẽ ghi", NULL},
	    {"verify", 0, NULL, &o.verify, NULL, NULL, "check the whole log instead",
	     "kiểm tra toàn bộ nhật ký", NULL},
	    {0},
	};
	struct option_row common[COMMAND_COMMON_ROWS];
	command_common_rows(c, common);
	const struct command_line line = {
	    .tool = "par-log",
	    .synopsis = "--log FILE [options] [file or folder …]",
	    .vietnamese_synopsis = "--log TỆP [tùy chọn] [tệp hoặc thư mục …]",
	    .english = "Adds events to a log, checked against the plans: one from options, many "
		       "from CSV rows on standard input, or a sheet that an agency filled in.",
	    .vietnamese =
		"Ghi tiến độ vào nhật ký, có đối chiếu với kế hoạch: một lần từ tùy chọn, nhiều "
		"hàng CSV từ đầu vào chuẩn, hoặc bảng do cơ quan điền.",
	    .rows = {own, common},
	    .tables = 2,
	};
	/* Then a limit on the size of files is an error that can be told, not an end. */
	signal(SIGXFSZ, SIG_IGN);
	int status = command_start(c, &line, argc, argv);
	return status >= 0 ? status : run(&o);
}
