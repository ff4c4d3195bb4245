/* SPDX-License-Identifier: MIT
 * ods: OpenDocument sheets to a grid, each visible sheet a table. Cells hold what they show as text;
 * what they mean is in attributes, by which dates are checked. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "read/gridmaker.h"
#include "read/odf.h"
#include "read/odfstyles.h"
#include "read/odftext.h"
#include "read/odsvalue.h"
#include "read/reader.h"
#include "read/sheetcells.h"

enum { REPEAT_ROWS = ROWS_LIMIT + 1, REPEAT_COLUMNS = COLUMNS_LIMIT + 1, DEFAULTS_MOST = 1000 };

/* Columns up to `end` whose cells have this style where they name none. */
struct column_default {
	long end;
	const char *style;
};

struct row_cell {
	struct sheet_cell cell;
	long repeated, columns, rows; /* columns and rows: its span */
};

struct ods {
	struct odf odf;
	struct sheetcells *cells;   /* of the open sheet; NULL */
	long row, column, declared; /* of the next row, cell and column element */
	long repeated;		    /* rows that the open one stands for */
	const char *row_style;
	struct column_default *defaults;
	size_t default_count;
	struct row_cell *row_cells; /* of the open row that hold something */
	size_t row_count, row_room;
	bool in_cell, in_paragraph;
	struct row_cell open;
	struct ods_value value;
	struct docx_look look;
	struct odf_text text;
	struct buf lines, struck;
	bool refused; /* and told why */
};

/* ---- sheets, rows, columns ---- */

static void tell_hidden(struct ods *o, const char *name)
{
	struct odf *odf = &o->odf;
	const char *say = arena_format(
	    odf->arena, words_pick("the hidden sheet \"%s\"", "trang tính ẩn \"%s\""), name);
	findings_add(odf->findings, (struct place){odf->document->name, 0, 0}, CODE_PASSED_OVER,
		     say, NULL, NULL);
}

static void start_sheet(struct ods *o, const struct xml_part *x)
{
	struct odf *odf = &o->odf;
	const char *name = xml_value(x, "table:name");
	name = arena_text(odf->arena, name ? name : "");
	if (odf_style_hides(odf->styles, "table", xml_value(x, "table:style-name"))) {
		tell_hidden(o, name);
		odf_skip(odf);
		return;
	}
	o->cells = sheetcells_new(odf->arena, name);
	o->row = 1;
	o->declared = 0;
	o->default_count = 0;
}

static void end_sheet(struct ods *o)
{
	struct odf *odf = &o->odf;
	if (o->cells && !sheetcells_put(o->cells, odf->maker, odf->document, odf->findings))
		o->refused = true;
	o->cells = NULL;
}

static bool is_hidden(const struct xml_part *x)
{
	return odf_is(x, "table:visibility", "collapse") || odf_is(x, "table:visibility", "filter");
}

static void start_column(struct ods *o, const struct xml_part *x)
{
	struct arena *a = o->odf.arena;
	long n = odf_count(x, "table:number-columns-repeated", SHEET_COLUMNS);
	const char *style = xml_value(x, "table:default-cell-style-name");
	if (is_hidden(x))
		sheetcells_hide_columns(o->cells, o->declared, o->declared + n - 1);
	o->declared += n;
	if (o->default_count == DEFAULTS_MOST || o->declared > SHEET_COLUMNS)
		return;
	o->defaults = arena_more(a, o->defaults, o->default_count, sizeof *o->defaults);
	o->defaults[o->default_count++] =
	    (struct column_default){o->declared, arena_text(a, style)};
}

static void start_row(struct ods *o, const struct xml_part *x)
{
	o->repeated = odf_count(x, "table:number-rows-repeated", SHEET_ROWS);
	o->row_style = arena_text(o->odf.arena, xml_value(x, "table:default-cell-style-name"));
	o->column = 0;
	o->row_count = 0;
	if (is_hidden(x))
		sheetcells_hide_rows(o->cells, o->row, o->row + o->repeated - 1);
}

/* Puts a cell as often as it stands side by side in row `at`. */
static bool put_cell(struct ods *o, const struct row_cell *from, long at)
{
	bool room = true;
	for (long i = 0; i < from->repeated && room; i++) {
		struct sheet_cell cell = from->cell;
		cell.row = at;
		cell.column += i;
		room = sheetcells_add(o->cells, cell);
		sheetcells_merge(o->cells, at, cell.column, from->rows, from->columns);
	}
	return room;
}

static void end_row(struct ods *o, struct xml_part *x)
{
	bool room = true;
	long rows = o->row_count > 0 && o->repeated > REPEAT_ROWS ? REPEAT_ROWS : o->repeated;
	for (long r = 0; r < rows && o->row_count > 0 && room; r++)
		for (size_t i = 0; i < o->row_count && room; i++)
			room = put_cell(o, &o->row_cells[i], o->row + r);
	o->row += o->repeated;
	if (!room) {
		end_sheet(o);
		xml_stop(x);
	}
}

/* ---- cells ---- */

static const char *style_of(const struct ods *o, const struct xml_part *x)
{
	const char *style = xml_value(x, "table:style-name");
	if (style || o->row_style)
		return style ? style : o->row_style;
	for (size_t i = 0; i < o->default_count; i++)
		if (o->column < o->defaults[i].end)
			return o->defaults[i].style;
	return NULL;
}

