/* SPDX-License-Identifier: MIT
 * pdfseed: the words by which a table's heading is known. It knows the headings of plans' columns,
 * and nothing of where a heading begins and ends. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/pdfhead.h"

/* Folded keys. A run that is one of the first heads a column of numbers; one that holds one of the
 * second heads another. */
static const char *const number_words[] = {"stt", "tt", "số tt", "số thứ tự", "s tt"};
static const char *const column_words[] = {
    "nội dung",	 "nhiệm vụ", "công việc", "hoạt động", "chỉ tiêu",  "mục tiêu",	   "cơ quan",
    "đơn vị",	 "chủ trì",  "phối hợp",  "thực hiện", "thời gian", "thời hạn",	   "hoàn thành",
    "tiến độ",	 "sản phẩm", "kết quả",	  "ghi chú",   "kinh phí",  "trách nhiệm", "đầu ra",
    "giải pháp", "lãnh đạo", "văn bản",	  "lĩnh vực",  "dự kiến",   "người",
};

/* First words of such, of headings that are narrow. */
static const char *const first_words[] = {"thời", "cơ",	 "đơn", "chủ", "phối", "nội",  "nhiệm",
					  "sản",  "kết", "ghi", "hạn", "tên",  "tiến", "công"};

static bool is_one_of(const char *key, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(key, words[i]) == 0)
			return true;
	return false;
}

bool pdf_heads_numbers(struct arena *a, const struct pdf_run *run)
{
	return run->count <= 3 && is_one_of(text_key(a, pdf_run_text(a, run)), number_words,
					    sizeof number_words / sizeof *number_words);
}

bool pdf_heads_column(struct arena *a, const struct pdf_run *run)
{
	const char *key = run->count <= 8 ? text_key(a, pdf_run_text(a, run)) : "";
	for (size_t i = 0; i < sizeof column_words / sizeof *column_words; i++)
		if (strncmp(key, column_words[i], strlen(column_words[i])) == 0)
			return true;
	return false;
}

static bool heads_narrow(struct arena *a, const struct pdf_run *run)
{
	const char *key = run->count <= 8 ? text_key(a, run->words[0]->text) : "";
	return is_one_of(key, first_words, sizeof first_words / sizeof *first_words);
}

/* A word with a capital that begins a column's heading. */
static bool begins_heading(struct arena *a, struct pdf_run *run, size_t i)
{
	struct pdf_run rest = {.words = run->words + i, .count = run->count - i};
	const char *s = rest.words[0]->text;
	uint32_t c = utf8_next(&s);
	uint32_t second = utf8_next(&s);
	return utf8_lower(c) != c && utf8_lower(second) == second &&
	       (pdf_heads_column(a, &rest) || pdf_heads_numbers(a, &rest));
}

static void run_add(struct arena *a, struct pdf_runs *runs, const struct pdf_run *run, size_t from,
		    size_t to)
{
	struct pdf_run part = *run;
	part.words = run->words + from;
	part.count = to - from;
	part.left = part.words[0]->left;
	part.right = part.words[part.count - 1]->right;
	runs->items = arena_more(a, runs->items, runs->count, sizeof *runs->items);
	runs->items[runs->count++] = part;
}

/* The word of the run that stands right below the border at x, where the run reaches well over it;
 * 0: none. */
static size_t word_below(const struct pdf_text *t, const struct pdf_run *run, long x)
{
	if (run->left > x - t->em * 3 / 2 || run->right < x + t->em * 3 / 2)
		return 0;
	for (size_t i = 1; i < run->count; i++)
		if (labs(run->words[i]->left - x) <= t->em)
			return i;
	return 0;
}

/* The word that run i of the line at hand is cut before; 0: none. */
static size_t cut_of(const struct pdf_text *t, const struct pdf_runs *done, struct pdf_run *run)
{
	for (size_t i = 1; i < run->count && run->count <= 12; i++)
		if (begins_heading(t->arena, run, i))
			return i;
	for (size_t i = done->count; i-- > 0;) {
		const struct pdf_run *r = &done->items[i];
		if (run->base - r->base > t->em * 5 / 2)
			break;
		size_t cut = r->cut && r->base < run->base ? word_below(t, run, r->left) : 0;
		if (cut > 0)
			return cut;
	}
	return 0;
}

