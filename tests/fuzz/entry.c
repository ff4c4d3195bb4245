/* SPDX-License-Identifier: MIT
 * entry: any texts as the fields of an event, any text as a sheet. What is written is read back as it
 * was meant, and a record that was cut off anywhere spoils nothing behind it. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "data/entries.h"
#include "data/log.h"
#include "data/logout.h"
#include "duty/filled.h"
#include "form/csvrows.h"
#include "form/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char *names[] = {"date",  "plan", "task",	   "agency", "period", "status",
			      "value", "note", "evidence", "by",     "logged"};
static const struct log_layout layouts[] = {
    {names, 11, ',', "\n"}, {names, 9, ';', "\r\n"}, {names, 11, '\t', "\n"}};

/* The number of events in a text, or -1; the note of the last one. */
static int read_events(struct arena *a, const char *text, size_t n, const char **note)
{
	struct findings findings = {.arena = a};
	const struct csv_source source = csv_memory("log.csv", text, n);
	struct log_reader *r = log_open(a, &source, &findings);
	struct event e;
	enum log_result got = LOG_LOST;
	int events = 0;
	while (r && (got = log_next(r, &e)) != LOG_DONE && got != LOG_LOST)
		if (got == LOG_EVENT) {
			events++;
			*note = arena_text(a, e.note);
		}
	log_close(r);
	return got == LOG_DONE ? events : -1;
}

static void check_written(struct arena *a, const char *text, size_t n, unsigned seed)
{
	const struct log_layout *layout = &layouts[seed % 3];
	struct entries list = {.arena = a};
	struct entry *e = entries_more(&list, (struct place){0});
	e->fields[ENTRY_DATE] = "2024-01-02";
	e->fields[ENTRY_TASK] = "1";
	e->fields[ENTRY_STATUS] = "note";
	e->fields[ENTRY_NOTE] = arena_copy(a, text, n);
	e->fields[ENTRY_EVIDENCE] = arena_copy(a, text, n / 2);
	if (utf8_check(e->fields[ENTRY_EVIDENCE], n / 2) != n / 2)
		e->fields[ENTRY_EVIDENCE] = "";
	entries_normal(&list);
	struct file_bytes record = entries_text(&list, layout);
	struct buf b = {0};
	const char *note = NULL;
	logout_heading(&b, layout);
	buf_text(&b, layout->end);
	size_t heading = b.n;
	buf_bytes(&b, record.bytes, record.size);
	if (memchr(record.bytes, '\n', record.size) != record.bytes + record.size - 1 ||
	    read_events(a, b.s, b.n, &note) != 1 || strcmp(note, e->fields[ENTRY_NOTE]) != 0)
		__builtin_trap();
	/* Cut, mended, and written again. */
	size_t cut = seed % (record.size - strlen(layout->end) + 1);
	buf_cut(&b, heading + cut);
	buf_text(&b, cut ? logout_mend(a, record.bytes, cut, layout) : "");
	buf_bytes(&b, record.bytes, record.size);
	int events = read_events(a, b.s, b.n, &note);
	if (events < 1 || events > 2 || strcmp(note, e->fields[ENTRY_NOTE]) != 0)
		__builtin_trap();
	buf_free(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n < 3 || n > 20000)
		return 0;
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	const char *text = (const char *)data + 2;
	if (utf8_check(text, n - 2) == n - 2)
		check_written(a, text, n - 2, data[0] | (unsigned)data[1] << 8);
	struct file_bytes raw = {arena_copy(a, text, n - 2), n - 2}, normal;
	struct entries sheet = {.arena = a}, rows = {.arena = a};
	const struct filled_request request = {0};
	if (source_text(a, "s.csv", raw, &findings, &normal)) {
		filled_read(&sheet, "s.csv", normal, &request, &findings);
		entries_read(&rows, "s.csv", normal, &findings);
		entries_normal(&rows);
		entries_text(&rows, &layouts[0]);
	}
	arena_free(a);
	return 0;
}
