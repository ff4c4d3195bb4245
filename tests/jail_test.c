/* SPDX-License-Identifier: MIT
 * What a process in the jail cannot do, and how its ends are told apart. */
#define _GNU_SOURCE /* syscall, usleep */
#include "front/jail.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/words.h"
#include "check.h"

static struct jail_limits small(void)
{
	return (struct jail_limits){(size_t)256 << 20, 2, 3, 1 << 20};
}

static bool has_landlock(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0, 1) > 0;
}

static int says_both(void *user)
{
	printf("%s\n", (const char *)user);
	fputs("doubt\n", stderr);
	fflush(stdout);
	return 7;
}

/* One letter for each thing that the jail should forbid and did not. */
static int tries_all(void *user)
{
	struct rlimit files;
	char byte;
	bool landlock = *(const bool *)user;
	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
		fputs("p", stdout);
	if (landlock && open("/etc/passwd", O_RDONLY) >= 0)
		fputs("r", stdout);
	if (landlock && open("jail-test-file", O_WRONLY | O_CREAT, 0600) >= 0)
		fputs("w", stdout);
	if (read(STDIN_FILENO, &byte, 1) != 0)
		fputs("i", stdout);
	for (int fd = 3; fd < 64; fd++) /* an open file of the parent's is still here */
		if (fcntl(fd, F_GETFD) >= 0)
			fputs("f", stdout);
	if (dup(STDOUT_FILENO) >= 0) /* whatever the kernel */
		fputs("d", stdout);
	if (socket(AF_INET, SOCK_DGRAM, 0) >= 0)
		fputs("n", stdout);
	if (getpgrp() != getpid())
		fputs("g", stdout);
	if (getrlimit(RLIMIT_FSIZE, &files) != 0 || files.rlim_max != 0)
		fputs("s", stdout);
	if (getrlimit(RLIMIT_CORE, &files) != 0 || files.rlim_max != 0)
		fputs("c", stdout);
	puts(".");
	fflush(stdout);
	return 0;
}

static int takes_memory(void *user)
{
	struct arena *a = arena_new();
	(void)user;
	for (int i = 0; i < 1024; i++)
		memset(arena_alloc(a, (size_t)4 << 20), 1, (size_t)4 << 20);
	return 0;
}

static int takes_time(void *user)
{
	(void)user;
	for (volatile unsigned i = 1; i > 0; i |= 1)
		;
	return 0;
}

static int sleeps(void *user)
{
	(void)user;
	sleep(60);
	return 0;
}

static int floods(void *user)
{
	(void)user;
	for (;;)
		if (puts("row after row after row after row after row after row") < 0)
			return 1;
}

static int dies(void *user)
{
	(void)user;
	puts("half an answer");
	fflush(stdout);
	raise(SIGTERM);
	return 0;
}

static int leaves(void *user)
{
	(void)user;
	_exit(0);
}

static struct jail_result run(struct arena *a, int (*work)(void *user), void *user)
{
	struct jail_limits limits = small();
	return jail_run(a, &limits, work, user);
}

static void test_answers(struct arena *a)
{
	check_begin("what the work prints and returns comes back, to the byte");
	struct jail_result r = run(a, says_both, "việc");
	CHECK(r.end == JAIL_DONE && r.status == 7);
	CHECK_TEXT(r.out.bytes, "việc\n");
	CHECK_TEXT(r.err.bytes, "doubt\n");
	CHECK(r.out.size == strlen("việc\n"));
}

static void test_forbidden(struct arena *a)
{
	check_begin("no file, no privilege, no open file of the parent, an empty input");
	bool landlock = has_landlock();
	int mine = open("/dev/null", O_RDONLY); /* not closed on exec: must not be seen in there */
	struct jail_result r = run(a, tries_all, &landlock);
	close(mine);
	CHECK_TEXT(r.out.bytes, ".\n");
	CHECK(access("jail-test-file", F_OK) != 0);
}

static void test_ends(struct arena *a)
{
	check_begin("memory, time, sleep, a flood, a signal and silence are told apart");
#ifndef PAR_MALLOC /* sanitizers need all addresses there are */
	CHECK(run(a, takes_memory, NULL).end == JAIL_MEMORY);
#endif
	CHECK(run(a, takes_time, NULL).end == JAIL_TIME);
	CHECK(run(a, sleeps, NULL).end == JAIL_TIME);
	CHECK(run(a, floods, NULL).end == JAIL_OUTPUT);
	CHECK(run(a, leaves, NULL).end == JAIL_DIED);
	struct jail_result r = run(a, dies, NULL);
	CHECK(r.end == JAIL_DIED);
	CHECK(r.out.size == 0);
	CHECK_TEXT(r.out.bytes, "");
	for (int end = JAIL_MEMORY; end <= JAIL_DIED; end++) {
		struct jail_limits limits = small();
		CHECK(strlen(jail_says(a, &limits, (enum jail_end)end)) > 10);
	}
}

