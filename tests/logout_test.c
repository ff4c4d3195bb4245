/* SPDX-License-Identifier: MIT
 * What is added to a log stands there whole, whatever was left behind by a crash before. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "check.h"
#include "data/entries.h"
#include "data/log.h"
#include "data/logout.h"
#include "form/csvfield.h"
#include "form/csvrows.h"

static char folder[] = "/tmp/par-logout-XXXXXX";

static const char heading[] = "date,plan,task,agency,period,status,value,evidence,note,by,logged\n";
static const char whole[] = "2024-03-20,p,1,,,done,,1/BC,,an,2024-03-21T08:02:11Z\n";
static const char last[] = "2024-03-21,p,2,Sở Nội vụ,,progress,60,\"45/BC, \"\"ký\"\"\",\"Đã, "
			   "xong\",an,2024-03-21T08:02:11Z\n";
static const char added[] = "2024-03-22,p,3,,,done,,,,,2024-03-22T08:02:11Z\n";

static const char *put_file(struct arena *a, const char *bytes, size_t n)
{
	const char *name = arena_format(a, "%s/log.csv", folder);
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	CHECK(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
	close(fd);
	return name;
}

static enum logout_result append(struct arena *a, const char *name, const char *records,
				 struct findings *findings)
{
	struct log_file f;
	enum logout_result result = logout_open(a, &f, name, true, findings);
	if (result != LOGOUT_DONE)
		return result;
	result = logout_append(a, &f, records, strlen(records), findings);
	logout_close(&f, findings);
	return result;
}

static const char *bytes_of(struct arena *a, const char *name, size_t *n)
{
	struct file_bytes file = {"", 0};
	CHECK(file_read(a, name, 1 << 20, &file) == FILE_OK);
	*n = file.size;
	return file.bytes;
}

/* Events of the log, or -1 when it cannot be read to its end. `last_task`: of the last one. */
static int events_of(struct arena *a, const char *name, const char **last_task)
{
	struct findings findings = {.arena = a};
	const struct csv_source source = {.name = name, .fd = -1};
	struct log_reader *r = log_open(a, &source, &findings);
	struct event e;
	enum log_result got = LOG_LOST;
	int n = 0;
	while (r && (got = log_next(r, &e)) != LOG_DONE && got != LOG_LOST)
		if (got == LOG_EVENT) {
			n++;
			*last_task = arena_text(a, e.task);
		}
	log_close(r);
	return got == LOG_DONE ? n : -1;
}

/* A log cut off after n bytes, then added to: what was there stays, the new event counts, and of the
 * cut one no more counts than was written. */
static void check_cut(struct arena *a, const char *text, size_t n, size_t start)
{
	struct findings findings = {.arena = a};
	const char *name = put_file(a, text, n), *task = "";
	CHECK(append(a, name, added, &findings) == LOGOUT_DONE);
	size_t size;
	const char *now = bytes_of(a, name, &size);
	CHECK(size > n && memcmp(now, text, n) == 0);
	CHECK(utf8_check(now, size) == size);
	CHECK(size >= strlen(added) && strcmp(now + size - strlen(added), added) == 0);
	int events = events_of(a, name, &task);
	CHECK_TEXT(task, "3");
	/* The whole ones and the new one; the cut one where only the column `logged` was cut. */
	size_t semantic = (size_t)(strstr(text + start, ",2024-03-21T") - text);
	int before = start > strlen(heading);
	CHECK(events == before + 1 || (events == before + 2 && n > semantic));
	CHECK(findings.count == 0);
}

static void cut_everywhere(void)
{
	struct arena *a = arena_new();
	struct buf b = {0};
	buf_text(&b, heading);
	buf_text(&b, whole);
	size_t start = b.n;
	buf_text(&b, last);
	for (size_t n = start; n < b.n; n++)
		check_cut(a, b.s, n, start);
	buf_free(&b);
	arena_free(a);
}

