/* SPDX-License-Identifier: MIT
 * floor_csv: what libcsv alone takes for the file: its bare loop over large blocks. */
#include <csv.h>
#include <stdio.h>

static unsigned long fields, rows;

static void on_field(void *text, size_t n, void *data)
{
	(void)text, (void)n, (void)data;
	fields++;
}

static void on_row(int end, void *data)
{
	(void)end, (void)data;
	rows++;
}

int main(int argc, char *argv[])
{
	static char block[1 << 16];
	struct csv_parser parser;
	FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
	size_t n;
	if (!f || csv_init(&parser, CSV_APPEND_NULL) != 0)
		return 1;
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		if (csv_parse(&parser, block, n, on_field, on_row, NULL) != n)
			return 1;
	csv_fini(&parser, on_field, on_row, NULL);
	csv_free(&parser);
	fclose(f);
	printf("%lu rows, %lu fields\n", rows, fields);
	return 0;
}
