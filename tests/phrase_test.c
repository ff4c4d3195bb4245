/* SPDX-License-Identifier: MIT
 * Deadlines as officers write them. Phrases without a year stand in a plan of 2024. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "time/phrase.h"

static const struct phrase_context in_2024 = {2024, 2024};

/* What is said; its canonical words; the doubts, with =SUGGESTION; the `what` of each part. */
static const struct {
	const char *said, *want, *doubts, *labels;
} phrases[] = {
    /* days */
    {"31/10/2023", "2023-10-31", NULL, NULL},
    {"31//10/2023", "2023-10-31", NULL, NULL},
    {"18 / 01/2023", "2023-01-18", NULL, NULL},
    {"31.12.2024", "2024-12-31", NULL, NULL},
    {"31-12-2024", "2024-12-31", NULL, NULL},
    {"31/ 12/2024.", "2024-12-31", NULL, NULL},
    {"ngày 20 tháng 12 năm 2024", "2024-12-20", NULL, NULL},
    {"31 tháng 12 năm 2024", "2024-12-31", NULL, NULL},
    {"chậm nhất ngày 31/10/2023", "2023-10-31", NULL, NULL},
    {"chậm nhất là ngày 20 tháng 12 năm 2024", "2024-12-20", NULL, NULL},
    {"Muộn nhất 31/12/2024", "2024-12-31", NULL, NULL},
    {"Không muộn hơn ngày 15/6/2024", "2024-06-15", NULL, NULL},
    {"không quá ngày 15/3/2024", "2024-03-15", NULL, NULL},
    {"đến hết ngày 31/12/2024", "2024-12-31", NULL, NULL},
    {"đến ngày 30/6/2024", "2024-06-30", NULL, NULL},
    {"Từ nay đến hết năm 2025", "2025", NULL, NULL},
    {"Hạn chót: 31/12/2024", "2024-12-31", NULL, NULL},
    {"Thời hạn: 31/12/2024", "2024-12-31", NULL, NULL},
    {"31/12/2024 00:00:00", "2024-12-31", NULL, NULL},
    {"Sáng ngày 15/3/2024", "2024-03-15", NULL, NULL},
    {"31/12", "2024-12-31", NULL, NULL},
    {"trước ngày 15/3", "<2024-03-15", NULL, NULL},
    {"Tháng 12 và ngày 15/12/2024", "2024-12, 2024-12-15", NULL, NULL},
    {"30 ngày kể từ ngày 01/3/2024", "2024-03-31", NULL, NULL},
    /* before a day */
    {"trước ngày 15/01/2024", "<2024-01-15", NULL, NULL},
    {"Hoàn thành trước ngày 30 tháng 6 năm 2024.", "<2024-06-30", NULL, NULL},
    {"trước năm 2030", "<2030-01-01", NULL, NULL},
    {"trước tháng 6/2024", "<2024-06-01", NULL, NULL},
    {"chậm nhất trước ngày 20/12/2024", "<2024-12-20", NULL, NULL},
    {"trước hết quý II/2024", "2024-Q2", NULL, NULL},
    {"trước 17h00 ngày 15/3/2024", "2024-03-15", NULL, NULL},
    {"Trước 17 giờ 00 phút, ngày 20/3/2024", "2024-03-20", NULL, NULL},
    {"Trước ngày 15/6 và ngày 15/12/2024", "<2024-06-15, <2024-12-15", NULL, NULL},
    /* impossible days: never a date */
    {"31/10/20223", "unknown \"31/10/20223\"", "date-invalid=2023-10-31", NULL},
    {"31/10/2203", "unknown \"31/10/2203\"", "date-invalid=2023-10-31", NULL},
    {"31/10/23", "unknown \"31/10/23\"", "date-invalid=2023-10-31", NULL},
    {"30/02/2024", "unknown \"30/02/2024\"", "date-invalid", NULL},
    {"32/01/2024", "unknown \"32/01/2024\"", "date-invalid", NULL},
    {"31/6/2024", "unknown \"31/6/2024\"", "date-invalid=2024-06-30", NULL},
    {"10/13/2024", "unknown \"10/13/2024\"", "date-invalid=2024-10-13", NULL},
    {"Tháng 13/2024", "unknown \"Tháng 13/2024\"", "date-invalid", NULL},
    {"Quý V/2024", "unknown \"Quý V/2024\"", "date-invalid", NULL},
    {"quý l/2024", "unknown \"quý l/2024\"", "date-invalid", NULL},
    {"Quý I/24", "unknown \"Quý I/24\"", "date-invalid", NULL},
    {"Năm 20243", "unknown \"Năm 20243\"", "date-invalid=2024", NULL},
    {"31/10/1923", "unknown \"31/10/1923\"", "date-invalid", NULL},
    {"15/3/2101", "unknown \"15/3/2101\"", "date-invalid", NULL},
    /* periods */
    {"Trong năm 2024", "2024", NULL, NULL},
    {"Năm 2022", "2022", NULL, NULL},
    {"2022", "2022", NULL, NULL},
    {"Cả năm", "2024", NULL, NULL},
    {"Trong năm", "2024", NULL, NULL},
    {"Tháng 01/2022", "2022-01", NULL, NULL},
    {"6/2025", "2025-06", NULL, NULL},
    {"12/2025[1]", "2025-12", NULL, NULL},
    {"T3/2024", "2024-03", NULL, NULL},
    {"Tháng mười hai năm 2024", "2024-12", NULL, NULL},
    {"Tháng 3 / 2024", "2024-03", NULL, NULL},
    {"tháng3/2024", "2024-03", NULL, NULL},
    {"Quý I/2024", "2024-Q1", NULL, NULL},
    {"Quý II năm 2022", "2022-Q2", NULL, NULL},
    {"QUÝ III NĂM 2024", "2024-Q3", NULL, NULL},
    {"QuýII/2024", "2024-Q2", NULL, NULL},
    {"Quí 2/2024", "2024-Q2", NULL, NULL},
    {"Quý Ⅳ/2024", "2024-Q4", NULL, NULL},
    {"Q.I/2024", "2024-Q1", NULL, NULL},
    {"III/2024", "2024-Q3", NULL, NULL},
    {"Quý II, 2024", "2024-Q2", NULL, NULL},
    {"Quý I (năm 2024)", "2024-Q1", NULL, NULL},
    {"Quý II", "2024-Q2", NULL, NULL},
    {"6 tháng đầu năm 2024", "2024-H1", NULL, NULL},
    {"sáu tháng đầu năm", "2024-H1", NULL, NULL},
    {"6 tháng cuối năm 2024", "2024-H2", NULL, NULL},
    {"9 tháng năm 2024", "2024-9M", NULL, NULL},
    {"9 tháng", "2024-9M", NULL, NULL},
    {"Tuần 5/2024", "2024-W05", NULL, NULL},
    {"Xong trong Quý II/2026", "2026-Q2", NULL, NULL},
    {"Phấn đấu hoàn thành trong Quý IV/2024", "2024-Q4", NULL, NULL},
    {"Đến cuối năm 2025", "2025-12-31", NULL, NULL},
    {"cuối năm 2024", "2024-12-31", NULL, NULL},
    {"đầu năm 2024", "2024-01-01", "deadline-embedded", NULL},
    {"giữa năm 2024", "2024-06-30", NULL, NULL},
    {"cuối tháng 3/2024", "2024-03-31", NULL, NULL},
    {"đầu tháng 3", "2024-03-01", "deadline-embedded", NULL},
    {"cuối quý I/2024", "2024-03-31", NULL, NULL},
    {"**2025**", "2025", NULL, NULL},
    {"- Quý I/2024", "2024-Q1", NULL, NULL},
    {"2024-q1", "2024-Q1", NULL, NULL},
    /* two units together */
    {"Trong năm quý I/2024", "2024-Q1", "deadline-garbled", NULL},
    {"Năm 2024 (quý I)", "2024-Q1", "deadline-garbled", NULL},
    {"Năm 2024, quý I", "2024-Q1", "deadline-garbled", NULL},
    /* lists */
    {"tháng 6 và tháng 12/2024", "2024-06, 2024-12", NULL, NULL},
    {"Tháng 01/2022 và tháng 12/2022", "2022-01, 2022-12", NULL, NULL},
    {"quý I, II/2024", "2024-Q1, 2024-Q2", NULL, NULL},
    {"Quý II, Quý IV", "2024-Q2, 2024-Q4", NULL, NULL},
    {"Trong các quý I, II và III/2024", "2024-Q1, 2024-Q2, 2024-Q3", NULL, NULL},
    {"Tháng 3, 6, 9, 12/2024", "2024-03, 2024-06, 2024-09, 2024-12", NULL, NULL},
    {"Năm 2024, 2025", "2024, 2025", NULL, NULL},
    {"Tháng 6/2024\nTháng 12/2024", "2024-06, 2024-12", NULL, NULL},
    {"2024-03, Quý II/2024", "2024-03, 2024-Q2", NULL, NULL},
    {"<2026-07-25, Hằng tháng", "<2026-07-25, monthly", NULL, NULL},
    /* ranges */
    {"Năm 2025-2030", "2025..2030", NULL, NULL},
    {"2025 - 2035", "2025..2035", NULL, NULL},
    {"Giai đoạn 2026 - 2030", "2026..2030", NULL, NULL},
    {"Quý IV/2025 - Quý II/2026", "2025-Q4..2026-Q2", NULL, NULL},
    {"tháng 3-6/2024", "2024-03..2024-06", NULL, NULL},
    {"Quý III-IV/2024", "2024-Q3..2024-Q4", NULL, NULL},
    {"01/2024-06/2024", "2024-01..2024-06", NULL, NULL},
    {"Từ tháng 3 đến tháng 6/2024", "2024-03..2024-06", NULL, NULL},
    {"Từ ngày 01/3/2024 đến hết ngày 31/3/2024", "2024-03-01..2024-03-31", NULL, NULL},
    {"ngày 15-20/3/2024", "2024-03-15..2024-03-20", NULL, NULL},
    {"- Giai đoạn 2025-2027\n- Giai đoạn 2028-2030", "2025..2027, 2028..2030", NULL, NULL},
    {"Năm 2026-2025", "unknown \"Năm 2026-2025\"", "date-invalid", NULL},
    /* years, from */
    {"2025 và những năm tiếp theo", "2025..", NULL, NULL},
    {"2025 và các năm tiếp theo.", "2025..", NULL, NULL},
    {"Năm 2024, 2025 và các năm tiếp theo", "2024..", NULL, NULL},
    {"Hằng năm từ 2025", "2025..", NULL, NULL},
    {"Bắt đầu triển khai từ năm 2026", "from 2026", NULL, NULL},
    {"Từ năm 2025 trở đi", "from 2025", NULL, NULL},
    {"kể từ ngày 15/01/2020", "from 2020-01-15", NULL, NULL},
    {"Bắt đầu từ Quý I/2024", "from 2024-Q1", NULL, NULL},
    /* recurring */
    {"Hằng tuần", "weekly", NULL, NULL},
    {"Hằng tháng", "monthly", NULL, NULL},
    {"Thường xuyên hàng tháng", "monthly", NULL, NULL},
    {"Định kỳ hàng quý", "quarterly", NULL, NULL},
    {"Báo cáo theo quý", "quarterly", NULL, NULL},
    {"Tháng cuối quý", "quarterly", NULL, NULL},
    {"Cuối mỗi quý", "quarterly", NULL, NULL},
    {"Các tháng trong năm", "monthly", NULL, NULL},
    {"Hằng năm", "yearly", NULL, NULL},
    {"Hàng quý năm 2024", "quarterly", NULL, NULL},
    {"Định kỳ hằng tuần, tháng", "weekly, monthly", NULL, NULL},
    {"Mỗi quý một lần", "quarterly", NULL, NULL},
    {"01 lần/tháng", "monthly", NULL, NULL},
    {"2 lần/năm", "half-yearly", NULL, NULL},
    {"6 tháng/lần", "half-yearly", NULL, NULL},
    {"03 tháng một lần", "quarterly", NULL, NULL},
    {"Báo cáo định kỳ 6 tháng, năm", "half-yearly, yearly", NULL, NULL},
    /* the four reports */
    {"Hàng quý, 06 tháng, năm", "reports", NULL, NULL},
    {"Hàng quý, 06 tháng, năm và đột xuất", "reports", NULL, NULL},
    {"quý I, 6 tháng, quý III, năm", "reports", NULL, NULL},
    {"Định kỳ quý I, 6 tháng, quý III, hàng năm hoặc đột xuất", "reports", NULL, NULL},
    {"theo định kỳ hàng quý, 06 tháng và năm theo quy định", "reports", NULL, NULL},
    {"Hàng quý/6 tháng/năm", "reports", NULL, NULL},
    {"Hằng tháng, quý, 6 tháng, năm", "monthly, reports", NULL, NULL},
    {"Báo cáo định kỳ hàng tháng, quý, năm và đột xuất khi có yêu cầu",
     "monthly, quarterly, yearly", NULL, NULL},
    /* days of recurring ones */
    {"Ngày 25 của tháng cuối quý", "quarterly@25", NULL, NULL},
    {"Ngày 22 của tháng cuối kỳ báo cáo", "reports@22", NULL, NULL},
    {"chậm nhất ngày 22 của tháng cuối quý", "quarterly@22", NULL, NULL},
    {"Hàng quý, 6 tháng, năm (trước ngày 20 của tháng cuối kỳ)", "reports@19", NULL, NULL},
    {"Chậm nhất ngày 20 của tháng cuối quý, 6 tháng, năm", "reports@20", NULL, NULL},
    {"Hàng quý trước ngày 15 tháng cuối quý", "quarterly@14", NULL, NULL},
    {"ngày 22/12 hằng năm", "yearly@12-22", NULL, NULL},
    {"Trước ngày 31/12 hàng năm", "yearly@12-30", NULL, NULL},
    {"Định kỳ hàng năm (trước ngày 10/12)", "yearly@12-09", NULL, NULL},
    {"báo cáo hằng năm trước ngày 30/11", "yearly@11-29", NULL, NULL},
    {"Tháng 12 hằng năm", "yearly@12", NULL, NULL},
    {"Quý IV hằng năm", "yearly@12", NULL, NULL},
    {"Hằng năm, quý IV", "yearly@12", NULL, NULL},
    {"tháng 6, tháng 12 hằng năm", "half-yearly", NULL, NULL},
    {"02 lần/năm (tháng 6 và tháng 12)", "half-yearly", NULL, NULL},
    {"06 tháng/lần (trước ngày 15/6 và 15/12)", "half-yearly@14", NULL, NULL},
    {"Trước ngày 15 hàng tháng", "monthly@14", NULL, NULL},
    {"Trước ngày 01 hàng tháng", "monthly", NULL, NULL},
    {"25 hàng tháng", "monthly@25", NULL, NULL},
    {"Hàng tháng, chậm nhất ngày 25", "monthly@25", NULL, NULL},
    {"ngày 05 tháng sau", "monthly@+5", NULL, NULL},
    {"Hằng tháng, trước ngày 05 tháng sau", "monthly@+4", NULL, NULL},
    {"trước ngày 05 của tháng đầu quý sau", "quarterly@+4", NULL, NULL},
    {"Trước ngày 15 tháng 01 của năm kế tiếp", "yearly@+14", NULL, NULL},
    {"Thứ 5 hàng tuần", "weekly@thu", NULL, NULL},
    {"Chiều thứ Sáu hằng tuần", "weekly@fri", NULL, NULL},
    {"Chủ nhật hàng tuần", "weekly@sun", NULL, NULL},
    {"Trước thứ Sáu hằng tuần", "weekly@thu", NULL, NULL},
    /* ongoing */
    {"Thường xuyên", "ongoing", NULL, NULL},
    {"Thường xuyên trong năm", "ongoing", NULL, NULL},
    {"Thường xuyên, liên tục", "ongoing", NULL, NULL},
    {"Nhiệm vụ thường xuyên", "ongoing", NULL, NULL},
    {"Thường xuyên theo quy định", "ongoing", NULL, NULL},
    {"Năm 2024 và thường xuyên", "2024, ongoing", NULL, NULL},
    {"Thường xuyên, hằng năm", "ongoing, yearly", NULL, NULL},
    /* waiting */
    {"Sau khi có thông báo của Sở A", "after \"thông báo của Sở A\"", "no-offset", NULL},
    {"Khi có yêu cầu", "after \"yêu cầu\"", "no-offset", NULL},
    {"Ngay sau khi được phê duyệt", "after \"được phê duyệt\"", "no-offset", NULL},
    {"Thường xuyên, khi nhận được yêu cầu", "ongoing, after \"nhận được yêu cầu\"", "no-offset",
     NULL},
    {"Ngay sau khi Đề án được duyệt và thường xuyên", "after \"Đề án được duyệt\", ongoing",
     "no-offset", NULL},
    {"Sau 15 ngày kể từ ngày nhận đủ hồ sơ", "after \"nhận đủ hồ sơ\" +15d", "offset-days", NULL},
    {"trong thời hạn 05 ngày làm việc kể từ khi nhận được văn bản",
     "after \"nhận được văn bản\" +5wd", NULL, NULL},
    {"Không quá 02 (hai) ngày làm việc kể từ ngày nhận đủ hồ sơ", "after \"nhận đủ hồ sơ\" +2wd",
     NULL, NULL},
    {"02 tháng kể từ ngày có quyết định", "after \"có quyết định\" +2m", NULL, NULL},
    {"Chậm nhất 10 ngày sau khi kết thúc quý", "after \"kết thúc quý\" +10d", NULL, NULL},
    {"100 ngày kể từ ngày ban hành Kế hoạch", "issued +100d", NULL, NULL},
    {"Trong vòng 30 ngày kể từ ngày ký ban hành", "issued +30d", NULL, NULL},
    {"Sau khi có Kết luận năm 2024", "after \"Kết luận năm 2024\"", "no-offset", NULL},
    {"khi có văn bản ngày 15/6/2024", "after \"văn bản ngày 15/6/2024\"", "no-offset", NULL},
    {"Trong năm 2024 (sau khi có hướng dẫn của Bộ A).", "2024 if \"hướng dẫn của Bộ A\"",
     "condition", NULL},
    {"Trong năm 2024, sau khi có hướng dẫn", "2024 if \"hướng dẫn\"", "condition", NULL},
    {"Sau khi có hướng dẫn, trong năm 2024", "2024 if \"hướng dẫn\"", "condition", NULL},
    {"Năm 2024 hoặc khi có yêu cầu", "2024, after \"yêu cầu\"", "no-offset", NULL},
    /* elsewhere */
    {"Theo quy định", "external \"Theo quy định\"", NULL, NULL},
    {"Theo yêu cầu", "external \"Theo yêu cầu\"", NULL, NULL},
    {"Theo Kế hoạch riêng", "external \"Theo Kế hoạch riêng\"", NULL, NULL},
    {"Định kỳ", "external \"Định kỳ\"", NULL, NULL},
    {"Đột xuất", "external \"Đột xuất\"", NULL, NULL},
    {"theo định kỳ và đột xuất", "external \"theo định kỳ và đột xuất\"", NULL, NULL},
    {"Theo lộ trình tại khoản 3 Điều 7 Nghị định số 12/2020/NĐ-CP ; Mục I Quyết định số 34/QĐ-TTg",
     "external \"Theo lộ trình tại khoản 3 Điều 7 Nghị định số 12/2020/NĐ-CP ; Mục I Quyết định số "
     "34/QĐ-TTg\"",
     NULL, NULL},
    {"Theo Kế hoạch số 12/KH-UBND ngày 05/01/2024",
     "external \"Theo Kế hoạch số 12/KH-UBND ngày 05/01/2024\"", NULL, NULL},
    {"Theo Quyết định 34/QĐ-TTg (27/3/2021)", "external \"Theo Quyết định 34/QĐ-TTg (27/3/2021)\"",
     NULL, NULL},
    {"Theo Chương trình công tác năm 2024", "external \"Theo Chương trình công tác năm 2024\"",
     NULL, NULL},
    /* labels, actors, sentences */
    {"Xây dựng dự thảo trong tháng 01/2022; Báo cáo trước ngày 10/12/2022", "2022-01, <2022-12-10",
     NULL, "Xây dựng dự thảo|Báo cáo"},
    {"Cấp tỉnh: năm 2025; cấp xã: năm 2026", "2025, 2026", NULL, "Cấp tỉnh|cấp xã"},
    {"Đợt 1: tháng 6/2024; đợt 2: tháng 12/2024", "2024-06, 2024-12", NULL, "Đợt 1|đợt 2"},
    {"Hoàn thành trong quý III/2024; trình UBND tỉnh trong tháng 10/2024", "2024-Q3, 2024-10", NULL,
     "|trình UBND tỉnh"},
    {"Giám đốc Sở A ký trước ngày 31/01/2022", "<2022-01-31", "deadline-actor", NULL},
    {"Trình UBND tỉnh trước ngày 15/3/2024", "<2024-03-15", NULL, NULL},
    {"Mua sắm, lắp đặt thiết bị cho các điểm cầu truyền hình Quý IV/2022", "2022-Q4",
     "deadline-embedded", NULL},
    {"Báo cáo kết quả năm 2022 trước ngày 31/01/2023", "<2023-01-31", "deadline-embedded", NULL},
    /* not understood */
    {"100 ngày", "unknown \"100 ngày\"", "deadline-unknown", NULL},
    {"Trong 6 tháng", "unknown \"Trong 6 tháng\"", "deadline-unknown", NULL},
    {"Sau 30 ngày", "unknown \"Sau 30 ngày\"", "deadline-unknown", NULL},
    {"sau ngày 31/12/2024", "unknown \"sau ngày 31/12/2024\"", "deadline-unknown", NULL},
    {"sau năm 2025", "unknown \"sau năm 2025\"", "deadline-unknown", NULL},
    {"trước 15 ngày", "unknown \"trước 15 ngày\"", "deadline-unknown", NULL},
    {"10 ngày trước khi họp", "unknown \"10 ngày trước khi họp\"", "deadline-unknown", NULL},
    {"So với năm 2023", "unknown \"So với năm 2023\"", "deadline-unknown", NULL},
    {"Năm học 2024-2025", "unknown \"Năm học 2024-2025\"", "deadline-unknown", NULL},
    {"Ngày 10 tháng 3 âm lịch", "unknown \"Ngày 10 tháng 3 âm lịch\"", "deadline-unknown", NULL},
    {"24/7", "unknown \"24/7\"", "deadline-unknown", NULL},
    {"V/2024", "unknown \"V/2024\"", "deadline-unknown", NULL},
    {"2024 - nay", "unknown \"2024 - nay\"", "deadline-unknown", NULL},
    {"2024/2025", "unknown \"2024/2025\"", "deadline-unknown", NULL},
    {"Tháng 12/2025 và các năm tiếp theo", "unknown \"Tháng 12/2025 và các năm tiếp theo\"",
     "deadline-unknown", NULL},
    {"Năm 2022: 30%; năm 2023: 50%", "unknown \"Năm 2022: 30%; năm 2023: 50%\"", "deadline-unknown",
     NULL},
    {"Theo dõi, đôn đốc các đơn vị", "unknown \"Theo dõi, đôn đốc các đơn vị\"", "deadline-unknown",
     NULL},
    {"Nghị định số 107/2021/NĐ-CP", "unknown \"Nghị định số 107/2021/NĐ-CP\"", "deadline-unknown",
     NULL},
    {"Quyết định 140/QĐ-UBND ngày 14/4/2021", "unknown \"Quyết định 140/QĐ-UBND ngày 14/4/2021\"",
     "deadline-unknown", NULL},
    {"Thực hiện Quyết định số 140/QĐ-UBND ngày 14/4/2021 của UBND tỉnh",
     "unknown \"Thực hiện Quyết định số 140/QĐ-UBND ngày 14/4/2021 của UBND tỉnh\"",
     "deadline-unknown", NULL},
    {"Sở Nội vụ", "unknown \"Sở Nội vụ\"", "deadline-unknown", NULL},
    {"x", "unknown \"x\"", "deadline-unknown", NULL},
    {"…", "unknown \"…\"", "deadline-unknown", NULL},
};
enum { PHRASES = sizeof phrases / sizeof *phrases };

