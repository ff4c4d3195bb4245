/* SPDX-License-Identifier: MIT
 * odt: OpenDocument text to a grid: paragraphs and tables in their order. What was taken out by a
 * tracked change stands apart in such a document, what was put in stands in its place: it is read as
 * if all changes were accepted. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "read/docxtable.h"
#include "read/gridmaker.h"
#include "read/odf.h"
#include "read/odflists.h"
#include "read/odfstyles.h"
#include "read/odftext.h"
#include "read/odttable.h"
#include "read/reader.h"

struct paragraph {
	struct odf_text text;
	struct docx_label label;
	bool labelled, hidden;
};

struct change {
	bool inserted;
	const char *deleted;
};

struct odt {
	struct odf odf;
	struct docx_tables *tables;
	struct odt_tables *elements; /* that make them */
	struct odf_lists *lists;
	struct paragraph **paragraphs; /* open ones, and room of closed ones */
	size_t depth, room;
	long number, page; /* of paragraphs and of page breaks so far */
	int boxes, boxes_outside_cell;
	int notes, hidden; /* open elements of the kind */
	struct buf aside;  /* text of a note, or of a tracked deletion */
	struct index *changes;
	const char *region; /* id of the open one */
	bool deletion, tracked;
	int inserting;
	long changed;
	bool repeated; /* a row or cell with words stands for several */
	bool repeats;  /* the open row or cell may */
};

static struct paragraph *open_paragraph(const struct odt *o)
{
	return o->depth > 0 ? o->paragraphs[o->depth - 1] : NULL;
}

static void mark(struct odt *o, enum docx_mark which, const char *what)
{
	if (docx_in_cell(o->tables))
		docx_cell_mark(o->tables, which, what);
}

/* ---- paragraphs ---- */

static void start_paragraph(struct odt *o, const struct xml_part *x, int name)
{
	struct docx_look plain = {.code = FONT_UNICODE};
	if (o->depth == o->room) {
		struct paragraph *p = arena_alloc(o->odf.arena, sizeof *p);
		o->paragraphs =
		    arena_more(o->odf.arena, o->paragraphs, o->room, sizeof(struct paragraph *));
		o->paragraphs[o->room++] = p;
	}
	struct paragraph *p = o->paragraphs[o->depth++];
	odftext_begin(&p->text, &o->odf, xml_value(x, "text:style-name"), plain);
	p->hidden = false;
	p->labelled = odflists_number(o->lists, &p->label) ||
		      (name == ODF_H && odflists_heading(o->lists, x, &p->label));
	o->number += !docx_in_cell(o->tables);
}

static void end_paragraph(struct odt *o, struct xml_part *x)
{
	struct paragraph *p = open_paragraph(o);
	struct odf *odf = &o->odf;
	if (!p)
		return;
	o->depth--;
	const char *text = odftext_whole(&p->text);
	const struct docx_label *label = p->labelled ? &p->label : NULL;
	o->repeated =
	    o->repeated || (o->repeats && docx_in_cell(o->tables) && !text_is_blank(text));
	if (!docx_in_cell(o->tables))
		maker_paragraph(odf->maker, o->number,
				label ? arena_format(odf->arena, "%s%s", label->text, text) : text);
	else
		docx_cell_line(o->tables, label, text, o->boxes > o->boxes_outside_cell, o->page);
	if (p->text.text.other)
		mark(o, MARK_FONT, p->text.text.other);
	if (!maker_well(odf->maker))
		xml_stop(x);
}

/* n bytes of text, or what stands for some (`put`). */
static void take(struct odt *o, const char *s, size_t n, bool put)
{
	struct paragraph *p = open_paragraph(o);
	if (o->notes > 0 || o->tracked) {
		if (o->aside.n <= CELL_LIMIT)
			buf_bytes(&o->aside, s, n);
		return;
	}
	/* of more than a cell may hold the maker will tell */
	if (!p || p->text.text.done.n + p->text.text.stretch.n > CELL_LIMIT)
		return;
	struct docx_look look = odftext_look(&p->text);
	const char *text = arena_copy(o->odf.arena, s, n);
	if (o->hidden > 0 || p->hidden || look.hidden) {
		mark(o, MARK_HIDDEN, text);
		return;
	}
	if (o->inserting > 0)
		mark(o, MARK_INSERTED, text);
	if (look.struck)
		mark(o, MARK_STRUCK, text);
	if (put)
		odftext_put(&p->text, text);
	else
		odftext_add(&p->text, s, n);
}

