/* SPDX-License-Identifier: MIT
 * command: the frame around every tool. The clock is read here and nowhere else. */
#define _DEFAULT_SOURCE /* TIOCGWINSZ */
#include "front/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "time/moment.h"

void command_common_rows(struct command *c, struct option_row rows[COMMAND_COMMON_ROWS])
{
	const struct option_row list[] = {
	    {"as-of", 'd', "DATE", NULL, &c->as_of_text, NULL, "take DATE for today",
	     "coi NGÀY này là hôm nay", "NGÀY"},
	    {"format", 'f', "FORMAT", NULL, &c->format_text, NULL,
	     c->more.names ? c->more.english : "text, csv or json",
	     c->more.names ? c->more.vietnamese : "text, csv hoặc json", "DẠNG"},
	    {"excel", 0, NULL, &c->excel, NULL, NULL, "csv that a Vietnamese Excel opens",
	     "csv mở được ngay bằng Excel tiếng Việt", NULL},
	    {"columns", 0, "A,B,…", NULL, &c->columns, NULL, "these columns in this order",
	     "chỉ các cột này, theo thứ tự này", NULL},
	    {"sort", 0, "A,-B,…", NULL, &c->sort, NULL,
	     "order by these columns, - from the largest", "sắp theo các cột này, - là giảm dần",
	     NULL},
	    {"lang", 0, "vi|en", NULL, &c->lang, NULL, "language of headings and messages",
	     "ngôn ngữ của tiêu đề và thông báo", NULL},
	    {"agencies", 0, "FILE", NULL, &c->agencies, NULL, "registry of agencies", "sổ cơ quan",
	     "TỆP"},
	    {"calendar", 0, "FILE", NULL, &c->calendar, NULL, "calendar of days off", "lịch nghỉ",
	     "TỆP"},
	    {"keep-going", 'k', NULL, &c->keep_going, NULL, NULL,
	     "leave out files that cannot be read", "bỏ qua các tệp không đọc được và làm tiếp",
	     NULL},
	    {"help", 'h', NULL, &c->help, NULL, NULL, "show this help", "xem trợ giúp này", NULL},
	    {"version", 'V', NULL, &c->version, NULL, NULL, "show the version", "xem phiên bản",
	     NULL},
	    {0},
	};
	_Static_assert(sizeof list / sizeof *list == COMMAND_COMMON_ROWS, "rows");
	memcpy(rows, list, sizeof list);
}

void command_select_rows(struct command *c, struct option_row rows[COMMAND_SELECT_ROWS])
{
	const struct option_row list[] = {
	    {"plan", 'p', "ID", NULL, NULL, &c->lists[0], "of this plan", "của kế hoạch này", "MÃ"},
	    {"agency", 'a', "NAME", NULL, NULL, &c->names[0],
	     "led by this agency, also through a group", "do cơ quan này chủ trì, kể cả qua nhóm",
	     "TÊN"},
	    {"with", 0, "NAME", NULL, NULL, &c->names[1], "coordinated by this agency",
	     "có cơ quan này phối hợp", "TÊN"},
	    {"direct", 0, NULL, &c->selection.direct, NULL, NULL, "not through a group",
	     "không tính qua nhóm", NULL},
	    {"area", 0, "ID", NULL, NULL, &c->lists[1], "of this area (id or words of its title)",
	     "thuộc mục này (số mục hoặc chữ trong tên mục)", "MÃ"},
	    {"field", 0, "FIELD", NULL, NULL, &c->lists[2], "of this field of reform",
	     "thuộc lĩnh vực cải cách này", "LĨNH VỰC"},
	    {"task", 't', "ID", NULL, NULL, &c->lists[3], "this task (9, 11/1, 9#2024-03)",
	     "nhiệm vụ này (9, 11/1, 9#2024-03)", "MÃ"},
	    {"status", 's', "STATUS", NULL, NULL, &c->lists[4], "in this state", "ở trạng thái này",
	     "TRẠNG THÁI"},
	    {"level", 0, "LEVEL", NULL, NULL, &c->lists[5], "of plans of this level",
	     "của kế hoạch cấp này", "CẤP"},
	    {"kind", 0, "KIND", NULL, &c->kind_text, NULL, "task, report or all (default task)",
	     "task, report hoặc all (mặc định task)", "LOẠI"},
	    {"match", 'm', "TEXT", NULL, NULL, &c->names[2], "that speak of TEXT, accents or not",
	     "có chữ này, có dấu hay không dấu", "CHỮ"},
	    {0},
	};
	_Static_assert(sizeof list / sizeof *list == COMMAND_SELECT_ROWS, "rows");
	memcpy(rows, list, sizeof list);
}

int command_refuse(const struct command *c, const char *english, const char *vietnamese,
		   const char *word)
{
	struct arena *a = arena_new();
	fprintf(stderr, "%s: ", c->tool);
	const char *sentence = words_pick(english, vietnamese), *gap = strstr(sentence, "{1}");
	if (gap)
		fprintf(stderr, "%.*s%s%s\n", (int)(gap - sentence), sentence,
			sheet_visible(a, word ? word : ""), gap + 3);
	else
		fprintf(stderr, "%s\n", sentence);
	arena_free(a);
	return EXIT_NOT_DONE;
}

