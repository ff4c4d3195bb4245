/* SPDX-License-Identifier: MIT
 * cuttext: signs that a text was cut off. */
#include "data/cuttext.h"

#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Words no Vietnamese sentence ends in ("tồn tại", "đạt được" do end one); folded, with accents. */
static const char *const unfinished[] = {
    "và", "của", "các",	       "những", "cho", "với",	     "theo",	       "bằng",	  "hoặc",
    "về", "từ",	 "trên cơ sở", "để",	"do",  "thành việc", "thực hiện việc", "bao gồm", "như"};

static bool ends_in_words(const char *key, const char *words)
{
	size_t n = strlen(key), m = strlen(words);
	return n > m && key[n - m - 1] == ' ' && strcmp(key + n - m, words) == 0;
}

static int count_of(const char *text, const char *sign)
{
	int n = 0;
	for (; (text = strstr(text, sign)); text += strlen(sign))
		n++;
	return n;
}

/* The key of the text, or of so much of its end that none of the unfinished words reaches farther: texts
 * are long, and every task's are asked about. */
static const char *end_key(struct arena *a, const char *text)
{
	enum { TAIL = 100, ENOUGH = 40 }; /* bytes: of the text; of a key, that signs are not */
	size_t n = strlen(text), at = n > TAIL ? n - TAIL : 0;
	while (at && text[at - 1] != ' ')
		at--;
	const char *key = text_key(a, text + at);
	return at && strlen(key) < ENOUGH ? text_key(a, text) : key;
}

static bool ends_unfinished(const char *text)
{
	struct arena *a = arena_new();
	const char *key = end_key(a, text);
	bool found = false;
	for (size_t i = 0; !found && i < sizeof unfinished / sizeof *unfinished; i++)
		found = ends_in_words(key, unfinished[i]);
	arena_free(a);
	return found;
}

bool text_is_cut(const char *text)
{
	size_t n = strlen(text);
	if (n == 0 || strchr(".;:!?)\"", text[n - 1]))
		return false;
	return text[n - 1] == ',' || ends_unfinished(text);
}

bool text_is_open(const char *text)
{
	return count_of(text, "(") > count_of(text, ")") ||
	       count_of(text, "\xe2\x80\x9c") > count_of(text, "\xe2\x80\x9d");
}

const char *text_tail(struct arena *a, const char *text)
{
	size_t n = strlen(text), at = n > 60 ? n - 60 : 0;
	while (at && at < n && text[at - 1] != ' ')
		at++;
	return at ? arena_format(a, "… %s", text + (at < n ? at : 0)) : text;
}
