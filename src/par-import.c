/* SPDX-License-Identifier: MIT
 * par-import: a document to a plan. Every cell is either as printed or carries a doubt. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "data/doubt.h"
#include "data/planout.h"
#include "form/source.h"
#include "form/yamlout.h"
#include "form/yamltree.h"
#include "front/command.h"
#include "front/jail.h"
#include "front/paper.h"
#include "front/tally.h"
#include "import/update.h"

struct import_options {
	struct command common;
	const char *from, *charset, *id, *year, *table, *headings, *update;
	bool list_tables;
};

static const char *const columns[] = {"table", "name",	 "at",	     "rows",  "columns",
				      "tasks", "groups", "headings", "reason"};

enum { COLUMNS = sizeof columns / sizeof *columns };

#define CHARSETS "utf-8, utf-16, windows-1258, tcvn3, vni"

/* One document on its way. */
struct job {
	struct import_options *o;
	struct import_request request;
	struct paper paper, base; /* base: the old plan's own document; its bytes NULL: none */
	const struct node *old;	  /* --update; NULL */
	struct buf tally;
};

static int refuse_number(struct import_options *o, const char *word)
{
	return command_refuse(&o->common, "\"{1}\" is no such number",
			      "\"{1}\" không phải số hợp lệ", word);
}

static int refuse_listed(struct import_options *o, const char *word, const char *list)
{
	return command_refuse(&o->common, "there is no {1}", "không có {1}",
			      arena_format(o->common.arena, "\"%s\": %s", word, list));
}

static bool is_charset(const char *word)
{
	static const char *const known[] = {"utf-8", "utf-16", "windows-1258", "tcvn3", "vni"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i], word) == 0)
			return true;
	return false;
}

/* -1, or the exit status to end with: a word that would do nothing is refused. */
static int check_together(struct import_options *o)
{
	if (o->list_tables && o->update)
		return command_refuse(&o->common, "--list-tables goes without --update",
				      "--list-tables không đi với --update", NULL);
	if (o->common.format_text && !o->list_tables)
		return command_refuse(
		    &o->common, "--format is for --list-tables; a plan is always YAML",
		    "--format chỉ dùng với --list-tables; kế hoạch luôn là YAML", NULL);
	return -1;
}

