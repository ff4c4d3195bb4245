/* SPDX-License-Identifier: MIT
 * More deadlines as officers write them, in a plan of 2024: what is understood at once, and what
 * looks like a date and is none. */
#include "check.h"

#include "base/arena.h"
#include "time/phrase.h"

/* What is said; its canonical words; its doubts. */
static const struct {
	const char *said, *want, *doubts;
} phrases[] = {
    /* days */
    {"Trước 15 tháng 12 năm 2024", "<2024-12-15", ""},
    {"15 tháng 3", "2024-03-15", ""},
    {"2024/03/15", "2024-03-15", ""},
    {"15-20/3/2024", "2024-03-15..2024-03-20", ""},
    {"Từ 15 đến 20/3/2024", "2024-03-15..2024-03-20", ""},
    {"Ngày 15, 16/3/2024", "2024-03-15, 2024-03-16", ""},
    {"Ngày 15 và 16 tháng 3 năm 2024", "2024-03-15, 2024-03-16", ""},
    {"Trước ngày 15 các tháng 3, 6, 9, 12", "<2024-03-15, <2024-06-15, <2024-09-15, <2024-12-15",
     ""},
    {"Ngày 15 tháng 3, 6, 9, 12", "2024-03-15, 2024-06-15, 2024-09-15, 2024-12-15", ""},
    {"Ngày 15 tháng 3, tháng 6, tháng 9, tháng 12",
     "2024-03-15, 2024-06-15, 2024-09-15, 2024-12-15", ""},
    {"Ngày 15 các tháng 3, 6, 9, 12 hằng năm", "quarterly@15", ""},
    {"Trước ngày 15 tháng 6 và tháng 12 hằng năm", "half-yearly@14", ""},
    {"14h00, thứ Sáu, ngày 15/3/2024", "2024-03-15", ""},
    {"ngày 15/3/2024 (thứ Sáu)", "2024-03-15", ""},
    {"ngày 16/3/2024 (thứ Sáu)", "unknown \"ngày 16/3/2024 (thứ Sáu)\"", "date-invalid"},
    {"Từ ngày ban hành đến 31/12/2024", "2024-12-31", ""},
    {"Từ khi ban hành đến hết năm 2024", "2024", ""},
    {"Trước ngày 15/12/2024 (báo cáo năm)", "<2024-12-15", ""},
    {"Quý I/2024 (báo cáo: 15/3/2024)", "2024-Q1, 2024-03-15", ""},
    /* slips */
    {"l5/3/2024", "unknown \"l5/3/2024\"", "deadline-unknown"},
    {"Ngày 15 tháng 3 năm 2O24", "unknown \"Ngày 15 tháng 3 năm 2O24\"", "deadline-unknown"},
    {"Ngày 31 các tháng 3, 6/2024", "unknown \"Ngày 31 các tháng 3, 6/2024\"", "date-invalid"},
    {"Quý 1I/2024", "unknown \"Quý 1I/2024\"", "date-invalid"},
    {"Quý I I/2024", "unknown \"Quý I I/2024\"", "date-invalid"},
    {"Quý IIII/2024", "unknown \"Quý IIII/2024\"", "date-invalid"},
    {"Quý Il/2024", "unknown \"Quý Il/2024\"", "date-invalid"},
    {"QII/2024", "2024-Q2", ""},
    {"Quy II năm 2024", "2024-Q2", ""},
    {"Thường xuyen", "ongoing", ""},
    {"Hoàn thành truoc ngày 30/6/2024", "<2024-06-30", ""},
    {"01/12 nhiệm vụ", "unknown \"01/12 nhiệm vụ\"", "deadline-unknown"},
    /* periods */
    {"Quý hai năm 2024", "2024-Q2", ""},
    {"Quý thứ II năm 2024", "2024-Q2", ""},
    {"Quý cuối năm 2024", "2024-Q4", ""},
    {"Quý II/IV năm 2024", "2024-Q2, 2024-Q4", ""},
    {"T.3/2024", "2024-03", ""},
    {"Giữa quý II/2024", "2024-05-15", ""},
    {"Nửa đầu tháng 6/2024", "2024-06-15", ""},
    {"Thượng tuần tháng 6/2024", "2024-06-10", ""},
    {"Trung tuần tháng 6/2024", "2024-06-20", ""},
    {"Hạ tuần tháng 6/2024", "2024-06-30", ""},
    {"Tuần cuối tháng 6/2024", "2024-06-30", ""},
    {"Tuần đầu tháng 6/2024", "unknown \"Tuần đầu tháng 6/2024\"", "deadline-unknown"},
    {"Tuần thứ 2 tháng 6/2024", "unknown \"Tuần thứ 2 tháng 6/2024\"", "deadline-unknown"},
    {"2 tháng đầu năm 2024", "2024-02-29", ""},
    {"10 tháng năm 2024", "2024-10-31", ""},
    {"Cuối năm 2024, đầu năm 2025", "2024-12-31..2025-01-01", "deadline-embedded"},
    {"Bắt đầu Quý II/2024, hoàn thành Quý IV/2024", "2024-Q2..2024-Q4", ""},
    {"Bắt đầu từ tháng 3, hoàn thành trước ngày 30/6/2024", "from 2024-03, <2024-06-30", ""},
    {"Triển khai từ quý II/2024 và hoàn thành trong quý IV/2024", "2024-Q2..2024-Q4", ""},
    {"Từ tháng 9/2024 đến hết năm", "2024-09..2024", ""},
    {"Kỳ họp cuối năm 2024", "unknown \"Kỳ họp cuối năm 2024\"", "deadline-unknown"},
    {"Trước Tết Nguyên đán năm 2024", "unknown \"Trước Tết Nguyên đán năm 2024\"",
     "deadline-unknown"},
    {"Trước kỳ họp HĐND tháng 7/2024", "unknown \"Trước kỳ họp HĐND tháng 7/2024\"",
     "deadline-unknown"},
    {"Chỉ số hài lòng năm 2023", "unknown \"Chỉ số hài lòng năm 2023\"", "deadline-unknown"},
    /* recurring */
    {"Định kỳ 6 tháng, 01 năm", "half-yearly, yearly", ""},
    {"06 tháng và 01 năm", "half-yearly, yearly", ""},
    {"6 tháng và cả năm", "half-yearly, yearly", ""},
    {"Định kỳ 03 tháng", "quarterly", ""},
    {"Mỗi năm 2 lần", "half-yearly", ""},
    {"1 năm 2 lần", "half-yearly", ""},
    {"1 lần/6 tháng", "half-yearly", ""},
    {"Ít nhất 02 lần/năm", "half-yearly", ""},
    {"3 lần/năm", "unknown \"3 lần/năm\"", "deadline-unknown"},
    {"3 tháng, 6 tháng, 9 tháng, 12 tháng", "reports", ""},
    {"Quý, 6 tháng, năm", "reports", ""},
    {"Tháng, quý, năm", "monthly, quarterly, yearly", ""},
    {"Quý I, 6 tháng, 9 tháng, năm 2024", "reports", ""},
    {"Định kỳ tháng 6 và tháng 12 hàng năm", "half-yearly", ""},
    {"Định kỳ trước ngày 15/6 và ngày 15/12 hằng năm", "half-yearly@14", ""},
    {"Định kỳ ngày 20 hàng tháng", "monthly@20", ""},
    {"Định kỳ ngày 20 của tháng", "monthly@20", ""},
    {"Định kỳ vào ngày 20 của tháng cuối quý", "quarterly@20", ""},
    {"Ngày 15 tháng cuối cùng của quý", "quarterly@15", ""},
    {"ngày 10-15 hằng tháng", "monthly@15", ""},
    {"Chậm nhất ngày 15 (mười lăm) của tháng báo cáo đối với báo cáo định kỳ hằng tháng",
     "monthly@15", ""},
    {"Báo cáo 6 tháng: trước ngày 15/6/2024; báo cáo năm: trước ngày 15/12/2024",
     "<2024-06-15, <2024-12-15", ""},
    {"Báo cáo cả năm gửi trước ngày 10/01 của năm liền kề", "yearly@+9", ""},
    {"Ngày làm việc cuối cùng của tháng", "monthly", "deadline-embedded"},
    {"Đầu mỗi tháng", "unknown \"Đầu mỗi tháng\"", "deadline-unknown"},
    {"Thường niên", "yearly", ""},
    {"Hằng năm, giai đoạn 2024-2030", "yearly", ""},
    {"Hàng năm đến 2025", "yearly", ""},
    {"Hằng quý từ Quý II/2024", "2024-Q2, 2024-Q3, 2024-Q4", ""},
    {"Từ quý III/2024, hằng quý", "2024-Q3, 2024-Q4", ""},
    /* ongoing */
    {"Thường xuyên hàng ngày", "ongoing", ""},
    {"Quanh năm", "ongoing", ""},
    {"Thường xuyên từ năm 2024", "ongoing", ""},
    {"Thường xuyên từ nay đến hết năm 2025", "ongoing", ""},
    {"Phiên họp thường kỳ tháng 6", "2024-06", "deadline-embedded"},
    /* elsewhere */
    {"Theo QĐ 468/QĐ-TTg", "external \"Theo QĐ 468/QĐ-TTg\"", ""},
    {"Theo NQ 57", "external \"Theo NQ 57\"", ""},
    {"Theo phát sinh", "external \"Theo phát sinh\"", ""},
    {"Đúng tiến độ", "external \"Đúng tiến độ\"", ""},
    {"Đảm bảo đúng thời gian quy định", "external \"Đảm bảo đúng thời gian quy định\"", ""},
    {"Không thời hạn", "external \"Không thời hạn\"", ""},
    {"Chưa xác định", "external \"Chưa xác định\"", ""},
    {"Đến khi hoàn thành", "external \"Đến khi hoàn thành\"", ""},
    {"Theo quy dinh", "external \"Theo quy dinh\"", ""},
    {"Quý I/2024, theo hướng dẫn của Bộ Nội vụ", "2024-Q1", ""},
    {"Hằng năm, theo hướng dẫn của Bộ Nội vụ", "yearly", ""},
    {"Quý III/2024, dự kiến sau khi có Nghị định", "2024-Q3 if \"Nghị định\"", "condition"},
    {"Sau khi có văn bản của Trung ương (dự kiến tháng 6/2024)",
     "2024-06 if \"văn bản của Trung ương\"", "condition"},
    /* "<" is never lost */
    {"<31/03/2024", "<2024-03-31", ""},
    {"< Quý I/2024", "<2024-01-01", ""},
    {"monthly, <31/03/2024", "monthly, <2024-03-31", ""},
    {"<=31/03/2024", "2024-03-31", ""},
    {"<15 hằng tháng", "unknown \"<15 hằng tháng\"", "deadline-unknown"},
    {"<2024..2025", "unknown \"<2024..2025\"", "deadline-unknown"},
    {"Tỷ lệ < 5%: 31/12/2024", "unknown \"Tỷ lệ < 5%: 31/12/2024\"", "deadline-unknown"},
    {">31/12/2024", "unknown \">31/12/2024\"", "deadline-unknown"},
    {"bắt đầu trước ngày 15/3/2024", "unknown \"bắt đầu trước ngày 15/3/2024\"", "date-invalid"},
    /* "trước" reaches as far as the words that share it */
    {"Trước ngày 31/3/2024; chậm nhất 15/4/2024", "<2024-03-31, 2024-04-15", ""},
    {"Trước ngày 31/3/2024; ngày 15/4/2024", "<2024-03-31, 2024-04-15", ""},
    {"Trước 31/3/2024; trong tháng 4/2024", "<2024-03-31, 2024-04", ""},
    {"Trước 31/3/2024, đến 15/4/2024, trước 1/5/2024", "<2024-03-31, 2024-04-15, <2024-05-01", ""},
    {"trước 15/6 và 15/12", "<2024-06-15, <2024-12-15", ""},
    /* ranges that run backwards are none */
    {"2030..2026", "unknown \"2030..2026\"", "deadline-unknown"},
    {"2026-Q2..2025-Q4", "unknown \"2026-Q2..2025-Q4\"", "deadline-unknown"},
    {"2024-06-15..2024-05-01", "unknown \"2024-06-15..2024-05-01\"", "deadline-unknown"},
    {"2024..2024-Q1", "unknown \"2024..2024-Q1\"", "deadline-unknown"},
    {"2024…2026", "unknown \"2024…2026\"", "deadline-unknown"},
    {"Thường xuyên...", "ongoing", ""},
    /* a report's own day makes no other */
    {"trước 10/6 (báo cáo 6 tháng), trước 10/12 (báo cáo năm)", "<2024-06-10, <2024-12-10", ""},
    {"Báo cáo 6 tháng trước ngày 10/6", "yearly@06-09", "deadline-embedded"},
    {"Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12", "half-yearly@9",
     "deadline-embedded"},
    {"6 tháng/lần (ngày 15/6)", "half-yearly@15", ""},
    {"hai tháng một lần", "unknown \"hai tháng một lần\"", "deadline-unknown"},
    {"hai tuần một lần", "unknown \"hai tuần một lần\"", "deadline-unknown"},
    {"năm năm một lần", "unknown \"năm năm một lần\"", "deadline-unknown"},
    {"Đầu quý II/2024", "2024-04-01", "deadline-embedded"},
    {"Từ đầu năm 2024", "from 2024-01-01", ""},
    /* a length behind an event */
    {"Sau khi Nghị định có hiệu lực 30 ngày", "after \"Nghị định có hiệu lực\" +30d",
     "offset-days"},
    {"Sau khi họp, trong vòng 15 ngày", "after \"họp\" +15d", "offset-days"},
    {"Sau khi có báo cáo 6 tháng", "after \"báo cáo 6 tháng\"", "no-offset"},
    /* one of a rhythm */
    {"monthly, monthly", "monthly", ""},
    {"monthly, monthly@25", "monthly@25", "deadline-garbled"},
    {"Tháng 3, tháng 9 hằng năm", "2024-03-31, 2024-09-30", ""},
    {"weekly@thu, weekly@mon", "unknown \"weekly@thu, weekly@mon\"", "deadline-unknown"},
    {"monthly@15, quarterly@15", "monthly@15, quarterly@15", ""},
};
enum { PHRASES = sizeof phrases / sizeof *phrases };

