/* SPDX-License-Identifier: MIT
 * The importer against three real documents that are not part of the product: every cell of every
 * task must come out as printed. What is expected is cut out of the documents by line numbers, with
 * none of the importer's code. Skipped where the documents are absent. */
#include "check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "form/source.h"
#include "import/import.h"
#include "read/textgrid.h"

#define SEEDS "../shared/seeds/"

/* Which cells a row of the third document has lost to the row above. */
enum shape { FULL, GOAL_INHERITED, BOTH_ABOVE };

struct seed_row {
	const char *id, *area;
	int line;
	const char *due; /* canonical; NULL: other tests look at it */
	enum shape shape;
};

static const struct seed_row bp_rows[] = {
    {"1", "I", 376, "2024", FULL},	 {"2", "I", 388, "ongoing", FULL},
    {"3", "I", 400, "ongoing", FULL},	 {"4", "I", 412, "ongoing", FULL},
    {"5", "I", 424, "ongoing", FULL},	 {"6", "II", 440, "ongoing", FULL},
    {"7", "II", 452, "ongoing", FULL},	 {"8", "II", 464, "ongoing", FULL},
    {"9", "II", 476, "monthly", FULL},	 {"10", "II", 488, "ongoing", FULL},
    {"11", "II", 500, "ongoing", FULL},	 {"12", "II", 512, "ongoing", FULL},
    {"13", "II", 524, "ongoing", FULL},	 {"14", "II", 536, "ongoing", FULL},
    {"15", "II", 548, "ongoing", FULL},	 {"16", "III", 564, "2024", FULL},
    {"17", "III", 576, "ongoing", FULL}, {"18", "III", 588, "2024", FULL},
    {"19", "IV", 604, "2024-Q1", FULL},	 {"20", "IV", 616, NULL, FULL},
    {"21", "IV", 628, "2024", FULL},	 {"22", "IV", 640, "ongoing", FULL},
    {"23", "IV", 652, "2024", FULL},	 {"24", "IV", 664, "2024-12", FULL},
    {"25", "V", 680, "2024", FULL},	 {"25+1", "V", 692, "2024", FULL},
    {"26", "V", 704, "2024", FULL},	 {"27", "V", 716, "2024", FULL},
    {"28", "V", 728, "2024-Q4", FULL},	 {"29", "VI", 744, "2024", FULL},
    {"30", "VI", 756, "2024", FULL},	 {"31", "VI", 768, "2024", FULL},
    {"32", "VI", 780, "2024", FULL},	 {"33", "VI", 792, "2024", FULL},
    {"34", "VII", 808, "2024", FULL},	 {"35", "VII", 820, "2024", FULL},
    {"36", "VII", 832, "2024", FULL},	 {"37", "VII", 844, "2024-Q1", FULL},
    {"38", "VII", 856, "2024", FULL},	 {"39", "VII", 868, "2024", FULL},
    {"40", "VII", 880, "ongoing", FULL}, {"41", "VII", 892, "2024-Q1", FULL},
    {"42", "VII", 904, "reports", FULL}, {"43", "VII", 916, "2024", FULL},
    {"44", "VII", 928, "ongoing", FULL}, {"45", "VII", 940, "ongoing", FULL},
    {"46", "VII", 952, "ongoing", FULL}, {"47", "VII", 964, "quarterly", FULL},
};

