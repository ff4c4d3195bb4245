/* SPDX-License-Identifier: MIT
 * numformat: what a sheet's format codes show of a number. */
#include "check.h"

#include "base/arena.h"
#include "read/numformat.h"

static struct arena *arena;

/* 46175 is 2 June 2026, a Tuesday. */
static const struct {
	const char *code;
	double value;
	const char *want;
} cases[] = {
    {"General", 13.1, "13.1"},
    {"General", 0.1 + 0.2, "0.3"},
    {"General", -2, "-2"},
    {"General", 123456789012, "123456789012"},
    {"", 5, "5"},
    {"0", 2.5, "3"},
    {"0", -0.4, "0"},
    {"0.00", 1.005, "1.01"},
    {"0.0", 13.1, "13.1"},
    {"0.00", 13.1, "13.10"},
    {"#.##", 0.5, ".5"},
    {"0.##", 13.1, "13.1"},
    {"#,##0", 1234567, "1,234,567"},
    {"#,##0", 0, "0"},
    {"#,##0.00", -1234.5, "-1,234.50"},
    {"#,##0,\" nghìn\"", 1234567, "1,235 nghìn"},
    {"0%", 0.285, "29%"},
    {"0.0%", 0.985, "98.5%"},
    {"\"> \"0\" %\"", 98, "> 98 %"},
    {"0;(0);\"không\"", 0, "không"},
    {"0;(0);\"không\"", -7, "(7)"},
    {"0_);\\(0\\)", 7, "7 "},
    {"[Red][<10]\"<\"0;0", 7, "<7"},
    {"[Red][<10]\"<\"0;0", 70, "70"},
    {"000", 7, "007"},
    {"00\"/\"00", 1226, "12/26"},
    {"0\".\"", 3, "3."},
    {"\"Mục \"General", 2.5, "Mục 2.5"},
    {"dd/mm/yyyy", 46175, "02/06/2026"},
    {"d/m/yyyy;@", 46175, "2/6/2026"},
    {"DD-MM-YYYY", 46175, "02-06-2026"},
    {"dd.mm.yyyy", 46175, "02.06.2026"},
    {"yyyy-mm-dd", 46175, "2026-06-02"},
    {"m/d/yy", 46175, "02/06/2026"},
    {"mm/dd/yyyy", 46175, "02/06/2026"},
    {"d-mmm-yy", 46175, "02/06/2026"},
    {"d-mmm", 46175, "2/6"},
    {"mmm-yy", 46175, "6/2026"},
    {"mmmm yyyy", 46175, "6/2026"},
    {"mmmm d, yyyy", 46175, "02/06/2026"},
    {"dddd, dd/mm/yyyy", 46175, "02/06/2026"},
    {"[$-42A]dddd\", ngày \"d\" tháng \"m", 46175, "Thứ Ba, ngày 2 tháng 6"},
    {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 46175, "02/06/2026"},
    {"\"Tháng \"m/yyyy", 46175, "Tháng 6/2026"},
    {"\"Tháng \"mm/yy", 46175, "Tháng 06/2026"},
    {"\"Quý II năm \"yyyy", 46175, "Quý II năm 2026"},
    {"yyyy", 46175, "2026"},
    {"m/yyyy", 46175, "6/2026"},
    {"dd/mm/yyyy hh:mm", 46175.5, "02/06/2026 12:00"},
    {"m/d/yyyy h:mm", 46175.75, "02/06/2026 18:00"},
    {"dd/mm/yyyy", 46175.9999999, "03/06/2026"},
    {"h:mm", 0.5, "12:00"},
    {"h:mm AM/PM", 0.75, "6:00 PM"},
    {"mm:ss", 0.0006944, "01:00"},
    {"[h]:mm", 1.5, "36:00"},
    {"dd/mm/yyyy", 60, "29/02/1900"},
    {"dd/mm/yyyy", 61, "01/03/1900"},
    {"dd/mm/yyyy", 1, "01/01/1900"},
    {"# ?/"
     "?",
     3, "3"},
};

static void test_cases(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		check_begin(cases[i].code);
		struct number_format *f = numformat_read(arena, cases[i].code);
		CHECK_FOR(cases[i].code, numformat_show(arena, f, cases[i].value, false).text,
			  cases[i].want);
	}
}

static struct number_shown show(const char *code, double value, bool base_1904)
{
	return numformat_show(arena, numformat_read(arena, code), value, base_1904);
}

static void test_dates(void)
{
	check_begin("a date is told with what is shown of it");
	struct number_shown shown = show("dd/mm/yyyy", 46175, false);
	CHECK(shown.date == day_of(2026, 6, 2) && shown.whole_date && !shown.month_first);
	CHECK(show("m/d/yyyy", 46175, false).month_first);
	CHECK(!show("yyyy-mm-dd", 46175, false).month_first);
	CHECK(!show("\"Tháng \"m/yyyy", 46175, false).whole_date);
	CHECK(show("0", 46175, false).date == DAY_NONE);
	CHECK(show("h:mm", 0.5, false).date == DAY_NONE);

	check_begin("days may count from 1904");
	CHECK_TEXT(show("dd/mm/yyyy", 44713, true).text, "02/06/2026");

	check_begin("what is not understood is told");
	CHECK(show("# ?/"
		   "?",
		   0.5, false)
		  .unknown);
	CHECK(show("0.00E+00", 12345, false).unknown);
	CHECK(show("dd/mm/yyyy", -1, false).unknown);
	CHECK(!show("0.0", 0.5, false).unknown);
}

static void test_builtin(void)
{
	check_begin("formats that files do not spell out");
	CHECK_TEXT(numformat_builtin(14), "dd/mm/yyyy");
	CHECK_TEXT(numformat_builtin(9), "0%");
	CHECK_TEXT(numformat_builtin(57), "dd/mm/yyyy");
	CHECK_TEXT(numformat_builtin(0), "General");
	CHECK_TEXT(numformat_builtin(163), "General");
	CHECK_TEXT(numformat_builtin(-1), "General");

	check_begin("words around a text");
	CHECK_TEXT(numformat_text(arena, numformat_read(arena, "0;0;0;\"Mục \"@"), "a"), "Mục a");
	CHECK_TEXT(numformat_text(arena, numformat_read(arena, "0"), "a"), "a");
}

int main(void)
{
	arena = arena_new();
	test_cases();
	test_dates();
	test_builtin();
	arena_free(arena);
	return check_end();
}
