/* SPDX-License-Identifier: MIT
 * heads_private: what the parts of the reader of heads share. For lib/data/heads*.c only. */
#ifndef PAR_HEADS_PRIVATE_H
#define PAR_HEADS_PRIVATE_H

#include "data/heads.h"
#include "form/csvrows.h"

/* What a column holds: a text of the head, a figure, or whether the head is of a group. */
enum heads_column_kind { COLUMN_UNKNOWN, COLUMN_WORD, COLUMN_FIGURE, COLUMN_GROUP };

struct heads_column {
	enum heads_column_kind kind;
	const char *word; /* "agency" */
	const struct rule_input *input;
	const struct rule_group *group;
};

struct heads_reader {
	struct arena *a;
	struct heads *list;
	const struct rules *rules;
	struct findings *findings;
	struct csv_reader *rows;
	struct csv_row row;
	struct heads_column *columns;
	size_t width;
};

/* Finds what each column holds; false after a finding that spoils the sheet. */
bool heads_read_heading(struct heads_reader *r);

/* Reads field i of the row into the head; false after a finding. */
bool heads_read_field(struct heads_reader *r, struct head *h, size_t i);

#endif
