/* SPDX-License-Identifier: MIT
 * docxcell: lines and marks of one cell. It knows nothing of the table around it. */
#include "read/docxcell.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "read/gridmaker.h"

enum { QUOTED = 80 }; /* characters of a text that a doubt quotes */

void docx_content_add(struct docx_content *c, const struct docx_label *label, const char *text,
		      bool boxed)
{
	struct buf *out = boxed ? &c->boxed : &c->lines;
	bool blank = text_is_blank(text);
	if (out->n > 0)
		buf_char(out, '\n');
	if (label)
		buf_text(out, label->text);
	buf_text(out, text);
	c->count += label || !blank;
	c->bare = c->count == 1 && (c->bare || (label && blank && !label->bullet));
	if (label && c->count == 1)
		c->label = *label;
}

void docx_content_mark(struct docx_content *c, enum docx_mark mark, const char *what)
{
	struct buf *out = &c->marks[mark];
	if (out->n > 0 && *what && (mark == MARK_NESTED || mark == MARK_BOX))
		buf_text(out, " | ");
	buf_text(out, what);
	c->marked |= 1u << mark;
}

void docx_content_join(struct docx_content *c, struct docx_content *second)
{
	c->cell.columns += second->cell.columns;
	if (!text_is_blank(docx_content_lines(second)))
		docx_content_add(c, NULL, second->lines.s, false);
	for (int i = 0; i < MARKS; i++)
		if (second->marked & 1u << i)
			docx_content_mark(c, (enum docx_mark)i,
					  second->marks[i].s ? second->marks[i].s : "");
}

const char *docx_content_lines(struct docx_content *c)
{
	if (c->boxed.n > 0) {
		buf_char(&c->lines, '\n');
		buf_bytes(&c->lines, c->boxed.s, c->boxed.n);
		buf_cut(&c->boxed, 0);
	}
	return c->lines.s ? c->lines.s : "";
}

const struct docx_label *docx_content_label(const struct docx_content *c)
{
	return c->bare ? &c->label : NULL;
}

/* The first words of what a mark holds. */
static const char *quote(struct arena *a, const struct buf *text)
{
	const char *s = text_squeeze(a, text->s ? text->s : ""), *end = s;
	for (int i = 0; i < QUOTED && *end; i++)
		utf8_next(&end);
	return *end ? arena_format(a, "%.*s…", (int)(end - s), s) : s;
}

static const char *changes(struct arena *a, const struct docx_content *c)
{
	const char *old = quote(a, &c->marks[MARK_DELETED]);
	const char *new = quote(a, &c->marks[MARK_INSERTED]);
	if (*old && *new)
		return arena_format(a, "\"%s\" → \"%s\"", old, new);
	if (*old)
		return arena_format(a, words_pick("taken out: \"%s\"", "bỏ: \"%s\""), old);
	if (*new)
		return arena_format(a, words_pick("put in: \"%s\"", "thêm: \"%s\""), new);
	return words_pick("the cell itself", "chính ô này");
}

static const struct {
	enum docx_mark mark;
	enum code code;
} doubts[] = {
    {MARK_HIDDEN, CODE_HIDDEN_TEXT},	 {MARK_STRUCK, CODE_STRUCK_TEXT},
    {MARK_FOOTNOTE, CODE_FOOTNOTE_MARK}, {MARK_NESTED, CODE_NESTED_TABLE},
    {MARK_BOX, CODE_TEXT_BOX},		 {MARK_PICTURE, CODE_PART_UNREAD},
};

static bool is_marked(const struct docx_content *c, enum docx_mark mark)
{
	return c->marked & 1u << mark;
}

void docx_content_doubts(const struct docx_content *c, struct arena *a, struct gridmaker *maker,
			 struct grid_cell *cell)
{
	if (!c->marked)
		return;
	for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
		if (is_marked(c, doubts[i].mark))
			maker_doubt_cell(maker, cell, doubts[i].code,
					 quote(a, &c->marks[doubts[i].mark]), NULL);
	if (is_marked(c, MARK_DELETED) || is_marked(c, MARK_INSERTED))
		maker_doubt_cell(maker, cell, CODE_TRACKED_CHANGE, changes(a, c), NULL);
	if (is_marked(c, MARK_FONT))
		maker_doubt_cell(maker, cell, CODE_FONT_LETTERS, quote(a, &c->lines),
				 text_squeeze(a, c->marks[MARK_FONT].s));
	if (is_marked(c, MARK_RAISED))
		maker_doubt_cell(maker, cell, CODE_FOOTNOTE_MARK,
				 arena_format(a,
					      words_pick("the raised \"%s\" may be its mark",
							 "\"%s\" viết cao có thể là dấu của nó"),
					      quote(a, &c->marks[MARK_RAISED])),
				 NULL);
}

void docx_content_clear(struct docx_content *c)
{
	buf_cut(&c->lines, 0);
	buf_cut(&c->boxed, 0);
	for (int i = 0; c->marked && i < MARKS; i++)
		buf_cut(&c->marks[i], 0);
	c->marked = 0;
	c->count = 0;
	c->bare = false;
	c->cell = (struct docx_cell){.columns = 1};
}

void docx_content_free(struct docx_content *c)
{
	buf_free(&c->lines);
	buf_free(&c->boxed);
	for (int i = 0; i < MARKS; i++)
		buf_free(&c->marks[i]);
}
