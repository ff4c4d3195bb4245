/* SPDX-License-Identifier: MIT
 * Canonical deadlines, and the days they fall on. */
#include "check.h"

#include "base/arena.h"
#include "base/findings.h"
#include "form/yamltree.h"
#include "time/calendar.h"
#include "time/deadline.h"

static const char *const canonical[] = {
    "2023-10-31",
    "<2022-01-31",
    "2024-03",
    "2024-Q1",
    "2024-H1",
    "2024-H2",
    "2024-9M",
    "2024",
    "2024-W05",
    "2026..2030",
    "2025-Q4..2026-Q2",
    "2024-03-01..2024-03-31",
    "2025..",
    "from 2026",
    "from 2024-Q1",
    "weekly",
    "monthly",
    "quarterly",
    "half-yearly",
    "yearly",
    "reports",
    "quarterly@25",
    "reports@22",
    "half-yearly@22",
    "monthly@1",
    "yearly@12-22",
    "yearly@12",
    "yearly@03",
    "yearly@02-29",
    "weekly@thu",
    "weekly@sun",
    "monthly@+5",
    "quarterly@+10",
    "weekly@+2",
    "ongoing",
    "after \"văn bản được ban hành\"",
    "after \"nhận đủ hồ sơ\" +15d",
    "after \"nhận đủ hồ sơ\" +15wd",
    "after \"nhận đủ hồ sơ\" +2m",
    "after \"nói \\\"xong\\\" và \\\\\" +1d",
    "issued +100d",
    "issued +5wd",
    "issued +3m",
    "2024 if \"có hướng dẫn\"",
    "<2024-06-30 if \"có hướng dẫn\"",
    "external \"Theo quy định\"",
    "unknown \"31/10/20223\"",
    "quarterly, ongoing",
    "<2026-07-25, monthly",
    "after \"a, b\" +1d, 2024, external \"c; d\", weekly",
};

static void test_round_trip(void)
{
	check_begin("canonical words are read and written back byte for byte");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof canonical / sizeof *canonical; i++) {
		struct deadline d;
		bool fine = deadline_parse(a, canonical[i], &d);
		CHECK_FOR(canonical[i], fine ? deadline_text(a, &d) : "refused", canonical[i]);
		struct reading r = deadline_read(a, canonical[i], NULL);
		CHECK_FOR(canonical[i], deadline_text(a, &r.deadline), canonical[i]);
		CHECK(r.doubt_count == 0);
	}
	struct deadline d;
	CHECK(deadline_parse(a, "  < 2024-01-31 ,monthly ", &d));
	CHECK_TEXT(deadline_text(a, &d), "<2024-01-31, monthly");
	CHECK(deadline_parse(a, "<2024, <2024-Q2, <2024-03", &d));
	CHECK_TEXT(deadline_text(a, &d), "<2024-01-01, <2024-04-01, <2024-03-01");
	arena_free(a);
}

static void test_refused(void)
{
	static const char *const wrong[] = {
	    "",
	    " ",
	    ",",
	    "2024,",
	    "2024-13",
	    "2024-02-30",
	    "<",
	    "<2024..2025",
	    "<monthly",
	    "2030..2026",
	    "2024..2024-Q1",
	    "2024-Q1..",
	    "20223-10-31",
	    "1989",
	    "2101",
	    "2203-10-31",
	    "<2101-01-01",
	    "from",
	    "from 20",
	    "monthly@32",
	    "monthly@0",
	    "monthly@thu",
	    "weekly@8",
	    "weekly@x",
	    "yearly@13",
	    "yearly@02-30",
	    "yearly@12-",
	    "quarterly@",
	    "quarterlyx",
	    "weekly-report",
	    "after",
	    "after x",
	    "after \"x",
	    "after \"x\" +15",
	    "after \"x\" +15h",
	    "after \"x\" +99999d",
	    "external",
	    "2024 if",
	    "2024 if x",
	    "2024 2025",
	    "Quý I/2024",
	    "31/10/2023",
	};
	check_begin("what is not canonical in every part is refused");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct deadline d;
		CHECK_FOR(wrong[i], deadline_parse(a, wrong[i], &d) ? "read" : "refused",
			  "refused");
	}
	arena_free(a);
}

static const struct part *one(struct arena *a, const char *text)
{
	struct deadline d = {0};
	if (!deadline_parse(a, text, &d) || d.count != 1)
		check_fail(__FILE__, __LINE__, text, NULL, NULL);
	return d.parts;
}

