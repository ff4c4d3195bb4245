/* SPDX-License-Identifier: MIT
 * par-import: a document to a plan. Every cell is either as printed or carries a doubt. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "data/planout.h"
#include "form/source.h"
#include "form/yamlout.h"
#include "front/command.h"
#include "import/import.h"
#include "import/textgrid.h"

struct import_options {
	struct command common;
	const char *from, *id, *year, *table, *headings;
	bool list_tables;
};

static const char *const columns[] = {"table", "at",	   "rows",  "columns",
				      "tasks", "headings", "reason"};

enum { COLUMNS = sizeof columns / sizeof *columns };

static int refuse_number(struct import_options *o, const char *word)
{
	return command_refuse(&o->common, "\"{1}\" is no such number",
			      "\"{1}\" không phải số hợp lệ", word);
}

/* -1, or the exit status to end with. */
static int read_request(struct import_options *o, struct import_request *request)
{
	long year = 0;
	if (o->year && (!text_number(o->year, strlen(o->year), &year) || year < YEAR_FIRST ||
			year > YEAR_LAST))
		return refuse_number(o, o->year);
	if (o->table &&
	    (!text_number(o->table, strlen(o->table), &request->table) || !request->table))
		return refuse_number(o, o->table);
	if (o->from && strcmp(o->from, "text") != 0 && strcmp(o->from, "tsv") != 0)
		return command_refuse(&o->common, "there is no reader for \"{1}\": text, tsv",
				      "không có bộ đọc \"{1}\": text, tsv", o->from);
	if (o->id && o->id[strspn(o->id, "abcdefghijklmnopqrstuvwxyz0123456789-")])
		return command_refuse(&o->common, "\"{1}\" is no id: a-z 0-9 and - only",
				      "\"{1}\" không phải mã: chỉ dùng a-z 0-9 và -", o->id);
	if (o->common.operands.count > 1)
		return command_refuse(&o->common, "one document at a time, not also \"{1}\"",
				      "mỗi lần một văn bản, không kèm \"{1}\"",
				      o->common.operands.items[1]);
	request->file = o->common.operands.count ? o->common.operands.items[0] : "-";
	request->id = o->id;
	request->year = (int)year;
	request->headings = o->headings;
	return -1;
}

static void number(struct arena *a, struct cell *c, long n)
{
	*c = (struct cell){CELL_NUMBER, arena_format(a, "%ld", n)};
}

static int list_tables(struct import_options *o, const struct import_result *result)
{
	struct arena *a = o->common.arena;
	struct sheet sheet = {.arena = a, .columns = columns, .width = COLUMNS};
	for (size_t i = 0; i < result->table_count; i++) {
		const struct table_info *t = &result->tables[i];
		struct cell *row = sheet_row(&sheet);
		number(a, &row[0], (long)i + 1);
		number(a, &row[1], t->at);
		number(a, &row[2], t->rows);
		number(a, &row[3], t->columns);
		number(a, &row[4], t->tasks);
		if (t->headings)
			row[5] = (struct cell){CELL_TEXT, t->headings};
		if (t->reason)
			row[6] = (struct cell){CELL_TEXT, t->reason};
	}
	return command_print(&o->common, &sheet);
}

/* Of what was found, a list of tables says only that there is none. */
static void tell_no_table(struct findings *findings, const struct import_result *result)
{
	size_t count = 0;
	for (size_t i = 0; i < findings->count && result->table_count == 0; i++) {
		if (findings->items[i].code != CODE_NO_TASK_TABLE)
			continue;
		findings->items[count] = findings->items[i];
		findings->items[count++].severity = SEVERITY_NOTE;
	}
	findings->count = count;
}

static int write_plan(struct import_options *o, struct import_result *result, const char *file,
		      const char *format, struct file_bytes raw)
{
	struct arena *a = o->common.arena;
	struct buf out = {0};
	result->draft.file = strcmp(file, "-") == 0 ? NULL : file_base(file);
	result->draft.format = format;
	result->draft.sha256 = file_sha256(a, raw.bytes, raw.size);
	tree_write(&out, planout_tree(a, &result->draft));
	fwrite(out.s, 1, out.n, stdout);
	buf_free(&out);
	return EXIT_DONE;
}

