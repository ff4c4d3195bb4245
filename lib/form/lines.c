/* SPDX-License-Identifier: MIT
 * lines: reads large pieces, cuts them into lines, and normalises only what needs it: this is the
 * part of reading a log that must cost next to nothing. */
#include "form/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/csvrows.h"
#include "form/source.h"

enum {
	PIECE = 256 * 1024, /* bytes asked for at once */
	BATCH = 16 * 1024,  /* bytes of lines handed out at once: they stay in the cache */
};

static bool refuse(struct lines *l, struct place at, enum code code, const char *what)
{
	findings_add(l->findings, at, code, what, NULL, NULL);
	return false;
}

/* CRLF and lone CR become LF in the n bytes at s; returns how many are left. */
static size_t unify_ends(struct lines *l, char *s, size_t n)
{
	size_t to = 0;
	for (size_t i = 0; i < n; i++) {
		bool second = s[i] == '\n' && l->after_cr;
		l->after_cr = s[i] == '\r';
		if (!second)
			s[to++] = l->after_cr ? '\n' : s[i];
	}
	return to;
}

static void make_room(struct lines *l)
{
	if (l->pos) {
		memmove(l->bytes, l->bytes + l->pos, l->n - l->pos);
		l->n -= l->pos;
		l->pos = 0;
	}
	if (l->room - l->n > PIECE)
		return;
	l->room = l->n + 2 * PIECE;
	if (l->room < l->n * 2)
		l->room = l->n * 2;
	l->bytes = memory_resize(l->bytes, l->room);
}

/* At most PIECE bytes: first those that somebody read already, then the file's. */
static ssize_t next_piece(struct lines *l)
{
	if (l->head_size) {
		size_t n = l->head_size < PIECE ? l->head_size : PIECE;
		memcpy(l->bytes + l->n, l->head, n);
		l->head += n;
		l->head_size -= n;
		return (ssize_t)n;
	}
	if (l->whole)
		return 0;
	ssize_t got;
	do
		got = read(l->fd, l->bytes + l->n, PIECE);
	while (got < 0 && errno == EINTR);
	return got;
}

/* Reads one more piece. One byte stays free: a torn last line gets its LF there. */
static bool fill(struct lines *l)
{
	make_room(l);
	ssize_t got = next_piece(l);
	if (got < 0) {
		l->lost = l->ended = true;
		return refuse(l, (struct place){.file = l->name}, CODE_FILE_UNREADABLE,
			      words_system(errno));
	}
	if (got == 0)
		l->ended = true;
	char *piece = l->bytes + l->n;
	if (l->after_cr || memchr(piece, '\r', (size_t)got))
		l->n += unify_ends(l, piece, (size_t)got);
	else
		l->n += (size_t)got;
	return true;
}

static size_t skip_blank(const struct lines *l)
{
	size_t i = l->pos;
	while (i < l->n && (l->bytes[i] == '\n' || l->bytes[i] == ' ' || l->bytes[i] == '\t'))
		i++;
	return i;
}

const char *lines_head(const struct lines *l, size_t *n)
{
	const char *start = l->bytes + skip_blank(l);
	while (start > l->bytes + l->pos && start[-1] != '\n')
		start--;
	const char *end = memchr(start, '\n', (size_t)(l->bytes + l->n - start));
	*n = (size_t)((end ? end : l->bytes + l->n) - start);
	return start;
}

void lines_skip_head(struct lines *l)
{
	size_t n;
	size_t end = (size_t)(lines_head(l, &n) - l->bytes) + n;
	for (; l->pos < end; l->pos++)
		l->line += l->bytes[l->pos] == '\n';
	if (l->pos < l->n) {
		l->pos++;
		l->line++;
	}
}

/* Enough of the file to see its first line. */
static bool read_head(struct lines *l)
{
	while (!l->ended && l->n < PIECE) {
		size_t from = skip_blank(l);
		if (from < l->n && memchr(l->bytes + from, '\n', l->n - from))
			return true;
		if (!fill(l))
			return false;
	}
	return true;
}

static bool check_head(struct lines *l)
{
	struct place start = {.file = l->name, .line = 1, .column = 1};
	const char *s = l->bytes;
	if (l->n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0))
		return refuse(l, start, CODE_NOT_UTF8, s[0] == '\xff' ? "0xFF" : "0xFE");
	if (l->n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		l->pos = 3;
	if (l->ended && skip_blank(l) == l->n)
		return refuse(l, (struct place){.file = l->name}, CODE_FILE_EMPTY, NULL);
	return true;
}

