/* SPDX-License-Identifier: MIT
 * odfstyles: styles by family and name, with those they come from. Styles of the document's own
 * (styles.xml) are read before those of its content, which may have the same names. */
#include "read/odfstyles.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "read/odfnames.h"
#include "read/xmlpart.h"

enum { PARENTS_MOST = 32 };

/* -1 and NULL: nothing is said. */
struct style {
	const char *family, *parent, *font;
	int caps, hidden, struck, raised;
};

struct odf_styles {
	struct arena *arena;
	struct index *faces, *styles, *lists;
	struct odf_list_style *outline;
	struct style *style;	     /* the open one */
	struct odf_list_style *list; /* the open one */
};

struct odf_styles *odfstyles_new(struct arena *a)
{
	struct odf_styles *s = arena_alloc(a, sizeof *s);
	*s = (struct odf_styles){
	    .arena = a, .faces = index_new(a), .styles = index_new(a), .lists = index_new(a)};
	return s;
}

static const char *key_of(struct arena *a, const char *family, const char *name)
{
	return arena_format(a, "%s/%s", family, name);
}

static void start_face(struct odf_styles *s, const struct xml_part *x)
{
	const char *name = xml_value(x, "style:name"), *family = xml_value(x, "svg:font-family");
	if (!name || !family)
		return;
	const char *key = arena_text(s->arena, name);
	index_put(s->faces, key, strlen(key), arena_text(s->arena, family));
}

static void start_style(struct odf_styles *s, const struct xml_part *x)
{
	struct arena *a = s->arena;
	const char *family = xml_value(x, "style:family"), *name = xml_value(x, "style:name");
	if (!family)
		return;
	s->style = arena_alloc(a, sizeof *s->style);
	*s->style = (struct style){.family = arena_text(a, family),
				   .parent = arena_text(a, xml_value(x, "style:parent-style-name")),
				   .caps = -1,
				   .hidden = -1,
				   .struck = -1,
				   .raised = -1};
	const char *key = key_of(a, family, name ? name : "");
	struct style *old = index_put(s->styles, key, strlen(key), s->style);
	if (old)
		*old = *s->style, s->style = old;
}

/* 1, 0, or -1 where the attribute is not there. */
static int is_not(const char *value, const char *plain)
{
	return value ? strcmp(value, plain) != 0 : -1;
}

static void text_properties(struct odf_styles *s, const struct xml_part *x)
{
	struct style *style = s->style;
	const char *face = xml_value(x, "style:font-name");
	const char *family = xml_value(x, "fo:font-family");
	const char *display = xml_value(x, "text:display");
	const char *struck = xml_value(x, "style:text-line-through-style");
	const char *type = xml_value(x, "style:text-line-through-type");
	const char *caps = xml_value(x, "fo:text-transform");
	const char *position = xml_value(x, "style:text-position");
	const char *known = face ? index_get(s->faces, face, strlen(face)) : NULL;
	if (face || family)
		style->font = arena_text(s->arena, known ? known : family ? family : face);
	style->hidden = display ? strcmp(display, "none") == 0 : style->hidden;
	style->struck = is_not(struck ? struck : type, "none");
	style->caps = caps ? strcmp(caps, "uppercase") == 0 : -1;
	style->raised = position ? strncmp(position, "super", 5) == 0 || atoi(position) > 0 : -1;
}

static void table_properties(struct odf_styles *s, const struct xml_part *x)
{
	const char *display = xml_value(x, "table:display");
	if (display)
		s->style->hidden = strcmp(display, "false") == 0;
}

static struct odf_list_style *new_list(struct odf_styles *s)
{
	struct odf_list_style *list = arena_alloc(s->arena, sizeof *list);
	for (int i = 0; i < ODF_LEVELS; i++)
		list->levels[i] = (struct odf_level){.numeral = NUMERAL_NONE,
						     .sign = "",
						     .prefix = "",
						     .suffix = "",
						     .display = 1,
						     .start = 1};
	return list;
}

static void start_list(struct odf_styles *s, const struct xml_part *x)
{
	const char *name = xml_value(x, "style:name");
	s->list = new_list(s);
	if (!name)
		return;
	const char *key = arena_text(s->arena, name);
	struct odf_list_style *old = index_put(s->lists, key, strlen(key), s->list);
	if (old)
		*old = *s->list, s->list = old;
}

static enum numeral numeral_of(const char *format)
{
	static const struct {
		const char *format;
		enum numeral numeral;
	} numerals[] = {
	    {"1", NUMERAL_DECIMAL},	 {"a", NUMERAL_LOWER_LETTER},
	    {"A", NUMERAL_UPPER_LETTER}, {"i", NUMERAL_LOWER_ROMAN},
	    {"I", NUMERAL_UPPER_ROMAN},	 {"01, 02, 03, ...", NUMERAL_DECIMAL_ZERO},
	};
	for (size_t i = 0; format && i < sizeof numerals / sizeof *numerals; i++)
		if (strcmp(format, numerals[i].format) == 0)
			return numerals[i].numeral;
	return format && *format ? NUMERAL_DECIMAL : NUMERAL_NONE;
}

