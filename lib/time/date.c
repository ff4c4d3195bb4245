/* SPDX-License-Identifier: MIT
 * date: day numbers and their two written forms. It does not know periods, the lunar calendar
 * (lunar.c) or the clock. */
#include "time/date.h"

#include <stdio.h>

#include "base/arena.h"

/* Days from 1970-01-01 by counting years from March, so that the leap day ends the year. */
static day day_count(int year, int month, int date)
{
	int y = year - (month <= 2);
	int era = y / 400;
	int of_era = y - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int month_length(int year, int month)
{
	static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return length[month - 1] + (month == 2 && leap);
}

day day_of(int year, int month, int date)
{
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return DAY_NONE;
	if (date < 1 || date > month_length(year, month))
		return DAY_NONE;
	return day_count(year, month, date);
}

void day_split(day d, int *year, int *month, int *date)
{
	long long z = (long long)d + 719468;
	long long era = (z >= 0 ? z : z - 146096) / 146097;
	long long of_era = z - era * 146097;
	long long y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long long of_year = of_era - (365 * y + y / 4 - y / 100);
	long long m = (5 * of_year + 2) / 153;
	*date = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

int day_year(day d)
{
	int year, month, date;
	day_split(d, &year, &month, &date);
	return year;
}

int day_weekday(day d)
{
	int w = (d % 7 + 3) % 7; /* 1970-01-01 was a Thursday */
	return (w < 0 ? w + 7 : w) + 1;
}

day day_add_months(day d, int n)
{
	if (d == DAY_NONE)
		return DAY_NONE;
	int year, month, date;
	day_split(d, &year, &month, &date);
	long long months = (long long)year * 12 + month - 1 + n;
	if (months < YEAR_FIRST * 12LL || months >= (YEAR_LAST + 1) * 12LL)
		return DAY_NONE;
	year = (int)(months / 12);
	month = (int)(months % 12) + 1;
	int last = month_length(year, month);
	return day_of(year, month, date < last ? date : last);
}

int day_digits(const char *s, size_t n)
{
	int value = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

day day_parse_iso(const char *s, size_t n)
{
	if (n != 10 || s[4] != '-' || s[7] != '-')
		return DAY_NONE;
	int year = day_digits(s, 4), month = day_digits(s + 5, 2), date = day_digits(s + 8, 2);
	if (year < 0 || month < 0 || date < 0)
		return DAY_NONE;
	return day_of(year, month, date);
}

/* Skips spaces, tabs and NBSP. */
static size_t blanks_skip(const char *s, size_t n, size_t i)
{
	while (i < n) {
		if (s[i] == ' ' || s[i] == '\t')
			i++;
		else if (i + 1 < n && (unsigned char)s[i] == 0xC2 &&
			 (unsigned char)s[i + 1] == 0xA0)
			i += 2;
		else
			break;
	}
	return i;
}

day day_parse_vi(const char *s, size_t n)
{
	int value[3];
	char separator = 0;
	size_t i = blanks_skip(s, n, 0);
	for (int k = 0; k < 3; k++) {
		size_t begin = i;
		while (i < n && s[i] >= '0' && s[i] <= '9')
			i++;
		size_t count = i - begin;
		if (k == 2 ? count != 4 : count < 1 || count > 2)
			return DAY_NONE;
		value[k] = day_digits(s + begin, count);
		i = blanks_skip(s, n, i);
		if (k == 2)
			break;
		if (i >= n || (s[i] != '/' && s[i] != '-' && s[i] != '.'))
			return DAY_NONE;
		if (separator && s[i] != separator)
			return DAY_NONE;
		separator = s[i];
		i = blanks_skip(s, n, i + 1);
	}
	return i == n ? day_of(value[2], value[1], value[0]) : DAY_NONE;
}

day day_parse(const char *s)
{
	size_t n = 0;
	while (s[n])
		n++;
	day d = day_parse_iso(s, n);
	return d != DAY_NONE ? d : day_parse_vi(s, n);
}

/* `d` must lie in the years that day_of accepts. */
void day_write(day d, char out[11])
{
	int part[3];
	day_split(d, &part[0], &part[1], &part[2]);
	static const int at[] = {0, 5, 8}, width[] = {4, 2, 2};
	for (int k = 0; k < 3; k++) {
		int value = part[k];
		for (int i = width[k] - 1; i >= 0; i--, value /= 10)
			out[at[k] + i] = (char)('0' + value % 10);
	}
	out[4] = out[7] = '-';
	out[10] = '\0';
}

char *day_text(struct arena *a, day d)
{
	if (d == DAY_NONE)
		return arena_copy(a, "", 0);
	char out[11];
	day_write(d, out);
	return arena_copy(a, out, 10);
}

char *day_text_vi(struct arena *a, day d)
{
	if (d == DAY_NONE)
		return arena_copy(a, "", 0);
	int year, month, date;
	day_split(d, &year, &month, &date);
	return arena_format(a, "%02d/%02d/%04d", date, month, year);
}
