/* SPDX-License-Identifier: MIT
 * import_private: the work of one import, and what it says of a document beside the plan. For import.c
 * and report.c. */
#ifndef PAR_IMPORT_PRIVATE_H
#define PAR_IMPORT_PRIVATE_H

#include "import/head.h"
#include "import/headings.h"
#include "import/import.h"
#include "import/reason.h"
#include "import/rows.h"
#include "import/tasks.h"

struct arena;
struct memo;

struct work {
	struct arena *a;
	struct memo *memo;
	const struct grid *grid;
	const struct import_request *request;
	struct import_result *result;
	struct findings *findings;
	struct task_tables tables;
	struct table_rows *rows; /* of each table */
	enum reason *reasons;	 /* likewise */
};

struct place work_place(const struct work *w, long line);

/* One finding that says why there is no plan. */
void report_refusal(struct work *w);

/* What is left out of a table that was taken, and headings understood with a slip or not at all. */
void report_table(struct work *w, size_t i);

/* A table that was left out, where tasks are taken from others: a warning when it names agencies. */
void report_left_out(struct work *w, size_t i);

/* Tables that are not even listed, in case there are tasks in them. */
void report_unseen(struct work *w);

/* Sections that hold nothing, neither tasks nor sections below them: they may be tasks. */
void report_areas(struct work *w, const struct plan_rows *plan);

void report_head(struct work *w, const struct head *head);

/* The doubts of all tasks. */
void report_tasks(struct work *w, const struct plan_rows *plan);

#endif
