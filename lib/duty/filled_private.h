/* SPDX-License-Identifier: MIT
 * filled_private: a sheet while it is read. For the files of filled only. */
#ifndef PAR_FILLED_PRIVATE_H
#define PAR_FILLED_PRIVATE_H

#include "duty/filled.h"
#include "duty/filledwords.h"

enum { NO_COLUMN = -1 };

struct filled_row {
	const char **cells;
	struct place *places;
	size_t count;
	struct place at;
};

struct filler {
	struct arena *a;
	const struct filled_request *request;
	struct findings *findings;
	struct entries *list;
	struct filled_row *rows;
	size_t count, heading;
	int columns[ROLE_COUNT]; /* NO_COLUMN: none */
	int id, words;		 /* the columns of a task's id and words */
};

/* The text of a column; "" where the row or the sheet has none. */
const char *filled_cell(const struct filled_row *r, int column);

/* Puts the cell of that role into a field, where there is one that is filled in. */
void filled_take(const struct filler *f, const struct filled_row *r, struct entry *e,
		 enum entry_field field, enum role role);

/* Makes an event of what the row says of the state. */
void filled_status(const struct filler *f, const struct filled_row *r, struct entry *e);

/* Reports that the row cannot be used, and why. */
void filled_refuse(const struct filler *f, struct entry *e, struct place at, const char *why);

#endif
