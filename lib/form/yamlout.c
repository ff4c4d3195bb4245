/* SPDX-License-Identifier: MIT
 * yamlout: a tree through libyaml's emitter. It does not know which keys there are. libyaml puts a
 * list's dashes under its key; they are moved in by two columns afterwards, as people write them. */
#include "form/yamlout.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/scalar.h"
#include "form/yamltree.h"

enum {
	FLOW_WIDTH = 100,
	INDENT = 2,
	KEY_LENGTH = 128, /* libyaml writes a longer key as "? key" on a line of its own */
};

struct writer {
	yaml_emitter_t emitter;
	struct buf text;      /* as libyaml lays it out */
	unsigned char *moves; /* for each line of it: how many lists it lies in */
	size_t lines, room;
	bool odd; /* a key that libyaml lays out otherwise: lines stay where they are */
};

static void memory_lost(void)
{
	memory_out();
}

static int take_bytes(void *writer, unsigned char *bytes, size_t n)
{
	buf_bytes(&((struct writer *)writer)->text, (const char *)bytes, n);
	return 1;
}

/* The emitter owns the event from here on, even when it fails. */
static void emit(struct writer *w, yaml_event_t *event, int made)
{
	if (!made || !yaml_emitter_emit(&w->emitter, event))
		memory_lost();
}

static void begin_line(struct writer *w, unsigned lists)
{
	if (w->lines == w->room) {
		w->room = w->room ? w->room * 2 : 256;
		w->moves = memory_resize(w->moves, w->room);
	}
	w->moves[w->lines++] = (unsigned char)(lists < UINT8_MAX ? lists : UINT8_MAX);
}

static void emit_scalar(struct writer *w, const char *text, enum scalar_style style)
{
	static const yaml_scalar_style_t styles[] = {
	    [SCALAR_PLAIN] = YAML_PLAIN_SCALAR_STYLE,
	    [SCALAR_SINGLE] = YAML_SINGLE_QUOTED_SCALAR_STYLE,
	    [SCALAR_DOUBLE] = YAML_DOUBLE_QUOTED_SCALAR_STYLE,
	    [SCALAR_BLOCK] = YAML_LITERAL_SCALAR_STYLE,
	};
	yaml_event_t event;
	emit(w, &event,
	     yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)text,
					  (int)strlen(text), 1, 1, styles[style]));
}

/* Keys have no need of quotes against other readers (no: and on: are ours), but a quoted << is no
 * merge key. */
static enum scalar_style key_style(const char *key, bool flow)
{
	enum scalar_style style = scalar_choose(key, false, flow);
	if (!*key || style == SCALAR_BLOCK || strcmp(key, "<<") == 0)
		return SCALAR_DOUBLE;
	return style;
}

static void emit_start(struct writer *w, const struct node *n, bool flow)
{
	yaml_event_t event;
	if (n->kind == NODE_MAP)
		emit(w, &event,
		     yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
							 flow ? YAML_FLOW_MAPPING_STYLE
							      : YAML_BLOCK_MAPPING_STYLE));
	else
		emit(w, &event,
		     yaml_sequence_start_event_initialize(&event, NULL, NULL, 1,
							  flow ? YAML_FLOW_SEQUENCE_STYLE
							       : YAML_BLOCK_SEQUENCE_STYLE));
}

static void emit_end(struct writer *w, const struct node *n)
{
	yaml_event_t event;
	if (n->kind == NODE_MAP)
		emit(w, &event, yaml_mapping_end_event_initialize(&event));
	else
		emit(w, &event, yaml_sequence_end_event_initialize(&event));
}

static size_t quoted_width(const char *text, enum scalar_style style)
{
	return utf8_width(text) + (style == SCALAR_PLAIN ? 0 : 2);
}

/* An absent value cannot stand in flow style: libyaml would write '' for it. */
static bool is_flow_text(const struct node *n)
{
	return n->kind == NODE_TEXT && (n->quoted || n->text[0]) && scalar_is_one_line(n->text);
}

/* Does it fit as [a, b] or {k: a, l: b} when it begins behind `column`? */
static bool fits_flow(const struct node *n, size_t column)
{
	for (const struct node *m = n->first; m; m = m->next) {
		if (!is_flow_text(m))
			return false;
		column += quoted_width(m->text, scalar_choose(m->text, m->quoted, true)) + 2;
		if (m->key)
			column += quoted_width(m->key, key_style(m->key, true)) + 2;
		if (column > FLOW_WIDTH)
			return false;
	}
	return true;
}

