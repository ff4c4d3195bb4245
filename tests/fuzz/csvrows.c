/* SPDX-License-Identifier: MIT
 * Any bytes as a CSV file: every line that is not blank comes once, in order, as a row or as bad with
 * one finding; its fields are those of a plain splitter that knows nothing of libcsv. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "form/csvrows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool condition)
{
	if (!condition)
		abort();
}

/* One field of the line at *s into b; false when it is not CSV. *s moves to its separator. */
static bool split_field(const char **s, const char *end, char separator, struct buf *b)
{
	buf_cut(b, 0);
	if (*s < end && **s == '"') {
		for (++*s;; ++*s) {
			if (*s == end)
				return false;
			if (**s == '"' && (*s + 1 == end || (*s)[1] != '"'))
				break;
			*s += **s == '"';
			buf_char(b, **s);
		}
		++*s;
		return *s == end || **s == separator;
	}
	for (; *s < end && **s != separator; ++*s) {
		if (**s == '"')
			return false;
		buf_char(b, **s);
	}
	return true;
}

/* Is the line CSV, and are these its fields? */
static bool split_same(const struct csv_row *row, char separator)
{
	const char *s = row->line, *end = s + row->length;
	struct buf b = {0};
	size_t i = 0;
	bool fine = true;
	for (;; s++) {
		fine = split_field(&s, end, separator, &b);
		if (!fine)
			break;
		if (row->count) {
			must(i < row->count && row->lengths[i] == b.n);
			must(!b.n || memcmp(row->fields[i], b.s, b.n) == 0);
			must(row->fields[i][b.n] == '\0');
		}
		i++;
		if (s == end)
			break;
	}
	buf_free(&b);
	must(!fine || !row->count || i == row->count);
	return fine;
}

static void check_row(const struct csv_reader *r, enum csv_result result, const struct csv_row *row,
		      unsigned *line, size_t found)
{
	must(row->at.line > *line);
	*line = row->at.line;
	must(utf8_check(row->line, row->length) == row->length);
	must(found == (result == CSV_BAD));
	if (result == CSV_ROW) {
		must(row->count > 0 && split_same(row, csv_separator(r)));
		must(csv_place(r, row, row->count - 1).column <= row->length + 1);
	} else if (row->length) {
		must(!split_same(row, csv_separator(r)));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct csv_source source = csv_memory("fuzz", (const char *)data, size);
	struct csv_reader *r = csv_open_source(&source, &findings);
	must(r ? findings.count == 0 : findings.count == 1);
	struct csv_row row;
	unsigned line = 0;
	while (r) {
		size_t before = findings.count;
		enum csv_result result = csv_next(r, &row);
		if (result == CSV_DONE)
			break;
		must(result != CSV_LOST);
		check_row(r, result, &row, &line, findings.count - before);
	}
	csv_close(r);
	arena_free(a);
	return 0;
}