static struct jail_result shell(struct arena *a, const char *script, const char *input)
{
	struct jail_limits limits = small();
	const char *const argv[] = {"/bin/sh", "-c", script, NULL};
	return jail_program(a, &limits, argv, (struct file_bytes){input, strlen(input)});
}

static void test_programs(struct arena *a)
{
	check_begin("a program gets its input, and can neither write a file nor read a home");
	struct jail_result r = shell(a, "cat; echo said >&2; exit 5", "tờ trình");
	CHECK(r.end == JAIL_DONE && r.status == 5);
	CHECK_TEXT(r.out.bytes, "tờ trình");
	CHECK_TEXT(r.err.bytes, "said\n");
	r = shell(a, "echo x 2>/dev/null >jail-test-file", "");
	CHECK(r.status != 0 && access("jail-test-file", F_OK) != 0);
	r = shell(a, "exec 2>&-; ls /proc/self /root /tmp >&-; ls /home && echo seen", "");
	CHECK(!has_landlock() || r.out.size == 0);
	CHECK(shell(a, "sleep 60", "").end == JAIL_TIME);
	CHECK(shell(a, "while :; do echo flood; done", "").end == JAIL_OUTPUT);
	CHECK(shell(a, "kill -SEGV $$", "").end == JAIL_DIED);
	CHECK(shell(a, "exec >&- 2>&-; sleep 60", "").end == JAIL_TIME);
	CHECK(shell(a, "kill -KILL $$", "").end == JAIL_DIED);
	CHECK(shell(a, "cat /etc/passwd >&-", "").status != 0 || !has_landlock());
	CHECK(shell(a, "echo x >&0", "tờ trình").end == JAIL_DIED);
}

static void test_group(struct arena *a)
{
	check_begin("nothing that a child started outlives it");
	struct jail_result r = shell(a, "sleep 60 >&- 2>&- & echo $!", "");
	CHECK(r.end == JAIL_DONE);
	pid_t left = (pid_t)strtol(r.out.bytes, NULL, 10);
	bool gone = false;
	for (int i = 0; i < 200 && !gone; i++) {
		char *name = arena_format(a, "/proc/%d/stat", (int)left), state = 'Z';
		FILE *stat = fopen(name, "r");
		if (stat && fscanf(stat, "%*d (%*[^)]) %c", &state) != 1)
			state = 'Z';
		if (stat)
			fclose(stat);
		gone = state == 'Z';
		usleep(10000);
	}
	CHECK(left > 0 && gone);
}

static void test_inherited(struct arena *a)
{
	check_begin("what the parent's parent ignored or blocked changes nothing");
	sigset_t all, before;
	sigfillset(&all);
	signal(SIGCHLD, SIG_IGN);
	signal(SIGXCPU, SIG_IGN);
	sigprocmask(SIG_SETMASK, &all, &before);
	CHECK(run(a, says_both, "việc").status == 7);
	CHECK(run(a, takes_time, NULL).end == JAIL_TIME);
	sigprocmask(SIG_SETMASK, &before, NULL);
	signal(SIGXCPU, SIG_DFL);
}

static void test_absent(struct arena *a)
{
	check_begin("a program that is not there is said to be absent");
	struct jail_limits limits = small();
	const char *const argv[] = {"/usr/bin/no-such-program", NULL};
	struct jail_result r = jail_program(a, &limits, argv, (struct file_bytes){"", 0});
	CHECK(r.end == JAIL_ABSENT);
	const char *const data[] = {"/etc/passwd", NULL};
	CHECK(jail_program(a, &limits, data, (struct file_bytes){"", 0}).end == JAIL_REFUSED);
}

int main(void)
{
	struct arena *a = arena_new();
	words_speak(LANGUAGE_EN);
	test_answers(a);
	test_forbidden(a);
	test_ends(a);
	test_programs(a);
	test_group(a);
	test_inherited(a);
	test_absent(a);
	arena_free(a);
	return check_end();
}
