/* SPDX-License-Identifier: MIT
 * pdfgrid: plans of our own (peers/pdfplans.py) as pdftotext prints them, cell by cell against what
 * they were made of. No cell may differ without a doubt. PAR_SHOW=1 shows the cells that differ. */
#include "check.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/pdf.h"
#include "read/reader.h"

enum { CELLS = 12 };

struct line {
	const char *cells[CELLS];
	bool doubt[CELLS];
	size_t count;
	long page;
};

struct lines {
	struct line *items;
	size_t count;
};

struct score {
	size_t right, doubted, silent, doubts;
};

static struct arena *arena;

static struct line *add(struct lines *lines)
{
	lines->items = arena_more(arena, lines->items, lines->count, sizeof *lines->items);
	return &lines->items[lines->count++];
}

static struct lines truth_read(const char *name)
{
	struct lines lines = {0};
	struct file_bytes file;
	if (file_read(arena, name, 1 << 24, &file) != FILE_OK)
		return lines;
	for (const char *s = file.bytes; *s;) {
		size_t n = strcspn(s, "\n");
		struct line *line = add(&lines);
		for (const char *end = s + n; s <= end && line->count < CELLS;) {
			size_t k = strcspn(s, "\t\n");
			line->cells[line->count++] = text_squeeze(arena, arena_copy(arena, s, k));
			s += k + 1;
		}
	}
	return lines;
}

static struct line line_of(const struct grid_row *row)
{
	struct line line = {.page = row->page};
	for (size_t i = 0; i < row->count; i++) {
		const struct grid_cell *cell = &row->cells[i];
		for (int k = 0; k < cell->columns && line.count < CELLS; k++) {
			line.doubt[line.count] = cell->doubts || row->doubts;
			line.cells[line.count++] = k > 0 ? "<"
						   : cell->rows == 0
						       ? arena_format(arena, "^%s", cell->text)
						       : cell->text;
		}
	}
	return line;
}

static bool same(const struct line *a, const struct line *b)
{
	for (size_t i = 0; i < a->count; i++)
		if (i >= b->count || strcmp(a->cells[i], b->cells[i]) != 0)
			return false;
	return a->count == b->count;
}

/* A row without a number at the top of a page goes on with the one before, as par-import reads it. */
static bool goes_on(const struct lines *lines, const struct line *line)
{
	const struct line *last = lines->count > 0 ? &lines->items[lines->count - 1] : NULL;
	return last && line->count == last->count && line->page > last->page && !*line->cells[0] &&
	       (strlen(line->cells[1]) > 3 || !*line->cells[1]);
}

static void join(struct line *last, const struct line *line)
{
	for (size_t i = 0; i < line->count; i++) {
		bool both = *last->cells[i] && *line->cells[i]; /* a doubt of par-import */
		last->doubt[i] = last->doubt[i] || line->doubt[i] || both;
		if (*line->cells[i])
			last->cells[i] = text_squeeze(
			    arena, arena_format(arena, "%s %s", last->cells[i], line->cells[i]));
	}
	last->page = line->page;
}

/* Has the heading two rows? */
static bool is_deep(const struct grid_table *table)
{
	for (size_t i = 0; table->count > 1 && i < table->rows[0].count; i++)
		if (table->rows[0].cells[i].rows == 2)
			return true;
	return false;
}

/* The rows of all tables but their headings. */
static struct lines grid_lines(const struct grid *grid)
{
	struct lines lines = {0};
	for (size_t i = 0; grid && i < grid->count; i++) {
		const struct grid_table *table = grid->pieces[i].table;
		if (!table)
			continue;
		struct line first = line_of(&table->rows[0]), second = {0};
		if (is_deep(table))
			second = line_of(&table->rows[1]);
		for (size_t r = 0; r < table->count; r++) {
			struct line line = line_of(&table->rows[r]);
			if (same(&line, &first) || same(&line, &second))
				continue;
			if (goes_on(&lines, &line))
				join(&lines.items[lines.count - 1], &line);
			else
				*add(&lines) = line;
		}
	}
	return lines;
}

