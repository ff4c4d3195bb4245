/* SPDX-License-Identifier: MIT
 * docxtext: runs to text. It knows looks and letters, and no paragraphs' order. */
#include "read/docxtext.h"

#include "base/arena.h"
#include "base/utf8.h"

/* A toggle of two styles that both say "on" is off (ISO/IEC 29500-1, 17.7.3). */
static bool is_on(int toggle, const struct docx_run *defaults, const struct docx_run *own,
		  const struct docx_style *run_style, const struct docx_style *paragraph_style)
{
	if (own->toggles[toggle] >= 0)
		return own->toggles[toggle];
	bool a = run_style && run_style->run.toggles[toggle] > 0;
	bool b = paragraph_style && paragraph_style->run.toggles[toggle] > 0;
	return defaults->toggles[toggle] > 0 || a != b;
}

static enum font_code code_of(const char *const fonts[4])
{
	for (int i = 0; i < 4; i++)
		if (fonts[i])
			return font_code(fonts[i]);
	return FONT_UNICODE;
}

struct docx_look docx_look(const struct docx_styles *styles, const struct docx_run *own,
			   const struct docx_style *run_style,
			   const struct docx_style *paragraph_style)
{
	const struct docx_run *base = docx_defaults(styles);
	const struct docx_run *run = run_style ? &run_style->run : &docx_run_nothing;
	const struct docx_run *par = paragraph_style ? &paragraph_style->run : &docx_run_nothing;
	/* the letters with marks are what a font changes, so theirs decides */
	enum font_code code =
	    code_of((const char *[]){own->other, run->other, par->other, base->other});
	if (code == FONT_UNICODE)
		code = code_of((const char *[]){own->ascii, run->ascii, par->ascii, base->ascii});
	return (struct docx_look){
	    .code = code,
	    .caps = is_on(TOGGLE_CAPS, base, own, run_style, paragraph_style),
	    .struck = is_on(TOGGLE_STRIKE, base, own, run_style, paragraph_style),
	    .hidden = is_on(TOGGLE_VANISH, base, own, run_style, paragraph_style),
	    .raised = own->raised || run->raised,
	};
}

static void add_capitals(struct buf *out, const char *s)
{
	while (*s) {
		char bytes[4];
		buf_bytes(out, bytes, utf8_put(bytes, utf8_upper(utf8_next(&s))));
	}
}

static void decode(struct docx_text *text)
{
	if (text->stretch.n == 0)
		return;
	const char *other = NULL, *s = text->stretch.s;
	if (text->look.code != FONT_UNICODE)
		s = font_read(text->arena, text->look.code, s, text->stretch.n, text->seen, &other);
	if (text->look.caps)
		add_capitals(&text->done, s);
	else
		buf_text(&text->done, s);
	text->other = other ? other : text->other;
	buf_cut(&text->stretch, 0);
}

void docx_text_add(struct docx_text *text, struct docx_look look, const char *s, size_t n)
{
	if (look.code != text->look.code || look.caps != text->look.caps)
		decode(text);
	text->look = look;
	if (look.code == FONT_UNICODE && !look.caps)
		buf_bytes(&text->done, s, n);
	else
		buf_bytes(&text->stretch, s, n);
}

const char *docx_text_whole(struct docx_text *text)
{
	decode(text);
	return text->done.s ? text->done.s : "";
}

void docx_text_clear(struct docx_text *text)
{
	buf_cut(&text->done, 0);
	buf_cut(&text->stretch, 0);
	text->other = NULL;
}

void docx_text_free(struct docx_text *text)
{
	buf_free(&text->done);
	buf_free(&text->stretch);
}
