/* SPDX-License-Identifier: MIT
 * docxtable: Word's tables, rows and cells to those of a grid: merged cells, cells before and behind
 * a row, tables in cells, and what is doubtful in a cell. Only for lib/read's docx files. */
#ifndef PAR_DOCXTABLE_H
#define PAR_DOCXTABLE_H

#include <stdbool.h>

#include "read/docxnumbers.h"

struct arena;
struct document;
struct findings;
struct gridmaker;
struct docx_tables;

struct docx_row {
	long before, after; /* columns that it leaves free */
	bool heading, hidden, inserted;
	bool deleted;	/* what it holds must not be told */
	bool shortened; /* a cell of it is deleted */
};

enum docx_merge { MERGE_NONE, MERGE_RESTART, MERGE_CONTINUE };

struct docx_cell {
	long columns;
	enum docx_merge down, across;
	bool inserted, deleted;
};

/* What a cell's doubts speak of. */
enum docx_mark {
	MARK_DELETED,
	MARK_INSERTED,
	MARK_HIDDEN,
	MARK_STRUCK,
	MARK_FOOTNOTE,
	MARK_RAISED,
	MARK_NESTED,
	MARK_BOX,
	MARK_FONT,
	MARK_PICTURE,
	MARKS
};

struct docx_tables *docx_tables_new(struct arena *a, struct gridmaker *maker,
				    const struct document *document, struct findings *findings);
void docx_tables_free(struct docx_tables *t);

/* In the order of the document. `at` is the place of a paragraph of the body. The rows' and cells'
 * properties may be filled in until the next call. */
void docx_table_open(struct docx_tables *t, long at);
void docx_table_columns(struct docx_tables *t, long columns); /* as w:tblGrid counts them */
void docx_table_close(struct docx_tables *t);
struct docx_row *docx_row_open(struct docx_tables *t);
void docx_row_close(struct docx_tables *t, long page);
struct docx_cell *docx_cell_open(struct docx_tables *t);
void docx_cell_close(struct docx_tables *t);

struct docx_row *docx_row(struct docx_tables *t);   /* the open one; NULL */
struct docx_cell *docx_cell(struct docx_tables *t); /* the open one; NULL */

/* Is a paragraph here one of a cell? */
bool docx_in_cell(const struct docx_tables *t);

/* A paragraph of the open cell: its number (NULL: none) and its text. `boxed`: it stands in a text
 * box there. `page`: page breaks so far. */
void docx_cell_line(struct docx_tables *t, const struct docx_label *label, const char *text,
		    bool boxed, long page);

/* Something a person must know of the open cell. */
void docx_cell_mark(struct docx_tables *t, enum docx_mark mark, const char *what);

/* Rows that a tracked change takes away. */
long docx_rows_deleted(const struct docx_tables *t);

#endif
