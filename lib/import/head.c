/* SPDX-License-Identifier: MIT
 * head: number, date and years of a document. Citations of other documents must not win: only the
 * letterhead, the date line, the annex's "(Kèm theo …)" and a web page's labels count. */
#include "import/head.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"

enum { DATELINE_WORDS = 14 };

static void add_block(struct arena *a, struct blocks *blocks, struct block block)
{
	if (!*block.text)
		return;
	blocks->items = arena_more(a, blocks->items, blocks->count, sizeof *blocks->items);
	blocks->items[blocks->count++] = block;
}

static void add_cells(struct arena *a, struct blocks *blocks, const struct grid_table *table,
		      size_t count)
{
	const struct grid_row *row = &table->rows[0];
	for (size_t i = 0; i < count && i < row->count; i++)
		add_block(a, blocks,
			  (struct block){row->cells[i].text, row->cells[i].lines, row->cells[i].at,
					 table});
}

/* The cells of a stream before its headings, and the lines glued to the first of these. */
static void add_stream(struct arena *a, struct blocks *blocks, const struct task_table *first)
{
	const struct grid_row *row = &first->grid->rows[0];
	size_t headings =
	    first->begin - (first->begin < first->count ? first->begin : first->count);
	add_cells(a, blocks, first->grid, headings);
	if (first->before)
		add_block(a, blocks,
			  (struct block){text_squeeze(a, first->before), first->before,
					 row->cells[headings].at, first->grid});
}

/* The n-th cell of the row, from 0, that says something of its own; NULL when there are fewer. */
static const struct grid_cell *full_cell(const struct grid_row *row, size_t n)
{
	for (size_t i = 0; i < row->count; i++)
		if (*row->cells[i].text && row->cells[i].rows > 0 && n-- == 0)
			return &row->cells[i];
	return NULL;
}

/* Rows of a letterhead: the issuer's lines stand below each other on the left, the state's on the
 * right, and each column is read downwards. Rows of one cell are lines. */
static void add_rows(struct arena *a, struct blocks *blocks, const struct grid_table *table,
		     size_t n)
{
	const struct grid_row *rows = table->rows;
	for (size_t r = 0, end; r < n; r = end) {
		bool parted = full_cell(&rows[r], 1) != NULL;
		for (end = r + 1; parted && end < n && full_cell(&rows[end], 1);)
			end++;
		for (size_t k = 0, more = 1; more > 0; k++) {
			more = 0;
			for (size_t i = r; i < end; i++) {
				const struct grid_cell *c = full_cell(&rows[i], k);
				if (c)
					add_block(a, blocks,
						  (struct block){c->text, c->lines, c->at, table});
				more += c != NULL;
			}
		}
	}
}

static void add_table(struct arena *a, struct blocks *blocks, const struct grid_table *table,
		      const struct task_table *first)
{
	bool own = table == first->source;
	if (own && table->form == GRID_STREAM)
		add_stream(a, blocks, first);
	else if (table->form == GRID_STREAM)
		add_cells(a, blocks, table, (size_t)-1);
	else
		add_rows(a, blocks, table, own ? first->top : table->count);
}

struct blocks head_blocks(struct arena *a, const struct grid *grid, const struct task_table *first)
{
	struct blocks blocks = {NULL, 0};
	for (size_t i = 0; i < grid->count; i++) {
		const struct grid_piece *piece = &grid->pieces[i];
		if (piece->kind == PIECE_PARAGRAPH) {
			add_block(a, &blocks,
				  (struct block){text_squeeze(a, piece->text), piece->text,
						 piece->at, NULL});
			continue;
		}
		add_table(a, &blocks, piece->table, first);
		if (piece->table == first->source)
			break;
	}
	return blocks;
}

bool head_follows(const struct block *block, const struct block *next)
{
	long at = block->at + 1;
	for (const char *s = block->lines; *s; s++)
		at += *s == '\n';
	return next->table == block->table && next->at == at;
}

bool head_is_capitals(const char *text)
{
	bool letters = false;
	while (*text) {
		uint32_t c = utf8_next(&text);
		if (utf8_is_letter(c) && utf8_lower(c) == c)
			return false;
		letters = letters || utf8_is_letter(c);
	}
	return letters;
}

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* The block from the first line on that begins with one of the openings; wrapped lines joined. */
static const char *rest_from(struct arena *a, const struct block *block, const char *opening)
{
	for (const char *s = block->lines; *s;) {
		size_t n = strcspn(s, "\n");
		if (starts(text_lower(a, arena_copy(a, s, n)), opening))
			return text_squeeze(a, s);
		s += n + (s[n] == '\n');
	}
	return NULL;
}

