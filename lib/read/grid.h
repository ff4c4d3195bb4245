/* SPDX-License-Identifier: MIT
 * grid: what every reader of documents makes of one: paragraphs and tables of cells in their order,
 * with places. From here on nothing knows the document's format. For band read and above. */
#ifndef PAR_GRID_H
#define PAR_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/codes.h"

struct arena;

/* How the reader came to its rows. */
enum grid_form {
	GRID_ROWS, /* the document says where each row and cell is (tab-separated, Word, Excel, HTML) */
	GRID_STREAM, /* the document gives cells one after the other and no rows; spans are lost */
};

/* What a reader was not sure of in a cell or row; it becomes a doubt of the task. */
struct grid_doubt {
	enum code code;
	const char *say, *suggest; /* may be NULL */
	const struct grid_doubt *next;
};

struct grid_cell {
	const char *text;  /* wrapped lines joined with one blank, blanks squeezed; "" when empty */
	const char *lines; /* the same with \n where the document broke the line */
	long at;	   /* line (text), row (sheet) or table row, from 1 */
	long end;	   /* last line */
	int columns,
	    rows;    /* span; 1 when the document says none; rows 0: continues the cell above */
	bool markup; /* residue of markup was taken out (HTML tags, asterisks) */
	const struct grid_doubt *doubts;
};

/* In a table with spans every row is whole: a column that a cell above reaches down into holds a cell
 * with rows 0, the text of the one above and its own `columns`. */
struct grid_row {
	struct grid_cell *cells;
	size_t count;
	size_t wide; /* columns in the document, also empty ones cut at the end; 0: not known */
	long at;
	long page;    /* counts page breaks seen before this row; 0 where the format has none */
	bool heading; /* the document marks it as one that heads columns (tblHeader, th) */
	bool hidden;  /* the document does not show it */
	const struct grid_doubt *doubts;
};

struct grid_table {
	enum grid_form form;
	struct grid_row *rows; /* GRID_STREAM: a single row that holds the whole stream */
	size_t count;
	long at;
	const char *name; /* of the sheet; NULL */
};

enum piece_kind { PIECE_PARAGRAPH, PIECE_TABLE };

struct grid_piece {
	enum piece_kind kind;
	const char *text; /* PIECE_PARAGRAPH */
	long at;
	struct grid_table *table; /* PIECE_TABLE */
};

struct grid {
	const char *format; /* text, tsv, docx, … as `source.format` names it */
	struct grid_piece *pieces;
	size_t count;
	/* Where cells of a stream are not told from other text: the same text by paragraphs, \n where
	 * the document broke a line. Else none. */
	struct grid_piece *paragraphs;
	size_t paragraph_count;
};

#endif
