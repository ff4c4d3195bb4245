/* SPDX-License-Identifier: MIT
 * Texts that mark their cells with signs: Markdown, separated values, and labelled paragraphs. Every
 * document of tests/cases/import that is one (.md .csv .tsv) against its plan (.yaml, absent where it
 * is refused) and its findings (.err); MARKS_UPDATE=1 writes both. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "form/source.h"
#include "form/yamlout.h"
#include "import/import.h"
#include "import/labelwords.h"
#include "import/outline.h"
#include "read/marks.h"
#include "read/marktext.h"
#include "read/reader.h"

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

/* The plan of a document; false when it is refused. *format: the kind it is recognised as. */
static bool import(const char *name, struct import_result *result, struct findings *findings,
		   const char **format)
{
	struct document document = {.name = name};
	struct import_request request = {.file = name};
	if (file_read(arena, name, DOCUMENT_LIMIT, &document.bytes) != FILE_OK)
		return false;
	*format = reader_recognise(arena, &document);
	struct grid *grid = reader_find(*format)(arena, &document, findings);
	return grid && import_grid(arena, grid, &request, result, findings);
}

static void update(const char *name, const char *text)
{
	FILE *f = text ? fopen(name, "w") : NULL;
	if (f) {
		fputs(text, f);
		fclose(f);
	}
}

static void check_document(const char *name, const char *kind)
{
	struct findings findings = {.arena = arena};
	struct import_result result;
	const char *format = "", *yaml = NULL;
	const char *stem = arena_copy(arena, name, (size_t)(strrchr(name, '.') - name));
	if (import(name, &result, &findings, &format)) {
		struct buf out = {0};
		tree_write(&out, planout_tree(arena, &result.draft));
		yaml = buf_take(&out, arena);
	}
	const char *err = printed(&findings);
	const char *plan = arena_format(arena, "%s.yaml", stem);
	const char *said = arena_format(arena, "%s.err", stem);
	if (getenv("MARKS_UPDATE")) {
		update(plan, yaml);
		update(said, *err ? err : NULL);
	}
	const char *want = whole_file(plan), *want_err = whole_file(said);
	check_begin(arena_format(arena, "%s gives its plan and its findings", name));
	CHECK_TEXT(format, kind);
	CHECK((yaml == NULL) == (want == NULL));
	if (yaml && want)
		CHECK_TEXT(yaml, want);
	CHECK_TEXT(err, want_err ? want_err : "");
}

static void test_documents(void)
{
	static const struct {
		const char *ending, *kind;
		size_t least;
	} kinds[] = {{".md", "markdown", 8}, {".csv", "csv", 5}, {".tsv", "tsv", 1}};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		const char *const endings[] = {kinds[k].ending, NULL};
		struct file_names names = {NULL, 0};
		check_begin(kinds[k].ending);
		CHECK(file_list(arena, "tests/cases/import", endings, false, &names));
		CHECK(names.count >= kinds[k].least);
		for (size_t i = 0; i < names.count; i++)
			check_document(names.names[i], kinds[k].kind);
	}
}

static const struct {
	const char *marked, *text, *lost;
} inlines[] = {
    {"**Sửa** *cầu* __Đá__ và _cầu_ Gỗ", "Sửa cầu Đá và cầu Gỗ", NULL},
    {"***II***", "II", NULL},
    {"1\\. Sửa \\*cầu\\*", "1. Sửa *cầu*", NULL},
    {"A \\| B", "A | B", NULL},
    {"Sửa<br>cầu<BR/>Đá", "Sửa\ncầu\nĐá", NULL},
    {"200 m<sup>2</sup>, CO<sub>2</sub>", "200 m², CO2", NULL},
    {"6/2025<sup>12</sup>", "6/2025¹²", NULL},
    {"6/2025[^1]", "6/2025", "[^1]"},
    {"6/2025¹", "6/2025¹", NULL},
    {"~~30/6~~ 31/7", " 31/7", "~~30/6~~"},
    {"<del>30/6</del> 31/7", " 31/7", "<del>30/6</del>"},
    {"[Sở Y tế](https://y.example/a_b)", "Sở Y tế", NULL},
    {"![ảnh](a.png) [1] (xem)", "ảnh [1] (xem)", NULL},
    {"<https://y.example/a_b>", "https://y.example/a_b", NULL},
    {"`mẫu_số_2`", "mẫu_số_2", NULL},
    {"mẫu_số_2 và mẫu_số_3", "mẫu_số_2 và mẫu_số_3", NULL},
    {"Số ____ /KH", "Số ____ /KH", NULL},
    {"Sửa (*) và (*)", "Sửa (*) và (*)", NULL},
    {"2 * 3 * 4", "2 * 3 * 4", NULL},
    {"6/2025*", "6/2025*", NULL},
    {"a<b> và c > d, <tên>", "a và c > d, <tên>", NULL},
    {"< 5 và <!-- nháp -->xong", "< 5 và xong", NULL},
    {"A&nbsp;&amp;&#32;B &#x1EBF; &#0; &lạ;", "A & B ế &#0; &lạ;", NULL},
    {"\\", "\\", NULL},
    {"**", "", NULL},
    {"[", "[", NULL},
};

