/* SPDX-License-Identifier: MIT
 * The importer against real documents that are not part of the product, cell by cell. What is
 * expected (tests/cases/documents) was read out of each document by hand, with none of the
 * importer's code: for a text, its length in characters and its CRC-32, so that no sentence of a
 * document is kept here. A cell that differs must carry a doubt. Skipped where they are absent. */
#include "check.h"

#include <glob.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "form/source.h"
#include "import/import.h"
#include "read/reader.h"

#define DOCUMENTS "../shared/documents/"
#define EXPECTED "tests/cases/documents/"

struct real_document {
	const char *expected, *pattern;
	size_t tasks, groups;
	size_t doubtful; /* cells that may differ, with a doubt of their own or of their row */
};

static const struct real_document documents[] = {
    {"ttg-2629", "ttg-2629-*.md", 75, 14, 0},
    {"dongthap-552", "dongthap-552-*.md", 19, 4, 0},
    {"nghean-980", "nghean-980-*.md", 18, 4, 1},
    {"bvhttdl-6225", "bvhttdl-6225-*.md", 10, 0, 0},
    {"laocai-khoangsan", "laocai-KH-*.docx", 14, 0, 0},
    {"cp-03", "cp-03-*.md", 141, 7, 5},
};

static struct arena *arena;
static struct findings findings;
static struct import_result result;

static uint32_t crc32_of(const char *s, size_t n)
{
	uint32_t crc = 0xffffffffu;
	for (size_t i = 0; i < n; i++) {
		crc ^= (unsigned char)s[i];
		for (int k = 0; k < 8; k++)
			crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
	}
	return ~crc;
}

/* "121:4390158c"; "" for nothing. */
static const char *digest(const char *text)
{
	const char *s = text ? text_squeeze(arena, text) : "";
	size_t characters = 0, n = strlen(s);
	for (size_t i = 0; i < n; i++)
		characters += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n == 0 ? "" : arena_format(arena, "%zu:%08x", characters, (unsigned)crc32_of(s, n));
}

static bool load(const char *pattern)
{
	glob_t found;
	findings = (struct findings){.arena = arena};
	result = (struct import_result){0};
	if (glob(arena_format(arena, "%s%s", DOCUMENTS, pattern), 0, NULL, &found) != 0)
		return false;
	struct document document = {.name = arena_text(arena, found.gl_pathv[0])};
	globfree(&found);
	if (!source_bytes(arena, document.name, DOCUMENT_LIMIT, &findings, &document.bytes))
		return false;
	document_read *read = reader_find(reader_recognise(arena, &document));
	struct grid *grid = read ? read(arena, &document, &findings) : NULL;
	struct import_request request = {.file = document.name};
	return grid && import_grid(arena, grid, &request, &result, &findings);
}

static bool doubted(const struct draft_task *task, const char *cell)
{
	for (size_t i = 0; i < task->doubt_count; i++)
		if (!task->doubts[i].cell || strcmp(task->doubts[i].cell, cell) == 0)
			return true;
	return false;
}

static const char *cell_of(const struct draft_task *task, const char *name)
{
	const struct {
		const char *name, *text;
	} cells[] = {
	    {"text", task->text},      {"product", task->product}, {"lead", task->cell_lead},
	    {"with", task->cell_with}, {"due", task->cell_due},
	};
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		if (strcmp(cells[i].name, name) == 0)
			return cells[i].text;
	return NULL;
}

/* The number as printed, without the dot that some documents put behind it. */
static bool same_number(const char *got, const char *want)
{
	size_t n = strlen(want);
	return got && strncmp(got, want, n) == 0 && (got[n] == '\0' || strcmp(got + n, ".") == 0);
}

struct comparison {
	const struct real_document *document;
	size_t row, doubtful;
};

/* One row of what is expected: area,no,text,product,lead,with,due. */
static void compare_row(struct comparison *c, char *line)
{
	static const char *const names[] = {"area", "no", "text", "product", "lead", "with", "due"};
	/* what a page cut off and left as a row of its own has no number, and doubts */
	while (c->row + 1 < result.draft.task_count && !*result.draft.tasks[c->row].no)
		c->row++;
	const struct draft_task *task = &result.draft.tasks[c->row++];
	char *rest = line;
	for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
		char *want = rest;
		rest += strcspn(rest, ",\n");
		*rest++ = '\0';
		const char *where =
		    arena_format(arena, "%s %s %s", c->document->expected, task->id, names[k]);
		if (k == 0) {
			if (strcmp(task->area ? task->area : "", want) != 0 &&
			    !doubted(task, "area"))
				check_fail(__FILE__, __LINE__, where, task->area, want);
		} else if (k == 1) {
			if (!same_number(task->no, want))
				check_fail(__FILE__, __LINE__, where, task->no, want);
		} else if (strcmp(digest(cell_of(task, names[k])), want) != 0) {
			c->doubtful++;
			if (!doubted(task, names[k]))
				check_fail(__FILE__, __LINE__, where, cell_of(task, names[k]),
					   want);
		}
	}
}

static void compare(const struct real_document *document)
{
	check_begin(arena_format(arena, "%s comes out cell by cell", document->expected));
	if (!load(document->pattern)) {
		check_fail(__FILE__, __LINE__, document->expected, "refused", "a plan");
		return;
	}
	CHECK(result.draft.area_count == document->groups);
	if (result.draft.task_count != document->tasks) {
		check_fail(__FILE__, __LINE__, document->expected,
			   arena_format(arena, "%zu tasks", result.draft.task_count),
			   arena_format(arena, "%zu", document->tasks));
		return;
	}
	struct comparison c = {.document = document};
	FILE *in = fopen(arena_format(arena, "%s%s.csv", EXPECTED, document->expected), "r");
	char *line = NULL;
	size_t room = 0;
	CHECK(in != NULL);
	for (bool heading = true; in && getline(&line, &room, in) > 0; heading = false)
		if (!heading && c.row < document->tasks)
			compare_row(&c, line);
	free(line);
	if (in)
		fclose(in);
	CHECK(c.row == document->tasks);
	CHECK(c.doubtful <= document->doubtful);
}

int main(void)
{
	FILE *there = fopen(DOCUMENTS "README.md", "r");
	if (!there) {
		check_begin("real documents # skip ../shared is absent");
		return check_end();
	}
	fclose(there);
	arena = arena_new();
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
		compare(&documents[i]);
	int status = check_end();
	arena_free(arena);
	return status;
}
