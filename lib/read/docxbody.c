/* SPDX-License-Identifier: MIT
 * docxbody: the elements of a document's body, as they come. It knows where it stands among them and
 * hands on what paragraphs, rows and cells say. */
#include "read/docxbody.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "read/docxnames.h"
#include "read/docxparse.h"
#include "read/gridmaker.h"
#include "read/package.h"

struct paragraph *docx_paragraph(const struct body *b)
{
	return b->depth ? b->paragraphs[b->depth - 1] : NULL;
}

static struct paragraph *paragraph_slot(struct body *b)
{
	if (b->depth == b->room) {
		struct paragraph *p = arena_alloc(b->docx->arena, sizeof *p);
		p->text.arena = b->docx->arena;
		p->text.seen = &b->docx->seen;
		b->paragraphs =
		    arena_more(b->docx->arena, b->paragraphs, b->room, sizeof(struct paragraph *));
		b->paragraphs[b->room++] = p;
	}
	return b->paragraphs[b->depth];
}

static void on_paragraph(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	struct paragraph *p = paragraph_slot(b);
	b->depth++;
	if (!p->goes_on)
		docx_text_clear(&p->text);
	p->goes_on = p->mark_deleted = false;
	p->mark_hidden = -1;
	p->number = (struct docx_number){-1, -1};
	p->style = docx_style(b->docx->styles, NULL);
	b->where = WHERE_TEXT;
	b->number += !docx_in_cell(b->docx->tables);
}

static const char *with_label(struct arena *a, const struct docx_label *label, const char *text)
{
	return label ? arena_format(a, "%s%s", label->text, text) : text;
}

/* The paragraph is whole: it is counted and given to its cell or to the document. */
static void paragraph_tell(struct body *b, struct paragraph *p)
{
	struct docx *d = b->docx;
	struct docx_label label;
	bool labelled = docx_number(d->numbers, p->number, p->style, &label) && *label.text;
	const char *text = docx_text_whole(&p->text);
	if (!docx_in_cell(d->tables)) {
		maker_paragraph(d->maker, b->number,
				with_label(d->arena, labelled ? &label : NULL, text));
		return;
	}
	docx_cell_line(d->tables, labelled ? &label : NULL, text, b->boxes > b->boxes_outside_cell,
		       b->page);
	if (p->text.other)
		docx_cell_mark(d->tables, MARK_FONT, p->text.other);
}

/* Is the mark at the paragraph's end not there, so that the next one goes on with it? */
static bool has_no_mark(const struct body *b, const struct paragraph *p)
{
	if (p->mark_deleted)
		return true;
	if (p->mark_hidden >= 0)
		return p->mark_hidden;
	return docx_look(b->docx->styles, &docx_run_nothing, NULL, p->style).hidden;
}

static void end_paragraph(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	struct paragraph *p = docx_paragraph(b);
	if (!p)
		return;
	b->code_from = 0; /* a field's code never goes on in the next one */
	p->goes_on = has_no_mark(b, p);
	if (!p->goes_on)
		paragraph_tell(b, p);
	b->depth--;
	if (!maker_well(b->docx->maker))
		xml_stop(x);
}

/* There is no next paragraph to go on in. */
static void paragraphs_end(struct body *b)
{
	struct paragraph *p = b->depth < b->room ? b->paragraphs[b->depth] : NULL;
	if (!p || !p->goes_on)
		return;
	p->goes_on = false;
	if (!text_is_blank(docx_text_whole(&p->text)))
		paragraph_tell(b, p);
}

static void on_table(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	paragraphs_end(b);
	docx_table_open(b->docx->tables, b->number > 0 ? b->number : 1);
}

static void end_table(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	docx_table_close(b->docx->tables);
}

static void on_columns(struct body *b, struct xml_part *x, int name)
{
	(void)x;
	b->columns = name == W_TBL_GRID ? 0 : b->columns + 1;
}

static void end_columns(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	docx_table_columns(b->docx->tables, b->columns);
}

