/* SPDX-License-Identifier: MIT
 * options: a table of options parses the command line and prints the help. Abbreviations are
 * refused, an unknown option is answered with the nearest one. For bands form and above. */
#ifndef PAR_OPTIONS_H
#define PAR_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct option_row {
	const char *name;     /* without dashes */
	char letter;	      /* 0: none */
	const char *argument; /* what it takes, as the help shows it (DATE); NULL: nothing */
	bool *flag;	      /* set when given (may be NULL) */
	const char **value;   /* last value given (may be NULL) */
	struct option_values *values;	  /* every value given (may be NULL) */
	const char *english, *vietnamese; /* help */
	const char *vietnamese_argument;  /* NULL: as `argument` */
};

struct option_values {
	const char **items;
	size_t count;
};

struct command_line {
	const char *tool;			    /* par-due */
	const char *synopsis, *vietnamese_synopsis; /* behind the tool's name */
	const char *english, *vietnamese;	    /* what it does, one or two sentences */
	const struct option_row *rows[3];	    /* tables, each ended by a row without a name */
	size_t tables;
};

/* Operands in order. False after one message on standard error (exit 2). `--` ends options, `-` is
 * an operand, --name=value and --name value, -abc and -n value. */
bool options_parse(struct arena *a, const struct command_line *line, int argc, char *argv[],
		   struct option_values *operands);

/* The help, to standard output. */
void options_help(const struct command_line *line);

#endif
