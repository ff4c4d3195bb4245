/* SPDX-License-Identifier: MIT
 * logout: appending under a lock. Nothing that stands in the file is ever rewritten; what was written
 * in part is taken back, but only where it is still the end of the file. */
#define _DEFAULT_SOURCE /* flock */
#include "data/logout.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/log.h"
#include "form/csvfield.h"
#include "form/csvrows.h"
#include "form/lines.h"

enum { HEAD = 64 * 1024 };

static enum logout_result say(const struct log_file *f, enum logout_result result, const char *why,
			      struct findings *findings)
{
	findings_add(findings, (struct place){f->name, 0, 0}, CODE_FILE_UNWRITABLE, why, NULL,
		     NULL);
	return result;
}

static enum logout_result say_errno(const struct log_file *f, enum logout_result result,
				    struct findings *findings)
{
	return say(f, result, words_system(errno), findings);
}

/* ---- the layout of what is there ---- */

void logout_heading(struct buf *b, const struct log_layout *layout)
{
	for (size_t i = 0; i < layout->width; i++) {
		if (i)
			buf_char(b, layout->separator);
		csv_put(b, layout->names[i], layout->separator);
	}
}

static void usual_layout(struct arena *a, struct log_layout *layout)
{
	*layout = (struct log_layout){.separator = ',', .end = "\n"};
	while (log_column(layout->width))
		layout->width++;
	layout->names = arena_alloc(a, layout->width * sizeof *layout->names);
	for (size_t i = 0; i < layout->width; i++)
		layout->names[i] = log_column(i);
}

static const char *usual_heading(struct arena *a, const struct log_layout *layout)
{
	struct buf b = {0};
	logout_heading(&b, layout);
	buf_text(&b, layout->end);
	return buf_take(&b, a);
}

static bool has_name(const struct log_layout *layout, const char *name)
{
	for (size_t i = 0; i < layout->width; i++)
		if (strcmp(layout->names[i], name) == 0)
			return true;
	return false;
}

static void take_heading(struct arena *a, struct log_layout *layout, const struct log_reader *r)
{
	size_t count;
	const char *const *heading = log_heading(r, &count);
	layout->separator = log_separator(r);
	layout->names = arena_alloc(a, (count + 1) * sizeof *layout->names);
	for (size_t i = 0; i < count; i++) {
		int column = log_column_find(heading[i]);
		const char *name =
		    column < 0 ? text_key(a, heading[i]) : log_column((size_t)column);
		layout->names[layout->width] = has_name(layout, name) ? "" : name;
		layout->width++;
	}
}

/* All of n bytes at an offset; fewer at the file's end; -1. */
static ssize_t read_at(int fd, char *into, size_t n, off_t offset)
{
	size_t have = 0;
	while (have < n) {
		ssize_t got = pread(fd, into + have, n - have, offset + (off_t)have);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		have += (size_t)got;
	}
	return (ssize_t)have;
}

static enum logout_result read_layout(struct arena *a, struct log_file *f,
				      struct findings *findings)
{
	char *head = arena_alloc(a, HEAD);
	ssize_t n = read_at(f->fd, head, HEAD, 0);
	if (n < 0)
		return say_errno(f, LOGOUT_REFUSED, findings);
	const char *end = memchr(head, '\n', (size_t)n);
	f->layout =
	    (struct log_layout){.end = end && end > head && end[-1] == '\r' ? "\r\n" : "\n"};
	int fd = dup(f->fd);
	if (fd < 0 || lseek(fd, 0, SEEK_SET) < 0)
		return say_errno(f, LOGOUT_FAILED, findings);
	const struct csv_source source = {.name = f->name, .fd = fd};
	struct log_reader *reader = log_open(a, &source, findings);
	if (!reader)
		return LOGOUT_REFUSED;
	take_heading(a, &f->layout, reader);
	log_close(reader);
	return LOGOUT_DONE;
}

/* A new log whose writer was stopped within the heading: the rest of it is what is missing. */
static bool is_torn_heading(struct arena *a, struct log_file *f)
{
	struct log_layout usual;
	usual_layout(a, &usual);
	const char *heading = usual_heading(a, &usual);
	size_t n = (size_t)f->size;
	char *start = arena_alloc(a, strlen(heading));
	if (n >= strlen(heading) || read_at(f->fd, start, n, 0) != (ssize_t)n ||
	    memcmp(start, heading, n) != 0)
		return false;
	f->layout = usual;
	f->before = heading + n;
	f->torn = n ? 1 : 0;
	return true;
}