static enum language language_of(const char *name)
{
	bool english =
	    name && name[0] == 'e' && name[1] == 'n' && (!name[2] || strchr("_-.@", name[2]));
	return english ? LANGUAGE_EN : LANGUAGE_VI;
}

/* Before the options are parsed, so that a message about them is in the right language. */
static void choose_language(int argc, char *argv[])
{
	static const char *const variables[] = {"PAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"};
	const char *name = NULL;
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			name = argv[i + 1];
		else if (strncmp(argv[i], "--lang=", 7) == 0)
			name = argv[i] + 7;
	}
	for (size_t i = 0; !name && i < 4; i++) {
		const char *value = getenv(variables[i]);
		if (value && *value)
			name = value;
	}
	words_speak(language_of(name));
}

/* Today in Vietnam, which has had UTC+7 without summer time since 1975: no zone file is asked. */
static day clock_day(void)
{
	return (day)((time(NULL) + 7 * 3600) / 86400);
}

char *command_now(struct arena *a)
{
	time_t now = time(NULL);
	long seconds = (long)(now % 86400);
	return arena_format(a, "%sT%02ld:%02ld:%02ldZ", day_text(a, (day)(now / 86400)),
			    seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static int choose_day(struct command *c)
{
	const char *text = c->as_of_text ? c->as_of_text : getenv("PAR_TODAY");
	if (!text || !*text) {
		c->as_of = clock_day();
		return -1;
	}
	c->as_of = day_parse(text);
	if (c->as_of != DAY_NONE)
		return -1;
	return command_refuse(c, "\"{1}\" is no date; write 2024-03-31 or 31/03/2024",
			      "\"{1}\" không phải ngày; hãy ghi 31/03/2024 hoặc 2024-03-31", text);
}

static int refuse_format(struct command *c)
{
	const char *names = "text, csv, json";
	for (size_t i = 0; c->more.names && c->more.names[i]; i++)
		names = arena_format(c->arena, "%s, %s", names, c->more.names[i]);
	return command_refuse(c, "there is no format {1}", "không có dạng {1}",
			      arena_format(c->arena, "\"%s\": %s", c->format_text, names));
}

/* FORMAT_MORE and behind: the tool's own. -1: there is no such format. */
static int find_format(const struct command *c, const char *name)
{
	static const char *const names[] = {"text", "csv", "json"};
	for (int i = 0; i < FORMAT_MORE; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	for (int i = 0; c->more.names && c->more.names[i]; i++)
		if (strcmp(c->more.names[i], name) == 0)
			return FORMAT_MORE + i;
	return -1;
}

static int choose_format(struct command *c)
{
	c->format = c->excel ? FORMAT_CSV : FORMAT_TEXT;
	if (!c->format_text)
		return -1;
	int format = find_format(c, c->format_text);
	if (format < 0)
		return refuse_format(c);
	c->format = (enum format)format;
	if (c->excel && format != FORMAT_CSV)
		return command_refuse(c, "--excel goes with --format csv",
				      "--excel đi với --format csv", NULL);
	return -1;
}

static const char *join_list(struct arena *a, const struct option_values *list)
{
	struct buf b = {0};
	for (size_t i = 0; i < list->count; i++)
		buf_format(&b, "%s%s", i ? "," : "", list->items[i]);
	return list->count ? buf_take(&b, a) : NULL;
}

/* Ids and words given several times, or with commas, widen each other; of names there can be one. */
static int choose_selection(struct command *c)
{
	static const char *const names[] = {"agency", "with", "match"};
	struct selection *s = &c->selection;
	const char **lists[] = {&s->plan, &s->area, &s->field, &s->task, &s->status, &s->level};
	const char **one[] = {&s->agency, &s->with, &s->match};
	for (size_t i = 0; i < 6; i++)
		*lists[i] = join_list(c->arena, &c->lists[i]);
	for (size_t i = 0; i < 3; i++) {
		if (c->names[i].count > 1)
			return command_refuse(c, "--{1} can be given once",
					      "--{1} chỉ ghi được một lần", names[i]);
		if (c->names[i].count && text_is_blank(c->names[i].items[0]))
			return command_refuse(c, "--{1} needs words", "--{1} cần có chữ", names[i]);
		*one[i] = c->names[i].count ? c->names[i].items[0] : NULL;
	}
	return -1;
}

static int choose_kind(struct command *c)
{
	static const char *const names[] = {"task", "report", "all"};
	for (int i = 0; c->kind_text && i < 3; i++)
		if (strcmp(names[i], c->kind_text) == 0) {
			c->selection.kind = (enum wanted_kind)i;
			return -1;
		}
	if (!c->kind_text)
		return -1;
	return command_refuse(c, "there is no kind \"{1}\": task, report, all",
			      "không có loại \"{1}\": task, report, all", c->kind_text);
}

static int choose_lang(struct command *c)
{
	if (!c->lang || strcmp(c->lang, "vi") == 0 || strcmp(c->lang, "en") == 0)
		return -1;
	return command_refuse(c, "there is no language \"{1}\": vi, en",
			      "không có ngôn ngữ \"{1}\": vi, en", c->lang);
}

/* Standard output, flushed and closed; EXIT_SYSTEM after a message when that fails. */
static int close_output(const struct command *c, int status)
{
	bool failed = ferror(stdout) != 0;
	errno = 0;
	if (fflush(stdout) != 0 || failed || fclose(stdout) != 0) {
		fprintf(stderr, "%s: error: %s%s%s [output]\n", c->tool,
			words_pick("the output cannot be written", "không ghi được kết quả"),
			errno ? ": " : "", errno ? words_system(errno) : "");
		return EXIT_SYSTEM;
	}
	return status;
}

int command_known(const struct command *c, int64_t *known)
{
	*known = 0;
	if (!c->known || moment_parse(c->known, known))
		return -1;
	return command_refuse(
	    c, "\"{1}\" is no time; write 2024-03-21T08:02:11Z or 2024-03-21",
	    "\"{1}\" không phải thời điểm; hãy ghi 2024-03-21T08:02:11Z hoặc 2024-03-21", c->known);
}

int command_start(struct command *c, const struct command_line *line, int argc, char *argv[])
{
	choose_language(argc, argv);
	c->tool = line->tool;
	c->arena = arena_new();
	c->findings.arena = c->arena;
	c->findings.tool = line->tool;
	c->width = command_width();
	int status = -1;
	if (!options_parse(c->arena, line, argc, argv, &c->operands))
		status = EXIT_NOT_DONE;
	else if (c->help || c->version) {
		if (c->help)
			options_help(line);
		else
			printf("%s %s\n", c->tool, PAR_VERSION);
		status = close_output(c, EXIT_DONE);
	}
	if (status < 0)
		status = choose_lang(c);
	if (status < 0)
		status = choose_day(c);
	if (status < 0)
		status = choose_format(c);
	if (status < 0)
		status = choose_kind(c);
	if (status < 0)
		status = choose_selection(c);
	if (status >= 0)
		arena_free(c->arena);
	return status;
}

int command_no_files(struct command *c)
{
	const char *where = c->operands.count ? c->operands.items[0] : getenv("PAR_PATH");
	findings_add(&c->findings, (struct place){where && *where ? where : "./plans", 0, 0},
		     CODE_NO_PLAN, NULL, NULL, NULL);
	return EXIT_NOT_DONE;
}

struct workspace *command_load(struct command *c, bool needs_plan)
{
	struct workspace_request request = {.operands = c->operands,
					    .agencies = c->agencies,
					    .calendar = c->calendar,
					    .judge_rules = c->judge_rules};
	struct workspace *w = workspace_load(c->arena, &request, &c->findings);
	bool lost = w->refused && !c->keep_going;
	if (!lost && needs_plan && !w->plan_count) {
		if (!w->refused)
			command_no_files(c);
		lost = true;
	}
	return lost ? NULL : w;
}

size_t command_width(void)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	long n;
	if (!isatty(STDOUT_FILENO))
		return 80;
	if (columns && text_number(columns, strlen(columns), &n) && n > 0)
		return (size_t)n;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

static int refuse_column(const struct command *c, const char *name, const char *near)
{
	const char *hint =
	    near
		? arena_format(c->arena, words_pick("; did you mean %s?", "; có phải là %s?"), near)
		: "";
	return command_refuse(c, "there is no column {1}", "không có cột {1}",
			      arena_format(c->arena, "\"%s\"%s", name, hint));
}

int command_arrange(const struct command *c, struct sheet *sheet)
{
	const char *const *names = sheet->columns;
	size_t width = sheet->width;
	const char *unknown = c->sort ? sheet_sort(sheet, c->sort) : NULL;
	if (!unknown && c->columns)
		unknown = sheet_choose(sheet, c->columns);
	if (unknown)
		return refuse_column(c, unknown, text_nearest(unknown, names, width));
	return EXIT_DONE;
}

int command_print(struct command *c, struct sheet *sheet)
{
	int status = command_arrange(c, sheet);
	if (status != EXIT_DONE)
		return status;
	if (c->format == FORMAT_CSV)
		sheet_csv(sheet, stdout, c->excel);
	else if (c->format == FORMAT_JSON)
		sheet_json(sheet, stdout);
	else
		sheet_table(sheet, stdout, c->width);
	return EXIT_DONE;
}

int command_end(struct command *c, const struct workspace *w, int status)
{
	findings_sort(&c->findings);
	findings_print(&c->findings, stderr);
	bool untold = fflush(stderr) != 0 || ferror(stderr);
	if (status == EXIT_DONE &&
	    (findings_count(&c->findings, SEVERITY_ERROR) || (w && w->refused)))
		status = EXIT_LOOK;
	status = close_output(c, untold && c->findings.count ? EXIT_SYSTEM : status);
	arena_free(c->arena);
	return status;
}