static const char *doubts_text(struct arena *a, const struct reading *r)
{
	const char *text = NULL;
	for (size_t i = 0; i < r->doubt_count; i++) {
		const struct phrase_doubt *d = &r->doubts[i];
		text = arena_format(a, "%s%s%s%s%s", text ? text : "", text ? " " : "",
				    code_info(d->code)->name, d->suggest ? "=" : "",
				    d->suggest ? d->suggest : "");
	}
	return text ? text : "";
}

static const char *labels_text(struct arena *a, const struct deadline *d)
{
	const char *text = "";
	bool any = false;
	for (size_t i = 0; i < d->count; i++) {
		const char *what = d->parts[i].what;
		any |= what != NULL;
		text = arena_format(a, "%s%s%s", text, i ? "|" : "", what ? what : "");
	}
	return any ? text : "";
}

static void test_phrases(void)
{
	check_begin("phrases are read as the manual says, with their doubts");
	struct arena *a = arena_new();
	for (size_t i = 0; i < PHRASES; i++) {
		const char *said = phrases[i].said;
		struct reading r = deadline_read(a, said, &in_2024);
		CHECK_FOR(said, deadline_text(a, &r.deadline), phrases[i].want);
		CHECK_FOR(said, doubts_text(a, &r), phrases[i].doubts ? phrases[i].doubts : "");
		CHECK_FOR(said, labels_text(a, &r.deadline),
			  phrases[i].labels ? phrases[i].labels : "");
	}
	arena_free(a);
}

