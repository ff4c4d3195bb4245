/* SPDX-License-Identifier: MIT
 * The importer: every document of tests/cases/import against its plan (.yaml, absent where it is
 * refused) and its findings (.err), and the parts below it. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "data/cuttext.h"
#include "form/source.h"
#include "form/yamlout.h"
#include "import/head.h"
#include "import/headings.h"
#include "import/import.h"
#include "import/ordinal.h"
#include "read/textgrid.h"

#define CASES "tests/cases/import/"

static struct arena *arena;

static const char *whole_file(const char *name)
{
	struct file_bytes file;
	return file_read(arena, name, SOURCE_LIMIT, &file) == FILE_OK ? file.bytes : NULL;
}

static const char *printed(const struct findings *findings)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	if (!out)
		return "";
	findings_print(findings, out);
	fclose(out);
	const char *copy = arena_copy(arena, text, size);
	free(text);
	return copy;
}

/* The plan of a document as YAML, NULL when it is refused; *err: what was said about it. */
static const char *imported(const char *file, struct import_request request, const char **err)
{
	struct findings findings = {.arena = arena};
	struct import_result result;
	struct file_bytes text;
	const char *yaml = NULL;
	request.file = file;
	if (source_read(arena, file, &findings, &text, NULL) &&
	    import_grid(arena, textgrid_read(arena, text), &request, &result, &findings)) {
		struct buf out = {0};
		tree_write(&out, planout_tree(arena, &result.draft));
		yaml = buf_take(&out, arena);
	}
	*err = printed(&findings);
	return yaml;
}

static void test_documents(void)
{
	static const char *const endings[] = {".txt", NULL};
	struct file_names names = {NULL, 0};
	check_begin("there are documents to import");
	CHECK(file_list(arena, "tests/cases/import", endings, false, &names));
	CHECK(names.count >= 10);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.names[i], *err;
		const char *stem = arena_copy(arena, name, strlen(name) - strlen(".txt"));
		const char *yaml = imported(name, (struct import_request){0}, &err);
		const char *want = whole_file(arena_format(arena, "%s.yaml", stem));
		const char *want_err = whole_file(arena_format(arena, "%s.err", stem));
		check_begin(arena_format(arena, "%s gives its plan and its findings", stem));
		CHECK((yaml == NULL) == (want == NULL));
		if (yaml && want)
			CHECK_TEXT(yaml, want);
		CHECK_TEXT(err, want_err ? want_err : "");
	}
}

static void test_forms(void)
{
	const char *err;
	check_begin("the user's id and year win");
	const char *yaml = imported(CASES "repeated.txt",
				    (struct import_request){.id = "x-1", .year = 2031}, &err);
	CHECK(yaml && strstr(yaml, "\nid: x-1\n") && strstr(yaml, "\nperiod: 2031\n"));

	check_begin("headings can be given");
	yaml = imported(CASES "unheaded.txt",
			(struct import_request){.headings = "no,task,lead,due"}, &err);
	CHECK(yaml && strstr(yaml, "text: Sơn lại cổng chính"));

	check_begin("headings that are given must be known");
	CHECK(
	    !imported(CASES "unheaded.txt", (struct import_request){.headings = "no,dish"}, &err));
	CHECK(strstr(err, "\"dish\" is no value for --headings; there are: no, target, ") != NULL);

	check_begin("one table can be chosen");
	CHECK(!imported(CASES "marked.txt", (struct import_request){.table = 1}, &err));
	CHECK(imported(CASES "marked.txt", (struct import_request){.table = 2}, &err) != NULL);
	CHECK(!imported(CASES "marked.txt", (struct import_request){.table = 7}, &err));
	CHECK(strstr(err, "table 7 was asked for, there are 2") != NULL);
}

static void test_same_text(void)
{
	static const char body[] = "\nSố: 9/KH-UBND\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
				   "1\tQuét sân\tSở Y tế\tTháng 5/2024\n";
	struct findings findings = {.arena = arena};
	struct import_request request = {.file = "x"};
	struct import_result result;
	check_begin("a last line without its end is read");
	for (size_t cut = 0; cut < 2; cut++) {
		struct file_bytes text = {body, strlen(body) - cut};
		CHECK(import_grid(arena, textgrid_read(arena, text), &request, &result, &findings));
		CHECK(result.draft.task_count == 1);
		CHECK_TEXT(result.draft.tasks[0].cell_due, "Tháng 5/2024");
	}
	check_begin("what the document does not say of itself is reported");
	CHECK(strstr(printed(&findings), "[metadata-missing]") != NULL);
	CHECK(!result.draft.issuer);
}

