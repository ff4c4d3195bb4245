/* SPDX-License-Identifier: MIT
 * Rows and columns as people and programs get them. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/sheet.h"
#include "form/wrap.h"
#include "check.h"

enum kind_of_output { AS_CSV, AS_EXCEL, AS_JSON, AS_TABLE };

static char *print(struct arena *a, const struct sheet *s, enum kind_of_output kind, size_t width)
{
	char *bytes = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&bytes, &n);
	if (kind == AS_JSON)
		sheet_json(s, out);
	else if (kind == AS_TABLE)
		sheet_table(s, out, width);
	else
		sheet_csv(s, out, kind == AS_EXCEL);
	fclose(out);
	char *text = arena_copy(a, bytes, n);
	free(bytes);
	return text;
}

struct cell_case {
	enum cell_kind kind;
	const char *text;
	const char *csv, *excel, *json;
};

static const struct cell_case cells[] = {
    {CELL_EMPTY, NULL, "\"\"", "\"\"", "null"},
    {CELL_TEXT, "", "\"\"", "\"\"", "null"},
    {CELL_TEXT, NULL, "\"\"", "\"\"", "null"},
    {CELL_TEXT, "Sở Nội vụ", "Sở Nội vụ", "Sở Nội vụ", "\"Sở Nội vụ\""},
    {CELL_TEXT, "a,b", "\"a,b\"", "a,b", "\"a,b\""},
    {CELL_TEXT, "a;b", "a;b", "\"a;b\"", "\"a;b\""},
    {CELL_TEXT, "a \"b\"", "\"a \"\"b\"\"\"", "\"a \"\"b\"\"\"", "\"a \\\"b\\\"\""},
    {CELL_TEXT, "a\nb", "\"a\nb\"", "\"a\nb\"", "\"a\\nb\""},
    {CELL_TEXT, "a\\b\t\r", "\"a\\b\t\r\"", "\"a\\b\t\r\"", "\"a\\\\b\\t\\r\""},
    {CELL_TEXT, " a", "\" a\"", "\" a\"", "\" a\""},
    {CELL_TEXT, "=1+1", "=1+1", "'=1+1", "\"=1+1\""},
    {CELL_TEXT, "+84", "+84", "'+84", "\"+84\""},
    {CELL_TEXT, "- một", "- một", "'- một", "\"- một\""},
    {CELL_TEXT, "@SUM(A1)", "@SUM(A1)", "'@SUM(A1)", "\"@SUM(A1)\""},
    {CELL_TEXT, "\t=1", "\t=1", "'\t=1", "\"\\t=1\""},
    {CELL_TEXT, "\r=1", "\"\r=1\"", "\"'\r=1\"", "\"\\r=1\""},
    {CELL_TEXT, "=a;\"b\"", "\"=a;\"\"b\"\"\"", "\"'=a;\"\"b\"\"\"", "\"=a;\\\"b\\\"\""},
    {CELL_TEXT, "\a\x1b\x7f\xc2\x9b", "\a\x1b\x7f\xc2\x9b", "\a\x1b\x7f\xc2\x9b",
     "\"\\u0007\\u001b\\u007f\\u009b\""},
    {CELL_TEXT, "\xe2\x80\xa8\xe2\x80\xae", "\xe2\x80\xa8\xe2\x80\xae", "\xe2\x80\xa8\xe2\x80\xae",
     "\"\\u2028\\u202e\""},
    {CELL_TEXT, "a\xff\xe1\xbbz", "a\xff\xe1\xbbz", "a\xff\xe1\xbbz",
     "\"a\\ufffd\\ufffd\\ufffdz\""},
    {CELL_TEXT, "😀", "😀", "😀", "\"😀\""},
    {CELL_TEXT, "12", "12", "12", "\"12\""},
    {CELL_NUMBER, "12", "12", "12", "12"},
    {CELL_NUMBER, "-3", "-3", "-3", "-3"},
    {CELL_NUMBER, "98.50", "98.50", "98,50", "98.50"},
    {CELL_NUMBER, "0", "0", "0", "0"},
    {CELL_NUMBER, "007", "007", "007", "\"007\""},
    {CELL_NUMBER, "5.", "5.", "5,", "\"5.\""},
    {CELL_NUMBER, "9/31", "9/31", "9/31", "\"9/31\""},
    {CELL_DATE, "2024-03-31", "2024-03-31", "31/03/2024", "\"2024-03-31\""},
    {CELL_DATE, "2024-Q1", "2024-Q1", "2024-Q1", "\"2024-Q1\""},
    {CELL_WORD, "done-late", "done-late", "done-late", "\"done-late\""},
};

static void test_cells(struct arena *a)
{
	static const char *const columns[] = {"x"};
	check_begin("each cell is written as CSV, for Excel and as JSON");
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		const struct cell_case *c = &cells[i];
		struct sheet s = {.arena = a, .columns = columns, .width = 1};
		*sheet_row(&s) = (struct cell){c->kind, c->text};
		const char *which = c->text ? c->text : "NULL";
		CHECK_FOR(which, print(a, &s, AS_CSV, 0), arena_format(a, "x\n%s\n", c->csv));
		CHECK_FOR(which, print(a, &s, AS_EXCEL, 0),
			  arena_format(a, "\xef\xbb\xbfx\r\n%s\r\n", c->excel));
		CHECK_FOR(which, print(a, &s, AS_JSON, 0),
			  arena_format(a, "[\n{\"x\":%s}\n]\n", c->json));
	}
}

static const char *const names[] = {"task", "agency", "days", "due"};

struct row_case {
	const char *task, *agency, *days, *due;
};

static const struct row_case rows[] = {
    {"1", "Sở Y tế", "10", "2024-03-31"},      {"2", "Sở Nội vụ", "-9", NULL},
    {"10", "Ban Dân tộc", NULL, "2023-12-29"}, {"3", "Đài Phát thanh", "9.5", "2024-03-31"},
    {"4", "Sở Nội vụ", "100", "2024-01-05"},   {"5", NULL, "9.5", "2024-03-30"},
};

static struct sheet make_sheet(struct arena *a)
{
	struct sheet s = {.arena = a, .columns = names, .width = 4};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct cell *row = sheet_row(&s);
		CHECK(row[3].kind == CELL_EMPTY && row[3].text == NULL);
		row[0] = (struct cell){CELL_TEXT, rows[i].task};
		row[1] = (struct cell){CELL_TEXT, rows[i].agency};
		row[2] = (struct cell){rows[i].days ? CELL_NUMBER : CELL_EMPTY, rows[i].days};
		row[3] = (struct cell){rows[i].due ? CELL_DATE : CELL_EMPTY, rows[i].due};
	}
	return s;
}

static const char *const orders[][2] = {
    {"task", "1 2 3 4 5 10 "},	       {"-task", "10 5 4 3 2 1 "},
    {"days", "2 3 5 1 4 10 "},	       {"-days", "4 1 3 5 2 10 "},
    {"due", "10 4 5 1 3 2 "},	       {"-due", "1 3 5 4 10 2 "},
    {"agency", "10 3 2 4 1 5 "},       {"-agency", "1 2 4 3 10 5 "},
    {"agency,-task", "10 3 4 2 1 5 "}, {"days,-task", "2 5 3 1 4 10 "},
    {"due , -days", "10 4 5 1 3 2 "},
};

static void test_sort(struct arena *a)
{
	check_begin("rows are ordered: numbers as numbers, names in Vietnamese order, empty last");
	for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
		struct sheet s = make_sheet(a);
		const char *order = "";
		CHECK(sheet_sort(&s, orders[i][0]) == NULL);
		for (size_t r = 0; r < s.count; r++)
			order = arena_format(a, "%s%s ", order, s.rows[r][0].text);
		CHECK_FOR(orders[i][0], order, orders[i][1]);
	}
	struct sheet s = make_sheet(a);
	CHECK_TEXT(sheet_sort(&s, "task,-when"), "when");
	struct sheet none = {.arena = a, .columns = names, .width = 4};
	CHECK(sheet_sort(&none, "task") == NULL);
}

static void test_choose(struct arena *a)
{
	check_begin("columns are chosen and ordered by name");
	struct sheet s = make_sheet(a);
	CHECK(sheet_choose(&s, "due, task,due") == NULL);
	CHECK(s.width == 2);
	s.count = 2;
	CHECK_TEXT(print(a, &s, AS_CSV, 0), "due,task\n2024-03-31,1\n,2\n");
	CHECK_TEXT(
	    print(a, &s, AS_JSON, 0),
	    "[\n{\"due\":\"2024-03-31\",\"task\":\"1\"},\n{\"due\":null,\"task\":\"2\"}\n]\n");
	CHECK_TEXT(sheet_choose(&s, "task,lead"), "lead");
	CHECK_TEXT(sheet_choose(&s, ""), "");
}

static void test_empty(struct arena *a)
{
	check_begin("an empty sheet has a heading in CSV, is [] in JSON and nothing as a table");
	struct sheet s = {.arena = a, .columns = names, .width = 2};
	CHECK_TEXT(print(a, &s, AS_CSV, 0), "task,agency\n");
	CHECK_TEXT(print(a, &s, AS_JSON, 0), "[]\n");
	CHECK_TEXT(print(a, &s, AS_TABLE, 80), "");
}

static const char *const table_names[] = {"x", "numbers", "long"};

static struct sheet make_table(struct arena *a, const char *text)
{
	struct sheet s = {.arena = a, .columns = table_names, .width = 3};
	static const char *const numbers[] = {"-12.5", "3"};
	for (size_t i = 0; i < 2; i++) {
		struct cell *row = sheet_row(&s);
		row[0] = (struct cell){CELL_DATE, "2024-03-31"};
		row[1] = (struct cell){CELL_NUMBER, numbers[i]};
		row[2] = (struct cell){CELL_TEXT, i ? "ngắn" : text};
	}
	return s;
}

static void test_table(struct arena *a)
{
	check_begin("a table is aligned by display width; long texts are wrapped at blanks");
	struct sheet s = make_table(a, "Rà soát, đánh giá việc thực hiện, báo cáo kết quả");
	CHECK_TEXT(print(a, &s, AS_TABLE, 80),
		   "x           numbers  long\n"
		   "----------  -------  -------------------------------------------------\n"
		   "2024-03-31    -12.5  Rà soát, đánh giá việc thực hiện, báo cáo kết quả\n"
		   "2024-03-31        3  ngắn\n");
	CHECK_TEXT(print(a, &s, AS_TABLE, 48), "x           numbers  long\n"
					       "----------  -------  ---------------------------\n"
					       "2024-03-31    -12.5  Rà soát, đánh giá việc thực\n"
					       "                     hiện, báo cáo kết quả\n"
					       "2024-03-31        3  ngắn\n");
	CHECK_TEXT(print(a, &s, AS_TABLE, 30), "x        2024-03-31\n"
					       "numbers  -12.5\n"
					       "long     Rà soát, đánh giá\n"
					       "         việc thực hiện, báo\n"
					       "         cáo kết quả\n"
					       "\n"
					       "x        2024-03-31\n"
					       "numbers  3\n"
					       "long     ngắn\n");
}

static void test_safe_table(struct arena *a)
{
	check_begin("a table keeps a text's lines and lets no control character through");
	struct sheet s = make_table(a, "một\n\x1b[31mhai\t\a\nba\xe2\x80\xae\xff\n");
	CHECK_TEXT(print(a, &s, AS_TABLE, 80), "x           numbers  long\n"
					       "----------  -------  ------------\n"
					       "2024-03-31    -12.5  một\n"
					       "                     ^[[31mhai ^G\n"
					       "                     ba\\u202E\\xFF\n"
					       "2024-03-31        3  ngắn\n");
}

static void test_words(struct arena *a)
{
	static const char *const columns[] = {"status", "lead"};
	check_begin("headings and codes are in the reader's language");
	struct sheet s = {.arena = a, .columns = columns, .width = 2};
	struct cell *row = sheet_row(&s);
	row[0] = (struct cell){CELL_WORD, "done-late"};
	row[1] = (struct cell){CELL_TEXT, "done-late"};
	words_speak(LANGUAGE_VI);
	CHECK_TEXT(print(a, &s, AS_TABLE, 80), "trạng thái          chủ trì\n"
					       "------------------  ---------\n"
					       "hoàn thành quá hạn  done-late\n");
	CHECK_TEXT(print(a, &s, AS_CSV, 80), "status,lead\ndone-late,done-late\n");
	words_speak(LANGUAGE_EN);
	CHECK_TEXT(print(a, &s, AS_TABLE, 80), "status     lead\n"
					       "---------  ---------\n"
					       "done late  done-late\n");
}

/* No line wider than asked for, none that ends in a blank, and not a letter lost. */
static void test_widths(struct arena *a)
{
	check_begin("at every width lines fit and no letter is lost");
	static const char text[] = "Sở_Kế_hoạch_và_Đầu_tư chủ trì, 数字化 cùng các cơ quan; "
				   "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa e\xcc\x82";
	for (size_t width = 22; width < 130; width++) {
		struct sheet s = make_table(a, text);
		char *printed = print(a, &s, AS_TABLE, width);
		size_t letters = 0;
		for (const char *p = printed; *p; p++)
			letters += *p == 'a';
		CHECK(letters >= 51);
		for (char *p = strtok(printed, "\n"); p; p = strtok(NULL, "\n"))
			CHECK(utf8_width(p) <= width && p[strlen(p) - 1] != ' ');
	}
	struct sheet s = make_table(a, text);
	CHECK(strlen(print(a, &s, AS_TABLE, 1)) > 0 && strlen(print(a, &s, AS_TABLE, 0)) > 0);
}

