/* SPDX-License-Identifier: MIT
 * The importer against real documents that mark their cells with signs or have labels instead of a
 * table; they are no part of the product. What is expected is cut out of them by line numbers that
 * somebody read there, with none of the importer's code. Skipped where they are absent. */
#include "check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "form/source.h"
#include "import/import.h"
#include "read/reader.h"

static struct arena *arena;
static struct findings findings;
static struct import_result result;
static const char **lines; /* from 1 */
static size_t line_count;

static const char *shared(const char *name)
{
	const char *folder = getenv("PAR_SHARED");
	return arena_format(arena, "%s/documents/%s", folder ? folder : "../shared", name);
}

static bool load(const char *name)
{
	struct document document = {.name = shared(name)};
	struct import_request request = {.file = document.name};
	findings = (struct findings){.arena = arena};
	if (file_read(arena, document.name, DOCUMENT_LIMIT, &document.bytes) != FILE_OK)
		return false;
	lines = arena_alloc(arena, (document.bytes.size + 2) * sizeof *lines);
	line_count = 0;
	for (const char *s = document.bytes.bytes; *s;) {
		size_t n = strcspn(s, "\n");
		lines[++line_count] = arena_copy(arena, s, n);
		s += n + (s[n] == '\n');
	}
	struct grid *grid =
	    reader_find(reader_recognise(arena, &document))(arena, &document, &findings);
	return grid && import_grid(arena, grid, &request, &result, &findings);
}

/* Words as a reader sees them: without asterisks, blanks squeezed. */
static const char *plain(const char *s)
{
	struct buf out = {0};
	for (; *s; s++)
		if (*s != '*')
			buf_char(&out, *s);
	return text_squeeze(arena, buf_take(&out, arena));
}

static const char *words(size_t from, size_t to)
{
	const char *all = "";
	for (; from > 0 && from <= to && from <= line_count; from++)
		all = arena_format(arena, "%s %s", all, lines[from]);
	return plain(all);
}

/* What stands behind the label, without the full stop. */
static const char *value(size_t from, size_t to)
{
	const char *s = words(from, to), *colon = strchr(s, ':');
	s = colon ? text_squeeze(arena, colon + 1) : s;
	size_t n = strlen(s);
	while (n > 0 && strchr(" .;", s[n - 1]))
		n--;
	return arena_copy(arena, s, n);
}

/* A task by the lines of its title, its content, who leads, who helps, until when. */
struct labelled_row {
	const char *id, *area, *due;
	size_t title, title_end, text, text_end, lead, lead_end, with, with_end, when, when_end;
	bool content_label; /* the content's first line begins with its label */
};

static const struct labelled_row hanoi[] = {
    {"1.1", "1", "2025", 67, 68, 70, 73, 77, 78, 80, 81, 83, 84, true},
    {"1.2", "1", NULL, 86, 87, 91, 112, 116, 117, 119, 120, 122, 123, false},
    {"2", "II", "2025", 125, 126, 130, 140, 144, 145, 147, 148, 150, 151, false},
    {"3", "II", "ongoing", 153, 154, 158, 169, 173, 174, 176, 177, 179, 180, false},
    {"4.1", "4", "2025", 185, 186, 188, 193, 197, 198, 200, 201, 203, 204, true},
    {"4.2", "4", "2025", 206, 207, 209, 212, 216, 217, 219, 220, 222, 223, true},
    {"4.3", "4", "ongoing", 225, 226, 228, 231, 235, 236, 238, 239, 241, 242, true},
};

/* The two dashes under 5 are tasks; their titles follow that of 5 (lines 199 and 200). */
static const struct labelled_row ttg[] = {
    {"1", "II", "2025..", 135, 136, 0, 0, 138, 141, 143, 145, 147, 148, false},
    {"2", "II", "2025..", 150, 151, 0, 0, 153, 154, 156, 158, 160, 161, false},
    {"3", "II", "2025..", 163, 166, 0, 0, 168, 169, 0, 0, 171, 172, false},
    {"4", "II", NULL, 174, 175, 177, 182, 184, 188, 0, 0, 0, 0, true},
    {"5", "II", "<2026-01-01", 202, 203, 205, 210, 212, 213, 215, 216, 218, 219, true},
    {"5+1", "II", NULL, 221, 222, 224, 225, 227, 228, 230, 231, 233, 234, true},
    {"6", "II", "2026..2027", 236, 237, 239, 245, 247, 248, 0, 0, 250, 251, true},
    {"7", "II", "<2026-12-31", 253, 254, 0, 0, 256, 257, 259, 260, 262, 263, false},
    {"8", "II", "2026..", 265, 267, 0, 0, 269, 270, 272, 274, 276, 277, false},
};