static void on_row(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	docx_row_open(b->docx->tables);
}

static void end_row(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	docx_row_close(b->docx->tables, b->page);
	if (!maker_well(b->docx->maker))
		xml_stop(x);
}

static void on_cell(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	const struct docx_row *row = docx_row(b->docx->tables);
	if (row && row->deleted) {
		b->skipped = 1;
		return;
	}
	if (!docx_in_cell(b->docx->tables))
		b->boxes_outside_cell = b->boxes;
	docx_cell_open(b->docx->tables);
}

static void end_cell(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	paragraphs_end(b);
	docx_cell_close(b->docx->tables);
}

static void on_box(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->boxes++;
	b->where = WHERE_TEXT;
}

static void end_box(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	paragraphs_end(b);
	b->boxes--;
}

static void on_alternate(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->chosen[b->choices++] = false; /* not deeper than XML_DEPTH */
}

static void end_alternate(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->choices--;
}

/* Several ways to say one thing: the first is taken, the fallback where there is no other. */
static void on_choice(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	if (b->choices == 0)
		return;
	bool *chosen = &b->chosen[b->choices - 1];
	b->skipped = *chosen;
	*chosen = true;
}

static void on_body(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->is_document = true;
}

static void end_body(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	paragraphs_end(b);
}

static void on_dropped(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->skipped = 1;
}

static handle *const starts[DOCX_NAMES] = {
    [W_BODY] = on_body,
    [W_P] = on_paragraph,
    [W_TBL] = on_table,
    [W_TBL_GRID] = on_columns,
    [W_GRID_COL] = on_columns,
    [W_TR] = on_row,
    [W_TC] = on_cell,
    [W_ALT_CHUNK] = docx_on_embedded,
    [W_SUB_DOC] = docx_on_embedded,
    [W_TXBX_CONTENT] = on_box,
    [W_R] = docx_on_run,
    [W_T] = docx_on_text,
    [W_DEL_TEXT] = docx_on_text,
    [M_T] = docx_on_text,
    [W_TAB] = docx_on_tab,
    [W_PTAB] = docx_on_tab,
    [W_BR] = docx_on_break,
    [W_CR] = docx_on_break,
    [W_NO_BREAK_HYPHEN] = docx_on_hyphen,
    [W_SOFT_HYPHEN] = docx_on_hyphen,
    [W_SYM] = docx_on_sign,
    [W_FLD_CHAR] = docx_on_field,
    [W_LAST_RENDERED_PAGE_BREAK] = docx_on_page,
    [W_PAGE_BREAK_BEFORE] = docx_on_page,
    [W_FOOTNOTE_REFERENCE] = docx_on_reference,
    [W_ENDNOTE_REFERENCE] = docx_on_reference,
    [O_OLE_OBJECT] = docx_on_embedded,
    [A_BLIP] = docx_on_picture,
    [V_IMAGEDATA] = docx_on_picture,
    [W_INS] = docx_on_insertion,
    [W_MOVE_TO] = docx_on_insertion,
    [W_DEL] = docx_on_deletion,
    [W_MOVE_FROM] = docx_on_deletion,
    [W_CELL_INS] = docx_on_cell_change,
    [W_CELL_DEL] = docx_on_cell_change,
    [W_CELL_MERGE] = docx_on_cell_change,
    [W_P_PR] = docx_on_properties,
    [W_R_PR] = docx_on_properties,
    [W_TR_PR] = docx_on_properties,
    [W_TC_PR] = docx_on_properties,
    [W_SECT_PR] = docx_on_properties,
    [W_TYPE] = docx_on_type,
    [W_P_STYLE] = docx_on_style_name,
    [W_R_STYLE] = docx_on_style_name,
    [W_ILVL] = docx_on_numbering,
    [W_NUM_ID] = docx_on_numbering,
    [W_R_FONTS] = docx_on_run_property,
    [W_CAPS] = docx_on_run_property,
    [W_STRIKE] = docx_on_run_property,
    [W_DSTRIKE] = docx_on_run_property,
    [W_VANISH] = docx_on_run_property,
    [W_VERT_ALIGN] = docx_on_run_property,
    [W_GRID_BEFORE] = docx_on_row_property,
    [W_GRID_AFTER] = docx_on_row_property,
    [W_TBL_HEADER] = docx_on_row_property,
    [W_HIDDEN] = docx_on_row_property,
    [W_GRID_SPAN] = docx_on_cell_property,
    [W_V_MERGE] = docx_on_cell_property,
    [W_H_MERGE] = docx_on_cell_property,
    [MC_ALTERNATE_CONTENT] = on_alternate,
    [MC_CHOICE] = on_choice,
    [MC_FALLBACK] = on_choice,
    [W_INSTR_TEXT] = on_dropped,
    [W_DEL_INSTR_TEXT] = on_dropped,
    [W_SDT_PR] = on_dropped,
    [W_SDT_END_PR] = on_dropped,
    [W_CUSTOM_XML_PR] = on_dropped,
    [W_SMART_TAG_PR] = on_dropped,
    [W_P_PR_CHANGE] = on_dropped,
    [W_R_PR_CHANGE] = on_dropped,
    [W_TBL_PR_CHANGE] = on_dropped,
    [W_TBL_PR_EX_CHANGE] = on_dropped,
    [W_TR_PR_CHANGE] = on_dropped,
    [W_TC_PR_CHANGE] = on_dropped,
    [W_TBL_GRID_CHANGE] = on_dropped,
    [W_SECT_PR_CHANGE] = on_dropped,
    [W_NUMBERING_CHANGE] = on_dropped,
    [W_RT] = on_dropped,
};

