/* SPDX-License-Identifier: MIT
 * outline: which paragraph stands under which, and whose each label is. It knows labels and marks, and
 * not which items are tasks. */
#include "import/outline.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "import/closing.h"
#include "import/head.h"
#include "import/labelwords.h"

enum {
	DEEPEST = 16,
	LOOK_AHEAD = 60, /* paragraphs of one task */
};

/* A paragraph, taken apart. */
struct paragraph {
	const char *text;
	long at;
	struct mark mark;
	struct label_list labels;
};

struct tree {
	struct arena *a;
	struct paragraph *paragraphs;
	size_t count;
	struct outline outline;
	size_t open[DEEPEST]; /* indices of the items that the next one may stand under */
	size_t depth;
	size_t label; /* index + 1 of the item that has the last label; 0: other text came since */
	enum role role;	     /* of that label */
	const char *list;    /* the rank of the dashes that go on with its value; NULL */
	struct text_at last; /* the last paragraph that stood under no item; text NULL: none */
};

void texts_add(struct arena *a, struct texts *texts, const char *text, long at)
{
	if (text_is_blank(text))
		return;
	texts->items = arena_more(a, texts->items, texts->count, sizeof *texts->items);
	texts->items[texts->count++] = (struct text_at){text, at};
}

const char *texts_join(struct arena *a, const struct texts *texts)
{
	struct buf out = {0};
	for (size_t i = 0; i < texts->count; i++) {
		if (i > 0)
			buf_char(&out, '\n');
		buf_text(&out, texts->items[i].text);
	}
	return buf_take(&out, a);
}

static struct item *last_open(struct tree *t)
{
	return t->depth > 0 ? &t->outline.items[t->open[t->depth - 1]] : NULL;
}

/* The innermost open item that is no label; NULL when there is none. */
static struct item *owner_of(struct tree *t)
{
	for (size_t i = t->depth; i > 0; i--)
		if (!t->outline.items[t->open[i - 1]].labels)
			return &t->outline.items[t->open[i - 1]];
	return NULL;
}

static size_t index_of(const struct tree *t, const struct item *item)
{
	return (size_t)(item - t->outline.items);
}

static bool is_open(const struct tree *t, const char *style)
{
	for (size_t i = 0; i < t->depth; i++)
		if (text_same(t->outline.items[t->open[i]].mark.style, style))
			return true;
	return false;
}

/* Closes the items of this rank and those below. */
static void close_rank(struct tree *t, const char *style)
{
	for (size_t i = 0; i < t->depth; i++)
		if (text_same(t->outline.items[t->open[i]].mark.style, style))
			t->depth = i;
}

static struct item *add_item(struct tree *t, struct mark mark, long at, bool labels)
{
	struct outline *o = &t->outline;
	close_rank(t, mark.style);
	if (t->depth == DEEPEST)
		t->depth--;
	struct item *owner = owner_of(t);
	size_t parent = owner ? index_of(t, owner) + 1 : 0;
	o->items = arena_more(t->a, o->items, o->count, sizeof *o->items);
	struct item *item = &o->items[o->count];
	*item = (struct item){.parent = parent, .mark = mark, .at = at, .labels = labels};
	t->open[t->depth++] = o->count++;
	return item;
}

/* A label said again behind other text begins another task, which has no number. */
static struct item *split_item(struct tree *t, struct item *item)
{
	struct texts after = item->after;
	struct mark mark = item->mark;
	size_t parent = item->parent;
	struct outline *o = &t->outline;
	item->after = (struct texts){NULL, 0};
	mark.no = mark.rest = "";
	o->items = arena_more(t->a, o->items, o->count, sizeof *o->items);
	item = &o->items[o->count];
	*item =
	    (struct item){.parent = parent, .mark = mark, .at = after.items[0].at, .text = after};
	close_rank(t, mark.style);
	t->open[t->depth++] = o->count++;
	return item;
}

/* A label of a kind that the item has already, or of any kind once it has said who and until when. */
static bool is_again(const struct item *item, enum role role)
{
	bool whole = item->values[ROLE_LEAD].count > 0 && item->values[ROLE_DUE].count > 0;
	return label_is_hard(role) &&
	       (item->values[role].count > 0 || (whole && item->after.count > 0));
}