/* Title and content; a title that ends without a sign keeps the colon of the content's label. */
static const char *text_of(const struct labelled_row *row, const char *before)
{
	const char *title = words(row->title, row->title_end);
	title += strcspn(title, " ") + 1;
	title = *before ? arena_format(arena, "%s - %s", before, title) : title;
	if (row->text == 0)
		return title;
	const char *content = words(row->text, row->text_end);
	if (row->content_label)
		content = text_squeeze(arena, strchr(content, ':') + 1);
	bool signed_off = strchr(".:;,", title[strlen(title) - 1]) != NULL;
	return arena_format(arena, "%s%s %s", title, signed_off ? "" : ":", content);
}

static void check_labelled(const struct labelled_row *rows, size_t count, const char *opener)
{
	CHECK(result.draft.task_count == count);
	for (size_t i = 0; i < count && i < result.draft.task_count; i++) {
		const struct labelled_row *row = &rows[i];
		const struct draft_task *task = &result.draft.tasks[i];
		bool under = strncmp(row->id, "5", 1) == 0 && *opener;
		CHECK_FOR(row->id, task->id, row->id);
		CHECK_FOR(row->id, task->area, row->area);
		CHECK_FOR(row->id, task->text, text_of(row, under ? opener : ""));
		CHECK_FOR(row->id, task->cell_lead, value(row->lead, row->lead_end));
		CHECK_FOR(row->id, task->cell_with, value(row->with, row->with_end));
		if (row->when > 0)
			CHECK_FOR(row->id, task->cell_due, value(row->when, row->when_end));
		if (row->due)
			CHECK_FOR(row->id, deadline_text(arena, &task->due.deadline), row->due);
		CHECK(task->at == (long)row->title);
	}
}

static bool has_doubt(size_t i, const char *cell, enum code code)
{
	const struct draft_task *t = &result.draft.tasks[i];
	for (size_t k = 0; k < t->doubt_count; k++)
		if (t->doubts[k].code == code && text_same(t->doubts[k].cell, cell))
			return true;
	return false;
}

static void test_hanoi(void)
{
	check_begin("labels a) b) c) under numbers: every cell of 7 tasks");
	CHECK(load("hanoi-308-KH-UBND-2025-inline.md"));
	check_labelled(hanoi, sizeof hanoi / sizeof *hanoi, "");
	check_begin("a deadline that gives none is a doubt");
	CHECK(has_doubt(1, "due", CODE_DEADLINE_UNKNOWN));
	check_begin("groups are those that hold tasks; the head is the document's");
	CHECK(result.draft.area_count == 3);
	CHECK_TEXT(result.draft.document, "308/KH-UBND");
	CHECK_TEXT(day_text(arena, result.draft.issued), "2025-11-17");
	CHECK_TEXT(result.draft.format, "text");
}

static void test_ttg(void)
{
	check_begin("labels behind dashes: every cell of 9 tasks");
	CHECK(load("ttg-2623-QD-TTg-2025-inline.md"));
	const char *opener = words(199, 200);
	check_labelled(ttg, sizeof ttg / sizeof *ttg, opener + strlen("5. "));
	check_begin("two deadlines under one label, each with its own agency");
	const struct deadline *due = &result.draft.tasks[3].due.deadline;
	CHECK(due->count == 2);
	CHECK_TEXT(part_text(arena, &due->parts[0]), "<2025-12-15");
	CHECK_TEXT(part_text(arena, &due->parts[1]), "<2025-12-31");
	check_begin("the second dash under a number has none of its own");
	CHECK(has_doubt(5, "no", CODE_MISSING_NUMBER));
	CHECK(result.draft.area_count == 1);
	CHECK_TEXT(result.draft.document, "2623/QĐ-TTg");
}

/* Cell i of a row of a simple pipe table. */
static const char *cell(size_t line, size_t i)
{
	const char *s = lines[line] + 1;
	for (; i > 0 && strchr(s, '|'); i--)
		s = strchr(s, '|') + 1;
	return plain(arena_copy(arena, s, strcspn(s, "|")));
}

/* A cell, with what the next row goes on with when it is the rest of this one. */
static const char *whole_cell(size_t line, bool goes_on, size_t i)
{
	const char *rest = goes_on ? cell(line + 1, i) : "";
	return plain(arena_format(arena, "%s %s", cell(line, i), rest));
}

