/* SPDX-License-Identifier: MIT
 * yamltree: a tree out of libyaml's events. It does not know which keys there are; every value
 * stays the text that was written. Which of libyaml's words mean what is in yamlhint.c. */
#include "form/yamltree.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/yamlhint.h"

enum {
	DEPTH_LIMIT = 48, /* libyaml has none, and is quadratic in the depth of [[[[ */
	NODE_LIMIT = 4 * 1000 * 1000,
	TEXT_LIMIT = 1024 * 1024, /* bytes of one text */
	KEY_SLOTS = 64,
	KEY_LENGTH = 32, /* bytes of a key worth sharing */
	SMALL_MAP = 16,	 /* up to here a new key is compared with each one */
};

struct level {
	struct node *node;
	const char *key; /* read, its value not yet */
	struct place key_at;
};

struct tree {
	struct arena *arena;
	struct findings *findings;
	const char *file;
	yaml_parser_t parser;
	struct level levels[DEPTH_LIMIT + 1]; /* levels[0] holds the root */
	size_t depth;
	size_t nodes;
	size_t documents;
	const char *keys[KEY_SLOTS]; /* the last ones read */
};

/* libyaml ran out of memory: so does this request, and the program ends as it always does then. */
static void memory_lost(void)
{
	memory_out();
}

static struct place mark_place(const struct tree *t, yaml_mark_t mark)
{
	return (struct place){t->file, (unsigned)mark.line + 1, (unsigned)mark.column + 1};
}

static bool refuse(struct tree *t, struct place at, enum code code, const char *what,
		   const char *more)
{
	findings_add(t->findings, at, code, what, more, NULL);
	return false;
}

static bool refuse_feature(struct tree *t, yaml_mark_t mark, const char *english,
			   const char *vietnamese)
{
	return refuse(t, mark_place(t, mark), CODE_YAML_FEATURE, words_pick(english, vietnamese),
		      NULL);
}

static bool refuse_size(struct tree *t, yaml_mark_t mark, const char *what)
{
	return refuse(t, mark_place(t, mark), CODE_YAML_LIMIT, what, NULL);
}

/* libyaml stopped. Where it noticed is not always where the fault is: an open quote is noticed at
 * the end of the file. */
static bool refuse_syntax(struct tree *t)
{
	const yaml_parser_t *p = &t->parser;
	if (p->error == YAML_MEMORY_ERROR)
		memory_lost();
	bool opened = p->context && yamlhint_at_context(p->context, p->problem);
	yaml_mark_t mark = opened ? p->context_mark : p->problem_mark;
	return refuse(t, mark_place(t, mark), CODE_YAML_SYNTAX, p->problem,
		      yamlhint_find(p->problem, p->context));
}

/* Two members of one map under one key: the later one and the earlier one's line. */
static bool refuse_twice(struct tree *t, const char *key, struct place at, unsigned first)
{
	char *line = arena_format(t->findings->arena, "%u", first);
	return refuse(t, at, CODE_DUPLICATE_KEY, key, line);
}

static bool check_new_key(struct tree *t, const struct node *map, const char *key, struct place at)
{
	if (map->count >= SMALL_MAP)
		return true; /* check_large_map will see it */
	for (const struct node *n = map->first; n; n = n->next)
		if (n->key[0] == key[0] && strcmp(n->key, key) == 0)
			return refuse_twice(t, key, at, n->key_at.line);
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct node *x = *(struct node *const *)a, *y = *(struct node *const *)b;
	int order = strcmp(x->key, y->key);
	if (order)
		return order;
	if (x->key_at.line != y->key_at.line)
		return x->key_at.line < y->key_at.line ? -1 : 1;
	return (x->key_at.column > y->key_at.column) - (x->key_at.column < y->key_at.column);
}