static const struct seed_row tq_rows[] = {
    {"1", "I", 580, "2021-12", FULL},
    {"2", "I", 603, NULL, GOAL_INHERITED},
    {"3", "I", 621, NULL, GOAL_INHERITED},
    {"3+1", "I", 636, NULL, GOAL_INHERITED},
    {"4", "I", 654, "2022", GOAL_INHERITED},
    {"5", "I", 673, "external \"Theo quy định\"", GOAL_INHERITED},
    {"6", "I", 700, NULL, GOAL_INHERITED},
    {"7", "I", 721, "ongoing", GOAL_INHERITED},
    {"8", "I", 742, "", GOAL_INHERITED},
    {"9", "I", 758, "ongoing", FULL},
    {"10", "I", 786, NULL, GOAL_INHERITED},
    {"11", "I", 809, NULL, GOAL_INHERITED},
    {"12", "I", 831, "2022", GOAL_INHERITED},
    {"13", "I", 852, "2022", GOAL_INHERITED},
    {"14", "II", 878, NULL, FULL},
    {"15", "II", 906, "ongoing", FULL},
    {"16", "II", 935, "ongoing", FULL},
    {"17", "II", 969, "ongoing", FULL},
    {"18", "III", 996, "2022", FULL},
    {"19", "III", 1023, "2022", FULL},
    {"20", "III", 1046, "2022", FULL},
    {"21", "IV", 1072, "2022", FULL},
    {"22", "IV", 1101, "2022", FULL},
    {"23", "IV", 1121, "2022", FULL},
    {"24", "IV", 1146, "2022", FULL},
    {"25", "IV", 1170, "2022", FULL},
    {"25+1", "IV", 1192, "2022", BOTH_ABOVE},
    {"25+2", "IV", 1208, "2022", BOTH_ABOVE},
    {"25+3", "IV", 1223, "2022", BOTH_ABOVE},
    {"26", "IV", 1238, "2022", FULL},
    {"27", "V", 1262, "2022", FULL},
    {"27+1", "V", 1282, "", BOTH_ABOVE},
    {"28", "V", 1296, "2022-Q2", FULL},
    {"28+1", "V", 1320, "yearly", BOTH_ABOVE},
    {"29", "V", 1335, "2025", FULL},
    {"30", "VI", 1363, "yearly", FULL},
    {"31", "VI", 1391, "yearly", FULL},
    {"32", "VI", 1415, "yearly", FULL},
    {"33", "VI", 1435, "yearly", FULL},
    {"34", "VI", 1456, "yearly", FULL},
    {"35", "VI", 1479, "yearly", FULL},
    {"36", "VI", 1507, "yearly", FULL},
    {"37", "VI", 1540, "yearly", FULL},
    {"38", "VII", 1569, "2022-12", FULL},
    {"39", "VII", 1587, "2022", FULL},
    {"40", "VII", 1607, "2022-03", FULL},
    {"41", "VII", 1626, "2022-03", FULL},
    {"42", "VII", 1646, "2022-07", FULL},
    {"43", "VII", 1667, "monthly", FULL},
    {"44", "VII", 1686, NULL, FULL},
    {"45", "VII", 1705, "reports@25", FULL},
    {"46", "VII", 1722, "2022-12-25", FULL},
};

static const struct seed_row xl_rows[] = {
    {"1", "1", 404, "ongoing", FULL},	 {"2", "1", 405, "ongoing", FULL},
    {"3", "1", 406, "2023-10-31", FULL}, {"4", "1", 409, "ongoing", FULL},
    {"5", "2", 411, NULL, FULL},	 {"6", "2", 412, "2023-10-31", FULL},
    {"7", "2", 413, "2023-10-31", FULL}, {"8", "2", 414, "quarterly", FULL},
    {"9", "2", 418, "quarterly", FULL},	 {"10", "2", 419, "2023-10-31", FULL},
    {"11", "2", 420, "quarterly", FULL}, {"12", "2", 421, "quarterly", FULL},
    {"13", "2", 425, "quarterly", FULL}, {"14", "2", 426, "quarterly", FULL},
    {"15", "2", 427, "quarterly", FULL}, {"16", "2", 431, "2023-10-31", FULL},
    {"17", "3", 433, "quarterly", FULL}, {"18", "3", 434, "quarterly", FULL},
    {"19", "3", 437, "quarterly", FULL}, {"20", "4", 439, "quarterly", FULL},
    {"21", "4", 440, "quarterly", FULL}, {"22", "4", 441, "quarterly", FULL},
    {"23", "4", 445, "quarterly", FULL}, {"24", "5", 447, "ongoing", FULL},
    {"25", "5", 448, "ongoing", FULL},	 {"26", "5", 451, "quarterly", FULL},
    {"27", "5", 452, "ongoing", FULL},	 {"28", "5", 453, "ongoing", FULL},
    {"29", "5", 454, "ongoing", FULL},	 {"30", "5", 458, "ongoing", FULL},
    {"31", "5", 459, "ongoing", FULL},	 {"32", "7", 461, "ongoing", FULL},
    {"33", "7", 462, "2023-01", FULL},	 {"34", "7", 463, "ongoing", FULL},
};

