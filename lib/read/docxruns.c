/* SPDX-License-Identifier: MIT
 * docxruns: what the runs of a paragraph hold: text, tabs, breaks, fields, marks of notes. Text that is
 * deleted, hidden or a field's code it keeps apart. It knows no tables. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "read/docxnames.h"
#include "read/docxparse.h"
#include "read/gridmaker.h"
#include "read/reader.h"

void docx_on_run(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->run = docx_run_nothing;
	b->run_style = NULL;
	b->look_known = false;
}

static struct docx_look look(struct body *b)
{
	struct paragraph *p = docx_paragraph(b);
	if (!b->look_known)
		b->look = docx_look(b->docx->styles, &b->run, b->run_style, p ? p->style : NULL);
	b->look_known = true;
	return b->look;
}

/* One or two raised digits behind a word are mostly a footnote's; behind an m they are an area's. */
static bool is_footnote_mark(struct paragraph *p, const char *s, size_t n)
{
	const char *before = docx_text_whole(&p->text);
	size_t size = strlen(before);
	return n < 5 && strspn(s, "0123456789*()") == n && size > 0 && before[size - 1] != 'm';
}

void docx_mark_cell(struct body *b, enum docx_mark which, const char *what)
{
	if (docx_in_cell(b->docx->tables))
		docx_cell_mark(b->docx->tables, which, what);
}

/* Text that is kept; what is peculiar about it is told of its cell. */
static void keep(struct body *b, struct paragraph *p, const char *s, size_t n)
{
	struct docx_look how = look(b);
	const char *text = s;
	if (b->inserting)
		docx_mark_cell(b, MARK_INSERTED, text);
	if (how.struck)
		docx_mark_cell(b, MARK_STRUCK, text);
	if (how.raised && is_footnote_mark(p, s, n))
		docx_mark_cell(b, MARK_RAISED, text);
	docx_text_add(&p->text, how, s, n);
}

/* n bytes of text, NUL behind them. */
static void take(struct body *b, const char *s, size_t n)
{
	struct paragraph *p = docx_paragraph(b);
	if (!p || n == 0 || b->code_from)
		return;
	if (b->deleting)
		docx_mark_cell(b, MARK_DELETED, s);
	else if (look(b).hidden)
		docx_mark_cell(b, MARK_HIDDEN, s);
	else
		keep(b, p, s, n);
}

void docx_on_text(struct body *b, struct xml_part *x, int name)
{
	const char *space = xml_value(x, "xml:space");
	b->in_text = true;
	b->keep_blanks = name == M_T || (space && strcmp(space, "preserve") == 0);
	buf_cut(&b->piece, 0);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Blanks at the ends count only where the writer says so, as Word has it. */
void docx_end_text(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	b->in_text = false;
	if (b->piece.n == 0)
		return;
	char *s = b->piece.s;
	size_t n = b->piece.n;
	for (size_t i = 0; i < n; i++)
		if (is_blank(s[i]))
			s[i] = ' ';
	while (!b->keep_blanks && n > 0 && s[n - 1] == ' ')
		s[--n] = '\0';
	while (!b->keep_blanks && n > 0 && *s == ' ') {
		s++;
		n--;
	}
	take(b, s, n);
	struct paragraph *p = docx_paragraph(b);
	if (p && p->text.done.n + p->text.stretch.n > CELL_LIMIT) {
		maker_paragraph(b->docx->maker, b->number,
				docx_text_whole(&p->text)); /* tells it */
		xml_stop(x);
	}
}

void docx_on_tab(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	if (b->where == WHERE_TEXT)
		take(b, " ", 1);
}

void docx_on_break(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	const char *type = xml_value(x, "w:type");
	b->page += type && strcmp(type, "page") == 0 && !b->deleting;
	take(b, "\n", 1);
}

void docx_on_page(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	if (b->where == WHERE_TEXT)
		b->page++;
	else if (b->where == WHERE_PARAGRAPH)
		b->page += docx_on(x);
}

void docx_on_hyphen(struct body *b, struct xml_part *x, int name)
{
	(void)x;
	/* a place where a word may be cut; but in an old font the letter of that number */
	if (name == W_SOFT_HYPHEN && look(b).code != FONT_UNICODE)
		take(b, "\u00ad", strlen("\u00ad"));
	else if (name == W_NO_BREAK_HYPHEN)
		take(b, "-", 1);
}

/* Signs of the fonts that have no letters, by the number that Word has for them. */
static const struct {
	long code;
	bool wingdings; /* else Symbol */
	const char *sign;
} signs[] = {
    {0xb7, false, "•"}, {0xb3, false, "≥"}, {0xa3, false, "≤"}, {0xb4, false, "×"},
    {0xb1, false, "±"}, {0xb0, false, "°"}, {0xae, false, "→"}, {0xd7, false, "⋅"},
    {0xfc, true, "✓"},	{0xfe, true, "☑"},  {0xfd, true, "☒"},	{0xa8, true, "☐"},
    {0x6f, true, "□"},	{0xe0, true, "→"},  {0xd8, true, "➢"},	{0x76, true, "❖"},
    {0xa7, true, "▪"},	{0x6c, true, "●"},  {0x6e, true, "■"},
};

void docx_on_sign(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	const char *font = xml_value(x, "w:font"), *code = xml_value(x, "w:char");
	long n = code ? strtol(code, NULL, 16) & 0xff : 0;
	bool wingdings = font && strncmp(font, "Wingdings", 9) == 0;
	for (size_t i = 0; font && i < sizeof signs / sizeof *signs; i++) {
		if (signs[i].code == n && signs[i].wingdings == wingdings &&
		    (wingdings || strcmp(font, "Symbol") == 0)) {
			take(b, signs[i].sign, strlen(signs[i].sign));
			return;
		}
	}
	take(b, "\xef\xbf\xbd", 3);
	if (!b->deleting)
		docx_mark_cell(b, MARK_PICTURE,
			       words_pick("a sign of a picture font", "ký hiệu của phông hình"));
}

void docx_on_field(struct body *b, struct xml_part *x, int name)
{
	(void)name;
	const char *type = xml_value(x, "w:fldCharType");
	if (!type)
		return;
	if (strcmp(type, "begin") == 0) {
		b->fields++;
		b->code_from = b->code_from ? b->code_from : b->fields;
	} else if (b->code_from == b->fields) {
		b->code_from = 0;
	}
	if (strcmp(type, "end") == 0 && b->fields > 0)
		b->fields--;
}

void docx_on_reference(struct body *b, struct xml_part *x, int name)
{
	(void)x;
	/* counted as printed, footnotes and endnotes apart */
	if (b->deleting)
		return;
	long n = ++b->notes[name == W_ENDNOTE_REFERENCE];
	docx_mark_cell(b, MARK_FOOTNOTE, arena_format(b->docx->arena, "(%ld)", n));
}

void docx_on_picture(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	if (!b->deleting)
		docx_mark_cell(b, MARK_PICTURE, words_pick("a picture", "hình ảnh"));
}

void docx_on_embedded(struct body *b, struct xml_part *x, int name)
{
	(void)x, (void)name;
	b->docx->embedded++;
}
