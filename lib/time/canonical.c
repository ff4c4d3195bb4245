/* SPDX-License-Identifier: MIT
 * canonical: deadlines to canonical words and back. It does not know Vietnamese phrases or how days
 * are counted. Inside quoted words " is written \" and \ is written \\. */
#include "time/canonical.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static const char *const rhythms[] = {
    [RHYTHM_WEEK] = "weekly",	   [RHYTHM_MONTH] = "monthly", [RHYTHM_QUARTER] = "quarterly",
    [RHYTHM_HALF] = "half-yearly", [RHYTHM_YEAR] = "yearly",   [RHYTHM_REPORTS] = "reports",
};
enum { RHYTHMS = sizeof rhythms / sizeof *rhythms };

static const char *const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static const char *const units[] = {
    [OFFSET_NONE] = "",
    [OFFSET_DAYS] = "d",
    [OFFSET_WORKING_DAYS] = "wd",
    [OFFSET_MONTHS] = "m",
};

static void quoted_write(struct buf *b, const char *words)
{
	buf_char(b, '"');
	for (const char *s = words ? words : ""; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_char(b, '\\');
		buf_char(b, *s);
	}
	buf_char(b, '"');
}

static void offset_write(struct buf *b, const struct part *part)
{
	if (part->unit != OFFSET_NONE)
		buf_format(b, " +%d%s", part->offset, units[part->unit]);
}

static void recurring_write(struct buf *b, const struct part *part)
{
	buf_text(b, rhythms[part->rhythm]);
	switch (part->on) {
	case RECURRING_LAST:
		break;
	case RECURRING_DATE:
		buf_format(b, "@%d", part->on_date);
		break;
	case RECURRING_YEARLY:
		buf_format(b, "@%02d-%02d", part->on_month, part->on_date);
		break;
	case RECURRING_MONTH:
		buf_format(b, "@%02d", part->on_month);
		break;
	case RECURRING_WEEKDAY:
		buf_format(b, "@%s", weekdays[part->on_date - 1]);
		break;
	case RECURRING_AFTER:
		buf_format(b, "@+%d", part->on_date);
		break;
	}
}

static void part_write(struct arena *a, struct buf *b, const struct part *part)
{
	switch (part->kind) {
	case PART_DATE:
		buf_text(b, day_text(a, part->date));
		break;
	case PART_BEFORE:
		buf_format(b, "<%s", day_text(a, part->date));
		break;
	case PART_PERIOD:
		buf_text(b, period_name(a, part->period));
		break;
	case PART_RANGE:
		buf_format(b, "%s..%s", period_name(a, part->period), period_name(a, part->until));
		break;
	case PART_YEARS:
		buf_format(b, "%s..", period_name(a, part->period));
		break;
	case PART_FROM:
		buf_format(b, "from %s", period_name(a, part->period));
		break;
	case PART_RECURRING:
		recurring_write(b, part);
		break;
	case PART_ONGOING:
		buf_text(b, "ongoing");
		break;
	case PART_AFTER:
		buf_text(b, "after ");
		quoted_write(b, part->words);
		offset_write(b, part);
		break;
	case PART_ISSUED:
		buf_text(b, "issued");
		offset_write(b, part);
		break;
	case PART_EXTERNAL:
	case PART_UNKNOWN:
		buf_text(b, part->kind == PART_EXTERNAL ? "external " : "unknown ");
		quoted_write(b, part->words);
		break;
	}
	if (part->condition) {
		buf_text(b, " if ");
		quoted_write(b, part->condition);
	}
}

char *part_text(struct arena *a, const struct part *part)
{
	struct buf b = {0};
	part_write(a, &b, part);
	return buf_take(&b, a);
}

char *deadline_text(struct arena *a, const struct deadline *deadline)
{
	struct buf b = {0};
	for (size_t i = 0; i < deadline->count; i++) {
		if (i)
			buf_text(&b, ", ");
		part_write(a, &b, &deadline->parts[i]);
	}
	return buf_take(&b, a);
}

