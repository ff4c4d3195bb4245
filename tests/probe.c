/* SPDX-License-Identifier: MIT
 * probe: lets shell tests ask the parsers by themselves.
 *   probe deadline YEAR WORDS     canonical words, then a line for each doubt
 *   probe split CELL              a name a line, then a line for each doubt
 *   probe key TEXT                the folded key */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "data/agency.h"
#include "time/deadline.h"

static void print_doubt(enum code code, const char *say, const char *suggest)
{
	printf("[%s] %s%s%s\n", code_info(code)->name, say ? say : "", suggest ? " -> " : "",
	       suggest ? suggest : "");
}

static void probe_deadline(struct arena *a, const char *year, const char *words)
{
	struct phrase_context context = {.year = atoi(year), .last_year = atoi(year)};
	struct reading r = deadline_read(a, words, &context);
	for (size_t i = 0; i < r.deadline.count; i++) {
		const struct part *p = &r.deadline.parts[i];
		printf("%s%s%s%s", i ? ", " : "", p->what ? p->what : "", p->what ? ": " : "",
		       part_text(a, p));
	}
	putchar('\n');
	for (size_t i = 0; i < r.doubt_count; i++)
		print_doubt(r.doubts[i].code, r.doubts[i].say, r.doubts[i].suggest);
}

static void probe_split(struct arena *a, const char *cell)
{
	struct cell_names n = agency_split(a, cell, NULL, NULL);
	for (size_t i = 0; i < n.count; i++)
		printf("%s%s%s%s\n", n.names[i].name, n.names[i].role ? " (" : "",
		       n.names[i].role ? n.names[i].role : "", n.names[i].role ? ")" : "");
	for (size_t i = 0; i < n.doubt_count; i++)
		print_doubt(n.doubts[i].code, n.doubts[i].say, n.doubts[i].suggest);
}

int main(int argc, char *argv[])
{
	struct arena *a = arena_new();
	if (argc == 4 && strcmp(argv[1], "deadline") == 0)
		probe_deadline(a, argv[2], argv[3]);
	else if (argc == 3 && strcmp(argv[1], "split") == 0)
		probe_split(a, argv[2]);
	else if (argc == 3 && strcmp(argv[1], "key") == 0)
		puts(text_key(a, argv[2]));
	else
		return 2;
	arena_free(a);
	return 0;
}
