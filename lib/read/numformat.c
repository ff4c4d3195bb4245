/* SPDX-License-Identifier: MIT
 * numformat: format codes taken apart into sections and tokens, and the section that a value falls
 * into. How digits and dates come out is in numdigits and numdate. */
#include "read/numformat_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"

static struct token *add_token(struct arena *a, struct section *s, enum token_kind kind, size_t n)
{
	s->tokens = arena_more(a, s->tokens, s->count, sizeof *s->tokens);
	struct token *t = &s->tokens[s->count++];
	*t = (struct token){.kind = kind, .n = n};
	return t;
}

static void add_literal(struct arena *a, struct section *s, const char *text, size_t n)
{
	add_token(a, s, TOKEN_LITERAL, n)->text = arena_copy(a, text, n);
}

/* [h] [mm] [ss]: time that may pass a day. */
static bool is_elapsed(const char *s, size_t n)
{
	char c = n > 0 ? (char)(s[0] | 0x20) : '\0';
	for (size_t i = 0; i < n; i++)
		if ((s[i] | 0x20) != c)
			return false;
	return c == 'h' || c == 'm' || c == 's';
}

static void read_condition(struct section *s, const char *text, size_t n)
{
	size_t sign = strspn(text, "<>=");
	if (sign == 0 || sign > 2 || sign >= n)
		return;
	memcpy(s->condition, text, sign);
	s->limit = strtod(text + sign, NULL);
}

/* What stands in brackets: a condition, a currency and language, a colour, elapsed time. */
static void read_bracket(struct arena *a, struct section *s, const char *text, size_t n)
{
	if (is_elapsed(text, n)) {
		add_token(a, s, TOKEN_ELAPSED, n)->letter = (char)(text[0] | 0x20);
		s->date = true;
	} else if (*text == '$') {
		size_t sign = strcspn(text + 1, "-]");
		if (sign > 0)
			add_literal(a, s, text + 1, sign);
		s->system = s->system || strncasecmp(text, "$-F800", 6) == 0;
	} else {
		read_condition(s, text, n);
	}
}

static bool is_word(const char *s, const char *word)
{
	return strncasecmp(s, word, strlen(word)) == 0;
}

/* Is a month letter a minute: right behind hours, or right before seconds? */
static void settle_minutes(struct section *s)
{
	struct token *before = NULL;
	for (size_t i = 0; i < s->count; i++) {
		struct token *t = &s->tokens[i];
		if (t->kind == TOKEN_LITERAL || t->kind == TOKEN_HALF)
			continue;
		bool hours = before && (before->kind == TOKEN_HOUR ||
					(before->kind == TOKEN_ELAPSED && before->letter == 'h'));
		if (t->kind == TOKEN_MONTH && t->n <= 2 && hours)
			t->kind = TOKEN_MINUTE;
		if (t->kind == TOKEN_SECOND && before && before->kind == TOKEN_MONTH &&
		    before->n <= 2)
			before->kind = TOKEN_MINUTE;
		before = t;
	}
}

static size_t read_letters(struct arena *a, struct section *s, const char *code)
{
	static const struct {
		char letter;
		enum token_kind kind;
	} letters[] = {
	    {'y', TOKEN_YEAR}, {'e', TOKEN_YEAR}, {'m', TOKEN_MONTH},
	    {'d', TOKEN_DAY},  {'h', TOKEN_HOUR}, {'s', TOKEN_SECOND},
	};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		size_t n = 0;
		while ((code[n] | 0x20) == letters[i].letter)
			n++;
		if (n == 0)
			continue;
		add_token(a, s, letters[i].kind, letters[i].letter == 'e' ? 4 : n);
		s->date = true;
		return n;
	}
	return 0;
}

/* A comma between digits groups them, behind the last one it divides by a thousand. */
static void read_comma(struct arena *a, struct section *s, const char *code)
{
	bool digits = s->whole + s->part > 0;
	if (digits && strchr("0#?", code[1]) && code[1])
		s->thousands = true;
	else if (digits && !s->date)
		s->scale++;
	else
		add_literal(a, s, ",", 1);
}

static void read_digit(struct arena *a, struct section *s, char c)
{
	bool point = false;
	for (size_t i = 0; i < s->count; i++)
		point = point || s->tokens[i].kind == TOKEN_POINT;
	add_token(a, s, TOKEN_DIGIT, 1)->letter = c;
	s->whole += !point;
	s->part += point;
}

