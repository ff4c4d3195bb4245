/* SPDX-License-Identifier: MIT
 * entries: from rows to records. */
#include "data/entries.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/log.h"
#include "data/logout.h"
#include "form/csvfield.h"
#include "form/csvrows.h"

struct entry *entries_more(struct entries *list, struct place at)
{
	list->items = arena_more(list->arena, list->items, list->count, sizeof *list->items);
	struct entry *e = &list->items[list->count++];
	e->at = at;
	e->others = arena_alloc(list->arena, (list->other_count + 1) * sizeof *e->others);
	for (size_t i = 0; i < ENTRY_FIELDS; i++) {
		e->fields[i] = "";
		e->places[i] = at;
	}
	for (size_t i = 0; i < list->other_count; i++)
		e->others[i] = "";
	return e;
}

/* ---- reading ---- */

/* Which field each column of the rows holds; from ENTRY_FIELDS on: the others. */
struct columns {
	size_t *fields;
	size_t count;
};

static bool read_heading(struct entries *list, const struct csv_row *row, struct columns *columns,
			 struct findings *findings)
{
	bool have[ENTRY_FIELDS] = {false};
	columns->count = row->count;
	columns->fields = arena_alloc(list->arena, (row->count + 1) * sizeof(size_t));
	list->others = arena_alloc(list->arena, (row->count + 1) * sizeof(char *));
	for (size_t i = 0; i < row->count; i++) {
		int field = log_column_find(row->fields[i]);
		if (field >= 0 && !have[field]) {
			have[field] = true;
			columns->fields[i] = (size_t)field;
			continue;
		}
		columns->fields[i] = ENTRY_FIELDS + list->other_count;
		list->others[list->other_count++] =
		    field < 0 ? text_key(list->arena, row->fields[i]) : "";
	}
	for (int i = ENTRY_TASK; i <= ENTRY_STATUS; i += ENTRY_STATUS - ENTRY_TASK)
		if (!have[i]) {
			findings_add(findings, row->at, CODE_CSV_HEADING, log_column((size_t)i),
				     NULL, NULL);
			return false;
		}
	return true;
}

static bool is_blank_row(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!text_is_blank(row->fields[i]))
			return false;
	return true;
}

static void read_row(struct entries *list, const struct csv_reader *reader,
		     const struct csv_row *row, const struct columns *columns)
{
	struct entry *e = entries_more(list, row->at);
	for (size_t i = 0; i < row->count; i++) {
		const char *text = arena_copy(list->arena, row->fields[i], row->lengths[i]);
		size_t field = columns->fields[i];
		if (field >= ENTRY_FIELDS) {
			e->others[field - ENTRY_FIELDS] = text;
			continue;
		}
		e->fields[field] = text;
		e->places[field] = csv_place(reader, row, i);
	}
}

static void refuse_width(const struct csv_row *row, size_t width, struct findings *findings)
{
	char have[24], want[24];
	snprintf(have, sizeof have, "%zu", row->count);
	snprintf(want, sizeof want, "%zu", width);
	findings_add(findings, row->at, CODE_CSV_FIELDS, have, want, NULL);
}

static bool read_rows(struct entries *list, struct csv_reader *reader, struct findings *findings)
{
	struct columns columns = {0};
	struct csv_row row;
	enum csv_result got;
	bool good = true;
	while ((got = csv_next(reader, &row)) != CSV_DONE) {
		if (got != CSV_ROW)
			return false;
		if (!columns.fields) {
			if (!read_heading(list, &row, &columns, findings))
				return false;
		} else if (is_blank_row(&row)) {
			continue;
		} else if (row.count != columns.count) {
			refuse_width(&row, columns.count, findings);
			good = false;
		} else {
			read_row(list, reader, &row, &columns);
		}
	}
	return good;
}

bool entries_read(struct entries *list, const char *name, struct file_bytes text,
		  struct findings *findings)
{
	struct file_bytes lines = csv_join(list->arena, text, ' ');
	struct csv_source source = csv_memory(name, lines.bytes, lines.size);
	struct csv_reader *reader = csv_open_source(&source, findings);
	if (!reader)
		return false;
	bool good = read_rows(list, reader, findings);
	csv_close(reader);
	return good;
}

/* ---- making them ready ---- */

void entries_default(struct entries *list, const char *const defaults[ENTRY_FIELDS])
{
	for (size_t i = 0; i < list->count; i++) {
		struct entry *e = &list->items[i];
		e->undated |= text_is_blank(e->fields[ENTRY_DATE]);
		for (size_t k = 0; k < ENTRY_FIELDS; k++)
			if (defaults[k] && text_is_blank(e->fields[k]))
				e->fields[k] = defaults[k];
	}
}

/* A record is one physical line, and normal text. */
static const char *one_line(struct arena *a, const char *text)
{
	size_t n = strlen(text);
	if (utf8_check(text, n) == n)
		text = utf8_nfc(a, text, n, &n);
	if (!strpbrk(text, "\r\n"))
		return text;
	struct buf b = {0};
	for (const char *s = text; *s; s++) {
		if (*s == '\r' && s[1] == '\n')
			continue;
		buf_char(&b, *s == '\r' || *s == '\n' ? ' ' : *s);
	}
	return buf_take(&b, a);
}

