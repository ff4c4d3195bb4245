/* SPDX-License-Identifier: MIT
 * fuzz: any text as a cell of agencies. Each word of it must come back in a name or a role, but for
 * the words and marks that part names; and what comes back must part into itself without end. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "data/agency.h"
#include "form/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Words that part names, and numbers that count them: "1." "a)". */
static int parts(const char *word)
{
	static const char *const words[] = {
	    "và",  "cùng", "với",  "hoặc", "các", "những", "tất",  "cả",  "toàn", "thể", "bộ",
	    "mọi", "từng", "một",  "số",   "mỗi", "va",	   "cung", "voi", "hoac", "cac", "nhung",
	    "tat", "ca",   "toan", "the",  "bo",  "moi",   "tung", "mot", "so"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return 1;
	return strlen(word) <= 2;
}

static int holds(struct arena *a, const char *text, const char *word)
{
	const char *in = arena_format(a, " %s ", text_key(a, text ? text : ""));
	return strstr(in, arena_format(a, " %s ", word)) != NULL;
}

static void check_words(struct arena *a, const char *cell, const struct cell_names *names)
{
	char *key = text_key(a, text_squeeze(a, cell));
	for (char *word = strtok(key, " "); word; word = strtok(NULL, " ")) {
		int found = parts(word);
		for (size_t i = 0; i < names->count && !found; i++)
			found = holds(a, names->names[i].name, word) ||
				holds(a, names->names[i].role, word);
		if (!found) {
			fprintf(stderr, "lost: \"%s\"\n", word);
			abort();
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct file_bytes raw = {arena_copy(a, (const char *)data, size), size}, text;
	if (size < 2000 && source_text(a, "fuzz", raw, &findings, &text)) {
		struct cell_names names = agency_split(a, text.bytes, NULL, NULL);
		check_words(a, text.bytes, &names);
		int value = agency_likeness(text.bytes);
		if (value < 0 || value > 100)
			abort();
		const struct group *group = group_built_in(text.bytes);
		if (group)
			group_binds(group, NULL, text.bytes);
		agency_place(a, text.bytes);
		for (size_t i = 0; i < names.count; i++)
			agency_kind_of_name(names.names[i].name);
	}
	arena_free(a);
	return 0;
}