static void test_inlines(void)
{
	check_begin("Markdown's signs inside a cell");
	for (size_t i = 0; i < sizeof inlines / sizeof *inlines; i++) {
		const char *lost;
		CHECK_FOR(inlines[i].marked, marktext_read(arena, inlines[i].marked, &lost),
			  inlines[i].text);
		CHECK_FOR(inlines[i].marked, lost ? lost : "none",
			  inlines[i].lost ? inlines[i].lost : "none");
	}
}

/* A paragraph's labels: role(words)=value for each; ~ before a deadline in a sentence. */
static const char *drawn(const char *text)
{
	struct buf out = {0};
	struct label_list list = labels_in(arena, text);
	for (size_t i = 0; i < list.count; i++)
		buf_format(&out, "%s%s%s=%s", i > 0 ? " | " : "", list.items[i].embedded ? "~" : "",
			   role_word(list.items[i].role), list.items[i].value);
	return buf_take(&out, arena);
}

static const struct {
	const char *text, *labels;
} labelled[] = {
    {"Cơ quan chủ trì: Sở Y tế.", "lead=Sở Y tế"},
    {"Chủ trì: Sở Y tế, phối hợp: Sở Nội vụ", "lead=Sở Y tế | with=Sở Nội vụ"},
    {"Các cơ quan, đơn vị phối hợp thực hiện: Sở Y tế", "with=Sở Y tế"},
    {"Đơn vị đầu mối:Sở Y tế", "lead=Sở Y tế"},
    {"Thời gian, tiến độ hoàn thành: Quý I/2026;", "due=Quý I/2026"},
    {"Thời điểm bắt đầu: Tháng 2/2026", "start=Tháng 2/2026"},
    {"Sản phẩm/Kết quả: Báo cáo", "product=Báo cáo"},
    {"Kết quả đầu ra dự kiến: Báo cáo", "product=Báo cáo"},
    {"Kinh phí thực hiện: 20 triệu", "-=20 triệu"},
    {"Nội dung: Dọn kho.", "text=Dọn kho."},
    {"Dọn kho (Chủ trì: Sở Y tế; thời hạn: Quý I/2026) và sân", "lead=Sở Y tế | due=Quý I/2026"},
    {"Dọn kho Cơ quan chủ trì: Sở Y tế Cơ quan phối hợp: Sở Nội vụ",
     "lead=Sở Y tế | with=Sở Nội vụ"},
    {"Cơ quan chủ trì: Sở Y tế. Mỗi người mang một cái chổi.", "lead=Sở Y tế"},
    {"Cơ quan phối hợp: Sở Y tế, Sở Nội vụ, v.v.", "with=Sở Y tế, Sở Nội vụ, v.v."},
    {"Dọn kho, hoàn thành trước ngày 30/6/2026.", "~due=hoàn thành trước ngày 30/6/2026"},
    {"Dọn kho. Hoàn thành trong Quý II/2026; báo cáo UBND", "~due=Hoàn thành trong Quý II/2026"},
    {"Dọn kho đã hoàn thành trong năm", ""},
    {"Cơ quan chủ trì là Sở Y tế", "lead=Sở Y tế"},
    {"Thời gian hoàn thành trước ngày 30/6/2026", "due=trước ngày 30/6/2026"},
    {"Cơ quan chủ trì phải báo cáo đầy đủ", ""},
    {"Sở Y tế giao cho đơn vị chủ trì: dọn kho", ""},
    {"Họp lúc 8:30 tại http://y.example", ""},
    {"Cơ quam chủ trì: Sở Y tế", "lead=Sở Y tế"},
    {"Các việc như sau:", ""},
    {":", ""},
    {"", ""},
};

