/* SPDX-License-Identifier: MIT
 * xlsxstyles: the number format and the font of each style that cells name by its number. Nothing
 * else of styles says what a cell holds. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "read/xlsx_private.h"
#include "read/xmlpart.h"

enum name { FORMAT, FONTS, FONT, NAME, STRIKE, STYLES, STYLE };

static const char *const names[] = {
    [FORMAT] = "x:numFmt", [FONTS] = "x:fonts",	   [FONT] = "x:font", [NAME] = "x:name",
    [STRIKE] = "x:strike", [STYLES] = "x:cellXfs", [STYLE] = "x:xf",  NULL,
};

struct format {
	long id;
	const char *code;
};

struct font {
	enum font_code code;
	bool struck;
};

struct reading {
	struct xlsx *xlsx;
	struct format *formats;
	size_t format_count;
	struct font *fonts;
	size_t font_count;
	bool in_fonts, in_styles;
};

static long number(const char *value)
{
	return value ? strtol(value, NULL, 10) : 0;
}

static void add_format(struct reading *r, const struct xml_part *x)
{
	struct arena *a = r->xlsx->arena;
	const char *code = xml_value(x, "formatCode");
	r->formats = arena_more(a, r->formats, r->format_count, sizeof *r->formats);
	r->formats[r->format_count++] =
	    (struct format){number(xml_value(x, "numFmtId")), arena_text(a, code ? code : "")};
}

static void add_style(struct reading *r, const struct xml_part *x)
{
	struct xlsx *xlsx = r->xlsx;
	xlsx->styles =
	    arena_more(xlsx->arena, xlsx->styles, xlsx->style_count, sizeof *xlsx->styles);
	struct xlsx_style *style = &xlsx->styles[xlsx->style_count++];
	*style = (struct xlsx_style){.format_id = number(xml_value(x, "numFmtId")),
				     .font_id = number(xml_value(x, "fontId"))};
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	struct arena *a = r->xlsx->arena;
	if (name == FORMAT) {
		add_format(r, x);
	} else if (name == FONTS) {
		r->in_fonts = true;
	} else if (name == FONT && r->in_fonts) {
		r->fonts = arena_more(a, r->fonts, r->font_count, sizeof *r->fonts);
		r->fonts[r->font_count++] = (struct font){.code = FONT_UNICODE};
	} else if (name == NAME && r->in_fonts && r->font_count > 0) {
		const char *font = xml_value(x, "val");
		r->fonts[r->font_count - 1].code = font ? font_code(font) : FONT_UNICODE;
	} else if (name == STRIKE && r->in_fonts && r->font_count > 0) {
		r->fonts[r->font_count - 1].struck = xlsx_switch(x);
	} else if (name == STYLES) {
		r->in_styles = true;
	} else if (name == STYLE && r->in_styles) {
		add_style(r, x);
	}
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	(void)x;
	if (name == FONTS)
		r->in_fonts = false;
	else if (name == STYLES)
		r->in_styles = false;
}

static const char *code_of(const struct reading *r, long id)
{
	for (size_t i = 0; i < r->format_count; i++)
		if (r->formats[i].id == id)
			return r->formats[i].code;
	return numformat_builtin(id);
}

/* Many styles share a format: the last one that was taken apart is kept. */
static void settle(struct reading *r)
{
	struct xlsx *xlsx = r->xlsx;
	for (size_t i = 0; i < xlsx->style_count; i++) {
		struct xlsx_style *style = &xlsx->styles[i];
		for (size_t k = i; k > 0 && k + 64 > i && !style->format; k--)
			if (xlsx->styles[k - 1].format_id == style->format_id)
				style->format = xlsx->styles[k - 1].format;
		if (!style->format)
			style->format = numformat_read(xlsx->arena, code_of(r, style->format_id));
		if (style->font_id < 0 || (size_t)style->font_id >= r->font_count)
			continue;
		style->font = r->fonts[style->font_id].code;
		style->struck = r->fonts[style->font_id].struck;
	}
}

bool xlsx_read_styles(struct xlsx *x, const char *part)
{
	static const struct xml_handlers handlers = {names, on_start, on_end, NULL};
	struct reading r = {.xlsx = x};
	bool well = xml_read(x->package, part, &handlers, &r);
	settle(&r);
	if (x->style_count > 0)
		x->plain = x->styles[0];
	return well;
}
