/* SPDX-License-Identifier: MIT
 * Periods and their names. */
#include "check.h"

#include "base/arena.h"
#include "time/period.h"

static char *days(struct arena *a, struct period p)
{
	if (p.kind == PERIOD_NONE)
		return arena_text(a, "none");
	return arena_format(a, "%s %s", day_text(a, p.first), day_text(a, p.last));
}

static void test_names(void)
{
	static const struct {
		const char *name, *days;
	} cases[] = {
	    {"2024", "2024-01-01 2024-12-31"},	   {"2024-02", "2024-02-01 2024-02-29"},
	    {"2024-Q1", "2024-01-01 2024-03-31"},  {"2024-Q4", "2024-10-01 2024-12-31"},
	    {"2024-H1", "2024-01-01 2024-06-30"},  {"2024-H2", "2024-07-01 2024-12-31"},
	    {"2024-9M", "2024-01-01 2024-09-30"},  {"2024-03-31", "2024-03-31 2024-03-31"},
	    {"2024-W05", "2024-01-29 2024-02-04"}, {"2021-W01", "2021-01-04 2021-01-10"},
	    {"2020-W53", "2020-12-28 2021-01-03"}, {"2026-W53", "2026-12-28 2027-01-03"},
	};
	static const char *const none[] = {
	    "",	       "24",	   "2024-13",  "2024-00", "2024-Q5",	"2024-Q0", "2024-H3",
	    "2024-6M", "2024-W00", "2024-W53", "2024-1",  "2024-02-30", "2024-q1", "1899",
	    "2200",    "2024-",	   "2024-Q1x", "2024/03", "x024",	"2024 ",
	};
	check_begin("canonical names are read and written back the same");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct period p = period_parse(cases[i].name, strlen(cases[i].name));
		CHECK_FOR(cases[i].name, days(a, p), cases[i].days);
		CHECK_FOR(cases[i].name, period_name(a, p), cases[i].name);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		CHECK_FOR(none[i], days(a, period_parse(none[i], strlen(none[i]))), "none");
	arena_free(a);
}

static void test_loose(void)
{
	static const struct {
		const char *said;
		enum period_kind kind;
		const char *want;
	} cases[] = {
	    {"2024-Q2", PERIOD_NONE, "2024-Q2"},
	    {"2024-q2", PERIOD_QUARTER, "2024-Q2"},
	    {"Q2/2023", PERIOD_QUARTER, "2023-Q2"},
	    {"Q2", PERIOD_QUARTER, "2024-Q2"},
	    {"q2", PERIOD_NONE, "2024-Q2"},
	    {"II", PERIOD_QUARTER, "2024-Q2"},
	    {"2", PERIOD_QUARTER, "2024-Q2"},
	    {"Quý II/2023", PERIOD_QUARTER, "2023-Q2"},
	    {"quý iv năm 2023", PERIOD_NONE, "2023-Q4"},
	    {"3", PERIOD_MONTH, "2024-03"},
	    {"03", PERIOD_MONTH, "2024-03"},
	    {"3/2023", PERIOD_MONTH, "2023-03"},
	    {"3/2023", PERIOD_NONE, "2023-03"},
	    {"Tháng 3/2023", PERIOD_MONTH, "2023-03"},
	    {"tháng 03", PERIOD_NONE, "2024-03"},
	    {"T3/2023", PERIOD_NONE, "2023-03"},
	    {"năm 2023", PERIOD_YEAR, "2023"},
	    {"2023", PERIOD_YEAR, "2023"},
	    {"6 tháng đầu năm 2023", PERIOD_NONE, "2023-H1"},
	    {"06 tháng", PERIOD_HALF, "2024-H1"},
	    {"6 tháng cuối năm", PERIOD_NONE, "2024-H2"},
	    {"9 tháng năm 2023", PERIOD_NONE, "2023-9M"},
	    {"H1", PERIOD_HALF, "2024-H1"},
	    {"tuần 5", PERIOD_WEEK, "2024-W05"},
	    {"31/3/2024", PERIOD_NONE, "2024-03-31"},
	    {"3", PERIOD_NONE, ""},
	    {"2024-03", PERIOD_QUARTER, ""},
	    {"Q5", PERIOD_QUARTER, ""},
	    {"13", PERIOD_MONTH, ""},
	    {"Q2/24", PERIOD_QUARTER, ""},
	    {"", PERIOD_NONE, ""},
	    {"xyz", PERIOD_NONE, ""},
	};
	check_begin("periods are read as people type them");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct period p = period_parse_loose(cases[i].said, cases[i].kind, 2024);
		CHECK_FOR(cases[i].said, period_name(a, p), cases[i].want);
	}
	arena_free(a);
}

static void test_spans(void)
{
	static const struct {
		const char *said, *days, *name;
	} cases[] = {
	    {"2024", "2024-01-01 2024-12-31", "2024"},
	    {"2021..2025", "2021-01-01 2025-12-31", "2021..2025"},
	    {"2024-01-01..2024-12-31", "2024-01-01 2024-12-31", "2024..2024"},
	    {"2024-03-15..2025-03-14", "2024-03-15 2025-03-14", "2024-03-15..2025-03-14"},
	    {"2025..2021", "none", ""},
	    {"2024-12-31..2024-01-01", "none", ""},
	    {"2024-Q1", "none", ""},
	    {"", "none", ""},
	};
	check_begin("a plan's period is a year, years or two dates");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct period p = period_parse_span(cases[i].said);
		CHECK_FOR(cases[i].said, days(a, p), cases[i].days);
		CHECK_FOR(cases[i].said, period_name(a, p), cases[i].name);
	}
	arena_free(a);
}

static void test_sequence(void)
{
	static const enum period_kind kinds[] = {PERIOD_DAY,	 PERIOD_WEEK, PERIOD_MONTH,
						 PERIOD_QUARTER, PERIOD_HALF, PERIOD_YEAR};
	check_begin("each period follows the one before without a gap, and holds its days");
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		struct period p = period_of(kinds[k], day_of(1999, 12, 31));
		for (int i = 0; i < 1500 && p.kind != PERIOD_NONE; i++) {
			struct period next = period_next(p);
			CHECK(next.kind == PERIOD_NONE || next.first == p.last + 1);
			CHECK(period_same(period_of(kinds[k], p.first), p));
			CHECK(period_same(period_of(kinds[k], p.last), p));
			p = next;
		}
	}
	CHECK(period_next(period_make(PERIOD_NINE, 2024, 1)).first == day_of(2025, 1, 1));
	CHECK(period_of(PERIOD_NINE, day_of(2024, 10, 1)).kind == PERIOD_NONE);
	CHECK(period_next(period_make(PERIOD_YEAR, 2199, 1)).kind == PERIOD_NONE);
	CHECK(period_make(PERIOD_QUARTER, 2024, 5).kind == PERIOD_NONE);
	CHECK(period_make(PERIOD_MONTH, 2024, 0).kind == PERIOD_NONE);
}

int main(void)
{
	test_names();
	test_loose();
	test_spans();
	test_sequence();
	return check_end();
}
