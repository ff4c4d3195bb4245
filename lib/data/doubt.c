/* SPDX-License-Identifier: MIT
 * doubt: the one way in which doubts are put into words. */
#include "data/doubt.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"

static const char *sentence(struct arena *a, enum code code, const char *say)
{
	struct findings one = {.arena = a};
	findings_add(&one, (struct place){0}, code, say, NULL, NULL);
	return one.items[0].text;
}

/* A date that does not exist spoils a deadline; elsewhere it is a slip in what the task cites. */
static enum severity severity_of(enum code code, const char *cell)
{
	if (code == CODE_DATE_INVALID && cell && strcmp(cell, "due") != 0 &&
	    strcmp(cell, "start") != 0)
		return SEVERITY_NOTE;
	return code_info(code)->severity;
}

void doubt_report(struct findings *findings, struct place at, enum code code, const char *task,
		  const char *cell, const char *say, const char *suggest)
{
	struct arena *a = arena_new();
	struct buf b = {0};
	if (task)
		buf_format(&b, words_pick("task %s", "nhiệm vụ %s"), task);
	if (cell)
		buf_format(&b, "%s%s", task ? ", " : "", words_say("cell", cell));
	if (b.n)
		buf_text(&b, ": ");
	enum code known = code == CODE_NONE ? CODE_DOUBT : code;
	buf_text(&b, sentence(a, known, say));
	if (suggest)
		buf_format(&b, words_pick("; suggested: %s", "; đề xuất: %s"), suggest);
	const char *text = buf_take(&b, a);
	findings_add_text(findings, at, severity_of(known, cell), known, text);
	arena_free(a);
}
