/* SPDX-License-Identifier: MIT
 * sheet: rows and columns: adding, choosing, ordering. How they are printed is in sheetout.c and
 * sheettable.c. */
#include "form/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct sort_key {
	size_t column;
	bool down;
};

struct sheet *sheet_new(struct arena *a, const char *const *columns, size_t width)
{
	struct sheet *s = arena_alloc(a, sizeof *s);
	*s = (struct sheet){.arena = a, .columns = columns, .width = width};
	return s;
}

struct cell *sheet_row(struct sheet *s)
{
	struct cell *cells = arena_alloc(s->arena, (s->width ? s->width : 1) * sizeof *cells);
	s->rows = arena_more(s->arena, s->rows, s->count, sizeof *s->rows);
	return s->rows[s->count++] = cells;
}

/* The next name of a comma-separated list; NULL at its end. */
static const char *next_name(struct arena *a, const char **list)
{
	if (!*list)
		return NULL;
	const char *s = *list + strspn(*list, " "), *end = strchr(s, ',');
	size_t n = end ? (size_t)(end - s) : strlen(s);
	*list = end ? end + 1 : NULL;
	while (n && s[n - 1] == ' ')
		n--;
	return arena_copy(a, s, n);
}

static size_t find_column(const struct sheet *s, const char *name)
{
	size_t i = 0;
	while (i < s->width && strcmp(s->columns[i], name) != 0)
		i++;
	return i;
}

static bool is_among(const size_t *chosen, size_t count, size_t column)
{
	for (size_t i = 0; i < count; i++)
		if (chosen[i] == column)
			return true;
	return false;
}

static void keep_columns(struct sheet *s, const size_t *chosen, size_t count)
{
	const char **columns = arena_alloc(s->arena, (count ? count : 1) * sizeof *columns);
	for (size_t i = 0; i < count; i++)
		columns[i] = s->columns[chosen[i]];
	for (size_t r = 0; r < s->count; r++) {
		struct cell *cells = arena_alloc(s->arena, (count ? count : 1) * sizeof *cells);
		for (size_t i = 0; i < count; i++)
			cells[i] = s->rows[r][chosen[i]];
		s->rows[r] = cells;
	}
	s->columns = columns;
	s->width = count;
}

const char *sheet_choose(struct sheet *s, const char *list)
{
	size_t *chosen = NULL, count = 0;
	const char *name;
	while ((name = next_name(s->arena, &list))) {
		size_t column = find_column(s, name);
		if (column == s->width)
			return name;
		if (is_among(chosen, count, column))
			continue; /* JSON has no two members of one name */
		chosen = arena_more(s->arena, chosen, count, sizeof *chosen);
		chosen[count++] = column;
	}
	keep_columns(s, chosen, count);
	return NULL;
}

static bool is_empty(const struct cell *c)
{
	return c->kind == CELL_EMPTY || !c->text || !c->text[0];
}

static int compare_numbers(const char *a, const char *b)
{
	double x = strtod(a, NULL), y = strtod(b, NULL);
	return (x > y) - (x < y);
}

/* Numbers before all others; dates and codes by their bytes, which is their order. */
static int compare_values(const struct cell *a, const struct cell *b)
{
	if (a->kind == CELL_NUMBER && b->kind == CELL_NUMBER)
		return compare_numbers(a->text, b->text);
	if (a->kind == CELL_NUMBER || b->kind == CELL_NUMBER)
		return a->kind == CELL_NUMBER ? -1 : 1;
	if (a->kind == CELL_TEXT || b->kind == CELL_TEXT)
		return text_compare(a->text, b->text);
	return strcmp(a->text, b->text);
}

static int compare_rows(const struct cell *a, const struct cell *b, const struct sort_key *keys,
			size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct cell *x = &a[keys[i].column], *y = &b[keys[i].column];
		if (is_empty(x) || is_empty(y)) {
			if (is_empty(x) != is_empty(y))
				return is_empty(x) ? 1 : -1;
			continue;
		}
		int order = compare_values(x, y);
		if (order)
			return keys[i].down ? -order : order;
	}
	return 0;
}

/* Merge sort, since it is stable and qsort is not bound to be. */
static void sort_rows(struct cell **rows, struct cell **spare, size_t n,
		      const struct sort_key *keys, size_t count)
{
	if (n < 2)
		return;
	size_t half = n / 2, i = 0, j = half, k = 0;
	sort_rows(rows, spare, half, keys, count);
	sort_rows(rows + half, spare, n - half, keys, count);
	while (i < half || j < n) {
		bool right =
		    i == half || (j < n && compare_rows(rows[j], rows[i], keys, count) < 0);
		spare[k++] = right ? rows[j++] : rows[i++];
	}
	memcpy(rows, spare, n * sizeof *rows);
}

const char *sheet_sort(struct sheet *s, const char *list)
{
	struct sort_key *keys = NULL;
	size_t count = 0;
	const char *name;
	while ((name = next_name(s->arena, &list))) {
		bool down = name[0] == '-';
		size_t column = find_column(s, name + down);
		if (column == s->width)
			return name + down;
		keys = arena_more(s->arena, keys, count, sizeof *keys);
		keys[count++] = (struct sort_key){column, down};
	}
	struct cell **spare = memory_get(s->count * sizeof(struct cell *));
	sort_rows(s->rows, spare, s->count, keys, count);
	free(spare);
	return NULL;
}
