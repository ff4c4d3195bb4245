/* SPDX-License-Identifier: MIT
 * reason: tables that hold no tasks: targets, procedures, reports, blank forms. It knows their
 * headings and whether their rows are filled in, and no documents. */
#include "import/reason.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "import/memo.h"

enum { LIKE_DEADLINE = 50 };

static const struct {
	const char *english, *vietnamese;
	const char *way, *vietnamese_way;
} words[] = {
    [REASON_NONE] = {"", "", "", ""},
    [REASON_CHOSEN] = {"another table was asked for", "đã chọn bảng khác", "", ""},
    [REASON_HEADINGS] = {"its headings are not understood", "không hiểu tiêu đề các cột",
			 "name them with --headings", "hãy nêu bằng --headings"},
    [REASON_NO_TEXT] = {"no column says what is to be done", "không có cột nội dung nhiệm vụ",
			"name the columns with --headings if one does",
			"nếu có thì nêu các cột bằng --headings"},
    [REASON_NOBODY] = {"no column says who does it until when",
		       "không có cột cơ quan chủ trì, thời hạn",
		       "take the annex that assigns the tasks",
		       "hãy lấy phụ lục phân công nhiệm vụ"},
    [REASON_TARGETS] = {"it holds targets, not tasks", "bảng chỉ tiêu, không phải nhiệm vụ",
			"take the annex that assigns the tasks",
			"hãy lấy phụ lục phân công nhiệm vụ"},
    [REASON_PROCEDURES] = {"it lists administrative procedures, not tasks",
			   "danh mục thủ tục hành chính, không phải nhiệm vụ",
			   "this document is no plan", "văn bản này không phải kế hoạch"},
    [REASON_REPORT] = {"it reports what was done and gives no deadlines",
		       "bảng báo cáo kết quả, không có thời hạn",
		       "take the plan that it reports on, or choose the table with --table",
		       "hãy lấy kế hoạch được báo cáo, hoặc chọn bảng bằng --table"},
    [REASON_BLANK] = {"its rows are empty", "các hàng để trống",
		      "this is a blank form: fill it in first",
		      "đây là biểu mẫu trống: hãy điền trước"},
};

const char *reason_say(enum reason reason)
{
	return words_pick(words[reason].english, words[reason].vietnamese);
}

const char *reason_way(enum reason reason)
{
	return words_pick(words[reason].way, words[reason].vietnamese_way);
}

/* Dots and dashes where something is to be filled in say nothing. */
static bool is_filled(const char *text)
{
	while (*text) {
		uint32_t c = utf8_next(&text);
		if (utf8_is_letter(c) || (c >= '0' && c <= '9'))
			return true;
	}
	return false;
}

static bool has_filled(const struct task_table *table, const struct table_row *row, enum role role)
{
	const struct row_cell *cell = row_cell(table, row, role);
	return cell && is_filled(cell->text);
}

bool reason_has_deadline(const struct task_table *table, const struct table_row *row)
{
	return has_filled(table, row, ROLE_DUE) || has_filled(table, row, ROLE_START);
}

long reason_tasks(const struct task_table *table, const struct table_rows *rows)
{
	long n = 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct table_row *row = &rows->items[i];
		n += row->kind == ROW_TASK && has_filled(table, row, ROLE_TEXT) &&
		     (has_filled(table, row, ROLE_LEAD) || has_filled(table, row, ROLE_WITH) ||
		      reason_has_deadline(table, row));
	}
	return n;
}

static bool any_heading(struct memo *memo, const struct task_table *table,
			const char *const *phrases)
{
	for (size_t i = 0; i < table->count; i++)
		for (const char *const *p = phrases; *p; p++)
			if (strstr(memo_plain(memo, table->columns[i].heading), *p))
				return true;
	return false;
}

/* "Tên thủ tục hành chính" heads a list of procedures; a plan may have tasks about them. */
static bool lists_procedures(struct memo *memo, const struct task_table *table)
{
	static const char *const names[] = {
	    "ten thu tuc", "ten tthc",	 "ma thu tuc", "thu tuc hanh chinh",
	    "ma tthc",	   "ma so tthc", NULL};
	static const char *const marks[] = {"giai quyet", "le phi",    "phi ",
					    "ma so",	  "tiep nhan", "co quan thuc hien",
					    "cach thuc",  NULL};
	return !table_has(table, ROLE_TEXT) && any_heading(memo, table, names) &&
	       any_heading(memo, table, marks);
}

/* Do the cells under the deadlines' heading say when? "Tiến độ" may say how far. */
static bool gives_deadlines(struct memo *memo, const struct task_table *table,
			    const struct table_rows *rows)
{
	size_t full = 0, dates = 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct table_row *row = &rows->items[i];
		for (enum role role = ROLE_START; role <= ROLE_DUE; role++) {
			const struct row_cell *cell = row_cell(table, row, role);
			if (row->kind != ROW_TASK || !cell || !*cell->text)
				continue;
			full++;
			dates += memo_look(memo, cell->text)->deadline >= LIKE_DEADLINE;
		}
	}
	return dates * 4 > full;
}

static bool is_report(struct memo *memo, const struct task_table *table,
		      const struct table_rows *rows)
{
	static const char *const phrases[] = {"luy ke",
					      "tinh hinh thuc hien",
					      "ket qua thuc hien",
					      "ket qua dat duoc",
					      "kho khan",
					      "vuong mac",
					      "ton tai",
					      "da thuc hien",
					      "da hoan thanh",
					      "chua hoan thanh",
					      "muc do hoan thanh",
					      "ty le hoan thanh",
					      "danh gia ket qua",
					      "tien do vuot",
					      "trang thai thuc hien",
					      NULL};
	return any_heading(memo, table, phrases) && !gives_deadlines(memo, table, rows);
}

enum reason reason_of(struct memo *memo, const struct task_table *table,
		      const struct table_rows *rows, long tasks, bool forced)
{
	if (lists_procedures(memo, table))
		return REASON_PROCEDURES;
	if (!table_has(table, ROLE_TEXT) && table_has(table, ROLE_TARGET))
		return REASON_TARGETS;
	if (table->guessed)
		return REASON_HEADINGS;
	if (!table_has(table, ROLE_TEXT))
		return REASON_NO_TEXT;
	if (!table_is_tasks(table) && !forced)
		return REASON_NOBODY;
	if (tasks == 0)
		return REASON_BLANK;
	if (is_report(memo, table, rows) && !forced)
		return REASON_REPORT;
	return REASON_NONE;
}