static void test_days(void)
{
	static const struct {
		const char *words, *due, *inclusive, *rolled;
	} cases[] = {
	    {"2023-10-31", "2023-10-31", "2023-10-31", "2023-10-31"},
	    {"<2022-01-31", "2022-01-30", "2022-01-31", "2022-01-31"},
	    {"<2030-01-01", "2029-12-31", "2030-01-01", "2029-12-31"},
	    {"2024-03", "2024-03-31", "2024-03-31", "2024-04-01"},
	    {"2024-Q1", "2024-03-31", "2024-03-31", "2024-04-01"},
	    {"2024-H1", "2024-06-30", "2024-06-30", "2024-07-01"},
	    {"2024-9M", "2024-09-30", "2024-09-30", "2024-09-30"},
	    {"2024", "2024-12-31", "2024-12-31", "2024-12-31"},
	    {"2026..2030", "2030-12-31", "2030-12-31", "2030-12-31"},
	    {"2025-Q4..2026-Q2", "2026-06-30", "2026-06-30", "2026-06-30"},
	    {"2022-12-25", "2022-12-25", "2022-12-25", "2022-12-26"},
	    {"2024 if \"x\"", "2024-12-31", "2024-12-31", "2024-12-31"},
	    {"issued +100d", "2024-04-10", "2024-04-10", "2024-04-10"},
	    {"issued +5wd", "2024-01-08", "2024-01-08", "2024-01-08"},
	    {"issued +3m", "2024-04-01", "2024-04-01", "2024-04-01"},
	    {"from 2026", "", "", ""},
	    {"2025..", "", "", ""},
	    {"monthly", "", "", ""},
	    {"ongoing", "", "", ""},
	    {"after \"x\" +15d", "", "", ""},
	    {"external \"x\"", "", "", ""},
	    {"unknown \"x\"", "", "", ""},
	};
	check_begin("a part that falls once falls on the day the manual says");
	struct arena *a = arena_new();
	struct day_rules plain = {.issued = day_of(2024, 1, 1)}, incl = plain, roll = plain;
	incl.before_inclusive = true;
	roll.roll_next = true;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct part *p = one(a, cases[i].words);
		CHECK_FOR(cases[i].words, day_text(a, part_day(p, &plain, NULL)), cases[i].due);
		CHECK_FOR(cases[i].words, day_text(a, part_day(p, &incl, NULL)),
			  cases[i].inclusive);
		CHECK_FOR(cases[i].words, day_text(a, part_day(p, &roll, NULL)), cases[i].rolled);
	}
	plain.issued = DAY_NONE;
	CHECK(part_day(one(a, "issued +5wd"), &plain, NULL) == DAY_NONE);
	CHECK(part_day(one(a, "issued"), &incl, NULL) == DAY_NONE);
	arena_free(a);
}

static void test_edges(void)
{
	check_begin("ends of months and years, nothing and too much added");
	struct arena *a = arena_new();
	struct day_rules rules = {.issued = day_of(2023, 12, 31)};
	CHECK(part_day(one(a, "<2024-03-01"), &rules, NULL) == day_of(2024, 2, 29));
	CHECK(part_day(one(a, "<1990-01-01"), &rules, NULL) == day_of(1989, 12, 31));
	CHECK(part_day(one(a, "issued +2m"), &rules, NULL) == day_of(2024, 2, 29));
	CHECK(part_day(one(a, "issued +0d"), &rules, NULL) == day_of(2023, 12, 31));
	CHECK(part_day(one(a, "issued +0m"), &rules, NULL) == day_of(2023, 12, 31));
	CHECK(part_day(one(a, "issued +0wd"), &rules, NULL) == day_of(2023, 12, 31));
	CHECK(part_day(one(a, "issued +9999d"), &rules, NULL) == day_of(2051, 5, 17));
	CHECK(part_day(one(a, "issued +9999m"), &rules, NULL) == DAY_NONE);
	CHECK(part_day(one(a, "issued +9999wd"), &rules, NULL) == day_of(2062, 4, 27));
	struct period *list;
	const struct part *weekly = one(a, "weekly");
	CHECK(part_periods(a, weekly, day_of(2021, 1, 1), day_of(2021, 1, 4), &list) == 2);
	CHECK_TEXT(period_name(a, list[0]), "2020-W53");
	CHECK(part_day_in(weekly, list[0], &rules, NULL) == day_of(2021, 1, 3));
	CHECK_TEXT(period_name(a, list[1]), "2021-W01");
	CHECK(part_day_in(one(a, "reports@31"), period_make(PERIOD_HALF, 2024, 1), &rules, NULL) ==
	      day_of(2024, 6, 30));
	CHECK(part_day_in(one(a, "monthly@30"), period_make(PERIOD_MONTH, 2023, 2), &rules, NULL) ==
	      day_of(2023, 2, 28));
	CHECK(part_day_in(one(a, "half-yearly@31"), period_make(PERIOD_HALF, 2024, 2), &rules,
			  NULL) == day_of(2024, 12, 31));
	arena_free(a);
}

