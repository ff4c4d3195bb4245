/* SPDX-License-Identifier: MIT
 * date: days as numbers, Gregorian throughout; the lunar days of the Labour Code for UTC+7. It does
 * not know the clock, plans or words. For bands time and above. */
#ifndef PAR_DATE_H
#define PAR_DATE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

typedef int day; /* days since 1970-01-01, which is 0 */
#define DAY_NONE INT_MIN

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 }; /* years that dates are accepted in */

/* DAY_NONE when there is no such date. Months 1..12, days 1..31. */
day day_of(int year, int month, int date);
void day_split(day d, int *year, int *month, int *date);
int day_year(day d);
int day_weekday(day d); /* 1 Monday .. 7 Sunday */
int month_length(int year, int month);

/* The same date n months on, or that month's last day where it has none (Civil Code 2015, 148.2). */
day day_add_months(day d, int n);

/* The number that exactly n decimal digits at s say; -1 when they are none. For readers of dates. */
int day_digits(const char *s, size_t n);

/* 2024-03-31 exactly; DAY_NONE otherwise. n: bytes. */
day day_parse_iso(const char *s, size_t n);

/* 31/10/2023, 1/2/2024, 31-10-2023, 31.10.2023, blanks around the separators. DAY_NONE otherwise. */
day day_parse_vi(const char *s, size_t n);

/* Either of the two. */
day day_parse(const char *s);

/* 2024-03-31. The buffer form needs 11 bytes. */
void day_write(day d, char out[11]);
char *day_text(struct arena *a, day d);	   /* "" for DAY_NONE */
char *day_text_vi(struct arena *a, day d); /* 31/03/2024 */

/* First day of the lunar year (Tết) and the 10th of lunar month 3 (Giỗ Tổ Hùng Vương) that fall in
 * the Gregorian year; Hồ Ngọc Đức's rules, meridian 105° E, checked for 1968-2100. */
day lunar_new_year(int year);
day lunar_hung_kings(int year);

#endif