static struct arena *arena;
static const char **lines; /* from 1 */
static int line_count;
static struct import_result result;
static struct findings findings;

/* Cuts the file into lines and imports it. */
static bool load(const char *name)
{
	struct file_bytes text;
	findings = (struct findings){.arena = arena};
	if (!source_read(arena, name, &findings, &text, NULL))
		return false;
	lines = arena_alloc(arena, (text.size + 2) * sizeof *lines);
	line_count = 0;
	for (const char *s = text.bytes; s < text.bytes + text.size;) {
		size_t n = strcspn(s, "\n");
		lines[++line_count] = arena_copy(arena, s, n);
		s += n + 1;
	}
	struct import_request request = {.file = name};
	return import_grid(arena, textgrid_read(arena, text), &request, &result, &findings);
}

static const char *line_at(int n)
{
	return n >= 1 && n <= line_count ? text_squeeze(arena, lines[n]) : "";
}

static const struct draft_task *task_at(size_t i)
{
	static const struct draft_task none;
	return i < result.draft.task_count ? &result.draft.tasks[i] : &none;
}

static void check_frame(const struct seed_row *row, const struct draft_task *task)
{
	CHECK_FOR(row->id, task->id, row->id);
	CHECK_FOR(row->id, task->area, row->area);
	if (task->at != row->line)
		check_fail(__FILE__, __LINE__, row->id, "at", "the row's line");
	if (row->due)
		CHECK_FOR(row->id, deadline_text(arena, &task->due.deadline), row->due);
}

static bool has_doubt(const char *id, const char *cell, enum code code)
{
	for (size_t i = 0; i < result.draft.task_count; i++) {
		const struct draft_task *t = &result.draft.tasks[i];
		for (size_t k = 0; strcmp(t->id, id) == 0 && k < t->doubt_count; k++)
			if (t->doubts[k].code == code && text_same(t->doubts[k].cell, cell))
				return true;
	}
	return false;
}

static bool has_finding(unsigned line, enum code code)
{
	for (size_t i = 0; i < findings.count; i++)
		if (findings.items[i].code == code && findings.items[i].at.line == line)
			return true;
	return false;
}

struct expected_doubt {
	const char *id, *cell;
	enum code code;
};

static void check_doubts(const struct expected_doubt *doubts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!has_doubt(doubts[i].id, doubts[i].cell, doubts[i].code))
			check_fail(__FILE__, __LINE__, doubts[i].id, "no doubt",
				   code_info(doubts[i].code)->name);
}

static void check_head(const char *id, const char *title, const char *document, const char *issued,
		       const char *issuer, enum level level, int year)
{
	const struct draft_plan *d = &result.draft;
	CHECK_TEXT(d->id, id);
	CHECK_TEXT(d->title, title);
	CHECK_TEXT(d->document, document);
	CHECK_TEXT(day_text(arena, d->issued), issued);
	CHECK_TEXT(d->issuer, issuer);
	CHECK(d->level == level);
	CHECK(d->year == year && d->last_year == year);
}