/* ---- a torn last line ---- */

/* The number of line ends in the first n bytes. */
static unsigned count_lines(const struct log_file *f, char *block, off_t n)
{
	unsigned lines = 0;
	for (off_t at = 0; at < n; at += HEAD) {
		size_t size = n - at < HEAD ? (size_t)(n - at) : HEAD;
		if (read_at(f->fd, block, size, at) != (ssize_t)size)
			return lines;
		for (const char *s = block, *end = block + size;
		     (s = memchr(s, '\n', (size_t)(end - s))); s++)
			lines++;
	}
	return lines;
}

static enum logout_result look_at_end(struct arena *a, struct log_file *f,
				      struct findings *findings)
{
	off_t most = LINE_LIMIT + HEAD;
	size_t n = (size_t)(f->size < most ? f->size : most);
	char last;
	if (read_at(f->fd, &last, 1, f->size - 1) != 1)
		return say_errno(f, LOGOUT_FAILED, findings);
	if (last == '\n')
		return LOGOUT_DONE;
	if (last == '\r') { /* cut within CRLF; or CR alone, to which an LF does no harm */
		f->before = "\n";
		return LOGOUT_DONE;
	}
	char *tail = arena_alloc(a, n);
	if (read_at(f->fd, tail, n, f->size - (off_t)n) != (ssize_t)n)
		return say_errno(f, LOGOUT_FAILED, findings);
	size_t start = n;
	while (start > 0 && tail[start - 1] != '\n' && tail[start - 1] != '\r')
		start--;
	char *block = arena_alloc(a, HEAD);
	f->torn = count_lines(f, block, f->size - (off_t)(n - start)) + 1;
	bool heading = f->torn == 1 || (f->torn == 2 && strncmp(tail, "sep=", 4) == 0);
	f->before = heading ? f->layout.end : logout_mend(a, tail + start, n - start, &f->layout);
	return LOGOUT_DONE;
}

/* ---- opening ---- */

static enum logout_result new_log(struct arena *a, struct log_file *f)
{
	f->fd = -1;
	f->size = 0;
	usual_layout(a, &f->layout);
	f->before = usual_heading(a, &f->layout);
	return LOGOUT_DONE;
}

/* A pipe or a device is not opened at all: that alone may wait for ever. */
static enum logout_result check_kind(const struct log_file *f, const struct stat *s,
				     struct findings *findings)
{
	if (S_ISREG(s->st_mode))
		return LOGOUT_DONE;
	errno = EISDIR;
	return say(f, LOGOUT_REFUSED,
		   S_ISDIR(s->st_mode) ? words_system(errno)
				       : words_pick("it is no regular file, so nothing stays in it",
						    "đây không phải tệp thường nên không lưu được"),
		   findings);
}

static bool lock(int fd)
{
	while (flock(fd, LOCK_EX) != 0)
		if (errno != EINTR)
			return false;
	return true;
}

/* Is the open file still the one of that name? A merge or an editor may have put another there. */
static bool is_named(const struct log_file *f, struct stat *mine)
{
	struct stat named;
	if (fstat(f->fd, mine) != 0 || stat(f->name, &named) != 0)
		return false;
	return mine->st_dev == named.st_dev && mine->st_ino == named.st_ino;
}

static enum logout_result open_there(struct log_file *f, bool locked, struct findings *findings)
{
	struct stat s;
	do {
		if (f->fd >= 0)
			close(f->fd);
		f->fd = -1;
		if (stat(f->name, &s) != 0)
			return errno == ENOENT ? LOGOUT_DONE
					       : say_errno(f, LOGOUT_REFUSED, findings);
		enum logout_result kind = check_kind(f, &s, findings);
		if (kind != LOGOUT_DONE)
			return kind;
		f->fd = open(f->name, (locked ? O_RDWR | O_APPEND : O_RDONLY) | O_CLOEXEC);
		if (f->fd < 0 && errno != ENOENT)
			return say_errno(f, LOGOUT_REFUSED, findings);
		if (f->fd >= 0 && locked && !lock(f->fd))
			return say_errno(f, LOGOUT_FAILED, findings);
	} while (f->fd < 0 || !is_named(f, &s));
	f->size = s.st_size;
	f->locked = locked;
	return LOGOUT_DONE;
}

