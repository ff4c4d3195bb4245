/* SPDX-License-Identifier: MIT
 * What every file goes through first: UTF-8, NFC, LF, or one finding with its place. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/source.h"
#include "check.h"

struct good_case {
	const char *raw, *text;
};

static const struct good_case good[] = {
    {"a\n", "a\n"},
    {"a", "a"},
    {"\xef\xbb\xbf"
     "a: b\n",
     "a: b\n"},
    {"a\r\nb\r\n", "a\nb\n"},
    {"a\rb\r\rc\r\n\r\n", "a\nb\n\nc\n\n"},
    {"Vie\xcc\xa3\xcc\x82t", "Việt"},
    {"Vie\xcc\x82\xcc\xa3t\r\n≥ 98 %\n", "Việt\n≥ 98 %\n"},
    {"a\fb\tc\n", "a\fb\tc\n"},
    {"😀 – “trích”…\n", "😀 – “trích”…\n"},
    {"\xc2\xa0x", "\xc2\xa0x"},
    {"\xe2\x84\xab\n", "Å\n"}, /* the Angstrom sign: a singleton of NFC */
};

struct bad_case {
	const char *name, *raw;
	size_t size; /* 0: strlen */
	enum code code;
	unsigned line, column;
	const char *part; /* of the sentence */
};

static const struct bad_case bad[] = {
    {"no bytes", "", 0, CODE_FILE_EMPTY, 0, 0, "empty"},
    {"only a BOM", "\xef\xbb\xbf", 0, CODE_FILE_EMPTY, 0, 0, "empty"},
    {"only blanks", " \t\r\n \xc2\xa0\n", 0, CODE_FILE_EMPTY, 0, 0, "empty"},
    {"a NUL", "ab\n\0c", 5, CODE_FILE_BINARY, 2, 1, "U+0000"},
    {"a bell", "ab\nc\ad\n", 0, CODE_FILE_BINARY, 2, 2, "U+0007"},
    {"a delete", "đ\x7f", 0, CODE_FILE_BINARY, 1, 2, "U+007F"},
    {"an escape", "a\x1b[31m", 0, CODE_FILE_BINARY, 1, 2, "U+001B"},
    {"a zip", "PK\x03\x04\x14\0", 6, CODE_FILE_BINARY, 1, 3, "U+0003"},
    {"a picture", "\x89PNG\r\n\x1a\n\0\0", 10, CODE_FILE_BINARY, 0, 0, "U+0000"},
    {"a byte of an old encoding", "a\r\nVi\xd6t\n", 0, CODE_NOT_UTF8, 2, 3, "0xD6"},
    {"a byte behind letters in NFD", "e\xcc\x82\xcc\xa3 \xff", 0, CODE_NOT_UTF8, 1, 3, "0xFF"},
    {"a character cut off", "Vi\xe1\xbb", 0, CODE_NOT_UTF8, 1, 3, "0xE1"},
    {"an overlong form", "\xc0\xaf", 0, CODE_NOT_UTF8, 1, 1, "0xC0"},
    {"half a surrogate pair", "\xed\xa0\x80", 0, CODE_NOT_UTF8, 1, 1, "0xED"},
    {"UTF-16, low byte first",
     "\xff\xfe"
     "a\0b\0",
     6, CODE_NOT_UTF8, 1, 1, "0xFF"},
    {"UTF-16, high byte first", "\xfe\xff\0a\0b", 6, CODE_NOT_UTF8, 1, 1, "0xFE"},
};

static bool read_text(struct arena *a, const char *s, size_t n, struct findings *findings,
		      struct file_bytes *text)
{
	char *copy = arena_copy(a, s, n);
	return source_text(a, "plan.yaml", (struct file_bytes){copy, n}, findings, text);
}

static void test_good(struct arena *a)
{
	check_begin("a BOM, CRLF, CR and NFD change nothing");
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		struct findings findings = {.arena = a};
		struct file_bytes text = {0};
		CHECK(read_text(a, good[i].raw, strlen(good[i].raw), &findings, &text));
		CHECK_TEXT(text.bytes, good[i].text);
		CHECK(text.size == strlen(good[i].text) && findings.count == 0);
	}
}

