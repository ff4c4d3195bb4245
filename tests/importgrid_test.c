/* SPDX-License-Identifier: MIT
 * The importer: every grid of tests/cases/import (*.grid, as gridtext.h says) against its plan (.yaml,
 * absent where it is refused), and its findings and tables (.err). IMPORT_UPDATE=1 writes both. */
#define _POSIX_C_SOURCE 200809L
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/findings.h"
#include "base/words.h"
#include "form/yamlout.h"
#include "gridtext.h"
#include "import/import.h"

/* What every document begins with, but those whose first line is "bare". */
static const char head[] = "UBND XÃ SÔNG THAO\nSố: 7/KH-UBND\nSông Thao, ngày 5 tháng 1 năm 2026\n"
			   "KẾ HOẠCH\nSửa đường làng năm 2026\n";

static struct arena *arena;

static void show_findings(struct buf *out, const struct findings *findings)
{
	char *text = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return;
	findings_print(findings, stream);
	fclose(stream);
	buf_bytes(out, text, size);
	free(text);
}

static void show_table(struct buf *out, const struct table_info *t)
{
	buf_format(out, "table at %ld%s%s: %s: %ld tasks, %ld groups", t->at, t->name ? " " : "",
		   t->name ? t->name : "", t->headings, t->tasks, t->groups);
	buf_format(out, "%s%s\n", t->reason ? ": " : "", t->reason ? t->reason : "");
	for (size_t i = 0; i < t->left.count; i++) {
		const struct left_row *left = &t->left.items[i];
		buf_format(out, "left at %ld: %ld %s%s%s\n", left->at, left->count, left->why,
			   left->text ? ": " : "", left->text ? left->text : "");
	}
}

/* The plan as YAML, NULL when it is refused; *err: what was said about it, and its tables. */
static const char *imported(const char *text, const char **err)
{
	struct findings findings = {.arena = arena};
	struct import_request request = {.file = "grid"};
	struct import_result result = {0};
	struct buf out = {0};
	const char *yaml = NULL;
	bool bare = strncmp(text, "bare\n", 5) == 0;
	text = bare ? text + 5 : arena_format(arena, "%s%s", head, text);
	struct grid *grid = gridtext_read(arena, text, &findings);
	if (import_grid(arena, grid, &request, &result, &findings)) {
		tree_write(&out, planout_tree(arena, &result.draft));
		yaml = buf_take(&out, arena);
	}
	show_findings(&out, &findings);
	for (size_t i = 0; i < result.table_count; i++)
		show_table(&out, &result.tables[i]);
	*err = buf_take(&out, arena);
	return yaml;
}

static const char *whole_file(const char *name)
{
	struct file_bytes file;
	return file_read(arena, name, 1 << 20, &file) == FILE_OK ? file.bytes : NULL;
}

static void update(const char *name, const char *text)
{
	FILE *out = text ? fopen(name, "w") : NULL;
	if (!text)
		unlink(name);
	if (!out)
		return;
	fputs(text, out);
	fclose(out);
}

static void test_grid(const char *name)
{
	const char *stem = arena_copy(arena, name, strlen(name) - strlen(".grid"));
	const char *yaml_name = arena_format(arena, "%s.yaml", stem);
	const char *err_name = arena_format(arena, "%s.err", stem), *err;
	const char *yaml = imported(whole_file(name), &err);
	if (getenv("IMPORT_UPDATE")) {
		update(yaml_name, yaml);
		update(err_name, err);
	}
	const char *want = whole_file(yaml_name), *want_err = whole_file(err_name);
	check_begin(arena_format(arena, "%s gives its plan and its findings", stem));
	CHECK((yaml == NULL) == (want == NULL));
	if (yaml && want)
		CHECK_TEXT(yaml, want);
	CHECK_TEXT(err, want_err ? want_err : "");
}

int main(void)
{
	static const char *const endings[] = {".grid", NULL};
	struct file_names names = {NULL, 0};
	arena = arena_new();
	words_speak(LANGUAGE_EN);
	check_begin("there are grids to import");
	CHECK(file_list(arena, "tests/cases/import", endings, false, &names));
	CHECK(names.count >= 15);
	for (size_t i = 0; i < names.count; i++)
		test_grid(names.names[i]);
	int status = check_end();
	arena_free(arena);
	return status;
}