/* A sign of the code that is no letter of a date; its length. */
static size_t read_sign(struct arena *a, struct section *s, const char *code)
{
	size_t n = code[0] && code[1] ? 2 : 1;
	switch (*code) {
	case '"':
		n = strcspn(code + 1, "\"");
		add_literal(a, s, code + 1, n);
		return n + 1 + (code[n + 1] == '"');
	case '[':
		n = strcspn(code + 1, "]");
		read_bracket(a, s, code + 1, n);
		return n + 1 + (code[n + 1] == ']');
	case '\\':
		add_literal(a, s, code + 1, n - 1);
		return n;
	case '_': /* room as wide as the next sign */
		add_literal(a, s, " ", 1);
		return n;
	case '*': /* the next sign fills the cell */
		return n;
	case '%':
		s->percent++;
		add_literal(a, s, "%", 1);
		return 1;
	case '.':
		/* the point of a fraction; in "dd.mm.yyyy" a mere sign */
		if (s->date || (s->whole == 0 && !strchr("0#?", code[1])))
			add_literal(a, s, ".", 1);
		else
			add_token(a, s, TOKEN_POINT, 1);
		return 1;
	case ',':
		read_comma(a, s, code);
		return 1;
	case '/':
		if (!s->date && s->whole > 0)
			add_token(a, s, TOKEN_FRACTION, 1);
		else
			add_literal(a, s, "/", 1);
		return 1;
	default:
		add_literal(a, s, code, 1);
		return 1;
	}
}

static size_t read_token(struct arena *a, struct section *s, const char *code)
{
	if (is_word(code, "General")) {
		add_token(a, s, TOKEN_GENERAL, 1);
		return strlen("General");
	}
	if (is_word(code, "AM/PM") || is_word(code, "A/P")) {
		add_token(a, s, TOKEN_HALF, 1);
		return is_word(code, "AM/PM") ? 5 : 3;
	}
	if (s->whole > 0 && (*code == 'E' || *code == 'e') && (code[1] == '+' || code[1] == '-')) {
		add_token(a, s, TOKEN_EXPONENT, 1);
		return 2;
	}
	if (*code == '@') {
		add_token(a, s, TOKEN_TEXT, 1);
		return 1;
	}
	if (*code && strchr("0#?", *code) && !s->date) {
		read_digit(a, s, *code);
		return 1;
	}
	size_t n = read_letters(a, s, code);
	return n > 0 ? n : read_sign(a, s, code);
}

struct number_format *numformat_read(struct arena *a, const char *code)
{
	struct number_format *f = arena_alloc(a, sizeof *f);
	f->count = 1;
	struct section *s = &f->sections[0];
	while (*code) {
		if (*code == ';') {
			settle_minutes(s);
			if (f->count == SECTIONS_MOST)
				return f;
			s = &f->sections[f->count++];
			code++;
		} else {
			code += read_token(a, s, code);
		}
	}
	settle_minutes(s);
	return f;
}

