/* SPDX-License-Identifier: MIT
 * pdf_private: words with boxes, and what is made of them on the way to a grid. Lengths are hundredths
 * of a point in TSV; in layout text a character is 500 wide and a line 1200 high. y grows downwards.
 * Only pdf*.c and layout.c include this. */
#ifndef PAR_PDF_PRIVATE_H
#define PAR_PDF_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "read/grid.h"

struct arena;
struct document;
struct findings;

enum {
	PDF_WORDS = 400 * 1000, /* of a document */
	PDF_LENGTH = 10 * 1000 * 1000,
	PDF_COLUMNS = 40,
};

struct pdf_word {
	const char *text;
	long left, right, top, base; /* base: the lower edge, the same for all fonts of a line */
	long block;		     /* words of one block of text follow each other */
	long at;		     /* line of the input */
	bool gone;		     /* page number, repeated header or footer */
};

struct pdf_page {
	size_t from, count; /* its words, in reading order */
	long number;	    /* from 1 */
	long width, height; /* 0: not told */
};

struct pdf_head;

struct pdf_text {
	struct arena *arena;
	const char *format;
	const struct document *document;
	struct findings *findings;
	struct pdf_word *words;
	size_t count;
	struct pdf_page *pages;
	size_t page_count;
	long em;     /* height of the usual word */
	long space;  /* no blank between words is wider, but in lines that are stretched */
	bool layout; /* places are rough */
	const struct pdf_head *known; /* what most pages have; NULL */
};

/* Words of one line with no wide gap between them; words point into the text. */
struct pdf_run {
	struct pdf_word **words; /* from left to right */
	size_t count;
	long left, right, top, base;
	bool cut; /* a piece of a line that was cut before it, without a wide gap */
};

struct pdf_runs {
	struct pdf_run *items; /* from top to bottom, then left to right */
	size_t count;
};

/* The runs of the words with from < base <= to, split where a gap is wider than `gap`. */
struct pdf_runs pdf_runs_find(const struct pdf_text *t, const struct pdf_page *page, long from,
			      long to, long gap);

/* The run's words with blanks between. */
const char *pdf_run_text(struct arena *a, const struct pdf_run *run);

/* Is it what numbers a row: 1, 1.2, IV, A, a), (1)? */
bool pdf_is_number(const char *s);

/* A column's heading: the runs that stand over each other. */
struct pdf_heading {
	struct pdf_run *runs; /* from top to bottom */
	size_t count;
	long left, right, top, base; /* top, base: of its upper and lowest line */
	size_t over; /* index + 1 in pdf_head.over: a heading over several columns */
};

struct pdf_head {
	long top, bottom; /* base of its first and last line */
	long seed;	  /* base of the line it was known by */
	long cost;	  /* how uneven it is */
	struct pdf_heading *columns;
	size_t count;
	struct pdf_heading *over;
	size_t over_count;
};

/* The first heading of a table whose words are all below `from`: the same as `known` (may be NULL)
 * where that one's lines are there again. False: there is none. */
bool pdf_head_find(const struct pdf_text *t, const struct pdf_page *page, long from,
		   const struct pdf_head *known, struct pdf_head *head);

/* Have the two the same words, at about the same places of the line? */
bool pdf_head_same(const struct pdf_text *t, const struct pdf_head *a, const struct pdf_head *b);

/* The strips between column i and i + 1. */
struct pdf_gaps {
	long from[PDF_COLUMNS], to[PDF_COLUMNS];
	bool crossed[PDF_COLUMNS]; /* words of some lines lie over it */
};

/* Where a table stands on one page: from < base <= to. */
struct pdf_part {
	const struct pdf_page *page;
	const struct pdf_head *head; /* NULL: goes on without */
	long from, to;
	bool followed; /* another table stands below */
	struct pdf_gaps gaps;
};

struct pdf_table {
	const struct pdf_head *head; /* the first */
	struct pdf_part *parts;
	size_t count;
	size_t columns, numbers;      /* columns that hold numbers of rows */
	bool numbered;		      /* a part has such */
	long room[PDF_COLUMNS];	      /* width of the widest line */
	long leading;		      /* between lines of a cell */
	bool middle[PDF_COLUMNS + 1]; /* cells are centred between top and bottom */
};

/* The strips between the columns that no word of the table's parts covers. In layout text, where each
 * page has a scale of its own, layout_gaps_find finds those of one part: about the middles of its
 * heading, or where those of the part before it are (NULL: there is none). */
void layout_gaps_find(const struct pdf_text *t, const struct pdf_table *table,
		      struct pdf_part *part, const struct pdf_part *before);
void pdf_columns_find(const struct pdf_text *t, struct pdf_table *table);

/* One line of a cell. */
struct pdf_line {
	struct pdf_run run;
	size_t column, last; /* last > column: it lies over several */
	bool unsure;	     /* it reaches over its column's edge */
};

struct pdf_lines {
	struct pdf_line *items; /* from top to bottom, then left to right */
	size_t count;
};

struct pdf_lines pdf_lines_find(const struct pdf_text *t, const struct pdf_table *table,
				const struct pdf_part *part);

/* A row: the lines between two borders. */
struct pdf_row {
	const struct pdf_part *part;
	long top, base;		 /* base of its first and last line */
	struct pdf_line **lines; /* from top to bottom */
	size_t count;
	bool wide;		  /* a line lies over several columns */
	bool goes_on;		  /* nothing numbers it: it goes on from the page before */
	bool guessed;		  /* nothing numbers it at all */
	bool unsure[PDF_COLUMNS]; /* the cell may hold a line of a neighbour, or lack one */
	int reach[PDF_COLUMNS];	  /* rows its cell reaches down; 0: goes on from above */
	bool span_guessed[PDF_COLUMNS];
};

struct pdf_rows {
	struct pdf_row *items;
	size_t count;
};

/* The rows of the whole table. */
struct pdf_rows pdf_rows_find(const struct pdf_text *t, struct pdf_table *table);

/* Cells that reach over several rows: by their place amid these. */
void pdf_spans_find(const struct pdf_text *t, const struct pdf_table *table, struct pdf_rows *rows);

/* Marks page numbers and what is repeated at the top or bottom of pages. */
void pdf_furniture_drop(struct pdf_text *t);

/* The text as a grid. NULL after one finding. */
struct grid *pdf_grid(struct pdf_text *t);

#endif
