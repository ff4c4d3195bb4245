/* SPDX-License-Identifier: MIT
 * labels: the tasks of an outline as a table. It knows labels' roles, and nothing of what their values
 * say. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "import/labels_private.h"
#include "import/labelwords.h"

/* "Nội dung: …" under a title: the label's colon stays where the title has no sign of its own. */
static void put_content(const struct labelled *l, const struct texts *content, struct texts *texts)
{
	if (content->count > 0 && texts->count > 0) {
		struct text_at *title = &texts->items[texts->count - 1];
		if (!strchr(".:;,!?", title->text[strlen(title->text) - 1]))
			title->text = arena_format(l->a, "%s:", title->text);
	}
	for (size_t k = 0; k < content->count; k++)
		texts_add(l->a, texts, content->items[k].text, content->items[k].at);
}

/* What stands before a point where it is put into its item's words. */
static const char *sign_of(const struct mark *mark)
{
	return text_same(mark->style, OUTLINE_UNMARKED) ? "" : mark->bullet ? "-" : mark->no;
}

/* An item's words, and those of the points under it that are no tasks. */
static void put_words(const struct labelled *l, size_t i, struct texts *texts)
{
	const struct item *item = labels_item(l, i);
	for (size_t k = 0; k < item->text.count; k++)
		texts_add(l->a, texts, item->text.items[k].text, item->at);
	put_content(l, &item->values[ROLE_TEXT], texts);
	for (size_t k = i + 1, end = labels_end(l, i); k < end; k++) {
		const struct item *point = labels_item(l, k);
		if (point->parent != i + 1 || point->labels || l->use[k] != USE_NONE)
			continue;
		struct texts words = {NULL, 0};
		put_words(l, k, &words);
		const char *sign = sign_of(&point->mark);
		if (words.count > 0)
			words.items[0].text =
			    arena_format(l->a, "%s %s", sign, words.items[0].text);
		for (size_t n = 0; n < words.count; n++)
			texts_add(l->a, texts, words.items[n].text, item->at);
	}
}

static const char *heading_of(enum role role)
{
	static const char *const headings[ROLE_COUNT] = {
	    [ROLE_NO] = "TT",
	    [ROLE_TARGET] = "Mục tiêu",
	    [ROLE_TEXT] = "Nhiệm vụ",
	    [ROLE_PRODUCT] = "Sản phẩm",
	    [ROLE_LEAD] = "Cơ quan chủ trì",
	    [ROLE_WITH] = "Cơ quan phối hợp",
	    [ROLE_START] = "Thời gian bắt đầu",
	    [ROLE_DUE] = "Thời hạn hoàn thành",
	    [ROLE_NOTE] = "Ghi chú",
	};
	return headings[role];
}

static struct grid_row *add_row(struct labelled *l, long at)
{
	struct grid_table *table = l->table;
	table->rows = arena_more(l->a, table->rows, table->count, sizeof *table->rows);
	struct grid_row *row = &table->rows[table->count++];
	*row = (struct grid_row){.at = at};
	return row;
}

static struct grid_cell *add_cell(struct labelled *l, struct grid_row *row, const char *lines)
{
	row->cells = arena_more(l->a, row->cells, row->count, sizeof *row->cells);
	struct grid_cell *cell = &row->cells[row->count++];
	*cell = (struct grid_cell){.text = text_squeeze(l->a, lines),
				   .lines = lines,
				   .at = row->at,
				   .end = row->at,
				   .columns = 1,
				   .rows = 1};
	return cell;
}

static void doubt(struct labelled *l, struct grid_cell *cell, enum code code, const char *say)
{
	struct grid_doubt *d = arena_alloc(l->a, sizeof *d);
	*d = (struct grid_doubt){code, say, NULL, cell->doubts};
	cell->doubts = d;
}

static void add_headings(struct labelled *l)
{
	struct grid_row *row = add_row(l, l->table->at);
	row->heading = true;
	for (enum role r = ROLE_NO; r < ROLE_COUNT; r++)
		if (l->has[r])
			add_cell(l, row, heading_of(r));
}

/* Parts of a deadline on lines of their own: a sign must part them once they stand in one line. */
static const char *join_parts(struct arena *a, const struct texts *parts)
{
	struct texts signs = {NULL, 0};
	for (size_t i = 0; i < parts->count; i++) {
		const char *s = parts->items[i].text;
		bool open = i + 1 < parts->count && !strchr(".;,:", s[strlen(s) - 1]);
		texts_add(a, &signs, open ? arena_format(a, "%s;", s) : s, 0);
	}
	return texts_join(a, &signs);
}

