/* SPDX-License-Identifier: MIT
 * phrasecore: the pieces of a phrase that speak of time. For the files of phrase only. */
#ifndef PAR_PHRASECORE_H
#define PAR_PHRASECORE_H

#include "time/deadline.h"
#include "time/phrasewords.h"

enum core_kind {
	CORE_DATED,	/* dates, periods, ranges: `stamps` */
	CORE_RHYTHM,	/* hằng quý */
	CORE_ONGOING,	/* thường xuyên */
	CORE_AFTER,	/* sau khi có … */
	CORE_EXTERNAL,	/* theo quy định */
	CORE_SPORADIC,	/* đột xuất: adds no part */
	CORE_DAY,	/* ngày 25, of a month not said */
	CORE_WEEKDAY,	/* thứ Sáu */
	CORE_NEXT,	/* tháng sau, tháng đầu quý sau */
	CORE_THE_YEAR,	/* trong năm */
	CORE_CANONICAL, /* 2024-Q1, after "…" +15d */
	CORE_FOLLOWING, /* các năm tiếp theo, of a year not said */
	CORE_POISON,	/* words that turn a date into something else: trước khi, so với */
};

enum edge { EDGE_WHOLE, EDGE_FIRST, EDGE_TENTH, EDGE_MIDDLE, EDGE_TWENTIETH, EDGE_LAST };

/* One date or period as said. */
struct stamp {
	enum period_kind unit; /* PERIOD_DAY: month and date */
	int year;	       /* 0: not said */
	int number;	       /* of the month, quarter, half, week in its year */
	int month, date;
	enum edge edge;
};

/* An element of a list of them. */
struct item {
	struct stamp at, until;
	bool range;
	bool before; /* trước */
};

struct core {
	enum core_kind kind;
	size_t begin, end;  /* tokens */
	struct part *parts; /* what it says, once it is settled */
	size_t count;
	bool introduced; /* a preposition of deadlines stands before it */
	enum code code;	 /* a doubt about it, and what to say */
	const char *say, *suggest;
	/* CORE_DATED */
	struct item *items;
	size_t item_count;
	bool from;	 /* từ năm 2026 */
	bool following;	 /* và các năm tiếp theo */
	bool yearless;	 /* no item says its year */
	bool year_taken; /* the plan's year was put in */
	/* CORE_DAY, CORE_WEEKDAY: the days; CORE_NEXT: the unit */
	int days[8];
	size_t day_count;
	bool before;
	enum rhythm unit;
};

/* Each reads the core that begins at token i; the number of its tokens, 0 when none does. */
size_t dated_read(const struct words *w, size_t i, const struct phrase_context *context,
		  struct core *core);
size_t day_read(const struct words *w, size_t i, struct core *core);
size_t rhythm_read(const struct words *w, size_t i, const struct phrase_context *context,
		   struct core *core);
size_t ongoing_read(const struct words *w, size_t i, struct core *core);
size_t event_read(const struct words *w, size_t i, const struct phrase_context *context,
		  struct core *core);
size_t external_read(const struct words *w, size_t i, const struct phrase_context *context,
		     struct core *core);

/* Where quoted words end that begin before i: at a semicolon, a closing bracket that is not theirs,
 * or where something that is understood goes on. `strict`: at a semicolon only then, too. */
size_t words_stop(const struct words *w, size_t i, const struct phrase_context *context,
		  bool strict);

/* Lists of rhythms: the reader of phrasereports.c; its tokens. */
size_t list_read(const struct words *w, size_t i, const struct phrase_context *context,
		 struct core *core);
/* tuần, tháng, quý, năm. */
size_t unit_read(const struct words *w, size_t i, enum rhythm *rhythm);
void rhythm_add(const struct words *w, struct core *core, enum rhythm rhythm);
/* Does something behind a unit make one of its periods of it ("năm 2024", "quý này")? */
bool rhythm_is_dated(const struct words *w, size_t i);

/* Any of them but events and what is fixed elsewhere: to see where their words end. */
size_t plain_core_read(const struct words *w, size_t i, const struct phrase_context *context,
		       struct core *core);
/* Any. */
size_t core_read(const struct words *w, size_t i, const struct phrase_context *context,
		 struct core *core);

