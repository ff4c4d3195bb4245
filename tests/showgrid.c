/* SPDX-License-Identifier: MIT
 * showgrid: what is read of a document, a row a line, for tests. `row|cell|cell`, line breaks in a cell
 * as /, spans as {columns x rows}, codes of doubts in brackets; then what was found, doubts too.
 *   showgrid FILE [FORMAT] */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "data/doubt.h"
#include "read/reader.h"

static void show_doubts(const struct grid_doubt *d)
{
	for (; d; d = d->next)
		printf(" [%s]", code_info(d->code)->name);
}

/* A doubt as par-check would tell it of a task. */
static void tell_doubts(struct findings *findings, const char *file, long at,
			const struct grid_doubt *d)
{
	for (; d; d = d->next)
		doubt_report(findings, (struct place){file, (unsigned)at, 0}, d->code, NULL, NULL,
			     d->say, d->suggest);
}

static void show_cell(const struct grid_cell *cell)
{
	putchar('|');
	if (cell->columns != 1 || cell->rows != 1)
		printf("{%dx%d}", cell->columns, cell->rows);
	for (const char *s = cell->lines; *s; s++)
		putchar(*s == '\n' ? '/' : *s);
	show_doubts(cell->doubts);
}

static void show_table(const struct grid_table *table, struct findings *findings, const char *file)
{
	printf("table%s%s\n", table->name ? " " : "", table->name ? table->name : "");
	for (size_t r = 0; r < table->count; r++) {
		const struct grid_row *row = &table->rows[r];
		printf("%ld%s%s", row->at, row->hidden ? " hidden" : "",
		       row->heading ? " heading" : "");
		if (row->page)
			printf(" page %ld", row->page);
		for (size_t i = 0; i < row->count; i++) {
			show_cell(&row->cells[i]);
			if (row->cells[i].rows > 0)
				tell_doubts(findings, file, row->at, row->cells[i].doubts);
		}
		show_doubts(row->doubts);
		tell_doubts(findings, file, row->at, row->doubts);
		putchar('\n');
	}
}

int main(int argc, char *argv[])
{
	if (argc < 2)
		return 2;
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct document document = {.name = argv[1]};
	words_speak(LANGUAGE_EN);
	if (file_read(a, argv[1], DOCUMENT_LIMIT, &document.bytes) != FILE_OK)
		return 3;
	struct grid *grid = reader_read(a, &document, argc > 2 ? argv[2] : NULL, &findings);
	for (size_t i = 0; grid && i < grid->count; i++) {
		const struct grid_piece *piece = &grid->pieces[i];
		if (piece->table)
			show_table(piece->table, &findings, argv[1]);
		else
			printf("%ld: %s\n", piece->at, piece->text);
	}
	findings_print(&findings, stdout);
	arena_free(a);
	return grid ? 0 : 2;
}
