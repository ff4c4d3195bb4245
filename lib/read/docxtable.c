/* SPDX-License-Identifier: MIT
 * docxtable: the tables that are open at one place of a document, one in the other. It knows merges
 * and doubts, and neither XML nor what a task is.
 *
 * A table of one column is a frame around text, often one that holds the real tables: its paragraphs
 * are paragraphs. A table in a cell of a real table is flattened to lines of that cell. */
#include "read/docxtable.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "read/docxcell.h"
#include "read/gridmaker.h"
#include "read/reader.h"

enum kind {
	KIND_OPEN, /* not known before its columns are */
	KIND_GRID,
	KIND_FRAME, /* one column */
	KIND_FLAT,  /* in a cell of a KIND_GRID */
};

struct level_of_tables {
	enum kind kind;
	long at;
	struct docx_row row;
	struct docx_cell cell;
	bool in_row, in_cell;
	int cells; /* of the row */
};

/* The numbers that Word counted in the cells of one table. */
struct counted {
	const char *first, *last;
	long first_row, last_row;
	long values[9]; /* last of each level */
};

struct docx_tables {
	struct arena *arena;
	struct gridmaker *maker;
	const struct document *document;
	struct findings *findings;
	struct level_of_tables *levels; /* the open tables, outermost first */
	size_t count;
	long tables;		     /* real ones, so far */
	long rows;		     /* of the open real table */
	long rows_deleted;	     /* of all */
	struct grid_row *row;	     /* of the grid; NULL: none begun yet */
	long page;		     /* where the row's first word stands; -1: no word yet */
	struct docx_content open;    /* of the cell that is being told */
	struct docx_content waiting; /* of the one before: the next may be merged into it */
	bool waits;
	bool merged[COLUMNS_LIMIT]; /* columns where a cell that reaches down begins */
	struct counted counted;
};

struct docx_tables *docx_tables_new(struct arena *a, struct gridmaker *maker,
				    const struct document *document, struct findings *findings)
{
	struct docx_tables *t = arena_alloc(a, sizeof *t);
	t->arena = a;
	t->maker = maker;
	t->document = document;
	t->findings = findings;
	return t;
}

void docx_tables_free(struct docx_tables *t)
{
	docx_content_free(&t->open);
	docx_content_free(&t->waiting);
}

static struct level_of_tables *top(const struct docx_tables *t)
{
	return t->count ? &t->levels[t->count - 1] : NULL;
}

/* What a frame's cell holds so far, as paragraphs. */
static void frame_flush(struct docx_tables *t, long at)
{
	maker_paragraph(t->maker, at, docx_content_lines(&t->open));
	docx_content_clear(&t->open);
}

void docx_table_open(struct docx_tables *t, long at)
{
	struct level_of_tables *outer = top(t);
	bool flat = outer && (outer->kind == KIND_GRID || outer->kind == KIND_FLAT);
	if (outer && outer->kind == KIND_FRAME)
		frame_flush(t, at);
	t->levels = arena_more(t->arena, t->levels, t->count, sizeof *t->levels);
	t->levels[t->count++] =
	    (struct level_of_tables){.kind = flat ? KIND_FLAT : KIND_OPEN, .at = at};
}

static void grid_begin(struct docx_tables *t, struct level_of_tables *level)
{
	level->kind = KIND_GRID;
	maker_table(t->maker, level->at, NULL);
	memset(t->merged, 0, sizeof t->merged);
	t->counted = (struct counted){0};
	t->rows = 0;
	t->row = NULL;
	t->waits = false;
}

void docx_table_columns(struct docx_tables *t, long columns)
{
	struct level_of_tables *level = top(t);
	if (!level || level->kind != KIND_OPEN)
		return;
	if (columns == 1)
		level->kind = KIND_FRAME;
	else
		grid_begin(t, level);
}

