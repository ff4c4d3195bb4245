/* SPDX-License-Identifier: MIT
 * csvrows: rows of a CSV file, one physical line each, with places; the file is streamed, never
 * held. Only this file's source includes <csv.h>. For bands form and above. */
#ifndef PAR_CSVROWS_H
#define PAR_CSVROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/place.h"

struct arena;
struct findings;

struct csv_row {
	const char **fields; /* NUL-terminated, NFC; gone with the next row */
	const size_t *lengths;
	size_t count;
	struct place at;  /* line of the row; column 1 */
	const char *line; /* the row as it stands, without its line end (NFC, no BOM); "" where
	                       * CSV_BAD says that it is no text */
	size_t length;
	bool torn; /* the last line, without its end */
};

enum csv_result {
	CSV_ROW,
	CSV_BAD,  /* this line is not CSV (one finding added; last-line-torn where it is the torn
	           * one); at, line and torn are set; the next call goes on behind it */
	CSV_DONE, /* end of the file */
	CSV_LOST, /* the file cannot be read on (one finding added) */
};

struct csv_reader;

/* Opens a file ("-": standard input); NULL after one finding (unreadable, empty, UTF-16). The
 * separator (`,` `;` or tab) is the one that parts the first line into most fields; `sep=;` is
 * obeyed. Blank lines are passed over, but count as lines; a lone CR ends a line too. */
struct csv_reader *csv_open(const char *name, struct findings *findings);

/* The same for a source whose first bytes may have been read already. */
struct csv_source {
	const char *name;
	int fd; /* -1: open it by name */
	const char *head;
	size_t head_size;
	bool whole;	/* the head is all there is: nothing is opened */
	char separator; /* 0: chosen */
};
/* Text at hand, as it is; it must live as long as the source. */
struct csv_source csv_memory(const char *name, const char *text, size_t n);

struct csv_reader *csv_open_source(const struct csv_source *source, struct findings *findings);
void csv_close(struct csv_reader *r); /* NULL is fine */
enum csv_result csv_next(struct csv_reader *r, struct csv_row *row);
char csv_separator(const struct csv_reader *r);

/* The place of field number `i` of the row just read. Slow: for findings. */
struct place csv_place(const struct csv_reader *r, const struct csv_row *row, size_t i);

#endif
