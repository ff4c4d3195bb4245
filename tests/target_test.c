/* SPDX-License-Identifier: MIT
 * Exact numbers, the goals of targets, and the values that meet them. */
#include "check.h"

#include "base/arena.h"
#include "base/words.h"
#include "data/goal.h"

static struct arena *arena;

/* "met", "not met", "not met 1" (missing), "unknown", "other kind", "no goal", "no base", "?" (goal). */
static const char *verdict(const char *text, const char *base, const char *value)
{
	struct goal g = goal_read(arena, text, base);
	struct measure m = measure_read(value);
	struct ratio number, missing;
	if (g.kind == GOAL_NONE)
		return "no goal";
	if (g.kind == GOAL_UNKNOWN)
		return "?";
	if (m.form == MEASURE_NONE || m.form == MEASURE_UNCLEAR)
		return "no number";
	if (!goal_takes(&g, &m, &number))
		return "other kind";
	if (g.kind == GOAL_BASELESS)
		return "no base";
	if (goal_met(&g, &m) == MET_YES)
		return "met";
	if (!goal_missing(&g, &m, &missing))
		return "not met";
	return arena_format(arena, "not met %s", ratio_text(arena, missing, MEASURE_PLACES));
}

struct goal_case {
	const char *goal, *base, *value, *want;
};

static void check_goals(const struct goal_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct goal_case *c = &cases[i];
		CHECK_FOR(arena_format(arena, "%s | %s | %s", c->goal ? c->goal : "-",
				       c->base ? c->base : "-", c->value),
			  verdict(c->goal, c->base, c->value), c->want);
	}
}

#define CHECK_GOALS(cases) check_goals(cases, sizeof cases / sizeof *cases)

static const char *shown(const char *text)
{
	struct measure m = measure_read(text);
	if (m.form == MEASURE_NONE)
		return "-";
	if (m.form == MEASURE_UNCLEAR)
		return "?";
	return arena_format(arena, "%s%s", measure_text(arena, &m),
			    m.form == MEASURE_PERCENT ? " %" : "");
}

static void test_numbers(void)
{
	static const char *const cases[][2] = {
	    {"98", "98"},
	    {"98,00", "98"},
	    {"98.50", "98.5"},
	    {" 97,5 % ", "97.5 %"},
	    {"97,5%", "97.5 %"},
	    {"-0,4", "-0.4"},
	    {"9/31", "9/31"},
	    {"9 / 31", "9/31"},
	    {"0/31", "0/31"},
	    {"0.876", "0.876"},
	    {"0,8763", "0.8763"},
	    {"1.234", "?"},
	    {"1,234", "1.234"},
	    {"1234", "1234"},
	    {"1.234.567", "1234567"},
	    {"1.234,5", "1234.5"},
	    {"12.345.678,25", "12345678.25"},
	    {"1.2345", "1.2345"},
	    {"123456789012345", "123456789012345"},
	    {"1234567890123456", "-"},
	    {"1.2345678", "-"},
	    {"", "-"},
	    {"%", "-"},
	    {"nhiều", "-"},
	    {"98 phút", "-"},
	    {"98,", "-"},
	    {",5", "-"},
	    {"9/0", "-"},
	    {"9/", "-"},
	    {"9,5/31", "-"},
	    {"9/31/2", "-"},
	    {"9/31 %", "-"},
	    {"1e5", "-"},
	    {"--5", "-"},
	    {"５", "-"},
	};
	check_begin("numbers are read as officers write them, and nothing else is");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK_FOR(cases[i][0], shown(cases[i][0]), cases[i][1]);
}