static void write_flow(struct writer *w, const struct node *n)
{
	emit_start(w, n, true);
	for (const struct node *m = n->first; m; m = m->next) {
		if (m->key)
			emit_scalar(w, m->key, key_style(m->key, true));
		emit_scalar(w, m->text, scalar_choose(m->text, m->quoted, true));
	}
	emit_end(w, n);
}

static void write_text(struct writer *w, const struct node *n, unsigned lists)
{
	enum scalar_style style = scalar_choose(n->text, n->quoted, false);
	emit_scalar(w, n->text, style);
	if (style != SCALAR_BLOCK)
		return;
	begin_line(w, lists);
	for (const char *p = n->text; (p = strchr(p, '\n')) && p[1]; p++)
		begin_line(w, lists);
}

static void write_node(struct writer *w, const struct node *n, size_t column, size_t indent,
		       unsigned lists);

static void write_key(struct writer *w, const char *key)
{
	emit_scalar(w, key, key_style(key, false));
	w->odd = w->odd || strlen(key) > KEY_LENGTH || !scalar_is_one_line(key);
}

/* Members each on their own line; the first one stands on the line that was begun for the whole. */
static void write_block(struct writer *w, const struct node *n, size_t indent, unsigned lists)
{
	emit_start(w, n, false);
	for (const struct node *m = n->first; m; m = m->next) {
		if (m != n->first)
			begin_line(w, lists);
		size_t column = indent + INDENT;
		if (m->key) {
			write_key(w, m->key);
			if (m->kind != NODE_TEXT)
				column =
				    indent + quoted_width(m->key, key_style(m->key, false)) + 2;
		}
		write_node(w, m, column, indent + INDENT, lists);
	}
	emit_end(w, n);
}

/* `column`: where it begins if it stands behind its key or dash; `indent`: where its own members
 * begin; `lists`: how many lists under keys it lies in. */
static void write_node(struct writer *w, const struct node *n, size_t column, size_t indent,
		       unsigned lists)
{
	if (n->kind == NODE_TEXT) {
		write_text(w, n, lists);
	} else if (fits_flow(n, column)) {
		write_flow(w, n);
	} else {
		lists += n->key && n->kind == NODE_LIST;
		if (n->key)
			begin_line(w, lists);
		write_block(w, n, indent, lists);
	}
}

static void move_lines(const struct writer *w, struct buf *out)
{
	const char *s = w->text.s;
	for (size_t line = 0; line < w->lines && *s; line++) {
		size_t n = strcspn(s, "\n");
		for (unsigned i = 0; n && i < w->moves[line] * INDENT; i++)
			buf_char(out, ' ');
		n += s[n] == '\n';
		buf_bytes(out, s, n);
		s += n;
	}
}

static size_t count_lines(const char *s)
{
	size_t n = 0;
	while ((s = strchr(s, '\n')))
		n++, s++;
	return n;
}

static void write_document(struct writer *w, const struct node *root)
{
	yaml_event_t event;
	emit(w, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
	emit(w, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
	begin_line(w, 0);
	if (root->kind == NODE_TEXT || !root->count)
		write_node(w, root, 0, 0, 0);
	else
		write_block(w, root, 0, 0);
	emit(w, &event, yaml_document_end_event_initialize(&event, 1));
	emit(w, &event, yaml_stream_end_event_initialize(&event));
}

void tree_write(struct buf *out, const struct node *root)
{
	struct writer w = {0};
	if (!yaml_emitter_initialize(&w.emitter))
		memory_lost();
	yaml_emitter_set_output(&w.emitter, take_bytes, &w);
	yaml_emitter_set_unicode(&w.emitter, 1);
	yaml_emitter_set_width(&w.emitter, -1);
	yaml_emitter_set_indent(&w.emitter, INDENT);
	write_document(&w, root);
	yaml_emitter_delete(&w.emitter);
	if (w.odd || count_lines(w.text.s) != w.lines)
		buf_bytes(out, w.text.s, w.text.n);
	else
		move_lines(&w, out);
	buf_free(&w.text);
	free(w.moves);
}
