/* SPDX-License-Identifier: MIT
 * workspace: from operands to plans, registry, calendar and logs. */
#include "front/workspace.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/heads.h"
#include "duty/bound.h"
#include "form/source.h"
#include "form/yamltree.h"
#include "front/workspacerules.h"

enum { HEAD = 64 * 1024 };

enum kind { KIND_OTHER, KIND_PLAN, KIND_AGENCIES, KIND_CALENDAR, KIND_RULES };

static const struct {
	const char *par;
	enum kind kind;
} kinds[] = {{"plan/1", KIND_PLAN},
	     {"agencies/1", KIND_AGENCIES},
	     {"calendar/1", KIND_CALENDAR},
	     {"rules/1", KIND_RULES}};

struct loader {
	struct arena *a;
	const struct workspace_request *request;
	struct workspace *w;
	struct index *names; /* files already taken */
	struct index *ids;   /* plans by id */
	char *head;	     /* HEAD bytes to look into a file */
	enum kind expected;  /* what an option's file has to be; KIND_OTHER: anything */
};

static const char *const all_endings[] = {".yaml", ".yml", ".csv", NULL};
static const char *const yaml_endings[] = {".yaml", ".yml", NULL};

static enum kind kind_of(const struct node *root)
{
	const char *par =
	    root->kind == NODE_MAP && root->first && strcmp(root->first->key, "par") == 0
		? node_text(root, "par")
		: NULL;
	for (size_t i = 0; par && i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].par, par) == 0)
			return kinds[i].kind;
	return KIND_OTHER;
}

/* The tools that answer a question report only errors of the files' form: par-check tells the rest. */
static void keep_errors(struct loader *l, size_t before)
{
	struct findings *f = l->w->findings;
	size_t kept = before;
	for (size_t i = before; i < f->count; i++)
		if (l->request->all_findings || f->items[i].severity == SEVERITY_ERROR)
			f->items[kept++] = f->items[i];
	f->count = kept;
}

static void take_plan(struct loader *l, struct node *root)
{
	struct workspace *w = l->w;
	struct plan *plan = plan_read(l->a, root, w->findings);
	bool broken = !plan || plan->broken;
	w->refused += broken;
	if (!plan || (broken && !l->request->all_findings))
		return;
	struct plan *first = index_put(l->ids, plan->id, strlen(plan->id), plan);
	if (first) {
		findings_add(w->findings, root->at, CODE_DUPLICATE_PLAN, plan->id, first->file,
			     NULL);
		return;
	}
	w->plans = arena_more(l->a, w->plans, w->plan_count, sizeof(struct plan *));
	w->plans[w->plan_count++] = plan;
}

/* "; found: plan/2", or nothing. */
static const char *found_kind(struct loader *l, const struct node *root)
{
	const char *par = node_text(root, "par");
	return par ? arena_format(l->a, words_pick("; found: %s", "; đang ghi: %s"), par) : "";
}

/* The file that an option names is something else. */
static void refuse_kind(struct loader *l, struct place at)
{
	findings_add(l->w->findings, at, CODE_WRONG_KIND,
		     l->expected == KIND_AGENCIES ? words_pick("registry of agencies", "sổ cơ quan")
		     : l->expected == KIND_RULES ? words_pick("file of rules", "tệp quy tắc")
						 : words_pick("calendar", "lịch nghỉ"),
		     NULL, NULL);
	l->w->refused++;
}

static void take_tree(struct loader *l, struct node *root, bool named)
{
	struct workspace *w = l->w;
	size_t before = w->findings->count;
	enum kind kind = kind_of(root);
	if (l->expected != KIND_OTHER && kind != l->expected) {
		refuse_kind(l, root->at);
		return;
	}
	switch (kind) {
	case KIND_PLAN:
		take_plan(l, root);
		break;
	case KIND_AGENCIES:
		registry_add(w->registry, root, w->findings);
		w->has_registry = true;
		break;
	case KIND_CALENDAR:
		calendar_add(w->calendar, root, w->findings);
		w->has_calendar = true;
		break;
	case KIND_RULES:
		workspace_take_rules(w, l->request, root, l->expected == KIND_RULES);
		break;
	default:
		if (!named && !node_get(root, "par")) {
			findings_add(w->findings, (struct place){root->at.file, 0, 0},
				     CODE_PASSED_OVER,
				     words_pick("YAML without a first key par:",
						"YAML không có khóa đầu par:"),
				     NULL, NULL);
			return;
		}
		findings_add(w->findings, root->at, CODE_UNKNOWN_KIND, found_kind(l, root), NULL,
			     NULL);
		w->refused++;
	}
	keep_errors(l, before);
}

static void take_yaml_text(struct loader *l, const char *name, struct file_bytes text, bool named)
{
	struct node *root = tree_parse(l->a, name, text, l->w->findings);
	if (root)
		take_tree(l, root, named);
	else
		l->w->refused++;
}