const char *head_annex(struct arena *a, const struct blocks *blocks)
{
	static const char *const openings[] = {"(kèm theo", "(ban hành kèm theo", "( kèm theo"};
	for (size_t i = 0; i < blocks->count; i++)
		for (size_t k = 0; k < sizeof openings / sizeof *openings; k++) {
			const char *rest = rest_from(a, &blocks->items[i], openings[k]);
			if (rest)
				return arena_copy(a, rest, strcspn(rest, ")"));
		}
	return NULL;
}

const char *head_label(struct arena *a, const struct blocks *blocks, const char *label)
{
	for (size_t i = 0; i < blocks->count; i++) {
		const char *rest = rest_from(a, &blocks->items[i], label);
		if (!rest)
			continue;
		rest += strlen(label);
		rest += strspn(rest, ": ");
		if (*rest)
			return rest;
		return i + 1 < blocks->count ? blocks->items[i + 1].text : NULL;
	}
	return NULL;
}

/* A document's number at s: "17 /KH-UBND" gives 17/KH-UBND; NULL when there is none. */
static const char *read_number(struct arena *a, const char *s)
{
	s += strspn(s, ":. ");
	size_t digits = strspn(s, "0123456789");
	const char *slash = s + digits + strspn(s + digits, " ");
	if (digits == 0 || digits > 6 || *slash != '/')
		return NULL;
	const char *name = slash + 1 + strspn(slash + 1, " ");
	size_t n = strcspn(name, " ,;:()\n");
	size_t gap = strspn(name + n, " ");
	/* "KH- UBND" */
	if (n > 0 && name[n - 1] == '-' && gap > 0) {
		size_t more = strcspn(name + n + gap, " ,;:()\n");
		return arena_format(a, "%.*s/%.*s%.*s", (int)digits, s, (int)n, name, (int)more,
				    name + n + gap);
	}
	while (n > 0 && name[n - 1] == '.')
		n--;
	return n > 1 ? arena_format(a, "%.*s/%.*s", (int)digits, s, (int)n, name) : NULL;
}

const char *head_number(struct arena *a, const struct blocks *blocks, bool *in_annex)
{
	*in_annex = false;
	for (size_t i = 0; i < blocks->count; i++) {
		const char *rest = rest_from(a, &blocks->items[i], "số");
		const char *number = rest ? read_number(a, rest + strlen("Số")) : NULL;
		if (number)
			return number;
	}
	const char *label = head_label(a, blocks, "số hiệu");
	const char *number = label ? read_number(a, label) : NULL;
	const char *annex = head_annex(a, blocks);
	*in_annex = !number;
	for (const char *s = annex; !number && s && (s = strstr(s, "số")) != NULL; s++)
		number = read_number(a, s + strlen("số"));
	return number;
}

static const char *next_token(const char *s, long *number, size_t *digits)
{
	s += strcspn(s, " ");
	s += *s == ' ';
	size_t n = strcspn(s, " ");
	*digits = text_number(s, n, number) ? n : 0;
	return s;
}

/* The date in plain words behind "ngay": 24 thang 12 nam 2021, or 24 12 2021. */
static day read_date(const char *s)
{
	long part[3] = {0, 0, 0};
	static const char *const between[] = {"", "thang ", "nam "};
	for (size_t i = 0; i < 3; i++) {
		size_t digits;
		s = next_token(s, &part[i], &digits);
		if (digits == 0 && starts(s, between[i]) && *between[i])
			s = next_token(s, &part[i], &digits);
		if (digits == 0 || digits > (i == 2 ? 4 : 2))
			return DAY_NONE;
	}
	return day_of((int)part[2], (int)part[1], (int)part[0]);
}

day head_find_date(struct arena *a, const char *text)
{
	const char *plain = text_plain(a, text);
	for (const char *s = plain; (s = strstr(s, "ngay ")) != NULL; s++) {
		day d = s == plain || s[-1] == ' ' ? read_date(s) : DAY_NONE;
		if (d != DAY_NONE)
			return d;
	}
	return DAY_NONE;
}

static size_t words_in(const char *s)
{
	size_t n = *s != '\0';
	for (; *s; s++)
		n += *s == ' ';
	return n;
}

/* Where the date of a short line "Bình Phước, ngày 29 tháng 12 năm 2023" begins, filled in or not;
 * NULL when it is none. */
static const char *dateline_date(struct arena *a, const char *text)
{
	const char *lower = text_lower(a, text);
	const char *s = strstr(lower, "ngày");
	if (!s || words_in(lower) > DATELINE_WORDS || starts(lower, "căn cứ") || *lower == '(')
		return NULL;
	const char *comma = strchr(lower, ',');
	return comma && comma < s && strstr(s, "tháng") ? s : NULL;
}

