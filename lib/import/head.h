/* SPDX-License-Identifier: MIT
 * head: what a document says of itself: number, date, issuer, level, years, title. For band import. */
#ifndef PAR_HEAD_H
#define PAR_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "data/plan.h"
#include "read/grid.h"
#include "import/headings.h"

struct arena;

struct head {
	const char *number, *title, *issuer; /* NULL: not found */
	day issued;
	enum level level;
	int year, last_year;  /* 0: not found */
	bool number_in_annex; /* only there, not in the letterhead */
	bool year_said;	      /* by the title or the table's headings; else it is the date's */
};

/* A piece of the document outside its tables of tasks. */
struct block {
	const char *text, *lines; /* as in struct grid_cell */
	long at;
	const struct grid_table *table; /* that it stands in; NULL: a paragraph */
};

struct blocks {
	struct block *items;
	size_t count;
};

/* Everything before and beside the first of the tables that hold the tasks. */
struct blocks head_blocks(struct arena *a, const struct grid *grid, const struct task_table *first);

/* Reads it. */
struct head head_read(struct arena *a, const struct blocks *blocks, const struct task_table *first);

/* The parts of head_read: each NULL (DAY_NONE, 0) when it finds nothing. */
const char *head_number(struct arena *a, const struct blocks *blocks, bool *in_annex);
day head_date(struct arena *a, const struct blocks *blocks);
const char *head_issuer(struct arena *a, const struct blocks *blocks);
enum level head_level(struct arena *a, const char *issuer);
const char *head_title(struct arena *a, const struct blocks *blocks, const char *issuer);
bool head_years(struct arena *a, const char *text, int *year, int *last_year);

/* Shared by them. */
const char *head_annex(struct arena *a, const struct blocks *blocks); /* "(Kèm theo …" */
const char *head_label(struct arena *a, const struct blocks *blocks, const char *label);
const char *head_dateline(struct arena *a, const struct blocks *blocks); /* "Bình Phước, ngày …" */
day head_find_date(struct arena *a, const char *text); /* first "ngày …" in it */
bool head_is_capitals(const char *text);
bool head_follows(const struct block *block, const struct block *next); /* on the next line */
bool head_is_title_kind(struct arena *a, const char *line);		/* "KẾ HOẠCH" alone */

#endif
