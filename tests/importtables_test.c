/* SPDX-License-Identifier: MIT
 * The importer: documents with several tables, and heads of documents, are read alike in every
 * layout of a text: tab-separated, a paragraph a cell, cells ended by | alone. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "form/source.h"
#include "import/import.h"
#include "read/textgrid.h"

enum { COLUMNS = 5 };

static struct arena *arena;

static const struct layout {
	const char *name, *behind_cell, *behind_row, *between;
} layouts[] = {
    {"tabs", "\t", "\n", "\n"},
    {"paragraphs", "\n\n", "\n\n", "\n\n"},
    {"bars", "\n|\n", "\n|\n", "\n"},
};

static const char head[] = "UBND HUYỆN SÔNG BÉ\nSố: 12/KH-UBND\nSông Bé, ngày 3 tháng 2 năm 2026\n"
			   "KẾ HOẠCH\nLàm sạch kênh mương năm 2026\n";

static void put_row(struct buf *out, const struct layout *l, const char *const *cells)
{
	for (size_t i = 0; i < COLUMNS; i++)
		buf_format(out, "%s%s", cells[i], i + 1 < COLUMNS ? l->behind_cell : l->behind_row);
}

static void put_headings(struct buf *out, const struct layout *l)
{
	put_row(out, l,
		(const char *const[]){"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
				      "Thời hạn"});
}

static void put_tasks(struct buf *out, const struct layout *l, long first, long last)
{
	static const char *const dues[] = {"Quý I/2026", "Tháng 5/2026", "Trước ngày 15/12/2026"};
	for (long i = first; i <= last; i++)
		put_row(out, l,
			(const char *const[]){arena_format(arena, "%ld", i),
					      "Nạo vét kênh ở các xóm", "Phòng Nội vụ",
					      "Phòng Tư pháp", dues[i % 3]});
}

static void put_lines(struct buf *out, const struct layout *l, const char *const *lines)
{
	for (; *lines; lines++)
		buf_format(out, "%s%s", *lines, l->between);
}

static struct import_result imported(const char *text, struct import_request request,
				     struct findings *findings)
{
	struct import_result result = {0};
	struct file_bytes bytes = {text, strlen(text)};
	request.file = "x";
	*findings = (struct findings){.arena = arena};
	import_grid(arena, textgrid_read(arena, bytes), &request, &result, findings);
	return result;
}

static const char *ids_of(const struct import_result *result)
{
	struct buf out = {0};
	for (size_t i = 0; i < result->draft.task_count; i++)
		buf_format(&out, "%s%s", i > 0 ? " " : "", result->draft.tasks[i].id);
	return buf_take(&out, arena);
}

/* The severity of the first finding of the code, -1 when there is none. */
static int found(const struct findings *findings, enum code code)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].code == code)
			return (int)findings->items[i].severity;
	return -1;
}

static const char *const *const betweens[] = {
    (const char *const[]){"Nơi nhận:", "- Như trên;", "PHỤ LỤC II", "VIỆC CỦA THÔN", NULL},
    (const char *const[]){"PHỤ LỤC II", "VIỆC CỦA THÔN", NULL},
    (const char *const[]){"Phụ lục II", "VIỆC CỦA THÔN",
			  "(Kèm theo Kế hoạch số 12/KH-UBND ngày 3/2/2026 của UBND huyện)", NULL},
    (const char *const[]){"UBND HUYỆN SÔNG BÉ", "Số: 13/KH-UBND",
			  "Sông Bé, ngày 3 tháng 3 năm 2026", "KẾ HOẠCH", "Đắp đê năm 2026", NULL},
};

static const char *two_tables(const struct layout *l, const char *const *between, long first)
{
	struct buf out = {0};
	buf_format(&out, "%s\n", head);
	put_headings(&out, l);
	put_tasks(&out, l, 1, 3);
	buf_text(&out, "\n");
	put_lines(&out, l, between);
	buf_text(&out, "\n");
	put_headings(&out, l);
	put_tasks(&out, l, first, first + 3);
	return buf_take(&out, arena);
}

static void check_two(const struct layout *l, const char *const *between)
{
	struct findings findings;
	const char *text = two_tables(l, between, 1);
	struct import_result both = imported(text, (struct import_request){0}, &findings);
	CHECK_FOR(between[0], ids_of(&both), "1 2 3 1b 2b 3b 4");
	CHECK(both.table_count == 2);
	struct import_request second = {.table = 2};
	struct import_result other = imported(text, second, &findings);
	CHECK_FOR(between[0], ids_of(&other), "1 2 3 4");
	CHECK(other.table_count == 2 && !other.tables[0].taken && other.tables[1].taken);
}