static void check_piped(const struct draft_task *task, size_t line, bool goes_on)
{
	const char *at = arena_format(arena, "line %zu", line);
	CHECK_FOR(at, task->no, cell(line, 0));
	CHECK_FOR(at, task->text, whole_cell(line, goes_on, 1));
	CHECK_FOR(at, task->cell_lead, cell(line, 2));
	CHECK_FOR(at, task->cell_with, whole_cell(line, goes_on, 3));
	CHECK_FOR(at, task->product, cell(line, 4));
	CHECK_FOR(at, task->cell_due, cell(line, 5));
	CHECK(task->at == (long)line);
}

/* 150 rows: 7 titles, 140 numbered tasks, 3 rows that a page's end cut off the row above; two of these
 * are joined to it, with doubts; the third begins like a task and stays one, with doubts. */
static void test_piped(void)
{
	static const size_t groups[] = {9, 23, 53, 88, 101, 132, 149};
	static const size_t joined[] = {121, 144}; /* 108 and 128 go on in the next row */
	size_t group = 0, task = 0;
	check_begin("a pipe table of 150 rows: every cell");
	CHECK(load("cp-03-NQ-CP-2025-PL2-nhiemvu-v1.md"));
	CHECK(result.draft.area_count == 7);
	CHECK(result.draft.task_count == 141);
	for (size_t i = 9; i <= line_count && task < result.draft.task_count; i++) {
		if (*lines[i] != '|')
			continue;
		if (group < 7 && i == groups[group]) {
			CHECK_TEXT(result.draft.areas[group].title, cell(i, 1));
			group++;
			continue;
		}
		bool goes_on = i == joined[0] || i == joined[1];
		check_piped(&result.draft.tasks[task], i, goes_on);
		CHECK(result.draft.tasks[task].area == result.draft.areas[group - 1].id);
		CHECK(!goes_on || has_doubt(task, "text", CODE_JOINED_AT_PAGE));
		task++;
		i += goes_on;
	}
	CHECK(task == 141 && group == 7);
	check_begin("rows cut off are doubts; what stands beside a title is one");
	size_t found = 0;
	for (size_t i = 0; i < result.draft.task_count; i++)
		found += strcmp(result.draft.tasks[i].id, "110+1") == 0 &&
			 has_doubt(i, "text", CODE_ROW_CUT) &&
			 has_doubt(i, "no", CODE_MISSING_NUMBER) &&
			 has_doubt(i, "due", CODE_DUE_MISSING);
	CHECK(found == 1);
	CHECK(has_doubt(107, "with", CODE_JOINED_AT_PAGE));
	CHECK_TEXT(result.draft.tasks[76].id, "77");
	CHECK(has_doubt(76, "area", CODE_CELLS_SHIFTED));
	check_begin("two agencies with nothing between them are a doubt");
	CHECK(has_doubt(7, "lead", CODE_AGENCY_TYPO));
}

static void test_shifted(void)
{
	check_begin("rows that lost their number's cell: one column off, and doubted");
	CHECK(load("ubtvqh-92-2025-chuongtrinhlapphap-news.md"));
	CHECK(result.draft.task_count == 4);
	for (size_t i = 0; i < 4 && i < result.draft.task_count; i++) {
		const struct draft_task *task = &result.draft.tasks[i];
		const char *row = arena_format(arena, "|%s", lines[17 + i]);
		lines[17 + i] = row;
		CHECK_FOR(row, task->text, cell(17 + i, 0));
		CHECK_FOR(row, task->cell_lead, cell(17 + i, 2));
		CHECK_FOR(row, task->cell_with, cell(17 + i, 3));
		CHECK_FOR(row, task->cell_due, cell(17 + i, 4));
		CHECK_TEXT(deadline_text(arena, &task->due.deadline), "2025-09");
		CHECK(strstr(task->note, cell(17 + i, 1)) != NULL);
		CHECK(has_doubt(i, NULL, CODE_CELLS_SHIFTED));
	}
}

int main(void)
{
	arena = arena_new();
	if (!file_is_folder(shared(""))) {
		printf("1..0 # SKIP the documents are not here\n");
		arena_free(arena);
		return 0;
	}
	test_hanoi();
	test_ttg();
	test_piped();
	test_shifted();
	int status = check_end();
	arena_free(arena);
	return status;
}
