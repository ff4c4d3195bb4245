/* SPDX-License-Identifier: MIT
 * plan: one issued document with its tasks and targets (plan/1), read from a tree, every value with
 * its place. It knows no logs and no clock. For bands data and above. */
#ifndef PAR_PLAN_H
#define PAR_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/place.h"
#include "data/agency.h"
#include "data/goal.h"
#include "time/deadline.h"

struct arena;
struct findings;
struct index;
struct node;

enum level { LEVEL_NONE, LEVEL_STATE, LEVEL_PROVINCE, LEVEL_DISTRICT, LEVEL_COMMUNE, LEVEL_AGENCY };

enum field {
	FIELD_NONE,
	FIELD_INSTITUTIONS,
	FIELD_PROCEDURES,
	FIELD_ORGANISATION,
	FIELD_CIVIL_SERVICE,
	FIELD_PUBLIC_FINANCE,
	FIELD_DIGITAL_GOVERNMENT,
	FIELD_STEERING
};

struct area {
	const char *id, *title;
	enum field field;
	struct place at;
};

struct party {		  /* an agency a task names */
	const char *name; /* as written in the plan, without the role */
	const char *role; /* from "Sở Nội vụ (thẩm định)"; NULL */
	struct place at;
};

struct doubt {
	const char *cell, *code, *say, *suggest;
	const char *settled; /* NULL: open */
	struct place at;
};

/* A due: or start: value as written and as read. */
struct due {
	struct deadline deadline;
	struct phrase_doubt *doubts; /* what reading the words left open */
	size_t doubt_count;
	const char *text; /* as written, list items joined with ", "; NULL when absent */
	struct place at;
};

struct task {
	const struct plan *plan;
	const char *id, *no, *target, *text, *product, *note;
	const struct area *area; /* NULL when none */
	const char *area_id;
	struct party *lead, *with;
	size_t lead_count, with_count;
	struct due start, due;
	struct {
		const char *lead, *with, *start, *due;
	} cells;  /* as printed; NULL when absent */
	long row; /* at: */
	struct doubt *doubts;
	size_t doubt_count;
	bool report;  /* a duty of the body text (reports:) */
	size_t order; /* place in the plan, from 0 */
	const struct node *node;
	struct place at, id_at, area_at;
};

struct target {
	const struct plan *plan;
	const char *id, *text, *indicator, *scope;
	const char *goal, *base; /* as written */
	struct goal want;
	struct measure last_year; /* the base */
	const struct area *area;  /* NULL when none */
	const char *area_id;
	struct place at, id_at, goal_at, base_at;
};

struct plan {
	const char *id, *title, *document, *issuer;
	const char *of; /* the issuer's place: agency_place(issuer) */
	day issued;
	enum level level;
	struct period period; /* PERIOD_NONE when not given */
	const char **carries_out;
	size_t carries_count;
	bool before_inclusive, roll_next;
	struct area *areas;
	size_t area_count;
	struct target *targets;
	size_t target_count;
	struct task *tasks; /* reports behind the tasks */
	size_t task_count;
	bool broken; /* a task has no id, or two have one: nothing can be said of it */
	const char *file;
	struct place at, period_at;
	struct index *ids; /* of the tasks */
	struct node *root; /* the tree it was read from: unknown keys stay there */
};

/* Reads a plan/1 tree. Adds a finding for each thing wrong in the file's form (unknown keys with the
 * nearest known one, values that are not what the key takes, ids twice) and reads on; NULL only when
 * the plan has no id. A plan with a task without id, or two of one id, comes back
 * `broken`. */
struct plan *plan_read(struct arena *a, struct node *root, struct findings *findings);

/* The task of an id of n bytes; NULL when there is none. */
struct task *plan_task(const struct plan *plan, const char *id, size_t n);

/* Did a task of that id stand in the plan, until an update took it out? */
bool plan_retired(const struct plan *plan, const char *id);

/* The target of that id; NULL when there is none. */
struct target *plan_target(const struct plan *plan, const char *id);

const char *level_word(enum level level);
const char *field_word(enum field field);
enum level level_find(const char *word);
enum field field_find(const char *word);

/* The area of Resolution 76/NQ-CP that a heading speaks of, by its key words; FIELD_NONE. */
enum field field_of_title(const char *title);

#endif
