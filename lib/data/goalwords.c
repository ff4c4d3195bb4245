/* SPDX-License-Identifier: MIT
 * goalwords: the phrases of a goal, gathered. A phrase is a row of the table below; words that are in
 * no row are borne only behind the number, where they say what is counted. */
#include "data/goalwords.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/measure.h"

enum mark {
	MARK_NOISE,
	MARK_ORDER,
	MARK_BASE, /* last year's value */
	MARK_COMPARED,
	MARK_RANK,
	MARK_CHANGE,
	MARK_TIMES,
	MARK_PERCENT,
	MARK_POINTS,
	MARK_OF,
	MARK_REFUSED /* says something that is not read here */
};

static const struct phrase {
	const char *words; /* as text_plain has them */
	enum mark mark;
	enum goal_order order;
	enum goal_change change;
} phrases[] = {
    {">", .mark = MARK_ORDER, .order = GOAL_MORE},
    {">=", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"<", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"<=", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"=", .mark = MARK_ORDER, .order = GOAL_EXACTLY},
    {"tren", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"hon", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"cao hon", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"nhieu hon", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"lon hon", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"more than", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"over", .mark = MARK_ORDER, .order = GOAL_MORE},
    {"tu", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"tro len", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"toi thieu", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"it nhat", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"khong duoi", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"khong it hon", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"khong thap hon", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"at least", .mark = MARK_ORDER, .order = GOAL_AT_LEAST},
    {"duoi", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"it hon", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"thap hon", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"nho hon", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"less than", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"under", .mark = MARK_ORDER, .order = GOAL_LESS},
    {"tro xuong", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"toi da", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"nhieu nhat", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"khong qua", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"khong vuot qua", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"khong tren", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"khong hon", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"khong cao hon", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"khong nhieu hon", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"at most", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"no more than", .mark = MARK_ORDER, .order = GOAL_AT_MOST},
    {"bang", .mark = MARK_ORDER, .order = GOAL_EXACTLY},
    {"exactly", .mark = MARK_ORDER, .order = GOAL_EXACTLY},
    {"base", .mark = MARK_BASE},
    {"nam truoc", .mark = MARK_BASE},
    {"cung ky", .mark = MARK_BASE},
    {"cung ky nam truoc", .mark = MARK_BASE},
    {"last year", .mark = MARK_BASE},
    {"so voi", .mark = MARK_COMPARED},
    {"than", .mark = MARK_COMPARED},
    {"rank", .mark = MARK_RANK},
    {"hang", .mark = MARK_RANK},
    {"thu hang", .mark = MARK_RANK},
    {"xep hang", .mark = MARK_RANK},
    {"xep thu", .mark = MARK_RANK},
    {"nhom", .mark = MARK_RANK},
    {"trong nhom", .mark = MARK_RANK},
    {"nam trong nhom", .mark = MARK_RANK},
    {"tang", .mark = MARK_CHANGE, .change = CHANGE_UP},
    {"tang them", .mark = MARK_CHANGE, .change = CHANGE_UP},
    {"giam", .mark = MARK_CHANGE, .change = CHANGE_DOWN},
    {"cat giam", .mark = MARK_CHANGE, .change = CHANGE_DOWN},
    {"+", .mark = MARK_CHANGE, .change = CHANGE_PLUS},
    {"-", .mark = MARK_CHANGE, .change = CHANGE_MINUS},
    {"*", .mark = MARK_TIMES},
    {"%", .mark = MARK_PERCENT},
    {"phan tram", .mark = MARK_PERCENT},
    {"percent", .mark = MARK_PERCENT},
    {"points", .mark = MARK_POINTS},
    {"percentage points", .mark = MARK_POINTS},
    {"diem", .mark = MARK_POINTS},
    {"diem phan tram", .mark = MARK_POINTS},
    {"diem %", .mark = MARK_POINTS},
    {"of", .mark = MARK_OF},
    {"cua", .mark = MARK_OF},
    {"dat", .mark = MARK_NOISE},
    {"phan dau", .mark = MARK_NOISE},
    {"ty le", .mark = MARK_NOISE},
    {"ti le", .mark = MARK_NOISE},
    {"den", .mark = MARK_REFUSED},
    {"to", .mark = MARK_REFUSED},
    {"hoac", .mark = MARK_REFUSED},
    {"or", .mark = MARK_REFUSED},
    {"lan", .mark = MARK_REFUSED},
    {"gap", .mark = MARK_REFUSED},
    {"khong", .mark = MARK_REFUSED},
    {"not", .mark = MARK_REFUSED},
    {"nam", .mark = MARK_REFUSED},
    {"moi", .mark = MARK_REFUSED},
    {"each", .mark = MARK_REFUSED},
};

enum { PHRASES = sizeof phrases / sizeof *phrases };

struct token {
	const char *word; /* a word or sign, as text_plain has it; "" for a number */
	struct ratio number;
	size_t length; /* of the number as written */
};

struct tokens {
	struct token *items;
	size_t count;
};

/* ---- words and signs ---- */

static const char *sign_of(uint32_t c, const char **s)
{
	bool equal = **s == '=';
	switch (c) {
	case '>':
		*s += equal;
		return equal ? ">=" : ">";
	case '<':
		*s += equal;
		return equal ? "<=" : "<";
	case 0x2265:
		return ">=";
	case 0x2264:
		return "<=";
	case 0xd7:
	case '*':
		return "*";
	case 0x2013:
	case 0x2212:
	case '-':
		return "-";
	case '+':
		return "+";
	case '%':
		return "%";
	case '=':
		return "=";
	default:
		return "?";
	}
}

