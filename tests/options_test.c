/* SPDX-License-Identifier: MIT
 * The command line: what is taken, what is refused in which words, and a help that lists it all. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/options.h"
#include "check.h"

static bool all, overdue;
static const char *quarter, *log_file, *area;
static struct option_values tasks, operands;

static const struct option_row first_rows[] = {
    {"quarter", 'q', "QUARTER", NULL, &quarter, NULL,
     "only what is due in this quarter, however it is written: Q2, Q2/2024, 2024-Q2, and so on",
     "chỉ việc đến hạn trong quý này, viết cách nào cũng được: Q2, Q2/2024, 2024-Q2, Quý II/2024",
     NULL},
    {"all", 'a', NULL, &all, NULL, NULL, "done ones too", "cả việc đã xong", NULL},
    {"overdue", 0, NULL, &overdue, NULL, NULL, "what is late", "việc quá hạn", NULL},
    {"task", 't', "ID", NULL, NULL, &tasks, "this task", "nhiệm vụ này", NULL},
    {"area", 0, "AREA", NULL, &area, NULL, "this area", "mục này", NULL},
    {0},
};

static const struct option_row second_rows[] = {
    {"log", 0, "FILE", NULL, &log_file, NULL, "this log", "sổ này", NULL},
    {"an-option-with-a-long-name", 0, "ARGUMENT", NULL, NULL, NULL, "long", "dài", NULL},
    {"help", 'h', NULL, NULL, NULL, NULL, "this help", "trợ giúp này", NULL},
    {0},
};

static const struct command_line line = {
    .tool = "par-due",
    .synopsis = "[OPTION…] [FILE…]",
    .english = "Shows what is due.",
    .vietnamese = "Cho biết việc nào đến hạn.",
    .rows = {first_rows, second_rows},
    .tables = 2,
};

/* What was written to `stream` since start_capture. */
static FILE *captured;
static int saved;

static void start_capture(FILE *stream)
{
	fflush(stream);
	saved = dup(fileno(stream));
	captured = tmpfile();
	dup2(fileno(captured), fileno(stream));
}

static char *end_capture(struct arena *a, FILE *stream)
{
	fflush(stream);
	dup2(saved, fileno(stream));
	close(saved);
	long n = fseek(captured, 0, SEEK_END) == 0 ? ftell(captured) : 0;
	char *text = arena_copy(a, "", 0);
	if (n > 0) {
		text = arena_alloc(a, (size_t)n + 1);
		rewind(captured);
		text[fread(text, 1, (size_t)n, captured)] = '\0';
	}
	fclose(captured);
	return text;
}

/* The words of a command line, parted by one blank; what is said on standard error. */
static bool parse(struct arena *a, const char *words, const char **said)
{
	char *copy = arena_text(a, words), **argv = NULL;
	int argc = 0;
	all = overdue = false;
	quarter = log_file = area = NULL;
	tasks = operands = (struct option_values){0};
	for (char *s = strtok(copy, " "); s; s = strtok(NULL, " ")) {
		argv = arena_more(a, argv, (size_t)argc, sizeof *argv);
		argv[argc++] = s;
	}
	argv = arena_more(a, argv, (size_t)argc, sizeof *argv);
	argv[argc] = NULL;
	start_capture(stderr);
	bool fine = options_parse(a, &line, argc, argv, &operands);
	*said = end_capture(a, stderr);
	return fine;
}

struct good_case {
	const char *words, *taken;
};

static const struct good_case good[] = {
    {"par-due", "- - - . . [] []"},
    {"par-due a.yaml - b", "- - - . . [] [a.yaml - b]"},
    {"par-due --quarter Q2 a", "Q2 - - . . [] [a]"},
    {"par-due a --quarter=Q2", "Q2 - - . . [] [a]"},
    {"par-due -q Q2 -qQ3", "Q3 - - . . [] []"},
    {"par-due -aq Q2", "Q2 - - a . [] []"},
    {"par-due -aqQ2", "Q2 - - a . [] []"},
    {"par-due --quarter=", " - - . . [] []"},
    {"par-due --quarter=a=b", "a=b - - . . [] []"},
    {"par-due --quarter --all", "--all - - . . [] []"},
    {"par-due --all --all --overdue", "- - - a o [] []"},
    {"par-due --task 1 -t 2 --task=3", "- - - . . [1 2 3] []"},
    {"par-due -- --all -q", "- - - . . [] [--all -q]"},
    {"par-due a -- b -- c", "- - - . . [] [a b -- c]"},
    {"par-due --area Vie\xcc\xa3\xcc\x82t", "- Việt - . . [] []"},
    {"par-due --log e\xcc\x82.csv e\xcc\x82.csv", "- - e\xcc\x82.csv . . [] [e\xcc\x82.csv]"},
    {"par-due --log=\xff.csv \xff", "- - \xff.csv . . [] [\xff]"},
};

