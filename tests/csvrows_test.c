/* SPDX-License-Identifier: MIT
 * CSV as users' spreadsheets write it: rows, fields and places, and that one bad line costs no other. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "form/csvrows.h"
#include "check.h"

static char name[] = "/tmp/csvrows_testXXXXXX";

static void put_file(const char *s, size_t n)
{
	FILE *f = fopen(name, "w");
	CHECK(f && fwrite(s, 1, n, f) == n);
	if (f)
		fclose(f);
}

static void draw_row(struct buf *b, const struct csv_reader *r, const struct csv_row *row)
{
	buf_format(b, "%u", row->at.line);
	for (size_t i = 0; i < row->count; i++) {
		buf_format(b, " %u[%s]", csv_place(r, row, i).column, row->fields[i]);
		CHECK(strlen(row->fields[i]) == row->lengths[i]);
	}
	buf_text(b, row->torn ? " torn" : "");
	CHECK(strlen(row->line) == row->length);
}

/* The whole file in one line: rows as "LINE COLUMN[field] …", bad lines as "LINE !CODE COLUMN". */
static char *draw(struct arena *a, const char *s, size_t n)
{
	struct findings f = {.arena = a};
	struct buf b = {0};
	put_file(s, n);
	struct csv_reader *r = csv_open(name, &f);
	struct csv_row row;
	enum csv_result result = CSV_DONE;
	while (r && ((result = csv_next(r, &row)) == CSV_ROW || result == CSV_BAD)) {
		buf_text(&b, b.n ? "; " : "");
		if (result == CSV_ROW) {
			draw_row(&b, r, &row);
			continue;
		}
		const struct finding *last = &f.items[f.count - 1];
		buf_format(&b, "%u !%s %u", row.at.line, code_info(last->code)->name,
			   last->at.column);
		CHECK(last->at.line == row.at.line && row.count == 0);
	}
	if (!r)
		buf_format(&b, "!%s", code_info(f.items[0].code)->name);
	else
		CHECK(result == CSV_DONE && csv_next(r, &row) == CSV_DONE);
	csv_close(r);
	return buf_take(&b, a);
}

struct file_case {
	const char *csv;
	size_t size; /* 0: strlen */
	const char *drawn;
};

static const struct file_case files[] = {
    {"a,b\n1,2\n", 0, "1 1[a] 3[b]; 2 1[1] 3[2]"},
    {"a;b\n1,5;2\n", 0, "1 1[a] 3[b]; 2 1[1,5] 5[2]"},
    {"a\tb\n\"x\ty\"\t2\n", 0, "1 1[a] 3[b]; 2 1[x\ty] 7[2]"},
    {"a\n1,2\n", 0, "1 1[a]; 2 1[1] 3[2]"},
    {"\"x,y,z\";b\n1,2;3\n", 0, "1 1[x,y,z] 9[b]; 2 1[1,2] 5[3]"},
    {"sep=;\na;b,c\n", 0, "2 1[a] 3[b,c]"},
    {"\xef\xbb\xbfSEP=\t\r\na,b\tc\r\n", 0, "2 1[a,b] 5[c]"},
    {"\n\nsep=;\na,b;c\n", 0, "4 1[a,b] 5[c]"},
    {"sep=x\n1\n", 0, "1 1[sep=x]; 2 1[1]"},
    {"\xef\xbb\xbf\"a\",b\n", 0, "1 1[a] 5[b]"},
    {"a,b\r\n1,2\r\n", 0, "1 1[a] 3[b]; 2 1[1] 3[2]"},
    {"a,b\r1,2\r\r3,4\r", 0, "1 1[a] 3[b]; 2 1[1] 3[2]; 4 1[3] 3[4]"},
    {"a,b\n\n\n1,2\n\n3,4\n", 0, "1 1[a] 3[b]; 4 1[1] 3[2]; 6 1[3] 3[4]"},
    {"a,b\n \n", 0, "1 1[a] 3[b]; 2 1[ ]"},
    {"a,b\n,\n\"\",\"\"\n", 0, "1 1[a] 3[b]; 2 1[] 2[]; 3 1[] 4[]"},
    {"  a ,\t b\n", 0, "1 1[  a ] 6[\t b]"},
    {"đ,\"ệ \"\"x\"\"\",c\n", 0, "1 1[đ] 3[ệ \"x\"] 13[c]"},
    {"\"a\"\"\",\"\"\"\"\n\nb,c\n", 0, "1 1[a\"] 7[\"]; 3 1[b] 3[c]"},
    {"e\xcc\x82\xcc\xa3,b\n\"e\xcc\x82\",c\n", 0, "1 1[ệ] 3[b]; 2 1[ê] 5[c]"},
    {"a,b\n1,\"2\n3,4\n5,6\n", 0, "1 1[a] 3[b]; 2 !csv-quote 3; 3 1[3] 3[4]; 4 1[5] 3[6]"},
    {"a,b\n\"1\"\"\n3,4\n", 0, "1 1[a] 3[b]; 2 !csv-quote 1; 3 1[3] 3[4]"},
    {"a,b\nđ\"x\",2\n3,4\n", 0, "1 1[a] 3[b]; 2 !csv-quote 2; 3 1[3] 3[4]"},
    {"a,b\n\"1\"x,2\n3,4\n", 0, "1 1[a] 3[b]; 2 !csv-quote 4; 3 1[3] 3[4]"},
    {"a,b\n\"1\" ,2\n3,4\n", 0, "1 1[a] 3[b]; 2 !csv-quote 4; 3 1[3] 3[4]"},
    {"a,\"b\nc\",d\n1,2\n", 0, "1 !csv-quote 3; 2 !csv-quote 2; 3 1[1] 3[2]"},
    {"a,b\n1,\xd6\n3,4\n", 0, "1 1[a] 3[b]; 2 !not-utf8 3; 3 1[3] 3[4]"},
    {"a,b\n\xe1\xbb,\n\xff\n3,4\n", 0, "1 1[a] 3[b]; 2 !not-utf8 1; 3 !not-utf8 1; 4 1[3] 3[4]"},
    {"a,b\n1,\0\n3,4\n", 12, "1 1[a] 3[b]; 2 !file-binary 3; 3 1[3] 3[4]"},
    {"a,b\n1,2", 0, "1 1[a] 3[b]; 2 1[1] 3[2] torn"},
    {"a,b", 0, "1 1[a] 3[b] torn"},
    {"a,b\n1,\"2", 0, "1 1[a] 3[b]; 2 !last-line-torn 3"},
    {"a,b\n1,\xe1\xbb", 0, "1 1[a] 3[b]; 2 !last-line-torn 3"},
    {"a,b\n1,2\n\0\0\0", 11, "1 1[a] 3[b]; 2 1[1] 3[2]; 3 !last-line-torn 1"},
    {"a,b\r\n1,2\r", 0, "1 1[a] 3[b]; 2 1[1] 3[2]"},
    {"a\abc\n", 0, "1 1[a\abc]"},
    {"", 0, "!file-empty"},
    {"\xef\xbb\xbf", 0, "!file-empty"},
    {"\n \r\n\t\n", 0, "!file-empty"},
    {"\xff\xfe"
     "a\0",
     4, "!not-utf8"},
    {"\xfe\xff\0a", 4, "!not-utf8"},
};