static void test_labels(void)
{
	check_begin("labels in a paragraph, and how far their values reach");
	for (size_t i = 0; i < sizeof labelled / sizeof *labelled; i++)
		CHECK_FOR(labelled[i].text, drawn(labelled[i].text), labelled[i].labels);
}

static const struct {
	const char *text, *no, *rest;
} marks[] = {
    {"1. Dọn kho", "1.", "Dọn kho"},
    {"1.Dọn kho", "1.", "Dọn kho"},
    {"5.Trồng cây", "5.", "Trồng cây"},
    {"1.2. Dọn kho", "1.2.", "Dọn kho"},
    {"1.2 Dọn kho", "1.2", "Dọn kho"},
    {"IV. DỌN KHO", "IV.", "DỌN KHO"},
    {"a) dọn kho", "a)", "dọn kho"},
    {"đ) dọn kho", "đ)", "dọn kho"},
    {"(2) Dọn kho", "(2)", "Dọn kho"},
    {"Nhiệm vụ 3: Dọn kho", "3", "Dọn kho"},
    {"Điều 2. Dọn kho", "2", "Dọn kho"},
    {"- Dọn kho", "", "Dọn kho"},
    {"–Dọn kho", "", "Dọn kho"},
    {"+ Dọn kho", "", "Dọn kho"},
    {"• Dọn kho", "", "Dọn kho"},
    {"214/NQ-CP ngày", NULL, NULL},
    {"2026 là năm", NULL, NULL},
    {"12 kho", NULL, NULL},
    {"Dọn kho", NULL, NULL},
    {"-5 độ", NULL, NULL},
    {"1.5 triệu", NULL, NULL},
    {"", NULL, NULL},
};

static void test_marks(void)
{
	check_begin("numbers and dashes before paragraphs");
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct mark mark = mark_read(arena, marks[i].text);
		CHECK_FOR(marks[i].text, mark.style ? mark.no : "none",
			  marks[i].no ? marks[i].no : "none");
		if (mark.style && marks[i].rest)
			CHECK_FOR(marks[i].text, mark.rest, marks[i].rest);
	}
}

static const struct {
	const char *text, *kind;
} kinds_of_text[] = {
    {"a | b\n--- | ---\n1 | 2\n", "markdown"},
    {"| a | b | c |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n", "markdown"},
    {"# Kế hoạch\n\n## Nhiệm vụ\n\nDọn kho.\n", "markdown"},
    {"|\nMột\n|\nHai\n|\nBa\n|\nBốn\n|\nNăm\n|\nSáu\n|\n", "text"},
    {"a;b;c\n1;2;3\n4;5;6\n", "csv"},
    {"a,b,c\r1,2,3\r4,5,6\r", "csv"},
    {"sep=;\na;b\n1;2\n", "csv"},
    {"a;b;c\n1;\"2\n2\";3\n4;5;6\n", "csv"},
    {"a\tb\tc\n1\t\"2\n2\"\t3\n4\t5\t6\n", "tsv"},
    {"a\tb\tc\n1\t2\t3\n4\t5\t6\n", "text"},
    {"Sửa cầu, dọn kho, quét sân\nSơn cửa, lau bàn, rửa xe\n", "text"},
    {"Dọn kho\n", "text"},
};

static void test_kinds(void)
{
	check_begin("texts that mark their cells are told from others");
	for (size_t i = 0; i < sizeof kinds_of_text / sizeof *kinds_of_text; i++) {
		const char *s = kinds_of_text[i].text;
		struct file_bytes bytes = {s, strlen(s)};
		const char *kind = markdown_likely(arena, bytes) ? "markdown"
				   : tsv_likely(arena, bytes)	 ? "tsv"
				   : csv_likely(arena, bytes)	 ? "csv"
								 : "text";
		CHECK_FOR(s, kind, kinds_of_text[i].kind);
	}
	check_begin("bytes of UTF-16 and of no encoding at all are looked at, too");
	static const char wide[] = "\xff\xfe"
				   "a\0;\0b\0;\0c\0\n\0"
				   "1\0;\0002\0;\0003\0\n\0";
	CHECK(csv_likely(arena, (struct file_bytes){wide, sizeof wide - 1}));
	CHECK(!markdown_likely(arena, (struct file_bytes){"|\xe1\xba", 3}));
}

int main(void)
{
	arena = arena_new();
	words_speak(LANGUAGE_EN);
	test_inlines();
	test_labels();
	test_marks();
	test_kinds();
	test_documents();
	int status = check_end();
	arena_free(arena);
	return status;
}
