/* SPDX-License-Identifier: MIT
 * progress: what a log says, kept by task, unit and agency: at most a few marks for each day, so
 * that memory grows with what is due and not with the rows read. Nothing is decided here; status
 * does that. For bands duty and above. */
#ifndef PAR_PROGRESS_H
#define PAR_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/log.h"
#include "data/plan.h"

struct arena;
struct findings;
struct binder;
struct targets;
struct rules;
struct measures;

/* Which part of a task an event speaks of. */
enum unit_kind {
	UNIT_TASK,	/* the task as a whole: all its milestones */
	UNIT_MILESTONE, /* 11/1: `milestone` */
	UNIT_PERIOD,	/* 9#2024-01: `period` */
	UNIT_UNPLACED,	/* a recurring task, no period named: its date will tell */
};

struct unit {
	enum unit_kind kind;
	int milestone; /* from 1; 0: none named (3+1#2022-03-01 has a period only) */
	struct period period;
};

/* One event that counts. Many are kept: the order of members saves room. */
struct mark {
	day date;
	enum event_kind kind;
	int percent;   /* hundredths: EVENT_PROGRESS, or what was known before; -1: not said */
	day other;     /* EVENT_EXTENDED */
	day void_from; /* taken back from that day on; DAY_NONE: never */
	unsigned line;
	const char *file;
	char *evidence;	   /* malloc'ed; NULL: none */
	uint64_t sequence; /* order of reading */
};

/* How much is kept of a track: equal lines are recognised among the last SEEN_LINES of the same day;
 * of a run of days with mere progress the first day and the last PLAIN_DAYS stay, since no other can
 * count unless as many later ones are taken back. */
enum { SEEN_LINES = 32, PLAIN_DAYS = 4 };

/* A day's marks. */
struct track_day {
	day date;
	bool plain; /* mere progress, not taken back */
	unsigned count, room, seen_count, seen_room;
	struct mark *marks;
	uint64_t *seen;
};

/* All that is known of one unit of one task from one agency. */
struct track {
	const struct task *task;
	struct unit unit;
	const char *agency;	    /* key: text_plain of the name; NULL: every lead */
	const char *name;	    /* as first written */
	const struct agency *known; /* in the registry; NULL */
	const struct group *group;  /* the name of a group */
	struct track_day *days;	    /* ordered by date */
	size_t count, room;
	day dropped_first, dropped_last; /* days that were let go lie between; DAY_NONE: none */
	struct track_day spare;		 /* the room of the last one */
	struct track *next;		 /* of the same task */
};

struct progress;

struct progress_request {
	struct binder *binder; /* never NULL */
	struct plan *const *plans;
	size_t plan_count;
	struct rules *const *rules; /* whose figures and criteria rows may measure */
	size_t rules_count;
	day as_of;     /* later events are counted and left aside */
	int64_t known; /* what was logged later (UTC seconds) is left out; 0: nothing is */
};

struct progress *progress_new(struct arena *a, const struct progress_request *request);
void progress_free(struct progress *p); /* NULL is fine */

/* Reads a whole log. False when it cannot be read or is none (its finding says why); rows that cannot
 * be used are reported and set aside. */
bool progress_read(struct progress *p, const struct csv_source *log, struct findings *findings);

/* Adds one event; false after a finding. `reader` (may be NULL) knows its columns' places. */
bool progress_add(struct progress *p, const struct event *event, const struct log_reader *reader,
		  struct findings *findings);

/* To be called once behind the last log: takes back what was read after the line that says so, and
 * reports lines that take back nothing. */
void progress_close(struct progress *p, struct findings *findings);

/* Tells of the plans that events named and that are not loaded; progress_read does so by itself. */
void progress_missing(struct progress *p, struct findings *findings);

/* The track an event belongs to, whether or not it was added; NULL when its plan, task, period or
 * agency is of no use. */
const struct track *progress_track(struct progress *p, const struct event *event);

/* The tracks of a task; NULL when the log says nothing of it. */
struct track *progress_tracks(const struct progress *p, const struct task *task);

/* The values of targets. */
const struct targets *progress_targets(const struct progress *p);

/* The values of rules' figures and criteria. */
const struct measures *progress_measures(const struct progress *p);

/* How many events are dated after as_of. */
size_t progress_future(const struct progress *p);

#endif
