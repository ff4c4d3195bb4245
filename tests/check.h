/* SPDX-License-Identifier: MIT
 * check: the few lines a unit test needs. Each check_begin starts a test, check_end prints its
 * verdict in TAP and returns the exit status. For tests only. */
#ifndef PAR_CHECK_H
#define PAR_CHECK_H

#include <stdio.h>
#include <string.h>

static int check_tests, check_bad_tests, check_bad;
static const char *check_name;

static inline void check_close(void)
{
	if (!check_name)
		return;
	check_tests++;
	check_bad_tests += check_bad > 0;
	printf("%s %d - %s\n", check_bad ? "not ok" : "ok", check_tests, check_name);
	check_name = NULL;
}

static inline void check_begin(const char *name)
{
	check_close();
	check_name = name;
	check_bad = 0;
}

static inline void check_fail(const char *file, int line, const char *what, const char *got,
			      const char *want)
{
	check_bad++;
	fprintf(stderr, "%s:%d: %s\n", file, line, what);
	if (want)
		fprintf(stderr, "\tgot  \"%s\"\n\twant \"%s\"\n", got ? got : "(null)", want);
}

static inline void check_text(const char *file, int line, const char *got, const char *want,
			      const char *what)
{
	if (!got || strcmp(got, want) != 0)
		check_fail(file, line, what, got, want);
}

/* CHECK_FOR names the case of a table that failed. */
#define CHECK(condition)                                                                           \
	((condition) ? (void)0 : check_fail(__FILE__, __LINE__, #condition, NULL, NULL))
#define CHECK_TEXT(got, want) check_text(__FILE__, __LINE__, got, want, #got)
#define CHECK_FOR(which, got, want) check_text(__FILE__, __LINE__, got, want, which)

static inline int check_end(void)
{
	check_close();
	printf("1..%d\n", check_tests);
	return check_bad_tests ? 1 : 0;
}

#endif