static void cut_heading(void)
{
	struct arena *a = arena_new();
	for (size_t n = 0; n < strlen(heading); n++) {
		struct findings findings = {.arena = a};
		const char *name = put_file(a, heading, n), *task = "";
		CHECK(append(a, name, added, &findings) == LOGOUT_DONE);
		size_t size;
		const char *now = bytes_of(a, name, &size);
		CHECK(memcmp(now, heading, strlen(heading)) == 0);
		CHECK(events_of(a, name, &task) == 1);
	}
	arena_free(a);
}

static void cut_in_last_field(void)
{
	static const char text[] = "date;task;status;note\n2024-01-02;1;done;\"đã ký\"\n";
	struct arena *a = arena_new();
	for (size_t n = strlen("date;task;status;note\n2024-01-02;1;done;\""); n < strlen(text) - 2;
	     n++) {
		struct findings findings = {.arena = a};
		const char *name = put_file(a, text, n), *task = "";
		CHECK(append(a, name, "2024-01-03;2;done;\n", &findings) == LOGOUT_DONE);
		CHECK(events_of(a, name, &task) == 1);
		CHECK_TEXT(task, "2");
	}
	arena_free(a);
}

static void endings(void)
{
	static const struct {
		const char *before, *after;
	} cases[] = {
	    {"date,task,status\n2024-01-02,1,done", "date,task,status\n2024-01-02,1,done,\nX"},
	    {"date,task,status\r\n2024-01-02,1,done\r",
	     "date,task,status\r\n2024-01-02,1,done\r\nX"},
	    {"date,task,status\r\n2024-01-02,1,do", "date,task,status\r\n2024-01-02,1,do,\r\nX"},
	    {"date,task,status,logged\n2024-01-02,1,done,2024-03-21T08:02:11Z",
	     "date,task,status,logged\n2024-01-02,1,done,2024-03-21T08:02:11Z\nX"},
	    {"date,task,status,logged\n2024-01-02,1,done,2024-03-21T08",
	     "date,task,status,logged\n2024-01-02,1,done,2024-03-21T08,\nX"},
	    {"date,task,status\r\n", "date,task,status\r\nX"},
	    {"\xef\xbb\xbfngày;nhiệm vụ;trạng thái", "\xef\xbb\xbfngày;nhiệm vụ;trạng thái\nX"},
	    {"sep=;\nngày;nhiệm vụ;trạng thái\n", "sep=;\nngày;nhiệm vụ;trạng thái\nX"},
	    {"date,task,status\n\n", "date,task,status\n\nX"},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct findings findings = {.arena = a};
		const char *name = put_file(a, cases[i].before, strlen(cases[i].before));
		CHECK(append(a, name, "X", &findings) == LOGOUT_DONE);
		size_t size;
		CHECK_FOR(cases[i].before, bytes_of(a, name, &size), cases[i].after);
	}
	arena_free(a);
}

static void layouts(void)
{
	static const struct {
		const char *file, *record;
	} cases[] = {
	    {"", "2024-03-20,p,41,Sở Y tế,,done,,\"a,b\",x y,an,\n"},
	    {"date,task,status,evidence\n", "2024-03-20,41,done,\"a,b\"\n"},
	    {"trạng thái;ngày;nhiệm vụ;minh chứng\n", "done;2024-03-20;41;a,b\n"},
	    {"status\tdate\ttask\twho\tevidence\r\n", "done\t2024-03-20\t41\tme\ta,b\r\n"},
	    {"date,date,task,status\n", "2024-03-20,,41,done\n"},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct findings findings = {.arena = a};
		static const char *who = "who";
		struct entries list = {.arena = a, .others = &who, .other_count = 1};
		struct entry *e = entries_more(&list, (struct place){0});
		e->others[0] = "me";
		e->fields[ENTRY_DATE] = "20/03/2024";
		e->fields[ENTRY_PLAN] = "p";
		e->fields[ENTRY_TASK] = " 41 ";
		e->fields[ENTRY_AGENCY] = "Sở  Y tế";
		e->fields[ENTRY_STATUS] = "Hoàn thành";
		e->fields[ENTRY_EVIDENCE] = "a,b";
		e->fields[ENTRY_NOTE] = "x\r\ny";
		e->fields[ENTRY_BY] = "an";
		entries_normal(&list);
		struct log_file f;
		const char *name = put_file(a, cases[i].file, strlen(cases[i].file));
		CHECK(logout_open(a, &f, name, true, &findings) == LOGOUT_DONE);
		CHECK_FOR(cases[i].file, entries_text(&list, &f.layout).bytes, cases[i].record);
		logout_close(&f, NULL);
	}
	arena_free(a);
}

