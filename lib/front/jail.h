/* SPDX-License-Identifier: MIT
 * jail: work on what came from anywhere, in a child process that can compute and answer and nothing
 * else: no new privileges, no file to open (Landlock, where the kernel has it), no file to write, a
 * bound on memory, time and answer. What it prints comes back whole or not at all.
 * For bands front and above. */
#ifndef PAR_JAIL_H
#define PAR_JAIL_H

#include <stddef.h>

#include "base/file.h"

struct arena;

struct jail_limits {
	size_t memory;	  /* bytes of address space */
	unsigned compute; /* seconds of the processor's time */
	unsigned wait;	  /* seconds by the clock */
	size_t output;	  /* bytes of standard output and of standard error, each */
};

extern const struct jail_limits jail_usual;

enum jail_end {
	JAIL_DONE,   /* it ended by itself: `status`, `out` and `err` are its own */
	JAIL_MEMORY, /* it asked for more memory than the limit */
	JAIL_TIME,
	JAIL_OUTPUT,
	JAIL_DIED,    /* of a signal, or without an answer */
	JAIL_REFUSED, /* the system gives no process or no pipe: errno says why */
	JAIL_ABSENT,  /* jail_program: there is no such program */
};

struct jail_result {
	enum jail_end end;
	int status;
	struct file_bytes out, err; /* in the arena; empty unless JAIL_DONE */
};

/* What work(user) prints on standard output and standard error, and the status 0..15 it returns.
 * Nothing that it changes in memory is seen here. Standard input is empty for it. */
struct jail_result jail_run(struct arena *a, const struct jail_limits *limits,
			    int (*work)(void *user), void *user);

/* The same for a program, argv[0] its whole path, with `input` as its standard input. It may open and
 * run what is below /usr, /lib, /lib64 and /bin, and read the fonts' settings. */
struct jail_result jail_program(struct arena *a, const struct jail_limits *limits,
				const char *const argv[], struct file_bytes input);

/* What an end other than JAIL_DONE means, as a part of a sentence in the chosen language. */
const char *jail_says(struct arena *a, const struct jail_limits *limits, enum jail_end end);

#endif