/* One note for a table whose numbers run on; those that do not got a doubt each. */
static void tell_counted(struct docx_tables *t)
{
	const struct counted *c = &t->counted;
	if (!c->first)
		return;
	const char *what =
	    arena_format(t->arena,
			 words_pick("table %ld, rows %ld to %ld: \"%s\" to \"%s\"",
				    "bảng %ld, hàng %ld đến %ld: \"%s\" đến \"%s\""),
			 t->tables, c->first_row, c->last_row, text_squeeze(t->arena, c->first),
			 text_squeeze(t->arena, c->last));
	findings_add(t->findings, (struct place){t->document->name, 0, 0}, CODE_AUTO_NUMBERED, what,
		     NULL, NULL);
}

void docx_table_close(struct docx_tables *t)
{
	struct level_of_tables *level = top(t);
	if (!level)
		return;
	if (level->kind == KIND_GRID) {
		maker_table_end(t->maker);
		t->tables += t->rows > 0;
		tell_counted(t);
	}
	if (level->kind != KIND_FLAT)
		docx_content_clear(&t->open);
	t->count--;
}

struct docx_row *docx_row_open(struct docx_tables *t)
{
	struct level_of_tables *level = top(t);
	if (!level)
		return NULL;
	if (level->kind == KIND_OPEN)
		grid_begin(t, level);
	level->row = (struct docx_row){0};
	level->in_row = true;
	level->cells = 0;
	if (level->kind == KIND_GRID) {
		t->row = NULL;
		t->page = -1;
	}
	return &level->row;
}

static void empty_cells(struct docx_tables *t, long n)
{
	while (n-- > 0 && maker_column(t->maker) < COLUMNS_LIMIT && maker_well(t->maker)) {
		size_t column = maker_column(t->maker);
		maker_cell(t->maker, "", 1, 1);
		t->merged[column] = false;
	}
}

static void row_begin(struct docx_tables *t)
{
	if (t->row)
		return;
	const struct docx_row *row = &top(t)->row;
	t->row = maker_row(t->maker, ++t->rows);
	t->row->heading = row->heading;
	t->row->hidden = row->hidden;
	if (row->inserted)
		maker_doubt_row(t->maker, t->row, CODE_TRACKED_CHANGE,
				words_pick("the row was put in", "hàng được chèn thêm"), NULL);
	empty_cells(t, row->before);
}

/* The cell's number was counted: is it the one that follows? */
static void take_counted(struct docx_tables *t, struct grid_cell *cell,
			 const struct docx_label *label)
{
	struct counted *c = &t->counted;
	bool follows = label->value == c->values[label->level] + 1 || label->value == 1;
	if (!follows)
		maker_doubt_cell(t->maker, cell, CODE_AUTO_NUMBERED,
				 text_squeeze(t->arena, label->text), NULL);
	c->values[label->level] = label->value;
	for (int i = label->level + 1; i < 9; i++)
		c->values[i] = 0;
	if (!c->first) {
		c->first = label->text;
		c->first_row = t->rows;
	}
	c->last = label->text;
	c->last_row = t->rows;
}

/* Puts the waiting cell into the grid. */
static void waiting_put(struct docx_tables *t)
{
	if (!t->waits)
		return;
	t->waits = false;
	row_begin(t);
	struct docx_content *content = &t->waiting;
	const struct docx_cell *cell = &content->cell;
	int columns = cell->columns > COLUMNS_LIMIT ? COLUMNS_LIMIT : (int)cell->columns;
	size_t from = maker_column(t->maker);
	bool goes_on = cell->down == MERGE_CONTINUE && from < COLUMNS_LIMIT && t->merged[from];
	const char *text = docx_content_lines(content);
	struct grid_cell *made = goes_on ? maker_cell_continues(t->maker, text, columns)
					 : maker_cell(t->maker, text, columns, 1);
	for (size_t i = from; i < maker_column(t->maker) && i < COLUMNS_LIMIT; i++)
		t->merged[i] = false;
	if (from < COLUMNS_LIMIT)
		t->merged[from] = cell->down != MERGE_NONE;
	const struct docx_label *label = docx_content_label(content);
	if (label && !goes_on)
		take_counted(t, made, label);
	docx_content_doubts(content, t->arena, t->maker, made);
}

