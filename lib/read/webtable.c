/* SPDX-License-Identifier: MIT
 * webtable: rows and cells of a table as a browser arranges them, and whether it is one or only
 * arranges other tables. It knows nothing of what the words mean. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "read/gridmaker.h"
#include "read/web_private.h"
#include "read/reader.h"

enum { COLUMNS_SPAN = 1000, ROWS_SPAN = 65534 }; /* the most HTML knows */

enum part { PART_HEAD, PART_BODY, PART_FOOT, PARTS };

struct cell {
	const struct web_node *node;
	struct web_style style;
};

struct row {
	struct cell *cells;
	size_t count;
	enum part part;
	size_t group; /* rows of one tbody; spans end with it */
	bool implied; /* cells without a <tr> */
	struct web_style style;
	const char *stray; /* words between cells; NULL */
};

struct table {
	struct web_page *page;
	struct row *rows;
	size_t count, groups;
	const char *stray; /* words before the next row */
};

static struct row *add_row(struct table *t, enum part part, size_t group, struct web_style style)
{
	t->rows = arena_more(t->page->arena, t->rows, t->count, sizeof *t->rows);
	struct row *row = &t->rows[t->count++];
	*row = (struct row){.part = part, .group = group, .style = style, .stray = t->stray};
	t->stray = NULL;
	return row;
}

static void add_cell(struct table *t, struct row *row, const struct web_node *node,
		     struct web_style style)
{
	row->cells = arena_more(t->page->arena, row->cells, row->count, sizeof *row->cells);
	row->cells[row->count++] = (struct cell){node, style};
}

static void add_stray(struct table *t, const char **stray, const char *text, struct web_style style)
{
	if (!text_is_blank(text) && !style.hidden && !style.removed)
		*stray = arena_format(t->page->arena, "%s%s", *stray ? *stray : "", text);
}

/* The cells of a <tr>, through whatever is around them. */
static void read_row(struct table *t, size_t row, const struct web_node *node,
		     struct web_style parent)
{
	for (const struct web_node *child = node->first; child; child = child->next) {
		if (child->text) {
			add_stray(t, &t->rows[row].stray, child->text, parent);
			continue;
		}
		if (web_is_skipped(t->page->arena, child))
			continue;
		struct web_style style = web_style_of(t->page->styles, child, parent);
		if (web_is_any(child, " td th "))
			add_cell(t, &t->rows[row], child, style);
		else
			read_row(t, row, child, style);
	}
}

static enum part part_of(const struct web_node *node, enum part around)
{
	return web_is(node, "thead")   ? PART_HEAD
	       : web_is(node, "tfoot") ? PART_FOOT
	       : web_is(node, "tbody") ? PART_BODY
				       : around;
}

static void read_rows(struct table *t, const struct web_node *node, struct web_style parent,
		      enum part part, size_t group)
{
	for (const struct web_node *child = node->first; child; child = child->next) {
		if (child->text) {
			add_stray(t, &t->stray, child->text, parent);
			continue;
		}
		if (web_is_skipped(t->page->arena, child) || web_is(child, "caption"))
			continue;
		struct web_style style = web_style_of(t->page->styles, child, parent);
		struct row *last = t->count ? &t->rows[t->count - 1] : NULL;
		if (web_is(child, "tr")) {
			add_row(t, part, group, style);
			read_row(t, t->count - 1, child, style);
		} else if (web_is_any(child, " td th ")) {
			bool goes_on = last && last->implied && last->group == group;
			struct row *row = goes_on ? last : add_row(t, part, group, parent);
			row->implied = true;
			add_cell(t, row, child, style);
		} else {
			bool section = web_is_any(child, " thead tbody tfoot ");
			read_rows(t, child, style, part_of(child, part),
				  section ? ++t->groups : group);
		}
	}
}

/* Has the element words or a value of its own, tables in it aside? */
static bool has_words(const struct web_node *node)
{
	for (const struct web_node *child = node->first; child; child = child->next) {
		if (child->text
			? !text_is_blank(child->text)
			: web_is(child, "input") || (!web_is(child, "table") && has_words(child)))
			return true;
	}
	return false;
}

