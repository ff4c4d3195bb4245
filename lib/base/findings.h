/* SPDX-License-Identifier: MIT
 * findings: what was found wrong or doubtful, with its place. A finding is added once, where its
 * place is known; small parsers return what and where, and report nothing. Any file may include
 * this. */
#ifndef PAR_FINDINGS_H
#define PAR_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/codes.h"
#include "base/place.h"

struct arena;

struct finding {
	struct place at;
	enum code code;
	enum severity severity;
	const char
	    *text; /* one sentence in the chosen language, without place, severity and code */
};

struct findings {
	struct arena *arena;
	const char *tool; /* stands for the file where a finding has none; may be NULL */
	struct finding *items;
	size_t count;
};

/* Adds a finding of the code's own severity. {1} {2} {3} of the code's sentence are replaced by the
 * arguments (copied); unused ones are NULL. */
void findings_add(struct findings *f, struct place at, enum code code, const char *first,
		  const char *second, const char *third);

/* The same with another severity than the code's. */
void findings_add_as(struct findings *f, struct place at, enum severity severity, enum code code,
		     const char *first, const char *second, const char *third);

/* The same with a whole sentence of the caller's, in the chosen language. */
void findings_add_text(struct findings *f, struct place at, enum severity severity, enum code code,
		       const char *text);

size_t findings_count(const struct findings *f, enum severity severity);

/* Orders by file (order of first mention), line, column; stable. What is said twice of one place is
 * kept once. */
void findings_sort(struct findings *f);

/* FILE:LINE:COL: error|warning|note: sentence [code], control characters made visible. */
void findings_print(const struct findings *f, FILE *out);

#endif
