/* SPDX-License-Identifier: MIT
 * jail: a child, two pipes and a timer. It knows nothing of what the child does. */
#define _GNU_SOURCE /* pipe2, memfd_create, close_range */
#include "front/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "front/jail_private.h"

const struct jail_limits jail_usual = {
    .memory = (size_t)1536 << 20,
#ifdef PAR_MALLOC /* sanitizers are slow */
    .compute = 120,
    .wait = 600,
#else
    .compute = 20,
    .wait = 200, /* a machine may be busy */
#endif
    .output = (size_t)128 << 20,
};

/* How the child says that it ended by itself; a sanitizer, the C library and a shell have other
 * numbers. The work's own status is added to STATUS_DONE. */
enum { STATUS_DONE = 0xd0, STATUS_MEMORY = 0xe0, STATUS_ABSENT = 0xe1, STATUS_OPEN = 0xe2 };

struct jail {
	const struct jail_limits *limits;
	int (*work)(void *user);
	void *user;
	const char *const *argv; /* NULL: work */
	int input;		 /* standard input of the child */
	int pipes[2][2];	 /* of its standard output and standard error */
	int timer;
	pid_t parent, child;
};

static void close_from(int first)
{
	if (syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0)
		return;
	long most = sysconf(_SC_OPEN_MAX);
	for (int fd = first; fd < (most > 0 ? most : 1 << 16); fd++)
		close(fd);
}

/* The parent's streams may have been closed, so that a descriptor of ours has one of their numbers:
 * none may be lost to another's copy, nor be closed when a program starts. */
static bool take_streams(const struct jail *j)
{
	const int own[3] = {j->input, j->pipes[0][1], j->pipes[1][1]};
	int high[3];
	bool done = true;
	for (int i = 0; i < 3; i++)
		done = (high[i] = fcntl(own[i], F_DUPFD, STDERR_FILENO + 1)) >= 0 && done;
	for (int i = 0; i < 3; i++)
		done = done && dup2(high[i], i) >= 0;
	close_from(STDERR_FILENO + 1);
	return done;
}

/* A group of its own, so that nothing it starts is left behind; and it must not outlive the parent,
 * whatever ends that. Signals are as the system has them, whatever the parent's parent ignored. */
static bool take_place(const struct jail *j)
{
	sigset_t none;
	sigemptyset(&none);
	return setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
	       getppid() == j->parent && signal(SIGXCPU, SIG_DFL) != SIG_ERR &&
	       signal(SIGPIPE, SIG_DFL) != SIG_ERR && sigprocmask(SIG_SETMASK, &none, NULL) == 0;
}

static _Noreturn void be_child(const struct jail *j)
{
	if (!take_place(j) || !take_streams(j) || !jail_confine(j->limits, j->argv != NULL))
		_exit(STATUS_OPEN);
	if (!j->argv) {
		memory_out_silent(STATUS_MEMORY);
		_exit(STATUS_DONE + (j->work(j->user) & 0xf));
	}
	char *const environment[] = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", NULL};
	execve(j->argv[0], (char *const *)j->argv, environment);
	_exit(errno == ENOENT ? STATUS_ABSENT : STATUS_OPEN);
}

static bool open_all(struct jail *j)
{
	const struct itimerspec wait = {.it_value = {.tv_sec = j->limits->wait}};
	j->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
	return j->input >= 0 && j->timer >= 0 && timerfd_settime(j->timer, 0, &wait, NULL) == 0 &&
	       pipe2(j->pipes[0], O_CLOEXEC) == 0 && pipe2(j->pipes[1], O_CLOEXEC) == 0;
}

/* errno stays. */
static void close_one(int *fd)
{
	int kept = errno;
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
	errno = kept;
}

static void close_all(struct jail *j)
{
	close_one(&j->input);
	close_one(&j->timer);
	for (int i = 0; i < 4; i++)
		close_one(&j->pipes[i / 2][i % 2]);
}

/* What one pipe holds now; closes it at its end. */
static enum jail_end take(int *fd, struct buf *b, size_t most)
{
	char piece[64 * 1024];
	ssize_t n = read(*fd, piece, sizeof piece);
	if (n < 0)
		return errno == EINTR ? JAIL_DONE : JAIL_REFUSED;
	if (n == 0)
		close_one(fd);
	else if (b->n + (size_t)n > most)
		return JAIL_OUTPUT;
	else
		buf_bytes(b, piece, (size_t)n);
	return JAIL_DONE;
}

/* Reads both pipes to their ends. Anything but JAIL_DONE: the child must be ended. */
static enum jail_end listen_to(struct jail *j, struct buf said[2])
{
	int *out = &j->pipes[0][0], *err = &j->pipes[1][0];
	enum jail_end end = JAIL_DONE;
	while (end == JAIL_DONE && (*out >= 0 || *err >= 0)) {
		struct pollfd ready[3] = {
		    {.fd = *out, .events = POLLIN},
		    {.fd = *err, .events = POLLIN},
		    {.fd = j->timer, .events = POLLIN},
		};
		if (poll(ready, 3, -1) < 0) {
			if (errno == EINTR)
				continue;
			return JAIL_REFUSED;
		}
		if (ready[2].revents)
			return JAIL_TIME;
		for (int i = 0; i < 2 && end == JAIL_DONE; i++)
			if (ready[i].revents)
				end = take(&j->pipes[i][0], &said[i], j->limits->output);
	}
	return end;
}

/* Until it has ended; it is not yet gone, so that its number is nobody else's. One that closed its
 * streams and sleeps is as late as one that never closes them. */