void core_add(const struct words *w, struct core *core, struct part part);

/* A single date or period from i on; the number of its tokens. An impossible one has a length too,
 * and sets `invalid`. */
size_t stamp_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid);
/* A single day. */
size_t date_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid);
/* The year behind a unit: "/2024", "năm 2024"; its tokens. */
size_t year_read(const struct words *w, size_t i, struct stamp *stamp, bool *invalid);
/* Roman or Arabic 1..4 at i; 0 when there is none. */
int quarter_read(const struct words *w, size_t i);
/* A number at i in digits or words (một … mười hai); its tokens, 0 when there is none. */
size_t small_number_read(const struct words *w, size_t i, int *number);

/* Several days in one: adds an item for each (core may be NULL: only to see). */
size_t day_list_read(const struct words *w, size_t i, bool before, struct core *core,
		     bool *invalid);
size_t day_range_read(const struct words *w, size_t i, struct item *item, bool *invalid);

/* Prepositions before a date; their tokens. */
struct prefix {
	bool before, introduced, in_year;
};
/* "17h00 ngày": the hour before a day; its tokens. */
size_t hour_read(const struct words *w, size_t i);
size_t prefix_read(const struct words *w, size_t i, struct prefix *prefix);

/* "Cuối năm 2024, đầu năm 2025" is one time; a first day as a deadline gets a doubt. */
void edges_join(struct core *core);
void edges_doubt(struct core *core);

/* The day or the period the stamp names; PERIOD_NONE when there is no such. */
struct period stamp_period(const struct stamp *stamp);

/* What a slip of the pen such as 31/10/20223 most likely meant, in canonical words; NULL when there
 * is not one obvious answer. `i`: the first token of the date. */
const char *repair_suggest(const struct words *w, size_t i, size_t n,
			   const struct phrase_context *context);

/* How the words between cores are to be taken. */
enum gap_kind {
	GAP_GLUE,    /* says nothing: và, của, thực hiện */
	GAP_CONTENT, /* names what is due: báo cáo, ban hành kế hoạch */
	GAP_UNKNOWN, /* anything else */
};
/* The kind of the words at i, and how many they are (at least 1). */
size_t gap_read(const struct words *w, size_t i, enum gap_kind *kind);
/* Does an agency or an office-holder begin here? */
bool actor_at(const struct words *w, size_t i);

/* The words before a piece, tokens begin to end. */
struct gap {
	size_t label_begin, label_end; /* tokens that name something; equal: none */
	bool unknown;		       /* some of them say nothing known */
	bool content;
	bool separated; /* a separator stands before them */
	bool trailing;	/* unknown words stand before that separator */
	bool number;	/* a number stands next to a piece: it may belong to it */
};
struct gap gap_measure(const struct words *w, size_t begin, size_t end);

/* Joins cores that mean one thing together: "ngày 25" and "hằng tháng". */
struct cores {
	struct core *items;
	size_t count;
};
void cores_merge(const struct words *w, struct cores *cores, const struct phrase_context *context);
/* Its joiners that know of years: x becomes both when true. */
bool join_window(const struct words *w, struct core *x, const struct core *y,
		 const struct phrase_context *context);
bool join_begun(const struct words *w, struct core *x, const struct core *y,
		const struct phrase_context *context);
bool join_end(const struct words *w, struct core *x, const struct core *y);
/* Its joiner of a report's name and its own day, and what tells a name from a rhythm. */
bool join_named(const struct words *w, struct core *x, const struct core *y,
		const struct phrase_context *context);
bool says_every(const struct words *w, const struct core *c);
bool is_rhythm(const struct core *c);
bool is_plain_rhythm(const struct core *c); /* without a day */
bool gap_is_glue(const struct words *w, size_t begin, size_t end);
bool gap_is_soft(const struct words *w, size_t begin, size_t end);

struct phrase {
	struct words words;
	const struct phrase_context *context;
	struct cores cores;
	struct gap *gaps; /* before each core, and behind the last */
	struct reading reading;
};

/* Cuts the text and finds its pieces and gaps; the reading stays empty. */
void phrase_scan(struct phrase *p, struct arena *a, const char *text,
		 const struct phrase_context *context);

#endif
