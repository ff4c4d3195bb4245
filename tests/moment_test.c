/* SPDX-License-Identifier: MIT
 * moment: points in time in UTC, in Vietnam and as dates. */
#include "check.h"
#include "time/moment.h"

static const struct {
	const char *text;
	int64_t seconds; /* -1: none */
} cases[] = {
    {"1970-01-01T00:00:00Z", 0},
    {"1970-01-01T07:00:00+07:00", 0},
    {"1970-01-01 07:00:00", 0},
    {"1970-01-01T07:00", 0},
    {"2024-03-21T08:02:11Z", 1711008131},
    {"2024-03-21T15:02:11+0700", 1711008131},
    {"2024-03-21T15:02:11.250", 1711008131},
    {"2024-03-21T03:02:11-05:00", 1711008131},
    {"2024-03-21", 1711040399}, /* 23:59:59 in Vietnam */
    {"", -1},
    {"garbage", -1},
    {"2025-13-01", -1},
    {"2024-03-21T25:00:00Z", -1},
    {"2024-03-21T08:02:11X", -1},
    {"2024-03-21T", -1},
    {"2024-03-21T8:02", -1},
};

int main(void)
{
	check_begin("a moment is read in UTC, with a zone, without one, and as a date");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t got = -1;
		bool fine = moment_parse(cases[i].text, &got);
		if (fine != (cases[i].seconds != -1) || (fine && got != cases[i].seconds))
			check_fail(__FILE__, __LINE__, cases[i].text, "another moment",
				   cases[i].text);
	}
	return check_end();
}