/* A map of many keys is sorted once: comparing each with each would take a file of keys hours. */
static bool check_large_map(struct tree *t, const struct node *map)
{
	const struct node **sorted = memory_get(map->count * sizeof *sorted);
	size_t count = 0, twice = 0;
	for (const struct node *n = map->first; n; n = n->next)
		sorted[count++] = n;
	qsort(sorted, count, sizeof *sorted, by_key);
	for (size_t i = 1; i < count && !twice; i++)
		if (strcmp(sorted[i - 1]->key, sorted[i]->key) == 0)
			twice = i;
	const struct node *first = twice ? sorted[twice - 1] : NULL;
	const struct node *again = twice ? sorted[twice] : NULL;
	free(sorted);
	return !again || refuse_twice(t, again->key, again->key_at, first->key_at.line);
}

static bool take_node(struct tree *t, struct node *n)
{
	struct level *level = &t->levels[t->depth];
	if (!level->node) {
		level->node = n;
		return true;
	}
	if (level->node->kind == NODE_MAP) {
		n->key = level->key;
		n->key_at = level->key_at;
		level->key = NULL;
	}
	node_add(level->node, n);
	return true;
}

static bool new_node(struct tree *t, enum node_kind kind, const yaml_event_t *event,
		     struct node **node)
{
	if (++t->nodes > NODE_LIMIT)
		return refuse_size(t, event->start_mark,
				   words_pick("more than 4 million values", "hơn 4 triệu giá trị"));
	*node = arena_alloc(t->arena, sizeof **node);
	(*node)->kind = kind;
	(*node)->at = mark_place(t, event->start_mark);
	return true;
}

/* An anchor or a tag would change what a value means elsewhere. */
static bool check_properties(struct tree *t, const yaml_event_t *event, const yaml_char_t *anchor,
			     const yaml_char_t *tag)
{
	if (anchor)
		return refuse_feature(t, event->start_mark, "an anchor (&)", "neo (&)");
	if (tag)
		return refuse_feature(t, event->start_mark, "a tag (!)", "thẻ kiểu (!)");
	return true;
}

/* The text of a scalar. Escapes in "…" may have brought a NUL, or parts of one character. */
static bool take_text(struct tree *t, const yaml_event_t *event, const char **text)
{
	const char *s = (const char *)event->data.scalar.value;
	size_t n = event->data.scalar.length;
	*text = "";
	if (n == 0)
		return true;
	if (n > TEXT_LIMIT)
		return refuse_size(
		    t, event->start_mark,
		    words_pick("a text of more than 1 MB", "một giá trị dài hơn 1 MB"));
	if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
		if (memchr(s, '\0', n))
			return refuse_feature(t, event->start_mark, "the character \\0",
					      "ký tự \\0");
		const char *normal = utf8_nfc(t->arena, s, n, &n);
		if (normal != s) {
			*text = normal;
			return true;
		}
	}
	*text = arena_copy(t->arena, s, n);
	return true;
}

/* A file has few keys, and each of them often: the copies are shared. */
static const char *share_key(struct tree *t, const char *key, size_t n)
{
	size_t slot = (n * 7 + (unsigned char)key[0] * 3 + (unsigned char)key[n - 1]) % KEY_SLOTS;
	const char *known = t->keys[slot];
	if (!known || strcmp(known, key) != 0)
		t->keys[slot] = arena_copy(t->arena, key, n);
	return t->keys[slot];
}

static bool on_key(struct tree *t, const yaml_event_t *event)
{
	struct level *level = &t->levels[t->depth];
	const char *key = (const char *)event->data.scalar.value;
	size_t n = event->data.scalar.length;
	if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && n > 0 && n < KEY_LENGTH)
		key = share_key(t, key, n);
	else if (!take_text(t, event, &key))
		return false;
	if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && strcmp(key, "<<") == 0)
		return refuse_feature(t, event->start_mark, "a merge key (<<)", "khóa gộp (<<)");
	level->key_at = mark_place(t, event->start_mark);
	level->key = key;
	return check_new_key(t, level->node, key, level->key_at);
}

static bool awaits_key(const struct tree *t)
{
	const struct level *level = &t->levels[t->depth];
	return level->node && level->node->kind == NODE_MAP && !level->key;
}

