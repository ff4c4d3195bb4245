/* SPDX-License-Identifier: MIT
 * title: a plan's title as printed, in sentence case: the kind of document, then what it is about. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "import/head.h"

enum { TITLE_LINES = 8, PLANS = 4, LINE_BYTES = 300 };

/* The kinds of documents that hold plans, the better ones first: a decision issues a plan. */
static const char *const kinds[] = {"ke hoach",	  "chuong trinh", "de an",   "lo trinh",
				    "quyet dinh", "nghi quyet",	  "chi thi", "thong bao"};

/* Names that keep a capital in sentence case. */
static const char *const names[] = {"Chính phủ",  "Thủ tướng",	       "Quốc hội",	 "Việt Nam",
				    "Trung ương", "Hội đồng nhân dân", "Ủy ban nhân dân"};

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

bool head_is_title_kind(struct arena *a, const char *line)
{
	const char *plain = text_plain(a, line);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(plain, kinds[i]) == 0)
			return true;
	return false;
}

/* A line where the title is over. */
static bool ends_title(struct arena *a, const char *line)
{
	static const char *const openings[] = {
	    "can cu", "chu tich ", "thu tuong chinh phu", "bo truong",	       "thuc hien",
	    "de ",    "giam doc ", "chinh phu",		  "hoi dong nhan dan", "phu luc"};
	const char *plain = text_plain(a, line);
	if (*line == '(' || !*plain || starts(plain, "i ") || starts(plain, "1 "))
		return true;
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		if (!starts(plain, openings[i]))
			continue;
		/* what is carried out is the title's, in capitals; a sentence about it is not */
		if (strcmp(openings[i], "thuc hien") != 0 && strcmp(openings[i], "de ") != 0)
			return true;
		return !head_is_capitals(line);
	}
	return false;
}

/* The title's lines from s on; in capitals when its first line is. */
static const char *take_lines(struct arena *a, const char *s)
{
	struct buf out = {0};
	bool capitals = false;
	for (size_t i = 0; *s && i < TITLE_LINES; i++) {
		size_t n = strcspn(s, "\n");
		const char *line = text_squeeze(a, arena_copy(a, s, n));
		capitals = i == 0 ? head_is_capitals(line) : capitals;
		if (ends_title(a, line) || (capitals && !head_is_capitals(line)))
			break;
		if (out.n > 0)
			buf_char(&out, ' ');
		buf_text(&out, line);
		s += n + (s[n] == '\n');
	}
	return buf_take(&out, a);
}

/* The lines of block i and of those that follow without a gap: some layouts give each line alone. */
static const char *lines_from(struct arena *a, const struct blocks *blocks, size_t i)
{
	struct buf out = {0};
	const struct block *block = &blocks->items[i];
	buf_text(&out, block->lines);
	for (size_t n = 1; n < TITLE_LINES && ++i < blocks->count; n++, block++) {
		if (!head_follows(block, block + 1))
			break;
		buf_format(&out, "\n%s", block[1].lines);
	}
	return buf_take(&out, a);
}

/* The kind and title where a line of the document is the kind alone, in capitals. */
static const char *find_title(struct arena *a, const struct blocks *blocks, const char *kind,
			      const char **said)
{
	for (size_t i = 0; i < blocks->count; i++) {
		for (const char *s = blocks->items[i].lines; *s;) {
			size_t n = strcspn(s, "\n");
			const char *line = arena_copy(a, s, n);
			s += n + (s[n] == '\n');
			if (n > 40 || line[strcspn(line, ":")] || !head_is_capitals(line) ||
			    strcmp(text_plain(a, line), kind) != 0)
				continue;
			*said = text_squeeze(a, line);
			const char *title = take_lines(a, s);
			if (!*title && !*s && i + 1 < blocks->count)
				title = take_lines(a, lines_from(a, blocks, i + 1));
			if (*title)
				return title;
		}
	}
	return NULL;
}

/* Behind the first words of s, as many as the kind has, and the blank there. */
static const char *behind_kind(const char *s, const char *kind)
{
	for (const char *k = kind; k && *s; k = strchr(k + 1, ' ')) {
		s += strcspn(s, " ");
		s += *s == ' ';
	}
	return s;
}

