/* SPDX-License-Identifier: MIT
 * csvgrid: separated values, as spreadsheets save them, to a grid. Titles above the headings become
 * paragraphs. It knows nothing of headings and tasks; quoting is csvrows'. */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/findings.h"
#include "form/csvfield.h"
#include "form/csvrows.h"
#include "read/charset.h"
#include "read/gridmaker.h"
#include "read/marks.h"
#include "read/reader.h"

enum { TITLE_MOST = 2 }; /* filled fields of a line above the table */

static size_t filled_fields(const struct csv_row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < row->count; i++)
		n += row->fields[i][strspn(row->fields[i], " \t\v")] != '\0';
	return n;
}

static void put_titles(struct gridmaker *m, const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		maker_paragraph(m, row->at.line, row->fields[i]);
}

static void put_row(struct gridmaker *m, const struct csv_row *row)
{
	maker_row(m, row->at.line);
	for (size_t i = 0; i < row->count && maker_well(m); i++)
		maker_cell(m, row->fields[i], 1, 1);
}

/* False after one finding: a line that is not CSV. What lies behind it cannot be trusted. */
static bool read_rows(struct gridmaker *m, struct csv_reader *reader)
{
	struct csv_row row;
	enum csv_result got;
	bool table = false;
	while ((got = csv_next(reader, &row)) == CSV_ROW && maker_well(m)) {
		if (!table && filled_fields(&row) <= TITLE_MOST) {
			put_titles(m, &row);
			continue;
		}
		if (!table)
			maker_table(m, row.at.line, NULL);
		table = true;
		put_row(m, &row);
	}
	return got == CSV_DONE || got == CSV_ROW;
}

/* One record a line; a vertical tab stands for a line break in a field. */
static struct file_bytes one_a_line(struct arena *a, struct file_bytes text)
{
	struct file_bytes lines = csv_join(a, text, '\v');
	if (lines.size > 0 && lines.bytes[lines.size - 1] != '\n') {
		lines.bytes = arena_format(a, "%s\n", lines.bytes);
		lines.size++;
	}
	if (lines.size > 5 && strncasecmp(lines.bytes, "sep=", 4) == 0 && lines.bytes[5] == '\n') {
		lines.bytes += 5;
		lines.size -= 5;
	}
	return lines;
}

static struct grid *read_separated(struct arena *a, const struct document *document,
				   struct file_bytes text, const char *format, char separator,
				   struct findings *findings)
{
	struct gridmaker *m = maker_new(a, format, document, findings);
	struct file_bytes lines = one_a_line(a, text);
	struct csv_source source = csv_memory(document->name, lines.bytes, lines.size);
	source.separator = separator;
	struct csv_reader *reader = csv_open_source(&source, findings);
	bool good = reader && read_rows(m, reader);
	csv_close(reader);
	return good ? maker_end(m) : NULL;
}

struct grid *csv_read(struct arena *a, const struct document *document, struct findings *findings)
{
	struct file_bytes text;
	if (!charset_text(a, document, false, findings, &text))
		return NULL;
	return read_separated(a, document, text, "csv", marks_separator(a, text), findings);
}

struct grid *tsv_read(struct arena *a, const struct document *document, struct findings *findings)
{
	struct file_bytes text;
	if (!charset_text(a, document, false, findings, &text))
		return NULL;
	if (!tsv_likely(a, text))
		return text_read(a, document, findings);
	return read_separated(a, document, text, "tsv", '\t', findings);
}
