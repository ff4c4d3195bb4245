/* SPDX-License-Identifier: MIT
 * phraserepair: what an impossible date most likely meant. It only suggests, and only where there is
 * one obvious answer. */
#include "time/phrasecore.h"

#include <string.h>

#include "base/arena.h"
#include "time/canonical.h"

struct guess {
	int wanted; /* the plan's year; 0: not known */
	int years[8];
	size_t count;
};

static void guess_add(struct guess *g, const char *digits, size_t n)
{
	int year = 0;
	for (size_t i = 0; i < n; i++)
		year = year * 10 + digits[i] - '0';
	if (n != 4 || !canonical_year(year))
		return;
	for (size_t i = 0; i < g->count; i++)
		if (g->years[i] == year)
			return;
	if (g->count < sizeof g->years / sizeof *g->years)
		g->years[g->count++] = year;
}

/* A key struck twice is likelier than any other wrong digit. */
static void guess_doubled(struct guess *g, const char *digits, bool twice)
{
	char four[4];
	for (size_t skip = 0; skip < 5; skip++) {
		bool doubled = (skip > 0 && digits[skip] == digits[skip - 1]) ||
			       (skip < 4 && digits[skip] == digits[skip + 1]);
		if (doubled != twice)
			continue;
		for (size_t i = 0, k = 0; i < 5; i++)
			if (i != skip)
				four[k++] = digits[i];
		guess_add(g, four, 4);
	}
}

static void guess_swapped(struct guess *g, const char *digits)
{
	char four[4];
	for (size_t k = 0; k < 3; k++) {
		memcpy(four, digits, 4);
		four[k] = digits[k + 1];
		four[k + 1] = digits[k];
		guess_add(g, four, 4);
	}
}

static bool is_subsequence(const char *few, size_t n, const char *many)
{
	size_t k = 0;
	for (; *many && k < n; many++)
		k += *many == few[k];
	return k == n;
}

/* 205 for 2025: only the plan's year can tell. */
static void guess_lost(struct arena *a, struct guess *g, const char *digits)
{
	if (g->wanted && is_subsequence(digits, 3, arena_format(a, "%d", g->wanted)))
		g->years[g->count++] = g->wanted;
}

static int guess_settle(const struct guess *g)
{
	for (size_t i = 0; i < g->count; i++)
		if (g->years[i] == g->wanted)
			return g->wanted;
	if (g->count != 1)
		return 0;
	/* a year far from the plan's is not obvious */
	int apart = g->wanted ? g->years[0] - g->wanted : 0;
	return apart >= -5 && apart <= 5 ? g->years[0] : 0;
}

/* The year that digits in the wrong number or order stand for; 0 when that is not plain. */
static int year_guess(struct arena *a, const char *digits, size_t n,
		      const struct phrase_context *context)
{
	struct guess g = {.wanted = context ? context->year : 0};
	if (n == 2)
		return 2000 + (digits[0] - '0') * 10 + digits[1] - '0';
	if (n == 3)
		guess_lost(a, &g, digits);
	if (n == 4)
		guess_swapped(&g, digits);
	if (n == 5) {
		guess_doubled(&g, digits, true);
		int year = guess_settle(&g);
		if (year)
			return year;
		guess_doubled(&g, digits, false);
	}
	return guess_settle(&g);
}

/* Day and month that cannot be: swapped ones (10/13) and the 31st of a month of thirty days. */
static day date_guess(int year, int month, int date)
{
	if (month > 12 && date <= 12)
		return day_of(year, date, month);
	if (date == 31 && month_length(year, month) == 30)
		return day_of(year, month, 30);
	return day_of(year, month, date);
}

const char *repair_suggest(const struct words *w, size_t i, size_t n,
			   const struct phrase_context *context)
{
	int value[3] = {0};
	const struct token *last = NULL;
	size_t count = 0;
	for (size_t k = i; k < i + n; k++) {
		const struct token *t = &w->tokens[k];
		if (t->kind == TOKEN_MARK && !strchr("/-.", t->key[0]))
			return NULL; /* a list: which of them is wrong is not known */
		if (t->kind != TOKEN_NUMBER)
			continue;
		if (count == 3)
			return NULL;
		value[count++] = t->number;
		last = t;
	}
	if (!last)
		return NULL;
	size_t digits = (size_t)last->digits;
	int year = value[count - 1];
	if (digits != 4 || !canonical_year(year))
		year = year_guess(w->arena, w->said + last->begin, digits, context);
	if (!canonical_year(year))
		return NULL;
	if (count == 3) {
		day d = date_guess(year, value[1], value[0]);
		return d == DAY_NONE ? NULL : day_text(w->arena, d);
	}
	if (count == 1 && words_match(w, i, "năm"))
		return arena_format(w->arena, "%04d", year);
	if (count == 2 && value[0] >= 1 && value[0] <= 12 && !words_match(w, i, "quý"))
		return period_name(w->arena, period_make(PERIOD_MONTH, year, value[0]));
	if (count == 2 && value[0] >= 1 && value[0] <= 4 && words_match(w, i, "quý"))
		return period_name(w->arena, period_make(PERIOD_QUARTER, year, value[0]));
	return NULL;
}