static size_t count_rows(const struct web_node *node)
{
	size_t count = 0;
	for (const struct web_node *child = node->first; child; child = child->next)
		if (child->name && !web_is(child, "table"))
			count += web_is(child, "tr") ? 1 : count_rows(child);
	return count;
}

/* Rows of the longest table right within the element; 0: there is none. A frame is looked through. */
static size_t longest_within(const struct web_node *node)
{
	size_t longest = 0;
	for (const struct web_node *child = node->first; child; child = child->next) {
		if (!child->name)
			continue;
		bool table = web_is(child, "table") && !web_is_frame(child);
		size_t rows = table ? count_rows(child) : longest_within(child);
		rows = table && rows == 0 ? 1 : rows;
		longest = rows > longest ? rows : longest;
	}
	return longest;
}

static const struct web_node *only_cell(const struct web_node *node, size_t *count)
{
	const struct web_node *cell = NULL;
	for (const struct web_node *child = node->first; child && *count < 2; child = child->next) {
		if (!child->name || web_is(child, "table"))
			continue;
		const struct web_node *found = child;
		if (web_is_any(child, " td th "))
			++*count;
		else
			found = only_cell(child, count);
		cell = found ? found : cell;
	}
	return cell;
}

bool web_is_frame(const struct web_node *table)
{
	size_t count = 0;
	only_cell(table, &count);
	return count < 2;
}

/* A table that arranges others: fewer rows of its own with words in two cells than the longest table
 * in it has rows, or hardly any. A frame around text and a single column are such too. */
static bool is_layout(const struct table *t)
{
	size_t own = 0, longest = 0, widest = 0;
	for (size_t r = 0; r < t->count; r++) {
		size_t full = 0;
		for (size_t i = 0; i < t->rows[r].count; i++) {
			const struct web_node *cell = t->rows[r].cells[i].node;
			size_t rows = longest_within(cell);
			longest = rows > longest ? rows : longest;
			full += has_words(cell);
		}
		own += full >= 2;
		widest = t->rows[r].count > widest ? t->rows[r].count : widest;
	}
	return widest < 2 || (longest > 0 && (own < 3 || own <= longest));
}

static int span_of(const struct web_node *cell, const char *name, long none, long most)
{
	long span = web_number(cell, name, 1);
	span = span < 0 ? 1 : span == 0 ? none : span;
	return (int)(span < most ? span : most);
}

static struct web_flow cell_flow(struct web_page *page)
{
	return (struct web_flow){
	    .page = page,
	    .writer = web_writer(page->arena, &page->seen, &page->words),
	    .cell = true,
	};
}

static void doubt_row(struct web_page *page, struct grid_row *row, struct web_doubt *doubts)
{
	for (; row && doubts; doubts = doubts->next)
		maker_doubt_row(page->maker, row, doubts->code, doubts->say, doubts->suggest);
}

/* A cell that is not shown goes to the doubts of the flow. */
static void read_unseen(struct web_flow *flow, const struct cell *cell)
{
	web_walk_children(flow, cell->node, cell->style);
	web_break(&flow->writer, false);
}

/* Excel's mark of a text that is longer than its cell and shows over empty ones: no merged cell. */
static bool runs_over(struct web_page *page, const struct web_node *cell)
{
	const char *value = web_property(page->arena, cell, "mso-ignore");
	return value && strncmp(value, "colspan", 7) == 0;
}

static void put_cell(struct web_page *page, const struct cell *cell, long rows_left)
{
	struct web_flow flow = cell_flow(page);
	web_walk_children(&flow, cell->node, cell->style);
	int columns = span_of(cell->node, "colspan", 1, COLUMNS_SPAN);
	int over = runs_over(page, cell->node) ? columns - 1 : 0;
	int rows = span_of(cell->node, "rowspan", rows_left, ROWS_SPAN);
	const char *text = web_take(&flow.writer);
	struct grid_cell *made =
	    maker_cell(page->maker, text, columns - over, rows < rows_left ? rows : (int)rows_left);
	made->markup = flow.writer.markup;
	for (struct web_doubt *d = web_doubts(&flow.writer); d; d = d->next)
		maker_doubt_cell(page->maker, made, d->code, d->say, d->suggest);
	while (over-- > 0)
		maker_cell(page->maker, "", 1, rows);
}

static bool is_shown(struct web_style style)
{
	return !style.hidden && !style.removed;
}

