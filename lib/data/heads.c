/* SPDX-License-Identifier: MIT
 * heads: rows of a sheet to heads with figures. */
#include "data/heads.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/heads_private.h"
#include "form/csvfield.h"

const char *figure_source_word(enum figure_source source)
{
	static const char *const words[] = {"sheet", "log", "plan"};
	return words[source];
}

const char *figure_text(struct arena *a, const struct rule_input *input,
			const struct figure *figure)
{
	if (figure->state == FIGURE_MISSING)
		return "";
	if (figure->state == FIGURE_NOTHING)
		return "-";
	if (input->words)
		return input->words[figure->word].id;
	return measure_text(a, &figure->measure);
}

struct head heads_new(struct arena *a, const struct rules *rules, const char *agency)
{
	return (struct head){.name = "",
			     .post = "",
			     .agency = agency,
			     .group = "",
			     .reason = "",
			     .note = "",
			     .last_grade = -1,
			     .override = -1,
			     .override_grade = -1,
			     .figures =
				 arena_alloc(a, (rules->input_count + 1) * sizeof(struct figure)),
			     .member = arena_alloc(a, rules->group_count + 1)};
}

static bool refuse_row(struct heads_reader *r, const char *why)
{
	findings_add(r->findings, r->row.at, CODE_HEAD_ROW, why, NULL, NULL);
	return false;
}

/* What a person decided counts only with the reason, and nobody is rated twice for a year. */
static bool check_row(struct heads_reader *r, const struct head *h)
{
	if (!*h->agency && !*h->name)
		return refuse_row(r, words_pick("it names nobody", "không ghi họ tên, cơ quan"));
	if ((h->override >= 0 || h->override_grade >= 0) && !*h->reason)
		return refuse_row(r, words_pick("the override has no reason",
						"xem xét trách nhiệm mà không ghi lý do"));
	if (h->override_grade >= 0 && h->override < 0)
		return refuse_row(r,
				  words_pick("a grade is decided, but no override is named",
					     "có mức quyết định mà không ghi xem xét trách nhiệm"));
	for (size_t i = 0; i < r->list->count; i++) {
		const struct head *o = &r->list->items[i];
		if (o->year == h->year && strcmp(o->agency, h->agency) == 0 &&
		    strcmp(o->name, h->name) == 0)
			return refuse_row(r,
					  arena_format(r->a,
						       words_pick("the same head stands at line %u",
								  "trùng với hàng ở dòng %u"),
						       o->at.line));
	}
	return true;
}

static bool read_row(struct heads_reader *r)
{
	struct head h = heads_new(r->a, r->rules, "");
	bool good = true;
	h.at = r->row.at;
	for (size_t i = 0; i < r->width; i++)
		good &= heads_read_field(r, &h, i);
	if (!good || !check_row(r, &h))
		return false;
	r->list->items = arena_more(r->a, r->list->items, r->list->count, sizeof h);
	r->list->items[r->list->count++] = h;
	return true;
}

static bool is_blank_row(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!text_is_blank(row->fields[i]))
			return false;
	return true;
}

static void refuse_width(struct heads_reader *r)
{
	findings_add(r->findings, r->row.at, CODE_CSV_FIELDS,
		     arena_format(r->a, "%zu", r->row.count), arena_format(r->a, "%zu", r->width),
		     NULL);
}

static bool read_rows(struct heads_reader *r)
{
	enum csv_result got;
	while ((got = csv_next(r->rows, &r->row)) != CSV_DONE) {
		if (got == CSV_LOST)
			return false;
		if (got == CSV_BAD || (r->columns && is_blank_row(&r->row)))
			continue;
		if (!r->columns) {
			if (!heads_read_heading(r))
				return false;
		} else if (r->row.count != r->width) {
			refuse_width(r);
		} else {
			read_row(r);
		}
	}
	return r->columns != NULL;
}

bool heads_read(struct arena *a, struct heads *list, const struct rules *rules, const char *name,
		struct file_bytes text, struct findings *findings)
{
	struct file_bytes lines = csv_join(a, text, ' ');
	struct csv_source source = csv_memory(name, lines.bytes, lines.size);
	struct heads_reader r = {.a = a, .list = list, .rules = rules, .findings = findings};
	r.rows = csv_open_source(&source, findings);
	bool good = r.rows && read_rows(&r);
	csv_close(r.rows);
	return good;
}

size_t heads_known(struct arena *a, const struct rules *rules, const char *name,
		   struct file_bytes text)
{
	struct findings dropped = {.arena = a};
	struct csv_source source = csv_memory(name, text.bytes, text.size);
	struct heads_reader r = {.a = a, .rules = rules, .findings = &dropped};
	size_t known = 0;
	r.rows = csv_open_source(&source, &dropped);
	if (r.rows && csv_next(r.rows, &r.row) == CSV_ROW && heads_read_heading(&r))
		for (size_t i = 0; i < r.width; i++)
			known += r.columns[i].kind == COLUMN_FIGURE;
	csv_close(r.rows);
	return known;
}
