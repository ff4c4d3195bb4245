/* SPDX-License-Identifier: MIT
 * log: rows to events. Columns are found by their heading, English or Vietnamese, in any order. */
#include "data/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "data/shape.h"
#include "form/csvrows.h"

enum column {
	COLUMN_DATE,
	COLUMN_PLAN,
	COLUMN_TASK,
	COLUMN_AGENCY,
	COLUMN_PERIOD,
	COLUMN_STATUS,
	COLUMN_VALUE,
	COLUMN_EVIDENCE,
	COLUMN_NOTE,
	COLUMN_BY,
	COLUMN_LOGGED,
	COLUMNS
};

static const char *const column_names[] = {"date",   "plan",   "task",	 "agency",
					   "period", "status", "value",	 "evidence",
					   "note",   "by",     "logged", NULL};
static const char *const event_names[] = {"started",   "progress", "done",	"measured",
					  "triggered", "extended", "cancelled", "reopened",
					  "void",      "note",	   NULL};

struct log_reader {
	struct arena *arena;
	struct findings *findings;
	struct csv_reader *rows;
	struct csv_row row;
	size_t width;
	size_t columns[COLUMNS]; /* 0: not there, else field number + 1 */
	bool whole;		 /* see where_is_whole */
	struct buf where;
};

const char *event_word(enum event_kind kind)
{
	return event_names[kind];
}

const char *log_column(size_t i)
{
	return i < COLUMNS ? column_names[i] : NULL;
}

int log_column_find(const char *heading)
{
	const char *code = words_code("log", heading);
	for (int i = 0; code && column_names[i]; i++)
		if (strcmp(code, column_names[i]) == 0)
			return i;
	return -1;
}

static const enum column where_columns[] = {COLUMN_PLAN, COLUMN_TASK, COLUMN_AGENCY, COLUMN_PERIOD};

/* Do the four columns stand one behind the other? Then so do their fields in memory. */
static bool where_is_whole(const struct log_reader *r)
{
	size_t first = r->columns[COLUMN_PLAN];
	for (size_t i = 0; i < 4; i++)
		if (!first || r->columns[where_columns[i]] != first + i)
			return false;
	return true;
}

/* True when the three columns that no log can do without are there. */
static bool read_heading(struct log_reader *r, const char *const *fields, size_t count)
{
	memset(r->columns, 0, sizeof r->columns);
	for (size_t i = 0; i < count; i++) {
		int column = log_column_find(fields[i]);
		if (column >= 0 && !r->columns[column])
			r->columns[column] = i + 1;
	}
	r->width = count;
	r->whole = where_is_whole(r);
	return r->columns[COLUMN_DATE] && r->columns[COLUMN_TASK] && r->columns[COLUMN_STATUS];
}

static const char *missing_column(const struct log_reader *r)
{
	static const enum column needed[] = {COLUMN_DATE, COLUMN_TASK, COLUMN_STATUS};
	for (size_t i = 0; i < 3; i++)
		if (!r->columns[needed[i]])
			return column_names[needed[i]];
	return "";
}

struct log_reader *log_open(struct arena *a, const struct csv_source *source,
			    struct findings *findings)
{
	struct csv_reader *rows = csv_open_source(source, findings);
	if (!rows)
		return NULL;
	struct log_reader *r = memory_get(sizeof *r);
	*r = (struct log_reader){.arena = a, .findings = findings, .rows = rows};
	enum csv_result got = csv_next(rows, &r->row);
	if (got == CSV_ROW && read_heading(r, r->row.fields, r->row.count))
		return r;
	if (got == CSV_ROW || got == CSV_DONE)
		findings_add(findings, (struct place){source->name, 1, 1}, CODE_CSV_HEADING,
			     missing_column(r), NULL, NULL);
	log_close(r);
	return NULL;
}

void log_close(struct log_reader *r)
{
	if (!r)
		return;
	csv_close(r->rows);
	buf_free(&r->where);
	free(r);
}