static void test_two(const struct layout *l)
{
	check_begin(arena_format(arena, "%s: a further table is read", l->name));
	for (size_t i = 0; i < sizeof betweens / sizeof *betweens; i++)
		check_two(l, betweens[i]);
	struct findings findings;
	check_begin(arena_format(arena, "%s: with headings given too", l->name));
	struct import_request given = {.headings = "no,text,lead,with,due"};
	struct import_result result = imported(two_tables(l, betweens[0], 1), given, &findings);
	CHECK_TEXT(ids_of(&result), "1 2 3 1b 2b 3b 4");

	check_begin(arena_format(arena, "%s: headings that stand again go on", l->name));
	const char *const none[] = {NULL};
	result = imported(two_tables(l, none, 4), (struct import_request){0}, &findings);
	CHECK_TEXT(ids_of(&result), "1 2 3 4 5 6 7");
	CHECK(result.table_count == 1);
}

static void test_head(const struct layout *l)
{
	struct findings findings;
	check_begin(arena_format(arena, "%s: the head is read", l->name));
	const char *text = two_tables(l, betweens[0], 1);
	struct import_result result = imported(text, (struct import_request){0}, &findings);
	CHECK_TEXT(result.draft.title, "Kế hoạch làm sạch kênh mương năm 2026");
	CHECK_TEXT(result.draft.issuer, "UBND huyện Sông Bé");
	CHECK_TEXT(result.draft.document, "12/KH-UBND");
	CHECK_TEXT(result.draft.id, "song-be-2026");
	CHECK(result.draft.level == LEVEL_DISTRICT);
}

/* Letterheads line by line, as the text stands before a table. */
static const struct {
	const char *lines, *issuer, *title;
} heads[] = {
    {"ỦY BAN NHÂN DÂN\nTỈNH KIÊN HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc\nSố: 4/KH-UBND\nKiên Hà, ngày 3 tháng 2 năm 2026\nKẾ HOẠCH\n"
     "Đắp đê\nnăm 2026\n",
     "UBND tỉnh Kiên Hà", "Kế hoạch đắp đê năm 2026"},
    {"ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH KIÊN HÀ\n"
     "Độc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\nĐắp đê năm 2026\n",
     "UBND tỉnh Kiên Hà", "Kế hoạch đắp đê năm 2026"},
    {"UBND TỈNH KIÊN HÀ\nSỞ CÔNG THƯƠNG\nSố: 4/KH-SCT\nKẾ HOẠCH\nĐắp đê năm 2026\nPHỤ LỤC\n",
     "Sở Công thương tỉnh Kiên Hà", "Kế hoạch đắp đê năm 2026"},
};

static void test_letterheads(const struct layout *l)
{
	check_begin(arena_format(arena, "%s: letterheads without blank lines", l->name));
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct findings findings;
		struct buf out = {0};
		buf_format(&out, "%s\n", heads[i].lines);
		put_headings(&out, l);
		put_tasks(&out, l, 1, 4);
		struct import_result result =
		    imported(buf_take(&out, arena), (struct import_request){0}, &findings);
		const char *issuer = result.draft.issuer ? result.draft.issuer : "none";
		CHECK_FOR(heads[i].lines, issuer, heads[i].issuer);
		CHECK_FOR(heads[i].lines, result.draft.title ? result.draft.title : "none",
			  heads[i].title);
	}
}

static void test_left_out(const struct layout *l)
{
	const char *const closing[] = {"Nơi nhận:", "- Như trên;", "- Lưu.", NULL};
	struct findings findings;
	struct buf out = {0};
	buf_format(&out, "%s\n", head);
	put_headings(&out, l);
	put_tasks(&out, l, 1, 3);
	buf_text(&out, "\n");
	put_lines(&out, l, closing);
	check_begin(arena_format(arena, "%s: recipients are no more than text", l->name));
	imported(arena_copy(arena, out.s, out.n), (struct import_request){0}, &findings);
	CHECK(found(&findings, CODE_TRAILING_TEXT) <= (int)SEVERITY_NOTE);
	buf_text(&out, "\n");
	put_tasks(&out, l, 1, 4);
	imported(buf_take(&out, arena), (struct import_request){0}, &findings);
	check_begin(arena_format(arena, "%s: tasks without headings are no quiet note", l->name));
	CHECK(found(&findings, CODE_TRAILING_TEXT) == (int)SEVERITY_WARNING ||
	      found(&findings, CODE_PASSED_OVER) == (int)SEVERITY_WARNING);
}

int main(void)
{
	arena = arena_new();
	words_speak(LANGUAGE_EN);
	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		test_two(&layouts[i]);
		test_head(&layouts[i]);
		test_letterheads(&layouts[i]);
		test_left_out(&layouts[i]);
	}
	int status = check_end();
	arena_free(arena);
	return status;
}
