/* SPDX-License-Identifier: MIT
 * deadline: what a due: or start: means, as a value: its parts, its canonical words, its days. It
 * does not know plans, logs or agencies. par-deadline(7) describes it. For bands time and above. */
#ifndef PAR_DEADLINE_H
#define PAR_DEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/codes.h"
#include "time/period.h"

struct arena;
struct calendar;

enum part_kind {
	PART_DATE,	/* 2023-10-31 */
	PART_BEFORE,	/* <2022-01-31 */
	PART_PERIOD,	/* 2024-03, 2024-Q1, 2024-H1, 2024-9M, 2024 */
	PART_RANGE,	/* 2026..2030: period .. until */
	PART_YEARS,	/* 2025..: once a year from `period` on */
	PART_FROM,	/* from 2026 */
	PART_RECURRING, /* weekly monthly quarterly half-yearly yearly reports, with `day` */
	PART_ONGOING,
	PART_AFTER,    /* after "words" +15d */
	PART_ISSUED,   /* issued +100d */
	PART_EXTERNAL, /* external "words" */
	PART_UNKNOWN,  /* unknown "words" */
};

enum rhythm { RHYTHM_WEEK, RHYTHM_MONTH, RHYTHM_QUARTER, RHYTHM_HALF, RHYTHM_YEAR, RHYTHM_REPORTS };

enum recurring_day {
	RECURRING_LAST,	   /* the period's last day */
	RECURRING_DATE,	   /* @25: day `date` of the period's last month, its last day if shorter */
	RECURRING_YEARLY,  /* yearly@12-22: `month`, `date` */
	RECURRING_MONTH,   /* yearly@12: the end of `month` */
	RECURRING_WEEKDAY, /* weekly@thu: `date` 1 Monday .. 7 Sunday */
	RECURRING_AFTER,   /* monthly@+5: `date` days after the period's end */
};

enum offset_unit { OFFSET_NONE, OFFSET_DAYS, OFFSET_WORKING_DAYS, OFFSET_MONTHS };

struct part {
	enum part_kind kind;
	day date;	      /* PART_DATE, PART_BEFORE */
	struct period period; /* PART_PERIOD, PART_RANGE, PART_YEARS, PART_FROM */
	struct period until;  /* PART_RANGE */
	enum rhythm rhythm;   /* PART_RECURRING */
	enum recurring_day on;
	int on_month, on_date;
	const char *words; /* PART_AFTER: the trigger; PART_EXTERNAL, PART_UNKNOWN: what was said */
	int offset;	   /* PART_AFTER, PART_ISSUED */
	enum offset_unit unit;
	const char *condition; /* if "words": counts only once that happened; NULL */
	const char *what;      /* {what: …}: what this part is the deadline of; NULL */
};

struct deadline {
	struct part *parts;
	size_t count; /* 0: nothing is said */
};

/* Something about a phrase that a person should look at. */
struct phrase_doubt {
	enum code code;
	const char *say;     /* the words in question */
	const char *suggest; /* a canonical expression, or NULL */
};

struct reading {
	struct deadline deadline;
	struct phrase_doubt *doubts;
	size_t doubt_count;
};

/* What the words of a plan lean on; years 0 when not known. */
struct phrase_context {
	int year;      /* the plan's (first) year: "Quý II" without a year is in it */
	int last_year; /* its last year */
};

/* Reads one expression, canonical or Vietnamese (see phrase.h). Never fails: what is not understood
 * is PART_UNKNOWN or PART_EXTERNAL with its words. Blank text: no parts. Texts are in the arena. */
struct reading deadline_read(struct arena *a, const char *text,
			     const struct phrase_context *context);

/* Canonical only: false when it is not canonical in every part. "2024-Q1, ongoing" has two. */
bool deadline_parse(struct arena *a, const char *text, struct deadline *deadline);

/* The canonical words; parts joined with ", ". deadline_parse reads them back the same. `what` is
 * not written: a list item holds it. Inside quoted words " is written \" and \ is \\. */
char *deadline_text(struct arena *a, const struct deadline *deadline);
char *part_text(struct arena *a, const struct part *part);

/* Parts that fall once or wait: DATE BEFORE PERIOD RANGE AFTER ISSUED EXTERNAL UNKNOWN FROM. */
bool part_is_once(const struct part *part);
bool part_is_recurring(const struct part *part); /* RECURRING, YEARS */

/* How the plan reads its dates. */
struct day_rules {
	const struct calendar *calendar; /* may be NULL */
	bool before_inclusive;		 /* <D is D itself */
	bool roll_next;			 /* a day off moves to the next working day */
	day issued;			 /* of the plan; DAY_NONE when not known */
};

/* What rolling or counting working days leaned on. */
struct day_trust {
	bool working; /* a count of working days or a roll was made */
	int trust;    /* enum calendar_trust */
	int year;     /* a computed year it leaned on */
};

/* The due day of a part that falls once: DAY_NONE for AFTER (see part_day_after), FROM, EXTERNAL,
 * UNKNOWN, ONGOING and recurring parts. Rolled where the rules say so. `trust` may be NULL. */
day part_day(const struct part *part, const struct day_rules *rules, struct day_trust *trust);

/* PART_AFTER with an offset: the due day when its trigger happened on `trigger`. */
day part_day_after(const struct part *part, day trigger, const struct day_rules *rules,
		   struct day_trust *trust);

/* The due day of the occurrence `period` of a recurring part. */
day part_day_in(const struct part *part, struct period period, const struct day_rules *rules,
		struct day_trust *trust);

/* The occurrences of a recurring part that touch first..last, in order of their last day: RECURRING
 * by its rhythm (RHYTHM_REPORTS: Q1, H1, Q3, year), YEARS from its year on. Returns their number;
 * *periods is in the arena. */
size_t part_periods(struct arena *a, const struct part *part, day first, day last,
		    struct period **periods);

/* The first day a deadline used as start: allows (start of its period, the date itself); DAY_NONE
 * when it names none (ongoing, recurring, after). */
day deadline_start(const struct deadline *deadline);

#endif