static void give_label(struct tree *t, struct item *item, const struct label *label, long at)
{
	bool again = !label->embedded && is_again(item, label->role);
	if (again && item->after.count > 0)
		item = split_item(t, item);
	else if (again)
		item->again = label->words;
	if (label->embedded && item->said[ROLE_DUE])
		return;
	item->said[label->role] = true;
	item->embedded = item->embedded || label->embedded;
	if (label->typo) {
		item->typo = label->words;
		item->typo_at = at;
	}
	/* what has no column of its own keeps its label */
	const char *value = label->role == ROLE_OTHER && *label->value
				? arena_format(t->a, "%s: %s", label->words, label->value)
				: label->value;
	enum role role = label->role == ROLE_OTHER ? ROLE_NOTE : label->role;
	texts_add(t->a, &item->values[role], value, at);
	t->label = index_of(t, item) + 1;
	t->role = role;
}

/* Brackets that held labels only are left out. */
static const char *without_empty(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s) {
		size_t n = *s == '(' ? 1 + strspn(s + 1, " ;,.") : 0;
		if (n > 0 && s[n] == ')') {
			s += n + 1;
			while (out.n > 0 && strchr(".;,", *s) && out.s[out.n - 1] == ' ')
				buf_cut(&out, out.n - 1);
			continue;
		}
		buf_char(&out, *s++);
	}
	return text_squeeze(a, buf_take(&out, a));
}

/* The words of a paragraph that are in no label; signs alone are none. */
static const char *words_beside(struct arena *a, const char *text, const struct label_list *labels)
{
	struct buf out = {0};
	size_t from = 0;
	if (labels->count == 0)
		return text;
	for (size_t i = 0; i < labels->count; i++) {
		const struct label *l = &labels->items[i];
		if (l->embedded)
			continue;
		buf_bytes(&out, text + from, l->from - from);
		buf_char(&out, ' ');
		from = l->to;
	}
	buf_text(&out, text + from);
	const char *s = without_empty(a, buf_take(&out, a));
	size_t n = strlen(s);
	while (n > 0 && strchr(" ([;,+-", s[n - 1]))
		n--;
	s = arena_copy(a, s, n);
	return s + strspn(s, " )].;,");
}

static void count_procedures(struct tree *t, const struct label_list *labels)
{
	for (size_t i = 0; i < labels->count; i++)
		t->outline.procedure += label_is_procedure(t->a, labels->items[i].words);
}

static void lose_label(struct tree *t, const struct label *label, long at)
{
	if (label_is_hard(label->role) && !label->embedded && *label->value)
		texts_add(t->a, &t->outline.lost,
			  arena_format(t->a, "%s: %s", label->words, label->value), at);
}

static void give_labels(struct tree *t, size_t owner, const struct label_list *labels, long at)
{
	for (size_t i = 0; i < labels->count; i++) {
		if (owner == 0)
			lose_label(t, &labels->items[i], at);
		else
			give_label(t,
				   &t->outline.items[t->label > owner ? t->label - 1 : owner - 1],
				   &labels->items[i], at);
	}
}

/* Does the paragraph begin with a label? */
static bool is_labelled(const struct paragraph *p)
{
	return p->labels.count > 0 && p->labels.items[0].from == 0 && !p->labels.items[0].embedded;
}

/* Does the next label that says who or until when stand in a paragraph of this rank? Then this one,
 * "a) Nhiệm vụ: …" before "b) Cơ quan thực hiện: …", is a label too. */
static bool is_beside_label(const struct tree *t, size_t i)
{
	for (size_t k = i + 1; k < t->count && k < i + LOOK_AHEAD; k++)
		if (is_labelled(&t->paragraphs[k]) &&
		    label_is_hard(t->paragraphs[k].labels.items[0].role))
			return text_same(t->paragraphs[k].mark.style, t->paragraphs[i].mark.style);
	return false;
}

/* Is the paragraph a label, and not an item that begins with one: "1. Nội dung: …"? */
static bool is_label(const struct tree *t, size_t i)
{
	const struct paragraph *p = &t->paragraphs[i];
	if (!is_labelled(p))
		return false;
	enum role role = p->labels.items[0].role;
	return !p->mark.style || p->mark.bullet || label_is_hard(role) || role == ROLE_START ||
	       is_beside_label(t, i);
}

static bool has_labels(const struct item *item)
{
	for (enum role r = ROLE_NO; r < ROLE_COUNT; r++)
		if (item->said[r])
			return true;
	return false;
}

/* May tasks without any mark stand here: under no item, or right under a section's title? */
static bool is_open_section(const struct item *owner)
{
	return !owner || (owner->mark.section && !has_labels(owner));
}

static struct item *add_words(struct tree *t, const char *words, long at)
{
	static const struct mark unmarked = {OUTLINE_UNMARKED, "", "", true, false};
	struct item *item = add_item(t, unmarked, at, false);
	texts_add(t->a, &item->text, words, at);
	t->last.text = NULL;
	return item;
}