static const struct {
	const char *text;
	bool cut, open;
} endings[] = {
    {"Khắc phục các tồn tại", false, false},
    {"Giữ vững kết quả đạt được", false, false},
    {"Sửa cầu và", true, false},
    {"Sửa cầu của các", true, false},
    {"Sửa cầu,", true, false},
    {"Sửa cầu để.", false, false},
    {"Sửa “cầu gỗ", false, true},
    {"Sửa cầu (gỗ", false, true},
    {"Sửa “cầu gỗ” (cũ)", false, false},
};

static void test_endings(void)
{
	check_begin("a text that stops in the middle, and one that leaves a bracket open");
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (text_is_cut(endings[i].text) != endings[i].cut ||
		    text_is_open(endings[i].text) != endings[i].open)
			check_fail(__FILE__, __LINE__, endings[i].text, "cut or open",
				   "as expected");
	}
}

static const struct {
	const char *heading, *role;
	bool typo;
} headings[] = {
    {"STT", "no", false},
    {"Số TT", "no", false},
    {"TT", "no", false},
    {"Nhiệm vụ", "text", false},
    {"NỘI DUNG, NHIỆM VỤ", "text", false},
    {"Nhiệm vụ cụ thể", "text", false},
    {"Nhiệm vụ, giải pháp chủ yếu", "text", false},
    {"Nội dung công việc", "text", false},
    {"Tên nhiệm vụ", "text", false},
    {"MỤC TIÊU NĂM 2022", "target", false},
    {"Chỉ tiêu", "target", false},
    {"KẾT QUẢ/ SẢN PHẨM", "product", false},
    {"Sản phẩm dự kiến", "product", false},
    {"Kết quả thực hiện", "product", false},
    {"Cơ quan chủ trì", "lead", false},
    {"ĐƠN VỊ CHỦ TRÌ THỰC HIỆN", "lead", false},
    {"Phòng, ban chủ trì", "lead", false},
    {"Cơ quan thực hiện", "lead", false},
    {"Cơ quan chủ tri", "lead", false},
    {"Cơ quan chử trỉ", "lead", false},
    {"Cơ quam chủ trì", "lead", true},
    {"Cơ quan phối hợp", "with", false},
    {"Đơn vị phối họp thực hiên", "with", false},
    {"Thời gian bắt đầu", "start", false},
    {"Thời gian hoàn thành", "due", false},
    {"Thời gian hoàn hành", "due", true},
    {"Thời hạn hoàn thành", "due", false},
    {"Tiến độ", "due", false},
    {"Ghi chú", "note", false},
    {"Kinh phí", "-", false},
    {"Đơn vị tính", "-", false},
    {"Người đứng đầu chịu trách nhiệm", "-", false},
    {"Thời hạn giải quyết", "-", false},
    {"Đầu việc", "text", false},
    {"Nhiệm vụ được giao", "text", false},
    {"Yêu cầu kết quả", "product", false},
    {"Đơn vị được giao nhiệm vụ", "lead", false},
    {"Sở, ngành chủ trì tham mưu", "lead", false},
    {"Phân công", "lead", false},
    {"Các đơn vị liên quan", "with", false},
    {"Thời gian dự kiến hoàn thành", "due", false},
    {"Hạn", "due", false},
    {"Địa điểm làm việc", "-", false},
    {"Chi tiết", "-", false},
    {"Nhiệm vụ chi tiết", "text", false},
    {"Văn bản giao nhiệm vụ", "-", false},
    {"Cán bộ theo dõi", "-", false},
    {"Lãnh đạo phụ trách", "-", false},
    {"Mức độ hoàn thành", "-", false},
    {"Cơ quan chủ trì: Sở Y tế", "?", false},
    {"Sở Nội vụ", "?", false},
    {"Tháng 12/2024", "?", false},
    {"1", "?", false},
    {"", "?", false},
};