/* "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026" in one line; in small letters only with its year. */
static const char *find_in_line(struct arena *a, const struct blocks *blocks, const char *kind,
				const char **said)
{
	for (size_t i = 0; i < blocks->count; i++) {
		for (const char *s = blocks->items[i].lines; *s;) {
			size_t n = strcspn(s, "\n");
			const char *from = s, *line = text_squeeze(a, arena_copy(a, s, n));
			s += n + (s[n] == '\n');
			const char *rest = behind_kind(line, kind), *plain = text_plain(a, line);
			bool capitals = head_is_capitals(line);
			if (n > LINE_BYTES || !starts(plain, kind) || plain[strlen(kind)] != ' ' ||
			    head_is_capitals(rest) != capitals || strpbrk(line, ":.") ||
			    !(capitals || strstr(plain, " nam 20")))
				continue;
			*said = arena_copy(a, line, (size_t)(rest - line - 1));
			return behind_kind(capitals ? take_lines(a, from) : line, kind);
		}
	}
	return NULL;
}

static const char *lower_first(struct arena *a, const char *s)
{
	const char *next = s;
	char bytes[4];
	uint32_t c = utf8_next(&next);
	/* a word all in capitals is a short form */
	if (head_is_capitals(arena_copy(a, s, strcspn(s, " "))))
		return s;
	size_t n = utf8_put(bytes, utf8_lower(c));
	return arena_format(a, "%.*s%s", (int)n, bytes, next);
}

static bool is_code(const char *word)
{
	return word[strcspn(word, "/0123456789")] != '\0' ||
	       (word[strspn(word, "IVX")] == '\0' && strlen(word) > 1);
}

static const char *all_lower(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s) {
		size_t n = strcspn(s, " ");
		const char *word = arena_copy(a, s, n);
		for (const char *p = word; *p;) {
			char bytes[4];
			uint32_t c = utf8_next(&p);
			buf_bytes(&out, bytes, utf8_put(bytes, is_code(word) ? c : utf8_lower(c)));
		}
		s += n;
		if (*s == ' ')
			buf_char(&out, *s++);
	}
	return buf_take(&out, a);
}

/* Every place where the name stands in lower case gets it as it is written. */
static const char *put_name(struct arena *a, const char *s, const char *name)
{
	const char *lower = all_lower(a, name);
	size_t n = strlen(lower);
	struct buf out = {0};
	while (*s) {
		bool here = n > 0 && starts(s, lower) && (!s[n] || strchr(" ,.;-", s[n]));
		buf_bytes(&out, here ? name : s, here ? strlen(name) : 1);
		s += here ? n : 1;
	}
	return buf_take(&out, a);
}

static bool is_name_word(const char *word)
{
	uint32_t c = utf8_next(&word);
	return c == '-' || utf8_lower(c) != c;
}

/* "UBND tỉnh Bình Phước", "Sở Nội vụ tỉnh Bình Phước": the words at the end with capitals. */
static const char *place_name(const char *issuer)
{
	const char *name = NULL;
	for (const char *s = issuer ? strchr(issuer, ' ') : NULL; s; s = strchr(s + 1, ' ')) {
		if (!is_name_word(s + 1))
			name = NULL;
		else if (!name)
			name = s + 1;
	}
	return name;
}

const char *head_title(struct arena *a, const struct blocks *blocks, const char *issuer)
{
	const char *said = NULL, *title = NULL;
	for (size_t i = 0; !title && i < sizeof kinds / sizeof *kinds; i++)
		title = find_title(a, blocks, kinds[i], &said);
	for (size_t i = 0; !title && i < PLANS; i++)
		title = find_in_line(a, blocks, kinds[i], &said);
	if (!title)
		return NULL;
	if (head_is_capitals(title)) {
		title = all_lower(a, title);
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			title = put_name(a, title, names[i]);
		const char *place = place_name(issuer);
		if (place)
			title = put_name(a, title, place);
	} else {
		title = lower_first(a, title);
	}
	const char *rest = said;
	utf8_next(&rest);
	return arena_format(a, "%.*s%s %s", (int)(rest - said), said, all_lower(a, rest), title);
}
