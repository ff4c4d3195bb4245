/* SPDX-License-Identifier: MIT
 * A disk that becomes full, for LD_PRELOAD: writes to files whose name ends in ".csv" take only
 * PAR_ROOM bytes more, then none; with PAR_SYNC set it is the waiting for the disk that fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_log(int fd)
{
	char link[64], name[4096];
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, name, sizeof name);
	return n > 4 && memcmp(name + n - 4, ".csv", 4) == 0;
}

ssize_t write(int fd, const void *bytes, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);
	static long room = -1;
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "write");
	if (room < 0)
		room = getenv("PAR_ROOM") ? atol(getenv("PAR_ROOM")) : 1L << 40;
	if (!is_log(fd))
		return real(fd, bytes, n);
	if (room == 0 && n) {
		errno = ENOSPC;
		return -1;
	}
	if (n > (size_t)room)
		n = (size_t)room;
	room -= (long)n;
	return real(fd, bytes, n);
}

int fdatasync(int fd)
{
	static int (*real)(int);
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "fdatasync");
	if (is_log(fd) && getenv("PAR_SYNC")) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}
