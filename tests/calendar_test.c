/* SPDX-License-Identifier: MIT
 * Days off, working days and report windows. */
#include "check.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/findings.h"
#include "form/yamltree.h"
#include "time/calendar.h"

static const char text_2024[] =
    "par: calendar/1\n"
    "years:\n"
    "  - year: 2024\n"
    "    source: 2450/VPCP-KGVX\n"
    "    off:\n"
    "      - {date: 2024-04-29, name: Nghỉ hoán đổi}\n"
    "      - {date: 2024-04-30, name: Ngày Chiến thắng}\n"
    "      - {date: 2024-05-01, name: Ngày Quốc tế lao động}\n"
    "    work: [2024-05-04]\n"
    "  - year: 2025\n"
    "    computed: true\n"
    "    off: [{date: 2025-01-01, name: Tết Dương lịch}]\n"
    "reports:\n"
    "  - {to: Bộ Nội vụ, period: Q1, window: -12-15..03-14, send: 03-20, source: 581/BNV-CCHC}\n"
    "  - {to: Bộ Nội vụ, period: year, window: -12-15..12-14, send: 12-20}\n";

struct loaded {
	struct arena *a;
	struct findings findings;
	struct calendar *calendar;
};

static struct loaded load(const char *text)
{
	struct loaded l = {.a = arena_new()};
	l.findings.arena = l.a;
	l.calendar = calendar_new(l.a);
	char *copy = arena_text(l.a, text);
	struct file_bytes bytes = {.bytes = copy, .size = strlen(copy)};
	calendar_add(l.calendar, tree_parse(l.a, "calendar.yaml", bytes, &l.findings), &l.findings);
	return l;
}

static void test_working(void)
{
	check_begin("days off, made-up working days and weekends");
	struct loaded l = load(text_2024);
	enum calendar_trust trust = TRUST_PUBLISHED;
	int year = 0;
	CHECK(l.findings.count == 0);
	CHECK(!calendar_works(l.calendar, day_of(2024, 4, 29), &trust, &year));
	CHECK(calendar_works(l.calendar, day_of(2024, 5, 4), &trust, &year));
	CHECK(!calendar_works(l.calendar, day_of(2024, 5, 5), &trust, &year));
	CHECK(calendar_works(l.calendar, day_of(2024, 5, 2), &trust, &year));
	CHECK(trust == TRUST_PUBLISHED && year == 0);
	/* Fri 26/4 + 3: Thu 2/5, Fri 3/5, Sat 4/5 */
	CHECK(calendar_add_working(l.calendar, day_of(2024, 4, 26), 3, &trust, &year) ==
	      day_of(2024, 5, 4));
	CHECK(calendar_roll(l.calendar, day_of(2024, 4, 27), &trust, &year) == day_of(2024, 5, 2));
	CHECK(calendar_roll(l.calendar, day_of(2024, 5, 2), &trust, &year) == day_of(2024, 5, 2));
	CHECK_TEXT(calendar_name(l.calendar, day_of(2024, 4, 29)), "Nghỉ hoán đổi");
	CHECK(!calendar_name(l.calendar, day_of(2024, 5, 5)));
	arena_free(l.a);
}

static void test_trust(void)
{
	check_begin("a count that leans on a computed year or on weekends alone says so");
	struct loaded l = load(text_2024);
	enum calendar_trust trust = TRUST_PUBLISHED;
	int year = 0;
	calendar_works(l.calendar, day_of(2025, 1, 2), &trust, &year);
	CHECK(trust == TRUST_COMPUTED && year == 2025);
	/* a year without an entry is computed: Tết 2026 */
	CHECK(!calendar_works(l.calendar, day_of(2026, 2, 17), &trust, &year));
	CHECK(year == 2026);
	CHECK_TEXT(calendar_name(l.calendar, day_of(2026, 2, 17)), "Tết Nguyên đán");
	trust = TRUST_WEEKENDS;
	calendar_works(l.calendar, day_of(2024, 5, 2), &trust, &year);
	CHECK(trust == TRUST_WEEKENDS);
	trust = TRUST_PUBLISHED;
	CHECK(calendar_works(NULL, day_of(2026, 2, 17), &trust, NULL));
	CHECK(trust == TRUST_WEEKENDS);
	/* Tue 1/3/2022 + 15 */
	CHECK(calendar_add_working(NULL, day_of(2022, 3, 1), 15, NULL, NULL) ==
	      day_of(2022, 3, 22));
	CHECK(calendar_is_empty(NULL) && calendar_is_empty(calendar_new(l.a)));
	CHECK(calendar_add_working(NULL, day_of(2199, 12, 20), 99, NULL, NULL) == DAY_NONE);
	arena_free(l.a);
}