static void test_headings(void)
{
	check_begin("headings say what their columns are");
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		bool typo;
		enum role role = heading_role(arena, headings[i].heading, &typo);
		CHECK_FOR(headings[i].heading, role_word(role), headings[i].role);
		if (typo != headings[i].typo && role != ROLE_UNKNOWN)
			check_fail(__FILE__, __LINE__, headings[i].heading, "typo", "as expected");
	}
}

static const struct {
	const char *text;
	enum ordinal_kind kind;
	long value;
	const char *id;
} ordinals[] = {
    {"1", ORDINAL_ARABIC, 1, "1"},	  {"12.", ORDINAL_ARABIC, 12, "12"},
    {"(3)", ORDINAL_ARABIC, 3, "3"},	  {"IV", ORDINAL_ROMAN, 4, "IV"},
    {"XIX.", ORDINAL_ROMAN, 19, "XIX"},	  {"III.1.2", ORDINAL_DOTTED, 2, "III.1.2"},
    {"1.10", ORDINAL_DOTTED, 10, "1.10"}, {"A", ORDINAL_CAPITAL, 1, "A"},
    {"C", ORDINAL_CAPITAL, 3, "C"},	  {"a)", ORDINAL_SMALL, 1, "a"},
    {"đ)", ORDINAL_SMALL, 5, "đ"},	  {"2024", ORDINAL_NONE, 0, ""},
    {"IIII", ORDINAL_NONE, 0, ""},	  {"1/2024", ORDINAL_NONE, 0, ""},
    {"a", ORDINAL_NONE, 0, ""},		  {"", ORDINAL_NONE, 0, ""},
    {"%", ORDINAL_NONE, 0, ""},		  {"1..2", ORDINAL_NONE, 0, ""},
};

static void test_ordinals(void)
{
	check_begin("numbers of rows are read");
	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
		struct ordinal o = ordinal_read(arena, ordinals[i].text);
		if (o.kind != ordinals[i].kind || o.value != ordinals[i].value)
			check_fail(__FILE__, __LINE__, ordinals[i].text, "kind or value",
				   "as expected");
		CHECK_FOR(ordinals[i].text, o.id, ordinals[i].id);
	}
	check_begin("a number before a title is read");
	const char *rest = "";
	CHECK_TEXT(ordinal_lead(arena, "2. Dọn kho", &rest).id, "2");
	CHECK_TEXT(rest, "Dọn kho");
	CHECK(ordinal_lead(arena, "2 kho", &rest).kind == ORDINAL_NONE);
}

static struct blocks blocks_of(const char *const *texts, size_t count)
{
	struct blocks blocks = {arena_alloc(arena, count * sizeof(struct block)), count};
	for (size_t i = 0; i < count; i++)
		blocks.items[i] = (struct block){texts[i], texts[i], (long)i + 1, NULL};
	return blocks;
}

static const struct {
	const char *text, *number, *issued;
} dated[] = {
    {"Số: 2142/QĐ-UBND", "2142/QĐ-UBND", ""},
    {"Số:17 /KH-UBND", "17/KH-UBND", ""},
    {"Số: 34/2020/QĐ-UBND", "34/2020/QĐ-UBND", ""},
    {"Số:      /KH-UBND", NULL, ""},
    {"(Kèm theo Kế hoạch số: 225/KH-UBND ngày 24 tháng 12 năm 2021)", "225/KH-UBND", "2021-12-24"},
    {"(Ban hành kèm theo Kế hoạch số: 17 /KH-UBND ngày 18 / 01/2023 của UBND)", "17/KH-UBND",
     "2023-01-18"},
    {"Căn cứ Quyết định số 1/QĐ-X ngày 02/3/2020 của Bộ", NULL, ""},
    {"Huế, ngày 05 tháng 7 năm 2024", NULL, "2024-07-05"},
    {"Huế, ngày     tháng 7 năm 2024", NULL, ""},
    {"Huế, ngày 31 tháng 6 năm 2024", NULL, ""},
    {"Số hiệu: 9/NQ-CP", "9/NQ-CP", ""},
    {"Ngày ban hành: 18/11/2025", NULL, "2025-11-18"},
};

