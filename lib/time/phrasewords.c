/* SPDX-License-Identifier: MIT
 * phrasewords: cutting a phrase into tokens. It knows spellings and how documents are cited, not what
 * a deadline is. */
#include "time/phrasewords.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"

/* Spellings that mean the same here. */
static const struct {
	const char *spelt, *key;
} spellings[] = {
    {"hàng", "hằng"},	  {"hăng", "hằng"},	{"hẳng", "hằng"},     {"quí", "quý"},
    {"qúy", "quý"},	  {"qúi", "quý"},	{"kì", "kỳ"},	      {"tuỳ", "tùy"},
    {"trưóc", "trước"},	  {"truớc", "trước"},	{"trươc", "trước"},   {"truoc", "trước"},
    {"thuờng", "thường"}, {"thưòng", "thường"}, {"thuong", "thường"}, {"xuyen", "xuyên"},
    {"thàng", "tháng"},	  {"ⅰ", "i"},		{"ⅱ", "ii"},	      {"ⅲ", "iii"},
    {"ⅳ", "iv"},
};

static bool is_roman_sign(uint32_t c)
{
	return (c >= 0x2160 && c <= 0x2163) || (c >= 0x2170 && c <= 0x2173);
}

static bool is_word_sign(uint32_t c)
{
	return utf8_is_letter(c) || (c >= 0x300 && c <= 0x36f) || is_roman_sign(c);
}

static const char *word_key(struct words *w, const char *s, size_t n)
{
	const char *start = s;
	uint32_t c = utf8_next(&start);
	if (is_roman_sign(c)) {
		static const char *const roman[] = {"i", "ii", "iii", "iv"};
		return roman[(c - 0x2160) % 16];
	}
	const char *key = text_key(w->arena, arena_copy(w->arena, s, n));
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (strcmp(key, spellings[i].spelt) == 0)
			return spellings[i].key;
	return key;
}

static struct token *token_add(struct words *w, enum token_kind kind, size_t begin, size_t end)
{
	w->tokens = arena_more(w->arena, w->tokens, w->count, sizeof *w->tokens);
	struct token *t = &w->tokens[w->count++];
	*t = (struct token){.kind = kind, .begin = begin, .end = end, .key = ""};
	return t;
}

/* QuýII, QIV: a missing blank. */
static bool quarter_glued(const char *key, size_t *at)
{
	static const char *const romans[] = {"i", "ii", "iii", "iv"};
	*at = strncmp(key, "quý", strlen("quý")) == 0 ? strlen("quý") : key[0] == 'q';
	for (size_t i = 0; i < 4 && *at; i++)
		if (strcmp(key + *at, romans[i]) == 0)
			return true;
	return false;
}

static void word_add(struct words *w, size_t begin, size_t end)
{
	size_t at;
	const char *key = word_key(w, w->said + begin, end - begin);
	if (quarter_glued(key, &at)) {
		size_t roman = strlen(key) - at;
		token_add(w, TOKEN_WORD, begin, end - roman)->key = "quý";
		token_add(w, TOKEN_WORD, end - roman, end)->key = key + at;
	} else {
		token_add(w, TOKEN_WORD, begin, end)->key = key;
	}
}

static void number_add(struct words *w, size_t begin, size_t end)
{
	struct token *t = token_add(w, TOKEN_NUMBER, begin, end);
	t->digits = (int)(end - begin < 1000 ? end - begin : 1000);
	for (size_t i = begin; i < end && t->digits <= 6; i++)
		t->number = t->number * 10 + (w->said[i] - '0');
}