static void test_round_trip(void)
{
	check_begin("the canonical words of a phrase are read back byte for byte");
	struct arena *a = arena_new();
	for (size_t i = 0; i < PHRASES; i++) {
		struct reading r = deadline_read(a, phrases[i].said, &in_2024);
		struct deadline again = {0};
		CHECK(deadline_parse(a, deadline_text(a, &r.deadline), &again));
		CHECK_FOR(phrases[i].said, deadline_text(a, &again), phrases[i].want);
	}
	arena_free(a);
}

/* The same letters with their marks apart. */
static char *apart(struct arena *a, const char *s)
{
	static const struct {
		const char *one, *two;
	} table[] = {{"á", "a\xcc\x81"},	 {"à", "a\xcc\x80"},
		     {"ă", "a\xcc\x86"},	 {"ý", "y\xcc\x81"},
		     {"ò", "o\xcc\x80"},	 {"ằ", "a\xcc\x86\xcc\x80"},
		     {"ị", "i\xcc\xa3"},	 {"ộ", "o\xcc\xa3\xcc\x82"},
		     {"ố", "o\xcc\x82\xcc\x81"}, {"ể", "e\xcc\x82\xcc\x89"}};
	struct buf b = {0};
	while (*s) {
		size_t k = 0, n = sizeof table / sizeof *table;
		while (k < n && strncmp(s, table[k].one, strlen(table[k].one)) != 0)
			k++;
		if (k < n) {
			buf_text(&b, table[k].two);
			s += strlen(table[k].one);
		} else {
			buf_char(&b, *s++);
		}
	}
	return buf_take(&b, a);
}

