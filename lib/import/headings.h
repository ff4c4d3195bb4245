/* SPDX-License-Identifier: MIT
 * headings: finds the heading rows of tables in a grid and says what each column is by what its
 * heading says, in any order, with typing errors. For band import. */
#ifndef PAR_HEADINGS_H
#define PAR_HEADINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "read/grid.h"

struct arena;
struct memo;

enum role {
	ROLE_UNKNOWN, /* a heading that is not understood */
	ROLE_NO,
	ROLE_TARGET,
	ROLE_TEXT,
	ROLE_PRODUCT,
	ROLE_LEAD,
	ROLE_WITH,
	ROLE_START,
	ROLE_DUE,
	ROLE_NOTE,
	ROLE_OTHER, /* understood, but nothing a plan holds: money, persons, units of measure */
	ROLE_MARK,  /* no column: the empty cell between two rows of a stream */
	ROLE_COUNT
};

const char *role_word(enum role role); /* "lead", as doubts and --headings name it */
enum role role_find(const char *word); /* ROLE_UNKNOWN when it is none */

struct column {
	enum role role;
	const char *heading; /* as printed; of several levels joined, the upper first */
	long at;
	bool typo;	    /* understood in spite of a typing error */
	bool mixed;	    /* the heading names what belongs into several columns */
	bool noted;	    /* the other thing it names is remarks */
	const char *period; /* "Tháng 3": marks in the column; the first such is the deadline's */
	size_t from, to;    /* GRID_ROWS: the grid's columns [from, to) */
};

/* A table: its columns, and where its rows are. */
struct task_table {
	const struct grid_table *grid;
	const struct grid_table *source; /* the first one, where a table goes on in another */
	struct column *columns;
	size_t count;
	long at;	    /* of the first heading */
	size_t top;	    /* GRID_ROWS: the first row of the headings */
	size_t begin, end;  /* GRID_ROWS: rows, GRID_STREAM: cells, behind the headings */
	size_t until;	    /* GRID_ROWS: behind `end` and what is left out there */
	size_t inner;	    /* the column of a second number, as in 9 | b); -1: there is none */
	bool *heads;	    /* GRID_ROWS: of each row of the grid, does it repeat the headings */
	const char *before; /* lines glued before the first heading; NULL */
	bool closed;	    /* a closing line stands before the headings of the next table */
	bool guessed;	    /* its headings are not understood: it can be listed, not read */
};

struct task_tables {
	struct task_table *items;
	size_t count;
};

/* What one heading says. `typo` is set when it says so with a typing error. */
enum role heading_role(struct arena *a, const char *text, bool *typo);

/* Every table whose headings can be made out, in order; a heading row that is repeated goes on with
 * its table. */
struct task_tables headings_find(struct arena *a, struct memo *memo, const struct grid *grid);

/* As headings_find, with the roles given by the user ("no,text,lead,-,due") for every table that has
 * as many columns. Returns the word in the list that is no role; NULL when all are. */
const char *headings_given(struct arena *a, struct memo *memo, const struct grid *grid,
			   const char *list, struct task_tables *tables);

/* "no, target, text, …": every word that headings_given takes. */
const char *role_words(struct arena *a);

/* Do the cells repeat the table's headings? */
bool headings_again(struct memo *memo, const struct task_table *table,
		    const struct grid_cell *cells, size_t count);

bool table_has(const struct task_table *table, enum role role);

/* Can it be a table of tasks: what is to be done, and by whom or until when. */
bool table_is_tasks(const struct task_table *table);

/* "no,text,lead,with,due,note"; an unknown column is "?". */
const char *table_headings(struct arena *a, const struct task_table *table);

#endif
