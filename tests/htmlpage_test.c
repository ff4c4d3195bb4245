/* SPDX-License-Identifier: MIT
 * htmlpage_test: the parts of a page. With "page vi" or "page en" it prints a whole one instead, full
 * of what could break it, for the tests that read pages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"
#include "check.h"
#include "form/htmlpage.h"
#include "form/sheet.h"

static const char *const hostile =
    "</title></style><script>alert(1)</script>\" onload='x' & <img src=x> \x01\xff\xe2\x80\xae!";

static struct sheet make_sheet(struct arena *a, const char *const *columns, size_t width)
{
	return (struct sheet){.arena = a, .columns = columns, .width = width};
}

static void add_row(struct sheet *s, const char *kinds, const char *const *texts)
{
	struct cell *row = sheet_row(s);
	for (size_t i = 0; i < s->width; i++) {
		enum cell_kind kind = kinds[i] == 'n'	? CELL_NUMBER
				      : kinds[i] == 'd' ? CELL_DATE
				      : kinds[i] == 'w' ? CELL_WORD
							: CELL_TEXT;
		if (texts[i])
			row[i] = (struct cell){kind, texts[i]};
	}
}

/* ---- a whole page ---- */

static const char *const states[] = {
    "done-on-time",	   "done-late", "in-progress", "not-started", "in-progress-overdue",
    "not-started-overdue", "waiting",	"ongoing",     "recurring",   "no-date",
    "invalid-date",	   "cancelled", "done"};
enum { STATES = sizeof states / sizeof *states };

static struct sheet count_sheet(struct arena *a)
{
	static const char *columns[STATES + 3] = {"agency", "total"};
	static const char *const agencies[] = {
	    "Sở Nội vụ",
	    "Sở Tư pháp",
	    "Văn phòng UBND tỉnh",
	    "Sở Nông nghiệp và Phát triển nông thôn phối hợp Sở Tài nguyên và Môi trường",
	    "UBND thành phố Đồng Xoài",
	    "Các sở, ban, ngành tỉnh",
	    "Không-có-chỗ-ngắt-dòng-nào-cả-ở-đây"};
	memcpy(columns + 2, states, sizeof states);
	columns[STATES + 2] = "rate_all";
	struct sheet s = make_sheet(a, columns, STATES + 3);
	for (size_t r = 0; r < sizeof agencies / sizeof *agencies; r++) {
		const char *texts[STATES + 3] = {agencies[r]};
		int total = 0;
		for (size_t i = 0; i < STATES; i++) {
			int n = (int)((r * 7 + i * 5) % 6 + (i == 3 ? r * 3 : 0));
			texts[i + 2] = arena_format(a, "%d", n);
			total += n;
		}
		texts[1] = arena_format(a, "%d", total);
		texts[STATES + 2] = arena_format(a, "%d.25", (int)r * 9);
		add_row(&s, "tnnnnnnnnnnnnnnn", texts);
	}
	return s;
}

static struct sheet task_sheet(struct arena *a)
{
	static const char *const columns[] = {"task", "text", "product", "lead",    "start",
					      "due",  "done", "status",	 "evidence"};
	static const char *const rows[][9] = {
	    {"1",
	     "Rà soát, sửa đổi quy định của tỉnh còn chồng chéo, công bố danh mục hết hiệu lực",
	     "Quyết định của UBND tỉnh", "Sở Tư pháp", "2024-01-02", "2024-03-31", "2024-03-20",
	     "done-on-time", "45/BC-STP"},
	    {"2", "Cắt giảm 50 % giấy tờ của các thủ tục có nhiều hồ sơ", "Báo cáo", "Sở Nội vụ",
	     NULL, "2024-03-31", "2024-04-05", "done-late", "12/BC-SNV"},
	    {"11/1", "Kiểm tra công tác cải cách hành chính tại các đơn vị", "Kế hoạch",
	     "Sở Nội vụ", "2024-02-01", "2024-02-29", NULL, "not-started-overdue", NULL},
	    {"19", "Kết nối kho dữ liệu", "Hệ thống", "Sở TT&TT", "2024-02-15", "2024-12-31", NULL,
	     "in-progress", NULL},
	    {"20", "Thường xuyên công khai", NULL, "Các sở", NULL, NULL, NULL, "ongoing", NULL},
	    {"21", "Việc của năm sau", NULL, "Các sở", "2023-05-01", "2025-06-30", NULL,
	     "not-started", NULL},
	};
	struct sheet s = make_sheet(a, columns, 9);
	for (size_t r = 0; r < 42; r++)
		add_row(&s, "ttttdddwt", rows[r % 6]);
	const char *const bad[] = {hostile, hostile, hostile,	    hostile, "2024-99-99",
				   "x",	    NULL,    "not-started", hostile};
	add_row(&s, "ttttdddwt", bad);
	return s;
}