static void test_after(void)
{
	check_begin("days after an event are counted from the next day (Civil Code 147, 148)");
	struct arena *a = arena_new();
	struct day_rules rules = {.issued = DAY_NONE};
	struct day_trust trust = {0};
	day trigger = day_of(2022, 3, 1);
	CHECK(part_day_after(one(a, "after \"x\" +15d"), trigger, &rules, &trust) ==
	      day_of(2022, 3, 16));
	CHECK(!trust.working);
	CHECK(part_day_after(one(a, "after \"x\" +15wd"), trigger, &rules, &trust) ==
	      day_of(2022, 3, 22));
	CHECK(trust.working && trust.trust == TRUST_WEEKENDS);
	CHECK(part_day_after(one(a, "after \"x\" +2m"), day_of(2021, 12, 31), &rules, NULL) ==
	      day_of(2022, 2, 28));
	CHECK(part_day_after(one(a, "after \"x\""), trigger, &rules, NULL) == DAY_NONE);
	CHECK(part_day_after(one(a, "2024"), trigger, &rules, NULL) == DAY_NONE);
	CHECK(part_day_after(one(a, "after \"x\" +1d"), DAY_NONE, &rules, NULL) == DAY_NONE);
	/* Sunday 13/3/2022 moves only where the plan says so */
	CHECK(part_day_after(one(a, "after \"x\" +12d"), trigger, &rules, NULL) ==
	      day_of(2022, 3, 13));
	rules.roll_next = true;
	CHECK(part_day_after(one(a, "after \"x\" +12d"), trigger, &rules, NULL) ==
	      day_of(2022, 3, 14));
	arena_free(a);
}

static void test_calendar(void)
{
	check_begin("working days follow the calendar, and a computed year is named");
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct node *root = node_map(a), *years = node_list(a), *year = node_map(a);
	struct node *off = node_list(a);
	node_put(a, root, "years", years);
	node_add(years, year);
	node_put(a, year, "year", node_word(a, "2024"));
	node_put(a, year, "source", node_word(a, "x"));
	node_put(a, year, "off", off);
	node_add(off, node_word(a, "2024-05-01"));
	struct node *work = node_list(a);
	node_put(a, year, "work", work);
	node_add(work, node_word(a, "2024-05-04"));
	struct calendar *c = calendar_new(a);
	calendar_add(c, root, &findings);
	CHECK(findings.count == 0);
	struct day_rules rules = {.calendar = c, .issued = DAY_NONE};
	struct day_trust trust = {0};
	CHECK(part_day_after(one(a, "after \"x\" +2wd"), day_of(2024, 4, 29), &rules, &trust) ==
	      day_of(2024, 5, 2));
	CHECK(trust.working && trust.trust == TRUST_PUBLISHED);
	CHECK(part_day_after(one(a, "after \"x\" +2wd"), day_of(2024, 12, 30), &rules, &trust) ==
	      day_of(2025, 1, 2));
	CHECK(trust.trust == TRUST_COMPUTED && trust.year == 2025);
	/* before Sunday 5/5 is Saturday 4/5, which is worked; before Thursday 2/5 is a day off */
	rules.roll_next = true;
	CHECK(part_day(one(a, "<2024-05-05"), &rules, NULL) == day_of(2024, 5, 4));
	CHECK(part_day(one(a, "<2024-05-02"), &rules, NULL) == day_of(2024, 5, 2));
	CHECK(part_day(one(a, "2024-05-05"), &rules, NULL) == day_of(2024, 5, 6));
	arena_free(a);
}

