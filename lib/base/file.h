/* SPDX-License-Identifier: MIT
 * file: whole files in, names of files below a folder. It knows nothing of what they hold.
 * Any file may include this. */
#ifndef PAR_FILE_H
#define PAR_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct file_bytes {
	const char *bytes; /* NUL behind the last byte, not counted; in the arena */
	size_t size;
};

enum file_result {
	FILE_OK,
	FILE_MISSING, /* cannot be opened or read: errno says why */
	FILE_LARGE,   /* more than `limit` bytes */
};

/* The whole file; "-" is standard input. */
enum file_result file_read(struct arena *a, const char *name, size_t limit,
			   struct file_bytes *file);

/* The rest of an open file behind the n bytes that were read of it already, and those. */
enum file_result file_read_rest(struct arena *a, int fd, const char *head, size_t n, size_t limit,
				struct file_bytes *file);

/* A file that can be opened again by its name: no pipe, no terminal. */
bool file_is_regular(const char *name);

struct file_names {
	char **names; /* in byte order of the paths */
	size_t count;
};

bool file_is_folder(const char *name);

/* Files below `folder` (hidden ones and hidden folders aside) that end in one of `endings`
 * (NULL-terminated list, such as ".yaml"), at any depth, or directly in it when !deep. False: the
 * folder cannot be read (errno). */
bool file_list(struct arena *a, const char *folder, const char *const endings[], bool deep,
	       struct file_names *list);

/* Up to n bytes from a file's start into `head`; -1 when it cannot be read (errno). */
long file_head(const char *name, char *head, size_t n);

/* The same from an open file, however few bytes each read gives. */
long file_fill(int fd, char *head, size_t n);

/* Opens for reading, "-" is standard input; -1: errno says why. */
int file_open(const char *name);
void file_close(int fd); /* not standard input; keeps errno */

/* The part after the last slash. */
const char *file_base(const char *name);

/* The folder of a file name, "." without one; in the arena. */
char *file_folder(struct arena *a, const char *name);

/* SHA-256 of the bytes as 64 hexadecimal digits. */
char *file_sha256(struct arena *a, const char *bytes, size_t n);

#endif