struct pdf_runs pdf_runs_of_headings(const struct pdf_text *t, const struct pdf_runs *runs)
{
	struct pdf_runs parts = {0};
	for (size_t i = 0; i < runs->count; i++) {
		struct pdf_run rest = runs->items[i];
		bool cut = false;
		while (rest.count > 0) {
			size_t n = cut_of(t, &parts, &rest);
			run_add(t->arena, &parts, &rest, 0, n > 0 ? n : rest.count);
			parts.items[parts.count - 1].cut = cut;
			cut = true;
			if (n == 0)
				break;
			rest.words += n;
			rest.count -= n;
			rest.left = rest.words[0]->left;
		}
	}
	return parts;
}

enum { NEAR = 300 /* runs that are looked at around one */ };

/* What is known of each run: read once, asked often. */
enum mark { MARK_NONE, MARK_NARROW, MARK_COLUMN, MARK_NUMBERS };

static enum mark *marks_of(struct arena *a, const struct pdf_runs *runs)
{
	enum mark *marks = arena_alloc(a, (runs->count + 1) * sizeof *marks);
	for (size_t i = 0; i < runs->count; i++)
		marks[i] = pdf_heads_numbers(a, &runs->items[i])  ? MARK_NUMBERS
			   : pdf_heads_column(a, &runs->items[i]) ? MARK_COLUMN
			   : heads_narrow(a, &runs->items[i])	  ? MARK_NARROW
								  : MARK_NONE;
	return marks;
}

/* Runs of at least the mark, near run i in height and each at least `gap` behind the one before:
 * up to two, put to `found`. */
static size_t neighbours(const struct pdf_runs *runs, const enum mark *marks, size_t i,
			 enum mark least, long gap, const struct pdf_run *found[2])
{
	const struct pdf_run *seed = &runs->items[i];
	long right = seed->right, near = (seed->base - seed->top) * 4;
	size_t from = i;
	while (from > 0 && i - from < NEAR && seed->base - runs->items[from - 1].base < near)
		from--;
	for (size_t n = 0; n < 2; n++) {
		const struct pdf_run *best = NULL;
		for (size_t k = from; k < runs->count && k - from < 2 * NEAR &&
				      runs->items[k].base - seed->base < near;
		     k++) {
			const struct pdf_run *r = &runs->items[k];
			if (marks[k] >= least && marks[k] < MARK_NUMBERS && r->left > right + gap &&
			    (!best || r->right < best->right))
				best = r;
		}
		if (!best)
			return n;
		found[n] = best;
		right = best->right;
	}
	return 2;
}

/* The lowest heading of numbers near run i: "TT" below "Stt". */
static size_t lowest(const struct pdf_text *t, const struct pdf_runs *runs, const enum mark *marks,
		     size_t i)
{
	size_t last = i;
	for (size_t k = i + 1; k < runs->count && k - i < NEAR &&
			       runs->items[k].base - runs->items[i].base < t->em * 4;
	     k++)
		if (marks[k] == MARK_NUMBERS)
			last = k;
	return last;
}

/* A heading of numbers with two others beside it, or the first of three. */
bool pdf_seeds_find(const struct pdf_text *t, const struct pdf_runs *runs, struct pdf_seeds *seeds)
{
	enum mark *marks = marks_of(t->arena, runs);
	const struct pdf_run *near[2];
	for (size_t i = 0; i < runs->count; i++) {
		if (marks[i] == MARK_NUMBERS &&
		    neighbours(runs, marks, i, MARK_NARROW, t->space, near) >= 2) {
			seeds->runs[0] = &runs->items[lowest(t, runs, marks, i)];
			seeds->count = 1;
			return true;
		}
		if (marks[i] == MARK_COLUMN &&
		    neighbours(runs, marks, i, MARK_COLUMN, t->em, near) >= 2) {
			seeds->runs[0] = &runs->items[i];
			seeds->runs[1] = near[0];
			seeds->runs[2] = near[1];
			seeds->count = 3;
			return true;
		}
	}
	return false;
}
