/* SPDX-License-Identifier: MIT
 * docxprops: properties of paragraphs, runs, rows and cells, and the changes that are tracked there.
 * Changes are read as accepted. It knows no text. */
#include <string.h>

#include "read/docxnames.h"
#include "read/docxparse.h"

void docx_on_deletion(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	struct paragraph *p = docx_paragraph(b);
	struct docx_row *row = docx_row(b->docx->tables);
	b->docx->changes += b->where != WHERE_ROW;
	if (b->where == WHERE_TEXT)
		b->deleting++;
	else if (b->where == WHERE_MARK && p)
		p->mark_deleted = true;
	else if (b->where == WHERE_ROW && row)
		row->deleted = true;
}

void docx_end_deletion(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	if (b->where == WHERE_TEXT && b->deleting > 0)
		b->deleting--;
}

void docx_on_insertion(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	struct docx_row *row = docx_row(b->docx->tables);
	b->docx->changes++;
	if (b->where == WHERE_TEXT)
		b->inserting++;
	else if (b->where == WHERE_ROW && row)
		row->inserted = true;
}

void docx_end_insertion(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	if (b->where == WHERE_TEXT && b->inserting > 0)
		b->inserting--;
}

void docx_on_cell_change(struct body *b, struct xml_part *x, int name)
{
	struct docx_cell *cell = docx_cell(b->docx->tables);
	if (!cell || b->where != WHERE_CELL)
		return;
	b->docx->changes++;
	if (name == W_CELL_DEL)
		cell->deleted = true;
	else if (name == W_CELL_INS)
		docx_mark_cell(b, MARK_INSERTED, "");
	else if (xml_value(x, "w:vMerge"))
		cell->down =
		    strcmp(xml_value(x, "w:vMerge"), "cont") == 0 ? MERGE_CONTINUE : MERGE_RESTART;
}

void docx_on_properties(struct body *b, struct xml_part *x, int name)
{
	(void)x;
	if (name == W_P_PR)
		b->where = WHERE_PARAGRAPH;
	else if (name == W_R_PR)
		b->where = b->where == WHERE_PARAGRAPH ? WHERE_MARK : WHERE_RUN;
	else if (name == W_TR_PR)
		b->where = WHERE_ROW;
	else if (name == W_TC_PR)
		b->where = WHERE_CELL;
	else
		b->where = WHERE_SECTION;
	b->page += name == W_SECT_PR;
}

void docx_end_properties(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	bool inside = b->where == WHERE_MARK || (b->where == WHERE_SECTION && b->depth > 0);
	b->where = inside ? WHERE_PARAGRAPH : WHERE_TEXT;
}

/* Of a section: one that goes on on the same page. */
void docx_on_type(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	const char *type = xml_value(x, "w:val");
	if (b->where == WHERE_SECTION && type && strcmp(type, "continuous") == 0)
		b->page--;
}

void docx_on_run_property(struct body *b, struct xml_part *x, int name)
{
	struct paragraph *p = docx_paragraph(b);
	if (b->where == WHERE_RUN)
		docx_run_property(&b->run, b->docx->styles, x, name);
	else if (b->where == WHERE_MARK && p && name == W_VANISH)
		p->mark_hidden = docx_on(x);
}

void docx_on_style_name(struct body *b, struct xml_part *x, int name)
{
	struct paragraph *p = docx_paragraph(b);
	const char *id = xml_value(x, "w:val");
	const struct docx_style *style = id ? docx_style(b->docx->styles, id) : NULL;
	if (name == W_R_STYLE && b->where == WHERE_RUN)
		b->run_style = style;
	else if (name == W_P_STYLE && b->where == WHERE_PARAGRAPH && p && style)
		p->style = style;
}

void docx_on_numbering(struct body *b, struct xml_part *x, int name)
{
	struct paragraph *p = docx_paragraph(b);
	if (!p || b->where != WHERE_PARAGRAPH)
		return;
	if (name == W_NUM_ID)
		p->number.id = docx_value(x, 0);
	else
		p->number.level = (int)docx_value(x, 0);
}

void docx_on_row_property(struct body *b, struct xml_part *x, int name)
{
	struct docx_row *row = docx_row(b->docx->tables);
	if (!row || b->where != WHERE_ROW)
		return;
	if (name == W_GRID_BEFORE)
		row->before = docx_value(x, 0);
	else if (name == W_GRID_AFTER)
		row->after = docx_value(x, 0);
	else if (name == W_TBL_HEADER)
		row->heading = docx_on(x);
	else
		row->hidden = docx_on(x);
}

static enum docx_merge merge_of(const struct xml_part *x)
{
	const char *value = xml_value(x, "w:val");
	return value && strcmp(value, "restart") == 0 ? MERGE_RESTART : MERGE_CONTINUE;
}

void docx_on_cell_property(struct body *b, struct xml_part *x, int name)
{
	struct docx_cell *cell = docx_cell(b->docx->tables);
	if (!cell || b->where != WHERE_CELL)
		return;
	if (name == W_GRID_SPAN)
		cell->columns = docx_value(x, 1) > 0 ? docx_value(x, 1) : 1;
	else if (name == W_V_MERGE)
		cell->down = merge_of(x);
	else
		cell->across = merge_of(x);
}