static void columns(void)
{
	static const char *const names[] = {"date",   "plan",	"task",	 "agency",
					    "period", "status", "value", "evidence",
					    "note",   "by",	"logged"};
	for (size_t i = 0; i < ENTRY_FIELDS; i++)
		CHECK_TEXT(log_column(i), names[i]);
	CHECK(!log_column(ENTRY_FIELDS));
	CHECK(sizeof names / sizeof *names == ENTRY_FIELDS);
}

static void refusals(void)
{
	static const char *const files[] = {"a,b,c\n1,2,3\n", "date,task\n", "\n\n",
					    "\xff\xfe\x61\0"};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct findings findings = {.arena = a};
		size_t n = strlen(files[i]), size;
		const char *name = put_file(a, files[i], n);
		CHECK(append(a, name, added, &findings) == LOGOUT_REFUSED);
		CHECK(findings.count == 1);
		CHECK(memcmp(bytes_of(a, name, &size), files[i], n) == 0 && size == n);
	}
	struct findings findings = {.arena = a};
	CHECK(append(a, folder, added, &findings) == LOGOUT_REFUSED);
	const char *pipe = arena_format(a, "%s/pipe", folder);
	CHECK(mkfifo(pipe, 0600) == 0);
	CHECK(append(a, pipe, added, &findings) == LOGOUT_REFUSED);
	CHECK(append(a, arena_format(a, "%s/no/log.csv", folder), added, &findings) ==
	      LOGOUT_REFUSED);
	CHECK(findings.count == 3);
	unlink(pipe);
	arena_free(a);
}

static void joined(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"a,b\n1,2\n", "a,b\n1,2\n"},
	    {"a,\"b\nc\"\n1,2\n", "a,\"b c\"\n\n1,2\n"},
	    {"a,\"b\n\nc\",\"d\ne\"\n1\n", "a,\"b  c\",\"d e\"\n\n\n\n1\n"},
	    {"a,\"b\"\"\nc\"\n", "a,\"b\"\" c\"\n\n"},
	    {"a,\"b\nc", "a,\"b c"},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct file_bytes text = {cases[i].text, strlen(cases[i].text)};
		CHECK_FOR(cases[i].text, csv_join(a, text, ' ').bytes, cases[i].want);
	}
	arena_free(a);
}

int main(void)
{
	if (!mkdtemp(folder))
		return 1;
	check_begin("a log cut off anywhere keeps its bytes and takes the next event");
	cut_everywhere();
	check_begin("a new log cut off in its heading gets the rest of it");
	cut_heading();
	check_begin("what was cut in its last field does not count");
	cut_in_last_field();
	check_begin("a torn line is ended as the file ends its lines");
	endings();
	check_begin("records follow the heading and the separator of the file");
	layouts();
	check_begin("the fields of an entry are the columns of a log in their order");
	columns();
	check_begin("what is no log is left as it is");
	refusals();
	check_begin("a record over several lines becomes one and line numbers stay");
	joined();
	struct arena *a = arena_new();
	unlink(arena_format(a, "%s/log.csv", folder));
	rmdir(folder);
	arena_free(a);
	return check_end();
}
