/* SPDX-License-Identifier: MIT
 * htmlpage: the parts of one self-contained page: key figures, tables, bars, a timeline, lines. No
 * script, nothing fetched; everything given is text and is escaped here. Words by words_say in the
 * chosen language; dates and numbers as people write them in it. It does not know what is counted.
 * For bands form and above.
 *
 *	struct page page = {.out = stdout};
 *	page_open(&page, &(struct page_head){title, subtitle, window});
 *	page_figures(&page, figures, count);
 *	page_section(&page, "By agency");
 *	page_bars(&page, &sheet, &(struct page_chart){...});
 *	page_table(&page, &sheet, "By agency");
 *	page_close(&page);
 *
 * Whether the output could be written is for the caller to ask of the stream. */
#ifndef PAR_HTMLPAGE_H
#define PAR_HTMLPAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct sheet;

struct page {
	FILE *out;
	/* Kept by the functions below. */
	unsigned serial; /* of the ids on the page */
	bool in_section;
};

/* NULL leaves a line out, but for the title. */
struct page_head {
	const char *title;    /* of the window and the first heading */
	const char *subtitle; /* whose plan, which document */
	const char *window; /* what was counted: "Dữ liệu từ 15/12/2023 đến 14/03/2024" */
};

struct page_figure {
	const char *label;
	const char
	    *number; /* "48", "6.25": a point as in a sheet; shown with a comma in Vietnamese */
	const char *unit;   /* "%"; NULL: none */
	const char *share;  /* a line below: "3 trên 48 nhiệm vụ"; NULL: none */
	const char *status; /* its mark is shown beside the label; NULL: none */
};

/* Columns of a sheet by their names. A name that is no column is a mistake of the caller and shows
 * as nothing. */
struct page_chart {
	const char *caption;
	const char *label;	   /* the column each row is named by */
	const char *const *values; /* columns of numbers, empty ones are 0 */
	size_t count;
	const char *kind; /* of their words: "status", "heading" */
};

/* Days in CELL_DATE cells (2024-03-31); an empty one is not drawn. */
struct page_span {
	const char *caption;
	const char *label;		/* the number of a task, or another short name */
	const char *text;		/* a column with a longer text below it; NULL: none */
	const char *start, *due, *done; /* columns; start and done may be NULL */
	const char *status;		/* a column of words */
	const char *first, *last;	/* the days the picture begins and ends with, ISO */
	const char *today;		/* ISO; NULL: no line */
};

void page_open(struct page *page, const struct page_head *head);
void page_close(struct page *page);

/* A heading; what follows belongs to it up to the next one. */
void page_section(struct page *page, const char *heading);

/* A line of plain text. */
void page_note(struct page *page, const char *text);

void page_figures(struct page *page, const struct page_figure *figures, size_t count);

/* The whole sheet: the first column names its row, columns that hold numbers stand to the right. An
 * empty sheet says that there is nothing. */
void page_table(struct page *page, const struct sheet *sheet, const char *caption);

/* One stacked bar a row, all to one scale, with its numbers as text and a legend. */
void page_bars(struct page *page, const struct sheet *sheet, const struct page_chart *chart);

/* One row a task: from its start (or the picture's first day) to the due day, with marks for the due
 * day, the day it was done and how late it is. */
void page_timeline(struct page *page, const struct sheet *sheet, const struct page_span *span);

/* One line a column over the rows in their order (weeks, months), with a legend; the numbers follow
 * as a table. */
void page_lines(struct page *page, const struct sheet *sheet, const struct page_chart *chart);

#endif
