/* SPDX-License-Identifier: MIT
 * log: the rows of a progress log as events. It reads and judges a row by itself; whether its plan,
 * task and agency exist is for band duty. For bands data and above. */
#ifndef PAR_LOG_H
#define PAR_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/place.h"
#include "time/date.h"

struct arena;
struct findings;
struct csv_source;

enum event_kind {
	EVENT_STARTED,
	EVENT_PROGRESS,
	EVENT_DONE,
	EVENT_MEASURED,
	EVENT_TRIGGERED,
	EVENT_EXTENDED,
	EVENT_CANCELLED,
	EVENT_REOPENED,
	EVENT_VOID,
	EVENT_NOTE,
	EVENT_KINDS
};

/* Texts are borrowed until the next event; never NULL, "" when the column is empty or missing. */
struct event {
	day date;
	enum event_kind kind;
	const char *plan, *task, *agency, *period, *value, *evidence, *note, *by, *logged;
	long percent;	   /* EVENT_PROGRESS: hundredths, 0..10000; -1: no figure is given */
	day other;	   /* EVENT_EXTENDED: the new date; EVENT_VOID: the date taken back */
	uint64_t hash;	   /* of the whole line: equal lines count once */
	const char *where; /* plan, task, agency and period as written, one after the other */
	size_t where_size; /* bytes */
	struct place at;
};

enum log_result {
	LOG_EVENT,
	LOG_BAD, /* a row that cannot be used: one finding added */
	LOG_DONE,
	LOG_LOST, /* not a log, or unreadable from here on: one finding of severity error added */
};

struct log_reader;

/* Opens a log. NULL after one finding: unreadable, empty, or its heading lacks a column. */
struct log_reader *log_open(struct arena *a, const struct csv_source *source,
			    struct findings *findings);
enum log_result log_next(struct log_reader *r, struct event *event);
void log_close(struct log_reader *r); /* NULL is fine */

/* The heading's fields as they stand; gone with the first event. */
const char *const *log_heading(const struct log_reader *r, size_t *count);
char log_separator(const struct log_reader *r);

/* After LOG_BAD: may the line be the beginning of a record that a crash cut off and the next writer
 * ended? It has fewer fields than the heading, or was cut in the last one (see logout_mend). */
bool log_may_be_torn(const struct log_reader *r);

/* The place of one field of the event just read: "date", "task", … Slow: for findings. */
struct place log_place(const struct log_reader *r, const char *column);

/* Is this the heading row of a log (first bytes of a file, up to a line end)? */
bool log_is_heading(const char *head, size_t n);

const char *event_word(enum event_kind kind); /* "done" */

/* The name of column number i in the usual order ("date" is 0); NULL behind the last. */
const char *log_column(size_t i);

/* The number of the column that a heading in either language names; -1: none. */
int log_column_find(const char *heading);

/* The event that a word in either language names ("hoàn thành"); EVENT_KINDS: none. */
enum event_kind event_find(const char *word);

#endif
