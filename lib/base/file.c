/* SPDX-License-Identifier: MIT
 * file: reading files and folders by name. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sha256.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

int file_open(const char *name)
{
	return strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
}

void file_close(int fd)
{
	int kept = errno;
	if (fd != STDIN_FILENO)
		close(fd);
	errno = kept;
}

/* Up to `room` bytes; fewer only at the end. -1: errno says why. */
static ssize_t read_full(int fd, char *bytes, size_t room)
{
	size_t n = 0;
	while (n < room) {
		ssize_t got = read(fd, bytes + n, room - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		n += (size_t)got;
	}
	return (ssize_t)n;
}

/* A file of known size needs one piece; others are read into pieces twice as large each time. One
 * byte more than `limit` is asked for, so that a file too large is told from one that just fits. */
enum file_result file_read_rest(struct arena *a, int fd, const char *head, size_t n, size_t limit,
				struct file_bytes *file)
{
	struct stat st;
	size_t room = 2 * n + 64 * 1024;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		if ((uintmax_t)st.st_size > limit)
			return FILE_LARGE;
		room = n + (size_t)st.st_size + 1;
	}
	char *bytes = arena_alloc(a, room + 1);
	if (n)
		memcpy(bytes, head, n);
	for (;;) {
		ssize_t got = read_full(fd, bytes + n, room - n);
		if (got < 0)
			return FILE_MISSING;
		n += (size_t)got;
		if (n > limit)
			return FILE_LARGE;
		if (n < room)
			break;
		char *more = arena_alloc(a, room * 2 + 1);
		memcpy(more, bytes, n);
		bytes = more;
		room *= 2;
	}
	bytes[n] = '\0';
	*file = (struct file_bytes){bytes, n};
	return FILE_OK;
}

enum file_result file_read(struct arena *a, const char *name, size_t limit, struct file_bytes *file)
{
	int fd = file_open(name);
	if (fd < 0)
		return FILE_MISSING;
	enum file_result result = file_read_rest(a, fd, NULL, 0, limit, file);
	file_close(fd);
	return result;
}

long file_fill(int fd, char *head, size_t n)
{
	return (long)read_full(fd, head, n);
}

bool file_is_regular(const char *name)
{
	struct stat st;
	return strcmp(name, "-") != 0 && stat(name, &st) == 0 && S_ISREG(st.st_mode);
}

bool file_is_folder(const char *name)
{
	struct stat st;
	return strcmp(name, "-") != 0 && stat(name, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool ends_in(const char *name, const char *const endings[])
{
	size_t n = strlen(name);
	for (; *endings; endings++) {
		size_t m = strlen(*endings);
		if (n > m && strcmp(name + n - m, *endings) == 0)
			return true;
	}
	return false;
}

static bool collect(struct arena *a, const char *folder, const char *const endings[], bool deep,
		    struct file_names *list)
{
	DIR *d = opendir(folder);
	if (!d)
		return false;
	bool fine = true;
	for (struct dirent *e; fine && (errno = 0, e = readdir(d));) {
		if (e->d_name[0] == '.')
			continue;
		const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
		char *path = arena_format(a, "%s%s%s", folder, slash, e->d_name);
		struct stat st;
		if (stat(path, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode)) {
			struct stat link;
			if (deep && lstat(path, &link) == 0 && !S_ISLNK(link.st_mode))
				fine = collect(a, path, endings, deep, list);
		} else if (ends_in(e->d_name, endings)) {
			list->names = arena_more(a, list->names, list->count, sizeof *list->names);
			list->names[list->count++] = path;
		}
	}
	int kept = errno;
	closedir(d);
	errno = kept;
	return fine;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

bool file_list(struct arena *a, const char *folder, const char *const endings[], bool deep,
	       struct file_names *list)
{
	*list = (struct file_names){0};
	if (!collect(a, folder, endings, deep, list))
		return false;
	if (list->count)
		qsort(list->names, list->count, sizeof *list->names, compare_names);
	return true;
}

long file_head(const char *name, char *head, size_t n)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	ssize_t got = read(fd, head, n);
	file_close(fd);
	return (long)got;
}

const char *file_base(const char *name)
{
	const char *slash = strrchr(name, '/');
	return slash ? slash + 1 : name;
}

char *file_folder(struct arena *a, const char *name)
{
	const char *slash = strrchr(name, '/');
	if (!slash)
		return arena_text(a, ".");
	return arena_copy(a, name, slash == name ? 1 : (size_t)(slash - name));
}

char *file_sha256(struct arena *a, const char *bytes, size_t n)
{
	char *hex = arena_alloc(a, SHA256_DIGEST_STRING_LENGTH);
	return SHA256Data((const uint8_t *)bytes, n, hex);
}