static void test_ratios(void)
{
	struct ratio r;
	int64_t large = INT64_MAX / 2;
	check_begin("fractions are compared exactly and never overflow");
	CHECK(ratio_compare(ratio_of(1, 3), ratio_of(333333333333333, 1000000000000000)) > 0);
	CHECK(ratio_compare(ratio_of(9, 31), ratio_of(30, 100)) < 0);
	CHECK(ratio_compare(ratio_of(-1, 3), ratio_of(-1, 2)) > 0);
	CHECK(ratio_compare(ratio_of(9800, 100), ratio_of(98, 1)) == 0);
	CHECK(ratio_compare(ratio_of(large, large - 1), ratio_of(large - 1, large - 2)) < 0);
	CHECK(ratio_compare(ratio_of(0, 5), ratio_of(-1, large)) > 0);
	CHECK(!ratio_multiply(ratio_of(large, 3), ratio_of(large, 7), &r));
	CHECK(!ratio_add(ratio_of(1, large), ratio_of(1, large - 1), &r));
	CHECK(ratio_add(ratio_of(1, 10), ratio_of(2, 10), &r) && r.above == 3 && r.below == 10);
	CHECK(ratio_floor(ratio_of(-1, 2)) == -1 && ratio_ceiling(ratio_of(-1, 2)) == 0);
	CHECK(ratio_floor(ratio_of(93, 10)) == 9 && ratio_ceiling(ratio_of(93, 10)) == 10);
	check_begin("fractions are printed with a point, rounded half away from zero");
	CHECK_TEXT(ratio_text(arena, ratio_of(2, 3), 2), "0.67");
	CHECK_TEXT(ratio_text(arena, ratio_of(-2, 3), 2), "-0.67");
	CHECK_TEXT(ratio_text(arena, ratio_of(-1, 300), 2), "0");
	CHECK_TEXT(ratio_text(arena, ratio_of(199, 200), 2), "1");
	CHECK_TEXT(ratio_text(arena, ratio_of(995, 1000), 3), "0.995");
	CHECK_TEXT(ratio_text(arena, ratio_of(101, 100), 2), "1.01");
	CHECK_TEXT(ratio_text(arena, ratio_of(-5, 1), 2), "-5");
	CHECK_TEXT(ratio_text(arena, ratio_of(1, large), 2), "0");
}

static void test_signs(void)
{
	static const struct goal_case cases[] = {
	    {"> 98 %", NULL, "98.00", "not met 0"},
	    {"> 98 %", NULL, "98,01", "met"},
	    {"> 98 %", NULL, "98,00 %", "not met 0"},
	    {">= 98 %", NULL, "98.00", "met"},
	    {">= 98 %", NULL, "97,99", "not met 0.01"},
	    {"≥98%", NULL, "98", "met"},
	    {">= 98", NULL, "98", "met"},
	    {">= 98", NULL, "98 %", "other kind"},
	    {"< 30", NULL, "30", "not met 0"},
	    {"< 30", NULL, "29", "met"},
	    {"<= 30 phút", NULL, "30", "met"},
	    {"≤ 30 phút/lượt giao dịch", NULL, "31,5", "not met 1.5"},
	    {"<= 30 phút", NULL, "9/31", "other kind"},
	    {"= 100 %", NULL, "100", "met"},
	    {"= 100 %", NULL, "99,9", "not met 0.1"},
	    {"= 4", NULL, "5", "not met 1"},
	    {"100 %", NULL, "100", "met"},
	    {"100 %", NULL, "31/31", "met"},
	    {"100 %", NULL, "30/31", "not met 1"},
	    {"4", NULL, "4", "met"},
	    {"4", NULL, "5", "met"},
	    {"4", NULL, "3", "not met 1"},
	    {"4 đơn vị", NULL, "3", "not met 1"},
	    {"4", NULL, "3/4", "other kind"},
	    {"", NULL, "3", "no goal"},
	    {NULL, NULL, "3", "no goal"},
	};
	check_begin("goals in signs, strict and not");
	CHECK_GOALS(cases);
}