static void test_windows(void)
{
	check_begin("the data window and sending day of a report");
	struct loaded l = load(text_2024);
	struct report_window w;
	CHECK(calendar_window(l.calendar, "bộ nội vụ", period_make(PERIOD_QUARTER, 2024, 1), &w));
	CHECK(w.first == day_of(2023, 12, 15) && w.last == day_of(2024, 3, 14));
	CHECK(w.send == day_of(2024, 3, 20));
	CHECK_TEXT(w.source, "581/BNV-CCHC");
	CHECK(calendar_window(l.calendar, NULL, period_make(PERIOD_YEAR, 2025, 1), &w));
	CHECK(w.first == day_of(2024, 12, 15) && w.send == day_of(2025, 12, 20));
	CHECK(!calendar_window(l.calendar, NULL, period_make(PERIOD_QUARTER, 2024, 2), &w));
	CHECK(!calendar_window(l.calendar, "UBND tỉnh", period_make(PERIOD_QUARTER, 2024, 1), &w));
	CHECK(!calendar_window(NULL, NULL, period_make(PERIOD_QUARTER, 2024, 1), &w));
	arena_free(l.a);
}

static void test_mistakes(void)
{
	static const struct {
		const char *text, *codes;
	} cases[] = {
	    {"years: [{year: 2024, source: x, off: [{date: 2023-12-31}]}]", "bad-value"},
	    {"years: [{year: 2024, source: x, off: [{date: 2024-02-30}]}]", "bad-value"},
	    {"years: [{year: 2024, source: x, off: [{name: a}]}]", "missing-key"},
	    {"years: [{year: 2024, source: x, off: [2024-01-01]}]", ""},
	    {"years: [{year: 2024, source: x, off: [2024-01-01], work: [2024-01-01]}]",
	     "duplicate-id"},
	    {"years: [{year: 2024, source: x, off: [2024-01-01, 2024-01-01]}]", "duplicate-id"},
	    {"years: [{year: 2024}]", "missing-key"},
	    {"years: [{year: 24, source: x}]", "bad-value"},
	    {"years: [{source: x}]", "missing-key"},
	    {"years: [{year: 2024, computed: maybe, source: x}]", "bad-value"},
	    {"years: [{year: 2024, source: x}, {year: 2024, source: y}]", "duplicate-id"},
	    {"years: [{year: 2024, source: x, of: []}]", "unknown-key"},
	    {"years: x", "wrong-shape"},
	    {"years: [x]", "wrong-shape"},
	    {"years: [{year: 2024, source: x, off: y}]", "wrong-shape"},
	    {"years:", ""},
	    {"reports: [{to: x, period: Q5, window: 01-01..02-02}]", "bad-value"},
	    {"reports: [{to: x, period: Q1, window: 01-01}]", "bad-value"},
	    {"reports: [{to: x, period: Q1, window: 13-01..02-02}]", "bad-value"},
	    {"reports: [{to: x, period: Q1, window: 01-01..02-02, send: x}]", "bad-value"},
	    {"reports: [{period: Q1, window: 01-01..02-02}]", "missing-key"},
	    {"reports: [x]", "wrong-shape"},
	};
	check_begin("each slip in a calendar is found once");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		struct loaded l = load(arena_format(a, "par: calendar/1\n%s\n", cases[i].text));
		const char *got = "";
		for (size_t k = 0; k < l.findings.count; k++)
			got = arena_format(a, "%s%s%s", got, k ? " " : "",
					   code_info(l.findings.items[k].code)->name);
		CHECK_FOR(cases[i].text, got, cases[i].codes);
		arena_free(l.a);
		arena_free(a);
	}
}

static void test_words(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"years: [{year: 2024, source: x, wrk: []}]",
	     "không có khóa \"wrk\" ở đây; có phải là work?"},
	    {"years:\n  - year: 2024\n    source: x\n    off: [2024-01-01]\n    work: [2024-01-01]",
	     "ngày 2024-01-01 được ghi hai lần; lần đầu ở dòng 5"},
	};
	check_begin("a slip names the nearest key, a day listed twice where it stands first");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		struct loaded l = load(arena_format(a, "par: calendar/1\n%s\n", cases[i].text));
		CHECK(l.findings.count == 1);
		CHECK_TEXT(l.findings.items[0].text, cases[i].want);
		arena_free(l.a);
		arena_free(a);
	}
}