/* One cell a paragraph: six cells, each two lines below the one before. */
static void test_paragraphs(void)
{
	static const struct expected_doubt doubts[] = {
	    {"25+1", "no", CODE_MISSING_NUMBER},  {"33", "no", CODE_NUMBER_FORMAT},
	    {"19", "due", CODE_DEADLINE_GARBLED}, {"20", "due", CODE_CONDITION},
	    {"17", "lead", CODE_GROUP_AMBIGUOUS}, {"17", "with", CODE_AGENCY_ROLE},
	    {"31", "with", CODE_AGENCY_TYPO},
	};
	bool found = load(SEEDS "000_7fb61e04c97c0036.txt");
	size_t count = sizeof bp_rows / sizeof *bp_rows;
	check_begin("a table of paragraphs: every cell of 48 tasks as printed");
	CHECK(found && result.draft.task_count == count);
	for (size_t i = 0; i < count; i++) {
		const struct seed_row *row = &bp_rows[i];
		const struct draft_task *task = task_at(i);
		check_frame(row, task);
		CHECK_FOR(row->id, task->no, line_at(row->line));
		CHECK_FOR(row->id, task->text, line_at(row->line + 2));
		CHECK_FOR(row->id, task->cell_lead, line_at(row->line + 4));
		CHECK_FOR(row->id, task->cell_with, line_at(row->line + 6));
		CHECK_FOR(row->id, task->cell_due, line_at(row->line + 8));
		CHECK_FOR(row->id, task->note, "");
		CHECK(!task->product && !task->target && !task->cell_start);
	}
	check_begin("a table of paragraphs: the defects are doubts");
	check_doubts(doubts, sizeof doubts / sizeof *doubts);
	CHECK(has_finding(978, CODE_TRAILING_TEXT));
	check_begin("a table of paragraphs: the document's head");
	check_head("binh-phuoc-2024",
		   "Kế hoạch cải cách hành chính nhà nước năm 2024 trên địa bàn tỉnh Bình Phước",
		   "2142/QĐ-UBND", "2023-12-29", "UBND tỉnh Bình Phước", LEVEL_PROVINCE, 2024);
	CHECK(result.draft.area_count == 7);
}

/* A row that goes on behind a page's end: its line, and where words stand on both sides. */
static const struct continued {
	int line, next;
	int lead_words, with_words; /* words that both pieces have */
	bool stray;		    /* the coordinators' piece stands under the lead */
} continued[] = {{414, 417, 0, 0, false}, {421, 424, 1, 1, false}, {427, 430, 0, 0, false},
		 {441, 444, 0, 0, false}, {454, 457, 0, 0, false}, {463, 466, 0, 0, true}};

static const char *field(int line, int column)
{
	const char *s = lines[line];
	while (column-- > 0) {
		s += strcspn(s, "\t");
		s += *s == '\t';
	}
	const char *text = arena_copy(arena, s, strcspn(s, "\t"));
	if (*text == '<')
		text = strchr(text, '>') + 1;
	return text_squeeze(arena, text);
}

static const char *both(const char *first, const char *second, int words)
{
	while (words-- > 0) {
		second += strcspn(second, " ");
		second += *second == ' ';
	}
	return text_squeeze(arena, arena_format(arena, "%s %s", first, second));
}

static const char *page_cell(int line, int column)
{
	for (size_t i = 0; i < sizeof continued / sizeof *continued; i++) {
		const struct continued *c = &continued[i];
		if (c->line != line)
			continue;
		int from = column;
		if (c->stray && (column == 3 || column == 4))
			from = column == 4 ? 3 : 4;
		int words = column == 3 ? c->lead_words : column == 4 ? c->with_words : 0;
		return both(field(line, column), field(c->next, from), words);
	}
	return field(line, column);
}

