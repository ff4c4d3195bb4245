/* SPDX-License-Identifier: MIT
 * mark: numbers and dashes before paragraphs. It knows one paragraph at a time. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "import/ordinal.h"
#include "import/outline.h"

enum { MARK_BYTES = 24 };

static const char *const bullets[] = {"-", "–", "—",	  "−",	    "+",      "•", "*",
				      "▪", "►", "\uf0b7", "\uf02d", "\uf0a7", "o"};

static bool is_capital(const char *s)
{
	uint32_t c = utf8_next(&s);
	return utf8_is_letter(c) && utf8_lower(c) != c;
}

static struct mark read_bullet(const char *text)
{
	struct mark mark = {NULL, "", text, true, false};
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t n = strlen(bullets[i]);
		if (strncmp(text, bullets[i], n) != 0)
			continue;
		const char *rest = text + n, *next = rest;
		uint32_t c = utf8_next(&next);
		bool glued = *bullets[i] != 'o' && *bullets[i] != '*' && utf8_is_letter(c);
		if (*rest != ' ' && !glued)
			continue;
		/* dashes of any length are of one rank */
		mark.style = i < 4 ? bullets[0] : bullets[i];
		mark.rest = rest + strspn(rest, " ");
		return mark;
	}
	return mark;
}

/* The bytes of a number at s with the sign that closes it; 0 when it is none. Without a blank behind
 * ("1.Sửa cầu") a capital must follow. */
static size_t number_length(const char *s)
{
	size_t n = strspn(s, "0123456789abcdeghiklmnopqstuvxyABCDEGHIKLMNOPQSTUVXY.");
	if (strncmp(s, "đ)", 3) == 0 || strncmp(s, "đ.", 3) == 0)
		n = strlen("đ");
	if (*s == '(') {
		n = strcspn(s, ") ");
		return n > 1 && n < MARK_BYTES && s[n] == ')' && s[n + 1] == ' ' ? n + 1 : 0;
	}
	size_t sign = s[n] && strchr("):/", s[n]) ? 1 : 0;
	if (n == 0 || n > MARK_BYTES)
		return 0;
	if (s[n + sign] == ' ')
		return n + sign;
	if (sign > 0 && s[n] != '/' && is_capital(s + n + sign))
		return n + sign;
	/* its own capital may look like one of the number's letters */
	while (n > 0 && !(s[n - 1] == '.' && is_capital(s + n)))
		n--;
	return n;
}

static struct mark read_number(struct arena *a, const char *text, const char *word)
{
	struct mark mark = {NULL, "", text, false, false};
	size_t n = number_length(text);
	if (n == 0)
		return mark;
	struct ordinal o = ordinal_read(a, arena_copy(a, text, n));
	/* a number alone is one of the text's, but 1.2 before a capital */
	bool closed = *o.end || *word || (o.kind == ORDINAL_DOTTED && is_capital(text + n + 1));
	if (o.kind == ORDINAL_NONE || !closed)
		return mark;
	mark.style = arena_format(a, "%s%d.%zu%s", word, (int)o.kind, o.parts,
				  o.kind == ORDINAL_DOTTED ? "" : o.end);
	mark.no = *word ? o.id : arena_copy(a, text, n);
	mark.rest = text + n + strspn(text + n, " .:-");
	mark.section = o.kind == ORDINAL_ROMAN || o.kind == ORDINAL_CAPITAL;
	return mark;
}

/* "Nhiệm vụ 3:", "Điều 2." */
static struct mark read_named(struct arena *a, const char *text)
{
	static const char *const words[] = {"Nhiệm vụ số ", "Nhiệm vụ ", "Điều ",     "Mục ",
					    "Phần ",	    "Chương ",	 "NHIỆM VỤ ", "ĐIỀU ",
					    "MỤC ",	    "PHẦN ",	 "CHƯƠNG "};
	struct mark mark = {NULL, "", text, false, false};
	for (size_t i = 0; i < sizeof words / sizeof *words && !mark.style; i++) {
		size_t n = strlen(words[i]);
		if (strncmp(text, words[i], n) == 0 && strncmp(text + n, "số ", 4) != 0)
			mark = read_number(a, text + n, text_plain(a, words[i]));
	}
	mark.section = false;
	return mark;
}

struct mark mark_read(struct arena *a, const char *text)
{
	struct mark mark = read_named(a, text);
	if (!mark.style)
		mark = read_number(a, text, "");
	return mark.style ? mark : read_bullet(text);
}