static void on_text(void *user, const char *s, size_t n)
{
	take(user, s, n, false);
}

/* ---- notes and tracked changes ---- */

static void start_note(struct odt *o)
{
	if (o->notes++ == 0)
		buf_cut(&o->aside, 0);
}

static void end_note(struct odt *o)
{
	if (--o->notes == 0)
		mark(o, MARK_FOOTNOTE, o->aside.n > 0 ? o->aside.s : "");
}

static void start_region(struct odt *o, const struct xml_part *x)
{
	const char *id = xml_value(x, "xml:id");
	id = id ? id : xml_value(x, "text:id");
	o->region = arena_text(o->odf.arena, id ? id : "");
	o->deletion = false;
	buf_cut(&o->aside, 0);
}

static void end_region(struct odt *o)
{
	struct change *change = arena_alloc(o->odf.arena, sizeof *change);
	if (!o->region)
		return;
	change->inserted = !o->deletion;
	change->deleted = arena_copy(o->odf.arena, o->aside.n > 0 ? o->aside.s : "", o->aside.n);
	index_put(o->changes, o->region, strlen(o->region), change);
	o->region = NULL;
}

static const struct change *change_at(const struct odt *o, const struct xml_part *x)
{
	const char *id = xml_value(x, "text:change-id");
	return id ? index_get(o->changes, id, strlen(id)) : NULL;
}

/* Inside a region only a deletion has text. */
static void start_tracked(struct odt *o, const struct xml_part *x, int name)
{
	if (name == ODF_REGION)
		start_region(o, x);
	else if (name == ODF_DELETION)
		o->deletion = true;
	else if (name == ODF_P && o->aside.n > 0)
		buf_char(&o->aside, ' ');
}

static void on_change(struct odt *o, const struct xml_part *x, int name)
{
	const struct change *change = change_at(o, x);
	if (!change)
		return;
	if (!change->inserted) {
		mark(o, MARK_DELETED, change->deleted);
		o->changed += name == ODF_CHANGE;
	} else {
		o->inserting += name == ODF_CHANGE_START;
		o->inserting -= name == ODF_CHANGE_END && o->inserting > 0;
		o->changed += name == ODF_CHANGE_START;
	}
}

/* ---- the body ---- */

static bool is_hidden_section(const struct odt *o, const struct xml_part *x)
{
	return odf_is(x, "text:display", "none") || odf_is(x, "text:is-hidden", "true") ||
	       odf_style_hides(o->odf.styles, "section", xml_value(x, "text:style-name"));
}

static void skip_section(struct odt *o, const struct xml_part *x)
{
	struct odf *odf = &o->odf;
	const char *name = xml_value(x, "text:name");
	const char *say =
	    arena_format(odf->arena, words_pick("the hidden section \"%s\"", "phần bị ẩn \"%s\""),
			 name ? name : "");
	findings_add_as(odf->findings, (struct place){odf->document->name, 0, 0}, SEVERITY_WARNING,
			CODE_PASSED_OVER, say, NULL, NULL);
	odf_skip(odf);
}