static const char *join(struct arena *a, const struct option_values *v)
{
	const char *s = "";
	for (size_t i = 0; i < v->count; i++)
		s = arena_format(a, "%s%s%s", s, i ? " " : "", v->items[i]);
	return s;
}

static void test_good(struct arena *a)
{
	check_begin("options and operands in any order; words in NFC, file names as they are");
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		const char *said;
		CHECK(parse(a, good[i].words, &said));
		const char *taken =
		    arena_format(a, "%s %s %s %s %s [%s] [%s]", quarter ? quarter : "-",
				 area ? area : "-", log_file ? log_file : "-", all ? "a" : ".",
				 overdue ? "o" : ".", join(a, &tasks), join(a, &operands));
		CHECK_FOR(good[i].words, taken, good[i].taken);
		CHECK_TEXT(said, "");
	}
}

struct bad_case {
	const char *words, *english, *vietnamese;
};

static const struct bad_case bad[] = {
    {"par-due --overdu", "unknown option --overdu; did you mean --overdue?",
     "không có tùy chọn --overdu; có phải --overdue không?"},
    {"par-due --over", "unknown option --over; did you mean --overdue?",
     "không có tùy chọn --over; có phải --overdue không?"},
    {"par-due --quater=Q2", "unknown option --quater; did you mean --quarter?",
     "không có tùy chọn --quater; có phải --quarter không?"},
    {"par-due --zzzzzz", "unknown option --zzzzzz; see par-due --help",
     "không có tùy chọn --zzzzzz; xem par-due --help"},
    {"par-due -aZ", "unknown option -Z; see par-due --help",
     "không có tùy chọn -Z; xem par-due --help"},
    {"par-due --=x", "unknown option --; see par-due --help",
     "không có tùy chọn --; xem par-due --help"},
    {"par-due --quarter", "option --quarter needs a value: QUARTER",
     "tùy chọn --quarter cần giá trị: QUARTER"},
    {"par-due -aq", "option --quarter needs a value: QUARTER",
     "tùy chọn --quarter cần giá trị: QUARTER"},
    {"par-due --all=1", "option --all takes no value, but 1 is given",
     "tùy chọn --all không nhận giá trị (1)"},
    {"par-due --area \xff", "the value of --area is not UTF-8: \\xFF",
     "giá trị của --area không phải UTF-8: \\xFF"},
    {"par-due --\x1b[31m", "unknown option --^[[31m; see par-due --help",
     "không có tùy chọn --^[[31m; xem par-due --help"},
};

static void test_bad(struct arena *a)
{
	check_begin("what is wrong is said in one line, in both languages");
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		const char *said;
		words_speak(LANGUAGE_EN);
		CHECK(!parse(a, bad[i].words, &said));
		CHECK_FOR(bad[i].words, said, arena_format(a, "par-due: %s\n", bad[i].english));
		words_speak(LANGUAGE_VI);
		CHECK(!parse(a, bad[i].words, &said));
		CHECK_FOR(bad[i].words, said, arena_format(a, "par-due: %s\n", bad[i].vietnamese));
	}
}

static const char *help(struct arena *a, enum language language)
{
	words_speak(language);
	start_capture(stdout);
	options_help(&line);
	return end_capture(a, stdout);
}

static const char english_help[] =
    "Usage: par-due [OPTION…] [FILE…]\n"
    "Shows what is due.\n"
    "\n"
    "  -q, --quarter QUARTER  only what is due in this quarter, however it is\n"
    "                         written: Q2, Q2/2024, 2024-Q2, and so on\n"
    "  -a, --all              done ones too\n"
    "      --overdue          what is late\n"
    "  -t, --task ID          this task\n"
    "      --area AREA        this area\n"
    "\n"
    "      --log FILE         this log\n"
    "      --an-option-with-a-long-name ARGUMENT\n"
    "                         long\n"
    "  -h, --help             this help\n";

static void test_help(struct arena *a)
{
	check_begin("the help has every option of the tables, in lines of at most 80 columns");
	CHECK_TEXT(help(a, LANGUAGE_EN), english_help);
	const char *vietnamese = help(a, LANGUAGE_VI);
	CHECK(strncmp(vietnamese, "Cách dùng: par-due", strlen("Cách dùng: par-due")) == 0);
	for (size_t t = 0; t < line.tables; t++) {
		for (const struct option_row *row = line.rows[t]; row->name; row++) {
			const char *option = arena_format(a, "--%s", row->name);
			CHECK_FOR(option, strstr(vietnamese, option) ? "there" : "missing",
				  "there");
			const char *word = strstr(vietnamese, row->argument ? row->argument : "");
			CHECK_FOR(option, word ? "there" : "missing", "there");
		}
	}
	char *copy = arena_text(a, vietnamese);
	for (char *s = strtok(copy, "\n"); s; s = strtok(NULL, "\n"))
		CHECK(utf8_width(s) <= 80 && s[strlen(s) - 1] != ' ');
}

int main(void)
{
	struct arena *a = arena_new();
	test_good(a);
	test_bad(a);
	test_help(a);
	arena_free(a);
	return check_end();
}
