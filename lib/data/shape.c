/* SPDX-License-Identifier: MIT
 * shape: known keys and values of the right kind. It does not know what any key means. */
#include "data/shape.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"

static size_t length_of(const char *const list[])
{
	size_t n = 0;
	while (list[n])
		n++;
	return n;
}

const char *shape_hint(struct arena *a, const char *word, const char *const known[])
{
	const char *near = text_nearest(word, known, length_of(known));
	if (!near)
		return "";
	return arena_format(a, words_pick("; did you mean %s?", "; có phải là %s?"), near);
}

void shape_keys(struct arena *a, const struct node *map, const char *const known[],
		struct findings *findings)
{
	for (const struct node *m = map->first; m; m = m->next) {
		size_t i = 0;
		while (known[i] && (known[i][0] != m->key[0] || strcmp(known[i], m->key) != 0))
			i++;
		if (!known[i])
			findings_add(findings, m->key_at, CODE_UNKNOWN_KEY, m->key,
				     shape_hint(a, m->key, known), NULL);
	}
}

static bool is_absent(const struct node *n)
{
	return !n || (n->kind == NODE_TEXT && !n->quoted && !n->text[0]);
}

const struct node *shape_member(const struct node *map, const char *key, enum node_kind kind,
				struct findings *findings)
{
	const struct node *n = node_get(map, key);
	if (is_absent(n))
		return NULL;
	if (n->kind == kind)
		return n;
	static const char *const english[] = {"a text", "a list", "a map"};
	static const char *const vietnamese[] = {"một đoạn chữ", "một danh sách", "một bảng khóa"};
	findings_add(findings, n->at, CODE_WRONG_SHAPE, key,
		     words_pick(english[kind], vietnamese[kind]), NULL);
	return NULL;
}

const char *shape_text(const struct node *map, const char *key, struct findings *findings)
{
	const struct node *n = shape_member(map, key, NODE_TEXT, findings);
	return n ? n->text : NULL;
}

const char *shape_required(const struct node *map, const char *key, struct findings *findings)
{
	if (is_absent(node_get(map, key))) {
		findings_add(findings, map->at, CODE_MISSING_KEY, key, NULL, NULL);
		return NULL;
	}
	return shape_text(map, key, findings);
}

day shape_day(const struct node *map, const char *key, struct findings *findings)
{
	const char *text = shape_text(map, key, findings);
	if (!text)
		return DAY_NONE;
	day d = day_parse(text);
	if (d == DAY_NONE)
		findings_add(findings, node_get(map, key)->at, CODE_DATE_INVALID, text, NULL, NULL);
	return d;
}

static const char *one_of(struct arena *a, const char *const words[])
{
	struct buf b = {0};
	for (size_t i = 0; words[i]; i++)
		buf_format(&b, "%s%s", i ? ", " : ": ", words[i]);
	return buf_take(&b, a);
}

int shape_word(struct arena *a, const struct node *map, const char *key, const char *const words[],
	       struct findings *findings)
{
	const char *text = shape_text(map, key, findings);
	if (!text)
		return -1;
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	findings_add(findings, node_get(map, key)->at, CODE_BAD_VALUE, text, key, one_of(a, words));
	return -1;
}

const char **shape_texts(struct arena *a, const struct node *map, const char *key, size_t *count,
			 struct findings *findings)
{
	const struct node *n = node_get(map, key);
	*count = 0;
	if (is_absent(n))
		return NULL;
	if (n->kind == NODE_TEXT) {
		const char **one = arena_alloc(a, sizeof *one);
		one[0] = n->text;
		*count = 1;
		return one;
	}
	if (!shape_member(map, key, NODE_LIST, findings))
		return NULL;
	const char **texts = arena_alloc(a, (n->count + 1) * sizeof *texts);
	for (const struct node *m = n->first; m; m = m->next) {
		if (m->kind == NODE_TEXT)
			texts[(*count)++] = m->text;
		else
			findings_add(findings, m->at, CODE_WRONG_SHAPE, key,
				     words_pick("a list of texts", "danh sách các đoạn chữ"), NULL);
	}
	return texts;
}
