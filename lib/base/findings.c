/* SPDX-License-Identifier: MIT
 * findings: a list of what was found, each with its place and a sentence. */
#include "base/findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/words.h"

static const char *fill(struct arena *a, const char *sentence, const char *const args[3])
{
	struct buf b = {0};
	for (const char *s = sentence; *s; s++) {
		if (s[0] == '{' && s[1] >= '1' && s[1] <= '3' && s[2] == '}') {
			const char *arg = args[s[1] - '1'];
			buf_text(&b, arg ? arg : "");
			s += 2;
		} else {
			buf_char(&b, *s);
		}
	}
	return buf_take(&b, a);
}

void findings_add_text(struct findings *f, struct place at, enum severity severity, enum code code,
		       const char *text)
{
	f->items = arena_more(f->arena, f->items, f->count, sizeof *f->items);
	f->items[f->count++] = (struct finding){
	    .at = at,
	    .code = code,
	    .severity = severity,
	    .text = arena_text(f->arena, text),
	};
}

void findings_add_as(struct findings *f, struct place at, enum severity severity, enum code code,
		     const char *first, const char *second, const char *third)
{
	const struct code_info *info = code_info(code);
	const char *const args[3] = {first, second, third};
	struct arena *a = arena_new();
	findings_add_text(f, at, severity, code,
			  fill(a, words_pick(info->english, info->vietnamese), args));
	arena_free(a);
}

void findings_add(struct findings *f, struct place at, enum code code, const char *first,
		  const char *second, const char *third)
{
	findings_add_as(f, at, code_info(code)->severity, code, first, second, third);
}

size_t findings_count(const struct findings *f, enum severity severity)
{
	size_t n = 0;
	for (size_t i = 0; i < f->count; i++)
		n += f->items[i].severity == severity;
	return n;
}

struct ranked {
	struct finding finding;
	size_t file, index;
};

static int compare_ranked(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;
	const struct place *p = &a->finding.at, *q = &b->finding.at;
	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	if (p->column != q->column)
		return p->column < q->column ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

static bool same_file(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_said(const struct finding *x, const struct finding *y)
{
	return x->code == y->code && x->at.line && x->at.line == y->at.line &&
	       x->at.column == y->at.column && same_file(x->at.file, y->at.file) &&
	       strcmp(x->text, y->text) == 0;
}

void findings_sort(struct findings *f)
{
	struct ranked *list = memory_get((f->count + 1) * sizeof *list);
	for (size_t i = 0; i < f->count; i++) {
		list[i] = (struct ranked){.finding = f->items[i], .file = i, .index = i};
		if (i && same_file(f->items[i].at.file, f->items[i - 1].at.file)) {
			list[i].file = list[i - 1].file;
			continue;
		}
		for (size_t j = 0; j < i; j++)
			if (same_file(f->items[i].at.file, f->items[j].at.file)) {
				list[i].file = list[j].file;
				break;
			}
	}
	qsort(list, f->count, sizeof *list, compare_ranked);
	size_t kept = 0;
	for (size_t i = 0; i < f->count; i++)
		if (!i || !is_said(&list[i].finding, &list[i - 1].finding))
			f->items[kept++] = list[i].finding;
	f->count = kept;
	free(list);
}

/* A sentence may quote a file: control characters in it must not reach a terminal. */
static void add_visible(struct buf *out, const char *s)
{
	while (*s) {
		const char *start = s;
		uint32_t c = utf8_next(&s);
		if (c < 0x20 || c == 0x7f)
			buf_format(out, "^%c", (int)(c ^ 0x40));
		else if (c >= 0x80 && c < 0xa0)
			buf_format(out, "\\x%02x", (unsigned)c);
		else
			buf_bytes(out, start, (size_t)(s - start));
	}
}

static void add_line(struct buf *out, const struct findings *f, const struct finding *x)
{
	static const char *const severities[] = {"note", "warning", "error"};
	if (x->at.file) {
		add_visible(out, x->at.file);
		if (x->at.line)
			buf_format(out, ":%u", x->at.line);
		if (x->at.line && x->at.column)
			buf_format(out, ":%u", x->at.column);
		buf_text(out, ": ");
	} else if (f->tool) {
		buf_format(out, "%s: ", f->tool);
	}
	buf_format(out, "%s: ", severities[x->severity]);
	add_visible(out, x->text);
	buf_format(out, " [%s]\n", code_info(x->code)->name);
}

/* At once: standard error has no buffer of its own, and thousands of findings cost seconds. */
void findings_print(const struct findings *f, FILE *out)
{
	struct buf lines = {0};
	for (size_t i = 0; i < f->count; i++)
		add_line(&lines, f, &f->items[i]);
	if (lines.n > 0)
		fwrite(lines.s, 1, lines.n, out);
	buf_free(&lines);
}