static void take_yaml(struct loader *l, const char *name, bool named)
{
	struct file_bytes text;
	l->w->files++;
	if (source_read(l->a, name, l->w->findings, &text, NULL))
		take_yaml_text(l, name, text, named);
	else
		l->w->refused++;
}

static void add_log(struct loader *l, struct csv_source log)
{
	struct workspace *w = l->w;
	w->logs = arena_more(l->a, w->logs, w->log_count, sizeof *w->logs);
	w->logs[w->log_count++] = log;
}

static void add_sheet(struct loader *l, const char *name, struct file_bytes text)
{
	struct workspace *w = l->w;
	w->sheets = arena_more(l->a, w->sheets, w->sheet_count, sizeof *w->sheets);
	w->sheets[w->sheet_count++] = (struct text_file){name, text};
}

/* Without use for it a tool says so of a sheet that is named, and passes over one in a folder. */
static void take_sheet(struct loader *l, const char *name, bool named)
{
	struct file_bytes text;
	if (!l->request->heads) {
		if (named)
			findings_add(l->w->findings, (struct place){name, 0, 0}, CODE_PASSED_OVER,
				     words_pick("a sheet of heads, which par-rate reads",
						"bảng người đứng đầu, dùng cho par-rate"),
				     NULL, NULL);
		return;
	}
	if (source_read(l->a, name, l->w->findings, &text, NULL))
		add_sheet(l, name, text);
	else
		l->w->refused++;
}

/* A file that is named is a log unless it looks otherwise: opening it will tell. */
static void take_csv(struct loader *l, const char *name, bool named)
{
	l->w->files++;
	long n = file_head(name, l->head, HEAD);
	bool sheet =
	    n > 0 && heads_are_heading(l->head, (size_t)n, named && l->request->sheets_alone);
	if (sheet)
		take_sheet(l, name, named);
	else if (named || n <= 0 || log_is_heading(l->head, (size_t)n))
		add_log(l, (struct csv_source){.name = name, .fd = -1});
	else
		findings_add(
		    l->w->findings, (struct place){name, 0, 0}, CODE_PASSED_OVER,
		    words_pick("CSV without a log's heading", "CSV không có tiêu đề của nhật ký"),
		    NULL, NULL);
}

static void refuse_unreadable(struct loader *l, const char *name)
{
	findings_add(l->w->findings, (struct place){name, 0, 0}, CODE_FILE_UNREADABLE,
		     words_system(errno), NULL, NULL);
	l->w->refused++;
}

static void refuse_large(struct loader *l, const char *name)
{
	findings_add(l->w->findings, (struct place){name, 0, 0}, CODE_FILE_LARGE,
		     arena_format(l->a, "%d", SOURCE_LIMIT), NULL, NULL);
	l->w->refused++;
}

static void take_rest(struct loader *l, const char *name, int fd, size_t n)
{
	struct file_bytes raw, text;
	enum file_result got = file_read_rest(l->a, fd, l->head, n, SOURCE_LIMIT, &raw);
	if (got == FILE_MISSING)
		refuse_unreadable(l, name);
	else if (got == FILE_LARGE)
		refuse_large(l, name);
	else if (!source_text(l->a, name, raw, l->w->findings, &text))
		l->w->refused++;
	else if (l->request->heads && heads_are_heading(l->head, n, l->request->sheets_alone))
		add_sheet(l, name, text);
	else
		take_yaml_text(l, name, text, true);
	file_close(fd);
}

/* A pipe, standard input or a file whose name tells nothing: a log when its first line is a log's
 * heading, else YAML. It is opened once, since a pipe cannot be read twice. */
static void take_stream(struct loader *l, const char *name)
{
	int fd = file_open(name);
	long n = fd < 0 ? -1 : file_fill(fd, l->head, HEAD);
	l->w->files++;
	if (n < 0) {
		refuse_unreadable(l, name);
		if (fd >= 0)
			file_close(fd);
	} else if (log_is_heading(l->head, (size_t)n)) {
		const char *head = arena_copy(l->a, l->head, (size_t)n);
		add_log(l, (struct csv_source){
			       .name = name, .fd = fd, .head = head, .head_size = (size_t)n});
	} else {
		take_rest(l, name, fd, (size_t)n);
	}
}

static bool ends_in(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);
	return n > m && strcmp(name + n - m, ending) == 0;
}

static void take_file(struct loader *l, const char *name, bool named)
{
	if (index_put(l->names, name, strlen(name), (void *)name))
		return; /* named twice, or in a folder that was named too */
	bool regular = file_is_regular(name);
	if (regular && ends_in(name, ".csv"))
		take_csv(l, name, named);
	else if (regular && (ends_in(name, ".yaml") || ends_in(name, ".yml")))
		take_yaml(l, name, named);
	else
		take_stream(l, name);
}