static enum jail_end await(const struct jail *j)
{
	enum { PAUSE = 2 }; /* milliseconds */
	for (;;) {
		siginfo_t ended = {0};
		struct pollfd timer = {.fd = j->timer, .events = POLLIN};
		if (waitid(P_PID, (id_t)j->child, &ended, WEXITED | WNOHANG | WNOWAIT) != 0) {
			if (errno != EINTR)
				return JAIL_REFUSED;
		} else if (ended.si_pid != 0)
			return JAIL_DONE;
		if (poll(&timer, 1, PAUSE) > 0)
			return JAIL_TIME;
	}
}

/* Whatever is left of the child and of what it started. */
static int end_child(const struct jail *j)
{
	int status = 0;
	if (kill(-j->child, SIGKILL) != 0) /* it has not come to have its group */
		kill(j->child, SIGKILL);
	while (waitpid(j->child, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

static enum jail_end judge_work(int status, int *answer)
{
	if (status >= STATUS_DONE && status < STATUS_DONE + 16) {
		*answer = status - STATUS_DONE;
		return JAIL_DONE;
	}
	return status == STATUS_MEMORY ? JAIL_MEMORY : JAIL_DIED;
}

static enum jail_end judge(const struct jail *j, int status, int *answer)
{
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == SIGXCPU ? JAIL_TIME : JAIL_DIED;
	*answer = WEXITSTATUS(status);
	if (*answer == STATUS_OPEN) {
		errno = EPERM;
		return JAIL_REFUSED;
	}
	if (!j->argv)
		return judge_work(*answer, answer);
	return *answer == STATUS_ABSENT ? JAIL_ABSENT : JAIL_DONE;
}

static struct jail_result attend(struct arena *a, struct jail *j)
{
	struct jail_result result = {0};
	struct buf said[2] = {{0}, {0}};
	close_one(&j->pipes[0][1]);
	close_one(&j->pipes[1][1]);
	result.end = listen_to(j, said);
	if (result.end == JAIL_DONE)
		result.end = await(j);
	int kept = errno;
	int status = end_child(j);
	errno = kept;
	if (result.end == JAIL_DONE)
		result.end = judge(j, status, &result.status);
	kept = errno;
	struct file_bytes *to[] = {&result.out, &result.err};
#ifdef PAR_MALLOC /* what a sanitizer says of the child's death must be seen */
	if (result.end == JAIL_DIED && said[1].n)
		fwrite(said[1].s, 1, said[1].n, stderr);
#endif
	for (int i = 0; i < 2; i++) {
		size_t n = result.end == JAIL_DONE ? said[i].n : 0;
		*to[i] = (struct file_bytes){arena_copy(a, said[i].s, n), n};
		buf_free(&said[i]);
	}
	errno = kept;
	return result;
}

static struct jail_result run(struct arena *a, struct jail *j)
{
	struct jail_result result = {.end = JAIL_REFUSED};
	if (open_all(j)) {
		fflush(NULL);		  /* or the child would print it too */
		signal(SIGCHLD, SIG_DFL); /* ignored, its status would be lost */
		j->parent = getpid();
		j->child = fork();
		if (j->child == 0)
			be_child(j);
		if (j->child > 0)
			result = attend(a, j);
	}
	close_all(j);
	return result;
}

struct jail_result jail_run(struct arena *a, const struct jail_limits *limits,
			    int (*work)(void *user), void *user)
{
	struct jail j = {
	    .limits = limits, .work = work, .user = user, .pipes = {{-1, -1}, {-1, -1}}};
	j.input = open("/dev/null", O_RDONLY | O_CLOEXEC);
	return run(a, &j);
}

/* An open file of these bytes that has no name and can no more be changed; -1: errno says why. */
static int file_of(struct file_bytes bytes)
{
	enum { SEALS = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL };
	int fd = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	for (size_t done = 0; fd >= 0 && done < bytes.size;) {
		ssize_t n = write(fd, bytes.bytes + done, bytes.size - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			errno = n < 0 ? errno : ENOSPC;
			close_one(&fd);
			break;
		}
		done += (size_t)n;
	}
	if (fd >= 0 && (lseek(fd, 0, SEEK_SET) != 0 || fcntl(fd, F_ADD_SEALS, SEALS) != 0))
		close_one(&fd);
	return fd;
}

struct jail_result jail_program(struct arena *a, const struct jail_limits *limits,
				const char *const argv[], struct file_bytes input)
{
	struct jail j = {.limits = limits, .argv = argv, .pipes = {{-1, -1}, {-1, -1}}};
	j.input = file_of(input);
	return run(a, &j);
}

const char *jail_says(struct arena *a, const struct jail_limits *limits, enum jail_end end)
{
	switch (end) {
	case JAIL_MEMORY:
		return arena_format(
		    a, words_pick("it needs more than %zu MiB of memory", "cần hơn %zu MiB bộ nhớ"),
		    limits->memory >> 20);
	case JAIL_TIME:
		return arena_format(a,
				    words_pick("it takes more than %u seconds of computing",
					       "cần hơn %u giây xử lý"),
				    limits->compute);
	case JAIL_OUTPUT:
		return arena_format(
		    a, words_pick("it gives more than %zu MiB of text", "sinh ra hơn %zu MiB chữ"),
		    limits->output >> 20);
	case JAIL_REFUSED:
		return words_system(errno);
	default:
		return words_pick("the reader broke off in it", "bộ đọc bị dừng giữa chừng");
	}
}
