/* SPDX-License-Identifier: MIT
 * tasks: rows to areas and tasks of a draft: ids, what is inherited, names and deadlines read, and
 * everything doubtful about them. For band import. */
#ifndef PAR_TASKS_H
#define PAR_TASKS_H

#include <stdbool.h>
#include <stddef.h>

#include "data/planout.h"
#include "import/rows.h"

struct arena;
struct blocks;
struct memo;
struct findings;
struct registry;

/* One row that became a task, with the table it stands in. */
struct task_row {
	const struct task_table *table;
	struct table_row *row;
	size_t area; /* index + 1 into the areas; 0: none */
	long group;  /* the number of an arabic heading since the task before; 0: none */
	bool anew;   /* its table counts from 1, and others with tasks stand before */
};

/* A heading between tasks. */
struct area_row {
	const char *no, *title, *id; /* as printed; the plan's id */
	struct ordinal ordinal;
	long at;
	bool sheet;	 /* the name of a sheet */
	const char *gap; /* "5 → 7": a heading is missing before this one; NULL */
	const struct task_table *table;
	const struct table_row *row;
};

enum { AREAS_DEEP = 8 };

struct plan_rows {
	struct task_row *tasks;
	size_t task_count;
	struct area_row *areas;
	size_t area_count;
	size_t open[AREAS_DEEP]; /* headings that are open, index + 1, the nearest last */
	size_t depth;
	bool sheets; /* tasks stand in several sheets: each is an area by its name */
};

/* Adds a table's rows: headings become areas, the rest tasks. */
void plan_rows_add(struct arena *a, struct plan_rows *plan, const struct task_table *table,
		   const struct table_rows *rows);

/* The ids of all areas and tasks, by what is printed; doubts go to the rows. ids[i] is task i's.
 * `parents`: of family_find. */
const char **plan_rows_number(struct arena *a, struct plan_rows *plan, const size_t *parents);

/* What reading a row leans on. */
struct task_context {
	int year, last_year;
	bool year_said; /* the years are the document's own: what lies outside them is doubtful */
	day issued;
	const struct registry *registry;
	const char *of; /* the issuer's place */
	struct memo *memo;
	bool spanless; /* the format has no merged cells: they come out empty but for the first */
};

/* What a row may take over from the one it is a part of, where its own cells are empty. */
struct parent_cells {
	const char *lead, *with, *start, *due; /* may be NULL */
};

/* The task of a row; `above` is the task before it in the same area (NULL when none). */
struct draft_task task_read(struct arena *a, const struct task_row *row, const char *id,
			    const struct draft_task *above, const struct parent_cells *parent,
			    const struct task_context *context);

/* Doubts about what a task's cells say, beyond their reading. */
void task_check(struct arena *a, struct draft_task *task, const struct task_row *row,
		const struct task_context *context);

/* Doubts about what a task's cells say together. */
void sense_check(struct arena *a, struct draft_task *task, const struct task_row *row,
		 const struct task_context *context);

/* Doubts about titles of sections and leads that stick out among their siblings. */
void sections_check(struct arena *a, struct draft_plan *draft, const struct plan_rows *plan);

/* The days of periodic reports in the text before the tables against those of the tasks. */
void body_check(struct arena *a, struct draft_plan *draft, const struct blocks *blocks);

void task_doubt(struct arena *a, struct draft_task *task, const char *cell, enum code code,
		const char *say, const char *suggest);

#endif
