/* SPDX-License-Identifier: MIT
 * agencywords: a text as words and marks, and phrases found among them. It does not know what the
 * phrases mean. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/agency_private.h"

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool is_bullet(uint32_t c)
{
	return c == '*' || c == '+' || c == '|' || c == 0x2022 || c == 0xb7 || c == 0x25cf ||
	       c == 0x25cb || c == 0x25aa || c == 0x25e6 || (c >= 0xf000 && c <= 0xf0ff);
}

static bool is_quote(uint32_t c)
{
	return c == '"' || c == '\'' || c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) ||
	       c == '!' || c == '?' || c == 0x2026;
}

static enum mark mark_of(uint32_t c)
{
	switch (c) {
	case ',':
		return MARK_COMMA;
	case ';':
		return MARK_SEMICOLON;
	case ':':
		return MARK_COLON;
	case '.':
		return MARK_STOP;
	case '/':
		return MARK_SLASH;
	case '&':
		return MARK_AND;
	case '(':
	case '[':
		return MARK_OPEN;
	case ')':
	case ']':
		return MARK_CLOSE;
	default:
		return is_dash(c)     ? MARK_DASH
		       : is_bullet(c) ? MARK_BULLET
		       : is_quote(c)  ? MARK_OTHER
				      : MARK_WORD;
	}
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The end of the word at s; a full stop between digits is part of it. */
static const char *word_end(const char *text, const char *s)
{
	while (*s) {
		const char *next = s;
		uint32_t c = utf8_next(&next);
		if (text_is_unseen(c)) {
			s = next;
			continue;
		}
		bool inside = c == '.' && s > text && is_digit(s[-1]) && is_digit(s[1]);
		if (!inside && (utf8_is_blank(c) || mark_of(c) != MARK_WORD))
			break;
		s = next;
	}
	return s;
}

static bool is_upper(const char *s)
{
	uint32_t c = utf8_next(&s);
	return (c >= '0' && c <= '9') || utf8_lower(c) != c;
}

static bool is_ascii(const char *s)
{
	while (*s)
		if ((unsigned char)*s++ >= 0x80)
			return false;
	return true;
}

struct tokens tokens_of(struct arena *a, const char *text)
{
	struct tokens t = {.plain = is_ascii(text)};
	bool line = false, blank = false;
	for (const char *s = text; *s;) {
		const char *next = s;
		uint32_t c = utf8_next(&next);
		if (text_is_unseen(c)) {
			s = next;
			continue;
		}
		if (utf8_is_blank(c)) {
			line |= c == '\n' || c == 0x2028 || c == 0x2029;
			blank = true;
			s = next;
			continue;
		}
		enum mark mark = mark_of(c);
		const char *end = mark == MARK_WORD ? word_end(text, next) : next;
		t.items = arena_more(a, t.items, t.count, sizeof *t.items);
		t.items[t.count++] = (struct token){
		    .s = s,
		    .n = (size_t)(end - s),
		    .mark = mark,
		    .line = line,
		    .blank = blank,
		    .upper = mark == MARK_WORD && is_upper(s),
		    .key =
			mark == MARK_WORD ? text_key(a, arena_copy(a, s, (size_t)(end - s))) : ""};
		line = blank = false;
		s = end;
	}
	return t;
}

const char *tokens_text(struct arena *a, const struct tokens *t, size_t first, size_t end)
{
	if (first >= end)
		return "";
	const struct token *last = &t->items[end - 1];
	const char *s = t->items[first].s;
	return text_squeeze(a, arena_copy(a, s, (size_t)(last->s + last->n - s)));
}

bool token_is(const struct tokens *t, size_t at, enum mark mark)
{
	return at < t->count && t->items[at].mark == mark;
}

bool token_upper(const struct tokens *t, size_t at)
{
	return token_is(t, at, MARK_WORD) && t->items[at].upper;
}

bool in_capitals(const struct token *token)
{
	const char *c = token->s, *end = token->s + token->n;
	while (c < end) {
		uint32_t letter = utf8_next(&c);
		if (utf8_is_letter(letter) && utf8_lower(letter) == letter)
			return false;
	}
	return token->n > 1;
}

