/* SPDX-License-Identifier: MIT
 * docxnumbers: numbering.xml and the counters. It knows no text and no tables.
 *
 * A paragraph names a list (num), a list names its definition (abstractNum) and may override levels.
 * The counters belong to the definition: lists that share one go on counting, but for a list whose
 * override gives a start, when it is first met. A level that is used starts those below it again;
 * levels above it that were not used yet count as used once, as Word has it. */
#include "read/docxnumbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "read/docxnames.h"
#include "read/numeral.h"
#include "read/xmlpart.h"

enum { LEVELS = 9, LINKS_LIMIT = 8, NUMBER_LAST = 1000 * 1000 };

struct level {
	enum numeral numeral;
	int digits; /* at least, for decimal: 001 */
	bool bullet, legal, blank;
	long start;
	int restart;	   /* a use of this level or one above (from 1) starts it again; 0 never */
	const char *text;  /* "%1.%2" */
	const char *style; /* of paragraphs; NULL */
};

struct definition {
	long id;
	struct level levels[LEVELS];
	const char *style; /* numStyleLink: the levels are those of that style's list; NULL */
	long counts[LEVELS];
	bool begun[LEVELS];
};

struct list {
	long id, definition_id;
	struct definition *definition; /* found at first use */
	long starts[LEVELS];	       /* -1: not overridden */
	struct level *levels[LEVELS];  /* NULL: the definition's */
	bool started[LEVELS];
};

struct docx_numbers {
	struct arena *arena;
	struct docx_styles *styles;
	struct index *definitions, *lists;

	/* while reading */
	struct definition *definition;
	struct list *list;
	int override; /* level that an lvlOverride is open for; -1 */
	struct level *level;
};

static const struct level plain_level = {.start = 1, .restart = -1, .text = "", .blank = true};

static void *find(const struct index *ix, long id)
{
	return index_get(ix, (const char *)&id, sizeof id);
}

static long number_of(const char *s, long otherwise)
{
	char *end;
	long n = s ? strtol(s, &end, 10) : otherwise;
	return s && (end == s || *end) ? otherwise : n;
}

static void definition_open(struct docx_numbers *n, struct xml_part *x)
{
	struct definition *d = arena_alloc(n->arena, sizeof *d);
	d->id = number_of(xml_value(x, "w:abstractNumId"), -1);
	for (int i = 0; i < LEVELS; i++)
		d->levels[i] = plain_level;
	index_put(n->definitions, (const char *)&d->id, sizeof d->id, d);
	n->definition = d;
}

static void list_open(struct docx_numbers *n, struct xml_part *x)
{
	struct list *l = arena_alloc(n->arena, sizeof *l);
	l->id = number_of(xml_value(x, "w:numId"), -1);
	l->definition_id = -1;
	for (int i = 0; i < LEVELS; i++)
		l->starts[i] = -1;
	index_put(n->lists, (const char *)&l->id, sizeof l->id, l);
	n->list = l;
}

static int level_of(const struct xml_part *x)
{
	long i = number_of(xml_value(x, "w:ilvl"), 0);
	return i < 0 || i >= LEVELS ? -1 : (int)i;
}

static void level_open(struct docx_numbers *n, struct xml_part *x)
{
	int i = level_of(x);
	n->level = NULL;
	if (i >= 0 && n->definition) {
		n->level = &n->definition->levels[i];
	} else if (i >= 0 && n->list) {
		n->level = n->list->levels[i] = arena_alloc(n->arena, sizeof *n->level);
		*n->level = plain_level;
	}
}