static enum logout_result look(struct arena *a, struct log_file *f, bool locked,
			       struct findings *findings)
{
	enum logout_result result = open_there(f, locked, findings);
	if (result != LOGOUT_DONE)
		return result;
	if (f->fd < 0)
		return new_log(a, f);
	if (is_torn_heading(a, f))
		return LOGOUT_DONE;
	result = read_layout(a, f, findings);
	return result == LOGOUT_DONE ? look_at_end(a, f, findings) : result;
}

enum logout_result logout_open(struct arena *a, struct log_file *f, const char *name, bool locked,
			       struct findings *findings)
{
	*f = (struct log_file){.name = name, .fd = -1, .before = ""};
	enum logout_result result = look(a, f, locked, findings);
	if (result != LOGOUT_DONE)
		logout_close(f, NULL);
	return result;
}

/* ---- adding ---- */

/* Makes the new file; somebody else may have been quicker. */
static enum logout_result make(struct log_file *f, struct findings *findings)
{
	struct stat s;
	f->fd = open(f->name, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (f->fd < 0 && errno == EEXIST) {
		/* A link that leads nowhere is there and is not: it would be tried for ever. */
		if (lstat(f->name, &s) != 0 || !S_ISLNK(s.st_mode) || stat(f->name, &s) == 0)
			return LOGOUT_AGAIN;
		errno = ENOENT;
		return say_errno(f, LOGOUT_REFUSED, findings);
	}
	if (f->fd < 0)
		return say_errno(
		    f, errno == ENOSPC || errno == EDQUOT ? LOGOUT_FAILED : LOGOUT_REFUSED,
		    findings);
	if (!lock(f->fd))
		return say_errno(f, LOGOUT_FAILED, findings);
	if (!is_named(f, &s) || s.st_size > 0)
		return LOGOUT_AGAIN;
	f->locked = true;
	return LOGOUT_DONE;
}

/* A new name is only safe once its folder is. Not every file system can be asked. */
static void sync_folder(struct arena *a, const char *name)
{
	int fd = open(file_folder(a, name), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

/* Takes back what was written, if nobody who asks for no lock wrote behind it. */
static void take_back(const struct log_file *f, size_t written, bool made)
{
	struct stat s;
	int error = errno;
	if (fstat(f->fd, &s) == 0 && s.st_size == f->size + (off_t)written &&
	    ftruncate(f->fd, f->size) == 0 && made && f->size == 0)
		unlink(f->name);
	errno = error;
}

static bool sync_data(int fd)
{
	while (fdatasync(fd) != 0)
		if (errno != EINTR)
			return false;
	return true;
}

static ssize_t write_once(int fd, const char *bytes, size_t n)
{
	ssize_t written;
	do
		written = write(fd, bytes, n);
	while (written < 0 && errno == EINTR);
	return written;
}

static enum logout_result put(struct log_file *f, const char *bytes, size_t n, bool made,
			      struct findings *findings)
{
	ssize_t written = write_once(f->fd, bytes, n);
	if (written >= 0 && (size_t)written < n) /* what a disk does that has just become full */
		errno = ENOSPC;
	if (written == (ssize_t)n && sync_data(f->fd)) {
		f->size += (off_t)n;
		return LOGOUT_DONE;
	}
	take_back(f, written > 0 ? (size_t)written : 0, made);
	return say_errno(f, LOGOUT_FAILED, findings);
}

enum logout_result logout_append(struct arena *a, struct log_file *f, const char *records, size_t n,
				 struct findings *findings)
{
	bool made = f->fd < 0;
	if (made) {
		enum logout_result result = make(f, findings);
		if (result != LOGOUT_DONE)
			return result;
	}
	struct buf b = {0};
	buf_text(&b, f->before);
	buf_bytes(&b, records, n);
	enum logout_result result = put(f, b.s, b.n, made, findings);
	buf_free(&b);
	if (result == LOGOUT_DONE && made)
		sync_folder(a, f->name);
	return result;
}

enum logout_result logout_close(struct log_file *f, struct findings *findings)
{
	int fd = f->fd;
	f->fd = -1;
	if (fd < 0 || close(fd) == 0 || errno == EINTR || !findings)
		return LOGOUT_DONE;
	return say_errno(f, LOGOUT_FAILED, findings);
}