static void test_occurrences(void)
{
	static const struct {
		const char *words, *periods, *days;
	} cases[] = {
	    {"quarterly", "2024-Q1 2024-Q2 2024-Q3 2024-Q4",
	     "2024-03-31 2024-06-30 2024-09-30 2024-12-31"},
	    {"quarterly@25", "2024-Q1 2024-Q2 2024-Q3 2024-Q4",
	     "2024-03-25 2024-06-25 2024-09-25 2024-12-25"},
	    {"reports@22", "2024-Q1 2024-H1 2024-Q3 2024",
	     "2024-03-22 2024-06-22 2024-09-22 2024-12-22"},
	    {"reports", "2024-Q1 2024-H1 2024-Q3 2024",
	     "2024-03-31 2024-06-30 2024-09-30 2024-12-31"},
	    {"half-yearly", "2024-H1 2024-H2", "2024-06-30 2024-12-31"},
	    {"yearly", "2024", "2024-12-31"},
	    {"yearly@12-22", "2024", "2024-12-22"},
	    {"yearly@02-29", "2024", "2024-02-29"},
	    {"yearly@06", "2024", "2024-06-30"},
	    {"yearly@+15", "2024", "2025-01-15"},
	    {"2023..", "2024", "2024-12-31"},
	    {"2025..", "", ""},
	    {"ongoing", "", ""},
	};
	check_begin("occurrences of a recurring part and their days");
	struct arena *a = arena_new();
	struct day_rules rules = {.issued = DAY_NONE};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct part *p = one(a, cases[i].words);
		struct period *list;
		size_t n = part_periods(a, p, day_of(2024, 1, 1), day_of(2024, 12, 31), &list);
		const char *names = "", *days = "";
		for (size_t k = 0; k < n; k++) {
			day d = part_day_in(p, list[k], &rules, NULL);
			names =
			    arena_format(a, "%s%s%s", names, k ? " " : "", period_name(a, list[k]));
			days = arena_format(a, "%s%s%s", days, k ? " " : "", day_text(a, d));
		}
		CHECK_FOR(cases[i].words, names, cases[i].periods);
		CHECK_FOR(cases[i].words, days, cases[i].days);
	}
	struct period *list;
	const struct part *monthly = one(a, "monthly@30");
	CHECK(part_periods(a, monthly, day_of(2024, 1, 31), day_of(2024, 3, 1), &list) == 3);
	CHECK(part_day_in(monthly, list[1], &rules, NULL) == day_of(2024, 2, 29));
	const struct part *after = one(a, "monthly@+5");
	CHECK(part_day_in(after, list[0], &rules, NULL) == day_of(2024, 2, 5));
	const struct part *weekly = one(a, "weekly@thu");
	CHECK(part_periods(a, weekly, day_of(2024, 1, 1), day_of(2024, 12, 31), &list) == 53);
	CHECK_TEXT(period_name(a, list[4]), "2024-W05");
	CHECK(part_day_in(weekly, list[4], &rules, NULL) == day_of(2024, 2, 1));
	CHECK(part_day_in(one(a, "weekly"), list[4], &rules, NULL) == day_of(2024, 2, 4));
	CHECK(part_day_in(one(a, "yearly@02-29"), period_make(PERIOD_YEAR, 2023, 1), &rules,
			  NULL) == day_of(2023, 2, 28));
	CHECK(part_periods(a, monthly, day_of(2024, 3, 1), day_of(2024, 2, 1), &list) == 0);
	CHECK(part_periods(a, monthly, DAY_NONE, day_of(2024, 2, 1), &list) == 0);
	CHECK(part_periods(a, one(a, "reports"), day_of(2024, 7, 1), day_of(2024, 8, 1), &list) ==
	      2);
	arena_free(a);
}

static void test_starts(void)
{
	static const struct {
		const char *words, *first;
	} cases[] = {
	    {"2024-Q2", "2024-04-01"},
	    {"2024-03-15", "2024-03-15"},
	    {"2026..2030", "2026-01-01"},
	    {"2025..", "2025-01-01"},
	    {"from 2026", "2026-01-01"},
	    {"2024-12, 2024-01", "2024-01-01"},
	    {"ongoing", ""},
	    {"quarterly", ""},
	    {"after \"x\" +5d", ""},
	    {"external \"x\"", ""},
	    {"2024 if \"x\"", "2024-01-01"},
	    {"ongoing, 2024-03", "2024-03-01"},
	};
	check_begin("a deadline used as a start gives the first day of its period");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct deadline d;
		CHECK(deadline_parse(a, cases[i].words, &d));
		CHECK_FOR(cases[i].words, day_text(a, deadline_start(&d)), cases[i].first);
	}
	CHECK(deadline_start(&(struct deadline){0}) == DAY_NONE);
	arena_free(a);
}

static void test_kinds(void)
{
	check_begin("parts are once, recurring or neither");
	struct arena *a = arena_new();
	static const char *const once[] = {"2023-10-31",     "<2022-01-31",   "2024",
					   "2026..2030",     "after \"x\"",   "issued +1d",
					   "external \"x\"", "unknown \"x\"", "from 2026"};
	for (size_t i = 0; i < sizeof once / sizeof *once; i++)
		CHECK(part_is_once(one(a, once[i])) && !part_is_recurring(one(a, once[i])));
	CHECK(part_is_recurring(one(a, "2025..")) && part_is_recurring(one(a, "reports")));
	CHECK(!part_is_once(one(a, "ongoing")) && !part_is_recurring(one(a, "ongoing")));
	CHECK(deadline_read(a, " \t\n", NULL).deadline.count == 0);
	arena_free(a);
}

int main(void)
{
	test_round_trip();
	test_refused();
	test_days();
	test_edges();
	test_after();
	test_calendar();
	test_occurrences();
	test_starts();
	test_kinds();
	return check_end();
}
