/* SPDX-License-Identifier: MIT
 * command: what all tools share: their common options, the day, the language, the printing of a
 * sheet and of the findings, the exit status. For bands front and above. */
#ifndef PAR_COMMAND_H
#define PAR_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/findings.h"
#include "duty/select.h"
#include "form/options.h"
#include "form/sheet.h"
#include "front/workspace.h"

enum exit_status { EXIT_DONE, EXIT_LOOK, EXIT_NOT_DONE, EXIT_SYSTEM };

enum format {
	FORMAT_TEXT,
	FORMAT_CSV,
	FORMAT_JSON,
	FORMAT_MORE
}; /* FORMAT_MORE + i: more.names[i] */

/* What a tool prints beside text, csv and json; set before its option rows are made. */
struct more_formats {
	const char *const *names;	  /* NULL at the end; NULL: none */
	const char *english, *vietnamese; /* the help of --format */
};

/* What the common options were given. */
struct command {
	const char *tool;
	struct arena *arena;
	struct findings findings;
	struct option_values operands;
	bool help, version, excel, keep_going;
	bool judge_rules; /* the answer rests on rules: what is wrong in them is told */
	const char *as_of_text, *format_text, *columns, *sort, *lang, *agencies, *calendar, *known;
	struct selection selection;
	struct option_values lists[6]; /* of --plan --area --field --task --status --level */
	struct option_values names[3]; /* of --agency --with --match */
	const char *kind_text;
	day as_of;
	enum format format;
	struct more_formats more;
	size_t width; /* command_width at the start */
};

/* A command's options: the tool's own rows, then those of `common`, then those for choosing. */
enum { COMMAND_COMMON_ROWS = 12, COMMAND_SELECT_ROWS = 12 };
void command_common_rows(struct command *c, struct option_row rows[COMMAND_COMMON_ROWS]);
void command_select_rows(struct command *c, struct option_row rows[COMMAND_SELECT_ROWS]);

/* Parses; answers --help and --version; works out the day, the format and the language. -1: go on;
 * else the exit status to end with. */
int command_start(struct command *c, const struct command_line *line, int argc, char *argv[]);

/* --known as seconds since 1970 (0 when it is not given): -1, or the status to end with. */
int command_known(const struct command *c, int64_t *known);

/* Loads the operands. NULL after the findings were printed: end with EXIT_NOT_DONE. */
struct workspace *command_load(struct command *c, bool needs_plan);

/* Adds the finding that there is no plan where the operands point; returns EXIT_NOT_DONE. */
int command_no_files(struct command *c);

/* One line on standard error, "par-due: …"; returns EXIT_NOT_DONE. */
int command_refuse(const struct command *c, const char *english, const char *vietnamese,
		   const char *word);

/* Sorts the sheet and chooses its columns. EXIT_DONE, or EXIT_NOT_DONE for an unknown column. */
int command_arrange(const struct command *c, struct sheet *sheet);

/* Chooses, sorts and prints the sheet. EXIT_DONE, or EXIT_NOT_DONE for an unknown column. */
int command_print(struct command *c, struct sheet *sheet);

/* Prints the findings, closes standard output, frees; the exit status: `status`, or 1 for an error
 * among the findings or a file left out, or 3 when the output could not be written. */
int command_end(struct command *c, const struct workspace *w, int status);

/* This moment in UTC, 2024-03-21T08:02:11Z: only for what is written down, never for an answer. */
char *command_now(struct arena *a);

/* Columns of the terminal; 80 off one. */
size_t command_width(void);

#endif