static void take_format(struct level *level, const struct xml_part *x)
{
	static const struct {
		const char *name;
		enum numeral numeral;
	} formats[] = {
	    {"decimalZero", NUMERAL_DECIMAL_ZERO},
	    {"lowerRoman", NUMERAL_LOWER_ROMAN},
	    {"upperRoman", NUMERAL_UPPER_ROMAN},
	    {"lowerLetter", NUMERAL_LOWER_LETTER},
	    {"upperLetter", NUMERAL_UPPER_LETTER},
	    {"decimalEnclosedCircle", NUMERAL_CIRCLE},
	    {"numberInDash", NUMERAL_DASH},
	    {"none", NUMERAL_NONE},
	    {"bullet", NUMERAL_NONE},
	};
	const char *name = xml_value(x, "w:val"), *format = xml_value(x, "w:format");
	level->numeral = NUMERAL_DECIMAL;
	for (size_t i = 0; name && i < sizeof formats / sizeof *formats; i++)
		if (strcmp(name, formats[i].name) == 0)
			level->numeral = formats[i].numeral;
	level->bullet = name && strcmp(name, "bullet") == 0;
	/* w:val="custom" w:format="001, 002, 003, ..." */
	level->digits = name && format && strcmp(name, "custom") == 0
			    ? (int)strspn(format, "0123456789") % 10
			    : 0;
}

static void take_text(struct docx_numbers *n, const struct xml_part *x)
{
	const char *value = xml_value(x, "w:val"), *null = xml_value(x, "w:null");
	bool none = !value || (null && (*null == '1' || *null == 't'));
	n->level->text = none ? "" : arena_text(n->arena, value);
}

static void on_level(struct docx_numbers *n, struct xml_part *x, int name)
{
	const char *value = xml_value(x, "w:val");
	struct level *level = n->level;
	switch (name) {
	case W_START:
		level->start = docx_value(x, 0);
		break;
	case W_NUM_FMT:
		take_format(level, x);
		break;
	case W_LVL_TEXT:
		take_text(n, x);
		break;
	case W_LVL_RESTART:
		level->restart = (int)docx_value(x, -1);
		break;
	case W_LVL_PIC_BULLET_ID:
		level->bullet = true;
		break;
	case W_IS_LGL:
		level->legal = docx_on(x);
		break;
	case W_SUFF:
		level->blank = !value || strcmp(value, "nothing") != 0;
		break;
	case W_P_STYLE:
		level->style = arena_text(n->arena, value);
		break;
	default:
		break;
	}
}

static void on_list(struct docx_numbers *n, struct xml_part *x, int name)
{
	if (name == W_ABSTRACT_NUM_ID)
		n->list->definition_id = docx_value(x, -1);
	if (name == W_LVL_OVERRIDE)
		n->override = level_of(x);
	if (name == W_START_OVERRIDE && n->override >= 0)
		n->list->starts[n->override] = docx_value(x, 0);
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct docx_numbers *n = user;
	if (name == W_ABSTRACT_NUM)
		definition_open(n, x);
	else if (name == W_NUM)
		list_open(n, x);
	else if (name == W_LVL)
		level_open(n, x);
	else if (n->level)
		on_level(n, x, name);
	else if (n->list)
		on_list(n, x, name);
	else if (n->definition && name == W_NUM_STYLE_LINK)
		n->definition->style = arena_text(n->arena, xml_value(x, "w:val"));
}

static void on_end(void *user, struct xml_part *x, int name)
{
	struct docx_numbers *n = user;
	(void)x;
	if (name == W_LVL)
		n->level = NULL;
	if (name == W_LVL_OVERRIDE)
		n->override = -1;
	if (name == W_NUM)
		n->list = NULL;
	if (name == W_ABSTRACT_NUM)
		n->definition = NULL;
}

struct docx_numbers *docx_numbers_read(struct arena *a, struct package *p, const char *part,
				       struct docx_styles *styles)
{
	static const struct xml_handlers handlers = {docx_names, on_start, on_end, NULL};
	struct docx_numbers *n = arena_alloc(a, sizeof *n);
	*n = (struct docx_numbers){.arena = a,
				   .styles = styles,
				   .definitions = index_new(a),
				   .lists = index_new(a),
				   .override = -1};
	return !part || xml_read(p, part, &handlers, n) ? n : NULL;
}

/* A definition may say: as the list of that style. */
static struct definition *definition_of(struct docx_numbers *n, struct list *list)
{
	if (list->definition)
		return list->definition;
	struct definition *d = find(n->definitions, list->definition_id);
	for (int i = 0; i < LINKS_LIMIT && d && d->style; i++) {
		const struct docx_style *style = docx_style(n->styles, d->style);
		struct list *other = style ? find(n->lists, style->number.id) : NULL;
		struct definition *next = other ? find(n->definitions, other->definition_id) : NULL;
		if (!next)
			break;
		d = next;
	}
	return list->definition = d;
}

