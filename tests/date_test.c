/* SPDX-License-Identifier: MIT
 * Days, their written forms and the two lunar days. */
#include "check.h"

#include "base/arena.h"
#include "time/date.h"

/* Every day of the accepted years is counted once, in order, with its weekday. */
static void test_every_day(void)
{
	check_begin("every day from 1900 to 2199 has one number, one name and one weekday");
	struct arena *a = arena_new();
	day want = day_of(1900, 1, 1);
	int weekday = 1, wrong = 0; /* 1900-01-01 was a Monday */
	for (int y = 1900; y <= 2199; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; d <= month_length(y, m); d++, want++) {
				int year, month, date;
				char iso[11];
				day_split(want, &year, &month, &date);
				day_write(want, iso);
				wrong += day_of(y, m, d) != want || year != y || month != m;
				wrong += date != d || day_weekday(want) != weekday;
				wrong += day_parse_iso(iso, 10) != want;
				weekday = weekday % 7 + 1;
			}
	CHECK(wrong == 0);
	CHECK(want == day_of(2199, 12, 31) + 1);
	CHECK_TEXT(day_text(a, day_of(2024, 3, 1)), "2024-03-01");
	CHECK_TEXT(day_text_vi(a, day_of(2024, 3, 1)), "01/03/2024");
	CHECK_TEXT(day_text(a, DAY_NONE), "");
	CHECK(day_of(1970, 1, 1) == 0);
	arena_free(a);
}

static void test_impossible(void)
{
	static const int none[][3] = {{2023, 2, 29},  {2100, 2, 29}, {2024, 2, 30},  {2024, 0, 1},
				      {2024, 13, 1},  {2024, 4, 31}, {2024, 1, 0},   {2024, 1, 32},
				      {1899, 12, 31}, {2200, 1, 1},  {20223, 10, 31}};
	check_begin("a day that does not exist is none");
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		CHECK(day_of(none[i][0], none[i][1], none[i][2]) == DAY_NONE);
	CHECK(day_of(2000, 2, 29) != DAY_NONE);
	CHECK(month_length(2024, 2) == 29 && month_length(1900, 2) == 28);
}

static void test_written(void)
{
	static const struct {
		const char *said, *want;
	} cases[] = {
	    {"31/10/2023", "2023-10-31"},
	    {"1/2/2024", "2024-02-01"},
	    {"31-10-2023", "2023-10-31"},
	    {"31.10.2023", "2023-10-31"},
	    {"18 / 01/2023", "2023-01-18"},
	    {"18\xc2\xa0/ 01 /2023 ", "2023-01-18"},
	    {"2024-03-31", "2024-03-31"},
	    {"29/02/2024", "2024-02-29"},
	    {"29/02/2023", ""},
	    {"31/10/20223", ""},
	    {"31/10/23", ""},
	    {"31/10-2023", ""},
	    {"31//10/2023", ""},
	    {"2024-3-31", ""},
	    {"2024-03-31x", ""},
	    {"31/10/2023.", ""},
	    {"", ""},
	    {"/", ""},
	    {"99999999999/1/2024", ""},
	    {"1/1/1899", ""},
	};
	check_begin("dates are read as Vietnamese and ISO write them");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK_FOR(cases[i].said, day_text(a, day_parse(cases[i].said)), cases[i].want);
	arena_free(a);
}

static void test_months(void)
{
	check_begin("months on: the same date, or the month's last day (Civil Code 148.2)");
	CHECK(day_add_months(day_of(2024, 1, 31), 1) == day_of(2024, 2, 29));
	CHECK(day_add_months(day_of(2023, 1, 31), 1) == day_of(2023, 2, 28));
	CHECK(day_add_months(day_of(2024, 2, 29), 12) == day_of(2025, 2, 28));
	CHECK(day_add_months(day_of(2024, 5, 31), -3) == day_of(2024, 2, 29));
	CHECK(day_add_months(day_of(2024, 11, 15), 2) == day_of(2025, 1, 15));
	CHECK(day_add_months(day_of(2199, 12, 1), 1) == DAY_NONE);
	CHECK(day_add_months(DAY_NONE, 1) == DAY_NONE);
}

/* Month and date of the days from 2000 on, as UTC+7 has them. */
static const int tet[] = {
    205, 124, 212, 201, 122, 209, 129, 217, 207, 126, 214, 203, 123, 210, 131, 219, 208,
    128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 202, 123, 211, 131,
    219, 208, 128, 215, 204, 124, 212, 201, 122, 210, 130, 217, 206, 126, 214, 202, 123,
    211, 201, 218, 208, 128, 215, 204, 124, 212, 202, 121, 209, 129, 217, 205, 126, 214,
    203, 123, 211, 131, 219, 207, 127, 215, 205, 124, 212, 202, 122, 209, 129, 217, 206,
    126, 214, 203, 124, 210, 130, 218, 207, 127, 215, 205, 125, 212, 201, 121, 209,
};
static const int hung_kings[] = {
    414, 403, 422, 411, 428, 418, 407, 426, 415, 404, 423, 412, 331, 419, 409, 428, 416,
    406, 425, 414, 402, 421, 410, 429, 418, 407, 426, 416, 404, 423, 412, 401, 419, 409,
    428, 417, 406, 424, 413, 403, 420, 410, 429, 419, 407, 426, 415, 404, 422, 411, 401,
    420, 409, 428, 417, 406, 424, 413, 402, 421, 410, 331, 419, 408, 426, 415, 404, 423,
    411, 401, 420, 409, 427, 416, 405, 424, 413, 402, 421, 411, 330, 418, 407, 426, 414,
    403, 422, 412, 401, 420, 409, 428, 416, 405, 424, 413, 402, 421, 411, 429, 418,
};

static void test_lunar(void)
{
	check_begin("the lunar new year and the Hung Kings' day of 2000 to 2100 stand fast");
	for (int y = 2000; y <= 2100; y++) {
		int t = tet[y - 2000], k = hung_kings[y - 2000];
		CHECK(lunar_new_year(y) == day_of(y, t / 100, t % 100));
		CHECK(lunar_hung_kings(y) == day_of(y, k / 100, k % 100));
	}
	CHECK(lunar_new_year(1899) == DAY_NONE && lunar_hung_kings(2200) == DAY_NONE);
}

/* Where Hanoi and Beijing part: a calendar for UTC+8 would be off by a day or a month. */
static void test_meridian(void)
{
	static const int days[][3] = {{1968, 1, 29}, {1969, 2, 16}, {1985, 1, 21},
				      {2007, 2, 17}, {2030, 2, 2},  {2053, 2, 18}};
	check_begin("the lunar year is that of Hanoi, not of Beijing");
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		CHECK(lunar_new_year(days[i][0]) == day_of(days[i][0], days[i][1], days[i][2]));
	CHECK(lunar_hung_kings(2026) == day_of(2026, 4, 26));
	CHECK(lunar_hung_kings(2017) == day_of(2017, 4, 6)); /* before the leap month 6 */
}

int main(void)
{
	test_every_day();
	test_impossible();
	test_written();
	test_months();
	test_lunar();
	test_meridian();
	return check_end();
}