static void blanks(const char **s)
{
	*s += strspn(*s, " \t\r\n");
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A whole word: `weekly` does not begin `weekly-report`. */
static bool word_take(const char **s, const char *word)
{
	size_t n = strlen(word);
	if (strncmp(*s, word, n) != 0 || is_letter((*s)[n]) || (*s)[n] == '-')
		return false;
	*s += n;
	return true;
}

/* Up to four digits; -1 when there are none or more. */
static int number_take(const char **s)
{
	size_t n = strspn(*s, "0123456789");
	if (n < 1 || n > 4)
		return -1;
	int value = 0;
	for (size_t i = 0; i < n; i++)
		value = value * 10 + (*s)[i] - '0';
	*s += n;
	return value;
}

static bool quoted_take(struct arena *a, const char **s, const char **words)
{
	struct buf b = {0};
	blanks(s);
	if (**s != '"')
		return false;
	const char *p = *s + 1;
	for (; *p && *p != '"'; p++) {
		if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
			p++;
		buf_char(&b, *p);
	}
	if (!*p) {
		buf_free(&b);
		return false;
	}
	*s = p + 1;
	*words = buf_take(&b, a);
	return true;
}

/* " +15d", or nothing. */
static bool offset_take(const char **s, struct part *part)
{
	const char *p = *s;
	blanks(&p);
	if (*p != '+')
		return true;
	p++;
	part->offset = number_take(&p);
	if (part->offset < 0)
		return false;
	for (int unit = OFFSET_DAYS; unit <= OFFSET_MONTHS; unit++) {
		if (word_take(&p, units[unit])) {
			part->unit = (enum offset_unit)unit;
			*s = p;
			return true;
		}
	}
	return false;
}

bool canonical_year(int year)
{
	return year >= DEADLINE_YEAR_FIRST && year <= DEADLINE_YEAR_LAST;
}

bool canonical_period(const char **s, struct period *period)
{
	size_t n = strspn(*s, "0123456789-QHMW");
	*period = period_parse(*s, n);
	if (period->kind == PERIOD_NONE || !canonical_year(day_year(period->last)))
		return false;
	*s += n;
	return true;
}

/* 2026..2030, 2025.., behind the first period. */
static bool range_take(const char **s, struct part *part)
{
	part->kind = PART_RANGE;
	if (canonical_period(s, &part->until))
		return part->until.last >= part->period.last;
	part->kind = PART_YEARS;
	return part->period.kind == PERIOD_YEAR;
}

/* 2023-10-31, 2024-Q1, or one of the two above. */
static bool period_take(const char **s, struct part *part)
{
	struct period period;
	if (!canonical_period(s, &period))
		return false;
	if (strncmp(*s, "..", 2) == 0) {
		*s += 2;
		part->period = period;
		return range_take(s, part);
	}
	if (period.kind == PERIOD_DAY) {
		part->kind = PART_DATE;
		part->date = period.first;
	} else {
		part->kind = PART_PERIOD;
		part->period = period;
	}
	return true;
}

/* <2024-01-31; <2024-Q2 is before its first day. */
static bool before_take(const char **s, struct part *part)
{
	struct period period;
	if (**s != '<')
		return false;
	++*s;
	blanks(s);
	if (!canonical_period(s, &period))
		return false;
	part->kind = PART_BEFORE;
	part->date = period.first;
	return true;
}

/* @12-22, @12, of a year. */
static bool yearly_day_take(const char **s, struct part *part)
{
	part->on_month = number_take(s);
	part->on = RECURRING_MONTH;
	if (part->on_month < 1 || part->on_month > 12)
		return false;
	if (**s != '-')
		return true;
	++*s;
	part->on = RECURRING_YEARLY;
	part->on_date = number_take(s);
	return part->on_date >= 1 && part->on_date <= month_length(2024, part->on_month);
}

static bool weekday_take(const char **s, struct part *part)
{
	part->on = RECURRING_WEEKDAY;
	for (int i = 0; i < 7; i++) {
		if (word_take(s, weekdays[i])) {
			part->on_date = i + 1;
			return true;
		}
	}
	return false;
}

static bool recurring_day_take(const char **s, struct part *part)
{
	if (**s != '@')
		return true;
	++*s;
	if (**s == '+') {
		++*s;
		part->on = RECURRING_AFTER;
		part->on_date = number_take(s);
		return part->on_date >= 0;
	}
	if (part->rhythm == RHYTHM_WEEK)
		return weekday_take(s, part);
	if (part->rhythm == RHYTHM_YEAR)
		return yearly_day_take(s, part);
	part->on = RECURRING_DATE;
	part->on_date = number_take(s);
	return part->on_date >= 1 && part->on_date <= 31;
}

static bool recurring_take(const char **s, struct part *part)
{
	for (int i = 0; i < RHYTHMS; i++) {
		if (!word_take(s, rhythms[i]))
			continue;
		part->kind = PART_RECURRING;
		part->rhythm = (enum rhythm)i;
		return recurring_day_take(s, part);
	}
	return false;
}

/* The parts that begin with a word of their own. */
static bool worded_take(struct arena *a, const char **s, struct part *part)
{
	if (word_take(s, "ongoing")) {
		part->kind = PART_ONGOING;
		return true;
	}
	if (word_take(s, "issued")) {
		part->kind = PART_ISSUED;
		return offset_take(s, part);
	}
	if (word_take(s, "after")) {
		part->kind = PART_AFTER;
		return quoted_take(a, s, &part->words) && offset_take(s, part);
	}
	if (word_take(s, "from")) {
		part->kind = PART_FROM;
		blanks(s);
		return canonical_period(s, &part->period);
	}
	bool external = word_take(s, "external");
	if (!external && !word_take(s, "unknown"))
		return false;
	part->kind = external ? PART_EXTERNAL : PART_UNKNOWN;
	return quoted_take(a, s, &part->words);
}

bool canonical_part(struct arena *a, const char **s, struct part *part)
{
	const char *p = *s;
	*part = (struct part){0};
	blanks(&p);
	bool found;
	if (*p >= '0' && *p <= '9')
		found = period_take(&p, part);
	else if (*p == '<')
		found = before_take(&p, part);
	else
		found = worded_take(a, &p, part) || recurring_take(&p, part);
	if (!found)
		return false;
	blanks(&p);
	if (word_take(&p, "if") && !quoted_take(a, &p, &part->condition))
		return false;
	blanks(&p);
	*s = p;
	return true;
}

bool deadline_parse(struct arena *a, const char *text, struct deadline *deadline)
{
	struct deadline d = {0};
	for (;;) {
		d.parts = arena_more(a, d.parts, d.count, sizeof *d.parts);
		if (!canonical_part(a, &text, &d.parts[d.count]))
			return false;
		d.count++;
		if (!*text)
			break;
		if (*text++ != ',')
			return false;
	}
	*deadline = d;
	return true;
}
