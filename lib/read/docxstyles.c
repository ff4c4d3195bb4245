/* SPDX-License-Identifier: MIT
 * docxstyles: styles.xml and the fonts of the theme. It knows how styles build on each other, and no
 * paragraphs. */
#include "read/docxstyles.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "read/docxnames.h"
#include "read/xmlpart.h"

enum { BASES_LIMIT = 64 }; /* Word itself allows ten */

struct docx_styles {
	struct arena *arena;
	struct index *by_id;
	const struct docx_style *normal; /* the default style of paragraphs; NULL */
	struct docx_run defaults;
	const char *major, *minor; /* the theme's Latin fonts; NULL */

	/* while reading */
	struct docx_style *open;
	bool in_defaults, in_major, in_minor;
};

const struct docx_run docx_run_nothing = {.toggles = {-1, -1, -1}};

bool docx_on(const struct xml_part *x)
{
	const char *value = xml_value(x, "w:val");
	return !value || !(strcmp(value, "0") == 0 || strcmp(value, "false") == 0 ||
			   strcmp(value, "off") == 0);
}

long docx_value(const struct xml_part *x, long otherwise)
{
	const char *value = xml_value(x, "w:val");
	char *end;
	errno = 0;
	long n = value ? strtol(value, &end, 10) : 0;
	return !value || end == value || *end || errno ? otherwise : n;
}

/* The theme's font that a w:asciiTheme attribute names: minorHAnsi, majorBidi, … */
static const char *theme_font(const struct docx_styles *styles, const char *name)
{
	if (!name)
		return NULL;
	return strncmp(name, "major", 5) == 0 ? styles->major : styles->minor;
}

/* A font named through the theme goes before one named outright (ISO/IEC 29500-1, 17.3.2.26). */
static void take_fonts(struct docx_run *run, const struct docx_styles *styles, struct xml_part *x)
{
	const char *ascii = theme_font(styles, xml_value(x, "w:asciiTheme"));
	const char *other = theme_font(styles, xml_value(x, "w:hAnsiTheme"));
	if (!ascii)
		ascii = arena_text(styles->arena, xml_value(x, "w:ascii"));
	if (!other)
		other = arena_text(styles->arena, xml_value(x, "w:hAnsi"));
	run->ascii = ascii ? ascii : run->ascii;
	run->other = other ? other : run->other;
}

void docx_run_property(struct docx_run *run, const struct docx_styles *styles, struct xml_part *x,
		       int name)
{
	const char *value;
	switch (name) {
	case W_R_FONTS:
		take_fonts(run, styles, x);
		break;
	case W_CAPS:
		run->toggles[TOGGLE_CAPS] = docx_on(x);
		break;
	case W_STRIKE:
	case W_DSTRIKE:
		run->toggles[TOGGLE_STRIKE] = docx_on(x);
		break;
	case W_VANISH:
		run->toggles[TOGGLE_VANISH] = docx_on(x);
		break;
	case W_VERT_ALIGN:
		value = xml_value(x, "w:val");
		run->raised = value && strcmp(value, "superscript") == 0;
		break;
	default:
		break;
	}
}

static void style_open(struct docx_styles *s, struct xml_part *x)
{
	const char *id = xml_value(x, "w:styleId"), *type = xml_value(x, "w:type");
	const char *usual = xml_value(x, "w:default");
	s->open = arena_alloc(s->arena, sizeof *s->open);
	*s->open = (struct docx_style){
	    .id = arena_text(s->arena, id ? id : ""),
	    .paragraph = !type || strcmp(type, "paragraph") == 0,
	    .run = docx_run_nothing,
	    .number = {-1, -1},
	};
	index_put(s->by_id, s->open->id, strlen(s->open->id), s->open);
	if (s->open->paragraph && usual && (*usual == '1' || *usual == 't'))
		s->normal = s->open;
}