static void take_folder(struct loader *l, const char *name)
{
	struct file_names list;
	if (!file_list(l->a, name, all_endings, true, &list)) {
		refuse_unreadable(l, name);
		return;
	}
	for (size_t i = 0; i < list.count; i++)
		take_file(l, list.names[i], false);
}

static void take_operand(struct loader *l, const char *name)
{
	if (file_is_folder(name))
		take_folder(l, name);
	else
		take_file(l, name, true);
}

static struct option_values path_parts(struct arena *a, const char *path)
{
	struct option_values list = {0};
	while (path && *path) {
		size_t n = strcspn(path, ":");
		if (n) {
			list.items = arena_more(a, list.items, list.count, sizeof(char *));
			list.items[list.count++] = arena_copy(a, path, n);
		}
		path += n + (path[n] == ':');
	}
	return list;
}

static void take_operands(struct loader *l)
{
	static const char *const usual[] = {"./plans"};
	struct option_values list = l->request->operands;
	if (!list.count)
		list = path_parts(l->a, getenv("PAR_PATH"));
	if (!list.count)
		list = (struct option_values){(const char **)usual, 1};
	for (size_t i = 0; i < list.count; i++)
		take_operand(l, list.items[i]);
}

/* ---- a registry or a calendar that no operand was ---- */

/* Does the file's first line that says anything speak of this kind? */
static bool head_says(struct arena *a, const char *name, const char *par)
{
	char *head = arena_alloc(a, 4096 + 1);
	long n = file_head(name, head, 4096);
	for (char *line = n > 0 ? strtok(head, "\r\n") : NULL; line; line = strtok(NULL, "\r\n")) {
		if (strncmp(line, "\xef\xbb\xbf", 3) == 0)
			line += 3;
		if (*line == '#' || text_is_blank(line) || strncmp(line, "---", 3) == 0 ||
		    *line == '%')
			continue;
		return strncmp(line, "par:", 4) == 0 && strstr(line, par);
	}
	return false;
}

static void look_in(struct loader *l, const char *folder, const char *par, bool deep)
{
	struct file_names list;
	if (!file_list(l->a, folder, yaml_endings, deep, &list))
		return;
	for (size_t i = 0; i < list.count; i++)
		if (head_says(l->a, list.names[i], par))
			take_file(l, list.names[i], true);
}

static void look_for(struct loader *l, enum kind kind, const char *par, const char *option,
		     const bool *found)
{
	if (*found)
		return;
	if (option) {
		size_t before = l->w->refused;
		l->expected = kind;
		take_file(l, option, true);
		if (!*found && l->w->refused == before) /* an operand too, and no such thing */
			refuse_kind(l, (struct place){option, 0, 0});
		l->expected = KIND_OTHER;
		return;
	}
	struct option_values path = path_parts(l->a, getenv("PAR_PATH"));
	for (size_t i = 0; i < path.count; i++) {
		if (file_is_folder(path.items[i]))
			look_in(l, path.items[i], par, true);
		else if (head_says(l->a, path.items[i], par))
			take_file(l, path.items[i], true);
	}
	for (size_t i = 0; !*found && i < l->w->plan_count && !l->request->no_folder; i++)
		if (strcmp(l->w->plans[i]->file, "-") != 0)
			look_in(l, file_folder(l->a, l->w->plans[i]->file), par, false);
}

struct workspace *workspace_load(struct arena *a, const struct workspace_request *request,
				 struct findings *findings)
{
	struct workspace *w = arena_alloc(a, sizeof *w);
	*w = (struct workspace){.arena = a,
				.findings = findings,
				.registry = registry_new(a),
				.calendar = calendar_new(a)};
	struct loader l = {a,	      request, w, index_new(a), index_new(a), arena_alloc(a, HEAD),
			   KIND_OTHER};
	if (request->rules) {
		l.expected = KIND_RULES;
		take_file(&l, request->rules, true);
		l.expected = KIND_OTHER;
	}
	take_operands(&l);
	look_for(&l, KIND_AGENCIES, "agencies/", request->agencies, &w->has_registry);
	look_for(&l, KIND_CALENDAR, "calendar/", request->calendar, &w->has_calendar);
	size_t before = findings->count;
	registry_close(w->registry, findings);
	w->binder = binder_new(a, w->registry);
	keep_errors(&l, before);
	return w;
}

struct progress *workspace_progress(struct workspace *w, day as_of, int64_t known)
{
	struct progress_request request = {.binder = w->binder,
					   .plans = w->plans,
					   .plan_count = w->plan_count,
					   .rules = w->rules,
					   .rules_count = w->rules_count,
					   .as_of = as_of,
					   .known = known};
	struct progress *p = progress_new(w->arena, &request);
	for (size_t i = 0; i < w->log_count; i++)
		if (!progress_read(p, &w->logs[i], w->findings))
			w->refused++;
	progress_close(p, w->findings);
	return p;
}