static const char *word_at(struct arena *a, const char **s)
{
	const char *start = *s, *next = *s;
	while (*next && (utf8_is_letter(utf8_next(&next)))) /* ends behind the first that is none */
		*s = next;
	return text_plain(a, arena_copy(a, start, (size_t)(*s - start)));
}

static bool next_token(struct arena *a, const char **s, struct token *t)
{
	const char *next = *s;
	uint32_t c = utf8_next(&next);
	*t = (struct token){.word = ""};
	if (c >= '0' && c <= '9') {
		if (measure_digits(*s, &t->number, &t->length) != MEASURE_NUMBER)
			return false;
		*s += t->length;
	} else if (utf8_is_letter(c)) {
		t->word = word_at(a, s);
	} else {
		*s = next;
		t->word = sign_of(c, s);
	}
	return true;
}

/* False when there is a number that is none, or unclear. */
static bool tokens_read(struct arena *a, const char *s, struct tokens *list)
{
	while (*s) {
		const char *next = s;
		if (utf8_is_blank(utf8_next(&next))) {
			s = next;
			continue;
		}
		list->items = arena_more(a, list->items, list->count, sizeof *list->items);
		if (!next_token(a, &s, &list->items[list->count]))
			return false;
		list->count++;
	}
	return true;
}

/* ---- phrases ---- */

/* How many tokens the phrase covers from the i-th on; 0: it does not stand there. */
static size_t phrase_covers(const struct tokens *list, size_t i, const char *words)
{
	size_t n = 0;
	while (*words) {
		size_t length = strcspn(words, " ");
		if (i + n == list->count)
			return 0;
		const char *word = list->items[i + n].word;
		if (strlen(word) != length || strncmp(word, words, length) != 0)
			return 0;
		words += length + (words[length] == ' ');
		n++;
	}
	return n;
}

static const struct phrase *phrase_at(const struct tokens *list, size_t i, size_t *covered)
{
	const struct phrase *longest = NULL;
	*covered = 0;
	for (size_t p = 0; p < PHRASES; p++) {
		size_t n = phrase_covers(list, i, phrases[p].words);
		if (n > *covered) {
			*covered = n;
			longest = &phrases[p];
		}
	}
	return longest;
}

/* "năm 2023", which people write for last year. */
static bool is_year(const struct tokens *list, size_t i)
{
	return i + 1 < list->count && strcmp(list->items[i].word, "nam") == 0 &&
	       list->items[i + 1].length == 4 && list->items[i + 1].number.below == 1;
}

static void say_order(struct goal_said *s, enum goal_order order)
{
	if (s->ordered && s->order != order)
		s->refused = true; /* "trên 98 % trở lên" */
	s->ordered = true;
	s->order = order;
}

static void say_change(struct goal_said *s, enum goal_change change)
{
	bool sign = change == CHANGE_PLUS || change == CHANGE_MINUS;
	if (s->change != CHANGE_NONE || (sign && !s->base))
		s->refused = true;
	s->change = change;
}

static void say(struct goal_said *s, const struct phrase *phrase)
{
	switch (phrase->mark) {
	case MARK_NOISE:
		break;
	case MARK_ORDER:
		say_order(s, phrase->order);
		break;
	case MARK_BASE:
		s->base = true;
		break;
	case MARK_COMPARED:
		s->compared = true;
		break;
	case MARK_RANK:
		s->rank = true;
		break;
	case MARK_CHANGE:
		say_change(s, phrase->change);
		break;
	case MARK_TIMES:
		s->times = true;
		break;
	case MARK_PERCENT:
		s->percent = true;
		s->refused |= !s->numbered;
		break;
	case MARK_POINTS:
		s->points = true;
		break;
	case MARK_OF:
		s->of = true;
		break;
	case MARK_REFUSED:
		s->refused = true;
		break;
	}
	s->counting = s->numbered && (phrase->mark == MARK_PERCENT || phrase->mark == MARK_POINTS);
}

static void say_number(struct goal_said *s, const struct token *t)
{
	s->refused |= s->numbered;
	s->numbered = s->counting = true;
	s->number = t->number;
}

static bool is_unit_sign(const char *word)
{
	return strcmp(word, "?") == 0; /* 30 phút/lượt */
}

static struct goal_said gather(const struct tokens *list)
{
	struct goal_said s = {.change = CHANGE_NONE};
	for (size_t i = 0, n; i < list->count; i += n ? n : 1) {
		const struct phrase *phrase = phrase_at(list, i, &n);
		const struct token *t = &list->items[i];
		if (is_year(list, i) && n < 2) {
			n = 2;
			s.base = true;
			s.counting = false;
		} else if (phrase) {
			say(&s, phrase);
		} else if (!*t->word) {
			say_number(&s, t);
		} else if (!s.counting) {
			s.refused |= !is_unit_sign(t->word) || i + 1 < list->count;
			if (s.refused)
				break;
		}
	}
	return s;
}

struct goal_said goal_listen(struct arena *a, const char *text)
{
	struct tokens list = {0};
	if (!tokens_read(a, text, &list))
		return (struct goal_said){.refused = true};
	return gather(&list);
}