static char *blanks_as(struct arena *a, const char *s, const char *blank)
{
	struct buf b = {0};
	for (; *s; s++) {
		if (*s == ' ')
			buf_text(&b, blank);
		else
			buf_char(&b, *s);
	}
	return buf_take(&b, a);
}

static void test_spellings(void)
{
	check_begin("marks apart, NBSP, wrapped lines and doubled blanks change nothing");
	struct arena *a = arena_new();
	for (size_t i = 0; i < PHRASES; i++) {
		const char *said = phrases[i].said;
		struct reading r = deadline_read(a, apart(a, said), &in_2024);
		CHECK_FOR(said, deadline_text(a, &r.deadline), phrases[i].want);
		static const char *const blanks[] = {"\xc2\xa0", "  ", " \xc2\xa0 "};
		for (size_t k = 0; k < 3; k++) {
			r = deadline_read(a, blanks_as(a, said, blanks[k]), &in_2024);
			CHECK_FOR(said, deadline_text(a, &r.deadline), phrases[i].want);
		}
	}
	static const char *const same[][2] = {
	    {"TRƯỚC NGÀY 15/01/2024", "<2024-01-15"},
	    {"HẰNG QUÝ", "quarterly"},
	    {"thường Xuyên", "ongoing"},
	    {"Báo cáo theo\nquý", "quarterly"},
	    {"tháng\n01/2022", "2022-01"},
	    {"QUÝ II - QUÝ IV/2024", "2024-Q2..2024-Q4"},
	    {"Thuong xuyen", "ongoing"},
	    {"Quy II/2024", "2024-Q2"},
	    {"Truoc ngay 15/3/2024", "<2024-03-15"},
	    {"Hang quy, 6 thang, nam", "reports"},
	    {"Định kì hàng quí", "quarterly"},
	    {"  31/10/2023  .", "2023-10-31"},
	    {"\xef\xbb\xbfQuý I/2024", "2024-Q1"},
	    {"Qu\xe2\x80\x8eý I/2024", "2024-Q1"},
	};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct reading r = phrase_read(a, same[i][0], &in_2024);
		CHECK_FOR(same[i][0], deadline_text(a, &r.deadline), same[i][1]);
		CHECK(r.doubt_count == 0);
	}
	arena_free(a);
}