static struct sheet trend_sheet(struct arena *a)
{
	static const char *const columns[] = {"period", "done", "late", "open"};
	struct sheet s = make_sheet(a, columns, 4);
	for (int week = 1; week <= 52; week++) {
		const char *const texts[] = {
		    arena_format(a, "2024-W%02d", week), arena_format(a, "%d", week * 2),
		    arena_format(a, "%d", week % 9), arena_format(a, "%d", 130 - week * 2)};
		add_row(&s, "tnnn", texts);
	}
	return s;
}

static void print_page(FILE *out)
{
	struct arena *a = arena_new();
	struct page page = {.out = out};
	struct sheet counts = count_sheet(a), tasks = task_sheet(a), trend = trend_sheet(a);
	static const char *const lines[] = {"done", "late", "open"};
	const struct page_figure figures[] = {
	    {"Tổng số nhiệm vụ", "48", NULL, NULL, NULL},
	    {"hoàn thành đúng hạn", "6.25", "%", "3 trên 48 nhiệm vụ", "done-on-time"},
	    {"quá hạn", "1", NULL, "2,08 % số nhiệm vụ", "in-progress-overdue"},
	    {"chờ điều kiện", "<b>", "&", hostile, "waiting"}};
	page_open(&page, &(struct page_head){"Tình hình cải cách hành chính quý I năm 2024",
					     "UBND tỉnh Bình Phước · 2142/QĐ-UBND",
					     "Dữ liệu từ 15/12/2023 đến 14/03/2024"});
	page_figures(&page, figures, 4);
	page_section(&page, "Theo cơ quan");
	page_bars(
	    &page, &counts,
	    &(struct page_chart){"Nhiệm vụ theo cơ quan", "agency", states, STATES, "status"});
	page_table(&page, &counts, "Số nhiệm vụ theo trạng thái");
	page_section(&page, "Tiến độ trong năm");
	page_timeline(&page, &tasks,
		      &(struct page_span){"Nhiệm vụ năm 2024", "task", "text", "start", "due",
					  "done", "status", "2024-01-01", "2024-12-31",
					  "2024-04-10"});
	page_section(&page, "Xu hướng");
	page_lines(&page, &trend, &(struct page_chart){"Theo tuần", "period", lines, 3, "heading"});
	page_section(&page, hostile);
	page_table(&page, &tasks, hostile);
	page_note(&page, hostile);
	page_close(&page);
	arena_free(a);
}

/* ---- properties ---- */

struct printed {
	FILE *out;
	char *text;
	size_t n;
};

static FILE *print_begin(struct printed *p)
{
	return p->out = open_memstream(&p->text, &p->n);
}

static char *print_end(struct printed *p)
{
	fclose(p->out);
	return p->text;
}

static void escaping(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"},
	    {"98 % và 5%", "98\xc2\xa0% và 5%"},
	    {"Sở Nội vụ", "Sở Nội vụ"},
	    {"a\001b", "a\xef\xbf\xbd"
		       "b"},
	    {"\xff", "\xef\xbf\xbd"},
	    {"a\xe1", "a\xef\xbf\xbd"},
	    {"\xe2\x80\xae", "\xef\xbf\xbd"},
	    {"", ""},
	};
	check_begin("text is escaped, whatever is in it");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct printed p = {0};
		struct page page = {.out = print_begin(&p)};
		page_section(&page, cases[i].text);
		char *got = print_end(&p), *from = strstr(got, "\"h1\">\0");
		from = from ? strstr(from + 1, "<h2 id=\"h1\">") : NULL;
		CHECK(from != NULL);
		if (from) {
			from += strlen("<h2 id=\"h1\">");
			char *end = strstr(from, "</h2>");
			CHECK(end != NULL);
			if (end)
				*end = '\0';
			CHECK_FOR(cases[i].text, from, cases[i].want);
		}
		free(got);
	}
}

