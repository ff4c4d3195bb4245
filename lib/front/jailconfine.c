/* SPDX-License-Identifier: MIT
 * jailconfine: a process gives up files, privileges and resources. It knows no work and no pipes.
 * Landlock is asked by number: its newer rights are in no header that a stable system has. */
#define _GNU_SOURCE /* O_PATH, syscall */
#include "front/jail_private.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* linux/landlock.h, <https://docs.kernel.org/userspace-api/landlock.html>. */
struct landlock_ruleset {
	uint64_t files, network, scoped;
};

struct landlock_path {
	uint64_t allowed;
	int32_t parent;
} __attribute__((packed));

enum {
	LANDLOCK_VERSION = 1,
	LANDLOCK_PATH = 1,
	MAY_EXECUTE = 1 << 0,
	MAY_READ_FILE = 1 << 2,
	MAY_READ_FOLDER = 1 << 3,
};

/* Numbers are the same on every architecture since 5.13. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

/* All rights over files that this version of Landlock knows: 13 in the first, REFER, TRUNCATE, and
 * IOCTL_DEV in the fifth. A right that the kernel does not know would be refused. */
static uint64_t file_rights(long version)
{
	static const int known[] = {0, 13, 14, 15, 15, 16};
	return (UINT64_C(1) << known[version < 5 ? version : 5]) - 1;
}

/* What programs, their libraries and their fonts need; nothing else of /etc, which holds secrets. */
static void allow_system(int rules)
{
	static const struct {
		const char *path;
		uint64_t allowed;
	} open_to[] = {
	    {"/usr", MAY_EXECUTE | MAY_READ_FILE | MAY_READ_FOLDER},
	    {"/lib", MAY_EXECUTE | MAY_READ_FILE | MAY_READ_FOLDER},
	    {"/lib64", MAY_EXECUTE | MAY_READ_FILE | MAY_READ_FOLDER},
	    {"/bin", MAY_EXECUTE | MAY_READ_FILE | MAY_READ_FOLDER},
	    {"/etc/fonts", MAY_READ_FILE | MAY_READ_FOLDER},
	    {"/etc/ld.so.cache", MAY_READ_FILE},
	};
	for (size_t i = 0; i < sizeof open_to / sizeof *open_to; i++) {
		struct landlock_path path = {
		    .allowed = open_to[i].allowed,
		    .parent = open(open_to[i].path, O_PATH | O_CLOEXEC),
		};
		if (path.parent < 0)
			continue;
		syscall(SYS_landlock_add_rule, rules, LANDLOCK_PATH, &path, 0);
		close(path.parent);
	}
}

/* A kernel without Landlock leaves the other limits to do their part. */
static bool close_files(bool program)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION);
	if (version < 1)
		return true;
	struct landlock_ruleset rights = {.files = file_rights(version)};
	if (version >= 4)
		rights.network = 3; /* to bind and to connect */
	if (version >= 6)
		rights.scoped = 3; /* sockets without a name, signals to others */
	size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
	int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, size, 0);
	if (rules < 0)
		return false;
	if (program)
		allow_system(rules);
	bool done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return done;
}

/* Never above what the process was allowed before. */
static bool limit(__rlimit_resource_t what, rlim_t soft, rlim_t hard)
{
	struct rlimit now;
	if (getrlimit(what, &now) != 0)
		return false;
	if (now.rlim_max == RLIM_INFINITY || now.rlim_max > hard)
		now.rlim_max = hard;
	now.rlim_cur = soft < now.rlim_max ? soft : now.rlim_max;
	return setrlimit(what, &now) == 0;
}

static bool limit_all(const struct jail_limits *l, bool program)
{
	/* Work opens nothing: with three files open and no more allowed it cannot, whatever the kernel. */
	rlim_t files = program ? 32 : 3;
	bool memory = true;
#ifndef PAR_MALLOC /* a sanitizer's shadow takes terabytes of addresses */
	memory = limit(RLIMIT_AS, l->memory, l->memory);
#else
	memory = !program || limit(RLIMIT_AS, l->memory, l->memory);
#endif
	bool processes = program || limit(RLIMIT_NPROC, 0, 0);
	return memory && processes && limit(RLIMIT_CPU, l->compute, l->compute + 2) &&
	       limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_CORE, 0, 0) &&
	       limit(RLIMIT_NOFILE, files, files);
}

bool jail_confine(const struct jail_limits *limits, bool program)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && close_files(program) &&
	       limit_all(limits, program);
}