static void test_contexts(void)
{
	static const struct {
		const char *said;
		struct phrase_context context;
		const char *want;
	} cases[] = {
	    {"Quý II", {2023, 2023}, "2023-Q2"},
	    {"Quý II", {0, 0}, "unknown \"Quý II\""},
	    {"Quý II", {2021, 2025}, "unknown \"Quý II\""},
	    {"Quý II/2023", {2021, 2025}, "2023-Q2"},
	    {"Trong năm", {2021, 2025}, "unknown \"Trong năm\""},
	    {"Trong năm", {0, 0}, "unknown \"Trong năm\""},
	    {"Thường xuyên trong năm", {0, 0}, "ongoing"},
	    {"Hằng năm, trước ngày 15/12", {0, 0}, "yearly@12-14"},
	    {"Hàng quý năm 2025", {2024, 2024}, "2025-Q1, 2025-Q2, 2025-Q3, 2025-Q4"},
	    {"Hằng năm giai đoạn 2021-2025", {2021, 2025}, "yearly"},
	    {"cuối năm", {2025, 2025}, "2025-12-31"},
	};
	check_begin("a year that is not said is the plan's, where it has but one");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reading r = deadline_read(a, cases[i].said, &cases[i].context);
		CHECK_FOR(cases[i].said, deadline_text(a, &r.deadline), cases[i].want);
	}
	struct reading r = deadline_read(a, "31/10/20223", NULL);
	CHECK_TEXT(r.doubts[0].suggest, "2023-10-31");
	r = deadline_read(a, "Quý II", NULL);
	CHECK(r.deadline.parts[0].kind == PART_UNKNOWN);
	arena_free(a);
}

