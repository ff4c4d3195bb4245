/* SPDX-License-Identifier: MIT
 * heads: a sheet of heads of agencies with the figures that rules ask for: CSV, columns by heading in
 * either language. It reads and judges values; what they come to is for band duty. For bands data
 * and above. */
#ifndef PAR_HEADS_H
#define PAR_HEADS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "data/measure.h"
#include "data/rules.h"

struct arena;
struct findings;

enum figure_state {
	FIGURE_MISSING,
	FIGURE_NOTHING, /* there is nothing to measure: "-", "không có", "0/0" */
	FIGURE_GIVEN
};

enum figure_source { SOURCE_SHEET, SOURCE_LOG, SOURCE_PLAN };

struct figure {
	enum figure_state state;
	enum figure_source source;
	struct measure measure; /* as it was counted: 18/20 */
	struct ratio number;	/* of percentages and counts */
	int word;		/* of yes-no and words */
	const char *file;	/* where it stands; NULL: computed */
	unsigned line;
};

/* One row. Texts are "" where nothing is given. */
struct head {
	const char *name, *post, *agency, *group, *reason, *note;
	enum level level;	/* LEVEL_NONE: not given */
	int year;		/* 0: not given */
	int last_grade;		/* of rules->grades; -1: not given */
	int override;		/* of rules->overrides; -1: none */
	int override_grade;	/* of rules->grades; -1: none */
	struct figure *figures; /* by the number of the input */
	signed char *member;	/* by the number of the group: 1 yes, -1 no, 0 not said */
	struct place at;
};

struct heads {
	struct head *items;
	size_t count;
};

/* Adds the rows of a sheet's normal text. Columns that the rules do not ask for are told in a note; a
 * row with a value that is none is reported and set aside. False after a finding that spoils all. */
bool heads_read(struct arena *a, struct heads *list, const struct rules *rules, const char *name,
		struct file_bytes text, struct findings *findings);

/* How many of the sheet's columns are figures of the rules. */
size_t heads_known(struct arena *a, const struct rules *rules, const char *name,
		   struct file_bytes text);

/* A head without figures, for an agency that no sheet names. */
struct head heads_new(struct arena *a, const struct rules *rules, const char *agency);

/* Is this the heading row of such a sheet (first bytes of a file)? It names an agency or a head, and in
 * a folder, where nobody named the file, something more of them; and it is no log's. */
bool heads_are_heading(const char *head, size_t n, bool named);

/* The value as people read it: "89.99", "18/20", the id of a word; "" when missing. */
const char *figure_text(struct arena *a, const struct rule_input *input,
			const struct figure *figure);

const char *figure_source_word(enum figure_source source); /* "sheet", "log", "plan" */

#endif