static void whole_page(void)
{
	struct printed p = {0};
	check_begin("a page holds no markup that a text brought, no script and no address");
	print_page(print_begin(&p));
	char *got = print_end(&p);
	CHECK(utf8_check(got, p.n) == p.n);
	CHECK(strstr(got, "<script") == NULL);
	CHECK(strstr(got, "<img") == NULL);
	CHECK(strstr(got, "http:") == NULL && strstr(got, "https:") == NULL);
	CHECK(strstr(got, "&lt;script&gt;") != NULL);
	free(got);
}

static void languages(void)
{
	static const char *const columns[] = {"task", "due", "percent", "status"};
	static const char *const texts[] = {"1", "2024-03-31", "6.25", "done-late"};
	struct arena *a = arena_new();
	struct sheet s = make_sheet(a, columns, 4);
	add_row(&s, "tdnw", texts);
	check_begin("dates, numbers and words are those of the language");
	for (int i = 0; i < 2; i++) {
		struct printed p = {0};
		words_speak(i ? LANGUAGE_EN : LANGUAGE_VI);
		struct page page = {.out = print_begin(&p)};
		page_table(&page, &s, "");
		char *got = print_end(&p);
		CHECK(strstr(got, i ? ">2024-03-31<" : ">31/03/2024<") != NULL);
		CHECK(strstr(got, i ? ">6.25<" : ">6,25<") != NULL);
		CHECK(strstr(got, i ? ">done late<" : ">hoàn thành quá hạn<") != NULL);
		CHECK(strstr(got, "<th scope=\"col\" class=\"number\">") != NULL);
		CHECK(strstr(got, "<th scope=\"row\"") != NULL);
		free(got);
	}
	words_speak(LANGUAGE_VI);
	arena_free(a);
}

static void nothing(void)
{
	static const char *const columns[] = {"agency", "total", "start"};
	static const char *const values[] = {"total", "nowhere"};
	struct arena *a = arena_new();
	struct sheet empty = make_sheet(a, columns, 3), one = make_sheet(a, columns, 3);
	const char *const texts[] = {"Sở", NULL, NULL};
	check_begin("without rows, without values, with a column that is none, it says so");
	add_row(&one, "tnd", texts);
	const struct sheet *const sheets[] = {&empty, &one};
	for (size_t i = 0; i < 2; i++) {
		struct printed p = {0};
		struct page page = {.out = print_begin(&p)};
		page_figures(&page, NULL, 0);
		page_table(&page, sheets[i], "");
		page_bars(&page, sheets[i],
			  &(struct page_chart){"", "agency", values, 2, "status"});
		page_lines(&page, sheets[i],
			   &(struct page_chart){"", "nowhere", values, 2, "heading"});
		page_timeline(
		    &page, sheets[i],
		    &(struct page_span){.caption = "", .label = "agency", .due = "start"});
		page_timeline(&page, sheets[i],
			      &(struct page_span){.caption = "",
						  .label = "agency",
						  .due = "start",
						  .first = "2024-01-01",
						  .last = "2024-12-31"});
		char *got = print_end(&p);
		CHECK(strstr(got, "Không có dữ liệu.") != NULL);
		CHECK(strstr(got, "nan") == NULL && strstr(got, "inf") == NULL);
		free(got);
	}
	arena_free(a);
}

int main(int argc, char *argv[])
{
	if (argc == 3 && strcmp(argv[1], "page") == 0) {
		words_speak(strcmp(argv[2], "en") == 0 ? LANGUAGE_EN : LANGUAGE_VI);
		print_page(stdout);
		return 0;
	}
	escaping();
	whole_page();
	languages();
	nothing();
	return check_end();
}