bool lines_open(struct lines *l, const struct csv_source *source, struct findings *findings)
{
	const char *name = source->name;
	*l = (struct lines){.name = name,
			    .findings = findings,
			    .fd = source->fd,
			    .head = source->head,
			    .head_size = source->head_size,
			    .whole = source->whole,
			    .line = 1};
	if (l->fd < 0 && !l->whole)
		l->fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (l->fd < 0 && !l->whole)
		return refuse(l, (struct place){.file = name}, CODE_FILE_UNREADABLE,
			      words_system(errno));
	if (read_head(l) && check_head(l))
		return true;
	lines_close(l);
	return false;
}

void lines_close(struct lines *l)
{
	if (l->fd > STDIN_FILENO)
		close(l->fd);
	free(l->bytes);
	arena_free(l->scratch);
}

/* Whole lines of about BATCH bytes at pos; 0 when there is none in what was read. */
static size_t whole_lines(const struct lines *l)
{
	const char *s = l->bytes + l->pos;
	size_t n = l->n - l->pos, size = n < BATCH ? n : BATCH;
	for (size_t i = size; i > 0; i--)
		if (s[i - 1] == '\n')
			return i;
	const char *end = memchr(s + size, '\n', n - size);
	return end ? (size_t)(end - s) + 1 : 0;
}

/* Leaves out a line that is too long to be one. */
static enum lines_result skip_long(struct lines *l, struct batch *batch)
{
	batch->line = l->line++;
	refuse(l, (struct place){l->name, batch->line, 1}, CODE_FIELD_LARGE,
	       arena_format(l->findings->arena, "%d", LINE_LIMIT));
	for (;;) {
		char *end = memchr(l->bytes + l->pos, '\n', l->n - l->pos);
		if (end) {
			l->pos = (size_t)(end - l->bytes) + 1;
			return LINES_BAD;
		}
		l->pos = l->n;
		if (l->ended)
			return LINES_BAD;
		if (!fill(l))
			return LINES_LOST;
	}
}

/* A line that is no text; `bad` is the offset of its first bad byte. A torn one was cut within a
 * character, which says nothing about the file. */
static enum lines_result refuse_line(struct lines *l, struct batch *batch, size_t bad)
{
	const char *s = l->bytes + l->pos;
	unsigned byte = (unsigned char)s[bad];
	struct place at = source_place(l->name, s, bad);
	at.line = batch->line = l->line;
	if (batch->torn)
		refuse(l, at, CODE_LAST_LINE_TORN, NULL);
	else if (!byte)
		refuse(l, at, CODE_FILE_BINARY, "U+0000");
	else
		refuse(l, at, CODE_NOT_UTF8, arena_format(l->findings->arena, "0x%02X", byte));
	const char *end = memchr(s, '\n', l->n - l->pos);
	l->pos += (size_t)(end - s) + 1;
	l->line++;
	return LINES_BAD;
}

static void split(struct batch *batch, size_t n)
{
	size_t i = 0;
	batch->count = 0;
	for (;;) {
		if (batch->count == batch->room) {
			batch->room = batch->room ? batch->room * 2 : 512;
			batch->starts =
			    memory_resize(batch->starts, batch->room * sizeof *batch->starts);
		}
		batch->starts[batch->count] = i;
		if (i == n)
			return;
		batch->count++;
		i = (size_t)((char *)memchr(batch->text + i, '\n', n - i) - batch->text) + 1;
	}
}

/* The n bytes of whole lines at pos, up to the first line that is no text. */
static enum lines_result take(struct lines *l, struct batch *batch, size_t n)
{
	char *s = l->bytes + l->pos;
	bool common = source_is_common(s, n);
	size_t valid = common ? n : utf8_check(s, n), size = n;
	if (valid < n) {
		for (size = valid; size > 0 && s[size - 1] != '\n'; size--)
			continue;
		if (size == 0)
			return refuse_line(l, batch, valid);
	}
	l->pos += size;
	batch->text = s;
	batch->line = l->line;
	if (!common && utf8_may_need_nfc(s, size)) {
		l->scratch = arena_new();
		const char *normal = source_nfc(l->scratch, s, size, &size);
		if (normal != s)
			batch->text = arena_copy(l->scratch, normal, size);
	}
	split(batch, size);
	l->line += (unsigned)batch->count;
	return LINES_READ;
}

enum lines_result lines_next(struct lines *l, struct batch *batch)
{
	size_t n;
	arena_free(l->scratch);
	l->scratch = NULL;
	batch->torn = false;
	batch->count = 0;
	while ((n = whole_lines(l)) == 0 && !l->ended) {
		if (l->n - l->pos > LINE_LIMIT)
			return skip_long(l, batch);
		if (!fill(l))
			return LINES_LOST;
	}
	if (l->lost)
		return LINES_DONE;
	if (n == 0 && l->pos == l->n)
		return LINES_DONE;
	if (n == 0) {
		batch->torn = true;
		l->bytes[l->n++] = '\n';
		n = l->n - l->pos;
	}
	return n > LINE_LIMIT ? skip_long(l, batch) : take(l, batch, n);
}
