/* SPDX-License-Identifier: MIT
 * csvrows: libcsv, many lines at a time. libcsv tells no positions and lets a quoted field run over
 * line ends; both are mended here by what is known of the lines. It does not know what a log is. */
#include "form/csvrows.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/lines.h"

enum { FIELD_LIMIT = 1024 * 1024 }; /* bytes */

struct csv_reader {
	struct lines lines;
	struct batch batch;
	size_t parsed; /* lines of the batch that went through libcsv */
	size_t given;  /* lines of the batch that were handed out */
	size_t open;   /* the next line that leaves a quote open, or count: found once */
	size_t bad;    /* the line among the parsed ones that is not CSV, else SIZE_MAX */
	size_t bad_offset;
	bool bad_size;

	struct csv_parser parser;
	char separator;
	char *cells; /* the fields' texts, each with its NUL */
	char *cell;  /* where the next one begins */
	size_t cells_room;
	const char **fields;
	size_t *lengths;
	size_t field_count, field_room;
	size_t *row_ends; /* fields up to the end of each row */
	size_t row_count, row_room;
	size_t row; /* the next one to be handed out */
};

/* NULL is libcsv's only way to be told that a field is too long. */
static void *resize_field(void *p, size_t size)
{
	return size > FIELD_LIMIT ? NULL : memory_resize(p, size);
}

static int no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static void start_parser(struct csv_reader *r)
{
	csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&r->parser, (unsigned char)r->separator);
	csv_set_space_func(&r->parser, no_blank); /* else blanks at a field's ends are lost */
	csv_set_realloc_func(&r->parser, resize_field);
	csv_set_blk_size(&r->parser, 4096);
}

static void keep_field(struct csv_reader *r, const char *text, size_t n)
{
	if (r->field_count == r->field_room) {
		r->field_room = r->field_room ? r->field_room * 2 : 4096;
		r->fields = memory_resize(r->fields, r->field_room * sizeof *r->fields);
		r->lengths = memory_resize(r->lengths, r->field_room * sizeof *r->lengths);
	}
	r->fields[r->field_count] = text;
	r->lengths[r->field_count++] = n;
}

static size_t count_quotes(const char *s, size_t n)
{
	size_t count = 0;
	for (const char *end = s + n; (s = memchr(s, '"', (size_t)(end - s))); s++)
		count++;
	return count;
}

/* The cells begin as a copy of the lines, so that a field without quotes stands there already; only
 * a quoted one has to be copied, over its own longer form. */
static void on_field(void *text, size_t n, void *reader)
{
	struct csv_reader *r = reader;
	char *cell = r->cell;
	r->cell += n + 1;
	if (*cell == '"') {
		r->cell += 2 + count_quotes(text, n);
		memcpy(cell, text, n);
	}
	cell[n] = '\0';
	keep_field(r, cell, n);
}

static void skip_blank_lines(struct csv_reader *r)
{
	while (*r->cell == '\n')
		r->cell++;
}

static void on_row(int end, void *reader)
{
	struct csv_reader *r = reader;
	(void)end;
	if (r->row_count == r->row_room) {
		r->row_room = r->row_room ? r->row_room * 2 : 512;
		r->row_ends = memory_resize(r->row_ends, r->row_room * sizeof *r->row_ends);
	}
	r->row_ends[r->row_count++] = r->field_count;
	skip_blank_lines(r);
}

static size_t line_length(const struct batch *b, size_t i)
{
	return b->starts[i + 1] - b->starts[i] - 1;
}

/* In a good line quotes come in pairs; behind one with an odd number a field is still open. The first
 * such line from `i` on must not be parsed together with what comes behind it. */
static size_t next_open(const struct batch *b, size_t i)
{
	const char *end = b->text + b->starts[b->count], *quote = b->text + b->starts[i];
	bool open = false;
	for (; (quote = memchr(quote, '"', (size_t)(end - quote))); quote++) {
		while (quote >= b->text + b->starts[i + 1]) {
			if (open)
				return i;
			i++;
		}
		open = !open;
	}
	return open ? i : b->count;
}

static size_t line_of(const struct batch *b, size_t offset)
{
	size_t i = 0, end = b->count;
	while (end - i > 1) {
		size_t middle = i + (end - i) / 2;
		if (b->starts[middle] <= offset)
			i = middle;
		else
			end = middle;
	}
	return i;
}