static long number_or(const char *value, long other)
{
	return value ? strtol(value, NULL, 10) : other;
}

static const char *text_or(struct arena *a, const char *value, const char *other)
{
	return value ? arena_text(a, value) : other;
}

static void start_level(struct odf_styles *s, const struct xml_part *x, int name)
{
	struct arena *a = s->arena;
	long at = number_or(xml_value(x, "text:level"), 0);
	if (!s->list || at < 1 || at > ODF_LEVELS)
		return;
	struct odf_level *level = &s->list->levels[at - 1];
	level->bullet = name == ODF_LEVEL_BULLET || name == ODF_LEVEL_IMAGE;
	level->sign = text_or(a, xml_value(x, "text:bullet-char"), "");
	level->prefix = text_or(a, xml_value(x, "style:num-prefix"), "");
	level->suffix = text_or(a, xml_value(x, "style:num-suffix"), "");
	level->numeral = numeral_of(xml_value(x, "style:num-format"));
	level->display = (int)number_or(xml_value(x, "text:display-levels"), 1);
	level->start = number_or(xml_value(x, "text:start-value"), 1);
}

void odfstyles_start(struct odf_styles *s, const struct xml_part *x, int name)
{
	switch (name) {
	case ODF_FONT_FACE:
		start_face(s, x);
		break;
	case ODF_STYLE:
	case ODF_DEFAULT_STYLE:
		start_style(s, x);
		break;
	case ODF_TEXT_PROPERTIES:
		/* those in a list's level are of its number */
		if (s->style && !s->list)
			text_properties(s, x);
		break;
	case ODF_TABLE_PROPERTIES:
		if (s->style)
			table_properties(s, x);
		break;
	case ODF_LIST_STYLE:
		start_list(s, x);
		break;
	case ODF_OUTLINE_STYLE:
		s->list = s->outline = new_list(s);
		break;
	case ODF_LEVEL_NUMBER:
	case ODF_LEVEL_BULLET:
	case ODF_LEVEL_IMAGE:
	case ODF_LEVEL_OUTLINE:
		start_level(s, x, name);
		break;
	default:
		break;
	}
}

void odfstyles_end(struct odf_styles *s, int name)
{
	if (name == ODF_STYLE || name == ODF_DEFAULT_STYLE)
		s->style = NULL;
	if (name == ODF_LIST_STYLE || name == ODF_OUTLINE_STYLE)
		s->list = NULL;
}

static const struct style *find(const struct odf_styles *s, const char *family, const char *name)
{
	struct buf key = {0};
	buf_format(&key, "%s/%s", family, name ? name : "");
	const struct style *style = index_get(s->styles, key.s, key.n);
	buf_free(&key);
	return style;
}

/* The first in a style and those it comes from that says something. */
struct said {
	const char *font;
	int caps, hidden, struck, raised;
};

static int first_said(int a, int b)
{
	return a >= 0 ? a : b;
}

static struct said say(const struct odf_styles *s, const char *family, const char *name)
{
	struct said said = {NULL, -1, -1, -1, -1};
	for (int i = 0; i < PARENTS_MOST; i++) {
		const struct style *style = find(s, family, name);
		if (style) {
			said.font = said.font ? said.font : style->font;
			said.caps = first_said(said.caps, style->caps);
			said.hidden = first_said(said.hidden, style->hidden);
			said.struck = first_said(said.struck, style->struck);
			said.raised = first_said(said.raised, style->raised);
		}
		/* behind the last one comes the family's default */
		if (!name)
			break;
		name = style ? style->parent : NULL;
		if (!name && strcmp(family, "text") == 0)
			break;
	}
	return said;
}

struct docx_look odf_look(const struct odf_styles *s, const char *family, const char *name,
			  struct docx_look base)
{
	struct said said = say(s, family, name);
	return (struct docx_look){
	    .code = said.font ? font_code(said.font) : base.code,
	    .caps = said.caps >= 0 ? said.caps : base.caps,
	    .hidden = said.hidden >= 0 ? said.hidden : base.hidden,
	    .struck = said.struck >= 0 ? said.struck : base.struck,
	    .raised = said.raised >= 0 ? said.raised : base.raised,
	};
}

bool odf_style_hides(const struct odf_styles *s, const char *family, const char *name)
{
	return name && say(s, family, name).hidden > 0;
}

const struct odf_list_style *odf_list_style(const struct odf_styles *s, const char *name)
{
	return name ? index_get(s->lists, name, strlen(name)) : NULL;
}

const struct odf_list_style *odf_outline(const struct odf_styles *s)
{
	return s->outline;
}
