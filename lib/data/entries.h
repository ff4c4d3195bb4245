/* SPDX-License-Identifier: MIT
 * entries: rows that are to be added to a log: read from CSV or made of options, and written in the
 * layout of the log. Whether their plan, task and agency exist is for band duty.
 * For bands data and above. */
#ifndef PAR_ENTRIES_H
#define PAR_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "base/place.h"

struct arena;
struct findings;
struct log_layout;

/* The columns of a log; the order is log_column's. */
enum entry_field {
	ENTRY_DATE,
	ENTRY_PLAN,
	ENTRY_TASK,
	ENTRY_AGENCY,
	ENTRY_PERIOD,
	ENTRY_STATUS,
	ENTRY_VALUE,
	ENTRY_EVIDENCE,
	ENTRY_NOTE,
	ENTRY_BY,
	ENTRY_LOGGED,
	ENTRY_FIELDS
};

enum verdict {
	VERDICT_ADD,
	VERDICT_KNOWN,	  /* stands in a log already */
	VERDICT_EMPTY,	  /* says nothing */
	VERDICT_UNUSABLE, /* a finding says why */
};

struct entry {
	enum verdict verdict;
	const char *fields[ENTRY_FIELDS]; /* never NULL */
	struct place
	    places[ENTRY_FIELDS]; /* where each stands; of the row where it stands nowhere */
	struct place at;
	const char **others; /* of columns that are not a log's own */
	bool undated;	     /* its date was put in */
	const char *reason;  /* VERDICT_UNUSABLE; may be NULL */
};

struct entries {
	struct arena *arena;
	const char **others; /* names of further columns, folded; "" for none */
	size_t other_count;
	struct entry *items;
	size_t count;
};

/* A new one, with empty fields. */
struct entry *entries_more(struct entries *list, struct place at);

/* Reads CSV with a log's heading (task and status at least) from normal text. False after a finding
 * that spoils all of it. */
bool entries_read(struct entries *list, const char *name, struct file_bytes text,
		  struct findings *findings);

/* Puts the defaults where a field is empty; NULL: none. */
void entries_default(struct entries *list, const char *const defaults[ENTRY_FIELDS]);

/* Dates as ISO, statuses as codes, one physical line each. */
void entries_normal(struct entries *list);

/* Says what the log has no column for. `plan`: may be left out where it is the only one; NULL.
 * False after an error. */
bool entries_fit(const struct entries *list, const struct log_layout *layout, const char *plan,
		 struct findings *findings);

/* The records of those that are to be added, one line each. */
struct file_bytes entries_text(const struct entries *list, const struct log_layout *layout);

/* Which field a character of a record's line (from 1) belongs to; ENTRY_FIELDS: none of a log's. */
enum entry_field entries_field_at(const struct log_layout *layout, const char *line,
				  unsigned column);

#endif