/* The quote that opens the field in which the line ends. */
static size_t find_opening(const char *s, size_t n)
{
	size_t opening = 0;
	bool open = false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] != '"')
			continue;
		if (open && i + 1 < n && s[i + 1] == '"') {
			i++;
			continue;
		}
		open = !open;
		if (open)
			opening = i;
	}
	return opening;
}

static void make_cells(struct csv_reader *r, const char *lines, size_t n)
{
	r->field_count = r->row_count = r->row = 0;
	if (n >= r->cells_room) {
		r->cells_room = n * 2 + 1;
		r->cells = memory_resize(r->cells, r->cells_room);
	}
	memcpy(r->cells, lines, n);
	r->cells[n] = '\0';
	r->cell = r->cells;
	skip_blank_lines(r);
}

static void mark_bad(struct csv_reader *r, size_t line, size_t offset)
{
	r->bad = line;
	r->bad_offset = offset;
	r->bad_size = csv_error(&r->parser) == CSV_ENOMEM;
	r->parsed = line + 1;
	csv_free(&r->parser); /* after an error libcsv cannot go on */
	start_parser(r);
}

/* Where the lines without any quote end, from the next one on. */
static size_t next_quoted(const struct batch *b, size_t i)
{
	const char *from = b->text + b->starts[i];
	size_t n = b->starts[b->count] - b->starts[i];
	const char *quote = n < FIELD_LIMIT ? memchr(from, '"', n) : from;
	return quote ? line_of(b, (size_t)(quote - b->text)) : b->count;
}

/* A line without a quote leaves a parser nothing to decide: its fields lie between the separators.
 * These are most lines of most logs, and half of the time libcsv would take for them. */
static void split_lines(struct csv_reader *r, size_t to)
{
	struct batch *b = &r->batch;
	size_t n = b->starts[to] - b->starts[r->parsed];
	make_cells(r, b->text + b->starts[r->parsed], n);
	for (char *end = r->cells + n; r->cell < end;) {
		char *stop = memchr(r->cell, '\n', (size_t)(end - r->cell));
		for (char *next; (next = memchr(r->cell, r->separator, (size_t)(stop - r->cell)));
		     r->cell = next + 1) {
			*next = '\0';
			keep_field(r, r->cell, (size_t)(next - r->cell));
		}
		*stop = '\0';
		keep_field(r, r->cell, (size_t)(stop - r->cell));
		r->cell = stop + 1;
		on_row('\n', r);
	}
	r->parsed = to;
}

/* Puts the next lines of the batch through libcsv: up to the first bad one, or all. */
static void parse(struct csv_reader *r)
{
	struct batch *b = &r->batch;
	if (r->parsed == 0 || r->parsed > r->open)
		r->open = next_open(b, r->parsed);
	size_t quoted = next_quoted(b, r->parsed);
	if (quoted > r->parsed) {
		split_lines(r, quoted);
		return;
	}
	size_t from = b->starts[r->parsed];
	bool alone = r->open == r->parsed;
	size_t to = alone ? r->open + 1 : r->open;
	size_t n = b->starts[to] - from;
	make_cells(r, b->text + from, n);
	size_t done = csv_parse(&r->parser, b->text + from, n, on_field, on_row, r);
	if (done < n) {
		size_t line = line_of(b, from + done);
		mark_bad(r, line, from + done - b->starts[line]);
	} else if (alone) {
		mark_bad(r, r->open, find_opening(b->text + from, n - 1));
	} else {
		r->parsed = to;
	}
}

static void set_row(const struct csv_reader *r, struct csv_row *row, size_t line)
{
	const struct batch *b = &r->batch;
	char *text = b->text + b->starts[line];
	*row = (struct csv_row){
	    .at = {r->lines.name, b->line + (unsigned)line, 1},
	    .line = text,
	    .length = line_length(b, line),
	    .torn = b->torn,
	};
	text[row->length] = '\0';
}

static enum csv_result give_bad(struct csv_reader *r, struct csv_row *row)
{
	struct findings *f = r->lines.findings;
	set_row(r, row, r->given++);
	struct place at = row->at;
	at.column = (unsigned)utf8_count(row->line, r->bad_offset) + 1;
	if (row->torn)
		findings_add(f, at, CODE_LAST_LINE_TORN, NULL, NULL, NULL);
	else if (r->bad_size)
		findings_add(f, at, CODE_FIELD_LARGE, arena_format(f->arena, "%d", FIELD_LIMIT),
			     NULL, NULL);
	else
		findings_add(f, at, CODE_CSV_QUOTE,
			     row->line[r->bad_offset] == '"' && r->bad_offset < row->length
				 ? words_pick("the quote here is not closed, or not doubled",
					      "dấu ngoặc kép ở đây chưa đóng hoặc chưa viết đôi")
				 : words_pick("a separator is missing behind the quote",
					      "thiếu dấu phân cách sau dấu ngoặc kép"),
			     NULL, NULL);
	r->bad = SIZE_MAX;
	return CSV_BAD;
}