static const char *wrapped(struct arena *a, const char *text, size_t width)
{
	const char *line, *all = "";
	size_t n;
	while (wrap_next(&text, width, &line, &n))
		all = arena_format(a, "%s%.*s|", all, (int)n, line);
	return all;
}

static void test_wrap(struct arena *a)
{
	check_begin("texts are wrapped at blanks, or within a word that is too wide");
	CHECK_TEXT(wrapped(a, "", 5), "");
	CHECK_TEXT(wrapped(a, "một hai ba", 7), "một hai|ba|");
	CHECK_TEXT(wrapped(a, "một hai  ba", 6), "một|hai|ba|");
	CHECK_TEXT(wrapped(a, "abcdefgh ij", 3), "abc|def|gh|ij|");
	CHECK_TEXT(wrapped(a, "a\n\nb\n", 3), "a||b|");
	CHECK_TEXT(wrapped(a, "a   b", 2), "a|b|");
	CHECK_TEXT(wrapped(a, "数字化", 3), "数|字|化|");
	CHECK_TEXT(wrapped(a, "数字", 1), "数|字|");
	CHECK_TEXT(wrapped(a,
			   "a\xc2\xa0"
			   "b c",
			   3),
		   "a\xc2\xa0"
		   "b|c|");
}

int main(void)
{
	struct arena *a = arena_new();
	words_speak(LANGUAGE_EN);
	test_cells(a);
	test_sort(a);
	test_choose(a);
	test_empty(a);
	test_table(a);
	test_safe_table(a);
	test_words(a);
	test_widths(a);
	test_wrap(a);
	arena_free(a);
	return check_end();
}