/* A registry given with --agencies helps to split cells; NULL after findings. */
static struct registry *read_registry(struct import_options *o)
{
	struct command *c = &o->common;
	struct registry *registry = registry_new(c->arena);
	if (!c->agencies)
		return registry;
	struct option_values none = {&c->agencies, 1};
	struct workspace_request request = {.operands = none, .no_folder = true};
	struct workspace *w = workspace_load(c->arena, &request, &c->findings);
	return w->refused ? NULL : w->registry;
}

static int import(struct import_options *o, struct import_request *request)
{
	struct command *c = &o->common;
	struct file_bytes text, raw;
	struct import_result result = {0};
	request->registry = read_registry(o);
	if (!request->registry ||
	    !source_document(c->arena, request->file, &c->findings, &text, &raw))
		return EXIT_NOT_DONE;
	struct grid *grid = textgrid_read(c->arena, text);
	bool found = import_grid(c->arena, grid, request, &result, &c->findings);
	if (o->list_tables && result.tables) {
		tell_no_table(&c->findings, &result);
		return list_tables(o, &result);
	}
	if (!found)
		return EXIT_NOT_DONE;
	return write_plan(o, &result, request->file, grid->format, raw);
}

int main(int argc, char *argv[])
{
	struct import_options o = {0};
	struct command *c = &o.common;
	const struct option_row rows[] = {
	    {"from", 0, "FORMAT", NULL, &o.from, NULL,
	     "kind of document (text, tsv); else recognised",
	     "loại văn bản (text, tsv); không ghi thì tự nhận", "DẠNG"},
	    {"id", 'i', "ID", NULL, &o.id, NULL, "id of the plan", "mã của kế hoạch", "MÃ"},
	    {"year", 'y', "YEAR", NULL, &o.year, NULL, "year of the plan", "năm của kế hoạch",
	     "NĂM"},
	    {"agencies", 0, "FILE", NULL, &c->agencies, NULL,
	     "registry of agencies, to split names by", "sổ cơ quan, dùng để tách tên", "TỆP"},
	    {"table", 0, "N", NULL, &o.table, NULL, "only this table", "chỉ lấy bảng này", "SỐ"},
	    {"list-tables", 0, NULL, &o.list_tables, NULL, NULL, "show the document's tables",
	     "xem các bảng trong văn bản", NULL},
	    {"headings", 0, "no,text,…", NULL, &o.headings, NULL,
	     "what the columns are: no target text product lead with start due note -",
	     "các cột là gì: no target text product lead with start due note -", NULL},
	    {"format", 'f', "FORMAT", NULL, &c->format_text, NULL,
	     "text, csv or json, of --list-tables", "text, csv hoặc json, của --list-tables",
	     "DẠNG"},
	    {"lang", 0, "vi|en", NULL, &c->lang, NULL, "language of headings and messages",
	     "ngôn ngữ của tiêu đề và thông báo", NULL},
	    {"help", 'h', NULL, &c->help, NULL, NULL, "show this help", "xem trợ giúp này", NULL},
	    {"version", 'V', NULL, &c->version, NULL, NULL, "show the version", "xem phiên bản",
	     NULL},
	    {0},
	};
	const struct command_line line = {
	    .tool = "par-import",
	    .synopsis = "[options] [document]",
	    .vietnamese_synopsis = "[tùy chọn] [văn bản]",
	    .english =
		"Turns a plan's document into a plan file: YAML on standard output, doubts on "
		"standard error.",
	    .vietnamese =
		"Chuyển văn bản kế hoạch thành tệp kế hoạch: YAML ra đầu ra chuẩn, điều còn "
		"nghi ngờ ra đầu ra lỗi.",
	    .rows = {rows},
	    .tables = 1,
	};
	struct import_request request = {0};
	int status = command_start(c, &line, argc, argv);
	if (status >= 0)
		return status;
	status = read_request(&o, &request);
	if (status < 0)
		status = import(&o, &request);
	return command_end(c, NULL, status);
}