static void test_files(struct arena *a)
{
	check_begin("rows, fields and places are those of the lines; a bad line costs no other");
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		const struct file_case *c = &files[i];
		CHECK_FOR(c->csv, draw(a, c->csv, c->size ? c->size : strlen(c->csv)), c->drawn);
	}
}

static void test_missing(struct arena *a)
{
	check_begin("a file that cannot be read gives one finding");
	struct findings f = {.arena = a};
	CHECK(!csv_open("/nowhere/at.csv", &f) && !csv_open("/tmp", &f));
	CHECK(f.count == 2 && f.items[0].code == CODE_FILE_UNREADABLE &&
	      f.items[1].code == CODE_FILE_UNREADABLE);
	csv_close(NULL);
}

static void add_many(struct buf *b, char c, size_t n)
{
	for (; n > 0; n--)
		buf_char(b, c);
}

static void test_large(struct arena *a)
{
	check_begin("a field of just under a megabyte is read, a longer one and a line of five are "
		    "set aside");
	struct buf b = {0};
	buf_text(&b, "a,b\n1,");
	add_many(&b, 'x', 1024 * 1024 - 1);
	buf_text(&b, "\n2,");
	add_many(&b, 'x', 1024 * 1024 + 1);
	buf_text(&b, "\n3,");
	for (int i = 0; i < 5 * 1024 * 1024 / 8; i++)
		buf_text(&b, "xxxxxxx,");
	buf_text(&b, "\n\"4\",4\n5,");
	add_many(&b, 'x', 4 * 1024 * 1024 + 9);
	char *s = draw(a, b.s, b.n);
	char *from = strchr(s, 'x'), *to = strrchr(s, 'x');
	CHECK(from && to && to - from == 1024 * 1024 - 2);
	CHECK_TEXT(to ? to + 1 : s, "]; 3 !field-large 1048579; 4 !field-large 1; 5 1[4] 5[4]; "
				    "6 !field-large 1");
	buf_free(&b);
}

/* Rows with fields of every length, so that the pieces the file is read in end everywhere. */
static void test_pieces(struct arena *a)
{
	check_begin("a file of many pieces has every row once, in order, with its line");
	struct buf b = {0};
	for (unsigned i = 1; i <= 30000; i++) {
		if (i % 7 == 0)
			buf_format(&b, i % 2 ? "\r\n" : "\n");
		else if (i % 5 == 0)
			buf_format(&b, "%u,\"q, %*s\",đ\r\n", i, (int)(i % 97), "x");
		else if (i % 11 == 0)
			buf_format(&b, "%u,\"open%*s\n", i, (int)(i % 31), "x");
		else
			buf_format(&b, "%u,ệ %*s,đ\n", i, (int)(i % 89), "x");
	}
	put_file(b.s, b.n);
	struct findings f = {.arena = a};
	struct csv_reader *r = csv_open(name, &f);
	struct csv_row row;
	size_t wrong = 0;
	for (unsigned i = 1; i <= 30000; i++) {
		if (i % 7 == 0)
			continue;
		bool bad = i % 5 != 0 && i % 11 == 0;
		enum csv_result result = csv_next(r, &row);
		wrong += result != (bad ? CSV_BAD : CSV_ROW) || row.at.line != i;
		if (result == CSV_ROW)
			wrong += row.count != 3 || (unsigned)atoi(row.fields[0]) != i ||
				 strcmp(row.fields[2], "đ") != 0;
	}
	CHECK(wrong == 0);
	CHECK(csv_next(r, &row) == CSV_DONE);
	csv_close(r);
	buf_free(&b);
}

int main(void)
{
	struct arena *a = arena_new();
	words_speak(LANGUAGE_EN);
	close(mkstemp(name));
	test_files(a);
	test_missing(a);
	test_large(a);
	test_pieces(a);
	unlink(name);
	arena_free(a);
	return check_end();
}
