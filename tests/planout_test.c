/* SPDX-License-Identifier: MIT
 * planout: a draft as YAML, key by key. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "data/planout.h"
#include "form/yamlout.h"

static struct arena *arena;

static const char *written(const struct draft_plan *draft)
{
	struct buf out = {0};
	tree_write(&out, planout_tree(arena, draft));
	return buf_take(&out, arena);
}

static struct reading read(const char *text)
{
	return deadline_read(arena, text, &(struct phrase_context){2024, 2024});
}

static void test_least(void)
{
	check_begin("a draft without anything is a plan without anything");
	CHECK_TEXT(written(&(struct draft_plan){.issued = DAY_NONE}), "par: plan/1\ntasks: []\n");
}

static void test_whole(void)
{
	struct cell_name lead[] = {{"Sở Nội vụ", "thẩm định"}, {"Sở Y tế", NULL}};
	struct draft_doubt doubts[] = {{"due", CODE_DUE_KIND, "a, b", "2024"},
				       {NULL, CODE_GROUP_OR_TASK, "x", NULL}};
	struct area areas[] = {{"I", "Cải cách thể chế", FIELD_INSTITUTIONS, {0}},
			       {"2", "Việc khác", FIELD_NONE, {0}}};
	struct draft_task tasks[] = {
	    {.id = "1",
	     .no = "1.",
	     .area = "I",
	     .target = "Mục tiêu",
	     .text = "Làm a: b",
	     .product = "2024",
	     .lead = {lead, 2, NULL, 0},
	     .start = read("Tháng 1/2024"),
	     .due = read("2024-Q1, ongoing"),
	     .cell_lead = "Sở Nội vụ thẩm định; Sở Y tế",
	     .cell_due = "Quý I/2024",
	     .at = 7,
	     .doubts = doubts,
	     .doubt_count = 2},
	    {.id = "1+1",
	     .no = "",
	     .area = "2",
	     .text = "Làm c",
	     .product = "",
	     .note = "",
	     .cell_lead = "",
	     .cell_due = "",
	     .at = 9},
	};
	struct draft_plan draft = {.id = "x-2024",
				   .title = "Kế hoạch năm 2024",
				   .document = "1/KH-UBND",
				   .issuer = "UBND tỉnh X",
				   .issued = day_of(2024, 1, 2),
				   .level = LEVEL_PROVINCE,
				   .year = 2024,
				   .last_year = 2025,
				   .file = "x.txt",
				   .format = "text",
				   .areas = areas,
				   .area_count = 2,
				   .tasks = tasks,
				   .task_count = 2};
	check_begin(
	    "keys stand in their order; texts that look like numbers are quoted, values not");
	CHECK_TEXT(written(&draft),
		   "par: plan/1\n"
		   "id: x-2024\n"
		   "title: Kế hoạch năm 2024\n"
		   "document: 1/KH-UBND\n"
		   "issued: 2024-01-02\n"
		   "issuer: UBND tỉnh X\n"
		   "level: province\n"
		   "period: 2024..2025\n"
		   "source: {file: x.txt, format: text}\n"
		   "areas:\n"
		   "  - {id: I, title: Cải cách thể chế, field: institutions}\n"
		   "  - {id: \"2\", title: Việc khác}\n"
		   "tasks:\n"
		   "  - id: \"1\"\n"
		   "    no: \"1.\"\n"
		   "    area: I\n"
		   "    target: Mục tiêu\n"
		   "    text: \"Làm a: b\"\n"
		   "    product: \"2024\"\n"
		   "    lead: [Sở Nội vụ (thẩm định), Sở Y tế]\n"
		   "    start: 2024-01\n"
		   "    due: 2024-Q1, ongoing\n"
		   "    cells: {lead: Sở Nội vụ thẩm định; Sở Y tế, due: Quý I/2024}\n"
		   "    at: 7\n"
		   "    doubts:\n"
		   "      - {cell: due, code: due-kind, say: \"a, b\", suggest: 2024}\n"
		   "      - {code: group-or-task, say: x}\n"
		   "  - id: \"1+1\"\n"
		   "    no: \"\"\n"
		   "    area: \"2\"\n"
		   "    text: Làm c\n"
		   "    cells: {lead: \"\", due: \"\"}\n"
		   "    at: 9\n");
}

static void test_milestones(void)
{
	struct draft_task task = {.id = "1",
				  .text = "Làm",
				  .due =
				      read("Ban hành Kế hoạch trong tháng 01/2024; Báo cáo trước "
					   "ngày 10/12/2024")};
	struct draft_plan draft = {.issued = DAY_NONE, .tasks = &task, .task_count = 1};
	check_begin("milestones that say what they are stand in a list");
	CHECK(strstr(written(&draft), "    due:\n"
				      "      - {what: Ban hành Kế hoạch, due: 2024-01}\n"
				      "      - {what: Báo cáo, due: <2024-12-10}\n") != NULL);
}

int main(void)
{
	arena = arena_new();
	test_least();
	test_whole();
	test_milestones();
	arena_free(arena);
	return check_end();
}