static bool on_text(struct tree *t, const yaml_event_t *event)
{
	if (!check_properties(t, event, event->data.scalar.anchor, event->data.scalar.tag))
		return false;
	if (awaits_key(t))
		return on_key(t, event);
	struct node *n;
	if (!new_node(t, NODE_TEXT, event, &n) || !take_text(t, event, &n->text))
		return false;
	n->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	return take_node(t, n);
}

static bool on_start(struct tree *t, const yaml_event_t *event, enum node_kind kind)
{
	struct node *n;
	if (awaits_key(t))
		return refuse_feature(t, event->start_mark, "a list or map as a key",
				      "danh sách hay nhóm làm khóa");
	if (!new_node(t, kind, event, &n) || !take_node(t, n))
		return false;
	if (t->depth == DEPTH_LIMIT) {
		char *limit = arena_format(t->findings->arena, "%d", DEPTH_LIMIT);
		return refuse(t, n->at, CODE_YAML_DEPTH, limit, NULL);
	}
	t->levels[++t->depth] = (struct level){.node = n};
	return true;
}

static bool on_end(struct tree *t)
{
	const struct node *n = t->levels[t->depth--].node;
	return n->kind != NODE_MAP || n->count <= SMALL_MAP || check_large_map(t, n);
}

/* False after a finding. */
static bool on_event(struct tree *t, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (t->documents++)
			return refuse_feature(t, event->start_mark, "a second document (---)",
					      "tài liệu thứ hai (---)");
		return true;
	case YAML_ALIAS_EVENT:
		return refuse_feature(t, event->start_mark, "an alias (*)", "tham chiếu (*)");
	case YAML_SCALAR_EVENT:
		return on_text(t, event);
	case YAML_SEQUENCE_START_EVENT:
		return check_properties(t, event, event->data.sequence_start.anchor,
					event->data.sequence_start.tag) &&
		       on_start(t, event, NODE_LIST);
	case YAML_MAPPING_START_EVENT:
		return check_properties(t, event, event->data.mapping_start.anchor,
					event->data.mapping_start.tag) &&
		       on_start(t, event, NODE_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return on_end(t);
	default:
		return true;
	}
}

/* An error ends the loop at once: asked again, libyaml answers "no event" for ever. */
static bool read_events(struct tree *t)
{
	for (bool more = true; more;) {
		yaml_event_t event;
		if (!yaml_parser_parse(&t->parser, &event))
			return refuse_syntax(t);
		more = event.type != YAML_STREAM_END_EVENT;
		bool fine = on_event(t, &event);
		yaml_event_delete(&event);
		if (!fine)
			return false;
	}
	if (!t->levels[0].node)
		return refuse(t, (struct place){.file = t->file}, CODE_FILE_EMPTY, NULL, NULL);
	return true;
}

/* Characters libyaml takes for an error without a place, or for a line break where no editor sees
 * one, are refused beforehand. Only lead bytes that can begin one are looked at. */
static bool check_characters(struct tree *t, struct file_bytes text)
{
	size_t bad = yamlhint_bad_character(text.bytes, text.size);
	if (bad == text.size)
		return true;
	const char *s = text.bytes + bad;
	struct place at = {.file = t->file, .line = 1};
	const char *start = text.bytes;
	for (const char *p = text.bytes; p < s; p++) {
		if (*p == '\n') {
			at.line++;
			start = p + 1;
		}
	}
	at.column = (unsigned)utf8_count(start, (size_t)(s - start)) + 1;
	char *what = arena_format(t->findings->arena, "%s U+%04X",
				  words_pick("the character", "ký tự"), (unsigned)utf8_next(&s));
	return refuse(t, at, CODE_YAML_SYNTAX, what, yamlhint_character());
}

struct node *tree_parse(struct arena *a, const char *file, struct file_bytes text,
			struct findings *findings)
{
	struct tree t = {.arena = a, .findings = findings, .file = file};
	if (!check_characters(&t, text))
		return NULL;
	if (!yaml_parser_initialize(&t.parser))
		memory_lost();
	yaml_parser_set_encoding(&t.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&t.parser, (const unsigned char *)text.bytes, text.size);
	bool fine = read_events(&t);
	yaml_parser_delete(&t.parser);
	return fine ? t.levels[0].node : NULL;
}