static void start_in_paragraph(struct odt *o, const struct xml_part *x, int name)
{
	struct paragraph *p = open_paragraph(o);
	const char *text = odftext_of(o->odf.arena, x, name);
	if (text)
		take(o, text, strlen(text), true);
	else if (name == ODF_SPAN && p)
		odftext_span(&p->text, xml_value(x, "text:style-name"));
	else if (name == ODF_HIDDEN_TEXT)
		o->hidden += odf_is(x, "text:is-hidden", "true");
	else if (name == ODF_HIDDEN_PARAGRAPH && p)
		p->hidden = odf_is(x, "text:is-hidden", "true");
	else if (name == ODF_IMAGE)
		mark(o, MARK_PICTURE, words_pick("a picture", "hình ảnh"));
	else if (name == ODF_OBJECT)
		mark(o, MARK_PICTURE, words_pick("an embedded object", "đối tượng nhúng"));
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct odt *o = user;
	if (o->tracked) {
		start_tracked(o, x, name);
		const char *text = odftext_of(o->odf.arena, x, name);
		buf_text(&o->aside, text ? text : "");
	} else if (name == ODF_NOTE) {
		start_note(o);
	} else if (name == ODF_TRACKED) {
		o->tracked = true;
	} else if (name == ODF_P || name == ODF_H) {
		if (o->notes == 0)
			start_paragraph(o, x, name);
	} else if (name == ODF_LIST || name == ODF_LIST_ITEM || name == ODF_LIST_HEADER) {
		odflists_start(o->lists, x, name);
	} else if (name == ODF_PAGE_BREAK) {
		o->page++;
	} else if (name == ODF_CHANGE || name == ODF_CHANGE_START || name == ODF_CHANGE_END) {
		on_change(o, x, name);
	} else if (name == ODF_TEXT_BOX || name == ODF_SHAPE) {
		o->boxes++;
	} else if (name == ODF_SECTION && is_hidden_section(o, x)) {
		skip_section(o, x);
	} else if (name >= ODF_TABLE) {
		if (!docx_in_cell(o->tables))
			o->boxes_outside_cell = o->boxes;
		if (name == ODF_ROW || name == ODF_CELL)
			o->repeats = odf_count(x, "table:number-rows-repeated", 2) > 1 ||
				     odf_count(x, "table:number-columns-repeated", 2) > 1 ||
				     (name == ODF_CELL && o->repeats);
		odt_table_start(o->elements, x, name, o->number);
		if (name == ODF_COVERED)
			odf_skip(&o->odf);
	} else {
		start_in_paragraph(o, x, name);
	}
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct odt *o = user;
	struct paragraph *p = open_paragraph(o);
	if (name == ODF_TRACKED) {
		o->tracked = false;
	} else if (o->tracked) {
		if (name == ODF_REGION)
			end_region(o);
	} else if (name == ODF_NOTE) {
		end_note(o);
	} else if (name == ODF_P || name == ODF_H) {
		if (o->notes == 0)
			end_paragraph(o, x);
	} else if (name == ODF_SPAN && p) {
		odftext_span_end(&p->text);
	} else if (name == ODF_HIDDEN_TEXT) {
		o->hidden = 0;
	} else if (name == ODF_LIST || name == ODF_LIST_ITEM) {
		odflists_end(o->lists, name);
	} else if (name == ODF_TEXT_BOX || name == ODF_SHAPE) {
		o->boxes--;
	} else if (name >= ODF_TABLE) {
		odt_table_end(o->elements, name, o->page);
	}
}

static void tell_repeated(const struct odt *o)
{
	if (o->repeated)
		findings_add(
		    o->odf.findings, (struct place){o->odf.document->name, 0, 0}, CODE_PART_UNREAD,
		    words_pick("rows or cells that are written once and stand several times",
			       "hàng hoặc ô chỉ ghi một lần nhưng lặp lại nhiều lần"),
		    NULL, NULL);
}

static void tell_changes(const struct odt *o)
{
	const struct odf *odf = &o->odf;
	if (o->changed == 0)
		return;
	const char *say = arena_format(
	    odf->arena,
	    words_pick("the document has %ld tracked changes that nobody accepted yet; it is read "
		       "as if all were accepted",
		       "văn bản còn %ld sửa đổi đang theo dõi, chưa chấp nhận; đã đọc như thể đã "
		       "chấp nhận hết"),
	    o->changed);
	findings_add_text(odf->findings, (struct place){odf->document->name, 0, 0},
			  SEVERITY_WARNING, CODE_TRACKED_CHANGE, say);
}

static void begin(struct odt *o)
{
	struct odf *odf = &o->odf;
	o->tables = docx_tables_new(odf->arena, odf->maker, odf->document, odf->findings);
	o->elements = odt_tables_new(odf->arena, o->tables);
	o->lists = odflists_new(odf->arena, odf->styles);
	o->changes = index_new(odf->arena);
}

static void end(struct odt *o)
{
	for (size_t i = 0; i < o->room; i++)
		odftext_free(&o->paragraphs[i]->text);
	docx_tables_free(o->tables);
	buf_free(&o->aside);
}

struct grid *odt_read(struct arena *a, const struct document *document, struct findings *findings)
{
	static const struct odf_events events = {on_start, on_end, on_text};
	struct odt o = {.odf = {.arena = a, .document = document, .findings = findings}};
	if (!odf_open(&o.odf, "odt"))
		return NULL;
	begin(&o);
	struct grid *grid = odf_read(&o.odf, &events, &o);
	end(&o);
	if (grid) {
		tell_repeated(&o);
		tell_changes(&o);
	}
	return grid;
}