static const char *doubts_text(struct arena *a, const struct reading *r)
{
	const char *text = "";
	for (size_t i = 0; i < r->doubt_count; i++)
		text = arena_format(a, "%s%s%s", text, i ? " " : "",
				    code_info(r->doubts[i].code)->name);
	return text;
}

static void test_phrases(void)
{
	static const struct phrase_context in_2024 = {2024, 2024};
	check_begin("more phrases are read as officers mean them, or not at all");
	struct arena *a = arena_new();
	for (size_t i = 0; i < PHRASES; i++) {
		struct reading r = deadline_read(a, phrases[i].said, &in_2024);
		struct deadline again = {0};
		const char *words = deadline_text(a, &r.deadline);
		CHECK_FOR(phrases[i].said, words, phrases[i].want);
		CHECK_FOR(phrases[i].said, doubts_text(a, &r), phrases[i].doubts);
		CHECK(deadline_parse(a, words, &again));
		CHECK_FOR(phrases[i].said, deadline_text(a, &again), phrases[i].want);
	}
	arena_free(a);
}

static void test_windows(void)
{
	static const struct {
		const char *said;
		struct phrase_context context;
		const char *want;
	} cases[] = {
	    {"Hằng năm giai đoạn 2021-2025", {2021, 2025}, "yearly"},
	    {"Hằng năm giai đoạn 2021-2023", {2021, 2025}, "2021, 2022, 2023"},
	    {"Hằng năm, giai đoạn 2024-2030", {2021, 2025}, "2024.."},
	    {"Hàng năm đến năm 2023", {2021, 2025}, "2021, 2022, 2023"},
	    {"Hàng quý năm 2022", {2021, 2025}, "2022-Q1, 2022-Q2, 2022-Q3, 2022-Q4"},
	    {"Hằng quý từ quý III/2025", {2021, 2025}, "2025-Q3, 2025-Q4"},
	    {"Hằng tháng từ năm 2020", {2021, 2025}, "monthly"},
	    {"Hằng tháng giai đoạn 2022-2024",
	     {2021, 2025},
	     "unknown \"Hằng tháng giai đoạn 2022-2024\""},
	    {"Thường xuyên từ năm 2023", {2024, 2024}, "ongoing"},
	    {"Thường xuyên từ năm 2026", {2024, 2024}, "ongoing, from 2026"},
	    {"Từ năm 2023, hằng năm", {2021, 2025}, "2023.."},
	    {"Tháng 3, tháng 9 hằng năm",
	     {2023, 2024},
	     "2023-03-31, 2023-09-30, 2024-03-31, 2024-09-30"},
	    {"Ngày 15 và 30 hằng tháng", {2023, 2024}, "unknown \"Ngày 15 và 30 hằng tháng\""},
	    {"Tháng 3, tháng 9 hằng năm", {0, 0}, "unknown \"Tháng 3, tháng 9 hằng năm\""},
	    {"Hằng quý từ năm 2024", {0, 0}, "unknown \"Hằng quý từ năm 2024\""},
	};
	check_begin("a rhythm in a part of the plan's time makes no occurrence outside it");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reading r = deadline_read(a, cases[i].said, &cases[i].context);
		CHECK_FOR(cases[i].said, deadline_text(a, &r.deadline), cases[i].want);
	}
	arena_free(a);
}

static void test_labels(void)
{
	static const struct phrase_context in_2024 = {2024, 2024};
	check_begin("a report that has its own day is named by it");
	struct arena *a = arena_new();
	const char *said = "Báo cáo 6 tháng: trước ngày 15/6/2024; báo cáo năm: ngày 15/12/2024";
	struct reading r = deadline_read(a, said, &in_2024);
	CHECK(r.deadline.count == 2);
	CHECK_TEXT(r.deadline.parts[0].what, "Báo cáo 6 tháng");
	CHECK_TEXT(r.deadline.parts[1].what, "báo cáo năm");
	r = deadline_read(a, "Quý I/2024 (báo cáo: 15/3/2024)", &in_2024);
	CHECK(r.deadline.count == 2 && !r.deadline.parts[0].what);
	CHECK_TEXT(r.deadline.parts[1].what, "báo cáo");
	arena_free(a);
}

int main(void)
{
	test_phrases();
	test_windows();
	test_labels();
	return check_end();
}
