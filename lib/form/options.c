/* SPDX-License-Identifier: MIT
 * options: the command line by a table. It does not know what an option means. */
#include "form/options.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/sheet.h"
#include "form/wrap.h"

enum { HELP_WIDTH = 80, LEFT_LIMIT = 30 };

struct parse {
	struct arena *arena;
	const struct command_line *line;
	char **next; /* the next word; NULL behind the last */
};

/* Says what is wrong in one line; {1} and {2} of the sentence are `what` and `more`. */
static const char *argument_of(const struct option_row *row)
{
	return words_pick(row->argument,
			  row->vietnamese_argument ? row->vietnamese_argument : row->argument);
}

static bool refuse(const struct parse *p, const char *sentence, const char *what, const char *more)
{
	struct buf text = {0};
	for (const char *s = sentence; *s; s++) {
		if (s[0] != '{') {
			buf_char(&text, *s);
			continue;
		}
		buf_text(&text, s[1] == '1' ? what : more);
		s += 2;
	}
	char *line = buf_take(&text, p->arena);
	fprintf(stderr, "%s: %s\n", p->line->tool, sheet_visible(p->arena, line));
	return false;
}

/* The rows of all tables, one after the other; NULL behind the last. */
static const struct option_row *row_at(const struct command_line *line, size_t i)
{
	for (size_t t = 0; t < line->tables; t++)
		for (const struct option_row *row = line->rows[t]; row->name; row++)
			if (i-- == 0)
				return row;
	return NULL;
}

static const struct option_row *find_name(const struct command_line *line, const char *name,
					  size_t n)
{
	const struct option_row *row;
	for (size_t i = 0; (row = row_at(line, i)); i++)
		if (strlen(row->name) == n && memcmp(row->name, name, n) == 0)
			return row;
	return NULL;
}

static const struct option_row *find_letter(const struct command_line *line, char letter)
{
	const struct option_row *row;
	for (size_t i = 0; (row = row_at(line, i)); i++)
		if (row->letter && row->letter == letter)
			return row;
	return NULL;
}

/* The option that was meant: the only one that begins so, else the one most like it. */
static const char *guess_name(const struct parse *p, const char *name)
{
	const char **names = NULL, *begins = NULL;
	const struct option_row *row;
	size_t count = 0, many = 0;
	for (; (row = row_at(p->line, count)); count++) {
		names = arena_more(p->arena, names, count, sizeof *names);
		names[count] = row->name;
		if (strncmp(row->name, name, strlen(name)) == 0) {
			begins = row->name;
			many++;
		}
	}
	return many == 1 ? begins : text_nearest(name, names, count);
}

static bool refuse_unknown(const struct parse *p, const char *name)
{
	const char *near =
	    utf8_check(name, strlen(name)) == strlen(name) && *name ? guess_name(p, name) : NULL;
	if (near)
		return refuse(p,
			      words_pick("unknown option --{1}; did you mean --{2}?",
					 "không có tùy chọn --{1}; có phải --{2} không?"),
			      name, near);
	return refuse(p,
		      words_pick("unknown option --{1}; see {2} --help",
				 "không có tùy chọn --{1}; xem {2} --help"),
		      name, p->line->tool);
}

static void add_value(struct arena *a, struct option_values *values, const char *value)
{
	values->items = arena_more(a, values->items, values->count, sizeof *values->items);
	values->items[values->count++] = value;
}

/* Words are compared with files in NFC, so they are normalised like them; a file's name is not. */
static bool take_value(const struct parse *p, const struct option_row *row, const char *value)
{
	size_t n = strlen(value);
	if (!strstr(row->argument, "FILE")) {
		if (utf8_check(value, n) != n)
			return refuse(p,
				      words_pick("the value of --{1} is not UTF-8: {2}",
						 "giá trị của --{1} không phải UTF-8: {2}"),
				      row->name, value);
		const char *normal = utf8_nfc(p->arena, value, n, &n);
		value = arena_copy(p->arena, normal, n);
	}
	if (row->flag)
		*row->flag = true;
	if (row->value)
		*row->value = value;
	if (row->values)
		add_value(p->arena, row->values, value);
	return true;
}