/* All dashes are one, all quotes, all arrows that mean "to". */
static const char *mark_key(uint32_t c)
{
	static const char ascii[] = "!\0\"\0#\0$\0%\0&\0'\0(\0)\0*\0+\0,\0-\0.\0/\0";
	if (c >= '!' && c <= '/')
		return ascii + 2 * (c - '!');
	if (c == 0xad || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2192 || c == '~')
		return "-";
	if (c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f))
		return "\"";
	if (c == 0x2044 || c == 0x2215 || c == '\\')
		return "/";
	if (c == ';' || c == 0xff1b)
		return ";";
	if (c == 0xff0c)
		return ",";
	if (c == '<' || c == 0xff1c)
		return "<";
	if (c == 0x2264) /* ≤: that day itself */
		return "-";
	if (c == '>' || c == 0xff1e || c == 0x2265)
		return ">";
	if (c == '=')
		return "=";
	if (c == 0x2026)
		return "…";
	return c == ':' ? ":" : c == '[' ? "[" : c == ']' ? "]" : "?";
}

static bool has_accent(const struct words *w)
{
	for (const char *s = w->said; *s; s++)
		if ((unsigned char)*s >= 0xC3)
			return true;
	return false;
}

/* 140/QĐ-UBND, 107/2021/NĐ-CP, 02-KH/BCĐTW: the number of a document from i on; its end, else i.
 * Two capitals tell it from 3/quý and 2024-Quý I. */
static size_t document_end(const struct words *w, size_t i)
{
	size_t j = i + 1;
	if (w->tokens[i].kind != TOKEN_NUMBER)
		return i;
	if (words_is_mark(w, j, "/-") && words_number(w, j + 1, 4, 4) &&
	    words_is_mark(w, j + 2, "/-"))
		j += 2;
	if (!words_is_mark(w, j, "/-") || j + 1 >= w->count)
		return i;
	const struct token *word = &w->tokens[j + 1];
	if (word->kind != TOKEN_WORD || word->begin != w->tokens[j].end ||
	    w->tokens[j].begin != w->tokens[j - 1].end)
		return i;
	const char *s = w->said + word->begin;
	uint32_t first = utf8_next(&s), second = utf8_next(&s);
	if (utf8_lower(first) == first || utf8_lower(second) == second)
		return i;
	for (j += 2; words_is_mark(w, j, "/-") && j + 1 < w->count &&
		     w->tokens[j + 1].kind != TOKEN_MARK &&
		     w->tokens[j].begin == w->tokens[j - 1].end;)
		j += 2;
	return j;
}

/* Words that a number follows which is no date: khoản 2 Điều 4, số 468, mục III. */
static size_t reference_end(const struct words *w, size_t i, size_t *number)
{
	static const char *const leads[] = {
	    "số",	 "điều",     "khoản",	   "điểm",    "mục",	    "phụ lục",	 "chương",
	    "nghị định", "thông tư", "quyết định", "chỉ thị", "nghị quyết", "công văn",	 "tờ trình",
	    "thông báo", "kết luận", "đề án",	   "dự án",   "biểu mẫu?",  "phiên bản",
	};
	size_t n = words_match_any(w, i, leads, sizeof leads / sizeof *leads, NULL);
	if (!n || !words_number(w, i + n, 1, 1000))
		return i;
	size_t j = *number = i + n;
	/* a year behind the kind of a document is its own: Nghị quyết 2024 stays a doubt elsewhere */
	if (w->tokens[j].digits == 4 && !words_is_mark(w, j + 1, "/-"))
		return i;
	size_t end = document_end(w, j);
	if (end > j)
		return end;
	if (words_is_mark(w, j + 1, "/") && words_number(w, j + 2, 4, 4))
		return j + 3;
	return j + 1;
}

/* "ngày 14/4/2021", "ngày 14 tháng 4 năm 2021" behind a document's number. */
static size_t document_date_end(const struct words *w, size_t i)
{
	size_t j = i;
	if (words_mark(w, j, ',') || words_mark(w, j, '('))
		j++;
	size_t n = words_match(w, j, "ban? hành? ký? ngày");
	if (!n && !(j > i && words_number(w, j, 1, 2) && words_mark(w, j + 1, '/')))
		return i;
	j += n;
	size_t parts = 0;
	while (parts < 3 && words_number(w, j, 1, 1000)) {
		parts++;
		j++;
		if (parts == 3)
			break;
		n = words_match(w, j, "tháng|năm|/|-|.");
		if (!n)
			break;
		j += n;
	}
	return parts ? j : i;
}

