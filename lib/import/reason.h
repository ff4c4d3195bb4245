/* SPDX-License-Identifier: MIT
 * reason: why a table's rows are not taken as tasks, and what to do about it. For band import. */
#ifndef PAR_REASON_H
#define PAR_REASON_H

#include <stdbool.h>

#include "import/rows.h"

struct memo;

/* In the order in which they explain a document without tasks: the last one says most. */
enum reason {
	REASON_NONE,	 /* its rows are tasks */
	REASON_CHOSEN,	 /* the user chose another table */
	REASON_HEADINGS, /* they are not understood */
	REASON_NO_TEXT,
	REASON_NOBODY, /* neither who nor until when */
	REASON_TARGETS,
	REASON_PROCEDURES,
	REASON_REPORT,
	REASON_BLANK,
};

/* Rows that say what to do and who or when. */
long reason_tasks(const struct task_table *table, const struct table_rows *rows);

bool reason_has_deadline(const struct task_table *table, const struct table_row *row);

/* `forced`: the user named this table. */
enum reason reason_of(struct memo *memo, const struct task_table *table,
		      const struct table_rows *rows, long tasks, bool forced);

const char *reason_say(enum reason reason); /* in the chosen language */
const char *reason_way(enum reason reason); /* what to do, likewise; "" when nothing */

#endif