static const struct {
	const char *text, *issuer;
	enum level level;
} issuers[] = {
    {"ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", "UBND tỉnh Bình Phước", LEVEL_PROVINCE},
    {"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n-----", "UBND thành phố Hà Nội", LEVEL_PROVINCE},
    {"UBND THÀNH PHỐ VINH", "UBND thành phố Vinh", LEVEL_DISTRICT},
    {"UBND HUYỆN XUÂN LỘC", "UBND huyện Xuân Lộc", LEVEL_DISTRICT},
    {"ỦY BAN NHÂN DÂN\nXÃ LONG PHỤNG", "UBND xã Long Phụng", LEVEL_COMMUNE},
    {"UBND TỈNH LÀO CAI\nSỞ CÔNG THƯƠNG", "Sở Công thương tỉnh Lào Cai", LEVEL_AGENCY},
    {"THỦ TƯỚNG CHÍNH PHỦ\n------", "Thủ tướng Chính phủ", LEVEL_STATE},
    {"BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ", LEVEL_STATE},
    {"TỈNH ỦY CÀ MAU", "Tỉnh ủy Cà Mau", LEVEL_PROVINCE},
    {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", NULL, LEVEL_NONE},
    {"KT. BỘ TRƯỞNG\nBỘ TRƯỞNG", NULL, LEVEL_NONE},
    {"BỘ TRƯỞNG\nđã ký", NULL, LEVEL_NONE},
    {"UBND HUYỆN XUÂN LỘC\nSố: 3/KH-UBND\nKẾ HOẠCH", "UBND huyện Xuân Lộc", LEVEL_DISTRICT},
    {"Nơi ban hành: Tỉnh Nghệ An", "UBND tỉnh Nghệ An", LEVEL_PROVINCE},
    {"(Kèm theo Kế hoạch số 1/KH-UBND của Chủ tịch UBND huyện Lục Ngạn)", "UBND huyện Lục Ngạn",
     LEVEL_DISTRICT},
};

static const struct {
	const char *text;
	int year, last;
} years[] = {
    {"Kế hoạch sửa cầu năm 2024", 2024, 2024},
    {"Kế hoạch giai đoạn 2021 - 2025", 2021, 2025},
    {"Kế hoạch từ năm 2021 đến năm 2025", 2021, 2025},
    {"Lộ trình đến năm 2035", 0, 2035},
    {"ngày 05 tháng 3 năm 2024", 0, 0},
    {"Kế hoạch sửa cầu", 0, 0},
};

static void test_head(void)
{
	bool annex;
	check_begin("number and date are the document's own");
	for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) {
		struct blocks blocks = blocks_of(&dated[i].text, 1);
		const char *number = head_number(arena, &blocks, &annex);
		CHECK_FOR(dated[i].text, number ? number : "none",
			  dated[i].number ? dated[i].number : "none");
		CHECK_FOR(dated[i].text, day_text(arena, head_date(arena, &blocks)),
			  dated[i].issued);
	}
	check_begin("issuer and level");
	for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++) {
		struct blocks blocks = blocks_of(&issuers[i].text, 1);
		const char *issuer = head_issuer(arena, &blocks);
		CHECK_FOR(issuers[i].text, issuer ? issuer : "none",
			  issuers[i].issuer ? issuers[i].issuer : "none");
		if (head_level(arena, issuer) != issuers[i].level)
			check_fail(__FILE__, __LINE__, issuers[i].text, "level", "as expected");
	}
	check_begin("years of a title");
	for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
		int year = 0, last = 0;
		head_years(arena, years[i].text, &year, &last);
		if (year != years[i].year || last != years[i].last)
			check_fail(__FILE__, __LINE__, years[i].text, "years", "as expected");
	}
	check_begin("a title in capitals becomes a sentence");
	static const char *const pieces[] = {"QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH KẾ HOẠCH",
					     "KẾ HOẠCH\nSỬA CẦU TỈNH\nCÀ MAU NĂM 2024\nCăn cứ x"};
	struct blocks blocks = blocks_of(pieces, 2);
	CHECK_TEXT(head_title(arena, &blocks, "UBND tỉnh Cà Mau"),
		   "Kế hoạch sửa cầu tỉnh Cà Mau năm 2024");
}

int main(void)
{
	arena = arena_new();
	words_speak(LANGUAGE_EN);
	test_documents();
	test_forms();
	test_same_text();
	test_endings();
	test_headings();
	test_ordinals();
	test_head();
	arena_free(arena);
	return check_end();
}