static handle *const ends[DOCX_NAMES] = {
    [W_BODY] = end_body,
    [W_P] = end_paragraph,
    [W_TBL] = end_table,
    [W_TBL_GRID] = end_columns,
    [W_TR] = end_row,
    [W_TC] = end_cell,
    [W_TXBX_CONTENT] = end_box,
    [W_T] = docx_end_text,
    [W_DEL_TEXT] = docx_end_text,
    [M_T] = docx_end_text,
    [W_INS] = docx_end_insertion,
    [W_MOVE_TO] = docx_end_insertion,
    [W_DEL] = docx_end_deletion,
    [W_MOVE_FROM] = docx_end_deletion,
    [W_P_PR] = docx_end_properties,
    [W_R_PR] = docx_end_properties,
    [W_TR_PR] = docx_end_properties,
    [W_TC_PR] = docx_end_properties,
    [W_SECT_PR] = docx_end_properties,
    [MC_ALTERNATE_CONTENT] = end_alternate,
};

static void on_start(void *user, struct xml_part *x, int name)
{
	struct body *b = user;
	if (b->skipped)
		b->skipped++;
	else if (name >= 0 && starts[name])
		starts[name](b, x, name);
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct body *b = user;
	if (b->skipped)
		b->skipped--;
	else if (name >= 0 && ends[name])
		ends[name](b, x, name);
}

static void on_characters(void *user, struct xml_part *x, const char *s, size_t n)
{
	struct body *b = user;
	(void)x;
	if (b->in_text && !b->skipped)
		buf_bytes(&b->piece, s, n);
}

bool docx_body_read(struct docx *d, const char *part)
{
	static const struct xml_handlers handlers = {docx_names, on_start, on_end, on_characters};
	struct body b = {.docx = d};
	bool well = xml_read(d->package, part, &handlers, &b);
	for (size_t i = 0; i < b.room; i++)
		docx_text_free(&b.paragraphs[i]->text);
	buf_free(&b.piece);
	if (well && !b.is_document)
		return package_tell(
		    d->package, CODE_DOCUMENT_DAMAGED, part,
		    words_pick("holds no Word document", "không chứa văn bản Word"));
	return well;
}