static void mark_cited(struct words *w)
{
	for (size_t i = 0; i < w->count;) {
		size_t begin = i, end = document_end(w, i);
		if (end == i)
			end = reference_end(w, i, &begin);
		i = end > i ? document_date_end(w, end) : i + 1;
		/* the words before the number stay words: "theo Quyết định" */
		for (size_t k = begin; k < i && end > begin; k++)
			w->tokens[k].cited = true;
	}
}

/* "15 (mười lăm)": the number again in words is left out. */
static void drop_spelt(struct words *w)
{
	static const char spelt[] =
	    " một hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi mốt linh lẻ trăm ";
	size_t kept = 0;
	for (size_t i = 0; i < w->count; i++) {
		size_t j = i + 1;
		bool opens = i && w->tokens[i - 1].kind == TOKEN_NUMBER && words_mark(w, i, '(');
		while (opens && !words_end(w, j) && w->tokens[j].kind == TOKEN_WORD &&
		       strstr(spelt, arena_format(w->arena, " %s ", w->tokens[j].key)))
			j++;
		if (opens && j > i + 1 && words_mark(w, j, ')'))
			i = j;
		else
			w->tokens[kept++] = w->tokens[i];
	}
	w->count = kept;
}

/* Marks of direction and of width nothing, which nobody sees, are left out. */
static const char *visible(struct arena *a, const char *said)
{
	struct buf b = {0};
	while (*said) {
		const char *start = said;
		uint32_t c = utf8_next(&said);
		bool hidden = (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
			      c == 0x2060 || c == 0xfeff || c == 0xad;
		if (!hidden)
			buf_bytes(&b, start, (size_t)(said - start));
	}
	return buf_take(&b, a);
}

void words_cut(struct words *w, struct arena *a, const char *said)
{
	said = visible(a, said);
	*w = (struct words){.arena = a, .said = said};
	bool line_start = true;
	for (const char *s = said; *s;) {
		const char *start = s;
		uint32_t c = utf8_next(&s);
		size_t begin = (size_t)(start - said), before = w->count;
		if (utf8_is_blank(c)) {
			line_start |= c == '\n';
			continue;
		}
		if (c >= '0' && c <= '9') {
			s = start + strspn(start, "0123456789");
			number_add(w, begin, (size_t)(s - said));
		} else if (is_word_sign(c)) {
			const char *next = s;
			while (*next && is_word_sign(utf8_next(&next)) && !is_roman_sign(c))
				s = next;
			word_add(w, begin, (size_t)(s - said));
		} else {
			token_add(w, TOKEN_MARK, begin, (size_t)(s - said))->key = mark_key(c);
		}
		if (w->count > before)
			w->tokens[before].line_start = line_start;
		line_start = false;
	}
	w->bare = !has_accent(w);
	words_sign(w);
	drop_spelt(w);
	mark_cited(w);
}

bool words_number(const struct words *w, size_t i, int least, int most)
{
	if (i >= w->count || w->tokens[i].cited || w->tokens[i].kind != TOKEN_NUMBER)
		return false;
	return w->tokens[i].digits >= least && w->tokens[i].digits <= most;
}

bool words_is_mark(const struct words *w, size_t i, const char *marks)
{
	return i < w->count && w->tokens[i].kind == TOKEN_MARK && !w->tokens[i].cited &&
	       strchr(marks, w->tokens[i].key[0]);
}

bool words_mark(const struct words *w, size_t i, char mark)
{
	const char marks[] = {mark, '\0'};
	return words_is_mark(w, i, marks);
}

bool words_end(const struct words *w, size_t i)
{
	return i >= w->count;
}

const char *words_said(const struct words *w, size_t begin, size_t end)
{
	if (begin >= end)
		return "";
	size_t from = w->tokens[begin].begin, to = w->tokens[end - 1].end;
	return text_squeeze(w->arena, arena_copy(w->arena, w->said + from, to - from));
}