/* `given` is the value that came with the option itself, else NULL. */
static bool take_option(struct parse *p, const struct option_row *row, const char *given)
{
	if (!row->argument) {
		if (given)
			return refuse(p,
				      words_pick("option --{1} takes no value, but {2} is given",
						 "tùy chọn --{1} không nhận giá trị ({2})"),
				      row->name, given);
		if (row->flag)
			*row->flag = true;
		return true;
	}
	if (!given && !*p->next)
		return refuse(p,
			      words_pick("option --{1} needs a value: {2}",
					 "tùy chọn --{1} cần giá trị: {2}"),
			      row->name, argument_of(row));
	return take_value(p, row, given ? given : *p->next++);
}

static bool take_long(struct parse *p, const char *word)
{
	const char *value = strchr(word, '=');
	size_t n = value ? (size_t)(value - word) : strlen(word);
	const struct option_row *row = find_name(p->line, word, n);
	if (!row)
		return refuse_unknown(p, arena_copy(p->arena, word, n));
	return take_option(p, row, value ? value + 1 : NULL);
}

/* -abc, -n value, -nvalue. */
static bool take_letters(struct parse *p, const char *word)
{
	for (const char *s = word; *s; s++) {
		const struct option_row *row = find_letter(p->line, *s);
		if (!row)
			return refuse(p,
				      words_pick("unknown option -{1}; see {2} --help",
						 "không có tùy chọn -{1}; xem {2} --help"),
				      arena_copy(p->arena, s, 1), p->line->tool);
		if (row->argument)
			return take_option(p, row, s[1] ? s + 1 : NULL);
		if (!take_option(p, row, NULL))
			return false;
	}
	return true;
}

bool options_parse(struct arena *a, const struct command_line *line, int argc, char *argv[],
		   struct option_values *operands)
{
	struct parse p = {a, line, argc > 0 ? argv + 1 : argv};
	bool only_operands = false;
	while (*p.next) {
		const char *word = *p.next++;
		if (only_operands || word[0] != '-' || !word[1])
			add_value(a, operands, word);
		else if (strcmp(word, "--") == 0)
			only_operands = true;
		else if (!(word[1] == '-' ? take_long(&p, word + 2) : take_letters(&p, word + 1)))
			return false;
	}
	return true;
}

/* "  -q, --quarter PERIOD" */
static const char *left_part(struct arena *a, const struct option_row *row)
{
	char letter[] = {'-', row->letter, ',', ' ', '\0'};
	return arena_format(a, "  %s--%s%s%s", row->letter ? letter : "    ", row->name,
			    row->argument ? " " : "", row->argument ? argument_of(row) : "");
}

static size_t left_width(struct arena *a, const struct command_line *line)
{
	const struct option_row *row;
	size_t most = 0;
	for (size_t i = 0; (row = row_at(line, i)); i++) {
		size_t width = utf8_width(left_part(a, row));
		if (width > most && width <= LEFT_LIMIT)
			most = width;
	}
	return most + 2;
}

static void print_row(struct arena *a, const struct option_row *row, size_t left)
{
	const char *option = left_part(a, row);
	size_t width = utf8_width(option);
	fputs(option, stdout);
	if (width + 2 > left) {
		putchar('\n');
		width = 0;
	}
	printf("%*s", (int)(left - width), "");
	wrap_print(stdout, words_pick(row->english, row->vietnamese), HELP_WIDTH, left);
}

void options_help(const struct command_line *line)
{
	struct arena *a = arena_new();
	const char *usage = words_pick("Usage:", "Cách dùng:");
	char *synopsis = arena_format(a, "%s %s %s", usage, line->tool,
				      words_pick(line->synopsis, line->vietnamese_synopsis
								     ? line->vietnamese_synopsis
								     : line->synopsis));
	size_t left = left_width(a, line);
	wrap_print(stdout, synopsis, HELP_WIDTH, utf8_width(usage) + 1);
	wrap_print(stdout, words_pick(line->english, line->vietnamese), HELP_WIDTH, 0);
	for (size_t t = 0; t < line->tables; t++) {
		putchar('\n');
		for (const struct option_row *row = line->rows[t]; row->name; row++)
			print_row(a, row, left);
	}
	arena_free(a);
}