/* -1, or the exit status to end with. */
static int read_request(struct import_options *o, struct import_request *request)
{
	long year = 0;
	int status = check_together(o);
	if (status >= 0)
		return status;
	if (o->year && (!text_number(o->year, strlen(o->year), &year) || year < YEAR_FIRST ||
			year > YEAR_LAST))
		return refuse_number(o, o->year);
	if (o->table &&
	    (!text_number(o->table, strlen(o->table), &request->table) || !request->table))
		return refuse_number(o, o->table);
	if (o->from && !reader_find(o->from))
		return refuse_listed(o, o->from, reader_formats(o->common.arena));
	if (o->charset && !is_charset(o->charset))
		return refuse_listed(o, o->charset, CHARSETS);
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
		if (t->name)
			row[1] = (struct cell){CELL_TEXT, t->name};
		number(a, &row[2], t->at);
		number(a, &row[3], t->rows);
		number(a, &row[4], t->columns);
		number(a, &row[5], t->tasks);
		number(a, &row[6], t->groups);
		if (t->headings)
			row[7] = (struct cell){CELL_TEXT, t->headings};
		if (t->reason)
			row[8] = (struct cell){CELL_TEXT, t->reason};
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

static void write_tree(const struct node *tree)
{
	struct buf out = {0};
	tree_write(&out, tree);
	fwrite(out.s, 1, out.n, stdout);
	buf_free(&out);
}

/* What the old plan's own document gives; NULL when that is not at hand. */
static const struct node *read_base(struct job *job, const struct node *fresh)
{
	struct arena *a = job->o->common.arena;
	struct import_request request = job->request;
	struct import_result result;
	struct findings unheard = {.arena = a};
	const char *sha256 = node_text(node_get(job->old, "source"), "sha256");
	if (sha256 && strcmp(sha256, job->paper.sha256) == 0)
		return fresh;
	request.file = job->base.document.name;
	if (!job->base.document.bytes.bytes ||
	    !paper_import(a, &job->base, &request, &result, &unheard))
		return NULL;
	return planout_tree(a, &result.draft);
}

/* What is merged: the plan and its documents, their doubts in both languages. */
static struct update_request gather(struct job *job, const struct node *fresh)
{
	struct arena *a = job->o->common.arena;
	struct update_request r = {
	    .old = job->old, .fresh = fresh, .registry = job->request.registry};
	r.base = read_base(job, fresh);
	r.fresh_other = paper_other_language(a, &job->paper, &job->request);
	if (r.base && r.base != fresh)
		r.base_other = paper_other_language(a, &job->base, &job->request);
	return r;
}

/* The doubts that nobody has settled, at their rows in the new document. */
static void tell_doubts(struct job *job, const struct node *plan)
{
	const struct node *tasks = node_get(plan, "tasks");
	for (const struct node *t = tasks ? tasks->first : NULL; t; t = t->next) {
		const struct node *list = node_get(t, "doubts");
		const char *at = node_text(t, "at");
		long line = 0;
		if (at)
			text_number(at, strlen(at), &line);
		for (const struct node *d = list ? list->first : NULL; d; d = d->next) {
			const char *code = node_text(d, "code");
			if (!node_text(d, "settled"))
				doubt_report(&job->o->common.findings,
					     (struct place){job->request.file, (unsigned)line, 0},
					     code ? code_find(code) : CODE_NONE, node_text(t, "id"),
					     node_text(d, "cell"), node_text(d, "say"),
					     node_text(d, "suggest"));
		}
	}
}

static struct node *update_plan(struct job *job, const struct node *fresh)
{
	struct import_options *o = job->o;
	struct arena *a = o->common.arena;
	const struct update_request request = gather(job, fresh);
	struct update update = update_merge(a, &request);
	const char *own = node_text(node_get(job->old, "source"), "file");
	if (o->id && node_get(update.tree, "id"))
		node_get(update.tree, "id")->text = o->id;
	tell_doubts(job, update.tree);
	tally_update(a, &job->tally, o->update, job->request.file,
		     request.base ? NULL
		     : own	  ? own
				  : "?",
		     &update);
	return update.tree;
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

/* The document's bytes to the answer; they may be anybody's, so this runs in the jail. */
static int import(struct job *job)
{
	struct import_options *o = job->o;
	struct command *c = &o->common;
	struct import_result result;
	bool found = paper_import(c->arena, &job->paper, &job->request, &result, &c->findings);
	if (o->list_tables && result.tables) {
		tell_no_table(&c->findings, &result);
		return list_tables(o, &result);
	}
	if (!found)
		return EXIT_NOT_DONE;
	const struct node *plan = planout_tree(c->arena, &result.draft);
	if (job->old)
		plan = update_plan(job, plan);
	tally_import(c->arena, &job->tally, job->request.file, &result, plan);
	write_tree(plan);
	return EXIT_DONE;
}

static int import_jailed(void *user)
{
	struct job *job = user;
	int status = command_end(&job->o->common, NULL, import(job));
	if (job->tally.n)
		fwrite(job->tally.s, 1, job->tally.n, stderr);
	buf_free(&job->tally);
	return status;
}

/* What the child printed, as if it were printed here. */
static int relay(const struct jail_result *r)
{
	fwrite(r->err.bytes, 1, r->err.size, stderr);
	fwrite(r->out.bytes, 1, r->out.size, stdout);
	return fflush(stderr) != 0 || ferror(stderr) ? EXIT_SYSTEM : r->status;
}

static int run_jailed(struct job *job)
{
	struct command *c = &job->o->common;
	struct jail_result r = jail_run(c->arena, &jail_usual, import_jailed, job);
	if (r.end == JAIL_DONE)
		return relay(&r);
	findings_add(&c->findings, (struct place){job->request.file, 0, 0},
		     r.end == JAIL_REFUSED ? CODE_NO_PROCESS : CODE_DOCUMENT_UNSAFE,
		     jail_says(c->arena, &jail_usual, r.end), NULL, NULL);
	return r.end == JAIL_REFUSED ? EXIT_SYSTEM : EXIT_NOT_DONE;
}

/* The plan to be updated, and its own document if that lies beside it or beside the new one. */
static bool open_old(struct job *job)
{
	struct import_options *o = job->o;
	struct command *c = &o->common;
	struct file_bytes text;
	if (!source_read(c->arena, o->update, &c->findings, &text, NULL))
		return false;
	job->old = tree_parse(c->arena, o->update, text, &c->findings);
	if (!job->old)
		return false;
	const char *kind = node_text(job->old, "par");
	if (!kind || strcmp(kind, "plan/1") != 0) {
		findings_add(&c->findings, (struct place){o->update, 0, 0}, CODE_WRONG_KIND,
			     words_pick("plan", "kế hoạch"), NULL, NULL);
		return false;
	}
	const char *const folders[2] = {file_folder(c->arena, o->update),
					file_folder(c->arena, job->request.file)};
	if (!paper_of_plan(c->arena, job->old, folders, &job->base))
		job->base = (struct paper){0};
	job->request.untold = true;
	return true;
}

/* The system gave no process to read a PDF in: that is not the document's fault. */
static bool is_system_fault(const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].code == CODE_NO_PROCESS)
			return true;
	return false;
}

static int start(struct import_options *o, struct job *job)
{
	struct command *c = &o->common;
	job->request.registry = read_registry(o);
	if (!job->request.registry || (o->update && !open_old(job)) ||
	    !paper_open(c->arena, job->request.file, o->from, o->charset, &c->findings,
			&job->paper))
		return is_system_fault(&c->findings) ? EXIT_SYSTEM : EXIT_NOT_DONE;
	return run_jailed(job);
}

int main(int argc, char *argv[])
{
	struct import_options o = {0};
	struct command *c = &o.common;
	const struct option_row rows[] = {
	    {"from", 0, "FORMAT", NULL, &o.from, NULL,
	     "kind of document (docx, xlsx, pdf, html, text, …); else recognised",
	     "loại văn bản (docx, xlsx, pdf, html, text, …); không ghi thì tự nhận", "DẠNG"},
	    {"charset", 0, "NAME", NULL, &o.charset, NULL,
	     "letters of a text: " CHARSETS "; else recognised",
	     "bảng mã chữ: " CHARSETS "; không ghi thì tự nhận", "TÊN"},
	    {"update", 'u', "PLAN", NULL, &o.update, NULL,
	     "bring PLAN up to this document: ids, settled doubts and edits stay",
	     "cập nhật KẾ HOẠCH theo văn bản này: giữ mã, điều đã xác nhận và chỗ sửa tay",
	     "KẾ HOẠCH"},
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
	struct job job = {.o = &o};
	int status = command_start(c, &line, argc, argv);
	if (status >= 0)
		return status;
	status = read_request(&o, &job.request);
	if (status < 0)
		status = start(&o, &job);
	return command_end(c, NULL, status);
}