static void normal_day(struct arena *a, const char **field)
{
	day d = day_parse(*field);
	if (d != DAY_NONE)
		*field = day_text(a, d);
}

static void normal(struct arena *a, struct entry *e, size_t others)
{
	for (size_t k = 0; k < ENTRY_FIELDS; k++)
		e->fields[k] = one_line(a, e->fields[k]);
	for (size_t k = 0; k < others; k++)
		e->others[k] = one_line(a, e->others[k]);
	for (size_t k = ENTRY_PLAN; k <= ENTRY_STATUS; k++)
		e->fields[k] = text_squeeze(a, e->fields[k]);
	enum event_kind kind = event_find(e->fields[ENTRY_STATUS]);
	normal_day(a, &e->fields[ENTRY_DATE]);
	if (kind == EVENT_KINDS)
		return;
	e->fields[ENTRY_STATUS] = event_word(kind);
	if (kind == EVENT_EXTENDED || kind == EVENT_VOID)
		normal_day(a, &e->fields[ENTRY_VALUE]);
}

void entries_normal(struct entries *list)
{
	for (size_t i = 0; i < list->count; i++)
		normal(list->arena, &list->items[i], list->other_count);
}

/* ---- writing ---- */

/* What a column of the log is filled from. */
enum { FROM_NOTHING = -1 };

static int find_field(const char *name)
{
	for (int k = 0; k < ENTRY_FIELDS; k++)
		if (strcmp(log_column((size_t)k), name) == 0)
			return k;
	return FROM_NOTHING;
}

static int find_source(const struct entries *list, const char *name)
{
	int field = *name ? find_field(name) : FROM_NOTHING;
	for (size_t k = 0; *name && field < 0 && k < list->other_count; k++)
		if (strcmp(list->others[k], name) == 0)
			field = ENTRY_FIELDS + (int)k;
	return field;
}

static bool layout_has(const struct log_layout *layout, const char *name)
{
	for (size_t i = 0; i < layout->width; i++)
		if (strcmp(layout->names[i], name) == 0)
			return true;
	return false;
}

/* Columns that the log may lack without a loss: who wrote it and when is par-log's own. */
static bool may_lack(size_t field, const char *value, const char *plan)
{
	if (field == ENTRY_BY || field == ENTRY_LOGGED || text_is_blank(value))
		return true;
	return field == ENTRY_PLAN && plan && strcmp(value, plan) == 0;
}

bool entries_fit(const struct entries *list, const struct log_layout *layout, const char *plan,
		 struct findings *findings)
{
	bool fits = true;
	for (size_t i = 0; i < list->count; i++) {
		const struct entry *e = &list->items[i];
		if (e->verdict != VERDICT_ADD)
			continue;
		for (size_t k = 0; k < ENTRY_FIELDS; k++)
			if (!may_lack(k, e->fields[k], plan) &&
			    !layout_has(layout, log_column(k))) {
				findings_add(findings, e->places[k], CODE_LOG_COLUMN, log_column(k),
					     e->fields[k], NULL);
				fits = false;
			}
		for (size_t k = 0; k < list->other_count; k++)
			if (!text_is_blank(e->others[k]) && !layout_has(layout, list->others[k]))
				findings_add_as(findings, e->at, SEVERITY_WARNING, CODE_LOG_COLUMN,
						list->others[k], e->others[k], NULL);
	}
	return fits;
}

struct file_bytes entries_text(const struct entries *list, const struct log_layout *layout)
{
	struct buf b = {0};
	int *sources = arena_alloc(list->arena, (layout->width + 1) * sizeof *sources);
	for (size_t c = 0; c < layout->width; c++)
		sources[c] = find_source(list, layout->names[c]);
	for (size_t i = 0; i < list->count; i++) {
		const struct entry *e = &list->items[i];
		if (e->verdict != VERDICT_ADD)
			continue;
		for (size_t c = 0; c < layout->width; c++) {
			if (c)
				buf_char(&b, layout->separator);
			if (sources[c] >= ENTRY_FIELDS)
				csv_put(&b, e->others[sources[c] - ENTRY_FIELDS],
					layout->separator);
			else if (sources[c] >= 0)
				csv_put(&b, e->fields[sources[c]], layout->separator);
		}
		buf_text(&b, layout->end);
	}
	size_t n = b.n;
	return (struct file_bytes){buf_take(&b, list->arena), n};
}

enum entry_field entries_field_at(const struct log_layout *layout, const char *line,
				  unsigned column)
{
	size_t field = 0;
	bool open = false;
	for (unsigned at = 1; at < column && *line && *line != '\n'; at++) {
		uint32_t c = utf8_next(&line);
		open ^= c == '"';
		field += !open && c == (uint32_t)layout->separator;
	}
	int k = field < layout->width ? find_field(layout->names[field]) : FROM_NOTHING;
	return k < 0 ? ENTRY_FIELDS : (enum entry_field)k;
}