static void on_style(void *user, struct xml_part *x, int name)
{
	struct docx_styles *s = user;
	switch (name) {
	case W_STYLE:
		style_open(s, x);
		break;
	case W_R_PR_DEFAULT:
		s->in_defaults = true;
		break;
	case W_BASED_ON:
		if (s->open)
			s->open->based_on = arena_text(s->arena, xml_value(x, "w:val"));
		break;
	case W_NUM_ID:
		if (s->open)
			s->open->number.id = docx_value(x, 0);
		break;
	case W_ILVL:
		if (s->open)
			s->open->number.level = (int)docx_value(x, 0);
		break;
	default:
		if (s->open)
			docx_run_property(&s->open->run, s, x, name);
		else if (s->in_defaults)
			docx_run_property(&s->defaults, s, x, name);
	}
}

static void on_style_end(void *user, struct xml_part *x, int name)
{
	struct docx_styles *s = user;
	(void)x;
	if (name == W_STYLE)
		s->open = NULL;
	if (name == W_R_PR_DEFAULT)
		s->in_defaults = false;
}

static void on_theme(void *user, struct xml_part *x, int name)
{
	struct docx_styles *s = user;
	s->in_major = name == A_MAJOR_FONT || (s->in_major && name == A_LATIN);
	s->in_minor = name == A_MINOR_FONT || (s->in_minor && name == A_LATIN);
	const char *font = name == A_LATIN ? xml_value(x, "typeface") : NULL;
	if (font && s->in_major)
		s->major = arena_text(s->arena, font);
	if (font && s->in_minor)
		s->minor = arena_text(s->arena, font);
}

static void on_theme_end(void *user, struct xml_part *x, int name)
{
	(void)user, (void)x, (void)name;
}

struct docx_styles *docx_styles_read(struct arena *a, struct package *p, const char *part,
				     const char *theme)
{
	static const struct xml_handlers fonts = {docx_names, on_theme, on_theme_end, NULL};
	static const struct xml_handlers handlers = {docx_names, on_style, on_style_end, NULL};
	struct docx_styles *s = arena_alloc(a, sizeof *s);
	*s = (struct docx_styles){.arena = a, .by_id = index_new(a), .defaults = docx_run_nothing};
	if (theme && !xml_read(p, theme, &fonts, s))
		return NULL;
	return !part || xml_read(p, part, &handlers, s) ? s : NULL;
}

/* What the base says where the style itself says nothing. */
static void inherit(struct docx_style *style, const struct docx_style *base)
{
	style->base = base;
	struct docx_run *run = &style->run;
	run->ascii = run->ascii ? run->ascii : base->run.ascii;
	run->other = run->other ? run->other : base->run.other;
	for (int i = 0; i < TOGGLES; i++)
		if (run->toggles[i] < 0)
			run->toggles[i] = base->run.toggles[i];
	if (style->number.id < 0)
		style->number.id = base->number.id;
}

static bool holds(struct docx_style *const *chain, int n, const struct docx_style *style)
{
	while (n > 0)
		if (chain[--n] == style)
			return true;
	return false;
}

/* Takes the bases in, the deepest first; a circle or a chain without end is cut. */
static void complete(struct docx_styles *s, struct docx_style *style)
{
	struct docx_style *chain[BASES_LIMIT] = {NULL};
	int n = 0;
	while (style && n < BASES_LIMIT && !holds(chain, n, style)) {
		chain[n++] = style;
		const char *id = style->whole ? NULL : style->based_on;
		style = id ? index_get(s->by_id, id, strlen(id)) : NULL;
	}
	for (int i = n - 1; i >= 0; i--) {
		if (i < n - 1)
			inherit(chain[i], chain[i + 1]);
		chain[i]->whole = true;
	}
}

const struct docx_style *docx_style(struct docx_styles *s, const char *id)
{
	struct docx_style *style =
	    id ? index_get(s->by_id, id, strlen(id)) : (struct docx_style *)s->normal;
	if (style && !style->whole)
		complete(s, style);
	return style;
}

const struct docx_run *docx_defaults(const struct docx_styles *s)
{
	return &s->defaults;
}
