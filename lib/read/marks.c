/* SPDX-License-Identifier: MIT
 * marks: evidence for Markdown and separated values in the first lines of a text. It knows nothing of
 * headings and tasks: what the cells say is for the importer. */
#include "read/marks.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "read/marklines.h"

enum {
	LOOK_BYTES = 512 * 1024, /* enough of a document to see what it is */
	FIELDS_LEAST = 3,
	FIELDS_MOST = 64,
	RECORDS_LEAST = 2,
};

/* The document's beginning without the zero bytes of UTF-16; lines end with LF. */
static struct file_bytes beginning(struct arena *a, struct file_bytes bytes)
{
	size_t size = bytes.size < LOOK_BYTES ? bytes.size : LOOK_BYTES, n = 0;
	char *s = arena_alloc(a, size + 1);
	for (size_t i = 0; i < size; i++) {
		bool second =
		    bytes.bytes[i] == '\n' && n > 0 && i > 0 && bytes.bytes[i - 1] == '\r';
		if (bytes.bytes[i] && !second)
			s[n++] = bytes.bytes[i] == '\r' ? '\n' : bytes.bytes[i];
	}
	return (struct file_bytes){s, n};
}

/* A row of cells with something in it; "|" alone ends a cell of another kind of text. */
static size_t row_cells(const char *s)
{
	return marklines_pipes(s) > 1 && s[strspn(s, "| \t")] && !marklines_is_rule(s)
		   ? marklines_count(s)
		   : 0;
}

/* A row beside a rule: at least two cells with something in one. */
static bool is_cells(const char *s)
{
	return !marklines_is_rule(s) && s[strspn(s, "| \t")] && marklines_count(s) > 1;
}

static bool is_heading(const char *s)
{
	size_t n = strspn(s, "#");
	return n > 0 && n < 7 && s[n] == ' ';
}

bool markdown_likely(struct arena *a, struct file_bytes bytes)
{
	struct mark_lines lines = marklines_split(a, beginning(a, bytes));
	size_t alike = 0, before = 0, headings = 0, bare = 0;
	for (size_t i = 0; i < lines.count; i++) {
		const char *s = lines.items[i].s;
		size_t cells = row_cells(s);
		if (marklines_is_rule(s)) {
			bool above = i > 0 && is_cells(lines.items[i - 1].s);
			bool below = i + 1 < lines.count && is_cells(lines.items[i + 1].s);
			if (above || below)
				return true;
		}
		if (cells >= FIELDS_LEAST && cells == before && marklines_opens(s) && ++alike > 1)
			return true;
		before = cells > 0 ? cells : marklines_is_blank(s) ? before : 0;
		headings += is_heading(s);
		bare += marklines_pipes(s) == 1 && !s[strspn(s, "| \t")];
	}
	return headings > 1 && bare == 0;
}

/* How the records of a text look when it is parted by one separator. */
struct records {
	size_t count, fields[FIELDS_MOST + 1]; /* records of so many fields */
	size_t quoted, broken;		       /* fields in quotes, and those of several lines */
	size_t spaced; /* separators with a blank behind, as sentences have them */
};

static struct records count_records(struct file_bytes text, char separator)
{
	struct records r = {0};
	size_t fields = 1;
	bool open = false, start = true, full = false;
	for (size_t i = 0; i <= text.size; i++) {
		char c = i < text.size ? text.bytes[i] : '\n';
		if (c == '"' && (open || start)) {
			r.quoted += !open;
			open = !open;
		} else if (c == '\n' && open && i < text.size) {
			r.broken++;
		} else if (c == separator && !open) {
			r.spaced += i + 1 < text.size && text.bytes[i + 1] == ' ';
			fields++;
		} else if (c == '\n') {
			r.count += full || fields > 1;
			if (full || fields > 1)
				r.fields[fields < FIELDS_MOST ? fields : FIELDS_MOST]++;
			fields = 1;
			full = false;
		}
		full = full || (c != '\n' && c != ' ');
		start = !open && (c == separator || c == '\n');
	}
	return r;
}

/* The number of fields that most records have. */
static size_t usual_fields(const struct records *r)
{
	size_t best = FIELDS_LEAST;
	for (size_t n = FIELDS_LEAST; n <= FIELDS_MOST; n++)
		best = r->fields[n] > r->fields[best] ? n : best;
	return best;
}

/* Do nearly all records have the same number of fields? */
static bool is_regular(const struct records *r)
{
	size_t same = r->fields[usual_fields(r)];
	return same >= RECORDS_LEAST && same * 3 >= r->count * 2;
}

/* Sentences have blanks behind their signs. */
static bool is_prose(const struct records *r)
{
	size_t all = 0;
	for (size_t n = 2; n <= FIELDS_MOST; n++)
		all += r->fields[n] * (n - 1);
	return r->spaced * 4 > all;
}

/* What a first line "sep=;" names; 0 when it is none. */
static char named_separator(struct file_bytes text)
{
	const char *s = text.bytes;
	size_t n = text.size;
	for (; n > 0 && (unsigned char)*s >= 0x80; n--) /* a BOM of any kind */
		s++;
	bool named =
	    n > 5 && strncasecmp(s, "sep=", 4) == 0 && strchr(",;|\t", s[4]) && s[5] == '\n';
	return named ? s[4] : '\0';
}

/* The separators that speak for themselves, the one with the most records alike first. */
static char best_separator(struct file_bytes text, const char *separators)
{
	char best = named_separator(text);
	size_t most = 0;
	for (const char *s = separators; !named_separator(text) && *s; s++) {
		struct records r = count_records(text, *s);
		size_t same = r.fields[usual_fields(&r)];
		if (same <= most || !is_regular(&r) || (*s != '\t' && is_prose(&r)))
			continue;
		most = same;
		best = *s;
	}
	return best;
}

char marks_separator(struct arena *a, struct file_bytes bytes)
{
	return best_separator(beginning(a, bytes), ";,\t|");
}

bool csv_likely(struct arena *a, struct file_bytes bytes)
{
	return best_separator(beginning(a, bytes), ";,|") != '\0';
}

bool tsv_likely(struct arena *a, struct file_bytes bytes)
{
	struct records r = count_records(beginning(a, bytes), '\t');
	return r.quoted > 0 && r.broken > 0 && is_regular(&r);
}