/* Behind the first word of `p` if the token is that word, or is it but for accents where the text has
 * none at all; NULL if not. Most tokens differ in the first byte: this is where a cell's time goes. */
static const char *match_word(const struct token *token, const char *p, bool plain)
{
	const char *key = token->key;
	while (*p && *p != ' ' && *p != ',')
		if (plain ? utf8_plain(utf8_next(&p)) != (unsigned char)*key++ : *p++ != *key++)
			return NULL;
	return *key ? NULL : p;
}

bool token_word(const struct tokens *t, size_t at, const char *word)
{
	return token_is(t, at, MARK_WORD) && match_word(&t->items[at], word, t->plain);
}

size_t phrase_at(const struct tokens *t, size_t at, const char *phrase)
{
	for (const char *p = phrase; *p; at++) {
		if (!token_is(t, at, MARK_WORD) || !(p = match_word(&t->items[at], p, t->plain)))
			return 0;
		p += *p == ' ';
	}
	return at;
}

size_t any_phrase_at(const struct tokens *t, size_t at, const char *const list[])
{
	size_t best = 0;
	for (size_t i = 0; token_is(t, at, MARK_WORD) && list[i]; i++) {
		if (!phrase_may_begin(t, at, list[i]))
			continue;
		size_t end = phrase_at(t, at, list[i]);
		if (end > best)
			best = end;
	}
	return best;
}

/* Which joiner stands between two words: of the text, and of a phrase. */
enum { JOIN_NONE, JOIN_COMMA, JOIN_DASH, JOIN_AND };

static size_t skip_joiners(const struct tokens *t, size_t at, int *join)
{
	*join = JOIN_NONE;
	for (;; at++) {
		if (token_is(t, at, MARK_COMMA) && *join == JOIN_NONE)
			*join = JOIN_COMMA;
		else if (token_is(t, at, MARK_DASH) && *join == JOIN_NONE)
			*join = JOIN_DASH;
		else if ((token_is(t, at, MARK_AND) || token_word(t, at, "và")) &&
			 *join != JOIN_AND)
			*join = JOIN_AND;
		else
			return at;
	}
}

static const char *skip_phrase_joiners(const char *p, int *join)
{
	*join = JOIN_NONE;
	for (;;) {
		if (*p == ' ')
			p++;
		else if (*p == ',' || *p == '-')
			*join = *p++ == ',' ? JOIN_COMMA : JOIN_DASH;
		else if (strncmp(p, "và ", strlen("và ")) == 0) {
			*join = JOIN_AND;
			p += strlen("và ");
		} else
			return p;
	}
}

size_t loose_phrase_at(const struct tokens *t, size_t at, const char *phrase, bool *exact)
{
	*exact = true;
	for (const char *p = phrase; *p; at++) {
		if (p > phrase) {
			int wanted, found;
			p = skip_phrase_joiners(p, &wanted);
			at = skip_joiners(t, at, &found);
			*exact &= wanted == found;
		}
		if (!token_is(t, at, MARK_WORD) || !(p = match_word(&t->items[at], p, t->plain)))
			return 0;
	}
	return at;
}

static bool is_compound(const char *phrase)
{
	return strpbrk(phrase, ",-") || strstr(phrase, " và ");
}

/* The longest; but an exact compound before a longer one whose joiners differ: "Văn hóa và Thể thao,
 * Du lịch" are two. */
size_t domain_at(const struct tokens *t, size_t at, const char *const list[])
{
	size_t longest = 0, compound = 0;
	bool longest_exact = false;
	for (size_t i = 0; list && token_is(t, at, MARK_WORD) && list[i]; i++) {
		bool exact;
		if (!phrase_may_begin(t, at, list[i]))
			continue;
		size_t end = loose_phrase_at(t, at, list[i], &exact);
		if (end > longest || (end == longest && exact)) {
			longest = end;
			longest_exact = exact;
		}
		if (exact && end > compound && is_compound(list[i]))
			compound = end;
	}
	return compound && !longest_exact ? compound : longest;
}
