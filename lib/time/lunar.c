/* SPDX-License-Identifier: MIT
 * lunar: the two lunar days of the Labour Code, by the rules Hồ Ngọc Đức published: a month begins on
 * the day of the new moon in UTC+7, month 11 holds the winter solstice, and in a year of thirteen
 * months the first one without a principal term is the leap month. It knows no other lunar day.
 * Astronomy after Jean Meeus, Astronomical Algorithms (1998); never build it with -ffast-math. */
#include "time/date.h"

#include <math.h>

/* Days in the sense of astronomy: Julian days, whose whole numbers begin at noon UTC. */
static const double DEGREE = 0.017453292519943295769;
static const double MEAN_MONTH = 29.530588853;
static const int JULIAN_OF_DAY_0 = 2440588; /* of 1970-01-01 */
static const double UTC_7 = 7.0 / 24.0;

/* The first periodic corrections of the new moon, in days. `sun`, `moon`: mean anomalies,
 * `node`: the argument of latitude, in radians; `t` in Julian centuries from 1900. */
static double new_moon_correction(double t, double sun, double moon, double node)
{
	double c = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun);
	c += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon);
	c += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon);
	c += -0.0074 * sin(sun - moon) + 0.0004 * sin(2 * node + sun);
	c += -0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon);
	c += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun);
	return c;
}

/* The k-th new moon after the one of 1900-01-01, as a Julian day in universal time. */
static double new_moon(int k)
{
	double t = k / 1236.85, t2 = t * t, t3 = t2 * t;
	double at = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3;
	at += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * DEGREE);
	double sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * DEGREE;
	double moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * DEGREE;
	double node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * DEGREE;
	double slower =
	    -0.000278 + 0.000265 * t + 0.000262 * t2; /* how far the earth's turning lags */
	return at + new_moon_correction(t, sun, moon, node) - slower;
}

static day new_moon_day(int k)
{
	return (day)floor(new_moon(k) + 0.5 + UTC_7) - JULIAN_OF_DAY_0;
}

/* The sun's longitude at the beginning of the day in UTC+7, as a twelfth of the circle: 0 from the
 * spring equinox, 9 from the winter solstice. */
static int sun_twelfth(day d)
{
	double t = (d + JULIAN_OF_DAY_0 - 0.5 - UTC_7 - 2451545.0) / 36525.0, t2 = t * t;
	double anomaly =
	    (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * DEGREE;
	double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
	double centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(anomaly);
	centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly);
	double turns = (mean + centre) / 360;
	return (int)((turns - floor(turns)) * 12);
}

/* The index of the new moon that begins the lunar month 11 that `december`, the last day of a
 * Gregorian year, lies in or comes after. */
static int month_eleven(day december)
{
	int k = (int)((december + JULIAN_OF_DAY_0 - 2415021) / MEAN_MONTH);
	return sun_twelfth(new_moon_day(k)) >= 9 ? k - 1 : k;
}

/* How many months after month 11 the leap month stands; 99 in a year of twelve months. */
static int leap_month(int eleven, int next_eleven)
{
	if (next_eleven - eleven < 13)
		return 99;
	int last, at = sun_twelfth(new_moon_day(eleven + 1)), i = 1;
	do {
		last = at;
		i++;
		at = sun_twelfth(new_moon_day(eleven + i));
	} while (at != last && i < 14);
	return i - 1;
}

/* Date `date` of the lunar month that comes `after` months after month 11, leap month aside. */
static day lunar_day(int year, int after, int date)
{
	int eleven = month_eleven(day_of(year, 1, 1) - 1);
	int next = month_eleven(day_of(year, 12, 31));
	if (after >= leap_month(eleven, next))
		after++;
	return new_moon_day(eleven + after) + date - 1;
}

day lunar_new_year(int year)
{
	return year < YEAR_FIRST || year > YEAR_LAST ? DAY_NONE : lunar_day(year, 2, 1);
}

day lunar_hung_kings(int year)
{
	return year < YEAR_FIRST || year > YEAR_LAST ? DAY_NONE : lunar_day(year, 4, 10);
}