static enum csv_result give_row(struct csv_reader *r, struct csv_row *row)
{
	size_t first = r->row ? r->row_ends[r->row - 1] : 0;
	set_row(r, row, r->given++);
	row->fields = r->fields + first;
	row->lengths = r->lengths + first;
	row->count = r->row_ends[r->row++] - first;
	return CSV_ROW;
}

/* A line that is no text, the end, or the next batch (CSV_ROW: there is more to do). */
static enum csv_result read_on(struct csv_reader *r, struct csv_row *row)
{
	r->parsed = r->given = 0;
	switch (lines_next(&r->lines, &r->batch)) {
	case LINES_BAD:
		*row = (struct csv_row){
		    .at = {r->lines.name, r->batch.line, 1}, .line = "", .torn = r->batch.torn};
		return CSV_BAD;
	case LINES_DONE:
		return CSV_DONE;
	case LINES_LOST:
		return CSV_LOST;
	case LINES_READ:
		break;
	}
	return CSV_ROW;
}

enum csv_result csv_next(struct csv_reader *r, struct csv_row *row)
{
	for (;;) {
		while (r->given < r->parsed && line_length(&r->batch, r->given) == 0)
			r->given++;
		if (r->given < r->parsed)
			return r->given == r->bad ? give_bad(r, row) : give_row(r, row);
		if (r->parsed < r->batch.count) {
			parse(r);
			continue;
		}
		enum csv_result result = read_on(r, row);
		if (result != CSV_ROW)
			return result;
	}
}

static size_t count_separators(const char *s, size_t n, char separator)
{
	size_t count = 0;
	bool open = false;
	for (size_t i = 0; i < n; i++) {
		open ^= s[i] == '"';
		count += !open && s[i] == separator;
	}
	return count;
}

static char choose_separator(struct lines *lines)
{
	static const char separators[] = {',', ';', '\t'};
	size_t n, most = 0;
	const char *head = lines_head(lines, &n);
	if (n == 5 && strncasecmp(head, "sep=", 4) == 0 && memchr(separators, head[4], 3)) {
		char said = head[4];
		lines_skip_head(lines);
		return said;
	}
	char best = ',';
	for (size_t i = 0; i < sizeof separators; i++) {
		size_t count = count_separators(head, n, separators[i]);
		if (count > most) {
			most = count;
			best = separators[i];
		}
	}
	return best;
}

struct csv_reader *csv_open(const char *name, struct findings *findings)
{
	struct csv_source source = {.name = name, .fd = -1};
	return csv_open_source(&source, findings);
}

struct csv_source csv_memory(const char *name, const char *text, size_t n)
{
	return (struct csv_source){
	    .name = name, .fd = -1, .head = text, .head_size = n, .whole = true};
}

struct csv_reader *csv_open_source(const struct csv_source *source, struct findings *findings)
{
	struct csv_reader *r = memory_get(sizeof *r);
	if (!lines_open(&r->lines, source, findings)) {
		free(r);
		return NULL;
	}
	r->bad = SIZE_MAX;
	r->separator = source->separator ? source->separator : choose_separator(&r->lines);
	start_parser(r);
	return r;
}

void csv_close(struct csv_reader *r)
{
	if (!r)
		return;
	lines_close(&r->lines);
	csv_free(&r->parser);
	free(r->batch.starts);
	free(r->cells);
	free(r->fields);
	free(r->lengths);
	free(r->row_ends);
	free(r);
}

char csv_separator(const struct csv_reader *r)
{
	return r->separator;
}

struct place csv_place(const struct csv_reader *r, const struct csv_row *row, size_t i)
{
	struct place at = row->at;
	bool open = false;
	size_t pos = 0;
	for (; i && pos < row->length; pos++) {
		open ^= row->line[pos] == '"';
		i -= !open && row->line[pos] == r->separator;
	}
	at.column = (unsigned)utf8_count(row->line, pos) + 1;
	return at;
}