const char *const *log_heading(const struct log_reader *r, size_t *count)
{
	*count = r->row.count;
	return r->row.fields;
}

char log_separator(const struct log_reader *r)
{
	return csv_separator(r->rows);
}

bool log_may_be_torn(const struct log_reader *r)
{
	const struct csv_row *row = &r->row;
	if (row->count < r->width)
		return row->count > 0;
	return row->count == r->width + 1 && row->lengths[row->count - 1] == 0 &&
	       row->length >= 2 && row->line[row->length - 2] == '"';
}

static const char *field(const struct log_reader *r, enum column column)
{
	size_t i = r->columns[column];
	return i && i <= r->row.count ? r->row.fields[i - 1] : "";
}

static size_t field_length(const struct log_reader *r, enum column column)
{
	size_t i = r->columns[column];
	return i && i <= r->row.count ? r->row.lengths[i - 1] : 0;
}

struct place log_place(const struct log_reader *r, const char *column)
{
	for (int i = 0; column_names[i]; i++)
		if (strcmp(column_names[i], column) == 0 && r->columns[i])
			return csv_place(r->rows, &r->row, r->columns[i] - 1);
	return r->row.at;
}

static enum log_result bad(struct log_reader *r, const char *column, enum code code,
			   const char *first, const char *second)
{
	findings_add(r->findings, log_place(r, column), code, first, second, NULL);
	return LOG_BAD;
}

/* The date of a field: almost always ISO without blanks, which is tried first. */
static day field_day(const struct log_reader *r, enum column column)
{
	const char *text = field(r, column);
	size_t n = field_length(r, column);
	day d = day_parse_iso(text, n);
	if (d != DAY_NONE)
		return d;
	for (; n && (*text == ' ' || *text == '\t'); n--)
		text++;
	while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
		n--;
	d = day_parse_iso(text, n);
	return d != DAY_NONE ? d : day_parse_vi(text, n);
}

enum event_kind event_find(const char *word)
{
	for (int i = 0; event_names[i]; i++)
		if (strcmp(event_names[i], word) == 0)
			return (enum event_kind)i;
	const char *code = words_code("event", word);
	for (int i = 0; code && event_names[i]; i++)
		if (strcmp(event_names[i], code) == 0)
			return (enum event_kind)i;
	return EVENT_KINDS;
}

/* "60", "12,5", "12.5 %" in hundredths of a percent; further digits are cut. -1 when it is none. */
static long percent_of(const char *text)
{
	size_t whole = strspn(text, "0123456789");
	long n;
	if (!text_number(text, whole, &n) || n > 100)
		return -1;
	n *= 100;
	text += whole;
	if ((*text == '.' || *text == ',') && text[1] >= '0' && text[1] <= '9') {
		size_t digits = strspn(text + 1, "0123456789");
		n += (text[1] - '0') * 10 + (digits > 1 ? text[2] - '0' : 0);
		text += 1 + digits;
	}
	while (*text == ' ' || *text == '\t')
		text++;
	if (*text == '%')
		text++;
	return *text == '\0' && n <= 10000 ? n : -1;
}

static enum log_result read_value(struct log_reader *r, struct event *e)
{
	switch (e->kind) {
	case EVENT_PROGRESS:
		e->percent = percent_of(e->value);
		if (e->percent < 0 && *e->value)
			return bad(r, "value", CODE_LOG_VALUE, e->value, "progress");
		break;
	case EVENT_EXTENDED:
	case EVENT_VOID:
		e->other = field_day(r, COLUMN_VALUE);
		if (e->other == DAY_NONE)
			return bad(r, "value", CODE_LOG_VALUE, e->value, event_word(e->kind));
		break;
	default:
		break;
	}
	return LOG_EVENT;
}