void docx_row_close(struct docx_tables *t, long page)
{
	struct level_of_tables *level = top(t);
	if (!level || !level->in_row)
		return;
	level->in_row = false;
	if (level->kind == KIND_FRAME)
		frame_flush(t, level->at);
	if (level->row.deleted)
		t->rows_deleted++;
	if (level->kind != KIND_GRID || level->row.deleted)
		return;
	waiting_put(t);
	row_begin(t);
	empty_cells(t, level->row.after);
	if (level->row.shortened)
		maker_doubt_row(t->maker, t->row, CODE_TRACKED_CHANGE,
				words_pick("a cell was taken out", "một ô đã bị bỏ"), NULL);
	t->row->page = t->page >= 0 ? t->page : page;
}

/* A frame with a second cell in a row is none; what its first cell held goes before it. */
static void frame_becomes_grid(struct docx_tables *t, struct level_of_tables *level)
{
	grid_begin(t, level);
	t->page = -1;
	struct docx_content first = t->open;
	t->open = t->waiting;
	t->waiting = first;
	t->waits = true;
}

struct docx_cell *docx_cell_open(struct docx_tables *t)
{
	struct level_of_tables *level = top(t);
	if (!level || !level->in_row)
		return NULL;
	if (level->kind == KIND_FRAME && level->cells > 0)
		frame_becomes_grid(t, level);
	level->cells++;
	level->cell = (struct docx_cell){.columns = 1};
	level->in_cell = true;
	if (level->kind == KIND_GRID)
		docx_content_clear(&t->open);
	return &level->cell;
}

static void cell_wait(struct docx_tables *t)
{
	waiting_put(t);
	struct docx_content old = t->waiting;
	t->waiting = t->open;
	t->open = old;
	t->waits = true;
}

void docx_cell_close(struct docx_tables *t)
{
	struct level_of_tables *level = top(t);
	if (!level || !level->in_cell)
		return;
	level->in_cell = false;
	if (level->kind != KIND_GRID && level->kind != KIND_FRAME)
		return;
	t->open.cell = level->cell;
	level->row.shortened |= level->cell.deleted;
	if (level->kind == KIND_FRAME || level->cell.deleted)
		return;
	if (level->cell.across == MERGE_CONTINUE && t->waits)
		docx_content_join(&t->waiting, &t->open);
	else
		cell_wait(t);
}

struct docx_row *docx_row(struct docx_tables *t)
{
	struct level_of_tables *level = top(t);
	return level && level->in_row ? &level->row : NULL;
}

struct docx_cell *docx_cell(struct docx_tables *t)
{
	struct level_of_tables *level = top(t);
	return level && level->in_cell ? &level->cell : NULL;
}

bool docx_in_cell(const struct docx_tables *t)
{
	for (size_t i = t->count; i-- > 0;)
		if (t->levels[i].in_cell)
			return true;
	return false;
}

void docx_cell_line(struct docx_tables *t, const struct docx_label *label, const char *text,
		    bool boxed, long page)
{
	docx_content_add(&t->open, label, text, boxed);
	if (t->open.lines.n + t->open.boxed.n > CELL_LIMIT)
		maker_paragraph(t->maker, t->rows, docx_content_lines(&t->open)); /* tells it */
	if (t->page < 0 && (label || !text_is_blank(text)))
		t->page = page;
	if (top(t)->kind == KIND_FLAT)
		docx_cell_mark(t, MARK_NESTED, text);
	if (boxed)
		docx_cell_mark(t, MARK_BOX, text);
}

void docx_cell_mark(struct docx_tables *t, enum docx_mark mark, const char *what)
{
	docx_content_mark(&t->open, mark, what);
}

long docx_rows_deleted(const struct docx_tables *t)
{
	return t->rows_deleted;
}