static void test_quotas(void)
{
	static const struct goal_case cases[] = {
	    {">= 30 %", NULL, "9/31", "not met 1"},
	    {"30 %", NULL, "10/31", "met"},
	    {"> 30 %", NULL, "9/30", "not met 1"},
	    {">= 30 %", NULL, "9/30", "met"},
	    {"> 30 %", NULL, "0/30", "not met 10"},
	    {"<= 5 %", NULL, "3/31", "not met 2"},
	    {"< 10 %", NULL, "3/30", "not met 1"},
	    {"> 100 %", NULL, "31/31", "not met"},
	    {"= 50 %", NULL, "15/31", "not met"},
	    {"= 50 %", NULL, "17/32", "not met 1"},
	    {">= 33,3 %", NULL, "999999999999/3000000000000", "met"},
	    {">= 33,34 %", NULL, "999999999999/3000000000000", "not met 200000001"},
	};
	check_begin("a quota says how many more units it needs");
	CHECK_GOALS(cases);
}

static void test_words(void)
{
	static const struct goal_case cases[] = {
	    {"Tối thiểu 50%", NULL, "50", "met"},
	    {"đạt tối thiểu 30%", NULL, "29,9", "not met 0.1"},
	    {"Từ 30% trở lên", NULL, "9/31", "not met 1"},
	    {"Tối thiểu 85% trở lên", NULL, "85", "met"},
	    {"Trên 98%", NULL, "98,00", "not met 0"},
	    {"TRÊN 98 %", NULL, "98,5", "met"},
	    {"tren 98 phan tram", NULL, "98,5", "met"},
	    {"Đạt 100%", NULL, "100", "met"},
	    {"phấn đấu đạt tỷ lệ 100 % hồ sơ đúng hạn", NULL, "99", "not met 1"},
	    {"hơn 20%", NULL, "20", "not met 0"},
	    {"dưới 5 %", NULL, "5", "not met 0"},
	    {"5 % trở xuống", NULL, "5", "met"},
	    {"tối đa 30 phút", NULL, "30", "met"},
	    {"không quá 30 phút", NULL, "31", "not met 1"},
	    {"không dưới 90 %.", NULL, "90", "met"},
	    {"ít nhất 4 đơn vị sự nghiệp", NULL, "4", "met"},
	    {"04 đơn vị", NULL, "3", "not met 1"},
	    {"at least 98 %", NULL, "98", "met"},
	    {"more than 98 %", NULL, "98", "not met 0"},
	    {"1.234.567 lượt", NULL, "1234567", "met"},
	};
	check_begin("goals in the words of plans");
	CHECK_GOALS(cases);
}

static void test_ranks(void)
{
	static const struct goal_case cases[] = {
	    {"rank <= 30", NULL, "30", "met"},
	    {"rank <= 30", NULL, "31", "not met 1"},
	    {"rank <= 30", NULL, "30/63", "met"},
	    {"nằm trong nhóm 30", NULL, "35/63", "not met 5"},
	    {"trong nhóm 30 tỉnh", NULL, "29", "met"},
	    {"xếp hạng 5", NULL, "6", "not met 1"},
	    {"hạng < 10", NULL, "10", "not met 0"},
	    {"rank >= 30", NULL, "30", "?"},
	    {"rank <= 30 %", NULL, "30", "?"},
	    {"rank <= 30", NULL, "30 %", "other kind"},
	    {"rank < base", "35/63", "34/63", "met"},
	    {"rank < base", "35", "35", "not met 0"},
	    {"rank > base", "35", "36", "?"},
	    {"tăng hạng so với năm 2023", "35", "34", "?"},
	};
	check_begin("a rank is better when it is smaller");
	CHECK_GOALS(cases);
}

