/* SPDX-License-Identifier: MIT
 * odflists: counters of lists. A list that says so goes on counting where another one stopped. */
#include "read/odflists.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "read/odfnames.h"
#include "read/odfstyles.h"
#include "read/xmlpart.h"

/* One count, which several text:list elements may share. */
struct counter {
	const char *style; /* of its list; NULL */
	long counts[ODF_LEVELS];
	bool begun[ODF_LEVELS];
};

struct open_list {
	struct counter *counter;
	const struct odf_list_style *style;
	int level;  /* from 0; one beyond the levels counts nothing */
	bool fresh; /* the item has not had its paragraph */
	long start; /* what the item says it is; -1 */
};

struct odf_lists {
	struct arena *arena;
	const struct odf_styles *styles;
	struct index *by_id, *by_style;
	struct counter *last;
	struct counter outline;
	struct open_list open[XML_DEPTH];
	int depth;
};

struct odf_lists *odflists_new(struct arena *a, const struct odf_styles *styles)
{
	struct odf_lists *l = arena_alloc(a, sizeof *l);
	l->arena = a;
	l->styles = styles;
	l->by_id = index_new(a);
	l->by_style = index_new(a);
	return l;
}

static void *get(const struct index *ix, const char *key)
{
	return key ? index_get(ix, key, strlen(key)) : NULL;
}

/* Values are pointers to a pointer, so that a key can be given another one. */
static void put(struct odf_lists *l, struct index *ix, const char *key, struct counter *counter)
{
	struct counter **old = get(ix, key);
	if (!key)
		return;
	if (old) {
		*old = counter;
		return;
	}
	struct counter **value = arena_alloc(l->arena, sizeof(struct counter *));
	*value = counter;
	key = arena_text(l->arena, key);
	index_put(ix, key, strlen(key), value);
}

/* The count that a list of the first level goes on with, or a new one. */
static struct counter *counter_of(struct odf_lists *l, const struct xml_part *x)
{
	const char *style = xml_value(x, "text:style-name");
	const char *on = xml_value(x, "text:continue-numbering");
	struct counter **other = get(l->by_id, xml_value(x, "text:continue-list"));
	if (!other && on && strcmp(on, "true") == 0)
		other = style ? get(l->by_style, style) : l->last ? &l->last : NULL;
	if (other)
		return *other;
	struct counter *counter = arena_alloc(l->arena, sizeof *counter);
	counter->style = arena_text(l->arena, style);
	return counter;
}

static void start_list(struct odf_lists *l, const struct xml_part *x)
{
	struct open_list *outer = l->depth > 0 ? &l->open[l->depth - 1] : NULL;
	struct open_list *list = &l->open[l->depth++];
	const char *style = xml_value(x, "text:style-name");
	*list = (struct open_list){.start = -1};
	if (outer) {
		list->counter = outer->counter;
		list->level = outer->level + 1;
		list->style = style ? odf_list_style(l->styles, style) : outer->style;
		return;
	}
	list->counter = counter_of(l, x);
	list->style = odf_list_style(l->styles, style ? style : list->counter->style);
	put(l, l->by_id, xml_value(x, "xml:id"), list->counter);
	put(l, l->by_style, list->counter->style, list->counter);
	l->last = list->counter;
}

void odflists_start(struct odf_lists *l, const struct xml_part *x, int name)
{
	if (name == ODF_LIST) {
		if (l->depth < XML_DEPTH)
			start_list(l, x);
		return;
	}
	if (l->depth == 0)
		return;
	struct open_list *list = &l->open[l->depth - 1];
	const char *start = xml_value(x, "text:start-value");
	list->fresh = name == ODF_LIST_ITEM;
	list->start = start ? strtol(start, NULL, 10) : -1;
}

void odflists_end(struct odf_lists *l, int name)
{
	if (name == ODF_LIST && l->depth > 0)
		l->depth--;
}

static void count(struct counter *c, const struct odf_list_style *style, int at, long start)
{
	if (start >= 0)
		c->counts[at] = start;
	else if (c->begun[at])
		c->counts[at]++;
	else
		c->counts[at] = style->levels[at].start;
	c->begun[at] = true;
	for (int i = at + 1; i < ODF_LEVELS; i++)
		c->begun[i] = false;
}

/* Bullets are signs of fonts that a text has not. */
static const char *bullet(const char *sign)
{
	static const char *const kept[] = {"-", "+", "*", "\xe2\x80\x93", "\xe2\x80\x94"};
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (strcmp(sign, kept[i]) == 0)
			return kept[i];
	return "\xe2\x80\xa2";
}

static const char *label_text(struct arena *a, const struct counter *c,
			      const struct odf_list_style *style, int at)
{
	const struct odf_level *level = &style->levels[at];
	struct buf out = {0};
	if (level->bullet) {
		buf_format(&out, "%s ", bullet(level->sign));
		return buf_take(&out, a);
	}
	if (level->numeral == NUMERAL_NONE)
		return "";
	buf_text(&out, level->prefix);
	int from = at - level->display + 1;
	bool first = true;
	for (int i = from < 0 ? 0 : from; i <= at; i++) {
		const struct odf_level *upper = &style->levels[i];
		if (upper->numeral == NUMERAL_NONE)
			continue;
		buf_text(&out, first ? "" : ".");
		numeral_put(&out, upper->numeral, c->begun[i] ? c->counts[i] : upper->start);
		first = false;
	}
	buf_format(&out, "%s ", level->suffix);
	return buf_take(&out, a);
}

static bool label_of(struct arena *a, const struct counter *c, const struct odf_list_style *style,
		     int at, struct docx_label *label)
{
	*label = (struct docx_label){.text = label_text(a, c, style, at),
				     .bullet = style->levels[at].bullet,
				     .level = at < 9 ? at : 8,
				     .value = c->counts[at]};
	return *label->text != '\0';
}

bool odflists_number(struct odf_lists *l, struct docx_label *label)
{
	struct open_list *list = l->depth > 0 ? &l->open[l->depth - 1] : NULL;
	if (!list || !list->fresh || !list->style || list->level >= ODF_LEVELS)
		return false;
	/* only the first paragraph of an item, and of the items around it, has its number */
	for (int i = 0; i < l->depth; i++)
		l->open[i].fresh = false;
	count(list->counter, list->style, list->level, list->start);
	return label_of(l->arena, list->counter, list->style, list->level, label);
}

bool odflists_heading(struct odf_lists *l, const struct xml_part *x, struct docx_label *label)
{
	const struct odf_list_style *style = odf_outline(l->styles);
	const char *level = xml_value(x, "text:outline-level");
	const char *bare = xml_value(x, "text:is-list-header");
	const char *again = xml_value(x, "text:restart-numbering");
	const char *start = xml_value(x, "text:start-value");
	long at = level ? strtol(level, NULL, 10) : 1;
	if (!style || at < 1 || at > ODF_LEVELS || l->depth > 0 ||
	    (bare && strcmp(bare, "true") == 0))
		return false;
	if (again && strcmp(again, "true") == 0)
		l->outline.begun[at - 1] = false;
	count(&l->outline, style, (int)at - 1, start ? strtol(start, NULL, 10) : -1);
	return label_of(l->arena, &l->outline, style, (int)at - 1, label);
}