static void test_bad(struct arena *a)
{
	check_begin("what is no text gives exactly one finding at its place");
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct findings findings = {.arena = a};
		struct file_bytes text;
		size_t n = bad[i].size ? bad[i].size : strlen(bad[i].raw);
		bool fine = !read_text(a, bad[i].raw, n, &findings, &text) && findings.count == 1 &&
			    findings.items[0].code == bad[i].code &&
			    findings.items[0].at.line == bad[i].line &&
			    findings.items[0].at.column == bad[i].column &&
			    strstr(findings.items[0].text, bad[i].part);
		CHECK_FOR(bad[i].name, fine ? "fine" : "not so", "fine");
	}
}

static void test_files(struct arena *a)
{
	check_begin(
	    "a file is read whole, with its bytes as they are; one that is not there is named");
	char name[] = "/tmp/source_testXXXXXX";
	int fd = mkstemp(name);
	CHECK(fd >= 0 && write(fd,
			       "\xef\xbb\xbf"
			       "a\r\n",
			       6) == 6);
	close(fd);
	struct findings findings = {.arena = a};
	struct file_bytes text, raw;
	CHECK(source_read(a, name, &findings, &text, &raw));
	CHECK_TEXT(text.bytes, "a\n");
	CHECK(raw.size == 6);
	unlink(name);
	CHECK(!source_read(a, name, &findings, &text, NULL));
	CHECK(!source_read(a, "/tmp", &findings, &text, NULL));
	CHECK(findings.count == 2 && findings.items[0].code == CODE_FILE_UNREADABLE &&
	      strstr(findings.items[0].text, "No such file") &&
	      findings.items[1].code == CODE_FILE_UNREADABLE);
}

static void test_document(struct arena *a)
{
	check_begin(
	    "a vertical tab is allowed in a document alone, other control characters in none");
	static const struct {
		const char *bytes;
		bool text, document;
	} rows[] = {{"a\vb\n", false, true}, {"a\bb\n", false, false}, {"a\fb\n", true, true}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct file_bytes raw = {rows[i].bytes, strlen(rows[i].bytes)}, text;
		struct findings findings = {.arena = a};
		CHECK(source_text(a, "x", raw, &findings, &text) == rows[i].text);
		CHECK(source_document(a, "x", raw, &findings, &text) == rows[i].document);
		CHECK(!rows[i].document || strcmp(text.bytes, rows[i].bytes) == 0);
	}
}

static void test_limit(struct arena *a)
{
	check_begin("a file above the limit is not read");
	char name[] = "/tmp/source_testXXXXXX";
	int fd = mkstemp(name);
	CHECK(fd >= 0 && ftruncate(fd, (off_t)SOURCE_LIMIT + 1) == 0);
	close(fd);
	struct findings findings = {.arena = a};
	struct file_bytes text;
	CHECK(!source_read(a, name, &findings, &text, NULL));
	CHECK(findings.count == 1 && findings.items[0].code == CODE_FILE_LARGE);
	unlink(name);
}

/* The quick pass must never let through what the slow one would change or refuse. */
static void test_quick_pass(struct arena *a)
{
	check_begin("the quick pass and the slow one agree on every character");
	size_t wrong = 0;
	for (uint32_t c = 1; c < 0x110000; c++) {
		char s[24] = "aaaaaaaaaaaa";
		if (c >= 0xd800 && c < 0xe000)
			continue;
		size_t n = 3 + utf8_put(s + 3, c), length;
		s[n] = 'b';
		struct arena *own = arena_new();
		bool common = source_is_common(s, strlen(s));
		const char *nfc = utf8_nfc(own, s, strlen(s), &length);
		bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
		wrong += common && (control || nfc != s);
		arena_free(own);
	}
	CHECK(wrong == 0);
	for (unsigned x = 0x80; x < 0x100; x++) {
		for (unsigned y = 0; y < 0x100; y++) {
			char s[] = {(char)x, (char)y, (char)0xbf, 'a', '\0'};
			wrong += source_is_common(s, 4) && utf8_check(s, 4) != 4;
		}
	}
	CHECK(wrong == 0);
	(void)a;
}

int main(void)
{
	struct arena *a = arena_new();
	words_speak(LANGUAGE_EN);
	test_good(a);
	test_bad(a);
	test_files(a);
	test_document(a);
	test_limit(a);
	test_quick_pass(a);
	arena_free(a);
	return check_end();
}