static void test_pages(void)
{
	static const struct expected_doubt doubts[] = {
	    {"5", "due", CODE_DATE_INVALID},
	    {"8", "text", CODE_JOINED_AT_PAGE},
	    {"8", "due", CODE_JOINED_AT_PAGE},
	    {"12", "lead", CODE_JOINED_AT_PAGE},
	    {"12", "with", CODE_JOINED_AT_PAGE},
	    {"15", "lead", CODE_JOINED_AT_PAGE},
	    {"22", "text", CODE_JOINED_AT_PAGE},
	    {"29", "with", CODE_JOINED_AT_PAGE},
	    {"1", "area", CODE_SECTION_TITLE_MISMATCH},
	    {"17", "area", CODE_SECTION_TITLE},
	    {"20", "area", CODE_SECTION_TITLE},
	    {"15", "lead", CODE_AGENCY_COLON},
	    {"23", "lead", CODE_LEAD_OUTLIER},
	    {"33", "product", CODE_PRODUCT_AFTER_DUE},
	    {"34", "with", CODE_CELLS_SHIFTED},
	    {"34", "with", CODE_JOINED_AT_PAGE},
	    {"34", "product", CODE_JOINED_AT_PAGE},
	    {"14", "text", CODE_MARKUP},
	    {"15", "text", CODE_MARKUP},
	    {"32", "area", CODE_SECTION_GAP},
	};
	bool found = load(SEEDS "002_bbef4b14a3e58200.txt");
	size_t count = sizeof xl_rows / sizeof *xl_rows;
	check_begin("pages of a scan: every cell of 34 tasks as printed");
	CHECK(found && result.draft.task_count == count);
	for (size_t i = 0; i < count; i++) {
		const struct seed_row *row = &xl_rows[i];
		const struct draft_task *task = task_at(i);
		check_frame(row, task);
		CHECK_FOR(row->id, task->no, field(row->line, 0));
		CHECK_FOR(row->id, task->text, page_cell(row->line, 1));
		CHECK_FOR(row->id, task->product, page_cell(row->line, 2));
		CHECK_FOR(row->id, task->cell_lead, page_cell(row->line, 3));
		CHECK_FOR(row->id, task->cell_with, page_cell(row->line, 4));
		CHECK_FOR(row->id, task->cell_due, page_cell(row->line, 5));
		CHECK(!task->note && !task->target && !task->cell_start);
	}
	check_begin("pages of a scan: the defects are doubts");
	check_doubts(doubts, sizeof doubts / sizeof *doubts);
	CHECK(has_finding(402, CODE_HEADING_TYPO));
	check_begin("pages of a scan: the document's head");
	check_head("xuan-loc-2023", "Kế hoạch cải cách hành chính huyện Xuân Lộc năm 2023",
		   "17/KH-UBND", "2023-01-18", "UBND huyện Xuân Lộc", LEVEL_DISTRICT, 2023);
	CHECK(result.draft.area_count == 6);
	CHECK_TEXT(result.draft.areas[5].id, "7");
}

/* The cell that begins at *line; *line moves behind the | that ends it. */
static const char *piped(int *line)
{
	const char *cell = "";
	for (; *line <= line_count && strcmp(line_at(*line), "|") != 0; ++*line)
		cell = arena_format(arena, "%s %s", cell, line_at(*line));
	++*line;
	return text_squeeze(arena, cell);
}

