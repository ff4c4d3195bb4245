/* SPDX-License-Identifier: MIT
 * headsheading: what each column of a sheet of heads holds, by its heading. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/heads_private.h"
#include "data/log.h"

static bool same_words(struct arena *a, const char *plain, const char *other)
{
	return other && strcmp(plain, text_plain(a, other)) == 0;
}

static bool is_input(struct arena *a, const struct rule_input *input, const char *plain)
{
	if (same_words(a, plain, input->id) || same_words(a, plain, input->name.vietnamese) ||
	    same_words(a, plain, input->name.english))
		return true;
	for (size_t i = 0; i < input->heading_count; i++)
		if (same_words(a, plain, input->headings[i]))
			return true;
	return false;
}

/* Rules without grades have no use for last year's, nor without overrides for those. */
static bool is_of_use(const struct rules *rules, const char *word)
{
	if (strcmp(word, "last-grade") == 0)
		return rules->grade_count > 0;
	return strncmp(word, "override", strlen("override")) != 0 || rules->override_count > 0;
}

/* A figure's own name before the names that every sheet has. */
static struct heads_column find_column(struct heads_reader *r, const char *heading)
{
	const char *plain = text_plain(r->a, heading), *word = words_code("head", heading);
	for (size_t i = 0; i < r->rules->input_count; i++)
		if (is_input(r->a, &r->rules->inputs[i], plain))
			return (struct heads_column){COLUMN_FIGURE, .input = &r->rules->inputs[i]};
	for (size_t i = 0; i < r->rules->group_count; i++) {
		const struct rule_group *g = &r->rules->groups[i];
		if (!g->scope && (same_words(r->a, plain, g->id) ||
				  same_words(r->a, plain, g->name.vietnamese) ||
				  same_words(r->a, plain, g->name.english)))
			return (struct heads_column){COLUMN_GROUP, .group = g};
	}
	if (!word || !is_of_use(r->rules, word))
		return (struct heads_column){COLUMN_UNKNOWN, .word = NULL};
	return (struct heads_column){COLUMN_WORD, .word = word};
}

static bool same_column(const struct heads_column *x, const struct heads_column *y)
{
	return x->kind == y->kind && x->input == y->input && x->group == y->group &&
	       text_same(x->word, y->word);
}

/* The name nearest to a heading that nobody asks for: a slip of the pen would lose a figure. */
static const char *nearest(struct heads_reader *r, const char *heading)
{
	const char **ids = arena_alloc(r->a, (r->rules->input_count + 1) * sizeof *ids);
	for (size_t i = 0; i < r->rules->input_count; i++)
		ids[i] = r->rules->inputs[i].id;
	const char *near = text_nearest(heading, ids, r->rules->input_count);
	return near ? arena_format(r->a, words_pick("; did you mean %s?", "; có phải là %s?"), near)
		    : "";
}

static void tell_column(struct heads_reader *r, size_t i, const char *heading)
{
	if (!text_is_blank(heading))
		findings_add(r->findings, csv_place(r->rows, &r->row, i), CODE_HEAD_COLUMN, heading,
			     nearest(r, heading), NULL);
}

bool heads_read_heading(struct heads_reader *r)
{
	bool named = false;
	r->width = r->row.count;
	r->columns = arena_alloc(r->a, (r->width + 1) * sizeof *r->columns);
	for (size_t i = 0; i < r->width; i++) {
		struct heads_column c = find_column(r, r->row.fields[i]);
		for (size_t k = 0; k < i && c.kind != COLUMN_UNKNOWN; k++)
			if (same_column(&c, &r->columns[k])) {
				findings_add(r->findings, csv_place(r->rows, &r->row, i),
					     CODE_DUPLICATE_KEY, r->row.fields[i], "1", NULL);
				return false;
			}
		if (c.kind == COLUMN_UNKNOWN)
			tell_column(r, i, r->row.fields[i]);
		named |= c.word && (strcmp(c.word, "agency") == 0 || strcmp(c.word, "name") == 0);
		r->columns[i] = c;
	}
	if (!named)
		findings_add(r->findings, r->row.at, CODE_CSV_HEADING, "agency", NULL, NULL);
	return named;
}

/* Does the row name a head or an agency, and unless the file was named something more of them? */
static bool speaks_of_heads(const struct csv_row *row, bool named)
{
	bool who = false, more = false;
	for (size_t i = 0; i < row->count; i++) {
		const char *word = words_code("head", row->fields[i]);
		bool names = word && (strcmp(word, "agency") == 0 || strcmp(word, "name") == 0);
		more |= word && (!names || who) && strcmp(word, "note") != 0;
		who |= names;
	}
	return who && (more || named);
}

bool heads_are_heading(const char *head, size_t n, bool named)
{
	struct arena *a = arena_new();
	struct findings none = {.arena = a};
	const char *end = memchr(head, '\n', n);
	struct csv_source source = csv_memory("-", head, end ? (size_t)(end - head) + 1 : n);
	struct csv_reader *rows = csv_open_source(&source, &none);
	struct csv_row row;
	bool found = rows && csv_next(rows, &row) == CSV_ROW && speaks_of_heads(&row, named);
	csv_close(rows);
	arena_free(a);
	return found && !log_is_heading(head, n);
}
