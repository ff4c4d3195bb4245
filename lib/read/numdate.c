/* SPDX-License-Identifier: MIT
 * numdate: a sheet's count of days as a date. Excel counts from 1899-12-31 and has a 29/02/1900 that
 * never was (day 60), so that later days count from 1899-12-30; some workbooks count from 1904-01-01. */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/numformat_private.h"

enum {
	DAYS_1904 = 1462,
	PHANTOM = 60,
	DAYS_TO_1970 = 25569, /* from 1899-12-30 */
	DAYS_MOST = 2958466,  /* 10000-01-01 */
	SECONDS = 24 * 60 * 60,
};

struct moment {
	int year, month, date;
	long seconds; /* of the day */
	double days;  /* as counted, for elapsed time */
	day d;
};

static bool read_moment(double value, bool base_1904, struct moment *m)
{
	double serial = value + (base_1904 ? DAYS_1904 : 0);
	double whole = floor(serial + 0.5 / SECONDS);
	if (whole < 0 || whole >= DAYS_MOST)
		return false;
	m->days = value;
	m->seconds = lround((serial - whole) * SECONDS);
	m->seconds = m->seconds < 0 ? 0 : m->seconds;
	m->d = (day)whole - DAYS_TO_1970 + (whole < PHANTOM);
	day_split(m->d, &m->year, &m->month, &m->date);
	if (whole == PHANTOM) {
		m->d = DAY_NONE;
		m->year = 1900;
		m->month = 2;
		m->date = 29;
	}
	return true;
}

static const char *weekday(const struct moment *m)
{
	static const char *const names[] = {"Thứ Hai", "Thứ Ba",  "Thứ Tư",  "Thứ Năm",
					    "Thứ Sáu", "Thứ Bảy", "Chủ nhật"};
	return m->d == DAY_NONE ? "" : names[day_weekday(m->d) - 1];
}

static void put_elapsed(struct buf *out, const struct token *t, const struct moment *m)
{
	double unit = t->letter == 'h' ? 24 : t->letter == 'm' ? 24 * 60 : SECONDS;
	buf_format(out, "%0*.0f", (int)(t->n < 9 ? t->n : 9), floor(m->days * unit + 1e-6));
}

/* A month is a number even where the sheet shows an English name, a year has four digits. */
static void put_token(struct buf *out, const struct token *t, const struct moment *m, bool half)
{
	int width = t->n == 2 ? 2 : 1;
	long hour = m->seconds / 3600;
	switch (t->kind) {
	case TOKEN_LITERAL:
		buf_text(out, t->text);
		break;
	case TOKEN_YEAR:
		buf_format(out, "%04d", m->year);
		break;
	case TOKEN_MONTH:
		buf_format(out, "%0*d", width, m->month);
		break;
	case TOKEN_DAY:
		if (t->n > 2)
			buf_text(out, weekday(m));
		else
			buf_format(out, "%0*d", width, m->date);
		break;
	case TOKEN_HOUR:
		buf_format(out, "%0*ld", width, half ? (hour + 11) % 12 + 1 : hour);
		break;
	case TOKEN_MINUTE:
		buf_format(out, "%0*ld", width, m->seconds / 60 % 60);
		break;
	case TOKEN_SECOND:
		buf_format(out, "%0*ld", width, m->seconds % 60);
		break;
	case TOKEN_HALF:
		buf_text(out, hour < 12 ? "AM" : "PM");
		break;
	case TOKEN_ELAPSED:
		put_elapsed(out, t, m);
		break;
	default:
		break;
	}
}

/* What a section shows, and in which order. */
struct outline {
	const struct token *day, *month, *year;
	bool words;	  /* letters besides: "Tháng "m */
	bool time;	  /* an hour */
	bool month_first; /* before the day */
	bool foreign;	  /* names of months or weekdays, years of two digits */
};

static bool has_letters(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s >= 0x80 || ((*s | 0x20) >= 'a' && (*s | 0x20) <= 'z'))
			return true;
	return false;
}

static struct outline outline_of(const struct section *s)
{
	struct outline o = {0};
	for (size_t i = 0; i < s->count; i++) {
		const struct token *t = &s->tokens[i];
		o.words = o.words || (t->kind == TOKEN_LITERAL && has_letters(t->text));
		o.time = o.time || t->kind == TOKEN_HOUR || t->kind == TOKEN_ELAPSED;
		o.foreign = o.foreign || (t->kind == TOKEN_MONTH && t->n > 2) ||
			    (t->kind == TOKEN_DAY && t->n > 2) ||
			    (t->kind == TOKEN_YEAR && t->n < 3);
		if (t->kind == TOKEN_DAY && t->n <= 2 && !o.day) {
			o.day = t;
			o.month_first = o.month && !o.year;
		}
		if (t->kind == TOKEN_MONTH && !o.month)
			o.month = t;
		if (t->kind == TOKEN_YEAR && !o.year)
			o.year = t;
	}
	return o;
}

static void put_part(struct buf *out, const struct token *t, const struct moment *m, bool padded)
{
	if (!t)
		return;
	if (out->n > 0)
		buf_char(out, '/');
	struct token part = *t;
	part.n = padded || t->n == 2 ? 2 : 1;
	put_token(out, &part, m, false);
}

/* Day, month and year in the order in which a Vietnamese reads them. */
static void put_in_order(struct buf *out, const struct outline *o, const struct moment *m)
{
	bool whole = o->day && o->month && o->year;
	put_part(out, o->day, m, whole);
	put_part(out, o->month, m, whole);
	put_part(out, o->year, m, false);
	if (o->time)
		buf_format(out, " %02ld:%02ld", m->seconds / 3600, m->seconds / 60 % 60);
}

static void put_as_shown(struct buf *out, const struct section *s, const struct moment *m)
{
	bool half = false;
	for (size_t i = 0; i < s->count; i++)
		half = half || s->tokens[i].kind == TOKEN_HALF;
	for (size_t i = 0; i < s->count; i++)
		put_token(out, &s->tokens[i], m, half);
}

void numformat_date(struct arena *a, const struct section *s, double value, bool base_1904,
		    struct number_shown *shown)
{
	static const struct token d = {.kind = TOKEN_DAY, .n = 2},
				  month = {.kind = TOKEN_MONTH, .n = 2},
				  year = {.kind = TOKEN_YEAR, .n = 4};
	struct moment m;
	if (!read_moment(value, base_1904, &m)) {
		shown->text = number_general(a, value);
		shown->unknown = true;
		return;
	}
	struct buf out = {0};
	struct outline o = outline_of(s);
	if (s->system)
		o = (struct outline){.day = &d, .month = &month, .year = &year, .foreign = true};
	bool dated = o.day || o.month || o.year;
	if (dated && !o.words && (o.foreign || o.month_first))
		put_in_order(&out, &o, &m);
	else
		put_as_shown(&out, s, &m);
	shown->date = dated ? m.d : DAY_NONE;
	shown->whole_date = o.day && o.month && o.year;
	shown->month_first = o.month_first && !o.words && o.month->n <= 2;
	shown->text = buf_take(&out, a);
}