static void test_pipes(void)
{
	static const struct expected_doubt doubts[] = {
	    {"3+1", "no", CODE_MISSING_NUMBER},	     {"8", "product", CODE_AGENCY_IN_PRODUCT},
	    {"8", "due", CODE_DUE_MISSING},	     {"27+1", "due", CODE_DUE_MISSING},
	    {"27+1", "text", CODE_DATE_INVALID},     {"28+1", "due", CODE_DUE_KIND},
	    {"27", "start", CODE_START_BEFORE_PLAN}, {"29", "due", CODE_DUE_AFTER_PLAN},
	    {"1", "due", CODE_DUE_BEFORE_PLAN},	     {"29", "target", CODE_TEXT_TRUNCATED},
	    {"44", "due", CODE_DEADLINE_EMBEDDED},   {"6", "due", CODE_DEADLINE_ACTOR},
	    {"11", "text", CODE_YEAR_MISMATCH},	     {"18", "note", CODE_NOTE_CONDITION},
	    {"25+1", "lead", CODE_AGENCY_LINES},     {"45", "due", CODE_DEADLINE_CONFLICT},
	    {"10", "lead", CODE_AGENCY_ROLE},
	};
	bool found = load(SEEDS "004_692516d682196bb2.txt");
	size_t count = sizeof tq_rows / sizeof *tq_rows;
	const char *target = "";
	check_begin("cells ended by |: every cell of 52 tasks as printed");
	CHECK(found && result.draft.task_count == count);
	for (size_t i = 0; i < count; i++) {
		const struct seed_row *row = &tq_rows[i];
		const struct draft_task *task = task_at(i);
		int line = row->line;
		check_frame(row, task);
		CHECK_FOR(row->id, task->no, row->shape == BOTH_ABOVE ? "" : piped(&line));
		target = row->shape == FULL ? piped(&line) : target;
		CHECK_FOR(row->id, task->target, target);
		CHECK_FOR(row->id, task->text, piped(&line));
		CHECK_FOR(row->id, task->product, piped(&line));
		CHECK_FOR(row->id, task->cell_lead, piped(&line));
		CHECK_FOR(row->id, task->cell_with, piped(&line));
		CHECK_FOR(row->id, task->cell_start, piped(&line));
		CHECK_FOR(row->id, task->cell_due, piped(&line));
		CHECK_FOR(row->id, task->note, piped(&line));
	}
	check_begin("cells ended by |: the defects are doubts");
	check_doubts(doubts, sizeof doubts / sizeof *doubts);
	CHECK(has_finding(1094, CODE_GHOST_ROW));
	check_begin("cells ended by |: the document's head");
	check_head("tuyen-quang-2022",
		   "Kế hoạch công tác cải cách hành chính tỉnh Tuyên Quang năm 2022", "225/KH-UBND",
		   "2021-12-24", "UBND tỉnh Tuyên Quang", LEVEL_PROVINCE, 2022);
	CHECK(result.draft.area_count == 7);
}

/* Documents without a table of tasks, and others of the same kinds by their number of tasks. */
static const struct {
	const char *name;
	size_t tasks;
} others[] = {
    {SEEDS "001_111c83032dc03a2b.txt", 0},
    {SEEDS "003_fdc56c7f1b80f659.txt", 0},
    {"../shared/documents/negative-dongnai-2770-QD-UBND-2025-danhmuc-tthc.md", 0},
    {"../shared/documents/hanoi-308-KH-UBND-2025-inline.md", 7},
    {"../shared/documents/ttg-2623-QD-TTg-2025-inline.md", 9},
    {"../shared/documents/ttg-2629-QD-TTg-2025-chinhphuso.md", 75},
    {"../shared/documents/dongthap-552-KH-UBND-2025-doimoicongnghe.md", 19},
    {"../shared/documents/nghean-980-KH-UBND-2025-phongthudansu.md", 18},
    {"../shared/documents/bvhttdl-6225-BVHTTDL-VP-2025-nhiemvu-cuoinam.md", 10},
};

static void test_others(void)
{
	check_begin("documents without a table of tasks are refused, others give all their tasks");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		bool taken = load(others[i].name);
		if (taken != (others[i].tasks > 0) ||
		    (taken && result.draft.task_count != others[i].tasks))
			check_fail(__FILE__, __LINE__, others[i].name, NULL, NULL);
		CHECK(taken ||
		      (findings.count == 1 && findings.items[0].code == CODE_NO_TASK_TABLE));
	}
}

int main(void)
{
	FILE *there = fopen(SEEDS "000_7fb61e04c97c0036.txt", "r");
	if (!there) {
		check_begin("real documents # skip ../shared is absent");
		return check_end();
	}
	fclose(there);
	arena = arena_new();
	test_paragraphs();
	test_pages();
	test_pipes();
	test_others();
	arena_free(arena);
	return check_end();
}
