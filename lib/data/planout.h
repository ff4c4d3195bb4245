/* SPDX-License-Identifier: MIT
 * planout: a draft of a plan, as an importer fills it in, turned into a plan/1 tree in the order of
 * par-plan(5). For bands data and above. */
#ifndef PAR_PLANOUT_H
#define PAR_PLANOUT_H

#include <stddef.h>

#include "base/codes.h"
#include "data/plan.h"

struct arena;
struct node;

struct draft_doubt {
	const char *cell; /* no area text product lead with start due note target; NULL: the row */
	enum code code;
	const char *say, *suggest; /* may be NULL */
};

struct draft_task {
	const char *id, *no, *area;		    /* area: an area's id, NULL: none */
	const char *target, *text, *product, *note; /* NULL: the document has no such cell */
	struct cell_names lead, with;
	struct reading start, due;
	const char *cell_lead, *cell_with, *cell_start, *cell_due; /* as printed; NULL: no column */
	long at;
	struct draft_doubt *doubts;
	size_t doubt_count;
};

struct draft_plan {
	const char *id, *title, *document, *issuer; /* NULL: not found */
	day issued;
	enum level level;
	int year, last_year; /* the period; 0: not found */
	const char *file, *format, *sha256;
	struct area *areas;
	size_t area_count;
	struct draft_task *tasks;
	size_t task_count;
};

struct node *planout_tree(struct arena *a, const struct draft_plan *draft);

#endif