/* Tasks under a task share what it alone says: who leads, until when. */
static const char *value_of(struct labelled *l, const struct item *item, enum role role,
			    bool *inherited)
{
	*inherited = item->values[role].count == 0 && item->parent > 0 &&
		     (role == ROLE_LEAD || role == ROLE_DUE) &&
		     labels_item(l, item->parent - 1)->values[role].count > 0;
	const struct texts *values =
	    *inherited ? &labels_item(l, item->parent - 1)->values[role] : &item->values[role];
	return role == ROLE_DUE ? join_parts(l->a, values) : texts_join(l->a, values);
}

static void add_value(struct labelled *l, struct grid_row *row, size_t i, enum role role)
{
	const struct item *item = labels_item(l, i);
	bool inherited;
	struct grid_cell *cell = add_cell(l, row, value_of(l, item, role, &inherited));
	if (inherited)
		doubt(l, cell, CODE_CELL_FROM_ABOVE, NULL);
	if (role == ROLE_DUE && item->embedded)
		doubt(l, cell, CODE_DEADLINE_EMBEDDED, cell->text);
	if (role == ROLE_LEAD && item->again)
		doubt(l, cell, CODE_LABEL_REPEATED, item->again);
	if (role == ROLE_LEAD && l->scope[i])
		doubt(l, cell, CODE_LABEL_SCOPE, l->scope[i]);
}

/* An opener's number is that of the first of its dashes; its words are before those of each. */
static const char *number_of(struct labelled *l, size_t i, struct texts *words)
{
	const struct item *item = labels_item(l, i);
	size_t parent = item->parent;
	if (parent == 0 || l->use[parent - 1] != USE_OPENER)
		return item->mark.no;
	put_words(l, parent - 1, words);
	texts_add(l->a, words, sign_of(&item->mark), item->at);
	bool first = !l->told[parent - 1];
	l->told[parent - 1] = true;
	return first ? labels_item(l, parent - 1)->mark.no : "";
}

static void add_task(struct labelled *l, size_t i)
{
	const struct item *item = labels_item(l, i);
	struct grid_row *row = add_row(l, item->at);
	struct texts words = {NULL, 0}, own = {NULL, 0};
	const char *no = number_of(l, i, &words);
	put_words(l, i, &own);
	for (size_t k = 0; k < own.count; k++)
		texts_add(l->a, &words, own.items[k].text, own.items[k].at);
	for (enum role r = ROLE_NO; r < ROLE_COUNT; r++) {
		if (l->has[r] && r == ROLE_NO)
			add_cell(l, row, no);
		else if (l->has[r] && r == ROLE_TEXT)
			add_cell(l, row, texts_join(l->a, &words));
		else if (l->has[r])
			add_value(l, row, i, r);
	}
}

/* The groups that the item stands under, from the outermost on, each once. */
static void add_groups(struct labelled *l, size_t parent)
{
	if (parent == 0)
		return;
	const struct item *item = labels_item(l, parent - 1);
	add_groups(l, item->parent);
	if (l->use[parent - 1] != USE_GROUP || l->told[parent - 1])
		return;
	l->told[parent - 1] = true;
	struct grid_row *row = add_row(l, item->at);
	/* paragraphs behind the title lead over to the tasks */
	const char *words = item->text.count > 0 ? item->text.items[0].text : "";
	size_t n = strlen(words);
	n -= n > 0 && words[n - 1] == ':';
	for (enum role r = ROLE_NO; r < ROLE_COUNT; r++) {
		if (l->has[r] && r == ROLE_NO)
			add_cell(l, row, item->mark.no);
		else if (l->has[r])
			add_cell(l, row, r == ROLE_TEXT ? arena_copy(l->a, words, n) : "");
	}
}

static void choose_columns(struct labelled *l)
{
	l->has[ROLE_NO] = l->has[ROLE_TEXT] = l->has[ROLE_LEAD] = l->has[ROLE_DUE] = true;
	for (size_t i = 0; i < l->outline.count; i++)
		for (enum role r = ROLE_NO; l->use[i] == USE_TASK && r < ROLE_COUNT; r++)
			l->has[r] = l->has[r] || labels_item(l, i)->values[r].count > 0;
}

