/* SPDX-License-Identifier: MIT
 * look: what cells look like. It knows columns, and neither rows nor tables. */
#include "import/look.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/agency.h"
#include "time/phrase.h"

enum {
	LOOK_BYTES = 1500, /* longer cells are sentences, whatever they hold */
	DEADLINE_WORDS = 20,
	DEADLINE_MOST = 2 * DEADLINE_WORDS
};

/* Asked of many cells: what it takes is given back at once, not kept to the end. */
static int likeness(const char *text)
{
	struct arena *own = arena_new();
	int score = phrase_likeness(own, text);
	arena_free(own);
	return score;
}

struct look look_shape(struct arena *a, const char *text)
{
	struct look look = {0};
	bool small = false, letters = false;
	look.empty = text_is_blank(text);
	look.length = !look.empty;
	for (const char *s = text; *s;) {
		uint32_t c = utf8_next(&s);
		look.length += c == ' ';
		letters = letters || utf8_is_letter(c);
		small = small || (utf8_is_letter(c) && utf8_lower(c) == c);
		look.words = look.words || utf8_is_letter(c) || (c >= '0' && c <= '9');
	}
	look.capitals = letters && !small;
	const char *first = text + strspn(text, "-+ ");
	uint32_t start = utf8_next(&first);
	look.starts_small = utf8_is_letter(start) && utf8_lower(start) == start;
	look.ends_open = *text && strchr(";,:", text[strlen(text) - 1]);
	if (look.empty || strlen(text) > LOOK_BYTES)
		return look;
	const char *rest;
	look.ordinal = ordinal_read(a, text);
	look.lead = ordinal_lead(a, text, &rest);
	return look;
}

struct look look_read(struct arena *a, const char *text)
{
	struct look look = look_shape(a, text);
	if (look.empty || strlen(text) > LOOK_BYTES)
		return look;
	look.agency = agency_likeness(text);
	/* a deadline of so many words is a sentence that speaks of time */
	if (look.length <= DEADLINE_MOST)
		look.deadline = likeness(text);
	if (look.length > DEADLINE_WORDS)
		look.deadline -=
		    look.deadline * (int)(look.length - DEADLINE_WORDS) / DEADLINE_WORDS;
	return look;
}

bool look_is_title(const struct look *look)
{
	return !look->empty && look->words && look->ordinal.kind == ORDINAL_NONE &&
	       (look->capitals || (look->deadline < 85 && look->agency < 85));
}

/* What speaks for and against a column, each from 0 to 1. */
static double share(int likeness)
{
	return (double)likeness / 100;
}

static double fit_no(const struct look *look)
{
	if (look->empty)
		return -1;
	switch (look->ordinal.kind) {
	case ORDINAL_ARABIC:
	case ORDINAL_DOTTED:
		return 3;
	case ORDINAL_SMALL:
		return 2;
	case ORDINAL_ROMAN:
	case ORDINAL_CAPITAL:
		return -3; /* sections have them */
	case ORDINAL_NONE:
		break;
	}
	return -7;
}

/* A number that only sections have. */
static bool is_section(const struct ordinal *o)
{
	return o->kind == ORDINAL_ROMAN || o->kind == ORDINAL_DOTTED || o->kind == ORDINAL_CAPITAL;
}

static double fit_text(const struct look *look)
{
	if (look->empty)
		return -8;
	if (look->ordinal.kind != ORDINAL_NONE || !look->words)
		return -6;
	/* tasks may be numbered 1.2 in their text */
	bool title = is_section(&look->lead) && !strchr("0123456789", *look->lead.id);
	double fit = (look->length >= 4 ? 2 : 0.5) - (title ? 4 : 0);
	return fit - 4 * share(look->deadline) - 3 * share(look->agency) - look->starts_small;
}

static double fit_words(const struct look *look, double agency, double deadline)
{
	if (look->empty)
		return 0;
	/* a lone letter or number is an odd word; a number before words is a heading's */
	if (look->ordinal.kind != ORDINAL_NONE)
		return *look->ordinal.end ? -4 : -2;
	return 0.5 - agency * share(look->agency) - deadline * share(look->deadline) -
	       look->starts_small - (is_section(&look->lead) ? 3 : 0) -
	       (look->capitals && look->length > 1 ? 3 : 0);
}

static double fit_agency(const struct look *look, double empty)
{
	if (look->empty)
		return empty;
	if (look->ordinal.kind != ORDINAL_NONE || is_section(&look->lead))
		return -5;
	return 4 * share(look->agency) - 4 * share(look->deadline) - (look->length > 60 ? 2 : 0) -
	       (look->agency < 20 ? 1 : 0);
}

static double fit_deadline(const struct look *look, double empty)
{
	if (look->empty)
		return empty;
	if (look->ordinal.kind == ORDINAL_ARABIC || look->ordinal.kind == ORDINAL_ROMAN)
		return -4;
	if (look->lead.kind == ORDINAL_ROMAN || look->lead.kind == ORDINAL_CAPITAL)
		return -5;
	double fit = 3 * share(look->deadline) - 3 * share(look->agency);
	return look->deadline < 20 ? fit - 1.5 : fit;
}

double look_fit(const struct look *look, enum role role)
{
	switch (role) {
	case ROLE_NO:
		return fit_no(look);
	case ROLE_TEXT:
		return fit_text(look);
	case ROLE_TARGET:
		return fit_words(look, 3, 3);
	case ROLE_PRODUCT:
		return fit_words(look, 2, 2);
	case ROLE_LEAD:
		return fit_agency(look, -1.5);
	case ROLE_WITH:
		return fit_agency(look, -0.5);
	case ROLE_START:
		return fit_deadline(look, -0.5);
	case ROLE_DUE:
		return fit_deadline(look, -1);
	case ROLE_NOTE:
		return look->empty ? 0.3 : fit_words(look, 1, 1) - 0.5;
	case ROLE_MARK:
		return look->empty ? 1 : -20;
	case ROLE_OTHER:
	case ROLE_UNKNOWN:
	case ROLE_COUNT:
		break;
	}
	return is_section(&look->lead) ? -3 : look->ordinal.kind != ORDINAL_NONE ? -2 : 0;
}