static void start_cell(struct ods *o, const struct xml_part *x)
{
	struct docx_look plain = {.code = FONT_UNICODE};
	o->open = (struct row_cell){
	    .cell = {.column = o->column},
	    .repeated = odf_count(x, "table:number-columns-repeated", SHEET_COLUMNS),
	    .columns = odf_count(x, "table:number-columns-spanned", SHEET_COLUMNS),
	    .rows = odf_count(x, "table:number-rows-spanned", SHEET_ROWS),
	};
	o->value = odsvalue_read(o->odf.arena, x);
	o->look = odf_look(o->odf.styles, "table-cell", style_of(o, x), plain);
	o->in_cell = true;
	buf_cut(&o->lines, 0);
	buf_cut(&o->struck, 0);
	o->text.text.other = NULL;
}

static void end_cell(struct ods *o)
{
	struct arena *a = o->odf.arena;
	struct row_cell *open = &o->open;
	o->in_cell = false;
	o->column += open->repeated;
	open->cell.text = arena_copy(a, o->lines.n > 0 ? o->lines.s : "", o->lines.n);
	odsvalue_show(a, &o->value, &open->cell);
	if (o->struck.n > 0)
		open->cell.doubts = sheet_doubt(a, open->cell.doubts, CODE_STRUCK_TEXT,
						arena_text(a, o->struck.s), NULL);
	bool merged = open->columns > 1 || open->rows > 1;
	if (text_is_blank(open->cell.text) && !open->cell.doubts && !merged)
		return;
	open->repeated = open->repeated < REPEAT_COLUMNS ? open->repeated : REPEAT_COLUMNS;
	if (o->row_count == o->row_room)
		o->row_cells = arena_more(a, o->row_cells, o->row_room++, sizeof *o->row_cells);
	o->row_cells[o->row_count++] = *open;
}

static void start_paragraph(struct ods *o, const struct xml_part *x)
{
	odftext_begin(&o->text, &o->odf, xml_value(x, "text:style-name"), o->look);
	if (o->lines.n > 0)
		buf_char(&o->lines, '\n');
	o->in_paragraph = true;
}

static void end_paragraph(struct ods *o)
{
	struct arena *a = o->odf.arena;
	buf_text(&o->lines, odftext_whole(&o->text));
	o->in_paragraph = false;
	if (o->text.text.other)
		o->open.cell.doubts =
		    sheet_doubt(a, o->open.cell.doubts, CODE_FONT_LETTERS,
				arena_text(a, odftext_whole(&o->text)), o->text.text.other);
}

/* ---- the body ---- */

static void start_in_cell(struct ods *o, const struct xml_part *x, int name)
{
	const char *text = o->in_paragraph ? odftext_of(o->odf.arena, x, name) : NULL;
	if (text)
		odftext_put(&o->text, text);
	else if (o->in_paragraph && name == ODF_SPAN)
		odftext_span(&o->text, xml_value(x, "text:style-name"));
	else if (!o->in_paragraph && (name == ODF_P || name == ODF_H))
		start_paragraph(o, x);
	else if (!o->in_paragraph && name != ODF_LIST && name != ODF_LIST_ITEM)
		odf_skip(&o->odf); /* pictures and shapes lie upon cells */
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct ods *o = user;
	if (o->in_cell)
		start_in_cell(o, x, name);
	else if (name == ODF_TABLE)
		start_sheet(o, x);
	else if (!o->cells)
		return;
	else if (name == ODF_SHAPES)
		odf_skip(&o->odf);
	else if (name == ODF_TABLE_COLUMN)
		start_column(o, x);
	else if (name == ODF_ROW)
		start_row(o, x);
	else if (name == ODF_CELL)
		start_cell(o, x);
	else if (name == ODF_COVERED) {
		o->column += odf_count(x, "table:number-columns-repeated", SHEET_COLUMNS);
		odf_skip(&o->odf);
	}
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct ods *o = user;
	if (o->in_paragraph && (name == ODF_P || name == ODF_H))
		end_paragraph(o);
	else if (o->in_paragraph && name == ODF_SPAN)
		odftext_span_end(&o->text);
	else if (name == ODF_CELL && o->in_cell)
		end_cell(o);
	else if (name == ODF_ROW && o->cells)
		end_row(o, x);
	else if (name == ODF_TABLE)
		end_sheet(o);
	if (!maker_well(o->odf.maker) || o->refused)
		xml_stop(x);
}

static void on_text(void *user, const char *s, size_t n)
{
	struct ods *o = user;
	const struct docx_text *text = &o->text.text;
	if (!o->in_paragraph || o->lines.n + text->done.n + text->stretch.n > CELL_LIMIT)
		return;
	odftext_add(&o->text, s, n);
	if (odftext_look(&o->text).struck)
		buf_bytes(&o->struck, s, n);
}

struct grid *ods_read(struct arena *a, const struct document *document, struct findings *findings)
{
	static const struct odf_events events = {on_start, on_end, on_text};
	struct ods o = {.odf = {.arena = a, .document = document, .findings = findings}};
	if (!odf_open(&o.odf, "ods"))
		return NULL;
	struct grid *grid = odf_read(&o.odf, &events, &o);
	odftext_free(&o.text);
	buf_free(&o.lines);
	buf_free(&o.struck);
	return o.refused ? NULL : grid;
}