static bool is_dateline(struct arena *a, const char *text)
{
	const char *date = dateline_date(a, text);
	return date && head_find_date(a, date) != DAY_NONE;
}

const char *head_dateline(struct arena *a, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->items[i];
		if (is_dateline(a, block->text))
			return block->text;
		for (const char *s = block->lines; *s;) {
			size_t n = strcspn(s, "\n");
			const char *line = arena_copy(a, s, n);
			if (n < 120 && is_dateline(a, line))
				return line;
			s += n + (s[n] == '\n');
		}
	}
	return NULL;
}

day head_date(struct arena *a, const struct blocks *blocks)
{
	const char *line = head_dateline(a, blocks);
	if (line)
		return head_find_date(a, line);
	const char *annex = head_annex(a, blocks);
	day d = annex ? head_find_date(a, annex) : DAY_NONE;
	const char *label = head_label(a, blocks, "ngày ban hành");
	return d == DAY_NONE && label ? day_parse_vi(label, strlen(label)) : d;
}

static int year_at(const char *s)
{
	long year;
	return strspn(s, "0123456789") == 4 && text_number(s, 4, &year) && year >= YEAR_FIRST &&
		       year <= YEAR_LAST
		   ? (int)year
		   : 0;
}

/* The year of a date line whose day or month is still to be written in; 0 without one. */
static int blank_date_year(struct arena *a, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++)
		for (const char *s = blocks->items[i].lines; *s;) {
			size_t n = strcspn(s, "\n");
			const char *date = dateline_date(a, arena_copy(a, s, n));
			const char *year = date ? strstr(text_plain(a, date), "nam ") : NULL;
			if (year && year_at(year + strlen("nam ")))
				return year_at(year + strlen("nam "));
			s += n + (s[n] == '\n');
		}
	return 0;
}

/* Is the "nam" at s the end of a date, "thang 12 nam 2021"? */
static bool ends_date(const char *plain, const char *s)
{
	while (s > plain && s[-1] == ' ')
		s--;
	while (s > plain && s[-1] >= '0' && s[-1] <= '9')
		s--;
	return s - plain >= 6 && starts(s - 6, "thang ");
}

bool head_years(struct arena *a, const char *text, int *year, int *last_year)
{
	const char *plain = text_plain(a, text);
	for (const char *s = plain; *s; s += strcspn(s, " "), s += *s == ' ') {
		size_t n = starts(s, "nam ") ? 4 : starts(s, "giai doan ") ? 10 : 0;
		int y = n > 0 && !ends_date(plain, s) ? year_at(s + n) : 0;
		if (!y)
			continue;
		const char *next = s + n + 4;
		next += *next == ' ';
		next += starts(next, "den ") ? 4 : 0;
		next += starts(next, "nam ") ? 4 : 0;
		int z = year_at(next);
		bool until = s - plain >= 4 && starts(s - 4, "den ");
		*last_year = z >= y ? z : y;
		*year = until && z == 0 ? 0 : y;
		return true;
	}
	return false;
}

static void read_years(struct arena *a, struct head *head, const struct blocks *blocks,
		       const struct task_table *table)
{
	int issued = head->issued != DAY_NONE ? day_year(head->issued) : blank_date_year(a, blocks);
	bool said = head->title && head_years(a, head->title, &head->year, &head->last_year);
	for (size_t i = 0; !said && i < table->count; i++)
		said = head_years(a, table->columns[i].heading, &head->year, &head->last_year);
	/* the annex's title stands right before its table */
	for (size_t i = blocks->count; !said && i > 0 && i + 6 > blocks->count; i--)
		if (head_is_capitals(blocks->items[i - 1].text))
			said =
			    head_years(a, blocks->items[i - 1].text, &head->year, &head->last_year);
	if (!said)
		head->last_year = issued;
	if (head->year == 0)
		head->year = issued != 0 && issued <= head->last_year ? issued : head->last_year;
	head->year_said = said;
}

struct head head_read(struct arena *a, const struct blocks *blocks, const struct task_table *first)
{
	struct head head = {NULL, NULL, NULL, DAY_NONE, LEVEL_NONE, 0, 0, false, false};
	head.number = head_number(a, blocks, &head.number_in_annex);
	head.issued = head_date(a, blocks);
	head.issuer = head_issuer(a, blocks);
	head.level = head_level(a, head.issuer);
	head.title = head_title(a, blocks, head.issuer);
	read_years(a, &head, blocks, first);
	return head;
}
