/* SPDX-License-Identifier: MIT
 * import: a grid to a plan. Never a silent guess: every cell is as printed or carries a doubt.
 * For bands import and above (front, par-import). */
#ifndef PAR_IMPORT_H
#define PAR_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "data/planout.h"
#include "import/left.h"
#include "read/grid.h"

struct arena;
struct findings;
struct registry;

struct import_request {
	const char *file;     /* as named by the user, for places */
	const char *id;	      /* --id; NULL: made of the issuer's place and the year */
	int year;	      /* --year; 0: from the document */
	long table;	      /* --table N, as --list-tables counts from 1; 0: all task tables */
	const char *headings; /* --headings task,lead,…; NULL: recognised */
	const struct registry *registry; /* may be NULL */
	bool untold; /* doubts of tasks become no findings: the caller has more to say of them */
};

/* What a table is, for --list-tables and for the summary that is checked against the paper. */
struct table_info {
	long at, rows, columns, tasks;
	long groups; /* headings between the tasks */
	bool taken;
	const char *name;      /* of its sheet; NULL */
	struct left_rows left; /* rows that became neither */
	const char *headings;  /* as recognised: "no,text,lead,with,due,note" */
	const char *reason;    /* why it was left out, in the chosen language; NULL when taken */
};

struct import_result {
	struct draft_plan draft;
	struct table_info *tables;
	size_t table_count;
};

/* False after one finding of severity error that says why there is no plan in it (no task table,
 * headings not understood). Doubts are added as findings too, at line `at` of request->file. */
bool import_grid(struct arena *a, const struct grid *grid, const struct import_request *request,
		 struct import_result *result, struct findings *findings);

#endif
