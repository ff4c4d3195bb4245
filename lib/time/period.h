/* SPDX-License-Identifier: MIT
 * period: days, weeks, months, quarters, halves, nine months, years, and their canonical names.
 * For bands time and above. */
#ifndef PAR_PERIOD_H
#define PAR_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include "time/date.h"

struct arena;

enum period_kind {
	PERIOD_NONE,
	PERIOD_DAY,	/* 2024-03-31 */
	PERIOD_WEEK,	/* 2024-W05, Monday to Sunday (ISO 8601) */
	PERIOD_MONTH,	/* 2024-03 */
	PERIOD_QUARTER, /* 2024-Q1 */
	PERIOD_HALF,	/* 2024-H1, 2024-H2 */
	PERIOD_NINE,	/* 2024-9M: January to September */
	PERIOD_YEAR,	/* 2024 */
	PERIOD_SPAN,	/* 2021..2025 or two dates: of a plan only */
};

struct period {
	enum period_kind kind;
	day first, last;
};

/* A canonical name of n bytes; kind PERIOD_NONE when it is none. */
struct period period_parse(const char *s, size_t n);

/* As an option or a log says it: also Q2/2024, "Quý II/2024", Q2 and 3 or 03 (with `kind`
 * PERIOD_MONTH) in `year`. */
struct period period_parse_loose(const char *s, enum period_kind kind, int year);

/* A plan's `period:`: 2024, 2021..2025, 2024-01-01..2024-12-31. */
struct period period_parse_span(const char *s);

struct period period_make(enum period_kind kind, int year, int number); /* number from 1 */
struct period period_of(enum period_kind kind, day d); /* the one the day lies in */
struct period period_next(struct period p);
char *period_name(struct arena *a, struct period p);
bool period_same(struct period a, struct period b);

#endif