const char *numformat_builtin(long id)
{
	static const char *const codes[] = {
	    [1] = "0",
	    [2] = "0.00",
	    [3] = "#,##0",
	    [4] = "#,##0.00",
	    [9] = "0%",
	    [10] = "0.00%",
	    [11] = "0.00E+00",
	    [12] = "# ?/?",
	    [13] = "# ?"
		   "?/?"
		   "?",
	    [14] = "dd/mm/yyyy",
	    [15] = "d-mmm-yy",
	    [16] = "d-mmm",
	    [17] = "mmm-yy",
	    [18] = "h:mm AM/PM",
	    [19] = "h:mm:ss AM/PM",
	    [20] = "h:mm",
	    [21] = "h:mm:ss",
	    [22] = "dd/mm/yyyy h:mm",
	    [37] = "#,##0 ;(#,##0)",
	    [38] = "#,##0 ;(#,##0)",
	    [39] = "#,##0.00;(#,##0.00)",
	    [40] = "#,##0.00;(#,##0.00)",
	    [45] = "mm:ss",
	    [46] = "[h]:mm:ss",
	    [47] = "mm:ss.0",
	    [48] = "##0.0E+0",
	    [49] = "@",
	};
	/* dates and times of East Asian versions (18.8.30) */
	if ((id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
		return codes[14];
	if (id >= 32 && id <= 35)
		return codes[20];
	bool known = id > 0 && id < (long)(sizeof codes / sizeof *codes) && codes[id];
	return known ? codes[id] : "General";
}

static bool holds(const struct section *s, double value)
{
	if (strcmp(s->condition, "<") == 0)
		return value < s->limit;
	if (strcmp(s->condition, "<=") == 0)
		return value <= s->limit;
	if (strcmp(s->condition, ">") == 0)
		return value > s->limit;
	if (strcmp(s->condition, ">=") == 0)
		return value >= s->limit;
	if (strcmp(s->condition, "=") == 0)
		return value == s->limit;
	return value != s->limit;
}

/* Sections that numbers may fall into: the fourth, or a last one that shows text, is for text. */
static size_t number_sections(const struct number_format *f)
{
	const struct section *last = &f->sections[f->count - 1];
	bool text = false;
	for (size_t i = 0; i < last->count; i++)
		text = text || last->tokens[i].kind == TOKEN_TEXT;
	return f->count == SECTIONS_MOST || (text && f->count > 1) ? f->count - 1 : f->count;
}

static const struct section *choose(const struct number_format *f, double value)
{
	size_t n = number_sections(f);
	for (size_t i = 0; i < n; i++)
		if (*f->sections[i].condition && holds(&f->sections[i], value))
			return &f->sections[i];
	if (*f->sections[0].condition) {
		for (size_t i = n; i > 0; i--)
			if (!*f->sections[i - 1].condition)
				return &f->sections[i - 1];
		return NULL;
	}
	if (n > 2 && value == 0)
		return &f->sections[2];
	return n > 1 && value < 0 ? &f->sections[1] : &f->sections[0];
}

static bool has(const struct section *s, enum token_kind kind)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->tokens[i].kind == kind)
			return true;
	return false;
}

const char *number_general(struct arena *a, double value)
{
	if (fabs(value) < 1e15 && value == floor(value))
		return arena_format(a, "%.0f", value == 0 ? 0.0 : value);
	return arena_format(a, "%.10g", value);
}

/* Words around a number without a format of its own: "Mục "General. */
static void show_general(struct arena *a, const struct section *s, double value,
			 struct number_shown *shown)
{
	struct buf out = {0};
	for (size_t i = 0; i < s->count; i++)
		if (s->tokens[i].kind == TOKEN_LITERAL)
			buf_text(&out, s->tokens[i].text);
		else
			buf_text(&out, number_general(a, value));
	shown->text = buf_take(&out, a);
}

struct number_shown numformat_show(struct arena *a, const struct number_format *f, double value,
				   bool base_1904)
{
	struct number_shown shown = {.date = DAY_NONE};
	const struct section *s = choose(f, value);
	if (!s || !isfinite(value) || has(s, TOKEN_EXPONENT) || has(s, TOKEN_FRACTION)) {
		shown.text = number_general(a, value);
		shown.unknown = value != floor(value) || has(&f->sections[0], TOKEN_EXPONENT);
		return shown;
	}
	bool plain = s->count == 0 && f->count == 1;
	if (has(s, TOKEN_GENERAL) || has(s, TOKEN_TEXT)) {
		show_general(a, s, value, &shown);
	} else if (plain) {
		shown.text = number_general(a, value);
	} else if (s->date || s->system) {
		numformat_date(a, s, value, base_1904, &shown);
	} else {
		struct buf out = {0};
		bool sign = value < 0 && (s == &f->sections[0] || *s->condition);
		numformat_digits(&out, s, fabs(value), sign);
		shown.text = buf_take(&out, a);
	}
	return shown;
}

const char *numformat_text(struct arena *a, const struct number_format *f, const char *text)
{
	const struct section *s = &f->sections[f->count - 1];
	if (!has(s, TOKEN_TEXT))
		return text;
	struct buf out = {0};
	for (size_t i = 0; i < s->count; i++)
		if (s->tokens[i].kind == TOKEN_TEXT)
			buf_text(&out, text);
		else if (s->tokens[i].kind == TOKEN_LITERAL)
			buf_text(&out, s->tokens[i].text);
	return buf_take(&out, a);
}