/* Marked as heading columns: in <thead>, or all cells are <th>. */
static bool is_heading(const struct row *row)
{
	size_t heads = 0;
	for (size_t i = 0; i < row->count; i++)
		heads += web_is(row->cells[i].node, "th");
	return row->part == PART_HEAD || (heads > 1 && heads == row->count);
}

/* Rows of the same group from this one on that are shown. */
static long rows_left(const struct table *t, size_t row)
{
	long left = 0;
	for (size_t r = row; r < t->count && t->rows[r].group == t->rows[row].group; r++)
		left += is_shown(t->rows[r].style);
	return left;
}

static struct grid_row *put_row(struct table *t, size_t index, long at, long left)
{
	const struct row *row = &t->rows[index];
	struct web_page *page = t->page;
	struct grid_row *made = maker_row(page->maker, at);
	made->heading = is_heading(row);
	struct web_flow unseen = cell_flow(page);
	for (size_t i = 0; i < row->count && maker_well(page->maker); i++) {
		if (is_shown(row->cells[i].style))
			put_cell(page, &row->cells[i], left);
		else
			read_unseen(&unseen, &row->cells[i]);
	}
	doubt_row(page, made, web_doubts(&unseen.writer));
	if (row->stray)
		maker_doubt_row(page->maker, made, CODE_CELLS_SHIFTED,
				text_squeeze(page->arena, row->stray), NULL);
	return made;
}

/* Rows in the order they are shown: heads, bodies, feet. What is hidden between them is told of the
 * row behind it, or of the last. */
static void put_rows(struct table *t)
{
	struct web_flow unseen = cell_flow(t->page);
	struct grid_row *last = NULL;
	long at = 0;
	for (int part = PART_HEAD; part < PARTS; part++) {
		long left = 0;
		for (size_t r = 0; r < t->count && maker_well(t->page->maker); r++) {
			if ((int)t->rows[r].part != part)
				continue;
			at++;
			if (!is_shown(t->rows[r].style)) {
				for (size_t i = 0; i < t->rows[r].count; i++)
					read_unseen(&unseen, &t->rows[r].cells[i]);
				continue;
			}
			bool first = r == 0 || t->rows[r].group != t->rows[r - 1].group;
			left = first || left <= 1 ? rows_left(t, r) : left - 1;
			last = put_row(t, r, at, left);
			doubt_row(t->page, last, web_doubts(&unseen.writer));
		}
	}
	doubt_row(t->page, last, web_doubts(&unseen.writer));
}

/* A document that marks all rows as heads of columns marks none. */
static void unmark_heads(struct table *t)
{
	for (size_t r = 0; r < t->count; r++)
		if (t->rows[r].part != PART_HEAD)
			return;
	for (size_t r = 0; r < t->count; r++)
		t->rows[r].part = PART_BODY;
}

static void read_captions(struct web_flow *flow, const struct web_node *table,
			  struct web_style style)
{
	for (const struct web_node *child = table->first; child; child = child->next)
		if (web_is(child, "caption"))
			web_walk_children(flow, child,
					  web_style_of(flow->page->styles, child, style));
	web_boundary(flow);
}

static void tell_hidden(struct web_page *page, const struct web_node *table, struct web_style style)
{
	struct web_flow unseen = cell_flow(page);
	web_walk_children(&unseen, table, style);
	struct place at = {page->document->name, (unsigned)table->line, 0};
	for (struct web_doubt *d = web_doubts(&unseen.writer); d; d = d->next)
		findings_add_as(page->findings, at, SEVERITY_NOTE, d->code, d->say, NULL, NULL);
}

void web_table(struct web_flow *flow, const struct web_node *table, struct web_style style)
{
	struct table t = {.page = flow->page};
	web_boundary(flow);
	if (!is_shown(style)) {
		tell_hidden(flow->page, table, style);
		return;
	}
	read_captions(flow, table, style);
	read_rows(&t, table, style, PART_BODY, 0);
	if (is_layout(&t)) {
		web_walk_children(flow, table, style);
		return;
	}
	unmark_heads(&t);
	maker_table(flow->page->maker, table->line, NULL);
	put_rows(&t);
	maker_table_end(flow->page->maker);
	if (t.stray)
		maker_paragraph(flow->page->maker, table->line, t.stray);
}
