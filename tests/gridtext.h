/* SPDX-License-Identifier: MIT
 * gridtext: a grid as it is written in a test, told to the gridmaker as a reader would. For tests only.
 *
 *	a paragraph
 *	|a cell|>2 spans two columns|v3 spans three rows|^ goes on with the one above|
 *	h|a heading row|      x|a hidden row|      p|the first row on its page|
 *	|~date-invalid~ a cell with a reader's doubt|a\nbroken line|
 *	=a new table, and its name
 *
 * Rows that follow each other are one table. A place is the line of the text. */
#ifndef PAR_GRIDTEXT_H
#define PAR_GRIDTEXT_H

#include <string.h>

#include "base/arena.h"
#include "read/gridmaker.h"
#include "read/reader.h"

static inline char *gridtext_copy(struct arena *a, const char *s, const char *end)
{
	char *text = arena_copy(a, s, (size_t)(end - s)), *to = text;
	for (const char *from = text; *from; from++) {
		bool line = from[0] == '\\' && from[1] == 'n';
		*to++ = line ? '\n' : *from;
		from += line;
	}
	*to = '\0';
	return text;
}

static inline void gridtext_cell(struct arena *a, struct gridmaker *m, const char *s,
				 const char *end)
{
	int columns = 1, rows = 1;
	bool goes_on = false;
	enum code code = CODE_NONE;
	for (; s < end && strchr(">v^~", *s); s += s < end && *s == ' ') {
		if (*s == '~') {
			const char *close = strchr(s + 1, '~');
			code = code_find(arena_copy(a, s + 1, (size_t)(close - s - 1)));
			s = close + 1;
			continue;
		}
		if ((*s == '>' || *s == 'v') && !(s[1] >= '2' && s[1] <= '9'))
			break;
		goes_on = goes_on || *s == '^';
		columns = *s == '>' ? s[1] - '0' : columns;
		rows = *s == 'v' ? s[1] - '0' : rows;
		s += *s == '^' ? 1 : 2;
	}
	const char *text = gridtext_copy(a, s, end);
	struct grid_cell *cell =
	    goes_on ? maker_cell_continues(m, text, columns) : maker_cell(m, text, columns, rows);
	if (code != CODE_NONE)
		maker_doubt_cell(m, cell, code, "seen", NULL);
}

static inline void gridtext_row(struct arena *a, struct gridmaker *m, const char *s,
				const char *end, long at, long *page)
{
	const char *bar = strchr(s, '|');
	struct grid_row *row = maker_row(m, at);
	for (; s < bar; s++) {
		row->heading = row->heading || *s == 'h';
		row->hidden = row->hidden || *s == 'x';
		*page += *s == 'p';
	}
	row->page = *page;
	for (s = bar + 1; s < end;) {
		const char *next = memchr(s, '|', (size_t)(end - s));
		next = next ? next : end;
		gridtext_cell(a, m, s, next);
		s = next + 1;
	}
}

static inline bool gridtext_is_row(const char *s, const char *end)
{
	s += strspn(s, "hxp");
	return s < end && *s == '|';
}

static inline struct grid *gridtext_read(struct arena *a, const char *s, struct findings *findings)
{
	static const struct document document = {.name = "grid"};
	struct gridmaker *m = maker_new(a, "grid", &document, findings);
	long page = 0;
	bool open = false;
	for (long at = 1; *s; at++) {
		const char *end = s + strcspn(s, "\n");
		bool row = gridtext_is_row(s, end);
		if (row && !open)
			maker_table(m, at, NULL);
		if (!row && open)
			maker_table_end(m);
		open = row;
		if (row) {
			gridtext_row(a, m, s, end, at, &page);
		} else if (*s == '=') {
			maker_table(m, at, arena_copy(a, s + 1, (size_t)(end - s - 1)));
			open = true;
		} else {
			maker_paragraph(m, at, gridtext_copy(a, s, end));
		}
		s = end + (*end == '\n');
	}
	return maker_end(m);
}

#endif