static const struct level *level_at(const struct list *list, int i)
{
	return list->levels[i] ? list->levels[i] : &list->definition->levels[i];
}

/* The level of a paragraph that says none: the one tied to its style, or what the style says, going
 * up the styles that it is based on. */
static int level_of_style(const struct list *list, const struct docx_style *style)
{
	for (int depth = 0; style && depth < 64; style = style->base, depth++) {
		for (int i = 0; i < LEVELS; i++) {
			const char *tied = level_at(list, i)->style;
			if (tied && strcmp(tied, style->id) == 0)
				return i;
		}
		if (style->number.level >= 0)
			return style->number.level;
	}
	return 0;
}

static long start_of(const struct list *list, int i)
{
	return list->starts[i] >= 0 ? list->starts[i] : level_at(list, i)->start;
}

/* Where a list is met first whose level has a start of its own, it starts there. */
static bool starts_here(struct list *list, int i)
{
	bool first = list->starts[i] >= 0 && !list->started[i];
	list->started[i] = true;
	return first;
}

static void count(struct list *list, int at)
{
	struct definition *d = list->definition;
	for (int i = 0; i < at; i++) {
		if (starts_here(list, i) || !d->begun[i])
			d->counts[i] = start_of(list, i);
		d->begun[i] = true;
	}
	if (starts_here(list, at) || !d->begun[at])
		d->counts[at] = start_of(list, at);
	else if (d->counts[at] < NUMBER_LAST)
		d->counts[at]++;
	d->begun[at] = true;
	for (int i = at + 1; i < LEVELS; i++) {
		int restart = level_at(list, i)->restart;
		if (restart < 0 || restart > i)
			restart = i;
		if (at < restart)
			d->begun[i] = false;
	}
}

/* Bullets are signs of fonts that a text has not. */
static const char *bullet(const char *text)
{
	static const char *const kept[] = {"-", "+", "*", "\xe2\x80\x93", "\xe2\x80\x94"};
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (strcmp(text, kept[i]) == 0)
			return kept[i];
	return *text ? "\xe2\x80\xa2" : "";
}

static void put_number(struct buf *out, const struct list *list, int i, bool legal)
{
	const struct level *level = level_at(list, i);
	const struct definition *d = list->definition;
	long n = d->begun[i] ? d->counts[i] : start_of(list, i);
	if (level->bullet || (level->numeral == NUMERAL_NONE && !legal))
		return;
	if (level->digits > 1)
		buf_format(out, "%0*ld", level->digits, n);
	else
		numeral_put(out, legal ? NUMERAL_DECIMAL : level->numeral, n);
}

/* The level's text with its numbers put in. */
static const char *label_text(struct arena *a, const struct list *list, int at)
{
	const struct level *level = level_at(list, at);
	struct buf out = {0};
	if (level->bullet) {
		buf_text(&out, bullet(level->text));
	} else {
		for (const char *s = level->text; *s; s++) {
			if (*s == '%' && s[1] >= '1' && s[1] <= '9')
				put_number(&out, list, *++s - '1', level->legal);
			else
				buf_char(&out, *s);
		}
	}
	if (out.n > 0 && level->blank)
		buf_char(&out, ' ');
	return buf_take(&out, a);
}

bool docx_number(struct docx_numbers *n, struct docx_number own, const struct docx_style *style,
		 struct docx_label *label)
{
	long id = own.id >= 0 ? own.id : style ? style->number.id : -1;
	struct list *list = id > 0 ? find(n->lists, id) : NULL;
	if (!list || !definition_of(n, list))
		return false;
	int at = own.level >= 0 ? own.level : level_of_style(list, style);
	if (at >= LEVELS)
		return false;
	count(list, at);
	*label = (struct docx_label){.text = label_text(n->arena, list, at),
				     .bullet = level_at(list, at)->bullet,
				     .level = at,
				     .value = list->definition->counts[at]};
	return true;
}
