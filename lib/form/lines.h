/* SPDX-License-Identifier: MIT
 * lines: whole lines of a file that is never held as a whole, as normal text (UTF-8, NFC, LF, no
 * BOM), many at a time. It knows nothing of fields. For csvrows only. */
#ifndef PAR_LINES_H
#define PAR_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/place.h"

struct arena;
struct csv_source;
struct findings;

enum { LINE_LIMIT = 4 * 1024 * 1024 }; /* bytes */

/* Lines that were read together; line i is text[starts[i]] up to and with its LF. */
struct batch {
	char *text;	/* may be written to; gone with the next batch */
	size_t *starts; /* count + 1 of them */
	size_t count, room;
	unsigned line; /* the number of the first one */
	bool torn;     /* the file ends without a line end (a batch of one line then) */
};

enum lines_result {
	LINES_READ,
	LINES_BAD, /* one line is no text (one finding added); batch.line is its number */
	LINES_DONE,
	LINES_LOST, /* reading failed (one finding added) */
};

struct lines {
	const char *name;
	struct findings *findings;
	int fd;
	const char *head; /* read already by somebody else, to come first */
	size_t head_size;
	bool whole;  /* nothing comes behind the head */
	char *bytes; /* unread: from pos to n */
	size_t pos, n, room;
	bool ended;    /* nothing more to read */
	bool after_cr; /* the last byte read was a CR: an LF right behind it belongs to it */
	bool lost;
	unsigned line;	       /* the number of the line at pos */
	struct arena *scratch; /* what normalising the batch took */
};

/* False after one finding (unreadable, empty, UTF-16). */
bool lines_open(struct lines *l, const struct csv_source *source, struct findings *findings);
void lines_close(struct lines *l);

/* The first line that is not blank, or as much of it as was read; *n bytes, without its end. */
const char *lines_head(const struct lines *l, size_t *n);
void lines_skip_head(struct lines *l);

enum lines_result lines_next(struct lines *l, struct batch *batch);

#endif