/* "#31:1f0c2d3e": characters and CRC-32 of a text that is not ours to print. */
static const char *digest(const char *s)
{
	uint32_t crc = 0xffffffff;
	for (const unsigned char *p = (const unsigned char *)s; *p; p++) {
		crc ^= *p;
		for (int i = 0; i < 8; i++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return arena_format(arena, "#%zu:%08x", utf8_count(s, strlen(s)), (unsigned)~crc);
}

static bool digest_equal(const char *want, const char *got)
{
	bool above = *want == '^';
	return want[above] == '#' && (*got == '^') == above &&
	       strcmp(want + above, digest(got + above)) == 0;
}

/* An empty column at the end of a heading over several may be covered or not: nobody can see it. */
static bool equal(const char *want, const char *got)
{
	return strcmp(want, got) == 0 || (strcmp(want, "<") == 0 && !*got) ||
	       digest_equal(want, got);
}

static size_t equal_cells(const struct line *want, const struct line *got)
{
	size_t n = 0;
	for (size_t i = 0; i < want->count && i < got->count; i++)
		n += equal(want->cells[i], got->cells[i]);
	return n;
}

static void compare(const struct line *want, const struct line *got, struct score *score)
{
	for (size_t i = 0; want && i < want->count; i++) {
		const char *cell = got && i < got->count ? got->cells[i] : "(none)";
		bool doubt = got && i < got->count && got->doubt[i];
		bool right = equal(want->cells[i], cell);
		score->right += right;
		score->doubted += !right && doubt;
		score->silent += !right && !doubt;
		score->doubts += right && doubt;
		if (getenv("PAR_SHOW") && !right)
			fprintf(stderr, "%s %s/%zu\n\twant %s\n\tgot  %s\n",
				doubt ? "doubted" : "SILENT", want->cells[0], i, want->cells[i],
				cell);
	}
	for (size_t i = 0; !want && i < got->count; i++) {
		score->doubted += got->doubt[i];
		score->silent += !got->doubt[i];
	}
	if (getenv("PAR_SHOW") && !want)
		fprintf(stderr, "EXTRA %s|%s|%s\n", got->cells[0], got->cells[1],
			got->count > 2 ? got->cells[2] : "");
}

/* Rows of both beside each other so that as many cells as can be are equal. */
static struct score score_of(const struct lines *want, const struct lines *got)
{
	size_t n = want->count, m = got->count, w = m + 1;
	size_t *best = arena_alloc(arena, (n + 1) * w * sizeof *best);
	for (size_t i = n; i-- > 0;)
		for (size_t k = m; k-- > 0;) {
			size_t both = best[(i + 1) * w + k + 1] +
				      4 * equal_cells(&want->items[i], &got->items[k]) + 1;
			size_t skip = best[(i + 1) * w + k], extra = best[i * w + k + 1];
			size_t alone = skip > extra ? skip : extra;
			best[i * w + k] = both > alone ? both : alone;
		}
	struct score score = {0};
	size_t i = 0, k = 0;
	while (i < n || k < m) {
		if (i < n && k < m &&
		    best[i * w + k] == best[(i + 1) * w + k + 1] +
					   4 * equal_cells(&want->items[i], &got->items[k]) + 1)
			compare(&want->items[i++], &got->items[k++], &score);
		else if (i < n && (k == m || best[i * w + k] == best[(i + 1) * w + k]))
			compare(&want->items[i++], NULL, &score);
		else
			compare(NULL, &got->items[k++], &score);
	}
	return score;
}

static struct score score_bytes(const char *format, struct file_bytes bytes, const char *truth)
{
	struct findings findings = {.arena = arena};
	struct document document = {.name = "test", .bytes = bytes};
	const struct grid *grid = reader_find(format)(arena, &document, &findings);
	struct lines got = grid_lines(grid), want = truth_read(truth);
	return score_of(&want, &got);
}

static struct score score_file(const char *format, const char *file, const char *truth)
{
	struct file_bytes bytes;
	if (file_read(arena, file, DOCUMENT_LIMIT, &bytes) != FILE_OK)
		return (struct score){.silent = 1};
	return score_bytes(format, bytes, truth);
}

/* right: no fewer cells must be; doubts: no more right cells may carry one. Layout text has no
 * upper limit of doubts: where its columns stand close, all is a guess. */
static const struct {
	const char *name;
	size_t right, doubts, layout_right;
} plans[] = {
    {"top", 144, 8, 115},      {"centred", 141, 30, 125},  {"borderless", 156, 10, 145},
    {"unrepeated", 84, 5, 20}, {"numbered", 147, 18, 125}, {"tight", 150, 18, 115},
    {"narrow", 240, 27, 138},
};

static void score_check(const char *what, struct score s, size_t right, size_t doubts)
{
	fprintf(stderr, "# %s: %zu right (%zu of them doubted), %zu wrong, %zu silent\n", what,
		s.right, s.doubts, s.doubted, s.silent);
	CHECK(s.silent == 0);
	CHECK(s.right >= right);
	CHECK(s.doubts <= doubts);
}

static void plan_check(size_t i)
{
	const char *folder = getenv("PAR_PDF_CASES");
	const char *base =
	    arena_format(arena, "%s/%s", folder ? folder : "tests/cases/pdf", plans[i].name);
	const char *truth = arena_format(arena, "%s.truth", base);
	const char *what = arena_format(arena, "%s.tsv", plans[i].name);
	check_begin(what);
	score_check(what, score_file("pdf", arena_format(arena, "%s.tsv", base), truth),
		    plans[i].right, plans[i].doubts);
	what = arena_format(arena, "%s.layout", plans[i].name);
	check_begin(what);
	score_check(what, score_file("layout", arena_format(arena, "%s.layout.txt", base), truth),
		    plans[i].layout_right, SIZE_MAX);
}

/* What pdftotext prints of the file; empty when it cannot be run. */
static struct file_bytes pdftotext(const char *file)
{
	struct buf out = {0};
	FILE *f = popen(arena_format(arena, "pdftotext -tsv '%s' - 2>/dev/null", file), "r");
	char part[4096];
	for (size_t n; f && (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_bytes(&out, part, n);
	if (f)
		pclose(f);
	size_t n = out.n;
	return (struct file_bytes){buf_take(&out, arena), n};
}

/* A real one: 33 tasks in 12 groups on 8 pages, as they are printed. */
static void real_check(void)
{
	const char *shared = getenv("PAR_SHARED");
	const char *file =
	    arena_format(arena, "%s/documents/hanoi-277-KH-UBND-2026-100ngay-cds.pdf",
			 shared ? shared : "../shared");
	const char *truth = "tests/cases/pdf/hanoi-277.truth";
	struct file_bytes bytes = pdftotext(file);
	if (bytes.size == 0) {
		fprintf(stderr, "# skipped: no shared documents, or no pdftotext\n");
		return;
	}
	check_begin("a real plan: tsv");
	score_check("hanoi.tsv", score_bytes("pdf", bytes, truth), 287, 4);
	check_begin("a real plan: layout");
	score_check("hanoi.layout",
		    score_file("layout", arena_format(arena, "%s.layout.txt", file), truth), 210,
		    SIZE_MAX);
}

static void likely_check(void)
{
	struct file_bytes tsv, layout, plan;
	check_begin("what pdftotext prints is told from other text");
	CHECK(file_read(arena, "tests/cases/pdf/top.tsv", 1 << 24, &tsv) == FILE_OK);
	CHECK(file_read(arena, "tests/cases/pdf/top.layout.txt", 1 << 24, &layout) == FILE_OK);
	CHECK(file_read(arena, "tests/cases/import/pages.txt", 1 << 24, &plan) == FILE_OK);
	CHECK(pdftsv_likely(&tsv) && !pdftsv_likely(&layout) && !pdftsv_likely(&plan));
	CHECK(layout_likely(&layout) && !layout_likely(&tsv) && !layout_likely(&plan));
}

int main(void)
{
	arena = arena_new();
	if (!getenv("PAR_PDF_CASES"))
		likely_check();
	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
		plan_check(i);
	real_check();
	int status = check_end();
	arena_free(arena);
	return status;
}
