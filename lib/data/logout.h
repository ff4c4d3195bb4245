/* SPDX-License-Identifier: MIT
 * logout: records added to the end of a log, whole or not at all, whoever else writes there. It
 * knows the layout of the file and nothing of what the records say. For bands data and above. */
#ifndef PAR_LOGOUT_H
#define PAR_LOGOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/place.h"

struct arena;
struct buf;
struct findings;

/* How a log writes its records. */
struct log_layout {
	const char *
	    *names; /* of its columns: "date", … where known, else the heading folded; "" for
			     * a column that stands there a second time */
	size_t width;
	char separator;
	const char *end; /* of a line */
};

struct log_file {
	const char *name;
	int fd;	    /* -1: there is no such file yet */
	off_t size; /* of what is there */
	bool locked;
	struct log_layout layout;
	const char
	    *before;   /* what has to stand before the new records: the heading of a new log, the
			     * end of a torn line; "" */
	unsigned torn; /* the line that was torn; 0: none */
};

enum logout_result {
	LOGOUT_DONE,
	LOGOUT_REFUSED, /* no log that could be written to: one finding added */
	LOGOUT_FAILED,	/* the system failed: one finding added, nothing of the records is there */
	LOGOUT_AGAIN,	/* somebody made the file meanwhile: open it and look again */
};

/* Looks at a log; with `locked`, nobody else who asks so has it until it is closed. A file that is
 * not there is a new log, and is not made yet. */
enum logout_result logout_open(struct arena *a, struct log_file *f, const char *name, bool locked,
			       struct findings *findings);

/* Adds whole records with one write and waits until they are on the disk. Only after LOGOUT_DONE
 * they count as added. */
enum logout_result logout_append(struct arena *a, struct log_file *f, const char *records, size_t n,
				 struct findings *findings);

/* Closes; LOGOUT_FAILED when the system only then says that it failed. */
enum logout_result logout_close(struct log_file *f, struct findings *findings);

/* A heading row, without its end. */
void logout_heading(struct buf *b, const struct log_layout *layout);

/* What ends a torn last line of n bytes: the rest of a cut character, a quote that is still open,
 * the line's end. The line never counts for more than it says. */
const char *logout_mend(struct arena *a, const char *line, size_t n,
			const struct log_layout *layout);

#endif