/* What was announced, where no swap was: the computed days are the same. */
static void test_computed(void)
{
	static const char *const years[] = {
	    "2021-01-01 2021-02-10 2021-02-11 2021-02-12 2021-02-13 2021-02-14 2021-02-15 "
	    "2021-02-16 "
	    "2021-04-21 2021-04-30 2021-05-01 2021-05-03 2021-09-02 2021-09-03",
	    "2022-01-01 2022-01-03 2022-01-31 2022-02-01 2022-02-02 2022-02-03 2022-02-04 "
	    "2022-04-10 "
	    "2022-04-11 2022-04-30 2022-05-01 2022-05-02 2022-05-03 2022-09-01 2022-09-02",
	    "2023-01-01 2023-01-02 2023-01-20 2023-01-21 2023-01-22 2023-01-23 2023-01-24 "
	    "2023-01-25 "
	    "2023-01-26 2023-04-29 2023-04-30 2023-05-01 2023-05-02 2023-05-03 2023-09-01 "
	    "2023-09-02 "
	    "2023-09-04",
	    "2024-01-01 2024-02-08 2024-02-09 2024-02-10 2024-02-11 2024-02-12 2024-02-13 "
	    "2024-02-14 "
	    "2024-04-18 2024-04-30 2024-05-01 2024-09-02 2024-09-03",
	    "2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 "
	    "2025-04-30 "
	    "2025-05-01 2025-09-01 2025-09-02",
	    "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-26 "
	    "2026-04-27 "
	    "2026-04-30 2026-05-01 2026-09-01 2026-09-02",
	};
	check_begin("computed days off are those announced for 2021 to 2026, swaps aside");
	struct arena *a = arena_new();
	for (int y = 2021; y <= 2026; y++) {
		day off[32];
		size_t n = calendar_compute(y, off, 32);
		const char *got = "";
		for (size_t i = 0; i < n; i++)
			got = arena_format(a, "%s%s%s", got, i ? " " : "", day_text(a, off[i]));
		CHECK_TEXT(got, years[y - 2021]);
	}
	day few[2];
	CHECK(calendar_compute(2024, few, 2) == 2 && few[1] == day_of(2024, 2, 8));
	CHECK(calendar_compute(1800, few, 2) == 0);
	for (int y = 1900; y <= 2199; y++) {
		day off[32];
		size_t n = calendar_compute(y, off, 32);
		CHECK(n >= 9 && n <= 24);
		for (size_t i = 1; i < n; i++)
			CHECK(off[i] > off[i - 1] && day_year(off[i]) == y);
	}
	arena_free(a);
}

static void test_shipped(void)
{
	check_begin("the calendar that is shipped has no slip and holds the swaps");
	struct arena *a = arena_new();
	FILE *f = fopen("plans/calendar.yaml", "rb");
	if (f) {
		char *text = arena_alloc(a, 1 << 16);
		text[fread(text, 1, (1 << 16) - 1, f)] = '\0';
		fclose(f);
		struct loaded l = load(text);
		CHECK(l.findings.count == 0);
		enum calendar_trust trust = TRUST_PUBLISHED;
		int year = 0;
		CHECK(!calendar_works(l.calendar, day_of(2024, 4, 29), &trust, &year));
		CHECK(calendar_works(l.calendar, day_of(2025, 4, 26), &trust, &year));
		CHECK(!calendar_works(l.calendar, day_of(2026, 1, 2), &trust, &year));
		CHECK(calendar_works(l.calendar, day_of(2026, 1, 10), &trust, &year));
		CHECK(!calendar_works(l.calendar, day_of(2026, 8, 31), &trust, &year));
		CHECK(calendar_works(l.calendar, day_of(2026, 8, 22), &trust, &year));
		CHECK(trust == TRUST_PUBLISHED);
		CHECK(!calendar_works(l.calendar, day_of(2027, 2, 8), &trust, &year));
		CHECK(trust == TRUST_COMPUTED && year == 2027);
		struct report_window w;
		struct period q3 = period_make(PERIOD_QUARTER, 2024, 3);
		CHECK(calendar_window(l.calendar, "Bộ Nội vụ", q3, &w));
		CHECK(w.first == day_of(2024, 6, 15) && w.last == day_of(2024, 9, 14));
		arena_free(l.a);
	}
	arena_free(a);
}

int main(void)
{
	test_working();
	test_trust();
	test_windows();
	test_mistakes();
	test_words();
	test_computed();
	test_shipped();
	return check_end();
}