static void report(struct findings *findings, const char *file, long at, enum code code,
		   const char *say)
{
	struct place place = {file, at > 0 ? (unsigned)at : 0, 0};
	findings_add(findings, place, code, say, NULL, NULL);
}

/* What says who or until when and belongs to no task, and paragraphs behind labels. */
static void report_lost(struct labelled *l, const char *file, struct findings *findings)
{
	const struct texts *lost = &l->outline.lost;
	for (size_t i = 0; i < lost->count; i++)
		report(findings, file, lost->items[i].at, CODE_LABEL_UNATTACHED,
		       lost->items[i].text);
	for (size_t i = 0; i < l->outline.count; i++) {
		const struct item *item = labels_item(l, i);
		if (item->typo)
			report(findings, file, item->typo_at, CODE_HEADING_TYPO, item->typo);
		for (enum role r = ROLE_NO; l->use[i] != USE_TASK && r < ROLE_COUNT; r++)
			if (label_is_hard(r) && item->values[r].count > 0)
				report(findings, file, item->values[r].items[0].at,
				       CODE_LABEL_UNATTACHED,
				       arena_format(l->a, "%s: %s", heading_of(r),
						    texts_join(l->a, &item->values[r])));
		for (size_t k = 0; k < item->after.count && l->use[i] == USE_TASK; k++)
			report(findings, file, item->after.items[k].at, CODE_PASSED_OVER,
			       item->after.items[k].text);
	}
}

/* Tasks that say at least two of: who leads, who helps, until when. */
static size_t count_whole(const struct labelled *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->outline.count; i++) {
		const struct texts *values = labels_item(l, i)->values;
		int said = (values[ROLE_LEAD].count > 0) + (values[ROLE_WITH].count > 0) +
			   (values[ROLE_DUE].count > 0);
		n += l->use[i] == USE_TASK && said > 1;
	}
	return n;
}

static struct labelled *read_labelled(struct arena *a, const struct grid *grid)
{
	struct labelled *l = arena_alloc(a, sizeof *l);
	l->a = a;
	l->outline = outline_read(a, grid);
	l->ranks = index_new(a);
	size_t count = l->outline.count + 1;
	l->use = arena_alloc(a, count * sizeof *l->use);
	l->scope = arena_alloc(a, count * sizeof *l->scope);
	l->told = arena_alloc(a, count * sizeof *l->told);
	labels_choose(l);
	return l;
}

/* The pieces before the first of the tasks' paragraphs, then their table. */
static const struct grid *grid_with(struct labelled *l, const struct grid *grid)
{
	struct grid *made = arena_alloc(l->a, sizeof *made);
	const struct grid_piece *pieces = grid->paragraph_count ? grid->paragraphs : grid->pieces;
	size_t count = grid->paragraph_count ? grid->paragraph_count : grid->count;
	made->format = grid->format;
	made->pieces = arena_alloc(l->a, (count + 1) * sizeof *made->pieces);
	for (size_t i = 0; i < count && pieces[i].at < l->table->at; i++)
		if (pieces[i].kind == PIECE_PARAGRAPH)
			made->pieces[made->count++] = pieces[i];
	made->pieces[made->count++] =
	    (struct grid_piece){.kind = PIECE_TABLE, .at = l->table->at, .table = l->table};
	return made;
}

/* Where the tasks begin: with the first group that stands above one, or the first task. */
static long first_line(const struct labelled *l)
{
	for (size_t i = 0; i < l->outline.count; i++)
		if (l->use[i] != USE_NONE && l->use[i] != USE_BARE)
			return labels_item(l, i)->at;
	return 0;
}

size_t labels_count(struct arena *a, const struct grid *grid)
{
	return count_whole(read_labelled(a, grid));
}

const struct grid *labels_grid(struct arena *a, const struct grid *grid, const char *file,
			       struct findings *findings)
{
	struct labelled *l = read_labelled(a, grid);
	size_t whole = count_whole(l);
	if (whole == 0 || l->outline.procedure >= whole)
		return NULL;
	l->table = arena_alloc(a, sizeof *l->table);
	*l->table = (struct grid_table){.form = GRID_ROWS, .at = first_line(l)};
	choose_columns(l);
	add_headings(l);
	for (size_t i = 0; i < l->outline.count; i++) {
		if (l->use[i] != USE_TASK && l->use[i] != USE_BARE)
			continue;
		add_groups(l, labels_item(l, i)->parent);
		add_task(l, i);
	}
	report_lost(l, file, findings);
	return grid_with(l, grid);
}