static void read_where(struct log_reader *r, struct event *e)
{
	if (r->whole) {
		e->where = e->plan;
		e->where_size = (size_t)(e->period - e->plan) + field_length(r, COLUMN_PERIOD);
		return;
	}
	buf_cut(&r->where, 0);
	for (size_t i = 0; i < 4; i++) {
		enum column c = where_columns[i];
		buf_bytes(&r->where, field(r, c), field_length(r, c) + 1);
	}
	e->where = r->where.s;
	e->where_size = r->where.n;
}

static enum log_result read_event(struct log_reader *r, struct event *e)
{
	if (r->row.count != r->width) {
		char have[24], want[24];
		snprintf(have, sizeof have, "%zu", r->row.count);
		snprintf(want, sizeof want, "%zu", r->width);
		findings_add(r->findings, r->row.at, CODE_CSV_FIELDS, have, want, NULL);
		return LOG_BAD;
	}
	*e = (struct event){
	    .date = field_day(r, COLUMN_DATE),
	    .plan = field(r, COLUMN_PLAN),
	    .task = field(r, COLUMN_TASK),
	    .agency = field(r, COLUMN_AGENCY),
	    .period = field(r, COLUMN_PERIOD),
	    .value = field(r, COLUMN_VALUE),
	    .evidence = field(r, COLUMN_EVIDENCE),
	    .note = field(r, COLUMN_NOTE),
	    .by = field(r, COLUMN_BY),
	    .logged = field(r, COLUMN_LOGGED),
	    .other = DAY_NONE,
	    .hash = index_hash(INDEX_HASH, r->row.line, r->row.length),
	    .at = r->row.at,
	};
	read_where(r, e);
	if (e->date == DAY_NONE)
		return bad(r, "date", CODE_LOG_DATE, field(r, COLUMN_DATE), NULL);
	e->kind = event_find(field(r, COLUMN_STATUS));
	if (e->kind == EVENT_KINDS)
		return bad(r, "status", CODE_LOG_STATUS, field(r, COLUMN_STATUS),
			   shape_hint(r->arena, field(r, COLUMN_STATUS), event_names));
	return read_value(r, e);
}

/* A row of separators only, as spreadsheets leave them behind the last one. */
static bool is_blank_row(const struct log_reader *r)
{
	for (size_t i = 0; i < r->row.count; i++)
		if (r->row.lengths[i] && !text_is_blank(r->row.fields[i]))
			return false;
	return !r->row.torn;
}

enum log_result log_next(struct log_reader *r, struct event *event)
{
	do
		switch (csv_next(r->rows, &r->row)) {
		case CSV_DONE:
			return LOG_DONE;
		case CSV_BAD: /* a torn last line does not spoil the others */
			return r->row.torn ? LOG_BAD : LOG_LOST;
		case CSV_LOST:
			return LOG_LOST;
		case CSV_ROW:
			break;
		}
	while (is_blank_row(r));
	if (r->row.torn) {
		findings_add(r->findings, r->row.at, CODE_LAST_LINE_TORN, NULL, NULL, NULL);
		return LOG_BAD;
	}
	return read_event(r, event);
}

bool log_is_heading(const char *head, size_t n)
{
	struct arena *a = arena_new();
	size_t length = 0, skip = n >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	while (skip + length < n && !strchr("\r\n", head[skip + length]))
		length++;
	bool date = false, task = false, status = false;
	if (utf8_check(head + skip, length) == length) {
		size_t size;
		const char *nfc = utf8_nfc(a, arena_copy(a, head + skip, length), length, &size);
		char *line = arena_copy(a, nfc, size);
		for (char *word = strtok(line, ",;\t"); word; word = strtok(NULL, ",;\t")) {
			int column = log_column_find(text_squeeze(a, word));
			date |= column == COLUMN_DATE;
			task |= column == COLUMN_TASK;
			status |= column == COLUMN_STATUS;
		}
	}
	arena_free(a);
	return date && task && status;
}