static void test_long(void)
{
	check_begin("a text of many words is no deadline, whatever it holds");
	struct arena *a = arena_new();
	struct buf b = {0};
	for (int i = 0; i < 2000; i++)
		buf_text(&b, "tháng 3/2024, ");
	char *text = buf_take(&b, a);
	struct reading r = deadline_read(a, text, &in_2024);
	CHECK(r.deadline.count == 1 && r.deadline.parts[0].kind == PART_UNKNOWN);
	CHECK(phrase_likeness(a, text) == 0);
	arena_free(a);
}

static void test_likeness(void)
{
	static const struct {
		const char *text;
		int least, most;
	} cases[] = {
	    {"Thường xuyên", 100, 100},
	    {"31/10/20223", 100, 100},
	    {"Báo cáo theo quý", 100, 100},
	    {"Giám đốc Sở A ký trước ngày 31/01/2022", 100, 100},
	    {"Theo lộ trình tại khoản 3 Điều 7 Nghị định số 12/2020/NĐ-CP", 100, 100},
	    {"Sau khi có thông báo của Sở A", 100, 100},
	    {"Trước ngày 15 các tháng 3, 6, 9, 12", 100, 100},
	    {"Đúng tiến độ", 100, 100},
	    {"Quý I/2024 (báo cáo: 15/3/2024)", 100, 100},
	    {"01/12 nhiệm vụ", 0, 0},
	    {"Tỷ lệ hồ sơ trực tuyến đạt 70% vào cuối năm 2024", 0, 20},
	    {"Sở Nội vụ, Sở Tài chính (trước đây là Sở Kế hoạch)", 0, 10},
	    {"Báo cáo năm 2024", 40, 70},
	    {"Sở Nội vụ", 0, 0},
	    {"Các sở, ban, ngành tỉnh; UBND cấp huyện", 0, 0},
	    {"Văn phòng UBND tỉnh", 0, 0},
	    {"Các cơ quan, đơn vị có liên quan", 0, 0},
	    {"Quyết định của UBND tỉnh", 0, 0},
	    {"Theo dõi tình hình các đơn vị", 0, 0},
	    {"Nghị định số 107/2021/NĐ-CP", 0, 0},
	    {"", 0, 0},
	    {"Rà soát thường xuyên và công khai danh mục thủ tục của các xã trên trang tin", 0, 35},
	    {"Tổ chức lớp bồi dưỡng kỹ năng số cho cán bộ các xã, phường mới thành lập năm 2024", 0,
	     25},
	    {"Kế hoạch đào tạo năm 2024", 0, 40},
	};
	check_begin("cells that are deadlines are told from tasks and agencies");
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int likeness = phrase_likeness(a, cases[i].text);
		if (likeness < cases[i].least || likeness > cases[i].most)
			check_fail(__FILE__, __LINE__, cases[i].text,
				   arena_format(a, "%d", likeness), "another likeness");
	}
	arena_free(a);
}

int main(void)
{
	test_phrases();
	test_round_trip();
	test_spellings();
	test_contexts();
	test_long();
	test_likeness();
	return check_end();
}