static void test_relative(void)
{
	static const struct goal_case cases[] = {
	    {"> base", "85,3", "85,30", "not met 0"},
	    {"> base", "85,3", "85,31", "met"},
	    {"> base", "85,3 %", "86", "met"},
	    {"> base", "9/31", "10/34", "met"},
	    {"> base", "9/31", "9/31", "not met 1"},
	    {"> base", "85", "9/31", "other kind"},
	    {"> base", NULL, "86", "no base"},
	    {"> base", "chưa có", "86", "no base"},
	    {"tăng so với năm 2023", "120", "121", "met"},
	    {"Phấn đấu tăng so với năm 2023", "120", "120", "not met 0"},
	    {"cao hơn năm 2023", "120", "121", "met"},
	    {"Không thấp hơn năm trước", "120", "120", "met"},
	    {"giảm so với năm 2023", "120", "120", "not met 0"},
	    {"giảm so với năm 2023", "120", "119", "met"},
	    {"base + 5", "10", "20", "?"},
	    {">= base + 5", "10", "15", "met"},
	    {">= base + 5", "60 %", "65", "met"},
	    {">= base + 20 %", "100", "119,9", "not met 0.1"},
	    {">= base + 20 %", "50 %", "70", "?"},
	    {">= base + 20 points", "50 %", "70", "met"},
	    {">= base + 20 points", "50 %", "69", "not met 1"},
	    {">= base + 20 % of base", "50 %", "60", "met"},
	    {">= base + 20 % of base", "50 %", "59", "not met 1"},
	    {">= base * 1,2", "50 %", "60", "met"},
	    {">= 120 % of base", "50", "59", "not met 1"},
	    {"<= base - 1,7 % of base", "200", "196,6", "met"},
	    {"giảm 1,7 %", "200", "196,6", "met"},
	    {"giảm 1,7 %", "200", "196,7", "not met 0.1"},
	    {"giảm từ 1,7% trở lên so với năm 2021", "200", "196", "met"},
	    {"giảm trên 10 %", "200", "180", "not met 0"},
	    {"giảm 1,7 %", NULL, "196", "no base"},
	    {"giảm 1,7 %", "20 %", "18", "?"},
	    {"tăng 20 điểm phần trăm so với năm 2021", "50 %", "70", "met"},
	    {"tăng 20% so với năm 2021", "50 %", "70", "?"},
	    {"tăng 20% của năm trước", "50 %", "60", "met"},
	    {"tăng không quá 5 %", "100", "106", "not met 1"},
	    {"tăng 5 đơn vị so với năm 2023", "10", "15", "met"},
	};
	check_begin("goals against last year, in points or in parts of it");
	CHECK_GOALS(cases);
}

static void test_not_understood(void)
{
	static const struct goal_case cases[] = {
	    {"tiếp tục cải thiện hơn so với năm 2023", "80", "81", "?"},
	    {"trong nhóm dẫn đầu", NULL, "1", "?"},
	    {"đến 1,8 %", NULL, "1,8", "?"},
	    {"80-90 %", NULL, "85", "?"},
	    {"từ 80 % đến 90 %", NULL, "85", "?"},
	    {"trên 98 % trở lên", NULL, "98", "?"},
	    {"> 98 % < 99 %", NULL, "98", "?"},
	    {"% 98", NULL, "98", "?"},
	    {">", NULL, "98", "?"},
	    {"hoàn thành", NULL, "98", "?"},
	    {"không 5 %", NULL, "98", "?"},
	    {"4 hoặc nhiều hơn", NULL, "4", "?"},
	    {"tăng 2 lần", "10", "20", "?"},
	    {"gấp 2 năm trước", "10", "20", "?"},
	    {"1.234 lượt", NULL, "1234", "?"},
	    {"tăng 5 % so với kế hoạch", "10", "11", "?"},
	    {"98 % năm 2024", "97", "98", "?"},
	    {"base", "97", "98", "?"},
	    {">= base * 20 points", "97", "98", "?"},
	    {"> 98 !", NULL, "99", "met"},
	    {"~ 98", NULL, "99", "?"},
	    {"tăng tăng 5", "5", "99", "?"},
	};
	check_begin("what can be read in two ways, or in none, is not read");
	CHECK_GOALS(cases);
}

int main(void)
{
	arena = arena_new();
	words_speak(LANGUAGE_EN);
	test_numbers();
	test_ratios();
	test_signs();
	test_quotas();
	test_words();
	test_ranks();
	test_relative();
	test_not_understood();
	arena_free(arena);
	return check_end();
}