/* The paragraph before a label becomes an item of its own; the owner when there is none. */
static struct item *add_unmarked(struct tree *t, struct item *owner)
{
	if (!owner && t->last.text)
		return add_words(t, t->last.text, t->last.at);
	if (!owner || owner->text.count < 2)
		return owner;
	struct text_at last = owner->text.items[--owner->text.count];
	return add_words(t, last.text, last.at);
}

/* A paragraph that begins with a label: it speaks of the item it stands under. */
static void read_label(struct tree *t, const struct mark *mark, const struct label_list *labels,
		       long at)
{
	if (mark->style)
		add_item(t, *mark, at, true);
	struct item *owner = owner_of(t);
	if (!mark->style && is_open_section(owner))
		owner = add_unmarked(t, owner);
	t->label = 0;
	give_labels(t, owner ? index_of(t, owner) + 1 : 0, labels, at);
}

/* Does the last label wait for its value, or for more of it? */
static bool is_waiting(const struct tree *t)
{
	const struct texts *values = &t->outline.items[t->label - 1].values[t->role];
	if (values->count == 0)
		return true;
	const char *last = values->items[values->count - 1].text;
	return last[strlen(last) - 1] == ':';
}

/* A paragraph that goes on with a label's value: dashes under it, or words behind one that says
 * nothing yet. */
static bool goes_on(struct tree *t, const struct mark *mark)
{
	if (t->label == 0)
		return false;
	if (!mark->style)
		return is_waiting(t);
	const struct item *top = last_open(t);
	bool under = top && top->labels && !is_open(t, mark->style);
	if (!mark->bullet || !(under || is_waiting(t) || text_same(t->list, mark->style)))
		return false;
	t->list = mark->style;
	return true;
}

static void read_item(struct tree *t, const struct mark *mark, const struct label_list *labels,
		      const char *words, long at)
{
	struct item *item = add_item(t, *mark, at, false);
	texts_add(t->a, &item->text, words, at);
	t->label = 0;
	give_labels(t, t->outline.count, labels, at);
	t->outline.items[t->outline.count - 1].inside = labels->count > 0;
}

static void read_plain(struct tree *t, const struct label_list *labels, const char *words, long at)
{
	struct item *owner = owner_of(t);
	bool hard = labels->count > 0 && !labels->items[0].embedded && *words;
	if (hard && is_open_section(owner)) {
		owner = add_words(t, words, at);
		owner->inside = true;
	} else if (!owner) {
		t->last = (struct text_at){words, at};
		return;
	} else {
		texts_add(t->a, has_labels(owner) ? &owner->after : &owner->text, words, at);
	}
	t->label = 0;
	give_labels(t, index_of(t, owner) + 1, labels, at);
}

/* Signatures, annexes and titles in capitals stand under no item. */
static bool is_apart(struct tree *t, const struct paragraph *p)
{
	return closing_line(t->a, p->text) ||
	       (!p->mark.style && head_is_capitals(p->text) && !is_labelled(p));
}

static void read_paragraph(struct tree *t, size_t i)
{
	const struct paragraph *p = &t->paragraphs[i];
	const char *words = words_beside(t->a, p->mark.rest, &p->labels);
	count_procedures(t, &p->labels);
	if (is_apart(t, p)) {
		t->depth = 0;
		t->label = 0;
		t->last.text = NULL;
	} else if (is_label(t, i)) {
		read_label(t, &p->mark, &p->labels, p->at);
		if (*words && owner_of(t))
			texts_add(t->a, &owner_of(t)->after, words, p->at);
	} else if (p->labels.count == 0 && goes_on(t, &p->mark)) {
		texts_add(t->a, &t->outline.items[t->label - 1].values[t->role],
			  t->role == ROLE_TEXT ? p->text : p->mark.rest, p->at);
		return;
	} else if (p->mark.style) {
		read_item(t, &p->mark, &p->labels, words, p->at);
	} else {
		read_plain(t, &p->labels, words, p->at);
	}
	t->list = NULL;
}

struct outline outline_read(struct arena *a, const struct grid *grid)
{
	struct tree *t = arena_alloc(a, sizeof *t);
	struct texts texts = outline_paragraphs(a, grid);
	t->a = a;
	t->count = texts.count;
	t->paragraphs = arena_alloc(a, (texts.count + 1) * sizeof *t->paragraphs);
	for (size_t i = 0; i < t->count; i++) {
		struct paragraph *p = &t->paragraphs[i];
		*p = (struct paragraph){.text = texts.items[i].text, .at = texts.items[i].at};
		p->mark = mark_read(a, p->text);
		p->labels = labels_in(a, p->mark.rest);
	}
	for (size_t i = 0; i < t->count; i++)
		read_paragraph(t, i);
	return t->outline;
}
