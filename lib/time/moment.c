/* SPDX-License-Identifier: MIT
 * moment: ISO 8601 points in time as seconds. */
#include "time/moment.h"

#include <string.h>

#include "time/date.h"

enum { DAY_SECONDS = 86400, VIETNAM = 7 * 3600 };

/* Two digits at *s, which moves behind them; -1 when they are none or larger than `most`. */
static int take_two(const char **s, int most)
{
	int n = strlen(*s) < 2 ? -1 : day_digits(*s, 2);
	if (n < 0)
		return -1;
	*s += 2;
	return n <= most ? n : -1;
}

/* 08:02, 08:02:11, 08:02:11.250 in seconds; -1 when it is none. */
static int take_time(const char **s)
{
	int hour = take_two(s, 23);
	if (hour < 0 || *(*s)++ != ':')
		return -1;
	int minute = take_two(s, 59), second = 0;
	if (minute < 0)
		return -1;
	if (**s == ':') {
		++*s;
		second = take_two(s, 60);
		if (second < 0)
			return -1;
		if (**s == '.')
			*s += 1 + strspn(*s + 1, "0123456789");
	}
	return hour * 3600 + minute * 60 + second;
}

/* Z, +07:00, +0700 or nothing, as seconds east of Greenwich; false when it is none. */
static bool take_zone(const char *s, int *zone)
{
	*zone = VIETNAM;
	if (!*s)
		return true;
	if ((*s == 'Z' || *s == 'z') && !s[1]) {
		*zone = 0;
		return true;
	}
	int sign = *s == '-' ? -1 : 1;
	if (*s != '+' && *s != '-')
		return false;
	s++;
	int hour = take_two(&s, 14);
	if (*s == ':')
		s++;
	int minute = take_two(&s, 59);
	*zone = sign * (hour * 3600 + minute * 60);
	return hour >= 0 && minute >= 0 && !*s;
}

bool moment_parse(const char *s, int64_t *seconds)
{
	size_t n = strcspn(s, "Tt ");
	day d = day_parse_iso(s, n);
	int zone = VIETNAM, time = DAY_SECONDS - 1;
	if (d == DAY_NONE)
		return false;
	if (s[n]) {
		s += n + 1;
		time = take_time(&s);
		if (time < 0 || !take_zone(s, &zone))
			return false;
	}
	*seconds = (int64_t)d * DAY_SECONDS + time - zone;
	return true;
}
